"""Writer of the table of checksums of the demo's beatmap files (resources/demo/checksums.bin).

Run it after a change of what those files say: it takes some minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from osubrowser.demo.world.beatmaps.checksums import TABLE, USUAL_SEED, table_file
from osubrowser.demo.world.beatmaps.osu_files import osu_file
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.world import World


def _files() -> Iterator[tuple[int, bytes]]:
    """Yield the beatmaps of the usual world and their files, in the order of the ids."""
    beatmaps = World(USUAL_SEED).beatmaps
    for index in range(COUNT):
        if index % 1_000 == 0:
            print(f"{index:,} of {COUNT:,} sets", flush=True)
        for difficulty in sorted(beatmaps.difficulties(index)):
            yield difficulty.id, osu_file(beatmaps, index, difficulty)


def main() -> None:
    """Write the table."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    TABLE.write_bytes(table_file(_files()))


if __name__ == "__main__":
    main()

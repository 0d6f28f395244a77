"""Writer of the table of checksums of the demo's beatmap files (resources/demo/checksums.bin).

Run it after a change of what those files say: it takes some minutes.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from hashlib import md5

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.checksums import TABLE, USUAL_SEED, table_file
from osubrowser.demo.world.beatmaps.osu_files import osu_file
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.world import World

_STEP = 200


@cache
def _beatmaps() -> Beatmaps:
    return World(USUAL_SEED).beatmaps


def _digests(start: int) -> list[tuple[int, bytes]]:
    """Return the ids of beatmaps in ascending order, each with the MD5 of its file."""
    beatmaps, found = _beatmaps(), []
    for index in range(start, min(start + _STEP, COUNT)):
        for difficulty in sorted(beatmaps.difficulties(index)):
            file = osu_file(beatmaps, index, difficulty)
            found.append((difficulty.id, md5(file, usedforsecurity=False).digest()))
    return found


def main() -> None:
    """Write the table."""
    found: list[tuple[int, bytes]] = []
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for part in pool.map(_digests, range(0, COUNT, _STEP)):
            found += part
    TABLE.write_bytes(table_file(found))


if __name__ == "__main__":
    main()

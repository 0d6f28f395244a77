"""The local library: 100,000 sets of stable and 20,000 files of lazer beside a live window."""

from __future__ import annotations

import gc
import hashlib
import os
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from osubrowser.services.beatmaps.files import BeatmapFiles
from osubrowser.services.beatmaps.index_process import IndexProcess
from osubrowser.services.beatmaps.installed import Games
from osubrowser.services.beatmaps.local_library import OwnedBeatmaps
from tests.benchmarks.stalls import FRAME, Stalls
from tests.replay_files import beatmap_file, stable_database
from tests.services.conftest import Run
from tests.services.conftest import run as run

SETS = 100_000
DIFFICULTIES = 2
LAZER_FILES = 20_000
LAZER_SETS = LAZER_FILES // 4


def stable_of(folder: Path) -> Path:
    """Make a folder of stable with a database of `SETS` sets."""
    entries = (
        (
            hashlib.md5(b"%d %d" % (number, n), usedforsecurity=False).hexdigest(),
            f"{number} Artist - Title",
            f"Artist - Title (mapper) [{n}].osu",
            number * 10 + n,
            number,
        )
        for number in range(1, SETS + 1)
        for n in range(DIFFICULTIES)
    )
    folder.mkdir()
    (folder / "osu!.db").write_bytes(stable_database(*entries))
    return folder


def lazer_of(folder: Path) -> Path:
    """Make a data folder of lazer: a fourth of its files are beatmaps, others are media."""
    for upper in range(256):
        (folder / "files" / f"{upper:02x}"[0] / f"{upper:02x}").mkdir(parents=True)
    ids = b"BeatmapID:75\nBeatmapSetID:1\n"
    text = beatmap_file()
    for number in range(LAZER_FILES):
        data = b"\x89PNG %d" % number
        if number < LAZER_SETS:
            own = b"BeatmapID:%d\nBeatmapSetID:%d\n" % (20 * SETS + number, SETS + 1 + number)
            data = text.replace(ids, own)
        name = hashlib.sha256(data).hexdigest()
        (folder / "files" / name[0] / name[:2] / name).write_bytes(data)
    for path in (folder / "files").glob("?/??"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    (folder / "client.realm").touch()
    return folder


def library_of(files: BeatmapFiles) -> OwnedBeatmaps:
    return OwnedBeatmaps(lambda: files)


def test_what_is_owned_is_read_without_a_stall_and_at_once_the_second_time(
    run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    games = Games(stable_of(tmp_path / "osu!"), lazer_of(tmp_path / "osu"))
    taken, stalls_of, counts = [], [], []
    gc.collect()
    gc.freeze()
    gc.disable()  # as in the program, where a collection waits until there is no input
    stalls = Stalls(time.process_time)
    try:
        for _ in range(2):
            process = IndexProcess()
            files = BeatmapFiles(
                tmp_path / "beatmaps",
                tmp_path / "index.sqlite",
                lambda: games,
                refresher=process.refresh,
            )
            owned = library_of(files)
            told: list[int] = []
            owned.changed.connect(lambda o=owned, t=told: t.append(len(o.index.sets)))
            stalls.take()
            began = time.perf_counter()
            run(owned.start())
            taken.append(time.perf_counter() - began)
            stalls_of.append(stalls.take())
            counts.append((told, len(owned.index.beatmaps)))
            process.close()
            run(owned.close())
            files.close()
    finally:
        stalls.stop()
        gc.enable()
        gc.unfreeze()
    print(
        f"\n{SETS:,} sets of stable and {LAZER_FILES:,} files of lazer: {taken[0]:.2f} s at first, "
        f"{taken[1]:.3f} s the second time (ratio {taken[1] / taken[0]:.3f}); the longest stalls "
        f"are {stalls_of[0] * 1000:.1f} ms and {stalls_of[1] * 1000:.1f} ms"
    )
    assert counts == [([SETS + LAZER_SETS], SETS * DIFFICULTIES + LAZER_SETS)] * 2
    assert max(stalls_of) < FRAME
    assert taken[1] < taken[0] / 10

"""The replay library: 10,000 files from the index, and a window that does not stall meanwhile."""

from __future__ import annotations

import gc
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from osubrowser.services.replays.index import ReplayIndex
from osubrowser.services.replays.read_file import read_record
from osubrowser.services.replays.records import (
    BeatmapTitle,
    FigureState,
    ReplayFigures,
    ReplayRecord,
    SourceKind,
)
from osubrowser.services.replays.scan import Folder, scan
from osubrowser.services.runtime.calls import Calls
from tests.benchmarks.stalls import Stalls, frame_here
from tests.replay_files import beatmap_file, md5_of, replay_file, saved
from tests.services.conftest import Run
from tests.services.conftest import calls as calls
from tests.services.conftest import run as run
from tests.services.replays.test_library import Desk

FILES = 10_000
READ = 500  # of them, whose headers are read: the whole would be as many times longer
LONGEST_LIST = 1.0  # seconds
MAP = beatmap_file()

FIGURES = ReplayFigures(
    unstable_rate=104.8,
    unstable_rate_raw=157.2,
    mean_error_ms=1.2,
    misses=3,
    slider_breaks=1,
    stars=5.7,
    pp=263.1,
    formula="formula of April 2026 (rosu-pp-py 4.0.2)",
    miss_positions=bytes(range(6)),
)
TITLE = BeatmapTitle(artist="Band", title="A song", difficulty="Hard", creator="Mapper")


def records_of(folder: Path, count: int) -> list[ReplayRecord]:
    """Return records with figures of files that are there."""
    data = replay_file(MAP)
    found = []
    for number in range(count):
        path = saved(folder, f"{number}.osr", data)
        record = read_record(str(path))
        assert record is not None
        found.append(record)
    import msgspec

    return [
        msgspec.structs.replace(one, figures=FIGURES, beatmap=TITLE, state=FigureState.READY)
        for one in found
    ]


def test_listing_from_the_index_beside_reading_headers(tmp_path: Path) -> None:
    records = records_of(tmp_path / "replays", FILES)
    index = ReplayIndex(tmp_path / "index.sqlite")
    index.put(records)
    index.close()
    began = time.perf_counter()
    index = ReplayIndex(tmp_path / "index.sqlite")
    loaded = index.load()
    listed = time.perf_counter() - began
    index.close()
    assert loaded == records
    began = time.perf_counter()
    for record in records[:READ]:
        read_record(record.file)
    read = (time.perf_counter() - began) * FILES / READ
    known = {record.file: record for record in loaded}
    began = time.perf_counter()
    found = scan([Folder(str(tmp_path / "replays"), SourceKind.CHOSEN)], [], known)
    compared = time.perf_counter() - began
    assert (found.new, found.gone) == ([], [])
    print(
        f"\n{FILES:,} replays: {listed:.2f} s from the index, {read:.2f} s to read the headers "
        f"(ratio {listed / read:.2f}); compared with the folder in {compared:.2f} s"
    )
    assert listed < LONGEST_LIST
    assert listed < read / 2
    assert compared < read


def test_stalls_while_replays_are_analysed(
    calls: Calls, run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(calls, run, qtbot, tmp_path)
    saved(desk.folders.beatmap_files, f"{md5_of(MAP)}.osu", MAP)
    for number in range(300):
        saved(desk.replays, f"{number}.osr", replay_file(MAP, player=f"player {number}"))
    library = desk.unstarted()
    gc.collect()
    gc.freeze()
    gc.disable()  # as in the program, where a collection waits until there is no input
    stalls = Stalls(time.process_time)
    try:
        run(library.start())
        desk.settle(library)
        longest = stalls.take()
    finally:
        stalls.stop()
        gc.enable()
        gc.unfreeze()
    states = {record.state for record in library.records()}
    print(f"\n300 replays read and analysed: the longest stall is {longest * 1000:.1f} ms")
    desk.close()
    assert states == {FigureState.READY}
    assert longest < frame_here()

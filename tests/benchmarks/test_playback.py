"""Frames of a playback, and the opening of a long replay, on real files where they are there."""

from __future__ import annotations

import asyncio
import gc
import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from osubrowser.analysis.analyse import analyse
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.api.replays import read_replay
from osubrowser.models.replays.scene import Scene, build_scene, read_track, with_judgement
from osubrowser.services.places.places import ReplayPlace
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.playback.field import PlaybackField
from osubrowser.ui.pages.playback.loading import BeatmapSources
from osubrowser.ui.pages.playback.page import PlaybackPage
from osubrowser.ui.style.colours import ramp
from tests.benchmarks.stalls import Stalls
from tests.benchmarks.test_paint import COLUMNS, _column, _plain_table
from tests.conftest import SHARED
from tests.ui.conftest import calls as calls

REPLAYS = SHARED / "replays"
WIDTH, HEIGHT = 1200, 800
FRAMES = 1500
MEDIAN, LONGEST = 8.0, 16.0  # milliseconds of a frame
FIRST_PICTURE = 0.3  # seconds
TEN_MINUTES = 600_000

real = pytest.mark.skipif(
    not (REPLAYS / "index.json").exists(), reason="the real replays are not beside this checkout"
)


def pair(mode: str) -> tuple[Path, Path, int]:
    """Return replay and beatmap of the play that is nearest to ten minutes, and its length."""
    pairs = json.loads((REPLAYS / "index.json").read_text())["pairs"]
    nearest = min(
        (one for one in pairs if one["mode"] == mode),
        key=lambda one: abs(one["duration_ms"] - TEN_MINUTES),
    )
    return REPLAYS / nearest["replay"], REPLAYS / nearest["map"], nearest["duration_ms"]


def demo_files(mode: str) -> tuple[bytes, bytes]:
    """Return replay and beatmap of the longest of some plays of the embedded osu!."""
    from osubrowser.demo.world.beatmaps.osu_files import osu_file
    from osubrowser.demo.world.world import World

    world = World(1)
    accounts = world.standings(mode).account
    best = [world.scores.best(accounts[n], mode, 0, 20) for n in range(5)]
    plays = [one for some in best for one in some if one.replay and not one.entry.convert]
    play = max(plays, key=lambda one: one.entry.limit)
    file = osu_file(world.beatmaps, play.entry.set_index, play.entry.difficulty)
    return world.replays.file(play), file


def scene_of(mode: str, *, is_real: bool) -> Scene:
    if is_real:
        replay, file, _ = pair(mode)
        data, beatmap_file = replay.read_bytes(), file.read_bytes()
    else:
        data, beatmap_file = demo_files(mode)
    beatmap = read_beatmap(beatmap_file)
    analysis = analyse(read_replay(data), beatmap)
    return build_scene((with_judgement(read_track(data, ""), beatmap, analysis),), beatmap)


@pytest.fixture
def field(
    qtbot: QtBot,
    loop: asyncio.AbstractEventLoop,
    calls: Calls,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[PlaybackField]:
    field = PlaybackField(calls, ramp(255, is_dark=True))
    qtbot.addWidget(field)
    field.resize(WIDTH, HEIGHT)
    monkeypatch.setattr(field.images, "want", lambda _objects: None)  # made before each frame
    yield field
    field.images.close()


def table_frame(qtbot: QtBot) -> float:
    """Return the milliseconds of CPU of a frame of Qt's own table of the same size, scrolled."""
    table = _plain_table([_column(place) for place in range(COLUMNS)])
    qtbot.addWidget(table)
    table.resize(WIDTH, HEIGHT)
    table.show()
    qtbot.waitExposed(table)
    took = []
    for frame in range(1, 60):
        table.verticalScrollBar().setValue(frame * 102)
        began = time.process_time()
        table.viewport().grab()
        took.append((time.process_time() - began) * 1000)
    table.hide()
    return statistics.median(took)


@pytest.mark.parametrize(
    ("mode", "is_real"),
    [
        *(pytest.param(mode, True, marks=real, id=mode) for mode in ("osu", "mania", "taiko")),
        *(pytest.param(mode, False, id=f"demo-{mode}") for mode in ("osu", "fruits")),
    ],
)
def test_a_frame_is_ready_in_time(
    qtbot: QtBot, field: PlaybackField, mode: str, *, is_real: bool
) -> None:
    scene = scene_of(mode, is_real=is_real)
    field.set_scene(scene)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    ours = []
    for frame in range(FRAMES):
        field.set_time(scene.start + scene.duration * frame / FRAMES)
        field.make_bodies()
        painter = QPainter(image)
        began = time.process_time()
        field._paint(painter)
        painter.end()
        ours.append((time.process_time() - began) * 1000)
    ours.sort()
    reference = table_frame(qtbot)
    median, most = statistics.median(ours), ours[int(FRAMES * 0.99)]
    print(
        f"\n{mode}: frame of {WIDTH}x{HEIGHT}: p50 {median:.2f} ms, p99 {most:.2f} ms of CPU, "
        f"{median / reference:.2f} and {most / reference:.2f} of a frame of Qt's own table"
    )
    assert median < reference
    assert median < MEDIAN
    assert most < LONGEST


@real
@pytest.mark.skipif(sys.platform == "win32", reason="CPU time is too coarse")
def test_a_long_replay_opens_without_a_stall(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop, calls: Calls
) -> None:
    replay, beatmap, length = pair("osu")
    page = PlaybackPage(
        calls,
        Settings(),
        ramp(255, is_dark=True),
        BeatmapSources(lambda _md5: beatmap.read_bytes()),
    )
    qtbot.addWidget(page)
    page.resize(WIDTH, HEIGHT)
    page.show()
    qtbot.waitExposed(page)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.001)  # as in the program
    gc.collect()
    gc.freeze()
    gc.disable()
    stalls = Stalls(time.thread_time)
    try:
        began, before = time.perf_counter(), time.process_time()
        page.show_place(ReplayPlace((str(replay),)), None)
        qtbot.waitUntil(lambda: page.scene is not None)
        first, cost = time.perf_counter() - began, time.process_time() - before
        qtbot.waitUntil(lambda: page.is_settled)
        settled = time.perf_counter() - began
    finally:
        stalls.stop()
        gc.enable()
        gc.unfreeze()
        sys.setswitchinterval(interval)
        page.leave()
    print(
        f"\n{length / 60_000:.1f} minutes: first picture {first:.2f} s ({cost:.2f} s of CPU), "
        f"judged {settled:.2f} s, "
        f"longest stall {stalls.take() * 1000:.1f} ms of the GUI thread's CPU"
    )
    assert page.scene is not None
    assert page.scene.first.judged is not None
    assert stalls.longest <= 0.05
    assert cost <= FIRST_PICTURE  # the time of all threads: what it takes where nothing else runs
    assert first < 10 * FIRST_PICTURE  # of a busy machine

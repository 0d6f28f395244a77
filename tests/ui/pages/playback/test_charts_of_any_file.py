"""Charts of whatever replay files hold: computed, painted and copied without an error."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from osubrowser.analysis.analyse import analyse
from osubrowser.analysis.beatmap import BeatmapError
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.result import NotJudged
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.replays import read_replay
from osubrowser.models.replays.chart_data import charts_of, errors_table, figures_table
from osubrowser.models.replays.scene import (
    Scene,
    build_scene,
    read_track,
    with_beatmap,
    with_judgement,
)
from osubrowser.services.runtime.calls import Calls
from osubrowser.ui.pages.playback.charts import ChartsView
from osubrowser.ui.style.colours import ramp
from tests.idle import settle
from tests.models.replays.plays import HITS, beatmap_file, frames_of, replay_file
from tests.ui.pages.playback.test_field import ABSURD, MODES, NUMBERS, OBJECTS, scene_of


@pytest.fixture
def view(qtbot: QtBot, loop: asyncio.AbstractEventLoop, calls: Calls) -> Iterator[ChartsView]:
    view = ChartsView(calls, ramp(255, is_dark=True))
    qtbot.addWidget(view)
    view.resize(900, 400)
    yield view
    view.stop()
    settle()


def show(view: ChartsView, scene: Scene) -> None:
    """Compute, paint and copy the charts of a scene, with the cursor at both ends of each."""
    charts = charts_of(scene)
    view._charts = charts
    view._fill()
    for moment in (scene.start, (scene.start + scene.end) / 2, scene.end, 1e12):
        view.set_time(moment)
    assert not view.picture().isNull()
    for chart in (view.combo, view.life, view.frames, view.histogram, view.presses):
        for index in (0, 10**9):
            chart.move_cursor(index)
            chart.grab()
    view.errors.step_cursor(1)
    view.errors.grab()
    assert len(figures_table(charts)) == len(scene.tracks) + 1
    errors_table([one for one in charts.errors if one is not None])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("line", ABSURD)
def test_absurd_objects_have_charts(view: ChartsView, mode: GameMode, line: str) -> None:
    difficulty = {"SliderMultiplier": 1e9, "CircleSize": -1e9, "OverallDifficulty": -1e9}
    try:
        scene = scene_of(mode, (line, *OBJECTS[mode]), frames_of(HITS), difficulty)
    except BeatmapError:
        return
    show(view, scene)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    mode=st.sampled_from([*MODES, GameMode.of_number(9)]),
    steps=st.lists(st.tuples(st.integers(-100, 3000), NUMBERS, NUMBERS, st.integers(-1, 1 << 20))),
    life=st.text("0123456789|,.-naife", max_size=60),
    mods=st.sampled_from(["", "HR", "DT", "HDHRDT", "EZHT", "FL"]),
)
def test_any_frames_have_charts(
    view: ChartsView,
    mode: GameMode,
    steps: list[tuple[int, float, float, int]],
    life: str,
    mods: str,
) -> None:
    time, frames = 0.0, []
    for delta, x, y, keys in steps:
        time += delta
        frames.append((time, float(x), float(y), keys))
    file = beatmap_file(OBJECTS.get(mode, ()), mode=max(mode.number % 4, 0))
    data = replay_file(file, frames, mode=mode, mods=mods, life=life)
    beatmap = read_beatmap(file)
    track = with_beatmap(read_track(data, "/x.osr"), beatmap)
    with contextlib.suppress(NotJudged):
        track = with_judgement(track, beatmap, analyse(read_replay(data), beatmap))
    show(view, build_scene((track, track), beatmap))

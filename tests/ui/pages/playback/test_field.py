"""Painting of a moment: every ruleset, whatever the files hold."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from osubrowser.analysis.analyse import analyse
from osubrowser.analysis.beatmap import BeatmapError
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.result import NotJudged
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.replays import read_replay
from osubrowser.models.replays.scene import (
    Scene,
    build_scene,
    read_track,
    with_beatmap,
    with_judgement,
)
from osubrowser.models.replays.scene_objects import OsuObject
from osubrowser.services.runtime.calls import Calls
from osubrowser.ui.pages.playback.field import PlaybackField
from osubrowser.ui.pages.playback.slider_images import LIMIT
from osubrowser.ui.style.colours import ramp
from tests.idle import settle
from tests.models.replays.plays import HITS, SLIDER, SPINNER, beatmap_file, frames_of, replay_file

MODES = list(GameMode)[:4]
OBJECTS = {
    GameMode.OSU: ("100,100,1000,5,0", SLIDER, SPINNER),
    GameMode.TAIKO: ("0,0,1000,1,0", "0,0,1500,1,2", "0,0,2000,1,12", SLIDER, SPINNER),
    GameMode.CATCH: ("100,100,1000,5,0", SLIDER, SPINNER),
    GameMode.MANIA: ("64,0,1000,1,0", "448,0,1000,128,0,2500:0:0:0:0:"),
}
MOMENTS = (-5000.0, 0.0, 980.0, 1100.0, 2100.0, 3300.0, 6500.0, 1e7)


@pytest.fixture
def field(qtbot: QtBot, loop: asyncio.AbstractEventLoop, calls: Calls) -> Iterator[PlaybackField]:
    field = PlaybackField(calls, ramp(255, is_dark=True))
    qtbot.addWidget(field)
    field.resize(900, 400)
    yield field
    field.images.close()
    settle()


def scene_of(
    mode: GameMode,
    objects: tuple[str, ...],
    frames: list[tuple[float, float, float, int]],
    difficulty: dict[str, float] | None = None,
    mods: str = "",
) -> Scene:
    """Return the scene of a play, judged if it can be."""
    file = beatmap_file(objects, mode=mode.number, difficulty=difficulty)
    beatmap = read_beatmap(file)
    data = replay_file(file, frames, mode=mode, mods=mods)
    track = with_beatmap(read_track(data, "/x.osr"), beatmap)
    with contextlib.suppress(NotJudged):
        track = with_judgement(track, beatmap, analyse(read_replay(data), beatmap))
    return build_scene((track,), beatmap)


@pytest.mark.parametrize("mode", MODES)
def test_objects_come_and_go(field: PlaybackField, mode: GameMode) -> None:
    frames = [(t, 256.0, 192.0, 1 if (t // 50) % 2 else 0) for t in range(0, 8000, 10)]
    scene = scene_of(mode, OBJECTS[mode], [(float(t), x, y, k) for t, x, y, k in frames])
    assert scene.objects
    assert scene.first.judged is not None
    field.set_scene(scene)
    pictures = []
    for moment in MOMENTS:
        field.set_time(moment)
        pictures.append(field.picture())
    assert pictures[2] != pictures[0]  # the first object is there
    field.set_scene(build_scene((scene.first,)))  # without its objects
    field.set_time(MOMENTS[2])
    assert field.picture() != pictures[2]


@pytest.mark.parametrize("size", [(320, 180), (640, 300), (1400, 700), (300, 900)])
@pytest.mark.parametrize("mode", MODES)
def test_it_is_painted_at_any_size(
    field: PlaybackField, mode: GameMode, size: tuple[int, int]
) -> None:
    field.resize(*size)
    field.set_scene(scene_of(mode, OBJECTS[mode], frames_of(HITS)))
    field.set_time(1100)
    assert field.picture().size() == field.size() * field.devicePixelRatioF()


def test_bodies_of_sliders_come_from_the_worker(field: PlaybackField, qtbot: QtBot) -> None:
    scene = scene_of(GameMode.OSU, (SLIDER,), frames_of(HITS))
    field.set_scene(scene)
    field.set_time(2900)
    qtbot.waitUntil(lambda: field.images.is_idle)
    (one,) = scene.objects
    assert isinstance(one, OsuObject)
    body = field.images.of(one)
    assert body is not None
    assert not body.image.isNull()
    before = field.grab().toImage()
    assert before == field.picture().convertToFormat(before.format())
    field.resize(500, 300)
    field.grab()  # delivers the new size
    qtbot.waitUntil(lambda: field.images.is_idle)
    smaller = field.images.of(one)
    assert smaller is not None
    assert smaller.image.width() < body.image.width()


def test_cursors_of_mirrored_plays_lie_over_each_other(field: PlaybackField) -> None:
    file = beatmap_file()
    beatmap = read_beatmap(file)
    plain = read_track(replay_file(file, [(0.0, 100.0, 84.0, 0)]), "/a.osr")
    mirrored = read_track(replay_file(file, [(0.0, 100.0, 300.0, 0)], mods="HR"), "/b.osr")
    assert mirrored.flips == (False, True)
    field.set_scene(build_scene((plain, mirrored), beatmap))
    field.set_time(10)
    field.set_hidden(frozenset({1}))
    alone = field.picture()
    field.set_hidden(frozenset({0}))
    other = field.picture()
    # The two have other colours at the same place.
    ground = field_picture_without_cursors(field)
    assert changed(alone, ground) & changed(other, ground)


def field_picture_without_cursors(field: PlaybackField) -> QImage:
    field.set_hidden(frozenset({0, 1}))
    return field.picture()


def changed(one: QImage, other: QImage) -> set[tuple[int, int]]:
    """Return the places in the middle of the field where two pictures differ, coarsely."""
    return {
        (x, y)
        for x in range(200, one.width() - 200, 4)
        for y in range(40, one.height() - 50, 4)
        if one.pixel(x, y) != other.pixel(x, y)
    }


ABSURD = (
    "100,100,1000,2,0,B|1000000:1000000|-1000000:5,1,100000000",
    "-131072,131072,1000,6,0,L|131072:-131072,9000,131072",
    "0,0,1000,2,0,P|0:0|0:0,1,0",
    "256,192,1000,12,0,999999999",
    "0,0,1000,128,0,2000000000:0:0:0:0:",
    "5e300,1,1000,1,0",
    "100,100,nan,1,0",
)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("line", ABSURD)
def test_absurd_objects_are_painted_or_left_out(
    field: PlaybackField, mode: GameMode, line: str
) -> None:
    difficulty = {"SliderMultiplier": 1e9, "CircleSize": -1e9, "ApproachRate": 1e9}
    try:
        scene = scene_of(mode, (line, *OBJECTS[mode]), frames_of(HITS), difficulty)
    except BeatmapError:
        return
    field.set_scene(scene)
    for moment in MOMENTS:
        field.set_time(moment)
        field.picture()
    assert field.images._cache.size <= LIMIT


NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6), st.sampled_from([0, -1, 1 << 31, 3.4e38, -3.4e38, 0.5])
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    mode=st.sampled_from([*MODES, GameMode.of_number(9)]),
    steps=st.lists(st.tuples(st.integers(-100, 3000), NUMBERS, NUMBERS, st.integers(-1, 1 << 20))),
    life=st.text("0123456789|,.-naife", max_size=60),
    moments=st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=4),
    mods=st.sampled_from(["", "HR", "DT", "HDHRDT", "EZHT", "FL"]),
)
def test_any_frames_are_painted(
    field: PlaybackField,
    mode: GameMode,
    steps: list[tuple[int, float, float, int]],
    life: str,
    moments: list[float],
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
    field.set_scene(build_scene((track, track), beatmap))
    field.set_shows_frames(True)
    for moment in moments:
        field.set_time(moment)
        field.picture()


def test_a_crowd_of_objects_takes_no_longer_than_a_few(field: PlaybackField) -> None:
    from tests.costs import ratio

    def painting(count: int) -> Callable[[], object]:
        lines = tuple(f"{n % 500},{n % 380},{1000 + n // 50},1,0" for n in range(count))
        beatmap = read_beatmap(beatmap_file(lines))
        track = read_track(replay_file(b"", frames_of(HITS)), "/x.osr")
        scene = build_scene((track,), beatmap)

        def paint() -> None:
            field.set_scene(scene)
            field.set_time(1000)
            field.picture()

        return paint

    assert ratio(painting(20_000), painting(500)) < 5

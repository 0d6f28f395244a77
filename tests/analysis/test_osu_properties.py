"""What no judgement of an osu! play may depend on: frames after the end, and mirrors."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.analysis.beatmap import Beatmap
from osubrowser.analysis.result import Analysis
from osubrowser.api.mods import Mod
from tests.analysis.plays import Frame, make_beatmap, play

STEP = 300  # milliseconds between two objects
objects = st.lists(
    st.tuples(st.integers(0, 500), st.integers(0, 380), st.sampled_from(("circle", "slider"))),
    min_size=1,
    max_size=8,
)
presses = st.lists(
    st.tuples(st.integers(-180, 180), st.integers(-60, 60), st.integers(-60, 60)),
    min_size=8,
    max_size=8,
)


def beatmap_of(drawn: list[tuple[int, int, str]]) -> Beatmap:
    lines = []
    for at, (x, y, kind) in enumerate(drawn):
        # It ends before the next object, which would be stacked on it at any leniency.
        rest = f"2,0,L|{x + 30}:{y},2,12" if kind == "slider" else "1,0"
        lines.append(f"{x},{y},{1000 + STEP * at},{rest}")
    return make_beatmap(lines, general="StackLeniency: 0")  # stacks are not mirrored


def frames_of(drawn: list[tuple[int, int, str]], errors: list[tuple[int, int, int]]) -> list[Frame]:
    frames: dict[int, Frame] = {}
    for at, ((x, y, _), (error, across, down)) in enumerate(zip(drawn, errors, strict=False)):
        time = 1000 + STEP * at + error
        key = 1 + at % 2
        for later, keys in ((-1, 0), (0, key), (40, key), (90, 0)):
            frames[time + later] = (time + later, x + across, y + down, keys)
    end = 1000 + STEP * len(drawn) + 3000
    frames[end] = (end, 256, 192, 0)
    return [frames[time] for time in sorted(frames)]


def outcome(found: Analysis) -> tuple[object, ...]:
    parts = [(p.part, p.judgement, p.object_time, p.error, p.combo) for p in found.parts]
    return found.counts, found.max_combo, found.unstable_rate, found.mean_error_ms, parts


@settings(max_examples=25)
@given(objects, presses, st.booleans())
def test_frames_after_the_end_change_nothing(
    drawn: list[tuple[int, int, str]], errors: list[tuple[int, int, int]], is_lazer: bool
) -> None:
    beatmap, frames = beatmap_of(drawn), frames_of(drawn, errors)
    end = frames[-1][0]
    more: list[Frame] = [(end + 50 * at, 9 * at, 7 * at, at % 4) for at in range(1, 30)]
    once = play(beatmap, frames, is_lazer=is_lazer)
    assert outcome(play(beatmap, frames, is_lazer=is_lazer)) == outcome(once)
    assert outcome(play(beatmap, [*frames, *more], is_lazer=is_lazer)) == outcome(once)


@settings(max_examples=25)
@given(objects, presses)
def test_a_mirrored_play_is_judged_as_the_play(
    drawn: list[tuple[int, int, str]], errors: list[tuple[int, int, int]]
) -> None:
    frames = frames_of(drawn, errors)
    mirrored: list[Frame] = [(time, 512 - x, y, keys) for time, x, y, keys in frames]
    plain = play(beatmap_of(drawn), frames, is_lazer=True)
    mirror = Mod(acronym="MR", settings={"reflection": 0})
    assert all(not one.stack_height for one in beatmap_of(drawn).hit_objects)
    found = play(beatmap_of(drawn), mirrored, mods=[mirror], is_lazer=True)
    assert outcome(found) == outcome(plain)

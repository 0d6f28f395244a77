"""Cursor, keys and life bar at any moment."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.analysis.playable_frames import PlayedFrame
from osubrowser.models.replays.scene_frames import (
    OSU_LANES,
    TAIKO_LANES,
    FrameTrack,
    KeyLane,
    LifeGraph,
    lanes_of_bits,
    lanes_of_catch,
    mania_lanes,
)

FRAMES = FrameTrack(
    [
        PlayedFrame(0, 0, 0, 0),
        PlayedFrame(10, 100, 50, 5),
        PlayedFrame(20, 100, 50, 1),
        PlayedFrame(20, 120, 60, 0),
        PlayedFrame(40, 120, 100, 10),
        PlayedFrame(50, 130, 100, 15),
    ]
)


def test_the_cursor_moves_straight_between_frames() -> None:
    assert FRAMES.position_at(-5) == (0, 0)
    assert FRAMES.position_at(5) == (50, 25)
    assert FRAMES.position_at(20) == (120, 60)  # the last of one time
    assert FRAMES.position_at(30) == (120, 80)
    assert FRAMES.position_at(1000) == (130, 100)
    assert FrameTrack().position_at(3) == (256, 192)


def test_keys_are_those_of_the_frame_before() -> None:
    assert [FRAMES.keys_at(t) for t in (-1, 0, 10, 15, 20, 45, 99)] == [0, 0, 5, 5, 0, 10, 15]


def test_steps_go_from_frame_to_frame_and_stop_at_the_ends() -> None:
    assert FRAMES.step(0, 1) == 10
    assert FRAMES.step(10, 1) == 20
    assert FRAMES.step(20, 1) == 40
    assert FRAMES.step(25, -1) == 20
    assert FRAMES.step(20, -1) == 10
    assert FRAMES.step(-100, -1) == 0
    assert FRAMES.step(1000, 1) == 50
    assert FrameTrack().step(7, 1) == 7


def test_k1_is_not_m1_though_it_sets_its_bit() -> None:
    lanes = {lane.label: lane for lane in lanes_of_bits(FRAMES, OSU_LANES)}
    assert list(lanes) == ["K1", "K2", "M1", "M2"]
    assert list(lanes["K1"].starts) == [10, 50]
    assert list(lanes["K1"].ends) == [20, 50]
    assert list(lanes["M1"].starts) == [20]
    assert list(lanes["K2"].starts) == [40]
    assert lanes["K1"].count_at(9) == 0
    assert lanes["K1"].count_at(10) == 1
    assert lanes["K1"].count_text_at(10) == "1"
    assert lanes["K1"].is_down_at(15)
    assert not lanes["K1"].is_down_at(20)


def test_presses_between_two_moments() -> None:
    lane = KeyLane("x", array("d", [10, 30, 50]), array("d", [20, 40, 60]))
    assert lane.between(15, 35) == [(10, 20), (30, 40)]
    assert lane.between(20, 30) == []
    assert lane.between(45, 100) == [(50, 60)]


def test_taiko_has_two_rims_and_two_centres() -> None:
    frames = FrameTrack([PlayedFrame(t, 0, 0, k) for t, k in enumerate((0, 1, 2, 4, 8, 0))])
    lanes = lanes_of_bits(frames, TAIKO_LANES)
    assert [(lane.label, list(lane.starts)) for lane in lanes] == [
        ("Kat", [2]),
        ("Don", [1]),
        ("Don", [3]),
        ("Kat", [4]),
    ]


def test_catch_moves_left_and_right() -> None:
    places = [(0, 100, 0), (10, 110, 1), (20, 120, 1), (30, 120, 0), (40, 90, 0)]
    frames = FrameTrack([PlayedFrame(t, x, 0, keys) for t, x, keys in places])
    left, dash, right = lanes_of_catch(frames)
    assert (list(right.starts), list(right.ends)) == ([0], [20])
    assert (list(left.starts), list(left.ends)) == ([30], [40])
    assert (list(dash.starts), list(dash.ends)) == ([10], [30])


def test_mania_has_its_columns_or_those_that_were_used() -> None:
    frames = FrameTrack([PlayedFrame(0, 0, 0, 1), PlayedFrame(5, 0, 0, 8), PlayedFrame(9, 0, 0, 0)])
    assert len(mania_lanes(frames, 7)) == 7
    assert len(mania_lanes(frames, None)) == 4
    assert len(mania_lanes(FrameTrack(), None)) == 1
    assert len(mania_lanes(frames, 10_000)) == 20


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 31)), max_size=60))
def test_a_key_is_down_where_its_frames_say_so(steps: list[tuple[int, int]]) -> None:
    time, frames = 0, []
    for delta, keys in steps:
        time += delta
        frames.append(PlayedFrame(time, 0, 0, keys))
    track = FrameTrack(frames)
    (lane,) = lanes_of_bits(track, [("x", 2, 0)])
    assert len(lane.starts) == len(lane.ends)
    for moment in range(0, time, 7):
        assert lane.is_down_at(moment) == bool(track.keys_at(moment) & 2)


def test_the_life_bar_is_read_as_far_as_it_makes_sense() -> None:
    life = LifeGraph("0|1,100|0.5,x|y,200|nan,50|7,|,300|-3,")
    assert list(life.times) == [0, 50, 100, 300]
    assert life.at(-10) == 1
    assert life.at(25) == 1
    assert life.at(75) == pytest.approx(0.75)
    assert life.at(200) == pytest.approx(0.25)
    assert life.at(9999) == 0
    assert LifeGraph("").at(5) is None


def test_positions_far_away_are_bounded() -> None:
    track = FrameTrack([PlayedFrame(0, 3e38, -3e38, 0), PlayedFrame(10, -3e38, 3e38, 0)])
    assert all(abs(value) <= 1e5 for value in track.position_at(5))

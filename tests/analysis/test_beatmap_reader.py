"""Reading of beatmap files."""

from __future__ import annotations

import hashlib
import json
from collections import Counter

import pytest

from osubrowser.analysis.beatmap import BeatmapError, ObjectKind
from osubrowser.analysis.beatmap_reader import (
    MAX_BREAKS,
    MAX_CONTROL_POINTS,
    MAX_FILE_BYTES,
    MAX_LEFT_OUT,
    MAX_OBJECTS,
    MAX_TIMING_POINTS,
    read_beatmap,
)
from osubrowser.api.entities.modes import GameMode
from tests.analysis.plays import beatmap_text, make_beatmap
from tests.conftest import SHARED

REPLAYS = SHARED / "replays"
KINDS = ("circle", "slider", "spinner", "hold")
FULL = """osu file format v14

[General]
AudioFilename: song.mp3
StackLeniency: 0.5
Mode: 0

[Metadata]
Title:A title // with slashes
TitleUnicode:題
Artist:An artist
ArtistUnicode:歌手
Creator:A mapper
Version:Hard
BeatmapID:12
BeatmapSetID:34

[Difficulty]
HPDrainRate:4
CircleSize:3.5
OverallDifficulty:6
ApproachRate:7.5
SliderMultiplier:1.6
SliderTickRate:2

[Events]
//Break Periods
2,5000,7000
0,0,"bg.jpg",0,0

[TimingPoints]
500,400,4,2,1,60,1,0
2500,-50,4,2,1,60,0,1

[Colours]
Combo1 : 255,0,0
Combo2 : 0,255,0

[HitObjects]
100,200,500,5,2,0:0:0:0:
300,200,1000,2,0,L|460:200,2,160
256,192,2000,12,0,3000
10,20,4000,1,8
30,40,8000,1,4
"""


def test_all_sections() -> None:
    beatmap = read_beatmap(FULL.encode())
    assert beatmap.md5 == hashlib.md5(FULL.encode(), usedforsecurity=False).hexdigest()
    assert (beatmap.format_version, beatmap.mode) == (14, GameMode.OSU)
    assert (beatmap.title, beatmap.title_original) == ("A title // with slashes", "題")
    assert (beatmap.artist, beatmap.artist_original) == ("An artist", "歌手")
    assert (beatmap.creator, beatmap.difficulty) == ("A mapper", "Hard")
    assert (beatmap.beatmap_id, beatmap.beatmapset_id) == (12, 34)
    assert (beatmap.circle_size, beatmap.overall_difficulty) == (3.5, 6)
    assert (beatmap.approach_rate, beatmap.drain) == (7.5, 4)
    assert (beatmap.slider_multiplier, beatmap.slider_tick_rate) == (1.6, 2)
    assert (beatmap.stack_leniency, beatmap.audio_file) == (0.5, "song.mp3")
    assert beatmap.combo_colours == ((255, 0, 0), (0, 255, 0))
    assert [(pause.start, pause.end) for pause in beatmap.breaks] == [(5000, 7000)]
    assert [(point.beat_length, point.velocity) for point in beatmap.timing_points] == [
        (400, 1),
        (400, 2),
    ]
    assert [point.is_kiai for point in beatmap.timing_points] == [False, True]
    assert beatmap.notes == ()
    assert [item.kind.value for item in beatmap.hit_objects] == [
        "circle",
        "slider",
        "spinner",
        "circle",
        "circle",
    ]
    assert [item.sounds for item in beatmap.hit_objects] == [2, 0, 0, 8, 4]


def test_slider_times() -> None:
    slider = read_beatmap(FULL.encode()).hit_objects[1]
    # 160 pixels a beat of 400 ms, two ticks a beat, there and back.
    assert (slider.spans, slider.end_time, slider.span_duration) == (2, 1800, 400)
    assert slider.tick_times == (1200, 1600)
    assert slider.path is not None
    assert slider.path.position_at(0) == (300, 200)
    assert slider.path.position_at(0.5) == (380, 200)


def test_combo_numbers_and_colours() -> None:
    objects = read_beatmap(FULL.encode()).hit_objects
    # A combo begins after a spinner and after a break; a spinner begins none.
    assert [item.combo_number for item in objects] == [1, 2, 3, 1, 1]
    assert [item.combo_index for item in objects] == [1, 1, 1, 2, 3]
    skipping = make_beatmap(["0,0,0,1,0", "0,0,100,37,0", "0,0,200,1,0"])
    assert [item.combo_index for item in skipping.hit_objects] == [1, 4, 4]
    assert [item.combo_number for item in skipping.hit_objects] == [1, 1, 2]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    assert read_beatmap(FULL.encode(encoding)).title_original == "題"


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n\n", "\n\r\n"])
def test_line_ends(line_end: str) -> None:
    beatmap = read_beatmap(FULL.replace("\n", line_end).encode())
    assert len(beatmap.hit_objects) == 5


def test_text_that_is_not_utf_8() -> None:
    beatmap = read_beatmap(FULL.encode().replace("題".encode(), b"\xff\xfe\xe9"))
    assert len(beatmap.hit_objects) == 5


def test_times_of_the_first_formats_are_later() -> None:
    assert [make_beatmap(["0,0,100,1,0"], version=v).hit_objects[0].time for v in (4, 5)] == [
        124,
        100,
    ]


def test_positions_are_whole_before_lazer() -> None:
    line = "256.99,-3.5,1000,1,0"
    old, new = (make_beatmap([line], version=version).hit_objects[0] for version in (14, 128))
    assert (old.x, old.y) == (256, -3)
    assert (new.x, new.y) == (256.99, -3.5)


def test_defaults() -> None:
    beatmap = read_beatmap(b"osu file format v9\n[Difficulty]\nOverallDifficulty:8\n")
    # Before approach rates were written, they were that of the overall difficulty.
    assert (beatmap.approach_rate, beatmap.circle_size, beatmap.drain) == (8, 5, 5)
    assert beatmap.hit_objects == ()


def test_values_are_kept_in_the_ranges_of_the_game() -> None:
    beatmap = make_beatmap(
        [], difficulty={"CircleSize": 99, "SliderMultiplier": 0, "SliderTickRate": 1e9}
    )
    assert (beatmap.circle_size, beatmap.slider_multiplier, beatmap.slider_tick_rate) == (
        10,
        0.4,
        8,
    )
    keys = make_beatmap([], difficulty={"CircleSize": 18}, general="Mode: 3")
    assert keys.circle_size == 18


def test_timing_points_at_one_time() -> None:
    timing = ("0,500,4,1,1,1,1,0", "0,600,4,1,1,1,1,0", "0,-50,4,1,1,1,0,0", "0,-200,4,1,1,1,0,0")
    slider = make_beatmap(["0,0,0,2,0,L|100:0,1,100"], timing=timing).hit_objects[0]
    assert slider.end_time == 1000  # the first tempo, the last velocity: half as fast


def test_nan_as_velocity_switches_ticks_off() -> None:
    timing = ("0,500,4,1,1,1,1,0", "0,NaN,4,1,1,1,0,0")
    slider = make_beatmap(["0,0,0,2,0,L|300:0,1,300"], timing=timing).hit_objects[0]
    assert (slider.end_time, slider.tick_times) == (1500, ())
    assert make_beatmap([], timing=("0,NaN,4,1,1,1,1,0",)).timing_points == ()


@pytest.mark.parametrize(
    "line",
    [
        "0,0,NaN,1,0",
        "0,0,inf,1,0",
        "1e40,0,0,1,0",
        "0,0,0",
        "0,0,0,0,0",
        "0,0,0,x,0",
        "0,0,0,2,0,L|1000000000:0,1,100",
        "0,0,0,2,0,L|100:0,1000000000,100",
        "0,0,0,2,0,L|100:0,1,1000000000",
        "0,0,0,2,0,,1,100",
        "0,0,0,2,0,100:0,1,100",
        "0,0,0,2,0,L|100,1,100",
        "0,0,0,8,0",
        "0,0,0,2,0,L|100:0," + "9" * 5000 + ",100",
    ],
)
def test_objects_that_cannot_be_read_are_left_out_and_told(line: str) -> None:
    beatmap = make_beatmap(["1,2,3,1,0", line])
    assert len(beatmap.hit_objects) == 1
    assert beatmap.notes == ("The beatmap file has 1 hit object that cannot be read.",)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (b"\n \r\n", "the file is empty"),
        (b"<html><body>Not found</body></html>", "not a beatmap"),
        (b"\0" * 10_000, "not a beatmap"),
        (b"x" * (MAX_FILE_BYTES + 1), "larger than a beatmap can be"),
        (
            beatmap_text(f"0,0,{time},1,0" for time in range(MAX_OBJECTS + 1)).encode(),
            "more than 100,000 hit objects",
        ),
        (
            beatmap_text([], timing=["0,500,4,1,1,1,1,0"] * (MAX_TIMING_POINTS + 1)).encode(),
            "more than 200,000 timing points",
        ),
    ],
    ids=["empty", "blank", "web page", "zeros", "large", "objects", "timing points"],
)
def test_what_is_no_beatmap_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(BeatmapError, match=sentence):
        read_beatmap(data)


def test_files_without_a_version_are_read() -> None:
    assert read_beatmap(b"[HitObjects]\n1,2,3,1,0\n").format_version == 14


def test_hold_notes() -> None:
    beatmap = make_beatmap(["64,192,1000,128,0,2000:0:0:0:0:"], general="Mode: 3")
    note = beatmap.hit_objects[0]
    assert (note.kind, note.time, note.end_time) == (ObjectKind.HOLD, 1000, 2000)


def test_all_known_beatmaps_have_their_objects() -> None:
    if not REPLAYS.exists():
        pytest.skip("the known beatmaps (../shared/replays) are not beside this checkout")
    index = json.loads((REPLAYS / "index.json").read_text("utf-8"))
    refused = 0
    for known in index["maps"]:
        data = (REPLAYS / known["file"]).read_bytes()
        expected = {kind: known["objects_rosu"][f"{kind}s"] for kind in KINDS}
        try:
            beatmap = read_beatmap(data)
        except BeatmapError as problem:
            assert str(problem), known["file"]
            assert not any(expected.values()), known["file"]
            refused += 1
            continue
        found = Counter(item.kind.value for item in beatmap.hit_objects)
        assert {kind: found[kind] for kind in KINDS} == expected, known["file"]
        assert beatmap.md5 == known["md5"]
    assert refused <= 5
    for pair in index["pairs"]:
        beatmap = read_beatmap((REPLAYS / pair["map"]).read_bytes())
        assert (beatmap.md5, beatmap.notes) == (pair["map_md5"], ()), pair["map"]


def test_the_control_points_of_all_sliders_are_bounded() -> None:
    line = f"0,0,0,2,0,B{'|1:1' * (MAX_CONTROL_POINTS // 2)},1,100"
    beatmap = make_beatmap(["0,0,0,1,0", line, line, line])
    assert [item.kind.value for item in beatmap.hit_objects] == ["circle", "slider", "slider"]
    assert beatmap.notes[0] == "The beatmap file has 1 hit object that cannot be read."


def test_a_file_of_lines_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(BeatmapError, match="more than 100,000 lines that cannot be read"):
        make_beatmap(["x"] * (MAX_LEFT_OUT + 1))


def test_breaks_are_bounded() -> None:
    text = beatmap_text(["0,0,9000,1,0"]).replace("[Hit", "[Events]\n" + "2,1,2\n" * 5000 + "[Hit")
    assert len(read_beatmap(text.encode()).breaks) == MAX_BREAKS


def test_a_line_of_many_values() -> None:
    beatmap = make_beatmap(["1,2,3,1,0" + ",1" * 1_000_000])
    assert len(beatmap.hit_objects) == 1

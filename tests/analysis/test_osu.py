"""Judgement of osu! replays: known answers, what is refused, notes, frames, damaged input."""

from __future__ import annotations

import functools
import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osubrowser.analysis.beatmap import Beatmap, BeatmapError
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.figures import header_counts
from osubrowser.analysis.osu import judge, rules_version
from osubrowser.analysis.playable_frames import playable_frames
from osubrowser.analysis.result import JudgementCancelled, NotJudged, Part
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod, parse_mods
from osubrowser.api.replays import (
    Replay,
    ReplayError,
    ReplayScoreInfo,
    pack_score_info,
    read_replay,
)
from tests.analysis.plays import LAZER_VERSION, LEFT, beatmap_text, make_beatmap, make_replay, play
from tests.conftest import SHARED

REPLAYS = SHARED / "replays"
INDEX = REPLAYS / "index.json"
WINDOWS = REPLAYS / "hit-windows.json"


@functools.cache
def index() -> dict[str, Any]:
    if not INDEX.exists():
        return {"pairs": [], "replays_alone": []}
    known: dict[str, Any] = json.loads(INDEX.read_text("utf-8"))
    return known


@functools.cache
def osu_pairs() -> list[dict[str, Any]]:
    pairs = [pair for pair in index()["pairs"] if pair["mode"] == "osu"]
    return [pair for pair in pairs if any(header_counts(opened(pair)[1]).values())]


@functools.cache
def small_files() -> list[tuple[bytes, bytes]]:
    """Return the bytes of short known beatmaps and their replays."""
    return [
        ((REPLAYS / pair["map"]).read_bytes(), (REPLAYS / pair["replay"]).read_bytes())
        for pair in osu_pairs()
        if pair["frames"] < 1000
    ]


def opened(pair: dict[str, Any]) -> tuple[Beatmap, Replay]:
    return (
        read_beatmap((REPLAYS / pair["map"]).read_bytes()),
        read_replay((REPLAYS / pair["replay"]).read_bytes()),
    )


@pytest.mark.skipif(not INDEX.exists(), reason="the known replays are not beside this checkout")
@pytest.mark.parametrize("pair", osu_pairs(), ids=lambda pair: pair["replay"][8:-4])
def test_known_replays_have_the_counts_that_the_game_counted(pair: dict[str, Any]) -> None:
    analysis = judge(*opened(pair))
    assert analysis.counts == analysis.header_counts
    assert analysis.max_combo == pair["header"]["max_combo"]
    assert analysis.notes == ()
    expected = pair["expected"]
    if "unstable_rate_converted" in expected:
        assert analysis.unstable_rate == pytest.approx(
            expected["unstable_rate_converted"], abs=0.01
        )
        assert analysis.unstable_rate_raw == pytest.approx(expected["unstable_rate_raw"], abs=0.01)
        assert analysis.mean_error_ms == pytest.approx(expected["mean_error_ms"], abs=0.001)
    if "miss_times_ms" in expected:
        assert [part.object_time for part in analysis.misses] == expected["miss_times_ms"]


@pytest.mark.skipif(not INDEX.exists(), reason="the known replays are not beside this checkout")
def test_lazer_with_classic_judges_plays_of_stable_almost_alike() -> None:
    for pair in osu_pairs():
        if pair["frames"] > 10_000:
            continue
        beatmap, replay = opened(pair)
        counts = header_counts(replay)
        mods = [*replay.mods, Mod(acronym="CL")]
        info = pack_score_info(ReplayScoreInfo(mods=mods, statistics=counts))
        lazer = replace(replay, game_version=LAZER_VERSION, packed_score_info=info)
        analysis = judge(beatmap, lazer)
        # Slider ends alone differ: lazer has no whole milliseconds.
        assert analysis.counts["miss"] == counts["miss"], pair["replay"]
        assert abs(analysis.counts["great"] - counts["great"]) <= 4, pair["replay"]
        assert analysis.unstable_rate == judge(beatmap, replay).unstable_rate


@pytest.mark.skipif(not WINDOWS.exists(), reason="the known answers are not beside this checkout")
@pytest.mark.parametrize("is_lazer", [False, True], ids=["stable", "lazer with Classic"])
def test_single_notes_with_known_answers(is_lazer: bool) -> None:
    mods_of = {"no_mod": "", "hard_rock": "HR", "easy": "EZ"}
    cases = json.loads(WINDOWS.read_text("utf-8"))["cases"]["osu"]
    for name, rows in cases.items():
        mods = parse_mods(mods_of[name] + ("CL" if is_lazer else ""))
        for od, offset, expected in rows:
            beatmap = make_beatmap(["256,192,1000,1,0"], difficulty={"OverallDifficulty": od})
            time = 1000 + offset
            frames = [(time, 256.0, 192.0, LEFT), (time + 20, 256.0, 192.0, 0), (3000, 0.0, 0.0, 0)]
            analysis = play(beatmap, frames, mods=mods, is_lazer=is_lazer)
            found = analysis.parts[0].judgement.value
            assert found == expected.lower(), (name, od, offset)


@pytest.mark.skipif(not INDEX.exists(), reason="the known replays are not beside this checkout")
def test_frames_of_all_known_replays_are_in_order() -> None:
    for known in index()["replays_alone"]:
        replay = read_replay((REPLAYS / known["file"]).read_bytes())
        times = [frame.time for frame in playable_frames(replay)]
        assert times == sorted(times), known["file"]


@pytest.fixture
def small() -> Beatmap:
    return make_beatmap(["100,100,1000,1,0", "200,200,2000,1,0"])


FRAMES = [(1000, 100, 100, LEFT), (1050, 100, 100, 0), (2020, 200, 200, LEFT), (2500, 0, 0, 0)]


@pytest.mark.parametrize("acronym", ["RX", "AP", "AT", "CN", "TP", "RD", "MG", "WG", "XX"])
def test_mods_whose_plays_are_not_judged(small: Beatmap, acronym: str) -> None:
    mod = Mod(acronym=acronym)
    with pytest.raises(NotJudged, match=r"^[A-Z].+\.$"):
        play(small, FRAMES, mods=[mod], is_lazer=True)


def test_other_rulesets_and_stripped_headers_are_not_judged(small: Beatmap) -> None:
    replay = make_replay(FRAMES, count=2)
    for refused, beatmap in (
        (replace(replay, mode=GameMode.MANIA), small),
        (replay, replace(small, mode=GameMode.TAIKO)),
        (replay, replace(small, hit_objects=())),
        (replace(replay, count_300=0), small),
        (replace(replay, packed_frames=b""), small),
    ):
        with pytest.raises(NotJudged, match=r"^[A-Z].+\.$"):
            judge(beatmap, refused)
    assert playable_frames(replace(replay, count_300=0))


def test_notes_say_what_differs(small: Beatmap) -> None:
    replay = make_replay(FRAMES, count=2, max_combo=2, beatmap_hash=small.md5)
    assert judge(small, replay).notes == ()
    other = replace(replay, beatmap_hash="0" * 32, count_300=3, max_combo=7)
    assert judge(small, other).notes == (
        "The replay was played on another version of this beatmap.",
        "The judgement differs from what the game counted: 2 great (the file: 3),"
        " a combo of 2 (the file: 7).",
    )


def test_a_play_that_ended_early_is_judged_to_its_last_frame(small: Beatmap) -> None:
    replay = make_replay(FRAMES[:2], count=1, max_combo=1)
    analysis = judge(small, replay)
    assert [part.part for part in analysis.parts] == [Part.CIRCLE]
    assert analysis.notes == (
        "The play ended before the beatmap: it is judged up to its last frame.",
    )


def test_progress_and_cancel(small: Beatmap) -> None:
    replay = make_replay([(time, 0, 0, 0) for time in range(10_000)], count=2)
    parts: list[float] = []
    judge(small, replay, progress=parts.append)
    assert len(parts) > 2
    assert parts == sorted(parts)
    assert 0 <= parts[0] <= parts[-1] <= 1
    with pytest.raises(JudgementCancelled):
        judge(small, replay, is_cancelled=lambda: len(parts) > 2)


def test_files_of_the_server_have_the_rules_of_their_day() -> None:
    day = datetime(2021, 3, 4, tzinfo=UTC)
    assert rules_version(20_151_228, day) == 20_210_304
    assert rules_version(20_151_228, datetime(2013, 1, 1, tzinfo=UTC)) == 20_151_228
    assert rules_version(20_180_101, day) == 20_180_101
    assert rules_version(20_151_228, None) == 20_151_228


def frames_of(text: str, beatmap: Beatmap | None = None) -> list[tuple[int, float, float, int]]:
    import lzma

    replay = Replay(packed_frames=lzma.compress(text.encode(), lzma.FORMAT_ALONE))
    return [tuple(frame) for frame in playable_frames(replay, beatmap)]  # type: ignore[misc]


def test_lead_in_is_dropped() -> None:
    usual = "0|256|-500|0,-1|256|-500|0,-700|1|2|0,10|3|4|5"
    assert frames_of(usual) == [(-701, 1, 2, 0), (-691, 3, 4, 5)]
    skipped = "0|256|-500|0,6000|256|-500|0,-5990|1|2|0,10|3|4|5"
    assert frames_of(skipped) == [(10, 1, 2, 0), (20, 3, 4, 5)]


def test_first_frames_that_go_back_are_repaired() -> None:
    assert frames_of("10|1|1|0,-5|2|2|0,100|3|3|0") == [(0, 1, 1, 0), (10, 2, 2, 0), (105, 3, 3, 0)]
    assert frames_of("50|1|1|0,10|2|2|0,-30|3|3|0") == [
        (30, 1, 1, 0),
        (30, 2, 2, 0),
        (30, 3, 3, 0),
    ]


def test_later_frames_that_go_back_are_left_out() -> None:
    text = "0|1|1|0,10|2|2|0,10|3|3|0,-5|4|4|0,5|5|5|0,-12345|0|0|9"
    assert [frame[0] for frame in frames_of(text)] == [0, 10, 20, 20]


def test_frames_of_the_first_formats_are_later() -> None:
    old = make_beatmap(["0,0,100,1,0"], version=4)
    assert [frame[0] for frame in frames_of("0|1|1|0,10|2|2|0", old)] == [24, 34]


def damaged(data: bytes, changes: list[tuple[int, int]]) -> bytes:
    changed = bytearray(data)
    for at, value in changes:
        changed[at % len(changed)] = value
    return bytes(changed)


SEED = beatmap_text(
    [
        "100,100,1000,1,0",
        "200,100,1500,2,0,B|300:100|300:200|300:200|200:200,2,300",
        "200,200,4000,6,0,P|250:250|300:200,1,150",
        "100,200,5000,2,0,C|150:250|200:200,3,100",
        "256,192,6000,12,0,8000",
        "50,50,9000,1,0",
    ],
    timing=("0,500,4,2,1,60,1,0", "4000,-50,4,2,1,60,0,1"),
).encode()
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 1 << 20),
        st.one_of(st.sampled_from(b"0123456789-.,|:eE"), st.integers(0, 255)),
    ),
    min_size=1,
    max_size=12,
)
PLAYED = [
    (time, 100 + time % 200, 100 + time % 150, LEFT if time % 300 < 150 else 0)
    for time in range(0, 10_000, 20)
]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES, is_lazer=st.booleans())
def test_damaged_beatmaps_are_read_and_judged_or_refused(
    changes: list[tuple[int, int]], is_lazer: bool
) -> None:
    try:
        beatmap = read_beatmap(damaged(SEED, changes))
    except BeatmapError as problem:
        assert str(problem)
        return
    assert [item.index for item in beatmap.hit_objects] == list(range(len(beatmap.hit_objects)))
    for item in beatmap.hit_objects:
        assert item.time <= item.end_time < 1e15
        assert all(item.time <= tick <= item.end_time for tick in item.tick_times)
    try:
        analysis = play(beatmap, PLAYED, is_lazer=is_lazer)
    except NotJudged as problem:
        assert str(problem)
        return
    assert sum(analysis.counts.values()) == len(beatmap.hit_objects)
    assert 0 <= analysis.accuracy <= 1


@pytest.mark.skipif(not INDEX.exists(), reason="the known replays are not beside this checkout")
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES, which=st.integers(0, 5))
def test_damaged_files_of_the_game(changes: list[tuple[int, int]], which: int) -> None:
    beatmap_data, replay_data = small_files()[which]
    try:
        judge(
            read_beatmap(damaged(beatmap_data, changes)), read_replay(damaged(replay_data, changes))
        )
    except (BeatmapError, NotJudged, ReplayError) as problem:
        assert str(problem)


@pytest.mark.parametrize(
    ("objects", "difficulty"),
    [
        ([f"100,100,{at},2,0,L|200:100,9000,100" for at in range(2000)], {"SliderTickRate": 8}),
        ([f"0,0,{at},2,0,L|100:100,9000,131000" for at in range(300)], {"SliderTickRate": 8}),
        (
            ["0,0,0,2,0,B|" + "|".join(f"{at * 37 % 9999}:{at}" for at in range(9000)) + ",1,9999"],
            {},
        ),
        ([f"{at * 7 % 512},{at * 13 % 384},1000,1,0" for at in range(20_000)], {}),
    ],
    ids=["repeats", "ticks", "curve", "one moment"],
)
@pytest.mark.parametrize("is_lazer", [False, True], ids=["stable", "lazer"])
def test_absurd_beatmaps_end_in_time(
    objects: list[str], difficulty: dict[str, float], is_lazer: bool
) -> None:
    beatmap = make_beatmap(objects, difficulty=difficulty)
    try:
        analysis = play(beatmap, PLAYED, is_lazer=is_lazer)
    except NotJudged as problem:
        assert "too long" in str(problem) or "Too many" in str(problem)
    else:
        assert sum(analysis.counts.values()) == len(objects)

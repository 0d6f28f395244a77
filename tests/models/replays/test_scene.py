"""A scene: judged once, read at any moment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from osubrowser.analysis import osu
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.result import Analysis, JudgedPart, Judgement, Part
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.replays import ReplayError, read_replay
from osubrowser.models.replays.scene import (
    ReplayTrack,
    Scene,
    build_scene,
    read_track,
    with_beatmap,
    with_judgement,
)
from osubrowser.models.replays.scene_words import miss_sentence, moment
from tests.models.replays.plays import HITS, OBJECTS, beatmap_file, frames_of, replay_file

MAP = beatmap_file()


def judged_track(frames: list[tuple[float, float, float, int]], mods: str = "") -> ReplayTrack:
    data = replay_file(MAP, frames, mods=mods)
    beatmap = read_beatmap(MAP)
    track = with_beatmap(read_track(data, "/x.osr"), beatmap)
    return with_judgement(track, beatmap, osu.judge(beatmap, read_replay(data)))


def test_figures_at_a_moment_are_those_of_the_judgement_until_then() -> None:
    judged = judged_track(frames_of(HITS)).judged
    assert judged is not None
    parts = [part for part in judged.analysis.parts if part.counts]
    assert [part.judgement for part in parts[:4]] == [Judgement.GREAT] * 4
    assert parts[4].judgement is Judgement.MISS  # the slider was not touched
    assert judged.combo_at(0) == 0
    assert judged.combo_text_at(0) == "0x"
    assert judged.combo_at(1700) == 2
    assert judged.combo_at(2600) == 4
    assert judged.combo_text_at(2600) == "4x"
    assert judged.combo_at(1e9) == 0
    assert judged.accuracy_at(0) == judged.accuracy_at(2600) == 1
    assert judged.accuracy_at(1e9) == pytest.approx(4 / 5)
    assert dict(judged.counts_at(2600)) == {Judgement.GREAT: 4, Judgement.MISS: 0}
    assert dict(judged.counts_at(1e9)) == {Judgement.GREAT: 4, Judgement.MISS: 1}
    assert judged.accuracy_text_at(-1) == "100.00%"
    assert judged.accuracy_text_at(1e9) == "80.00%"
    assert dict(judged.count_texts_at(1e9)) == {Judgement.GREAT: "4", Judgement.MISS: "1"}
    assert judged.unstable_rate_text_at(0) == ""
    assert judged.unstable_rate_text_at(1e9).startswith("UR ")
    assert judged.unstable_rate_at(0) is None
    assert judged.unstable_rate_at(1e9) == pytest.approx(judged.analysis.unstable_rate)
    assert [error.error for error in judged.errors] == [5, -10, 10, 0]
    assert [error.error for error in judged.errors_between(1200, 1600)] == [-10]


def test_misses_are_found_in_both_directions() -> None:
    judged = judged_track(frames_of(HITS[:2])).judged
    assert judged is not None
    times = [miss.time for miss in judged.misses]
    assert times == [2000, 2500, 3000]
    assert judged.next_miss(0) is judged.misses[0]
    assert judged.next_miss(2000) is judged.misses[1]
    assert judged.next_miss(3000) is None
    assert judged.previous_miss(1e9) is judged.misses[2]
    assert judged.previous_miss(2000) is None


def test_a_miss_says_what_was_pressed() -> None:
    early = (*HITS[:2], (1850, 300, 220), HITS[3])
    judged = judged_track(frames_of(early)).judged
    assert judged is not None
    assert judged.misses[0].sentence == "Missed at 0:02.000: pressed 150 ms early, 20 px away"


def test_a_missed_slider_says_what_missed_its_head() -> None:
    judged = judged_track(frames_of([*HITS, (3004, 180, 300)])).judged
    assert judged is not None
    (miss,) = judged.misses
    assert miss.sentence == "Missed at 0:03.000, slider: pressed 4 ms late, 80 px away"


def test_a_miss_is_shown_longer_than_the_hits_after_it() -> None:
    judged = judged_track(frames_of((HITS[0], *HITS[2:]))).judged
    assert judged is not None
    missed = next(mark for mark in judged.marks if mark.judgement is Judgement.MISS)
    after = judged.latest_mark(missed.time - 10, missed.time + 1, 300)
    assert after == missed
    hit = judged.latest_mark(1900, 2020, 300)
    assert hit is not None
    assert hit.judgement is Judgement.GREAT
    assert judged.latest_mark(missed.time - 10, 2020, 5000) == missed
    assert judged.latest_mark(-10, -5, 100) is None


@pytest.mark.parametrize(
    ("part", "mode", "sentence"),
    [
        ({"part": Part.CIRCLE}, GameMode.OSU, "Missed at 0:01.000: no press near it"),
        (
            {"part": Part.SLIDER, "press_error": 63.4, "press_distance": 40.2},
            GameMode.OSU,
            "Missed at 0:01.000, slider: pressed 63 ms late, 40 px away",
        ),
        (
            {"part": Part.NOTE, "column": 2, "press_error": -140.0},
            GameMode.MANIA,
            "Missed at 0:01.000, column 3: pressed 140 ms early",
        ),
        (
            {"part": Part.CIRCLE, "press_error": 0.2, "press_distance": 41.0},
            GameMode.OSU,
            "Missed at 0:01.000: pressed in time, 41 px away",
        ),
        (
            {"part": Part.FRUIT, "error": -55.5},
            GameMode.CATCH,
            "Missed at 0:01.000, fruit: 56 px beside the plate",
        ),
    ],
)
def test_sentences_of_misses(part: dict[str, object], mode: GameMode, sentence: str) -> None:
    judged = JudgedPart(
        index=0,
        judgement=Judgement.MISS,
        object_time=1000,
        time=1100,
        **part,  # type: ignore[arg-type]
    )
    assert miss_sentence(judged, mode) == sentence


def test_taiko_can_miss_by_its_colour() -> None:
    judged = JudgedPart(
        index=0,
        part=Part.NOTE,
        judgement=Judgement.MISS,
        object_time=1000,
        time=1100,
        press_error=-16.0,
    )
    other = "Missed at 0:01.000: pressed the other colour, 16 ms early"
    assert miss_sentence(judged, GameMode.TAIKO, 80) == other
    assert miss_sentence(judged, GameMode.TAIKO, 10) == "Missed at 0:01.000: pressed 16 ms early"


def test_moments_are_written_with_thousandths() -> None:
    assert moment(62_345.4) == "1:02.345"
    assert moment(-500) == "-0:00.500"
    assert moment(3_723_004) == "1:02:03.004"
    assert moment(float("nan")) == "–"
    assert len(moment(1e300)) < 20


def test_a_scene_without_its_beatmap_has_cursor_keys_and_life() -> None:
    track = read_track(replay_file(MAP, frames_of(HITS), mods="DT"), "/x.osr")
    scene = build_scene((track,))
    assert scene.objects == ()
    assert scene.beatmap is None
    assert scene.rate == 1.5
    assert scene.start == 0
    assert scene.end == 4700
    assert track.life.at(2000) == 0.5
    assert track.lanes[0].count_at(1e9) + track.lanes[1].count_at(1e9) == 4
    assert track.texts.title.startswith("Unknown beatmap ")


def test_objects_are_taken_over_when_the_judgement_comes() -> None:
    beatmap = read_beatmap(MAP)
    data = replay_file(MAP, frames_of(HITS))
    track = with_beatmap(read_track(data, "/x.osr"), beatmap)
    before = build_scene((track,), beatmap)
    assert len(before.objects) == len(OBJECTS)
    done = with_judgement(track, beatmap, osu.judge(beatmap, read_replay(data)))
    after = build_scene((done,), beatmap, before)
    assert after.objects is before.objects
    assert after.first.judged is done.judged
    other = read_beatmap(MAP)
    assert build_scene((done,), other, before).objects is not before.objects


def test_the_header_says_what_is_known() -> None:
    track = judged_track(frames_of(HITS), mods="HDHR")
    texts = track.texts
    assert texts.page_title == "player - Somebody - Little song [Easy]"
    assert texts.mods == "HD, HR"
    assert texts.grade == "C"
    assert dict(texts.facts)["Accuracy"] == "80.00%"
    assert "Unstable rate" in dict(texts.facts)
    assert texts.about == "osu! · 29 Feb 2024 · osu!stable 20200704"
    assert texts.played == "29 Feb 2024, 12:30 UTC"
    assert texts.as_text().splitlines()[0] == texts.page_title


def test_hostile_names_stay_one_line() -> None:
    data = replay_file(MAP, [], player="a\nb\u202ec\0" + "x" * 5000)
    texts = read_track(data, "/x.osr").texts
    assert "\n" not in texts.page_title
    assert "\u202e" not in texts.page_title
    assert len(texts.player) <= 60


def test_an_unknown_ruleset_has_frames_and_keys() -> None:
    data = replay_file(MAP, frames_of(HITS), mode=GameMode.of_number(7))
    scene = build_scene((read_track(data, "/x.osr"),))
    assert len(scene.first.frames) > 100
    assert scene.first.lanes
    assert "Ruleset 7" in scene.first.texts.about


def test_a_converted_beatmap_has_no_objects() -> None:
    beatmap = read_beatmap(MAP)
    for mode in (GameMode.TAIKO, GameMode.CATCH, GameMode.MANIA):
        track = read_track(replay_file(MAP, frames_of(HITS), mode=mode), "/x.osr")
        assert build_scene((with_beatmap(track, beatmap),), beatmap).objects == ()


def test_a_replay_without_frames_lasts_as_long_as_its_objects() -> None:
    beatmap = read_beatmap(MAP)
    track = read_track(replay_file(MAP, []), "/x.osr")
    scene = build_scene((track,), beatmap)
    assert scene.end > 3000
    assert build_scene((track,)).duration > 0


def test_a_damaged_file_is_refused_with_a_sentence() -> None:
    data = bytearray(replay_file(MAP, frames_of(HITS)))
    data[-40:] = bytes(40)
    with pytest.raises(ReplayError):
        read_track(bytes(data[:-60]), "/x.osr")


def test_endless_times_are_bounded() -> None:
    frames = [(0.0, 0.0, 0.0, 0), (2e9, 1.0, 1.0, 1)]
    scene = build_scene((read_track(replay_file(MAP, frames), "/x.osr"),))
    assert scene.duration <= 24 * 3600 * 1000


def test_catch_draws_what_was_judged() -> None:
    beatmap = read_beatmap(beatmap_file(mode=2))
    data = replay_file(MAP, frames_of(HITS), mode=GameMode.CATCH)
    parts = tuple(
        JudgedPart(index=n, part=part, judgement=result, object_time=1000 + n, time=1000 + n, x=n)
        for n, (part, result) in enumerate(
            [
                (Part.FRUIT, Judgement.GREAT),
                (Part.DROPLET, Judgement.MISS),
                (Part.TINY_DROPLET, Judgement.TICK_MISS),
            ]
        )
    )
    analysis = Analysis(
        mode=GameMode.CATCH,
        mods=(),
        is_lazer=False,
        rate=1.0,
        beatmap=beatmap,
        parts=parts,
        counts={},
        header_counts={},
        max_combo=1,
        accuracy=0.5,
        unstable_rate=None,
        unstable_rate_raw=None,
        mean_error_ms=None,
        slider_breaks=0,
    )
    track = with_judgement(read_track(data, "/x.osr"), beatmap, analysis)
    scene = build_scene((track,), beatmap)
    fruits = scene.objects
    assert [getattr(fruit, "is_caught", None) for fruit in fruits] == [True, False, False]
    sizes = [getattr(fruit, "size", 0) for fruit in fruits]
    assert sizes == sorted(sizes, reverse=True)
    assert track.judged is not None
    assert track.judged.errors == []
    again = build_scene((replace(track),), beatmap, scene)
    assert isinstance(again, Scene)

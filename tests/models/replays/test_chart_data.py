"""Data of the charts of a replay, with answers that can be worked out by hand."""

from __future__ import annotations

import math
import statistics
from array import array

import pytest

from osubrowser.analysis.analyse import analyse
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.catch import catch_width
from osubrowser.analysis.result import Judgement
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.replays import read_replay
from osubrowser.models.replays.chart_data import (
    CODES,
    LONGEST_FRAME,
    MOST_BINS,
    SAMPLES,
    ReplayCharts,
    Span,
    as_text,
    charts_of,
    curves_table,
    error_series,
    error_words,
    errors_table,
    figures_table,
    frame_deltas,
    frame_histogram,
    frame_time_chart,
    histogram,
    key_rates,
    mean_and_deviation,
    pp_chart,
)
from osubrowser.models.replays.scene import (
    Scene,
    build_scene,
    read_track,
    with_beatmap,
    with_judgement,
)
from osubrowser.models.replays.scene_frames import KeyLane
from tests.models.replays.plays import (
    CIRCLES,
    HITS,
    Press,
    beatmap_file,
    frames_of,
    replay_file,
)

GREAT, MISS = CODES.index(Judgement.GREAT), CODES.index(Judgement.MISS)


def scene_of(
    presses: tuple[Press, ...] = HITS,
    *,
    mode: GameMode = GameMode.OSU,
    mods: str = "",
    objects: tuple[str, ...] = CIRCLES,
    counts: tuple[int, int, int, int] = (4, 0, 0, 0),
    is_judged: bool = True,
) -> Scene:
    """Return the scene of a play of circles."""
    file = beatmap_file(objects, mode=mode.number)
    data = replay_file(file, frames_of(presses), mode=mode, mods=mods, counts=counts)
    beatmap = read_beatmap(file)
    track = with_beatmap(read_track(data, "/x.osr"), beatmap)
    if is_judged:
        track = with_judgement(track, beatmap, analyse(read_replay(data), beatmap))
    return build_scene((track,), beatmap if is_judged else None)


def the_errors(charts: ReplayCharts) -> list[float]:
    (series,) = charts.errors
    assert series is not None
    return list(series.errors)


# --- hit errors ------------------------------------------------------------------------------


def test_errors_are_those_of_the_presses() -> None:
    charts = charts_of(scene_of())
    errors = the_errors(charts)
    assert len(errors) == 4
    assert errors == [5.0, -10.0, 10.0, 0.0]
    (series,) = charts.errors
    assert series is not None
    assert series.mean == 1.25
    assert series.deviation == pytest.approx(statistics.pstdev(errors))
    assert series.words_at(1) == "10.0 ms early: great"
    assert series.words_at(3) == "0.0 ms: great"
    assert not series.misses
    assert charts.figures[0].early == 1
    assert charts.figures[0].late == 2
    assert charts.figures[0].unstable_rate == pytest.approx(10 * statistics.pstdev(errors))


def test_a_miss_is_no_error_and_says_what_was_pressed() -> None:
    early = (HITS[0], (1260.0, 200, 100), HITS[2], HITS[3])
    charts = charts_of(scene_of(early, counts=(3, 0, 0, 1)))
    (series,) = charts.errors
    assert series is not None
    assert list(series.misses) == [1500.0]
    at = list(series.codes).index(MISS)
    assert series.errors[at] == -240.0
    assert series.words_at(at).startswith("Missed at 0:01.500: pressed 240 ms early")
    assert charts.figures[0].judged == 3
    assert charts.figures[0].misses == 1
    assert sum(filter(None, charts.histogram.curves[0].values)) == 3


def test_windows_are_those_of_the_play_narrowest_first() -> None:
    windows = charts_of(scene_of()).windows
    assert [name for name, _ in windows] == [Judgement.GREAT, Judgement.OK, Judgement.MEH]
    assert [half for _, half in windows] == sorted(half for _, half in windows)
    assert Judgement.MISS not in dict(windows)


def test_catch_has_distances_and_the_width_of_the_catcher() -> None:
    scene = scene_of(mode=GameMode.CATCH, counts=(4, 0, 0, 0))
    charts = charts_of(scene)
    assert charts.unit == "px"
    ((_, half),) = charts.windows
    assert half == pytest.approx(catch_width(5) / 2)
    (series,) = charts.errors
    assert series is not None
    assert len(series) == 4
    assert "caught" in series.words_at(3)
    assert charts.figures[0].unstable_rate is None
    assert "Unstable rate" not in figures_table(charts)[0]


def test_a_play_that_is_not_judged_says_why_and_has_the_other_charts() -> None:
    charts = charts_of(scene_of(is_judged=False), "The beatmap was not found.")
    assert charts.errors == (None,)
    assert charts.why == "The beatmap was not found."
    assert not charts.accuracy[0]
    assert not charts.combo[0]
    assert not charts.histogram.curves or not charts.histogram.curves[0]
    assert charts.presses[0].total
    assert charts.frame_times[0]
    assert charts.life[0]
    assert charts.figures[0].presses == 4
    assert charts_of(scene_of(is_judged=False)).why.endswith(".")


def test_nearest_finds_the_press_before_or_after() -> None:
    series = error_series("x", [(100.0, 1.0, GREAT, ""), (200.0, 2.0, GREAT, "")], "ms")
    assert [series.nearest(time) for time in (-50, 100, 149, 151, 900)] == [0, 0, 0, 1, 1]
    assert error_series("x", [], "ms").nearest(5) is None


@pytest.mark.parametrize(
    ("error", "unit", "words"),
    [
        (0.0, "ms", "0.0 ms"),
        (0.04, "ms", "0.0 ms"),
        (-12.25, "ms", "12.2 ms early"),
        (3.0, "ms", "3.0 ms late"),
        (-3.0, "px", "3.0 px left"),
    ],
)
def test_error_words(error: float, unit: str, words: str) -> None:
    assert error_words(error, unit) == words


# --- histogram -------------------------------------------------------------------------------


def test_a_histogram_has_a_bin_for_each_millisecond() -> None:
    data = histogram([[-0.5, 0.0, 0.49, 0.5, 3.0, 3.4, -20.0]])
    (curve,) = data.curves
    at = dict(zip(curve.labels, curve.values, strict=True))
    assert at["0 ms"] == 3
    assert at["+1 ms"] == 1
    assert at["+3 ms"] == 2
    assert at["-20 ms"] == 1
    assert at["-19 ms"] == 0
    assert sum(filter(None, at.values())) == 7
    assert (data.low, data.width) == (-20.5, 1)
    assert curve.words[curve.labels.index("+3 ms")] == "2 hits"
    assert curve.words[curve.labels.index("+1 ms")] == "1 hit"


def test_a_histogram_of_far_errors_has_wider_bins_and_loses_none() -> None:
    values = [float(n) for n in range(-3000, 3000, 7)]
    (curve,) = histogram([values]).curves
    assert len(curve.labels) <= MOST_BINS + 1
    assert sum(filter(None, curve.values)) == len(values)


def test_histograms_of_two_replays_have_the_same_bins() -> None:
    data = histogram([[1.0, 2.0, 40.0], [], [-30.0]])
    assert [bool(one) for one in data.curves] == [True, False, True]
    assert data.curves[0].labels == data.curves[2].labels
    mean, deviation = data.marks[0]
    assert mean == pytest.approx(43 / 3)
    assert deviation == pytest.approx(statistics.pstdev([1, 2, 40]))
    assert data.marks[1] == (None, None)


def test_mean_and_deviation_of_nothing() -> None:
    assert mean_and_deviation([]) == (None, None)
    assert histogram([[], []]).curves == ()


# --- presses and frames ----------------------------------------------------------------------


def lane(label: str, *starts: float) -> KeyLane:
    return KeyLane(label, array("d", starts), array("d", [one + 50 for one in starts]))


def test_presses_a_second() -> None:
    rates = key_rates([lane("K1", 100, 200, 1500), lane("K2", 999, 3900)], Span(0, 4000), rate=1.0)
    assert rates.total.values == (3, 1, 0, 1)
    assert [key.values for key in rates.keys] == [(2, 1, 0, 0), (1, 0, 0, 1)]
    assert [key.count for key in rates.keys] == [3, 2]
    assert rates.fastest == 3
    assert rates.total.words[0] == "3 a second (K1 2, K2 1)"
    assert rates.total.labels == ("0:00", "0:01", "0:02", "0:03")


def test_presses_are_counted_in_real_seconds() -> None:
    rates = key_rates([lane("K1", *range(0, 3000, 100))], Span(0, 3000), rate=1.5)
    assert rates.total.values == (15, 15)


def test_presses_of_a_long_play_are_joined_and_none_is_lost() -> None:
    starts = [float(n) for n in range(0, 3_600_000, 500)]
    rates = key_rates([lane("K1", *starts)], Span(0, 3_600_000), rate=1.0)
    assert len(rates.total.values) <= SAMPLES
    assert max(value or 0 for value in rates.total.values) == pytest.approx(2, rel=0.05)
    assert rates.keys[0].count == len(starts)


def test_no_presses_are_no_chart() -> None:
    assert not key_rates([lane("K1")], Span(0, 4000), rate=1.0).total


def test_frame_times_are_real_ones() -> None:
    times = [0.0, 15.0, 15.0, 45.0]
    assert frame_deltas(times, rate=1.5) == [10.0, 20.0]
    chart = frame_time_chart([float(n) for n in range(0, 30_000, 15)], Span(0, 30_000), rate=1.5)
    assert set(chart.values) == {10.0, None} or set(chart.values) == {10.0}
    assert chart.words[5].startswith("10.0 ms, the longest 10 ms")


def test_long_frames_share_the_last_bin() -> None:
    data = frame_histogram([[16.0, 16.4, 17.0, 900.0]])
    (curve,) = data.curves
    assert curve.values[16] == 2
    assert curve.values[17] == 1
    assert curve.values[-1] == 1
    assert curve.labels[-1] == f"{LONGEST_FRAME} ms and more"
    assert data.marks == ((16.7, None),)
    assert frame_histogram([[]]).curves == ()


# --- over the play ---------------------------------------------------------------------------


def test_pp_are_those_of_the_last_point() -> None:
    chart = pp_chart([(1000.0, 10.0), (2000.0, 30.0)], Span(0, 3000))
    assert len(chart.values) == SAMPLES
    assert chart.values[0] is None
    assert chart.values[SAMPLES // 3] == 10.0
    assert chart.values[-1] == 30.0
    assert chart.words[-1] == "30.00 pp"
    assert not pp_chart([], Span(0, 3000))


def test_combo_accuracy_and_life_over_the_play() -> None:
    early = (HITS[0], HITS[1], HITS[2])
    charts = charts_of(scene_of(early, counts=(3, 0, 0, 1)))
    assert charts.combo[0].values[0] == 0
    assert max(value or 0 for value in charts.combo[0].values) == 3
    assert charts.combo[0].words[-1] == "0x"
    assert charts.accuracy[0].values[0] is None  # nothing was judged yet
    assert charts.accuracy[0].words[-1] == "75.00%"
    assert charts.life[0].words[-1] == "100%"
    assert min(value for value in charts.life[0].values if value is not None) < 51


def test_a_faster_song_is_named() -> None:
    charts = charts_of(scene_of(mods="DT"))
    assert charts.rate == 1.5
    assert charts.titles.errors == "Hit errors in the song's time, at 1.5x"
    (series,) = charts.errors
    assert series is not None
    assert series.deviation is not None
    assert charts.figures[0].unstable_rate == pytest.approx(10 * series.deviation / 1.5)


# --- several replays, copies -----------------------------------------------------------------


def test_two_replays_have_names_of_their_own() -> None:
    scene = scene_of()
    charts = charts_of(build_scene((scene.first, scene.first), scene.beatmap))
    assert charts.names == ("player", "player (2)")
    assert len(charts.errors) == len(charts.presses) == len(charts.life) == 2
    table = figures_table(charts)
    assert [line[0] for line in table] == ["Replay", "player", "player (2)"]
    series = [one for one in charts.errors if one is not None]
    assert len(errors_table(series)) == 9


def test_figures_are_copied_as_a_table() -> None:
    table = figures_table(charts_of(scene_of()))
    assert len({len(line) for line in table}) == 1
    line = dict(zip(*table, strict=True))
    assert line["Replay"] == "player"
    assert line["Judged presses"] == "4"
    assert line["Mean error"] == "+1.25 ms"
    assert line["Presses"] == "4"
    assert line["Median frame time"] == "10.0 ms"
    assert as_text(table).count("\n") == 1


def test_curves_are_copied_with_their_moments() -> None:
    charts = charts_of(scene_of())
    table = curves_table("Moment", ["Combo", "Nothing"], [charts.combo[0], charts.accuracy[0]])
    assert table[0] == ["Moment", "Combo", "Nothing"]
    assert len(table) == SAMPLES + 1
    assert table[-1][1] == "4x"
    assert curves_table("Moment", ["Combo"], [type(charts.combo[0])()]) == []


def test_a_span_has_shares() -> None:
    span = Span(-1000, 3000)
    assert span.at(0.25) == 0
    assert span.at(7) == 3000
    assert span.share(1000) == 0.5
    assert span.share(9e9) == 1
    assert not math.isnan(Span(5, 5).share(5))

"""Data of the charts of a replay: pure functions of its scene and judgement, for a worker."""

from __future__ import annotations

import math
import statistics
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from osubrowser.analysis.catch import catch_width
from osubrowser.analysis.result import Judgement
from osubrowser.api.entities.modes import GameMode
from osubrowser.models.players.profile import ChartData
from osubrowser.models.replays.scene_judged import ORDER
from osubrowser.models.replays.scene_words import moment
from osubrowser.models.table.column import CellKind, Column, copied_table, make_rows
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.replays.scene import ReplayTrack, Scene
    from osubrowser.models.replays.scene_frames import KeyLane
    from osubrowser.models.replays.scene_judged import JudgedTimeline

CODES: Final = (*ORDER, Judgement.TICK_MISS)
"""Judgements of an `ErrorSeries`; the last is a tiny droplet of catch that was not caught."""
SAMPLES: Final = 301
"""Points of a curve over the play."""
MOST_BINS: Final = 400
"""Bins of a histogram; beyond them, the bins get wider."""
LONGEST_FRAME: Final = 50
"""Milliseconds from which on frames share one bin."""

_WIDTHS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_CATCH_BINS: Final = 120
_LEAST_RANGE: Final = 10.0
_WHOLE_LIFE: Final = 100.0


@dataclass(frozen=True, slots=True)
class Span:
    """Period of a song that charts show, in milliseconds."""

    start: float = 0.0
    end: float = 1.0

    def at(self, share: float) -> float:
        """Return the moment at a share of the period, 0 to 1."""
        return self.start + (self.end - self.start) * min(max(share, 0.0), 1.0)

    def share(self, time: float) -> float:
        """Return the share of the period that has passed at a moment, 0 to 1."""
        return min(max((time - self.start) / max(self.end - self.start, 1e-9), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class ErrorSeries:
    """Hit errors of a replay, by time; in catch the distances at the catch.

    Attributes:
        name: of the replay.
        times: milliseconds of the song.
        errors: milliseconds of the song, or osu! pixels; NaN for a miss without a press.
        codes: index of each judgement in `CODES`.
        dots: points to draw, as (time, error), by judgement.
        misses: times of the misses.
        sentences: of the misses, by their index in `times`.
        mean, deviation: of the errors that are no misses; None without any.
        unit: `ms` or `px`.
    """

    name: str
    times: array[float] = field(repr=False)
    errors: array[float] = field(repr=False)
    codes: bytes = field(repr=False)
    dots: Mapping[object, QPolygonF] = field(repr=False)
    misses: array[float] = field(repr=False)
    sentences: dict[int, str] = field(repr=False)
    mean: float | None = None
    deviation: float | None = None
    unit: str = "ms"

    def __len__(self) -> int:
        """Return the number of presses and misses."""
        return len(self.times)

    def nearest(self, time: float) -> int | None:
        """Return the index of the press nearest to a moment; None without any."""
        if not self.times:
            return None
        at = bisect_left(self.times, time)
        if at == len(self.times) or (at and time - self.times[at - 1] < self.times[at] - time):
            at -= 1
        return at

    def words_at(self, index: int) -> str:
        """Return what happened: `12.0 ms early: ok`."""
        sentence = self.sentences.get(index)
        if sentence:
            return sentence
        judgement, error = CODES[self.codes[index]], self.errors[index]
        said = str(judgement.value)
        if self.unit == "px":
            is_missed = judgement in (Judgement.MISS, Judgement.TICK_MISS)
            said = tr("missed") if is_missed else tr("caught")
        return said if math.isnan(error) else f"{error_words(error, self.unit)}: {said}"


@dataclass(frozen=True, slots=True)
class HistogramData:
    """Histogram of one or several replays over the same bins.

    Attributes:
        curves: counts of each replay; labels are the values of the bins.
        low: value at the left edge of the first bin.
        width: of a bin.
        marks: mean and standard deviation of each replay; None where there is none to show.
        unit: of the values.
    """

    curves: tuple[ChartData, ...] = ()
    low: float = 0.0
    width: float = 1.0
    marks: tuple[tuple[float | None, float | None], ...] = ()
    unit: str = "ms"


@dataclass(frozen=True, slots=True)
class KeyRate:
    """Presses of one key over the play: how many a second, and how many in all."""

    label: str
    count: int
    values: tuple[float, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyRates:
    """Presses a second of a replay.

    Attributes:
        total: of all keys together; the words name each key.
        keys: each key.
        fastest: most presses in a second.
    """

    total: ChartData
    keys: tuple[KeyRate, ...]
    fastest: float = 0.0


@dataclass(frozen=True, slots=True)
class SeriesFigures:
    """Figures of one replay of the charts, for the table that is copied.

    Attributes:
        mean, deviation: of hit errors, milliseconds of the song; in catch osu! pixels.
        unstable_rate: converted; None in catch.
        early, late: presses before and after their object; left and right in catch.
        fastest: most presses in a second.
        frame_ms: median milliseconds between two frames.
    """

    name: str
    judged: int = 0
    mean: float | None = None
    deviation: float | None = None
    unstable_rate: float | None = None
    early: int = 0
    late: int = 0
    misses: int | None = None
    presses: int = 0
    fastest: float = 0.0
    frame_ms: float | None = None
    unit: str = "ms"


@dataclass(frozen=True, slots=True)
class ChartTitles:
    """Titles of the charts that say more than what is drawn."""

    errors: str
    histogram: str
    presses: str
    frames: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayCharts:
    """Data of all charts of a scene; a tuple has an entry for each replay.

    Attributes:
        span: what charts over time show.
        names: of the replays.
        errors: hit errors; None for a replay without a judgement.
        windows: judgement and half width of each hit window, narrowest first.
        unit: of the errors.
        rate: speed of the song.
        why: why there are no judged charts, as a sentence; "" if there are.
    """

    mode: GameMode
    span: Span
    names: tuple[str, ...]
    errors: tuple[ErrorSeries | None, ...]
    windows: tuple[tuple[Judgement, float], ...]
    histogram: HistogramData
    presses: tuple[KeyRates, ...]
    frame_times: tuple[ChartData, ...]
    frame_histogram: HistogramData
    accuracy: tuple[ChartData, ...]
    combo: tuple[ChartData, ...]
    life: tuple[ChartData, ...]
    figures: tuple[SeriesFigures, ...]
    titles: ChartTitles
    unit: str = "ms"
    rate: float = 1.0
    why: str = ""


def charts_of(scene: Scene, why: str = "") -> ReplayCharts:
    """Return the data of all charts of a scene. For a worker: some 50 ms a replay.

    Args:
        scene: the replays, and their judgement if they have one.
        why: why there is no judgement, as a sentence.
    """
    span = Span(scene.start, max(scene.end, scene.start + 1))
    is_catch = scene.mode == GameMode.CATCH
    unit = "px" if is_catch else "ms"
    names = tuple(_names(scene.tracks))
    errors = tuple(_errors(track, name) for track, name in zip(scene.tracks, names, strict=True))
    judged = [track.judged for track in scene.tracks]
    rate = scene.rate if scene.rate > 0 else 1.0
    presses = tuple(key_rates(track.lanes, span, rate) for track in scene.tracks)
    deltas = [frame_deltas(track.frames.times, rate) for track in scene.tracks]
    return ReplayCharts(
        mode=scene.mode,
        span=span,
        names=names,
        errors=errors,
        windows=tuple(_windows(scene)),
        histogram=histogram(
            [_hit_errors(one) if one is not None else () for one in errors],
            unit=unit,
            most=_CATCH_BINS if is_catch else MOST_BINS,
        ),
        presses=presses,
        frame_times=tuple(
            frame_time_chart(track.frames.times, span, rate) for track in scene.tracks
        ),
        frame_histogram=frame_histogram(deltas),
        accuracy=tuple(_accuracy_chart(one, span) for one in judged),
        combo=tuple(_combo_chart(one, span) for one in judged),
        life=tuple(_life_chart(track, span) for track in scene.tracks),
        figures=tuple(map(_figures, scene.tracks, names, errors, presses, deltas)),
        titles=_titles(scene, errors, deltas),
        unit=unit,
        rate=rate,
        why="" if any(one is not None for one in errors) else why or _why(scene),
    )


def _why(scene: Scene) -> str:
    if scene.first.note:
        return scene.first.note
    if scene.beatmap is None:
        return tr("Without its beatmap the replay cannot be judged.")
    return tr("The replay is not judged.")


def _titles(
    scene: Scene, errors: Sequence[ErrorSeries | None], deltas: Sequence[Sequence[float]]
) -> ChartTitles:
    is_catch = scene.mode == GameMode.CATCH
    what = tr("Distance at the catch") if is_catch else tr("Hit errors")
    if not is_catch and abs(scene.rate - 1) > 1e-6:
        what = tr("{title} in the song's time, at {rate}x").format(
            title=what, rate=numerals.significant(scene.rate, 6)
        )
    spread, frames = tr("Histogram"), tr("Frame times")
    first = errors[0] if len(errors) == 1 else None
    if first is not None and first.mean is not None:
        spread = tr("Histogram: mean {mean} {unit}, standard deviation {deviation} {unit}").format(
            mean=numerals.decimal(first.mean, 2, sign=True),
            deviation=numerals.decimal(first.deviation, 2),
            unit=first.unit,
        )
    if len(deltas) == 1 and deltas[0]:
        frames = tr("Frame times: median {median} ms").format(
            median=numerals.decimal(statistics.median(deltas[0]), 1)
        )
    presses = tr("Turns and dashes a second") if is_catch else tr("Key presses a second")
    return ChartTitles(what, spread, presses, frames)


def _names(tracks: Sequence[ReplayTrack]) -> Iterable[str]:
    """Return a name for each replay, no two of them alike."""
    seen: dict[str, int] = {}
    for track in tracks:
        name = track.texts.player + (f" +{track.texts.mods}" if track.texts.mods else "")
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


# --- hit errors ------------------------------------------------------------------------------


def error_words(error: float, unit: str) -> str:
    """Return an error as words: `12.0 ms early`, `0.0 ms`, `3.5 px right`."""
    size = numerals.decimal(abs(error), 1)
    if round(abs(error), 1) == 0:
        return f"{size} {unit}"
    if unit == "px":
        said = tr("{size} px right") if error > 0 else tr("{size} px left")
    else:
        said = tr("{size} ms late") if error > 0 else tr("{size} ms early")
    return said.format(size=size)


def mean_and_deviation(values: Sequence[float]) -> tuple[float | None, float | None]:
    """Return the mean and the population standard deviation; None without values."""
    if not values:
        return None, None
    mean = math.fsum(values) / len(values)
    return mean, math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values))


def _errors(track: ReplayTrack, name: str) -> ErrorSeries | None:
    judged = track.judged
    if judged is None:
        return None
    is_catch = judged.analysis.mode == GameMode.CATCH
    if is_catch:
        found = [
            (part.time, _bounded(part.error), _code(part.judgement), "")
            for part in judged.analysis.parts
            if part.counts and part.error is not None
        ]
    else:
        found = [(one.time, _bounded(one.error), _code(one.judgement), "") for one in judged.errors]
        found += _missed(judged)
    found.sort(key=lambda one: one[0])
    return error_series(name, found, "px" if is_catch else "ms")


def error_series(
    name: str, found: Sequence[tuple[float, float, int, str]], unit: str
) -> ErrorSeries:
    """Return the series of errors that are sorted by time.

    Args:
        name: of the replay.
        found: time, error, index of the judgement in `CODES`, and the sentence of a miss.
        unit: `ms` or `px`.
    """
    dots: dict[Judgement, list[QPointF]] = {}
    missed = CODES.index(Judgement.MISS)
    for time, error, code, _ in found:
        if not math.isnan(error):
            dots.setdefault(CODES[code], []).append(QPointF(time, error))
    hits = [error for _, error, code, _ in found if code < missed and not math.isnan(error)]
    mean, deviation = mean_and_deviation(hits)
    return ErrorSeries(
        name=name,
        times=array("d", [one[0] for one in found]),
        errors=array("d", [one[1] for one in found]),
        codes=bytes(one[2] for one in found),
        dots={judgement: QPolygonF(points) for judgement, points in dots.items()},
        misses=array("d", [one[0] for one in found if one[2] == missed]),
        sentences={at: one[3] for at, one in enumerate(found) if one[3]},
        mean=mean,
        deviation=deviation,
        unit=unit,
    )


def _missed(judged: JudgedTimeline) -> list[tuple[float, float, int, str]]:
    """Return the misses: those with a press at its error, the others with NaN."""
    code = _code(Judgement.MISS)
    pressed = {
        part.object_time: part.press_error
        for part in judged.analysis.parts
        if part.press_error is not None
    }
    return [
        (miss.time, _bounded(pressed.get(miss.time)), code, miss.sentence) for miss in judged.misses
    ]


def _code(judgement: Judgement) -> int:
    return CODES.index(Judgement.GREAT if judgement is Judgement.TICK_HIT else judgement)


def _bounded(error: float | None) -> float:
    return math.nan if error is None else min(max(error, -1e5), 1e5)


def _hit_errors(series: ErrorSeries) -> list[float]:
    missed = CODES.index(Judgement.MISS)
    return [
        error
        for error, code in zip(series.errors, series.codes, strict=True)
        if code < missed and not math.isnan(error)
    ]


def _windows(scene: Scene) -> Iterable[tuple[Judgement, float]]:
    judged = scene.first.judged
    if judged is None:
        return
    if scene.mode == GameMode.CATCH:
        yield Judgement.GREAT, catch_width(scene.difficulty.circle_size) / 2
        return
    for window in sorted(judged.windows, key=lambda one: one.milliseconds):
        if window.judgement is not Judgement.MISS:
            yield window.judgement, window.milliseconds


# --- histograms ------------------------------------------------------------------------------


def histogram(
    values: Sequence[Sequence[float]], *, unit: str = "ms", most: int = MOST_BINS
) -> HistogramData:
    """Return the histogram of errors, a bin a millisecond; wider ones beyond `most` bins.

    A bin holds what is rounded to it: that of 0 holds -0.5 up to, and without, 0.5.

    Args:
        values: errors of each replay.
        unit: of the values.
        most: bins.
    """
    everything = [value for one in values for value in one]
    if not everything:
        return HistogramData(unit=unit)
    low, high = min(*everything, -_LEAST_RANGE), max(*everything, _LEAST_RANGE)
    width = next((w for w in _WIDTHS if (high - low) / w < most), 10 * _WIDTHS[-1])
    first, last = _bin(low, width), _bin(high, width)
    first = max(first, last - 4 * most)
    labels = tuple(_bin_label(at * width, width, unit) for at in range(first, last + 1))
    curves = []
    for one in values:
        counts = [0] * len(labels)
        for value in one:
            counts[max(_bin(value, width) - first, 0)] += 1
        curves.append(_counted(labels, counts, lambda count: tr("%n hit(s)", "", count)))
    marks = tuple(mean_and_deviation(one) for one in values)
    return HistogramData(tuple(curves), first * width - width / 2, width, marks, unit)


def _bin(value: float, width: float) -> int:
    return math.floor(value / width + 0.5)


def _bin_label(value: float, width: float, unit: str) -> str:
    text = f"{numerals.significant(value, 6, sign=True)} {unit}" if value else f"0 {unit}"
    return text if width == 1 else tr("about {value}").format(value=text)


def _counted(
    labels: tuple[str, ...], counts: Sequence[int], words: Callable[[int], str]
) -> ChartData:
    if not any(counts):
        return ChartData()
    return ChartData(
        labels,
        tuple(map(float, counts)),
        tuple(map(words, counts)),
    )


# --- frames ----------------------------------------------------------------------------------


def frame_deltas(times: Sequence[float], rate: float) -> list[float]:
    """Return the real milliseconds between each two frames; those at one moment count as one.

    Args:
        times: of the frames, milliseconds of the song.
        rate: speed of the song.
    """
    return [(after - before) / rate for before, after in pairwise(times) if after > before]


def frame_histogram(deltas: Sequence[Sequence[float]]) -> HistogramData:
    """Return the histogram of frame times, marked with their median."""
    if not any(deltas):
        return HistogramData()
    longest = max(max(one, default=0.0) for one in deltas)
    last = min(max(_bin(longest, 1), int(_LEAST_RANGE)), LONGEST_FRAME)
    labels = tuple(
        (tr("{time} ms and more") if at == LONGEST_FRAME else tr("{time} ms")).format(time=at)
        for at in range(last + 1)
    )
    curves = []
    for one in deltas:
        counts = [0] * len(labels)
        for value in one:
            counts[min(_bin(value, 1), last)] += 1
        curves.append(_counted(labels, counts, lambda count: tr("%n frame(s)", "", count)))
    marks = tuple((statistics.median(one) if one else None, None) for one in deltas)
    return HistogramData(tuple(curves), -0.5, 1.0, marks)


def frame_time_chart(times: Sequence[float], span: Span, rate: float) -> ChartData:
    """Return the median frame time over the play, real milliseconds; at most `LONGEST_FRAME`."""
    if len(times) < 2:
        return ChartData()
    step = (span.end - span.start) / (SAMPLES - 1)
    values: list[float | None] = []
    words: list[str] = []
    for at in range(SAMPLES):
        middle = span.start + at * step
        first = max(bisect_left(times, middle - step / 2), 1)
        last = bisect_left(times, middle + step / 2)
        deltas = [
            (times[n] - times[n - 1]) / rate for n in range(first, last) if times[n] > times[n - 1]
        ]
        if deltas:
            median, longest = statistics.median(deltas), max(deltas)
            values.append(min(median, float(LONGEST_FRAME)))
            words.append(
                tr("{median} ms, the longest {longest} ms").format(
                    median=numerals.decimal(median, 1), longest=numerals.whole(longest)
                )
            )
        else:
            values.append(None)
            words.append(tr("no frame"))
    return ChartData(_labels(span), tuple(values), tuple(words))


# --- presses ---------------------------------------------------------------------------------


def key_rates(lanes: Sequence[KeyLane], span: Span, rate: float) -> KeyRates:
    """Return the presses a real second of each key, in bins of at least a second.

    Args:
        lanes: the keys.
        span: period that is shown.
        rate: speed of the song.
    """
    seconds = (span.end - span.start) / rate / 1000
    length = max(1.0, seconds / SAMPLES)  # real seconds of a bin
    count = max(1, math.ceil(seconds / length))
    step = length * 1000 * rate
    edges = [span.start + at * step for at in range(count + 1)]
    keys = []
    for lane in lanes:
        cuts = [bisect_left(lane.starts, edge) for edge in edges]
        cuts[-1] = len(lane.starts)
        cuts[0] = 0
        values = tuple((after - before) / length for before, after in pairwise(cuts))
        keys.append(KeyRate(lane.label, len(lane.starts), values))
    totals = [sum(key.values[at] for key in keys) for at in range(count)]
    if not any(totals):
        return KeyRates(ChartData(), tuple(keys))
    words = tuple(
        tr("{total} a second ({keys})").format(
            total=numerals.significant(total, 3),
            keys=", ".join(
                f"{key.label} {numerals.significant(key.values[at], 3)}" for key in keys
            ),
        )
        for at, total in enumerate(totals)
    )
    labels = tuple(moment(edge)[:-4] for edge in edges[:-1])
    return KeyRates(ChartData(labels, tuple(totals), words), tuple(keys), max(totals))


# --- over the play ---------------------------------------------------------------------------


def pp_chart(points: Sequence[tuple[float, float]], span: Span) -> ChartData:
    """Return the pp over the play from points of time and pp, in order of time."""
    if not points:
        return ChartData()
    times = [time for time, _ in points]

    def value(time: float) -> float | None:
        at = bisect_right(times, time) - 1
        return points[at][1] if at >= 0 else None

    return _sampled(span, value, lambda pp: tr("{pp} pp").format(pp=numerals.decimal(pp, 2)))


def _accuracy_chart(judged: JudgedTimeline | None, span: Span) -> ChartData:
    if judged is None:
        return ChartData()
    parts = judged.analysis.parts
    first = min((part.time for part in parts if part.counts), default=0.0)

    def value(time: float) -> float | None:
        return 100 * judged.accuracy_at(time) if time >= first else None

    return _sampled(span, value, numerals.hundredths)


def _combo_chart(judged: JudgedTimeline | None, span: Span) -> ChartData:
    if judged is None:
        return ChartData()
    return _sampled(
        span, lambda time: float(judged.combo_at(time)), lambda combo: f"{numerals.whole(combo)}x"
    )


def _life_chart(track: ReplayTrack, span: Span) -> ChartData:
    life = track.life
    if not len(life):
        return ChartData()

    def value(time: float) -> float | None:
        at = life.at(time)
        return None if at is None else _WHOLE_LIFE * at

    return _sampled(span, value, lambda life: numerals.hundredths(life, 0))


def _sampled(
    span: Span, value: Callable[[float], float | None], words: Callable[[float], str]
) -> ChartData:
    values = [value(span.at(at / (SAMPLES - 1))) for at in range(SAMPLES)]
    said = (NOTHING if one is None else words(one) for one in values)
    return ChartData(_labels(span), tuple(values), tuple(said))


def _labels(span: Span) -> tuple[str, ...]:
    return tuple(moment(span.at(at / (SAMPLES - 1)))[:-2] for at in range(SAMPLES))


# --- figures and copies ----------------------------------------------------------------------


def _figures(
    track: ReplayTrack,
    name: str,
    errors: ErrorSeries | None,
    presses: KeyRates,
    deltas: Sequence[float],
) -> SeriesFigures:
    hits = _hit_errors(errors) if errors is not None else []
    judged = track.judged
    return SeriesFigures(
        name=name,
        judged=len(hits),
        mean=errors.mean if errors is not None else None,
        deviation=errors.deviation if errors is not None else None,
        unstable_rate=judged.analysis.unstable_rate if judged is not None else None,
        early=sum(one < 0 for one in hits),
        late=sum(one > 0 for one in hits),
        misses=len(errors.misses) if errors is not None else None,
        presses=sum(key.count for key in presses.keys),
        fastest=presses.fastest,
        frame_ms=statistics.median(deltas) if deltas else None,
        unit=errors.unit if errors is not None else "ms",
    )


def figures_table(charts: ReplayCharts) -> list[list[str]]:
    """Return the figures of the replays with headings, as they are copied."""
    columns = _figure_columns(is_catch=charts.mode == GameMode.CATCH)
    rows = make_rows(columns, charts.figures, identity=lambda one: one.name)
    return copied_table(columns, range(len(columns)), rows)


def _figure_columns(*, is_catch: bool) -> list[Column[SeriesFigures]]:
    def figure(key: str, title: str, text: Callable[[SeriesFigures], str]) -> Column[SeriesFigures]:
        return Column(key, title, 80, CellKind.NUMBER, lambda one, _: text(one))

    def signed(one: SeriesFigures) -> str:
        return (
            NOTHING
            if one.mean is None
            else f"{numerals.decimal(one.mean, 2, sign=True)} {one.unit}"
        )

    def spread(one: SeriesFigures) -> str:
        return (
            NOTHING if one.deviation is None else f"{numerals.decimal(one.deviation, 2)} {one.unit}"
        )

    sides = (tr("Left"), tr("Right")) if is_catch else (tr("Early"), tr("Late"))
    columns = [
        Column("replay", tr("Replay"), 160, CellKind.TEXT, lambda one, _: one.name),
        figure(
            "judged",
            tr("Caught") if is_catch else tr("Judged presses"),
            lambda one: numerals.whole(one.judged),
        ),
        figure("mean", tr("Mean distance") if is_catch else tr("Mean error"), signed),
        figure("deviation", tr("Standard deviation"), spread),
        figure("early", sides[0], lambda one: numerals.whole(one.early)),
        figure("late", sides[1], lambda one: numerals.whole(one.late)),
        figure(
            "misses",
            tr("Misses"),
            lambda one: NOTHING if one.misses is None else numerals.whole(one.misses),
        ),
        figure("presses", tr("Presses"), lambda one: numerals.whole(one.presses)),
        figure(
            "fastest", tr("Most presses a second"), lambda one: numerals.significant(one.fastest, 3)
        ),
        figure(
            "frame",
            tr("Median frame time"),
            lambda one: (
                NOTHING
                if one.frame_ms is None
                else tr("{time} ms").format(time=numerals.decimal(one.frame_ms, 1))
            ),
        ),
    ]
    if not is_catch:
        rate = figure(
            "unstable_rate",
            tr("Unstable rate"),
            lambda one: (
                NOTHING if one.unstable_rate is None else numerals.decimal(one.unstable_rate, 2)
            ),
        )
        columns.insert(4, rate)
    return columns


def curves_table(
    heading: str, names: Sequence[str], curves: Sequence[ChartData]
) -> list[list[str]]:
    """Return the points of curves with headings, as they are copied.

    Args:
        heading: of the first column, whose cells are the labels.
        names: heading of each curve.
        curves: the curves, with the same labels; those without points are left out.
    """
    shown = [(name, curve) for name, curve in zip(names, curves, strict=True) if curve]
    if not shown:
        return []
    labels = shown[0][1].labels
    items = list(zip(labels, *(curve.words for _, curve in shown), strict=True))
    columns = [
        _cell_column(at, title) for at, title in enumerate([heading, *(n for n, _ in shown)])
    ]
    rows = make_rows(columns, items, identity=lambda one: one[0])
    return copied_table(columns, range(len(columns)), rows)


def errors_table(series: Sequence[ErrorSeries]) -> list[list[str]]:
    """Return all hit errors of replays with headings, as they are copied."""
    items = sorted(
        (
            (one.times[at], moment(one.times[at]), one.name, one.words_at(at))
            for one in series
            for at in range(len(one))
        ),
        key=lambda item: item[0],
    )
    columns = [
        _cell_column(1, tr("Moment")),
        _cell_column(2, tr("Replay")),
        _cell_column(3, tr("Error")),
    ]
    rows = make_rows(columns, items, identity=lambda one: one)
    return copied_table(columns, range(len(columns)), rows)


def _cell_column(at: int, title: str) -> Column[tuple[object, ...]]:
    return Column(str(at), title, 80, CellKind.TEXT, lambda one, _: str(one[at]))


def as_text(table: Sequence[Sequence[str]]) -> str:
    """Return a table as lines of tab-separated values."""
    return "\n".join("\t".join(line) for line in table)

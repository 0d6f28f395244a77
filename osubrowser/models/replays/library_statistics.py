"""Statistics of a selection of replays. For a worker: pure functions of records."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from osubrowser.models.players.profile import ChartData
from osubrowser.models.replays.library_rows import (
    date_of,
    difficulty_of,
    figure_of,
    misses_of,
    title_of,
)
from osubrowser.models.scores.columns import grade_letters, grade_order, grade_tone
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import day, in_utc
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.table.column import Record, Row
    from osubrowser.services.replays.records import ReplayRecord

MAP_COLUMNS: Final = 32
MAP_ROWS: Final = 24
"""Cells of the map of misses, 16 osu! pixels wide and high."""
PARTS: Final = 20
"""Parts of a song that misses are counted in."""

_CELL: Final = 16
_MOST_POINTS: Final = 240
_OSU: Final = 0  # the ruleset with positions on a playfield


@dataclass(frozen=True, slots=True)
class MissMap:
    """Number of misses in each cell of the playfield, row by row from the top left."""

    cells: tuple[int, ...] = (0,) * (MAP_COLUMNS * MAP_ROWS)

    @property
    def total(self) -> int:
        """Number of all misses."""
        return sum(self.cells)

    def at(self, column: int, row: int) -> int:
        """Return the misses in a cell; 0 outside."""
        if 0 <= column < MAP_COLUMNS and 0 <= row < MAP_ROWS:
            return self.cells[row * MAP_COLUMNS + column]
        return 0


@dataclass(frozen=True, slots=True)
class BeatmapBests:
    """Best plays of one beatmap among replays.

    Attributes:
        title: title and difficulty.
        plays: the replays of it.
        best: the replay with the most pp, else of the highest accuracy.
        unstable_rate: the lowest one, or None.
        misses: the fewest, or None.
    """

    md5: str
    title: str
    plays: int
    best: ReplayRecord
    unstable_rate: float | None
    misses: int | None


@dataclass(frozen=True, slots=True)
class LibraryStatistics:
    """Statistics of a selection of replays.

    Attributes:
        figures: name and value of each figure, formatted.
        unstable_rate, mean_error: over time, the oldest play first; a point is the mean of several
            plays where there are many.
        miss_map: misses on the playfield of osu!.
        miss_times: misses over the song, in parts of 5 %.
        bests: the beatmaps, the most played first.
    """

    figures: tuple[tuple[str, str], ...]
    unstable_rate: ChartData
    mean_error: ChartData
    miss_map: MissMap
    miss_times: ChartData
    bests: tuple[BeatmapBests, ...]


def statistics_of(records: Sequence[ReplayRecord], *, original: bool) -> LibraryStatistics:
    """Return the statistics of replays.

    Args:
        records: the replays; damaged ones only count as such.
        original: show original titles, not romanised ones.
    """
    readable = [record for record in records if not record.problem]
    misses, times = [0] * (MAP_COLUMNS * MAP_ROWS), [0] * PARTS
    for record in readable:
        _add_misses(record, misses, times)
    return LibraryStatistics(
        _figures(records, readable),
        _over_time(
            readable,
            "unstable_rate",
            lambda value: tr("UR {rate}").format(rate=numerals.decimal(value, 2)),
        ),
        _over_time(readable, "mean_error_ms", _error_words),
        MissMap(tuple(misses)),
        _song_chart(times),
        _bests(readable, original=original),
    )


def as_text(found: LibraryStatistics) -> str:
    """Return the statistics as lines of tab-separated values, for the clipboard."""
    lines = [f"{name}\t{value}" for name, value in found.figures]
    for title, chart in (
        (tr("Unstable rate"), found.unstable_rate),
        (tr("Mean error"), found.mean_error),
        (tr("Misses over the song"), found.miss_times),
    ):
        if chart:
            lines += ["", f"{title}\t"]
            lines += [f"{one}\t{said}" for one, said in zip(chart.labels, chart.words, strict=True)]
    return "\n".join(lines)


# --- figures -------------------------------------------------------------------------------------


def _figures(
    records: Sequence[ReplayRecord], readable: Sequence[ReplayRecord]
) -> tuple[tuple[str, str], ...]:
    rates = _values(readable, "unstable_rate")
    errors = _values(readable, "mean_error_ms")
    pps = _values(readable, "pp")
    missed = [misses for record in readable if (misses := misses_of(record)) is not None]
    accuracies = [record.accuracy for record in readable if record.accuracy is not None]
    dates = [date for record in readable if (date := date_of(record)) is not None]
    damaged = len(records) - len(readable)
    found = [
        (tr("Replays"), numerals.whole(len(records))),
        (tr("Players"), numerals.whole(len({record.player.casefold() for record in readable}))),
        (tr("Beatmaps"), numerals.whole(len({record.beatmap_md5 for record in readable}))),
        (tr("Analysed"), numerals.whole(len(rates))),
        (tr("Mean UR"), _mean(rates)),
        (tr("Median UR"), numerals.decimal(statistics.median(rates), 2) if rates else NOTHING),
        (tr("Best UR"), numerals.decimal(min(rates), 2) if rates else NOTHING),
        (tr("Mean error"), _error_words(statistics.fmean(errors)) if errors else NOTHING),
        (
            tr("Mean accuracy"),
            numerals.percent(statistics.fmean(accuracies), 2) if accuracies else NOTHING,
        ),
        (tr("Misses a play"), _mean([float(one) for one in missed])),
        (tr("Without a miss"), numerals.whole(missed.count(0))),
        (tr("Most pp"), numerals.decimal(max(pps), 2) if pps else NOTHING),
        (tr("Time"), _period(dates)),
    ]
    return (*found, (tr("Damaged"), numerals.whole(damaged))) if damaged else tuple(found)


def _values(records: Iterable[ReplayRecord], name: str) -> list[float]:
    values = (figure_of(record, name) for record in records)
    return [value for value in values if value is not None and math.isfinite(value)]


def _mean(values: Sequence[float]) -> str:
    return numerals.decimal(statistics.fmean(values), 2) if values else NOTHING


def _error_words(value: float) -> str:
    if not round(value, 2):
        said = tr("{time} ms")
    else:
        said = tr("{time} ms early") if value < 0 else tr("{time} ms late")
    return said.format(time=numerals.decimal(abs(value), 2))


def _period(dates: Sequence[datetime]) -> str:
    if not dates:
        return NOTHING
    first, last = day(in_utc(min(dates))), day(in_utc(max(dates)))
    return first if first == last else tr("{first} to {last}").format(first=first, last=last)


# --- charts --------------------------------------------------------------------------------------


def _over_time(
    records: Iterable[ReplayRecord], name: str, words: Callable[[float], str]
) -> ChartData:
    points = [
        (in_utc(date), value)
        for record in records
        if (date := date_of(record)) is not None and (value := figure_of(record, name)) is not None
    ]
    points.sort()
    if len(points) < 2:
        return ChartData()
    size = -(-len(points) // _MOST_POINTS)
    parts = [points[at : at + size] for at in range(0, len(points), size)]
    values = [statistics.fmean(value for _, value in part) for part in parts]
    return ChartData(
        tuple(_label(part[0][0], part[-1][0]) for part in parts),
        tuple(values),
        tuple(words(value) for value in values),
    )


def _label(first: datetime, last: datetime) -> str:
    one, other = day(first), day(last)
    return one if one == other else tr("{first} to {last}").format(first=one, last=other)


def _add_misses(record: ReplayRecord, cells: list[int], times: list[int]) -> None:
    figures = record.figures
    if figures is None:
        return
    for time in figures.miss_times:
        times[min(time * PARTS // 256, PARTS - 1)] += 1
    if record.ruleset_id == _OSU:
        for x, y in figures.positions:
            column, row = min(x // _CELL, MAP_COLUMNS - 1), min(y // _CELL, MAP_ROWS - 1)
            cells[row * MAP_COLUMNS + column] += 1


def _song_chart(times: Sequence[int]) -> ChartData:
    if not any(times):
        return ChartData()
    step = 100 // PARTS
    return ChartData(
        tuple(
            tr("{start}-{end} % of the song").format(start=step * n, end=step * (n + 1))
            for n in range(PARTS)
        ),
        tuple(float(count) for count in times),
        tuple(tr("%n miss(es)", "", count) for count in times),
    )


# --- best by beatmap -----------------------------------------------------------------------------


def _bests(records: Iterable[ReplayRecord], *, original: bool) -> tuple[BeatmapBests, ...]:
    by_map: dict[str, list[ReplayRecord]] = {}
    for record in records:
        by_map.setdefault(record.beatmap_md5, []).append(record)
    bests = []
    for md5, plays in by_map.items():
        named = next((one for one in plays if one.beatmap is not None), plays[0])
        difficulty = difficulty_of(named)
        title = title_of(named, original=original) if named.beatmap else tr("Unknown beatmap")
        rates = _values(plays, "unstable_rate")
        missed = [misses for one in plays if (misses := misses_of(one)) is not None]
        bests.append(
            BeatmapBests(
                md5,
                f"{title} [{difficulty}]" if difficulty else title,
                len(plays),
                max(plays, key=lambda one: (figure_of(one, "pp") or 0.0, one.accuracy or 0.0)),
                min(rates, default=None),
                min(missed, default=None),
            )
        )
    bests.sort(key=lambda best: (-best.plays, best.title.casefold()))
    return tuple(bests)


def best_columns(_original: bool) -> tuple[Column[BeatmapBests], ...]:
    """Return the columns of the best plays by beatmap."""
    return (
        Column(
            "beatmap",
            tr("Beatmap"),
            260,
            CellKind.TEXT,
            text=lambda b, _: b.title,
            sort=lambda b, _: b.title.casefold(),
            strong=True,
        ),
        Column(
            "plays",
            tr("Replays"),
            66,
            CellKind.NUMBER,
            text=lambda b, _: numerals.whole(b.plays),
            sort=lambda b, _: b.plays,
        ),
        Column(
            "pp",
            tr("Best pp"),
            72,
            CellKind.NUMBER,
            text=lambda b, _: _written(figure_of(b.best, "pp")),
            sort=lambda b, _: figure_of(b.best, "pp"),
            tooltip=lambda b: b.best.figures.formula if b.best.figures is not None else "",
        ),
        Column(
            "grade",
            tr("Grade"),
            50,
            CellKind.GRADE,
            text=lambda b, _: grade_letters(b.best.grade) if b.best.grade else "",
            sort=lambda b, _: grade_order(b.best.grade),
            tone=lambda b: grade_tone(b.best.grade),
            description=tr("Of the best play"),
        ),
        Column(
            "accuracy",
            tr("Accuracy", "column"),
            72,
            CellKind.NUMBER,
            text=lambda b, _: (
                NOTHING if b.best.accuracy is None else numerals.percent(b.best.accuracy, 2)
            ),
            sort=lambda b, _: b.best.accuracy,
            description=tr("Of the best play"),
        ),
        Column(
            "unstable_rate",
            tr("Best UR"),
            78,
            CellKind.NUMBER,
            text=lambda b, _: _written(b.unstable_rate),
            sort=lambda b, _: b.unstable_rate,
        ),
        Column(
            "misses",
            tr("Fewest misses"),
            94,
            CellKind.NUMBER,
            text=lambda b, _: NOTHING if b.misses is None else numerals.whole(b.misses),
            sort=lambda b, _: b.misses,
        ),
    )


def best_page(bests: Sequence[BeatmapBests], columns: Sequence[Column[BeatmapBests]]) -> RowsPage:
    """Return the page of the best plays by beatmap."""
    return RowsPage(make_rows(columns, bests, identity=lambda best: best.md5), total=len(bests))


def best_record(row: Row[BeatmapBests]) -> Record:
    """Return the exact values of the best plays of a beatmap, for export."""
    best = row.item
    return {
        "beatmap_md5": best.md5,
        "title": best.title,
        "replays": best.plays,
        "best_file": best.best.file,
        "best_player": best.best.player,
        "best_pp": figure_of(best.best, "pp"),
        "best_accuracy": best.best.accuracy,
        "best_unstable_rate": best.unstable_rate,
        "fewest_misses": best.misses,
    }


def _written(value: float | None) -> str:
    return NOTHING if value is None else numerals.decimal(value, 2)

"""History of a beatmapset and its chosen difficulty: counters, and changes of the status."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from osubrowser.api.entities.beatmaps import RankStatus
from osubrowser.models.beatmaps.listing_query import CATEGORY_NAMES
from osubrowser.models.history.figures import (
    HistoryFigure,
    SubjectHistory,
    count_figure,
    level_words,
    number_ticks,
)
from osubrowser.models.history.series import HistoryMark
from osubrowser.services.history.days import day_of
from osubrowser.services.history.figures import Snapshot
from osubrowser.services.history.snapshots import daily
from osubrowser.services.history.subjects import Subject, SubjectKind
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
    from osubrowser.services.history.store import HistoryStore

_DIFFICULTY: Final = "difficulty_"
"""What the figures of the difficulty begin with, beside those of the set."""

_SHOWN_CHANGES: Final = frozenset({"play_count", "favourite_count", f"{_DIFFICULTY}play_count"})
_SHOWN: Final = _SHOWN_CHANGES | {f"{_DIFFICULTY}pass_count"}

BEATMAPSET_FIGURES: Final[tuple[HistoryFigure, ...]] = tuple(
    replace(figure, is_shown=figure.key in _SHOWN, is_change_shown=figure.key in _SHOWN_CHANGES)
    for figure in (
        count_figure("play_count", tr("Plays"), 0),
        count_figure("play_count", tr("Plays per day"), 1, is_daily=True),
        count_figure("favourite_count", tr("Favourites"), 2),
        count_figure(f"{_DIFFICULTY}play_count", tr("Plays of the difficulty"), 3),
        count_figure(f"{_DIFFICULTY}pass_count", tr("Passes of the difficulty"), 4),
        HistoryFigure(
            f"{_DIFFICULTY}stars",
            tr("Star rating"),
            5,
            level_words,
            number_ticks,
            level_words,
            unit=0.1,
        ),
        HistoryFigure(
            "rating", tr("User rating"), 6, level_words, number_ticks, level_words, unit=0.1
        ),
        count_figure("hype", tr("Hype"), 7),
        count_figure("nominations", tr("Nominations"), 8),
    )
)
"""Figures of a beatmapset and of the chosen difficulty."""

CHIPS: Final[tuple[tuple[str, str], ...]] = tuple(
    (figure.chip, figure.label) for figure in BEATMAPSET_FIGURES
)
"""Key and label of each choice of figures."""

FIRST_CHOSEN: Final = ("play_count", "favourite_count")
"""Choices of a history that is shown for the first time."""


def load_set_history(
    store: HistoryStore, subject: BeatmapsetSubject, *, now: float | None = None
) -> SubjectHistory:
    """Load the history of a beatmapset and of its chosen difficulty; blocks, for a worker.

    Args:
        store: the history of the server.
        subject: the beatmapset.
        now: Unix time; None for the current time.

    Raises:
        OSError: the file cannot be read.
    """
    of_set = daily(store.series(Subject(SubjectKind.BEATMAPSET, subject.id)))
    of_map: Mapping[int, Snapshot] = {}
    if subject.beatmap is not None and subject.beatmap.id > 0:
        of_map = daily(store.series(Subject(SubjectKind.BEATMAP, subject.beatmap.id)))
    days = {day: _both(of_set.get(day), of_map.get(day)) for day in sorted({*of_set, *of_map})}
    today = day_of(time.time() if now is None else now)
    return SubjectHistory.of(days, _status_marks(of_set), BEATMAPSET_FIGURES, today)


def _both(of_set: Snapshot | None, of_map: Snapshot | None) -> Snapshot:
    """Return the figures of the set and of the difficulty of one day."""
    figures: dict[str, float] = dict(of_set.figures) if of_set is not None else {}
    if of_map is not None:
        figures |= {f"{_DIFFICULTY}{name}": value for name, value in of_map.figures.items()}
    return Snapshot(max(one.at for one in (of_set, of_map) if one is not None), figures)


def _status_marks(days: Mapping[int, Snapshot]) -> Iterator[HistoryMark]:
    """Yield a mark for each day on which another status was seen."""
    before: int | None = None
    for day, snapshot in days.items():
        value = snapshot.figures.get("status")
        if value is None:
            continue
        status = round(value) - 2
        if before is not None and status != before:
            name = str(RankStatus.of_number(status))
            words = tr("Approved") if name == "approved" else CATEGORY_NAMES.get(name, name)
            tone = 1 if status > 0 else -int(before > 0)
            yield HistoryMark(day, tr("Status: {status}").format(status=words), tone)
        before = status

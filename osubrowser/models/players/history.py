"""History of a player in a ruleset: figures, marks, columns of its days, and recent changes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.models.history.figures import (
    LEAST_AGE,
    LONGEST_AGE,
    HistoryFigure,
    SubjectHistory,
    change_tone,
    count_figure,
    duration_ticks,
    duration_words,
    level_words,
    number_ticks,
    percent_words,
    pp_words,
    rank_ticks,
    rank_words,
    score_ticks,
)
from osubrowser.models.text.dates import ago, minute
from osubrowser.services.history.days import day_of, time_of
from osubrowser.services.history.subjects import player
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Figure, Profile
    from osubrowser.services.history.figures import Snapshot
    from osubrowser.services.history.store import HistoryStore


def _rank(key: str, label: str, slot: int) -> HistoryFigure:
    return HistoryFigure(
        key,
        label,
        slot,
        rank_words,
        rank_ticks,
        numerals.whole,
        is_reversed=True,
        is_better=-1,
        has_none=True,
    )


def _score(key: str, label: str, slot: int) -> HistoryFigure:
    return HistoryFigure(key, label, slot, numerals.whole, score_ticks, numerals.whole)


_SHOWN: Final = frozenset({"global_rank", "country_rank", "pp", "accuracy", "play_count"})
_SHOWN_CHANGES: Final = frozenset({"global_rank", "pp", "play_count"})

_FIGURES: Final = (
    _rank("global_rank", tr("Global rank"), 0),
    _rank("country_rank", tr("Country rank"), 1),
    HistoryFigure("pp", tr("Performance"), 2, pp_words, number_ticks, pp_words, unit=0.01),
    HistoryFigure(
        "accuracy",
        tr("Accuracy"),
        3,
        percent_words,
        numerals.hundredths,
        percent_words,
        unit=0.0001,
    ),
    count_figure("play_count", tr("Play count"), 4),
    count_figure("play_count", tr("Plays per day"), 5, is_daily=True),
    HistoryFigure(
        "play_time", tr("Play time"), 6, duration_words, duration_ticks, duration_words, unit=3600
    ),
    count_figure("ssh", tr("Silver SS"), 7, group="grades"),
    count_figure("ss", "SS", 8, group="grades"),
    count_figure("sh", tr("Silver S"), 9, group="grades"),
    count_figure("s", "S", 10, group="grades"),
    count_figure("a", "A", 11, group="grades"),
    count_figure("replays_watched", tr("Replays watched by others"), 12),
    _score("ranked_score", tr("Ranked score"), 13),
    _score("total_score", tr("Total score"), 14),
    HistoryFigure("level", tr("Level"), 15, level_words, number_ticks, level_words, unit=0.01),
    count_figure("followers", tr("Followers"), 16),
)
PLAYER_FIGURES: Final[tuple[HistoryFigure, ...]] = tuple(
    replace(figure, is_shown=figure.key in _SHOWN, is_change_shown=figure.key in _SHOWN_CHANGES)
    for figure in _FIGURES
)
"""Figures of a player, the most important first."""

_SHORT: Final = {"grades": tr("Grades"), "replays_watched": tr("Replays watched")}

CHIPS: Final[tuple[tuple[str, str], ...]] = tuple(
    {
        figure.chip: (figure.chip, _SHORT.get(figure.chip, figure.label))
        for figure in PLAYER_FIGURES
    }.values()
)
"""Key and label of each choice of figures."""

FIRST_CHOSEN: Final = ("global_rank", "pp")
"""Choices of a history that is shown for the first time."""


def load_history(
    store: HistoryStore, user_id: int, ruleset: str, *, now: float | None = None
) -> SubjectHistory:
    """Load the history of a player in a ruleset; blocks, for a worker.

    Args:
        store: the history of the server.
        user_id: id of the player.
        ruleset: the ruleset, as the API writes it; an unknown one has no history.
        now: Unix time; None for the current time.

    Raises:
        OSError: the file cannot be read.
    """
    today = day_of(time.time() if now is None else now)
    try:
        subject = player(user_id, ruleset)
    except ValueError:
        return SubjectHistory(today=today, figures=PLAYER_FIGURES)
    daily = {day_of(one.at): one for one in store.series(subject)}
    return SubjectHistory.of(daily, (), PLAYER_FIGURES, today)


# --- recent changes -----------------------------------------------------------------------------


class RecentChange(NamedTuple):
    """Change of a figure of a profile since an earlier day.

    Attributes:
        text: the difference and its age: `12.30 pp since 3 days ago`.
        tone: 1 for better, -1 for worse.
        told: both values and their dates, as a tooltip.
    """

    text: str
    tone: int
    told: str


def recent_changes(
    series: Iterable[Snapshot], current: Mapping[str, float], now: float
) -> dict[str, RecentChange]:
    """Return the changes of figures since the newest snapshot of an earlier day, by figure.

    Args:
        series: snapshots, oldest first.
        current: the present values.
        now: Unix time of the present values.
    """
    found: dict[str, RecentChange] = {}
    known = [one for one in series if LEAST_AGE <= now - one.at <= LONGEST_AGE]
    for figure in PLAYER_FIGURES:
        value = figure.value(current)
        if figure.is_daily or value is None:
            continue
        for snapshot in reversed(known):
            before = figure.value(snapshot.figures)
            if before is not None:
                tone = change_tone(figure, value - before)
                if tone:
                    found[figure.key] = _recent(figure, (value, now), (before, snapshot.at), tone)
                break
    return found


def _recent(
    figure: HistoryFigure, newest: tuple[float, float], before: tuple[float, int], tone: int
) -> RecentChange:
    change = newest[0] - before[0]
    words = figure.change_words(abs(change))
    sign = ("↑" if tone > 0 else "↓") if figure.is_reversed else ("+" if change > 0 else "−")
    return RecentChange(
        tr("{change} since {age}").format(change=f"{sign}{words}", age=ago(before[1], newest[1])),
        tone,
        tr("{value} now, {before} on {when}").format(
            value=figure.words(newest[0]),
            before=figure.words(before[0]),
            when=minute(time_of(before[1])),
        ),
    )


def load_changes(
    store: HistoryStore, profile: Profile, *, now: float | None = None
) -> dict[str, RecentChange]:
    """Load the recent changes of a profile's figures; blocks, for a worker.

    Raises:
        OSError: the file cannot be read.
    """
    now = time.time() if now is None else now
    try:
        subject = player(profile.id, profile.mode)
    except ValueError:
        return {}
    series = store.series(subject, since=int(now - LONGEST_AGE))
    return recent_changes(series, _present(profile), now)


def _present(profile: Profile) -> dict[str, float]:
    """Return the figures of a profile under the names of a history."""
    found = {one.key: one.value for one in profile.figures if one.value is not None}
    found |= {field: grade.count for grade in profile.grades if (field := _GRADES.get(grade.key))}
    return found


_GRADES: Final = {"XH": "ssh", "X": "ss", "SH": "sh", "S": "s", "A": "a"}


def with_changes(
    figures: Iterable[Figure], changes: Mapping[str, RecentChange]
) -> tuple[Figure, ...]:
    """Return figures with their recent changes."""
    return tuple(
        replace(figure, change=found.text, tone=found.tone, changed=found.told)
        if (found := changes.get(figure.key)) is not None
        else figure
        for figure in figures
    )

"""History of a player in a ruleset: figures, marks, columns of its days, and recent changes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.models.beatmaps.columns import title_of
from osubrowser.models.beatmaps.mods import mods_text
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
from osubrowser.models.history.series import HistoryData, HistoryMark
from osubrowser.models.text.dates import ago, minute
from osubrowser.services.history import events
from osubrowser.services.history.days import DAY, day_of, start_of, time_of
from osubrowser.services.history.events import events_of
from osubrowser.services.history.plays import best_history
from osubrowser.services.history.snapshots import daily
from osubrowser.services.history.subjects import player
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Figure, Grade, Profile
    from osubrowser.services.history.events import PlayerEvent
    from osubrowser.services.history.figures import Snapshot
    from osubrowser.services.history.plays import Entry
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
    HistoryFigure("pp", tr("Performance"), 2, pp_words, number_ticks, pp_words),
    HistoryFigure(
        "accuracy",
        tr("Accuracy"),
        3,
        percent_words,
        numerals.hundredths,
        percent_words,
        unit=0.01,
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
    HistoryFigure("level", tr("Level"), 15, level_words, number_ticks, level_words, unit=0.1),
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

_LONGEST: Final = 120
_LATEST: Final = 1 << 60

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
        return SubjectHistory.of({}, (), PLAYER_FIGURES, today)
    days = daily(store.series(subject))
    marks = load_marks(store, user_id, ruleset, next(iter(days), today))
    return SubjectHistory.of(days, marks, PLAYER_FIGURES, today)


def load_marks(store: HistoryStore, user_id: int, ruleset: str, first: int) -> list[HistoryMark]:
    """Load the events of a player as marks of a chart; blocks, for a worker.

    These are medals, other names, first places won and lost, and plays that came into the best
    list.

    Args:
        store: the history of the server.
        user_id: id of the player.
        ruleset: a ruleset, as the API writes it.
        first: first day of the chart, as a number of days since 1970.

    Raises:
        OSError: the file cannot be read.
    """
    since = start_of(first)
    marks: list[HistoryMark] = []
    nameless: Counter[int] = Counter()
    for one in events_of(store, user_id, ruleset, since):
        if one.what == events.MEDAL and not one.data.get("name"):
            nameless[day_of(one.at)] += 1
        elif (said := _event_words(one)) is not None:
            marks.append(HistoryMark(day_of(one.at), *said))
    marks += [HistoryMark(day, tr("%n medal(s)", "", count)) for day, count in nameless.items()]
    entries = best_history(store, user_id, ruleset).new_between(since - 1, _LATEST)
    marks += [HistoryMark(day_of(one.at), _entry_words(one), 1) for one in entries]
    return marks


def _event_words(event: PlayerEvent) -> tuple[str, int] | None:
    """Return text and tone of an event; None for one that is no mark."""
    data = event.data
    match event.what:
        case events.MEDAL:
            name = plain(str(data.get("name") or ""), _LONGEST)
            return tr("Medal: {name}").format(name=name), 0
        case events.NAME:
            before, after = (plain(str(data.get(key) or ""), 60) for key in ("before", "after"))
            return tr("{before} is now called {after}").format(before=before, after=after), 0
        case events.RANK if data.get("rank") == 1:
            return tr("First place on {beatmap}").format(beatmap=_title(data)), 1
        case events.RANK_LOST:
            return tr("First place lost on {beatmap}").format(beatmap=_title(data)), -1
    return None


def _title(data: Mapping[str, Any]) -> str:
    return plain(str(data.get("title") or ""), _LONGEST) or NOTHING


def _entry_words(entry: Entry) -> str:
    """Return the text of a play that came into the best list: `New best #3: …, 432 pp`."""
    score = entry.play.score
    title = title_of(score.beatmapset, original=False)
    version = plain(score.beatmap.version, 60) if score.beatmap is not None else ""
    mods = mods_text(score.mods)
    song = " ".join(filter(None, (title, f"[{version}]" if version else "", mods and f"+{mods}")))
    return tr("New best #{position}: {song}, {pp} pp").format(
        position=numerals.whole(entry.position),
        song=song,
        pp=numerals.decimal(entry.play.pp, 0),
    )


# --- two players --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PairHistory:
    """Histories of two players in one ruleset; made on a worker.

    Attributes:
        names: names of the players.
        histories: their histories.
        today: the present day, as a number of days since 1970.
    """

    names: tuple[str, str]
    histories: tuple[SubjectHistory, SubjectHistory]
    today: int

    @property
    def known(self) -> frozenset[str]:
        """Keys of the choices of which a player has a value."""
        return self.histories[0].known | self.histories[1].known

    def chart(self, chip: str) -> HistoryData:
        """Return the contents of a chart of one choice of figures, on one axis, with all events.

        Takes milliseconds: for a worker.
        """
        figures = [figure for figure in PLAYER_FIGURES if figure.chip == chip]
        series = [
            figure.series(
                history.values[figure.name],
                name=name if len(figures) == 1 else f"{name}, {figure.label}",
                slot=2 * number + player_number,
            )
            for number, figure in enumerate(figures)
            for player_number, (name, history) in enumerate(
                zip(self.names, self.histories, strict=True)
            )
            if figure.name in history.values
        ]
        marks = [
            mark._replace(text=f"{name}: {mark.text}")
            for name, history in zip(self.names, self.histories, strict=True)
            for mark in history.marks
        ]
        return HistoryData.of(series, marks, self.today)


def load_pair(store: HistoryStore, left: Profile, right: Profile) -> PairHistory:
    """Load the histories of two players in the ruleset of the first; blocks, for a worker.

    Raises:
        OSError: the file cannot be read.
    """
    both = tuple(load_history(store, one.id, left.mode) for one in (left, right))
    return PairHistory((left.name, right.name), (both[0], both[1]), both[0].today)


# --- recent changes -----------------------------------------------------------------------------


class RecentChange(NamedTuple):
    """Change of a figure of a profile since an earlier day.

    Attributes:
        delta: the difference: `+12.30 pp`; of a rank with an arrow.
        text: that with its age: `+12.30 pp since 3 days ago`.
        tone: 1 for better, -1 for worse.
        told: both values and their dates, as a tooltip.
    """

    delta: str
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
    delta = f"{sign}{words}"
    return RecentChange(
        delta,
        _since(delta, before[1], newest[1]),
        tone,
        tr("{value} now, {before} on {when}").format(
            value=figure.words(newest[0]),
            before=figure.words(before[0]),
            when=minute(time_of(before[1])),
        ),
    )


def _since(delta: str, then: float, now: float) -> str:
    """Return a change with its age: `+12.30 pp since yesterday`."""
    age = now - then
    if age < 1.5 * DAY:  # and not of today, see `LEAST_AGE`
        return tr("{change} since yesterday").format(change=delta)
    return tr("{change} since {age}").format(change=delta, age=ago(0, max(age, 2 * DAY)))


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
    """Return figures of a profile with their recent changes."""
    return tuple(
        replace(figure, change=found.text, tone=found.tone, changed=found.told)
        if (found := changes.get(figure.key)) is not None
        else figure
        for figure in figures
    )


def grades_with_changes(
    grades: Iterable[Grade], changes: Mapping[str, RecentChange]
) -> tuple[Grade, ...]:
    """Return grades of a profile with their recent changes."""
    return tuple(
        replace(grade, change=found.text)
        if (found := changes.get(_GRADES.get(grade.key, ""))) is not None
        else grade
        for grade in grades
    )


class ChangedFigures(NamedTuple):
    """Figures and grades of a profile with their recent changes, and these by figure."""

    changes: dict[str, RecentChange]
    figures: tuple[Figure, ...]
    grades: tuple[Grade, ...]


def load_changed(store: HistoryStore, profile: Profile) -> ChangedFigures:
    """Return figures and grades of a profile with their recent changes; as `load_changes`."""
    changes = load_changes(store, profile)
    return ChangedFigures(
        changes,
        with_changes(profile.figures, changes),
        grades_with_changes(profile.grades, changes),
    )

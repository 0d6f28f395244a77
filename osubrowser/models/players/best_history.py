"""Best list of a player over time: what was new, what fell out, and the list of a day."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.api.beatmap_query import read_moment
from osubrowser.models.beatmaps.columns import (
    difficulty_column,
    mapper_column,
    stars_column,
    title_column,
)
from osubrowser.models.scores import columns as scores
from osubrowser.models.table.column import CellKind, Column, Record, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import day, day_cell, exact, second
from osubrowser.services.history.days import DAY
from osubrowser.services.history.plays import Why, best_history, weighted
from osubrowser.services.history.subjects import player
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score
    from osubrowser.services.history.histories import History
    from osubrowser.services.history.plays import (
        BestHistory,
        Departure,
        Entry,
        KeptPlay,
        ListedPlay,
    )
    from osubrowser.services.history.store import HistoryStore

NEW, GONE, LISTED = "new", "gone", "list"
VIEWS: Final = (
    (NEW, tr("New", "plays of a best list")),
    (GONE, tr("Fell out", "plays of a best list")),
    (LISTED, tr("List of a day")),
)
"""Key and label of each view."""
PERIODS: Final = (
    ("look", tr("Since the look before"), None),
    ("7", tr("Last 7 days"), 7),
    ("30", tr("Last 30 days"), 30),
    ("365", tr("Last 12 months"), 365),
    ("all", tr("All that is known"), None),
)
"""Key, label and days of each period."""
FIRST_PERIOD: Final = "30"

_PAGE: Final = 100
FRESH: Final = 600
"""Seconds in which a list is not looked at again for this view."""
_MOST_DAYS: Final = 400
"""Days that are offered; any other can be typed."""
_LEAST_REST: Final = 0.05
"""Pp that are said to come from elsewhere; less is rounding."""
_WHY: Final = {
    Why.REPLACED: tr("A better play on the same beatmap"),
    Why.FELL: tr("Below the last place"),
    Why.GONE: tr("Not told by osu!"),
}
_WHY_TIPS: Final = {
    Why.REPLACED: tr("The list has one play of each beatmap: the one with the most pp"),
    Why.FELL: tr("osu! lists 200 plays: all of them had more pp"),
    Why.GONE: tr("Deleted, or its pp or its beatmap went: osu! does not say why"),
}


class BestQuery(NamedTuple):
    """What is asked of the history of a best list.

    Attributes:
        player: id of the player.
        mode: a ruleset.
        view: key of a view of `VIEWS`.
        period: key of a period of `PERIODS`; "" for the days.
        since: first day as typed; "" for all before `until`.
        until: last day as typed; "" for today. The day of the view of a list.
    """

    player: int
    mode: str
    view: str = NEW
    period: str = FIRST_PERIOD
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class BestRow:
    """Play of a view; what is not of that view is None.

    Attributes:
        play: the play.
        pp: its pp at the time of the row.
        at: when it came into the list, or left it (Unix time in seconds); None in a list.
        position: its place at that time, from 1; None if that is unknown.
        brought: pp that it added to the list.
        too_much: how much less it may have been.
        weighted: what counts of its pp, in a list.
        why: why it left.
        other: the play that it replaced, or that replaced it.
        seen_at: when the list was last seen with a play that left.
    """

    play: KeptPlay
    pp: float
    at: int | None = None
    position: int | None = None
    brought: float | None = None
    too_much: float = 0.0
    weighted: float | None = None
    why: Why | None = None
    other: KeptPlay | None = None
    seen_at: int | None = None

    @property
    def score(self) -> Score:
        """The play as osu! showed it."""
        return self.play.score


@dataclass(frozen=True, slots=True)
class BestSummary:
    """What is known of a list, for the texts around its rows.

    Attributes:
        text: one line about the rows.
        days: day and label of each day on which the list changed, the newest first.
        since: day as text on which the list was first seen; "" for never.
        nothing: message for no rows.
        can_show_all: whether a longer period may have rows.
        seen_at: when the list was last seen (Unix time in seconds), or None.
    """

    text: str
    days: Sequence[tuple[str, str]] = ()
    since: str = ""
    nothing: str = ""
    can_show_all: bool = False
    seen_at: float | None = None


# --- load ----------------------------------------------------------------------------------------


def look_and_load(
    client: Client,
    history: History,
    query: BestQuery,
    columns: Sequence[Column[Any]],
    *,
    name: str,
    is_reloaded: bool,
) -> RowsPage:
    """Look at the list, unless that was done lately, and load its history; blocks, for a worker.

    Args:
        client: the API client, which records what it is told.
        history: the history that it records to.
        query: what is asked.
        columns: those of `best_columns`.
        name: of the player, for messages.
        is_reloaded: look again, however lately it was done.

    Raises:
        OsuError: as the client raises it.
        OSError: the history cannot be read.
    """
    store = history.store()
    looks = best_history(store, query.player, query.mode).looks
    if is_reloaded or not looks or time.time() - looks[-1].last > FRESH:
        for offset in range(0, scores.MOST_BEST, _PAGE):
            found = client.user_scores(
                query.player, "best", mode=query.mode, limit=_PAGE, offset=offset
            )
            if not found:
                break
        history.recorder.flush()
    return load_best(store, query, columns, name=name)


def load_best(
    store: HistoryStore,
    query: BestQuery,
    columns: Sequence[Column[Any]],
    *,
    name: str,
    now: int | None = None,
) -> RowsPage:
    """Load the rows of a view from the history; blocks, for a worker.

    Args:
        store: the history.
        query: what is asked.
        columns: those of `best_columns`.
        name: of the player, for messages.
        now: Unix time in seconds; None for the present.

    Returns:
        All rows; `extra` is the `BestSummary`.

    Raises:
        OSError: the history cannot be read.
    """
    now = int(time.time()) if now is None else now
    history = best_history(store, query.player, query.mode)
    if history.looks:
        now = max(now, history.looks[-1].last)  # the server's clock may be ahead
    since, until = period_of(query, history, now)
    match query.view:
        case "new":
            items = [_of_entry(one) for one in reversed(history.new_between(since, until))]
            text = _new_text(items, history, since, until)
        case "gone":
            items = [_of_departure(one) for one in reversed(history.gone_between(since, until))]
            text = " · ".join(
                [tr("%n play(s) left the list", "", len(items)), *_last_seen(history, until)]
            )
        case _:
            items = [_of_listed(one) for one in history.list_at(until)]
            text = _list_text(items, history, until, _total_pp(store, query, until))
    if query.view != LISTED and not items:
        text = ""
    rows = make_rows(columns, items, identity=lambda row: (row.play.id, row.at))
    first = history.looks[0].at if history.looks else None
    summary = BestSummary(
        text if history.looks else "",
        _days(history) if query.view == LISTED else (),
        _day(first) if first is not None else "",
        _nothing(query, history, name, since, until),
        query.period != "all" and query.view != LISTED and bool(history.looks),
        history.looks[-1].last if history.looks else None,
    )
    return RowsPage(rows, total=len(rows), extra=summary)


def period_of(query: BestQuery, history: BestHistory, now: int) -> tuple[int, int]:
    """Return the first and the last Unix time in seconds of a query.

    Args:
        query: what is asked.
        history: the history, for the look before.
        now: Unix time in seconds.
    """
    if query.period == "look" and len(history.looks) > 1:
        return history.looks[-2].at, now
    days = next((days for key, _, days in PERIODS if key == query.period), None)
    if query.period and query.view != LISTED:
        return (now - days * DAY if days is not None else 0), now
    since, until = read_day(query.since, now), read_day(query.until, now)
    return since or 0, now if until is None else until + DAY - 1


def read_day(text: str, now: int | None = None) -> int | None:
    """Return the start of a typed UTC day (Unix time in seconds); None if it is none.

    Args:
        text: `2026-11-30`, or words such as `2 weeks ago`.
        now: Unix time in seconds that words count from; None for the present.
    """
    text = text.strip()
    if not text or text.isdecimal():
        return None
    moment = read_moment(text, None if now is None else datetime.fromtimestamp(now, UTC))
    if moment is None or not 0 <= moment < 250_000_000_000_000:
        return None
    return moment // 1000 // DAY * DAY


def _of_entry(entry: Entry) -> BestRow:
    play = entry.play
    return BestRow(
        play,
        play.pp_at(play.since),
        entry.at,
        entry.position or None,
        entry.brought,
        entry.too_much,
        other=entry.replaced,
    )


def _of_departure(one: Departure) -> BestRow:
    return BestRow(
        one.play,
        one.play.pp_at(one.at - 1),
        one.at,
        one.position or None,
        why=one.why,
        other=one.by,
        seen_at=one.seen_at,
    )


def _of_listed(one: ListedPlay) -> BestRow:
    return BestRow(one.play, one.pp, position=one.position, weighted=one.weighted)


# --- texts ---------------------------------------------------------------------------------------


def _day(at: int) -> str:
    return day(datetime.fromtimestamp(at, UTC))


def _pp(value: float, *, sign: bool = False) -> str:
    return tr("{pp} pp").format(pp=numerals.decimal(value, 2, sign=sign))


def _new_text(items: Sequence[BestRow], history: BestHistory, since: int, until: int) -> str:
    parts = [tr("%n new play(s)", "of a best list", len(items))]
    known = [one.brought for one in items if one.brought is not None]
    if known:
        parts.append(tr("brought {pp}").format(pp=_pp(sum(known), sign=True)))
    first = history.looks[0].at if history.looks else until
    start = max(since, first)
    before, after = history.list_at(start), history.list_at(until)
    if before and after and history.look_at(start) is not history.look_at(until):
        parts.append(
            tr("the list went from {before} to {after}").format(
                before=_pp(weighted(one.pp for one in before)),
                after=_pp(weighted(one.pp for one in after)),
            )
        )
    return " · ".join([*parts, *_last_seen(history, until)])


def _last_seen(history: BestHistory, until: int) -> list[str]:
    """Return when the list was last seen, if that is more than a day before the end of a period."""
    last = history.looks[-1].last if history.looks else until
    return [tr("last seen on {day}").format(day=_day(last))] if until - last > DAY else []


def _list_text(
    items: Sequence[BestRow], history: BestHistory, until: int, total: float | None
) -> str:
    look = history.look_at(until)
    if look is None:
        return ""
    seen = _day(min(look.last, until))
    parts = [tr("As seen on {day}").format(day=seen)]
    whole = look if look.is_whole else history.look_at(until, is_whole=True)
    if whole is None:
        parts = [
            tr("The first %n place(s), as seen on {day}", "", look.covered).format(day=seen),
        ]
    elif whole is not look and _day(min(whole.last, until)) != seen:
        parts.append(
            tr("places below {count} as seen on {day}").format(
                count=numerals.whole(look.covered), day=_day(min(whole.last, until))
            )
        )
    counted = sum(one.weighted or 0.0 for one in items)
    parts.append(tr("{pp} counted").format(pp=_pp(counted)))
    if total is not None and whole is not None and total - counted >= _LEAST_REST:
        parts.append(
            tr("{total} in all, {rest} of them not from this list").format(
                total=_pp(total), rest=_pp(total - counted)
            )
        )
    return " · ".join(parts)


def _total_pp(store: HistoryStore, query: BestQuery, until: int) -> float | None:
    """Return the pp that the profile said within a day before a time; None if it was not seen."""
    found = store.series(player(query.player, query.mode), until - DAY, until + 1)
    known = [one.figures["pp"] for one in found if "pp" in one.figures]
    return known[-1] if known else None


def _days(history: BestHistory) -> list[tuple[str, str]]:
    """Return the days on which a list changed, and what changed."""
    came: dict[int, int] = {}
    left: dict[int, int] = {}
    days = {look.at // DAY for look in history.looks} | {one.last // DAY for one in history.looks}
    for entry in history.entries:
        came[entry.at // DAY] = came.get(entry.at // DAY, 0) + 1
    for departure in history.departures:
        left[departure.at // DAY] = left.get(departure.at // DAY, 0) + 1
    labels = []
    for number in sorted(days | came.keys() | left.keys(), reverse=True)[:_MOST_DAYS]:
        parts = [_day(number * DAY)]
        if came.get(number):
            parts.append(tr("%n new", "plays of a best list", came[number]))
        if left.get(number):
            parts.append(tr("%n fell out", "plays of a best list", left[number]))
        iso = datetime.fromtimestamp(number * DAY, UTC).date().isoformat()
        labels.append((iso, " · ".join(parts)))
    return labels


def _nothing(query: BestQuery, history: BestHistory, name: str, since: int, until: int) -> str:
    """Return the message for no rows."""
    if not history.looks:
        return tr("The best plays of {name} were not seen yet.").format(name=name)
    first = history.looks[0].at
    if query.view == LISTED and history.look_at(until) is not None:
        return tr("The list of {name} had no plays on that day.").format(name=name)
    if query.view == LISTED:
        return tr(
            "The list of {name} on that day is not known: it was first seen on {day}."
        ).format(name=name, day=_day(first))
    last = history.looks[-1].last
    if last < since:
        return tr(
            "The list of {name} was last seen on {day}: nothing is known of the days after it."
        ).format(name=name, day=_day(last))
    start, end = _day(max(since, first)), _day(max(first, min(until, last)))
    if query.view == GONE:
        said = tr("No play has left the list of {name} between {start} and {end}.")
    else:
        said = tr("No new play has come into the list of {name} between {start} and {end}.")
    return said.format(name=name, start=start, end=end)


# --- columns -------------------------------------------------------------------------------------


def best_columns(view: str, *, original: bool) -> tuple[Column[BestRow], ...]:
    """Return the columns of a view.

    Args:
        view: key of a view of `VIEWS`.
        original: show original titles, not romanised ones.
    """
    common = (
        scores.grade_column(),
        title_column(lambda s: s.beatmapset, 200, original=original),
        difficulty_column(lambda s: s.beatmap, 108),
        stars_column(lambda s: s.beatmap).hidden(),
        scores.mods_column(),
        scores.accuracy_column(),
        scores.combo_column().hidden(),
    )
    last = (
        scores.replay_column(),
        mapper_column(lambda s: s.beatmapset).hidden(),
    )
    figures = {
        NEW: (_at_column(tr("New since")), _brought_column(), _left_column().hidden()),
        GONE: (_at_column(tr("Left", "column")), _why_column(), _since_column().hidden()),
        LISTED: (_weighted_column(), _set_column(), _left_column()),
    }
    return (
        _position_column(view),
        *(column.of_part(_score) for column in common),
        _pp_column(view),
        _newest_column().hidden(),
        *figures[view],
        *(() if view == LISTED else (_set_column().hidden(),)),
        *(column.of_part(_score) for column in last),
    )


def _score(row: BestRow) -> Score:
    return row.play.score


def _position_column(view: str) -> Column[BestRow]:
    told = {
        NEW: tr("Place in the list when it came"),
        GONE: tr("Place in the list when it was last seen there"),
        LISTED: tr("Place in the list"),
    }
    return Column(
        "position",
        tr("#", "place in a list"),
        46,
        CellKind.NUMBER,
        text=lambda r, _: numerals.whole(r.position),
        sort=lambda r, _: r.position,
        description=told[view],
    )


def _pp_column(view: str) -> Column[BestRow]:
    return Column(
        "pp",
        "pp",
        70,
        CellKind.NUMBER,
        text=lambda r, _: numerals.decimal(r.pp, 2),
        sort=lambda r, _: r.pp,
        tooltip=_pp_words,
        strong=True,
        description=tr("Performance points on that day")
        if view == LISTED
        else tr("Performance points at that time"),
    )


def _pp_words(row: BestRow) -> str:
    """Say which pp the play had, if they were computed anew."""
    if not row.play.earlier:
        return ""
    lines = [
        tr("{pp} until {day}").format(pp=_pp(one.pp), day=_day(one.until))
        for one in row.play.earlier
    ]
    return "\n".join([*lines, tr("{pp} since then").format(pp=_pp(row.play.pp))])


def _newest_column() -> Column[BestRow]:
    return Column(
        "pp_now",
        tr("pp now"),
        72,
        CellKind.NUMBER,
        text=lambda r, _: numerals.decimal(r.play.pp, 2),
        sort=lambda r, _: r.play.pp,
        tooltip=_pp_words,
        description=tr("Performance points as last seen"),
    )


def _brought_column() -> Column[BestRow]:
    return Column(
        "brought",
        tr("Brought"),
        84,
        CellKind.NUMBER,
        text=_brought_text,
        sort=lambda r, _: r.brought,
        tooltip=_brought_words,
        description=tr("What it added to the weighted pp of the list"),
    )


def _brought_text(row: BestRow, _number: int) -> str:
    if row.brought is None:
        return NOTHING
    if row.too_much < 0.005:
        return numerals.decimal(row.brought, 2, sign=True)
    return tr("up to {pp}").format(pp=numerals.decimal(row.brought, 1, sign=True))


def _brought_words(row: BestRow) -> str:
    if row.brought is None:
        return tr("The list was not known before this play came")
    parts = []
    if row.too_much >= 0.005:
        least = numerals.decimal(row.brought - row.too_much, 1, sign=True)
        parts.append(
            tr("At least {pp}: the end of the list was not known").format(pp=least),
        )
    if row.other is not None:
        parts.append(
            tr("In place of a play of {pp} on the same beatmap").format(
                pp=_pp(row.other.pp_at(row.play.since - 1))
            )
        )
    return "\n".join(parts)


def _weighted_column() -> Column[BestRow]:
    return Column(
        "weighted",
        tr("Weighted"),
        78,
        CellKind.NUMBER,
        text=lambda r, _: numerals.decimal(r.weighted, 2),
        sort=lambda r, _: r.weighted,
        description=tr("What it added to the player's pp"),
    )


def _at_column(title: str) -> Column[BestRow]:
    return Column(
        "at",
        title,
        92,
        CellKind.DATE,
        text=lambda r, _: day_cell(_time(r.at)),
        sort=lambda r, _: r.at,
        tooltip=_at_words,
    )


def _at_words(row: BestRow) -> str:
    if row.seen_at is not None:
        return tr("In the list on {seen}, missing on {missing}").format(
            seen=second(_time(row.seen_at)), missing=second(_time(row.at))
        )
    words = second(_time(row.at))
    seen = tr("First seen in the list: {time}").format(time=second(_time(row.play.since)))
    return f"{words}\n{seen}"


def _since_column() -> Column[BestRow]:
    return Column(
        "since",
        tr("In the list since"),
        104,
        CellKind.DATE,
        text=lambda r, _: (
            day_cell(_time(r.play.since))
            if r.play.is_new
            else tr("{day} or before").format(day=_day(r.play.since))
        ),
        sort=lambda r, _: r.play.since,
    )


def _set_column() -> Column[BestRow]:
    return Column(
        "date",
        tr("Date"),
        92,
        CellKind.DATE,
        text=lambda r, _: day_cell(r.score.ended_at),
        sort=lambda r, _: r.play.set_at or None,
        tooltip=lambda r: second(r.score.ended_at),
        description=tr("When it was set"),
    )


def _left_column() -> Column[BestRow]:
    return Column(
        "left",
        tr("Left", "column"),
        92,
        CellKind.DATE,
        text=lambda r, _: "" if r.play.until is None else day_cell(_time(r.play.until)),
        sort=lambda r, _: r.play.until,
        description=tr("When it was first seen missing"),
    )


def _why_column() -> Column[BestRow]:
    return Column(
        "why",
        tr("Why"),
        190,
        CellKind.TEXT,
        text=lambda r, _: _WHY[r.why] if r.why is not None else "",
        sort=lambda r, _: None if r.why is None else _WHY[r.why].casefold(),
        tooltip=_why_words,
    )


def _why_words(row: BestRow) -> str:
    if row.why is None:
        return ""
    if row.other is None:
        return _WHY_TIPS[row.why]
    return tr("Its place has a play of {pp}, set on {day}").format(
        pp=_pp(row.other.pp), day=day_cell(row.other.score.ended_at)
    )


def _time(at: int | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(at, UTC)


def best_record(row: BestRow) -> Record:
    """Return the record of a row."""
    score, about, beatmap = row.score, row.score.beatmapset, row.score.beatmap
    return {
        "score_id": row.play.id,
        "user_id": score.user_id,
        "mode": score.mode,
        "beatmap_id": score.beatmap_id,
        "beatmapset_id": about.id if about is not None else None,
        "artist": about.artist if about is not None else None,
        "artist_unicode": about.artist_unicode if about is not None else None,
        "title": about.title if about is not None else None,
        "title_unicode": about.title_unicode if about is not None else None,
        "creator": about.creator if about is not None else None,
        "version": beatmap.version if beatmap is not None else None,
        "mods": " ".join(map(str, score.mods)),
        "grade": score.rank,
        "accuracy": score.accuracy,
        "max_combo": score.max_combo,
        "total_score": score.total_score,
        "ended_at": exact(score.ended_at),
        "has_replay": score.has_replay,
        "pp": row.pp,
        "pp_now": row.play.pp,
        "weighted_pp": row.weighted,
        "position": row.position,
        "at": exact(_time(row.at)),
        "brought": row.brought,
        "brought_too_much": row.too_much if row.brought is not None else None,
        "replaced": row.other.id if row.other is not None and row.why is None else None,
        "in_list_since": exact(_time(row.play.since)),
        "is_new_since": row.play.is_new,
        "left_at": exact(_time(row.play.until)),
        "why": None if row.why is None else row.why.value,
        "replaced_by": row.other.id if row.other is not None and row.why is not None else None,
    }

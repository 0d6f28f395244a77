"""Neighbours of a player in a ranking: gaps, paces, and when one passes the other."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.cursor import Cursor
from osubrowser.api.errors import NotFound
from osubrowser.models.rankings.figures import flag_column, rank_column
from osubrowser.models.rankings.pace import LEAST_DAYS, Pace, Passing, pace_of, passing
from osubrowser.models.rankings.rankings import country_name_of
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.history.days import DAY
from osubrowser.services.history.ranking_pages import LAST_PAGE, PAGE_SIZE
from osubrowser.services.history.snapshots import daily
from osubrowser.services.history.subjects import player
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import User, UserCompact, UserStatistics
    from osubrowser.models.table.column import Record, Row
    from osubrowser.services.history.store import HistoryStore

AROUND: Final = 10
"""Ranks above and below the player."""
USUAL_DAYS: Final = 30
"""Days from which the paces are estimated, where nothing else is chosen."""
_YEAR: Final = 365.25
_LONGEST: Final = 10 * _YEAR
"""Days beyond which no estimate is shown."""
METHOD: Final = tr(
    "Pace: the median of the slopes between all pairs of days that were seen here (Theil-Sen)."
    " The interval holds nine of ten such estimates; it comes from the scatter of the days."
    " At least %n day(s) are needed.",
    "",
    LEAST_DAYS,
)


class NoNeighbours(NotFound):
    """The player has no rank in a ranking, or one below its end.

    Attributes:
        player: name of the player.
        rank: the rank; None for none.
    """

    def __init__(self, player: str, rank: int | None) -> None:
        super().__init__()
        self.player = player
        self.rank = rank


@dataclass(frozen=True, slots=True)
class Wanted:
    """What neighbours are asked for.

    Attributes:
        user: id or name of the player in the middle; None for the one who is signed in.
        mode: API name of the ruleset.
        in_country: whether the ranks are those of the player's country.
        days: from which the paces are estimated.
    """

    user: int | str | None = None
    mode: str = "osu"
    in_country: bool = False
    days: int = USUAL_DAYS


@dataclass(frozen=True, slots=True)
class Middle:
    """Player in the middle, as `RowsPage.extra`.

    Attributes:
        id: of the player.
        name: of the player.
        country: name of the country, if the ranks are those of it; else "".
        rank: the rank.
        pp: performance points.
        pace: the pace.
    """

    id: int
    name: str
    country: str
    rank: int
    pp: float
    pace: Pace

    @property
    def text(self) -> str:
        """One line about the player."""
        return _middle_text(self)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Row of the neighbours.

    Attributes:
        statistics: the row of the ranking.
        rank: its rank.
        gap: its pp, less those of the player in the middle.
        pace: its pace.
        passing: when it is passed, or passes; None for the player in the middle.
        is_above: whether its rank is the better one.
    """

    statistics: UserStatistics
    rank: int
    gap: float
    pace: Pace
    passing: Passing | None
    is_above: bool = False

    @property
    def user(self) -> UserCompact | None:
        """The player."""
        return self.statistics.user


def load_neighbours(
    client: Client,
    open_store: Callable[[], HistoryStore] | None,
    wanted: Wanted,
    columns: Sequence[Column[Neighbour]],
    _cursor: object | None,
) -> RowsPage:
    """Load the ranks around a player, with the paces that a history has of them.

    Costs up to three requests.

    Args:
        client: to load with.
        open_store: opens the history; None for none.
        wanted: what is asked for.
        columns: those of `neighbour_columns`.

    Raises:
        NoNeighbours: the player has no rank, or one that the ranking does not list.
        LoginRequired: no player is signed in, and no other one is asked for.
        OsuError: as the client raises it.
    """
    user = (
        client.get_me(wanted.mode)
        if wanted.user is None
        else client.user(wanted.user, mode=wanted.mode)
    )
    rank = _rank_of(user, wanted)
    last = LAST_PAGE * PAGE_SIZE
    if rank is None or not 0 < rank <= last:
        raise NoNeighbours(plain(user.username), rank)
    ranking: dict[int, UserStatistics] = {}
    pages = range(
        (max(1, rank - AROUND) - 1) // PAGE_SIZE + 1,
        (min(last, rank + AROUND) - 1) // PAGE_SIZE + 2,
    )
    for number in pages:
        answer = client.ranking(
            wanted.mode,
            "performance",
            country=user.country_code if wanted.in_country else None,
            cursor=Cursor(page=number) if number > 1 else None,
        )
        ranking |= enumerate(answer.ranking, (number - 1) * PAGE_SIZE + 1)
        if answer.cursor is None:
            break
    # The ranking is renewed at other times than the profile.
    found = (n for n, row in ranking.items() if row.user is not None and row.user.id == user.id)
    middle = next(found, None)
    if middle is None:
        raise NoNeighbours(plain(user.username), rank)
    shown = {n: row for n, row in ranking.items() if abs(n - middle) <= AROUND}
    extra = Middle(
        user.id or 0,
        plain(user.username),
        country_name_of(user) if wanted.in_country else "",
        middle,
        shown[middle].pp or 0.0,
        Pace(0),
    )
    rows, extra = _made(open_store, wanted, columns, shown, extra)
    return RowsPage(rows, total=len(rows), extra=extra)


def renewed(
    store: HistoryStore,
    wanted: Wanted,
    columns: Sequence[Column[Neighbour]],
    rows: Sequence[Row[Neighbour]],
    middle: Middle,
) -> tuple[list[Row[Neighbour]], Middle]:
    """Return rows and the player in the middle with the paces that a history has now."""
    shown = {row.item.rank: row.item.statistics for row in rows}
    return _made(lambda: store, wanted, columns, dict(sorted(shown.items())), middle)


def _made(
    open_store: Callable[[], HistoryStore] | None,
    wanted: Wanted,
    columns: Sequence[Column[Neighbour]],
    shown: Mapping[int, UserStatistics],
    middle: Middle,
) -> tuple[list[Row[Neighbour]], Middle]:
    paces = read_paces(open_store, wanted, shown.values())
    made = neighbours_of(shown, middle.rank, paces)
    rows: list[Row[Neighbour]] = make_rows(
        columns, made, first_number=made[0].rank, identity=lambda one: one.user and one.user.id
    )
    return rows, replace(middle, pace=paces.get(middle.id, Pace(0)))


def _rank_of(user: User, wanted: Wanted) -> int | None:
    statistics = user.statistics
    if statistics is None:
        return None
    if not wanted.in_country:
        return statistics.global_rank
    if statistics.country_rank is not None:
        return statistics.country_rank
    return statistics.rank.country if statistics.rank is not None else None


def read_paces(
    open_store: Callable[[], HistoryStore] | None,
    wanted: Wanted,
    rows: Iterable[UserStatistics],
    now: float | None = None,
) -> dict[int, Pace]:
    """Return the paces of players by their ids, from a history and the present rows.

    A history that cannot be read has no days.

    Args:
        open_store: opens the history; None for none.
        wanted: ruleset and number of days.
        rows: rows of the ranking.
        now: the present Unix time; None for the clock's.
    """
    at = time.time() if now is None else now
    try:
        store = open_store() if open_store is not None else None
    except OSError:
        store = None
    found: dict[int, Pace] = {}
    for row in rows:
        if row.user is None or not row.user.id or row.pp is None:
            continue
        points: dict[int, tuple[float, float]] = {}
        if store is not None:
            points = _points(store, wanted, row.user.id, at)
        points[int(at // DAY)] = (at / DAY, row.pp)
        found[row.user.id] = pace_of([points[day] for day in sorted(points)])
    return found


def _points(
    store: HistoryStore, wanted: Wanted, user: int, now: float
) -> dict[int, tuple[float, float]]:
    """Return the pp of a player by day, as (time in days, pp)."""
    since = int(now - wanted.days * DAY)
    try:
        series = store.series(player(user, wanted.mode), since)
    except OSError:
        return {}
    return {
        day: (one.at / DAY, one.figures["pp"])
        for day, one in daily(series).items()
        if one.figures.get("pp")
    }


def neighbours_of(
    rows: Mapping[int, UserStatistics], middle: int, paces: Mapping[int, Pace]
) -> list[Neighbour]:
    """Return the rows of the neighbours, in the order of their ranks.

    Args:
        rows: rows of a ranking, by their ranks.
        middle: the rank of the player in the middle, who is one of them.
        paces: by the id of the player.
    """
    mine = rows[middle].pp or 0.0
    my_pace = _pace(rows[middle], paces)
    found = []
    for rank in sorted(rows):
        row = rows[rank]
        gap, pace = (row.pp or 0.0) - mine, _pace(row, paces)
        when = None
        if rank < middle:
            when = passing(max(0.0, gap), my_pace, pace)
        elif rank > middle:
            when = passing(max(0.0, -gap), pace, my_pace)
        found.append(Neighbour(row, rank, gap, pace, when, rank < middle))
    return found


def _pace(row: UserStatistics, paces: Mapping[int, Pace]) -> Pace:
    user = row.user
    return paces.get(user.id or 0, Pace(0)) if user is not None else Pace(0)


# --- texts --------------------------------------------------------------------------------------


def neighbour_columns(flag: Callable[[str], str | None]) -> tuple[Column[Neighbour], ...]:
    """Return the columns of the neighbours.

    Args:
        flag: returns the URL of the flag of a country code; called on workers.
    """
    return (
        rank_column(),
        flag_column(flag, _code, lambda one: country_name_of(one.user)),
        Column(
            "player",
            tr("Player"),
            190,
            CellKind.PLAYER,
            text=lambda one, _: plain(one.user.username) if one.user is not None else NOTHING,
            sort=lambda one, _: plain(one.user.username).casefold() if one.user else None,
            picture=lambda one: one.user.avatar_url if one.user is not None else None,
            tooltip=lambda one: plain(one.user.username) if one.user is not None else "",
            strong=True,
        ),
        Column(
            "pp",
            tr("pp"),
            92,
            CellKind.NUMBER,
            text=lambda one, _: numerals.decimal(one.statistics.pp, 2),
            sort=lambda one, _: one.statistics.pp,
            strong=True,
            description=tr("Performance points"),
        ),
        Column(
            "gap",
            tr("Gap", "difference of pp"),
            92,
            CellKind.NUMBER,
            text=lambda one, _: (
                NOTHING if one.passing is None else numerals.decimal(one.gap, 2, sign=True)
            ),
            sort=lambda one, _: one.gap,
            description=tr("Performance points more or less than the player in the middle"),
        ),
        Column(
            "pace",
            tr("pp a day"),
            132,
            CellKind.NUMBER,
            text=lambda one, _: pace_text(one.pace),
            sort=lambda one, _: one.pace.per_day,
            tooltip=lambda one: pace_words(one.pace),
            description=METHOD,
        ),
        Column(
            "passing",
            tr("At this pace"),
            250,
            CellKind.TEXT,
            text=lambda one, _: passing_text(one),
            sort=lambda one, _: None if one.passing is None else one.passing.days,
            tooltip=passing_words,
            description=METHOD,
        ),
    )


def neighbour_record(row: Row[Any]) -> Record:
    """Return the export record of a neighbour."""
    one: Neighbour = row.item
    user, when = one.user, one.passing
    return {
        "rank": one.rank,
        "user_id": user.id if user is not None else None,
        "username": user.username if user is not None else None,
        "country_code": user.country_code if user is not None else None,
        "pp": one.statistics.pp,
        "gap": one.gap,
        "pp_per_day": one.pace.per_day,
        "pp_per_day_margin": None if one.pace.per_day is None else one.pace.margin,
        "days_known": one.pace.days,
        "days_until_passing": None if when is None else when.days,
        "days_until_passing_soonest": None if when is None else when.soonest,
        "days_until_passing_latest": None if when is None else when.latest,
    }


def _code(one: Neighbour) -> str:
    return one.user.country_code or "" if one.user is not None else ""


def pace_text(pace: Pace) -> str:
    """Format a pace: `+12.3 ± 2.1`; a dash if it is not known."""
    if pace.per_day is None:
        return NOTHING
    per_day, margin = numerals.decimal(pace.per_day, 2, sign=True), max(0.01, pace.margin)
    return f"{per_day} ± {numerals.decimal(margin, 2)}"


def pace_words(pace: Pace) -> str:
    """Return from how many days a pace is estimated."""
    if pace.per_day is None:
        return _too_little(pace.days)
    return tr("From %n day(s) that were seen here", "", pace.days)


def passing_text(one: Neighbour) -> str:
    """Return when a neighbour is passed, or passes, in one phrase; "" for the middle."""
    when = one.passing
    if when is None:
        return ""
    if not when.is_known:
        return _too_little(when.known)
    is_above = one.is_above
    if when.days is None or when.soonest is None:
        return tr("not passed at this pace") if is_above else tr("does not pass at this pace")
    if when.soonest > _LONGEST:
        return tr("not passed within ten years") if is_above else tr("no passing within ten years")
    phrase = tr("passed {when}", "in 12 to 30 days") if is_above else tr("passes {when}")
    return phrase.format(when=when_text(when.soonest, when.latest))


def when_text(soonest: float, latest: float | None) -> str:
    """Format a time to come with its uncertainty: `in 12 to 30 days`, `in 12 days or later`.

    Args:
        soonest: in days.
        latest: in days; None for no end.
    """
    in_years = soonest >= 2 * _YEAR or (soonest >= _YEAR and (latest or 0) >= 3 * _YEAR)
    unit = _YEAR if in_years else 1.0
    first = max(0, math.floor(soonest / unit))
    if latest is None or latest > _LONGEST:
        first = max(1, first)
        return (
            tr("in %n year(s) or later", "", first)
            if in_years
            else tr("in %n day(s) or later", "", first)
        )
    last = max(1, math.ceil(latest / unit))
    if last - first <= 1:
        return (
            tr("in about %n year(s)", "", last) if in_years else tr("in about %n day(s)", "", last)
        )
    first = max(1, first)
    words = (
        tr("in {first} to %n year(s)", "", last)
        if in_years
        else tr("in {first} to %n day(s)", "", last)
    )
    return words.format(first=whole(first))


def passing_words(one: Neighbour) -> str:
    """Return the tooltip of the time of passing."""
    when = one.passing
    if when is None or not when.is_known or when.days is None:
        return METHOD
    days = tr("At both estimates: in %n day(s).", "", max(1, round(min(when.days, 1e6))))
    return f"{days}\n{METHOD}"


def _too_little(days: int) -> str:
    return tr("too little is known (%n day(s))", "", days)


def _middle_text(middle: Middle) -> str:
    where = (
        tr("#{rank} in {country}").format(rank=whole(middle.rank), country=middle.country)
        if middle.country
        else tr("#{rank} in the world").format(rank=whole(middle.rank))
    )
    parts = [middle.name, where, tr("{pp} pp").format(pp=numerals.decimal(middle.pp, 2))]
    if middle.pace.per_day is not None:
        parts.append(tr("{pace} pp a day").format(pace=pace_text(middle.pace)))
    else:
        words = tr("paces are known once these ranks were seen on %n day(s)", "", LEAST_DAYS)
        parts.append(words)
    return " · ".join(parts)

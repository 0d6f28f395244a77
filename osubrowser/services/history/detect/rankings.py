"""Changes of a page of a ranking: risers, fallers, new names, and who left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.api.entities.rankings import (
    CountryRankings,
    KudosuRanking,
    Rankings,
    TeamRankings,
)
from osubrowser.services.history.changes import ChangeKind
from osubrowser.services.history.days import day_of
from osubrowser.services.history.followable import FollowKind, follow_address
from osubrowser.services.places.places import LAST_PAGE, RANKS_ON_PAGE, RankingsPlace

if TYPE_CHECKING:
    from osubrowser.services.history.detect.look import Followed, Look

MOST_MOVED: Final = 10
"""Risers, fallers, new and left ones that a change lists, each."""
_MOST_ROWS: Final = 100
_LONGEST_NAME: Final = 100
_FILTERS: Final = ("country", "variant")


class _Row(NamedTuple):
    key: str
    name: str
    rank: int


def detect(look: Look) -> None:
    """Look for changes of followed pages of rankings, and of followed teams in that of teams."""
    entity = look.observation.entity
    if not isinstance(entity, Rankings | CountryRankings | TeamRankings | KudosuRanking):
        return
    place = _place_of(look)
    if place is None:
        return
    rows = _rows(entity, (place.page - 1) * RANKS_ON_PAGE + 1)
    if isinstance(entity, TeamRankings):
        _detect_teams(look, place, entity, rows)
        _search_teams(look, place, entity)
    address = follow_address(place, FollowKind.RANKING)
    thing = None if address is None else look.one(address)
    if thing is not None:
        _detect_rows(look, thing, rows)


def _place_of(look: Look) -> RankingsPlace | None:
    """Return the place of the page that was asked for; None for one that cannot be followed."""
    segments = look.segments
    if segments[0] != "rankings" or look.param("filter") not in ("", "all"):
        return None
    page = look.param("cursor[page]") or look.param("page") or "1"
    if not page.isdecimal():
        return None
    spotlight = look.param("spotlight")
    options: dict[str, Any] = {name: look.param(name) or None for name in _FILTERS}
    try:
        if segments[1:] == ("kudosu",):
            return RankingsPlace(type="kudosu", page=int(page))
        _, mode, type_ = segments
        return RankingsPlace(
            mode,
            type_,
            spotlight=int(spotlight) if spotlight.isdecimal() else None,
            page=int(page),
            **options,
        )
    except ValueError:
        return None


def _rows(
    page: Rankings | CountryRankings | TeamRankings | KudosuRanking, first: int
) -> list[_Row]:
    rows = []
    if isinstance(page, CountryRankings):
        for rank, row in enumerate(page.ranking, first):
            name = row.code if row.country is None else row.country.name or row.code
            rows.append(_Row(row.code, name, rank))
    elif isinstance(page, TeamRankings):
        for rank, team in enumerate(page.ranking, first):
            name = "" if team.team is None else team.team.name
            rows.append(_Row(str(team.team_id), name, rank))
    else:
        users = (
            page.ranking if isinstance(page, KudosuRanking) else [row.user for row in page.ranking]
        )
        for rank, user in enumerate(users, first):
            if user is not None and user.id:
                rows.append(_Row(str(user.id), user.username, rank))
    return rows


def _detect_rows(look: Look, thing: Followed, rows: Sequence[_Row]) -> None:
    """Compare a page with what it was at the last look; one change a day, while it is unread."""
    state = thing.state
    before: list[list[Any]] | None = state.get("rows")
    now = [[row.key, row.name[:_LONGEST_NAME], row.rank] for row in rows[:_MOST_ROWS]]
    state["rows"] = now
    if before is not None and before != now:
        topic = str(day_of(look.at))
        unread = look.unread(thing, ChangeKind.RANKING, topic)
        if unread is None or state.get("base") is None:
            unread = None
            state["base"], state["since"] = before, state.get("seen", state.get("at", look.at))
        data = _moved(state["base"], now) | {"since": state["since"]}
        is_same = not any(data[name] for name in ("risers", "fallers", "new", "left"))
        if unread is not None and is_same:
            look.remove(unread)
        elif unread is not None:
            look.replace(unread, data)
        elif not is_same:
            look.add(thing, ChangeKind.RANKING, data, topic=topic, is_page=True)
    state["seen"] = look.at
    look.checked(thing, is_page=True)


def _moved(before: Sequence[Sequence[Any]], now: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """Return who rose, fell, came and left, those who moved most first."""
    were = {key: (name, rank) for key, name, rank in before}
    are = {key: (name, rank) for key, name, rank in now}
    moved = [
        {**_key(key), "name": name, "before": were[key][1], "after": rank}
        for key, (name, rank) in are.items()
        if key in were and were[key][1] != rank
    ]
    moved.sort(key=lambda one: abs(one["before"] - one["after"]), reverse=True)
    return {
        "risers": [one for one in moved if one["after"] < one["before"]][:MOST_MOVED],
        "fallers": [one for one in moved if one["after"] > one["before"]][:MOST_MOVED],
        "new": [
            {**_key(key), "name": name, "rank": rank}
            for key, (name, rank) in are.items()
            if key not in were
        ][:MOST_MOVED],
        "left": [
            {**_key(key), "name": name, "rank": rank}
            for key, (name, rank) in were.items()
            if key not in are
        ][:MOST_MOVED],
    }


def _key(key: str) -> Mapping[str, Any]:
    return {"id": int(key)} if key.isdecimal() else {"code": key}


# --- teams --------------------------------------------------------------------------------------


def _detect_teams(
    look: Look, place: RankingsPlace, page: TeamRankings, rows: Sequence[_Row]
) -> None:
    """Compare the ranks of followed teams that are on a page of the ranking of teams."""
    things = look.followed(f"/teams/{row.key}" for row in rows)
    for row, team in zip(rows, page.ranking, strict=True):
        thing = things.get(f"/teams/{row.key}")
        if thing is None:
            continue
        thing.done(f"rank:{place.mode}:{place.page}")
        thing.state.get("search", {}).pop(place.mode, None)
        ranks: dict[str, Any] = thing.state.setdefault("ranks", {})
        known: dict[str, Any] | None = ranks.get(place.mode)
        ranks[place.mode] = {"rank": row.rank, "pp": team.performance, "at": look.at}
        if known is not None and known["rank"] != row.rank:
            data = {
                "ruleset": place.mode,
                "rank_before": known["rank"],
                "rank_after": row.rank,
                "pp_before": known["pp"],
                "pp_after": team.performance,
                "since": known["at"],
            }
            look.add(thing, ChangeKind.TEAM_RANK, data)


def _search_teams(look: Look, place: RankingsPlace, page: TeamRankings) -> None:
    """Narrow down where the teams are that are not on a page of their ranking.

    osu! tells no team's rank but by its place in the ranking, which is sorted by performance.
    """
    there = {team.team_id for team in page.ranking}
    for thing in look.of_kind(FollowKind.TEAM).values():
        points = thing.state.get("performance", {}).get(place.mode)
        if points is None or _team_of(thing) in there:
            continue
        known = thing.state.get("ranks", {}).get(place.mode)
        search: dict[str, Any] = thing.state.setdefault("search", {})
        if known is not None and place.mode not in search:
            if (known["rank"] - 1) // RANKS_ON_PAGE + 1 != place.page:
                continue
            search[place.mode] = {"low": 1, "high": LAST_PAGE}  # it has moved to another page
        bounds: dict[str, int] | None = search.get(place.mode)
        thing.done(f"rank:{place.mode}:{place.page}")
        if bounds is None:
            continue
        if not page.ranking or points > page.ranking[0].performance:
            bounds["high"] = min(bounds["high"], place.page - 1)
        else:
            bounds["low"] = max(bounds["low"], place.page + 1)
        if bounds["low"] > bounds["high"]:  # both have moved meanwhile: begin anew another time
            del search[place.mode]
            thing.state["searched"] = look.at
        else:
            want_rank(thing, place.mode)


def want_rank(thing: Followed, mode: str) -> None:
    """Ask for the page of the ranking on which a team is, or may be."""
    bounds = thing.state.get("search", {}).get(mode)
    known = thing.state.get("ranks", {}).get(mode)
    if bounds is not None:
        thing.want(f"rank:{mode}:{(bounds['low'] + bounds['high']) // 2}")
    elif known is not None:
        thing.want(f"rank:{mode}:{(known['rank'] - 1) // RANKS_ON_PAGE + 1}")


def _team_of(thing: Followed) -> int:
    return int(thing.address.rpartition("/")[2])

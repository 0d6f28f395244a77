"""Routes of rankings of every type, and of spotlights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import clamp, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call, Route, ruleset_or_404
from osubrowser.demo.world.draws import number
from osubrowser.demo.world.players.countries import country_numbers
from osubrowser.demo.world.players.rankings import KEY_COUNTS

PAGE = 50
"""Entries on a page."""

T = TypeVar("T")


def ranking(call: Call, mode: str, type: str) -> object:
    """Answer `GET rankings/{mode}/{type}`."""
    ruleset_or_404(mode, "invalid ruleset specified")
    match type:
        case "performance" | "global":
            return _players(call, mode, "performance")
        case "score":
            return _players(call, mode, "score")
        case "country":
            page, cursor, total = _page(call, call.world.rankings.countries(mode))
            return with_cursor({"ranking": list(page), "total": total}, cursor)
        case "team":
            page_of_teams, cursor, total = _page(call, call.world.rankings.team_order(mode))
            entries = [call.world.rankings.team(mode, *place) for place in page_of_teams]
            return with_cursor({"ranking": entries, "total": total}, cursor)
        case "charts":
            return _charts(call, mode)
        case _:
            raise refuse(404, "invalid type specified")


def kudosu(call: Call) -> object:
    """Answer `GET rankings/kudosu`."""
    accounts, given = call.world.accounts, call.world.kudosu
    page = clamp(to_int(call.query.get("page")), 1, 20, 1)
    entries = []
    for account in given.ranking[(page - 1) * PAGE : page * PAGE]:
        entries.append({**accounts.with_home(account), "kudosu": given.of(account)})
    return {"ranking": entries}


def spotlights(call: Call) -> object:
    """Answer `GET spotlights`."""
    return {"spotlights": call.world.spotlights.all()}


def _players(call: Call, mode: str, order: str) -> object:
    """Answer a ranking of players by pp or by ranked score, whole or filtered."""
    query = call.query
    friends = _filter(query.get("filter")) == "friends"
    variant = _variant(query.get("variant"), mode)
    country = _country(query.get("country"))
    positions = _positions(call, mode, order, variant, country)
    if friends:
        circle = call.world.rankings.of_friends(mode) if call.account is not None else set()
        positions = [position for position in positions if position in circle]
    page, cursor, total = _page(call, positions)
    first = total and _page_number(call, total) * PAGE - PAGE + 1
    plain = order == "performance" and country is None and variant is None and not friends
    figures, accounts = call.world.statistics(mode), call.world.accounts
    entries = []
    for place, position in enumerate(page, first):
        account = figures.standings.account[position]
        entry = figures.of(account)
        if variant is not None:
            standing = call.world.rankings.variant(variant)
            entry["pp"] = number(standing.pp[position])
            entry["global_rank"] = standing.rank[position]
            entry["global_rank_percent"] = number(standing.rank[position] / len(standing.rank))
        if country is not None:
            entry["country_rank"] = place
        if plain:
            entry["rank_change_since_30_days"] = figures.standings.change(position)
        entry["user"] = accounts.with_home(account)
        entries.append(entry)
    return with_cursor({"ranking": entries, "total": total}, cursor)


def _positions(
    call: Call, mode: str, order: str, variant: str | None, country: int | None
) -> Sequence[int]:
    positions = call.world.rankings.positions(mode, order, country)
    if variant is None:
        return positions
    standing = call.world.rankings.variant(variant)
    if order == "performance":
        if country is None:
            return standing.positions
        return sorted((p for p in positions if p in standing.rank), key=standing.rank.__getitem__)
    return [position for position in positions if position in standing.rank]


def _charts(call: Call, mode: str) -> object:
    """Answer the standings of a spotlight."""
    asked = to_int(call.query.get("spotlight"))
    spotlight = call.world.spotlights.find(asked, mode)
    friends = _filter(call.query.get("filter")) == "friends"
    return call.world.spotlights.chart(spotlight, mode, friends=friends, account=call.account)


def _filter(text: str | None) -> str:
    if text and text not in ("all", "friends"):
        raise refuse(422, "invalid filter parameter specified")
    return text or "all"


def _variant(text: str | None, mode: str) -> str | None:
    known = ("all", *KEY_COUNTS) if mode == "mania" else ("all",)
    if text and text not in known:
        raise refuse(422, "invalid variant parameter specified")
    return None if not text or text == "all" else text


def _country(code: str | None) -> int | None:
    if not code:
        return None
    country = country_numbers().get(code.upper())
    if country is None:
        raise refuse(404, "Specified CountryStatistics couldn't be found.")
    return country


def _page_number(call: Call, total: int) -> int:
    """Return the requested page, clamped to the existing ones."""
    asked = read_cursor(call.query).get("page", call.query.get("page"))
    return clamp(to_int(asked), 1, max(1, -(-total // PAGE)), 1)


def _page(call: Call, items: Sequence[T]) -> tuple[Sequence[T], dict[str, object] | None, int]:
    """Return the items of the page, the next cursor, and the total count."""
    total = len(items)
    page = _page_number(call, total)
    cursor: dict[str, object] | None = {"page": page + 1} if page * PAGE < total else None
    return items[(page - 1) * PAGE : page * PAGE], cursor, total


ROUTES = (
    Route("/rankings/kudosu", kudosu),
    Route("/rankings/<mode>/<type>", ranking),
    Route("/spotlights", spotlights),
)

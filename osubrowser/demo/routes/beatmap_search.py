"""The search for beatmapsets: from a request's parameters to a page of sets."""

from __future__ import annotations

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import to_bool, to_int
from osubrowser.demo.http.replies import Refusal, refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.beatmaps.beatmap_pages import GENRES, LANGUAGES
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.search.order import CursorError
from osubrowser.demo.world.search.search import MOST, STATUSES, Filters

_DIGITS = {
    "0": "ranked",
    "2": "favourites",
    "3": "qualified",
    "4": "pending",
    "5": "graveyard",
    "6": "mine",
    "7": "any",
    "8": "loved",
}
"""What statuses were called once."""

_GRADES = frozenset(("XH", "X", "SH", "S", "A", "B", "C", "D"))


def search(call: Call) -> object:
    """Answer `GET beatmapsets/search`."""
    known, viewer = call.world.search, call.account
    filters = _filters(call)
    found = known.find(filters, viewer)
    body: dict[str, object] = {
        "beatmapsets": [],
        "search": {"sort": found.order.text},
        "recommended_difficulty": None
        if viewer is None
        else known.recommended(viewer, filters.mode),
        "error": None,
        "total": min(MOST, len(found.sets)),
    }
    page = max(1, to_int(call.query.get("page")) or 1)
    try:
        start, sets = known.page(found, read_cursor(call.query), page)
    except CursorError as error:
        if not error.fits:
            raise refuse(422, str(error)) from None
        body |= {"error": str(error), "total": 0}
        raise Refusal(422, with_cursor(body, None)) from None
    beatmaps, packs = call.world.beatmaps, call.world.packs
    body["beatmapsets"] = [
        beatmaps.with_beatmaps(index, max_combo=True) | {"pack_tags": packs.tags_of(index)}
        for index in sets
    ]
    return with_cursor(body, known.cursor(found, start, sets))


def _filters(call: Call) -> Filters:
    """Return what a request asks for; values that mean nothing are left out."""
    query = call.query
    status = query.get("s", "")
    status = _DIGITS.get(status, status)
    played = query.get("played", "")
    return Filters(
        query=query.get("q") or query.get("query") or "",
        mode=_one_of(query.get("m"), range(len(RULESETS))),
        status=status if status in STATUSES else "",
        genre=_one_of(query.get("g"), GENRES),
        language=_one_of(query.get("l"), LANGUAGES),
        general=frozenset(query.get("c", "").split(".")) - {""},
        extra=frozenset(query.get("e", "").split(".")) - {""},
        nsfw=to_bool(query.get("nsfw")) or False,
        grades=_GRADES & frozenset(query.get("r", "").split(".")),
        played=played if played in ("played", "unplayed") else "",
        sort=query.get("sort", ""),
    )


def _one_of(text: str | None, known: range | dict[int, str]) -> int | None:
    number = to_int(text)
    return number if number in known else None


ROUTES: tuple[Route, ...] = (Route("/beatmapsets/search", search),)

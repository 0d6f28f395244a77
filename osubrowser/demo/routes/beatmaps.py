"""Routes of beatmaps: single, several, attributes, beatmapsets, search, tags."""

from __future__ import annotations

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import to_bool, to_int
from osubrowser.demo.http.replies import Refusal, refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.beatmaps.songs import GENRES, LANGUAGES
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.search.order import CursorError
from osubrowser.demo.world.search.search import MOST as MOST_HITS
from osubrowser.demo.world.search.search import STATUSES, Filters

MOST = 50
"""How many difficulties can be asked for at once."""

NO_BEATMAP = "Specified beatmap difficulty couldn't be found."
"""What the server says of an unknown difficulty."""


def find_beatmap(call: Call, text: str) -> tuple[int, Difficulty]:
    """Return the number of the set and the difficulty with the id in a path.

    Raises:
        Refusal: there is none (404).
    """
    found = call.world.beatmaps.difficulty_by_id(to_int(text) or 0)
    if found is None:
        raise refuse(404, NO_BEATMAP)
    return found


def beatmap(call: Call, beatmap: str) -> object:
    """Answer `GET beatmaps/{beatmap}`."""
    return call.world.beatmap_details.beatmap(*find_beatmap(call, beatmap), call.account)


def lookup(call: Call) -> object:
    """Answer `GET beatmaps/lookup`: by checksum, else by file name, else by id."""
    beatmaps, query = call.world.beatmaps, call.query
    found = None
    if query.get("checksum"):
        found = beatmaps.by_checksum(query["checksum"])
    if found is None and query.get("filename"):
        found = beatmaps.by_file_name(query["filename"])
    if found is None and query.get("id"):
        found = beatmaps.difficulty_by_id(to_int(query["id"]) or 0)
    if found is None:
        raise refuse(404, None)
    return call.world.beatmap_details.beatmap(*found, call.account)


def beatmaps(call: Call) -> object:
    """Answer `GET beatmaps?ids[]=`: in the order of the ids; unknown ones are missing."""
    wanted = {to_int(text) or 0 for text in call.request.args.getlist("ids[]")[:MOST]}
    found = (call.world.beatmaps.difficulty_by_id(one) for one in sorted(wanted))
    pages = call.world.beatmap_details
    return {"beatmaps": [pages.beatmap(*one, call.account) for one in found if one]}


def attributes(call: Call, beatmap: str) -> object:
    """Answer `POST beatmaps/{beatmap}/attributes`."""
    index, difficulty = find_beatmap(call, beatmap)
    return {"attributes": call.world.attributes.of(index, difficulty, call.fields)}


def beatmapset(call: Call, beatmapset: str) -> object:
    """Answer `GET beatmapsets/{beatmapset}`."""
    index = call.world.beatmaps.by_id(to_int(beatmapset) or 0)
    if index is None:
        raise refuse(404, "Specified beatmap couldn't be found.")
    return call.world.beatmap_details.beatmapset(index, call.account)


def lookup_set(call: Call) -> object:
    """Answer `GET beatmapsets/lookup`: the set that a difficulty is in."""
    wanted = call.query.get("beatmap_id")
    if not wanted:
        raise refuse(404, None)
    index, _ = find_beatmap(call, wanted)
    return call.world.beatmap_details.beatmapset(index, call.account)


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
        "total": min(MOST_HITS, len(found.sets)),
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
    """Return the search parameters of a request; invalid values are left out."""
    query = call.query
    status = query.get("s", "")
    status = _DIGITS.get(status, status)
    played = query.get("played", "")
    return Filters(
        query=query.get("q") or query.get("query") or "",
        mode=_known_number(query.get("m"), range(len(RULESETS))),
        status=status if status in STATUSES else "",
        genre=_known_number(query.get("g"), GENRES),
        language=_known_number(query.get("l"), LANGUAGES),
        general=frozenset(query.get("c", "").split(".")) - {""},
        extra=frozenset(query.get("e", "").split(".")) - {""},
        nsfw=to_bool(query.get("nsfw")) or False,
        grades=_GRADES & frozenset(query.get("r", "").split(".")),
        played=played if played in ("played", "unplayed") else "",
        sort=query.get("sort", ""),
    )


def _known_number(text: str | None, known: range | dict[int, str]) -> int | None:
    number = to_int(text)
    return number if number in known else None


def tags(call: Call) -> object:
    """Answer `GET tags`."""
    return {"tags": call.world.user_tags.all()}


ROUTES: tuple[Route, ...] = (
    Route("/beatmaps", beatmaps),
    Route("/beatmaps/lookup", lookup),
    Route("/beatmaps/<beatmap>", beatmap),
    Route("/beatmaps/<beatmap>/attributes", attributes, method="POST"),
    Route("/beatmapsets/lookup", lookup_set),
    Route("/beatmapsets/<beatmapset>", beatmapset),
    Route("/beatmapsets/search", search),
    Route("/tags", tags),
)

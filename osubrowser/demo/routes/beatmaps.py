"""Difficulties: by id, looked up, several at once, and their attributes."""

from __future__ import annotations

from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.beatmaps.beatmaps import Difficulty

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
    return call.world.beatmap_pages.beatmap(*find_beatmap(call, beatmap), call.account)


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
    return call.world.beatmap_pages.beatmap(*found, call.account)


def beatmaps(call: Call) -> object:
    """Answer `GET beatmaps?ids[]=`: in the order of the ids; unknown ones are missing."""
    wanted = {to_int(text) or 0 for text in call.request.args.getlist("ids[]")[:MOST]}
    found = (call.world.beatmaps.difficulty_by_id(one) for one in sorted(wanted))
    pages = call.world.beatmap_pages
    return {"beatmaps": [pages.beatmap(*one, call.account) for one in found if one]}


def attributes(call: Call, beatmap: str) -> object:
    """Answer `POST beatmaps/{beatmap}/attributes`."""
    index, difficulty = find_beatmap(call, beatmap)
    return {"attributes": call.world.attributes.of(index, difficulty, call.fields)}


ROUTES: tuple[Route, ...] = (
    Route("/beatmaps", beatmaps),
    Route("/beatmaps/lookup", lookup),
    Route("/beatmaps/<beatmap>", beatmap),
    Route("/beatmaps/<beatmap>/attributes", attributes, method="POST"),
)

"""Beatmapsets: by id, looked up by one of their difficulties, and searched for."""

from __future__ import annotations

from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.beatmaps import find_beatmap
from osubrowser.demo.routes.call import Call, Route


def beatmapset(call: Call, beatmapset: str) -> object:
    """Answer `GET beatmapsets/{beatmapset}`."""
    index = call.world.beatmaps.by_id(to_int(beatmapset) or 0)
    if index is None:
        raise refuse(404, "Specified beatmap couldn't be found.")
    return call.world.beatmap_pages.beatmapset(index, call.account)


def lookup(call: Call) -> object:
    """Answer `GET beatmapsets/lookup`: the set that a difficulty is in."""
    wanted = call.query.get("beatmap_id")
    if not wanted:
        raise refuse(404, None)
    index, _ = find_beatmap(call, wanted)
    return call.world.beatmap_pages.beatmapset(index, call.account)


ROUTES: tuple[Route, ...] = (
    Route("/beatmapsets/lookup", lookup),
    Route("/beatmapsets/<beatmapset>", beatmapset),
)

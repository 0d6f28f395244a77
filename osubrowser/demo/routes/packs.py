"""Routes of beatmap packs: listing by type, single packs."""

from __future__ import annotations

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import to_bool, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.beatmaps.packs import TYPES

PAGE = 100
"""Packs on a page."""


def packs(call: Call) -> object:
    """Answer `GET beatmaps/packs`: the newest first."""
    type = call.query.get("type") or "standard"
    if type not in TYPES:
        raise refuse(404, None)
    last = to_int(read_cursor(call.query).get("pack_id"))
    known = call.world.packs
    found = [pack for pack in known.of_type(type) if last is None or pack.id < last]
    cursor = {"pack_id": found[PAGE - 1].id} if len(found) > PAGE else None
    return with_cursor({"beatmap_packs": [known.entity(one) for one in found[:PAGE]]}, cursor)


def pack(call: Call, pack: str) -> object:
    """Answer `GET beatmaps/packs/{tag}`: the pack with its sets, and which the caller passed."""
    known, beatmaps, played = call.world.packs, call.world.beatmaps, call.world.play_counts
    found = known.find(pack)
    if found is None:
        raise refuse(404, "Specified BeatmapPack couldn't be found.")
    stable = to_bool(call.query.get("legacy_only")) or False
    account, passed = call.account, list[int]()
    if account is not None:
        passed = [one for one in found.sets if any(played.passed(account, one, stable=stable))]
    return known.entity(found) | {
        "beatmapsets": [beatmaps.extended(index) for index in found.sets],
        "user_completion_data": {
            "beatmapset_ids": [beatmaps.id_of(index) for index in passed],
            "completed": len(passed) == len(found.sets),
        },
    }


ROUTES: tuple[Route, ...] = (
    Route("/beatmaps/packs", packs),
    Route("/beatmaps/packs/<pack>", pack),
)

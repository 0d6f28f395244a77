"""A player's scores: best, firsts, recent and pinned, and those on one beatmap."""

from __future__ import annotations

from osubrowser.demo.http.parameters import clamp, to_bool, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.beatmaps import NO_BEATMAP, find_beatmap
from osubrowser.demo.routes.call import Call, Route, ruleset_or_404
from osubrowser.demo.routes.scores import only_mods, wanted_ruleset
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.catalogue import Entry

MOST, USUAL, MOST_RECENT, MOST_ON_ONE = 100, 5, 100, 50


def scores(call: Call, user: str, kind: str) -> object:
    """Answer `GET users/{user}/scores/{type}`."""
    world, query = call.world, call.query
    account = world.accounts.by_id(to_int(user) or 0) if user.isascii() and user.isdigit() else None
    if account is None or kind not in ("best", "firsts", "recent", "pinned"):
        raise refuse(404, None)
    mode = ruleset_or_404(query.get("mode") or world.profiles.playmode(account))
    limit = clamp(to_int(query.get("limit")), 1, MOST, USUAL)
    offset = max(0, to_int(query.get("offset")) or 0)
    version, viewer, pages = call.api_version, call.account, world.score_pages
    if kind == "best":
        best = world.scores.best(account, mode, offset, limit)
        places = enumerate(best, offset)
        return [pages.weighted(play, place, version, viewer) for place, play in places]
    if kind == "firsts":
        old = to_bool(query.get("legacy_only")) or False
        found = world.scores.firsts(account, mode, offset, limit, old=old)
    elif kind == "recent":
        fails = to_bool(query.get("include_fails")) or False
        recent = world.scores.recent(account, mode, fails=fails)
        found = recent[:MOST_RECENT][offset : offset + limit]
    else:
        found = world.scores.pinned(account, mode)[offset : offset + limit]
    return [pages.listed(play, version, viewer) for play in found]


def on_beatmap(call: Call, beatmap: str, user: str) -> object:
    """Answer `GET beatmaps/{beatmap}/scores/users/{user}`."""
    entry = _played(call, beatmap, wanted_ruleset(call, beatmap))
    account = call.world.accounts.by_id(to_int(user) or 0)
    play = None if account is None else call.world.scores.of_player(account, entry)
    if play is None:
        raise refuse(404, None)
    board = call.world.scores.boards.of(entry).only(
        mods=only_mods(call), old=to_bool(call.query.get("legacy_only")) or False
    )
    position = board.rank_of(play.id)
    if position is None:
        raise refuse(404, None)
    score = call.world.score_pages.of_player(play, call.api_version, call.account)
    return {"position": position, "score": score}


def all_on_beatmap(call: Call, beatmap: str, user: str) -> object:
    """Answer `GET beatmaps/{beatmap}/scores/users/{user}/all`."""
    _, difficulty = find_beatmap(call, beatmap)
    asked = call.query.get("ruleset") or call.query.get("mode")
    ruleset = ruleset_or_404(asked or RULESETS[difficulty.ruleset].name, "unknown ruleset name")
    entry = _played(call, beatmap, ruleset)
    account = call.world.accounts.by_id(to_int(user) or 0)
    if account is None:
        raise refuse(404, None)
    old = to_bool(call.query.get("legacy_only")) or False
    plays = call.world.scores.all_of_player(account, entry)
    plays = [play for play in plays if not (old and play.lazer)][:MOST_ON_ONE]
    version, viewer = call.api_version, call.account
    return {"scores": [call.world.score_pages.entity(play, version, viewer) for play in plays]}


def _played(call: Call, beatmap: str, ruleset: str) -> Entry:
    """Return a beatmap as it is played in a ruleset.

    Raises:
        Refusal: it has no leaderboard (404).
    """
    entry = call.world.scores.entry(to_int(beatmap) or 0, ruleset)
    if entry is None:
        raise refuse(404, NO_BEATMAP)
    return entry


ROUTES: tuple[Route, ...] = (
    Route("/users/<user>/scores/<kind>", scores),
    Route("/beatmaps/<beatmap>/scores/users/<user>", on_beatmap),
    Route("/beatmaps/<beatmap>/scores/users/<user>/all", all_on_beatmap),
)

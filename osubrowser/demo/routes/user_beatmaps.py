"""A player's beatmaps: made, liked, played most, and passed."""

from __future__ import annotations

from werkzeug.wrappers import Request

from osubrowser.demo.http.parameters import clamp, to_bool, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.beatmaps.user_beatmaps import TYPES
from osubrowser.demo.world.rulesets import RULESETS

MOST_SETS = 50
"""How many sets can be asked about at once."""

_OLD_TYPES = {"ranked_and_approved": "ranked", "unranked": "pending"}


def beatmapsets(call: Call, user: str, type: str) -> object:
    """Answer `GET users/{user}/beatmapsets/{type}`."""
    type = _OLD_TYPES.get(type, type)
    if type not in TYPES and type != "most_played":
        raise refuse(404, None)
    account = find_user(call, user)
    limit = clamp(to_int(call.query.get("limit")), 1, 100, 5)
    offset = max(0, to_int(call.query.get("offset")) or 0)
    if type == "most_played":
        return _most_played(call, account, offset, limit)
    found = call.world.user_beatmaps.sets(account, type)[offset : offset + limit]
    return [call.world.beatmaps.with_beatmaps(index) for index in found]


def _most_played(call: Call, account: int, offset: int, limit: int) -> list[dict[str, object]]:
    beatmaps = call.world.beatmaps
    return [
        {
            "beatmap_id": line.difficulty.id,
            "count": line.times,
            "beatmap": beatmaps.compact_beatmap(line.number, line.difficulty),
            "beatmapset": beatmaps.entity(line.number),
        }
        for line in call.world.played.most(account, offset, limit)
    ]


def passed(call: Call, user: str) -> object:
    """Answer `GET users/{user}/beatmaps-passed`: which beatmaps of some sets were passed."""
    asked = _set_ids(call.request)
    if len(asked) > MOST_SETS:
        raise refuse(422, f"beatmapset_ids must not be more than {MOST_SETS}")
    account = find_user(call, user)
    beatmaps, query = call.world.beatmaps, call.query
    ruleset = to_int(query.get("ruleset_id"))
    if ruleset is not None and not 0 <= ruleset < len(RULESETS):
        raise refuse(422, "invalid ruleset_id specified")
    no_converts = to_bool(query.get("exclude_converts")) or False
    stable = to_bool(query.get("is_legacy")) or False
    reduced = to_bool(query.get("no_diff_reduction")) is False
    numbers = dict.fromkeys(beatmaps.by_id(to_int(text) or 0) for text in asked)
    found = dict[int, dict[str, object]]()
    for index in (number for number in numbers if number is not None):
        for one in call.world.played.passed(account, index, stable=stable, reduced=reduced):
            if ruleset in (None, one.ruleset) and not (no_converts and one.convert):
                own = beatmaps.original(index, one)
                found.setdefault(one.id, beatmaps.compact_beatmap(index, own))
    return {"beatmaps_passed": list(found.values())}


def find_user(call: Call, text: str) -> int:
    """Return the account with the id in a path: names do not work below a user.

    Raises:
        Refusal: there is none (404).
    """
    number = int(text[:18]) if text.isascii() and text.isdigit() else None
    account = None if number is None else call.world.accounts.by_id(number)
    if account is None:
        raise refuse(404, None)
    return account


def _set_ids(request: Request) -> list[str]:
    return request.args.getlist("beatmapset_ids[]")


def _cost(request: Request) -> int:
    return max(1, min(MOST_SETS, len(_set_ids(request))))


ROUTES: tuple[Route, ...] = (
    Route("/users/<user>/beatmapsets/<type>", beatmapsets),
    Route("/users/<user>/beatmaps-passed", passed, cost=_cost),
)

"""Routes of players: profiles, lookups, own data, beatmap lists, the bot."""

from __future__ import annotations

from werkzeug.wrappers import Request

from osubrowser.demo.http.parameters import clamp, to_bool, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.http.throttle import LOOKUPS
from osubrowser.demo.routes.call import Call, Route, ruleset_or_404
from osubrowser.demo.world.beatmaps.user_beatmaps import TYPES
from osubrowser.demo.world.players.bots import BOT_ID, is_bot, profile
from osubrowser.demo.world.rulesets import RULESETS

MOST = 50
"""How many users can be asked for at once."""


def user(call: Call, user: str, mode: str | None = None) -> object:
    """Answer `GET users/{user}/{mode?}`."""
    if mode is not None:
        ruleset_or_404(mode)
    key = call.query.get("key")
    if is_bot(user, key):
        return profile(call.world.profiles, call.world.accounts, mode, viewer=call.account)
    account = _find(call, user, key)
    if account is None:
        raise refuse(404, None)
    return call.world.profiles.whole(account, mode, viewer=call.account)


def users(call: Call) -> object:
    """Answer `GET users?ids[]=`: unknown ids are missing, the order is the server's own."""
    wanted = {to_int(text) for text in _ids(call.request)[:MOST]}
    variants = to_bool(call.query.get("include_variant_statistics")) or False
    found = (_by_id(call, one) for one in wanted)
    accounts = sorted(account for account in found if account is not None)
    profiles = call.world.profiles
    return {"users": [profiles.with_rulesets(account, variants) for account in accounts]}


def lookup(call: Call) -> object:
    """Answer `GET users/lookup`."""
    asked = _ids(call.request)
    if len(asked) > MOST:
        raise refuse(422, f"invalid number of ids: at most {MOST}")
    number = to_int(call.query.get("ruleset_id"))
    if number is not None and not 0 <= number < len(RULESETS):
        raise refuse(422, "invalid ruleset_id specified")
    found = dict.fromkeys(_find(call, text, None) for text in asked)
    entries: list[dict[str, object]] = []
    for account in found:
        if account is None:
            continue
        entry = call.world.profiles.listed(account)
        del entry["support_level"]
        if number is not None:
            rank = call.world.standings(RULESETS[number].name).rank_of(account)
            entry["global_rank"] = {"rank": rank, "ruleset_id": number}
        entries.append(entry)
    return {"users": entries}


def _ids(request: Request) -> list[str]:
    return request.args.getlist("ids[]")


def _by_id(call: Call, user_id: int | None) -> int | None:
    return None if user_id is None else call.world.accounts.by_id(user_id)


def _find(call: Call, text: str, key: str | None) -> int | None:
    """Find an account: digits are an id, `@name` a name, anything else a name too."""
    accounts = call.world.accounts
    if key == "username":
        return accounts.by_name(text.removeprefix("@"))
    if text.startswith("@"):
        return call.world.accounts.by_any_name(text[1:])
    if text.isascii() and text.isdigit():
        return accounts.by_id(int(text[:18]))
    return None if key == "id" else call.world.accounts.by_any_name(text)


def _users_cost(request: Request) -> int:
    ids = min(MOST, len(_ids(request)))
    return max(1, ids * (3 if to_bool(request.args.get("include_variant_statistics")) else 1))


RELATIONS_SINCE = 20241022
"""The version from which friends are relations with a `target`; before, plain users."""


def me(call: Call, mode: str | None = None) -> object:
    """Answer `GET me/{mode?}`."""
    if mode is not None:
        ruleset_or_404(mode)
    return call.world.profiles.own(call.person, mode)


def favourites(call: Call) -> object:
    """Answer `GET me/beatmapset-favourites`."""
    return {"beatmapset_ids": call.world.profiles.favourites(call.person)}


def friends(call: Call) -> object:
    """Answer `GET friends` in the shape of the version asked for."""
    world = call.world
    figures = world.statistics(world.accounts.playmode(call.person))
    found: list[dict[str, object]] = []
    for account in world.friends.accounts:
        user = world.profiles.listed(account)
        user["statistics"] = figures.of(account)
        if call.api_version >= RELATIONS_SINCE:
            relation: dict[str, object] = {
                "target_id": world.accounts.id_of(account),
                "relation_type": "friend",
                "mutual": world.friends.is_mutual(account),
                "target": user,
            }
            found.append(relation)
        else:
            found.append(user)
    return found


def revoke(call: Call) -> None:
    """Answer `DELETE oauth/tokens/current`."""
    call.authority.revoke(call.bearer)


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
        for line in call.world.play_counts.most(account, offset, limit)
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
        for one in call.world.play_counts.passed(account, index, stable=stable, reduced=reduced):
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


def _passed_cost(request: Request) -> int:
    return max(1, min(MOST_SETS, len(_set_ids(request))))


def nothing(call: Call, **_: str) -> object:
    """Answer any list of the bot's."""
    del call
    return []


ROUTES: tuple[Route, ...] = (
    Route("/users", users, cost=_users_cost),
    Route("/users/lookup", lookup, bucket=LOOKUPS),
    Route("/users/<user>", user),
    Route("/users/<user>/<mode>", user),
    Route("/me/beatmapset-favourites", favourites, scope="identify", person=True),
    Route("/me", me, scope="identify", person=True),
    Route("/me/<mode>", me, scope="identify", person=True),
    Route("/friends", friends, scope="friends.read", person=True),
    Route("/oauth/tokens/current", revoke, scope="any", method="DELETE"),
    Route("/users/<user>/beatmapsets/<type>", beatmapsets),
    Route("/users/<user>/beatmaps-passed", passed, cost=_passed_cost),
    Route(f"/users/{BOT_ID}/scores/<kind>", nothing),
    Route(f"/users/{BOT_ID}/beatmapsets/<type>", nothing),
    Route(f"/users/{BOT_ID}/recent_activity", nothing),
    Route(f"/users/{BOT_ID}/kudosu", nothing),
)

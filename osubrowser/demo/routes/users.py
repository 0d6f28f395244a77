"""Players: one by id or name, and several at once."""

from __future__ import annotations

from werkzeug.wrappers import Request

from osubrowser.demo.http.parameters import to_bool, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.http.throttle import LOOKUPS
from osubrowser.demo.routes.call import Call, Route, ruleset_or_404
from osubrowser.demo.world.players.bots import is_bot, profile
from osubrowser.demo.world.rulesets import RULESETS

MOST = 50
"""How many users can be asked for at once."""


def user(call: Call, user: str, mode: str | None = None) -> object:
    """Answer `GET users/{user}/{mode?}`."""
    if mode is not None:
        ruleset_or_404(mode)
    key = call.query.get("key")
    if is_bot(user, key):
        return profile(call.world, mode, viewer=call.account)
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
        return call.world.profiles.by_any_name(text[1:])
    if text.isascii() and text.isdigit():
        return accounts.by_id(int(text[:18]))
    return None if key == "id" else call.world.profiles.by_any_name(text)


def _cost(request: Request) -> int:
    ids = min(MOST, len(_ids(request)))
    return max(1, ids * (3 if to_bool(request.args.get("include_variant_statistics")) else 1))


ROUTES = (
    Route("/users", users, cost=_cost),
    Route("/users/lookup", lookup, bucket=LOOKUPS),
    Route("/users/<user>", user),
    Route("/users/<user>/<mode>", user),
)

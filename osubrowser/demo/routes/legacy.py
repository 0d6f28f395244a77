"""Routes of API v1."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice

import msgspec
from werkzeug.wrappers import Request

from osubrowser.demo.http.parameters import clamp, to_int
from osubrowser.demo.http.replies import Reply, json_reply, refuse
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.beatmaps.mods import OF_RULESET, from_bits
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.mods import bits_of
from osubrowser.demo.world.scores.results import Score
from osubrowser.demo.world.world import World

Query = Mapping[str, str]
_Map = tuple[int, Difficulty]

NO_REPLAY = {"error": "Replay not available."}
"""What is answered with status 200 where there is no replay."""

_METHOD = re.compile(r"/api/(\w+)")
_ALL_BEST = 200


def answer(request: Request, world: World) -> Reply:
    """Answer `GET /api/get_*`; the key has been checked and the request counted."""
    match = _METHOD.fullmatch(request.path)
    method = _METHODS.get(match[1]) if match else None
    if method is None or request.method != "GET":
        raise refuse(404, "Invalid url or incorrect request method.")
    return json_reply(200, msgspec.json.encode(method(world, request.args.to_dict())))


# --- what is asked for -----------------------------------------------------------------------


def _account(world: World, query: Query) -> int | None:
    """Return the player in `u`: an id if numeric, unless `type` says otherwise."""
    user = query.get("u", "")
    number = user.isascii() and user.isdigit() and len(user) < 19
    if query.get("type") == "string" or not number:
        return world.accounts.by_name(user) if user and query.get("type") != "id" else None
    return world.accounts.by_id(int(user))


def _ruleset(query: Query) -> int:
    return clamp(to_int(query.get("m")), 0, 3, 0)


def _limit(query: Query, usual: int, most: int) -> int:
    return clamp(to_int(query.get("limit")), 1, most, usual)


def _only_old(plays: list[Score], limit: int) -> list[Score]:
    """Return the scores of the stable client: API v1 has no others."""
    return [play for play in plays if not play.lazer][:limit]


# --- methods ---------------------------------------------------------------------------------


def get_user(world: World, query: Query) -> object:
    """Answer `get_user`."""
    account = _account(world, query)
    return [] if account is None else [world.legacy.user(account, _ruleset(query))]


def get_user_best(world: World, query: Query) -> object:
    """Answer `get_user_best`."""
    account, limit = _account(world, query), _limit(query, 10, 100)
    if account is None:
        return []
    plays = world.scores.best(account, RULESETS[_ruleset(query)].name, 0, _ALL_BEST)
    return [world.legacy.best_score(play) for play in _only_old(plays, limit)]


def get_user_recent(world: World, query: Query) -> object:
    """Answer `get_user_recent`, failed plays included."""
    account, limit = _account(world, query), _limit(query, 10, 50)
    if account is None:
        return []
    plays = world.scores.recent(account, RULESETS[_ruleset(query)].name, fails=True)
    return [world.legacy.recent_score(play) for play in _only_old(plays, limit)]


def get_scores(world: World, query: Query) -> object:
    """Answer `get_scores`: a leaderboard, or one player's score on it."""
    limit, mods = _limit(query, 50, 100), to_int(query.get("mods"))
    board = world.scores.board(to_int(query.get("b")) or 0, RULESETS[_ruleset(query)].name)
    if board is None:
        return []
    account = _account(world, query)
    if query.get("u") and account is None:
        return []
    rows = board.only(old=True).rows
    if mods is not None:
        rows = [row for row in rows if bits_of(row.mods) == mods]
    plays = (world.scores.factory.of_placement(row.placement, board.entry) for row in rows)
    if account is not None:
        plays = (play for play in plays if play.account == account)
    return [world.legacy.board_score(play) for play in islice(plays, limit)]


def get_replay(world: World, query: Query) -> object:
    """Answer `get_replay`: the packed frames of a score, by its id, or by beatmap and player."""
    ruleset = RULESETS[_ruleset(query)].name
    if query.get("s"):
        play = world.scores.by_old_id(ruleset, to_int(query["s"]) or 0)
    else:
        account = _account(world, query)
        entry = world.scores.entry(to_int(query.get("b")) or 0, ruleset)
        play = None
        if account is not None and entry is not None:
            play = world.scores.of_player(account, entry)
    mods = to_int(query.get("mods"))
    if play is None or play.lazer or not play.replay:
        return NO_REPLAY
    if mods is not None and bits_of(play.mods) != mods:
        return NO_REPLAY
    content = base64.b64encode(world.replays.frames(play)).decode()
    return {"content": content, "encoding": "base64"}


def get_match(world: World, query: Query) -> object:
    """Answer `get_match`."""
    number = world.matches.by_id(to_int(query.get("mp")) or 0)
    if number is None or world.matches.is_private(number):
        return {"match": 0, "games": []}
    return world.legacy.match(world.matches.of(number))


# --- beatmaps --------------------------------------------------------------------------------


def get_beatmaps(world: World, query: Query) -> object:
    """Answer `get_beatmaps`: by id, set, checksum, maker or date, else the newest ones."""
    ruleset = to_int(query.get("m"))
    converts = query.get("a") == "1" and ruleset
    found = []
    for index, difficulty in cooperatively(_maps(world, query), 64):
        shown: Difficulty | None = difficulty
        if ruleset is not None and difficulty.ruleset != ruleset:
            shown = world.beatmaps.converted(difficulty, ruleset) if converts else None
        if shown is not None:
            found.append((index, shown))
        if len(found) == _limit(query, 500, 500):
            break
    return [_beatmap(world, *one, query) for one in cooperatively(found, 32)]


def _beatmap(world: World, index: int, difficulty: Difficulty, query: Query) -> object:
    asked = from_bits(to_int(query.get("mods")) or 0)
    mods = [mod for mod in asked if mod.acronym in OF_RULESET[difficulty.ruleset]]
    return world.legacy.beatmap(index, difficulty, mods)


def _maps(world: World, query: Query) -> Iterator[_Map]:
    """Yield the difficulties that a query is about."""
    beatmaps = world.beatmaps
    if query.get("b"):
        found = beatmaps.difficulty_by_id(to_int(query["b"]) or 0)
        return iter(() if found is None else (found,))
    if query.get("h"):
        found = beatmaps.by_checksum(query["h"])
        return iter(() if found is None else (found,))
    if query.get("s"):
        index = beatmaps.by_id(to_int(query["s"]) or 0)
        return _of_sets(world, () if index is None else (index,))
    if query.get("u"):
        account = _account(world, query)
        return _of_sets(world, () if account is None else beatmaps.of_mapper(account))
    if query.get("since"):
        return _of_sets(world, _ranked_since(world, query["since"]))
    return _of_sets(world, range(COUNT - 1, -1, -1))


def _of_sets(world: World, numbers: Iterable[int]) -> Iterator[_Map]:
    return ((index, one) for index in numbers for one in world.beatmaps.difficulties(index))


def _ranked_since(world: World, text: str) -> list[int]:
    """Return the sets that got their leaderboard after a date, the oldest first."""
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return []
    ranked = world.beatmaps.ranked_date
    dated = ((ranked(index), index) for index in range(COUNT) if world.beatmaps.status[index] > 0)
    return [index for _, index in sorted((d, i) for d, i in dated if d is not None and d > moment)]


_METHODS: dict[str, Callable[[World, Query], object]] = {
    "get_beatmaps": get_beatmaps,
    "get_match": get_match,
    "get_replay": get_replay,
    "get_scores": get_scores,
    "get_user": get_user,
    "get_user_best": get_user_best,
    "get_user_recent": get_user_recent,
}

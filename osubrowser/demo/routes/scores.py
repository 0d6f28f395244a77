"""Routes of scores: leaderboards, players' lists, single scores, feed, replays."""

from __future__ import annotations

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import clamp, to_bool, to_int
from osubrowser.demo.http.replies import Reply, refuse
from osubrowser.demo.http.throttle import DOWNLOADS
from osubrowser.demo.routes.beatmaps import NO_BEATMAP, find_beatmap
from osubrowser.demo.routes.call import Call, Route, ruleset_or_404
from osubrowser.demo.world.players.standings import UNRANKED
from osubrowser.demo.world.rulesets import BY_NAME, RULESETS
from osubrowser.demo.world.scores.catalogue import Entry
from osubrowser.demo.world.scores.entities import MODERN_SINCE
from osubrowser.demo.world.scores.leaderboards import Leaderboard
from osubrowser.demo.world.scores.results import Score

MOST, USUAL = 100, 50
NO_SCORE = "Specified Solo\\Score couldn't be found."
"""What the server says of an unknown score."""

_OLDEST_CURSOR = 10_000_000
_ALIASES = {"catch": "fruits"}
_SUPPORTERS_ONLY = "You must be an osu!supporter to use this feature."


# --- leaderboards ----------------------------------------------------------------------------


def board(call: Call, beatmap: str) -> object:
    """Answer `GET beatmaps/{beatmap}/scores`."""
    old = to_bool(call.query.get("legacy_only")) or False
    return _board(call, beatmap, call.api_version, old=old)


def solo_board(call: Call, beatmap: str) -> object:
    """Answer `GET beatmaps/{beatmap}/solo-scores`: always in the modern shape."""
    return _board(call, beatmap, MODERN_SINCE, old=False)


def _board(call: Call, beatmap: str, version: int, *, old: bool) -> object:
    world = call.world
    ruleset = wanted_ruleset(call, beatmap)
    whole = world.scores.board(to_int(beatmap) or 0, ruleset)
    positions = _circle(call, ruleset)
    if whole is None:
        return {"scores": []}
    limit = clamp(to_int(call.query.get("limit")), 1, MOST, USUAL)
    found = whole.only(mods=only_mods(call), positions=positions, old=old)
    plays, pages = world.scores.factory, world.score_entities
    rows = [plays.of_placement(row.placement, whole.entry) for row in found.rows[:limit]]
    body: dict[str, object] = {
        "scores": [pages.on_board(play, version, call.account) for play in rows],
        "score_count": len(found.rows),
    }
    own = _own(call, found, version)
    if own is not None:
        body |= {"user_score": own, "userScore": own}
    return body


def _own(call: Call, found: Leaderboard, version: int) -> dict[str, object] | None:
    """Return the viewer's place on a leaderboard, or None."""
    if call.account is None:
        return None
    play = call.world.scores.of_player(call.account, found.entry)
    position = None if play is None else found.rank_of(play.id)
    if play is None or position is None:
        return None
    score = call.world.score_entities.of_player(play, version, call.account)
    return {"position": position, "score": score}


def wanted_ruleset(call: Call, beatmap: str) -> str:
    """Return the ruleset that `mode` names; by default the beatmap's own.

    Raises:
        Refusal: there is no such beatmap (404) or ruleset (422).
    """
    _, difficulty = find_beatmap(call, beatmap)
    mode = call.query.get("mode")
    if not mode:
        return RULESETS[difficulty.ruleset].name
    name = _ALIASES.get(mode, mode)
    if name not in BY_NAME:
        raise refuse(422, "invalid mode specified")
    return name


def only_mods(call: Call) -> frozenset[str] | None:
    """Return the mods that a leaderboard is asked for, or None for all."""
    mods = frozenset(mod.upper() for mod in call.request.args.getlist("mods[]") if mod)
    return mods or None


def _circle(call: Call, ruleset: str) -> frozenset[int] | None:
    """Return the positions that a leaderboard is limited to; None for no limit.

    Raises:
        Refusal: only supporters see this (422).
    """
    kind, world = call.query.get("type"), call.world
    if kind not in ("country", "friend", "team"):
        return None
    standings, me = world.standings(ruleset), call.account
    if kind == "team":
        team = 0 if me is None else world.teams.team[me]
        accounts = world.teams.members(team) if team else []
    elif me is None or not world.accounts.has_supporter(me):
        raise refuse(422, _SUPPORTERS_ONLY)
    elif kind == "country":
        return frozenset(standings.by_country[world.accounts.country[me]])
    else:
        accounts = [me, *world.friends.accounts]
    return frozenset(standings.position[account] for account in accounts) - {UNRANKED}


# --- one score -------------------------------------------------------------------------------


def score(call: Call, score: str) -> object:
    """Answer `GET scores/{score}`."""
    number = _id(score)
    return call.world.room_scores.whole(number) or _shown(call, call.world.scores.by_id(number))


def old_score(call: Call, ruleset: str, score: str) -> object:
    """Answer `GET scores/{ruleset}/{score}`, by the legacy id."""
    name = ruleset_or_404(_ALIASES.get(ruleset, ruleset), "unknown ruleset name")
    return _shown(call, call.world.scores.by_old_id(name, _id(score)))


def _id(text: str) -> int:
    """Return the id in a path.

    Raises:
        Refusal: it is none (404).
    """
    if not (text.isascii() and text.isdigit() and len(text) < 19 and int(text)):
        raise refuse(404, "Invalid score id.")
    return int(text)


def _shown(call: Call, play: Score | None) -> object:
    if play is None:
        raise refuse(404, NO_SCORE)
    return call.world.score_entities.whole(play, call.api_version, call.account)


# --- the feed --------------------------------------------------------------------------------


def feed(call: Call) -> object:
    """Answer `GET scores`: the newest passes, or those after a cursor."""
    ruleset = call.query.get("ruleset") or None
    if ruleset is not None and ruleset not in BY_NAME:
        raise refuse(422, "invalid ruleset parameter")
    scores, after = call.world.scores, to_int(read_cursor(call.query).get("id"))
    if after is None:
        plays = scores.newest(ruleset)
    elif after < scores.newest_id() - _OLDEST_CURSOR:
        raise refuse(422, "cursor is too old")
    else:
        plays = scores.after(after, ruleset)
    last = plays[-1].id if plays else after
    pages = call.world.score_entities
    body: dict[str, object] = {"scores": [pages.entity(play, MODERN_SINCE) for play in plays]}
    return with_cursor(body, {"id": last})


# --- replays ---------------------------------------------------------------------------------


def download(call: Call, score: str) -> Reply:
    """Answer `GET scores/{score}/download`."""
    return _replay(call, call.world.scores.by_id(_id_or_0(score)))


def old_download(call: Call, ruleset: str, score: str) -> Reply:
    """Answer `GET scores/{ruleset}/{score}/download`; here `catch` is no ruleset."""
    name = ruleset_or_404(ruleset, "unknown ruleset name")
    return _replay(call, call.world.scores.by_old_id(name, _id_or_0(score)))


def _id_or_0(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _replay(call: Call, play: Score | None) -> Reply:
    if play is None or not play.replay:
        raise refuse(404, NO_SCORE)
    name = f"{RULESETS[play.entry.ruleset].name}_{play.entry.difficulty.id}_{play.id}"
    reply = Reply(call.world.replays.file(play), content_type="application/x-osu-replay")
    reply.headers["Content-Disposition"] = f"attachment; filename=solo-replay-{name}.osr"
    return reply


MOST_OF_USER, USUAL_OF_USER, MOST_RECENT, MOST_ON_ONE = 100, 5, 100, 50


def user_scores(call: Call, user: str, kind: str) -> object:
    """Answer `GET users/{user}/scores/{type}`."""
    world, query = call.world, call.query
    account = world.accounts.by_id(to_int(user) or 0) if user.isascii() and user.isdigit() else None
    if account is None or kind not in ("best", "firsts", "recent", "pinned"):
        raise refuse(404, None)
    mode = ruleset_or_404(query.get("mode") or world.accounts.playmode(account))
    limit = clamp(to_int(query.get("limit")), 1, MOST_OF_USER, USUAL_OF_USER)
    offset = max(0, to_int(query.get("offset")) or 0)
    version, viewer, pages = call.api_version, call.account, world.score_entities
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
    board = call.world.scores.leaderboards.of(entry).only(
        mods=only_mods(call), old=to_bool(call.query.get("legacy_only")) or False
    )
    position = board.rank_of(play.id)
    if position is None:
        raise refuse(404, None)
    score = call.world.score_entities.of_player(play, call.api_version, call.account)
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
    return {"scores": [call.world.score_entities.entity(play, version, viewer) for play in plays]}


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
    Route("/beatmaps/<beatmap>/scores", board),
    Route("/beatmaps/<beatmap>/solo-scores", solo_board),
    Route("/scores", feed),
    Route("/scores/<score>", score),
    Route("/scores/<ruleset>/<score>", old_score),
    Route("/scores/<score>/download", download, bucket=DOWNLOADS),
    Route("/scores/<ruleset>/<score>/download", old_download, bucket=DOWNLOADS),
    Route("/users/<user>/scores/<kind>", user_scores),
    Route("/beatmaps/<beatmap>/scores/users/<user>", on_beatmap),
    Route("/beatmaps/<beatmap>/scores/users/<user>/all", all_on_beatmap),
)

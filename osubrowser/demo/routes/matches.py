"""Routes of multiplayer matches of the stable client."""

from __future__ import annotations

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import clamp, places_of_events, to_bool, to_int
from osubrowser.demo.http.replies import refuse, unauthenticated
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.clock import offset_form, zulu_form
from osubrowser.demo.world.multiplayer.match_scores import match_score
from osubrowser.demo.world.multiplayer.matches import COUNT, LONGEST, Match, Matches, moment
from osubrowser.demo.world.rulesets import RULESETS

MODERN = 20220705
"""The version from which scores come in their modern shape."""

_KINDS = {
    "created": "match-created",
    "disbanded": "match-disbanded",
    "game": "other",
    "host": "host-changed",
    "joined": "player-joined",
    "kicked": "player-kicked",
    "left": "player-left",
}


def matches(call: Call) -> object:
    """Answer `GET matches`."""
    query, world = call.query, call.world
    limit = clamp(to_int(query.get("limit")), 1, 50, 50)
    sort = "id_asc" if query.get("sort") == "id_asc" else "id_desc"
    active = to_bool(query.get("active"))
    place = to_int(read_cursor(query).get("match_id"))
    if sort == "id_asc":
        start = 0 if place is None else world.matches.first_after(place)
        numbers = world.matches.oldest_first(start)
    else:
        below = COUNT if place is None else world.matches.first_after(place - 1)
        numbers = world.matches.newest_first(below)
    found: list[Match] = []
    for number in numbers:
        match = world.matches.of(number)
        old = match.start + 2 * LONGEST < world.matches.now
        if active and old and sort == "id_desc":
            break
        if active is None or world.matches.goes_on(match) == active:
            found.append(match)
        if len(found) > limit:
            break
    params: dict[str, object] = {"limit": limit, "sort": sort}
    if active is not None:
        params["active"] = active
    body: dict[str, object] = {
        "matches": [world.matches.entity(match) for match in found[:limit]],
        "params": params,
    }
    return with_cursor(body, {"match_id": found[limit - 1].id} if len(found) > limit else None)


def match(call: Call, match: str) -> object:
    """Answer `GET matches/{match}`."""
    all_matches = call.world.matches
    number = all_matches.by_id(to_int(match) or 0)
    if number is None:
        raise refuse(404, "Specified LegacyMatch\\LegacyMatch couldn't be found.")
    found = all_matches.of(number)
    if found.private:
        if call.account is None:
            raise unauthenticated()
        if not all_matches.took_part(found, call.account):
            raise refuse(403, "Access denied.")
    lobby = all_matches.lobby(found)
    places = places_of_events(call.query, all_matches.event_id(found, 0), len(lobby.events))
    events = [lobby.events[place] for place in places]
    authors = {one.author for one in events if one.author is not None}
    for one in events:
        if one.game is not None:
            authors.update(author for _, author in lobby.games[one.game].players)
    running = lobby.games and lobby.games[-1].end > all_matches.now
    return {
        "match": all_matches.entity(found),
        "events": [_event(call, found, place) for place in places],
        "users": [_user(call, one) for one in sorted(authors) if not all_matches.is_gone(one)],
        "first_event_id": all_matches.event_id(found, 0),
        "latest_event_id": all_matches.event_id(found, len(lobby.events) - 1),
        "current_game_id": (all_matches.game_id(found, len(lobby.games) - 1) if running else None),
    }


def _user(call: Call, account: int) -> dict[str, object]:
    user = call.world.accounts.compact(account)
    user["country"] = call.world.accounts.country_of(account).entity()
    return user


def _event(call: Call, match: Match, place: int) -> dict[str, object]:
    """Return the `MatchEvent` at a place."""
    told = call.world.matches.lobby(match).events[place]
    detail: dict[str, object] = {"type": _KINDS[told.kind]}
    event: dict[str, object] = {
        "id": call.world.matches.event_id(match, place),
        "detail": detail,
        "timestamp": offset_form(moment(told.second)),
        "user_id": (
            None if told.author is None else call.world.community.authors.id_of(told.author)
        ),
    }
    if told.game is not None:
        detail["text"] = call.world.matches.name(match)
        event["game"] = _game(call, match, told.game)
    return event


def _game(call: Call, match: Match, number: int) -> dict[str, object]:
    """Return the `MatchGame` of a game; one that goes on has no end and no scores yet."""
    world = call.world
    game = world.matches.lobby(match).games[number]
    scoring, teams = world.matches.modes(match)
    running = game.end > world.matches.now
    has_end = not running and world.matches.has_end(match, number)
    lost = world.matches.lost_beatmap(match, number)
    body: dict[str, object] = {
        "id": world.matches.game_id(match, number),
        "beatmap_id": game.difficulty.id if lost is None else lost,
        "start_time": zulu_form(moment(game.start)),
        "end_time": zulu_form(moment(game.end)) if has_end else None,
        "match_id": match.id,
        "mode": RULESETS[match.ruleset].name,
        "mode_int": match.ruleset,
        "mods": list(game.mods),
        "scoring_type": scoring,
        "team_type": teams,
    }
    if lost is None:
        beatmap = world.beatmaps.compact_beatmap(game.beatmapset, game.difficulty)
        body["beatmap"] = beatmap | {"beatmapset": world.beatmaps.entity(game.beatmapset)}
    scores: list[object] = []
    for slot, author, made in [] if running else world.matches.scores(match, number, game):
        score = match_score(
            made if lost is None else made._replace(beatmap_id=lost),
            world.community.authors.id_of(author),
            zulu_form(moment(game.end)),
            made.total if scoring == "scorev2" else made.old_total,
            modern=call.api_version >= MODERN,
        )
        score["match"] = {
            "slot": slot,
            "team": Matches.colour(slot) if "team" in teams else "none",
            "pass": made.passed,
        }
        scores.append(score)
    body["scores"] = scores
    return body


ROUTES: tuple[Route, ...] = (
    Route("/matches", matches),
    Route("/matches/<match>", match),
)

"""Routes of lazer rooms: lists, single rooms, leaderboards, events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import clamp, places_of_events, to_bool, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.multiplayer.matches import Matches, moment
from osubrowser.demo.world.multiplayer.room_scores import ScoreLine
from osubrowser.demo.world.multiplayer.rooms import (
    DAILY,
    FEATURED,
    HEAD_TO_HEAD,
    MATCHMAKING,
    NORMAL,
    RANKED,
    SPOTLIGHT,
    TEAM_VERSUS,
    Item,
    Room,
)
from osubrowser.demo.world.players.authors import GONE
from osubrowser.demo.world.players.teams import ME

_FIRST_EVENT, _EVENTS = 30_000_000, 512
_KINDS = {
    "created": "room_created",
    "disbanded": "room_disbanded",
    "game": "game_started",
    "host": "host_changed",
    "joined": "player_joined",
    "kicked": "player_kicked",
    "left": "player_left",
}


class _Event(NamedTuple):
    second: int
    kind: str
    author: int | None
    game: int | None


def event_list(call: Call, room: Room) -> object:
    """Answer `GET rooms/{room}/events`.

    Raises:
        Refusal: 422 for a playlist.
    """
    if not room.is_realtime:
        raise refuse(422, "This room is not a realtime room.")
    all_events = _events(call, room)
    first = _FIRST_EVENT + room.place * _EVENTS
    places = places_of_events(call.query, first, len(all_events))
    page = [all_events[place] for place in places]
    games = sorted({one.game for one in page if one.game is not None})
    items = call.world.rooms.items(room)
    shown = [items[game] for game in games]
    beatmaps = call.world.beatmaps
    found = {
        item.difficulty.id: beatmaps.compact_beatmap(item.beatmapset, item.difficulty)
        for item in shown
    }
    sets = {item.beatmapset: beatmaps.entity(item.beatmapset) for item in shown}
    current = [item.id for item in items if item.played is None] or [item.id for item in items[-1:]]
    return {
        "beatmaps": list(found.values()),
        "beatmapsets": list(sets.values()),
        "current_playlist_item_id": current[0] if current else None,
        "events": [_event_entity(call, room, place, all_events[place]) for place in places],
        "first_event_id": first,
        "last_event_id": first + len(all_events) - 1,
        "playlist_items": [_event_item(call, room, game) for game in games],
        "room": call.world.rooms.entity(room),
        "users": _event_users(call, room, page, games),
    }


def _events(call: Call, room: Room) -> list[_Event]:
    """Return all events of a room, the oldest first: a game has a start and an end."""
    lobby = call.world.rooms.lobby(room)
    found = [_Event(one.second, _KINDS[one.kind], one.author, one.game) for one in lobby.events]
    for number, game in enumerate(lobby.games):
        if game.end <= call.world.rooms.table.now:
            found.append(_Event(game.end, "game_completed", None, number))
    return sorted(found, key=lambda one: one.second)


def _event_entity(call: Call, room: Room, place: int, event: _Event) -> dict[str, object]:
    items = call.world.rooms.items(room)
    author = event.author
    return {
        "created_at": offset_form(moment(event.second)),
        "event_detail": None,
        "event_type": event.kind,
        "id": _FIRST_EVENT + room.place * _EVENTS + place,
        "playlist_item_id": None if event.game is None else items[event.game].id,
        "user_id": None if author is None else call.world.community.authors.id_of(author),
    }


def _event_item(call: Call, room: Room, game: int) -> dict[str, object]:
    """Return a `PlaylistItem` with the details of a game: teams and scores."""
    world = call.world
    item = world.rooms.items(room)[game]
    details: dict[str, object] = {"room_type": "head_to_head"}
    if room.kind == TEAM_VERSUS:
        players = world.rooms.lobby(room).games[game].players
        teams = {
            str(world.community.authors.id_of(one)): Matches.colour(slot) for slot, one in players
        }
        details = {"room_type": "team_versus", "teams": teams}
    scores = [
        world.room_scores.score(room, item, line)
        for line in world.room_scores.board(room).lines[game]
    ]
    for score in scores:
        del score["user"]
    return world.rooms.bare_item(room, item) | {"details": details, "scores": scores}


def _event_users(
    call: Call, room: Room, page: list[_Event], games: list[int]
) -> list[dict[str, object]]:
    """Return the users named by events and scores; deleted ones are missing."""
    authors = {one.author for one in page if one.author is not None} | {room.host}
    for game in games:
        authors.update(one for _, one in call.world.rooms.lobby(room).games[game].players)
    accounts = call.world.accounts
    return [
        accounts.compact(one) | {"country": accounts.country_of(one).entity()}
        for one in sorted(authors)
        if one < GONE
    ]


WITH_CURSOR = 99_999_999
"""The version from which the list of rooms is an object with a cursor."""

_STATUSES = ("idle", "playing")
_GROUPS = {
    "playlists": (NORMAL, SPOTLIGHT, FEATURED, DAILY),
    "realtime": (HEAD_TO_HEAD, TEAM_VERSUS),
    "ranked-play": (MATCHMAKING, RANKED),
}
_CATEGORIES = {
    "normal": (NORMAL, HEAD_TO_HEAD, TEAM_VERSUS, MATCHMAKING, RANKED),
    "spotlight": (SPOTLIGHT,),
    "featured_artist": (FEATURED,),
    "daily_challenge": (DAILY,),
}


def rooms(call: Call) -> object:
    """Answer `GET rooms`."""
    limit = clamp(to_int(call.query.get("limit")), 1, 250, 250)
    found = list(_found(call))
    if call.query.get("sort") == "ended":
        found.sort(key=lambda place: (-call.world.rooms.table.end[place], -place))
    if call.api_version < WITH_CURSOR:
        return [call.world.rooms.listed(call.world.rooms.of(place)) for place in found[:limit]]
    last = to_int(read_cursor(call.query).get("id"))
    place = None if last is None else call.world.rooms.by_id(last)
    start = found.index(place) + 1 if place in found else 0
    page = [call.world.rooms.of(one) for one in found[start : start + limit]]
    body: dict[str, object] = {"rooms": [call.world.rooms.listed(room) for room in page]}
    return with_cursor(body, {"id": page[-1].id} if start + limit < len(found) else None)


def _found(call: Call) -> Iterator[int]:
    """Yield the places of the rooms that are looked for, the newest first."""
    query, all_rooms = call.query, call.world.rooms
    mode, category = query.get("mode") or "active", query.get("category")
    group = "realtime" if category == "realtime" else query.get("type_group") or "playlists"
    kinds = set(_GROUPS.get(group, _GROUPS["playlists"]))
    if category in _CATEGORIES:
        kinds &= set(_CATEGORIES[category])
    season, status = to_int(query.get("season_id")), query.get("status")
    only_open = mode == "active" or to_bool(query.get("is_active"))
    table = all_rooms.table
    if mode in ("participated", "owned") and call.account != ME:
        return
    for place in range(len(table) - 1, -1, -1):
        opened = all_rooms.is_open(place)
        fits = (
            table.kind[place] in kinds
            and (opened or not only_open)
            and (not opened or mode != "ended")
            and (season is None or all_rooms.season_of(place) == season)
            and (mode != "participated" or all_rooms.i_took_part(place))
            and (mode != "owned" or all_rooms.of(place).host == ME)
            and (status not in _STATUSES or all_rooms.status(all_rooms.of(place)) == status)
        )
        if fits:
            yield place


def room(call: Call, room: str) -> object:
    """Answer `GET rooms/{room}`; `latest` is the newest of a featured artist."""
    found = find_room(call, room)
    body = call.world.rooms.whole(found)
    if call.account is not None:
        mine, _ = call.world.room_scores.aggregate(found, call.account)
        mine["playlist_item_attempts"] = call.world.room_scores.attempts(found, call.account)
        body["current_user_score"] = mine
    return body


def find_room(call: Call, text: str) -> Room:
    """Return the room that a path names.

    Raises:
        Refusal: 404.
    """
    all_rooms = call.world.rooms
    if text == "latest":
        return all_rooms.of(all_rooms.table.kind.rindex(FEATURED))
    place = all_rooms.by_id(to_int(text) or 0)
    if place is None:
        raise refuse(404, "Specified Multiplayer\\Room couldn't be found.")
    return all_rooms.of(place)


def leaderboard(call: Call, room: str) -> object:
    """Answer `GET rooms/{room}/leaderboard`."""
    found, scores = find_room(call, room), call.world.room_scores
    limit = clamp(to_int(call.query.get("limit")), 1, 50, 50)
    page = clamp(to_int(call.query.get("page")), 1, 10_000, 1)
    lines = scores.board(found).sums[(page - 1) * limit : page * limit]
    mine = None
    if call.account is not None:
        own, position = scores.aggregate(found, call.account)
        if position is not None:
            user = call.world.accounts.with_home(call.account)
            mine = own | {"position": position, "user": user}
    return {
        "leaderboard": [
            scores.line(found, line) | {"user": call.world.accounts.with_home(line.account)}
            for line in lines
        ],
        "user_score": mine,
    }


def item_scores(call: Call, room: str, playlist: str) -> object:
    """Answer `GET rooms/{room}/playlist/{playlist}/scores`."""
    found, scores = find_room(call, room), call.world.room_scores
    place, item = _item(call, found, playlist)
    board = scores.board(found).lines[place]
    limit = clamp(to_int(call.query.get("limit")), 1, 50, 50)
    ascending = call.query.get("sort") == "score_asc"
    lines = _after(board[::-1] if ascending else board, call)
    page = lines[:limit]
    body: dict[str, object] = {
        "params": {"limit": limit, "sort": "score_asc" if ascending else "score_desc"},
        "scores": [scores.score(found, item, line) for line in page],
        "total": len(board),
    }
    for position, line in enumerate(board, 1):
        if line.account == call.account:
            body["user_score"] = scores.score(found, item, line) | {"position": position}
    last = page[-1] if len(lines) > limit else None
    cursor = None if last is None else {"total_score": -last.below, "score_id": last.id}
    return with_cursor(body, cursor)


def _after(lines: tuple[ScoreLine, ...], call: Call) -> tuple[ScoreLine, ...]:
    """Return the lines that follow the one of the cursor."""
    last = to_int(read_cursor(call.query).get("score_id"))
    ids = [line.id for line in lines]
    return lines[ids.index(last) + 1 :] if last in ids else lines


def _item(call: Call, room: Room, text: str) -> tuple[int, Item]:
    wanted = to_int(text)
    for place, item in enumerate(call.world.rooms.items(room)):
        if item.id == wanted:
            return place, item
    raise refuse(404, "Specified Multiplayer\\PlaylistItem couldn't be found.")


def events(call: Call, room: str) -> object:
    """Answer `GET rooms/{room}/events`."""
    return event_list(call, find_room(call, room))


ROUTES: tuple[Route, ...] = (
    Route("/rooms", rooms),
    Route("/rooms/<room>", room),
    Route("/rooms/<room>/leaderboard", leaderboard),
    Route("/rooms/<room>/events", events),
    Route("/rooms/<room>/playlist/<playlist>/scores", item_scores),
)

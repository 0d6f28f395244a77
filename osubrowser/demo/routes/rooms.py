"""Rooms of the lazer client: lists, one, and their boards."""

from __future__ import annotations

from collections.abc import Iterator

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import clamp, to_bool, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes import room_events
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.multiplayer.room_scores import Line
from osubrowser.demo.world.multiplayer.room_table import (
    DAILY,
    FEATURED,
    HEAD_TO_HEAD,
    MATCHMAKING,
    NORMAL,
    RANKED,
    SPOTLIGHT,
    TEAM_VERSUS,
)
from osubrowser.demo.world.multiplayer.rooms import Item, Room
from osubrowser.demo.world.players.teams import ME

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


def _after(lines: tuple[Line, ...], call: Call) -> tuple[Line, ...]:
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
    return room_events.events(call, find_room(call, room))


ROUTES: tuple[Route, ...] = (
    Route("/rooms", rooms),
    Route("/rooms/<room>", room),
    Route("/rooms/<room>/leaderboard", leaderboard),
    Route("/rooms/<room>/events", events),
    Route("/rooms/<room>/playlist/<playlist>/scores", item_scores),
)

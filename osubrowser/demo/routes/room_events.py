"""What happened in a room where all play at once, with everything the events name beside them."""

from __future__ import annotations

from typing import NamedTuple

from osubrowser.demo.http.parameters import places_of_events
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call
from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.multiplayer.matches import Matches, moment
from osubrowser.demo.world.multiplayer.room_table import TEAM_VERSUS
from osubrowser.demo.world.multiplayer.rooms import Room
from osubrowser.demo.world.players.authors import GONE

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


def events(call: Call, room: Room) -> object:
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
        "events": [_entity(call, room, place, all_events[place]) for place in places],
        "first_event_id": first,
        "last_event_id": first + len(all_events) - 1,
        "playlist_items": [_item(call, room, game) for game in games],
        "room": call.world.rooms.entity(room),
        "users": _users(call, room, page, games),
    }


def _events(call: Call, room: Room) -> list[_Event]:
    """Return all events of a room, the oldest first: a game has a start and an end."""
    gathering = call.world.rooms.gathering(room)
    found = [
        _Event(one.second, _KINDS[one.kind], one.author, one.game) for one in gathering.happenings
    ]
    for number, game in enumerate(gathering.games):
        if game.end <= call.world.rooms.table.now:
            found.append(_Event(game.end, "game_completed", None, number))
    return sorted(found, key=lambda one: one.second)


def _entity(call: Call, room: Room, place: int, event: _Event) -> dict[str, object]:
    items = call.world.rooms.items(room)
    author = event.author
    return {
        "created_at": offset_form(moment(event.second)),
        "event_detail": None,
        "event_type": event.kind,
        "id": _FIRST_EVENT + room.place * _EVENTS + place,
        "playlist_item_id": None if event.game is None else items[event.game].id,
        "user_id": None if author is None else call.world.social.people.id_of(author),
    }


def _item(call: Call, room: Room, game: int) -> dict[str, object]:
    """Return a `PlaylistItem` with what is told of a game: who was in which team, and scores."""
    world = call.world
    item = world.rooms.items(room)[game]
    details: dict[str, object] = {"room_type": "head_to_head"}
    if room.kind == TEAM_VERSUS:
        players = world.rooms.gathering(room).games[game].players
        teams = {str(world.social.people.id_of(one)): Matches.colour(slot) for slot, one in players}
        details = {"room_type": "team_versus", "teams": teams}
    scores = [
        world.room_scores.score(room, item, line)
        for line in world.room_scores.board(room).lines[game]
    ]
    for score in scores:
        del score["user"]
    return world.rooms.bare_item(room, item) | {"details": details, "scores": scores}


def _users(call: Call, room: Room, page: list[_Event], games: list[int]) -> list[dict[str, object]]:
    """Return the users that events and scores name; those who are gone are not there."""
    authors = {one.author for one in page if one.author is not None} | {room.host}
    for game in games:
        authors.update(one for _, one in call.world.rooms.gathering(room).games[game].players)
    accounts = call.world.accounts
    return [
        accounts.compact(one) | {"country": accounts.country_of(one).entity()}
        for one in sorted(authors)
        if one < GONE
    ]

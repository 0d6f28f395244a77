"""Rooms of the embedded server: which there are depends on the hour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.rooms import Room


@dataclass(frozen=True, slots=True)
class DemoRooms:
    """Ids of rooms.

    Attributes:
        playlist: a playlist of a player.
        spotlight: the spotlight with the most players, which has many beatmaps.
        versus: a room of the type team versus with a finished game and with players who joined.
    """

    playlist: str
    spotlight: str
    versus: str


def find_rooms(client: Client) -> DemoRooms:
    """Return rooms of the server of a client."""
    spotlights = client.rooms(mode="all", category="spotlight")
    lobbies = client.rooms(mode="ended", type_group="realtime")
    return DemoRooms(
        str(next(room.id for room in client.rooms() if room.category == "normal")),
        str(max(spotlights, key=lambda room: room.participant_count or 0).id),
        str(next(room.id for room in lobbies if _is_versus(client, room))),
    )


def _is_versus(client: Client, room: Room) -> bool:
    if room.type != "team_versus":
        return False
    events = client.room_events(room.id)
    has_scores = any(item.scores for item in events.playlist_items)
    return has_scores and any(event.event_type == "player_joined" for event in events.events)

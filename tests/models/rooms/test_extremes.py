"""Rooms, teams and friends with the largest numbers and dates that are read, and with none."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from msgspec import inspect

from osubrowser.api.entities.rooms import (
    MultiplayerScores,
    Room,
    RoomEvents,
    RoomLeaderboard,
    RoomPlaylistItem,
)
from osubrowser.api.entities.team_pages import TeamExtended
from osubrowser.api.entities.users import UserRelation
from osubrowser.models.players.friends import friend_columns, friend_record, load_friends
from osubrowser.models.rooms import events, leaderboard, playlist
from osubrowser.models.rooms.listing import load_rooms, room_columns, room_record
from osubrowser.models.rooms.room import load_room
from osubrowser.models.teams.members import load_members, member_columns, member_record
from osubrowser.models.teams.team import load_team
from osubrowser.services.places.places import ThingPlace
from tests.models.rooms.test_rooms import DEFAULTS, no_flag
from tests.models.test_extreme_values import EXTREMES, filled

Extreme = tuple[int, float, datetime]


class Client:
    """Client whose entities have extreme values, or only those that they must have."""

    def __init__(self, extreme: Extreme | None) -> None:
        self._extreme = extreme

    def _of(self, kind: type[Any], **least: Any) -> Any:
        if self._extreme is None:
            return kind(**least)
        return filled(inspect.type_info(kind), self._extreme, 6)

    def rooms(self, **_wanted: Any) -> list[Room]:
        return [self._of(Room), self._of(Room)]

    def room(self, _room: object) -> Room:
        return self._of(Room, playlist=[RoomPlaylistItem()])  # type: ignore[no-any-return]

    def users_lookup(self, _ids: list[int]) -> list[Any]:
        return []

    def room_leaderboard(self, _room: int, *, page: int) -> Any:
        del page
        return self._of(RoomLeaderboard)

    def multiplayer_scores(self, *_of: int, cursor_string: str | None) -> Any:
        del cursor_string
        return self._of(MultiplayerScores)

    def room_events(self, _room: int, *, before_id: int | None, limit: int) -> Any:
        del before_id, limit
        return self._of(RoomEvents)

    def team(self, _team: int, *, mode: str | None = None) -> Any:
        del mode
        return self._of(TeamExtended, id=1)

    def friends(self) -> list[UserRelation]:
        return [self._of(UserRelation, target_id=1), self._of(UserRelation, target_id=2)]


@pytest.mark.parametrize("extreme", [*EXTREMES, None])
def test_every_list_and_header_has_text(extreme: Extreme | None) -> None:
    client: Any = Client(extreme)
    for sort in ("", "ended"):
        page = load_rooms(client, DEFAULTS | {"sort": sort}, False, room_columns())
        assert all(room_record(row) for row in page.rows)
    room = load_room(client, ThingPlace("room", "1"))
    assert room.heading.title
    assert all(len(text) < 60 for _, text in room.heading.figures)
    columns: Any = playlist.item_columns(original=True, is_realtime=True, is_player=True)
    for row in playlist.load_items(client, room, columns).rows:
        assert playlist.item_record(row)
    columns = leaderboard.leaderboard_columns(no_flag)
    for row in leaderboard.load_leaderboard(client, 1, 5, columns, 1).rows:
        assert leaderboard.leaderboard_record(row)
    columns = leaderboard.item_score_columns("osu", no_flag)
    leaderboard.load_item_scores(client, 1, room.items[0], columns, None)
    columns = events.event_columns(original=False)
    for row in events.load_events(client, 1, columns, None).rows:
        assert events.event_record(row)
    team = load_team(client, ThingPlace("team", "1"))
    assert team.name
    assert all(len(text) < 60 for _, text in team.heading.figures)
    for row in load_members(client, team.members, member_columns(no_flag)).rows:
        assert member_record(row)
    for sort in ("", "name", "rank"):
        for row in load_friends(client, "", sort, friend_columns(no_flag)).rows:
            assert friend_record(row)

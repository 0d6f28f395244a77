"""Endpoints of lazer's rooms, and of the daily challenge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osubrowser.api.calls import ApiCalls
from osubrowser.api.endpoints.list_params import adjacent_events, cursor_params
from osubrowser.api.endpoints.references import (
    PLAYLIST_ITEM,
    ROOM,
    SEASON,
    PlaylistItemRef,
    RoomRef,
    SeasonRef,
    id_of,
    id_segment,
)
from osubrowser.api.entities.rooms import (
    MultiplayerScores,
    MultiplayerScoresSort,
    Room,
    RoomCategory,
    RoomEvents,
    RoomLeaderboard,
    RoomSearchMode,
    RoomSort,
    RoomStatus,
    RoomTypeGroup,
)
from osubrowser.api.paging import by_cursor, by_page, paged


class RoomEndpoints(ApiCalls):
    """Endpoints below `rooms`."""

    def rooms(
        self,
        *,
        limit: int | None = None,
        mode: RoomSearchMode | str | None = None,
        season_id: SeasonRef | None = None,
        sort: RoomSort | str | None = None,
        type_group: RoomTypeGroup | str | None = None,
        category: RoomCategory | str | None = None,
        is_active: bool | None = None,
        status: RoomStatus | str | None = None,
    ) -> list[Room]:
        """Return rooms, without their playlists: `GET rooms`.

        By default the open ones of type group `playlists`, newest first. `limit` is 1 to 250
        (default 250); there is no next page. The modes `participated` and `owned` need a player.
        Raises OsuError.
        """
        params = {
            "limit": limit,
            "mode": mode,
            "season_id": id_of(season_id, SEASON),
            "sort": sort,
            "type_group": type_group,
            "category": category,
            "is_active": is_active,
            "status": status,
        }
        return self._get("/rooms", list[Room], params)

    def daily_challenge(self) -> Room | None:
        """Return today's daily challenge; None while there is none.

        `GET rooms` of the category `daily_challenge`. Its beatmap is in
        `current_playlist_item`; its leaderboard is that of the room. Raises OsuError.
        """
        rooms = self.rooms(category=RoomCategory.DAILY_CHALLENGE, mode=RoomSearchMode.ACTIVE)
        return next((room for room in rooms if room.category == "daily_challenge"), None)

    def room(self, room_id: RoomRef | str) -> Room:
        """Return a room with its playlist: `GET rooms/{room}`.

        `room_id` may be `latest`: the newest featured artist room. Raises NotFound.
        """
        return self._get(f"/rooms/{id_segment(room_id, ROOM)}", Room)

    @by_page(items="leaderboard", size=50)
    def room_leaderboard(
        self, room_id: RoomRef | str, limit: int | None = None, page: int | None = None
    ) -> RoomLeaderboard:
        """Return a page of a room's leaderboard, best first: `GET rooms/{room}/leaderboard`.

        `limit` is 1 to 50 (default 50). Raises NotFound.
        """
        params = {"limit": limit, "page": page}
        return self._get(f"/rooms/{id_segment(room_id, ROOM)}/leaderboard", RoomLeaderboard, params)

    @paged(adjacent_events, items="events")
    def room_events(
        self,
        room_id: RoomRef,
        *,
        after_id: int | None = None,
        before_id: int | None = None,
        limit: int | None = None,
    ) -> RoomEvents:
        """Return a page of a realtime room's events, oldest first: `GET rooms/{room}/events`.

        The latest, or those after the id `after_id` or before the id `before_id`; `limit` is 1
        to 101 (default 100). `client.pages` iterates back from the latest, or on from `after_id`.

        Raises InvalidRequest for a playlists room, NotFound for an unknown one.
        """
        params = {"after": after_id, "before": before_id, "limit": limit}
        return self._get(f"/rooms/{id_segment(room_id, ROOM)}/events", RoomEvents, params)

    @by_cursor(items="scores")
    def multiplayer_scores(
        self,
        room_id: RoomRef,
        playlist_id: PlaylistItemRef,
        *,
        limit: int | None = None,
        sort: MultiplayerScoresSort | str | None = None,
        cursor_string: str | None = None,
        cursor: Mapping[str, Any] | None = None,
    ) -> MultiplayerScores:
        """Return a page of the scores on a playlist item of a room, best first.

        `GET rooms/{room}/playlist/{playlist}/scores`. `playlist_id` is the id of a
        playlist item; `limit` is 1 to 50 (default 50). Raises NotFound.
        """
        item = id_segment(playlist_id, PLAYLIST_ITEM)
        path = f"/rooms/{id_segment(room_id, ROOM)}/playlist/{item}/scores"
        params = {"limit": limit, "sort": sort, **cursor_params(cursor, cursor_string)}
        return self._get(path, MultiplayerScores, params)

"""Rooms of the game of today, and the daily challenge, which is one of them."""

from __future__ import annotations

from osubrowser.api.cursor import Cursor
from osubrowser.api.endpoints.base import Endpoints, path_segment
from osubrowser.api.endpoints.list_params import adjacent_events, cursor_params
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


class RoomEndpoints(Endpoints):
    """`rooms`."""

    def rooms(
        self,
        *,
        limit: int | None = None,
        mode: RoomSearchMode | str | None = None,
        season_id: int | None = None,
        sort: RoomSort | str | None = None,
        type_group: RoomTypeGroup | str | None = None,
        category: RoomCategory | str | None = None,
        is_active: bool | None = None,
        status: RoomStatus | str | None = None,
    ) -> list[Room]:
        """Return rooms, without their playlists: `GET rooms`.

        By default the open ones of type group `playlists`, newest first. `limit` is 1 to 250
        (250), and there is no next page. The modes `participated` and `owned` are for players
        who signed in. Raises OsuError.
        """
        params = {
            "limit": limit,
            "mode": mode,
            "season_id": season_id,
            "sort": sort,
            "type_group": type_group,
            "category": category,
            "is_active": is_active,
            "status": status,
        }
        return self._get("/rooms", list[Room], params)

    def daily_challenge(self) -> Room | None:
        """Return the daily challenge of today; None between two.

        `GET rooms` of the category `daily_challenge`. `current_playlist_item` has its beatmap;
        `room_leaderboard(room.id)` and `multiplayer_scores` have its board. Raises OsuError.
        """
        rooms = self.rooms(category=RoomCategory.DAILY_CHALLENGE, mode=RoomSearchMode.ACTIVE)
        return next((room for room in rooms if room.category == "daily_challenge"), None)

    def room(self, room_id: int | str) -> Room:
        """Return a room with its playlist: `GET rooms/{room}`.

        `latest` is the newest room of a featured artist. Raises NotFound if there is none.
        """
        return self._get(f"/rooms/{path_segment(room_id)}", Room)

    @by_page(items="leaderboard", size=50)
    def room_leaderboard(
        self, room_id: int | str, limit: int | None = None, page: int | None = None
    ) -> RoomLeaderboard:
        """Return a page of a room's board, best first: `GET rooms/{room}/leaderboard`.

        `limit` is 1 to 50 (50). Raises NotFound for a room that does not exist.
        """
        params = {"limit": limit, "page": page}
        return self._get(f"/rooms/{path_segment(room_id)}/leaderboard", RoomLeaderboard, params)

    @paged(adjacent_events, items="events")
    def room_events(
        self,
        room_id: int,
        *,
        after_id: int | None = None,
        before_id: int | None = None,
        limit: int | None = None,
    ) -> RoomEvents:
        """Return a realtime room's latest events, oldest of them first: `GET rooms/{room}/events`.

        `after_id` and `before_id` are ids of events, to see those next to them; `limit` is 1
        to 101 (100). `client.pages` walks back from the latest, or on from `after_id`.

        Raises InvalidRequest for a room of playlists, NotFound for one that does not exist.
        """
        params = {"after": after_id, "before": before_id, "limit": limit}
        return self._get(f"/rooms/{path_segment(room_id)}/events", RoomEvents, params)

    @by_cursor(items="scores")
    def multiplayer_scores(
        self,
        room_id: int,
        playlist_id: int,
        *,
        limit: int | None = None,
        sort: MultiplayerScoresSort | str | None = None,
        cursor_string: str | None = None,
        cursor: Cursor | None = None,
    ) -> MultiplayerScores:
        """Return a page of the scores on one beatmap of a room, best first.

        `GET rooms/{room}/playlist/{playlist}/scores`. `playlist_id` is the id of an item of
        the room's playlist; `limit` is 1 to 50 (50). Raises NotFound if there is none.
        """
        path = f"/rooms/{path_segment(room_id)}/playlist/{path_segment(playlist_id)}/scores"
        params = {"limit": limit, "sort": sort, **cursor_params(cursor, cursor_string)}
        return self._get(path, MultiplayerScores, params)

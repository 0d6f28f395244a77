"""What players did: the feed of everybody, and the activity and kudosu of one."""

from __future__ import annotations

from osubrowser.api.cursor import Cursor
from osubrowser.api.endpoints.base import Endpoints, path_segment
from osubrowser.api.endpoints.list_params import cursor_params
from osubrowser.api.entities.events import Event, Events, EventsSort
from osubrowser.api.entities.kudosu import KudosuHistory
from osubrowser.api.paging import by_cursor, by_offset


class ActivityEndpoints(Endpoints):
    """`events`, and of a player `recent_activity` and `kudosu`."""

    @by_cursor(items="events")
    def events(
        self,
        *,
        sort: EventsSort | str | None = None,
        cursor_string: str | None = None,
        cursor: Cursor | None = None,
    ) -> Events:
        """Return 50 events of everybody, newest first: `GET events`. Raises OsuError."""
        params = {"sort": sort, **cursor_params(cursor, cursor_string)}
        return self._get("/events", Events, params)

    @by_offset()
    def user_recent_activity(
        self,
        user_id: int,
        *,
        limit: int | None = None,
        offset: int | None = None,
        legacy_only: bool | None = None,
    ) -> list[Event]:
        """Return what a player did, newest first: `GET users/{user}/recent_activity`.

        `limit` is 1 to 100 (5); nothing comes beyond the first 100 in all. `legacy_only` looks
        at ranks among the stable game's scores. Raises NotFound for players who do not exist
        or are restricted.
        """
        params = {"limit": limit, "offset": offset, "legacy_only": legacy_only}
        return self._get(f"/users/{path_segment(user_id)}/recent_activity", list[Event], params)

    @by_offset()
    def user_kudosu(
        self, user_id: int, *, limit: int | None = None, offset: int | None = None
    ) -> list[KudosuHistory]:
        """Return how a player's kudosu changed, newest first: `GET users/{user}/kudosu`.

        `limit` is 1 to 100 (5); nothing comes beyond the first 100 in all. Raises NotFound for
        players who do not exist or are restricted.
        """
        params = {"limit": limit, "offset": offset}
        return self._get(f"/users/{path_segment(user_id)}/kudosu", list[KudosuHistory], params)

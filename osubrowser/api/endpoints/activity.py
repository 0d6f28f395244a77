"""Endpoints of the events feed, and of a player's recent activity and kudosu."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osubrowser.api.calls import ApiCalls
from osubrowser.api.endpoints.list_params import cursor_params
from osubrowser.api.endpoints.references import USER, UserRef, id_segment
from osubrowser.api.entities.events import Event, Events, EventsSort
from osubrowser.api.entities.kudosu import KudosuHistory
from osubrowser.api.paging import by_cursor, by_offset


class ActivityEndpoints(ApiCalls):
    """Endpoints `events`, `users/{user}/recent_activity` and `users/{user}/kudosu`."""

    @by_cursor(items="events")
    def events(
        self,
        *,
        sort: EventsSort | str | None = None,
        cursor_string: str | None = None,
        cursor: Mapping[str, Any] | None = None,
    ) -> Events:
        """Return a page (50) of all players' events, newest first: `GET events`.

        Raises OsuError.
        """
        params = {"sort": sort, **cursor_params(cursor, cursor_string)}
        return self._get("/events", Events, params)

    @by_offset()
    def user_recent_activity(
        self,
        user_id: UserRef,
        *,
        limit: int | None = None,
        offset: int | None = None,
        legacy_only: bool | None = None,
    ) -> list[Event]:
        """Return a player's recent events, newest first: `GET users/{user}/recent_activity`.

        `limit` is 1 to 100 (default 5); there are 100 in all at most. `legacy_only` counts ranks
        among stable's scores. Raises NotFound for players who do not exist
        or are restricted.
        """
        params = {"limit": limit, "offset": offset, "legacy_only": legacy_only}
        return self._get(f"/users/{id_segment(user_id, USER)}/recent_activity", list[Event], params)

    @by_offset()
    def user_kudosu(
        self, user_id: UserRef, *, limit: int | None = None, offset: int | None = None
    ) -> list[KudosuHistory]:
        """Return the history of a player's kudosu, newest first: `GET users/{user}/kudosu`.

        `limit` is 1 to 100 (default 5); there are 100 in all at most. Raises NotFound for
        players who do not exist or are restricted.
        """
        params = {"limit": limit, "offset": offset}
        return self._get(f"/users/{id_segment(user_id, USER)}/kudosu", list[KudosuHistory], params)

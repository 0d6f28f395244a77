"""Multiplayer matches of the stable game."""

from __future__ import annotations

from osubrowser.api.cursor import Cursor
from osubrowser.api.endpoints.base import Endpoints, path_segment
from osubrowser.api.endpoints.list_params import adjacent_events, cursor_params
from osubrowser.api.entities.matches import Matches, MatchesSort, MatchResponse
from osubrowser.api.paging import by_cursor, paged


class MatchEndpoints(Endpoints):
    """`matches`."""

    @by_cursor(items="matches")
    def matches(
        self,
        *,
        limit: int | None = None,
        sort: MatchesSort | str | None = None,
        active: bool | None = None,
        cursor: Cursor | None = None,
        cursor_string: str | None = None,
    ) -> Matches:
        """Return a page of matches, newest first: `GET matches`.

        `limit` is 1 to 50 (50); `active` asks for those that go on, or for those that ended.
        Raises OsuError.
        """
        params = {
            "limit": limit,
            "sort": sort,
            "active": active,
            **cursor_params(cursor, cursor_string),
        }
        return self._get("/matches", Matches, params)

    @paged(adjacent_events, items="events")
    def match(
        self,
        match_id: int,
        *,
        after_id: int | None = None,
        before_id: int | None = None,
        limit: int | None = None,
    ) -> MatchResponse:
        """Return a match with its latest events, oldest of them first: `GET matches/{match}`.

        `after_id` and `before_id` are ids of events, to see those next to them; `limit` is 1
        to 101 (100). `client.pages` walks back from the latest, or on from `after_id`.

        Raises NotFound if there is none; of private ones, LoginRequired for a guest and
        Forbidden for those who did not play.
        """
        params = {"after": after_id, "before": before_id, "limit": limit}
        return self._get(f"/matches/{path_segment(match_id)}", MatchResponse, params)

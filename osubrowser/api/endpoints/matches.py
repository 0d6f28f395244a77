"""Endpoints of stable's multiplayer matches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osubrowser.api.calls import ApiCalls
from osubrowser.api.endpoints.list_params import adjacent_events, cursor_params
from osubrowser.api.endpoints.references import MATCH, MatchRef, id_segment
from osubrowser.api.entities.matches import Matches, MatchesSort, MatchResponse
from osubrowser.api.paging import by_cursor, paged


class MatchEndpoints(ApiCalls):
    """Endpoints below `matches`."""

    @by_cursor(items="matches")
    def matches(
        self,
        *,
        limit: int | None = None,
        sort: MatchesSort | str | None = None,
        active: bool | None = None,
        cursor: Mapping[str, Any] | None = None,
        cursor_string: str | None = None,
    ) -> Matches:
        """Return a page of matches, newest first: `GET matches`.

        `limit` is 1 to 50 (default 50); `active` filters running (True) or ended (False) ones.
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
        match_id: MatchRef,
        *,
        after_id: int | None = None,
        before_id: int | None = None,
        limit: int | None = None,
    ) -> MatchResponse:
        """Return a match with a page of its latest events, oldest first: `GET matches/{match}`.

        The latest events, or those after the id `after_id` or before the id `before_id`; `limit`
        is 1 to 101 (default 100). `client.pages` iterates back from the latest, or on from
        `after_id`.

        Raises NotFound; for a private match LoginRequired for guests, and Forbidden for players
        who did not take part.
        """
        params = {"after": after_id, "before": before_id, "limit": limit}
        return self._get(f"/matches/{id_segment(match_id, MATCH)}", MatchResponse, params)

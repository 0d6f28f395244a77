"""Endpoint of the site-wide search: players and wiki pages."""

from __future__ import annotations

from typing import Any

from osubrowser.api.calls import ApiCalls
from osubrowser.api.entities.search import Search, SearchMode, UserSearchSort
from osubrowser.api.paging import by_page


def _found(page: Search) -> list[Any]:
    return [
        *(page.user.data if page.user else ()),
        *(page.wiki_page.data if page.wiki_page else ()),
    ]


class SearchEndpoints(ApiCalls):
    """Endpoint `search`."""

    @by_page(items=_found)
    def search(
        self,
        query: str | None = None,
        *,
        mode: SearchMode | str | None = None,
        page: int | None = None,
        locale: str | None = None,
        recent_only: bool | None = None,
        sort: UserSearchSort | str | None = None,
    ) -> Search:
        """Return the players and wiki pages that match a query: `GET search`.

        Without `mode` the first few of both; with it a `page` of one of them, 20 players (100 in
        all at most) or 50 wiki pages. `recent_only` and `sort` apply to players, `locale` (such
        as `en`) to wiki pages. Other modes of the server, such as `team`, have no results here. For
        beatmapsets see `search_beatmapsets`. Raises OsuError.
        """
        params = {
            "query": query,
            "mode": mode,
            "page": page,
            "locale": locale,
            "recent_only": recent_only,
            "sort": sort,
        }
        return self._get("/search", Search, params)

"""The search of the whole site: players and wiki pages."""

from __future__ import annotations

from typing import Any

from osubrowser.api.endpoints.base import Endpoints
from osubrowser.api.entities.search import Search, SearchMode, UserSearchSort
from osubrowser.api.paging import by_page


def _found(page: Search) -> list[Any]:
    return [
        *(page.user.data if page.user else ()),
        *(page.wiki_page.data if page.wiki_page else ()),
    ]


class SearchEndpoints(Endpoints):
    """`search`."""

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
        """Return players and wiki pages that a text finds: `GET search`.

        Both come a few at a time; with `mode` only one of them, 20 players (of 100 at most) or
        50 pages on a `page`. `recent_only` and `sort` are for players, `locale` (such as `en`)
        is for pages. For beatmapsets there is `search_beatmapsets`. Raises OsuError.
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

"""Endpoints of news, wiki pages and seasonal backgrounds. No token is needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from osubrowser.api.calls import ApiCalls, check_number, path_segment
from osubrowser.api.endpoints.list_params import cursor_params
from osubrowser.api.endpoints.references import NEWS, NewsRef, id_of
from osubrowser.api.entities.backgrounds import SeasonalBackgrounds
from osubrowser.api.entities.news import NewsListing, NewsPost, NewsPostKey
from osubrowser.api.entities.wiki import WikiPage
from osubrowser.api.paging import by_cursor


class NewsEndpoints(ApiCalls):
    """Endpoints below `news`, `wiki` and `seasonal-backgrounds`."""

    @by_cursor(items="news_posts")
    def news_listing(
        self,
        *,
        limit: int | None = None,
        year: int | None = None,
        cursor_string: str | None = None,
        cursor: Mapping[str, Any] | None = None,
    ) -> NewsListing:
        """Return a page of news, newest first: `GET news`.

        `limit` is 1 to 21 (12), `year` narrows it to one. Raises OsuError.
        """
        params = {"limit": limit, "year": year, **cursor_params(cursor, cursor_string)}
        return self._get("/news", NewsListing, params, needs_token=False)

    def news_post(
        self, news: NewsRef, *, key: NewsPostKey | str | None = NewsPostKey.SLUG
    ) -> NewsPost:
        """Return a news post with its text and adjacent posts: `GET news/{news}`.

        `news` is its slug, or with `key="id"` its id. Raises NotFound if there is none.
        """
        if isinstance(news, NewsPost):
            news, key = id_of(news, NEWS), NewsPostKey.SLUG
        if key == NewsPostKey.ID:
            check_number(news)
        params = {"key": None if key == NewsPostKey.SLUG else key}
        return self._get(f"/news/{path_segment(news)}", NewsPost, params, needs_token=False)

    def wiki_page(self, locale: str, path: str) -> WikiPage:
        """Return a wiki page: `GET wiki/{locale}/{path}`.

        `locale` is a language such as `en` or `pt-br`; untranslated pages are in English. `path`
        is as in the URL, such as `People/peppy`; the server resolves wrong case and redirects.
        Raises NotFound, and ValueError for a path with empty parts, `.` or `..`.
        """
        parts = path.strip("/").split("/")
        if not {"", ".", ".."}.isdisjoint(parts):
            raise ValueError("a wiki page has a path of names")
        address = f"/wiki/{path_segment(locale)}/{quote('/'.join(parts))}"
        return self._get(address, WikiPage, needs_token=False)

    def seasonal_backgrounds(self) -> SeasonalBackgrounds:
        """Return the seasonal backgrounds, which may be none: `GET seasonal-backgrounds`.

        Raises OsuError.
        """
        return self._get("/seasonal-backgrounds", SeasonalBackgrounds, needs_token=False)

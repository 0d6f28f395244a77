"""Entities of news posts."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, Int64, OpenEnum, Timestamp


class NewsPostKey(OpenEnum):
    """Key by which a request names a news post."""

    SLUG = "slug"
    ID = "id"


class NewsNavigation(Entity, frozen=True, kw_only=True):
    """The older and newer post; None at the ends."""

    newer: NewsPost | None = None
    older: NewsPost | None = None


class NewsPost(Entity, frozen=True, kw_only=True):
    """News post; in lists it has a `preview` in plain text.

    A single post has its `content`: HTML that must be sanitized before display.
    """

    identified_by = ("id", "slug", "title")

    id: Int64 = 0
    author: str = ""
    edit_url: str = ""
    first_image: str | None = None
    first_image_2x: str | None = msgspec.field(default=None, name="first_image@2x")
    published_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    slug: str = ""
    title: str = ""
    preview: str | None = None
    content: str | None = None
    navigation: NewsNavigation | None = None


class NewsSidebar(Entity, frozen=True, kw_only=True):
    """All posts of one year, and all years with posts, newest first."""

    current_year: Int64 | None = None
    news_posts: list[NewsPost] = msgspec.field(default_factory=list)
    years: list[Int64] = msgspec.field(default_factory=list)


class NewsSearch(Entity, frozen=True, kw_only=True):
    """Parameters as the server applied them."""

    limit: Int64 = 0
    sort: str = ""
    year: Int64 | None = None


class NewsListing(Entity, frozen=True, kw_only=True):
    """Page of news posts, newest first."""

    news_posts: list[NewsPost] = msgspec.field(default_factory=list)
    news_sidebar: NewsSidebar = msgspec.field(default_factory=NewsSidebar)
    search: NewsSearch = NewsSearch()
    cursor: Cursor | None = None
    cursor_string: str | None = None

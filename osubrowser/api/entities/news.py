"""News posts."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp


class NewsPostKey(OpenEnum):
    """How a news post is named in a request."""

    SLUG = "slug"
    ID = "id"


class NewsNavigation(Entity, frozen=True, kw_only=True):
    """The neighbours of a post; None at the ends."""

    newer: NewsPost | None = None
    older: NewsPost | None = None


class NewsPost(Entity, frozen=True, kw_only=True):
    """A post. Lists carry a `preview` in plain text.

    The post itself has its `content`: HTML that must be cleaned before it is shown.
    """

    id: int = 0
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
    """All posts of one year, and the years that have some, newest first."""

    current_year: int | None = None
    news_posts: list[NewsPost] = msgspec.field(default_factory=list)
    years: list[int] = msgspec.field(default_factory=list)


class NewsSearch(Entity, frozen=True, kw_only=True):
    """What was asked for, as the server understood it."""

    limit: int = 0
    sort: str = ""
    year: int | None = None


class NewsListing(Entity, frozen=True, kw_only=True):
    """A page of posts, newest first."""

    news_posts: list[NewsPost] = msgspec.field(default_factory=list)
    news_sidebar: NewsSidebar = msgspec.field(default_factory=NewsSidebar)
    search: NewsSearch = NewsSearch()
    cursor: Cursor | None = None
    cursor_string: str | None = None

"""What the site-wide search finds."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, OpenEnum
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.entities.wiki import WikiPage


class SearchMode(OpenEnum):
    """What to look for."""

    ALL = "all"
    USERS = "user"
    WIKI = "wiki_page"


class UserSearchSort(OpenEnum):
    """The order of players that were found."""

    RELEVANCE = "relevance_desc"
    USERNAME = "username_asc"


class UserSearchResult(Entity, frozen=True, kw_only=True):
    """A page of players, of `total` (100 at most)."""

    data: list[UserCompact] = msgspec.field(default_factory=list)
    total: int = 0


class WikiSearchResult(Entity, frozen=True, kw_only=True):
    """A page of wiki pages, of `total`."""

    data: list[WikiPage] = msgspec.field(default_factory=list)
    total: int = 0


class Search(Entity, frozen=True, kw_only=True):
    """What was found; None for what was not looked for."""

    user: UserSearchResult | None = None
    wiki_page: WikiSearchResult | None = None

    @property
    def users(self) -> UserSearchResult | None:
        """The same as `user`."""
        return self.user

    @property
    def wiki_pages(self) -> WikiSearchResult | None:
        """The same as `wiki_page`."""
        return self.wiki_page

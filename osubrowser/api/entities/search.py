"""Parameters and results of the site-wide search."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, Int64, OpenEnum
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.entities.wiki import WikiPage


class SearchMode(OpenEnum):
    """Mode of a search: players, wiki pages, or both."""

    ALL = "all"
    USERS = "user"
    WIKI = "wiki_page"


class UserSearchSort(OpenEnum):
    """Sort order of found players."""

    RELEVANCE = "relevance_desc"
    USERNAME = "username_asc"


class UserSearchResult(Entity, frozen=True, kw_only=True):
    """Page of found players, of `total` (100 at most)."""

    data: list[UserCompact] = msgspec.field(default_factory=list)
    total: Int64 = 0


class WikiSearchResult(Entity, frozen=True, kw_only=True):
    """Page of found wiki pages, of `total`."""

    data: list[WikiPage] = msgspec.field(default_factory=list)
    total: Int64 = 0


class Search(Entity, frozen=True, kw_only=True):
    """Results of a search; None for those outside its mode, both for a mode without results here.

    That is `{}`, such as for `team` and `forum_post`.
    """

    may_be_empty = True

    user: UserSearchResult | None = None
    wiki_page: WikiSearchResult | None = None

    @property
    def users(self) -> UserSearchResult | None:
        """Alias of `user`."""
        return self.user

    @property
    def wiki_pages(self) -> WikiSearchResult | None:
        """Alias of `wiki_page`."""
        return self.wiki_page

"""News posts that a search finds by their titles, year by year."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.search.ranking import ranked
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import day_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.matching import fold
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.news import NewsPost
    from osubrowser.models.table.column import Column, Record, Row

YEARS_AT_ONCE: Final = 3
"""Years that one page of the list looks at."""
_MOST_YEARS: Final = 60


@dataclass(frozen=True, slots=True)
class _Post:
    post: NewsPost
    words: str


class NewsIndex:
    """Titles of all news posts, by year, as osu! lists them beside its news (`news`). Thread-safe.

    osu! cannot search news. A year is asked for once; past ones do not change.
    """

    def __init__(self) -> None:
        self._posts: dict[int, list[_Post]] = {}
        self._years: list[int] = []

    def years(self, client: Client) -> list[int]:
        """Return all years with news, the newest first; blocks.

        Raises:
            OsuError: as the client raises it.
        """
        return self._years or self._ask(client, None)[0]

    def search(self, client: Client, words: str, year: int) -> list[NewsPost]:
        """Return the posts of a year whose titles or authors have all words; blocks.

        Raises:
            OsuError: as the client raises it.
        """
        posts = self._posts.get(year)
        if posts is None:
            posts = self._ask(client, year)[1]
        parts = fold(words).split()
        return [one.post for one in posts if all(part in one.words for part in parts)]

    def _ask(self, client: Client, year: int | None) -> tuple[list[int], list[_Post]]:
        bar = client.news_listing(limit=1, year=year).news_sidebar
        posts = [
            _Post(post, fold(f"{post.title[:500]}\n{post.author[:100]}")) for post in bar.news_posts
        ]
        years = sorted(set(bar.years), reverse=True)[:_MOST_YEARS]
        known = year if year is not None else bar.current_year
        is_fresh = client.cached_at is None
        if is_fresh:  # else years, and posts of the present one, may be missing
            self._years = years
        if known is not None and (is_fresh or known < max(years, default=0)):
            self._posts[known] = posts
        return years, posts


def news_columns() -> tuple[Column[NewsPost], ...]:
    """Return the columns of news posts."""
    return (
        text_column("title", tr("Post"), 420, lambda post: plain(post.title), strong=True),
        day_column("published", tr("Published"), lambda post: post.published_at),
        text_column("author", tr("Author"), 160, lambda post: plain(post.author, 60)),
    )


def load_news(
    client: Client,
    index: NewsIndex,
    words: str,
    columns: Sequence[Column[Any]],
    cursor: object = None,
) -> RowsPage:
    """Load the posts of the next years whose titles have all words; blocks, for a worker.

    Args:
        client: the API client.
        index: the titles that are known.
        words: what to search for.
        columns: of `news_columns`.
        cursor: the number of rows before, and the newest year to look at; None at the start.

    Raises:
        OsuError: as the client raises it.
    """
    years = index.years(client)
    before, newest = cursor if isinstance(cursor, tuple) else (0, None)
    left = [year for year in years if newest is None or year <= newest]
    found: list[NewsPost] = []
    for year in left[:YEARS_AT_ONCE]:
        posts = index.search(client, words, year)
        found += ranked(words, posts, names=lambda post: (post.title,))
    rows = make_rows(columns, found, first_number=before + 1, identity=_identity)
    rest = left[YEARS_AT_ONCE:]
    after = (before + len(rows), rest[0]) if rest else None
    return RowsPage(rows, next=after, extra=left[:YEARS_AT_ONCE], goes_on=bool(rest))


def news_record(row: Row[Any]) -> Record:
    """Return the record of a news post, for a JSON export."""
    post: NewsPost = row.item
    return {
        "id": post.id,
        "slug": post.slug,
        "title": post.title,
        "author": post.author,
        "published_at": post.published_at.isoformat() if post.published_at is not None else None,
    }


def _identity(post: NewsPost) -> Hashable:
    return post.id

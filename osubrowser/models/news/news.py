"""List of news posts: columns and load."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import day_column, minute_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.cursor import Cursor
    from osubrowser.api.entities.news import NewsPost
    from osubrowser.models.table.column import Record, Row

PAGE_SIZE: Final = 21
_LONGEST_TITLE: Final = 200
_LONGEST_NAME: Final = 60


def news_columns() -> tuple[Column[NewsPost], ...]:
    """Return the columns of news posts."""
    return (
        Column(
            "title",
            tr("Title"),
            380,
            CellKind.TITLE,
            text=lambda post, _: news_title(post),
            sort=lambda post, _: news_title(post).casefold(),
            picture=lambda post: post.first_image or None,
            tone=lambda post: len(news_title(post)),
            tooltip=news_title,
            strong=True,
        ),
        day_column("published", tr("Published"), lambda post: post.published_at),
        text_column("author", tr("Author"), 150, news_author),
        text_column("preview", tr("Beginning"), 520, news_preview),
        minute_column("updated", tr("Edited"), lambda post: post.updated_at).hidden(),
        text_column("slug", tr("Short name"), 260, lambda post: plain(post.slug, 200)).hidden(),
    )


def news_title(post: NewsPost) -> str:
    """Return the title of a post; its short name for one without a title."""
    return plain(post.title, _LONGEST_TITLE) or plain(post.slug, _LONGEST_TITLE) or f"#{post.id}"


def news_preview(post: NewsPost) -> str:
    """Return the beginning of a post; osu! escapes it for HTML."""
    return plain(unescape(post.preview or ""), 600)


def news_author(post: NewsPost) -> str:
    """Return the author of a post, who may be a group of people."""
    return plain(post.author, _LONGEST_NAME)


def news_place(post: NewsPost) -> ThingPlace | None:
    """Return the place of a post: by its short name, or by its number."""
    key = post.slug if is_slug(post.slug) else str(post.id or "")
    return ThingPlace("news", key) if key else None


def is_slug(text: str) -> bool:
    """Return whether a text can be the short name of a post in an address."""
    return bool(text.strip(".")) and all(s.isalnum() or s in "-_." for s in text)


def load_news_list(
    client: Client, year: str, columns: Sequence[Column[Any]], cursor: Cursor | None
) -> RowsPage:
    """Load a page of news, newest first (`news`); blocks, for a worker.

    Args:
        client: the API client.
        year: the year of the posts; "" for all.
        columns: of `news_columns`.
        cursor: the position in the list; None for the beginning.

    Returns:
        The page; its `extra` is the tuple of years with posts, newest first.

    Raises:
        OsuError: as the client raises it.
    """
    listing = client.news_listing(limit=PAGE_SIZE, year=int(year) if year else None, cursor=cursor)
    rows = make_rows(columns, listing.news_posts, identity=news_identity)
    years = tuple(year for year in listing.news_sidebar.years if 0 < year < 10_000)
    return RowsPage(rows, next=listing.cursor if rows else None, extra=years)


def news_identity(post: NewsPost) -> Hashable:
    """Return the identity of a post."""
    return post.id or post.slug


def news_record(row: Row[Any]) -> Record:
    """Return the record of a post, for a JSON export."""
    post: NewsPost = row.item
    return {
        "id": post.id,
        "slug": post.slug,
        "title": post.title,
        "author": post.author,
        "published_at": post.published_at.isoformat() if post.published_at else None,
        "updated_at": post.updated_at.isoformat() if post.updated_at else None,
        "first_image": post.first_image,
        "preview": post.preview and unescape(post.preview),
    }

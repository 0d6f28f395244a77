"""Prefetch, preload and self-test of the pages of news, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ListPlace, ThingPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.news.keys import KEYS as POST_KEYS
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

__all__ = ["LIST_PRELOAD", "LIST_TEST", "POST_KEYS", "POST_PRELOAD", "POST_TEST", "prefetch"]

LIST_TEST: Final = (
    Visit(ListPlace("news")),
    Visit(ListPlace("news", (("year", "2019"),))),
)
POST_TEST: Final = (
    Visit(ThingPlace("news", "1"), is_redirected=True),
    Visit(ThingPlace("news", "2", section="comments"), is_redirected=True),
)


def _models() -> Iterator[object]:
    """Import the loads of news."""
    from osubrowser.models.news.news import load_news_list

    yield load_news_list
    from osubrowser.models.news.post import load_news

    yield load_news


def _list_widgets() -> Iterator[object]:
    """Import the page of the list."""
    from osubrowser.ui.pages.news.list_page import NewsPage

    yield NewsPage


def _post_widgets() -> Iterator[object]:
    """Import the page of one post, and its sections."""
    from osubrowser.ui.sections.article_section import ArticleSection

    yield ArticleSection
    from osubrowser.ui.comments.comments_section import CommentsSection

    yield CommentsSection
    from osubrowser.ui.pages.news.post_page import NewsPostPage

    yield NewsPostPage


def prefetch(client: Client, place: Place) -> str:
    """Load the first posts, or the post, of a place and return its title; "" for another place."""
    if isinstance(place, ThingPlace):
        from osubrowser.models.news.post import load_news

        return load_news(client, place).title
    if not isinstance(place, ListPlace):
        return ""
    from osubrowser.models.news.news import load_news_list

    year = dict(place.query).get("year", "")
    load_news_list(client, year if year.isdecimal() and len(year) == 4 else "", (), None)
    return tr("News of {year}").format(year=year) if year else tr("News")


LIST_PRELOAD: Final = Preload(_models, _list_widgets)
POST_PRELOAD: Final = Preload(_models, _post_widgets)

"""Prefetch, preload and self-test of the page of the wiki, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ThingPlace
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

HOME: Final = ThingPlace("wiki", "en/Main_page")
SELF_TEST: Final = (Visit(HOME),)


def _models() -> Iterator[object]:
    """Import the load and the conversion of a page."""
    from osubrowser.models.wiki.wiki_page import load_wiki_page

    yield load_wiki_page
    from osubrowser.services.richtext.sanitize import formatted

    yield formatted
    from osubrowser.services.richtext.markdown import to_html

    yield to_html("text")  # makes the parser, too


def _widgets() -> Iterator[object]:
    """Import the page: what it needs comes first, for short steps."""
    from osubrowser.ui.richtext.text_pane import TextPane

    yield TextPane
    from osubrowser.ui.richtext.article_view import ArticleView

    yield ArticleView
    from osubrowser.ui.pages.wiki.header import WikiHeader

    yield WikiHeader
    from osubrowser.ui.pages.wiki.page import WikiPageView

    yield WikiPageView


def prefetch(client: Client, place: Place) -> str:
    """Load the wiki page of a place and return its title; "" for another place."""
    from osubrowser.models.wiki.wiki_page import load_wiki_page

    if not isinstance(place, ThingPlace):
        return ""
    return load_wiki_page(client, place.key).title


PRELOAD: Final = Preload(_models, _widgets)

"""Prefetch, preload, shortcuts and self-test of the changelog, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ListPlace, ThingPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import FIND_KEYS, LOAD_ALL_KEY
from osubrowser.ui.pages.changelog.keys import KEYS
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

LIST_KEYS: Final = (LOAD_ALL_KEY, *FIND_KEYS)
BUILD_KEYS: Final = (*KEYS, *FIND_KEYS)
LIST_TEST: Final = (
    Visit(ListPlace("changelog")),
    Visit(ListPlace("changelog", (("stream", "lazer"), ("view", "entries")))),
    Visit(ListPlace("changelog", (("stream", "lazer"), ("view", "compare"))), is_redirected=True),
)
BUILD_TEST: Final = (
    Visit(ThingPlace("changelog", "lazer"), is_redirected=True),
    Visit(ThingPlace("changelog", "stable40", section="entries"), is_redirected=True),
    Visit(ThingPlace("changelog", "web", section="comments"), is_redirected=True),
)


def _models() -> Iterator[object]:
    """Import the loads of builds."""
    from osubrowser.models.changelog.builds import load_builds

    yield load_builds
    from osubrowser.models.changelog.build import load_build

    yield load_build
    from osubrowser.models.changelog import entries, feed

    yield entries
    yield feed


def _list_widgets() -> Iterator[object]:
    """Import the page of the lists: what it needs comes first, for short steps."""
    from osubrowser.ui.richtext.post_panel import PostPanel

    yield PostPanel
    from osubrowser.ui.richtext.article_view import ArticleView

    yield ArticleView
    from osubrowser.ui.lists.filter_bar import FilterBar

    yield FilterBar
    from osubrowser.ui.pages.changelog.list_page import ChangelogPage

    yield ChangelogPage


def _build_widgets() -> Iterator[object]:
    """Import the page of one build, and its sections."""
    from osubrowser.ui.sections.article_section import ArticleSection

    yield ArticleSection
    from osubrowser.ui.comments.comments_section import CommentsSection

    yield CommentsSection
    from osubrowser.ui.pages.changelog import specs

    yield specs
    from osubrowser.ui.sections.list_section import SubjectListSection

    yield SubjectListSection
    from osubrowser.ui.pages.changelog.build_page import BuildPage

    yield BuildPage


def prefetch(client: Client, place: Place) -> str:
    """Load the builds of a place, or its build, and return the title; "" for another place."""
    if isinstance(place, ThingPlace):
        from osubrowser.models.changelog.build import load_build

        return load_build(client, place).title
    if not isinstance(place, ListPlace):
        return ""
    from osubrowser.models.changelog.builds import ChangelogQuery, listing_params

    client.changelog_listing(**listing_params(ChangelogQuery.of(place), None))
    return tr("Changelog")


LIST_PRELOAD: Final = Preload(_models, _list_widgets)
BUILD_PRELOAD: Final = Preload(_models, _build_widgets)

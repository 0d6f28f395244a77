"""Shortcuts, preload and self-test of the bookmarks page, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import AppPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.pages.bookmarks.app_pages import APP_PAGES
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.page_kind import Settle

_GROUP: Final = tr("In the bookmarks")
KEYS: Final = (
    Key("", ("Ctrl+Return",), tr("Open in the background"), _GROUP),
    Key("", ("F2",), tr("Edit title and note"), _GROUP),
    Key("", ("Alt+Up",), tr("Move up; Alt+Down moves down"), _GROUP),
    Key("", ("Del",), tr("Remove"), _GROUP),
    Key("", ("Ctrl+Z",), tr("Undo the removal"), _GROUP),
)


async def _count_rows(page: Page, _settle: Settle) -> None:
    from osubrowser.ui.pages.bookmarks.page import BookmarksPage

    if not isinstance(page, BookmarksPage) or not page.model.total:
        raise RuntimeError("the list is empty")


SELF_TEST: Final = tuple(Visit(AppPlace(page.name), _count_rows) for page in APP_PAGES)


def _models() -> Iterator[object]:
    """Import the model of the list."""
    from osubrowser.models.library.rows import LibraryModel

    yield LibraryModel


def _widgets() -> Iterator[object]:
    """Import the page and its parts."""
    from osubrowser.ui.pages.bookmarks.messages import question

    yield question
    from osubrowser.ui.pages.bookmarks.panel import BookmarkPanel

    yield BookmarkPanel
    from osubrowser.ui.pages.bookmarks.menu import library_menu

    yield library_menu
    from osubrowser.ui.pages.bookmarks.bar import BookmarksBar

    yield BookmarksBar
    from osubrowser.ui.pages.bookmarks.transfer import BookmarkTransfer

    yield BookmarkTransfer
    from osubrowser.ui.pages.bookmarks.row_delegate import LibraryRowDelegate

    yield LibraryRowDelegate
    from osubrowser.ui.pages.bookmarks.list_view import LibraryListView

    yield LibraryListView
    from osubrowser.ui.pages.bookmarks.page import BookmarksPage

    yield BookmarksPage


PRELOAD: Final = Preload(_models, _widgets)

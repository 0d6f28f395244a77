"""Addresses and titles of the two lists of the bookmarks page."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import GOING_PLACES
from osubrowser.ui.shell.page_kind import AppPage

BOOKMARKS: Final = AppPage(
    "bookmarks",
    tr("Bookmarks"),
    Key("bookmarks", ("Ctrl+B",), tr("Bookmarks"), GOING_PLACES),
    menu="library",
)
RECENT: Final = AppPage(
    "recent",
    tr("Recently seen"),
    Key("recent", ("Ctrl+H",), tr("Recently seen"), GOING_PLACES),
    menu="library",
)
APP_PAGES: Final = (BOOKMARKS, RECENT)
TITLES: Final = {page.name: page.title for page in APP_PAGES}
"""Titles of the lists by name."""

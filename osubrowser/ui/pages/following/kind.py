"""Shortcuts, preload and self-test of the page Following, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import AppPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY
from osubrowser.ui.pages.following.app_pages import FOLLOWING
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUP: Final = tr("In what is followed")
KEYS: Final = (
    LOAD_ALL_KEY,
    Key("", ("F2",), tr("Edit title, group and note"), _GROUP),
    Key("", ("Del",), tr("Unfollow"), _GROUP),
    Key("", ("Ctrl+Z",), tr("Undo"), _GROUP),
)

SELF_TEST: Final = (Visit(AppPlace(FOLLOWING.name)),)


def _models() -> Iterator[object]:
    """Import the models of the lists."""
    from osubrowser.models.following.changes import load_changes

    yield load_changes
    from osubrowser.models.following.followed import followed_columns

    yield followed_columns


def _widgets() -> Iterator[object]:
    """Import the page and its parts."""
    from osubrowser.ui.shell.follow_popover import FollowPopover

    yield FollowPopover
    from osubrowser.ui.pages.following.bar import FollowingBar

    yield FollowingBar
    from osubrowser.ui.pages.following.things import ThingsView

    yield ThingsView
    from osubrowser.ui.pages.following.page import FollowingPage

    yield FollowingPage


PRELOAD: Final = Preload(_models, _widgets)

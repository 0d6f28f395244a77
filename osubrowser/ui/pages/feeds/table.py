"""Table of feeds: the feed of each kind of list, imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from osubrowser.ui.pages.feeds.feed import Feed


def _forums() -> Feed:
    from osubrowser.ui.pages.feeds.forums import FEED

    return FEED


def _friends() -> Feed:
    from osubrowser.ui.pages.feeds.friends import FEED

    return FEED


def _matches() -> Feed:
    from osubrowser.ui.pages.feeds.matches import FEED

    return FEED


def _rooms() -> Feed:
    from osubrowser.ui.pages.feeds.rooms import FEED

    return FEED


def _tags() -> Feed:
    from osubrowser.ui.pages.feeds.tags import FEED

    return FEED


FEEDS: Final[dict[str, Callable[[], Feed]]] = {
    "forums": _forums,
    "friends": _friends,
    "matches": _matches,
    "rooms": _rooms,
    "tags": _tags,
}
"""Import of the feed of each `kind` of `ListPlace`."""

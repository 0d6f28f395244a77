"""Table of feeds: the feed of each kind of list, imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from osubrowser.ui.pages.feeds.feed import Feed


def _activity() -> Feed:
    from osubrowser.ui.pages.feeds.activity import FEED

    return FEED


def _discussions() -> Feed:
    from osubrowser.ui.pages.feeds.modding import DISCUSSIONS

    return DISCUSSIONS


def _events() -> Feed:
    from osubrowser.ui.pages.feeds.events import FEED

    return FEED


def _posts() -> Feed:
    from osubrowser.ui.pages.feeds.modding import POSTS

    return POSTS


def _tags() -> Feed:
    from osubrowser.ui.pages.feeds.tags import FEED

    return FEED


def _votes() -> Feed:
    from osubrowser.ui.pages.feeds.modding import VOTES

    return VOTES


FEEDS: Final[dict[str, Callable[[], Feed]]] = {
    "activity": _activity,
    "discussions": _discussions,
    "events": _events,
    "posts": _posts,
    "tags": _tags,
    "votes": _votes,
}
"""Import of the feed of each `kind` of `ListPlace`."""

"""Table of feeds: the feed of each kind of list, imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from osubrowser.ui.pages.feeds.feed import Feed


def _artists() -> Feed:
    from osubrowser.ui.pages.feeds.artists import FEED

    return FEED


def _backgrounds() -> Feed:
    from osubrowser.ui.pages.feeds.backgrounds import FEED

    return FEED


def _activity() -> Feed:
    from osubrowser.ui.pages.feeds.activity import FEED

    return FEED


def _discussions() -> Feed:
    from osubrowser.ui.pages.feeds.modding import DISCUSSIONS

    return DISCUSSIONS


def _events() -> Feed:
    from osubrowser.ui.pages.feeds.events import FEED

    return FEED


def _forums() -> Feed:
    from osubrowser.ui.pages.feeds.forums import FEED

    return FEED


def _friends() -> Feed:
    from osubrowser.ui.pages.feeds.friends import FEED

    return FEED


def _matches() -> Feed:
    from osubrowser.ui.pages.feeds.matches import FEED

    return FEED


def _posts() -> Feed:
    from osubrowser.ui.pages.feeds.modding import POSTS

    return POSTS


def _rooms() -> Feed:
    from osubrowser.ui.pages.feeds.rooms import FEED

    return FEED


def _scores() -> Feed:
    from osubrowser.ui.pages.feeds.scores import FEED

    return FEED


def _tags() -> Feed:
    from osubrowser.ui.pages.feeds.tags import FEED

    return FEED


def _tracks() -> Feed:
    from osubrowser.ui.pages.feeds.tracks import FEED

    return FEED


def _votes() -> Feed:
    from osubrowser.ui.pages.feeds.modding import VOTES

    return VOTES


FEEDS: Final[dict[str, Callable[[], Feed]]] = {
    "activity": _activity,
    "artists": _artists,
    "backgrounds": _backgrounds,
    "discussions": _discussions,
    "events": _events,
    "forums": _forums,
    "friends": _friends,
    "matches": _matches,
    "posts": _posts,
    "rooms": _rooms,
    "scores": _scores,
    "tags": _tags,
    "tracks": _tracks,
    "votes": _votes,
}
"""Import of the feed of each `kind` of `ListPlace`."""

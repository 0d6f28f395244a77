"""Prefetch, preload and self-test of comments, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ListPlace, ThingPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

SELF_TEST: Final = (
    Visit(ListPlace("comments")),
    Visit(ListPlace("comments", (("sort", "top"),))),
)


def _models() -> Iterator[object]:
    """Import the loads of comments."""
    from osubrowser.models.comments.comments import load_comments

    yield load_comments
    from osubrowser.models.comments.target import load_target

    yield load_target


def _widgets() -> Iterator[object]:
    """Import the page: what it needs comes first, for short steps."""
    from osubrowser.ui.comments.comments_view import CommentsView

    yield CommentsView
    from osubrowser.ui.pages.comments.page import CommentsPage

    yield CommentsPage


def prefetch(client: Client, place: Place) -> str:
    """Return the title of comments; that of a comment names the thing that it is on."""
    if isinstance(place, ListPlace):
        return tr("Comments")
    if not isinstance(place, ThingPlace):
        return ""
    from osubrowser.models.comments.target import load_target

    title = load_target(client, int(place.key)).title
    return (
        tr("Comment on {title}").format(title=title)
        if title
        else tr("Comment {key}").format(key=place.key)
    )


PRELOAD: Final = Preload(_models, _widgets)

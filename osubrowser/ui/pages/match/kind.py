"""Prefetch, preload and self-test of the page of a match, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ThingPlace
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

THINGS: Final = ("match",)
"""Kinds of `ThingPlace` that open here."""
MATCH: Final = 113_446_296
SELF_TEST: Final = (Visit(ThingPlace("match", str(MATCH))),)


def _models() -> Iterator[object]:
    """Import the load of a match."""
    from osubrowser.models.matches.timeline import load_timeline

    yield load_timeline
    from osubrowser.models.matches.tables import load_match

    yield load_match


def _widgets() -> Iterator[object]:
    """Import the page: what it needs comes first, for short steps."""
    from osubrowser.ui.sections.host import SectionHost

    yield SectionHost
    from osubrowser.ui.pages.match.header import MatchHeader

    yield MatchHeader
    from osubrowser.ui.pages.match.page import MatchPage

    yield MatchPage
    from osubrowser.ui.widgets.plain_text import LinkFlow

    yield LinkFlow
    from osubrowser.ui.pages.match.sections import GamesSection

    yield GamesSection


def prefetch(client: Client, place: Place) -> str:
    """Load the latest events of a match and return its name; "" for another place."""
    from osubrowser.models.matches.listing import match_name
    from osubrowser.models.matches.timeline import load_timeline

    if not isinstance(place, ThingPlace):
        return ""
    return match_name(load_timeline(client, place.key).match)


PRELOAD: Final = Preload(_models, _widgets)

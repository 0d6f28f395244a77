"""Prefetch, preload and self-test of the page of a team, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ThingPlace
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

TEAM: Final = "575"
"""A team of the demo: that of its player."""
SELF_TEST: Final = tuple(
    Visit(ThingPlace("team", TEAM, section=section)) for section in ("", "members")
)


def _models() -> Iterator[object]:
    """Import the loads of a team."""
    from osubrowser.services.richtext.bbcode import bbcode_html

    yield bbcode_html
    from osubrowser.models.teams.members import load_members

    yield load_members
    from osubrowser.models.teams.team import load_team

    yield load_team


def _widgets() -> Iterator[object]:
    """Import the page and its sections."""
    from osubrowser.ui.sections.cover_header import CoverHeader

    yield CoverHeader
    from osubrowser.ui.sections.list_section import SubjectListSection

    yield SubjectListSection
    from osubrowser.ui.pages.team.overview import OverviewSection

    yield OverviewSection
    from osubrowser.ui.pages.team.members import members_spec

    yield members_spec
    from osubrowser.ui.pages.team.page import TeamPage

    yield TeamPage


def prefetch(client: Client, place: Place) -> str:
    """Load the team of a place and return its name; "" for another place."""
    from osubrowser.models.teams.team import load_team

    return load_team(client, place).name if isinstance(place, ThingPlace) else ""


PRELOAD: Final = Preload(_models, _widgets)

"""Page of a team: its header, and overview or members below it."""

from __future__ import annotations

from dataclasses import replace as changed
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt

from osubrowser.api.errors import NotFound
from osubrowser.models.teams.team import TeamSubject, load_team
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.sections.cover_header import LOW, CoverHeader
from osubrowser.ui.sections.host import SectionSpec
from osubrowser.ui.sections.subject_page import SubjectPage
from osubrowser.ui.style.theme import ramp
from osubrowser.ui.widgets.follow_button import FollowButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import Section, SectionParts
    from osubrowser.ui.style.theme import Colours

_FLAG: Final = QSize(112, 56)


def _no_count(_subject: TeamSubject) -> int | None:
    return None


def _overview(parts: SectionParts, parent: QWidget) -> Section[TeamSubject]:
    from osubrowser.ui.pages.team.overview import OverviewSection

    return OverviewSection(parts, parent)


def _members(parts: SectionParts, parent: QWidget) -> Section[TeamSubject]:
    from osubrowser.ui.pages.team.members import members_spec
    from osubrowser.ui.sections.list_section import SubjectListSection

    section: SubjectListSection[TeamSubject] = SubjectListSection(
        tr("Members"), parts, parent, lambda subject: members_spec(parts, subject)
    )
    return section


# In the order of THING_SECTIONS.
SECTIONS: Final = (
    SectionSpec("", tr("Overview"), _no_count, _overview, of_subject=True, keeps_state=True),
    SectionSpec("members", tr("Members"), lambda s: len(s.members), _members, of_subject=True),
)
"""Sections from left to right."""


class TeamPage(SubjectPage[TeamSubject]):
    """Page of a `ThingPlace` of a team.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        header: flag, name, leader and figures on the cover of the team.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        self.header = CoverHeader(tr("Team"), picture=_FLAG)
        super().__init__(parts, self.header, SECTIONS, load_team, lambda s: s.team.id, parent)
        follow = FollowButton(self.header.inner)
        self.header.tools.addWidget(follow, 0, Qt.AlignmentFlag.AlignRight)
        self.follow_button = follow
        if parts.images is not None:
            parts.images.supply(self.header)
        self.header.link_requested.connect(self._on_link_requested)

    def takes(self, place: Place) -> bool:
        """Return whether a place is one of a team."""
        return isinstance(place, ThingPlace) and place.kind == "team"

    def is_of(self, place: Place, subject: TeamSubject) -> bool:
        """Return whether a place is one of a team."""
        return isinstance(place, ThingPlace) and place.key == str(subject.team.id)

    def section_of(self, place: Place) -> str:
        """Return the key of the section of a place."""
        return place.section if isinstance(place, ThingPlace) else ""

    def in_section(self, place: Place, key: str) -> Place:
        """Return the place of another section of the same team."""
        return changed(place, section=key) if isinstance(place, ThingPlace) else place

    def title_of(self, subject: TeamSubject) -> str:
        """Return the name of a team."""
        return subject.name

    def working_title(self, place: Place) -> str:
        """Return the title of the page until the team is loaded."""
        return (
            tr("Team {name}").format(name=plain(place.key, 40))
            if isinstance(place, ThingPlace)
            else tr("Team")
        )

    def describe_error(self, place: Place, error: BaseException) -> Sentence:
        """Return the message for an error of a team."""
        sentence = describe(error)
        if not isinstance(error, NotFound):
            return sentence
        key = place.key if isinstance(place, ThingPlace) else ""
        return Sentence(
            tr("osu! has no team {name}.").format(name=plain(key, 40)),
            tr("It may have been disbanded."),
            may_retry=False,
            details=sentence.details,
        )

    @property
    def picture(self) -> str:
        """URL of the team's flag; "" without one."""
        heading = self.header.heading
        return (heading.picture or "") if heading is not None else ""

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        if self.follow_button is not None:
            self.follow_button.set_colours(ramp(colours.hue, is_dark=True))  # on the cover

    def show_header(self, subject: TeamSubject | None) -> None:
        """Fill the header."""
        self.header.show_heading(None if subject is None else subject.heading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the header to two lines in a low window."""
        super().resizeEvent(event)
        self.header.set_compact(self.height() < LOW)

    def _on_link_requested(self, link: str, how: str) -> None:
        place = parse(link, origins=(HOME,))
        if place is not None:
            self.open_requested.emit(place, how)

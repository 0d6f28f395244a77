"""Page of a room: its header, and playlist, leaderboard, scores or events below it."""

from __future__ import annotations

from dataclasses import replace as changed
from typing import TYPE_CHECKING, Final

from osubrowser.api.errors import NotFound
from osubrowser.models.rooms.room import NoDailyChallenge, RoomSubject, load_room
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.sections.cover_header import LOW, CoverHeader
from osubrowser.ui.sections.host import SectionSpec
from osubrowser.ui.sections.subject_page import SubjectPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import Section, SectionParts


def _no_count(_subject: RoomSubject) -> int | None:
    return None


def _items(parts: SectionParts, parent: QWidget) -> Section[RoomSubject]:
    from osubrowser.ui.pages.room.specs import items_spec
    from osubrowser.ui.sections.list_section import SubjectListSection

    section: SubjectListSection[RoomSubject] = SubjectListSection(
        tr("Playlist"), parts, parent, lambda subject: items_spec(parts, subject)
    )
    return section


def _leaderboard(parts: SectionParts, parent: QWidget) -> Section[RoomSubject]:
    from osubrowser.ui.pages.room.leaderboard import LeaderboardSection

    return LeaderboardSection(parts, parent)


def _scores(parts: SectionParts, parent: QWidget) -> Section[RoomSubject]:
    from osubrowser.ui.pages.room.scores import ItemScoresSection

    return ItemScoresSection(parts, parent)


def _events(parts: SectionParts, parent: QWidget) -> Section[RoomSubject]:
    from osubrowser.ui.pages.room.specs import events_spec
    from osubrowser.ui.sections.list_section import SubjectListSection

    section: SubjectListSection[RoomSubject] = SubjectListSection(
        tr("Events"), parts, parent, lambda subject: events_spec(parts, subject), has_load_all=True
    )
    return section


# In the order of THING_SECTIONS.
SECTIONS: Final = (
    SectionSpec("", tr("Playlist"), lambda s: len(s.items), _items, of_subject=True),
    SectionSpec("leaderboard", tr("Leaderboard"), _no_count, _leaderboard),
    SectionSpec("scores", tr("Scores"), _no_count, _scores),
    SectionSpec("events", tr("Events"), _no_count, _events, is_for=lambda s: s.is_realtime),
)
"""Sections from left to right."""


class RoomPage(SubjectPage[RoomSubject]):
    """Page of a `ThingPlace` of a room; those of a daily challenge are replaced by its room.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        header: name, host, dates and figures on the cover of the first beatmap.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        self.header = CoverHeader(tr("Room"))
        super().__init__(parts, self.header, SECTIONS, load_room, lambda s: s.room.id, parent)
        if parts.images is not None:
            parts.images.supply(self.header)
        self.header.link_requested.connect(self._on_link_requested)

    def takes(self, place: Place) -> bool:
        """Return whether a place is one of a room."""
        return isinstance(place, ThingPlace) and place.kind == "room"

    def is_of(self, place: Place, subject: RoomSubject) -> bool:
        """Return whether a place is one of a room."""
        return isinstance(place, ThingPlace) and place.key == str(subject.room.id)

    def place_of(self, place: Place, subject: RoomSubject) -> Place:
        """Return the place of a room by its number; of a daily challenge it is the leaderboard."""
        if not isinstance(place, ThingPlace):
            return place
        is_ranking = place.key.startswith("daily") and not place.section
        section = "leaderboard" if is_ranking else place.section
        return changed(place, key=str(subject.room.id), section=section)

    def section_of(self, place: Place) -> str:
        """Return the key of the section of a place."""
        return place.section if isinstance(place, ThingPlace) else ""

    def in_section(self, place: Place, key: str) -> Place:
        """Return the place of another section of the same room."""
        return changed(place, section=key, at=0) if isinstance(place, ThingPlace) else place

    def title_of(self, subject: RoomSubject) -> str:
        """Return the name of a room."""
        return subject.heading.title

    def working_title(self, place: Place) -> str:
        """Return the title of the page until the room is loaded."""
        key = place.key if isinstance(place, ThingPlace) else ""
        return (
            tr("Daily challenge")
            if key.startswith("daily")
            else tr("Room {key}").format(key=plain(key, 40))
        )

    def describe_error(self, place: Place, error: BaseException) -> Sentence:
        """Return the message for an error of a room."""
        sentence = describe(error)
        key = place.key if isinstance(place, ThingPlace) else ""
        if isinstance(error, NoDailyChallenge):
            day = key.removeprefix("daily").removeprefix("-")
            text = tr("osu! does not list the daily challenge of {day}.").format(day=plain(day, 20))
            hint = tr("Its list goes back some 250 days, and not beyond July 2024.")
            if not day:
                text, hint = (
                    tr("There is no daily challenge at the moment."),
                    tr("Try again in a while."),
                )
            return Sentence(text, hint, may_retry=not day, details=sentence.details)
        if isinstance(error, NotFound):
            return Sentence(
                tr("osu! has no room {key}.").format(key=plain(key, 40)),
                tr("It may never have been opened, or have been removed."),
                may_retry=False,
                details=sentence.details,
            )
        return sentence

    def show_header(self, subject: RoomSubject | None) -> None:
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

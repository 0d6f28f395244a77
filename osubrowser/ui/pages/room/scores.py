"""Scores section of a room: those of one playlist item, which a picker chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.rooms.playlist import item_title
from osubrowser.models.rooms.room import RoomSubject
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.room.specs import place_of_item, scores_spec
from osubrowser.ui.sections.list_section import SubjectListSection
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.api.entities.rooms import RoomPlaylistItem
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_NARROW, _WIDTH = 380, 460
"""Widths of the picker and its pop-up, in pixels."""


class ItemScoresSection(SubjectListSection[RoomSubject]):
    """Section of the scores of the playlist item of the place.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        picker: chooses the item.
        opener: opens its beatmap.
    """

    def __init__(self, parts: SectionParts, parent: QWidget) -> None:
        super().__init__(tr("Scores"), parts, parent, has_load_all=True)
        self.picker = Picker(tr("Beatmap"), self, width=_WIDTH)
        self.picker.setFixedWidth(_NARROW)
        self.opener = ToolButton(tr("Open the beatmap"), "external", tr("Open the beatmap"), self)
        self.bar.put_first(self.picker, self.opener)
        self.picker.chosen.connect(self._on_picker_chosen)
        self.opener.clicked.connect(self._on_opener_clicked)
        self._shown: RoomPlaylistItem | None = None
        self.set_colours(parts.colours)

    def take_place(self, place: Place) -> None:
        """Show the scores of the item of a place."""
        super().take_place(place)
        if self.subject is not None and self._item(self.subject) != self._shown:
            self.show_subject(self.subject)

    def show_subject(self, subject: RoomSubject, state: object | None = None) -> None:
        """Show the scores of an item."""
        original = self.parts.settings.titles == "original"
        choices = [
            Choice(str(item.id), item_title(item, original=original)) for item in subject.items
        ]
        self.picker.set_choices(choices)
        self._shown = item = self._item(subject)
        if item is not None:
            self.picker.set_current(next(one for one in choices if one.key == str(item.id)))
        self.picker.setEnabled(len(choices) > 1)
        self.opener.setEnabled(item is not None)
        super().show_subject(subject, state)

    def spec_of(self, subject: RoomSubject) -> ListSpec:
        """Return the list of the scores of the chosen item."""
        return scores_spec(self.parts, subject, self._shown)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.picker.set_colours(colours)
        self.opener.set_colours(colours)

    def _item(self, subject: RoomSubject) -> RoomPlaylistItem | None:
        place = self.place
        return subject.item(place.at if isinstance(place, ThingPlace) else 0)

    def _on_picker_chosen(self, key: str) -> None:
        if self.subject is not None:
            number = str(self.subject.room.id)
            place = ThingPlace("room", number, int(key), section="scores")
            self.place_requested.emit(place, False)

    def _on_opener_clicked(self) -> None:
        there = place_of_item(self._shown) if self._shown is not None else None
        if there is not None:
            self.open_requested.emit(there, "here")

"""Bar above a ranking: type, ruleset, country, spotlight, filter, rank, rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from osubrowser.services.places.places import RankingsPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY, hint
from osubrowser.ui.pages.rankings.keys import FIND_ME_KEY, RANK_KEY
from osubrowser.ui.pages.rankings.pickers import SpotlightPicker
from osubrowser.ui.widgets.assistive import order_tab
from osubrowser.ui.widgets.country_picker import CountryPicker
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.flags import Pictures
from osubrowser.ui.widgets.follow_button import FollowButton
from osubrowser.ui.widgets.go_to_rank import GoToRank
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import ModeSwitch, Segments
from osubrowser.ui.widgets.tool_button import (
    ToolButton,
    columns_button,
    export_button,
    load_all_button,
)

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

TYPES = (
    ("performance", tr("Performance")),
    ("score", tr("Score")),
    ("country", tr("Countries")),
    ("charts", tr("Spotlights")),
    ("team", tr("Teams")),
    ("kudosu", tr("Kudosu")),
)
WHOM = (("all", tr("Everyone")), ("friends", tr("Friends")))
_COMPARE: Final = tr("Compare with an earlier day: who rose, fell, came and left")
_STOP: Final = tr("End the comparison")
_OF_PLAYERS = ("performance", "score")


class RankingsBar(QWidget):
    """Controls that show a `RankingsPlace`, and request another one on user input.

    Args:
        flag: returns the URL of the flag of a country.
        parent: the Qt parent.

    Attributes:
        place_requested: `RankingsPlace`: the place of the new choice.
        focus_lost: the control with the focus was hidden.
    """

    place_requested = Signal(object)
    focus_lost = Signal()

    def __init__(self, flag: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = RankingsPlace()
        self.types = Segments(tr("Ranking"), TYPES, self, is_primary=True)
        self._choices = QWidget(self)
        self.modes = ModeSwitch(self._choices)
        self.countries = CountryPicker(flag, self._choices)
        self.whom = Segments(tr("Players"), WHOM, self._choices)
        self.spotlights = SpotlightPicker(self._choices)
        self.note = QLabel(
            tr("Kudosu is given for help with beatmaps, whatever the ruleset."), self._choices
        )
        self.filter = FilterField(self)
        self.rank = GoToRank(RANK_KEY, self)
        self.find_me = ToolButton(tr("Find me"), "locate", tr("Go to your own row"), self)
        hint(self.find_me, tr("Go to your own row"), FIND_ME_KEY)
        self.follow = FollowButton(self)
        self.compare = ToolButton(tr("Compare with an earlier day"), "earlier", _COMPARE, self)
        self.neighbours = ToolButton(
            tr("My neighbours"),
            "neighbours",
            tr("My neighbours: the ranks around mine, and when I will pass them"),
            self,
        )
        self.load_all = load_all_button(self, LOAD_ALL_KEY)
        self.columns = columns_button(self)
        self.export = export_button(self)
        self._lay_out()
        self._connect()
        self.show_place(self._place)

    @property
    def place(self) -> RankingsPlace:
        """The shown place."""
        return self._place

    def set_page(self, place: RankingsPlace) -> None:
        """Set the place to the same ranking at another page."""
        self._place = place

    def show_place(self, place: RankingsPlace) -> None:
        """Set the controls to a place, without emitting `place_requested`."""
        self._place = place
        held = QApplication.focusWidget()
        of_players = place.type in _OF_PLAYERS
        self.types.choose(place.type)
        self.modes.choose(place.mode, place.variant, with_variants=of_players)
        self.modes.setVisible(place.type != "kudosu")
        self.note.setVisible(place.type == "kudosu")
        self.countries.show_country(place.country)
        self.countries.setVisible(of_players)
        self.whom.choose(place.filter)
        self.whom.setVisible(of_players or place.type == "charts")
        self.spotlights.show_spotlight(place.spotlight)
        self.spotlights.setVisible(place.type == "charts")
        self.compare.setVisible(place.type != "charts")
        self.compare.setToolTip(_COMPARE if place.compare is None else _STOP)
        self.neighbours.setVisible(place.type in ("performance", "score", "charts"))
        if held is not None and self.isAncestorOf(held) and not held.isVisibleTo(self):
            self.focus_lost.emit()  # else Qt moves it into a text field

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of flags."""
        self.countries.set_pictures(pictures)

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        if self.countries.isVisible():
            self.countries.pictures_ready()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (
            *self._strips,
            self.types,
            self.modes,
            self.countries,
            self.whom,
            self.spotlights,
            self.filter,
            self.rank,
            self.find_me,
            self.follow,
            self.compare,
            self.neighbours,
            self.columns,
            self.load_all,
            self.export,
        ):
            part.set_colours(colours)
        self.note.setStyleSheet(f"color: {colours.foreground.name()};")

    def _lay_out(self) -> None:
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(8)
        for control in (self.modes, self.note, self.countries, self.spotlights, self.whom):
            choices.addWidget(control)
        self._strips = (ScrollStrip(self.types, self), ScrollStrip(self._choices, self))
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, strip in zip((first, second), self._strips, strict=True):
            row.setSpacing(8)
            row.addWidget(strip)
            row.addStretch(1)
        first.addWidget(self.filter)
        first.addWidget(self.rank)
        tools = QHBoxLayout()
        tools.setSpacing(0)  # their icons have room around them
        for tool in (self.columns, self.load_all, self.export):
            tools.addWidget(tool)
        first.addLayout(tools)
        second.addWidget(self.follow)
        second_tools = QHBoxLayout()  # the first row has no room for them in a small window
        second_tools.setSpacing(0)
        for tool in (self.compare, self.neighbours, self.find_me):
            second_tools.addWidget(tool)
        second.addLayout(second_tools)
        second.addStrut(32)  # the height must not depend on the visible controls
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(second)
        order_tab(layout)

    def _connect(self) -> None:
        self.types.chosen.connect(lambda kind: self._ask(type=kind))
        self.modes.chosen.connect(lambda mode, variant: self._ask(mode=mode, variant=variant))
        self.whom.chosen.connect(lambda whom: self._ask(filter=whom))
        self.countries.chosen.connect(lambda code: self._ask(country=code or None))
        self.spotlights.chosen.connect(
            lambda number: self._ask(spotlight=int(number) if number else None)
        )

    def _ask(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the place
        self.place_requested.emit(replace(self._place, page=1, rank=None, current=None, **changes))

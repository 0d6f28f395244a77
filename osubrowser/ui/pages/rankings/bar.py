"""The controls above a ranking: what is ranked, for whom, and what to do with the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.places.places import RankingsPlace
from osubrowser.ui.keys.keymap import hint
from osubrowser.ui.keys.shortcuts import key_of
from osubrowser.ui.pages.rankings.country_picker import CountryPicker
from osubrowser.ui.pages.rankings.keys import RANK_KEY
from osubrowser.ui.pages.rankings.spotlight_picker import SpotlightPicker
from osubrowser.ui.style.icons import icon
from osubrowser.ui.widgets.flags import Pictures
from osubrowser.ui.widgets.go_to_rank import GoToRank, field_style
from osubrowser.ui.widgets.mode_switch import ModeSwitch
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

TYPES = (
    ("performance", "Performance"),
    ("score", "Score"),
    ("country", "Countries"),
    ("charts", "Spotlights"),
    ("team", "Teams"),
    ("kudosu", "Kudosu"),
)
WHOM = (("all", "Everyone"), ("friends", "Friends"))
_FILTER_WIDTHS = (100, 170)
_OF_PLAYERS = ("performance", "score")


class RankingsBar(QWidget):
    """Shows a place in its controls, and asks for another one when a control is used."""

    place_requested = Signal(object)  # RankingsPlace
    filter_changed = Signal(str)
    filter_left = Signal()
    focus_lost = Signal()  # the control that had it is not there for this place
    rank_requested = Signal(int)
    columns_requested = Signal(QPoint)
    export_requested = Signal()

    def __init__(self, flag: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = RankingsPlace()
        self.types = Segments("Ranking", TYPES, self, is_primary=True)
        self.modes = ModeSwitch(self)
        self.countries = CountryPicker(flag, self)
        self.whom = Segments("Players", WHOM, self)
        self.spotlights = SpotlightPicker(self)
        self.note = QLabel("Kudosu is given for help with beatmaps, whatever the ruleset.", self)
        self.filter = FilterField(self)
        self.rank = GoToRank(RANK_KEY, self)
        self.columns = tool_button("Columns", "Choose the columns of this table", self)
        words = "Write the loaded rows to a CSV or JSON file"
        self.export = tool_button("Export", words, self)
        hint(self.export, words, key_of("export"))
        self._lay_out()
        self._connect()
        self.show_place(self._place)

    @property
    def place(self) -> RankingsPlace:
        """The place that the controls show."""
        return self._place

    def note_place(self, place: RankingsPlace) -> None:
        """Take note that the same ranking is seen at another page."""
        self._place = place

    def show_place(self, place: RankingsPlace) -> None:
        """Put every control where this place has it; asks for nothing."""
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
        if held is not None and self.isAncestorOf(held) and not held.isVisibleTo(self):
            self.focus_lost.emit()  # else Qt moves it into a field, where keys become text

    def set_pictures(self, pictures: Pictures) -> None:
        """Take flags from this callable (address, width, height, shape)."""
        self.countries.set_pictures(pictures)

    def pictures_ready(self) -> None:
        """Draw again: a picture has arrived."""
        if self.countries.isVisible():
            self.countries.pictures_ready()

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        for part in (
            self.types,
            self.modes,
            self.countries,
            self.whom,
            self.spotlights,
            self.filter,
            self.rank,
        ):
            part.set_colours(colours)
        ratio = self.devicePixelRatioF()
        self.note.setStyleSheet(f"color: {colours.foreground.name()};")
        self.columns.setIcon(icon("columns", colours, ratio=ratio))
        self.export.setIcon(icon("export", colours, ratio=ratio))

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
        first.addWidget(self.types)
        first.addStretch(1)
        for tool in (self.filter, self.rank, self.columns, self.export):
            first.addWidget(tool)
        for control in (self.modes, self.note, self.countries, self.spotlights, self.whom):
            second.addWidget(control)
        second.addStretch(1)
        second.addStrut(32)  # the same height whichever controls are there
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(second)

    def _connect(self) -> None:
        self.types.chosen.connect(lambda kind: self._ask(type=kind))
        self.modes.chosen.connect(lambda mode, variant: self._ask(mode=mode, variant=variant))
        self.whom.chosen.connect(lambda whom: self._ask(filter=whom))
        self.countries.chosen.connect(lambda code: self._ask(country=code or None))
        self.spotlights.chosen.connect(
            lambda number: self._ask(spotlight=int(number) if number else None)
        )
        self.filter.textChanged.connect(self.filter_changed)
        self.filter.left.connect(self.filter_left)
        self.rank.rank_requested.connect(self.rank_requested)
        self.columns.clicked.connect(self._on_columns_clicked)
        self.export.clicked.connect(self.export_requested)

    def _ask(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the place
        self.place_requested.emit(replace(self._place, page=1, **changes))

    def _on_columns_clicked(self) -> None:
        below = self.columns.mapToGlobal(QPoint(0, self.columns.height() + 2))
        self.columns_requested.emit(below)


class FilterField(QLineEdit):
    """Filters the rows that are loaded, while one types; Escape empties and leaves it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Filter loaded rows")
        self.setAccessibleName("Filter loaded rows")
        hint(self, "Show only the loaded rows with these words", key_of("filter"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(100)
        self.setMinimumWidth(_FILTER_WIDTHS[0])
        self.setMaximumWidth(_FILTER_WIDTHS[1])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Answer the usual width; in a narrow window the field gives way."""
        return QSize(_FILTER_WIDTHS[1], super().sizeHint().height())

    def show_text(self, text: str) -> None:
        """Show these words without filtering anew."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        self.setStyleSheet(field_style("FilterField", colours))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give Escape, Enter and Down their meanings; all else is the line edit's."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def tool_button(name: str, tip: str, parent: QWidget) -> QToolButton:
    """Return a bare button for an icon, with a name for screen readers and a tooltip."""
    button = QToolButton(parent)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setIconSize(QSize(20, 20))
    button.setFixedSize(30, 30)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button

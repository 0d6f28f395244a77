"""Bar of a comparison: choice of list, second player, filter, export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.omnibox.player_field import PlayerField, place_of
from osubrowser.ui.widgets.breaking_row import BreakingRow
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.tool_button import export_button

if TYPE_CHECKING:
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.ui.style.theme import Colours

_FIELD, _FIELD_ALONE = 170, 280  # pixels
VIEWS = (
    ("figures", tr("Figures and ranks")),
    ("history", tr("History")),
    ("scores", tr("Scores both have")),
)


class CompareBar(QWidget):
    """Controls of a comparison.

    Args:
        account, calls: search the suggested names.
        parent: the Qt parent.

    Attributes:
        view_chosen: the key of the chosen entry of `VIEWS`.
        player_chosen: the id or the name of the second player.
        swap_requested: exchange the two players.
        stop_requested: end the comparison.
    """

    view_chosen = Signal(str)
    player_chosen = Signal(object)
    swap_requested = Signal()
    stop_requested = Signal()

    def __init__(self, account: Account, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = Segments(tr("Compare"), VIEWS, self)
        self.field = PlayerField(account, calls, self)
        self.field.setPlaceholderText(tr("Another player's name or id"))
        self.field.setAccessibleName(tr("Compare with: a player's name or id"))
        self.field.setMaximumWidth(_FIELD_ALONE)
        self.go = _button(tr("Compare"), self)
        self.go.setEnabled(False)
        self.swap = _button(tr("Swap"), self)
        self.swap.setToolTip(tr("Let the two players change places"))
        self.stop = _button(tr("Stop comparing"), self)
        self.stop.setToolTip(tr("Show this player alone"))
        self.filter = FilterField(self)
        self.export = export_button(self, tr("Write these rows to a CSV or JSON file"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._strip = ScrollStrip(self.views, self)
        self._row = BreakingRow(self)
        layout.addWidget(self._row)
        self._row.first.addWidget(self._strip)
        self._row.first.addStretch(1)
        second = self._row.second
        second.addWidget(self.field)
        for button in (self.go, self.swap, self.stop):
            second.addWidget(button)
        second.addWidget(self.filter)
        second.addWidget(self.export)
        second.addStretch(0)
        self.views.chosen.connect(self.view_chosen)
        self.field.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._on_submitted)
        self.go.clicked.connect(self._on_submitted)
        self.swap.clicked.connect(self.swap_requested)
        self.stop.clicked.connect(self.stop_requested)

    def show_other(self, name: str | None) -> None:
        """Set the name of the second player; None hides all controls but the field."""
        self.field.setText(name or "")
        self.field.setCursorPosition(0)
        for part in (self._strip, self.swap, self.stop, self.filter, self.export):
            part.setVisible(name is not None)
        self.field.setMinimumWidth(_FIELD if name is not None else _FIELD_ALONE)
        # Without the choice of lists the field is on the left.
        self._row.set_stretch(int(name is not None), int(name is None))
        self._row.second.setStretch(self._row.second.count() - 1, int(name is None))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self._strip, self.views, self.field, self.filter, self.export):
            part.set_colours(colours)

    def _on_submitted(self) -> None:
        place = place_of(self.field.text())
        if place is not None:
            self.player_chosen.emit(place.user)


def _button(text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(True)
    return button

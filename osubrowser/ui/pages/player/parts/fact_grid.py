"""Grid of facts of a profile: pairs of name and text, some of them links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from osubrowser.ui.widgets.tooltips import tooltip

if TYPE_CHECKING:
    from osubrowser.models.players.facts import Fact

_NARROWEST: Final = 330
_LABEL: Final = 116


class FactGrid(QFrame):
    """Grid of facts in as many columns as fit.

    Attributes:
        link_requested: the address of the link that was pressed.
    """

    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._pairs: list[tuple[QLabel, QWidget]] = []
        self._columns = 0
        self.setProperty("panel", True)
        self.setAccessibleName("About the player")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self.hide()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that are shown."""
        return self._facts

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show facts; hidden if there are none."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        for pair in self._pairs:
            for part in pair:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._pairs = [self._pair(fact) for fact in self._facts]
        self._columns = 0
        self._arrange()
        self.setVisible(bool(self._facts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the facts out in as many columns as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(4, self.width() // _NARROWEST))
        if columns == self._columns:
            return
        for number in range(2 * self._columns):
            self._grid.setColumnStretch(number, 0)
        self._columns = columns
        rows = -(-len(self._pairs) // columns)  # read down, then across
        for number, (name, words) in enumerate(self._pairs):
            column, row = divmod(number, rows)
            self._grid.addWidget(name, row, 2 * column)
            self._grid.addWidget(words, row, 2 * column + 1)
        for number in range(columns):
            self._grid.setColumnStretch(2 * number + 1, 1)

    def _pair(self, fact: Fact) -> tuple[QLabel, QWidget]:
        name = QLabel(fact.label, self)
        name.setProperty("role", "secondary")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setFixedWidth(_LABEL)
        if not fact.link:
            return name, ElidedLabel(fact.text, self)
        button = QPushButton(self)
        button.setProperty("link", True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setText(
            button.fontMetrics()
            .elidedText(fact.text, Qt.TextElideMode.ElideRight, 200)
            .replace("&", "&&")
        )
        button.setAccessibleName(f"{fact.label}: {fact.text}")
        button.setToolTip(tooltip(fact.link[:200]))
        button.setMaximumHeight(20)
        button.setStyleSheet("min-height: 18px; padding: 0; text-align: left;")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _=False, link=fact.link: self.link_requested.emit(link))
        return name, button


class ElidedLabel(QLabel):
    """Label of one line of plain text, elided where it does not fit."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_text(text)

    @property
    def whole(self) -> str:
        """The text, not elided."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Set the text."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the text to the new width."""
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """Return a width of nearly nothing: the text is elided."""
        return QSize(0, super().minimumSizeHint().height())

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(10, self.width())
        )
        if shown != self.text():
            self.setText(shown)
        cut = shown != self._whole
        self.setToolTip(tooltip(self._whole) if cut else "")

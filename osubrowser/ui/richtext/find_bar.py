"""Bar that finds text in a view: a field, the number of matches, previous and next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import FIND_KEYS, bind
from osubrowser.ui.widgets.assistive import name_clear_button
from osubrowser.ui.widgets.go_to_rank import field_style
from osubrowser.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_PAUSE: Final = 120
"""Milliseconds without typing after which the text is searched."""


class Findable(Protocol):
    """View whose text can be searched."""

    def find_text(self, text: str) -> int:
        """Mark all matches of a text, without regard to case, and return their number.

        An empty text removes the marks.
        """

    def show_match(self, index: int) -> None:
        """Scroll to a match, counted from 0, and mark it as the current one."""


class FindBar(QWidget):
    """Bar with a search field for the text of a view; hidden until `start`.

    Args:
        target: the view.
        parent: the Qt parent.

    Attributes:
        closed: the bar was closed by Escape or its button: the view gets the focus.
        field: the search field.
        count: the label of the number of matches, such as "3 of 17".
    """

    closed = Signal()

    def __init__(self, target: Findable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = target
        self._matches = 0
        self._current = -1
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Find in the text"))
        self.field.setAccessibleName(tr("Find in the text"))
        self.field.setMaxLength(200)
        self.field.setMaximumWidth(280)
        self.field.setClearButtonEnabled(True)
        name_clear_button(self.field)
        self.field.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.previous = ToolButton(
            tr("Previous match"), "chevron-up", tr("Previous match (Shift+F3)"), self
        )
        self.next = ToolButton(tr("Next match"), "chevron-down", tr("Next match (F3)"), self)
        self.close_button = ToolButton(tr("Close"), "close", tr("Close (Esc)"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(6)
        layout.addWidget(self.field, 1)
        for part in (self.previous, self.next, self.count):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.close_button)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self.search)
        self.field.textChanged.connect(lambda _text: self._later.start())
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.finish)
        bind(
            self,
            FIND_KEYS,
            {"find_next": lambda: self.step(1), "find_previous": lambda: self.step(-1)},
        )
        self.hide()

    @property
    def matches(self) -> int:
        """Number of matches of the last search."""
        return self._matches

    @property
    def current(self) -> int:
        """Index of the current match; -1 for none."""
        return self._current

    def start(self) -> None:
        """Show the bar, with the focus in its field and its text selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self.search()

    def finish(self) -> None:
        """Hide the bar and remove the marks."""
        if self.isHidden():
            return
        self._later.stop()
        self.hide()
        self._target.find_text("")
        self._matches, self._current = 0, -1
        self.closed.emit()

    def search(self) -> None:
        """Search now: the first match becomes the current one."""
        self._later.stop()
        text = self.field.text().strip()
        self._matches = self._target.find_text(text)
        self._current = 0 if self._matches else -1
        if self._matches:
            self._target.show_match(0)
        self._say()

    def renew(self) -> None:
        """Search again in a text that has changed; nothing is scrolled."""
        if not self.isHidden() and self.field.text().strip():
            self._matches = self._target.find_text(self.field.text().strip())
            self._current = min(self._current, self._matches - 1)
            self._say()

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) match; after the last one comes the first."""
        if self._later.isActive():
            self.search()
        elif self._matches:
            self._current = (self._current + direction) % self._matches
            self._target.show_match(self._current)
            self._say()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.field.setStyleSheet(field_style("QLineEdit", colours))
        for button in (self.previous, self.next, self.close_button):
            button.set_colours(colours)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle Enter, Shift+Enter and Escape in the field."""
        if (
            watched is not self.field
            or event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
        ):
            return bool(super().eventFilter(watched, event))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            return bool(super().eventFilter(watched, event))
        return True

    def _say(self) -> None:
        if not self.field.text().strip():
            text = ""
        elif not self._matches:
            text = tr("No matches")
        else:
            text = tr("{current} of {matches}").format(
                current=numerals.whole(self._current + 1), matches=numerals.whole(self._matches)
            )
        self.count.setText(text)
        self.field.setAccessibleDescription(text)
        for button in (self.previous, self.next):
            button.setEnabled(self._matches > 0)

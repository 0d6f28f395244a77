"""Address bar: a line edit with the current address, in which another one is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST: Final = 2000
"""The most characters of an address."""


KeyTaker = Callable[[QKeyEvent], bool]
"""Handles a key before the bar does; returns whether it did."""


class AddressBar(QLineEdit):
    """Line edit that has the current address besides the text that is being typed.

    Attributes:
        submitted: `(text, how)`: Return was pressed; `text` is stripped, `how` is `here`, `new`
            (Alt+Return) or `background` (Ctrl+Return).
        typed: the text was edited; not emitted while an input method composes.
        asked: Down was pressed: suggestions are wanted.
        focus_gained, focus_lost: the keyboard focus came or went.
        left: Escape was pressed on the current address: the focus belongs to the page.
        take_key: handles keys before the bar does; None for nothing.
    """

    submitted = Signal(str, str)
    typed = Signal(str)
    asked = Signal()
    focus_gained = Signal()
    focus_lost = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._select_on_release = False
        self._last_typed = ""
        self._is_composing = False
        self.take_key: KeyTaker | None = None
        self.setObjectName("address")
        self.setAccessibleName("Address")
        self.setPlaceholderText("Type a name, words, an id or an osu! address")
        self.setMaxLength(LONGEST)
        self.setDragEnabled(True)
        self.textEdited.connect(self._on_text_edited)

    def set_address(self, address: str) -> None:
        """Set the current address; text that is being typed stays."""
        untouched = not self.isModified() or not self.hasFocus()
        self._address = address
        if untouched:
            self.restore()

    def restore(self) -> None:
        """Replace the text by the current address."""
        self.setText(self._address)
        self._last_typed = self._address
        self.setCursorPosition(0)
        if self.hasFocus():
            self.selectAll()

    def start(self) -> None:
        """Take the focus, and select all text (Ctrl+L)."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Return; on Escape restore the address first, then leave."""
        if self.take_key is not None and self.take_key(event):
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit(how_of(event))
        elif event.key() == Qt.Key.Key_Down and not event.modifiers() & ~_KEYPAD:
            self.asked.emit()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text() != self._address:
            self.restore()
        else:
            self.left.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Emit `typed` for composed text once it is committed."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._is_composing and self.text() != self._last_typed:
            self._on_text_edited(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all text at the end of the click that sets the focus."""
        super().focusInEvent(event)
        self._select_on_release = event.reason() == Qt.FocusReason.MouseFocusReason
        self.focus_gained.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select all text at the first click, as web browsers do, unless it was a drag."""
        super().mouseReleaseEvent(event)
        if self._select_on_release and not self.hasSelectedText():
            self.selectAll()
        self._select_on_release = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave text that is being typed as it is; replace empty text by the address."""
        super().focusOutEvent(event)
        self._is_composing = False
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_lost.emit()
        if event.reason() not in _TEMPORARY and self.text() == "":
            self.restore()
        self.deselect()

    def changeEvent(self, event: QEvent) -> None:
        """Show the start of the text after a change of style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self.hasFocus():
            self.setCursorPosition(0)

    def _on_text_edited(self, text: str) -> None:
        if not self._is_composing:
            self._last_typed = text
            self.typed.emit(text)

    def _submit(self, how: str) -> None:
        text = self.text().strip()
        if text:
            self.setModified(False)
            self.submitted.emit(text, how)


def how_of(event: QKeyEvent) -> str:
    """Return how Return opens something with these modifiers: `here`, `new` or `background`."""
    held = event.modifiers()
    if held & Qt.KeyboardModifier.AltModifier:
        return "new"
    return "background" if held & Qt.KeyboardModifier.ControlModifier else "here"


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_TEMPORARY = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


def dropped_address(data: QMimeData) -> str | None:
    """Return the first web address, or the line of text, of dragged data; None for none."""
    for url in data.urls():
        if url.scheme() in ("http", "https"):
            return url.toString()
    text = data.text().strip()
    return text if text and "\n" not in text and len(text) <= LONGEST else None

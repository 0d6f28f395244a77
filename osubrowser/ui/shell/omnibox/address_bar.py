"""The field at the top: shows the address of what is open, and takes another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST: Final = 2000
"""The most characters that are taken; the longest web addresses are about as long."""


KeyTaker = Callable[[QKeyEvent], bool]
"""Looks at a key first; True if it was for the list below the bar."""


class AddressBar(QLineEdit):
    """A line edit that keeps the true address beside what is being typed.

    Attributes:
        submitted: `(text, how)`: what was typed, without white space around it; `how` is `here`,
            `new` (Alt+Return) or `background` (Ctrl+Return).
        typed: the person changed the text; not while signs are still being composed.
        asked: the person wants to see what there is to open (Down).
        focus_gained: the person comes here, mostly to type.
        focus_lost: the focus went elsewhere.
        left: the person is done here without an answer (Escape): the page gets the focus.
        take_key: sees each key before the bar does.
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
        self._told = ""
        self._is_composing = False
        self.take_key: KeyTaker | None = None
        self.setObjectName("address")
        self.setAccessibleName("Address")
        self.setPlaceholderText("Type a name, words, an id or an osu! address")
        self.setMaxLength(LONGEST)
        self.setDragEnabled(True)
        self.textEdited.connect(self._on_text_edited)

    def set_address(self, address: str) -> None:
        """Show the address of what is open, unless the person is typing another one."""
        untouched = not self.isModified() or not self.hasFocus()
        self._address = address
        if untouched:
            self.restore()

    def restore(self) -> None:
        """Show the address of what is open again."""
        self.setText(self._address)
        self._told = self._address
        self.setCursorPosition(0)
        if self.hasFocus():
            self.selectAll()

    def start(self) -> None:
        """Put the cursor here, all text selected (Ctrl+L)."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape restore the address first, and leave the field when it stands there."""
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
        """Tell of what was typed once its signs are chosen, not of what they are chosen from."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._is_composing and self.text() != self._told:
            self._on_text_edited(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether it is a click that brings the focus."""
        super().focusInEvent(event)
        self._select_on_release = event.reason() == Qt.FocusReason.MouseFocusReason
        self.focus_gained.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select all at the first click, as in a web browser; a drag selects its own part."""
        super().mouseReleaseEvent(event)
        if self._select_on_release and not self.hasSelectedText():
            self.selectAll()
        self._select_on_release = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep half-typed text: another window may be where the rest is copied from."""
        super().focusOutEvent(event)
        self._is_composing = False
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_lost.emit()
        if event.reason() not in _PASSING and self.text() == "":
            self.restore()
        self.deselect()

    def changeEvent(self, event: QEvent) -> None:
        """Stay at the start of the text when the style changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self.hasFocus():
            self.setCursorPosition(0)

    def _on_text_edited(self, text: str) -> None:
        if not self._is_composing:
            self._told = text
            self.typed.emit(text)

    def _submit(self, how: str) -> None:
        text = self.text().strip()
        if text:
            self.setModified(False)
            self.submitted.emit(text, how)


def how_of(event: QKeyEvent) -> str:
    """Return how Return opens something with the keys that are held: `here`, `new`, ..."""
    held = event.modifiers()
    if held & Qt.KeyboardModifier.AltModifier:
        return "new"
    return "background" if held & Qt.KeyboardModifier.ControlModifier else "here"


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


_PASSING = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


def dropped_address(data: QMimeData) -> str | None:
    """Return the first web address, or the line of text, that was dragged here."""
    for url in data.urls():
        if url.scheme() in ("http", "https"):
            return url.toString()
    text = data.text().strip()
    return text if text and "\n" not in text and len(text) <= LONGEST else None

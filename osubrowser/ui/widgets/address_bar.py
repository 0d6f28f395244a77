"""The field at the top: shows the address of what is open, and takes another one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST: Final = 2000
"""The most characters that are taken; the longest web addresses are about as long."""


class AddressBar(QLineEdit):
    """A line edit that keeps the true address beside what is being typed.

    Attributes:
        submitted: the text that was typed or dropped, without white space around it.
        left: the person is done here without an answer (Escape): the page gets the focus.
    """

    submitted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._select_on_release = False
        self.setObjectName("address")
        self.setAccessibleName("Address")
        self.setPlaceholderText("Paste an osu! address")
        self.setMaxLength(LONGEST)
        self.setDragEnabled(True)
        self.returnPressed.connect(self._on_return_pressed)

    def set_address(self, address: str) -> None:
        """Show the address of what is open, unless the person is typing another one."""
        untouched = not self.isModified() or not self.hasFocus()
        self._address = address
        if untouched:
            self.restore()

    def restore(self) -> None:
        """Show the address of what is open again."""
        self.setText(self._address)
        self.setCursorPosition(0)
        if self.hasFocus():
            self.selectAll()

    def start(self) -> None:
        """Put the cursor here, all text selected (Ctrl+L)."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape restore the address first, and leave the field when it stands there."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text() != self._address:
            self.restore()
        else:
            self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether it is a click that brings the focus."""
        super().focusInEvent(event)
        self._select_on_release = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select all at the first click, as in a web browser; a drag selects its own part."""
        super().mouseReleaseEvent(event)
        if self._select_on_release and not self.hasSelectedText():
            self.selectAll()
        self._select_on_release = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep half-typed text: another window may be where the rest is copied from."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING and self.text() == "":
            self.restore()
        self.deselect()

    def changeEvent(self, event: QEvent) -> None:
        """Stay at the start of the text when the style changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self.hasFocus():
            self.setCursorPosition(0)

    def _on_return_pressed(self) -> None:
        text = self.text().strip()
        if text:
            self.setModified(False)
            self.submitted.emit(text)


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

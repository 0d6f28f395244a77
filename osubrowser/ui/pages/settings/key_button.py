"""Button that shows a shortcut and records a new one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import pressed, shown

_WAITING = tr("Press keys …")


class KeyButton(QPushButton):
    """Shortcut recorder: Enter, Space or a click, then the new key; Escape cancels.

    While recording, no shortcut of the window is active. Delete removes the key.

    Args:
        sequence: the key in Qt's portable spelling; "" for a button that adds one.
        what: the action of the key, for the accessible name.

    Attributes:
        captured: the portable spelling of the pressed key.
        removed: Delete was pressed.
    """

    captured = Signal(str)
    removed = Signal()

    def __init__(self, sequence: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sequence = sequence
        self._what = what
        self._is_waiting = False
        self.setObjectName("keyCap")
        self.setToolTip(
            tr("Enter and then the new key changes it, Delete takes it away")
            if sequence
            else tr("One more key for “{what}”").format(what=what)
        )
        self.clicked.connect(self._on_clicked)
        self._show()

    @property
    def is_waiting(self) -> bool:
        """Whether the next key is recorded."""
        return self._is_waiting

    def event(self, event: QEvent) -> bool:
        """Record a key before shortcuts and Tab are handled."""
        if isinstance(event, QKeyEvent):
            if self._is_waiting and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if self._is_waiting and event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start recording on Enter, emit `removed` on Delete; other keys are the button's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.sequence:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # handled by the section, which moves to the next row
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop recording."""
        self._wait(False)
        super().focusOutEvent(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._wait(False)
            return
        sequence = pressed(event.keyCombination())
        if sequence:
            self._wait(False)
            self.captured.emit(sequence)

    def _on_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wait(not self._is_waiting)

    def _wait(self, is_waiting: bool) -> None:
        if is_waiting != self._is_waiting:
            self._is_waiting = is_waiting
            self.setProperty("waiting", is_waiting)
            self.style().unpolish(self)
            self.style().polish(self)
            self._show()

    def _show(self) -> None:
        keys = shown(self.sequence) if self.sequence else ""
        self.setText((_WAITING if self._is_waiting else keys or "+").replace("&", "&&"))
        name = (
            f"{self._what}: {keys}" if keys else tr("Add a key for {what}").format(what=self._what)
        )
        self.setAccessibleName(
            tr("{what}: press the new keys").format(what=self._what) if self._is_waiting else name
        )

"""Text field that filters loaded rows while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import hint, key_of
from osubrowser.ui.widgets.assistive import name_clear_button
from osubrowser.ui.widgets.go_to_rank import field_style

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_WIDTHS: Final = (100, 170)
_HINT: Final = tr("Show only the loaded rows with these words, or with figures such as pp>=200")


class FilterField(QLineEdit):
    """Line edit for a filter: Escape clears and leaves it; Enter and Down leave it.

    Attributes:
        left: the field was left by a key: the rows get the focus.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Filter loaded rows"))
        self.setAccessibleName(tr("Filter loaded rows"))
        hint(self, _HINT, key_of("filter"))
        self.setClearButtonEnabled(True)
        name_clear_button(self)
        self.setMaxLength(100)
        self.setMinimumWidth(_WIDTHS[0])
        self.setMaximumWidth(_WIDTHS[1])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the preferred size; in a narrow window the field shrinks."""
        return QSize(_WIDTHS[1], super().sizeHint().height())

    def show_text(self, text: str) -> None:
        """Set the text without emitting `textChanged`."""
        if text != self.text():
            self.blockSignals(True)
            self.setText(text)
            self.blockSignals(False)

    def start(self) -> None:
        """Set the focus here and select the text."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the style sheet."""
        self.setStyleSheet(field_style("FilterField", colours))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Escape, Enter and Down; other keys are handled by the line edit."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)

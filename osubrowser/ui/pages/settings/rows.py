"""Rows of settings: label, explanation, and the control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from osubrowser.ui.style.theme import title_font

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST: Final = 760
"""Pixels beyond which a row does not grow: the eye has to find the control of its words."""


def heading(words: str, *, size: int = 20) -> QLabel:
    """Return the title of a section."""
    label = QLabel(words)
    label.setProperty("role", "title")
    label.setFont(title_font(size))
    return label


def text(words: str = "", role: str = "secondary") -> QLabel:
    """Return words that wrap; `role` as in the style sheet."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def button(words: str, name: str = "") -> QPushButton:
    """Return a button that Enter presses, too; `name` is what a screen reader says."""
    made = QPushButton(words.replace("&", "&&"))
    made.setAutoDefault(True)  # outside of dialogs only Space does
    made.setAccessibleName(name or words)
    return made


def shown_path(name: str) -> QLineEdit:
    """Return a field that shows a path or address, to be read, selected and copied."""
    field = QLineEdit()
    field.setReadOnly(True)
    field.setAccessibleName(name)
    return field


def set_path(field: QLineEdit, path: str) -> None:
    """Show a path from its beginning; all of it is in the tooltip."""
    if field.text() != path:
        field.setText(path)
        field.setCursorPosition(0)
        field.setToolTip(path if path.isprintable() and "<" not in path else "")


class SettingRow(QWidget):
    """Row with a label at the left, controls at the right, an explanation below.

    Args:
        words: what the setting is.
        hint: what it means; "" for no sentence.
        controls: from left to right.
        wide: the controls stand below the words and take the whole width.
    """

    def __init__(
        self,
        words: str,
        hint: str,
        controls: Sequence[QWidget],
        *,
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.label = QLabel(words, self)
        self.label.setProperty("role", "strong")
        self.hint = text(hint)
        self.hint.setParent(self)  # first: what has no parent is shown as a window
        self.hint.setVisible(bool(hint))
        self.setMaximumWidth(WIDEST)
        line = QHBoxLayout()
        line.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if wide:
            column.addWidget(self.label)
        else:
            line.addWidget(self.label, 1)
        for control in controls:
            stretches = wide and isinstance(control, QLineEdit)
            line.addWidget(control, 1 if stretches else 0)
        column.addLayout(line)
        column.addWidget(self.hint)

    def say(self, words: str, role: str = "secondary") -> None:
        """Put another sentence below; "" takes it away."""
        if self.hint.property("role") != role:
            self.hint.setProperty("role", role)
            self.hint.style().unpolish(self.hint)
            self.hint.style().polish(self.hint)
        self.hint.setText(words)
        self.hint.setVisible(bool(words))


def add_all(layout: QVBoxLayout, items: Sequence[QWidget | QLayout | int]) -> None:
    """Put widgets, layouts and gaps (pixels) below each other."""
    for item in items:
        if isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


class NumberField(QSpinBox):
    """Spin box that commits on Enter, on focus loss, and by Up and Down.

    The wheel changes it only while it has the focus: scrolling past it must change nothing.

    Args:
        name: what a screen reader says.
        least: the smallest number.
        most: the largest.
        step: by which Up and Down change it.
        unit: written behind it.
    """

    def __init__(
        self,
        name: str,
        least: int,
        most: int,
        *,
        step: int,
        unit: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}")
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(128)
        self.setToolTip(f"From {least:,} to {most:,}; Up and Down change it by {step:,}")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while the focus is elsewhere."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

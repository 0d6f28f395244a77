"""Rows of settings: label, explanation, and controls."""

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
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import title_font

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST: Final = 760
"""Largest width of a row in pixels, which limits the distance of label and control."""


def heading(words: str, *, size: int = 20) -> QLabel:
    """Return the title label of a section."""
    label = QLabel(words)
    label.setProperty("role", "title")
    label.setFont(title_font(size))
    return label


def text(words: str = "", role: str = "secondary") -> QLabel:
    """Return a wrapping label; `role` as in the style sheet."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def button(words: str, name: str = "") -> QPushButton:
    """Return a button that Enter presses, too; `name` is the accessible name."""
    made = QPushButton(words.replace("&", "&&"))
    made.setAutoDefault(True)  # outside of dialogs only Space does
    made.setAccessibleName(name or words)
    return made


def shown_path(name: str) -> QLineEdit:
    """Return a read-only field for a path or address, which can be selected and copied."""
    field = QLineEdit()
    field.setReadOnly(True)
    field.setAccessibleName(name)
    return field


def set_path(field: QLineEdit, path: str) -> None:
    """Set the path of a field, scrolled to its start, with the full path as tooltip."""
    if field.text() != path:
        field.setText(path)
        field.setCursorPosition(0)
        field.setToolTip(path if path.isprintable() and "<" not in path else "")


class SettingRow(QWidget):
    """Row with a label at the left, controls at the right, an explanation below.

    Args:
        words: label.
        hint: explanation; "" for none.
        controls: controls from left to right.
        wide: whether the controls are below the label, at full width.
        parent: the Qt parent.
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
        self.hint.setParent(self)  # set first: a widget without a parent is shown as a window
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
        """Set the explanation; "" hides it."""
        if self.hint.property("role") != role:
            self.hint.setProperty("role", role)
            self.hint.style().unpolish(self.hint)
            self.hint.style().polish(self.hint)
        self.hint.setText(words)
        self.hint.setVisible(bool(words))


def add_all(layout: QVBoxLayout, items: Sequence[QWidget | QLayout | int]) -> None:
    """Add widgets, layouts and gaps (pixels) to a vertical layout."""
    for item in items:
        if isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


class NumberField(QSpinBox):
    """Spin box that commits on Enter, on focus loss, and by Up and Down.

    The wheel changes the value only while the spin box has the focus, as it also scrolls the page.

    Args:
        name: accessible name.
        least: the smallest number.
        most: the largest number.
        step: step of Up and Down.
        unit: suffix.
        parent: the Qt parent.
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
        self.setMinimumWidth(128)
        self.setToolTip(
            tr("From {least} to {most}; Up and Down change it by {step}").format(
                least=numerals.whole(least), most=numerals.whole(most), step=numerals.whole(step)
            )
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel without focus, so that it scrolls the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()


class TimeField(QTimeEdit):
    """Field for a time of day, which commits on Enter, on focus loss, and by Up and Down.

    The wheel changes it only while it has the focus, as it also scrolls the page.

    Args:
        name: accessible name.
        parent: the Qt parent.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(88)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel without focus, so that it scrolls the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

"""Spin box of a number with up to two decimals."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from osubrowser.services.text import numerals


class DecimalBox(QSpinBox):
    """Spin box whose value is in hundredths: 9850 is `98.50%`.

    Both notations of decimals are read, and what is no number is the least value. The wheel changes
    the value only while the spin box has the focus, as it also scrolls the page.

    Args:
        parent: the Qt parent.
        lowest, highest: range of the value, in hundredths.
        step: hundredths of a step.
        suffix: text after the number, such as `%`.
        is_short: whether zeros at the end of the decimals are left out.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        lowest: int,
        highest: int,
        step: int,
        suffix: str = "",
        is_short: bool = False,
    ) -> None:
        super().__init__(parent)
        self._suffix = suffix
        self._is_short = is_short
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel without focus, so that it scrolls the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def textFromValue(self, value: int) -> str:
        """Return the text of a value."""
        places = 2
        if self._is_short:
            places = 0 if value % 100 == 0 else 1 if value % 10 == 0 else 2
        return numerals.decimal(value / 100, places) + self._suffix

    def valueFromText(self, text: str) -> int:
        """Return the value of a text, within the range."""
        found = self._hundredths(text)
        lowest = self.minimum()
        return min(max(lowest if found is None else found, lowest), self.maximum())

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Return whether a text can be a number of the range."""
        special = self.specialValueText()
        if not text.strip(f" {self._suffix}") or (special and special.startswith(text)):
            return QValidator.State.Intermediate, text, at
        found = self._hundredths(text)
        if found is not None and self.minimum() <= found <= self.maximum():
            return QValidator.State.Acceptable, text, at
        is_start = found is not None and 0 <= found < self.minimum()
        return QValidator.State.Intermediate if is_start else QValidator.State.Invalid, text, at

    def _hundredths(self, text: str) -> int | None:
        try:
            return round(float(numerals.typed(text.strip(f" {self._suffix}"))) * 100)
        except (ValueError, OverflowError):
            return None

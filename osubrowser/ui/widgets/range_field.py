"""Field for a range: two exact bounds as text, and a slider with two handles between them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.go_to_rank import field_style
from osubrowser.ui.widgets.range_slider import RangeScale, RangeSlider

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

ReadBound = Callable[[str], "float | None"]
"""Returns the value of a bound on the scale; None for a text that is no bound."""

_MOST: Final = 40
"""Characters of a bound."""
_LABEL: Final = 70
"""Width of a label in pixels, so that fields below each other are aligned."""


class RangeField(QWidget):
    """Field for a range. A typed bound is exact: it may lie between or beyond the stops.

    Args:
        name: label, such as `Stars`.
        scale: the values of the slider.
        read: reads a typed bound.
        tip: what can be typed, for the tooltip of the bounds.
        parent: the Qt parent.
        width: width of the field of a bound, in pixels.

    Attributes:
        changed: `(low, high)`: the texts of the bounds, "" for none; emitted on user input, with
            valid texts only.
    """

    changed = Signal(str, str)

    def __init__(
        self,
        name: str,
        scale: RangeScale,
        read: ReadBound,
        tip: str,
        parent: QWidget | None = None,
        *,
        width: int = 54,
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self._read = read
        self._told = ("", "")
        self.label = QLabel(name, self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.slider = RangeSlider(name, scale, self)
        self.low = BoundEdit(tr("{name}, at least").format(name=name), tr("from"), tip, width, self)
        self.high = BoundEdit(tr("{name}, at most").format(name=name), tr("to"), tip, width, self)
        self.low.textEdited.connect(self._on_edited)
        self.high.textEdited.connect(self._on_edited)
        self.slider.low_moved.connect(lambda value: self._on_moved(self.low, value))
        self.slider.high_moved.connect(lambda value: self._on_moved(self.high, value))
        self.label.setMinimumWidth(_LABEL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.low)
        row.addWidget(self.slider, 1)
        row.addWidget(self.high)
        for before, after in pairwise(self.focus_order):
            self.setTabOrder(before, after)

    @property
    def focus_order(self) -> tuple[QWidget, ...]:
        """The stops of Tab, from left to right."""
        return self.low, self.slider.low, self.slider.high, self.high

    @property
    def texts(self) -> tuple[str, str]:
        """The texts of the bounds as they stand in the fields."""
        return self.low.text().strip(), self.high.text().strip()

    def show_range(self, low: str, high: str) -> None:
        """Set the texts of the bounds without emitting `changed`.

        The text of a field with the focus stays if it reads the same, so that typing goes on.
        """
        self._told = (low, high)
        for field, text in ((self.low, low), (self.high, high)):
            is_typed = field.hasFocus() and self._value(field.text()) == self._value(text)
            if field.text() != text and not is_typed:
                field.setText(text)
            field.set_valid(True)
        self.slider.set_range(self._value(low), self._value(high))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.label.setStyleSheet(f"color: {colours.foreground.name()};")
        for part in (self.low, self.slider, self.high):
            part.set_colours(colours)

    def _value(self, text: str) -> float | None:
        text = text.strip()
        return self._read(text) if text else None

    def _on_moved(self, field: BoundEdit, value: float | None) -> None:
        field.setText("" if value is None else self._scale.text(value))
        field.set_valid(True)
        self._tell()

    def _on_edited(self) -> None:
        values = []
        for field in (self.low, self.high):
            text = field.text().strip()
            value = self._value(text)
            field.set_valid(not text or value is not None)
            values.append(value)
        self.slider.set_range(*values)
        if self.low.is_valid and self.high.is_valid:
            self._tell()

    def _tell(self) -> None:
        if self.texts != self._told:
            self._told = self.texts
            self.changed.emit(*self.texts)


class BoundEdit(QLineEdit):
    """Line edit of one bound; an invalid text has a red frame, and is said to be invalid.

    Args:
        name: accessible name.
        placeholder: shown while there is no bound.
        tip: what can be typed.
        width: in pixels.
        parent: the Qt parent.
    """

    def __init__(
        self, name: str, placeholder: str, tip: str, width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tip = tip
        self._width = width
        self._colours: Colours | None = None
        self.is_valid = True
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setToolTip(tip)
        self.setMaxLength(_MOST)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size; the width is that of the constructor."""
        return QSize(self._width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the size."""
        return self.sizeHint()

    def set_valid(self, is_valid: bool) -> None:
        """Mark the text as valid or invalid."""
        if is_valid == self.is_valid:
            return
        self.is_valid = is_valid
        self.setAccessibleDescription(
            "" if is_valid else tr("Not understood. {tip}").format(tip=self._tip)
        )
        self.setToolTip(
            self._tip if is_valid else tr("Not understood: {tip}").format(tip=self._tip)
        )
        if self._colours is not None:
            self.set_colours(self._colours)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the style sheet."""
        self._colours = colours
        sheet = field_style("BoundEdit", colours).replace("padding: 0 8px", "padding: 0 5px")
        if not self.is_valid:
            sheet += f"BoundEdit, BoundEdit:focus {{ border-color: {colours.bad.name()}; }}"
        self.setStyleSheet(sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the field on Escape; other keys are handled by the line edit."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
            return
        super().keyPressEvent(event)

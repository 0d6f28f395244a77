"""Input field for a rank, or another number, to go to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import hint

if TYPE_CHECKING:
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.style.theme import Colours

_RANK = re.compile(r"#?\s*([0-9][0-9\s,.'’_]*)\Z")
_NOT_DIGITS = re.compile(r"[^0-9]")
_MARGINS: Final = 24  # frame, padding and cursor


@dataclass(frozen=True, slots=True)
class NumberTexts:
    """Texts of a field for numbers of one kind.

    Attributes:
        name: placeholder and accessible name.
        tip: tooltip.
        tip_with_last: tooltip where the last number is known, with `{last}`.
        refusal: the sentence for what is no number, with `{text}`.
    """

    name: str
    tip: str
    tip_with_last: str
    refusal: str


RANK_TEXTS: Final = NumberTexts(
    tr("Go to rank"),
    tr("Type a rank and press Enter"),
    tr("Type a rank (1 to {last}) and press Enter"),
    tr("“{text}” is no rank: type a number from 1, such as 7,412."),
)
"""Texts of a field for ranks."""


class GoToRank(QLineEdit):
    """Line edit for a rank or another number, such as `7412`, `7,412` or `#7 412`.

    Enter submits, Escape clears.

    Attributes:
        rank_requested: the entered number, from 1.
        refused: `(sentence)`: Enter was pressed on text that is none.

    Args:
        key: the shortcut that sets the focus here, for the tooltip.
        parent: the Qt parent.
        texts: texts for what is numbered.
    """

    rank_requested = Signal(int)
    refused = Signal(str)

    def __init__(
        self, key: Key, parent: QWidget | None = None, *, texts: NumberTexts = RANK_TEXTS
    ) -> None:
        super().__init__(parent)
        self._key, self._texts = key, texts
        self.setPlaceholderText(texts.name)
        self.setAccessibleName(texts.name)
        hint(self, texts.tip, self._key)
        self.setMaxLength(12)
        self.setFixedWidth(max(104, self.fontMetrics().horizontalAdvance(texts.name) + _MARGINS))
        self.returnPressed.connect(self._on_return_pressed)

    def set_limit(self, last: int | None) -> None:
        """Set the last number for the tooltip; None if unknown, 0 disables the field."""
        texts = self._texts
        tip = texts.tip_with_last.format(last=numerals.whole(last)) if last else texts.tip
        hint(self, tip, self._key)
        self.setEnabled(last != 0)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.setStyleSheet(field_style("GoToRank", colours))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the field on Escape; other keys are handled by the line edit."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _on_return_pressed(self) -> None:
        text = self.text().strip()
        if not text:
            return
        self.selectAll()
        found = _RANK.match(text)
        rank = int(_NOT_DIGITS.sub("", found[1])) if found is not None else 0
        if rank:
            self.rank_requested.emit(rank)
        else:
            self.refused.emit(self._texts.refusal.format(text=text))


def field_style(name: str, c: Colours) -> str:
    """Return the style sheet of a line edit of the filter bar, for the widget class `name`."""
    return f"""
        {name} {{
            color: {c.content1.name()}; background: {c.background5.name()};
            border: 1px solid {c.background2.name()}; border-radius: 4px;
            padding: 0 8px; min-height: 26px; max-height: 26px;
            selection-background-color: {c.selection.name()};
            selection-color: {c.content1.name()};
        }}
        {name}:focus {{ border-color: {c.highlight.name()}; }}
        {name}:disabled {{ color: {c.foreground.name()}; }}
    """

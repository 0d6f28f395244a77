"""Cache of text layouts of cells: text layout costs more than all other painting."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextLayout, QTransform

from osubrowser.models.table.column import Row

_KEPT: Final = 400
"""Rows whose text layouts are cached: a few screens. Ten thousand would take 200 MB."""

_AT_ONCE: Final = 64
"""Most rows that are evicted in one frame: more than a frame can add."""

_UPRIGHT = QTransform()
_PLAIN = Qt.TextFormat.PlainText


class CellText(NamedTuple):
    """Text layout of a cell.

    Attributes:
        space: available width in pixels for which it was laid out.
        left: offset from the left edge of that width, in pixels.
        top: offset from the middle of the row, so that all scripts share one baseline.
        width: width of the text in pixels.
        text: the laid out text.
    """

    space: int
    left: int
    top: int
    width: int
    text: QStaticText


class TextCache:
    """Cache of the text layouts of recently painted rows, by row and column.

    Attributes:
        fonts: the plain and the strong one.
        widest_digits: the widest digit in each of them, for fonts without tabular digits.
    """

    def __init__(self, font: QFont, strong: QFont) -> None:
        self.fonts = (font, strong)
        self._metrics = (QFontMetricsF(font), QFontMetricsF(strong))
        self._tops = tuple(round(m.capHeight() / 2 - m.ascent()) for m in self._metrics)
        self.widest_digits = tuple(
            max("0123456789", key=m.horizontalAdvance) for m in self._metrics
        )
        self._rows: dict[Row[Any], list[CellText | None]] = {}

    def of(self, row: Row[Any]) -> list[CellText | None]:
        """Return the text layouts of a row; None for those that `shape` has not made yet.

        The list has two entries for each column: the second half is for second texts of cells.
        """
        texts = self._rows.get(row)
        if texts is None:
            texts = self._rows[row] = [None] * (2 * len(row.texts))
        return texts

    def width(self, text: str, strong: bool) -> int:
        """Return the width in pixels in which a text is not elided."""
        return self.shape(text, 1 << 20, False, strong).width

    def shape(self, text: str, space: int, right: bool, strong: bool) -> CellText:
        """Lay out a text in a width in pixels; elided if it does not fit."""
        font = self.fonts[strong]
        static = QStaticText(text)
        static.setTextFormat(_PLAIN)
        static.prepare(_UPRIGHT, font)
        width = static.size().width()
        if width > space:
            text = self._metrics[strong].elidedText(text, Qt.TextElideMode.ElideRight, space)
            static.setText(text)
            static.prepare(_UPRIGHT, font)
            width = static.size().width()
        top = self._tops[strong] if text.isascii() else self._top(text, strong)
        return CellText(space, int(space - width) if right else 0, top, int(width) + 1, static)

    def _top(self, text: str, strong: bool) -> int:
        """Return the top offset of a text on the common baseline: some scripts are taller."""
        layout = QTextLayout(text, self.fonts[strong])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return round(self._metrics[strong].capHeight() / 2 - line.ascent())

    def evict_except(self, rows: Iterable[Row[Any]]) -> None:
        """Evict the oldest rows that are not visible, a few in each frame."""
        surplus = min(len(self._rows) - _KEPT, _AT_ONCE)
        if surplus > 0:
            shown = set(rows)
            oldest = list(islice(self._rows, surplus + len(shown)))
            for row in [row for row in oldest if row not in shown][:surplus]:
                del self._rows[row]

"""Layout of one rich text in blocks, each of which is laid out when it comes into view."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextLine,
    QTextOption,
)

from osubrowser.services.richtext.style import coloured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from osubrowser.services.richtext.style import RichTextStyle
    from osubrowser.ui.richtext.rich_pictures import InlinePictures
    from osubrowser.ui.style.theme import Colours

_MOST_DOCUMENTS: Final = 64
"""Blocks whose layout stays in RAM."""
_INDENT: Final = 24
"""Indentation of a list, in pixels."""
_TABLE: Final = '<table border="1"'
"""Start of a block that is a table, as `services.richtext.elements` writes it."""
_LEAST_SCALE: Final = 0.6
"""Smallest scale of a block that is wider than the view, such as a table of pictures."""


class RichDocument(QTextDocument):
    """Text document that loads no resource."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401, D102 - Qt's own
        # None would make Qt look for a file of that name.
        return QByteArray(b" ")


class TextStyle(Protocol):
    """Fonts and colours that a text is laid out with."""

    @property
    def font(self) -> QFont:
        """Font of the text."""

    @property
    def option(self) -> QTextOption:
        """Wrapping of lines."""

    @property
    def pictures(self) -> InlinePictures:
        """Source of the pictures in the text."""

    @property
    def look(self) -> RichTextStyle:
        """Colours of the text."""


class TextSpan(NamedTuple):
    """Range of a text: from a block and a position to another one."""

    block: int
    start: int
    last: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether the range has no characters."""
        return self[:2] == self[2:]


class TextPoint(NamedTuple):
    """What is at a point of a text.

    Attributes:
        block: number of the block.
        position: position of the nearest character in the block.
        link: address of the link; "" for none.
    """

    block: int
    position: int
    link: str


class Mark(NamedTuple):
    """Range of a block that is painted in other colours; None for an unchanged text colour."""

    start: int
    end: int
    background: QColor
    foreground: QColor | None = None


class TextBlocks:
    """Layout of a text for one width. Heights of blocks not yet laid out are estimates.

    Args:
        blocks: the HTML of each block, of `services.richtext.sanitize.formatted`.
        room: width of the text in pixels.
        style: fonts and colours.
        estimates: estimated height of each block, in pixels.

    Attributes:
        room: the width.
        style: the style.
        heights: height of each block, in pixels.
    """

    def __init__(
        self, blocks: Sequence[str], room: int, style: TextStyle, estimates: Sequence[int]
    ) -> None:
        self.room, self.style = room, style
        self.heights = list(estimates)
        self._blocks = blocks
        self._documents: dict[int, RichDocument] = {}  # the last used ones at the end
        self._scales: dict[int, float] = {}
        self._offsets: list[int] | None = None

    def __len__(self) -> int:
        return len(self._blocks)

    @property
    def offsets(self) -> list[int]:
        """Top of each block, and the end of the last one, in pixels."""
        if self._offsets is None:
            self._offsets = list(accumulate(self.heights, initial=0))
        return self._offsets

    @property
    def height(self) -> int:
        """Height of the text in pixels; exact once all blocks were laid out."""
        return self.offsets[-1]

    @property
    def laid_out(self) -> int:
        """Number of blocks whose layout is in RAM."""
        return len(self._documents)

    def is_laid_out(self, number: int) -> bool:
        """Return whether the layout of a block is in RAM."""
        return number in self._documents

    def document(self, number: int) -> RichDocument:
        """Return the document of a block, which is laid out if it is not yet."""
        known = self._documents.pop(number, None)
        if known is None:
            known = self._lay_out(number)
        self._documents[number] = known
        return known

    def trim(self) -> None:
        """Release the layouts that were not used for the longest time; heights are kept."""
        while len(self._documents) > _MOST_DOCUMENTS:
            self._documents.pop(next(iter(self._documents)))

    def lay_out_again(self) -> None:
        """Measure the laid out blocks again: sizes of pictures have become known."""
        for number, document in self._documents.items():
            document.markContentsDirty(0, document.characterCount())
            self._measure(number, document)

    def block_at(self, y: float) -> int:
        """Return the number of the block at a height, or the nearest one."""
        return max(0, min(bisect_right(self.offsets, y) - 1, len(self._blocks) - 1))

    def _lay_out(self, number: int) -> RichDocument:
        style = self.style
        document = RichDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setIndentWidth(_INDENT)
        document.setDefaultFont(style.font)
        html = coloured(self._blocks[number], style.look)
        is_table = html.startswith(_TABLE)
        option = QTextOption(style.option)
        if is_table:  # figures stay whole; a table that is too wide is scaled
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(option)
        document.documentLayout().registerHandler(
            QTextFormat.ObjectTypes.ImageObject.value, style.pictures
        )
        document.setTextWidth(self.room)
        document.setHtml(html)
        if is_table and document.size().width() > self.room / _LEAST_SCALE:
            document.setDefaultTextOption(style.option)
        self._measure(number, document)
        return document

    def _measure(self, number: int, document: RichDocument) -> None:
        size = document.size()
        scale = 1.0
        if size.width() > self.room + 1:
            scale = max(_LEAST_SCALE, self.room / size.width())
        self._scales[number] = scale
        height = round(size.height() * scale)
        if height != self.heights[number]:
            self.heights[number] = height
            self._offsets = None

    # --- contents -----------------------------------------------------------------------------

    def hit(self, number: int, point: QPointF) -> TextPoint:
        """Return what is at a point, in pixels from the top left of a block."""
        document = self.document(number)
        inside = point / self._scales[number]
        layout = document.documentLayout()
        position = layout.hitTest(inside, Qt.HitTestAccuracy.FuzzyHit)
        return TextPoint(number, max(0, position), layout.anchorAt(inside))

    def text_of(self, span: TextSpan, texts: Sequence[str] = ()) -> str:
        """Return a part of the text.

        Args:
            span: the part.
            texts: plain text of each block, by which blocks within the part need no layout.
        """
        parts = []
        for number in range(span.block, span.last + 1):
            if span.block < number < span.last and texts:
                parts.append(texts[number])
                continue
            cursor = QTextCursor(self.document(number))
            cursor.setPosition(span.start if number == span.block else 0)
            if number == span.last:
                cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            else:
                cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            parts.append(cursor.selection().toPlainText())
            self.trim()
        return "\n".join(parts)

    def end_of(self, number: int) -> int:
        """Return the last position of a block."""
        return self.document(number).characterCount() - 1

    def word_at(self, point: TextPoint) -> TextSpan:
        """Return the word at a point."""
        cursor = QTextCursor(self.document(point.block))
        cursor.setPosition(point.position)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return TextSpan(point.block, cursor.selectionStart(), point.block, cursor.selectionEnd())

    def links_of(self, number: int) -> list[tuple[TextSpan, str]]:
        """Return the range and the address of each link of a block."""
        if "<a href" not in self._blocks[number]:
            return []
        found: list[tuple[TextSpan, str]] = []
        for fragment in _fragments(self.document(number)):
            href = fragment.charFormat().anchorHref()
            start, end = fragment.position(), fragment.position() + fragment.length()
            if href and found and found[-1][1] == href and found[-1][0].end == start:
                found[-1] = (found[-1][0]._replace(end=end), href)
            elif href:
                found.append((TextSpan(number, start, number, end), href))
        return found

    def anchor_in(self, number: int, id: str) -> int:
        """Return the height of an anchor in a block, in pixels from its top; 0 for none."""
        for fragment in _fragments(self.document(number)):
            if id in fragment.charFormat().anchorNames():
                return round(self.rect_of(number, fragment.position()).top())
        return 0

    def rect_of(self, number: int, position: int) -> QRectF:
        """Return the line of a position, in pixels from the top left of the block."""
        document = self.document(number)
        block = document.findBlock(position)
        if not block.isValid():
            return QRectF()
        where = document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        rect = line.rect().translated(where.topLeft()) if line.isValid() else where
        scale = self._scales[number]
        return QRectF(rect.topLeft() * scale, rect.size() * scale)

    def rect_of_range(self, number: int, start: int, end: int) -> QRectF:
        """Return the rectangle of characters of one line, in pixels from the top left."""
        document = self.document(number)
        block = document.findBlock(start)
        where = document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(start - block.position())
        left, right = (_x_of(line, at - block.position()) for at in (start, end))
        scale = self._scales[number]
        corner = where.topLeft() + QPointF(left, line.y())
        return QRectF(corner * scale, QSizeF(max(1.0, right - left), line.height()) * scale)

    def matches_in(self, number: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """Return start and end of each match of a pattern in a block."""
        return matches(self.document(number).toRawText(), pattern)

    # --- painting -----------------------------------------------------------------------------

    def paint(
        self,
        painter: QPainter,
        number: int,
        where: QPointF,
        ink: QColor,
        marks: Sequence[Mark] = (),
    ) -> None:
        """Paint a block.

        Args:
            painter: painter of the view.
            number: number of the block.
            where: top left of the block, in pixels.
            ink: colour of text without a colour of its own.
            marks: ranges in other colours, the later ones above.
        """
        document = self.document(number)
        scale = self._scales[number]
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, ink)
        context.clip = QRectF(0, 0, self.room / scale + 4, self.heights[number] / scale + 1)
        selections = []
        last = document.characterCount() - 1
        for mark in marks:
            selection = QAbstractTextDocumentLayout.Selection()
            cursor = QTextCursor(document)
            cursor.setPosition(max(0, min(mark.start, last)))
            cursor.setPosition(max(0, min(mark.end, last)), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(mark.background)
            if mark.foreground is not None:
                look.setForeground(mark.foreground)
            selection.cursor = cursor
            selection.format = look
            selections.append(selection)
        if selections:
            context.selections = selections
        painter.save()
        painter.translate(where)
        if scale != 1.0:
            painter.scale(scale, scale)
        document.documentLayout().draw(painter, context)
        painter.restore()


def found_colours(colours: Colours, *, is_current: bool) -> tuple[QColor, QColor | None]:
    """Return background and text colour of a match of a search; None for an unchanged one."""
    ground = QColor(colours.warning)
    if is_current:
        return ground, QColor(colours.background6 if colours.is_dark else colours.content1)
    ground.setAlpha(90)
    return ground, None


def search_pattern(text: str) -> re.Pattern[str] | None:
    """Return the pattern of a text to find, without regard to case; None for an empty text.

    White space matches any other.
    """
    words = text.split()
    if not words:
        return None
    return re.compile(r"[\s\u2028\u2029]+".join(map(re.escape, words)), re.IGNORECASE)


def matches(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return start and end of each match, in the UTF-16 units by which Qt counts."""
    found = [match.span() for match in pattern.finditer(text)]
    if not found or text.isascii() or max(text) < "\U00010000":
        return found
    units = list(accumulate((2 if one >= "\U00010000" else 1 for one in text), initial=0))
    return [(units[start], units[end]) for start, end in found]


def _x_of(line: QTextLine, position: int) -> float:
    """Return the horizontal place of a position in a line, in pixels."""
    found: Any = line.cursorToX(position)  # with the position, in some versions
    return float(found[0] if isinstance(found, tuple) else found)


def _fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    block: QTextBlock = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            yield iterator.fragment()
            iterator += 1
        block = block.next()

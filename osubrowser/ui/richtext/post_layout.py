"""Layout and painting of one post: avatar, name, labels, rich text in blocks, facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from osubrowser.models.posts.post import Pill, PostKind
from osubrowser.services.richtext.style import coloured
from osubrowser.ui.richtext.look import look_of
from osubrowser.ui.style.colours import contrast

if TYPE_CHECKING:
    from osubrowser.models.posts.post import Post
    from osubrowser.ui.richtext.rich_pictures import InlinePictures
    from osubrowser.ui.style.theme import Colours

COLUMN: Final = 820
"""Largest width of a line of text in pixels, for readability."""
_MARGIN: Final = 14
_GAP: Final = 8
_INDENT: Final = 26
_AVATARS: Final = (36, 26)
_LINE: Final = 30
_HEADING: Final = 40
_PILL: Final = 18
_BELOW: Final = 10
_CHARACTERS: Final = 7.0
"""Average width of a character in pixels, for estimates."""
_MOST_MATCHES: Final = 2_000
"""Matches of a text in one block that are found."""


class RichDocument(QTextDocument):
    """Text document that loads no resource."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401, D102 - Qt's own
        # None would make Qt look for a file of that name.
        return QByteArray(b" ")


class PostStyle:
    """Fonts, colours and pictures that posts are laid out and painted with.

    Args:
        font: font of the text.
        colours: colours of the page.
        pictures: draws the pictures inside of texts, and provides avatars.
    """

    def __init__(self, font: QFont, colours: Colours, pictures: InlinePictures) -> None:
        self.font = QFont(font)
        self.colours = colours
        self.look = look_of(colours)
        self.pictures = pictures
        self.strong = QFont(font)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(font)
        if font.pixelSize() > 0:
            self.small.setPixelSize(max(9, font.pixelSize() - 2))
        else:
            self.small.setPointSizeF(max(7.0, font.pointSizeF() - 1))
        self.metrics, self.strong_metrics = QFontMetrics(self.font), QFontMetrics(self.strong)
        self.small_metrics = QFontMetrics(self.small)
        self.option = QTextOption()
        self.option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    @property
    def line(self) -> int:
        """Height of a line of text."""
        return self.metrics.height() + 2

    def tone(self, name: str) -> QColor:
        """Return the colour of a tone of a pill, readable on the background."""
        colours = self.colours
        if name.startswith("#"):
            colour = QColor(name)
            return self.readable(colour) if colour.isValid() else colours.foreground
        known = {
            "good": colours.good,
            "bad": colours.bad,
            "warning": colours.warning,
            "strong": colours.light1,
        }
        return known.get(name, colours.foreground)

    def readable(self, colour: QColor) -> QColor:
        """Return a colour of the server, lighter or darker where it would not be readable."""
        ground = self.colours.background5
        for _ in range(8):
            if contrast(colour, ground) >= 3:
                return colour
            colour = colour.lighter(125) if self.colours.is_dark else colour.darker(125)
        return self.colours.content2


class Hit(NamedTuple):
    """What is at a point of a post.

    Attributes:
        kind: `link`, `author`, `action`, `text` or "".
        link: address of a link.
        block: number of the block, of `text` and `link`.
        position: position of the character in the block.
    """

    kind: str = ""
    link: str = ""
    block: int = -1
    position: int = 0


class TextSpan(NamedTuple):
    """Range of the text of a post: from a block and a position to another one."""

    block: int
    start: int
    last: int
    end: int


@dataclass(slots=True)
class _Item:
    """Piece of the line above the text."""

    rect: QRect
    kind: str
    text: str
    tone: str = ""


def estimated_height(post: Post, width: int) -> int:
    """Return the approximate height of a post that is not laid out, in pixels."""
    if post.kind is not PostKind.POST:
        return _HEADING if post.kind is PostKind.HEADING else _LINE
    room = max(120.0, min(COLUMN, width - 60 - _INDENT * min(post.level, 6)))
    lines = 1 + len(post.text) * _CHARACTERS / room + post.text.count("\n")
    return round(34 + 17 * lines + 8 + (20 if post.facts else 0))


class PostLayout:
    """Layout of one post for one width; its blocks are laid out when they come into view.

    Args:
        post: the post.
        width: width of the list in pixels.
        style: fonts and colours.

    Attributes:
        post: the post.
        width: the width.
        style: the style.
        height: height in pixels; exact once all blocks are laid out.
    """

    def __init__(self, post: Post, width: int, style: PostStyle) -> None:
        self.post, self.width, self.style = post, width, style
        self._documents: list[RichDocument | None] = [None] * len(post.blocks)
        self._found, self._found_in = "", dict[int, list[TextSpan]]()
        self._deepest = 7 if width >= 700 else 3
        self._left = _MARGIN + _INDENT * min(post.level, self._deepest)
        self._avatar = _AVATARS[min(post.level, 1)]
        self._items: list[_Item] = []
        self._facts = QRect()
        if post.kind is PostKind.POST:
            if post.avatar == "":  # not of a player
                self._avatar = 0
            self._text_left = self._left + (self._avatar + 10 if self._avatar else 0)
            self._room = max(80, min(COLUMN, width - self._text_left - _MARGIN))
            self._text_top = self._lay_out_head()
            share = len(post.text) / max(1, len(post.blocks)) * _CHARACTERS / self._room
            self._heights = [round((1 + share) * style.line)] * len(post.blocks)
        else:
            self._text_left, self._room, self._text_top, self._heights = self._left, width, 0, []
        self._measure()

    # --- layout -------------------------------------------------------------------------------

    def _lay_out_head(self) -> int:
        """Place name, pills and time, on more lines where they do not fit; return their end."""
        style, post = self.style, self.post
        x, y, right = self._text_left, 9, self.width - _MARGIN
        line = max(style.strong_metrics.height(), _PILL) + 2
        when = style.small_metrics.horizontalAdvance(post.when) + 3 * bool(post.when)
        name = min(style.strong_metrics.horizontalAdvance(post.author) + 2, right - x)
        self._items.append(_Item(QRect(x, y, name, line), "author", post.author, post.colour))
        x += name + _GAP
        stop = right - (when + _GAP if when else 0)
        pills = post.pills
        if post.level > self._deepest:  # no more room to the right
            pills = (Pill(f"level {post.level}"), *pills)
        for pill in pills:
            width = min(style.small_metrics.horizontalAdvance(pill.text) + 14, 260)
            width = min(width, right - self._text_left)
            if x + width > stop and x > self._text_left:
                x, y, stop = self._text_left, y + line, right
            place = QRect(x, y + (line - _PILL) // 2, width, _PILL)
            self._items.append(_Item(place, "pill", pill.text, pill.tone))
            x += width + 6
        if when:
            place = QRect(right - when, 9, when, line)
            if place.left() < self._items[0].rect.right() + _GAP:
                y += line
                place = QRect(self._text_left, y, when, line)
            self._items.append(_Item(place, "when", post.when))
        return y + line + 3

    def _measure(self) -> None:
        kind = self.post.kind
        if kind is not PostKind.POST:
            self.height = _HEADING if kind is PostKind.HEADING else _LINE
            return
        bottom = self._text_top + sum(self._heights)
        if self.post.facts:
            wide = self.style.small_metrics.horizontalAdvance(self.post.facts) + 4
            height = self.style.small_metrics.height() + 4
            self._facts = QRect(self._text_left, bottom, min(wide, self._room), height)
            bottom += height
        self.height = max(bottom, 9 + self._avatar) + _BELOW

    def ensure(self, top: int, bottom: int) -> None:
        """Lay out the blocks between two heights, in pixels from the top of the post."""
        y, changed = self._text_top, False
        for number, document in enumerate(self._documents):
            if y > bottom:
                break
            if document is None and y + self._heights[number] >= top:
                self._document(number)
                changed = True
            y += self._heights[number]
        if changed:
            self._measure()

    def _document(self, number: int) -> RichDocument:
        """Return the document of a block; it is laid out at the first call."""
        known = self._documents[number]
        if known is not None:
            return known
        document = RichDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.style.font)
        document.setDefaultTextOption(self.style.option)
        document.documentLayout().registerHandler(
            QTextFormat.ObjectTypes.ImageObject.value, self.style.pictures
        )
        document.setHtml(coloured(self.post.blocks[number], self.style.look))
        document.setTextWidth(self._room)
        self._documents[number] = document
        self._heights[number] = round(document.size().height())
        return document

    def lay_out_again(self) -> None:
        """Measure the blocks again: sizes of pictures have become known."""
        for number, document in enumerate(self._documents):
            if document is not None:
                document.markContentsDirty(0, document.characterCount())
                self._heights[number] = round(document.size().height())
        self._measure()

    def _blocks(self) -> Iterator[tuple[int, int]]:
        """Yield number and top of each block."""
        y = self._text_top
        for number, height in enumerate(self._heights):
            yield number, y
            y += height

    # --- contents -----------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text as it is shown."""
        return "\n".join(
            self._document(number).toPlainText() for number in range(len(self._documents))
        )

    def text_of(self, span: TextSpan) -> str:
        """Return a part of the text."""
        parts = []
        for number in range(span.block, span.last + 1):
            cursor = QTextCursor(self._document(number))
            cursor.setPosition(span.start if number == span.block else 0)
            if number == span.last:
                cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            else:
                cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            parts.append(cursor.selection().toPlainText())
        return "\n".join(parts)

    def word_at(self, hit: Hit) -> TextSpan:
        """Return the word at a point."""
        cursor = QTextCursor(self._document(hit.block))
        cursor.setPosition(hit.position)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return TextSpan(hit.block, cursor.selectionStart(), hit.block, cursor.selectionEnd())

    def links(self) -> list[tuple[TextSpan, str]]:
        """Return the range and the address of each link, in the order of the text."""
        found: list[tuple[TextSpan, str]] = []
        for number in range(len(self._documents)):
            block = self._document(number).begin()
            while block.isValid():
                iterator = block.begin()
                while not iterator.atEnd():
                    fragment = iterator.fragment()
                    href = fragment.charFormat().anchorHref()
                    start, end = fragment.position(), fragment.position() + fragment.length()
                    if href and found and found[-1][1] == href and found[-1][0].end == start:
                        found[-1] = (found[-1][0]._replace(end=end), href)
                    elif href:
                        found.append((TextSpan(number, start, number, end), href))
                    iterator += 1
                block = block.next()
        return found

    def hit(self, point: QPoint) -> Hit:
        """Return what is at a point, in pixels from the top left of the post."""
        post = self.post
        if post.kind is PostKind.ACTION:
            return Hit("action")
        if post.kind is not PostKind.POST:
            return Hit("line" if post.path or post.place is not None else "")
        avatar = QRect(self._left, 9, self._avatar, self._avatar)
        name = self._items[0].rect
        if avatar.contains(point) or name.contains(point):
            return Hit("author" if post.place is not None else "")
        if post.action and self._facts.contains(point):
            return Hit("action")
        for number, top in self._blocks():
            if top <= point.y() < top + self._heights[number]:
                layout = self._document(number).documentLayout()
                place = QPointF(point.x() - self._text_left, point.y() - top)
                link = layout.anchorAt(place)
                position = layout.hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
                is_inside = 0 <= place.x() <= self._room
                kind = "link" if link else "text" if is_inside else ""
                return Hit(kind, link, number, max(0, position))
        return Hit()

    # --- painting -----------------------------------------------------------------------------

    def matches(self, text: str, number: int) -> list[TextSpan]:
        """Return where a text is in a block, without regard to case."""
        found: list[TextSpan] = []
        document = self._document(number)
        cursor = document.find(text, 0)
        while not cursor.isNull() and len(found) < _MOST_MATCHES:
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            found.append(TextSpan(number, start, number, end))
            cursor = document.find(text, max(end, start + 1))
        return found

    def match(self, text: str, index: int) -> TextSpan | None:
        """Return where a text is for the `index`-th time, from 0; None if it is not."""
        for number in range(len(self._documents)):
            found = self.matches(text, number)
            if index < len(found):
                return found[index]
            index -= len(found)
        return None

    def top_of(self, span: TextSpan) -> int:
        """Return the top of the line where a part of the text begins, from that of the post."""
        tops = dict(self._blocks())
        document = self._document(span.block)
        block = document.findBlock(span.start)
        place = document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(span.start - block.position())
        inside = line.y() if line.isValid() else 0.0
        return round(tops[span.block] + place.top() + inside)

    def paint(self, painter: QPainter, y: int, span: TextSpan | None, found: str = "") -> None:
        """Paint the post, with parts of its text marked.

        Args:
            painter: painter of the list.
            y: top of the post in pixels.
            span: the part that is selected or has the focus; None for none.
            found: text of which all matches are marked; "" for none.
        """
        kind = self.post.kind
        if kind is PostKind.POST:
            self._paint_post(painter, y, span, found)
        elif kind is PostKind.HEADING:
            painter.setFont(self.style.strong)
            painter.setPen(self.style.colours.content1)
            self._draw_line(painter, QRect(_MARGIN, y + 8, self.width - 2 * _MARGIN, 28))
        else:
            self._paint_line(painter, y)

    def _paint_post(self, painter: QPainter, y: int, span: TextSpan | None, found: str) -> None:
        style, post = self.style, self.post
        colours = style.colours
        self._paint_thread_line(painter, y)
        if self._avatar:
            self._paint_avatar(painter, QRect(self._left, y + 9, self._avatar, self._avatar))
        for item in self._items:
            rect = item.rect.translated(0, y)
            if item.kind == "pill":
                self._paint_pill(painter, rect, item)
                continue
            is_author = item.kind == "author"
            painter.setFont(style.strong if is_author else style.small)
            metrics = style.strong_metrics if is_author else style.small_metrics
            painter.setPen(self._name_colour(item) if is_author else colours.foreground)
            text = metrics.elidedText(item.text, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        ink = colours.foreground if post.is_dim else colours.content2
        for number, top in self._blocks():
            document = self._documents[number]
            if document is not None:
                where = QPoint(self._text_left, y + top)
                marked = self._selections(document, number, span, found)
                self._paint_block(painter, document, where, ink, number, marked)
        if post.facts:
            painter.setFont(style.small)
            painter.setPen(QColor(style.look.link) if post.action else colours.foreground)
            rect = self._facts.translated(0, y)
            text = style.small_metrics.elidedText(
                post.facts, Qt.TextElideMode.ElideRight, rect.width()
            )
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _name_colour(self, item: _Item) -> QColor:
        if item.tone and QColor(item.tone).isValid():
            return self.style.readable(QColor(item.tone))
        colours = self.style.colours
        return colours.content1 if self.post.place is not None else colours.foreground

    def _paint_thread_line(self, painter: QPainter, y: int) -> None:
        """Draw a line left of replies, by which their level is seen."""
        painter.setPen(self.style.colours.background2)
        for x in range(_MARGIN + _INDENT // 2, self._left, _INDENT):
            painter.drawLine(x, y, x, y + self.height)

    def _paint_avatar(self, painter: QPainter, place: QRect) -> None:
        url = self.post.avatar
        picture = None
        if url:
            picture = self.style.pictures.pictures(url, place.width(), place.height(), "square")
        if picture is not None:
            painter.drawPixmap(place, picture)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.style.colours.background3)
        painter.drawRoundedRect(place, 6, 6)

    def _paint_pill(self, painter: QPainter, rect: QRect, item: _Item) -> None:
        style = self.style
        colour = style.tone(item.tone)
        ground = QColor(colour)
        ground.setAlphaF(0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setFont(style.small)
        painter.setPen(colour)
        text = style.small_metrics.elidedText(
            item.text, Qt.TextElideMode.ElideRight, rect.width() - 10
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_block(
        self,
        painter: QPainter,
        document: RichDocument,
        where: QPoint,
        ink: QColor,
        number: int,
        marked: list[QAbstractTextDocumentLayout.Selection],
    ) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, ink)
        context.clip = QRectF(0, 0, self._room + 4, self._heights[number])
        if marked:
            context.selections = marked
        painter.save()
        painter.translate(where)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _selections(
        self, document: RichDocument, number: int, span: TextSpan | None, found: str
    ) -> list[QAbstractTextDocumentLayout.Selection]:
        """Return the marked parts of a block: matches, then the selection above them."""
        colours, parts = self.style.colours, []
        if found:
            parts += [
                (one.start, one.end, colours.background2) for one in self._marks(found, number)
            ]
        if span is not None and span.block <= number <= span.last:
            start = span.start if number == span.block else 0
            end = span.end if number == span.last else document.characterCount() - 1
            parts.append((start, end, colours.selection))
        marked = []
        for start, end, ground in parts:
            selection = QAbstractTextDocumentLayout.Selection()
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(ground)
            look.setForeground(colours.content1)
            selection.cursor = cursor
            selection.format = look
            marked.append(selection)
        return marked

    def _marks(self, found: str, number: int) -> list[TextSpan]:
        """Return the matches of a text in a block, found once."""
        if self._found != found:
            self._found, self._found_in = found, {}
        if number not in self._found_in:
            self._found_in[number] = self.matches(found, number)
        return self._found_in[number]

    def _paint_line(self, painter: QPainter, y: int) -> None:
        """Paint a line about an event, or one that does something."""
        style, post = self.style, self.post
        colours = style.colours
        self._paint_thread_line(painter, y)
        x, right = self._left, self.width - _MARGIN
        if post.when:
            wide = style.small_metrics.horizontalAdvance(post.when)
            painter.setFont(style.small)
            painter.setPen(colours.foreground)
            place = QRect(right - wide, y, wide, self.height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, post.when)
            right -= wide + _GAP
        for pill in post.pills:
            x += self._paint_line_pill(painter, x, y, pill)
        is_action = post.kind is PostKind.ACTION
        painter.setFont(style.strong if is_action else style.font)
        ink = QColor(style.look.link) if is_action else colours.foreground
        painter.setPen(ink)
        self._draw_line(painter, QRect(x, y, max(20, right - x), self.height))

    def _paint_line_pill(self, painter: QPainter, x: int, y: int, pill: Pill) -> int:
        wide = self.style.small_metrics.horizontalAdvance(pill.text) + 14
        rect = QRect(x, y + (self.height - _PILL) // 2, wide, _PILL)
        self._paint_pill(painter, rect, _Item(rect, "pill", pill.text, pill.tone))
        return wide + _GAP

    def _draw_line(self, painter: QPainter, rect: QRect) -> None:
        text = painter.fontMetrics().elidedText(
            self.post.text, Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

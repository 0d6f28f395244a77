"""Layout and painting of one post: avatar, name, labels, rich text in blocks, facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextOption,
)

from osubrowser.models.posts.post import Pill, PostKind
from osubrowser.services.text.translation import tr
from osubrowser.ui.richtext.look import look_of
from osubrowser.ui.richtext.text_blocks import (
    Mark,
    TextBlocks,
    TextPoint,
    TextSpan,
    found_colours,
    search_pattern,
)
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
            estimates = [round((1 + share) * style.line)] * len(post.blocks)
        else:
            self._text_left, self._room, self._text_top, estimates = self._left, width, 0, []
        blocks = post.blocks if post.kind is PostKind.POST else ()
        self._blocks = TextBlocks(blocks, self._room, style, estimates)
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
            pills = (Pill(tr("level {level}").format(level=post.level)), *pills)
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
        bottom = self._text_top + self._blocks.height
        if self.post.facts:
            wide = self.style.small_metrics.horizontalAdvance(self.post.facts) + 4
            height = self.style.small_metrics.height() + 4
            self._facts = QRect(self._text_left, bottom, min(wide, self._room), height)
            bottom += height
        self.height = max(bottom, 9 + self._avatar) + _BELOW

    def ensure(self, top: int, bottom: int) -> None:
        """Lay out the blocks between two heights, in pixels from the top of the post."""
        blocks, y, changed = self._blocks, self._text_top, False
        for number in range(len(blocks)):
            if y > bottom:
                break
            if not blocks.is_laid_out(number) and y + blocks.heights[number] >= top:
                blocks.document(number)
                changed = True
            y += blocks.heights[number]
        if changed:
            self._measure()

    def lay_out_again(self) -> None:
        """Measure the blocks again: sizes of pictures have become known."""
        self._blocks.lay_out_again()
        self._measure()

    def _tops(self) -> Iterator[tuple[int, int]]:
        """Yield number and top of each block."""
        for number, offset in enumerate(self._blocks.offsets[:-1]):
            yield number, self._text_top + offset

    # --- contents -----------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text as it is shown."""
        return "\n".join(
            self._blocks.document(number).toPlainText() for number in range(len(self._blocks))
        )

    def text_of(self, span: TextSpan) -> str:
        """Return a part of the text."""
        return self._blocks.text_of(span)

    def word_at(self, hit: Hit) -> TextSpan:
        """Return the word at a point."""
        return self._blocks.word_at(TextPoint(hit.block, hit.position, hit.link))

    def links(self) -> list[tuple[TextSpan, str]]:
        """Return the range and the address of each link, in the order of the text."""
        return [
            link for number in range(len(self._blocks)) for link in self._blocks.links_of(number)
        ]

    def matches(self, text: str, number: int) -> list[TextSpan]:
        """Return where a text is in a block, without regard to case."""
        if self._found != text:
            self._found, self._found_in = text, {}
        if number not in self._found_in:
            pattern = search_pattern(text)
            found = self._blocks.matches_in(number, pattern) if pattern is not None else []
            self._found_in[number] = [TextSpan(number, start, number, end) for start, end in found]
        return self._found_in[number]

    def match(self, text: str, index: int) -> TextSpan | None:
        """Return where a text is for the `index`-th time, from 0; None if it is not."""
        for number in range(len(self._blocks)):
            found = self.matches(text, number)
            if index < len(found):
                return found[index]
            index -= len(found)
        return None

    def top_of(self, span: TextSpan) -> int:
        """Return the top of the line where a part of the text begins, from that of the post."""
        line = self._blocks.rect_of(span.block, span.start)
        return self._text_top + self._blocks.offsets[span.block] + round(line.top())

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
        for number, top in self._tops():
            if top <= point.y() < top + self._blocks.heights[number]:
                place = QPointF(point.x() - self._text_left, point.y() - top)
                found = self._blocks.hit(number, place)
                is_inside = 0 <= place.x() <= self._room
                kind = "link" if found.link else "text" if is_inside else ""
                return Hit(kind, found.link, number, found.position)
        return Hit()

    # --- painting -----------------------------------------------------------------------------

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
        for number, top in self._tops():
            if self._blocks.is_laid_out(number):
                marks = self._marks_of(number, span, found)
                where = QPointF(self._text_left, y + top)
                self._blocks.paint(painter, number, where, ink, marks)
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

    def _marks_of(self, number: int, span: TextSpan | None, found: str) -> list[Mark]:
        """Return the marks of a block: matches of a text, and the selection above them."""
        colours = self.style.colours
        marks = [
            Mark(one.start, one.end, *found_colours(colours, is_current=False))
            for one in (self.matches(found, number) if found else ())
        ]
        if span is not None and span.block <= number <= span.last:
            start = span.start if number == span.block else 0
            end = span.end if number == span.last else self._blocks.end_of(number)
            marks.append(Mark(start, end, colours.selection, colours.content1))
        return marks

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

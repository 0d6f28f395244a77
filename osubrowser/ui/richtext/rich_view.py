"""Scrolling view of one rich text of any length: only what is in view is laid out."""

from __future__ import annotations

import time
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from osubrowser.services.richtext.style import UNCOLOURED
from osubrowser.services.text.translation import tr
from osubrowser.ui.richtext.rich_pictures import InlinePictures
from osubrowser.ui.richtext.text_blocks import (
    Mark,
    TextBlocks,
    TextPoint,
    TextSpan,
    found_colours,
    matches,
    search_pattern,
)
from osubrowser.ui.widgets.assistive import announce
from osubrowser.ui.widgets.menus import add_action, copy_text, pop_up

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from osubrowser.services.richtext.rich_text import Heading, RichText
    from osubrowser.services.richtext.style import RichTextStyle
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.flags import Pictures

COLUMN: Final = 820
"""Largest width of a line of text in pixels, for readability."""
_MARGIN: Final = 16
_BELOW: Final = 24
"""Pixels below the end of the text."""
_BOX_ADDRESS: Final = "#box-"
_BUDGET: Final = 0.008
"""Seconds that one frame may spend on new layouts; the rest follows in the next one."""
_STEP: Final = 48
"""Pixels of one step of the wheel or an arrow key."""
_NEAR: Final = 3
"""Heights of the view within which a movement passes blocks one by one."""
_REST: Final = 150
"""Milliseconds without movement after which the view is at rest."""
_DRAG: Final = 30
"""Milliseconds between steps while the mouse selects text beyond the edge."""
_SLACK: Final = 12
"""Pixels below the top of the view within which a heading counts as being at the top."""
_TRIES: Final = 4
_INSIDE: Final = 1 << 20
"""Factor of the block in a scroll position; the pixels within the block are added."""
_MOST_SPOKEN: Final = 2_000
_CHARACTERS: Final = 7.0
"""Average width of a character in pixels, for estimates."""


@dataclass(slots=True)
class _Style:
    """Fonts and colours of the text."""

    font: QFont
    option: QTextOption
    pictures: InlinePictures
    look: RichTextStyle


class _Link(NamedTuple):
    span: TextSpan
    address: str


class RichView(QAbstractScrollArea):
    """Read-only rich text with links, selection, find in page and spoiler boxes.

    It follows no link and loads no resource by itself. Tab goes from link to link, Enter opens one,
    arrow keys scroll. The text is split into blocks; those that were not in view yet have
    estimated heights.

    Attributes:
        link_activated: `(address, how)`: a link was clicked (`here`), clicked with the middle
            button or Ctrl (`background`), or chosen from its menu (also `web`).
        link_hovered: the address at the mouse or the focus, "" for none.
        box_toggled: the number of the spoiler box whose heading was clicked.
        anchor_followed: the id of an anchor in this text, to which a link is about to scroll.
        scrolled: the view shows another part of the text.
        content_resized: the height of the text with its margins, in pixels, has changed.
        blocks: layout of the text.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Document

    link_activated = Signal(str, str)
    link_hovered = Signal(str)
    box_toggled = Signal(int)
    anchor_followed = Signal(str)
    scrolled = Signal()
    content_resized = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Create an empty view.

        Args:
            name: accessible name of the text.
            parent: the Qt parent.
        """
        super().__init__(parent)
        self._pictures = InlinePictures(
            self, widest=lambda: self._room, on_sized=self._on_pictures_sized
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._style = _Style(self.font(), option, self._pictures, UNCOLOURED)
        self._html: Sequence[str] = ()
        self._texts: Sequence[str] = ()
        self._anchors: Mapping[str, int] = {}
        self.blocks = TextBlocks((), COLUMN, self._style, ())
        self._top, self._inside = 0, -_MARGIN
        self._visible: list[tuple[int, int]] = []  # number and top of each block in view
        self._is_late = False
        self._value = self._height = 0
        self._is_syncing = False
        self._span: TextSpan | None = None
        self._link: _Link | None = None
        self._pressed: TextPoint | None = None
        self._dragged = QPoint()
        self._hovered = ""
        self._pattern: re.Pattern[str] | None = None
        self._lowered: list[str] = []  # of `_texts`, once something was searched
        self._matches: list[tuple[int, int]] = []  # block, and number within it
        self._match = -1
        self._found: dict[int, list[tuple[int, int]]] = {}
        self._ink = self._selection = self._strong = QColor()
        self._found_colours: dict[bool, tuple[QColor, QColor | None]] = {}
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._refresh)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._speak)
        self._drag = QTimer(self)
        self._drag.setInterval(_DRAG)
        self._drag.timeout.connect(self._on_drag_step)
        bar = self.verticalScrollBar()
        bar.setSingleStep(_STEP)
        bar.valueChanged.connect(self._on_bar_moved)
        bar.sliderReleased.connect(self._later.start)

    # --- the text -----------------------------------------------------------------------------

    def show_text(self, text: RichText, *, at: int | None = None) -> None:
        """Show a text.

        Args:
            text: the text.
            at: scroll position to restore, of `scroll_position`; None for the top.
        """
        self._html, self._texts, self._anchors = text.blocks, text.texts, text.anchors
        self._span = self._link = self._pressed = None
        self._drag.stop()
        self._pattern, self._matches, self._match = None, [], -1
        self._lowered = []
        self._found.clear()
        self._top, self._inside = divmod(at, _INSIDE) if at is not None else (0, -_MARGIN)
        self._rebuild()

    @property
    def is_complete(self) -> bool:
        """Whether all that is in view is laid out."""
        return not self._is_late

    @property
    def text(self) -> str:
        """The whole text, without formatting."""
        return "\n".join(self._texts)

    @property
    def layouts(self) -> int:
        """Number of blocks whose layout is in RAM."""
        return self.blocks.laid_out

    def scroll_position(self) -> int:
        """Return the scroll position, for `show_text`; it does not depend on the width."""
        if self._top == 0 and self._inside < 0:
            return 0
        return self._top * _INSIDE + max(0, self._inside)

    def scroll_to_anchor(self, id: str) -> bool:
        """Scroll to an anchor of the text; False if there is none of that id."""
        block = self._anchors.get(id)
        if block is None or block >= len(self.blocks):
            return False
        self._go_to(block, self.blocks.anchor_in(block, id) - 4)
        return True

    def heading_at_top(self, headings: Sequence[Heading]) -> str:
        """Return the id of the heading that the top of the view is under; "" for none.

        Args:
            headings: headings of this text, in their order.
        """
        if not self._visible:
            return ""
        top, inside = self._top, self._inside + _SLACK
        if inside >= self.blocks.heights[top] and top + 1 < len(self.blocks):
            top, inside = top + 1, _SLACK
        blocks = [self._anchors.get(heading.id, 0) for heading in headings]
        number = bisect_right(blocks, top)
        while number and blocks[number - 1] == top:
            if self.blocks.anchor_in(top, headings[number - 1].id) <= inside:
                break
            number -= 1
        return headings[number - 1].id if number else ""

    # --- appearance ---------------------------------------------------------------------------

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: a callable (url, width, height, shape)."""
        self._pictures.pictures = pictures
        self.viewport().update()

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        self.viewport().update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the frame, of marks and of placeholders; links have their own."""
        from osubrowser.ui.richtext.look import look_of

        self._pictures.missing = colours.background3
        self._style.look = look_of(colours)
        self._ink, self._strong = QColor(colours.content2), QColor(colours.content1)
        self._selection = QColor(colours.selection)
        self._found_colours = {
            is_current: found_colours(colours, is_current=is_current)
            for is_current in (False, True)
        }
        self.setStyleSheet(
            f"""
            RichView {{
                background: {colours.background5.name()};
                border: 1px solid {colours.background3.name()}; border-radius: 8px;
            }}
            RichView:focus {{ border-color: {colours.highlight.name()}; }}
            """
        )
        self.viewport().setAutoFillBackground(False)
        self._rebuild()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._style.font != self.font():
            self._style.font = self.font()
            self._rebuild()

    @property
    def _room(self) -> int:
        """Width of the text, in pixels."""
        return max(80, min(COLUMN, self.viewport().width() - 2 * _MARGIN))

    def _rebuild(self) -> None:
        """Lay the text out anew, at the same position."""
        room = self._room
        self.blocks = TextBlocks(self._html, room, self._style, self._estimates(room))
        self._top = max(0, min(self._top, len(self._html) - 1))
        self._found.clear()
        self._link = None
        self._refresh()

    def _estimates(self, room: int) -> list[int]:
        line = self.fontMetrics().height() + 2
        per_line = max(10.0, room / _CHARACTERS)
        return [
            round(line * (len(text) / per_line + 0.6 * text.count("\n") + 0.6))
            for text in self._texts
        ]

    def _on_pictures_sized(self) -> None:
        self.blocks.lay_out_again()
        self._refresh()

    # --- layout -------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Lay out what is in view, and update the scroll bar."""
        self._later.stop()
        self._arrange()
        self._sync_bar()
        self.viewport().update()
        self._rest.start()
        self.scrolled.emit()

    def _arrange(self) -> None:
        """Find the blocks in view, from the top one on."""
        high = self.viewport().height()
        until = time.perf_counter() + _BUDGET
        self._visible, self._is_late = [], False
        if not len(self.blocks):
            return
        for _ in range(_TRIES):
            gap = self._fill(high, until) - _BELOW
            is_at_top = self._top == 0 and self._inside <= -_MARGIN
            if gap <= 0 or is_at_top or self._is_late:
                break
            self._move(-gap)
        if self._top == 0:
            self._inside = max(self._inside, -_MARGIN)
        if self._is_late:
            self._later.start()
        self.blocks.trim()

    def _fill(self, high: int, until: float) -> int:
        """Lay out blocks down to the end of the view; return how much of it stays empty."""
        blocks = self.blocks
        self._visible, self._is_late = [], False
        y, number = -self._inside, self._top
        while number < len(blocks) and y < high:
            if not blocks.is_laid_out(number):
                if self._visible and time.perf_counter() > until:
                    self._is_late = True
                    break
                blocks.document(number)
            height = blocks.heights[number]
            if number == self._top and self._inside >= height and number + 1 < len(blocks):
                # It is less high than it was estimated.
                self._inside = 0
                self._top, y, number = number + 1, 0, number + 1
                continue
            self._visible.append((number, y))
            y += height
            number += 1
        return high - y

    def _move(self, pixels: int) -> None:
        """Move the view down, or up with a negative number, past blocks that are laid out."""
        blocks = self.blocks
        self._inside += pixels
        while self._inside < 0 and self._top > 0:
            self._top -= 1
            blocks.document(self._top)
            self._inside += blocks.heights[self._top]
        while self._top < len(blocks) - 1:
            blocks.document(self._top)
            if self._inside < blocks.heights[self._top]:
                break
            self._inside -= blocks.heights[self._top]
            self._top += 1
        if self._top == 0:
            self._inside = max(self._inside, -_MARGIN)

    def _go_to(self, block: int, inside: int) -> None:
        self._top, self._inside = block, 0
        if len(self.blocks):
            self._move(inside)
        self._refresh()

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        if bar.isSliderDown():
            return
        offsets, high = self.blocks.offsets, self.viewport().height()
        self._is_syncing = True
        bar.setRange(0, max(0, offsets[-1] + _MARGIN + _BELOW - high))
        bar.setPageStep(max(1, high - 40))
        bar.setValue(offsets[self._top] + self._inside + _MARGIN if len(self.blocks) else 0)
        self._value = bar.value()
        self._is_syncing = False
        height = offsets[-1] + _MARGIN + _BELOW
        if height != self._height:
            self._height = height
            self.content_resized.emit(height)

    def _on_bar_moved(self, value: int) -> None:
        if self._is_syncing or not len(self.blocks):
            return
        step, self._value = value - self._value, value
        bar, blocks = self.verticalScrollBar(), self.blocks
        if value == 0:
            self._top, self._inside = 0, -_MARGIN
        elif value == bar.maximum() and step > 0:
            self._top = len(blocks) - 1
            blocks.document(self._top)
            self._inside = blocks.heights[self._top]
        elif bar.isSliderDown() or abs(step) > _NEAR * self.viewport().height():
            y = value - _MARGIN
            self._top = blocks.block_at(y)
            self._inside = y - blocks.offsets[self._top]
        else:
            self._move(step)
        self._refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: D102
        return  # `_on_bar_moved` does it

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if self._room != self.blocks.room:
            self._rebuild()
        else:
            self._refresh()

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self.viewport())
        left = _MARGIN
        for number, y in self._visible:
            height = self.blocks.heights[number]
            if y + height < event.rect().top() or y > event.rect().bottom():
                continue
            self.blocks.paint(painter, number, QPointF(left, y), self._ink, self._marks_of(number))
        if self._link is not None and self.hasFocus():
            self._paint_focus(painter, self._link)

    def _paint_focus(self, painter: QPainter, link: _Link) -> None:
        y = next((top for number, top in self._visible if number == link.span.block), None)
        if y is None:
            return
        rect = self.blocks.rect_of(link.span.block, link.span.start).translated(_MARGIN, y)
        painter.setPen(QPen(self._strong, 2))
        painter.drawLine(
            QPointF(rect.left() - 8, rect.top()), QPointF(rect.left() - 8, rect.bottom())
        )

    def _marks_of(self, number: int) -> list[Mark]:
        marks: list[Mark] = []
        if self._pattern is not None:
            current = self._matches[self._match] if self._match >= 0 else (-1, -1)
            for order, (start, end) in enumerate(self._found_in(number)):
                marks.append(Mark(start, end, *self._found_colours[(number, order) == current]))
        spans = [self._span, self._link.span if self._link is not None else None]
        for span in spans:
            if span is not None and not span.is_empty and span.block <= number <= span.last:
                start = span.start if number == span.block else 0
                end = span.end if number == span.last else self.blocks.end_of(number)
                marks.append(Mark(start, end, self._selection, self._strong))
        return marks

    def _found_in(self, number: int) -> list[tuple[int, int]]:
        """Return start and end of each match in a block."""
        known = self._found.get(number)
        if known is None and self._pattern is not None:
            known = self._found[number] = self.blocks.matches_in(number, self._pattern)
        return known or []

    # --- find in page -------------------------------------------------------------------------

    def find_text(self, text: str) -> int:
        """Mark all matches of a text, and return their number; "" removes the marks."""
        self._pattern = search_pattern(text)
        self._found.clear()
        self._match = -1
        self._matches = []
        if self._pattern is not None:
            if not self._lowered:
                self._lowered = [words.lower() for words in self._texts]
            first, *others = text.lower().split()
            for number, words in enumerate(self._lowered):
                count = words.count(first)
                if count and others:
                    count = len(matches(self._texts[number], self._pattern))
                self._matches += [(number, order) for order in range(count)]
        self.viewport().update()
        return len(self._matches)

    def show_match(self, index: int) -> None:
        """Scroll to a match, and mark it as the current one."""
        if not 0 <= index < len(self._matches):
            return
        self._match = index
        block, order = self._matches[index]
        found = self._found_in(block)
        position = found[min(order, len(found) - 1)][0] if found else 0
        self._show_position(block, position)

    def match_rect(self, index: int) -> QRect:
        """Return the rectangle of a match in the viewport; empty if it is not in view."""
        block, order = self._matches[index]
        y = next((top for number, top in self._visible if number == block), None)
        found = self._found_in(block)
        if y is None or not found:
            return QRect()
        start, end = found[min(order, len(found) - 1)]
        rect = self.blocks.rect_of_range(block, start, end)
        return rect.translated(_MARGIN, y).toAlignedRect()

    def _show_position(self, block: int, position: int) -> None:
        """Scroll as little as needed to show a position."""
        rect, high = self.blocks.rect_of(block, position), self.viewport().height()
        y = next((top for number, top in self._visible if number == block), None)
        if y is None or not _MARGIN <= y + rect.top() <= high - rect.height() - _MARGIN:
            self._go_to(block, round(rect.top()) - high // 3)
        else:
            self.viewport().update()

    # --- selection ----------------------------------------------------------------------------

    @property
    def selected_text(self) -> str:
        """The selected text."""
        if self._span is None or self._span.is_empty:
            return ""
        return self.blocks.text_of(self._span, self._texts)

    def copy(self) -> None:
        """Copy the selected text to the clipboard."""
        text = self.selected_text
        if text:
            copy_text(text)

    def selectAll(self) -> None:
        """Select the whole text."""
        if len(self.blocks):
            last = len(self.blocks) - 1
            self._span = TextSpan(0, 0, last, self.blocks.end_of(last))
            self.viewport().update()

    def _select(self, start: TextPoint, end: TextPoint) -> None:
        ends = sorted((start[:2], end[:2]))
        self._span = TextSpan(*ends[0], *ends[1])
        self._link = None
        self.viewport().update()

    # --- mouse --------------------------------------------------------------------------------

    def _hit(self, where: QPoint) -> TextPoint | None:
        """Return what is at a position of the viewport, or nearest to it in height."""
        if not self._visible:
            return None
        number, y = self._visible[0]
        for number, y in self._visible:
            if where.y() < y + self.blocks.heights[number]:
                break
        return self.blocks.hit(number, QPointF(where.x() - _MARGIN, where.y() - y))

    def link_at(self, where: QPoint) -> str:
        """Return the address at a position of the viewport, "" for none."""
        found = self._hit(where)
        return found.link if found is not None and self._is_text(where) else ""

    def _is_text(self, where: QPoint) -> bool:
        """Return whether a position is in the height of the text."""
        if not self._visible:
            return False
        number, y = self._visible[-1]
        return self._visible[0][1] <= where.y() < y + self.blocks.heights[number]

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        where = event.position().toPoint()
        found = self._hit(where)
        if found is not None and not self._is_text(where):
            found = found._replace(link="")
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._pressed is not None:
                self._select(self._pressed, found)
                return
            self._span = self._link = None
            self.viewport().update()
        self._pressed = found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        where = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            self._dragged = where
            is_outside = not 0 <= where.y() < self.viewport().height()
            if is_outside and not self._drag.isActive():
                self._drag.start()
            elif not is_outside:
                self._drag.stop()
            self._drag_to(where)
            return
        address = self.link_at(where)
        shape = Qt.CursorShape.IBeamCursor if self._is_text(where) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if address else shape)
        self._hover(address)

    def _drag_to(self, where: QPoint) -> None:
        found = self._hit(where)
        if found is not None and self._pressed is not None:
            self._select(self._pressed, found)

    def _on_drag_step(self) -> None:
        """Scroll while the mouse is held beyond the edge."""
        y, high = self._dragged.y(), self.viewport().height()
        step = y if y < 0 else y - high
        self._move(max(-_STEP * 2, min(_STEP * 2, step)))
        self._refresh()
        self._drag_to(QPoint(self._dragged.x(), max(0, min(y, high - 1))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._drag.stop()
        pressed = self._pressed
        has_text = self._span is not None and not self._span.is_empty
        if pressed is None or not pressed.link or (has_text and pressed.link):
            return
        if self.link_at(event.position().toPoint()) != pressed.link:
            return
        aside = event.button() == Qt.MouseButton.MiddleButton or bool(
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._follow(pressed.link, "background" if aside else "here")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        found = self._hit(event.position().toPoint())
        if found is not None and event.button() == Qt.MouseButton.LeftButton and not found.link:
            self._span = self.blocks.word_at(found)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102
        super().leaveEvent(event)
        self._hover("")

    def _hover(self, address: str) -> None:
        if address != self._hovered:
            self._hovered = address
            self.link_hovered.emit(address)

    def _follow(self, address: str, how: str) -> None:
        if address.startswith(_BOX_ADDRESS):
            number = address.removeprefix(_BOX_ADDRESS)
            if number.isascii() and number.isdigit() and len(number) < 6:
                self.box_toggled.emit(int(number))
        elif address.startswith("#"):
            id = unquote(address[1:])
            if id in self._anchors:
                self.anchor_followed.emit(id)
                self.scroll_to_anchor(id)
        elif address:
            self.link_activated.emit(address, how)

    # --- menu ---------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        where = self.viewport().mapFromGlobal(event.globalPos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self._focus_point()
        pop_up(self.menu_at(where), self.viewport().mapToGlobal(where))

    def _focus_point(self) -> QPoint:
        """Return a point of the link with the focus; else the middle of the view."""
        if self._link is not None:
            for number, y in self._visible:
                if number == self._link.span.block:
                    rect = self.blocks.rect_of(number, self._link.span.start)
                    return QPoint(_MARGIN + 4, y + round(rect.center().y()))
        return self.viewport().rect().center()

    def menu_at(self, where: QPoint) -> QMenu:
        """Return the context menu at a position of the viewport: of a link, or of the text."""
        menu = QMenu(self)
        is_focused = self._link is not None and where == self._focus_point()
        address = (
            self._link.address if is_focused and self._link is not None else self.link_at(where)
        )
        if address and not address.startswith("#"):
            for words, how in (
                (tr("Open", "verb"), "here"),
                (tr("Open in background"), "background"),
                (tr("Open in web browser"), "web"),
            ):
                add_action(menu, words, self.link_activated.emit, address, how)
            add_action(menu, tr("Copy link"), copy_text, address)
            menu.addSeparator()
        copy = add_action(menu, tr("Copy"), self.copy)
        copy.setEnabled(self._span is not None and not self._span.is_empty)
        add_action(menu, tr("Select all"), self.selectAll)
        return menu

    # --- keyboard -----------------------------------------------------------------------------

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go to the next or previous link; leave the view after the last one."""
        link = self._next_link(1 if next else -1)
        if link is None:
            self._set_link(None)
            return bool(super().focusNextPrevChild(next))
        self._set_link(link)
        self._show_position(link.span.block, link.span.start)
        return True

    def _next_link(self, direction: int) -> _Link | None:
        """Return the link after the one with the focus; else the first or last one in view."""
        current = self._link
        if current is None:
            blocks = [number for number, _ in self._visible]
            number = (blocks[0] if direction > 0 else blocks[-1]) if blocks else 0
            place = (number, -1) if direction > 0 else (number, 1 << 30)
        else:
            number, place = current.span.block, (current.span.block, current.span.start)
        while 0 <= number < len(self.blocks):
            links = self.blocks.links_of(number)
            for span, address in links if direction > 0 else reversed(links):
                here = (number, span.start)
                if here > place if direction > 0 else here < place:
                    return _Link(span, address)
            number += direction
        self.blocks.trim()
        return None

    def _set_link(self, link: _Link | None) -> None:
        self._link = link
        address = link.address if link is not None else ""
        self._hovered = address
        self.link_hovered.emit(address)
        if link is not None:
            words = tr("Link: {words}").format(words=self.blocks.text_of(link.span))
            self.setAccessibleDescription(words)
            announce(self, words)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key, bar = event.key(), self.verticalScrollBar()
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._link is not None:
            self._follow(self._link.address, "background" if ctrl else "here")
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar.setValue(bar.value() + (_STEP if key == Qt.Key.Key_Down else -_STEP))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            is_up = key == Qt.Key.Key_PageUp or (key == Qt.Key.Key_Space and shift)
            bar.setValue(bar.value() + (-bar.pageStep() if is_up else bar.pageStep()))
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_Escape and (self._span is not None or self._link is not None):
            self._span = None
            self._set_link(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._set_link(self._next_link(-1))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self.viewport().update()

    def _speak(self) -> None:
        """Set the text in view as the description, for screen readers."""
        if self._link is None and self._visible and self._texts:
            numbers = [number for number, _ in self._visible]
            text = "\n".join(self._texts[number] for number in numbers)
            self.setAccessibleDescription(text[:_MOST_SPOKEN])

"""List of posts of any height: only those in view are laid out."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from osubrowser.lru import LRUCache
from osubrowser.models.posts.post import Post, PostKind
from osubrowser.models.table.sources import LoadState
from osubrowser.services.places.places import UserPlace
from osubrowser.services.richtext.links import box_number
from osubrowser.services.text.translation import tr
from osubrowser.ui.richtext.post_layout import (
    Hit,
    PostLayout,
    PostStyle,
    estimated_height,
)
from osubrowser.ui.richtext.rich_pictures import InlinePictures
from osubrowser.ui.richtext.text_blocks import TextSpan
from osubrowser.ui.widgets.assistive import announce
from osubrowser.ui.widgets.menus import add_action, copy_text, escaped, pop_up

if TYPE_CHECKING:
    from osubrowser.models.posts.feed import PostFeed
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.flags import Pictures

_MOST_LAYOUTS: Final = 160
"""Posts whose layout stays in RAM."""
_BUDGET: Final = 0.007
"""Seconds that one frame may spend on new layouts; the rest follows in the next one."""
_STEP: Final = 48
"""Pixels of one step of the wheel or an arrow key."""
_REST: Final = 120
"""Milliseconds without movement after which the view is at rest."""
_TRIES: Final = 4
"""Most layouts of the same view, as exact heights replace estimates."""
_SKELETON: Final = 72
"""Height of a post that stands for one that is being loaded."""
_NEAR: Final = 3
"""Heights of the view within which a movement passes posts one by one."""


class ListPosition(NamedTuple):
    """Scroll position and current post, for `restore_position`.

    Attributes:
        top: id of the post at the top of the view; "" for none.
        inside: pixels of it that are above the view.
        current: id of the current post; "" for none.
    """

    top: str = ""
    inside: int = 0
    current: str = ""


class _Visible(NamedTuple):
    """Row in view; its layout is None until it has been made."""

    row: int
    y: int
    layout: PostLayout | None


class PostList(QAbstractScrollArea):
    """Scrolling list of the posts of a feed, with selection of text, links and a menu.

    Up and Down go from post to post, Left and Right to the links of the current one, Return opens
    what is marked. Heights of posts that were not in view yet are estimates.

    Args:
        name: accessible name.
        feed: the posts.
        origin: returns `https://host` of the server.
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        link_activated: `(address, how)`: a link was opened `here`, in the `background` or `web`.
        place_activated: `(Place, how)`: the author of a post was opened.
        action_requested: the `action` of a post was chosen.
        box_toggled: `(id of a post, number)`: the heading of a spoiler box was chosen.
        link_hovered: the address at the mouse or of the marked link; "" for none.
        rested: `(first, last)`: the view has come to rest at these rows.
        scrolled: other rows are visible.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.List

    link_activated = Signal(str, str)
    place_activated = Signal(object, str)
    action_requested = Signal(str)
    box_toggled = Signal(str, int)
    link_hovered = Signal(str)
    rested = Signal(int, int)
    scrolled = Signal()

    def __init__(
        self,
        name: str,
        feed: PostFeed,
        origin: Callable[[], str],
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._feed = feed
        self._origin = origin
        self._colours = colours
        self._inline = InlinePictures(
            self, widest=lambda: self.viewport().width() - 80, on_sized=self._on_pictures_sized
        )
        self._style = PostStyle(self.font(), colours, self._inline)
        self._layouts: LRUCache[str, PostLayout] = LRUCache(_MOST_LAYOUTS)
        self._heights: list[int] = []
        self._offsets: list[int] | None = None
        self._top, self._inside = 0, 0
        self._visible: list[_Visible] = []
        self._value = 0
        self._is_syncing = False
        self._current = -1
        self._last_selected = -1  # other end of a selection of posts
        self._span: tuple[str, TextSpan] | None = None
        self._link: tuple[str, int] | None = None  # post and number of the marked link
        self._pressed: tuple[int, Hit] | None = None
        self._hovered = ""
        self._found = ""
        self._found_in: list[tuple[str, int]] = []  # post, and number of matches up to its end
        self._wanted = ListPosition()
        self.setAccessibleName(name)
        self.setFrameShape(self.Shape.NoFrame)
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
        self._rest.timeout.connect(self._on_rest)
        bar = self.verticalScrollBar()
        bar.setSingleStep(_STEP)
        bar.valueChanged.connect(self._on_bar_moved)
        bar.sliderReleased.connect(self._later.start)
        feed.reset.connect(self._on_reset)
        feed.spliced.connect(self._on_spliced)
        self._on_reset()

    # --- appearance ---------------------------------------------------------------------------

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self._inline.missing = colours.background3
        self._restyle()

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: a callable (url, width, height, shape)."""
        self._inline.pictures = pictures
        self.viewport().update()

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._restyle()

    def _restyle(self) -> None:
        self._style = PostStyle(self.font(), self._colours, self._inline)
        self._layouts.clear()
        self._refresh()

    def _on_pictures_sized(self) -> None:
        for shown in self._visible:
            if shown.layout is not None:
                shown.layout.lay_out_again()
        self._refresh()

    # --- state --------------------------------------------------------------------------------

    @property
    def visible_posts(self) -> list[Post]:
        """The posts in view, from top to bottom."""
        return [self._feed.posts[shown.row] for shown in self._visible]

    @property
    def visible_rows(self) -> tuple[int, int]:
        """First and last row in view; `(0, -1)` if there is none."""
        return (self._visible[0].row, self._visible[-1].row) if self._visible else (0, -1)

    @property
    def is_laid_out(self) -> bool:
        """Whether all posts in view are laid out."""
        return not self._later.isActive() and all(s.layout is not None for s in self._visible)

    @property
    def layouts(self) -> int:
        """Number of posts whose layout is in RAM."""
        return len(self._layouts)

    @property
    def current(self) -> Post | None:
        """The current post; None if there is none."""
        return self._feed.posts[self._current] if self._current >= 0 else None

    def position(self) -> ListPosition:
        """Return the scroll position and the current post."""
        posts = self._feed.posts
        if not posts:
            return self._wanted
        current = posts[self._current].id if self._current >= 0 else ""
        return ListPosition(posts[self._top].id, self._inside, current)

    def restore_position(self, position: ListPosition) -> None:
        """Scroll to a position that `position` returned, once its post is there."""
        self._wanted = position
        self._go_to_wanted()

    def go_to(self, id: str) -> bool:
        """Make a post the current one, and scroll to it; False if it is not there."""
        row = self._row_of(id)
        if row is None:
            return False
        self._wanted = ListPosition()
        self._top, self._inside = row, 0
        self._set_current(row)
        self._refresh()
        return True

    def rect_of(self, id: str) -> QRect:
        """Return the place of a post in the viewport; empty if it is not in view."""
        for shown in self._visible:
            if self._feed.posts[shown.row].id == id:
                height = self._heights[shown.row]
                return QRect(0, shown.y, self.viewport().width(), height)
        return QRect()

    def _row_of(self, id: str) -> int | None:
        return next((row for row, post in enumerate(self._feed.posts) if post.id == id), None)

    def _go_to_wanted(self) -> None:
        wanted = self._wanted
        if not wanted.top or (row := self._row_of(wanted.top)) is None:
            return
        self._wanted = ListPosition()
        self._top, self._inside = row, max(0, wanted.inside)
        current = self._row_of(wanted.current) if wanted.current else None
        if current is not None:
            self._set_current(current)
        self._refresh()

    # --- rows ---------------------------------------------------------------------------------

    def _estimate(self, posts: list[Post]) -> list[int]:
        width = max(200, self.viewport().width())
        return [estimated_height(post, width) for post in posts]

    def _on_reset(self) -> None:
        self._heights = self._estimate(self._feed.posts)
        self._offsets = None
        self._top = self._inside = 0
        self._current = self._last_selected = -1
        self._span = self._link = None
        self._layouts.clear()
        self._go_to_wanted()
        self._refresh()

    def _on_spliced(self, first: int, removed: int, added: int) -> None:
        posts = self._feed.posts
        gone = range(first, first + removed)
        self._heights[first : first + removed] = self._estimate(posts[first : first + added])
        self._offsets = None
        at_top = self._visible[0] if self._visible else None
        shown = at_top.layout.post.id if at_top is not None and at_top.layout is not None else ""
        if self._top in gone:
            within = posts[first : first + added]
            row = next((first + n for n, post in enumerate(within) if post.id == shown), None)
            self._inside = self._inside if row is not None else 0
            self._top = first if row is None else row
        elif self._top >= first + removed:
            self._top += added - removed
        self._top = max(0, min(self._top, len(posts) - 1))
        if self._current in gone:
            self._current = min(self._current, len(posts) - 1, first + max(0, added - 1))
        elif self._current >= first + removed:
            self._current += added - removed
        self._last_selected = self._current
        for post in posts[first : first + added]:
            known = self._layouts.get(post.id)
            if known is not None and known.post is not post:
                if known.post == post:
                    known.post = post
                else:
                    self._layouts.pop(post.id)
        if self._wanted.top:
            self._go_to_wanted()
        self._later.start()
        self._rest.start()

    # --- layout -------------------------------------------------------------------------------

    def _layout_of(self, row: int, *, until: float | None = None) -> PostLayout | None:
        """Return the layout of a row; None if it would have to be made after the time `until`."""
        post, width = self._feed.posts[row], self.viewport().width()
        known = self._layouts.get(post.id)
        if (
            known is not None
            and known.width == width
            and known.style is self._style
            and (known.post is post or known.post == post)
        ):
            return known
        if until is not None and time.perf_counter() > until:
            return None
        made = PostLayout(post, width, self._style)
        self._layouts.put(post.id, made)
        return made

    def _measure(self, row: int, top: int, bottom: int) -> int:
        """Lay out a row between two heights, and return its height."""
        layout = self._layout_of(row)
        if layout is not None:
            layout.ensure(top, bottom)
            self._set_height(row, layout.height)
        return self._heights[row]

    def _measure_end(self, row: int) -> int:
        """Lay out the end of a row, as much as the view shows, and return its height."""
        layout, high = self._layout_of(row), self.viewport().height()
        for _ in range(_TRIES):
            before = layout.height if layout is not None else 0
            if self._measure(row, before - 2 * high, before) == before:
                break
        return self._heights[row]

    def _set_height(self, row: int, height: int) -> None:
        if self._heights[row] != height:
            self._heights[row] = height
            self._offsets = None

    def _all_offsets(self) -> list[int]:
        """Return the top of each row, and the end of the last one."""
        if self._offsets is None:
            self._offsets = list(accumulate(self._heights, initial=0))
        return self._offsets

    def _refresh(self) -> None:
        """Lay out what is in view, and update the scroll bar."""
        self._later.stop()
        self._arrange()
        self._sync_bar()
        self.viewport().update()
        self._rest.start()

    def _arrange(self) -> None:
        """Find the rows in view, from the top row on."""
        posts, high = self._feed.posts, self.viewport().height()
        before = self.visible_rows
        self._visible = []
        if posts:
            self._top = min(self._top, len(posts) - 1)
            for _ in range(_TRIES):
                gap = self._fill(high)
                if gap <= 0 or not (self._top or self._inside):
                    break
                self._scroll_up(gap)
        if self.visible_rows != before:
            self.scrolled.emit()

    def _fill(self, high: int) -> int:
        """Lay out rows down to the end of the view; return how much of it stays empty."""
        self._visible = []
        until = time.perf_counter() + _BUDGET
        y, row, is_late = -self._inside, self._top, False
        while row < len(self._heights) and y < high:
            layout = self._layout_of(row, until=until)
            if layout is None:
                is_late = True
            else:
                layout.ensure(max(0, -y), high - y)
                self._set_height(row, layout.height)
            if (
                row == self._top
                and self._inside >= self._heights[row]
                and row + 1 < len(self._heights)
            ):
                # It is less high than it was estimated.
                self._inside = 0
                self._top, y, row = row + 1, 0, row + 1
                continue
            self._visible.append(_Visible(row, y, layout))
            y += self._heights[row]
            row += 1
        if is_late:
            self._later.start()
        return high - y

    def _scroll_up(self, pixels: int) -> None:
        """Move the view up, past rows that are laid out on the way."""
        self._inside -= pixels
        while self._inside < 0:
            if self._top == 0:
                self._inside = 0
                return
            self._top -= 1
            self._inside += self._measure_end(self._top)

    def _scroll_down(self, pixels: int) -> None:
        high = self.viewport().height()
        self._inside += pixels
        while self._top < len(self._heights) - 1:
            height = self._measure(self._top, self._inside, self._inside + high)
            if self._inside < height:
                return
            self._inside -= height
            self._top += 1
        last = self._measure(self._top, 0, self._inside + high)
        self._inside = min(self._inside, last)

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        if bar.isSliderDown():
            return
        offsets, high = self._all_offsets(), self.viewport().height()
        self._is_syncing = True
        bar.setRange(0, max(0, offsets[-1] - high))
        bar.setPageStep(max(1, high - 40))
        bar.setValue(offsets[self._top] + self._inside if self._heights else 0)
        self._value = bar.value()
        self._is_syncing = False

    def _on_bar_moved(self, value: int) -> None:
        if self._is_syncing or not self._heights:
            return
        step, self._value = value - self._value, value
        bar = self.verticalScrollBar()
        if value == 0:
            self._top = self._inside = 0
        elif value == bar.maximum() and step > 0:
            self._go_to_end()
        elif bar.isSliderDown() or abs(step) > _NEAR * self.viewport().height():
            offsets = self._all_offsets()
            self._top = max(0, min(bisect_right(offsets, value) - 1, len(self._heights) - 1))
            self._inside = value - offsets[self._top]
        elif step > 0:
            self._scroll_down(step)
        else:
            self._scroll_up(-step)
        self._refresh()

    def _go_to_end(self) -> None:
        self._top = len(self._heights) - 1
        self._inside = self._measure_end(self._top)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: D102
        return  # `_on_bar_moved` does it

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._refresh()

    def look_again(self) -> None:
        """Tell the rows in view again, by `rested`, once the view is at rest."""
        self._rest.start()

    def _on_rest(self) -> None:
        first, last = self.visible_rows
        if last >= 0 and self.isVisible():
            self.rested.emit(first, last)

    def showEvent(self, event: QEvent) -> None:  # noqa: D102
        super().showEvent(event)  # type: ignore[arg-type] # Qt hands over the right one
        self._rest.start()

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._colours.background5)
        posts, wide = self._feed.posts, self.viewport().width()
        if not posts and self._feed.state is LoadState.LOADING:
            for top in range(0, self.viewport().height(), _SKELETON):
                self._paint_skeleton(painter, QRect(0, top, wide, _SKELETON))
        selected = self._selected_rows()
        for shown in self._visible:
            if shown.row >= len(posts):
                continue
            height = self._heights[shown.row]
            place = QRect(0, shown.y, wide, height)
            if not place.intersects(event.rect()):
                continue
            post = posts[shown.row]
            if shown.row in selected and len(selected) > 1:
                painter.fillRect(place, self._colours.background3)
            if post.level == 0 and shown.row and post.kind is not PostKind.HEADING:
                painter.fillRect(QRect(14, shown.y, wide - 28, 1), self._colours.background3)
            if shown.layout is None:
                self._paint_skeleton(painter, place)
            else:
                shown.layout.paint(painter, shown.y, self._span_in(post.id), self._found)
            if shown.row == self._current and self.hasFocus():
                self._paint_current(painter, place)

    def _paint_current(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours.highlight)
        painter.drawRoundedRect(QRect(2, place.top() + 4, 3, max(8, place.height() - 8)), 1.5, 1.5)
        painter.setPen(QPen())

    def _paint_skeleton(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours.background3)
        painter.drawRoundedRect(QRect(14, place.top() + 9, 36, 36), 6, 6)
        painter.drawRoundedRect(QRect(60, place.top() + 12, 140, 12), 4, 4)
        painter.drawRoundedRect(QRect(60, place.top() + 34, min(420, place.width() - 90), 12), 4, 4)

    def _span_in(self, id: str) -> TextSpan | None:
        if self._span is not None and self._span[0] == id:
            return self._span[1]
        if self._link is not None and self._link[0] == id:
            links = self._links_of(id)
            return links[self._link[1]][0] if self._link[1] < len(links) else None
        return None

    # --- selection ----------------------------------------------------------------------------

    def _selected_rows(self) -> range:
        if self._current < 0:
            return range(0)
        other = self._last_selected if self._last_selected >= 0 else self._current
        return range(min(self._current, other), max(self._current, other) + 1)

    @property
    def selected_text(self) -> str:
        """The selected text; else the selected posts with their authors, "" without any."""
        if self._span is not None:
            row = self._row_of(self._span[0])
            layout = self._layout_of(row) if row is not None else None
            if layout is not None:
                return layout.text_of(self._span[1])
        return "\n\n".join(self._copied(row) for row in self._selected_rows())

    def _copied(self, row: int) -> str:
        post = self._feed.posts[row]
        if post.kind is not PostKind.POST:
            return post.text
        head = " · ".join(filter(None, (post.author, post.moment)))
        layout = self._layout_of(row)
        return f"{head}\n{layout.text if layout is not None else post.text}"

    def copy(self) -> None:
        """Copy the selected text, or the selected posts, to the clipboard."""
        text = self.selected_text
        if text:
            copy_text(text)

    def _set_current(self, row: int, *, extend: bool = False) -> None:
        self._current = row
        if not extend or self._last_selected < 0:
            self._last_selected = row
        self._link = None
        post = self.current
        self.setAccessibleDescription(post.spoken if post is not None else "")
        if self.hasFocus():
            announce(self, self.accessibleDescription())
        self.viewport().update()

    # --- find ---------------------------------------------------------------------------------

    def find_text(self, text: str) -> int:
        """Mark all matches of a text in the loaded posts, and return their number.

        Upper and lower case are the same; an empty text removes the marks.
        """
        self._found, self._found_in = text, []
        wanted, total = text.casefold(), 0
        for post in self._feed.posts if wanted else ():
            count = post.text.casefold().count(wanted) if post.kind is PostKind.POST else 0
            if count:
                total += count
                self._found_in.append((post.id, total))
        if not text:
            self._span = None
        self.viewport().update()
        return total

    def show_match(self, index: int) -> None:
        """Scroll to a match, counted from 0, and select it."""
        at = bisect_right(self._found_in, index, key=lambda found: found[1])
        row = self._row_of(self._found_in[at][0]) if at < len(self._found_in) else None
        layout = self._layout_of(row) if row is not None else None
        if row is None or layout is None:
            return
        within = index - (self._found_in[at - 1][1] if at else 0)
        span = layout.match(self._found, within)
        self._set_current(row)
        self._span = None if span is None else (layout.post.id, span)
        top = layout.top_of(span) if span is not None else 0
        layout.ensure(0, top + self.viewport().height())
        self._set_height(row, layout.height)
        shown = next((one for one in self._visible if one.row == row), None)
        room = self.viewport().height() - 2 * _STEP
        if shown is None or not _STEP <= shown.y + top <= room:
            self._wanted = ListPosition()
            self._top, self._inside = row, 0
            self._scroll_to(top - _STEP)
        self._refresh()

    def _scroll_to(self, inside: int) -> None:
        """Scroll the top row by some pixels of itself."""
        if inside > 0:
            self._scroll_down(inside)
        elif inside < 0:
            self._scroll_up(-inside)

    # --- mouse --------------------------------------------------------------------------------

    def _hit(self, where: QPoint) -> tuple[int, Hit] | None:
        for shown in self._visible:
            if shown.y <= where.y() < shown.y + self._heights[shown.row]:
                if shown.layout is None or shown.row >= len(self._feed.posts):
                    return None
                return shown.row, shown.layout.hit(where - QPoint(0, shown.y))
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        found = self._hit(event.position().toPoint())
        self._pressed = found
        if found is None:
            return
        row, hit = found
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._span = None
            self._set_current(row, extend=shift)
            if hit.kind == "text" and not shift:
                span = TextSpan(hit.block, hit.position, hit.block, hit.position)
                self._span = (self._feed.posts[row].id, span)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        where = event.position().toPoint()
        found = self._hit(where)
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            self._drag_to(found)
            return
        hit = found[1] if found is not None else Hit()
        is_active = hit.kind in ("link", "author", "action")
        shape = Qt.CursorShape.ArrowCursor
        if is_active:
            shape = Qt.CursorShape.PointingHandCursor
        elif hit.kind == "text":
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self._hover(hit.link)
        tip = self._tip(found)
        if tip != self.viewport().toolTip():
            self.viewport().setToolTip(tip)

    def _tip(self, found: tuple[int, Hit] | None) -> str:
        from osubrowser.services.text.plain import tooltip

        if found is None:
            return ""
        post = self._feed.posts[found[0]]
        if post.kind is not PostKind.POST:
            wide = self._style.metrics.horizontalAdvance(post.text)
            is_cut = wide > self.viewport().width() - 140
            parts = (post.text if is_cut else "", post.moment)
            return tooltip("\n".join(filter(None, parts)))
        return "" if found[1].kind in ("link", "text") else tooltip(post.moment)

    def _drag_to(self, found: tuple[int, Hit] | None) -> None:
        assert self._pressed is not None  # noqa: S101 - checked by the caller
        row, start = self._pressed
        if found is None or found[0] != row or start.block < 0 or found[1].block < 0:
            return
        ends = sorted(((start.block, start.position), (found[1].block, found[1].position)))
        span = TextSpan(*ends[0], *ends[1])
        self._span = (self._feed.posts[row].id, span)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        pressed, self._pressed = self._pressed, None
        found = self._hit(event.position().toPoint())
        has_text = self._span is not None and self._span[1][:2] != self._span[1][2:]
        if self._span is not None and not has_text:
            self._span = None
            self.viewport().update()
        if pressed is None or found is None or has_text or found[0] != pressed[0]:
            return
        if found[1].kind != pressed[1].kind or found[1].link != pressed[1].link:
            return
        aside = event.button() == Qt.MouseButton.MiddleButton or bool(
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._activate(*found, "background" if aside else "here")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        found = self._hit(event.position().toPoint())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        row, hit = found
        layout = self._layout_of(row)
        if hit.kind == "text" and layout is not None:
            self._span = (self._feed.posts[row].id, layout.word_at(hit))
            self.viewport().update()
        elif hit.kind == "line":
            self._open_path(row, "here")

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102
        super().leaveEvent(event)
        self._hover("")

    def _hover(self, address: str) -> None:
        if address != self._hovered:
            self._hovered = address
            self.link_hovered.emit(address)

    def _activate(self, row: int, hit: Hit, how: str) -> None:
        post = self._feed.posts[row]
        if hit.kind == "link":
            self._open_link(post, hit.link, how)
        elif hit.kind == "author":
            self.place_activated.emit(post.place, how)
        elif hit.kind == "action":
            self.action_requested.emit(post.action)

    def _open_link(self, post: Post, address: str, how: str) -> None:
        number = box_number(address)
        if number is None:
            self.link_activated.emit(address, how)
        else:
            self.box_toggled.emit(post.id, number)

    def _open_path(self, row: int, how: str) -> None:
        post = self._feed.posts[row]
        if post.path:
            self.link_activated.emit(f"{self._origin()}{post.path}", how)

    # --- menu ---------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        where = self.viewport().mapFromGlobal(event.globalPos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self._current >= 0:
            where = self.rect_of(self._feed.posts[self._current].id).topLeft() + QPoint(60, 20)
        menu = self.menu_at(where)
        if menu is not None:
            pop_up(menu, self.viewport().mapToGlobal(where))

    def menu_at(self, where: QPoint) -> QMenu | None:
        """Return the menu of the post at a position of the viewport; None without one."""
        found = self._hit(where)
        if found is None:
            return None
        row, hit = found
        if row not in self._selected_rows():
            self._set_current(row)
        post = self._feed.posts[row]
        menu = QMenu(self)
        if hit.link and box_number(hit.link) is None:
            for words, how in (
                (tr("Open link"), "here"),
                (tr("Open link in background"), "background"),
                (tr("Open link in web browser"), "web"),
            ):
                add_action(menu, words, self.link_activated.emit, hit.link, how)
            add_action(menu, tr("Copy address of link"), copy_text, hit.link)
            menu.addSeparator()
        if post.place is not None:
            if isinstance(post.place, UserPlace):
                words, aside = tr("Open player"), tr("Open player in background")
            else:
                words, aside = tr("Open it"), tr("Open it in background")
            if post.author:
                words = tr("Open {name}").format(name=escaped(post.author))
            add_action(menu, words, self.place_activated.emit, post.place, "here")
            add_action(menu, aside, self.place_activated.emit, post.place, "background")
        if post.action:
            words = post.text if post.kind is PostKind.ACTION else tr("Show votes")
            add_action(menu, escaped(words), self.action_requested.emit, post.action)
        add_action(menu, tr("Copy"), self.copy)
        if post.path:
            add_action(menu, tr("Copy link"), copy_text, f"{self._origin()}{post.path}")
            add_action(menu, tr("Open in web browser"), self._open_path, row, "web")
        return menu

    # --- keyboard -----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        if self._current < 0 and self._visible:
            self._set_current(self._visible[0].row)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(1 if key == Qt.Key.Key_Down else -1, extend=shift)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._mark_link(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            aside = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._open_marked("background" if aside else "here")
        elif key == Qt.Key.Key_Home:
            self._top = self._inside = 0
            self._leap_to(0)
        elif key == Qt.Key.Key_End and self._heights:
            self._go_to_end()
            self._set_current(len(self._heights) - 1)
            self._refresh()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space):
            self._page(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def _leap_to(self, row: int) -> None:
        if not 0 <= row < len(self._heights):
            return
        self._top, self._inside = row, 0
        self._set_current(row)
        self._refresh()

    def _page(self, direction: int) -> None:
        step = self.viewport().height() - 40
        if direction > 0:
            self._scroll_down(step)
        else:
            self._scroll_up(step)
        self._refresh()
        if self._visible:
            whole = [s.row for s in self._visible if s.y >= 0]
            self._set_current(whole[0] if whole else self._visible[0].row)

    def _step(self, direction: int, *, extend: bool) -> None:
        """Go to the next post; of one that is higher than the view, to its next part."""
        if not self._heights:
            return
        high = self.viewport().height()
        place = self.rect_of(self._feed.posts[self._current].id) if self._current >= 0 else QRect()
        if not place.isEmpty():
            below, above = place.bottom() - high, -place.top()
            if direction > 0 and below > 0:
                self._scroll_down(min(below, 2 * _STEP))
                self._refresh()
                return
            if direction < 0 and above > 0:
                self._scroll_up(min(above, 2 * _STEP))
                self._refresh()
                return
        row = max(0, min(self._current + direction, len(self._heights) - 1))
        if self._current < 0 or place.isEmpty():
            row = self._visible[0].row if self._visible and self._current < 0 else row
        self._set_current(row, extend=extend)
        self._bring_in(row)

    def _bring_in(self, row: int) -> None:
        """Scroll as little as needed to show the start of a row, and its end if it fits."""
        high = self.viewport().height()
        shown = next((s for s in self._visible if s.row == row), None)
        if shown is None:
            is_next = bool(self._visible) and row == self._visible[-1].row + 1
            if is_next:
                self._scroll_down(min(self._measure(row, 0, high), high))
            else:
                self._top, self._inside = row, 0
        elif shown.y < 0:
            self._top, self._inside = row, 0
        elif shown.y + self._heights[row] > high:
            self._scroll_down(min(shown.y, shown.y + self._heights[row] - high))
        self._refresh()

    def _links_of(self, id: str) -> list[tuple[TextSpan, str]]:
        row = self._row_of(id)
        layout = self._layout_of(row) if row is not None else None
        return layout.links() if layout is not None else []

    def _mark_link(self, direction: int) -> None:
        post = self.current
        if post is None or post.kind is not PostKind.POST:
            return
        links = self._links_of(post.id)
        if not links:
            return
        before = self._link[1] if self._link is not None and self._link[0] == post.id else None
        number = (0 if direction > 0 else -1) if before is None else before + direction
        self._link = (post.id, number % len(links))
        self._span = None
        self.link_hovered.emit(links[self._link[1]][1])
        self.setAccessibleDescription(tr("Link: {value}").format(value=links[self._link[1]][1]))
        self.viewport().update()

    def _open_marked(self, how: str) -> None:
        """Open the marked link; else do what the post offers, or open its author."""
        post = self.current
        if post is None:
            return
        if self._link is not None and self._link[0] == post.id:
            links = self._links_of(post.id)
            if self._link[1] < len(links):
                self._open_link(post, links[self._link[1]][1], how)
        elif post.kind is PostKind.ACTION:
            self.action_requested.emit(post.action)
        elif post.kind is PostKind.LINE and post.path:
            self._open_path(self._current, how)
        elif post.place is not None:
            self.place_activated.emit(post.place, how)

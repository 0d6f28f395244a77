"""Links one after the other, wrapped into rows, painted as one widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from osubrowser.services.text.plain import tooltip

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_GAP: Final = 12
_LINE: Final = 4
"""Pixels between rows."""
_WIDEST: Final = 320
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class LinkFlow(QWidget):
    """Texts from left to right, of which those with an address are links.

    It is one stop of Tab: arrow keys go from link to link, Enter and Space open, Ctrl+Enter and the
    middle button open in the background.

    Args:
        name: accessible name.
        parent: the Qt parent.
        is_wrapped: whether there are as many rows as needed; else the texts stand in one row, where
            those without room are elided. Qt lays out rows at many widths, which takes time.

    Attributes:
        link_requested: `(address, how)`: open a link `here` or in the `background`.
    """

    link_requested = Signal(str, str)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, is_wrapped: bool = True
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._is_wrapped = is_wrapped
        self._links: tuple[tuple[str, str], ...] = ()
        self._tips: tuple[str, ...] = ()
        self._places: list[QRect] = []
        self._width = -1
        self._current = self._hovered = -1
        self._colours: Colours | None = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(is_wrapped)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Text and address of each."""
        return self._links

    def show_links(
        self, links: Sequence[tuple[str, str]], tips: Sequence[str] | None = None
    ) -> None:
        """Set the texts, each with its address, or "", and their tooltips."""
        self._links = tuple(links)
        self._tips = tuple(tips) if tips is not None else ("",) * len(self._links)
        has_links = any(address for _, address in self._links)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.NoFocus)
        self._current = next((n for n, (_, address) in enumerate(self._links) if address), -1)
        self._hovered, self._width = -1, -1
        self.setAccessibleDescription(", ".join(text for text, _ in self._links))
        self.updateGeometry()
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def place_of(self, index: int) -> QRect:
        """Return where a text is painted."""
        self._lay_out(self.width())
        return self._places[index]

    # --- geometry -----------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Return whether the height depends on the width."""
        return self._is_wrapped

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width, in pixels."""
        self._lay_out(width)
        return self._places[-1].bottom() + 2 if self._places else 0

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        if not self._is_wrapped:
            return QSize(200, self.fontMetrics().height() + 2)
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one row."""
        return QSize(60, self.fontMetrics().height() + 2)

    def _lay_out(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        metrics = self.fontMetrics()
        left, top, height = 0, 1, metrics.height()
        self._places = []
        for text, _ in self._links:
            wide = min(metrics.horizontalAdvance(text) + 1, _WIDEST, max(width, 1))
            if not self._is_wrapped:
                wide = max(0, min(wide, width - left))
            elif left and left + wide > width:
                left, top = 0, top + height + _LINE
            self._places.append(QRect(left, top, wide, height))
            left += wide + _GAP

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._width = -1
            self.updateGeometry()

    def _at(self, where: QPoint) -> int:
        self._lay_out(self.width())
        reach = _LINE // 2
        places = enumerate(self._places)
        return next((n for n, p in places if p.adjusted(-2, -reach, 2, reach).contains(where)), -1)

    def _is_link(self, index: int) -> bool:
        return 0 <= index < len(self._links) and bool(self._links[index][1])

    # --- events -------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the link below the mouse."""
        at = self._at(event.position().toPoint())
        at = at if self._is_link(at) else -1
        if at != self._hovered:
            self._hovered = at
            shape = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Mark no link."""
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the link below the mouse."""
        at = self._at(event.position().toPoint())
        if not self._is_link(at):
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self.link_requested.emit(self._links[at][1], "background")
        elif event.button() == Qt.MouseButton.LeftButton:
            self._current = at
            is_aside = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.link_requested.emit(self._links[at][1], "background" if is_aside else "here")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from link to link, and open."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        links = [n for n in range(len(self._links)) if self._is_link(n)]
        if key in steps and self._current in links:
            at = links.index(self._current) + steps[key]
            if 0 <= at < len(links):
                self._current = links[at]
                self._tell()
                self.update()
                return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and links:
            is_aside = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            how = "background" if is_aside else "here"
            self.link_requested.emit(self._links[self._current][1], how)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the current link."""
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the current link."""
        super().focusOutEvent(event)
        self.setAccessibleName(self._name)
        self.update()

    def _tell(self) -> None:
        """Name the current link, for screen readers."""
        if self._is_link(self._current):
            self.setAccessibleName(f"{self._name}: {self._links[self._current][0]}")

    def event(self, event: QEvent) -> bool:
        """Show the tooltip of a text, or the whole of one that is elided."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(event.pos())
            words = ""
            if at >= 0:
                text, tip = self._links[at][0], self._tips[at]
                is_cut = self.fontMetrics().horizontalAdvance(text) >= self._places[at].width()
                words = "\n".join(filter(None, (text if is_cut else "", tip)))
            if words:
                QToolTip.showText(event.globalPos(), tooltip(words), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the texts."""
        palette = self.palette()
        painter = QPainter(self)
        self._lay_out(self.width())
        metrics = QFontMetrics(self.font())
        colours = self._colours
        for number, (text, address) in enumerate(self._links):
            place = self._places[number]
            if not place.intersects(event.rect()):
                continue
            colour = palette.windowText().color()
            if address and colours is not None:
                is_hovered = number == self._hovered
                colour = colours.light1 if is_hovered else colours.light2
            painter.setPen(colour)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
            )
            if number == self._hovered:
                painter.drawLine(place.left(), place.bottom(), place.right(), place.bottom())
            if number == self._current and self.hasFocus() and colours is not None:
                painter.setPen(QPen(colours.highlight, 1))
                inside = self.rect().adjusted(0, 0, -1, -1)  # a ring with all its sides
                painter.drawRoundedRect(place.adjusted(-3, -1, 2, 0) & inside, 3, 3)

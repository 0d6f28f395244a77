"""Grid of tiles, each with an icon, a title and a line of text, in groups with a heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text.plain import tooltip
from osubrowser.ui.style import icons

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from osubrowser.ui.style.theme import Colours

_LEAST: Final = 314
"""Least width of a tile, in pixels."""
_GAP: Final = 8
_EDGE: Final = 12
_ICON: Final = 20
_MOST_COLUMNS: Final = 6
_OPEN_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class TileText(NamedTuple):
    """Contents of a tile.

    Attributes:
        key: identifier.
        icon: name of an icon.
        title: plain text.
        text: a line of plain text; "" for none.
    """

    key: str
    icon: str
    title: str
    text: str


class Tile(QAbstractButton):
    """Tile of a `TileGrid`.

    Attributes:
        aside_clicked: it was clicked with the middle button.
    """

    aside_clicked = Signal()

    def __init__(self, shown: TileText, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = shown
        self._colours: Colours | None = None
        self.setAccessibleName(shown.title)
        self.setAccessibleDescription(shown.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of two lines of text."""
        return QSize(_LEAST, 2 * self.fontMetrics().lineSpacing() + 2 * _EDGE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit the signal of a click with the middle button."""
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and is_inside:
            self.aside_clicked.emit()
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show a text that is too long in the tooltip."""
        super().resizeEvent(event)
        room = self._texts_rect().width()
        is_cut = self.fontMetrics().horizontalAdvance(self.shown.text) > room
        self.setToolTip(tooltip(self.shown.text) if is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile."""
        del event
        c = self._colours
        if c is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(c.highlight if self.hasFocus() else c.background4, 1))
        painter.setBrush(c.background3 if self.underMouse() else c.background5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        ratio = painter.device().devicePixelRatioF()
        picture = icons.pixmap(self.shown.icon, c.light1, ratio=ratio, size=_ICON)
        painter.drawPixmap(QRect(_EDGE, (self.height() - _ICON) // 2, _ICON, _ICON), picture)
        area = self._texts_rect()
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        line = self.fontMetrics().lineSpacing()
        top = area.top() + (0 if self.shown.text else line // 2)
        for text, font, colour in (
            (self.shown.title, strong, c.content1),
            (self.shown.text, self.font(), c.foreground),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            place = QRect(area.left(), top, area.width(), line)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            top += line

    def _texts_rect(self) -> QRect:
        left = 2 * _EDGE + _ICON
        height = 2 * self.fontMetrics().lineSpacing()
        return QRect(left, (self.height() - height) // 2, self.width() - left - _EDGE, height)


class TileGrid(QWidget):
    """Groups of tiles in as many columns as fit. One stop of Tab; arrow keys move.

    Args:
        name: accessible name.
        parent: the Qt parent.

    Attributes:
        opened: `(key, how)`: a tile was opened; `how` is `here` or `background`.
        left_upwards: Up was pressed in the first row, or Escape.
        reached: the tile that has got the focus, to scroll to it.
    """

    opened = Signal(str, str)
    left_upwards = Signal()
    reached = Signal(QWidget)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._groups: list[list[Tile]] = []
        self._headings: list[QLabel] = []
        self._colours: Colours | None = None
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)

    @property
    def tiles(self) -> list[Tile]:
        """All tiles, in their order."""
        return [tile for group in self._groups for tile in group]

    def set_groups(self, groups: Sequence[tuple[str, Sequence[TileText]]]) -> None:
        """Set the tiles: the heading and the tiles of each group."""
        for widget in (*self.tiles, *self._headings):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._groups, self._headings = [], []
        for title, texts in groups:
            heading = QLabel(title, self)
            heading.setTextFormat(Qt.TextFormat.PlainText)
            self._headings.append(heading)
            self._groups.append([self._tile(one) for one in texts])
        self._columns = 0
        self._lay_out()
        tiles = self.tiles
        if tiles:
            self._make_stop(tiles[0])
        if self._colours is not None:
            self.set_colours(self._colours)

    def start(self) -> None:
        """Set the focus to the tile that had it last, else to the first one."""
        stop = next((t for t in self.tiles if t.focusPolicy() is Qt.FocusPolicy.StrongFocus), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        for tile in self.tiles:
            tile.set_colours(colours)
        for heading in self._headings:
            heading.setStyleSheet(
                f"color: {colours.content2.name()}; font-weight: 600; padding-top: 6px;"
            )

    def minimumSizeHint(self) -> QSize:
        """Return the least size: one column."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the number of columns."""
        super().resizeEvent(event)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrow keys, open with Enter."""
        if isinstance(watched, Tile):
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._take_key(watched, event) or bool(super().eventFilter(watched, event))
            if event.type() == QEvent.Type.FocusIn:
                self._make_stop(watched)
                self.reached.emit(watched)
        return bool(super().eventFilter(watched, event))

    # --- private --------------------------------------------------------------------------------

    def _tile(self, shown: TileText) -> Tile:
        tile = Tile(shown, self)
        tile.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        tile.installEventFilter(self)
        tile.clicked.connect(lambda: self.opened.emit(shown.key, "here"))
        tile.aside_clicked.connect(lambda: self.opened.emit(shown.key, "background"))
        return tile

    def _make_stop(self, stop: Tile) -> None:
        for tile in self.tiles:
            policy = Qt.FocusPolicy.StrongFocus if tile is stop else Qt.FocusPolicy.ClickFocus
            tile.setFocusPolicy(policy)

    def _lay_out(self) -> None:
        columns = min(max((self.width() + _GAP) // (_LEAST + _GAP), 1), _MOST_COLUMNS)
        if columns == self._columns:
            return
        self._columns = columns
        for widget in (*self._headings, *self.tiles):
            self._grid.removeWidget(widget)
        line = 0
        for heading, group in zip(self._headings, self._groups, strict=True):
            self._grid.addWidget(heading, line, 0, 1, columns)
            line += 1
            for number, tile in enumerate(group):
                self._grid.addWidget(tile, line + number // columns, number % columns)
            line += -(-len(group) // columns)
        for number in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _rows(self) -> list[list[Tile]]:
        step = max(self._columns, 1)
        return [
            group[start : start + step]
            for group in self._groups
            for start in range(0, len(group), step)
        ]

    def _take_key(self, tile: Tile, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _OPEN_KEYS:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.opened.emit(tile.shown.key, "background" if held else "here")
            return True
        if key == Qt.Key.Key_Escape:
            self.left_upwards.emit()
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        tiles = self.tiles
        here = tiles.index(tile)
        target: Tile | None = None
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            target = tiles[min(max(here + step, 0), len(tiles) - 1)]
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            target = tiles[0 if key == Qt.Key.Key_Home else -1]
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rows = self._rows()
            row = next(n for n, line in enumerate(rows) if tile in line)
            column = rows[row].index(tile)
            row += 1 if key == Qt.Key.Key_Down else -1
            if row < 0:
                self.left_upwards.emit()
            elif row < len(rows):
                target = rows[row][min(column, len(rows[row]) - 1)]
        else:
            return False
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

"""Model and delegate of the suggestions under the address bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyleOptionViewItem

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.style import icons
from osubrowser.ui.widgets.flags import Pictures

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from osubrowser.ui.style.theme import Colours

ROW_HEIGHT: Final = 34
WEB_TEXT: Final = tr("opens in the web browser")
RowRole: Final = Qt.ItemDataRole.UserRole + 1

_PICTURE = QSize(24, 24)
_LEFT, _GAP = 12, 10
_NARROW = 620
"""Width of a row in pixels below which "opens in the web browser" is an arrow only."""
_PLAIN_ROWS = QModelIndex()


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """Row of the list of suggestions, as plain values for painting.

    Attributes:
        icon: the name of an icon.
        title: plain text.
        detail: plain text beside the title.
        picture: URL of a picture in place of the icon; "" for none.
        is_web: whether it opens in the web browser.
        value: the object that the row represents.
    """

    icon: str
    title: str
    detail: str
    picture: str
    is_web: bool
    value: object

    @property
    def spoken(self) -> str:
        """The row as one line, for screen readers."""
        parts = (self.title, self.detail, WEB_TEXT if self.is_web else "")
        return ", ".join(part for part in parts if part)


class SuggestionModel(QAbstractListModel):
    """List model of `SuggestionRow`s."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SuggestionRow] = []
        self._told: list[tuple[str, str]] = []  # description and tooltip of each row

    def set_rows(self, rows: Sequence[SuggestionRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self._told = list(map(_told, rows))
        self.endResetModel()

    def change(self, rows: Sequence[SuggestionRow]) -> None:
        """Update the present rows, and append the rest."""
        before = len(self.rows)
        if len(rows) < before:
            self.set_rows(rows)
            return
        changed = [n for n in range(before) if rows[n] != self.rows[n]]
        self.rows[:before] = rows[:before]
        for n in changed:
            self._told[n] = _told(rows[n])
        for n in changed:
            self.dataChanged.emit(self.index(n), self.index(n))
        if len(rows) > before:
            self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
            self.rows = list(rows)
            self._told += map(_told, rows[before:])
            self.endInsertRows()

    def take(self, at: int) -> None:
        """Remove the row at an index."""
        self.beginRemoveRows(QModelIndex(), at, at)
        del self.rows[at], self._told[at]
        self.endRemoveRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _PLAIN_ROWS) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a row, its text for a screen reader, or its tooltip."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._told[index.row()][0]
        return self._told[index.row()][1] if role == Qt.ItemDataRole.ToolTipRole else None


def _told(row: SuggestionRow) -> tuple[str, str]:
    """Return the description of a row for screen readers, and its tooltip."""
    return row.spoken.removeprefix(row.title).lstrip(", "), tooltip(row.spoken)


class SuggestionDelegate(QAbstractItemDelegate):
    """Delegate of a row: icon or picture, title, detail, and the symbol of the web browser.

    Args:
        pictures: loads avatars and covers.
        parent: the Qt parent.

    Attributes:
        colours: to paint with; nothing is painted before it is set.
    """

    def __init__(self, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self.colours: Colours | None = None
        self._pictures = pictures

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row; all rows have the same height."""
        return QSize(0, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        row: SuggestionRow | None = index.data(RowRole)
        c = self.colours
        if row is None or c is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.selection if is_current else c.background3)
            painter.drawRoundedRect(rect, 4, 4)
        area = rect.adjusted(_LEFT, 0, -_LEFT, 0)
        self._draw_picture(painter, row, area, c)
        area.setLeft(area.left() + _PICTURE.width() + _GAP)
        if row.is_web:
            self._draw_web(painter, area, c, is_wide=rect.width() >= _NARROW)
        _draw_texts(painter, row, area, c)
        painter.restore()

    def _draw_picture(self, painter: QPainter, row: SuggestionRow, area: QRect, c: Colours) -> None:
        edge = _PICTURE.width()
        place = QRect(area.left(), area.center().y() - edge // 2 + 1, edge, edge)
        picture = self._pictures(row.picture, edge, edge, "cover") if row.picture else None
        if picture is not None:
            painter.save()
            path = QPainterPath()
            path.addRoundedRect(place, 4, 4)
            painter.setClipPath(path)
            painter.drawPixmap(place, picture)
            painter.restore()
            return
        small = icons.SIZE
        inset = (edge - small) // 2
        ratio = painter.device().devicePixelRatioF()
        drawn: QPixmap = icons.pixmap(row.icon, c.light1, ratio=ratio)
        painter.drawPixmap(QRect(place.left() + inset, place.top() + inset, small, small), drawn)

    @staticmethod
    def _draw_web(painter: QPainter, area: QRect, c: Colours, *, is_wide: bool) -> None:
        """Draw the symbol of the web browser at the right end, and remove its width from `area`."""
        edge = 16
        ratio = painter.device().devicePixelRatioF()
        sign = icons.pixmap("external", c.foreground, ratio=ratio, size=edge)
        painter.drawPixmap(
            QRect(area.right() - edge, area.center().y() - edge // 2 + 1, edge, edge), sign
        )
        area.setRight(area.right() - edge - 6)
        if is_wide:
            painter.setPen(c.foreground)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, right, WEB_TEXT)
            area.setRight(area.right() - painter.fontMetrics().horizontalAdvance(WEB_TEXT) - _GAP)


def _draw_texts(painter: QPainter, row: SuggestionRow, area: QRect, c: Colours) -> None:
    """Draw title and detail; the detail gets at most a third of the width of a long title."""
    metrics = painter.fontMetrics()
    left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    elide = Qt.TextElideMode.ElideRight
    wanted = metrics.horizontalAdvance(row.detail) + _GAP if row.detail else 0
    room = area.width() - min(wanted, area.width() // 3)
    title = metrics.elidedText(row.title, elide, room)
    painter.setPen(c.content1)
    painter.drawText(area, left, title)
    area.setLeft(area.left() + metrics.horizontalAdvance(title) + _GAP)
    if row.detail and area.width() > 2 * _GAP:
        painter.setPen(c.foreground)
        painter.drawText(area, left, metrics.elidedText(row.detail, elide, area.width()))

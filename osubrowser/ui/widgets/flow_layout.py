"""Layout that wraps its widgets into rows, as a paragraph wraps words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem


class FlowLayout(QLayout):
    """Layout of widgets from left to right, in as many rows as they need.

    Hidden widgets take no room.

    Args:
        parent: the widget that is laid out.
        spacing: pixels between widgets, in both directions.
        is_even: whether rows are about equally long: no last row has one widget alone.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 4, is_even: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._is_even = is_even
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item; called by `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None beyond the last one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item; None beyond the last one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return no direction: additional room stays empty."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return whether the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width, in pixels."""
        return self._place(QRect(0, 0, width, 0), is_test=True)

    def setGeometry(self, rect: QRect) -> None:
        """Move the widgets into `rect`."""
        super().setGeometry(rect)
        self._place(rect, is_test=False)

    def sizeHint(self) -> QSize:
        """Return the size of all widgets in one row."""
        margins, sizes = self.contentsMargins(), self._sizes()
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            max(width, 0) + margins.left() + margins.right(),
            height + margins.top() + margins.bottom(),
        )

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        margins, largest = self.contentsMargins(), QSize()
        for size in self._sizes():
            largest = largest.expandedTo(size)
        return largest + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _sizes(self) -> list[QSize]:
        return [item.sizeHint() for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, is_test: bool) -> int:
        """Place the widgets, unless it is a test; return the height of all rows."""
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        if self._is_even and not is_test:  # the height is the same
            room.setWidth(self._even_width(room.width()))
        x, y, height = room.x(), room.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width = min(size.width(), max(room.width(), 1))
            if height and x + width > room.right() + 1:
                x, y, height = room.x(), y + height + self.spacing(), 0
            if not is_test:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self.spacing()
            height = max(height, size.height())
        return y + height - rect.y() + margins.bottom()

    def _even_width(self, room: int) -> int:
        """Return the least width that takes no more rows than `room` does."""
        widths = [size.width() for size in self._sizes()]
        rows, least, most = self._rows(widths, room), max(widths, default=0), room
        while least < most:
            middle = (least + most) // 2
            if self._rows(widths, middle) > rows:
                least = middle + 1
            else:
                most = middle
        return most

    def _rows(self, widths: list[int], room: int) -> int:
        """Return the number of rows of widgets with these widths."""
        rows, x = 1, 0
        for width in widths:
            if x and x + width > room:
                rows, x = rows + 1, 0
            x += width + self.spacing()
        return rows

"""Row of two groups of controls that is stacked where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QWidget


class BreakingRow(QWidget):
    """Two groups of controls side by side; the second goes below the first in a narrow window.

    Longer texts of another language break the row earlier, and nothing is cut.

    Args:
        parent: the Qt parent.
        least: width of the first group that it needs beside the second, in pixels; by default
            that of its size hint.
        stretch: stretch of the groups side by side.
        spacing: distance of the groups, in pixels.

    Attributes:
        first, second: layouts of the groups.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        least: int | None = None,
        stretch: tuple[int, int] = (1, 0),
        spacing: int = 8,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for group in (self.first, self.second):
            group.setSpacing(spacing)
            self._box.addLayout(group)
        self.set_stretch(*stretch)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def is_broken(self) -> bool:
        """Whether the second group is below the first."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def set_stretch(self, first: int, second: int) -> None:
        """Set the stretch of the groups side by side."""
        self._box.setStretch(0, first)
        self._box.setStretch(1, second)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider group: the row can always be broken."""
        widths = (group.minimumSize().width() for group in (self.first, self.second))
        return QSize(max(widths), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the groups out by the width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Lay the groups out anew when a control changes its size hint, or is shown or hidden."""
        handled = bool(super().event(event))
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    def _arrange(self) -> None:
        ways = QBoxLayout.Direction
        fits = self._needed() <= self.width()
        self._box.setDirection(ways.LeftToRight if fits else ways.TopToBottom)

    def _needed(self) -> int:
        if self.first.isEmpty() or self.second.isEmpty():
            return 0
        least = self.first.sizeHint().width() if self._least is None else self._least
        return least + self._box.spacing() + self.second.sizeHint().width()

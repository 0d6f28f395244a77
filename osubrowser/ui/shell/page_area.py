"""Room of the pages in the window, which scrolls where a page does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from osubrowser.ui.widgets.segments import FillingStack


class PageArea(QScrollArea):
    """Scroll area that never makes the page in front smaller than its minimum size.

    With text at 200 % on a small screen a page has less room than its parts need; squeezed, they
    would cover each other.

    Args:
        stack: the pages.
        parent: the Qt parent.
    """

    def __init__(self, stack: FillingStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fills = stack.autoFillBackground()
        self.setWidget(stack)
        stack.setAutoFillBackground(fills)  # `setWidget` turns it on
        self.viewport().setAutoFillBackground(False)
        stack.installEventFilter(self)
        stack.currentChanged.connect(self._on_stack_current_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into the new size."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys that a page did not take to the window."""
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page when its layout has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return bool(super().eventFilter(watched, event))

    def _on_stack_current_changed(self, _index: int) -> None:
        self._fit()
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setValue(0)

    def _fit(self) -> None:
        """Set the size of the pages. `widgetResizable` would go by their height for a width."""
        room, least = self.maximumViewportSize(), QSize(0, 0)
        page = self._stack.currentWidget()
        if page is not None and self._stack.is_small:
            least = page.minimumSizeHint()
            self._style_bars(page.styleSheet())
            if least.height() > room.height():
                room -= QSize(self.verticalScrollBar().sizeHint().width(), 0)
            if least.width() > room.width():
                room -= QSize(0, self.horizontalScrollBar().sizeHint().height())
        self._stack.resize(room.expandedTo(least))

    def _style_bars(self, sheet: str) -> None:
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            if bar.styleSheet() != sheet:
                bar.setStyleSheet(sheet)

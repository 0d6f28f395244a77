"""Overlay that dims a widget whose content is outdated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_ALPHA: Final = 165


class Veil(QWidget):
    """Translucent overlay that covers a widget and lets mouse events through.

    Args:
        covered: the widget; the veil is its child, hidden at first.
    """

    def __init__(self, covered: QWidget) -> None:
        super().__init__(covered)
        self._covered = covered
        self._colour = QColor(0, 0, 0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Loading")
        self.hide()
        covered.installEventFilter(self)

    def set_colours(self, colours: Colours) -> None:
        """Set the colour, that of the page's background."""
        self._colour = QColor(colours.background5)
        self._colour.setAlpha(_ALPHA)
        self.update()

    def set_drawn(self, is_drawn: bool) -> None:
        """Show or hide the veil."""
        if is_drawn:
            self.resize(self._covered.size())
            self.raise_()
        self.setVisible(is_drawn)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the widget, and stay above its new children."""
        if self.isVisible() and event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self.resize(self._covered.size())
            self.raise_()
        return bool(super().eventFilter(watched, event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the widget with the translucent colour."""
        QPainter(self).fillRect(event.rect(), self._colour)

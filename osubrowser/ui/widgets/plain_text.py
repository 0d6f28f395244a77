"""Plain text of a server in widgets: a label that elides it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from osubrowser.services.text.plain import tooltip


class ElidedLabel(QLabel):
    """Label that paints as much of its text as fits; a change of the text changes no layout.

    Args:
        text: plain text.
        parent: the Qt parent.
        name: accessible name, whose description is the text; "" if the text is the name.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._text = ""
        self._name = name
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def text(self) -> str:
        """Return the full text."""
        return self._text

    def setText(self, text: str) -> None:
        """Set the text."""
        if text != self._text:
            self._text = text
            if self._name:
                self.setAccessibleDescription(text)
            else:
                self.setAccessibleName(text)
            self._show_tip()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the full text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text), metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return no width, as the text can be elided."""
        return QSize(0, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the full text as the tooltip where it is elided."""
        super().resizeEvent(event)
        self._show_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the elided text."""
        room = self.contentsRect()
        line = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

    def _show_tip(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(self._text) > self.contentsRect().width()
        tip = tooltip(self._text) if is_cut else ""
        if tip != self.toolTip():
            self.setToolTip(tip)

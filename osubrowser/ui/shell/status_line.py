"""Status line: the status text of the page, and facts about the connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from osubrowser.ui.style import icons
from osubrowser.ui.widgets.tooltips import tooltip

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

HEIGHT = 26


class StatusLine(QWidget):
    """Shows the status of the page on the left, facts about the connection on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._status = ElidedLabel(self)
        self._status.setAccessibleName("Status")
        self._server = QLabel(self)
        self._server.setTextFormat(Qt.TextFormat.PlainText)
        self._offline_picture = QLabel(self)
        self._offline = QLabel("offline", self)
        self._requests = QLabel(self)
        self._requests.setToolTip("Requests to osu! in the last minute")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self._status, 1)
        for label in (self._offline_picture, self._offline, self._server, self._requests):
            label.setContentsMargins(0 if label is self._offline else 8, 0, 0, 0)
            row.addWidget(label)
        self.set_offline(False)
        self.set_server("")
        self.set_requests(None)

    @property
    def status(self) -> str:
        """The status text of the page."""
        return self._status.text()

    @property
    def facts(self) -> str:
        """The texts on the right that are visible, joined."""
        labels = (self._offline, self._server, self._requests)
        return " · ".join(label.text() for label in labels if not label.isHidden())

    def set_status(self, text: str) -> None:
        """Show the status text of the page, such as `1-50 of 10,000`."""
        self._status.setText(text)

    def set_requests(self, last_minute: int | None) -> None:
        """Show the number of requests in the last minute; None for no session."""
        self._requests.setVisible(last_minute is not None)
        if last_minute is not None:
            noun = "request" if last_minute == 1 else "requests"
            self._requests.setText(f"{last_minute:,} {noun}/min")

    def set_offline(self, offline: bool) -> None:
        """Show or hide that osu! cannot be reached."""
        self._offline.setVisible(offline)
        self._offline_picture.setVisible(offline)

    def set_server(self, name: str) -> None:
        """Show the name of a server other than osu!'s, such as `demo`; "" for osu!'s."""
        self._server.setVisible(bool(name))
        self._server.setText(name)

    def set_colours(self, colours: Colours) -> None:
        """Draw the icon in these colours."""
        ratio = self.devicePixelRatioF()
        self._offline_picture.setPixmap(
            icons.pixmap("offline", colours.warning, ratio=ratio, size=16)
        )


class ElidedLabel(QFrame):
    """Label with one line of plain text, which is elided where it does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return the text in full."""
        return self._text

    def setText(self, text: str) -> None:
        """Set the text."""
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(text)
            self.setToolTip(tooltip(text))
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the text in full."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text), metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the elided text."""
        room = QRect(0, 0, self.width(), self.height())
        metrics = self.fontMetrics()
        line = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

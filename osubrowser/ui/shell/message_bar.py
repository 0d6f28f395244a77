"""Bar for one message at a time, over the foot of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.style import icons
from osubrowser.ui.widgets.assistive import announce

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

LEVELS: Final = ("info", "good", "warning", "bad")
STAYS: Final = 6000
"""Milliseconds after which a message is closed."""
WARNING_STAYS: Final = 4
"""Factor for warnings."""
_WIDEST: Final = 860  # pixels
_MARGIN: Final = 12
_MOST_QUEUED: Final = 10
_MOVED: Final = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show})


class _Queued(NamedTuple):
    """Message of the queue."""

    level: str
    text: str
    button: str
    action: Callable[[], object] | None


class MessageBar(QFrame):
    """Bar with the newest message. Messages close by themselves, except those of level `bad`.

    Messages of `show_in_turn` form a queue: each is shown until it is closed, and again after
    another message that replaced it.

    The bar lies over an area of the window, whose size does not change by it.

    Args:
        area: the widget at whose foot the bar is placed; a descendant of `parent`.
        parent: the window.

    Attributes:
        opened: the bar is about to be shown; it had no message before.
        closed: the message was closed, by a button or by timeout.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, area: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._area, self._window = area, parent
        self.setObjectName("messageBar")
        self._level = "info"
        self._key = ""
        self._colours: Colours | None = None
        self._action: Callable[[], object] | None = None
        self._queue: list[_Queued] = []
        self._is_in_turn = False
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._on_button_clicked)
        self._close = QToolButton(self)
        self._close.setAccessibleName(tr("Close message"))
        self._close.setToolTip(tr("Close"))
        self._close.setIconSize(QSize(16, 16))
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()

    @property
    def level(self) -> str:
        """The level of the message: `info`, `good`, `warning` or `bad`."""
        return self._level

    @property
    def text(self) -> str:
        """The text of the message."""
        return self._text.text()

    @property
    def button(self) -> QPushButton:
        """The button of the message; hidden if it has none."""
        return self._button

    def show_message(
        self,
        level: str,
        text: str,
        *,
        key: str = "",
        button: str = "",
        action: Callable[[], object] | None = None,
    ) -> None:
        """Show a message in place of the current one.

        Args:
            level: `info`, `good`, `warning` (stays longer) or `bad` (stays until closed).
            text: one plain sentence.
            key: identifier for `withdraw`.
            button: label of a button, such as "Undo".
            action: what the button calls.
        """
        self._is_in_turn = False
        self._level = level if level in LEVELS else "info"
        self._key = key
        self._text.setText(text)
        self._text.setAccessibleName(f"{self._level}: {text}")
        self._button.setVisible(bool(button and action))
        self._button.setText(button.replace("&", "&&"))
        self._action = action
        if self.isHidden():
            self._area.installEventFilter(self)
            self.opened.emit()
        self._draw()
        self.show()
        self.raise_()
        self._fit()
        self._restart()
        announce(self, text, is_urgent=self._level in ("warning", "bad"))

    def show_in_turn(
        self,
        level: str,
        text: str,
        *,
        button: str = "",
        action: Callable[[], object] | None = None,
    ) -> None:
        """Add a message to the queue of messages that no other one replaces for good.

        One that is queued already is not added again; the queue is bounded. A message with a button
        stays until it is closed.

        Args:
            level: as for `show_message`.
            text: one plain sentence.
            button: label of a button.
            action: what the button calls.
        """
        is_new = all((one.level, one.text) != (level, text) for one in self._queue)
        if is_new and len(self._queue) < _MOST_QUEUED:
            self._queue.append(_Queued(level, text, button, action))
        if not self._is_in_turn:
            self._show_next()

    def withdraw(self, key: str) -> None:
        """Close the message if it was shown with this key."""
        if key and key == self._key:
            self.dismiss()

    def dismiss(self) -> None:
        """Close the message."""
        self._timer.stop()
        if not self.isHidden():
            if self._is_in_turn:
                del self._queue[0]
                self._is_in_turn = False
            self._key = ""
            self._action = None
            self._area.removeEventFilter(self)
            self.hide()
            self.closed.emit()
            self._show_next()

    def dismiss_passing(self) -> None:
        """Close the message, unless it is one of `show_in_turn`."""
        if not self._is_in_turn:
            self.dismiss()

    def end(self) -> None:
        """Close the message, and drop the queue."""
        self._queue.clear()
        self._is_in_turn = False
        self.dismiss()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with, after the style sheet."""
        self._colours = colours
        self._draw()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the area."""
        if watched is self._area and event.type() in _MOVED:
            self._fit()
        return bool(super().eventFilter(watched, event))

    def _fit(self) -> None:
        """Set the geometry: at the foot of the area, as high as the text."""
        if self.isHidden():
            return
        area = self._area
        width = min(area.width() - 2 * _MARGIN, _WIDEST)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        corner = area.mapTo(self._window, QPoint((area.width() - width) // 2, area.height()))
        self.setGeometry(corner.x(), corner.y() - height - _MARGIN, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the background, then a stripe in the colour of the level."""
        super().paintEvent(event)
        if self._colours is not None:
            tone = _tone(self._level, self._colours)
            QPainter(self).fillRect(8, 9, 3, self.height() - 18, tone)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stop the timer while the mouse is over the message."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Start the timer again."""
        self._restart()
        super().leaveEvent(event)

    def _show_next(self) -> None:
        if self._queue:
            first = self._queue[0]
            self.show_message(first.level, first.text, button=first.button, action=first.action)
            self._is_in_turn = True
            self._restart()

    def _restart(self) -> None:
        self._timer.stop()
        stays = self._level == "bad" or (self._is_in_turn and self._action is not None)
        if not stays and not self.isHidden():
            # Longer texts stay longer: about fifteen characters a second.
            after = STAYS + max(0, len(self.text) - 60) * 65
            self._timer.start(after * (WARNING_STAYS if self._level == "warning" else 1))

    def _draw(self) -> None:
        if self._colours is None:
            return
        ratio = self.devicePixelRatioF()
        tone = _tone(self._level, self._colours)
        self._picture.setPixmap(icons.pixmap(self._level, tone, ratio=ratio))
        closing = icons.pixmap("close", self._colours.light1, ratio=ratio, size=16)
        self._close.setIcon(QIcon(closing))
        self.update()

    def _on_button_clicked(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()


def _tone(level: str, colours: Colours) -> QColor:
    tones = {"good": colours.good, "warning": colours.warning, "bad": colours.bad}
    return tones.get(level, colours.light2)

"""A bar that tells what came of an action, without being in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from osubrowser.ui.style import icons

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

LEVELS: Final = ("info", "good", "warning", "bad")
STAYS: Final = 6000
"""How long news that need no answer are seen, in milliseconds."""
WARNING_STAYS: Final = 4
"""How many times longer a warning is seen."""


class MessageBar(QFrame):
    """One message at a time; the newest wins. All but bad news leave by themselves.

    Those that are shown in turn must be read: they wait for each other, and come back when
    another one took their place.

    Attributes:
        closed: the message is gone: it was closed, or its time was over.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._level = "info"
        self._key = ""
        self._colours: Colours | None = None
        self._action: Callable[[], object] | None = None
        self._in_turn: list[tuple[str, str]] = []
        self._is_in_turn = False
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._on_button_clicked)
        self._close = QToolButton(self)
        self._close.setAccessibleName("Close message")
        self._close.setToolTip("Close")
        self._close.setIconSize(QSize(16, 16))
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()

    @property
    def level(self) -> str:
        """How serious the message is: `info`, `good`, `warning` or `bad`."""
        return self._level

    @property
    def text(self) -> str:
        """The message that is shown."""
        return self._text.text()

    @property
    def button(self) -> QPushButton:
        """The button of the message; hidden where the message has none."""
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
        """Show a message in place of the one before.

        Args:
            level: `info`, `good`, `warning` (stays longer) or `bad` (stays until closed).
            text: one plain sentence.
            key: a name by which `withdraw` takes back this message and no other.
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
        self._dress()
        self.show()
        self._restart()

    def show_in_turn(self, level: str, text: str) -> None:
        """Show a message that must be read, after those that are being shown in turn already."""
        if (level, text) not in self._in_turn:
            self._in_turn.append((level, text))
        if not self._is_in_turn:
            self._show_next()

    def withdraw(self, key: str) -> None:
        """Take back the message that was shown under this key, if it is still there."""
        if key and key == self._key:
            self.dismiss()

    def dismiss(self) -> None:
        """Close the message."""
        self._timer.stop()
        if not self.isHidden():
            if self._is_in_turn:
                del self._in_turn[0]
                self._is_in_turn = False
            self._key = ""
            self._action = None
            self.hide()
            self.closed.emit()
            self._show_next()

    def dismiss_passing(self) -> None:
        """Close the message, unless it is one that must be read."""
        if not self._is_in_turn:
            self.dismiss()

    def end(self) -> None:
        """Close the message, and show none of those that wait."""
        self._in_turn.clear()
        self._is_in_turn = False
        self.dismiss()

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        self._colours = colours
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground from the style sheet, then the stripe that tells the level."""
        super().paintEvent(event)
        if self._colours is not None:
            QPainter(self).fillRect(0, 0, 3, self.height(), _tone(self._level, self._colours))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the message is read."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Start counting again."""
        self._restart()
        super().leaveEvent(event)

    def _show_next(self) -> None:
        if self._in_turn:
            self.show_message(*self._in_turn[0])
            self._is_in_turn = True

    def _restart(self) -> None:
        self._timer.stop()
        if self._level != "bad" and not self.isHidden():
            # Longer texts take longer to read: about fifteen characters a second.
            stays = STAYS + max(0, len(self.text) - 60) * 65
            self._timer.start(stays * (WARNING_STAYS if self._level == "warning" else 1))

    def _dress(self) -> None:
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

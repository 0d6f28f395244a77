"""Icon in the system's tray, and notifications of the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

NOTICE_STAYS: Final = 15_000
"""Milliseconds that a notification stays."""
_EDGE: Final = 64  # pixels of the icon
_MOST: Final = 99
_BADGE: Final = "#FF66AB"


class Tray(QObject):
    """The program's one icon in the system's tray, shown if asked for, and while it notifies.

    Args:
        window: is shown by a click; its icon is that of the tray.

    Attributes:
        open_requested: show the window.
        following_requested: show the page of what is followed.
        pause_requested: pause the refreshing of what is followed, or go on.
        quit_requested: end the program.
    """

    open_requested = Signal()
    following_requested = Signal()
    pause_requested = Signal()
    quit_requested = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._pause_text = ""
        self._stays = False
        self._unread = 0
        self._on_click: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=NOTICE_STAYS)
        self._timer.timeout.connect(self._on_notice_over)

    @property
    def is_available(self) -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def is_shown(self) -> bool:
        """Whether the icon is in the tray."""
        return self._icon is not None and self._icon.isVisible()

    def set_shown(self, is_shown: bool) -> None:
        """Set whether the icon stays in the tray, beyond notifications."""
        self._stays = is_shown
        if is_shown and self.is_available:
            self._made().show()
        elif self._icon is not None and not self._timer.isActive():
            self._icon.hide()

    def set_unread(self, count: int) -> None:
        """Set the number of unread changes, which the icon shows."""
        if count != self._unread:
            self._unread = count
            self._draw()

    def set_pause(self, text: str) -> None:
        """Set the text of the entry that pauses the refreshing, or goes on; "" for none."""
        self._pause_text = text
        self._fill_menu()

    def notify(self, text: str, on_click: Callable[[], object]) -> bool:
        """Show a notification of the desktop; return False where there are none.

        Args:
            text: plain text.
            on_click: called when it is clicked, after the window has been shown.
        """
        if not self.is_available:
            return False
        self._on_click = on_click
        icon = self._made()
        icon.show()
        icon.showMessage("osubrowser", text, self._window.windowIcon(), NOTICE_STAYS)
        self._timer.start()
        return True

    def close(self) -> None:
        """Remove the icon and the notification."""
        self._timer.stop()
        self._on_click = None
        if self._icon is not None:
            self._icon.hide()

    def _made(self) -> QSystemTrayIcon:
        if self._icon is None:
            self._icon = QSystemTrayIcon(self)
            self._menu = QMenu(self._window)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._on_activated)
            self._icon.messageClicked.connect(self._on_message_clicked)
            self._draw()
            self._fill_menu()
        return self._icon

    def _fill_menu(self) -> None:
        menu = self._menu
        if menu is None:
            return
        menu.clear()
        menu.addAction(tr("Open osubrowser")).triggered.connect(lambda: self.open_requested.emit())
        menu.addAction(tr("Following")).triggered.connect(lambda: self.following_requested.emit())
        if self._pause_text:
            pause = menu.addAction(self._pause_text)
            pause.triggered.connect(lambda: self.pause_requested.emit())
        menu.addSeparator()
        menu.addAction(tr("Quit")).triggered.connect(lambda: self.quit_requested.emit())

    def _draw(self) -> None:
        if self._icon is None:
            return
        own = self._window.windowIcon()
        if not self._unread:
            self._icon.setIcon(own)
            self._icon.setToolTip("osubrowser")
            return
        self._icon.setIcon(QIcon(_with_badge(own, self._unread)))
        unread = tr("%n unread change(s)", "", self._unread)
        self._icon.setToolTip(f"osubrowser · {unread}")

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Context:
            return
        if self._timer.isActive() and self._on_click is not None:
            self._on_message_clicked()
        else:
            self.open_requested.emit()

    def _on_message_clicked(self) -> None:
        on_click, self._on_click = self._on_click, None
        self._on_notice_over()
        self.open_requested.emit()
        if on_click is not None:
            on_click()

    def _on_notice_over(self) -> None:
        self._timer.stop()
        self._on_click = None
        if self._icon is not None and not self._stays:
            self._icon.hide()


def _with_badge(icon: QIcon, count: int) -> QPixmap:
    """Return the picture of an icon with a number in its corner."""
    picture = icon.pixmap(_EDGE, _EDGE)
    if picture.isNull():
        picture = QPixmap(_EDGE, _EDGE)
        picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(1.0)
    edge = picture.width()
    text = numerals.whole(count) if count <= _MOST else f"{_MOST}+"
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont()
    font.setPixelSize(edge * 3 // 8)
    font.setBold(True)
    painter.setFont(font)
    width = max(edge // 2, painter.fontMetrics().horizontalAdvance(text) + edge // 6)
    badge = QRect(edge - width, edge // 2, width, edge // 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_BADGE))
    painter.drawRoundedRect(badge, edge / 4, edge / 4)
    painter.setPen(QColor("white"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture

"""The button at the top right: who is signed in, and the menu of what that allows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from osubrowser.ui.style import icons
from osubrowser.ui.widgets.tooltips import tooltip

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

    Pictures = Callable[[str, int, int, str], QPixmap | None]

AVATAR: Final = 24
"""Edge of the avatar in logical pixels."""
_WIDEST_NAME: Final = 160
_GAP: Final = 8
"""Room around the avatar: the style puts the name right beside it."""


class AccountButton(QToolButton):
    """Avatar and name; a press opens the menu that was given."""

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._avatar = ""
        self._pictures: Pictures | None = None
        self._colours: Colours | None = None
        self.setObjectName("account")
        self.setMenu(menu)
        menu.installEventFilter(self)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(AVATAR, AVATAR))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_account("Signed out", "")

    def show_account(self, name: str, avatar: str) -> None:
        """Show who is signed in.

        Args:
            name: a player's name, or words such as "Guest".
            avatar: address of the avatar, or "" where there is none.
        """
        self._name, self._avatar = name, avatar
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tooltip(f"{name}: account, theme, help"))
        self.setAccessibleName(f"Account: {name}")
        self._draw()

    def set_pictures(self, pictures: Pictures) -> None:
        """Take avatars from this callable (address, width, height, shape)."""
        self._pictures = pictures
        self._draw()

    def pictures_ready(self) -> None:
        """Look again: a picture has arrived."""
        if self._avatar:
            self._draw()

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        self._colours = colours
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu to the left: the button stands at the window's right edge."""
        if event.type() == QEvent.Type.Show and watched is self.menu():
            corner = self.mapToGlobal(QPoint(self.width(), self.height() + 2))
            self.menu().move(corner - QPoint(self.menu().width(), 0))
        return bool(super().eventFilter(watched, event))

    def _draw(self) -> None:
        picture = None
        if self._avatar and self._pictures is not None:
            picture = self._pictures(self._avatar, AVATAR, AVATAR, "round")
        if picture is not None:
            self.setIconSize(QSize(AVATAR + _GAP, AVATAR))
            self.setIcon(QIcon(picture))
        elif self._colours is not None:
            self.setIconSize(QSize(icons.SIZE, icons.SIZE))
            self.setIcon(icons.icon("person", self._colours, ratio=self.devicePixelRatioF()))

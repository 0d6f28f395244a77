"""Button with the avatar and name of the account, which opens the account menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from osubrowser.ui.style import icons
from osubrowser.ui.widgets.tooltips import tooltip

if TYPE_CHECKING:
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.ui.style.theme import Colours

AVATAR: Final = 24
"""Edge of the avatar in logical pixels."""
_WIDEST_NAME: Final = 160
_GAP: Final = 8
"""Pixels between the avatar and the name."""


class AccountButton(QToolButton):
    """Tool button that shows who is signed in.

    Args:
        menu: opened by a press.
        images: loads the avatar; None for none.
        parent: the Qt parent.
    """

    def __init__(
        self, menu: QMenu, images: ImageStore | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = ""
        self._avatar = ""
        self._images = images
        self._colours: Colours | None = None
        self.setObjectName("account")
        self.setMenu(menu)
        menu.installEventFilter(self)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(AVATAR, AVATAR))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if images is not None:
            images.ready.connect(self._on_images_ready)
        self.show_account("Signed out", "")

    def show_account(self, name: str, avatar: str) -> None:
        """Show who is signed in.

        Args:
            name: a player's name, or a text such as "Guest".
            avatar: address of the avatar, or "" where there is none.
        """
        self._name, self._avatar = name, avatar
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tooltip(f"{name}: account, theme, help"))
        self.setAccessibleName(f"Account: {name}")
        self._draw()

    def set_colours(self, colours: Colours) -> None:
        """Draw the icon in these colours."""
        self._colours = colours
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Align the menu with the button's right edge, which is that of the window."""
        if event.type() == QEvent.Type.Show and watched is self.menu():
            corner = self.mapToGlobal(QPoint(self.width(), self.height() + 2))
            self.menu().move(corner - QPoint(self.menu().width(), 0))
        return bool(super().eventFilter(watched, event))

    def _on_images_ready(self) -> None:
        if self._avatar:
            self._draw()

    def _draw(self) -> None:
        picture = None
        if self._avatar and self._images is not None:
            picture = self._images.request(self._avatar, AVATAR, AVATAR, "round")
        if picture is not None:
            self.setIconSize(QSize(AVATAR + _GAP, AVATAR))
            self.setIcon(QIcon(picture))
        elif self._colours is not None:
            self.setIconSize(QSize(icons.SIZE, icons.SIZE))
            self.setIcon(icons.icon("person", self._colours, ratio=self.devicePixelRatioF()))

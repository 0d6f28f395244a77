"""Button that follows the contents of a page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import hint, key_of
from osubrowser.ui.style import icons
from osubrowser.ui.style.colours import Colours

_ICON = 16  # pixels


class FollowButton(QPushButton):
    """Button *Follow*, or *Following* with a full bell; hidden where nothing can be followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_followed = False
        self._colours: Colours | None = None
        self.setIconSize(QSize(_ICON, _ICON))
        self.show_followed(None)

    @property
    def is_followed(self) -> bool:
        """Whether it shows that the contents are followed."""
        return self._is_followed

    def show_followed(self, is_followed: bool | None) -> None:
        """Show whether the contents are followed; None hides the button."""
        self._is_followed = bool(is_followed)
        self.setText(tr("Following") if is_followed else tr("Follow"))
        tip = (
            tr("How this is followed: title, group, note")
            if is_followed
            else tr("List what changes here on the page Following")
        )
        hint(self, tip, key_of("follow"))
        self.setVisible(is_followed is not None)
        self._draw()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the icon."""
        self._colours = colours
        self._draw()

    def _draw(self) -> None:
        if self._colours is not None:
            name = "bell-full" if self._is_followed else "bell"
            ratio = self.devicePixelRatioF()
            self.setIcon(icons.icon(name, self._colours, ratio=ratio, size=_ICON))

"""Button that follows the contents of a page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import hint, key_of
from osubrowser.ui.style import icons
from osubrowser.ui.style.colours import Colours

_ICON = 16  # pixels


class FollowButton(QPushButton):
    """Button *Follow*, or *Following* with a full bell; hidden where nothing can be followed.

    Attributes:
        shown_changed: the button was shown or hidden, or its width has changed.
    """

    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_followed = False
        self._is_short = False
        self._is_offered = False
        self._has_room = True
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
        self._show_text()
        tip = (
            tr("How this is followed: title, group, note")
            if is_followed
            else tr("List what changes here on the page Following")
        )
        hint(self, tip, key_of("follow"))
        self._is_offered = is_followed is not None
        self.setVisible(self._is_offered and self._has_room)
        self._draw()
        self.shown_changed.emit()

    def set_room(self, *, has_room: bool) -> None:
        """Set whether there is room for the button; without it the bell of the window remains."""
        if has_room != self._has_room:
            self._has_room = has_room
            self.setVisible(self._is_offered and has_room)

    def set_short(self, *, is_short: bool) -> None:
        """Set whether the button has no text."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._show_text()

    def _show_text(self) -> None:
        text = tr("Following") if self._is_followed else tr("Follow")
        self.setAccessibleName(text)
        self.setText("" if self._is_short else text)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the icon."""
        self._colours = colours
        self._draw()

    def _draw(self) -> None:
        if self._colours is not None:
            name = "bell-full" if self._is_followed else "bell"
            ratio = self.devicePixelRatioF()
            self.setIcon(icons.icon(name, self._colours, ratio=ratio, size=_ICON))

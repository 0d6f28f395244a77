"""Button with an icon only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import hint, key_of
from osubrowser.ui.style.icons import icon

if TYPE_CHECKING:
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.style.theme import Colours


class ToolButton(QToolButton):
    """Icon button with an accessible name and a tooltip.

    Args:
        name: accessible name.
        icon_name: name of the icon.
        tip: the tooltip.
        parent: the Qt parent.
        action: action of the shortcut to show in the tooltip; "" for none.
    """

    def __init__(
        self, name: str, icon_name: str, tip: str, parent: QWidget, *, action: str = ""
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._colours: Colours | None = None
        self.setAccessibleName(name)
        self.setToolTip(tip)
        if action:
            hint(self, tip, key_of(action))
        self.setIconSize(QSize(20, 20))
        self.setFixedSize(30, 30)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def below(self) -> QPoint:
        """Screen position below the button, for its menu."""
        return self.mapToGlobal(QPoint(0, self.height() + 2))

    def show_icon(self, icon_name: str, tip: str, *, name: str = "") -> None:
        """Show another icon and tooltip, of a button that does another thing now.

        Args:
            icon_name: name of the icon.
            tip: the tooltip.
            name: accessible name; "" for the tooltip.
        """
        self._icon_name = icon_name
        self.setToolTip(tip)
        self.setAccessibleName(name or tip)
        if self._colours is not None:
            self.set_colours(self._colours)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the icon."""
        self._colours = colours
        self.setIcon(icon(self._icon_name, colours, ratio=self.devicePixelRatioF()))

    def set_icon_name(self, icon_name: str) -> None:
        """Set another icon, by its name."""
        if icon_name != self._icon_name:
            self._icon_name = icon_name
            if self._colours is not None:
                self.set_colours(self._colours)


def columns_button(parent: QWidget) -> ToolButton:
    """Return the button that opens the column chooser."""
    return ToolButton(tr("Columns"), "columns", tr("Choose the columns of this table"), parent)


def view_button(parent: QWidget) -> ToolButton:
    """Return the button that shows a list as cards, or as a table again."""
    return ToolButton(tr("Show as cards"), "card-view", tr("Show as cards"), parent)


def export_button(
    parent: QWidget, tip: str = tr("Write the loaded rows to a CSV or JSON file")
) -> ToolButton:
    """Return the button that exports the loaded rows."""
    return ToolButton(tr("Export"), "export", tip, parent, action="export")


def load_all_button(parent: QWidget, key: Key) -> ToolButton:
    """Return the button that loads all rows, or stops that."""
    tip = tr("Load all rows, to sort, filter and export them; again to stop")
    button = ToolButton(tr("Load all rows"), "load-all", tip, parent)
    hint(button, tip, key)
    return button

"""Replay library: the table of the replay files of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.ui.widgets.state_panel import Notice, StatePanel

if TYPE_CHECKING:
    from osubrowser.ui.pages.replays.parts import ReplaysParts
    from osubrowser.ui.style.theme import Colours


class LibraryView(QWidget):
    """Replay library: the replay files of this computer, with their figures.

    Args:
        parts: services.
        colours: to paint with until `set_colours` is called.
        parent: the page.

    Attributes:
        status_changed, open_requested, message_requested, sign_in_requested, online_changed: as
            of `Page`.
    """

    status_changed = Signal(str)
    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    def __init__(self, parts: ReplaysParts, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._nothing = StatePanel(self)
        self._nothing.show_notice(Notice("There are no replays on this computer yet."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing)
        self.set_colours(colours)

    def show_list(self, state: object | None) -> None:
        """Show the library; `state` is what `save_state` returned, or None."""
        self.status_changed.emit("")

    def save_state(self) -> object | None:
        """Return the state by which `show_list` restores the rows."""
        return None

    @property
    def is_settled(self) -> bool:
        """Whether the rows are there."""
        return True

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing."""
        return None

    def reload(self) -> None:
        """Scan the folders again."""

    def take_focus(self) -> None:
        """Set the focus to the table."""
        self.setFocus()

    def start_filter(self) -> None:
        """Set the focus to the filter field."""

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""

    def export(self) -> None:
        """Export the rows to a file chosen in a dialog."""

    def leave(self) -> None:
        """Release the rows; called when the window closes or the account changes."""

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""

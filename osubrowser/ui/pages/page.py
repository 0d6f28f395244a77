"""Base class of all pages: the interface between a page and the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.style.theme import Colours


class Page(QWidget):
    """Widget that shows places of one kind. The window keeps the history.

    A page is built when it is first shown and lives as long as the window. Its signals are
    requests to the window, or facts about itself; a page has no reference to its window.

    Attributes:
        hue: degrees of the colour circle, where what is shown has a hue of its own; None for
            that of the kind of page.
        place_changed: `(Place, replace)`: the page's own controls move it to another place.
            Emitted *before* the page shows it, so that the window can still save the state of
            the place that is left: use `move_to`. `replace` keeps no entry for the old place.
        title_changed: the title of what is shown, for the window's title.
        status_changed: the left text of the status line, such as "1-50 of 10,000 · 350 loaded".
        open_requested: `(Place | WebAddress, how)`: open a link. `how` is `here`, `background`
            or `web` (the web browser).
        message_requested: `(level, text)`: show a message; `info`, `good`, `warning`, `bad`.
        sign_in_requested: open the welcome page.
        hue_changed: `hue` has changed: the window calls `apply_style`.
        online_changed: `False` when a load failed because osu! cannot be reached, `True` when
            one succeeded.
    """

    hue: int | None = None

    place_changed = Signal(object, bool)
    title_changed = Signal(str)
    status_changed = Signal(str)
    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    hue_changed = Signal()
    online_changed = Signal(bool)

    def move_to(self, place: Place, *, replace: bool = False) -> None:
        """Go to another place on behalf of the page's own controls."""
        self.place_changed.emit(place, replace)
        self.show_place(place, None)

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a place.

        Args:
            place: of a type that this page is for.
            state: what `save_state` returned when this place was left, to restore rows, filter
                and scroll position without asking the server; None for a fresh visit.
        """

    def save_state(self) -> object | None:
        """Return the state by which `show_place` restores what is shown; None for none."""
        return None

    def landmark(self) -> tuple[Place, str] | None:
        """Return the place and title to record in the history of visits; None for no record."""
        return None

    def reload(self) -> None:
        """Load again what is shown (F5)."""

    def take_focus(self) -> None:
        """Set the focus to the table, else to the first control."""
        table = next((t for t in self.findChildren(QTableView) if t.isVisibleTo(self)), None)
        if table is not None:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.focusNextChild()

    def start_filter(self) -> None:
        """Set the focus to the filter field (Ctrl+F)."""

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV (Ctrl+C)."""

    def export(self) -> None:
        """Export the loaded rows to a file that is asked for (Ctrl+E)."""

    def apply_style(self, sheet: str, colours: Colours) -> None:
        """Set the style sheet and the colours that are painted with."""
        self.setStyleSheet(sheet)
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; `apply_style` has set the style sheet."""

    @property
    def is_settled(self) -> bool:
        """Whether no load is running: what was asked for is shown, or has failed."""
        return True

    @property
    def failure(self) -> BaseException | None:
        """The error for which what was asked for is not shown; None when it is."""
        return None

    def leave(self) -> None:
        """Cancel what is running: the window closes, or the account changes."""

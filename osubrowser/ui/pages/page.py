"""The base of every page: what the window may ask of it, and what it may ask of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.places.places import Place
    from osubrowser.ui.keys.shortcuts import Key
    from osubrowser.ui.style.theme import Colours


class Page(QWidget):
    """One page of the window. It shows places; the window keeps the history.

    A page is built when its tab is first opened and lives as long as the window. All of its
    signals are wishes to the window, or facts about itself; a page never knows its window.

    Attributes:
        hue: degrees of the colour circle; the window dresses the page in it.
        place_changed: `(Place, replace)`: the page's own controls move it to another place.
            Emitted *before* the page shows it, so that the window can still save the state of
            the place that is left: use `move_to`. `replace` keeps no entry for the old place.
        title_changed: the title of what is shown, for the window's title.
        status_changed: the left text of the status line, such as "1-50 of 10,000 · 350 loaded".
        open_requested: `(Place | WebAddress, how)`: open a link. `how` is `here`, `background`
            or `web` (the web browser).
        message_requested: `(level, text)`: tell the person; `info`, `good`, `warning`, `bad`.
        sign_in_requested: the person wants to sign in.
        keys: shortcuts that only this page has, for the sheet of all shortcuts; the page binds
            them itself.
        hue_changed: `hue` is another one now: the window dresses the page anew.
        online_changed: `False` when a load failed because osu! cannot be reached, `True` when
            one came through.
    """

    hue: int = 0
    keys: Sequence[Key] = ()

    place_changed = Signal(object, bool)
    title_changed = Signal(str)
    status_changed = Signal(str)
    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    hue_changed = Signal()
    online_changed = Signal(bool)

    def move_to(self, place: Place, *, replace: bool = False) -> None:
        """Go to another place because of the page's own controls: tell the window, then show it."""
        self.place_changed.emit(place, replace)
        self.show_place(place, None)

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a place.

        Args:
            place: one of the kinds that this page is for.
            state: what `save_state` returned when this place was left, to restore rows, filter
                and scroll position without asking the server; None for a fresh visit.
        """

    def save_state(self) -> object | None:
        """Return what `show_place` needs to bring the shown place back as it is now."""
        return None

    def landmark(self) -> tuple[Place, str] | None:
        """Return the place and title by which what is shown is remembered; None for not at all."""
        return None

    def reload(self) -> None:
        """Ask the server again for what is shown (F5)."""

    def take_focus(self) -> None:
        """Put the focus where a person goes on: in the table, else in the first control."""
        table = next((t for t in self.findChildren(QTableView) if t.isVisibleTo(self)), None)
        if table is not None:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.focusNextChild()

    def start_filter(self) -> None:
        """Put the cursor where loaded rows are filtered (Ctrl+F)."""

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard as TSV (Ctrl+C)."""

    def export(self) -> None:
        """Ask where to write what is loaded, then write it (Ctrl+E)."""

    def dress(self, sheet: str, colours: Colours) -> None:
        """Wear a style sheet, and paint with its colours."""
        self.setStyleSheet(sheet)
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on; `dress` has set the style sheet."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way: what was asked for is shown, or has failed."""
        return True

    @property
    def failure(self) -> BaseException | None:
        """Why what was asked for is not shown; None when it is."""
        return None

    def leave(self) -> None:
        """Stop what is under way: the page is hidden for good, or the account is another one."""

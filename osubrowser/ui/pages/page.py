"""Base class of all pages: the interface between a page and the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTableView, QWidget

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.services.history.followable import FollowKind
    from osubrowser.services.places.places import Place
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.follow_button import FollowButton


class Page(QWidget):
    """Base class of the widgets that show places of one kind. The window has the history.

    A page is built when it is first shown and lives as long as the window. Its signals are
    requests to the window, or facts about itself; a page has no reference to its window.

    Attributes:
        hue: degrees of the colour circle, where the contents have a hue of their own; None for
            that of the kind of page.
        follow_button: the button that follows the contents; None for a page without one, which the
            bell of the window follows alone.
        place_changed: `(Place, replace)`: the page's own controls move it to another place.
            Emitted *before* the page shows it, so that the window can still save the state of
            the previous place: use `move_to`. With `replace`, the history has no entry for the
            previous place.
        title_changed: the title of the contents, for the window's title.
        status_changed: the left text of the status line, such as "1-50 of 10,000 · 350 loaded".
        open_requested: `(Place | WebAddress, how)`: open a link. `how` is `here`, `background`
            or `web` (the web browser).
        message_requested: `(level, text)`: show a message; `info`, `good`, `warning`, `bad`.
        sign_in_requested: open the welcome page.
        hue_changed: `hue` has changed: the window calls `apply_style`.
        online_changed: `False` when a load failed because osu! is unreachable, `True` when one
            succeeded.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Pane

    hue: int | None = None
    follow_button: FollowButton | None = None

    place_changed = Signal(object, bool)
    title_changed = Signal(str)
    status_changed = Signal(str)
    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    hue_changed = Signal()
    online_changed = Signal(bool)

    @property
    def picture(self) -> str:
        """URL of the picture of the contents, such as an avatar; "" for none."""
        return ""

    def follow_title(self, kind: FollowKind) -> str:
        """Return what the contents are called as one of the followed things.

        Args:
            kind: how they are followed.

        Returns:
            the name without what is only the view of it, such as a section; "" for the title.
        """
        return ""

    def move_to(self, place: Place, *, replace: bool = False) -> None:
        """Emit `place_changed` for another place, then show it."""
        self.place_changed.emit(place, replace)
        self.show_place(place, None)

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a place.

        Args:
            place: a place of a type that this page shows.
            state: what `save_state` returned when this place was left, to restore rows, filter
                and scroll position without requests; None for a new visit.
        """

    def save_state(self) -> object | None:
        """Return the state by which `show_place` restores the contents; None for none."""
        return None

    def landmark(self) -> tuple[Place, str] | None:
        """Return the place and title to record as a visit; None for no record."""
        return None

    def reload(self) -> None:
        """Load the contents again (F5)."""

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

    def save_replays(self) -> None:
        """Save the replays of the selected scores of a visible list (Ctrl+S)."""
        from osubrowser.ui.lists.list_controller import ListController

        lists = [
            one
            for one in self.findChildren(ListController)
            if one.offers_replays and one.table.isVisibleTo(self)
        ]
        if lists:
            next((one for one in lists if one.table.hasFocus()), lists[0]).save_replays()
        else:
            self.message_requested.emit(
                "info",
                tr("There are no scores here: in a list of scores this saves their replays."),
            )

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog (Ctrl+E)."""

    def apply_style(self, sheet: str, colours: Colours) -> None:
        """Set the style sheet and the colours that are painted with."""
        self.setStyleSheet(sheet)
        self.set_colours(colours)

    def apply_first_style(self, sheet: str, colours: Colours) -> None:
        """Set the style sheet of a new page, which was built with these colours."""
        self.setStyleSheet(sheet)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; `apply_style` has set the style sheet."""

    @property
    def is_settled(self) -> bool:
        """Whether no load is running: the requested contents are shown, or have failed."""
        return True

    @property
    def failure(self) -> BaseException | None:
        """The error for which contents are missing; None if none are."""
        return None

    @property
    def is_animated(self) -> bool:
        """Whether something moves now, which a pause of some frames would disturb."""
        return False

    def leave(self) -> None:
        """Cancel all loads; called when the window closes or the account changes."""

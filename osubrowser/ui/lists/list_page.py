"""Base class of pages of one list of rows, below a bar or a header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from osubrowser.services.session.account import ClientWatch
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY, bind
from osubrowser.ui.lists.list_controller import ListState
from osubrowser.ui.pages.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


class ListPage(Page):
    """Page of a list that a place specifies.

    A subclass says what is shown by `take_place`, `spec_of` and `title_of`, and puts `list.rows`
    into `column`, below its bar.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called. A subclass
            calls `set_colours` at the end of its `__init__`.
        parent: the Qt parent.

    Attributes:
        parts: the services.
        list: the controller of the list.
        column: the layout of the page.
        place: the shown place; None before the first one.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
        self.place: Place | None = None
        self.list = parts.list_below(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 12, 0)
        self.column.setSpacing(10)
        rows = self.list
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self.open_requested)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.online_changed.connect(self.online_changed)
        rows.action_requested.connect(self._on_action_requested)
        ClientWatch(parts.account, self).changed.connect(self._on_client_changed)
        bind(self, (LOAD_ALL_KEY,), {LOAD_ALL_KEY.action: rows.load_all})

    # --- what a subclass says -----------------------------------------------------------------

    def take_place(self, place: Place) -> Place | None:
        """Set the controls to a place, and return it as normalised; None if it is not for here."""
        return place

    def spec_of(self, place: Place) -> ListSpec:
        """Return the list of a place that `take_place` has returned."""
        raise NotImplementedError

    def title_of(self, place: Place) -> str:
        """Return the title of a place that `take_place` has returned."""
        raise NotImplementedError

    def act(self, key: str) -> None:
        """Do what the button of an empty list says; `key` is that of its `EmptyText.action`."""

    # --- requests of the window ---------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the rows in view are loaded, or have failed."""
        return self.list.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the list of a place, or restore it from `state`."""
        taken = self.take_place(place)
        if taken is None:
            return
        self.place = taken
        known = state if isinstance(state, ListState) else None
        self.list.show(self.spec_of(taken), state=known)
        self.title_changed.emit(self.title_of(taken))

    def save_state(self) -> object | None:
        """Return the rows and the scroll position; None without rows."""
        return self.list.save_state() if self.list.model.loaded else None

    def landmark(self) -> tuple[Place, str] | None:
        """Return the list."""
        return None if self.place is None else (self.place, self.title_of(self.place))

    def reload(self) -> None:
        """Load the rows again."""
        if self.list.spec is not None:
            self.list.reload()
        elif self.place is not None:
            self.show_place(self.place, None)

    def take_focus(self) -> None:
        """Set the focus to the table, or to the button of the message in its place."""
        self.list.take_focus()

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.list.start_filter()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.list.copy_selection()

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""
        self.list.export()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.list.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self.list.leave()

    # --- slots ----------------------------------------------------------------------------------

    def _on_action_requested(self, key: str) -> None:
        self.act(key)

    def _on_client_changed(self) -> None:
        """Load again."""
        is_shown = self.list.spec is not None
        self.leave()
        if is_shown and self.place is not None:
            self.show_place(self.place, None)

"""Section of one list of a subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY, bind
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import ListState
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

S = TypeVar("S")
"""Type of the subject."""


class SubjectListSection(Section[S]):
    """Section that shows a list of the subject as a table, or as cards where the list has them.

    Args:
        name: accessible name of the section.
        parts: services that sections are built with.
        parent: the Qt parent.
        spec_of: returns the list of a subject; None for a subclass with a `spec_of` of its own.
        choices: key and label of each list, where there are several: a subclass connects
            `bar.chosen`.
        note: text above the list; "" for none.
        has_cards: whether the list has a view as cards.
        has_load_all: whether all rows can be loaded at the user's wish.

    Attributes:
        parts: the services.
        list: the controller of the list.
        bar: the bar above it.
        column: the layout of bar and rows.
        subject: the shown subject; None for none.
    """

    def __init__(
        self,
        name: str,
        parts: SectionParts,
        parent: QWidget,
        spec_of: Callable[[S], ListSpec] | None = None,
        *,
        choices: Sequence[tuple[str, str]] = (),
        note: str = "",
        has_cards: bool = False,
        has_load_all: bool = False,
    ) -> None:
        super().__init__(parent)
        self.parts = parts
        self.subject: S | None = None
        self._spec_of = spec_of
        self.list = parts.list_below(self)
        self.bar = ListBar(
            name, choices, note, self, has_cards=has_cards, has_load_all=has_load_all
        )
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.list.rows, 1)
        rows = self.list
        rows.bind_filter(self.bar.filter)
        bar = self.bar
        rows.bind_buttons(
            columns=bar.columns, export=bar.export, load_all=bar.load_all, view=bar.view
        )
        if has_load_all:
            bind(self, (LOAD_ALL_KEY,), {LOAD_ALL_KEY.action: rows.load_all})
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self.open_requested)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.online_changed.connect(self.online_changed)
        rows.action_requested.connect(self.act)

    # --- what a subclass may say --------------------------------------------------------------

    def spec_of(self, subject: S) -> ListSpec:
        """Return the list of a subject.

        Raises:
            NotImplementedError: neither a subclass nor an argument has it.
        """
        if self._spec_of is None:
            raise NotImplementedError
        return self._spec_of(subject)

    def act(self, key: str) -> None:
        """Do what the button of an empty list says; `key` is that of its `EmptyText.action`."""

    # --- requests of the page -----------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the rows in view are loaded, or have failed."""
        return self.list.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    def show_subject(self, subject: S, state: object | None = None) -> None:
        """Show the list of a subject, or restore it from `state`."""
        self.subject = subject
        known = state if isinstance(state, ListState) else None
        self.list.show(self.spec_of(subject), state=known)

    def save_state(self) -> object | None:
        """Return the rows and the scroll position."""
        return self.list.save_state()

    def reload(self) -> None:
        """Load the rows again."""
        self.list.reload()

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self.subject = None
        self.list.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.bar.set_colours(colours)
        self.list.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the table, or to the button of the message in its place."""
        self.list.take_focus(self)

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.list.start_filter()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.list.copy_selection()

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""
        if self.subject is not None:
            self.list.export()

"""Section of the changes of a build as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from osubrowser.models.changelog.build import BuildSubject
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import ListController, ListState
from osubrowser.ui.pages.changelog.specs import build_entries_spec
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


class EntriesSection(Section[BuildSubject]):
    """Table of the changes of a build.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        bar: filter and tools.
        list: the controller of the table.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ListBar("Changes", (), "", self)
        self.list = ListController(
            parts.account,
            parts.calls,
            parts.settings,
            parts.colours,
            parts.images,
            parts.has_page,
            self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.list.rows, 1)
        rows = self.list
        rows.bind_filter(self.bar.filter)
        rows.bind_buttons(columns=self.bar.columns, export=self.bar.export)
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self.open_requested)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.online_changed.connect(self.online_changed)
        self.set_colours(parts.colours)

    def show_subject(self, subject: BuildSubject, state: object | None = None) -> None:
        """Show the changes of a build."""
        saved = state if isinstance(state, ListState) else None
        self.list.show(build_entries_spec(subject.stream, subject.version), state=saved)

    def save_state(self) -> object | None:
        """Return the rows and the scroll position; None without rows."""
        return self.list.save_state() if self.list.model.loaded else None

    def reload(self) -> None:
        """Load the rows again."""
        self.list.reload()

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self.list.leave()

    @property
    def is_settled(self) -> bool:
        """Whether the rows in view are loaded, or have failed."""
        return self.list.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.bar.set_colours(colours)
        self.list.set_colours(colours)

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
        """Export the rows to a file chosen in a dialog."""
        self.list.export()

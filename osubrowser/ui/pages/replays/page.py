"""Page of replays: the download queue, and the library of replay files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from osubrowser.services.places.places import AppPlace, Place
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.replays.app_pages import LIBRARY, QUEUE
from osubrowser.ui.pages.replays.library import LibraryView
from osubrowser.ui.pages.replays.queue import QueueView
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.ui.pages.replays.parts import ReplaysParts
    from osubrowser.ui.style.theme import Colours

_TITLES = {QUEUE.name: tr("Replay downloads"), LIBRARY.name: LIBRARY.title}


class ReplaysPage(Page):
    """Page for `AppPlace("replays")`, the queue, and `AppPlace("replay-library")`.

    Args:
        parts: services.
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        halves: the two choices.
    """

    def __init__(
        self, parts: ReplaysParts, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.halves = Segments(
            tr("Replays"),
            ((QUEUE.name, tr("Queue")), (LIBRARY.name, tr("Library"))),
            self,
            is_primary=True,
        )
        self._parts, self._colours = parts, colours
        self._queue: QueueView | None = None
        self._library: LibraryView | None = None
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.halves.chosen.connect(lambda name: self.move_to(AppPlace(name)))
        self.set_colours(colours)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.halves)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    @property
    def queue(self) -> QueueView:
        """The queue, built at the first use: both halves at once would take 50 ms."""
        if self._queue is None:
            self._queue = QueueView(self._parts, self._colours, self)
            self._add(self._queue)
        return self._queue

    @property
    def library(self) -> LibraryView:
        """The library, built at the first use."""
        if self._library is None:
            self._library = LibraryView(self._parts, self._colours, self)
            self._add(self._library)
        return self._library

    def _add(self, half: QueueView | LibraryView) -> None:
        self._stack.addWidget(half)
        half.status_changed.connect(self._on_status_changed)
        half.open_requested.connect(self.open_requested)
        half.message_requested.connect(self.message_requested)
        half.sign_in_requested.connect(self.sign_in_requested)
        half.online_changed.connect(self.online_changed)

    @property
    def half(self) -> QueueView | LibraryView:
        """The half that is shown."""
        shown = self._stack.currentWidget()
        return self.library if shown is not None and shown is self._library else self.queue

    # --- requests of the window --------------------------------------------------------------

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the queue or the library."""
        if not isinstance(place, AppPlace):
            return
        self.halves.choose(place.name)
        half = self.library if place.name == LIBRARY.name else self.queue
        self._stack.setCurrentWidget(half)
        self.title_changed.emit(_TITLES.get(place.name, LIBRARY.title))
        half.show_list(state)

    def save_state(self) -> object | None:
        """Return the rows of the shown half, and their position."""
        return self.half.save_state()

    def reload(self) -> None:
        """Look for new files, or try failed downloads again."""
        self.half.reload()

    def take_focus(self) -> None:
        """Set the focus to the table of the shown half."""
        self.half.take_focus()

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.half.start_filter()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.half.copy_selection()

    def export(self) -> None:
        """Export the rows to a file chosen in a dialog."""
        self.half.export()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        for part in (self.halves, self._queue, self._library):
            if part is not None:
                part.set_colours(colours)

    @property
    def is_settled(self) -> bool:
        """Whether the rows of the shown half are there."""
        return self.half.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.half.failure

    def leave(self) -> None:
        """Release the rows."""
        for half in (self._queue, self._library):
            if half is not None:
                half.leave()

    def _on_status_changed(self, text: str) -> None:
        if self.sender() is self.half:
            self.status_changed.emit(text)

"""List of the difficulties of a set, in the ruleset of the chosen one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.models.beatmaps.listing_columns import difficulty_record
from osubrowser.models.beatmaps.set_difficulties import load_difficulties, set_difficulty_columns
from osubrowser.services.places.places import MODE_NAMES, BeatmapsetPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListController, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.style.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_MOST_ROWS: Final = 8
"""Rows before the list scrolls in itself."""
_EDGES: Final = 8


class DifficultyList(QWidget):
    """Table of all difficulties of a ruleset; opening a row chooses it.

    Attributes:
        list: the list.
        open_requested: `(Place, how)`: open a difficulty.
        message_requested: `(level, text)`: show a message.
    """

    open_requested = Signal(object, str)
    message_requested = Signal(str, str)

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, str] | None = None
        self._place: BeatmapsetPlace | None = None
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
        layout.addWidget(self.list.rows)
        self.list.open_requested.connect(self.open_requested)
        self.list.message_requested.connect(self.message_requested)

    def show_subject(self, subject: BeatmapsetSubject, place: BeatmapsetPlace | None) -> None:
        """Show the difficulties of a set in the ruleset of the chosen one, which is marked.

        Args:
            subject: the set.
            place: the place of the page, whose mods the links of the rows have.
        """
        self._place = place
        entries = subject.entries_in(subject.mode)
        if self._shown != (subject.beatmapset, subject.mode):
            self._shown = (subject.beatmapset, subject.mode)
            self.list.show(self._spec(subject))
            header = self.list.table.horizontalHeader().sizeHint().height()
            rows = min(max(len(entries), 1), _MOST_ROWS)
            self.setFixedHeight(rows * ROW_HEIGHT + header + _EDGES)
        self.setVisible(bool(entries))
        self.list.table.mark_row(subject.key)

    def leave(self) -> None:
        """Cancel the load and release the rows."""
        self._shown = None
        self.list.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.list.set_colours(colours)

    def _spec(self, subject: BeatmapsetSubject) -> ListSpec:
        mode, entries = subject.mode, subject.entries_in(subject.mode)

        def columns(_original: bool) -> Columns:
            return set_difficulty_columns(mode, entries)

        def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            return loader.by_cursor(load_difficulties, subject, mode, columns)

        def link(item: Any, _origin: str) -> RowLink:  # noqa: ANN401 - any item
            beatmap, its_mode = item.key
            place = self._place or BeatmapsetPlace(subject.id)
            return RowLink(replace(place, beatmap=beatmap, mode=its_mode), item.beatmap.version)

        return ListSpec(
            key=f"beatmapset/difficulties/{mode}",
            title=tr("Difficulties, {mode}").format(mode=MODE_NAMES.get(mode, mode)),
            columns=columns,
            source=source,
            record=difficulty_record,
            file_stem=f"osu-beatmapset-{subject.id}-{mode}",
            empty=EmptyText(tr("There are no difficulties in this ruleset.")),
            link=link,
            own=lambda: subject.key,
            columns_key="beatmapset/difficulties",
        )

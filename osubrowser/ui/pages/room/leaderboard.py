"""Leaderboard section of a room, with the own line above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.rooms.room import RoomSubject
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.room.specs import leaderboard_spec
from osubrowser.ui.sections.list_section import SubjectListSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.table.sources import RowsPage
    from osubrowser.ui.sections.host import SectionParts


class LeaderboardSection(SubjectListSection[RoomSubject]):
    """Section of the players of a room, best first.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.
    """

    def __init__(self, parts: SectionParts, parent: QWidget) -> None:
        super().__init__(
            tr("Leaderboard"),
            parts,
            parent,
            lambda subject: leaderboard_spec(parts, subject),
            has_load_all=True,
        )
        self.list.model.page_arrived.connect(self._on_page_arrived)
        self.set_colours(parts.colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        super().leave()
        self.bar.set_note("")

    def _on_page_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, str):
            self.bar.set_note(page.extra)

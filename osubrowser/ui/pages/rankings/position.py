"""Where in a ranking one is: the page in view, and the way to a rank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from osubrowser.models.rankings.rankings import PAGE_SIZE
from osubrowser.ui.style.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.pages.rankings.bar import RankingsBar
    from osubrowser.ui.table.row_table import RowTable


class RankingsPosition:
    """Knows and changes the place of a page's table in its ranking.

    Args:
        page: whose signals are emitted.
        bar: has the fields for a rank and for the filter.
        model: the rows.
        table: shows them.

    Attributes:
        is_held: a list is being put in place: where it stands means nothing yet.
    """

    def __init__(self, page: Page, bar: RankingsBar, model: PagedModel, table: RowTable) -> None:
        self._page = page
        self._bar = bar
        self._model = model
        self._table = table
        self.is_held = False

    @property
    def page(self) -> int | None:
        """The page (from 1) at the top of the view; None while that means nothing."""
        first, _ = self._table.visible_rows()
        if self.is_held or self._model.is_arranged or not self._model.loaded:
            return None
        return first // PAGE_SIZE + 1

    def stand_at(self, row: int) -> None:
        """Put a row (from 0) of the ranking at the top, unless rows are arranged."""
        if not self._model.is_arranged:
            self._table.scroll_to_position(self._model.view_row_of(row + 1) * ROW_HEIGHT)

    def go_to_rank(self, number: int) -> None:
        """Show a rank, or the last one there is."""
        if self._model.is_arranged:
            self._bar.filter.show_text("")
            self._table.clear_arrangement()
        total = self._model.total
        if total and number > total:
            self._page.message_requested.emit("info", f"The last rank here is {total:,}.")
            number = total
        self._bar.rank.clear()  # a rank that was gone to says nothing of where one stands later
        self._table.go_to(self._model.view_row_of(number))
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

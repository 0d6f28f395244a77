"""The figures of two compared players: a table that is there from memory before osu! answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from osubrowser.api.errors import LoginRequired
from osubrowser.models.players.comparison import Comparison, comparison_columns, load_comparison
from osubrowser.models.table.paged_model import PagedModel
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.cache.from_cache import load_cached
from osubrowser.ui.pages.rankings.source import seen, wait_of
from osubrowser.ui.table.paged_table import PagedTable

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.services.runtime.tasks import TaskScope
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.pages.player.sections import SectionParts


class ComparedFigures(PagedTable):
    """Shows every figure of two players, and who is ahead in it.

    Args:
        parts: what sections are built with.
        scope: owns the loads.
        describe: puts an error into words.

    Attributes:
        model: the rows.
        left: the first player; the next load is about this one.
        other: the second one's id or name.
        compared: the `Comparison`, once the second player is known, and each time anew.
    """

    compared = Signal(object)

    def __init__(
        self,
        parts: SectionParts,
        scope: TaskScope,
        describe: Callable[[BaseException], Sentence],
        parent: QWidget | None = None,
    ) -> None:
        self.model = PagedModel(comparison_columns("", ""), scope, is_wait=wait_of)
        super().__init__(self.model, describe=describe, colours=parts.colours, parent=parent)
        self.model.setParent(self)
        self._parts = parts
        self.left: Profile | None = None
        self.other: int | str | None = None
        self.table.setAccessibleName("Figures of both players")
        self.model.page_arrived.connect(self._on_page_arrived)

    def show_figures(self, names: tuple[str, str], snapshot: object | None = None) -> None:
        """Show `left` beside `other`.

        Args:
            names: what stands over the columns.
            snapshot: of the model, to come back without asking; None asks.
        """
        self.model.show(
            CursorSource(self._fetch, self._recall),
            columns=comparison_columns(*names),
            snapshot=snapshot,
        )

    def name_columns(self, names: tuple[str, str]) -> None:
        """Write these names over the columns; the rows stay."""
        titles = [column.title for column in self.model.columns]
        if titles != [column.title for column in comparison_columns(*names)]:
            self.show_figures(names, self.model.snapshot())

    def forget(self) -> None:
        """Let go of the players."""
        self.left = self.other = None
        self.model.clear()

    def words(self, comparison: Comparison) -> str:
        """Return what the status line says: who is ahead in how much, and how old that is."""
        return comparison.words + seen_ago(self.model.seen_at)

    async def _fetch(self, _cursor: object | None) -> RowsPage:
        client, left, other = self._parts.account.client, self.left, self.other
        if client is None:
            raise LoginRequired
        if left is None or other is None:  # let go of a moment ago
            return RowsPage([])
        return await self._parts.calls.run(load_comparison, client, left, other, left.mode)

    async def _recall(self, _cursor: object | None) -> RowsPage | None:
        client, left, other = self._parts.account.client, self.left, self.other
        if client is None or left is None or other is None:
            return None
        return seen(
            await load_cached(self._parts.calls, load_comparison, client, left, other, left.mode)
        )

    def _on_page_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, Comparison):
            # The names of both are known now; the model is in the middle of something.
            comparison = page.extra
            QTimer.singleShot(0, self, lambda: self._tell(comparison))

    def _tell(self, comparison: Comparison) -> None:
        if self.left is comparison.left and self.model.loaded:
            self.compared.emit(comparison)

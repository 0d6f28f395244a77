"""The scores that two compared players both have: a table that reads on in both lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from osubrowser.api.errors import LoginRequired
from osubrowser.models.players.shared_scores import SharedCursor, load_shared, shared_columns
from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.cache.from_cache import load_cached
from osubrowser.ui.pages.rankings.source import seen, wait_of
from osubrowser.ui.table.paged_table import PagedTable

if TYPE_CHECKING:
    from osubrowser.models.players.comparison import Comparison
    from osubrowser.models.table.column import Column, Row
    from osubrowser.services.runtime.tasks import TaskScope
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.pages.player.sections import SectionParts


class PlayerPair(NamedTuple):
    """Two players in one ruleset.

    Attributes:
        left_id, right_id: who.
        left, right: their names.
        mode: the ruleset.
    """

    left_id: int
    right_id: int
    left: str
    right: str
    mode: str

    @classmethod
    def of(cls, comparison: Comparison) -> PlayerPair:
        """Return the players of a comparison."""
        left, right = comparison.left, comparison.right
        return cls(left.id, right.id, left.name, right.name, left.mode)


class SharedScores(PagedTable):
    """Shows the scores of a comparison.

    Args:
        parts: what sections are built with.
        scope: owns the loads.
        describe: puts an error into words.

    Attributes:
        model: the rows.
        place_opened: `(Place, how)`: a row was opened, or something of its menu.
        message_requested: `(level, text)`: tell the person.
    """

    place_opened = Signal(object, str)
    message_requested = Signal(str, str)

    def __init__(
        self,
        parts: SectionParts,
        scope: TaskScope,
        describe: Callable[[BaseException], Sentence],
        parent: QWidget | None = None,
    ) -> None:
        columns = shared_columns("", "", original=False)
        self.model = PagedModel(columns, scope, is_wait=wait_of)
        super().__init__(self.model, describe=describe, colours=parts.colours, parent=parent)
        self.model.setParent(self)
        self._parts = parts
        self._both: PlayerPair | None = None
        self.table.setAccessibleName("Scores that both players have")
        self.table.open_requested.connect(self._on_opened)
        self.table.menu_requested.connect(self._on_menu_requested)

    def show_scores(self, both: PlayerPair, snapshot: object | None, offset: int = 0) -> None:
        """Show the scores that both have.

        Args:
            both: the players.
            snapshot: of the model, to come back without asking; None asks.
            offset: how far the table is scrolled.
        """
        self._both = both
        original = self._parts.settings.titles == "original"
        columns = shared_columns(both.left, both.right, original=original)
        self.set_empty_text(
            f"No beatmap is among the best scores of both {both.left} and {both.right}.",
            hint="osu! tells the 200 best scores of each player.",
        )
        players = (both.left_id, both.right_id)
        fetch = partial(self._fetch, players, both.mode, columns)
        known = partial(self._recall, players, both.mode, columns)
        self.model.show(CursorSource(fetch, known), columns=columns, snapshot=snapshot)
        if offset:
            QTimer.singleShot(0, self, lambda: self.table.scroll_to_position(offset))

    def forget(self) -> None:
        """Let go of the players."""
        self._both = None
        self.model.clear()

    @property
    def words(self) -> str:
        """How many beatmaps both have."""
        count = self.model.loaded
        more = "" if self.model.state is LoadState.END else " so far"
        age = seen_ago(self.model.seen_at)
        return f"{count:,} beatmap{'' if count == 1 else 's'} in both lists{more}{age}"

    async def _fetch(
        self,
        players: tuple[int, int],
        mode: str,
        columns: tuple[Column[Any], ...],
        cursor: object | None,
    ) -> RowsPage:
        client = self._parts.account.client
        if client is None:
            raise LoginRequired
        at = cursor if isinstance(cursor, SharedCursor) else SharedCursor()
        return await self._parts.calls.run(load_shared, client, players, mode, columns, at)

    async def _recall(
        self,
        players: tuple[int, int],
        mode: str,
        columns: tuple[Column[Any], ...],
        cursor: object | None,
    ) -> RowsPage | None:
        client = self._parts.account.client
        if client is None:
            return None
        at = cursor if isinstance(cursor, SharedCursor) else SharedCursor()
        return seen(
            await load_cached(self._parts.calls, load_shared, client, players, mode, columns, at)
        )

    def _on_opened(self, row: Row[Any], how: str) -> None:
        from osubrowser.ui.pages.player.compare.menu import beatmap_of

        place = beatmap_of(row.item)
        if place is None:
            self.message_requested.emit("info", "This beatmap is not on osu! any more.")
        else:
            self.place_opened.emit(place, how)

    def _on_menu_requested(self, rows: Sequence[Row[Any]], where: QPoint) -> None:
        from osubrowser.ui.pages.player.compare.menu import shared_menu
        from osubrowser.ui.pages.rankings.links import pop_up

        if rows and self._both is not None:
            names = (self._both.left, self._both.right)
            copy, server = self.table.copy_selection, self._parts.account.server
            open_ = self.place_opened.emit
            pop_up(shared_menu(self, rows[0].item, names, open_, copy, server), where)

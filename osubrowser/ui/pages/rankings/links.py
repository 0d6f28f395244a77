"""What the rows of a ranking and the beatmaps of a spotlight lead to, and their menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from osubrowser.services.places.places import BeatmapsetPlace, Place, RankingsPlace

if TYPE_CHECKING:
    from osubrowser.models.rankings.spotlights import BeatmapCard
    from osubrowser.models.table.column import Row
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.pages.rankings.spotlight_panel import SpotlightPanel
    from osubrowser.ui.table.row_table import RowTable


class RankingsLinks:
    """Answers the wishes of a table and of a spotlight's panel by those of their page.

    Args:
        page: whose signals are emitted.
        table: the ranking's rows.
        place: answers the place that is shown.
        origin: answers `https://host` of the server.
    """

    def __init__(
        self,
        page: Page,
        table: RowTable,
        place: Callable[[], RankingsPlace],
        origin: Callable[[], str],
    ) -> None:
        self._page = page
        self._table = table
        self._place = place
        self._origin = origin
        table.open_requested.connect(self._on_row_opened)
        table.menu_requested.connect(self._on_row_menu_requested)

    def serve(self, panel: SpotlightPanel) -> None:
        """Answer the wishes of a spotlight's panel, too."""
        panel.opened.connect(self._on_card_opened)
        panel.menu_requested.connect(self._on_card_menu_requested)

    def open(self, place: Place, how: str) -> None:
        """Open a place; another ranking is shown in this page."""
        if isinstance(place, RankingsPlace) and how == "here":
            self._page.move_to(place)
        else:
            self._page.open_requested.emit(place, how)

    def _on_row_opened(self, row: Row[Any], how: str) -> None:
        from osubrowser.ui.pages.rankings.menu import target_of

        target = target_of(self._place(), row.item)
        if target is None:
            self._page.message_requested.emit("info", "This player is not on osu! any more.")
        else:
            self.open(target.place, how)

    def _on_row_menu_requested(self, rows: Sequence[Row[Any]], where: QPoint) -> None:
        from osubrowser.ui.pages.rankings.menu import RowActions, row_menu

        if rows:
            copy = self._table.copy_selection
            actions = RowActions(self.open, self._page.move_to, copy, self._origin())
            pop_up(row_menu(self._page, self._place(), rows, actions), where)

    def _card_place(self, card: BeatmapCard) -> BeatmapsetPlace:
        return BeatmapsetPlace(card.id, card.beatmap, self._place().mode)

    def _on_card_opened(self, card: BeatmapCard, how: str) -> None:
        self.open(self._card_place(card), how)

    def _on_card_menu_requested(self, card: BeatmapCard, where: QPoint) -> None:
        from osubrowser.ui.pages.rankings.menu import beatmap_menu

        place = self._card_place(card)
        menu = beatmap_menu(self._page, place, card.title, self.open, self._origin())
        pop_up(menu, where)


def pop_up(menu: QMenu, where: QPoint) -> None:
    """Show a menu at a point of the screen; it goes away by itself."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(where)

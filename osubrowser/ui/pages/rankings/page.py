"""The Rankings page: any ranking that the API has, in one table over all of its ranks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.models.rankings.players import country_name_of
from osubrowser.models.rankings.rankings import PAGE_SIZE, player_of
from osubrowser.models.rankings.spotlights import SpotlightInfo
from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.services.places.places import RankingsPlace
from osubrowser.services.places.ranking_query import ranking_title
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.error_messages import was_reached
from osubrowser.ui.keys.shortcuts import bind
from osubrowser.ui.lists.column_state import ColumnStore
from osubrowser.ui.lists.pictures import give_pictures
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.rankings.bar import RankingsBar
from osubrowser.ui.pages.rankings.keys import KEYS
from osubrowser.ui.pages.rankings.links import RankingsLinks, pop_up
from osubrowser.ui.pages.rankings.messages import (
    describe_in,
    file_stem,
    nothing_in,
    status_of,
)
from osubrowser.ui.pages.rankings.pickers import PickerLists
from osubrowser.ui.pages.rankings.position import RankingsPosition
from osubrowser.ui.pages.rankings.source import RankingsSource, wait_of
from osubrowser.ui.pages.rankings.spotlight_slot import SpotlightSlot
from osubrowser.ui.table.paged_table import PagedTable

if TYPE_CHECKING:
    from osubrowser.models.table.sources import RowsPage as RowsPage
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.pages.rankings.spotlight_panel import SpotlightPanel
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class RankingsState:
    """How a ranking was left: its rows, and where in them one stood."""

    snapshot: object
    offset: int
    spotlight: SpotlightInfo | None


class RankingsPage(Page):
    """Shows a `RankingsPlace`.

    Args:
        account: who asks; its client fetches the rows.
        calls: runs what blocks.
        settings: keeps the columns of each ranking type, and the folder of exports.
        colours: what to paint with until `set_colours` is called.
        images: flags, avatars and covers; None for none.
    """

    def __init__(
        self,
        account: Account,
        calls: Calls,
        settings: Settings,
        colours: Colours,
        images: ImageStore | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._calls = calls
        self._images = images
        self._settings = settings
        self._place = RankingsPlace()
        self._client = account.client
        self._scope = TaskScope()
        self._exports = TaskScope()  # they go on when the ranking is let go
        self._shown = False  # whether a place was shown since the account became what it is
        self._source = RankingsSource(account, calls, self._flag, settings)
        columns, _ = self._source.of(self._place)
        self.model = PagedModel(columns, self._scope, is_wait=wait_of, parent=self)
        self.bar = RankingsBar(self._flag, self)
        self.rows = PagedTable(self.model, describe=self._describe, colours=colours, parent=self)
        self.table = self.rows.table
        self._lists = PickerLists(
            self.bar, calls, self._scope, lambda: self._account.client, self._own_country
        )
        self._columns = ColumnStore(self.table, settings)
        self._position = RankingsPosition(self, self.bar, self.model, self.table)
        self._opening = RankingsLinks(
            self, self.table, lambda: self._place, lambda: self._account.server
        )
        self.spotlight = SpotlightSlot(self._lay_out(), 1, colours, self._opening.serve)
        self._connect()
        give_pictures(images, self.bar, self.table, self.spotlight)
        self.set_colours(colours)

    # --- what the window asks -----------------------------------------------------------------

    @property
    def place(self) -> RankingsPlace:
        """The place that is shown."""
        return self._place

    @property
    def is_settled(self) -> bool:
        """Whether the rows asked for are there, or have failed."""
        return self.model.state in (LoadState.READY, LoadState.END, LoadState.FAILED)

    @property
    def failure(self) -> BaseException | None:
        """Why rows are missing; None when they are not."""
        return self.model.error

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a ranking, at its page; with `state` as it was left."""
        if not isinstance(place, RankingsPlace):
            return
        row = (place.page - 1) * PAGE_SIZE
        same = self._shown and replace(place, page=1) == replace(self._place, page=1)
        self._place = place
        self.bar.show_place(place)
        if isinstance(state, RankingsState):
            self._show_list(place, row, state)
        elif same and self.model.state is not LoadState.IDLE:
            self._position.stand_at(row)
        else:
            self._show_list(place, row, None)
        self._tell_title()
        self._tell_status()

    def save_state(self) -> object | None:
        """Return the rows and the place in them; None where there is nothing to keep."""
        if not self.model.loaded:
            return None
        return RankingsState(
            self.model.snapshot(),
            self.table.scroll_position(),
            self.spotlight.info,
        )

    def landmark(self) -> tuple[Place, str] | None:
        """Return the ranking, however far it is scrolled."""
        info = self.spotlight.info
        title = ranking_title(self._place, self._country_name(), info.name if info else None)
        return replace(self._place, page=1), title

    def reload(self) -> None:
        """Ask again for the page in view."""
        if self.model.state is LoadState.IDLE:
            self._show_list(self._place, (self._place.page - 1) * PAGE_SIZE, None)
        else:
            self.model.reload()

    def take_focus(self) -> None:
        """Put the focus in the table; where words stand in its place, on what helps there."""
        buttons = [] if self.table.isVisibleTo(self) else self.rows.shown_buttons()
        target = buttons[0] if buttons else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_filter(self) -> None:
        """Put the cursor into the filter field."""
        self.bar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.filter.selectAll()

    def start_rank(self) -> None:
        """Put the cursor into the field for a rank (Ctrl+G)."""
        self.bar.rank.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.rank.selectAll()

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard as TSV."""
        self.table.copy_selection()

    def export(self) -> None:
        """Ask for a file, then write the loaded rows to it on a worker."""
        from osubrowser.models.rankings.records import records
        from osubrowser.ui.lists.export import TableExport

        rows, place = self.model.loaded_rows(), self._place
        export = TableExport(
            self, self._calls, self._exports, self._settings, self.message_requested.emit
        )
        export.start(file_stem(place), rows, self.model.total, partial(records, place))

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        self.bar.set_colours(colours)
        self.spotlight.set_colours(colours)
        self.rows.set_colours(colours)

    def leave(self) -> None:
        """Stop what is under way and let the rows go."""
        self._columns.keep()
        self.model.clear()
        self._scope.cancel_all()
        self._lists.forget()
        self.spotlight.show_info(None)
        self._shown = False

    # --- building -----------------------------------------------------------------------------

    def _lay_out(self) -> QVBoxLayout:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        layout.addWidget(self.rows, 1)
        self.table.setAccessibleName("Ranking")
        bind(self, KEYS, {"rank": self.start_rank})
        return layout

    def _connect(self) -> None:
        bar, model, table = self.bar, self.model, self.table
        bar.place_requested.connect(self.move_to)
        bar.filter_changed.connect(model.set_filter)
        bar.filter_left.connect(table.setFocus)
        bar.focus_lost.connect(table.setFocus)
        bar.rank_requested.connect(self._position.go_to_rank)
        bar.columns_requested.connect(self._on_columns_requested)
        bar.export_requested.connect(self.export)
        model.loaded_changed.connect(self._on_loaded_changed)
        model.modelReset.connect(self._on_model_reset)
        model.state_changed.connect(self._on_state_changed)
        model.page_arrived.connect(self._on_page_arrived)
        table.scrolled.connect(self._on_scrolled)
        self.rows.sign_in_requested.connect(self.sign_in_requested)
        self.rows.action_requested.connect(self._on_action_requested)
        self._account.changed.connect(self._on_account_changed)

    @property
    def panel(self) -> SpotlightPanel:
        """The spotlight above the rows."""
        return self.spotlight.panel

    # --- rows ---------------------------------------------------------------------------------

    def _flag(self, code: str) -> str | None:
        return self._images.flag_url(code) if self._images is not None else None

    def _show_list(self, place: RankingsPlace, row: int, state: RankingsState | None) -> None:
        self._shown = self._position.is_held = True
        columns, source = self._source.of(place)
        if state is not None and state.spotlight is not None:
            self._show_info(state.spotlight)
        else:
            self.spotlight.show_info(None)
        self.model.show(
            source,
            columns=columns,
            start_row=row,
            snapshot=state.snapshot if state is not None else None,
        )
        self.bar.filter.show_text(self.model.arrangement.needle)
        self._columns.use(f"rankings/{place.type}")
        self._tell_empty()
        if state is not None:
            self.table.scroll_to_position(state.offset)
        self._position.is_held = False

    def _show_info(self, info: SpotlightInfo) -> None:
        self.spotlight.show_info(info)
        self.bar.spotlights.show_spotlight(info.id, info.name)

    def _on_page_arrived(self, page: RowsPage) -> None:
        if page.seen_at is None:
            self.online_changed.emit(True)
        if isinstance(page.extra, SpotlightInfo):
            self._show_info(page.extra)
        if self._place.country and page.rows:
            player = player_of(self._place, page.rows[0].item)
            if player is not None and player.country_code == self._place.country:
                self.bar.countries.learn_name(self._place.country, country_name_of(player))
        self._tell_title()
        self._tell_status()

    def _on_loaded_changed(self) -> None:
        self.bar.rank.set_limit(self.model.total)
        self._tell_status()

    def _on_model_reset(self) -> None:
        """Let the field say what the rows are filtered by: it may have been cleared elsewhere."""
        if self.bar.filter.text() != self.model.arrangement.needle:
            self.bar.filter.show_text(self.model.arrangement.needle)
        self._tell_status()

    def _on_action_requested(self, key: str) -> None:
        """Do what helps where a ranking has no entries."""
        if key == "everyone":
            self.move_to(replace(self._place, filter="all", page=1))
        elif key == "world":
            self.move_to(replace(self._place, country=None, page=1))

    def _on_state_changed(self) -> None:
        reached = False if self.model.is_offline else was_reached(self.model.error)
        if reached is not None:
            self.online_changed.emit(reached)
        self._tell_status()

    def _on_account_changed(self) -> None:
        """Ask anew when another session asks; a name that became known changes nothing here."""
        if self._account.client is self._client:
            return
        self._client = self._account.client
        visible = self._shown
        self.leave()
        if visible:
            self.show_place(self._place, None)

    def _describe(self, error: BaseException) -> Sentence:
        return describe_in(self._place, error)

    def _on_scrolled(self) -> None:
        self._tell_status()
        page = self._position.page
        there = replace(self._place, page=page) if page is not None else self._place
        if there != self._place:
            self._place = there
            self.bar.note_place(there)
            self.place_changed.emit(there, True)

    # --- what is told -------------------------------------------------------------------------

    def _country_name(self) -> str | None:
        """Return what osu! calls the country; None for none, and until osu! has told."""
        name = self.bar.countries.current.text
        return name if self._place.country not in (None, name) else None

    def _own_country(self) -> str | None:
        return self._account.me.country_code if self._account.me is not None else None

    def _tell_title(self) -> None:
        info = self.spotlight.info
        spotlight = info.name if info is not None else None
        self.title_changed.emit(ranking_title(self._place, self._country_name(), spotlight))

    def _tell_empty(self) -> None:
        text, action = nothing_in(self._place, self._country_name())
        self.rows.set_empty_text(text, action=action)

    def _tell_status(self) -> None:
        self.status_changed.emit(status_of(self.model, *self.table.visible_rows()))

    # --- columns ------------------------------------------------------------------------------

    def _on_columns_requested(self, where: QPoint) -> None:
        pop_up(self.table.column_chooser(), where)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was chosen when the page goes out of sight."""
        self._columns.keep()
        super().hideEvent(event)

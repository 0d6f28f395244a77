"""Listing of beatmapsets: every filter of the search, three views, marks and positions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from osubrowser.models.beatmaps.listing import ListingInfo, ListingPositions
from osubrowser.models.beatmaps.listing_query import SORT_NAMES, ListingQuery
from osubrowser.models.beatmaps.local_filters import (
    ListingFilter,
    LocalFilters,
    SetFacts,
    hidden_counts,
    set_of,
)
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.beatmaps.excludes import Excludes
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.places.places import AppPlace, BeatmapsPlace, ListPlace
from osubrowser.services.places.urls import exact_address, parse
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.account import AccountState, ClientWatch
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY, bind
from osubrowser.ui.lists.list_controller import CARDS, TABLE, ListController
from osubrowser.ui.pages.beatmaps.actions import ListingActions
from osubrowser.ui.pages.beatmaps.bar import VIEWS, BeatmapsBar
from osubrowser.ui.pages.beatmaps.local_bar import LocalBar, filters_of, names_of
from osubrowser.ui.pages.beatmaps.specs import CLEAR, DIFFICULTIES, ORDER, listing_spec
from osubrowser.ui.pages.page import Page
from osubrowser.ui.table.paged_table import SHOW_HIDDEN
from osubrowser.ui.table.row_table import TableCursor
from osubrowser.ui.widgets.menus import add_action, pop_up
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import BeatmapTag
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import RowsPage
    from osubrowser.services.beatmap_services import BeatmapServices
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.ui.cards.card_grid import CardGrid
    from osubrowser.ui.lists.list_controller import ListSpec, ListState
    from osubrowser.ui.pages.beatmaps.filter_panel import FilterPanel
    from osubrowser.ui.pages.beatmaps.searches import SearchesPopup
    from osubrowser.ui.style.theme import Colours

_PAUSE: Final = 450
"""Milliseconds without typing or dragging after which osu! is asked."""
_LONGEST_TITLE: Final = 120
_MARKS: Final = {Qt.Key.Key_S: Mark.SEEN, Qt.Key.Key_L: Mark.LIKED, Qt.Key.Key_H: Mark.HIDDEN}
_EXCLUDES, _PANEL = "excludes", "panel"
_FILTERED_HERE: Final = {
    ("genres",): tr("genres filtered here"),
    ("languages",): tr("languages filtered here"),
    ("genres", "languages"): tr("genres and languages filtered here"),
}
"""Parts of the status line, by what is filtered in the program, not by the server."""
_GO_ON, _TOP, _LATER = "go_on", "top", "later"


@dataclass(frozen=True, slots=True)
class BeatmapsState:
    """Saved state of the listing: its rows, and where they start."""

    rows: ListState
    info: ListingInfo | None
    positions: ListingPositions
    start: str | None


class BeatmapsPage(Page):
    """Page of a `BeatmapsPlace`.

    Args:
        account: provides the client.
        calls: runs blocking calls.
        preferences: the settings: columns, excludes, where the user stopped.
        colours: to paint with until `set_colours` is called.
        images: covers; None for none.
        beatmaps: marks, saved searches, previews, what is on this computer.
        parent: the Qt parent.
        has_page: whether a place opens in the window; else it opens in the web browser.
        history: what is followed; None for none.
    """

    def __init__(
        self,
        account: Account,
        calls: Calls,
        preferences: Preferences,
        colours: Colours,
        images: ImageStore | None,
        beatmaps: BeatmapServices,
        parent: QWidget | None = None,
        *,
        has_page: Callable[[Place], bool],
        history: HistoryServices | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._settings = preferences.settings
        self._beatmaps = beatmaps
        self._colours = colours
        self._applied: Colours | None = None  # the colours that all parts have
        self._place = BeatmapsPlace()
        self._query = ListingQuery()  # as the controls show it, perhaps not asked for yet
        self._title = ""
        self._info: ListingInfo | None = None
        self._start: str | None = None  # where the rows start
        self._positions = ListingPositions()
        self._at_awaited: int | None = None  # set to scroll to, once it is loaded
        self._is_draft = False  # whether the place is one that was typed just now
        self._uses_excludes = _EXCLUDES in preferences.settings.listing_filters
        self._facts = SetFacts()
        self._watched_grid: CardGrid | None = None
        self._last_stop: str = preferences.settings.listing_stop
        self._is_stop_dismissed = False
        self._tag_names: list[str] = []
        self._scope = TaskScope()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self._commit)
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(lambda: self._show_list(self._place.cursor, self._place.at))
        self.bar = BeatmapsBar(lambda: self._tag_names, self)
        self.local = LocalBar(self)
        self.notice = NoticeBar(self)
        self.panel: FilterPanel | None = None
        self.searches: SearchesPopup | None = None
        self.list = ListController(
            account,
            calls,
            preferences.settings,
            colours,
            images,
            has_page,
            self,
            beatmaps=beatmaps,
            history=history,
        )
        self.follow_button = self.bar.follow
        self.model, self.table = self.list.model, self.list.table
        self.row_actions = ListingActions(self.list, beatmaps, preferences, self)
        self._lay_out()
        self._connect()
        self.set_colours(colours)
        self._show_owned()
        self.local.show_filters(filters_of(self._settings.listing_filters))
        self._apply_local()
        self.bar.show_panel(_PANEL in self._settings.listing_filters)

    def _lay_out(self) -> None:
        self._middle = QHBoxLayout()
        self._middle.setSpacing(8)
        self._middle.addWidget(self.list.rows, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.local)
        layout.addWidget(self.notice)
        layout.addLayout(self._middle, 1)

    def _connect(self) -> None:
        bar, rows, actions = self.bar, self.list, self.row_actions
        bar.query_changed.connect(self._on_query_changed)
        bar.submitted.connect(self._on_submitted)
        bar.left.connect(self.take_focus)
        bar.focus_lost.connect(self.take_focus)
        bar.view_chosen.connect(self._on_view_chosen)
        bar.panel_toggled.connect(self._on_panel_toggled)
        bar.searches.clicked.connect(self.open_searches)
        bar.packs.clicked.connect(lambda: self.open_requested.emit(ListPlace("packs"), "here"))
        rows.bind_filter(bar.filter)
        rows.bind_buttons(columns=bar.columns, export=bar.export, load_all=bar.load_all)
        bind(self, (LOAD_ALL_KEY,), {LOAD_ALL_KEY.action: rows.load_all})
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self._open)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.online_changed.connect(self.online_changed)
        rows.action_requested.connect(self._on_action_requested)
        rows.view_changed.connect(self._on_rows_view_changed)
        actions.message_requested.connect(self.message_requested)
        actions.open_requested.connect(self.open_requested)
        actions.query_requested.connect(self._search)
        self.local.filters_changed.connect(self._on_local_changed)
        self.local.excludes_toggled.connect(self._on_excludes_toggled)
        self.local.edit_requested.connect(self._on_edit_requested)
        self.notice.pressed.connect(self._on_notice_pressed)
        self.notice.focus_left.connect(self.take_focus)
        self.model.page_arrived.connect(self._on_page_arrived)
        self.model.loaded_changed.connect(self._restore_at)
        self.model.rows_hidden.connect(self._show_counts)
        self.table.scrolled.connect(self._on_scrolled)
        self.table.installEventFilter(self)
        self._beatmaps.marks.changed.connect(self._on_marks_changed)
        self._beatmaps.owned.changed.connect(self._on_owned_changed)
        self._beatmaps.owned.state_changed.connect(self._show_owned)
        self._beatmaps.excludes_changed.connect(self._apply_local)
        self._account.changed.connect(self._show_supporter)
        ClientWatch(self._account, self).changed.connect(self._on_client_changed)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def place(self) -> BeatmapsPlace:
        """The shown place."""
        return self._place

    @property
    def query(self) -> ListingQuery:
        """The filters and the order that the controls show."""
        return self._query

    @property
    def is_settled(self) -> bool:
        """Whether the rows in view are loaded, or have failed, and nothing is being typed."""
        is_waiting = self._typing.isActive() or self._first.isActive()
        return self.list.is_settled and not is_waiting

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the listing of a place, or restored from `state`."""
        if not isinstance(place, BeatmapsPlace):
            return
        self._typing.stop()
        query = ListingQuery.of_place(place)
        before = self._place
        self._place = place
        self._show_query(query)
        self.bar.show_view(place.view)
        if isinstance(state, BeatmapsState):
            self._restore(state)
        elif self.list.spec is not None and _rows_of(before) == _rows_of(place):
            self.list.set_view(_list_view(place.view))
            self._go_to(place)
            self.list.repeat_status()
        elif self.list.spec is None:
            self._first.start()  # a new page and its rows at once would take 60 ms
        else:
            self._show_list(place.cursor, place.at)
        self._show_notice()
        self._title = ""
        self._update_title()

    def save_state(self) -> object | None:
        """Return the rows and the scroll position; None without rows."""
        state = self.list.save_state() if self.model.loaded else None
        if state is None:
            return None
        return BeatmapsState(state, self._info, self._positions, self._start)

    def landmark(self) -> tuple[Place, str] | None:
        """Return the search without its position."""
        return replace(self._place, cursor=None, at=None), self._full_title

    def reload(self) -> None:
        """Reload the rows."""
        if self.list.spec is None:
            self._show_list(self._place.cursor, self._place.at)
        else:
            self.list.reload()

    def take_focus(self) -> None:
        """Set the focus to the rows, or to the button of the message in their place."""
        self.list.take_focus(self.bar.field)
        self._choose_first()

    def start_filter(self) -> None:
        """Set the focus to the filter of what is loaded."""
        self.list.start_filter()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.list.copy_selection()

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""
        self.list.export()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        if colours == self._applied:
            return  # a new page gets its colours twice, which would take a frame
        self._colours = self._applied = colours
        for part in (self.bar, self.local, self.notice, self.list, self.panel, self.searches):
            if part is not None:
                part.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._typing.stop()
        self._first.stop()
        self._scope.cancel_all()
        self._note_stop()
        if self.searches is not None:
            self.searches.leave()
        self.list.leave()
        self._facts.clear()

    # --- query --------------------------------------------------------------------------------

    def _show_query(self, query: ListingQuery) -> None:
        """Set all controls to a query."""
        self._query = query
        self.bar.show_query(query)
        if self.panel is not None:
            self.panel.show_query(query)

    def _on_query_changed(self, query: ListingQuery, is_typing: bool) -> None:
        """Show what the user has changed everywhere; ask for it at once, or after a pause."""
        self._show_query(query)
        if is_typing:
            self._typing.start()
        else:
            self._is_draft = False
            self._commit(is_typed=False)

    def _on_submitted(self) -> None:
        self._commit()
        self._is_draft = False
        self.take_focus()

    def _commit(self, *, is_typed: bool = True) -> None:
        """Go to the place of the query that the controls show."""
        self._typing.stop()
        place = self._query.place(self._place.view)
        if place == self._place and self.list.spec is not None:
            return
        # Each pause while a text is typed would be a step of the history of its own.
        is_replacing = is_typed and self._is_draft
        self._is_draft = is_typed
        self.move_to(place, replace=is_replacing)

    def _search(self, query: ListingQuery) -> None:
        """Show another search."""
        self._is_draft = False
        self.move_to(query.place(self._place.view))

    def _on_action_requested(self, key: str) -> None:
        if key == CLEAR:
            self._search(self._query.cleared)
        elif key.startswith(ORDER):
            self.table.clear_arrangement()
            self._search(replace(self._query, sort=key.removeprefix(ORDER)))
            self.take_focus()
        elif key == SHOW_HIDDEN:
            self.local.show_filters(LocalFilters(hide_marked=False))
            self._uses_excludes = False
            self._on_local_changed()

    # --- rows ---------------------------------------------------------------------------------

    def _spec(self) -> ListSpec:
        me = self._account.me
        return listing_spec(
            ListingQuery.of_place(self._place),
            self._place.view,
            self._start,
            menu=self.row_actions.menu,
            status=self._status,
            is_guest=self._account.state is AccountState.GUEST,
            is_supporter=me.is_supporter if me is not None else None,
        )

    def _show_list(self, start: str | None, at: int | None) -> None:
        """Load the rows of the place from a position."""
        self._first.stop()
        self._start, self._info = start, None
        self._positions = ListingPositions()
        self._facts.clear()
        self._at_awaited = at
        self.list.set_view(_list_view(self._place.view))
        self.list.show(self._spec())
        self._restore_at()

    def _restore(self, state: BeatmapsState) -> None:
        self._first.stop()
        self._start, self._info, self._positions = state.start, state.info, state.positions
        self._at_awaited = None
        self.list.set_view(_list_view(self._place.view))
        self.list.show(self._spec(), state=state.rows)

    def _go_to(self, place: BeatmapsPlace) -> None:
        """Go to the position of a place of the same rows; load them from there if it is away."""
        row = self._row_of(place.at)
        if row is not None:
            self.list.rows.view.show_at_top(row)
        elif place.cursor == self._start:
            self._at_awaited = place.at
            if place.at is None:
                self.list.rows.view.show_at_top(0)
        else:
            self._show_list(place.cursor, place.at)

    def _row_of(self, set_id: int | None) -> int | None:
        """Return the first view row of a set; None if it is not there."""
        if set_id is None:
            return None
        for number in range(self.model.rowCount()):
            row = self.model.row_at(number)
            if row is not None and set_of(row.item).id == set_id:
                return number
        return None

    def _restore_at(self) -> None:
        """Scroll to the set of the place, once it is loaded."""
        if self._at_awaited is None or not self.model.loaded:
            return
        row, self._at_awaited = self._row_of(self._at_awaited), None
        if row is not None:
            self.list.rows.view.show_at_top(row)

    def _on_scrolled(self) -> None:
        """Set the position of the place to the set at the top of the view."""
        model = self.model
        if model.is_arranged or not model.loaded or self._at_awaited is not None:
            return
        first = self.list.rows.view.visible_rows()[0]
        row = model.row_at(first)
        if row is None:
            return
        is_top = first == 0 and self._start is None
        cursor = None if is_top else self._positions.start_of(row.number)
        at = None if is_top else set_of(row.item).id
        if (cursor, at) != (self._place.cursor, self._place.at):
            self._place = replace(self._place, cursor=cursor, at=at)
            self.place_changed.emit(self._place, True)

    def _on_page_arrived(self, page: RowsPage) -> None:
        self._positions.take(page)
        info = page.extra
        if not isinstance(info, ListingInfo):
            return
        if info.is_position_lost:
            self._start = None
            self.message_requested.emit(
                "info", tr("That position is gone: the list starts at its beginning.")
            )
            self._show_notice()
        self._info = info
        self._show_recommended()

    def _choose_first(self) -> None:
        """Make the first row in view the current one, if there is none, for the keyboard."""
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self._choose(self.list.rows.view.visible_rows()[0])

    def _choose(self, number: int) -> None:
        """Make a row the current one, and the only selected one."""
        view = self.list.rows.view
        number = min(max(number, 0), self.model.rowCount() - 1)
        if number < 0 or self.model.row_at(number) is None:
            return
        self.table.restore_cursor_state(TableCursor(number, ((number, number),)))
        view.scrollTo(self.model.index(number, self.table.currentIndex().column()))

    def _status(self, model: PagedModel, first: int, last: int) -> str:
        """Return the text of the status line: `1-50 of 12,345 · 350 loaded · 20 hidden here`."""
        info = self._info
        if not model.loaded:
            return ""
        parts = []
        if model.is_arranged:
            parts.append(
                tr("{shown} of {loaded} loaded rows").format(
                    shown=numerals.whole(model.rowCount()), loaded=numerals.whole(model.loaded)
                )
            )
        elif model.rowCount():
            numbers = [one.number for n in (first, last) if (one := model.row_at(n)) is not None]
            if numbers and not (self._start is not None and self._place.view == DIFFICULTIES):
                parts.append(self._range_text(min(numbers), max(numbers), info))
            parts.append(tr("%n loaded", "", model.loaded))
        else:
            parts.append(tr("%n loaded", "", model.loaded))
        if model.hidden:
            parts.append(tr("%n hidden by filters here", "", model.hidden))
        if info is not None and info.searches > 1:
            parts.append(tr("%n searches merged", "", info.searches))
        if info is not None and info.filtered:
            parts.append(_FILTERED_HERE[info.filtered])
        age = seen_ago(model.seen_at)
        return " · ".join(parts) + age

    def _range_text(self, first: int, last: int, info: ListingInfo | None) -> str:
        """Return the numbers of the visible rows, and of all: `1-50 of 12,345`."""
        shown = f"{numerals.whole(first)}-{numerals.whole(last)}"
        if info is None:
            return shown
        total = f"{numerals.whole(info.total)}{'' if info.is_total_exact else '+'}"
        text = (
            tr("{rows} in {total} sets")
            if self._place.view == DIFFICULTIES
            else tr("{rows} of {total}")
        )
        return text.format(rows=shown, total=total)

    # --- views, panel -------------------------------------------------------------------------

    def _on_view_chosen(self, view: str) -> None:
        """Show another view of the same question, at the same set."""
        self._commit_pending()
        row = self.model.row_at(self.list.rows.view.visible_rows()[0])
        is_top = row is None or (row.number <= 1 and self._start is None)
        at = None if is_top or row is None else set_of(row.item).id
        cursor = None if is_top or row is None else self._positions.start_of(row.number)
        had_focus = self.list.rows.view.hasFocus()
        place = replace(self._place, view=view, cursor=cursor, at=at)
        self._place, before = place, self._place
        self.place_changed.emit(place, True)
        self._place = before
        self.show_place(place, None)
        if had_focus:
            self.take_focus()

    def _commit_pending(self) -> None:
        if self._typing.isActive():
            self._commit()

    def _on_rows_view_changed(self, _view: str) -> None:
        grid = self.list.rows.cards
        if grid is not None and grid is not self._watched_grid:
            self._watched_grid = grid
            grid.installEventFilter(self)
            grid.scrolled.connect(self._on_scrolled)

    def _on_panel_toggled(self, is_shown: bool) -> None:
        self._save_choices()
        if is_shown:
            self._shown_panel().show()
        elif self.panel is not None:
            focused: QWidget | None = self.window().focusWidget()
            had_focus = focused is not None and self.panel.isAncestorOf(focused)
            self.panel.hide()
            if had_focus:
                self.bar.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown_panel(self) -> FilterPanel:
        """Return the panel of filters, built at the first call."""
        if self.panel is None:
            from osubrowser.ui.pages.beatmaps.filter_panel import FilterPanel

            panel = self.panel = FilterPanel(parent=self)
            panel.set_colours(self._colours)
            panel.show_query(self._query)
            panel.query_changed.connect(self._on_query_changed)
            panel.tags_requested.connect(self._load_tags)
            panel.left.connect(self.take_focus)
            panel.tags.set_names(self._tag_names) if self._tag_names else None
            self._show_supporter()
            self._show_recommended()
            self._middle.insertWidget(0, panel)
            self.setTabOrder(self.local.edit, panel)  # its controls follow it
        return self.panel

    def _show_supporter(self) -> None:
        me = self._account.me
        if self.panel is not None:
            self.panel.set_supporter(me is not None and me.is_supporter is True)

    def _show_recommended(self) -> None:
        if self.panel is not None and self._info is not None:
            self.panel.set_recommended(self._info.recommended)

    def start_panel(self) -> None:
        """Show the panel of filters, with the focus in it (F)."""
        self.bar.show_panel(True)
        self._shown_panel().show()
        self._shown_panel().take_focus()

    def open_searches(self) -> None:
        """Open the popup of saved searches."""
        if self.searches is None:
            from osubrowser.ui.pages.beatmaps.searches import SearchesPopup

            popup = self.searches = SearchesPopup(
                self._beatmaps.searches,
                self.list.loader,
                lambda: (replace(self._place, cursor=None, at=None), self._full_title),
                lambda: (self._account.server,),
                self,
            )
            popup.set_colours(self._colours)
            popup.open_requested.connect(self._on_search_opened)
            popup.message_requested.connect(self.message_requested)
            popup.new_changed.connect(self.bar.set_saved)
        self.searches.open_under(self.bar.searches)

    def _on_search_opened(self, place: BeatmapsPlace) -> None:
        self._is_draft = False
        self.move_to(place)
        self.take_focus()

    def _load_tags(self) -> None:
        """Load the names of the user tags, for completion."""

        def show(tags: list[BeatmapTag]) -> None:
            self._tag_names = [plain(tag.name, 60) for tag in tags]
            if self.panel is not None:
                self.panel.tags.set_names(self._tag_names)

        def failed(_error: BaseException) -> None:
            if self.panel is not None:
                self.panel.tags.forget_names()

        async def load() -> None:
            await self.list.loader.cached_then_fresh(lambda client: client.tags(), show)

        if not self._tag_names:
            self._scope.start(load(), key="tags", on_error=failed)

    # --- local filters ------------------------------------------------------------------------

    def _apply_local(self) -> None:
        """Hide the rows that the local filters and the excludes hide."""
        excludes = self._beatmaps.excludes
        count = sum(
            map(len, (excludes.tags, excludes.genres, excludes.languages, excludes.mappers))
        )
        self.local.show_excludes(count, are_used=self._uses_excludes)
        used = excludes if self._uses_excludes else Excludes()
        self.model.set_row_filter(
            ListingFilter(
                replace(self.local.filters, excludes=used),
                self._beatmaps.marks.state,
                self._beatmaps.owned.owns,
                self._facts,
            )
        )
        self._show_counts()

    def _on_local_changed(self) -> None:
        self._apply_local()
        self._save_choices()

    def _save_choices(self) -> None:
        """Save which local filters are on, and whether the panel is shown."""
        found = names_of(self.local.filters)
        found += [_EXCLUDES] if self._uses_excludes else []
        found += [_PANEL] if self.bar.panel.isChecked() else []
        if found != self._settings.listing_filters:
            self._settings.listing_filters = found
            self._settings.save()

    def _show_counts(self) -> None:
        self.local.show_counts(hidden_counts(self.model.hidden_reasons))
        self.list.update_status()

    def _show_owned(self) -> None:
        state = self._beatmaps.owned.state
        self.local.set_owned(is_known=state.is_loaded, has_game=state.has_game)

    def _on_owned_changed(self) -> None:
        self.model.filter_again(lambda _row: True)
        self.list.repaint_rows()

    def _on_marks_changed(self, changed: frozenset[int]) -> None:
        self.model.filter_again(lambda row: not changed or set_of(row.item).id in changed)
        self.list.repaint_rows()

    def _on_excludes_toggled(self, is_on: bool) -> None:
        self._uses_excludes = is_on
        self._on_local_changed()

    def _on_edit_requested(self) -> None:
        """Show the excludes in a menu, and the way to the settings."""
        menu = self.row_actions.excludes_menu(self)
        there = AppPlace("settings")
        if menu.isEmpty():
            menu.addAction(tr("No mapper, tag, genre or language is excluded")).setEnabled(False)
        menu.addSeparator()
        add_action(menu, tr("Choose in the settings …"), self.open_requested.emit, there, "here")
        edit = self.local.edit
        pop_up(menu, edit.mapToGlobal(edit.rect().bottomLeft()))

    # --- position -----------------------------------------------------------------------------

    def _show_notice(self) -> None:
        """Offer to go on where the user stopped, or to see the rows before those of a position."""
        if self._start is not None:
            text = tr("The list starts where this address points, and not at its top.")
            first = self._start.partition(".")[0]
            if self._place.view != DIFFICULTIES:
                text = tr("The list starts at row {number}, where this address points.").format(
                    number=numerals.whole(int(first))
                )
            self.notice.show_notice(Notice(text, buttons=((_TOP, tr("From the top")),)))
            return
        stop = self._stop
        if stop is None or self._is_stop_dismissed or self._place.at is not None:
            self.notice.show_notice(None)
            return
        query = ListingQuery.of_place(stop)
        number = (stop.cursor or "").partition(".")[0]
        is_numbered = number.isdecimal()
        if query.active_filters:
            text = (
                tr("You stopped last time at about row {number} of “{search}”.")
                if is_numbered
                else tr("You stopped last time among the first of “{search}”.")
            )
        else:
            text = (
                tr("You stopped last time at about row {number} of all beatmaps.")
                if is_numbered
                else tr("You stopped last time among the first of all beatmaps.")
            )
        text = text.format(
            number=numerals.whole(int(number)) if is_numbered else "",
            search=plain(query.title, 80),
        )
        if query.sort is not None:
            order = SORT_NAMES[query.order[0]][0]
            ordered = tr("They were ordered by: {order}.").format(order=order)
            text = f"{text} {ordered}"
        self.notice.show_notice(
            Notice(text, buttons=((_GO_ON, tr("Go on there")), (_LATER, tr("Not now"))))
        )

    @property
    def _stop(self) -> BeatmapsPlace | None:
        """Where the user stopped at the last visit, below the first rows."""
        place = parse(self._last_stop) if self._last_stop else None
        is_deep = isinstance(place, BeatmapsPlace) and place.at is not None
        return place if isinstance(place, BeatmapsPlace) and is_deep else None

    def _on_notice_pressed(self, key: str) -> None:
        self._is_stop_dismissed = True
        stop = self._stop
        if key == _TOP:
            self.move_to(replace(self._place, cursor=None, at=None))
        elif key == _GO_ON and stop is not None:
            self.move_to(stop)
        else:
            self._show_notice()
        self.take_focus()

    def _note_stop(self) -> None:
        """Save where the user is, for the next start."""
        if self.list.spec is None or self._place.at is None:
            return
        where = exact_address(self._place)
        if where != self._settings.listing_stop:
            self._settings.listing_stop = where
            self._settings.save()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save where the user is; what is being typed is not asked for in the background."""
        super().hideEvent(event)
        self._typing.stop()
        self._is_draft = False
        self._note_stop()

    # --- keyboard -----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the listing in its views, before they do."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and self._is_done_by(event):
            return True
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the listing that the control with the focus has no use for."""
        if not self._is_done_by(event):
            super().keyPressEvent(event)

    def _is_done_by(self, event: QKeyEvent) -> bool:
        """Do what a key does in the listing; return whether it does anything."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Slash:  # on many keyboards the slash is typed with Shift
            held &= ~Qt.KeyboardModifier.ShiftModifier
        return held == Qt.KeyboardModifier.NoModifier and self._press(Qt.Key(event.key()))

    def _press(self, key: Qt.Key) -> bool:
        """Do what a key does; return whether it does anything."""
        current = self.table.currentIndex().row()
        match key:
            case Qt.Key.Key_J:
                self._choose(current + 1)
            case Qt.Key.Key_K:
                self._choose(current - 1)
            case Qt.Key.Key_S | Qt.Key.Key_L | Qt.Key.Key_H:
                self._mark(_MARKS[key])
            case Qt.Key.Key_O:
                self.row_actions.open_in_game()
            case Qt.Key.Key_Space:
                self.list.toggle_preview()
            case Qt.Key.Key_F:
                self.start_panel()
            case Qt.Key.Key_V:
                keys = [key for key, _ in VIEWS]
                self._on_view_chosen(keys[(keys.index(self._place.view) + 1) % len(keys)])
            case Qt.Key.Key_Slash:
                self.bar.field.start()
            case _:
                return False
        return True

    def _mark(self, mark: Mark) -> None:
        """Mark the selected sets; where they vanish, the next one becomes the current one."""
        current = self.table.currentIndex().row()
        before = self.model.row_at(current)
        self.row_actions.toggle_mark(mark)
        after = self.model.row_at(min(current, self.model.rowCount() - 1))
        if after is not before and not self.table.selected_rows():
            self._choose(current)

    # --- links, title, account ----------------------------------------------------------------

    def _open(self, place: Place, how: str) -> None:
        """Open a place; another listing is shown in this page."""
        if isinstance(place, BeatmapsPlace) and how == "here":
            self._is_draft = False
            self.move_to(place)
        else:
            self.open_requested.emit(place, how)

    @property
    def _full_title(self) -> str:
        return plain(ListingQuery.of_place(self._place).title, _LONGEST_TITLE)

    def _update_title(self) -> None:
        title = self._full_title
        if title != self._title:
            self._title = title
            self.title_changed.emit(title)

    def _on_client_changed(self) -> None:
        """Load again."""
        is_shown = self.list.spec is not None or self._first.isActive()
        self.leave()
        if is_shown:
            self.show_place(replace(self._place, cursor=None, at=None), None)


def _list_view(view: str) -> str:
    return CARDS if view == CARDS else TABLE


def _rows_of(place: BeatmapsPlace) -> tuple[object, bool]:
    """Return what two places with the same rows have in common."""
    return place.filters, place.view == DIFFICULTIES

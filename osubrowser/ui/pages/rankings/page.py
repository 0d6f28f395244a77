"""Rankings page: any ranking of the API, with all ranks in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.models.rankings.load import load_page
from osubrowser.models.rankings.rankings import (
    PAGE_SIZE,
    PLAYER_TYPES,
    columns_of,
    country_name,
    team_name,
)
from osubrowser.models.rankings.spotlights import SpotlightInfo
from osubrowser.models.text.dates import day as day_text
from osubrowser.services.places.places import (
    MODE_NAMES,
    BeatmapsetPlace,
    RankingsPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.places.ranking_query import ranking_title
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.account import AccountState, ClientWatch
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.keys.shortcuts import bind
from osubrowser.ui.lists.list_controller import EmptyText, ListController, ListSpec
from osubrowser.ui.lists.row_links import RowLink, country_of, team_link
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.rankings.bar import RankingsBar
from osubrowser.ui.pages.rankings.keys import KEYS
from osubrowser.ui.pages.rankings.own_row import OwnRow, own_identity
from osubrowser.ui.pages.rankings.pickers import PickerLoads
from osubrowser.ui.pages.rankings.spotlight_panel import SpotlightPanel
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.row_table import TableCursor
from osubrowser.ui.widgets.menus import pop_up

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QMenu

    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.rankings.comparison import Compared
    from osubrowser.models.rankings.spotlights import BeatmapCard
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row
    from osubrowser.models.table.sources import NumberedSource, RowsPage
    from osubrowser.services.history.followable import FollowKind
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.lists.list_controller import Columns, ListState
    from osubrowser.ui.lists.row_menu import RowSelection
    from osubrowser.ui.pages.rankings.comparison.controller import RankingComparison
    from osubrowser.ui.style.theme import Colours


_ALL: Final = "all"  # view of the ranking itself
_MOVERS: Final = "movers/"  # start of the key of a list of movers
_COMPARED: Final = "/compared"  # end of the key of a list with the columns of a comparison


class FriendsNeedPlayer(LoginRequired):
    """A guest requested the ranking of friends, which needs a player."""


def ranking_spec(
    place: RankingsPlace,
    account: Account,
    flag: Callable[[str], str | None],
    country: str | None = None,
    compared: Compared | None = None,
) -> ListSpec:
    """Return the spec of the list of a ranking.

    Args:
        place: the ranking.
        account: the current account.
        flag: returns the URL of a country's flag; also called on workers.
        country: the name of the country of the place, or None.
        compared: what the columns of a comparison show; None without one.
    """

    def source(loader: ClientLoader, columns: Columns, original: bool) -> NumberedSource:
        return loader.numbered(
            PAGE_SIZE,
            partial(_load, original=original, compared=compared),
            place,
            columns,
            refused=refused,
        )

    def refused() -> FriendsNeedPlayer | None:
        is_guest = account.state is AccountState.GUEST
        return FriendsNeedPlayer() if place.filter == "friends" and is_guest else None

    return ListSpec(
        key=f"rankings/{place.type}" + ("" if compared is None else _COMPARED),
        columns_key=f"rankings/{place.type}",
        title=tr("Ranking"),
        columns=lambda _original: _columns(place, flag, compared),
        source=source,
        record=partial(_record, place),
        file_stem=file_stem(place),
        empty=empty_text(place, country),
        link=lambda item, _origin: link_of(place, item),
        no_link=tr("This player is not on osu! any more."),
        menu=partial(_menu, place),
        describe=partial(describe_in, place),
        has_titles=place.type == "charts",
        own=lambda: own_identity(place, account.me),
    )


def link_of(place: RankingsPlace, item: Any) -> RowLink | None:  # noqa: ANN401 - any entry
    """Return the link of an entry of a ranking; None for a deleted player."""
    if place.type == "country":
        there = RankingsPlace(mode=place.mode, country=item.code)
        by_score = replace(there, type="score")
        return RowLink(there, country_name(item), more=((tr("Ranking by &score"), by_score),))
    if place.type == "team":
        return RowLink(ThingPlace("team", str(item.team_id)), team_name(item))
    player = _player_of(place, item)
    if player is None or player.id is None:
        return None
    mode = None if place.type == "kudosu" else place.mode
    return RowLink(
        UserPlace(player.id, mode),
        plain(player.username),
        country_of(player),
        team_link(player.team),
    )


def _player_of(place: RankingsPlace, item: Any) -> UserCompact | None:  # noqa: ANN401 - any entry
    """Return the player of an entry; None for countries and teams."""
    if place.type not in PLAYER_TYPES:
        return None
    player: UserCompact | None = item if place.type == "kudosu" else item.user
    return player


def file_stem(place: RankingsPlace) -> str:
    """Return the proposed file name of an export, without its suffix."""
    parts = ["osu-ranking", place.mode, place.variant, place.type, place.country]
    if place.type == "kudosu":
        parts = ["osu-ranking", "kudosu"]
    if place.spotlight is not None:
        parts.append(str(place.spotlight))
    if place.filter == "friends":
        parts.append("friends")
    return "-".join(part for part in parts if part)


def describe_in(place: RankingsPlace, error: BaseException) -> Sentence:
    """Return the message for an error of a ranking."""
    sentence = describe(error)
    if isinstance(error, FriendsNeedPlayer):
        return replace(
            sentence,
            text=tr("The ranking of your friends is seen when you are signed in as a player."),
            hint=tr("You look around as a guest, and a guest has no friends list."),
            details="",
        )
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("Rankings are seen when you are signed in to osu!."))
    if isinstance(error, NotFound) and place.type == "charts":
        text = (
            tr("This spotlight has no ranking for {mode}.")
            if place.spotlight
            else tr("The newest spotlight has no ranking for {mode}.")
        )
        return replace(sentence, text=text.format(mode=MODE_NAMES[place.mode]))
    if isinstance(error, NotFound) and place.country:
        return replace(
            sentence,
            text=tr("osu! has no ranking for the country {country}.").format(country=place.country),
        )
    return sentence


def empty_text(place: RankingsPlace, country: str | None = None) -> EmptyText:
    """Return the message for a ranking without entries.

    Keys of its buttons: `everyone` (not only friends) and `world` (not only one country).
    """
    name = country or place.country
    mode = MODE_NAMES[place.mode]
    if place.filter == "friends":
        text = (
            tr("None of your friends in {country} is in this ranking.").format(country=name)
            if place.country
            else tr("None of your friends is in this ranking.")
        )
        return EmptyText(text, action=("everyone", tr("Show everyone")))
    if place.country:
        text = (
            tr("Nobody from {country} is ranked in {mode} with {keys}.").format(
                country=name, mode=mode, keys=place.variant.upper()
            )
            if place.variant
            else tr("Nobody from {country} is ranked in {mode}.").format(country=name, mode=mode)
        )
        return EmptyText(text, action=("world", tr("Show all countries")))
    if place.type == "charts":
        return EmptyText(tr("Nobody has played this spotlight in {mode}.").format(mode=mode))
    return EmptyText(tr("The {ranking} is empty.").format(ranking=ranking_title(place)))


def _columns(
    place: RankingsPlace, flag: Callable[[str], str | None], compared: Compared | None
) -> Columns:
    columns = columns_of(place, flag)
    if compared is None:
        return columns
    from osubrowser.models.rankings.comparison import comparison_columns

    # A small window has room for all others.
    others = (one.hidden() if one.key == "total_score" else one for one in columns[1:])
    return (columns[0], *comparison_columns(compared), *others)


def _load(
    client: Client,
    place: RankingsPlace,
    columns: Columns,
    number: int,
    *,
    original: bool,
    compared: Compared | None,
) -> RowsPage:
    page = load_page(client, place, number, columns, original=original)
    if compared is None or compared.earlier is None:
        return page
    from osubrowser.models.rankings.comparison import compared_rows

    return replace(page, rows=compared_rows(columns, page.rows, compared.earlier))


def _record(place: RankingsPlace, row: Row[Any]) -> Record:
    from osubrowser.models.rankings.records import record

    return record(place, row)


def _menu(place: RankingsPlace, selection: RowSelection) -> QMenu:
    from osubrowser.ui.pages.rankings.menu import ranking_menu

    return ranking_menu(place, selection)


@dataclass(frozen=True, slots=True)
class RankingsState:
    """Saved state of a ranking.

    Attributes:
        rows: its rows.
        spotlight: its spotlight.
        view: view of a comparison, `all` for the ranking itself.
        movers: the rows of that view; None for the ranking itself.
    """

    rows: ListState
    spotlight: SpotlightInfo | None
    view: str = _ALL
    movers: ListState | None = None


class RankingsPage(Page):
    """Page of a `RankingsPlace`.

    Args:
        account: provides the client.
        calls: runs blocking calls.
        settings: the columns of each ranking type, and the folder of exports.
        colours: to paint with until `set_colours` is called.
        images: flags, avatars and covers; None for none.
        has_page: whether a place opens in the window; else it opens in the web browser.
    """

    def __init__(
        self,
        account: Account,
        calls: Calls,
        settings: Settings,
        colours: Colours,
        images: ImageStore | None = None,
        parent: QWidget | None = None,
        *,
        has_page: Callable[[Place], bool],
        history: HistoryServices | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._history = history
        self._settings = settings
        self._images = images
        self._place = RankingsPlace()
        self._title = ""
        self._current_awaited: int | None = None
        self._comparison: RankingComparison | None = None
        self._ranking: ListState | None = None  # of the ranking, while movers are shown
        self._converting: ListState | None = None  # of the ranking, while its columns change
        self._calls = calls
        self._colours = colours
        self._scope = TaskScope()
        self.bar = RankingsBar(self._flag, self)
        self.list = ListController(
            account, calls, settings, colours, images, has_page, self, history=history
        )
        self.follow_button = self.bar.follow
        self.model, self.rows, self.table = self.list.model, self.list.rows, self.list.table
        self.own_row = OwnRow(self.list, account, lambda: self._place, self)
        self.spotlight = SpotlightPanel(colours, self)
        self._pickers = PickerLoads(
            self.bar.countries,
            self.bar.spotlights,
            self.list.loader,
            mode=lambda: self._place.mode,
            own_country=self._own_country,
        )
        self._lay_out()
        self._connect()
        if images is not None:
            images.supply(self.bar, self.spotlight)
        self.set_colours(colours)

    def _lay_out(self) -> None:
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        layout.addWidget(self.spotlight)
        layout.addWidget(self.rows, 1)

    def _connect(self) -> None:
        bar, rows = self.bar, self.list
        bar.place_requested.connect(self.move_to)
        bar.focus_lost.connect(self.table.setFocus)
        bar.rank.rank_requested.connect(self.go_to_rank)
        bar.rank.refused.connect(lambda text: self.message_requested.emit("warning", text))
        rows.bind_filter(bar.filter)
        bar.find_me.clicked.connect(self.find_me)
        bar.compare.clicked.connect(self.toggle_comparison)
        bar.neighbours.clicked.connect(self.open_neighbours)
        self.own_row.message_requested.connect(self.message_requested)
        rows.bind_buttons(columns=bar.columns, export=bar.export, load_all=bar.load_all)
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self._open)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.online_changed.connect(self.online_changed)
        rows.action_requested.connect(self._on_action_requested)
        self.model.loaded_changed.connect(self._on_loaded_changed)
        self.model.page_arrived.connect(self._on_page_arrived)
        self.table.scrolled.connect(self._on_scrolled)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.spotlight.opened.connect(self._on_card_opened)
        self.spotlight.menu_requested.connect(self._on_card_menu_requested)
        ClientWatch(self._account, self).changed.connect(self._on_client_changed)
        bind(
            self,
            KEYS,
            {
                "rank": self.start_rank,
                "find_me": self.find_me,
                "load_all": self.list.load_all,
            },
        )

    # --- requests of the window ---------------------------------------------------------------

    @property
    def place(self) -> RankingsPlace:
        """The shown place."""
        return self._place

    @property
    def is_settled(self) -> bool:
        """Whether the rows in view are loaded, or have failed."""
        return self.list.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a ranking at its page, or restored from `state`."""
        if not isinstance(place, RankingsPlace):
            return
        before, there = replace(self._place, page=1), replace(place, page=1)
        is_same = there == before and self._view == _ALL
        is_recompared = there != before and there == replace(before, compare=place.compare)
        self._place = place
        self.bar.show_place(place)
        if isinstance(state, RankingsState):
            self._show_list(state)
        elif is_recompared and self.list.spec is not None:
            self._show_compared()
        elif is_same and self.list.spec is not None:
            self._scroll_to_page()
            self._await_current(place)
            self.list.repeat_status()
        else:
            self._show_list(None)
        self._title = ""
        self._update_title()

    def save_state(self) -> object | None:
        """Return the rows and the scroll position; None without rows."""
        state = self.list.save_state() if self.model.loaded else None
        if self._view != _ALL:
            rows = self._ranking
            return None if rows is None else RankingsState(rows, None, self._view, state)
        return RankingsState(state, self.spotlight.info) if state is not None else None

    def landmark(self) -> tuple[Place, str] | None:
        """Return the ranking without its page number."""
        return replace(self._place, page=1, rank=None, current=None), self._full_title

    @property
    def picture(self) -> str:
        """URL of the flag of the ranking's country; "" for the whole world."""
        country = self._place.country
        return (self._flag(country) or "") if country else ""

    def follow_title(self, kind: FollowKind) -> str:
        """Return the name of the ranking, with the number of a page below the first."""
        page = self._place.page
        if page <= 1:
            return self._ranking_title
        return tr("{ranking}, page {page}").format(
            ranking=self._ranking_title, page=numerals.whole(page)
        )

    def reload(self) -> None:
        """Reload the page in view."""
        if self.list.spec is None:
            self._show_list(None)
        else:
            self.list.reload()

    def take_focus(self) -> None:
        """Set the focus to the table, or to the button of the message in its place."""
        self.list.take_focus()

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.list.start_filter()

    def find_me(self) -> None:
        """Go to the own row, or say why there is none."""
        self._show_view(_ALL)
        self.own_row.find()

    def open_neighbours(self) -> None:
        """Open the neighbours of the own player in the shown ruleset."""
        from osubrowser.services.places.url_parts import list_of

        country = "1" if self._place.country and self._place.country == self._own_country() else ""
        there = list_of("neighbours", {"mode": self._place.mode, "country": country})
        self.open_requested.emit(there, "here")

    def toggle_comparison(self) -> None:
        """Compare the ranking with an earlier day, or end that."""
        comparison = self._comparison_or_none()
        if comparison is None:
            return
        if self._place.compare is None:
            comparison.begin(self._place)
        else:
            self.move_to(replace(self._place, compare=None))

    def start_rank(self) -> None:
        """Set the focus to the field for a rank (Ctrl+G)."""
        self.bar.rank.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.rank.selectAll()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.list.copy_selection()

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""
        self.list.export()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        for part in (self.bar, self.spotlight, self.list):
            part.set_colours(colours)
        if self._comparison is not None:
            self._comparison.bar.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self.own_row.stop()
        self._scope.cancel_all()
        if self._comparison is not None:
            self._comparison.leave()
        self._converting = self._ranking = None
        self.list.leave()
        self._pickers.reset()
        self.spotlight.show_info(None)

    # --- rows ---------------------------------------------------------------------------------

    def _show_list(self, state: RankingsState | None) -> None:
        self.own_row.stop()
        self._scope.cancel_all()
        self._converting = self._ranking = None
        self._show_spotlight(state.spotlight if state is not None else None)
        if state is not None and state.view != _ALL and self._place.compare is not None:
            self._ranking = state.rows
            self._show_movers(state.view, state.movers)
            return
        self.list.show(
            self._spec(),
            state=state.rows if state is not None else None,
            start_row=self._first_rank - 1,
        )
        self._await_current(self._place if state is None else None)
        self._on_rows_changed()

    # --- comparison with an earlier day -------------------------------------------------------

    @property
    def comparison(self) -> RankingComparison | None:
        """The comparison; None before the first one."""
        return self._comparison

    @property
    def _view(self) -> str:
        return _ALL if self._comparison is None else self._comparison.view

    @property
    def _is_ranking(self) -> bool:
        """Whether the list has the rows of the ranking, not those of movers."""
        spec = self.list.spec
        return self._view == _ALL and spec is not None and not spec.key.startswith(_MOVERS)

    def _comparison_or_none(self) -> RankingComparison | None:
        """Return the comparison, built at the first use; None without a history."""
        if self._comparison is None and self._history is not None:
            from osubrowser.ui.pages.rankings.comparison.controller import RankingComparison

            made = self._comparison = RankingComparison(
                self.list,
                self._history,
                self._calls,
                flag=self._flag,
                link=link_of,
                menu=_menu,
                own=lambda: own_identity(self._place, self._account.me),
                is_recording=lambda: self._settings.record_history,
                parent=self,
            )
            made.bar.set_colours(self._colours)
            made.place_requested.connect(self._on_day_requested)
            made.view_requested.connect(self._show_view)
            made.message_requested.connect(self.message_requested)
            self._layout.insertWidget(1, made.bar)
        return self._comparison

    def _spec(self, view: str = _ALL) -> ListSpec:
        """Return the list of the shown ranking; the view of a comparison becomes `view`."""
        is_compared = self._place.compare is not None or self._comparison is not None
        comparison = self._comparison_or_none() if is_compared else None
        compared = None if comparison is None else comparison.take_place(self._place, view)
        return ranking_spec(self._place, self._account, self._flag, self._country_name, compared)

    def _show_compared(self) -> None:
        """Show the same rows in other columns, for another day that they are compared with."""
        view = self._view if self._place.compare is not None else _ALL
        state = self._converting
        if state is None:
            state = self.list.save_state() if self._is_ranking else self._ranking
        if state is not None:
            self._convert(state, view)
        else:
            self._show_list(None)

    def _convert(self, state: ListState, view: str) -> None:
        """Show the rows of the ranking, or a list of movers, once their columns are right."""
        self._converting = state
        if self._comparison is not None:
            self._comparison.take_place(self._place, view)
        self._scope.start(self._show_converted(state, view), key="convert")

    async def _show_converted(self, state: ListState, view: str) -> None:
        from osubrowser.models.rankings.comparison import converted

        spec = self._spec(view)
        snapshot = await self._calls.run_at_once(
            converted,
            state.snapshot,
            had_cells=state.key.endswith(_COMPARED),
            has_cells=spec.key.endswith(_COMPARED),
        )
        state = replace(state, key=spec.key, snapshot=snapshot)
        self._converting = self._ranking = None
        if view == _ALL:
            self.list.show(spec, state=state, start_row=self._first_rank - 1)
            self._on_rows_changed()
        else:
            self._ranking = state
            self._show_movers(view, None)

    def _show_view(self, view: str) -> None:
        """Show the ranking itself, or a list of movers."""
        if view == self._view or self._comparison is None:
            return
        if self._converting is not None:
            self._convert(self._converting, view)
            return
        if self._view == _ALL:
            self._ranking = self.list.save_state()
        if view == _ALL:
            state, self._ranking = self._ranking, None
            self.list.show(self._spec(), state=state, start_row=self._first_rank - 1)
            self._on_rows_changed()
        else:
            self._show_movers(view, None)
        self.list.take_focus()

    def _show_movers(self, view: str, state: ListState | None) -> None:
        from osubrowser.models.rankings.comparison import rows_of

        comparison, rows = self._comparison_or_none(), self._ranking
        if comparison is not None and rows is not None:
            self.own_row.stop()
            comparison.take_place(self._place, view)
            self.list.show(comparison.spec(view, rows_of(rows.snapshot)), state=state)

    def _on_rows_changed(self) -> None:
        if self._comparison is not None:
            self._comparison.rows_arrived()

    def _on_day_requested(self, there: RankingsPlace) -> None:
        self.move_to(replace(self._place, compare=there.compare))

    # --- position -----------------------------------------------------------------------------

    def _await_current(self, place: RankingsPlace | None) -> None:
        """Make the row of a place the current one, once the list has it."""
        self._current_awaited = None if place is None else place.current
        self._restore_current()

    def _restore_current(self) -> None:
        rank = self._current_awaited
        if rank is None or not self.model.loaded or self.model.is_arranged:
            return
        row = self.model.view_row_of(rank)
        if self.model.number_of(row) == rank:
            self._current_awaited = None
            self.table.restore_cursor_state(TableCursor(row, ((row, row),)))

    def _show_spotlight(self, info: SpotlightInfo | None) -> None:
        self.spotlight.show_info(info)
        if info is not None:
            self.bar.spotlights.show_spotlight(info.id, info.name)

    @property
    def _first_rank(self) -> int:
        """The rank of the place at the top of the view."""
        return self._place.rank or (self._place.page - 1) * PAGE_SIZE + 1

    def _scroll_to_page(self) -> None:
        """Scroll to the page of the place, unless rows are sorted or filtered."""
        if not self.model.is_arranged:
            first = self.model.view_row_of(self._first_rank)
            self.table.scroll_to_position(first * ROW_HEIGHT)

    def go_to_rank(self, number: int) -> None:
        """Scroll to a rank, at most the last one."""
        self._show_view(_ALL)
        self.own_row.stop()
        if self.model.is_arranged:
            self.table.clear_arrangement()
        total = self.model.total
        if total and number > total:
            self.message_requested.emit(
                "info", tr("The last rank here is {total}.").format(total=numerals.whole(total))
            )
            number = total
        self.bar.rank.clear()
        self.table.go_to(self.model.view_row_of(number))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_page_arrived(self, page: RowsPage) -> None:
        if not self._is_ranking:
            return
        self._on_rows_changed()
        if isinstance(page.extra, SpotlightInfo):
            self._show_spotlight(page.extra)
        country = self._place.country
        if country and page.rows:
            player = _player_of(self._place, page.rows[0].item)
            if player is not None and player.country_code == country:
                self.bar.countries.learn_name(country, plain(player.country_name))
        self._update_title()

    def _on_current_changed(self, index: QModelIndex) -> None:
        """Note the rank of the current row in the place, for a bookmark and the next start."""
        if not index.isValid() or not self.model.loaded or not self._is_ranking:
            return
        there = replace(self._place, current=self.model.number_of(index.row()))
        if there.current != self._place.current:
            self._current_awaited = None
            self._place = there
            self.place_changed.emit(there, True)

    def _on_loaded_changed(self) -> None:
        if not self._is_ranking:
            return
        self._restore_current()
        self.bar.rank.set_limit(self.model.total)

    def _on_scrolled(self) -> None:
        """Set the page and the rank of the place to those at the top of the view."""
        if self.model.is_arranged or not self.model.loaded or not self._is_ranking:
            return
        row = self.table.visible_rows()[0]
        there = replace(self._place, page=row // PAGE_SIZE + 1, rank=row + 1)
        if (there, there.rank) != (self._place, self._place.rank):
            self._place = there
            self.bar.set_page(there)
            self.place_changed.emit(there, True)

    def _on_action_requested(self, key: str) -> None:
        if key == "everyone":
            self.move_to(replace(self._place, filter="all", page=1, rank=None, current=None))
        elif key == _ALL:
            self._show_view(_ALL)
        elif key == "world":
            self.move_to(replace(self._place, country=None, page=1, rank=None, current=None))

    # --- links --------------------------------------------------------------------------------

    def _open(self, place: Place, how: str) -> None:
        """Open a place; another ranking is shown in this page."""
        if isinstance(place, RankingsPlace) and how == "here":
            self.move_to(place)
        else:
            self.open_requested.emit(place, how)

    def _place_of(self, card: BeatmapCard) -> BeatmapsetPlace:
        return BeatmapsetPlace(card.id, card.beatmap, self._place.mode)

    def _on_card_opened(self, card: BeatmapCard, how: str) -> None:
        self._open(self._place_of(card), how)

    def _on_card_menu_requested(self, card: BeatmapCard, where: QPoint) -> None:
        from osubrowser.ui.pages.rankings.menu import beatmap_menu

        place, origin = self._place_of(card), self._account.server
        pop_up(beatmap_menu(self, place, card.title, self._open, origin), where)

    # --- title, account -----------------------------------------------------------------------

    @property
    def _ranking_title(self) -> str:
        info = self.spotlight.info
        return ranking_title(self._place, self._country_name, info.name if info else None)

    @property
    def _full_title(self) -> str:
        title = self._ranking_title
        if self._place.compare is None:
            return title
        day = day_text(date.fromisoformat(self._place.compare))
        return tr("{ranking}, compared with {day}").format(ranking=title, day=day)

    def _update_title(self) -> None:
        title = self._full_title
        if title != self._title:
            self._title = title
            self.title_changed.emit(title)

    @property
    def _country_name(self) -> str | None:
        """Name of the place's country; None without one, or while it is unknown."""
        name = self.bar.countries.current.text
        return name if self._place.country not in (None, name) else None

    def _own_country(self) -> str | None:
        return self._account.me.country_code if self._account.me is not None else None

    def _flag(self, code: str) -> str | None:
        return self._images.flag_url(code) if self._images is not None else None

    def _on_client_changed(self) -> None:
        """Load again."""
        is_shown = self.list.spec is not None
        self.leave()
        if is_shown:
            self.show_place(self._place, None)

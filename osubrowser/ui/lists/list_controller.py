"""Controller of one list: model, views, columns, filter, export, menu, state and status."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from osubrowser.models.table.client_source import ClientLoader, wait_of
from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.urls import address
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.settings.schema import TableState
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe, was_reached
from osubrowser.ui.table.paged_table import PagedTable
from osubrowser.ui.widgets.menus import pop_up
from osubrowser.ui.widgets.state_panel import RELOAD

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.table.column import Column, Record, Row
    from osubrowser.models.table.sources import RowsPage, Source
    from osubrowser.services.beatmap_services import BeatmapServices
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.replay_services import ReplayServices, ScoreOffer
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.cards.card_grid import CardGrid
    from osubrowser.ui.cards.card_layout import CardLayout, CardMarks, PreviewState
    from osubrowser.ui.lists.row_links import RowLink
    from osubrowser.ui.lists.row_menu import RowSelection
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.table.paged_table import OrderAction
    from osubrowser.ui.table.row_table import RowTable, TableCursor
    from osubrowser.ui.widgets.filter_field import FilterField
    from osubrowser.ui.widgets.tool_button import ToolButton


Columns = Sequence["Column[Any]"]

GOES_ON: Final = tr("This list has no end that could be loaded: it goes on as it is scrolled.")

TABLE: Final = "table"
"""View of a list as a table."""
CARDS: Final = "cards"
"""View of a list as cards."""


class Preview(NamedTuple):
    """Preview sound of a row.

    Attributes:
        url: its URL.
        key: identifies it among all previews of the program.
        title: plain text for "now playing".
    """

    url: str
    key: Hashable
    title: str


_LEAD: Final = "lead"


@dataclass(frozen=True, slots=True)
class EmptyText:
    """Message in place of the rows of an empty list.

    Attributes:
        text: one sentence that says what was requested.
        hint: what to do; "" for none.
        action: key and label of a button, for `ListController.action_requested`; `RELOAD` and
            `SIGN_IN` of `state_panel` need no receiver; None for none.
        leads_to: place and label of a button that opens it, without an `action`; None for none.
    """

    text: str
    hint: str = ""
    action: tuple[str, str] | None = None
    leads_to: tuple[Place, str] | None = None

    @property
    def button(self) -> tuple[str, str] | None:
        """Key and label of the button; None for none."""
        return (_LEAD, self.leads_to[1]) if self.action is None and self.leads_to else self.action


def loaded_status(model: PagedModel, first: int, last: int) -> str:
    """Return the default status of a list: `1-50 of 10,000 · 350 loaded`.

    Args:
        model: the rows.
        first: the first visible row, from 0.
        last: the last visible row.
    """
    if not model.loaded:
        return ""
    if model.is_arranged:
        return tr("{count} of %n loaded row(s)", "", model.loaded).format(
            count=numerals.whole(model.rowCount())
        )
    shown = f"{numerals.whole(first + 1)}-{numerals.whole(last + 1)}"
    if model.total:
        shown = tr("{shown} of {total}").format(shown=shown, total=numerals.whole(model.total))
    loaded = tr("{count} loaded").format(count=numerals.whole(model.loaded))
    return f"{shown} · {loaded}{seen_ago(model.seen_at)}"


def _no_link(_item: Any, _origin: str) -> RowLink | None:  # noqa: ANN401
    return None


def _no_row() -> Hashable | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """Specification of a list that a `ListController` shows.

    Attributes:
        key: identifier of the list, of its saved state and of its columns in the settings.
        title: accessible name of the table.
        columns: `(original) -> columns`; `original`: titles are not romanised.
        source: `(loader, columns, original) -> source of the rows`.
        record: `row -> exact values` of a JSON export; called on a worker.
        file_stem: proposed file name of an export, without its suffix.
        empty: message for a list without rows.
        link: `(item, origin) -> link of a row`, or None; `origin` is `https://host`.
        no_link: message when a row without a link is opened.
        menu: returns the context menu of the selected rows; None for the default menu.
        describe: returns the message for an error.
        status: `(model, first visible row, last) -> text of the status line`.
        columns_key: identifier of the columns in the settings where several lists share them; ""
            does not save them; None for `key`.
        has_titles: whether the list shows titles of songs, original or romanised by the settings.
        own: returns the identity of the account's own row, which is marked; None for none.
        replays: `item -> its scores`, whose replays can be saved; None for a list without scores.
        order_action: returns the button that asks osu! for the order of a column, where only loaded
            rows are sorted by it; its key is for `ListController.action_requested`.
        cards: which columns the parts of a card show; None for a list that is a table only.
        beatmapset: `item -> its beatmapset`, or None: its preview can be played, and its marks are
            shown; None for a list of other things. It is called in `paintEvent`.
        preview: `item -> its preview sound`, or None, of a list of things without a beatmapset;
            None for a list without sounds. It is called in `paintEvent`.
        offers_follow: whether menus of rows have entries that follow what these lead to.
    """

    key: str
    title: str
    columns: Callable[[bool], Columns]
    source: Callable[[ClientLoader, Columns, bool], Source]
    record: Callable[[Row[Any]], Record]
    file_stem: str
    empty: EmptyText
    link: Callable[[Any, str], RowLink | None] = _no_link
    no_link: str = tr("This row leads nowhere: its subject is gone.")
    menu: Callable[[RowSelection], QMenu] | None = None
    describe: Callable[[BaseException], Sentence] = describe
    status: Callable[[PagedModel, int, int], str] = loaded_status
    columns_key: str | None = None
    has_titles: bool = False
    own: Callable[[], Hashable | None] = _no_row
    replays: Callable[[Any], Sequence[ScoreOffer]] | None = None
    order_action: OrderAction | None = None
    cards: CardLayout | None = None
    beatmapset: Callable[[Any], Beatmapset | None] | None = None
    preview: Callable[[Any], Preview | None] | None = None
    offers_follow: bool = True


@dataclass(frozen=True, slots=True)
class ListState:
    """Saved state of a list, to restore it without requests.

    Attributes:
        key: key of the `ListSpec`.
        is_original: whether titles were not romanised.
        snapshot: snapshot of the model: rows, order and filter.
        offset: scroll position in pixels, of the view.
        cursor: current row and selection.
        view: the view, `table` or `cards`.
    """

    key: str
    is_original: bool
    snapshot: object
    offset: int
    cursor: TableCursor
    view: str = TABLE


class ColumnStore:
    """Restores the columns of a table from the settings, and saves changes.

    Args:
        table: table of one list at a time.
        settings: stores the columns.
    """

    def __init__(self, table: RowTable, settings: Settings) -> None:
        self._table = table
        self._settings = settings
        self._name = ""
        self._has_changed = False
        table.columns_changed.connect(self._on_columns_changed)

    def use(self, name: str) -> None:
        """Restore the columns of a list by its key in the settings; "" restores and saves none."""
        self.save()
        self._name = name
        if name:
            self._table.restore_column_state(self._settings.table(name))

    def save(self) -> None:
        """Write changes to the settings file, not at each step of a drag."""
        if self._has_changed:
            self._has_changed = False
            self._settings.save()

    def _on_columns_changed(self) -> None:
        if self._name:
            state = self._table.column_state()
            view = self._settings.table(self._name).view
            self._settings.tables[self._name] = TableState(
                state.order, state.hidden, state.shown, state.widths, view
            )
            self._has_changed = True


_SETTLED: Final = (LoadState.READY, LoadState.END, LoadState.FAILED)


class ListController(QObject):
    """Controller of the list of a `ListSpec`: loads, columns, filter, export and menus.

    The rows are shown as a table, or as cards where the list has them; both views have the same
    order, filter and selection.

    Args:
        account: provides the client of the loads.
        calls: runs blocking calls.
        settings: columns, the folder of exports, and the script of titles.
        colours: to paint with until `set_colours` is called.
        images: pictures of rows; None for none.
        has_page: whether a place opens in the window; else it opens in the web browser.
        parent: the parent widget of the table, menus and dialogs. It puts `rows` into its layout.
        replays: saves the replays of scores; None for lists without.
        beatmaps: marks and previews of beatmaps; None for lists without.
        history: what is followed: menus of rows follow what these lead to; None for none.

    Attributes:
        model: the rows.
        rows: the widget: the table or the cards, or a message in their place.
        table: the table of `rows`, which also has the selection while cards are shown.
        loader: runs loads with the client of the account.
        status_changed: `status` has changed.
        open_requested: `(Place, how)`: open a link; `how` is `here`, `background` or `web`.
        message_requested: `(level, text)`: show a message.
        sign_in_requested: open the welcome page.
        online_changed: False when a load failed because osu! is unreachable, True when one
            succeeded.
        action_requested: the key of the pressed button of an empty list.
        view_changed: `view` has changed.
    """

    status_changed = Signal(str)
    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)
    action_requested = Signal(str)
    view_changed = Signal(str)

    def __init__(
        self,
        account: Account,
        calls: Calls,
        settings: Settings,
        colours: Colours,
        images: ImageStore | None,
        has_page: Callable[[Place], bool],
        parent: QWidget,
        replays: ReplayServices | None = None,
        beatmaps: BeatmapServices | None = None,
        history: HistoryServices | None = None,
    ) -> None:
        super().__init__(parent)
        self._widget = parent
        self._history = history
        self._replays = replays
        self._beatmaps = beatmaps
        self._images = images
        self._wanted_view = TABLE
        self._is_following = False
        self._account = account
        self._calls = calls
        self._settings = settings
        self._has_page = has_page
        self._loads = TaskScope()
        self._exports = TaskScope()  # exports continue after `leave`
        self._spec: ListSpec | None = None
        self._is_original = False
        self._is_showing = False
        self._status = ""
        self._filter: FilterField | None = None
        self.loader = ClientLoader(account, calls)
        self.model = PagedModel((), self._loads, is_wait=wait_of, parent=self)
        self.rows = PagedTable(self.model, describe=self._describe, colours=colours, parent=parent)
        self.table = self.rows.table
        self._columns = ColumnStore(self.table, settings)
        if images is not None:
            images.supply(self.table)
        self._connect()

    def _connect(self) -> None:
        model, rows, table = self.model, self.rows, self.table
        model.loaded_changed.connect(self.update_status)
        model.modelReset.connect(self._on_model_reset)
        model.state_changed.connect(self._on_state_changed)
        model.page_arrived.connect(self._on_page_arrived)
        table.scrolled.connect(self.update_status)
        table.open_requested.connect(self._on_row_opened)
        table.menu_requested.connect(self._on_menu_requested)
        table.preview_requested.connect(self._on_preview_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.action_requested.connect(self._on_action_requested)
        rows.visibility_changed.connect(self._on_visibility_changed)
        self._account.changed.connect(self._mark_own_row)
        if self._replays is not None:
            table.replay_pressed.connect(self._on_replay_pressed)
            self._replays.states_changed.connect(self._on_replay_states_changed)

    # --- contents -----------------------------------------------------------------------------

    @property
    def spec(self) -> ListSpec | None:
        """The shown list; None before the first one and after `leave`."""
        return self._spec

    @property
    def is_settled(self) -> bool:
        """Whether no load of visible rows is running: they are loaded, or have failed."""
        return self.model.state in _SETTLED

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.model.error

    @property
    def status(self) -> str:
        """Text of the status line."""
        return self._status

    def show(self, spec: ListSpec, *, state: ListState | None = None, start_row: int = 0) -> None:
        """Show a list; loads of the previous list are cancelled.

        Its view is that of `state`, else the one that was chosen for it, else that of `set_view`.

        Args:
            spec: the list.
            state: what `save_state` returned for it. It is ignored if it is of another list, or if
                the script of titles has changed since.
            start_row: first visible row of the view, from 0, if there is no state.
        """
        is_original = self._wants_original
        if state is not None and (
            state.key != spec.key or (spec.has_titles and state.is_original != is_original)
        ):
            state = None
        self._spec, self._is_original = spec, is_original
        columns = spec.columns(is_original)
        self._is_showing = True
        try:
            self.model.show(
                spec.source(self.loader, columns, is_original),
                columns=columns,
                start_row=start_row,
                snapshot=state.snapshot if state is not None else None,
            )
            self._columns.use(self._columns_key)
            self.table.setAccessibleName(spec.title)
            self._mark_own_row()
            self.table.set_replay_state(self._replay_tone if self.offers_replays else None)
            if self.offers_previews:
                self._follow_beatmaps()
            self.table.set_marks(self._marks_of if self._has_marks else None)
            self.table.set_previews(self.offers_previews)
            empty = spec.empty
            self.rows.set_empty_text(empty.text, hint=empty.hint, action=empty.button)
            self.rows.set_order_action(spec.order_action)
            self._show_view(state.view if state is not None else self._first_view)
            if state is not None:
                self.rows.view.scroll_to_position(state.offset)
                self.table.restore_cursor_state(state.cursor)
        finally:
            self._is_showing = False
        self.repeat_status()

    def save_state(self) -> ListState | None:
        """Return the state by which `show` restores the list; None if none is shown."""
        if self._spec is None:
            return None
        return ListState(
            self._spec.key,
            self._is_original,
            self.model.snapshot(),
            self.rows.view.scroll_position(),
            self.table.cursor_state(),
            self.view,
        )

    def reload(self, spec: ListSpec | None = None) -> None:
        """Reload the rows; the present ones stay until then.

        Args:
            spec: the same list with another source, such as a player whose name has become known;
                None for the present spec.
        """
        if spec is None and self._is_outdated:
            spec = self._spec
            if spec is not None:
                self.show(spec)
            return
        if spec is not None:
            self._spec = spec
            columns = self.model.columns
            self.model.reload(spec.source(self.loader, columns, self._is_original))
        elif self._spec is not None:
            self.model.reload()

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._columns.save()
        self._spec = None
        self.model.clear()
        self._loads.cancel_all()

    def update_status(self) -> None:
        """Recompute `status`; emits `status_changed` if it has changed."""
        if self._is_showing:
            return
        spec = self._spec
        text = "" if spec is None else spec.status(self.model, *self.rows.view.visible_rows())
        if text != self._status:
            self._status = text
            self.status_changed.emit(text)

    def repeat_status(self) -> None:
        """Emit `status_changed` even if `status` is the same, for another place."""
        spec, view = self._spec, self.rows.view
        self._status = "" if spec is None else spec.status(self.model, *view.visible_rows())
        self.status_changed.emit(self._status)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.rows.set_colours(colours)

    def take_focus(self, otherwise: QWidget | None = None) -> None:
        """Set the focus to the rows, or to the first button of a message in their place.

        Args:
            otherwise: gets the focus where there is no button; None for the rows.
        """
        view = self.rows.view
        target: QWidget = view
        if not view.isVisibleTo(self._widget):
            buttons: list[QWidget] = [*self.rows.shown_buttons()]
            target = next(iter(buttons), otherwise or view)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- views --------------------------------------------------------------------------------

    @property
    def view(self) -> str:
        """The view of the rows: `table` or `cards`."""
        return TABLE if self.rows.view is self.table else CARDS

    def set_view(self, view: str) -> None:
        """Show the rows as a `table` or as `cards`, at the same rows with the same selection.

        A list without cards stays a table until another one is shown.
        """
        self._wanted_view = view
        if self._spec is not None:
            self._show_view(view)
            self.update_status()

    def choose_view(self, view: str) -> None:
        """Set the view as the user has chosen it: it is saved in the settings for such lists."""
        if not self._columns_key:
            self.set_view(view)
            return
        self._settings.table(self._columns_key).view = view
        self._settings.save()
        self._show_view(view)
        self.update_status()

    @property
    def _columns_key(self) -> str:
        """Identifier of the list in the settings; "" saves nothing."""
        spec = self._spec
        if spec is None:
            return ""
        return spec.key if spec.columns_key is None else spec.columns_key

    @property
    def _first_view(self) -> str:
        """View of a list that is shown anew."""
        saved = self._settings.tables.get(self._columns_key)
        return (saved.view if saved is not None else "") or self._wanted_view

    def _show_view(self, view: str) -> None:
        spec, before = self._spec, self.view
        if view == CARDS and spec is not None and spec.cards is not None:
            is_new = self.rows.cards is None
            grid = self.rows.show_cards()
            if is_new:
                self._connect_cards(grid)
            if self.offers_previews:
                marks = self._marks_of if self._has_marks else None
                grid.use(spec.cards, decorate=marks, preview=self._preview_state)
            else:
                grid.use(spec.cards)
            grid.setAccessibleName(spec.title)
        else:
            self.rows.show_table()
        if self.view != before:
            self.view_changed.emit(self.view)

    def _connect_cards(self, grid: CardGrid) -> None:
        if self._images is not None:
            self._images.supply(grid)
        grid.scrolled.connect(self.update_status)
        grid.open_requested.connect(self._on_row_opened)
        grid.menu_requested.connect(self._on_cards_menu_requested)
        grid.copy_requested.connect(self.copy_selection)
        grid.preview_requested.connect(self._on_preview_requested)

    def _follow_beatmaps(self) -> None:
        """Repaint rows when previews and marks change, once a list with either is shown."""
        if self._beatmaps is None or self._is_following:
            return
        self._is_following = True
        previews = self._beatmaps.previews
        previews.changed.connect(self._on_preview_changed)
        previews.progressed.connect(self._on_preview_changed)
        self._beatmaps.marks.changed.connect(self.repaint_rows)
        self._beatmaps.owned.changed.connect(self.repaint_rows)

    def repaint_rows(self) -> None:
        """Repaint the rows, such as for changed marks."""
        self.rows.view.viewport().update()

    # --- beatmaps and sounds ------------------------------------------------------------------

    @property
    def offers_previews(self) -> bool:
        """Whether the shown list has beatmapsets or tracks, whose previews can be played."""
        spec = self._spec
        has_sounds = spec is not None and (spec.beatmapset or spec.preview) is not None
        return has_sounds and self._beatmaps is not None

    @property
    def _has_marks(self) -> bool:
        has_sets = self._spec is not None and self._spec.beatmapset is not None
        return has_sets and self._beatmaps is not None

    def toggle_preview(self) -> None:
        """Play the preview of the current row, or stop it."""
        row = self.model.row_at(self.table.currentIndex().row())
        if row is not None:
            self._on_preview_requested(row)

    def _set_of(self, row: Row[Any]) -> Beatmapset | None:
        beatmapset = self._spec.beatmapset if self._spec is not None else None
        return None if beatmapset is None else beatmapset(row.item)

    def _preview_of(self, row: Row[Any]) -> Preview | None:
        """Return the sound of a row that has no beatmapset."""
        preview = self._spec.preview if self._spec is not None else None
        return None if preview is None else preview(row.item)

    def _preview_key(self, row: Row[Any]) -> Hashable | None:
        beatmapset = self._set_of(row)
        if beatmapset is not None:
            return beatmapset.id
        preview = self._preview_of(row)
        return None if preview is None else preview.key

    def _marks_of(self, row: Row[Any]) -> CardMarks:
        from osubrowser.ui.lists.beatmap_cards import marks_of

        assert self._beatmaps is not None  # noqa: S101 - else cards have no marks
        return marks_of(self._set_of(row), self._beatmaps)

    def _preview_state(self, row: Row[Any]) -> PreviewState | None:
        from osubrowser.ui.lists.beatmap_cards import preview_state

        assert self._beatmaps is not None  # noqa: S101 - else cards have no previews
        return preview_state(self._preview_key(row), self._beatmaps.previews)

    def _on_preview_requested(self, row: Row[Any]) -> None:
        from osubrowser.ui.lists.beatmap_cards import toggle_preview

        if self._beatmaps is None:
            return
        beatmapset, preview = self._set_of(row), self._preview_of(row)
        if beatmapset is not None:
            toggle_preview(beatmapset, self._beatmaps.previews, original=self._is_original)
        elif preview is not None:
            self._beatmaps.previews.toggle(*preview)

    def _on_action_requested(self, key: str) -> None:
        leads_to = self.spec.empty.leads_to if self.spec is not None else None
        if key == _LEAD and leads_to is not None:
            self.open_requested.emit(leads_to[0], "here")
        elif key == RELOAD[0]:
            self.reload()
        else:
            self.action_requested.emit(key)

    def _on_preview_changed(self, key: Hashable, _fraction: float = 0.0) -> None:
        grid = self.rows.cards
        if grid is not None and grid is self.rows.view:
            grid.update_rows(lambda row: self._preview_key(row) == key)

    # --- tools --------------------------------------------------------------------------------

    def bind_filter(self, field: FilterField | None) -> None:
        """Bind a filter field: it shows the present filter and sets it; None unbinds."""
        if self._filter is not None:
            self._filter.textChanged.disconnect(self.model.set_filter)
            self._filter.left.disconnect(self._focus_rows)
        self._filter = field
        if field is not None:
            field.show_text(self.model.arrangement.needle)
            field.textChanged.connect(self.model.set_filter)
            field.left.connect(self._focus_rows)

    def _focus_rows(self) -> None:
        self.rows.view.setFocus()

    def bind_buttons(
        self,
        *,
        columns: ToolButton | None = None,
        export: ToolButton,
        load_all: ToolButton | None = None,
        view: ToolButton | None = None,
    ) -> None:
        """Bind the buttons of columns, export, load of all rows, and view: table or cards."""
        if columns is not None:
            columns.clicked.connect(lambda: self.choose_columns(columns.below))
            self.view_changed.connect(partial(_show_columns_or_sorting, columns))
        if load_all is not None:
            load_all.clicked.connect(self.load_all)
        if view is not None:
            view.clicked.connect(self._on_view_pressed)
            self.view_changed.connect(partial(_show_next_view, view))
        export.clicked.connect(self.export)

    def _on_view_pressed(self) -> None:
        self.choose_view(CARDS if self.view == TABLE else TABLE)

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        if self._filter is not None:
            self._filter.start()

    def choose_columns(self, where: QPoint) -> None:
        """Open the column chooser at a screen position; of cards the menu that sorts them."""
        if self.view == CARDS:
            from osubrowser.ui.table.column_menu import sort_menu

            pop_up(sort_menu(self._widget, self.model), where)
        else:
            pop_up(self.table.column_chooser(), where)

    def load_all(self) -> None:
        """Load all rows of a list by page number, or stop that; loaded rows stay."""
        model = self.model
        if model.is_loading_all:
            model.stop_loading_all()
        elif model.can_load_all:
            model.load_all()
        elif model.loaded:
            is_whole = model.state is LoadState.END
            text = tr("All %n row(s) are loaded.", "", model.loaded) if is_whole else GOES_ON
            self.message_requested.emit("info", text)

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.table.copy_selection()

    @property
    def offers_replays(self) -> bool:
        """Whether the shown list has scores whose replays can be saved."""
        has_scores = self._spec is not None and self._spec.replays is not None
        return has_scores and self._replays is not None

    def save_replays(self) -> None:
        """Save the replays of the selected rows."""
        rows = self.table.selected_rows()
        if rows:
            self._save_replays_of(rows)
        else:
            self.message_requested.emit("info", tr("Select the scores whose replays you want."))

    def _offers_of(self, rows: Sequence[Row[Any]]) -> list[ScoreOffer]:
        replays = self._spec.replays if self._spec is not None else None
        return [] if replays is None else [offer for row in rows for offer in replays(row.item)]

    def _save_replays_of(self, rows: Sequence[Row[Any]]) -> None:
        offers = self._offers_of(rows)
        if self._replays is not None and offers:
            self._replays.save(offers)

    def _on_replay_pressed(self, row: Row[Any]) -> None:
        """Open the replays of a row that are all on this computer, else save them."""
        from osubrowser.ui.lists.replay_button import place_of
        from osubrowser.ui.table.badges import SAVED

        if self._replays is None:
            return
        place = place_of(self._offers_of([row]), self._replays)
        if place is not None and self._replay_tone(row) == SAVED:
            self.open_requested.emit(place, "here")
        else:
            self._save_replays_of([row])

    def _on_replay_states_changed(self) -> None:
        if self.offers_replays:
            self.table.viewport().update()

    def _replay_tone(self, row: Row[Any]) -> int:
        """Return the tone of the replay button of a row: the state of all its replays."""
        from osubrowser.ui.lists.replay_button import tone_of

        if self._replays is None:
            return 1
        return tone_of(map(self._replays.state_of, (score for score, _ in self._offers_of([row]))))

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""
        from osubrowser.ui.lists.export import ExportedTable, TableExport

        spec, rows = self._spec, self.model.loaded_rows()
        if spec is None or not rows:
            self.message_requested.emit("info", tr("There are no rows to export yet."))
            return
        export = TableExport(
            self._widget,
            self._calls,
            self._exports,
            self._settings,
            self.message_requested.emit,
        )
        shown = self.table.shown_columns()
        hidden = [index for index in self.table.all_columns() if index not in shown]
        table = ExportedTable(
            self.model.columns,
            [*shown, *hidden],
            rows,
            spec.record,
            partial(_url_of, spec, self._account.server),
        )
        export.start(spec.file_stem, table, self.model.total)

    # --- model and table ----------------------------------------------------------------------

    @property
    def _wants_original(self) -> bool:
        return self._settings.titles == "original"

    @property
    def _is_outdated(self) -> bool:
        """Whether the titles of the rows are not in the script of the settings."""
        spec = self._spec
        return spec is not None and spec.has_titles and self._is_original != self._wants_original

    def _describe(self, error: BaseException) -> Sentence:
        return self._spec.describe(error) if self._spec is not None else describe(error)

    def _mark_own_row(self) -> None:
        self.table.mark_row(self._spec.own() if self._spec is not None else None)

    def _on_model_reset(self) -> None:
        if self._filter is not None:
            self._filter.show_text(self.model.arrangement.needle)
        self.update_status()

    def _on_page_arrived(self, page: RowsPage) -> None:
        if page.seen_at is None:
            self.online_changed.emit(True)
        self.update_status()

    def _on_state_changed(self) -> None:
        is_reached = False if self.model.is_offline else was_reached(self.model.error)
        if is_reached is not None:
            self.online_changed.emit(is_reached)
        self.update_status()

    def _on_visibility_changed(self, is_visible: bool) -> None:
        if not is_visible:
            self._columns.save()
        elif self._spec is not None and self._is_outdated:
            self.show(self._spec)

    def _link_of(self, row: Row[Any]) -> RowLink | None:
        return self._spec.link(row.item, self._account.server) if self._spec is not None else None

    def _on_row_opened(self, row: Row[Any], how: str) -> None:
        link = self._link_of(row)
        if link is not None:
            self.open_requested.emit(link.place, how)
        elif self._spec is not None:
            self.message_requested.emit("info", self._spec.no_link)

    def _on_cards_menu_requested(self, where: QPoint) -> None:
        self._on_menu_requested(self.table.selected_rows(), where)

    def _on_menu_requested(self, rows: Sequence[Row[Any]], where: QPoint) -> None:
        from osubrowser.ui.lists.row_menu import RowSelection, row_menu

        if self._spec is None or not rows:
            return
        links = [link for row in rows if (link := self._link_of(row)) is not None]
        selection = RowSelection(
            self._widget,
            rows,
            links,
            self.open_requested.emit,
            self.table.copy_selection,
            self._account.server,
            self._has_page,
        )
        menu = (self._spec.menu or row_menu)(selection)
        if self._replays is not None and self._spec.replays is not None:
            from osubrowser.ui.lists.replay_button import add_save_action

            add_save_action(menu, self._offers_of(rows), self._replays, self.open_requested.emit)
        if self._history is not None and self._spec.offers_follow:
            from osubrowser.ui.lists.follow_entry import add_follow_actions

            add_follow_actions(menu, links, self._history.follows)
        pop_up(menu, where)


def _show_columns_or_sorting(button: ToolButton, view: str) -> None:
    """Show in a button what it chooses in a view."""
    if view == TABLE:
        button.show_icon("columns", tr("Choose the columns of this table"), name=tr("Columns"))
    else:
        button.show_icon("sort", tr("Sort the loaded cards"), name=tr("Sort", "verb"))


def _show_next_view(button: ToolButton, view: str) -> None:
    """Show in a button the view that it leads to."""
    if view == TABLE:
        button.show_icon("card-view", tr("Show as cards"))
    else:
        button.show_icon("table-view", tr("Show as a table"))


def _url_of(spec: ListSpec, origin: str, row: Row[Any]) -> str:
    link = spec.link(row.item, origin)
    return "" if link is None else address(link.place, origin)

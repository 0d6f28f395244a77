"""A section of a player's page that is a list: scores, beatmaps, activity, kudosu, medals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.api.errors import LoginRequired
from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.services.cache.from_cache import load_cached
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.error_messages import was_reached
from osubrowser.ui.lists.column_state import ColumnStore
from osubrowser.ui.lists.pictures import give_pictures
from osubrowser.ui.pages.player.lists.bar import PlayerListBar
from osubrowser.ui.pages.player.lists.words import NOTES, describe_in, file_stem, nothing_in
from osubrowser.ui.pages.player.sections import Section
from osubrowser.ui.pages.rankings.links import pop_up
from osubrowser.ui.pages.rankings.messages import status_of
from osubrowser.ui.pages.rankings.source import seen, wait_of
from osubrowser.ui.table.paged_table import PagedTable

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.models.table.column import Row
    from osubrowser.ui.pages.player.lists.kinds import Columns, PlayerList
    from osubrowser.ui.pages.player.lists.targets import ListLink
    from osubrowser.ui.pages.player.sections import SectionParts
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class ListState:
    """How a list was left.

    Attributes:
        chosen: the key of the list that was shown.
        is_original: whether its titles were the original ones.
        snapshot: its rows.
        offset: how far it was scrolled.
    """

    chosen: str
    is_original: bool
    snapshot: object
    offset: int


class ListSection(Section):
    """Shows one of a few lists of a player, as a table that goes on as it is scrolled.

    Args:
        name: of the section.
        lists: which there are; with more than one there are pills to choose by.
        parts: what it stands on.
    """

    def __init__(
        self, name: str, lists: Sequence[PlayerList], parts: SectionParts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._lists = {one.key: one for one in lists}
        self._chosen = lists[0]
        self._parts = parts
        self._scope = TaskScope()
        self._exports = TaskScope()  # they go on when the player is let go
        self._profile: Profile | None = None
        self._is_original = self._wants_original()
        columns = self._chosen.columns(self._is_original)
        self.model = PagedModel(columns, self._scope, is_wait=wait_of, parent=self)
        choices = [(one.key, one.label) for one in lists]
        self.bar = PlayerListBar(name, choices, NOTES.get(lists[0].key, ""), self)
        self.rows = PagedTable(self.model, describe=describe_in, colours=parts.colours, parent=self)
        self.table = self.rows.table
        self.table.setAccessibleName(name)
        self._columns = ColumnStore(self.table, parts.settings)
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    # --- what the page asks -------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the rows asked for are there, or have failed."""
        return self.model.state in (LoadState.READY, LoadState.END, LoadState.FAILED)

    @property
    def failure(self) -> BaseException | None:
        """Why rows are missing; None when they are not."""
        return self.model.error

    @property
    def chosen(self) -> str:
        """The key of the list that is shown."""
        return self._chosen.key

    def show_player(
        self, user_id: int, mode: str, profile: Profile, state: object | None = None
    ) -> None:
        """Show this player's list; with `state` as it was left."""
        self._profile = profile
        self._label_pills(profile)
        if isinstance(state, ListState) and state.chosen in self._lists:
            self._put(state.chosen)
            fits = state.is_original == self._wants_original()
            self._show_list(state if fits else None)
        else:
            self._show_list(None)

    def save_state(self) -> object | None:
        """Return the list that is shown, its rows, and the place in them."""
        if self._profile is None:
            return None
        position = self.table.scroll_position()
        return ListState(self.chosen, self._is_original, self.model.snapshot(), position)

    def reload(self) -> None:
        """Ask again for the rows."""
        if self._profile is None:
            return
        if self.model.state is LoadState.IDLE:
            self._show_list(None)
        else:
            self.model.reload()

    def leave(self) -> None:
        """Stop what is under way and let the rows go."""
        self._columns.keep()
        self.model.clear()
        self._scope.cancel_all()
        self._profile = None

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        self.bar.set_colours(colours)
        self.rows.set_colours(colours)

    def take_focus(self) -> None:
        """Put the focus in the table; where words stand in its place, on what helps there."""
        instead: list[QWidget] = [*self.rows.shown_buttons(), self]
        target = self.table if self.table.isVisibleTo(self) else instead[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_filter(self) -> None:
        """Put the cursor into the filter field."""
        self.bar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.filter.selectAll()

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard as TSV."""
        self.table.copy_selection()

    def export(self) -> None:
        """Ask for a file, then write the loaded rows to it on a worker."""
        from osubrowser.ui.lists.export import TableExport

        if self._profile is None:
            return
        shown, parts = self._chosen, self._parts
        stem = file_stem(shown.key, self._profile, by_mode=shown.by_mode)
        told = self.message_requested.emit
        export = TableExport(self, parts.calls, self._exports, parts.settings, told)
        export.start(stem, self.model.loaded_rows(), self.model.total, partial(_records, shown))

    # --- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.rows, 1)

    def _connect(self) -> None:
        bar, model, table, images = self.bar, self.model, self.table, self._parts.images
        bar.chosen.connect(self._on_chosen)
        bar.filter.textChanged.connect(model.set_filter)
        bar.filter.left.connect(table.setFocus)
        bar.columns_requested.connect(self._on_columns_requested)
        bar.export_requested.connect(self.export)
        model.loaded_changed.connect(self._tell_status)
        model.modelReset.connect(self._on_model_reset)
        model.state_changed.connect(self._on_state_changed)
        model.page_arrived.connect(self._on_page_arrived)
        table.scrolled.connect(self._tell_status)
        table.open_requested.connect(self._on_row_opened)
        table.menu_requested.connect(self._on_menu_requested)
        self.rows.sign_in_requested.connect(self.sign_in_requested)
        self.rows.action_requested.connect(self._on_action_requested)
        give_pictures(images, table)

    def _label_pills(self, profile: Profile) -> None:
        if self.bar.pills is None:
            return
        for key, one in self._lists.items():
            count = one.count_of(profile)
            self.bar.pills.set_label(key, f"{one.label} {count:,}" if count else one.label)

    # --- rows ---------------------------------------------------------------------------------

    def _wants_original(self) -> bool:
        return self._parts.settings.titles == "original"

    def _put(self, key: str) -> None:
        self._chosen = self._lists[key]
        if self.bar.pills is not None:
            self.bar.pills.choose(key)

    def _show_list(self, state: ListState | None) -> None:
        profile, shown = self._profile, self._chosen
        if profile is None:
            return
        self._is_original = self._wants_original()
        columns = shown.columns(self._is_original)
        self.model.show(
            CursorSource(
                partial(self._fetch, shown, profile, columns),
                partial(self._recall, shown, profile, columns),
            ),
            columns=columns,
            snapshot=state.snapshot if state is not None else None,
        )
        self.bar.filter.show_text(self.model.arrangement.needle)
        self._columns.use(f"player/{shown.key.partition('/')[0]}")
        action = ("recent/all", "Show failed ones too") if shown.key == "recent" else None
        self.rows.set_empty_text(nothing_in(shown.key, profile), action=action)
        if state is not None:
            self.table.scroll_to_position(state.offset)
        self._tell_status()

    async def _fetch(
        self, shown: PlayerList, profile: Profile, columns: Columns, cursor: object | None
    ) -> RowsPage:
        client = self._parts.account.client
        if client is None:
            raise LoginRequired
        offset = cursor if isinstance(cursor, int) else 0
        return await self._parts.calls.run(shown.load, client, profile, columns, offset)

    async def _recall(
        self, shown: PlayerList, profile: Profile, columns: Columns, cursor: object | None
    ) -> RowsPage | None:
        client = self._parts.account.client
        if client is None:
            return None
        offset = cursor if isinstance(cursor, int) else 0
        calls = self._parts.calls
        return seen(await load_cached(calls, shown.load, client, profile, columns, offset))

    def _on_chosen(self, key: str) -> None:
        self._put(key)
        self._show_list(None)

    def _on_action_requested(self, key: str) -> None:
        if key in self._lists:
            self._on_chosen(key)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_page_arrived(self, page: RowsPage) -> None:
        if page.seen_at is None:
            self.online_changed.emit(True)
        self._tell_status()

    def _on_model_reset(self) -> None:
        """Let the field say what the rows are filtered by: it may have been cleared elsewhere."""
        if self.bar.filter.text() != self.model.arrangement.needle:
            self.bar.filter.show_text(self.model.arrangement.needle)
        self._tell_status()

    def _on_state_changed(self) -> None:
        reached = False if self.model.is_offline else was_reached(self.model.error)
        if reached is not None:
            self.online_changed.emit(reached)
        self._tell_status()

    def _tell_status(self) -> None:
        self.status_changed.emit(status_of(self.model, *self.table.visible_rows()))

    # --- what rows lead to --------------------------------------------------------------------

    def _target_of(self, row: Row[Any]) -> ListLink | None:
        return self._chosen.target_of(row.item, self._parts.account.server)

    def _on_row_opened(self, row: Row[Any], how: str) -> None:
        target = self._target_of(row)
        if target is None:
            self.message_requested.emit("info", "This row leads nowhere: its subject is gone.")
        else:
            self.open_requested.emit(target.place, how)

    def _on_menu_requested(self, rows: Sequence[Row[Any]], where: QPoint) -> None:
        from osubrowser.ui.pages.player.lists.menu import list_menu

        found = [self._target_of(row) for row in rows]
        targets = [target for target in found if target is not None]
        copy, origin = self.table.copy_selection, self._parts.account.server
        pop_up(list_menu(self, targets, self.open_requested.emit, copy, origin), where)

    def _on_columns_requested(self, where: QPoint) -> None:
        pop_up(self.table.column_chooser(), where)

    # --- coming and going ---------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Write titles anew if they are to be others by now."""
        super().showEvent(event)
        if self._profile is not None and self._is_original != self._wants_original():
            self._show_list(None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was chosen of the columns when the section goes out of sight."""
        self._columns.keep()
        super().hideEvent(event)


def _records(shown: PlayerList, rows: Sequence[Row[Any]]) -> list[Any]:
    return [{"number": row.number, **shown.record(row.item)} for row in rows]

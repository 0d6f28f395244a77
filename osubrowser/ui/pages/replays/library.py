"""Replay library: the table of the replay files of this computer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from osubrowser.models.replays.library_rows import (
    Group,
    LibraryRows,
    group_key,
    group_of,
    groups_of,
    library_columns,
    library_record,
)
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import EmptyText, ListController, ListSpec
from osubrowser.ui.lists.replay_links import link_of
from osubrowser.ui.pages.replays.library_actions import LibraryActions
from osubrowser.ui.pages.replays.library_groups import GroupList
from osubrowser.ui.widgets.state_panel import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from osubrowser.models.replays.library_rows import GroupKind
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.replays.records import ReplayRecord
    from osubrowser.ui.lists.list_controller import Columns, ListState
    from osubrowser.ui.pages.replays.parts import ReplaysParts
    from osubrowser.ui.style.theme import Colours

_FIRST: Final = 200
"""Rows that are shown before the others have been formatted."""
_STEP: Final = 1000
"""Rows that are added at once to those."""
_EVERY: Final = 500
"""Milliseconds between two updates of the rows."""
_REST: Final = 700
"""Milliseconds without a scroll after which missing titles are asked for."""
_ALL: Final = "all"
_GROUPS: Final = ((_ALL, tr("All")), ("player", tr("Players")), ("beatmap", tr("Beatmaps")))
_EVERYTHING: Final = {"player": tr("All players"), "beatmap": tr("All beatmaps")}


@dataclass(frozen=True, slots=True)
class LibraryState:
    """Saved state of the view: its rows, and the chosen group."""

    rows: ListState
    kind: GroupKind
    key: str


class LibraryView(QWidget):
    """Replay library: the replay files of this computer, with their figures.

    Rows follow the library while it is scanned and analysed, without a change of selection or
    scroll position.

    Args:
        parts: services.
        colours: to paint with until `set_colours` is called.
        parent: the page.

    Attributes:
        list: the controller of the rows.
        groups: the list of players or beatmaps.
        replay_actions: what is done with selected rows.
        status_changed, open_requested, message_requested, sign_in_requested, online_changed: as
            of `Page`.
    """

    status_changed = Signal(str)
    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    def __init__(self, parts: ReplaysParts, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._library = parts.replays.library
        self._scope = TaskScope()
        self._rows: LibraryRows | None = None
        self._kind: GroupKind = ""
        self._is_outdated = False  # of the rows
        self._is_unsorted = False  # rows changed since they were sorted
        self.bar = ListBar(tr("Groups"), _GROUPS, "", self)
        self.statistics = _button(
            tr("Statistics"), tr("Statistics of the selected replays, or of all")
        )
        self.folders = _button(tr("Folders …"), tr("Choose the folders of the library"))
        self.list = ListController(
            parts.account,
            parts.calls,
            parts.preferences.settings,
            colours,
            None,
            parts.has_page,
            self,
        )
        self.model, self.table = self.list.model, self.list.table
        self.groups = GroupList(colours, self)
        self.work, self.notice = NoticeBar(self), NoticeBar(self)
        self.replay_actions = LibraryActions(parts, self.list, colours, self)
        self._update_timer = _timer(self, _EVERY, self._on_update_due)
        self._rest_timer = _timer(self, _REST, self._on_rest)
        self._lay_out()
        self._connect()
        self.set_colours(colours)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 0, 12, 8)
        tools.setSpacing(8)
        tools.addWidget(self.bar, 1)
        tools.addWidget(self.statistics)
        tools.addWidget(self.folders)
        self.groups.hide()
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.setSpacing(8)
        middle.addWidget(self.groups)
        middle.addWidget(self.list.rows, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tools)
        layout.addLayout(middle, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self.work)

    def _connect(self) -> None:
        library, rows, actions = self._library, self.list, self.replay_actions
        rows.bind_filter(self.bar.filter)
        rows.bind_buttons(columns=self.bar.columns, export=self.bar.export)
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self.open_requested)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.action_requested.connect(self._on_action_requested)
        rows.rows.visibility_changed.connect(self._on_visibility_changed)
        self.model.page_arrived.connect(self._on_page_arrived)
        self.table.scrolled.connect(self._rest_timer.start)
        self.bar.chosen.connect(self._on_kind_chosen)
        self.groups.chosen.connect(self._on_group_chosen)
        self.statistics.clicked.connect(actions.show_statistics)
        self.folders.clicked.connect(actions.choose_folders)
        actions.message_requested.connect(self.message_requested)
        actions.open_requested.connect(self.open_requested)
        actions.notice_changed.connect(self.notice.show_notice)
        actions.work_changed.connect(self._show_work)
        self.notice.pressed.connect(actions.press)
        self.work.pressed.connect(actions.press)
        for bar in (self.notice, self.work):
            bar.focus_left.connect(self.take_focus)
        library.changed.connect(self._on_library_changed)
        library.removed.connect(self._on_library_removed)
        library.progress_changed.connect(self._on_progress_changed)
        library.problem_found.connect(lambda text: self.message_requested.emit("warning", text))

    # --- requests of the page ----------------------------------------------------------------

    def show_list(self, state: object | None) -> None:
        """Show the library; `state` is what `save_state` returned, or None."""
        if isinstance(state, LibraryState):
            self._set_group(state.kind, state.key)
            self.list.show(self._spec(), state=state.rows)
            self._outdate()  # files may have changed since
        elif self.list.spec is None:
            self.list.show(self._spec())
        else:
            self.list.repeat_status()
        self._show_work()
        self._scope.start(self._describe_empty(), key="empty")

    def save_state(self) -> object | None:
        """Return the state by which `show_list` restores the rows; None without rows."""
        rows = self.list.save_state() if self.model.loaded else None
        return None if rows is None else LibraryState(rows, self._kind, self.groups.key)

    @property
    def is_settled(self) -> bool:
        """Whether the rows are there."""
        return self.list.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    def reload(self) -> None:
        """Scan the folders again."""
        self._scope.start(self._library.rescan(), key="rescan")

    def take_focus(self) -> None:
        """Set the focus to the table."""
        self.list.take_focus(self.folders)

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.list.start_filter()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.list.copy_selection()

    def export(self) -> None:
        """Export the rows to a file chosen in a dialog."""
        self.list.export()

    def leave(self) -> None:
        """Release the rows; called when the window closes or the account changes."""
        self._update_timer.stop()
        self._rest_timer.stop()
        self._scope.cancel_all()
        self.replay_actions.leave()
        self.list.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.list.set_colours(colours)
        self.replay_actions.set_colours(colours)
        for part in (self.bar, self.groups, self.work, self.notice):
            part.set_colours(colours)

    # --- rows --------------------------------------------------------------------------------

    def _spec(self) -> ListSpec:
        return ListSpec(
            key="replay-library",
            title=tr("Replay library"),
            columns=library_columns,
            source=self._source,
            record=library_record,
            file_stem="osu-replays",
            empty=EmptyText(
                tr("There are no replays in the library yet."),
                tr("Choose a folder with .osr files, or drop one here."),
                ("choose_folder", tr("Choose a folder …")),
            ),
            link=link_of,
            no_link=tr("The path of this file is too long to be opened here."),
            menu=self.replay_actions.menu,
            status=_status,
            has_titles=True,
        )

    def _source(self, _loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        rows = self._rows = LibraryRows(columns)

        async def fetch(cursor: object | None) -> RowsPage:
            await self._until_loaded()
            if self._kind:
                self._outdate()  # the groups
            start, records = cast("int", cursor or 0), self._library.records()
            first = _FIRST if not start and len(records) > _FIRST else None
            page = await self._parts.calls.run(rows.page, records, self._chosen(), first)
            end = start + (first or _STEP)
            if page.total is None or end >= page.total:
                return RowsPage(page.rows[start:], total=page.total)
            self._outdate()
            return RowsPage(page.rows[start:end], total=page.total, next=end)

        return CursorSource(fetch)

    async def _until_loaded(self) -> None:
        """Wait until the library has read its index."""
        if self._library.is_loaded:
            return
        is_loaded: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def on_loaded() -> None:
            if not is_loaded.done():
                is_loaded.set_result(None)

        self._library.loaded.connect(on_loaded)
        try:
            await is_loaded
        finally:
            self._library.loaded.disconnect(on_loaded)

    def _chosen(self) -> Callable[[ReplayRecord], bool] | None:
        """Return whether a record is in the chosen group; None for all."""
        kind, key = self._kind, self.groups.key
        return (lambda record: group_key(record, kind) == key) if kind and key else None

    def _outdate(self) -> None:
        """Update the rows soon; while they are hidden, when they are shown."""
        self._is_outdated = True
        if self.isVisible() and not self._update_timer.isActive():
            self._update_timer.start()

    def _on_update_due(self) -> None:
        is_running = self._scope.is_running("update")  # it looks again at its end
        if self._is_outdated and self.isVisible() and not is_running:
            self._scope.start(self._update(), key="update")

    async def _update(self, *, is_other: bool = False) -> None:
        """Show the records of the library as they are now; `is_other`: of another group."""
        rows = self._rows
        if rows is None or self.list.spec is None or not self._library.is_loaded:
            return
        self._is_outdated = False
        kind = self._kind
        page, groups = await self._parts.calls.run(
            _made, rows, self._library.records(), self._chosen(), kind, self._is_original
        )
        if rows is not self._rows or kind != self._kind:
            return  # other rows are being loaded
        await self._merge(rows, page)
        self._show_groups(groups)
        if is_other:
            self.table.scroll_to_position(0)
        if self._is_outdated:
            self._update_timer.start()
        elif self._is_unsorted and self._is_idle:
            self._is_unsorted = False
            self.model.arrange_again()

    async def _merge(self, rows: LibraryRows, page: RowsPage) -> None:
        """Show all rows; those that follow the first ones come in steps shorter than a frame."""
        if self.model.loaded < (self.model.total or 0):  # only the first rows are there
            for count in range(self.model.loaded + _STEP, len(page.rows), _STEP):
                self.model.merge(RowsPage(page.rows[:count], total=page.total))
                await asyncio.sleep(0)
                if rows is not self._rows:
                    return  # another list is shown
        self.model.merge(page)

    @property
    def _is_original(self) -> bool:
        return self._parts.preferences.settings.titles == "original"

    @property
    def _is_idle(self) -> bool:
        progress = self._library.progress
        return not progress.is_scanning and (progress.waiting == 0 or progress.is_paused)

    def _on_library_changed(self, _changed: object) -> None:
        self._is_unsorted = True
        self._outdate()

    def _on_page_arrived(self, page: RowsPage) -> None:
        if page.next is not None:  # the other rows
            self._on_update_due()

    def _on_library_removed(self, _files: object) -> None:
        self._outdate()
        self._on_update_due()  # at once: the user may have deleted them

    def _on_progress_changed(self, _progress: object) -> None:
        self._show_work()
        if self._is_unsorted and self._is_idle:
            self._outdate()

    def _on_visibility_changed(self, is_visible: bool) -> None:
        if is_visible and self._is_outdated:
            self._update_timer.start()

    def _on_rest(self) -> None:
        """Ask for the titles of rows in view."""
        first, last = self.table.visible_rows()
        rows = (self.model.row_at(number) for number in range(first, last + 1))
        files = [row.item.file for row in rows if row is not None and row.item.beatmap is None]
        if files:
            self._scope.start(self._library.want_titles(files), key="titles")

    # --- groups ------------------------------------------------------------------------------

    def _on_kind_chosen(self, kind: str) -> None:
        self._set_group(cast("GroupKind", "" if kind == _ALL else kind), "")
        self._update_now()

    def _on_group_chosen(self, _key: str) -> None:
        self._update_now()

    def _set_group(self, kind: GroupKind, key: str) -> None:
        self._kind = kind
        if self.bar.pills is not None:
            self.bar.pills.choose(kind or _ALL)
        self.groups.setAccessibleName(dict(_GROUPS)[kind or _ALL])
        self.groups.show_groups([group_of("", _EVERYTHING.get(kind, ""), 0)] if kind else [], key)
        self.groups.setVisible(bool(kind))

    def _show_groups(self, groups: Sequence[Group]) -> None:
        if self._kind:
            count = sum(group.count for group in groups)
            everything = group_of("", _EVERYTHING[self._kind], count)
            self.groups.show_groups([everything, *groups], self.groups.key)

    def _update_now(self) -> None:
        self._scope.start(self._update(is_other=True), key="update")

    # --- messages ----------------------------------------------------------------------------

    def _show_work(self) -> None:
        self.work.show_notice(self.replay_actions.work_notice(self._library.progress))

    async def _describe_empty(self) -> None:
        """Say in an empty list which folders are watched."""
        folder, games = await self._parts.calls.run(
            _watched,
            self._parts.preferences.settings.replay_folder,
            self._parts.replays.default_folder,
            self._parts.replays.beatmaps,
        )
        others = len(self._parts.preferences.settings.replay_folders)
        watched = [plain(folder, 200)]
        if others:
            watched.append(tr("%n more folder(s)", "", others))
        watched += games
        self.list.rows.set_empty_text(
            tr("There are no replays in the library yet."),
            hint=tr(
                "Watched: {folders}. Choose another folder with .osr files, or drop one here."
            ).format(folders=", ".join(watched)),
            action=("choose_folder", tr("Choose a folder …")),
        )

    def _on_action_requested(self, key: str) -> None:
        if key == "choose_folder":
            self.replay_actions.add_folder()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.groups.setFont(self.font())


def _status(model: PagedModel, first: int, last: int) -> str:
    """Return the text of the status line."""
    if not model.loaded:
        return ""
    total = max(model.total or 0, model.loaded)
    if model.arrangement.needle.strip():
        shown = numerals.whole(model.rowCount())
    else:
        shown = numerals.whole(first + 1)
        if last > first:
            shown = f"{shown}-{numerals.whole(last + 1)}"
    return tr("{shown} of %n replay(s)", "", total).format(shown=shown)


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAutoDefault(True)
    return button


def _timer(parent: QWidget, milliseconds: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer


# --- on a worker ---------------------------------------------------------------------------------


def _made(
    rows: LibraryRows,
    records: list[ReplayRecord],
    chosen: Callable[[ReplayRecord], bool] | None,
    kind: GroupKind,
    original: bool,
) -> tuple[RowsPage, list[Group]]:
    return rows.page(records, chosen), groups_of(records, kind, original=original)


def _watched(
    chosen: str, default_folder: Callable[[], str], beatmaps: BeatmapFiles
) -> tuple[str, list[str]]:
    """Return the folder of saved replays, and where installed games were found."""
    games = beatmaps.games
    found = (("osu!", games.stable), ("osu!lazer", games.lazer))
    return (
        chosen or default_folder(),
        [
            tr("{name} in {folder}").format(name=name, folder=plain(str(folder), 200))
            for name, folder in found
            if folder is not None
        ],
    )

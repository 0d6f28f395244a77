"""Download queue of replays: what is wanted, and what became of it."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.models.replays.queue import queue_columns, queue_record
from osubrowser.models.table.live_rows import LiveRows
from osubrowser.services.downloads.entries import DownloadState, QueueSummary, Remedy
from osubrowser.services.places.places import PlayersPlace, ReplayPlace, ScorePlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.storage import default_folders
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListController, ListSpec, ListState
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.lists.row_menu import RowSelection, row_menu
from osubrowser.ui.pages.replays.get_panel import GetPanel
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.menus import add_action
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar
from osubrowser.ui.widgets.tool_button import ToolButton, columns_button, export_button

if TYPE_CHECKING:
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.services.downloads.entries import QueueEntry
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.pages.replays.parts import ReplaysParts
    from osubrowser.ui.style.theme import Colours

_States = DownloadState
_WAITS: Final = frozenset({_States.WAITING, _States.DOWNLOADING})
_BUTTONS: Final[dict[Remedy, tuple[tuple[str, str], ...]]] = {
    Remedy.NONE: (),
    Remedy.FOLDER: (("folder", tr("Choose another folder …")), ("resume", tr("Try again"))),
    Remedy.LIST: (("resume", tr("Try again")),),
    Remedy.CONNECTION: (("try_now", tr("Try now")),),
    Remedy.SIGN_IN: (("sign_in", tr("Sign in")),),
    Remedy.KEY: (("key", tr("Store a key …")), ("sign_in", tr("Sign in"))),
}
_TRIED: Final = frozenset({_States.FAILED, _States.NO_REPLAY, _States.EXISTS, _States.DONE})


class QueueView(QWidget):
    """Download queue as a table, with the panel that adds replays to it.

    Args:
        parts: services.
        colours: to paint with until `set_colours` is called.
        parent: the page.

    Attributes:
        status_changed, open_requested, message_requested, sign_in_requested, online_changed: as
            of `Page`.
        get: the panel that adds replays.
        list: controller of the table.
        summary: what is going on, in plain words.
        pause, retry, clear: the buttons of the whole queue.
        notice: why nothing goes on.
    """

    status_changed = Signal(str)
    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    def __init__(self, parts: ReplaysParts, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._queue = parts.replays.queue
        self._scope = TaskScope()
        self._is_stale = False
        settings = parts.preferences.settings
        self.get = GetPanel(parts, self)
        self.list = ListController(
            parts.account, parts.calls, settings, colours, parts.images, parts.has_page, self
        )
        self.table = self.list.table
        self.live: LiveRows[QueueEntry] = LiveRows(
            self.list.model, parts.calls, self._entries, lambda e: e.id, self
        )
        self.summary = ElidedLabel(parent=self, name=tr("Downloads"))
        self.pause = QPushButton(tr("Pause"), self)
        self.retry = QPushButton(tr("Retry failed"), self)
        self.clear = QPushButton(tr("Clear finished"), self)
        self.filter = FilterField(self)
        self.columns = columns_button(self)
        self.export_button = export_button(self)
        self.folder = ToolButton(
            tr("Folder"), "external", tr("Open the folder of saved replays"), self
        )
        self.notice = NoticeBar(self)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.set_colours(colours)
        self._show_summary(self._queue.summary)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 4, 12, 8)
        bar.setSpacing(8)
        bar.addWidget(self.summary, 1)
        for widget in (self.pause, self.retry, self.clear, self.filter):
            bar.addWidget(widget)
        for tool in (self.columns, self.export_button, self.folder):
            bar.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.get)
        column.addLayout(bar)
        column.addWidget(self.notice)
        column.addWidget(self.list.rows, 1)

    def _connect(self) -> None:
        rows, queue = self.list, self._queue
        rows.bind_filter(self.filter)
        rows.bind_buttons(columns=self.columns, export=self.export_button)
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self._on_open_requested)
        rows.message_requested.connect(self.message_requested)
        self.table.installEventFilter(self)
        self.table.set_movable(True)
        self.table.rows_dropped.connect(self.drop_selected)
        self.pause.clicked.connect(self.toggle_pause)
        self.retry.clicked.connect(lambda: queue.retry())
        self.clear.clicked.connect(queue.clear_finished)
        self.folder.clicked.connect(self._open_folder)
        self.notice.pressed.connect(self._on_notice_pressed)
        self.notice.focus_left.connect(self.take_focus)
        self.get.message_requested.connect(self.message_requested)
        self.get.open_requested.connect(self.open_requested)
        self.get.sign_in_requested.connect(self.sign_in_requested)
        queue.changed.connect(self._on_queue_changed)
        queue.loaded.connect(self._on_queue_changed)
        queue.entry_changed.connect(self._on_entry_changed)
        queue.summary_changed.connect(self._show_summary)
        self._parts.account.changed.connect(self._on_queue_changed)

    # --- requests of the page -----------------------------------------------------------------

    def show_list(self, state: object | None) -> None:
        """Show the queue; `state` is what `save_state` returned, or None."""
        known = state if isinstance(state, ListState) else None
        self.list.show(self._spec(), state=known)
        if known is not None:  # its rows may be older than the queue
            self.live.update_all()
        self._show_summary(self._queue.summary)
        self.get.refresh()

    def save_state(self) -> object | None:
        """Return the state by which `show_list` restores the rows."""
        return self.list.save_state()

    @property
    def is_settled(self) -> bool:
        """Whether the rows are there."""
        return self.list.is_settled and self.get.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing."""
        return self.list.failure

    def reload(self) -> None:
        """Read the queue anew."""
        self.live.update_all()

    def take_focus(self) -> None:
        """Set the focus to the table, or to the field of links while it is empty."""
        if self.list.model.loaded:
            self.list.take_focus()
        else:
            self.get.take_focus()

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
        self.live.stop()
        self.list.leave()
        self.get.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.list.set_colours(colours)
        for part in (
            self.get,
            self.filter,
            self.columns,
            self.export_button,
            self.folder,
            self.notice,
        ):
            part.set_colours(colours)

    def _entries(self) -> list[QueueEntry]:
        """Return the entries of the current server; others wait for their session, unseen."""
        server = self._queue.server
        return [entry for entry in self._queue.entries if entry.server == server]

    # --- the table ----------------------------------------------------------------------------

    def _spec(self) -> ListSpec:
        def source(_loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            return self.live.source(columns)

        return ListSpec(
            key="replays/queue",
            title=tr("Replay downloads"),
            columns=lambda _: queue_columns(),
            source=source,
            record=_record,
            file_stem="osu-replay-queue",
            empty=EmptyText(
                tr("The queue is empty: it saves replays to files, at the pace that osu! allows."),
                tr(
                    "Paste links of scores above, or press the arrow in a row of any list of "
                    "scores."
                ),
                leads_to=(PlayersPlace(), tr("Look for a player")),
            ),
            link=_link,
            no_link=tr("This replay is not saved yet, and its score is not known."),
            menu=self._menu,
            status=_status,
        )

    def _on_queue_changed(self) -> None:
        if self.list.spec is not None:
            self.live.update_all()

    def _on_entry_changed(self, entry: QueueEntry) -> None:
        if self.list.spec is not None:
            self.live.update((entry,))

    def _on_open_requested(self, place: object, how: str) -> None:
        """Open a saved replay in the view of replays, else with the system's program."""
        if isinstance(place, ReplayPlace) and not self._parts.has_page(place):
            QDesktopServices.openUrl(QUrl.fromLocalFile(place.paths[0]))
        else:
            self.open_requested.emit(place, how)

    # --- actions ------------------------------------------------------------------------------

    def toggle_pause(self) -> None:
        """Pause the whole queue, or let it go on."""
        if self._queue.is_paused:
            self._queue.resume()
        else:
            self._queue.pause()
        self._show_summary(self._queue.summary)

    def selected(self) -> list[QueueEntry]:
        """Return the selected entries, as they are now."""
        found = (self._queue.entry(row.item.id) for row in self.table.selected_rows())
        return [entry for entry in found if entry is not None]

    def move_selected(self, step: int) -> None:
        """Move the selected entries one up (-1) or down (1)."""
        chosen = self._movable()
        if not chosen:
            return
        order = [entry.id for entry in self._entries()]
        places = [at for at, number in enumerate(order) if number in chosen]
        if step < 0:
            if places[0] > 0:
                self._queue.move(chosen, order[places[0] - 1])
        elif places[-1] + 1 < len(order):
            after = places[-1] + 2
            self._queue.move(chosen, order[after] if after < len(order) else None)

    def drop_selected(self, gap: int) -> None:
        """Move the selected entries before the row at a position, from 0."""
        chosen = self._movable()
        after = [entry.id for entry in self._entries()[gap:] if entry.id not in chosen]
        if chosen:
            self._queue.move(chosen, after[0] if after else None)

    def _movable(self) -> set[int]:
        """Return the ids of the selected entries; none while the table has another order."""
        if self.list.model.is_arranged:
            self.message_requested.emit(
                "info",
                tr("The order can be changed while the table is neither sorted nor filtered."),
            )
            return set()
        return {entry.id for entry in self.selected()}

    def remove_selected(self) -> None:
        """Remove the selected entries; their files stay."""
        self._queue.remove([entry.id for entry in self.selected()])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the queue in the table."""
        if watched is self.table and event.type() in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            assert isinstance(event, QKeyEvent)  # noqa: S101 - by its type
            action = self._action_of(event)
            if action is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    action()
                    return True
        return bool(super().eventFilter(watched, event))

    def _action_of(self, event: QKeyEvent) -> Any:  # noqa: ANN401 - a callable or None
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            return partial(self.move_selected, steps[Qt.Key(key)]) if key in steps else None
        if held != Qt.KeyboardModifier.NoModifier:
            return None
        actions = {Qt.Key.Key_Delete: self.remove_selected, Qt.Key.Key_Space: self.toggle_pause}
        return actions.get(Qt.Key(key))

    def _menu(self, selection: RowSelection) -> QMenu:
        queue = self._queue
        entries = [e for row in selection.rows if (e := queue.entry(row.item.id)) is not None]
        menu = row_menu(selection)
        menu.addSeparator()
        files = [entry.path for entry in entries if entry.path]
        if len(files) == 1:
            add_action(menu, tr("Show in &folder"), self._show_in_folder, files[0])
        for label, states, run in (
            (tr("&Pause"), _WAITS, queue.pause),
            (tr("&Resume"), {_States.PAUSED}, queue.resume),
            (tr("&Try again"), _TRIED, queue.retry),
        ):
            numbers = [entry.id for entry in entries if entry.state in states]
            if numbers:
                add_action(menu, label, run, numbers)
        menu.addSeparator()
        numbers = [entry.id for entry in entries]
        order = self._entries()
        for label, keys, step in (
            (tr("Move &up"), "Alt+Up", -1),
            (tr("Move &down"), "Alt+Down", 1),
        ):
            action = add_action(menu, f"{label}\t{_shown(keys)}", self.move_selected, step)
            action.setEnabled(not self.list.model.is_arranged)
        first = next((one.id for one in order if one.id not in set(numbers)), None)
        add_action(menu, tr("Move to the &top"), queue.move, numbers, first)
        menu.addSeparator()
        label = tr("Re&move from the queue") + f"\t{_shown(Qt.Key.Key_Delete)}"
        add_action(menu, label, queue.remove, numbers)
        return menu

    def _show_in_folder(self, path: str) -> None:
        self._scope.start(self._open_if_there(str(PurePath(path).parent)), key="folder")

    def _open_folder(self) -> None:
        self._scope.start(self._open_if_there(""), key="folder")

    async def _open_if_there(self, folder: str) -> None:
        folder = folder or self._parts.preferences.settings.replay_folder
        run = self._parts.calls.run_at_once
        if not folder:
            folder = await run(self._parts.replays.default_folder)
        if not await run(default_folders.is_there, folder):
            self.message_requested.emit(
                "info", tr("There is no folder {folder} yet.").format(folder=folder)
            )
        elif not self._parts.open_folder(folder):
            self.message_requested.emit(
                "warning", tr("The folder {folder} could not be opened.").format(folder=folder)
            )

    # --- drops --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept texts and files with links; replay files are left to the window."""
        data = event.mimeData()
        names = [url.fileName().lower() for url in data.urls() if url.isLocalFile()]
        is_list = bool(names) and not any(name.endswith(".osr") for name in names)
        if is_list or (not names and data.hasText()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take over the links of a dropped text or file."""
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.get.read_file(files[0])
        else:
            self.get.take_text(data.text())

    # --- state of the queue -------------------------------------------------------------------

    def _show_summary(self, summary: QueueSummary) -> None:
        self.summary.setText(summary_text(summary))
        is_paused = self._queue.is_paused
        self.pause.setText(tr("Resume") if is_paused else tr("Pause"))
        self.pause.setProperty("primary", is_paused)
        self.pause.style().polish(self.pause)
        self.pause.setEnabled(is_paused or bool(summary.running + summary.waiting + summary.paused))
        states = [entry.state for entry in self._entries()]
        self.retry.setEnabled(_States.FAILED in states)
        self.clear.setEnabled(any(not state.is_open for state in states))
        self.notice.show_notice(_notice(summary))

    def _on_notice_pressed(self, key: str) -> None:
        if key == "resume":
            self._queue.resume()
        elif key == "try_now":
            self._queue.try_now()
        elif key == "key":
            self.get.ask_for_key()
        elif key == "sign_in":
            self.sign_in_requested.emit()
        elif key == "folder":
            dialog = QFileDialog(self, tr("Replays are saved in"))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(self._on_folder_chosen)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _on_folder_chosen(self, folder: str) -> None:
        """Save into another folder, and go on."""
        if folder and len(folder) <= 5000:
            self._parts.preferences.set("replay_folder", folder)
            self._queue.resume()


def _shown(keys: str | Qt.Key) -> str:
    """Return a key sequence as the system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def summary_text(summary: QueueSummary) -> str:
    """Return what is going on, in plain words."""
    if summary.text and summary.is_paused:
        return f"{summary.text}."
    if summary.text:
        return tr("{text}, {done} of {total} finished").format(
            text=summary.text,
            done=numerals.whole(summary.done),
            total=numerals.whole(summary.total),
        )
    if summary.paused:
        return tr("%n replay(s) paused.", "", summary.paused)
    return tr("Nothing is being downloaded.")


def _notice(summary: QueueSummary) -> Notice | None:
    return Notice(summary.reason, buttons=_BUTTONS[summary.remedy]) if summary.reason else None


def _record(row: Row[Any]) -> Record:
    return {"number": row.number, **queue_record(row.item)}


def _link(entry: QueueEntry, _origin: str) -> RowLink | None:
    target, mode = entry.target, entry.target.mode or None
    name = f"{entry.player} - {entry.title}" if entry.player else entry.title
    score: ScorePlace | None = None
    if target.score_id:
        score = ScorePlace(target.score_id)
    elif target.legacy_id and mode:
        score = ScorePlace(target.legacy_id, mode)
    if entry.path:
        try:
            place = ReplayPlace((entry.path,))
        except ValueError:
            return None if score is None else RowLink(score, name)
        return RowLink(place, name, more=((tr("Open &score"), score),) if score is not None else ())
    return None if score is None else RowLink(score, name)


def _status(model: PagedModel, _first: int, _last: int) -> str:
    count = model.loaded
    if not count:
        return ""
    if model.is_arranged:
        text = tr("{shown} of %n replays in the queue", "", count)
        return text.format(shown=numerals.whole(model.rowCount()))
    return tr("%n replay(s) in the queue", "", count)

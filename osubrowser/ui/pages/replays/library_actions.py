"""Actions on replays of the library: open, rename, delete, analyse, choose folders."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from osubrowser.api.errors import OsuError, ServerTrouble, TooLarge
from osubrowser.models.replays.library_rows import title_of
from osubrowser.services.places.places import MOST_REPLAYS, ReplayPlace
from osubrowser.services.replays.library import UNDO_SECONDS
from osubrowser.services.replays.records import FigureState, SourceKind
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.lists.row_menu import row_menu
from osubrowser.ui.widgets.menus import add_action
from osubrowser.ui.widgets.state_panel import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.replays.library import Progress, Renaming
    from osubrowser.services.replays.records import ReplayRecord
    from osubrowser.ui.lists.list_controller import ListController
    from osubrowser.ui.lists.row_menu import RowSelection
    from osubrowser.ui.pages.replays.library_statistics import StatisticsDialog
    from osubrowser.ui.pages.replays.parts import ReplaysParts
    from osubrowser.ui.style.theme import Colours

_LONGEST_NAME: Final = 60
_MOST_FAILURES: Final = 3
"""Beatmap files that fail one after the other before no more are fetched."""


class LibraryActions(QObject):
    """Actions on the selected replays of a list, with their dialogs and notices.

    Args:
        parts: services.
        rows: the controller of the list.
        colours: to paint dialogs with until `set_colours` is called.
        view: the view of the library, the parent of dialogs.

    Attributes:
        open_requested, message_requested: as of `Page`.
        notice_changed: the `Notice` of what can be undone, or None.
        work_changed: `work_notice` has changed.
    """

    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    notice_changed = Signal(object)
    work_changed = Signal()

    def __init__(
        self, parts: ReplaysParts, rows: ListController, colours: Colours, view: QWidget
    ) -> None:
        super().__init__(view)
        self._parts = parts
        self._library = parts.replays.library
        self._list = rows
        self._colours = colours
        self._view = view
        self._scope = TaskScope()
        self._renamed: dict[str, str] = {}  # new path by old path, of the last renaming
        self._fetching: tuple[int, int] | None = None  # done and all, of missing beatmap files
        self._is_missing_told = True
        self._statistics: StatisticsDialog | None = None
        self._undo_timer = QTimer(self)
        self._undo_timer.setSingleShot(True)
        self._undo_timer.setInterval(int(UNDO_SECONDS * 1000))
        self._undo_timer.timeout.connect(partial(self.notice_changed.emit, None))
        self._bind(Qt.Key.Key_Delete, self.trash)
        self._bind(Qt.Key.Key_F2, self.rename)

    def _bind(self, key: Qt.Key, run: Any) -> None:  # noqa: ANN401 - a method without arguments
        shortcut = QShortcut(QKeySequence(key), self._list.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(run)

    def leave(self) -> None:
        """Cancel what is running."""
        self._scope.cancel_all()
        self._undo_timer.stop()
        if self._statistics is not None:
            self._statistics.close()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that dialogs are painted with."""
        self._colours = colours
        if self._statistics is not None:
            self._statistics.set_colours(colours)

    def selected(self) -> list[ReplayRecord]:
        """Return the selected replays, from top to bottom."""
        return [row.item for row in self._list.table.selected_rows()]

    # --- menu --------------------------------------------------------------------------------

    def menu(self, selection: RowSelection) -> QMenu:
        """Return the context menu of selected rows."""
        menu = row_menu(selection)
        records = [row.item for row in selection.rows]
        one = records[0] if len(records) == 1 else None
        menu.addSeparator()
        if one is None:
            may_compare = len(records) <= MOST_REPLAYS
            label = tr("Compare in one &view")
            if not may_compare:
                label = tr("Compare in one &view (at most {most})").format(most=MOST_REPLAYS)
            over = add_action(menu, label, self.compare, records)
            over.setEnabled(may_compare)
        else:
            in_game = add_action(menu, tr("Open in osu&!"), self.open_in_game, one)
            in_game.setEnabled(one.source is not SourceKind.LAZER and not one.problem)
            add_action(menu, tr("Show in &folder"), self.show_in_folder, one)
        add_action(menu, tr("S&tatistics"), self.show_statistics, records)
        if any(record.state is FigureState.NO_BEATMAP for record in records):
            label = tr("Fetch beatmap file") if one is not None else tr("Fetch beatmap files")
            add_action(menu, label, self.fetch_beatmaps, records)
        menu.addSeparator()
        may_change = any(not record.is_read_only for record in records)
        for label, key, run in (
            (tr("&Rename …"), Qt.Key.Key_F2, self.rename),
            (tr("Move to the trash"), Qt.Key.Key_Delete, self.trash),
        ):
            action: QAction = add_action(menu, label, run, records)
            action.setShortcut(QKeySequence(key))  # shown; the table has the shortcut
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setEnabled(may_change)
        return menu

    def compare(self, records: Sequence[ReplayRecord]) -> None:
        """Open several replays over each other."""
        try:
            place = ReplayPlace(tuple(record.file for record in records))
        except ValueError:
            self.message_requested.emit("warning", tr("One of these paths cannot be opened."))
            return
        if len({record.beatmap_md5 for record in records}) > 1:
            text = tr("These replays are of different beatmaps: they are shown on the first one.")
            self.message_requested.emit("info", text)
        self.open_requested.emit(place, "here")

    def open_in_game(self, record: ReplayRecord) -> None:
        """Open a file with the program that the system has for replays."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(record.file)):
            text = tr("No program on this computer opens replay files: osu! is not installed here.")
            self.message_requested.emit("warning", text)

    def show_in_folder(self, record: ReplayRecord) -> None:
        """Open the folder of a file in the file manager."""
        if not self._parts.open_folder(str(record.path.parent)):
            text = tr("The file manager did not open the folder.")
            self.message_requested.emit("warning", text)

    # --- rename and delete -------------------------------------------------------------------

    def rename(self, records: Sequence[ReplayRecord] | None = None) -> None:
        """Open the dialog that renames files by a template."""
        from osubrowser.ui.pages.replays.library_rename import RenameDialog

        wanted = self.selected() if records is None else records
        files = [record.file for record in wanted]
        if not files:
            return
        template = self._parts.preferences.settings.replay_name
        dialog = RenameDialog(self._library, files, template, self._view)
        dialog.renaming_chosen.connect(self._on_renaming_chosen)
        dialog.open()

    def _on_renaming_chosen(self, files: Sequence[str], template: str) -> None:
        self._scope.start(self._rename(files, template), on_error=self._on_failed)

    async def _rename(self, files: Sequence[str], template: str) -> None:
        outcome = await self._library.rename(files, template)
        changed = {old: new for old, new in outcome.renamed.items() if old != new}
        self._renamed = changed
        if changed:
            what = tr("Renamed %n replay(s).", "", len(changed))
            self._tell(Notice(what, "", (("undo_rename", tr("Undo")), ("close", tr("Close")))))
        self._tell_problems(outcome)

    async def _undo_rename(self) -> None:
        renamed, self._renamed = self._renamed, {}
        outcome = await self._library.undo_rename(renamed)
        self._tell(None)
        self._tell_problems(outcome)

    def _tell_problems(self, outcome: Renaming) -> None:
        problems = outcome.problems
        if problems:
            first = plain(next(iter(problems.values())), 300)
            stay = tr("%n files keep their names.", "", len(problems))
            self.message_requested.emit("warning", f"{stay} {first}")

    def trash(self, records: Sequence[ReplayRecord] | None = None) -> None:
        """Move the files of replays to the trash, after the time to undo it."""
        wanted = self.selected() if records is None else records
        if not wanted:
            return
        count = self._library.trash([record.file for record in wanted])
        stay = len(wanted) - count
        if stay:
            them = tr("The game has these files and keeps them: delete the scores in osu!.")
            one = tr("The game has this file and keeps it: delete the score in osu!.")
            self.message_requested.emit("info", one if len(wanted) == 1 else them)
        if count:
            name = title_of(wanted[0], original=False)
            text = (
                tr("“{name}” goes to the trash.").format(name=plain(name, _LONGEST_NAME))
                if count == 1
                else tr("%n replays go to the trash.", "", count)
            )
            buttons = (("undo_trash", tr("Undo")), ("close", tr("Close")))
            self._tell(Notice(text, "", buttons))
            self._undo_timer.start()

    def _tell(self, notice: Notice | None) -> None:
        self._undo_timer.stop()
        self.notice_changed.emit(notice)

    # --- folders -----------------------------------------------------------------------------

    def choose_folders(self) -> None:
        """Open the dialog of the library's folders."""
        from osubrowser.ui.dialogs.replay_folders import ReplayFoldersDialog

        dialog = ReplayFoldersDialog(self._parts.preferences, self._view)
        dialog.open()

    def add_folder(self) -> None:
        """Open a dialog for a folder, and add it to those of the library."""
        from osubrowser.ui.dialogs.replay_folders import choose_folder

        choose_folder(self._parts.preferences, self._view)

    # --- statistics --------------------------------------------------------------------------

    def show_statistics(self, records: Sequence[ReplayRecord] | bool | None = None) -> None:
        """Show the statistics of replays: of these, else of two or more selected, else of all."""
        chosen = list(records) if isinstance(records, list) else self.selected()
        if len(chosen) < 2 and not isinstance(records, list):
            chosen = [row.item for row in self._list.model.loaded_rows()]
        if not chosen:
            self.message_requested.emit("info", tr("There are no replays to make statistics of."))
            return
        from osubrowser.ui.pages.replays.library_statistics import StatisticsDialog

        if self._statistics is None:
            self._statistics = StatisticsDialog(self._parts, self._colours, self._view)
            self._statistics.open_requested.connect(self.open_requested)
            self._statistics.message_requested.connect(self.message_requested)
            self._statistics.destroyed.connect(self._on_statistics_destroyed)
        self._statistics.show_replays(chosen)
        self._statistics.show()
        self._statistics.raise_()
        self._statistics.activateWindow()

    def _on_statistics_destroyed(self) -> None:
        self._statistics = None

    # --- work in the background --------------------------------------------------------------

    def work_notice(self, progress: Progress) -> Notice | None:
        """Return what is going on in the background, or is missing; None for nothing."""
        if self._fetching is not None:
            done, wanted = self._fetching
            text = tr("Fetching beatmap files from osu!: {done} of {wanted}").format(
                done=numerals.whole(done), wanted=numerals.whole(wanted)
            )
            return Notice(text, "", (("stop_fetching", tr("Cancel")),))
        if progress.is_scanning:
            text = tr("Looking for replays: %n so far", "", progress.found)
            return Notice(text, "", (("cancel_scan", tr("Cancel")),))
        if progress.waiting and progress.is_paused:
            text = tr("The analysis is paused: %n replay(s) to go", "", progress.waiting)
            return Notice(text, "", (("resume", tr("Resume")),))
        if progress.waiting:
            text = tr("Analysing: %n replay(s) to go", "", progress.waiting)
            return Notice(text, "", (("pause", tr("Pause")),))
        if progress.missing and self._is_missing_told:
            text = tr(
                "The beatmap files of %n replays are not on this computer.", "", progress.missing
            )
            buttons = (("fetch", tr("Fetch from osu!")), ("hide_missing", tr("Close")))
            return Notice(text, tr("Without them there is no unstable rate and no pp."), buttons)
        return None

    def fetch_beatmaps(self, records: Sequence[ReplayRecord] | None = None) -> None:
        """Fetch missing beatmap files from osu!, those of all replays by default."""
        everything = self._library.records() if records is None else records
        wanted: dict[str, str] = {}
        for record in everything:
            if record.state is FigureState.NO_BEATMAP:
                wanted.setdefault(record.beatmap_md5, record.file)
        if wanted:
            self._scope.start(self._fetch(list(wanted.values())), key="fetch")

    async def _fetch(self, files: list[str]) -> None:
        found, failed, in_a_row = 0, 0, 0
        trouble: OsuError | None = None
        try:
            for done, file in enumerate(files):
                self._set_fetching((done, len(files)))
                try:
                    found += await self._library.fetch_beatmaps([file])
                    in_a_row = 0
                except (ServerTrouble, TooLarge) as error:  # the next one may be there
                    trouble, failed, in_a_row = error, failed + 1, in_a_row + 1
                    if in_a_row == _MOST_FAILURES:
                        raise
        except OsuError as error:
            said = describe(error)
            text = f"{said.text} {said.hint}".strip()
            self.message_requested.emit(
                "warning", tr("Beatmap files were not fetched. {text}").format(text=text)
            )
        else:
            lost = len(files) - found - failed
            if trouble is not None:
                said = describe(trouble)
                text = tr("{failed} of {count} beatmap files were not fetched. {text}").format(
                    failed=numerals.whole(failed), count=numerals.whole(len(files)), text=said.text
                )
                self.message_requested.emit("warning", f"{text} {said.hint}".strip())
            elif lost:
                text = tr(
                    "osu! does not have {lost} of {count} beatmaps, or another version than "
                    "the one that was played."
                ).format(lost=numerals.whole(lost), count=numerals.whole(len(files)))
                self.message_requested.emit("info", text)
            self._is_missing_told = trouble is not None and self._is_missing_told
        finally:
            self._set_fetching(None)

    def _set_fetching(self, fetching: tuple[int, int] | None) -> None:
        self._fetching = fetching
        self.work_changed.emit()

    def press(self, key: str) -> None:
        """Do what a button of a notice says."""
        if key == "undo_trash":
            self._library.undo_trash()
            self._tell(None)
        elif key == "undo_rename":
            self._scope.start(self._undo_rename(), on_error=self._on_failed)
        elif key == "close":
            self._tell(None)
        elif key == "pause":
            self._library.pause()
        elif key == "resume":
            self._library.resume()
        elif key == "cancel_scan":
            self._library.cancel_scan()
        elif key == "fetch":
            self.fetch_beatmaps()
        elif key == "stop_fetching":
            self._scope.cancel("fetch")
        elif key == "hide_missing":
            self._is_missing_told = False
            self.work_changed.emit()
        if key.startswith("undo"):
            self._list.take_focus()

    def _on_failed(self, error: BaseException) -> None:
        said = describe(error)
        self.message_requested.emit("bad", f"{said.text} {said.hint}".strip())

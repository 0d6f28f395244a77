"""Dialogs for files of histories, and messages about what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from osubrowser.services.storage import default_folders
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.history.subjects import Subject
    from osubrowser.services.history.transfers import Outcome, Transfers

_JSON: Final = tr("Everything, for another osubrowser (*.json)")
_CSV: Final = tr("Figures as a table (*.csv)")
_FILES: Final = tr("Histories (*.json *.csv)")
_ANY: Final = tr("All files (*)")
_NAME: Final = "osubrowser-history"


class HistoryFiles(QObject):
    """Exports, imports and deletions that were started in one place of the window.

    Signals:
        finished(object): the `Outcome` of one that was started here.

    Args:
        widget: parent of the dialogs.
        transfers: runs them.
        folder: returns the chosen folder of exports; "" for the default one.
    """

    finished = Signal(object)

    def __init__(self, widget: QWidget, transfers: Transfers, folder: Callable[[], str]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._transfers = transfers
        self._folder = folder
        self._is_waiting = False
        transfers.finished.connect(self._on_finished)

    def ask_where_to(self, player: int | None = None, stem: str = _NAME) -> None:
        """Open the dialog of an export, then write the chosen file.

        Args:
            player: id of the only player; None for everything.
            stem: proposed name of the file, without its ending.
        """
        dialog = self._dialog(tr("Export the history"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_JSON, _CSV])
        dialog.setDefaultSuffix("json")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("csv" if chosen == _CSV else "json")
        )
        dialog.selectFile(f"{stem}.json")
        dialog.fileSelected.connect(lambda path: self._export(Path(path), player))
        dialog.open()

    def ask_where_from(self, then: Callable[[Path], object]) -> None:
        """Open the dialog of an import, and call `then` with the chosen file."""
        dialog = self._dialog(tr("Import a history, or figures of osu!track"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_FILES, _ANY])
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    def import_from(self, path: Path, player: Subject | None = None) -> None:
        """Merge a file into the history; see `Transfers.import_from`."""
        if self._begins():
            self._transfers.import_from(path, player)

    def delete_player(self, player: int) -> None:
        """Delete what the history has of a player."""
        if self._begins():
            self._transfers.delete_player(player)

    def delete_all(self) -> None:
        """Delete the whole history of the server in use."""
        if self._begins():
            self._transfers.delete_all()

    def _export(self, path: Path, player: int | None) -> None:
        if self._begins():
            self._transfers.export_to(path, player)

    def _dialog(self, title: str) -> QFileDialog:
        folder = self._folder() or default_folders.exports()
        dialog = QFileDialog(self._widget, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _begins(self) -> bool:
        """Whether nothing else is running; what is started now is this one's own."""
        self._is_waiting = self._is_waiting or self._transfers.running is None
        return self._transfers.running is None

    def _on_finished(self, outcome: object) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.finished.emit(outcome)


def told(outcome: Outcome) -> tuple[str, str]:
    """Return level and sentence of a message about a transfer that has ended."""
    rows = tr("%n row(s)", "", outcome.rows)
    error = outcome.error
    if outcome.is_cancelled:
        return "info", (
            tr("Cancelled: nothing was exported.")
            if outcome.what == "export"
            else tr("Cancelled. What was imported so far stays.")
        )
    if error is not None:
        sentence = describe(error)
        return "bad", " ".join(filter(None, (_FAILED[outcome.what], sentence.text, sentence.hint)))
    if outcome.what == "export":
        name = plain(outcome.path.name if outcome.path is not None else "", 120)
        return "good", tr("Exported to {name}: {rows}.").format(name=name, rows=rows)
    if outcome.what == "delete":
        return "good", tr("Deleted: {rows}.").format(rows=rows)
    counts = outcome.counts
    said = [tr("Imported: %n new row(s).", "", outcome.rows)]
    if counts is not None and counts.known:
        said.append(tr("%n row(s) were known.", "", counts.known))
    if counts is not None and counts.broken:
        said.append(tr("%n row(s) could not be read.", "", counts.broken))
    level = (
        "warning" if counts is not None and counts.broken else "good" if outcome.rows else "info"
    )
    return level, " ".join(said)


_FAILED: Final = {
    "export": tr("Nothing was exported."),
    "import": tr("The import has failed."),
    "delete": tr("Nothing was deleted."),
}

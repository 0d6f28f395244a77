"""Export of loaded rows to a CSV or JSON file, with a file dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from osubrowser.models.table.column import copied_table
from osubrowser.services.storage import default_folders
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe

if TYPE_CHECKING:
    from osubrowser.models.table.column import Column, Record, Row
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.runtime.tasks import TaskScope
    from osubrowser.services.settings.settings import Settings

CSV_FILES = tr("CSV for spreadsheets, as shown (*.csv)")
JSON_FILES = tr("JSON for programs, exact values (*.json)")
LINK = tr("Link")
"""Heading of the last column of a CSV file."""


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """Rows to export, with what turns them into CSV and JSON. Its methods run on a worker.

    Attributes:
        columns: the columns of the rows.
        order: indexes of the columns in a CSV file: first the visible ones as the table has them.
        rows: the rows.
        record: `row -> exact values` for JSON, with the same names for every row.
        link: `row -> its URL`; "" for none.
    """

    columns: Sequence[Column[Any]]
    order: Sequence[int]
    rows: Sequence[Row[Any]]
    record: Callable[[Row[Any]], Record]
    link: Callable[[Row[Any]], str]

    def lines(self) -> list[list[str]]:
        """Return the headings and the cells as they are copied, with the links last."""
        headings, *cells = copied_table(self.columns, self.order, self.rows)
        links = map(self.link, self.rows)
        return [
            [*headings, LINK],
            *([*line, link] for line, link in zip(cells, links, strict=True)),
        ]

    def records(self) -> list[Record]:
        """Return the exact values."""
        return [self.record(row) for row in self.rows]


class Exported(Protocol):
    """What can be exported: its methods run on a worker."""

    @property
    def rows(self) -> Sequence[object]:
        """The rows."""

    def lines(self) -> list[list[str]]:
        """Return the headings and the lines of a CSV file."""

    def records(self) -> list[Record]:
        """Return the exact values, with the same names for every row."""


@dataclass(frozen=True, slots=True)
class ExportedIds:
    """Ids of beatmapsets to export, for programs that download them: one a line."""

    rows: Sequence[int]

    def lines(self) -> list[list[str]]:
        """Return the heading and the ids."""
        return [[tr("Beatmapset", "heading of ids in a file")], *([str(one)] for one in self.rows)]

    def records(self) -> list[Record]:
        """Return the ids by the API's name."""
        return [{"beatmapset_id": one} for one in self.rows]


class TableExport:
    """Export with a file dialog.

    Args:
        page: the parent of the dialog.
        calls: runs the write on a worker.
        scope: owns the task of the write.
        settings: stores the folder of the last export.
        tell: called with the level and the text of the result, as `Page.message_requested`.
    """

    def __init__(
        self,
        page: QWidget,
        calls: Calls,
        scope: TaskScope,
        settings: Settings,
        tell: Callable[[str, str], None],
    ) -> None:
        self._page = page
        self._calls = calls
        self._scope = scope
        self._settings = settings
        self._tell = tell

    def start(self, stem: str, table: Exported, total: int | None, *, done: str = "") -> None:
        """Open the file dialog, then write rows to the chosen file.

        Args:
            stem: proposed file name without its suffix.
            table: the rows to write.
            total: number of rows of the whole list, or None.
            done: of a table that is everything: the message of success, with `{path}`; "" for
                loaded rows, whose number is told.
        """
        if not table.rows:
            self._tell("info", tr("There are no rows to export yet."))
            return
        ask_where(
            self._page,
            self._settings.export_folder or default_folders.exports(),
            stem,
            lambda path: self._on_chosen(path, table, total, done),
            title=tr("Export everything") if done else tr("Export the loaded rows"),
        )

    def _on_chosen(self, path: Path, table: Exported, total: int | None, done: str) -> None:
        self._settings.export_folder = str(path.parent)
        self._settings.save()
        self._scope.start(
            self._write(path, table, total, done), on_error=lambda error: self._on_failed(error)
        )

    async def _write(self, path: Path, table: Exported, total: int | None, done: str) -> None:
        count = await self._calls.to_end(self._calls.run(write_table, path, table))
        if done:
            text = done
        elif total is not None and total > count:
            text = tr("{count} of %n row(s) are written to {path}.", "", total)
        else:
            text = tr("%n row(s) are written to {path}.", "", count)
        self._tell("good", text.format(count=numerals.whole(count), path=plain(str(path))))

    def _on_failed(self, error: BaseException) -> None:
        sentence = describe(error)
        self._tell(
            "bad",
            tr("Nothing was exported. {text} {hint}")
            .format(text=sentence.text, hint=sentence.hint)
            .strip(),
        )


def ask_where(
    parent: QWidget, folder: str, stem: str, chosen: Callable[[Path], None], *, title: str
) -> QFileDialog:
    """Open a dialog for a file name, without blocking.

    Args:
        parent: the page.
        folder: initial folder.
        stem: proposed file name without its suffix.
        chosen: called with the path, whose suffix is .csv or .json.
        title: title of the dialog.
    """
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([CSV_FILES, JSON_FILES])
    dialog.setDefaultSuffix("csv")
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix("json" if kind == JSON_FILES else "csv")
    )
    dialog.selectFile(f"{stem}.csv")
    dialog.fileSelected.connect(
        lambda path: chosen(_with_ending(path, dialog.selectedNameFilter()))
    )
    dialog.open()
    return dialog


def _with_ending(path: str, kind: str) -> Path:
    """Return a path with the suffix of the chosen kind of file, unless it has a known one."""
    wanted = ".json" if kind == JSON_FILES else ".csv"
    named = Path(path)
    if named.suffix.lower() in (".csv", ".json"):
        return named
    return named.with_name(named.name + wanted)


def write_table(path: Path, table: Exported) -> int:
    """Write rows to `path` as CSV or JSON, by its suffix; blocks, for a worker.

    Returns:
        Number of written rows.

    Raises:
        ExportFailed: the file could not be written; its text is a sentence.
    """
    from osubrowser.services.storage.table_files import write_csv, write_json

    if path.suffix.lower() == ".json":
        return write_json(path, table.records())
    headings, *lines = table.lines()
    return write_csv(path, headings, lines)

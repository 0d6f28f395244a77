"""Export and import of bookmarks: file dialogs, workers, messages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from osubrowser.services.storage import default_folders
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.pages.bookmarks.messages import added, written

if TYPE_CHECKING:
    from osubrowser.services.library.library import Library
    from osubrowser.services.runtime.tasks import TaskScope
    from osubrowser.services.settings.settings import Settings

_KIND: Final = tr("Bookmarks of osubrowser (*.json)")
_ANY: Final = tr("All files (*)")
_NAME: Final = "osubrowser-bookmarks.json"


class BookmarkTransfer:
    """Controller of export and import: opens a file dialog, then reads or writes on a worker.

    Args:
        page: the parent of the dialogs.
        library: the bookmarks and visits.
        scope: owns the tasks.
        settings: stores the folder.
        tell: called with the level and the text of the result, as `Page.message_requested`.
    """

    def __init__(
        self,
        page: QWidget,
        library: Library,
        scope: TaskScope,
        settings: Settings,
        tell: Callable[[str, str], None],
    ) -> None:
        self._page = page
        self._library = library
        self._scope = scope
        self._settings = settings
        self._tell = tell

    def ask_where_to(self) -> None:
        """Open the dialog of an export, then write the chosen file."""
        if self._library.is_empty:
            self._tell("info", tr("There is nothing to export yet."))
            return
        dialog = self._dialog(tr("Export bookmarks, places seen lately, marks and saved searches"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_KIND])
        dialog.setDefaultSuffix("json")
        dialog.selectFile(_NAME)
        dialog.fileSelected.connect(self._on_target_chosen)
        dialog.open()

    def ask_where_from(self) -> None:
        """Open the dialog of an import, then add the contents of the chosen file."""
        dialog = self._dialog(tr("Import bookmarks, places seen lately, marks and saved searches"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_KIND, _ANY])
        dialog.fileSelected.connect(self._on_source_chosen)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        folder = self._settings.export_folder or default_folders.exports()
        dialog = QFileDialog(self._page, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _on_target_chosen(self, path: str) -> None:
        self._settings.export_folder = str(Path(path).parent)
        self._settings.save()
        self._scope.start(
            self._write(Path(path)),
            on_error=lambda error: self._fail(tr("Nothing was exported."), error),
        )

    def _on_source_chosen(self, path: str) -> None:
        self._scope.start(
            self._read(Path(path)),
            on_error=lambda error: self._fail(tr("Nothing was imported."), error),
        )

    async def _write(self, path: Path) -> None:
        counts = await self._library.export(path)
        self._tell("good", written(counts, str(path)))

    async def _read(self, path: Path) -> None:
        imported = await self._library.import_(path)
        level = "warning" if imported.skipped else "good" if imported.total else "info"
        self._tell(level, added(imported))

    def _fail(self, text: str, error: BaseException) -> None:
        sentence = describe(error)
        self._tell(
            "bad",
            " ".join(filter(None, (text, sentence.text, sentence.hint))),
        )

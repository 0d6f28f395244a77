"""Settings sections: the folder of exports, and the program's own files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from osubrowser.services.storage import default_folders
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.settings.rows import SettingRow, button, set_path, shown_path, text
from osubrowser.ui.pages.settings.section import SettingsSection

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QLineEdit

    from osubrowser.ui.pages.settings.section import SettingsParts


class FolderChoice:
    """Controls of one configurable folder.

    Args:
        words: label.
        chosen: returns the chosen folder; "" for the default one.
        choose: sets the folder; "" for the default one.
        usual: returns the default folder, "" for none; blocks.
        problem: returns what is wrong with a folder, as a sentence; blocks.
        is_usual: what is said of the default folder.

    Attributes:
        usual_folder: the default folder; "" until it has been determined.
    """

    def __init__(
        self,
        words: str,
        chosen: Callable[[], str],
        choose: Callable[[str], None],
        usual: Callable[[], str],
        problem: Callable[[str], str] = default_folders.problem_with,
        is_usual: str = tr("This is the usual folder."),
    ) -> None:
        self.words = words
        self.chosen = chosen
        self.choose = choose
        self.usual = usual
        self.problem = problem
        self.is_usual = is_usual
        self.usual_folder = ""
        self.field = shown_path(words)
        self.change = button(tr("Choose …"), tr("{words}: choose a folder").format(words=words))
        self.open = button(tr("Open"), tr("{words}: open the folder").format(words=words))
        self.reset = button(tr("Reset"), tr("{words}: the usual folder again").format(words=words))
        self.row = SettingRow(
            words, "", (self.field, self.change, self.open, self.reset), wide=True
        )

    @property
    def folder(self) -> str:
        """The folder in force; "" while it is unknown."""
        return self.chosen() or self.usual_folder


class FolderSection(SettingsSection):
    """Base class of sections with configurable folders."""

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._folders: list[FolderChoice] = []

    @property
    def folder(self) -> FolderChoice:
        """The controls of the first folder."""
        return self._folders[0]

    def _control(self, folder: FolderChoice) -> FolderChoice:
        """Connect the controls of a folder."""
        self._folders.append(folder)
        folder.change.clicked.connect(partial(self._ask, folder))
        folder.open.clicked.connect(lambda: self._open_folder(folder.folder))
        folder.reset.clicked.connect(partial(self._choose, folder, ""))
        return folder

    def refresh(self) -> None:
        """Update the fields, and check whether the folders can be used."""
        for one in self._folders:
            self._show(one)

    def _show(self, one: FolderChoice) -> None:
        self._show_folder_of(one)
        if one.reset.hasFocus() and not one.chosen():
            one.change.setFocus()
        one.reset.setEnabled(bool(one.chosen()))
        self._scope.start(self._look(one), key=one.words)

    def _show_folder_of(self, one: FolderChoice) -> None:
        set_path(one.field, one.folder)
        one.open.setEnabled(bool(one.folder))

    async def _look(self, one: FolderChoice) -> None:
        run = self._parts.calls.run
        if not one.chosen():
            one.usual_folder = await run(one.usual)
            self._show_folder_of(one)
        trouble = await run(one.problem, one.folder)
        if trouble:
            one.row.say(trouble, "bad" if one.folder else "secondary")
        else:
            one.row.say("" if one.chosen() else one.is_usual)

    def _ask(self, one: FolderChoice) -> None:
        dialog = QFileDialog(self, one.words, one.folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(partial(self._choose, one))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, one: FolderChoice, folder: str) -> None:
        if len(folder) <= 5000:
            one.choose(folder)
        self._show(one)


class FoldersSection(FolderSection):
    """Section for the folder of exports."""

    title = tr("Folders")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        preferences = parts.preferences
        self._control(
            FolderChoice(
                tr("Tables are exported to"),
                lambda: preferences.settings.export_folder,
                partial(preferences.set, "export_folder"),
                default_folders.exports,
            )
        )
        self._lay_out(self.folder.row)


class FilesSection(SettingsSection):
    """Section that lists the program's own files."""

    title = tr("Files")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.problem = text(role="bad")
        self.fields: dict[str, QLineEdit] = {}
        folders = parts.folders
        places: tuple[tuple[str, Path], ...] = (
            (tr("Settings"), folders.settings_file),
            (tr("Bookmarks"), folders.bookmarks_file),
            (tr("Answers"), folders.responses),
            (tr("Pictures"), folders.images),
            (tr("Log"), folders.log_file),
        )
        self._lay_out(self.problem, *(self._row(words, path) for words, path in places))

    def refresh(self) -> None:
        """Update the message about the settings file."""
        problem = self._parts.problem()
        self.problem.setText(problem or "")
        self.problem.setVisible(problem is not None)

    def _row(self, words: str, path: Path) -> SettingRow:
        field = self.fields[words] = shown_path(words)
        set_path(field, str(path))
        copy = button(tr("Copy"), tr("Copy the path: {words}").format(words=words))
        copy.clicked.connect(lambda: self._copy(field.text()))
        show = button(tr("Open folder"), tr("Open the folder: {words}").format(words=words))
        folder = path.parent if path.suffix else path
        show.clicked.connect(lambda: self._open_folder(str(folder)))
        return SettingRow(words, "", (field, copy, show), wide=True)

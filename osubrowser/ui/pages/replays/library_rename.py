"""Dialog that renames replay files by a template, with all new names before it happens."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.messages import analysis_text
from osubrowser.services.text.plain import plain, tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import title_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.replays.library import Renaming, ReplayLibrary

Index = QModelIndex | QPersistentModelIndex

_TYPING: Final = 150  # milliseconds after a key press
_TITLES: Final = (tr("Name now"), tr("New name"))
_LONGEST: Final = 300


class NamesModel(QAbstractTableModel):
    """Table model of the names of files, now and after a renaming."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str]] = []

    @property
    def names(self) -> list[tuple[str, str]]:
        """The name now, and the new name or why it stays, of each file."""
        return self._rows

    def show_names(self, files: Sequence[str], outcome: Renaming) -> None:
        """Set the names; each is formatted here, once."""
        self.beginResetModel()
        self._rows = [(_name(file), _said(file, outcome)) for file in files]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        if not 0 <= index.row() < len(self._rows):
            return None
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(  # noqa: D102
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        is_title = way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _TITLES[section] if is_title and 0 <= section < len(_TITLES) else None


def _name(file: str) -> str:
    return plain(os.path.split(file)[1], _LONGEST)


def _said(file: str, outcome: Renaming) -> str:
    new = outcome.renamed.get(file)
    if new is None:
        return tr("Stays: {reason}").format(
            reason=outcome.problems.get(file, tr("The file is gone."))
        )
    return tr("Stays: It has this name already.") if new == file else _name(new)


class RenameDialog(QDialog):
    """Dialog with a name template, and the names that files would get.

    Args:
        library: tells the new names.
        files: paths of the files.
        template: the first template.
        parent: the view.

    Attributes:
        renaming_chosen: `(files, template)`: rename the files.
    """

    renaming_chosen = Signal(object, str)

    def __init__(
        self, library: ReplayLibrary, files: Sequence[str], template: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Rename replays"))
        self._library = library
        self._files = list(files)
        self._scope = TaskScope()
        self._changes = 0
        self.field = QLineEdit(template, self)
        self.field.setAccessibleName(tr("Name template"))
        self.problem = _label("bad")
        self.names = NamesModel(self)
        self.table = QTableView(self)
        self.rename = QPushButton(tr("Rename"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING)
        self._timer.timeout.connect(self._preview)
        self._lay_out()
        self.field.textChanged.connect(self._on_text_changed)
        self.rename.clicked.connect(self._on_rename_clicked)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._preview()

    def _lay_out(self) -> None:
        title = QLabel(tr("Rename by a template"), self)
        title.setProperty("role", "title")
        title.setFont(title_font(16))
        fields = _label("secondary")
        fields.setText(
            tr(
                "Fields: {player} {artist} {title} {difficulty} {mapper} {date} {mode} {mods} "
                "{grade} "
                "{accuracy} {combo} {pp} {score_id} {beatmap_id}. A name that is taken gets a "
                "number."
            )
        )
        table = self.table
        table.setModel(self.names)
        table.setAccessibleName(tr("Names now and new names"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(26)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.rename.setProperty("primary", True)
        self.rename.setDefault(True)
        self.rename.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.rename)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        for part in (title, self.field, fields, self.problem):
            layout.addWidget(part)
        layout.addWidget(table, 1)
        layout.addLayout(buttons)
        self.problem.hide()
        self.resize(760, 460)

    @property
    def changes(self) -> int:
        """Number of files that would get another name."""
        return self._changes

    def _on_text_changed(self) -> None:
        self.rename.setEnabled(False)
        self._timer.start()

    def _preview(self) -> None:
        template = self.field.text()
        if template.strip():
            self._scope.start(self._show_names(template), key="names")
        else:
            self._scope.cancel("names")
            self._show_problem(tr("A name needs at least one field."))

    async def _show_names(self, template: str) -> None:
        try:
            outcome = await self._library.new_names(self._files, template)
        except ValueError as error:
            self._show_problem(_sentence(analysis_text(str(error))))
            return
        self.problem.hide()
        self.names.show_names(self._files, outcome)
        self._set_changes(sum(old != new for old, new in outcome.renamed.items()))

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        self._set_changes(0)

    def _set_changes(self, changes: int) -> None:
        self._changes = changes
        self.rename.setText(tr("Rename %n file(s)", "", changes) if changes else tr("Rename"))
        self.rename.setEnabled(bool(changes))

    def _on_rename_clicked(self) -> None:
        self.renaming_chosen.emit(self._files, self.field.text())
        self.accept()

    def _on_finished(self) -> None:
        self._timer.stop()
        self._scope.cancel_all()


def _sentence(text: str) -> str:
    text = plain(text, _LONGEST)
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label

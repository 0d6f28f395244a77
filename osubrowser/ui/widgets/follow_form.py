"""Form for the title, group, note and silence of something that is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QVBoxLayout, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.assistive import name_clear_button
from osubrowser.ui.widgets.bookmark_form import BookmarkForm

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_GROUP: Final = 80
"""Most characters of the name of a group."""


class FollowForm(QWidget):
    """Fields of one followed thing, saved while typing.

    Args:
        longest_title: most characters of a title.
        longest_note: most characters of a note.
        parent: the Qt parent.

    Attributes:
        title_written, note_written: the text was changed.
        group_written: another group was chosen or typed; "" for none.
        mute_toggled: whether its changes are to make no notifications.
        finished: Enter was pressed in the title or the group, or Ctrl+Enter in the note.
        texts, group, mute: the fields.
    """

    title_written = Signal(str)
    note_written = Signal(str)
    group_written = Signal(str)
    mute_toggled = Signal(bool)
    finished = Signal()

    def __init__(
        self, longest_title: int, longest_note: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._group = ""
        names = tr("Title of what is followed"), tr("Note about what is followed")
        self.texts = BookmarkForm(longest_title, longest_note, self, names=names)
        self.texts.title_written.connect(self.title_written)
        self.texts.note_written.connect(self.note_written)
        self.texts.finished.connect(self.finished)
        self.group = self._make_group()
        self.mute = QCheckBox(tr("No notifications"), self)
        self.mute.setToolTip(tr("Its changes are listed, and make no notifications"))
        self.mute.clicked.connect(self.mute_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.texts, 1)
        column.addWidget(self.group)
        column.addWidget(self.mute)
        for one, other in (
            (self.texts.title, self.texts.note),
            (self.texts.note, self.group),
            (self.group, self.mute),
        ):
            QWidget.setTabOrder(one, other)

    def _make_group(self) -> QComboBox:
        group = QComboBox(self)
        group.setEditable(True)
        group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        group.setAccessibleName(tr("Group"))
        group.setToolTip(tr("Choose a group, or type the name of a new one"))
        field, completer = group.lineEdit(), group.completer()
        if field is not None:
            field.setMaxLength(LONGEST_GROUP)
            field.setPlaceholderText(tr("No group"))
            field.setClearButtonEnabled(True)
            name_clear_button(field)
            field.setAccessibleName(tr("Group"))
            field.editingFinished.connect(self._write_group)
            field.returnPressed.connect(self.finished)
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        group.activated.connect(lambda _index: self._write_group())
        return group

    def show_follow(
        self, title: str, note: str, group: str, groups: Sequence[str], *, is_muted: bool
    ) -> None:
        """Set the fields; call `flush` first, as pending changes are dropped.

        Args:
            title: its title.
            note: its note.
            group: its group; "" for none.
            groups: all groups.
            is_muted: whether its changes make no notifications.
        """
        self.texts.show_bookmark(title, note)
        self._group = group
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItems(list(groups))
        self.group.setCurrentIndex(self.group.findText(group) if group else -1)
        self.group.setEditText(group)
        self.group.blockSignals(False)
        self.mute.setChecked(is_muted)

    def flush(self) -> None:
        """Emit pending changes."""
        self.texts.flush()
        self._write_group()

    def _write_group(self) -> None:
        group = " ".join(self.group.currentText().split())
        if group != self._group:
            self._group = group
            self.group_written.emit(group)

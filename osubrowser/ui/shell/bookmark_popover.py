"""Popup editor of a bookmark's title and note, below the bookmark button."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.popover import Popover
from osubrowser.ui.widgets.bookmark_form import BookmarkForm

_NOTE: Final = 96  # pixels


class BookmarkPopover(Popover):
    """Popup with the fields of one bookmark.

    Args:
        longest_title: characters that a title may have.
        longest_note: characters that a note may have.
        parent: the window.

    Attributes:
        form: the fields.
        remove: the button that removes the bookmark.
        remove_requested: it was pressed.
    """

    remove_requested = Signal()

    def __init__(self, longest_title: int, longest_note: int, parent: QWidget) -> None:
        super().__init__(tr("Bookmark"), parent)
        self.form = BookmarkForm(longest_title, longest_note, self)
        self.form.note.setFixedHeight(_NOTE)
        self.remove = QPushButton(tr("Remove"), self)
        self.remove.clicked.connect(self._on_remove_clicked)
        self._lay_out(self.form, self.remove)

    def open_under(self, button: QWidget, heading: str, title: str, note: str) -> None:
        """Open the popup with a bookmark below `button`, within its screen."""
        self.form.show_bookmark(title, note)
        self._open_under(button, heading)
        self.form.title.setFocus(Qt.FocusReason.PopupFocusReason)
        self.form.title.selectAll()

    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit()
        self.hide()

"""Editor of the selected bookmark, at the right of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from osubrowser.services.library.bookmarks import LONGEST_NOTE, Bookmark
from osubrowser.services.library.records import LONGEST_TITLE
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.bookmark_form import BookmarkForm

if TYPE_CHECKING:
    from osubrowser.models.library.rows import LibraryItem

WIDTH: Final = 300


class BookmarkPanel(QFrame):
    """Editor of the title and note of one bookmark; for several, their number.

    Attributes:
        form: the fields.
        title_written, note_written: `(Bookmark, str)`: the text was changed.
        open_requested: open the bookmark.
        remove_requested: remove the selected bookmarks.
        left: Enter was pressed in a field: the list gets the focus.
    """

    title_written = Signal(object, str)
    note_written = Signal(object, str)
    open_requested = Signal()
    remove_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setFixedWidth(WIDTH)
        self._bookmark: Bookmark | None = None
        self.form = BookmarkForm(LONGEST_TITLE, LONGEST_NOTE, self)
        self.form.title_written.connect(lambda text: self.title_written.emit(self._bookmark, text))
        self.form.note_written.connect(lambda text: self.note_written.emit(self._bookmark, text))
        self.form.finished.connect(self.left)
        self._several = _label("strong")
        self._where = _label("secondary")
        self._when = _label("secondary")
        self.open = QPushButton(tr("Open"), self)
        self.open.setProperty("primary", True)
        self.open.clicked.connect(self.open_requested)
        self.remove = QPushButton(tr("Remove"), self)
        self.remove.clicked.connect(self.remove_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        column.addWidget(self._several)
        column.addWidget(self.form, 1)
        column.addWidget(self._where)
        column.addWidget(self._when)
        column.addLayout(buttons)
        column.addStretch(0)

    @property
    def bookmark(self) -> Bookmark | None:
        """The edited bookmark; None while several or none are selected."""
        return self._bookmark

    def show_row(self, row: LibraryItem | None, selected: int) -> None:
        """Show the selection, after emitting pending changes of another bookmark.

        Args:
            row: the row of the bookmark; None if several or none are selected.
            selected: number of selected bookmarks.
        """
        bookmark = row.entry if row is not None and isinstance(row.entry, Bookmark) else None
        before = self._bookmark.address if self._bookmark is not None else None
        if bookmark is None or bookmark.address != before:
            self.form.flush()
            self._bookmark = bookmark
            if bookmark is not None:
                self.form.show_bookmark(bookmark.title, bookmark.note)
        else:
            self._bookmark = bookmark
            self.form.renew(bookmark.title, bookmark.note)
        for widget in (self.form, self._where, self._when, self.open):
            widget.setVisible(bookmark is not None)
        self._several.setVisible(bookmark is None)
        self.remove.setEnabled(selected > 0)
        if row is None:
            several = tr("%n bookmarks are selected.", "", selected)
            self._several.setText(several if selected else tr("No bookmark is selected."))
        else:
            self._where.setAccessibleName(f"{row.kind}, {row.link}")
            self._where.setText(f"{row.kind} · {_breakable(row.link[:120])}")
            self._when.setText(tr("Added {when}").format(when=row.when) if row.when else "")

    def flush(self) -> None:
        """Emit pending changes."""
        self.form.flush()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setMinimumWidth(1)
    return label


def _breakable(link: str) -> str:
    """Return an address that can wrap anywhere: a long word would widen the panel."""
    return "\u200b".join(link)

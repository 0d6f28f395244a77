"""Form for the title and note of a bookmark or of what is followed, saved while typing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

_PAUSE: Final = 600  # milliseconds without input until changes are emitted
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class BookmarkForm(QWidget):
    """Form with a line edit for the title and a text edit for the note.

    Changes are emitted after a pause in typing, when a field loses the focus, and on `flush`.

    Args:
        longest_title: most characters of a title.
        longest_note: most characters of a note.
        parent: the Qt parent.
        names: accessible names of title and note; None for those of a bookmark.

    Attributes:
        title_written: the title was changed.
        note_written: the note was changed.
        finished: Enter was pressed in the title, or Ctrl+Enter in the note.
    """

    title_written = Signal(str)
    note_written = Signal(str)
    finished = Signal()

    def __init__(
        self,
        longest_title: int,
        longest_note: int,
        parent: QWidget | None = None,
        *,
        names: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        title_name, note_name = names or (
            tr("Title of the bookmark"),
            tr("Note about the bookmark"),
        )
        self._longest_note = longest_note
        self._kept = ("", "")
        self.title = QLineEdit(self)
        self.title.setAccessibleName(title_name)
        self.title.setPlaceholderText(tr("Title"))
        self.title.setMaxLength(longest_title)
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName(note_name)
        self.note.setPlaceholderText(tr("Note"))
        self.note.setTabChangesFocus(True)
        self._full = QLabel(
            tr("A note has room for {longest_note} characters.").format(
                longest_note=numerals.whole(longest_note)
            ),
            self,
        )
        self._full.setTextFormat(Qt.TextFormat.PlainText)
        self._full.setProperty("role", "bad")
        self._full.setWordWrap(True)
        self._full.hide()
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_PAUSE)
        self._resting.timeout.connect(self.flush)
        self.title.textEdited.connect(lambda _text: self._resting.start())
        self.note.textChanged.connect(self._on_note_changed)
        for field in (self.title, self.note):
            field.installEventFilter(self)
            field.setAcceptDrops(False)  # dropped rows must not change the text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.note, 1)
        column.addWidget(self._full)

    def show_bookmark(self, title: str, note: str) -> None:
        """Set the texts of a bookmark; call `flush` first, as pending changes are dropped."""
        self._resting.stop()
        self._kept = (title, note)
        if self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        if self.note.toPlainText() != note:
            self.note.blockSignals(True)
            self.note.setPlainText(note)
            self.note.blockSignals(False)
        self._full.hide()

    def renew(self, title: str, note: str) -> None:
        """Update the texts of the same bookmark, unless they are being edited."""
        if (self.title.text(), self.note.toPlainText()) == self._kept:
            is_typing = self.title.hasFocus() or self.note.hasFocus()
            if not is_typing:
                self.show_bookmark(title, note)

    def flush(self) -> None:
        """Emit pending changes."""
        self._resting.stop()
        title, note = self.title.text(), self.note.toPlainText()
        old_title, old_note = self._kept
        self._kept = (title, note)
        if title != old_title:
            self.title_written.emit(title)
        if note != old_note:
            self.note_written.emit(note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Emit pending changes on focus loss and on Enter, which also emits `finished`."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in _ENTER and (watched is self.title or control):
                self.flush()
                self.finished.emit()
                return True
        return bool(super().eventFilter(watched, event))

    def _on_note_changed(self) -> None:
        text = self.note.toPlainText()
        if len(text) > self._longest_note:
            # QTextCursor counts UTF-16 code units, of which an emoji has two.
            end = len(text[: self._longest_note].encode("utf-16-le", "surrogatepass")) // 2
            cursor = self.note.textCursor()
            cursor.setPosition(end)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            self.note.blockSignals(True)
            cursor.removeSelectedText()
            self.note.blockSignals(False)
            self._full.show()
        else:
            self._full.setVisible(len(text) == self._longest_note)
        self._resting.start()

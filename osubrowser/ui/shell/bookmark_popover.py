"""Popup editor of a bookmark's title and note, below the bookmark button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.bookmark_form import BookmarkForm

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_WIDTH: Final = 340
_NOTE: Final = 96  # pixels


class BookmarkPopover(QFrame):
    """Popup with the fields of one bookmark. Escape, or a click elsewhere, closes it.

    Args:
        longest_title: characters that a title may have.
        longest_note: characters that a note may have.
        parent: the window.

    Attributes:
        form: the fields.
        remove_requested: Remove was pressed.
        closed: the popup is hidden; pending text has been emitted by `form`.
    """

    remove_requested = Signal()
    closed = Signal()

    def __init__(self, longest_title: int, longest_note: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(
            Qt.WidgetAttribute.WA_NoMouseReplay
        )  # a click on the button only closes the popup
        self.setObjectName("popover")
        self.setAccessibleName(tr("Bookmark"))
        self._heading = QLabel(self)
        self._heading.setProperty("role", "strong")
        self.form = BookmarkForm(longest_title, longest_note, self)
        self.form.note.setFixedHeight(_NOTE)
        self.form.finished.connect(self.hide)
        self.remove = QPushButton(tr("Remove"), self)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.done = QPushButton(tr("Done"), self)
        self.done.setProperty("primary", True)
        self.done.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self.form)
        column.addLayout(buttons)

    @property
    def heading(self) -> str:
        """The heading above the fields."""
        return self._heading.text()

    def open_under(self, button: QWidget, heading: str, title: str, note: str) -> None:
        """Open the popup with a bookmark below `button`, within its screen."""
        self._heading.setText(heading)
        self.form.show_bookmark(title, note)
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        screen = button.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.form.title.setFocus(Qt.FocusReason.PopupFocusReason)
        self.form.title.selectAll()

    def apply_style(self, sheet: str, colours: Colours) -> None:
        """Set the style sheet of the window, with the background of a popup."""
        ground, edge = colours.background5.name(), colours.background1.name()
        self.setStyleSheet(
            f"{sheet}\n#popover {{ background: {ground}; border: 1px solid {edge}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Emit pending text."""
        self.form.flush()
        super().hideEvent(event)
        self.closed.emit()

    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit()
        self.hide()

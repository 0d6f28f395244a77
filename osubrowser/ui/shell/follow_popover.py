"""Popup editor of something that is followed, below the button that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.follow_form import FollowForm

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_WIDTH: Final = 340
_NOTE: Final = 72  # pixels


class FollowPopover(QFrame):
    """Popup with the fields of one followed thing. Escape, or a click elsewhere, closes it.

    Args:
        longest_title: characters that a title may have.
        longest_note: characters that a note may have.
        parent: the window.

    Attributes:
        form: the fields.
        unfollow_requested: Unfollow was pressed.
        page_requested: the page of all that is followed was asked for.
        closed: the popup is hidden; pending changes have been emitted by `form`.
    """

    unfollow_requested = Signal()
    page_requested = Signal()
    closed = Signal()

    def __init__(self, longest_title: int, longest_note: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(
            Qt.WidgetAttribute.WA_NoMouseReplay
        )  # a click on the button only closes the popup
        self.setObjectName("popover")
        self.setAccessibleName(tr("Following"))
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setProperty("role", "strong")
        self.form = FollowForm(longest_title, longest_note, self)
        self.form.texts.note.setFixedHeight(_NOTE)
        self.form.finished.connect(self.hide)
        self.unfollow = QPushButton(tr("Unfollow"), self)
        self.unfollow.clicked.connect(self._on_unfollow_clicked)
        self.page = QPushButton(tr("All followed"), self)
        self.page.setProperty("link", True)
        self.page.clicked.connect(self._on_page_clicked)
        self.done = QPushButton(tr("Done"), self)
        self.done.setProperty("primary", True)
        self.done.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.unfollow)
        buttons.addStretch(1)
        buttons.addWidget(self.page)
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

    def open_under(self, anchor: QWidget, heading: str) -> None:
        """Open the popup below a button, within its screen; `form` has been filled."""
        self._heading.setText(heading)
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        screen = anchor.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.done.setFocus(Qt.FocusReason.PopupFocusReason)

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
        """Emit pending changes."""
        self.form.flush()
        super().hideEvent(event)
        self.closed.emit()

    def _on_unfollow_clicked(self) -> None:
        self.unfollow_requested.emit()
        self.hide()

    def _on_page_clicked(self) -> None:
        self.hide()
        self.page_requested.emit()

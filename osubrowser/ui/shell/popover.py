"""Popup editor below a button, whose fields are saved while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.bookmark_form import BookmarkForm
    from osubrowser.ui.widgets.follow_form import FollowForm

_WIDTH: Final = 340


class Popover(QFrame):
    """Popup with a heading, a form and buttons. Escape, or a click elsewhere, closes it.

    Subclasses make the form and the buttons, and hand them to `_lay_out`.

    Args:
        name: the accessible name.
        parent: the window.

    Attributes:
        done: the button that closes it.
        closed: the popup is hidden; pending changes have been emitted by the form.
    """

    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(
            Qt.WidgetAttribute.WA_NoMouseReplay
        )  # a click on the button only closes the popup
        self.setObjectName("popover")
        self.setAccessibleName(name)
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setProperty("role", "strong")

    def _lay_out(
        self, form: BookmarkForm | FollowForm, first: QPushButton, *others: QPushButton
    ) -> None:
        """Put the form above the buttons: the first one at the left, the others beside Done."""
        self._form = form
        form.finished.connect(self.hide)
        self.done = QPushButton(tr("Done"), self)
        self.done.setProperty("primary", True)
        self.done.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(first)
        buttons.addStretch(1)
        for button in (*others, self.done):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(form)
        column.addLayout(buttons)

    @property
    def heading(self) -> str:
        """The heading above the fields."""
        return self._heading.text()

    def _open_under(self, anchor: QWidget, heading: str) -> None:
        """Open the popup below a button, within its screen; the form has been filled."""
        self._heading.setText(heading)
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        screen = anchor.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()

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
        self._form.flush()
        super().hideEvent(event)
        self.closed.emit()

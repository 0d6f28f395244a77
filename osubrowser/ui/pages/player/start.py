"""Form that looks up a player by name, id or link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.ui.style.theme import title_font

if TYPE_CHECKING:
    from osubrowser.services.places.places import UserPlace

_WIDEST = 520


class PlayerStart(QWidget):
    """Form with a field for a player, and a button to sign in.

    Attributes:
        place_requested: open the `UserPlace` that was typed.
        sign_in_requested: open the welcome page.
    """

    place_requested = Signal(object)
    sign_in_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Player's name or id")
        self.field.setAccessibleName("Player's name or id")
        self.field.setMaxLength(200)
        self.field.setClearButtonEnabled(True)
        self.open = QPushButton("Open", self)
        self.open.setProperty("primary", True)
        self.open.setAutoDefault(True)
        self.open.setEnabled(False)
        self.sign_in = QPushButton("Sign in to see your own profile", self)
        self.sign_in.setProperty("link", True)
        self.sign_in.setAutoDefault(True)
        self.field.textChanged.connect(lambda text: self.open.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._on_submitted)
        self.open.clicked.connect(self._on_submitted)
        self.sign_in.clicked.connect(self.sign_in_requested)
        self._lay_out()

    def take_focus(self) -> None:
        """Set the focus to the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _lay_out(self) -> None:
        title = QLabel("Look up a player", self)
        title.setFont(title_font(20))
        title.setProperty("role", "title")
        about = QLabel(
            "Type a name or the number of an account, or paste the link of a profile. "
            "Any row of a ranking opens here, too.",
            self,
        )
        about.setWordWrap(True)
        about.setProperty("role", "secondary")
        box = QFrame(self)
        box.setProperty("panel", True)
        box.setMaximumWidth(_WIDEST)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.open)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(10)
        inner.addWidget(title)
        inner.addWidget(about)
        inner.addLayout(row)
        inner.addWidget(self.sign_in, 0, Qt.AlignmentFlag.AlignLeft)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box, 4)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    def _on_submitted(self) -> None:
        place = place_of(self.field.text())
        if place is not None:
            self.place_requested.emit(place)


def place_of(text: str) -> UserPlace | None:
    """Parse a name, `@name`, id or link of a player; None for empty text."""
    from osubrowser.services.places.places import UserPlace
    from osubrowser.services.places.urls import parse

    text = " ".join(text.split())
    if not text.strip("@"):
        return None
    if "/" in text:
        place = parse(text)
        if isinstance(place, UserPlace):
            return place
    if text.isascii() and text.isdecimal() and len(text) <= 15:
        return UserPlace(int(text))
    return UserPlace(text.removeprefix("@").strip())

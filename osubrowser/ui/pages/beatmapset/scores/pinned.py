"""Card of one player's best score, above a leaderboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.row_links import place_of_score
from osubrowser.ui.widgets.plain_text import ElidedLabel

if TYPE_CHECKING:
    from osubrowser.models.scores.leaderboard import PlacedScore


class PinnedScore(QFrame):
    """Card with the place and the figures of one score.

    Attributes:
        open_requested: `(Place, how)`: open the score.
        all_requested: the id of the player whose scores are to be listed.
        save_requested: the `Score` whose replay is to be saved.
    """

    open_requested = Signal(object, str)
    all_requested = Signal(int)
    save_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._placed: PlacedScore | None = None
        self.setProperty("panel", True)
        self.whose, self.position = QLabel(self), QLabel(self)
        self.whose.setProperty("role", "secondary")
        self.position.setProperty("role", "strong")
        for label in (self.whose, self.position):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.words = ElidedLabel("", self)
        self.all = QPushButton(tr("All scores"), self)
        self.open = QPushButton(tr("Open"), self)
        self.save = QPushButton(tr("Save replay"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.setSpacing(10)
        row.addWidget(self.whose)
        row.addWidget(self.position)
        row.addWidget(self.words, 1)
        for button in (self.all, self.save, self.open):
            row.addWidget(button)
        self.open.clicked.connect(self._on_open_clicked)
        self.all.clicked.connect(self._on_all_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.hide()

    @property
    def placed(self) -> PlacedScore | None:
        """The shown score."""
        return self._placed

    def show_score(self, placed: PlacedScore | None, whose: str, *, with_all: bool) -> None:
        """Show a score, or hide the card.

        Args:
            placed: the score; None hides the card.
            whose: whose score it is, such as "Your best".
            with_all: whether to offer a list of all the player's scores.
        """
        self._placed = placed
        self.setVisible(placed is not None)
        if placed is None:
            return
        self.whose.setText(whose)
        self.position.setText(placed.place_words)
        self.position.setVisible(bool(placed.place_words))
        self.words.setText(placed.words)
        self.all.setVisible(with_all and bool(placed.score.user_id))
        self.open.setVisible(place_of_score(placed.score) is not None)
        self.save.setVisible(bool(placed.score.has_replay))
        self.setAccessibleName(f"{whose}: {placed.place_words} {placed.words}")

    def _on_open_clicked(self) -> None:
        place = place_of_score(self._placed.score) if self._placed is not None else None
        if place is not None:
            self.open_requested.emit(place, "here")

    def _on_all_clicked(self) -> None:
        if self._placed is not None:
            self.all_requested.emit(self._placed.score.user_id)

    def _on_save_clicked(self) -> None:
        if self._placed is not None:
            self.save_requested.emit(self._placed.score)

"""View of two players: a card for each, both ranks in one chart, and the table of figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from osubrowser.services.places.places import UserPlace
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.player_card import PlayerCard
from osubrowser.ui.charts.chart import Curve, LineChart

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.table.paged_table import PagedTable
    from osubrowser.ui.widgets.flags import Pictures

_TALLEST: Final = 320
"""Largest height of the chart in pixels."""
_SHORTEST: Final = 170
"""Smallest height of the chart in pixels; it is hidden where there is less."""
_LEAST_FIGURES: Final = 140
"""Smallest height of the figures below the chart, in pixels."""
_GAP: Final = 10
_NARROW: Final = 820
"""Width in pixels below which the chart is above the figures."""


class CompareView(QWidget):
    """Layout of the parts of a comparison.

    Attributes:
        figures: the table of the figures.
        ranks: the chart.
        opened: `(UserPlace, how)`: the card of a player was clicked.
        menu_requested: `(UserPlace, name, QPoint)`: the context menu of a card, at a screen point.
    """

    opened = Signal(object, str)
    menu_requested = Signal(object, str, QPoint)

    def __init__(self, figures: PagedTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = figures
        self._places: list[UserPlace | None] = [None, None]
        self._drawn = [False, False]  # whether each player has a curve
        self.cards = (PlayerCard(self), PlayerCard(self))
        self.ranks = LineChart(
            tr("Global rank"),
            tr("There was no rank in the last 90 days."),
            lambda value: f"#{numerals.whole(round(value))}",
            self,
            is_reversed=True,
        )
        self.ranks.setMinimumHeight(_SHORTEST)
        self.ranks.setMaximumHeight(_TALLEST)
        policy = self.ranks.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Expanding)
        self.ranks.setSizePolicy(policy)
        for number, card in enumerate(self.cards):
            card.clicked.connect(lambda _=False, n=number: self._open(n, "here"))
            card.aside_clicked.connect(lambda n=number: self._open(n, "background"))
            card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            card.customContextMenuRequested.connect(partial(self._ask_for_menu, number))
        self._lay_out()

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for card in self.cards:
            pair.addWidget(card, 1)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addLayout(pair)
        side.addWidget(self.ranks, 100)
        side.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(_GAP)
        self._both.addWidget(self.figures, 13)
        self._both.addLayout(side, 9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chart above the figures in a narrow window, else beside them."""
        super().resizeEvent(event)
        wide = self.width() >= _NARROW
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.BottomToTop
        if way != self._both.direction():
            self._both.setDirection(way)
        # In a low window the figures come first.
        cards = max(card.sizeHint().height() for card in self.cards)
        spare = self.height() - cards - (0 if wide else _LEAST_FIGURES)
        for card in self.cards:
            card.setVisible(spare >= 0)
        self._both.setStretch(1, 9 if spare >= 0 else 0)
        self.ranks.setVisible(spare >= _SHORTEST + 2 * _GAP)

    def show_players(self, left: Profile | None, right: Profile | None) -> None:
        """Show both players; None for one that is not loaded."""
        both = (left, right)
        for number, (card, profile) in enumerate(zip(self.cards, both, strict=True)):
            if profile is None:
                self._places[number] = None
                card.show_player("", "", None)
            else:
                self._places[number] = UserPlace(profile.id, profile.mode or None)
                card.show_player(profile.name, _line(profile), profile.avatar)
            card.setEnabled(profile is not None)
        known = [profile for profile in both if profile is not None]
        self.ranks.show_curves([Curve(profile.name, profile.ranks) for profile in known])
        self._drawn = [profile is not None and bool(profile.ranks) for profile in both]
        self._mark()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.figures.set_colours(colours)
        self.ranks.set_colours(colours)
        for card in self.cards:
            card.set_colours(colours)
        self._mark()

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: a callable (url, width, height, shape)."""
        for card in self.cards:
            card.set_pictures(pictures)

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        for card in self.cards:
            card.update()

    def _mark(self) -> None:
        """Mark each card with the colour of the player's curve; empty curves have none."""
        number = 0
        for card, is_drawn in zip(self.cards, self._drawn, strict=True):
            card.set_mark(self.ranks.colour_of(number) if is_drawn else None)
            number += is_drawn

    def _open(self, number: int, how: str) -> None:
        place = self._places[number]
        if place is not None:
            self.opened.emit(place, how)

    def _ask_for_menu(self, number: int, at: QPoint) -> None:
        place, card = self._places[number], self.cards[number]
        if place is not None:
            self.menu_requested.emit(place, card.name, card.mapToGlobal(at))


def _line(profile: Profile) -> str:
    """Return the text below the name of a player: rank and country."""
    rank = profile.figure("global_rank")
    said = [rank.text if rank is not None and rank.value is not None else "", profile.country]
    return " · ".join(filter(None, said))

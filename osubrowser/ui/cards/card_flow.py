"""Geometry of a grid of cards of one size, which flow from left to right and down."""

from __future__ import annotations

from typing import Final, NamedTuple

HEIGHT: Final = 112
"""Height of a card in pixels."""
GAP: Final = 8
"""Pixels between cards, and around them."""
NARROWEST: Final = 304
"""Smallest width of a card in pixels, in which no figure is cut."""


class CardFlow(NamedTuple):
    """Places of cards in an area of a given width: arithmetic, whatever their number.

    Attributes:
        width: width of the area in pixels.
        total: number of cards.
        narrowest: smallest width of a card in pixels.
    """

    width: int
    total: int
    narrowest: int = NARROWEST

    @property
    def columns(self) -> int:
        """Number of cards side by side; at least 1."""
        return max(1, (self.width - GAP) // (self.narrowest + GAP))

    @property
    def card_width(self) -> int:
        """Width of a card in pixels."""
        return max(self.narrowest // 2, (self.width - GAP) // self.columns - GAP)

    @property
    def height(self) -> int:
        """Height of all cards and the gaps around them, in pixels."""
        lines = -(-self.total // self.columns)
        return lines * PITCH + GAP if lines else 0

    def place(self, number: int) -> tuple[int, int]:
        """Return left and top of a card, by its number from 0."""
        line, column = divmod(number, self.columns)
        return GAP + column * (self.card_width + GAP), GAP + line * PITCH

    def at(self, x: int, y: int) -> int:
        """Return the number of the card at a point; -1 in gaps and outside."""
        line, down = divmod(y - GAP, PITCH)
        column, across = divmod(x - GAP, self.card_width + GAP)
        number = line * self.columns + column
        is_inside = down < HEIGHT and across < self.card_width and 0 <= column < self.columns
        return number if is_inside and line >= 0 and number < self.total else -1

    def nearest(self, x: int, y: int) -> int:
        """Return the number of the card whose cell is nearest to a point; -1 if there are none."""
        line = max(0, (y - GAP // 2) // PITCH)
        column = min(max(0, (x - GAP // 2) // (self.card_width + GAP)), self.columns - 1)
        return min(line * self.columns + column, self.total - 1)

    def between(self, top: int, bottom: int) -> tuple[int, int]:
        """Return the first and the last card that touch a vertical range; `(n, n - 1)` for none.

        Args:
            top: first pixel.
            bottom: last pixel.
        """
        first = max(0, (top - GAP + PITCH - HEIGHT) // PITCH)
        last = (bottom - GAP) // PITCH
        first_card = min(first * self.columns, self.total)
        return first_card, max(first_card, min((last + 1) * self.columns, self.total)) - 1

    def line_of(self, number: int) -> int:
        """Return the position at which the line of a card is at the top of a view, in pixels."""
        return number // self.columns * PITCH


PITCH: Final = HEIGHT + GAP
"""Pixels from one line of cards to the next."""

"""Where a tab has been: back and forward as in a web browser, with each place's state kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place

LONGEST: Final = 100
"""How many places a tab remembers. A state may hold loaded rows, so there is an end."""

KEPT_STATES: Final = 12
"""How many places keep their state besides the one shown; older ones are loaded anew."""


@dataclass(slots=True)
class Entry:
    """One place that was visited.

    Attributes:
        place: what was shown.
        state: what the page saved when the place was left, or None.
        title: what the page called it, or "" before it said so.
    """

    place: Place
    state: object | None = None
    title: str = ""


class History:
    """The places of one tab and which of them is shown. There is always one."""

    def __init__(self, first: Place) -> None:
        self._entries = [Entry(first)]
        self._index = 0

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def current(self) -> Entry:
        """The place that is shown."""
        return self._entries[self._index]

    @property
    def can_go_back(self) -> bool:
        """Whether something was visited before the current place."""
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there are places that were left by going back."""
        return self._index + 1 < len(self._entries)

    def behind(self) -> list[Entry]:
        """Return the places that Back leads to, the nearest first."""
        return self._entries[self._index - 1 :: -1] if self._index else []

    def ahead(self) -> list[Entry]:
        """Return the places that Forward leads to, the nearest first."""
        return self._entries[self._index + 1 :]

    def visit(self, place: Place) -> Entry:
        """Go to a new place. What was ahead is forgotten; the same place again adds nothing."""
        if place == self.current.place:
            return self.current
        del self._entries[self._index + 1 :]
        self._entries.append(Entry(place))
        self._index += 1
        overflow = len(self._entries) - LONGEST
        if overflow > 0:
            del self._entries[:overflow]
            self._index -= overflow
        self._forget_old_states()
        return self.current

    def replace(self, place: Place) -> Entry:
        """Put another place where the current one is, without a step for Back."""
        self._entries[self._index] = Entry(place, title=self.current.title)
        return self.current

    def go(self, steps: int) -> Entry | None:
        """Move by a number of steps, negative for back; None if there is no such place."""
        target = self._index + steps
        if steps == 0 or not 0 <= target < len(self._entries):
            return None
        self._index = target
        return self.current

    def forget_states(self) -> None:
        """Drop every saved state: what they hold belongs to another account or server."""
        for entry in self._entries:
            entry.state = None

    def _forget_old_states(self) -> None:
        for distance, entry in enumerate(self.behind()):
            if distance >= KEPT_STATES:
                entry.state = None

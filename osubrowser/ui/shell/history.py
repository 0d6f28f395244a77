"""Back and forward history of a tab, with the saved state of each place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place

LONGEST: Final = 100
"""The most places in a history."""

MOST_STATES: Final = 12
"""The most saved states besides the current place. They may hold loaded rows."""


@dataclass(slots=True)
class Entry:
    """One place that was visited.

    Attributes:
        place: what was shown.
        state: what the page saved when the place was left, or None.
        title: of the page; "" until the page has told it.
    """

    place: Place
    state: object | None = None
    title: str = ""


class History:
    """The places of one tab, of which one is current. It is never empty."""

    def __init__(self, first: Place) -> None:
        self._entries = [Entry(first)]
        self._index = 0

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def current(self) -> Entry:
        """The current entry."""
        return self._entries[self._index]

    @property
    def can_go_back(self) -> bool:
        """Whether there is an entry before the current one."""
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is an entry after the current one."""
        return self._index + 1 < len(self._entries)

    def behind(self) -> list[Entry]:
        """Return the entries before the current one, the nearest first."""
        return self._entries[self._index - 1 :: -1] if self._index else []

    def ahead(self) -> list[Entry]:
        """Return the entries after the current one, the nearest first."""
        return self._entries[self._index + 1 :]

    def visit(self, place: Place) -> Entry:
        """Add an entry after the current one, and drop those that followed.

        The current place again adds none.
        """
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
        """Replace the place of the current entry; its title stays."""
        self._entries[self._index] = Entry(place, title=self.current.title)
        return self.current

    def go(self, steps: int) -> Entry | None:
        """Move by a number of steps, negative for back; None if there is no such entry."""
        target = self._index + steps
        if steps == 0 or not 0 <= target < len(self._entries):
            return None
        self._index = target
        return self.current

    def forget_states(self) -> None:
        """Drop all saved states."""
        for entry in self._entries:
            entry.state = None

    def _forget_old_states(self) -> None:
        for distance, entry in enumerate(self.behind()):
            if distance >= MOST_STATES:
                entry.state = None

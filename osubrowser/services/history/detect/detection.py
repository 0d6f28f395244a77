"""Topic of changes: looks at each answer for changes of what is followed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from osubrowser.services.history.detect import beatmaps, boards, players, rankings, searches, things
from osubrowser.services.history.detect.failures import followed_difference
from osubrowser.services.history.detect.look import Look
from osubrowser.services.history.records import Difference, Observation, Topic

if TYPE_CHECKING:
    import sqlite3

_DETECTORS: Final[Sequence[Callable[[Look], None]]] = (
    players.detect,
    beatmaps.detect,
    boards.detect,
    searches.detect,
    rankings.detect,
    things.detect,
)


class ChangeDetection:
    """Topic that writes the changes of what is followed, beside what other topics write.

    Args:
        topics: the other topics; what they find is taken into account.
    """

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._topics = topics

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write what a response shows, and the changes that it shows of what is followed."""
        found: list[Difference] = []
        for topic in self._topics:
            found += topic.write(connection, observation)
        if connection.execute("SELECT 1 FROM follows LIMIT 1").fetchone() is None:
            return found
        look = Look(connection, observation, found)
        for detect in _DETECTORS:
            detect(look)
        saved = look.save()
        if saved or look.changes:
            found.append(followed_difference(observation.at, saved, look.changes))
        return found

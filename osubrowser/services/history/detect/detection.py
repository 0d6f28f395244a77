"""Topic of changes: looks at each answer for changes of what is followed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from osubrowser.services.history.detect import beatmaps, boards, players, rankings, searches, things
from osubrowser.services.history.detect.failures import followed_difference
from osubrowser.services.history.detect.look import Look
from osubrowser.services.history.records import Difference, Observation

if TYPE_CHECKING:
    import sqlite3

log = logging.getLogger(__name__)

_DETECTORS: Final[Sequence[Callable[[Look], None]]] = (
    players.detect,
    beatmaps.detect,
    boards.detect,
    searches.detect,
    rankings.detect,
    things.detect,
)


class ChangeDetection:
    """Closing topic that writes the changes of what is followed."""

    def write_last(
        self,
        connection: sqlite3.Connection,
        observation: Observation,
        found: Sequence[Difference],
    ) -> Iterable[Difference]:
        """Write the changes that a response shows of what is followed."""
        if connection.execute("SELECT 1 FROM follows LIMIT 1").fetchone() is None:
            return
        look = Look(connection, observation, found)
        connection.execute("SAVEPOINT detection")
        try:
            for detect in _DETECTORS:
                detect(look)
            saved = look.save()
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            # What is recorded of the answer must not be lost, however odd the answer is. What was
            # known of these things may be odd as well, such as from a file: it begins anew.
            log.exception("an answer was not looked at for changes")
            connection.execute("ROLLBACK TO detection")
            look.forget()
            return
        finally:
            if connection.in_transaction:  # on a full disk SQLite has rolled all of it back
                connection.execute("RELEASE detection")
        if saved or look.changes:
            yield followed_difference(observation.at, saved, look.changes)

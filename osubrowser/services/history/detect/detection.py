"""Topic of changes: looks at each answer for changes of what is followed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from osubrowser.services.history.detect import boards, beatmaps, players, rankings, searches, things
from osubrowser.services.history.detect.look import GONE, Look
from osubrowser.services.history.records import FOLLOWED, Difference, Observation, Topic
from osubrowser.services.history.subjects import Subject, SubjectKind

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.store import HistoryStore

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
            found.append(_followed(observation.at, saved, look.changes))
        return found


def note_failure(
    store: HistoryStore, ids: Iterable[int], failure: str, at: int, status: int = 0
) -> list[Difference]:
    """Note that things could not be checked. A thing that is gone is a change, once.

    Args:
        store: the history.
        ids: of the followed things.
        failure: see `Follow.failure`.
        at: Unix time in seconds.
        status: HTTP status of the answer.

    Raises:
        OSError: the file cannot be written.
    """
    known = list(ids)
    with store.change() as connection:
        look = Look(connection, Observation("", {}, None, at, is_background=True))
        for thing in look.by_ids(known):
            if failure == GONE:
                look.gone(thing, status)
            else:
                thing.checked_at, thing.failure = at, failure
        look.save()
    return [_followed(at, known, look.changes)]


def _followed(at: int, ids: list[int], changes: int) -> Difference:
    subject = Subject(SubjectKind.FOLLOW, ids[0] if ids else 0)
    return Difference(subject, FOLLOWED, at, {"ids": ids, "changes": changes})

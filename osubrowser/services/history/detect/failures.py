"""Failed checks of what is followed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from osubrowser.services.history.detect.look import GONE, Look
from osubrowser.services.history.records import FOLLOWED, Difference, Observation
from osubrowser.services.history.subjects import Subject, SubjectKind

if TYPE_CHECKING:
    from osubrowser.services.history.store import HistoryStore


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
    return [followed_difference(at, known, look.changes)]


def followed_difference(at: int, ids: Sequence[int], changes: int) -> Difference:
    """Return the difference that tells that things were checked.

    Args:
        at: Unix time in seconds.
        ids: of the things.
        changes: number of changes that were found.
    """
    subject = Subject(SubjectKind.FOLLOW, ids[0] if ids else 0)
    return Difference(subject, FOLLOWED, at, {"ids": list(ids), "changes": changes})

"""Marks of beatmap sets: seen, liked, hidden, stored in one file."""

from __future__ import annotations

from collections import Counter
from enum import IntFlag
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from osubrowser.services.storage.stored_collection import StoredCollection
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

MOST_MARKED: Final = 100_000
"""Maximum number of marked sets."""

_LARGEST_ID: Final = 2**53 - 1
_PLUS: Final = "+"


class Mark(IntFlag):
    """Marks of one beatmap set."""

    NONE = 0
    SEEN = 1
    LIKED = 2
    HIDDEN = 4


_NAMES: Final = {Mark.SEEN: "seen", Mark.LIKED: "liked", Mark.HIDDEN: "hidden"}
_BY_NAME: Final = {name: int(mark) for mark, name in _NAMES.items()}
_STATES: Final = tuple(Mark(value) for value in range(8))
_SEEN: Final = int(Mark.SEEN)


class MarkedSets(StoredCollection):
    """Collection of marked sets. `load` blocks; changes are for the GUI thread, `state` for any.

    Args:
        path: the file; None stores nothing.
        executor: where it is written; None writes at once.
        tell: called with each new problem of the file, on the thread that writes it.
    """

    name = tr("The marks of beatmaps")

    def __init__(
        self,
        path: Path | None = None,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(path, executor, tell)
        # The values of `Mark`, the latest marked last: there may be 100,000, and operations of an
        # IntFlag are slow.
        self._all: dict[int, int] = {}

    def _take(self, values: Mapping[str, object]) -> int:
        self._all, damaged = read_marks(values.get("marks"))
        return damaged

    def __len__(self) -> int:
        return len(self._all)

    def state(self, set_id: int) -> Mark:
        """Return the marks of a set."""
        return _STATES[self._all.get(set_id, 0)]

    def ids(self, mark: Mark) -> list[int]:
        """Return the sets with a mark, the latest marked last."""
        bit = int(mark)
        return [set_id for set_id, marks in self._all.items() if marks & bit]

    def count(self, mark: Mark) -> int:
        """Return how many sets have a mark."""
        by_marks = Counter(self._all.values())
        return sum(count for marks, count in by_marks.items() if marks & mark)

    def as_dict(self) -> dict[int, int]:
        """Return the values of `Mark` of all sets, the latest marked last; a copy."""
        return self._all.copy()

    def set_mark(self, set_ids: Iterable[int], mark: Mark, *, on: bool = True) -> list[int]:
        """Add a mark to sets, or remove it.

        Where there is no room, sets give way that were only seen, the earliest first.

        Returns:
            The sets that have changed; `set_mark` of them undoes it. A set that there was no room
            for is not among them.
        """
        bits, known, changed = int(mark), self._all, []
        for set_id in set_ids:
            before = known.get(set_id, 0)
            after = before | bits if on else before & ~bits
            if after == before or not 0 < set_id <= _LARGEST_ID:
                continue
            if not before and not self._has_room():
                break
            known.pop(set_id, None)
            if after:
                known[set_id] = after
            changed.append(set_id)
        if changed:
            self._save()
        return changed

    def forget(self, mark: Mark) -> list[int]:
        """Remove a mark from all sets. Returns those that had it."""
        bits, changed = int(mark), self.ids(mark)
        if changed:
            kept = {one: left for one, marks in self._all.items() if (left := marks & ~bits)}
            self._all = kept
            self._save()
        return changed

    def merge(self, others: Mapping[int, int]) -> tuple[int, int]:
        """Add the marks of others to these.

        Returns:
            The numbers of sets that have new marks, and of those left out for want of room.
        """
        known = self._all
        changed = {
            one: both
            for one, marks in others.items()
            if (both := (before := known.get(one, 0)) | marks) != before
        }
        room = MOST_MARKED - len(known)
        new = [one for one in changed if one not in known]
        for one in new[max(room, 0) :]:
            del changed[one]
        if changed:
            known |= changed
            self._save()
        return len(changed), len(new) - min(len(new), max(room, 0))

    def _has_room(self) -> bool:
        """Whether one more set can be marked; the earliest that was only seen gives way."""
        if len(self._all) < MOST_MARKED:
            return True
        seen = (one for one, marks in self._all.items() if marks == _SEEN)
        earliest = next(seen, None)
        if earliest is None:
            return False
        del self._all[earliest]
        return True

    def _save(self) -> None:
        snapshot = self._all.copy()
        self._document.save(lambda: _as_bytes({"version": self.version, "marks": packed(snapshot)}))


def packed(marks: Mapping[int, int]) -> dict[str, list[int]]:
    """Return marks as JSON has them: lists of ids by the names of their marks, `seen+liked`."""
    found: dict[int, list[int]] = {}
    for set_id, state in marks.items():
        found.setdefault(state, []).append(set_id)
    return {
        _PLUS.join(name for mark, name in _NAMES.items() if mark & state): ids
        for state, ids in found.items()
    }


def read_marks(values: object) -> tuple[dict[int, int], int]:
    """Return the marks in decoded JSON, values of `Mark` by set, and the number of invalid entries.

    Args:
        values: any decoded JSON; what `packed` returns is expected.
    """
    given = values if isinstance(values, dict) else {}
    found: dict[int, int] = {}
    skipped = int(values is not None and values is not given)
    for names, ids in given.items():
        marks = [_BY_NAME.get(name, 0) for name in names.split(_PLUS, len(_NAMES))]
        if not isinstance(ids, list) or not all(marks):
            skipped += 1
            continue
        state = sum(set(marks))
        for set_id in ids:
            is_id = type(set_id) is int and 0 < set_id <= _LARGEST_ID
            if is_id and set_id not in found and len(found) < MOST_MARKED:
                found[set_id] = state
            else:
                skipped += 1
    return found, skipped


def _as_bytes(values: Mapping[str, object]) -> bytes:
    from msgspec import json

    return json.encode(values)


class BeatmapMarks(QObject):
    """Marks of beatmap sets of the current account. For the GUI thread; `state` for any thread.

    Signals:
        changed(object): a frozenset of the sets whose marks have changed; an empty one where all
            may have, because the marks were read, imported, or are another account's.

    Args:
        current: returns the stored marks of the current account.
    """

    changed = Signal(object)

    def __init__(self, current: Callable[[], MarkedSets], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self._marks: MarkedSets | None = None

    def state(self, set_id: int) -> Mark:
        """Return the marks of a set. Quick enough for each painted row."""
        return self._stored().state(set_id)

    def has(self, set_id: int, mark: Mark) -> bool:
        """Whether a set has a mark."""
        return mark in self._stored().state(set_id)

    def ids(self, mark: Mark) -> list[int]:
        """Return the sets with a mark, the latest marked last."""
        return self._stored().ids(mark)

    def count(self, mark: Mark) -> int:
        """Return how many sets have a mark."""
        return self._stored().count(mark)

    def set_mark(self, set_ids: Iterable[int], mark: Mark, *, on: bool = True) -> list[int]:
        """Add a mark to sets, or remove it.

        Returns:
            The sets that have changed: `set_mark` of them undoes it.
        """
        changed = self._stored().set_mark(set_ids, mark, on=on)
        if changed:
            self.changed.emit(frozenset(changed))
        return changed

    def toggle(self, set_ids: Iterable[int], mark: Mark) -> bool:
        """Add a mark to sets, or remove it where all of them have it. Returns whether it is on."""
        wanted = list(set_ids)
        on = not all(self.has(set_id, mark) for set_id in wanted)
        self.set_mark(wanted, mark, on=on)
        return on

    def forget(self, mark: Mark) -> list[int]:
        """Remove a mark from all sets. Returns those that had it."""
        changed = self._stored().forget(mark)
        if changed:
            self.changed.emit(frozenset(changed))
        return changed

    def replaced(self) -> None:
        """Take the marks that `current` returns now, and tell of it."""
        self._marks = None
        self.changed.emit(frozenset())

    def _stored(self) -> MarkedSets:
        if self._marks is None:
            self._marks = self._current()
        return self._marks

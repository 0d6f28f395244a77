"""Marks of beatmap sets: seen, liked, hidden, stored in one file."""

from __future__ import annotations

from enum import IntFlag
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from osubrowser.services.storage.stored_collection import StoredCollection

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
_BY_NAME: Final = {name: mark for mark, name in _NAMES.items()}
_STATES: Final = tuple(Mark(value) for value in range(8))


class MarkedSets(StoredCollection):
    """Collection of marked sets. `load` blocks; changes are for the GUI thread, `state` for any.

    Args:
        path: the file; None stores nothing.
        executor: where it is written; None writes at once.
        tell: called with each new problem of the file, on the thread that writes it.
    """

    name = "The marks of beatmaps"

    def __init__(
        self,
        path: Path | None = None,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(path, executor, tell)
        self._all: dict[int, Mark] = {}  # the latest marked last

    def _take(self, values: Mapping[str, object]) -> int:
        self._all, damaged = read_marks(values.get("marks"))
        return damaged

    def __len__(self) -> int:
        return len(self._all)

    def state(self, set_id: int) -> Mark:
        """Return the marks of a set."""
        return self._all.get(set_id, Mark.NONE)

    def ids(self, mark: Mark) -> list[int]:
        """Return the sets with a mark, the latest marked last."""
        return [set_id for set_id, marks in self._all.items() if mark in marks]

    def count(self, mark: Mark) -> int:
        """Return how many sets have a mark."""
        return sum(mark in marks for marks in self._all.values())

    def as_dict(self) -> dict[int, Mark]:
        """Return the marks of all sets, the latest marked last; a copy."""
        return self._all.copy()

    def set_mark(self, set_ids: Iterable[int], mark: Mark, *, on: bool = True) -> list[int]:
        """Add a mark to sets, or remove it.

        Where there is no room, sets give way that were only seen, the earliest first.

        Returns:
            The sets that have changed; `set_mark` of them undoes it. A set that there was no room
            for is not among them.
        """
        changed = []
        for set_id in set_ids:
            before = self._all.get(set_id, Mark.NONE)
            after = before | mark if on else before & ~mark
            if after == before or not 0 < set_id <= _LARGEST_ID:
                continue
            if not before and not self._has_room():
                break
            self._all.pop(set_id, None)
            if after:
                self._all[set_id] = after
            changed.append(set_id)
        if changed:
            self._save()
        return changed

    def merge(self, others: Mapping[int, Mark]) -> tuple[int, int]:
        """Add the marks of others to these.

        Returns:
            The numbers of sets that have new marks, and of those left out for want of room.
        """
        changed = left_out = 0
        for set_id, marks in others.items():
            before = self._all.get(set_id, Mark.NONE)
            if before | marks == before:
                continue
            if not before and len(self._all) >= MOST_MARKED:
                left_out += 1
                continue
            self._all[set_id] = before | marks
            changed += 1
        if changed:
            self._save()
        return changed, left_out

    def _has_room(self) -> bool:
        """Whether one more set can be marked; the earliest that was only seen gives way."""
        if len(self._all) < MOST_MARKED:
            return True
        seen = (one for one, marks in self._all.items() if marks == Mark.SEEN)
        earliest = next(seen, None)
        if earliest is None:
            return False
        del self._all[earliest]
        return True

    def _save(self) -> None:
        snapshot = self._all.copy()
        self._document.save(lambda: _as_bytes({"version": self.version, "marks": packed(snapshot)}))


def packed(marks: Mapping[int, Mark]) -> dict[str, list[int]]:
    """Return marks as JSON has them: lists of ids by the names of their marks, `seen+liked`."""
    found: dict[Mark, list[int]] = {}
    for set_id, state in marks.items():
        found.setdefault(state, []).append(set_id)
    return {
        _PLUS.join(name for mark, name in _NAMES.items() if mark in state): ids
        for state, ids in found.items()
    }


def read_marks(values: object) -> tuple[dict[int, Mark], int]:
    """Return the marks in decoded JSON, and the number of invalid entries.

    Args:
        values: any decoded JSON; what `packed` returns is expected.
    """
    given = values if isinstance(values, dict) else {}
    found: dict[int, Mark] = {}
    skipped = int(values is not None and values is not given)
    for names, ids in given.items():
        marks = [_BY_NAME.get(name) for name in names.split(_PLUS, len(_NAMES))]
        if not isinstance(ids, list) or None in marks:
            skipped += 1
            continue
        state = Mark.NONE
        for mark in marks:
            state |= mark or Mark.NONE
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
        return self.set_mark(self.ids(mark), mark, on=False)

    def replaced(self) -> None:
        """Take the marks that `current` returns now, and tell of it."""
        self._marks = None
        self.changed.emit(frozenset())

    def _stored(self) -> MarkedSets:
        if self._marks is None:
            self._marks = self._current()
        return self._marks

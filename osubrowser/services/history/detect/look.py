"""Context of a detection: one response, the followed things in it, and the changes found in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from osubrowser.services.history.changes import (
    MOST_CHANGES,
    ChangeKind,
    add_change,
    as_json,
    bounded,
)
from osubrowser.services.history.days import day_of, start_of
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.records import Difference, Observation

GONE: Final = "gone"
"""`Follow.failure` of a thing that the server does not know any more."""

_KINDS: Final = frozenset(map(str, FollowKind))
"""Known kinds: a later version may have written others, which are left alone."""
_AT_ONCE: Final = 500
"""Addresses of one query: SQLite takes 32,766 values at most, older ones 999."""
_TRIMMED_EVERY: Final = 1_000
_COLUMNS: Final = (
    "id, kind, address, title, added_at, looked_at, checked_at, failure, state, wanted"
)
_SELECT: Final = f"SELECT {_COLUMNS} FROM follows WHERE "  # noqa: S608 - constants


@dataclass(slots=True)
class Followed:
    """Followed thing while an answer about it is looked at.

    Attributes:
        id, kind, address, title, added_at, failure: as those of `Follow`.
        state: what was last known, JSON-serializable; empty before the first answer.
        wanted: requests that are still to be made for it, such as `best:osu`, in order.
        looked_at, checked_at: Unix times in seconds; written back.
        is_first: whether nothing was known of it: then nothing is a change.
    """

    id: int
    kind: FollowKind
    address: str
    title: str
    added_at: int
    looked_at: int
    checked_at: int
    failure: str
    state: dict[str, Any]
    wanted: list[str]
    is_first: bool

    def want(self, request: str) -> None:
        """Ask for a request, unless it is wanted already."""
        if request not in self.wanted:
            self.wanted.append(request)

    def done(self, request: str) -> None:
        """Note that a request was made."""
        if request in self.wanted:
            self.wanted.remove(request)


@dataclass
class Look:
    """Context of a detection: a response, the database in a transaction, and what was found so far.

    Attributes:
        connection: of the database.
        observation: the answer.
        differences: what the other topics found in it.
        changes: number of changes that were found.
    """

    connection: sqlite3.Connection
    observation: Observation
    differences: Sequence[Difference] = ()
    changes: int = 0
    _followed: dict[str, Followed] = field(default_factory=dict)
    _before: dict[int, tuple[Any, ...]] = field(default_factory=dict)

    @property
    def at(self) -> int:
        """When the answer was sent (Unix time in seconds)."""
        return self.observation.at

    @property
    def segments(self) -> tuple[str, ...]:
        """Segments of the path below `/api/v2/`; ("",) for another path."""
        return self.observation.segments or ("",)

    def param(self, name: str) -> str:
        """Return a parameter that is sent once; "" without it."""
        return self.observation.param(name)

    # --- followed things -----------------------------------------------------------------------

    def one(self, address: str) -> Followed | None:
        """Return the followed thing at an address, or None."""
        return self.followed([address]).get(address)

    def followed(self, addresses: Iterable[str]) -> dict[str, Followed]:
        """Return the followed things among addresses, by address.

        Those of which a later answer was looked at already are left out.
        """
        wanted = list(dict.fromkeys(addresses))
        unknown = [one for one in wanted if one not in self._followed]
        for start in range(0, len(unknown), _AT_ONCE):
            some = unknown[start : start + _AT_ONCE]
            self._read(f"address IN ({', '.join('?' * len(some))})", some)
        return self._fit(wanted)

    def of_kind(self, kind: FollowKind) -> dict[str, Followed]:
        """Return all followed things of a kind, by address; see `followed`."""
        return self._fit(self._read("kind = ?", [str(kind)]))

    def by_ids(self, ids: Sequence[int]) -> list[Followed]:
        """Return followed things by their ids."""
        found = []
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            found += self._read(f"id IN ({', '.join('?' * len(some))})", some)
        return [self._followed[one] for one in found]

    def _fit(self, addresses: Iterable[str]) -> dict[str, Followed]:
        found = {one: self._followed[one] for one in addresses if one in self._followed}
        return {address: one for address, one in found.items() if one.state.get("at", 0) <= self.at}

    def _read(self, condition: str, values: Sequence[object]) -> list[str]:
        addresses = []
        for row in self.connection.execute(_SELECT + condition, values).fetchall():
            number, kind, address, title, added, looked, checked, failure, state, wanted = row
            if kind not in _KINDS:
                continue
            addresses.append(address)
            if address in self._followed:
                continue
            known = _object(state)
            self._before[number] = (added, looked, checked, failure, state, wanted)
            self._followed[address] = Followed(
                number,
                FollowKind(kind),
                address,
                title,
                added,
                looked,
                checked,
                failure,
                known,
                wanted.split(),
                "at" not in known,
            )
        return addresses

    def checked(self, thing: Followed, *, is_page: bool = False) -> None:
        """Note that this answer was the regular check of a thing.

        Args:
            thing: the thing.
            is_page: whether the answer is what its own page shows.
        """
        thing.checked_at = self.at
        thing.state["at"] = self.at
        if thing.state.pop("gone", False):
            self.add(thing, ChangeKind.BACK, {}, is_page=is_page)
        thing.failure = ""
        if is_page and not self.observation.is_background:
            thing.looked_at = max(thing.looked_at, self.at)

    def gone(self, thing: Followed, status: int = 0) -> None:
        """Note that the server does not know a thing any more: a change, once."""
        thing.checked_at = self.at
        thing.failure = GONE
        thing.wanted.clear()
        if not thing.state.get("gone"):
            thing.state["gone"] = True
            self.add(thing, ChangeKind.GONE, {"status": status})

    def save(self) -> list[int]:
        """Write the followed things that are others now. Returns their ids."""
        saved = []
        for thing in self._followed.values():
            added, looked, checked, failure, state, wanted = self._before[thing.id]
            after = (
                added,
                thing.looked_at,
                thing.checked_at,
                thing.failure,
                as_json(thing.state) if thing.state else "",
                " ".join(thing.wanted),
            )
            if after == (added, looked, checked, failure, state, wanted):
                continue
            saved.append(thing.id)
            self.connection.execute(
                "UPDATE follows SET looked_at = ?, checked_at = ?, failure = ?, state = ?,"
                " wanted = ? WHERE id = ?",
                (*after[1:], thing.id),
            )
        return saved

    def forget(self) -> None:
        """Forget what was known of these things: the next answers are the first again."""
        self.connection.executemany(
            "UPDATE follows SET state = '', wanted = '' WHERE id = ?",
            [(thing.id,) for thing in self._followed.values()],
        )

    # --- changes -------------------------------------------------------------------------------

    def add(
        self,
        thing: Followed,
        kind: ChangeKind,
        data: Mapping[str, Any],
        *,
        topic: str = "",
        is_page: bool = False,
        at: int | None = None,
    ) -> None:
        """Add a change.

        Args:
            thing: the followed thing.
            kind: its kind.
            data: as the kind says.
            topic: see `add_change`.
            is_page: whether the answer is what the thing's own page shows: then the person has
                seen the change, unless the answer came in the background.
            at: when it happened, if that is known and not later than the answer.
        """
        number = add_change(
            self.connection,
            thing.id,
            self.at if at is None else min(at, self.at),
            kind,
            data,
            topic=topic,
            is_read=is_page and not self.observation.is_background,
        )
        self.changes += 1
        if number % _TRIMMED_EVERY == 0:
            trim(self.connection)

    def is_known(self, thing: Followed, kind: ChangeKind, topic: str) -> bool:
        """Whether a change of a kind and topic is written, read or not."""
        row = self.connection.execute(
            "SELECT 1 FROM changes WHERE follow = ? AND kind = ? AND topic = ? LIMIT 1",
            (thing.id, str(kind), topic),
        ).fetchone()
        return row is not None

    def rename(self, thing: Followed, before: str, after: str) -> None:
        """Give a thing its new title, unless the person gave it another one."""
        self.connection.execute(
            "UPDATE follows SET title = ? WHERE id = ? AND title = ?",
            (plain(after, 300), thing.id, plain(before, 300)),
        )

    def unread(self, thing: Followed, kind: ChangeKind, topic: str) -> Unread | None:
        """Return the unread change of a kind and topic of this day, to be brought up to date."""
        row = self.connection.execute(
            "SELECT id, at, data FROM changes WHERE follow = ? AND at >= ? AND kind = ?"
            " AND topic = ? AND is_read = 0 ORDER BY at DESC LIMIT 1",
            (thing.id, start_of(day_of(self.at)), str(kind), topic),
        ).fetchone()
        return None if row is None else Unread(row[0], _object(row[2]))

    def replace(self, unread: Unread, data: Mapping[str, Any]) -> None:
        """Bring an unread change up to date."""
        self.connection.execute(
            "UPDATE changes SET at = ?, data = ? WHERE id = ?",
            (self.at, as_json(bounded(data)), unread.id),
        )
        self.changes += 1

    def remove(self, unread: Unread) -> None:
        """Delete an unread change: it was taken back."""
        self.connection.execute("DELETE FROM changes WHERE id = ?", (unread.id,))
        self.changes += 1

    def of(self, what: str) -> Iterator[Difference]:
        """Yield what the other topics found of one sort."""
        return (one for one in self.differences if one.what == what)


@dataclass(frozen=True, slots=True)
class Unread:
    """Unread change that can be brought up to date."""

    id: int
    data: dict[str, Any]


def trim(connection: sqlite3.Connection, most: int = MOST_CHANGES) -> None:
    """Delete the changes that are too many: the oldest ones, those that were read first."""
    count: int = connection.execute("SELECT COUNT(*) FROM changes").fetchone()[0]
    if count > most:
        connection.execute(
            "DELETE FROM changes WHERE id IN"
            " (SELECT id FROM changes ORDER BY is_read DESC, at, id LIMIT ?)",
            (count - most,),
        )


def _object(text: str) -> dict[str, Any]:
    """Return the JSON object in a text; empty if there is none."""
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):  # a damaged row
        return {}
    return found if isinstance(found, dict) else {}

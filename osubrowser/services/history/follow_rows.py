"""Rows of what is followed: reading, writing, and taking them back. Blocking, for workers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from osubrowser.services.history.followable import FollowKind

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.store import HistoryStore

MOST_FOLLOWS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Follow:
    """Followed thing.

    Attributes:
        kind: its kind.
        address: address at osu! without the origin, such as `/users/2`; the unique key. A mapper
            is `/users/2#beatmaps`.
        title: display name.
        picture: URL of a picture, or "".
        group: name of its group, or "".
        note: the person's note, with line breaks.
        is_muted: whether its changes make no notifications.
        added_at: when it was followed (Unix time in seconds).
        looked_at: when the person looked at its page or read its changes last; 0 for never.
        checked_at: when the server was asked last, by anything; 0 for never.
        failure: why the last check failed: `gone`, `forbidden`, `refused`, `unreadable` or
            `offline`; "" if it did not.
        unread: number of unread changes.
        id: its id; 0 until it is written.
    """

    kind: FollowKind
    address: str
    title: str
    picture: str = ""
    group: str = ""
    note: str = ""
    is_muted: bool = False
    added_at: int = 0
    looked_at: int = 0
    checked_at: int = 0
    failure: str = ""
    unread: int = 0
    id: int = 0


@dataclass(slots=True)
class Removed:
    """Thing that is not followed any more, with what is needed to undo that.

    Attributes:
        follow: the thing.
        position: its place in the order.
        row, changes: the stored rows, filled on the worker.
    """

    follow: Follow
    position: int
    row: tuple[Any, ...] = ()
    changes: list[tuple[Any, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Marked:
    """Changes that were marked as read, to undo that.

    Attributes:
        ids: ids of the changes that were unread, filled on the worker.
    """

    ids: list[int] = field(default_factory=list)


_COLUMNS: Final = (
    "kind, address, title, picture, grouping, note, is_muted, added_at, looked_at, checked_at,"
    " failure"
)
_ALL_COLUMNS: Final = f"id, {_COLUMNS}, state, wanted"
_SELECT: Final = f"SELECT id, {_COLUMNS} FROM follows"  # noqa: S608 - constants
_SELECT_ALL: Final = f"SELECT {_ALL_COLUMNS} FROM follows"  # noqa: S608 - constants
_UPDATE: Final = "UPDATE follows SET "
_INSERT: Final = "INSERT INTO follows "
_CHANGES_WITH: Final = "SELECT id FROM changes WHERE "
_WRITABLE: Final = frozenset({"title", "note", "grouping", "is_muted"})


def read_follows(store: HistoryStore) -> list[Follow]:
    """Return everything that is followed, in the order of following.

    Raises:
        OSError: the file cannot be read.
    """
    with store.read() as connection:
        unread: dict[int, int] = dict(
            connection.execute(
                "SELECT follow, COUNT(*) FROM changes WHERE is_read = 0 GROUP BY follow"
            ).fetchall()
        )
        rows = connection.execute(_SELECT + " ORDER BY id").fetchall()
    known = {str(kind) for kind in FollowKind}
    return [
        Follow(
            FollowKind(row[1]),
            address=row[2],
            title=row[3],
            picture=row[4],
            group=row[5],
            note=row[6],
            is_muted=bool(row[7]),
            added_at=row[8],
            looked_at=row[9],
            checked_at=row[10],
            failure=row[11],
            unread=unread.get(row[0], 0),
            id=row[0],
        )
        for row in rows
        if row[1] in known
    ]


def add_follows(store: HistoryStore, follows: Iterable[Follow]) -> None:
    """Write new followed things; those that are followed already stay as they are.

    Raises:
        OSError: the file cannot be written.
    """
    with store.change() as connection:
        for one in follows:
            connection.execute(
                "INSERT INTO follows (kind, address, title, picture, grouping, note, is_muted,"
                " added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO NOTHING",
                (
                    str(one.kind),
                    one.address,
                    one.title,
                    one.picture,
                    one.group,
                    one.note,
                    int(one.is_muted),
                    one.added_at,
                ),
            )


def change_follow(store: HistoryStore, address: str, values: Mapping[str, Any]) -> None:
    """Change columns of a followed thing.

    Args:
        store: the history.
        address: of the thing.
        values: by column: `title`, `note`, `grouping`, `is_muted`.

    Raises:
        OSError: the file cannot be written.
    """
    names = sorted(values.keys() & _WRITABLE)
    if not names:
        return
    assigned = ", ".join(f"{name} = ?" for name in names)
    with store.change() as connection:
        connection.execute(
            _UPDATE + assigned + " WHERE address = ?",
            (*(values[name] for name in names), address),
        )


def rename_group(store: HistoryStore, group: str, name: str) -> None:
    """Move everything in a group to another one; "" for no group.

    Raises:
        OSError: the file cannot be written.
    """
    with store.change() as connection:
        connection.execute("UPDATE follows SET grouping = ? WHERE grouping = ?", (name, group))


def remove_follow(store: HistoryStore, removed: Removed) -> None:
    """Delete a followed thing and its changes, and put their rows into `removed`.

    Raises:
        OSError: the file cannot be written.
    """
    with store.change() as connection:
        row = connection.execute(
            _SELECT_ALL + " WHERE address = ?",
            (removed.follow.address,),
        ).fetchone()
        if row is None:
            return
        removed.row = row
        removed.changes = connection.execute(
            "SELECT id, follow, at, kind, topic, data, is_read FROM changes WHERE follow = ?",
            (row[0],),
        ).fetchall()
        connection.execute("DELETE FROM changes WHERE follow = ?", (row[0],))
        connection.execute("DELETE FROM follows WHERE id = ?", (row[0],))
        drop_standing(connection, removed.follow.address)


def restore_follow(store: HistoryStore, removed: Removed) -> None:
    """Write the rows of a removed thing again, unless it was followed anew meanwhile.

    Raises:
        OSError: the file cannot be written.
    """
    if not removed.row:
        return
    with store.change() as connection:
        marks = ", ".join("?" * len(removed.row))
        done = connection.execute(
            _INSERT + f"({_ALL_COLUMNS}) VALUES ({marks}) ON CONFLICT DO NOTHING",
            removed.row,
        )
        if done.rowcount == 1:
            connection.executemany(
                "INSERT OR IGNORE INTO changes (id, follow, at, kind, topic, data, is_read)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                removed.changes,
            )


def drop_standing(connection: sqlite3.Connection, address: str) -> None:
    """Delete the standings of a player who is not followed any more, in a transaction."""
    player = address.removeprefix("/users/")
    if player.isdecimal():
        connection.execute("DELETE FROM standings WHERE player = ? AND is_me = 0", (int(player),))


def mark_read(
    store: HistoryStore,
    marked: Marked,
    now: int,
    *,
    address: str | None = None,
    ids: Sequence[int] | None = None,
    until: int | None = None,
) -> None:
    """Mark changes as read; all if nothing is given. Their ids are put into `marked`.

    Args:
        store: the history.
        marked: what was marked.
        now: Unix time in seconds, the new `looked_at` of `address`, or of all.
        address: of the thing whose changes are meant.
        ids: of the changes that are meant.
        until: Unix time of the last change that is meant.

    Raises:
        OSError: the file cannot be written.
    """
    conditions, values = ["is_read = 0"], list[Any]()
    if address is not None:
        conditions.append("follow = (SELECT id FROM follows WHERE address = ?)")
        values.append(address)
    if until is not None:
        conditions.append("at <= ?")
        values.append(until)
    with store.change() as connection:
        found = connection.execute(
            _CHANGES_WITH + " AND ".join(conditions),
            values,
        )
        wanted = None if ids is None else set(ids)
        marked.ids = [row[0] for row in found if wanted is None or row[0] in wanted]
        _set_read(connection, marked.ids, True)
        if address is not None:
            connection.execute("UPDATE follows SET looked_at = ? WHERE address = ?", (now, address))
        elif ids is None:
            connection.execute("UPDATE follows SET looked_at = ?", (now,))


def mark_unread(store: HistoryStore, marked: Marked) -> None:
    """Mark changes as unread again.

    Raises:
        OSError: the file cannot be written.
    """
    with store.change() as connection:
        _set_read(connection, marked.ids, False)


def _set_read(connection: sqlite3.Connection, ids: Iterable[int], is_read: bool) -> None:
    connection.executemany(
        "UPDATE changes SET is_read = ? WHERE id = ?", [(int(is_read), number) for number in ids]
    )

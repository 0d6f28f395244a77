"""Deletion of histories: of one player, or of everything but what is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.history.subjects import SubjectKind
from osubrowser.services.history.transfer.merge import tables, tables_of_players

if TYPE_CHECKING:
    from osubrowser.services.history.store import HistoryStore

_FOLLOWS: Final = frozenset({"follows", "changes"})


def delete_player(store: HistoryStore, player: int) -> int:
    """Delete a player's snapshots in all rulesets, best lists, events and name. Blocks.

    What is followed stays, with its list of changes; so do pages of rankings, which are those of
    everybody on them.

    Args:
        store: the history.
        player: id of the player.

    Returns:
        The number of rows deleted.

    Raises:
        OSError: the history cannot be written; nothing was deleted.
    """
    count = 0
    with store.change() as connection:
        for table in ("snapshots", "names"):
            count += connection.execute(
                f"DELETE FROM {table} WHERE kind = ? AND key = ?",  # noqa: S608 - names of the schema
                (int(SubjectKind.PLAYER), player),
            ).rowcount
        for table in tables_of_players(connection):
            count += connection.execute(f"DELETE FROM {table} WHERE player = ?", (player,)).rowcount  # noqa: S608 - names of the schema
    return count


def delete_all(store: HistoryStore) -> int:
    """Delete everything but what is followed and its list of changes. Blocks.

    Returns:
        The number of rows deleted.

    Raises:
        OSError: the history cannot be written; part of it may be deleted.
    """
    with store.read() as connection:
        names = ["snapshots", *(name for name in tables(connection) if name not in _FOLLOWS)]
    count = 0
    for table in names:
        with store.change() as connection:
            # Without a condition SQLite empties the table at once, row by row no more.
            count += connection.execute(f"DELETE FROM {table}").rowcount  # noqa: S608 - names of the schema
    return count

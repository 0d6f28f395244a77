"""Deletion of histories: of one player, or of everything but what is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.history.subjects import SubjectKind
from osubrowser.services.history.transfer.merge import (
    NOT_IN_FILES,
    OWN_RECORDS,
    tables,
    tables_of_players,
)

if TYPE_CHECKING:
    from osubrowser.services.history.store import HistoryStore

_FOLLOWS: Final = frozenset({"follows", "changes"})
_SERIES: Final = ("series", "newest")


def delete_player(store: HistoryStore, player: int) -> int:
    """Delete a player's snapshots in all rulesets, best lists, events and name. Blocks.

    What is followed stays, with its list of changes; so do pages of rankings, which are those of
    everybody on them.

    Args:
        store: the history.
        player: id of the player.

    Returns:
        The number of snapshots, plays and other rows that were deleted.

    Raises:
        OSError: the history cannot be written; nothing was deleted.
    """
    who = (int(SubjectKind.PLAYER), player)
    with store.change() as connection:
        (count,) = connection.execute(
            "SELECT coalesce(sum(number), 0) FROM newest WHERE kind = ? AND key = ?", who
        ).fetchone()
        for table in (*_SERIES, "names"):
            deleted = connection.execute(
                f"DELETE FROM {table} WHERE kind = ? AND key = ?",  # noqa: S608 - a constant
                who,
            ).rowcount
            count += 0 if table in _SERIES else deleted
        for table in tables_of_players(connection):
            deleted = connection.execute(
                f"DELETE FROM {table} WHERE player = ?",  # noqa: S608 - a name of the schema
                (player,),
            ).rowcount
            count += 0 if table in NOT_IN_FILES else deleted
    return int(count)


def delete_all(store: HistoryStore) -> int:
    """Delete everything but what is followed and its list of changes. Blocks.

    Returns:
        The number of snapshots, plays and other rows that were deleted.

    Raises:
        OSError: the history cannot be written; nothing was deleted, or the file is not smaller.
    """
    with store.change() as connection:
        (count,) = connection.execute("SELECT coalesce(sum(number), 0) FROM newest").fetchone()
        names = [name for name in tables(connection) if name not in _FOLLOWS]
        for table in (*sorted(OWN_RECORDS), *names):
            # Without a condition SQLite empties a table at once, not row by row.
            deleted = connection.execute(f"DELETE FROM {table}").rowcount  # noqa: S608 - likewise
            count += 0 if table in _SERIES else deleted
    store.compact()
    return int(count)

"""Summary of a history: its size, and the numbers of its snapshots and players."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from osubrowser.services.history.subjects import SubjectKind

if TYPE_CHECKING:
    from osubrowser.services.history.store import HistoryStore


@dataclass(frozen=True, slots=True)
class Summary:
    """Size of a history, and numbers of what it has.

    Attributes:
        size: of the file and its log, in bytes.
        snapshots: number of snapshots.
        players: number of players with snapshots.
        since: Unix time in seconds of the oldest snapshot; 0 without one.
    """

    size: int
    snapshots: int
    players: int
    since: int


def summary_of(store: HistoryStore) -> Summary:
    """Return what a history holds. Blocks.

    Raises:
        OSError: the file cannot be read.
    """
    with store.read() as connection:
        snapshots, players = connection.execute(
            "SELECT coalesce(sum(number), 0), count(DISTINCT CASE kind WHEN ? THEN key END)"
            " FROM newest",
            (int(SubjectKind.PLAYER),),
        ).fetchone()
        (since,) = connection.execute(
            "SELECT min(at) FROM (SELECT min(at) AS at FROM newest"
            " UNION ALL SELECT min(since) FROM series)"
        ).fetchone()
    return Summary(store.size(), snapshots, players, since or 0)

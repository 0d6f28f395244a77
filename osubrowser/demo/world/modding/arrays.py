"""The small arrays that all of modding is kept in: discussions, posts, votes, and events."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterator

NONE = 0xFFFF_FFFF
"""Stands for `nothing` where a number is expected."""

MESSAGE_TYPES = ("suggestion", "problem", "mapper_note", "praise", "hype", "review")
SUGGESTION, PROBLEM, NOTE, PRAISE, HYPE, REVIEW = range(6)

FIRST, REPLY, RESOLVED, REOPENED = range(4)
"""What a post is: the two last are the system's."""

EVENT_TYPES = (
    "nominate",
    "qualify",
    "rank",
    "love",
    "nomination_reset",
    "nomination_reset_received",
    "disqualify",
    "kudosu_gain",
    "kudosu_lost",
    "genre_edit",
    "language_edit",
    "nsfw_toggle",
    "offset_edit",
    "tags_edit",
    "issue_resolve",
    "issue_reopen",
    "beatmap_owner_change",
    "kudosu_deny",
    "discussion_lock",
    "discussion_unlock",
)
EVENT = {name: number for number, name in enumerate(EVENT_TYPES)}
PUBLIC = frozenset(range(EVENT["kudosu_deny"]))
"""The events that tell who caused them; the others are the moderators'."""

_SLICE = 40_000_000


class Table:
    """Rows in columns: each row has a time in seconds since osu! opened.

    Args:
        columns: the name and the array type of each column but the time.
    """

    def __init__(self, **columns: str) -> None:
        self.time = array("I")
        self.columns = {name: array(kind) for name, kind in columns.items()}

    def __len__(self) -> int:
        return len(self.time)

    def __getitem__(self, name: str) -> array[int]:
        return self.columns[name]

    def add(self, when: int, **values: int) -> int:
        """Add a row, and return its number."""
        self.time.append(when)
        for name, column in self.columns.items():
            column.append(values[name])
        return len(self.time) - 1

    def sort(self) -> array[int]:
        """Sort the rows by time, and return the new number of each old one."""
        buckets: dict[int, list[int]] = {}
        for row, when in enumerate(self.time):
            buckets.setdefault(when // _SLICE, []).append(row)
        order: list[int] = []
        for key in sorted(buckets):
            time.sleep(0)  # let the window have the interpreter
            order += sorted(buckets[key], key=self.time.__getitem__)
        self.time = array("I", map(self.time.__getitem__, order))
        for name, column in self.columns.items():
            time.sleep(0)
            self.columns[name] = array(column.typecode, map(column.__getitem__, order))
        renumbered = array("I", bytes(4 * len(order)))
        for new, old in enumerate(order):
            renumbered[old] = new
        return renumbered

    def point(self, name: str, renumbered: array[int]) -> None:
        """Let a column that holds row numbers of another table follow that table's `sort`."""
        column = self.columns[name]
        self.columns[name] = array("I", (v if v == NONE else renumbered[v] for v in column))


class Chains:
    """Which rows belong together: from the newest of each group to the one before it."""

    def __init__(self, groups: int, column: array[int]) -> None:
        self._newest = array("i", b"\xff" * 4 * groups)
        self._before = array("i", b"\xff" * 4 * len(column))
        for row, group in enumerate(column):
            if group != NONE:
                self._before[row] = self._newest[group]
                self._newest[group] = row

    def of(self, group: int) -> Iterator[int]:
        """Give the rows of a group, newest first."""
        row = self._newest[group]
        while row >= 0:
            yield row
            row = self._before[row]

"""Subjects: the things that a history has snapshots of, or that are followed."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

RULESETS: Final = ("osu", "taiko", "fruits", "mania")


class SubjectKind(IntEnum):
    """Kind of a subject; the numbers are stored."""

    PLAYER = 1
    """A player in one ruleset."""
    BEATMAPSET = 2
    BEATMAP = 3
    TEAM = 4
    """A team in one ruleset."""
    RANKING = 5
    """A ranking, in differences only: its key is in their data."""
    FOLLOW = 6
    """Anything that is followed, by the id of its `Follow`, in differences only."""


class Subject(NamedTuple):
    """Thing with a series of figures.

    Attributes:
        kind: its kind.
        key: its id at osu!.
        ruleset: 0 (osu!) to 3 (mania); 0 for kinds without rulesets.
    """

    kind: SubjectKind
    key: int
    ruleset: int = 0


def player(user_id: int, ruleset: str) -> Subject:
    """Return the subject of a player in a ruleset, by its name in the API.

    Raises:
        ValueError: the ruleset is unknown.
    """
    return Subject(SubjectKind.PLAYER, user_id, RULESETS.index(ruleset))

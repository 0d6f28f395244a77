"""User tags of difficulties and their counts."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.data import load
from osubrowser.demo.world.draws import Draws, between


class Tag(NamedTuple):
    """User tag; its id is its place in `all_tags`, from 1."""

    name: str
    ruleset: int | None
    """The number of the ruleset it is for; None for any."""
    about: str


class _Table(msgspec.Struct, frozen=True):
    tags: tuple[tuple[str, int, str], ...]


@cache
def all_tags() -> tuple[Tag, ...]:
    """Return every tag, in the order of their ids."""
    rows = load("user_tags", _Table).tags
    return tuple(
        Tag(name, None if ruleset < 0 else ruleset, about) for name, ruleset, about in rows
    )


class UserTags:
    """User tags of one world's difficulties."""

    def __init__(self, seed: int, beatmaps: Beatmaps) -> None:
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "user tags")
        self._choices = tuple(
            tuple(id for id, (_, own, _) in enumerate(all_tags(), 1) if own in (ruleset, None))
            for ruleset in range(4)
        )

    def of(self, index: int, difficulty: Difficulty) -> list[tuple[int, int]]:
        """Return the ids of a difficulty's tags and how often each was given, most often first.

        A conversion has those of its original; a set without a leaderboard has none.
        """
        ruleset = 0 if difficulty.convert else difficulty.ruleset
        return self.given(index, difficulty.id, ruleset)

    def given(self, index: int, beatmap_id: int, ruleset: int) -> list[tuple[int, int]]:
        """Return the same of a difficulty that was made for a ruleset."""
        if self._beatmaps.status[index] <= 0:
            return []
        draws = self._draws.at(beatmap_id)
        choice = self._choices[ruleset]
        count = max(0, between(draws[0], -3, 4))
        ids = dict.fromkeys(choice[draw * len(choice) >> 32] for draw in draws[1 : 1 + count])
        given = sorted((1 + (draw >> 20) % 24 for draw in draws[8 : 8 + count]), reverse=True)
        return list(zip(ids, given, strict=False))

    def entity(self, tag: int, *, dated: bool = False) -> dict[str, object]:
        """Return the `Tag` with this id; the tags beside a set carry (empty) dates."""
        name, ruleset, about = all_tags()[tag - 1]
        found: dict[str, object] = {
            "id": tag,
            "name": name,
            "ruleset_id": ruleset,
            "description": f"{about}.",
        }
        return found | ({"created_at": None, "updated_at": None} if dated else {})

    def all(self) -> list[dict[str, object]]:
        """Return every `Tag`."""
        return [self.entity(tag) for tag in range(1, len(all_tags()) + 1)]

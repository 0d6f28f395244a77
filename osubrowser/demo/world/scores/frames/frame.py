"""Replay frame, and what the frames of a play are made from."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.difficulties import Settings
from osubrowser.demo.world.beatmaps.hit_objects import HitObject
from osubrowser.demo.world.scores.results import Hits, Score


class Frame(NamedTuple):
    """Replay frame: cursor and keys at a time in milliseconds of the song."""

    time: int
    x: float
    y: float
    keys: int


class Playing(NamedTuple):
    """Play to be shown: objects, settings of the beatmap, and what it has to come to."""

    objects: Sequence[HitObject]
    settings: Settings
    hits: Hits
    combo: int
    mods: frozenset[str]
    lazer: bool
    rate: float
    keys: int
    accuracy: float
    random: Random

    @property
    def od(self) -> float:
        """Overall difficulty with the mods."""
        od = self.settings.od
        if "HR" in self.mods:
            od = min(10.0, od * 1.4)
        return od / 2 if "EZ" in self.mods else od


def playing(
    play: Score, objects: Sequence[HitObject], settings: Settings, random: Random
) -> Playing:
    """Return what the frames of a score are made from."""
    return Playing(
        objects=objects,
        settings=settings,
        hits=play.result.hits,
        combo=play.result.combo,
        mods=frozenset(play.mods),
        lazer=play.lazer,
        rate=play.speed,
        keys=play.entry.difficulty.keys,
        accuracy=play.result.accuracy,
        random=random,
    )


def range_at(difficulty: float, least: float, middle: float, most: float) -> float:
    """Return a value that is given at the difficulties 0, 5 and 10."""
    if difficulty > 5:
        return middle + (most - middle) * (difficulty - 5) / 5
    return middle - (middle - least) * (5 - difficulty) / 5

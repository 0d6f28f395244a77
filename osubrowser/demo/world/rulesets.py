"""Rulesets and their statistical parameters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Ruleset: name in the API, number, and statistical parameters."""

    name: str
    id: int
    curve: tuple[tuple[int, float], ...]
    """Points (rank, pp) of the ranking; between them pp falls along a power law."""
    score_per_map: float
    maps_factor: float
    hits_per_play: tuple[int, int]
    seconds_per_play: tuple[int, int]
    accuracy: float
    combo: tuple[int, int]


RULESETS = (
    Ruleset(
        "osu",
        0,
        ((1, 34100), (5, 28200), (50, 21200), (300, 17300), (1000, 14750), (10000, 9450)),
        13_500_000,
        1.0,
        (210, 330),
        (42, 88),
        97.9,
        (5200, 9800),
    ),
    Ruleset(
        "taiko",
        1,
        ((1, 21800), (5, 19300), (50, 15200), (300, 11600), (1000, 8600), (10000, 2650)),
        1_150_000,
        1.3,
        (280, 520),
        (50, 95),
        97.7,
        (5200, 9400),
    ),
    Ruleset(
        "fruits",
        2,
        ((1, 24300), (5, 20400), (50, 13900), (300, 8800), (1000, 5700), (10000, 1480)),
        8_900_000,
        1.1,
        (180, 300),
        (48, 90),
        98.9,
        (5200, 9800),
    ),
    Ruleset(
        "mania",
        3,
        ((1, 31600), (5, 28100), (50, 22900), (300, 18600), (1000, 15100), (10000, 8300)),
        930_000,
        2.1,
        (360, 760),
        (55, 105),
        96.6,
        (6200, 17500),
    ),
)
"""All rulesets in the order of their numbers."""

BY_NAME = {ruleset.name: ruleset for ruleset in RULESETS}
"""Each ruleset by its name in the API (catch is `fruits`)."""

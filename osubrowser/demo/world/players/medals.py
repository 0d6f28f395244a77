"""Medals and their API objects."""

from __future__ import annotations

from functools import cache

import msgspec

from osubrowser.demo.world.data import load
from osubrowser.demo.world.draws import Draws, between, chance
from osubrowser.demo.world.rulesets import RULESETS

COUNT = 340
"""Medals have the numbers from 1 to one less than this."""


class _Parts(msgspec.Struct, frozen=True):
    first: tuple[str, ...]
    second: tuple[str, ...]
    groups: tuple[tuple[str, str, bool], ...]


@cache
def _parts() -> _Parts:
    return load("medals", _Parts)


class Medals:
    """All medals of one world."""

    def __init__(self, seed: int) -> None:
        self._draws = Draws(seed, "medals")

    def entity(self, medal: int) -> dict[str, object]:
        """Return the `Achievement` of the API."""
        draws, parts = self._draws.at(medal), _parts()
        second, first = divmod(medal, len(parts.first))
        name = f"{parts.first[first]} {parts.second[second % len(parts.second)]}"
        grouping, description, own_ruleset = parts.groups[medal % len(parts.groups)]
        slug = f"all-{name.lower().replace(' ', '-')}"
        mode = RULESETS[medal // len(parts.groups) % 4].name if own_ruleset else None
        count = between(draws[0], 900, 4_000_000)
        return {
            "icon_url": f"https://assets.ppy.sh/medals/web/{slug}.png",
            "id": medal,
            "name": name,
            "description": description.format(n=between(draws[1], 2, 9)),
            "grouping": grouping,
            "ordering": medal % 8,
            "slug": slug,
            "mode": mode,
            "instructions": "<i>Just keep going.</i>" if chance(draws[2], 0.5) else None,
            "achieved_count": count,
            "achieved_percent": count / 20_000_000,
        }

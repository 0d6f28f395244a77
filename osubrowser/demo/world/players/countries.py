"""Countries, and their shares of each ruleset's players."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from osubrowser.demo.world.data import load


@dataclass(frozen=True, slots=True)
class Country:
    """Country: two-letter code, English name, share of each ruleset's players."""

    code: str
    name: str
    shares: tuple[float, float, float, float]
    """Relative weights for osu, taiko, fruits, mania."""

    def entity(self) -> dict[str, object]:
        """Return the `{code, name}` object of the API."""
        return {"code": self.code, "name": self.name}


class _Table(msgspec.Struct, frozen=True):
    countries: tuple[tuple[str, str, tuple[float, float, float, float]], ...]


@cache
def countries() -> tuple[Country, ...]:
    """Return all countries; an account stores its country as an index of this tuple."""
    return tuple(Country(*row) for row in load("countries", _Table).countries)


@cache
def country_numbers() -> dict[str, int]:
    """Return the index in `countries` of each code."""
    return {country.code: number for number, country in enumerate(countries())}

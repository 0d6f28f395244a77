"""Difficulties of beatmapsets: names, stars, owners, object counts, conversions."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from osubrowser.demo.world.draws import Draws, between, chance, number, pick, spread, unit

FIRST_ID, ID_STEP, MOST = 1_200, 251, 14
"""Where the ids of beatmaps begin, how many ids a set has for itself, and how many it uses."""

COLLAB = "Collab Expert"
"""The name of a difficulty that several people made."""

_SPREADS = (
    (
        ("Easy", 1.6),
        ("Normal", 2.2),
        ("Hard", 3.4),
        ("Insane", 4.7),
        ("Expert", 5.8),
        ("Extra", 6.6),
    ),
    (("Kantan", 1.5), ("Futsuu", 2.1), ("Muzukashii", 3.2), ("Oni", 4.4), ("Inner Oni", 5.4)),
    (("Cup", 1.5), ("Salad", 2.2), ("Platter", 3.1), ("Rain", 4.2), ("Overdose", 5.6)),
    (("EZ", 1.4), ("NM", 2.1), ("HD", 3.0), ("MX", 4.0), ("SC", 5.1), ("EX", 6.2)),
)
_FINALES = (
    "Extreme",
    COLLAB,
    "Another",
    "Nirvana",
    "Finale",
    "Eternal Recurrence",
    "終焉",
)
_HYBRIDS = (("Taiko Oni", 1, 0, 4.3), ("Rain", 2, 0, 4.0), ("[4K] HD", 3, 4, 3.1))
_CONVERTED = (1.0, 0.79, 0.74, 0.68)


class Difficulty(NamedTuple):
    """Record of a difficulty or of a conversion."""

    id: int
    version: str
    stars: float
    """How hard it is in its ruleset."""
    owner: int
    """The account that made it; of several, the first."""
    ruleset: int
    keys: int
    """How many keys it needs; 0 outside osu!mania."""
    density: float
    """How full it is: what its objects are drawn from. A conversion does not change it."""
    convert: bool = False
    """Whether it was made for osu! and is played in another ruleset."""


class Counts(NamedTuple):
    """Object counts of a difficulty."""

    circles: int
    sliders: int
    """Sliders, drum rolls, hold notes."""
    spinners: int
    ticks: int
    """Slider ticks: droplets in osu!catch."""
    repeats: int
    """Turning points of sliders: fruits in osu!catch."""
    tiny: int = 0
    """Tiny droplets, in osu!catch."""
    tails: int = 0
    """Sliders long enough to be let go of before their end, in osu!."""
    singles: int = 0
    """Sliders of which the only tick or turning point can be lost, in osu!."""

    @property
    def between(self) -> int:
        """How many ticks and turning points lie between the ends of sliders."""
        return self.ticks + self.repeats


class Settings(NamedTuple):
    """Difficulty settings with one decimal; for osu!mania `cs` is the number of keys."""

    od: float
    ar: float
    cs: float
    drain: float


class Difficulties:
    """Generator of the difficulties of one world's beatmapsets."""

    def __init__(self, seed: int, sets: int, guest: Callable[[int, int], int]) -> None:
        """Make the difficulties of `sets` beatmapsets.

        Args:
            guest: turns a draw and a set into the account of somebody who made beatmaps by then.
        """
        self._draws = Draws(seed, "beatmaps")
        self._hybrids = Draws(seed, "hybrids")
        self._sets = sets
        self._guest = guest

    def of(
        self,
        index: int,
        ruleset: int,
        mapper: int,
        first_id: int | None,
        name: Callable[[int], str],
    ) -> list[Difficulty]:
        """Return a set's difficulties, easiest first; those of a second ruleset come last.

        Args:
            first_id: the id of the first; None for the drawn one.
            name: turns an account into its name.
        """
        draws, owners = self._draws.at(index), self._draws.at(self._sets + index)
        if first_id is None:
            first_id = FIRST_ID + index * ID_STEP + draws[15] % (ID_STEP - MOST)
        names = _SPREADS[ruleset]
        first = between(draws[0], 0, 2)
        last = max(first, between(draws[1], 2, len(names) - 1))
        keys = (7 if chance(draws[2], 0.3) else 4) if ruleset == 3 else 0
        shift = spread(draws[3], -0.35, 0.6)
        found: list[Difficulty] = []
        for place, (version, stars) in enumerate(names[first : last + 1]):
            owner = mapper
            if place and chance(owners[place], 0.16):
                owner = self._guest(owners[place + 8], index)
            if owner != mapper:
                version = f"{name(owner)}'s {version}"
            if keys:
                version = f"[{keys}K] {version}"
            exact = round(max(0.8, stars + shift + unit(draws[4 + place]) * 0.5), 5)
            found.append(Difficulty(first_id + place, version, exact, owner, ruleset, keys, exact))
        if chance(draws[12], 0.4) and ruleset != 3:
            exact = round(found[-1].stars + 0.3 + unit(draws[13]) ** 2 * 2.6, 5)
            version = pick(draws[14], _FINALES)
            id = first_id + len(found)
            found.append(Difficulty(id, version, exact, mapper, ruleset, 0, exact))
        if ruleset == 0:
            found += self._hybrid(index, mapper, first_id + len(found))
        return found

    def second_ruleset(self, index: int) -> int | None:
        """Return the other ruleset that a few osu! sets have a difficulty for, or None."""
        draws = self._hybrids.at(index)
        return pick(draws[1], _HYBRIDS)[1] if chance(draws[0], 0.05) else None

    def _hybrid(self, index: int, mapper: int, id: int) -> list[Difficulty]:
        """Return the difficulty of a second ruleset, if any."""
        if self.second_ruleset(index) is None:
            return []
        draws = self._hybrids.at(index)
        version, ruleset, keys, stars = pick(draws[1], _HYBRIDS)
        exact = round(stars + spread(draws[2], -0.5, 0.9), 5)
        return [Difficulty(id, version, exact, mapper, ruleset, keys, exact)]

    def owners(self, index: int, difficulty: Difficulty) -> list[int]:
        """Return the accounts that made a difficulty: a collaboration has several."""
        owners = [difficulty.owner]
        if difficulty.version.endswith(COLLAB):
            draws = self._hybrids.at(index)
            owners += [self._guest(draw, index) for draw in draws[3 : 4 + draws[6] % 3]]
        return list(dict.fromkeys(owners))

    def of_difficulty(self, difficulty: Difficulty) -> tuple[int, ...]:
        """Return the sixteen draws that belong to one difficulty."""
        return self._draws.at(2 * self._sets + difficulty.id)


def counts(difficulty: Difficulty, length: int, draws: tuple[int, ...]) -> Counts:
    """Return the objects of a difficulty of `length` seconds, from its draws."""
    full = min(7.6, 0.9 + difficulty.density * 0.78)
    objects = int(length * full * spread(draws[1], 0.85, 1.15))
    original = 0 if difficulty.convert else difficulty.ruleset
    low, high = ((0.2, 0.48), (0.0, 0.05), (0.2, 0.5), (0.02, 0.5))[original]
    if original in (0, 2):
        high -= min(0.2, max(0.0, 0.06 * (full - 4)))  # fast songs leave no room for sliders
    sliders = int(objects * spread(draws[2], low, high))
    spinners = 0 if original == 3 else draws[6] % 3
    between = int(sliders * spread(draws[13], 0.15, 0.9)) if original in (0, 2) else 0
    ticks = between // 4
    return Counts(objects - sliders, sliders, spinners, ticks, between - ticks)


def settings(difficulty: Difficulty, draws: tuple[int, ...]) -> Settings:
    """Return how a difficulty is set, from its draws."""
    density = difficulty.density
    native_mania = difficulty.ruleset == 3 and not difficulty.convert
    return Settings(
        od=_setting(3.4 + density * 0.92, draws[4], 10),
        ar=0 if native_mania else _setting(4.2 + density * 0.88, draws[5], 10),
        cs=difficulty.keys or _setting(3.1 + density * 0.2, draws[7], 5),
        drain=_setting(3.0 + density * 0.5, draws[8], 8),
    )


def _setting(centre: float, draw: int, most: float) -> float:
    return number(round(min(most, max(0.0, centre + spread(draw, -0.5, 0.5))), 1))


def max_combo(difficulty: Difficulty, counted: Counts) -> int:
    """Return the longest combo a difficulty allows in its ruleset.

    osu! and catch count both ends of a slider and its ticks; osu! counts a spinner, catch does
    not. Drum rolls and swells do not count. A hold note of osu!mania has two ends.
    """
    circles, sliders, between = counted.circles, counted.sliders, counted.between
    match difficulty.ruleset:
        case 0:
            return circles + 2 * sliders + between + counted.spinners
        case 1:
            return circles + (2 * sliders + between if difficulty.convert else 0)
        case 2:
            return circles + 2 * sliders + between
        case _:
            return circles + 2 * sliders


def converted(difficulty: Difficulty, ruleset: int, draws: tuple[int, ...]) -> Difficulty:
    """Return the conversion of an osu! difficulty to another ruleset."""
    stars = round(difficulty.stars * _CONVERTED[ruleset] * spread(draws[14], 0.9, 1.1), 5)
    found = difficulty._replace(stars=stars, ruleset=ruleset, convert=True)
    if ruleset != 3:
        return found
    keys = between(draws[15], 4, 7)
    return found._replace(keys=keys, version=f"[{keys}K] {difficulty.version}")

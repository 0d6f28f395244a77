"""The game's mods: the acronyms of each ruleset, the bits of stable, and how requests name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_ALL = "EZ NF HT DC HR SD PF DT NC HD FL AC DA CL MU WU WD AT CN TD SV2"
_OSU = "RX AP SO BL ST TP RD MR AL SG TR WG SI GR DF AD NS MG RP AS FR BU SY DP BM TC"
_TAIKO = "RX RD CS SG SW SR AS"
_CATCH = "RX MR FF NS MF"
_MANIA = "FI CO NR RD DS MR IN CS HO AS 1K 2K 3K 4K 5K 6K 7K 8K 9K 10K"

OF_RULESET = tuple(frozenset(f"{_ALL} {own}".split()) for own in (_OSU, _TAIKO, _CATCH, _MANIA))
"""The acronyms that each ruleset knows, by its number."""

BITS = {
    "NF": 1 << 0,
    "EZ": 1 << 1,
    "TD": 1 << 2,
    "HD": 1 << 3,
    "HR": 1 << 4,
    "SD": 1 << 5,
    "DT": 1 << 6,
    "RX": 1 << 7,
    "HT": 1 << 8,
    "NC": 1 << 9,
    "FL": 1 << 10,
    "AT": 1 << 11,
    "SO": 1 << 12,
    "AP": 1 << 13,
    "PF": 1 << 14,
    "4K": 1 << 15,
    "5K": 1 << 16,
    "6K": 1 << 17,
    "7K": 1 << 18,
    "8K": 1 << 19,
    "FI": 1 << 20,
    "RD": 1 << 21,
    "CN": 1 << 22,
    "TP": 1 << 23,
    "9K": 1 << 24,
    "CO": 1 << 25,
    "1K": 1 << 26,
    "3K": 1 << 27,
    "2K": 1 << 28,
    "SV2": 1 << 29,
    "MR": 1 << 30,
}
"""The bit of each mod of stable. NC comes with DT, PF with SD."""

_IMPLIED = {"NC": "DT", "PF": "SD"}


class GameMod(NamedTuple):
    """A mod as somebody asked for it."""

    acronym: str
    settings: Mapping[str, object]


def from_bits(bits: int) -> list[GameMod]:
    """Return the mods that a number of stable stands for."""
    names = [name for name, bit in BITS.items() if bits & bit]
    implied = {_IMPLIED[name] for name in names if name in _IMPLIED}
    return [GameMod(name, {}) for name in names if name not in implied]


def read_mods(value: object) -> list[GameMod] | None:
    """Return the mods of a request: bits, acronyms, or objects; None if it is none of these."""
    if value is None or value == "" or value == []:
        return []
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return from_bits(value)
    if not isinstance(value, list):
        return None
    if len(value) == 1 and isinstance(value[0], str) and value[0].isdigit():
        return from_bits(int(value[0]))
    found: list[GameMod] = []
    for one in value:
        acronym = one.get("acronym") if isinstance(one, dict) else one
        settings = one.get("settings") if isinstance(one, dict) else None
        if not isinstance(acronym, str):
            return None
        found.append(GameMod(acronym.upper(), settings if isinstance(settings, dict) else {}))
    return found


def speed_of(mods: list[GameMod]) -> float:
    """Return how much faster than the song mods make a beatmap."""
    for mod in mods:
        usual = {"DT": 1.5, "NC": 1.5, "HT": 0.75, "DC": 0.75}.get(mod.acronym)
        if usual is not None:
            change = mod.settings.get("speed_change", usual)
            return float(change) if isinstance(change, int | float) else usual
    return 1.0

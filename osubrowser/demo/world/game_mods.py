"""The game's mods: the acronyms of each ruleset, the bits of stable, and how requests name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from osubrowser.api.mods import INCLUDED_MODS, MOD_RATES, SINGLE_BITS

_ALL = "EZ NF HT DC HR SD PF DT NC HD FL AC DA CL MU WU WD AT CN TD SV2"
_OSU = "RX AP SO BL ST TP RD MR AL SG TR WG SI GR DF AD NS MG RP AS FR BU SY DP BM TC"
_TAIKO = "RX RD CS SG SW SR AS"
_CATCH = "RX MR FF NS MF"
_MANIA = "FI CO NR RD DS MR IN CS HO AS 1K 2K 3K 4K 5K 6K 7K 8K 9K 10K"

OF_RULESET = tuple(frozenset(f"{_ALL} {own}".split()) for own in (_OSU, _TAIKO, _CATCH, _MANIA))
"""The acronyms that each ruleset knows, by its number."""

BITS = {"SV2" if name == "V2" else name: bit for name, bit in SINGLE_BITS.items()}
"""The bit of each mod of stable. NC comes with DT, PF with SD."""


class GameMod(NamedTuple):
    """A mod as somebody asked for it."""

    acronym: str
    settings: Mapping[str, object]


def from_bits(bits: int) -> list[GameMod]:
    """Return the mods that a number of stable stands for."""
    names = [name for name, bit in BITS.items() if bits & bit]
    implied = {INCLUDED_MODS[name] for name in names if name in INCLUDED_MODS}
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
        usual = MOD_RATES.get(mod.acronym)
        if usual is not None:
            change = mod.settings.get("speed_change", usual)
            return float(change) if isinstance(change, int | float) else usual
    return 1.0

"""Mods as the game's files and older API write them: one number, a bit for each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from osubrowser.api.entities.mods import MOD_NAMES, SINGLE_BITS, Mod

_INCLUDED: Final = {"NC": "DT", "PF": "SD"}
MOD_BITS: Final = {
    acronym: bit | SINGLE_BITS.get(_INCLUDED.get(acronym, ""), 0)
    for acronym, bit in SINGLE_BITS.items()
}
"""The bits of each classic mod; NC and PF stand with those that they include."""

_ALL_BITS: Final = (1 << 31) - 1
_OTHER_BITS: Final = {"NM": 0, "DC": MOD_BITS["HT"], "SV2": MOD_BITS["V2"], "DS": MOD_BITS["CO"]}
"""What other mods are in the classic numbers: written, never read back."""
_ACRONYM: Final = re.compile(
    "|".join(sorted((a for a in MOD_NAMES if len(a) != 2), key=len, reverse=True)) + "|[A-Z0-9]{2}"
)
_BETWEEN: Final = re.compile(r"[\s,+]*")


def legacy_bits(mods: Iterable[Mod | str], *, strict: bool = False) -> int:
    """Return the number that stands for mods: 576 for NC, which includes DT.

    Settings and mods of the new game only have no bits, and are left out; with `strict`, such
    a mod is a ValueError. The order of mods says nothing here.
    """
    bits = 0
    for mod in mods:
        acronym = mod.acronym if isinstance(mod, Mod) else mod.upper()
        known = MOD_BITS.get(acronym, _OTHER_BITS.get(acronym))
        if known is None:
            if strict:
                raise ValueError(f"{acronym} has no bit")
            continue
        bits |= known
    return bits


def mods_from_bits(bits: int) -> list[Mod]:
    """Return the mods that a number stands for, in the order of their bits.

    NC is told once, without its DT, and PF without its SD; bits that mean nothing are left out.
    """
    found = [acronym for acronym, bit in SINGLE_BITS.items() if bits & bit]
    hidden = {_INCLUDED[acronym] for acronym in found if acronym in _INCLUDED}
    return [Mod(acronym=acronym) for acronym in found if acronym not in hidden]


def parse_mods(text: str) -> list[Mod]:
    """Read acronyms one after another, as players write them: `HDDT`, `hd, dt`, `+HD DT`, `10K`.

    Unknown mods of two characters are read too. Raises ValueError for what cannot be acronyms.
    """
    rest, found = _BETWEEN.sub("", text.upper()), list[Mod]()
    while rest:
        match = _ACRONYM.match(rest)
        if match is None:
            raise ValueError(f"no mods: {text!r}")
        found.append(Mod(acronym=match[0]))
        rest = rest[match.end() :]
    return [mod for mod in found if mod.acronym != "NM"]


def mods_text(mods: Iterable[Mod]) -> str:
    """Return mods in a row, `HDDT (1.3x)` with their settings, or `NM` for none."""
    return "".join(str(mod) for mod in mods) or "NM"


def mod_list(mods: Iterable[Mod | str] | str | int | None) -> list[Mod] | None:
    """Return mods however they were given: a number, a text, or several; None stays None.

    Raises ValueError for a number with bits that mean nothing, and a text that is no mods.
    """
    if mods is None:
        return None
    if isinstance(mods, int):
        if mods & ~_ALL_BITS:
            raise ValueError(f"no mods: {mods}")
        return mods_from_bits(mods)
    if isinstance(mods, str):
        return parse_mods(mods)
    mods = list(mods)
    if not all(isinstance(mod, Mod | str) for mod in mods):
        raise TypeError("several mods are acronyms or Mod objects; bits are one number")
    return [mod if isinstance(mod, Mod) else Mod(acronym=mod.upper()) for mod in mods]

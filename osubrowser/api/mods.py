"""Mods: the table of all mods, mods with settings, and their classic bit numbers.

A classic number, as stable's files and API v1 write it, has one bit for each mod.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

import msgspec

from osubrowser.api.entities.base import Entity, JsonValue


class ModType(StrEnum):
    """Category of a mod, as the game groups them."""

    EASIER = "easier"
    HARDER = "harder"
    AUTOMATION = "automation"
    CONVERSION = "conversion"
    FUN = "fun"
    SYSTEM = "system"


class ModInfo(NamedTuple):
    """Row of the table of mods.

    Attributes:
        acronym: the key, such as `HD`.
        name: the English name.
        type: the category.
        bit: the mod's own bit in classic numbers; None for mods that stable does not have.
    """

    acronym: str
    name: str
    type: ModType
    bit: int | None = None


MODS: Final = {
    info.acronym: info
    for info in (
        ModInfo("EZ", "Easy", ModType.EASIER, 1 << 1),
        ModInfo("NF", "No Fail", ModType.EASIER, 1 << 0),
        ModInfo("HT", "Half Time", ModType.EASIER, 1 << 8),
        ModInfo("DC", "Daycore", ModType.EASIER),
        ModInfo("NR", "No Release", ModType.EASIER),
        ModInfo("HR", "Hard Rock", ModType.HARDER, 1 << 4),
        ModInfo("SD", "Sudden Death", ModType.HARDER, 1 << 5),
        ModInfo("PF", "Perfect", ModType.HARDER, 1 << 14),
        ModInfo("DT", "Double Time", ModType.HARDER, 1 << 6),
        ModInfo("NC", "Nightcore", ModType.HARDER, 1 << 9),
        ModInfo("FI", "Fade In", ModType.HARDER, 1 << 20),
        ModInfo("HD", "Hidden", ModType.HARDER, 1 << 3),
        ModInfo("CO", "Co-op", ModType.HARDER, 1 << 25),
        ModInfo("FL", "Flashlight", ModType.HARDER, 1 << 10),
        ModInfo("BL", "Blinds", ModType.HARDER),
        ModInfo("ST", "Strict Tracking", ModType.HARDER),
        ModInfo("AC", "Accuracy Challenge", ModType.HARDER),
        ModInfo("AT", "Autoplay", ModType.AUTOMATION, 1 << 11),
        ModInfo("CN", "Cinema", ModType.AUTOMATION, 1 << 22),
        ModInfo("RX", "Relax", ModType.AUTOMATION, 1 << 7),
        ModInfo("AP", "Autopilot", ModType.AUTOMATION, 1 << 13),
        ModInfo("SO", "Spun Out", ModType.AUTOMATION, 1 << 12),
        ModInfo("TP", "Target Practice", ModType.CONVERSION, 1 << 23),
        ModInfo("DA", "Difficulty Adjust", ModType.CONVERSION),
        ModInfo("CL", "Classic", ModType.CONVERSION),
        ModInfo("RD", "Random", ModType.CONVERSION, 1 << 21),
        ModInfo("MR", "Mirror", ModType.CONVERSION, 1 << 30),
        ModInfo("AL", "Alternate", ModType.CONVERSION),
        ModInfo("SG", "Single Tap", ModType.CONVERSION),
        ModInfo("IN", "Invert", ModType.CONVERSION),
        ModInfo("CS", "Constant Speed", ModType.CONVERSION),
        ModInfo("HO", "Hold Off", ModType.CONVERSION),
        ModInfo("DS", "Dual Stages", ModType.CONVERSION),
        ModInfo("1K", "One Key", ModType.CONVERSION, 1 << 26),
        ModInfo("2K", "Two Keys", ModType.CONVERSION, 1 << 28),
        ModInfo("3K", "Three Keys", ModType.CONVERSION, 1 << 27),
        ModInfo("4K", "Four Keys", ModType.CONVERSION, 1 << 15),
        ModInfo("5K", "Five Keys", ModType.CONVERSION, 1 << 16),
        ModInfo("6K", "Six Keys", ModType.CONVERSION, 1 << 17),
        ModInfo("7K", "Seven Keys", ModType.CONVERSION, 1 << 18),
        ModInfo("8K", "Eight Keys", ModType.CONVERSION, 1 << 19),
        ModInfo("9K", "Nine Keys", ModType.CONVERSION, 1 << 24),
        ModInfo("10K", "Ten Keys", ModType.CONVERSION),
        ModInfo("TR", "Transform", ModType.FUN),
        ModInfo("WG", "Wiggle", ModType.FUN),
        ModInfo("SI", "Spin In", ModType.FUN),
        ModInfo("GR", "Grow", ModType.FUN),
        ModInfo("DF", "Deflate", ModType.FUN),
        ModInfo("WU", "Wind Up", ModType.FUN),
        ModInfo("WD", "Wind Down", ModType.FUN),
        ModInfo("TC", "Traceable", ModType.FUN),
        ModInfo("BR", "Barrel Roll", ModType.FUN),
        ModInfo("AD", "Approach Different", ModType.FUN),
        ModInfo("MU", "Muted", ModType.FUN),
        ModInfo("NS", "No Scope", ModType.FUN),
        ModInfo("MG", "Magnetised", ModType.FUN),
        ModInfo("RP", "Repel", ModType.FUN),
        ModInfo("AS", "Adaptive Speed", ModType.FUN),
        ModInfo("FR", "Freeze Frame", ModType.FUN),
        ModInfo("BU", "Bubbles", ModType.FUN),
        ModInfo("SY", "Synesthesia", ModType.FUN),
        ModInfo("DP", "Depth", ModType.FUN),
        ModInfo("BM", "Bloom", ModType.FUN),
        ModInfo("SW", "Swap", ModType.CONVERSION),
        ModInfo("SR", "Simplified Rhythm", ModType.CONVERSION),
        ModInfo("FF", "Floating Fruits", ModType.FUN),
        ModInfo("MF", "Moving Fast", ModType.FUN),
        ModInfo("CV", "Cover", ModType.HARDER),
        ModInfo("TD", "Touch Device", ModType.SYSTEM, 1 << 2),
        ModInfo("V2", "Score V2", ModType.SYSTEM, 1 << 29),
        ModInfo("SV2", "Score V2", ModType.SYSTEM),
        ModInfo("NM", "No Mod", ModType.SYSTEM),
    )
}
"""All known mods by acronym."""

INCLUDED_MODS: Final = {"NC": "DT", "PF": "SD"}
"""Mods that include another mod, and set its bit as well: included mod by acronym."""
SINGLE_BITS: Final = {
    info.acronym: info.bit
    for info in sorted(MODS.values(), key=lambda info: info.bit or 0)
    if info.bit is not None
}
"""Own bit of each mod that stable has, by acronym, in the order of the bits."""
MOD_BITS: Final = {
    acronym: bit | SINGLE_BITS.get(INCLUDED_MODS.get(acronym, ""), 0)
    for acronym, bit in SINGLE_BITS.items()
}
"""Bits of each mod that stable has, by acronym; NC and PF include those of DT and SD."""
MOD_RATES: Final = {"DT": 1.5, "NC": 1.5, "HT": 0.75, "DC": 0.75}
"""Default playback rate of each mod that changes it, by acronym."""
SETTING_NAMES: Final = {
    "approach_rate": "AR",
    "circle_size": "CS",
    "drain_rate": "HP",
    "overall_difficulty": "OD",
}
"""Abbreviations of mod settings, by the name of the setting."""

_SETTING_NAMES: Final = {**SETTING_NAMES, "scroll_speed": "scroll"}
_ALL_BITS: Final = (1 << 31) - 1
_WRITE_ONLY_BITS: Final = {
    "NM": 0,
    "DC": MOD_BITS["HT"],
    "SV2": MOD_BITS["V2"],
    "DS": MOD_BITS["CO"],
}
# Bits of mods that share them with another mod: written, never read.
_ACRONYM: Final = re.compile(
    "|".join(sorted((a for a in MODS if len(a) != 2), key=len, reverse=True)) + "|[A-Z0-9]{2}"
)
_SEPARATORS: Final = re.compile(r"[\s,+]*")


class Mod(Entity, frozen=True, kw_only=True):
    """Mod of a score: its acronym, and the settings that differ from the defaults.

    Settings are booleans, numbers or strings by the game's name for them, such as
    `{"speed_change": 1.3}`. `str(mod)` is short: `DT (1.3x)`.
    """

    acronym: str
    settings: dict[str, JsonValue] = msgspec.field(default_factory=dict)

    @property
    def name(self) -> str:
        """The English name; the acronym of an unknown mod."""
        info = MODS.get(self.acronym)
        return self.acronym if info is None else info.name

    @property
    def rate(self) -> float:
        """The playback rate at the start: 1.0 is unchanged."""
        usual = MOD_RATES.get(self.acronym, 1.0)
        chosen = self.settings.get("speed_change", self.settings.get("initial_rate", usual))
        if isinstance(chosen, bool) or not isinstance(chosen, int | float):
            return usual
        return float(chosen)

    def __str__(self) -> str:
        settings = [
            f"{value:g}x"
            if name == "speed_change"
            else f"{_SETTING_NAMES.get(name, name)} {value:g}"
            for name, value in self.settings.items()
            if isinstance(value, int | float) and not isinstance(value, bool)
        ]
        return f"{self.acronym} ({', '.join(settings)})" if settings else self.acronym

    def __repr__(self) -> str:
        settings = "".join(f", {name}={value!r}" for name, value in self.settings.items())
        return f"Mod({self.acronym!r}{settings})"


def mod_type(acronym: str) -> ModType:
    """Return the category of a mod; `SYSTEM` for an acronym that is not known."""
    info = MODS.get(acronym)
    return ModType.SYSTEM if info is None else info.type


def legacy_bits(mods: Iterable[Mod | str], *, strict: bool = False) -> int:
    """Return the classic bit number of mods: 576 for NC, which includes DT.

    Settings, and mods of lazer only, have no bits and are left out; with `strict`, such a mod
    raises ValueError.
    """
    bits = 0
    for mod in mods:
        acronym = mod.acronym if isinstance(mod, Mod) else mod.upper()
        known = MOD_BITS.get(acronym, _WRITE_ONLY_BITS.get(acronym))
        if known is None:
            if strict:
                raise ValueError(f"{acronym} has no bit")
            continue
        bits |= known
    return bits


def mods_from_bits(bits: int) -> list[Mod]:
    """Return the mods of a classic bit number, in the order of the bits.

    NC comes without DT, and PF without SD; unknown bits are left out.
    """
    found = [acronym for acronym, bit in SINGLE_BITS.items() if bits & bit]
    hidden = {INCLUDED_MODS[acronym] for acronym in found if acronym in INCLUDED_MODS}
    return [Mod(acronym=acronym) for acronym in found if acronym not in hidden]


def parse_mods(text: str) -> list[Mod]:
    """Parse acronyms as players write them: `HDDT`, `hd, dt`, `+HD DT`, `10K`.

    Unknown acronyms of two characters are accepted. Raises ValueError for any other text.
    """
    rest, found = _SEPARATORS.sub("", text.upper()), list[Mod]()
    while rest:
        match = _ACRONYM.match(rest)
        if match is None:
            raise ValueError(f"no mods: {text!r}")
        found.append(Mod(acronym=match[0]))
        rest = rest[match.end() :]
    return [mod for mod in found if mod.acronym != "NM"]


def mods_text(mods: Iterable[Mod]) -> str:
    """Return mods as one text, `HDDT (1.3x)` with their settings; `NM` for none."""
    return "".join(str(mod) for mod in mods) or "NM"


def mod_list(mods: Iterable[Mod | str] | str | int | None) -> list[Mod] | None:
    """Return mods given as bits, as text, or as several mods; None stays None.

    Raises ValueError for unknown bits and for a text that cannot be parsed.
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

"""Formatting of mods for table cells, and the kind of each mod."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.api.entities.mods import Mod

BETWEEN: Final = ", "
"""What stands between two mods of a text; within one mod there is none."""

_KINDS: Final = {
    "easier": "EZ NF HT DC NR",
    "harder": "HR SD PF DT NC FI HD CO FL BL ST AC CV",
    "automation": "AT CN RX AP SO",
    "conversion": "TP DA CL RD MR AL SG IN CS HO DS 1K 2K 3K 4K 5K 6K 7K 8K 9K 10K SW SR",
    "fun": "TR WG SI GR DF WU WD TC BR AD MU NS MG RP AS FR BU SY DP BM FF MF",
    "system": "TD V2 SV2 NM",
}
_KIND_OF: Final = {
    acronym: kind for kind, acronyms in _KINDS.items() for acronym in acronyms.split()
}
_LONGEST_ACRONYM: Final = 6
_LONGEST_MOD: Final = 40
_SHORT: Final = {
    "approach_rate": "AR",
    "circle_size": "CS",
    "drain_rate": "HP",
    "overall_difficulty": "OD",
}
_UNTOLD: Final = frozenset({"seed"})


def kind_of(acronym: str) -> str:
    """Return the kind of a mod, for its colour; `system` for an unknown one."""
    return _KIND_OF.get(acronym, "system")


def mods_text(mods: Iterable[Mod]) -> str:
    """Format mods with their main settings: `HD, DT 1.3x`; "" for none."""
    return BETWEEN.join(map(_short, mods))


def mods_words(mods: Iterable[Mod]) -> str:
    """Format mods by name with all settings: `Hidden, Double Time (speed change 1.3)`."""
    return BETWEEN.join(map(_long, mods))


def _short(mod: Mod) -> str:
    said = [plain(mod.acronym, _LONGEST_ACRONYM).replace(",", "") or "?"]
    for name, value in mod.settings.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or name in _UNTOLD:
            continue
        if name == "speed_change":
            said.append(f"{value:g}x")
        elif name in _SHORT:
            said.append(f"{_SHORT[name]} {value:g}")
    return plain(" ".join(said), _LONGEST_MOD)


def _long(mod: Mod) -> str:
    said = [f"{name.replace('_', ' ')} {_value(value)}" for name, value in mod.settings.items()]
    return plain(f"{mod.name} ({', '.join(said)})" if said else mod.name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, int | float) else str(value)[:60]

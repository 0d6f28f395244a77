"""Text of mods for table cells, and the category of each mod."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.api.mods import Mod

BETWEEN: Final = ", "
"""Separator between the mods of a text; the text of one mod does not contain it."""

_LONGEST_ACRONYM: Final = 6
_LONGEST_MOD: Final = 40
_UNTOLD: Final = frozenset({"seed"})


def kind_of(acronym: str) -> str:
    """Return the category of a mod, the key of its colour; `system` for an unknown acronym."""
    from osubrowser.api.mods import mod_type

    return mod_type(acronym).value


def mods_text(mods: Iterable[Mod]) -> str:
    """Format mods as acronyms with their main settings: `HD, DT 1.3x`; "" for none."""
    return BETWEEN.join(map(_short, mods))


def mods_words(mods: Iterable[Mod]) -> str:
    """Format mods by name with all settings: `Hidden, Double Time (speed change 1.3)`."""
    return BETWEEN.join(map(_long, mods))


def _short(mod: Mod) -> str:
    from osubrowser.api.mods import SETTING_NAMES

    said = [plain(mod.acronym, _LONGEST_ACRONYM).replace(",", "") or "?"]
    for name, value in mod.settings.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or name in _UNTOLD:
            continue
        if name == "speed_change":
            said.append(f"{value:g}x")
        elif name in SETTING_NAMES:
            said.append(f"{SETTING_NAMES[name]} {value:g}")
    return plain(" ".join(said), _LONGEST_MOD)


def _long(mod: Mod) -> str:
    said = setting_words(mod)
    return plain(f"{mod.name} ({said})" if said else mod.name)


def setting_words(mod: Mod) -> str:
    """Format all settings of a mod: `speed change 1.3, adjust pitch on`; "" for none."""
    said = (f"{name.replace('_', ' ')} {_value(value)}" for name, value in mod.settings.items())
    return ", ".join(said)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, int | float) else str(value)[:60]

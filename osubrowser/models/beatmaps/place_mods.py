"""Mods in the address of a difficulty: their text, such as `HDDT(1.3)DA(AR10CS4)`, and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from osubrowser.api.mods import Mod

_MOD: Final = re.compile(r"([~!]?)(10K|SV2|[A-Z0-9]{2})(?:\(([^()]*)\))?")
_VALUE: Final = re.compile(r"(AR|OD|CS|HP)(-?[0-9]{1,2}(?:\.[0-9]{1,2})?)")
_SPEED: Final = re.compile(r"[0-9](?:\.[0-9]{1,2})?X?\Z")
_MOST: Final = 20

SPEEDS: Final = {"DT": (1.01, 2.0), "NC": (1.01, 2.0), "HT": (0.5, 0.99), "DC": (0.5, 0.99)}
"""Slowest and fastest speed of each mod that changes it."""
VALUES: Final = {"AR": (0.0, 11.0), "OD": (0.0, 11.0), "CS": (0.0, 11.0), "HP": (0.0, 11.0)}
"""Least and greatest value of each setting of Difficulty Adjust."""
_NAMES: Final = {
    "AR": "approach_rate",
    "OD": "overall_difficulty",
    "CS": "circle_size",
    "HP": "drain_rate",
}


def mods_of(text: str) -> list[Mod]:
    """Return the mods of the `mods` of a place, each once.

    What is no mod is left out, and mods that are optional (`~`) or excluded (`!`) on a leaderboard.
    Settings that are out of range are those of the mod's default.
    """
    from osubrowser.api.mods import MODS, Mod

    found: dict[str, Mod] = {}
    for sign, acronym, given in _MOD.findall(text.upper()):
        if not sign and acronym in MODS and acronym != "NM" and len(found) < _MOST:
            found.setdefault(acronym, Mod(acronym=acronym, settings=_settings(acronym, given)))
    return list(found.values())


def text_of(mods: Iterable[Mod]) -> str:
    """Return mods as the text of a place."""
    return "".join(f"{mod.acronym}{_written(mod.acronym, mod.settings)}" for mod in mods)


def adjusted(values: Mapping[str, float | None]) -> dict[str, float]:
    """Return the settings of Difficulty Adjust from values by `AR`, `OD`, `CS` and `HP`."""
    return {_NAMES[name]: value for name, value in values.items() if value is not None}


def adjusted_values(settings: Mapping[str, object]) -> dict[str, float]:
    """Return the values by `AR`, `OD`, `CS` and `HP` from the settings of Difficulty Adjust."""
    found = {name: settings.get(setting) for name, setting in _NAMES.items()}
    return {name: float(value) for name, value in found.items() if isinstance(value, int | float)}


def _settings(acronym: str, given: str) -> dict[str, float]:
    if acronym in SPEEDS:
        low, high = SPEEDS[acronym]
        speed = float(given.rstrip("X")) if _SPEED.match(given) else 0.0
        return {"speed_change": speed} if low <= speed <= high else {}
    if acronym == "DA":
        pairs = ((name, float(value)) for name, value in _VALUE.findall(given))
        return adjusted(
            {name: value for name, value in pairs if VALUES[name][0] <= value <= VALUES[name][1]}
        )
    return {}


def _written(acronym: str, settings: Mapping[str, object]) -> str:
    if acronym in SPEEDS:
        speed = settings.get("speed_change")
        return f"({speed:.2f}".rstrip("0").rstrip(".") + ")" if isinstance(speed, float) else ""
    if acronym == "DA":
        values = adjusted_values(settings)
        text = "".join(f"{n}{v:.2f}".rstrip("0").rstrip(".") for n, v in values.items())
        return f"({text})" if text else ""
    return ""

"""Mods: what changes how a beatmap is played, each with its settings."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from osubrowser.api.entities.base import Entity

MOD_NAMES: Final = {
    "EZ": "Easy",
    "NF": "No Fail",
    "HT": "Half Time",
    "DC": "Daycore",
    "NR": "No Release",
    "HR": "Hard Rock",
    "SD": "Sudden Death",
    "PF": "Perfect",
    "DT": "Double Time",
    "NC": "Nightcore",
    "FI": "Fade In",
    "HD": "Hidden",
    "CO": "Co-op",
    "FL": "Flashlight",
    "BL": "Blinds",
    "ST": "Strict Tracking",
    "AC": "Accuracy Challenge",
    "AT": "Autoplay",
    "CN": "Cinema",
    "RX": "Relax",
    "AP": "Autopilot",
    "SO": "Spun Out",
    "TP": "Target Practice",
    "DA": "Difficulty Adjust",
    "CL": "Classic",
    "RD": "Random",
    "MR": "Mirror",
    "AL": "Alternate",
    "SG": "Single Tap",
    "IN": "Invert",
    "CS": "Constant Speed",
    "HO": "Hold Off",
    "DS": "Dual Stages",
    "1K": "One Key",
    "2K": "Two Keys",
    "3K": "Three Keys",
    "4K": "Four Keys",
    "5K": "Five Keys",
    "6K": "Six Keys",
    "7K": "Seven Keys",
    "8K": "Eight Keys",
    "9K": "Nine Keys",
    "10K": "Ten Keys",
    "TR": "Transform",
    "WG": "Wiggle",
    "SI": "Spin In",
    "GR": "Grow",
    "DF": "Deflate",
    "WU": "Wind Up",
    "WD": "Wind Down",
    "TC": "Traceable",
    "BR": "Barrel Roll",
    "AD": "Approach Different",
    "MU": "Muted",
    "NS": "No Scope",
    "MG": "Magnetised",
    "RP": "Repel",
    "AS": "Adaptive Speed",
    "FR": "Freeze Frame",
    "BU": "Bubbles",
    "SY": "Synesthesia",
    "DP": "Depth",
    "BM": "Bloom",
    "SW": "Swap",
    "SR": "Simplified Rhythm",
    "FF": "Floating Fruits",
    "MF": "Moving Fast",
    "CV": "Cover",
    "TD": "Touch Device",
    "V2": "Score V2",
    "SV2": "Score V2",
    "NM": "No Mod",
}
"""What each mod is called in English, by its acronym."""

SINGLE_BITS: Final = {
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
    "V2": 1 << 29,
    "MR": 1 << 30,
}
"""The one bit of each mod that stable has. With NC it sets DT too, and with PF, SD."""

_RATES: Final = {"DT": 1.5, "NC": 1.5, "HT": 0.75, "DC": 0.75}
_SHORT: Final = {
    "approach_rate": "AR",
    "circle_size": "CS",
    "drain_rate": "HP",
    "overall_difficulty": "OD",
    "scroll_speed": "scroll",
}


class Mod(Entity, frozen=True, kw_only=True):
    """A mod of a score: its acronym, and the settings that differ from the usual ones.

    Settings are booleans, numbers or texts by the name that the game gives them, such as
    `{"speed_change": 1.3}`. `str(mod)` is short: `DT (1.3x)`.
    """

    acronym: str
    settings: dict[str, Any] = msgspec.field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the mod is called in English; its acronym if it is not known."""
        return MOD_NAMES.get(self.acronym, self.acronym)

    @property
    def rate(self) -> float:
        """How fast the song plays at the start: 1.0 is as it was made."""
        usual = _RATES.get(self.acronym, 1.0)
        chosen = self.settings.get("speed_change", self.settings.get("initial_rate", usual))
        if isinstance(chosen, bool) or not isinstance(chosen, int | float):
            return usual
        return float(chosen)

    def __str__(self) -> str:
        said = [
            f"{value:g}x" if name == "speed_change" else f"{_SHORT.get(name, name)} {value:g}"
            for name, value in self.settings.items()
            if isinstance(value, int | float) and not isinstance(value, bool)
        ]
        return f"{self.acronym} ({', '.join(said)})" if said else self.acronym

    def __repr__(self) -> str:
        settings = "".join(f", {name}={value!r}" for name, value in self.settings.items())
        return f"Mod({self.acronym!r}{settings})"

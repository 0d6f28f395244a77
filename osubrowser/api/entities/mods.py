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

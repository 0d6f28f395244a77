"""Difficulty attributes of beatmaps with mods; the fields depend on the server's version."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import force_setattr

from osubrowser.api.entities.base import Entity, FiniteFloat, Int64, JsonValue


class BeatmapDifficultyAttributes(Entity, frozen=True, kw_only=True):
    """Difficulty attributes; None where the ruleset or the server does not have them.

    `star_rating` is in stars. `others` has the attributes without a field here, as they were sent.
    """

    star_rating: FiniteFloat = 0.0
    max_combo: Int64 = 0

    aim_difficulty: FiniteFloat | None = None
    aim_difficult_slider_count: FiniteFloat | None = None
    aim_difficult_strain_count: FiniteFloat | None = None
    approach_rate: FiniteFloat | None = None
    flashlight_difficulty: FiniteFloat | None = None
    overall_difficulty: FiniteFloat | None = None
    slider_factor: FiniteFloat | None = None
    speed_difficulty: FiniteFloat | None = None
    speed_difficult_strain_count: FiniteFloat | None = None
    speed_note_count: FiniteFloat | None = None

    colour_difficulty: FiniteFloat | None = None
    great_hit_window: FiniteFloat | None = None
    mono_stamina_factor: FiniteFloat | None = None
    peak_difficulty: FiniteFloat | None = None
    rhythm_difficulty: FiniteFloat | None = None
    score_multiplier: FiniteFloat | None = None
    stamina_difficulty: FiniteFloat | None = None

    others: dict[str, JsonValue] = msgspec.field(default_factory=dict)


_NAMES = frozenset(BeatmapDifficultyAttributes.__struct_fields__) - {"others"}

if TYPE_CHECKING:
    Attributes = BeatmapDifficultyAttributes
else:  # as sent; converted to the above in `DifficultyAttributes.__post_init__`
    Attributes = dict[str, JsonValue]


class DifficultyAttributes(Entity, frozen=True, kw_only=True):
    """Response of `beatmaps/{beatmap}/attributes`."""

    subject = "attributes"

    attributes: Attributes = BeatmapDifficultyAttributes()

    def __post_init__(self) -> None:
        if isinstance(self.attributes, dict):
            force_setattr(self, "attributes", _read_attributes(self.attributes))


def _read_attributes(sent: Mapping[str, Any]) -> BeatmapDifficultyAttributes:
    named: dict[str, Any] = {}
    others: dict[str, Any] = {}
    written = sent.get("others")
    if isinstance(written, dict):  # the format of our own encoding
        sent = {name: value for name, value in sent.items() if name != "others"} | written
    for name, value in sent.items():
        number = _number(value) if name in _NAMES else None
        if name == "max_combo" and number is not None and abs(number) >= 2**63:
            number = None
        if number is None:
            if value is not None:
                others[name] = value
        else:
            named[name] = int(number) if name == "max_combo" else number
    return BeatmapDifficultyAttributes(others=others, **named)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None

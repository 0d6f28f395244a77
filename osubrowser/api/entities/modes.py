"""Enums of rulesets and their variants."""

from __future__ import annotations

from typing import Self

from msgspec.structs import force_setattr

from osubrowser.api.entities.base import Entity, OpenEnum


class GameMode(OpenEnum):
    """Ruleset, by its name in the API."""

    OSU = "osu"
    TAIKO = "taiko"
    CATCH = "fruits"
    MANIA = "mania"

    @property
    def number(self) -> int:
        """0 (osu!) to 3 (mania), as `ruleset_id` and `mode_int`; -1 for an unknown name.

        An unknown number is kept: `of_number(7).number` is 7.
        """
        number = _NUMBERS.get(self)
        if number is None and self.isascii() and self.isdecimal() and len(self) <= _MAX_DIGITS:
            return int(self)
        return -1 if number is None else number

    @classmethod
    def of_number(cls, number: int) -> Self:
        """Return the ruleset of a `ruleset_id`; an open enum value for an unknown number."""
        return cls(_NAMES.get(number, str(number)))


_MAX_DIGITS = 9
_NUMBERS: dict[GameMode, int] = {mode: number for number, mode in enumerate(GameMode)}
_NAMES: dict[int, str] = {number: mode.value for mode, number in _NUMBERS.items()}


def complete_mode(entity: Entity, mode: GameMode | None, number: int | None) -> None:
    """Set the one of `mode` and `mode_int` of an entity that was not sent."""
    if mode is None and number is not None:
        force_setattr(entity, "mode", GameMode.of_number(number))
    elif number is None and mode is not None and mode.is_known:
        force_setattr(entity, "mode_int", mode.number)


class Variant(OpenEnum):
    """Variant of a ruleset with its own ranking (mania by number of keys)."""

    KEY_4 = "4k"
    KEY_7 = "7k"

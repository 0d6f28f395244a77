"""Parameters of API v1: conversion of typed arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from osubrowser.api.calls import param_text
from osubrowser.api.endpoints.references import USER, UserRef, id_of
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod, legacy_bits, mod_list

RawParams: TypeAlias = Mapping[str, object]
"""Parameters by the API's own names, such as `{"u": "peppy", "m": 0}`."""
Mode: TypeAlias = GameMode | str | int
Mods: TypeAlias = Iterable[Mod | str] | str | int
UserType: TypeAlias = Literal["id", "string"]

_MAX_DIGITS = 9


def string_params(params: RawParams) -> dict[str, str]:
    """Return parameters as strings; None values are left out."""
    if not isinstance(params, Mapping):
        raise TypeError(f"an id, a name or a mapping of parameters is wanted, not {params!r:.50}")
    return {name: param_text(value) for name, value in params.items() if value is not None}


def user_params(user: UserRef | str | None, user_type: UserType | None) -> dict[str, object]:
    """Return the parameters that name a player: an int is an id, a string an id or a name."""
    user = id_of(user, USER)
    return {"u": user, "type": "id" if user_type is None and isinstance(user, int) else user_type}


def mode_number(mode: Mode | None) -> int | None:
    """Return the number of a ruleset. Raises ValueError for an unknown name."""
    if mode is None or isinstance(mode, int):
        return mode
    ruleset = GameMode("fruits" if mode == "catch" else mode)
    if not ruleset.is_known:
        raise ValueError(f"no ruleset: {mode!r}")
    return ruleset.number


def mode_of_number(number: object) -> GameMode | None:
    """Return the ruleset of the parameter `m`, a number or its string; None for anything else."""
    text = str(number)
    is_number = text.isascii() and text.isdecimal() and len(text) <= _MAX_DIGITS
    return GameMode.of_number(int(text)) if is_number else None


def mods_number(mods: Mods | None) -> int | None:
    """Return the bits of mods. Raises ValueError for a mod without a bit."""
    if mods is None or isinstance(mods, int):
        return mods
    return legacy_bits(mod_list(mods) or (), strict=True)


def since_text(since: datetime | str | None) -> str | None:
    """Return a datetime in the format of API v1: UTC, to the second."""
    if isinstance(since, datetime):
        moment = since if since.tzinfo is None else since.astimezone(UTC)
        return moment.strftime("%Y-%m-%d %H:%M:%S")
    return since

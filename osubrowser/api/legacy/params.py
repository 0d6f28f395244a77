"""Parameters of the old API: typed ones turned into the letters that it knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from osubrowser.api.endpoints.base import param_text
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.mods import Mod
from osubrowser.api.mods import legacy_bits, mod_list

Raw: TypeAlias = Mapping[str, object]
"""Parameters by the API's own letters, such as `{"u": "peppy", "m": 0}`."""
Mode: TypeAlias = GameMode | str | int
Mods: TypeAlias = Iterable[Mod | str] | str | int
UserType: TypeAlias = Literal["id", "string"]


def texts(params: Raw) -> dict[str, str]:
    """Return parameters as texts; what is None is left out."""
    if not isinstance(params, Mapping):
        raise TypeError(f"an id, a name or a mapping of parameters is wanted, not {params!r:.50}")
    return {name: param_text(value) for name, value in params.items() if value is not None}


def user_params(user: int | str | None, user_type: UserType | None) -> dict[str, object]:
    """Return how a player is named. A number is an id; a text is what the server takes it for."""
    return {"u": user, "type": "id" if user_type is None and isinstance(user, int) else user_type}


def mode_number(mode: Mode | None) -> int | None:
    """Return the number of a ruleset. Raises ValueError for a word that is none."""
    if mode is None or isinstance(mode, int):
        return mode
    number = GameMode("fruits" if mode == "catch" else mode).number
    if number < 0:
        raise ValueError(f"no ruleset: {mode!r}")
    return number


def mods_number(mods: Mods | None) -> int | None:
    """Return the bits of mods. Raises ValueError for a mod that has none."""
    if mods is None or isinstance(mods, int):
        return mods
    return legacy_bits(mod_list(mods) or (), strict=True)


def since_text(since: datetime | str | None) -> str | None:
    """Return a moment as this API writes it: in UTC, to the second."""
    if isinstance(since, datetime):
        moment = since if since.tzinfo is None else since.astimezone(UTC)
        return moment.strftime("%Y-%m-%d %H:%M:%S")
    return since

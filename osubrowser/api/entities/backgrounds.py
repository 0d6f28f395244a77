"""Entities of seasonal backgrounds, which the game's menu shows."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, Timestamp
from osubrowser.api.entities.users import UserCompact


class SeasonalBackground(Entity, frozen=True, kw_only=True):
    """Seasonal background with its artist."""

    url: str = ""
    user: UserCompact | None = None


class SeasonalBackgrounds(Entity, frozen=True, kw_only=True):
    """The current seasonal backgrounds; empty and without an end date between seasons."""

    may_be_empty = True

    ends_at: Timestamp | None = None
    backgrounds: list[SeasonalBackground] = msgspec.field(default_factory=list)

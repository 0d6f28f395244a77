"""The pictures that the game shows behind its menu in a season."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, Timestamp
from osubrowser.api.entities.users import UserCompact


class SeasonalBackground(Entity, frozen=True, kw_only=True):
    """A picture, and who drew it."""

    url: str = ""
    user: UserCompact | None = None


class SeasonalBackgrounds(Entity, frozen=True, kw_only=True):
    """The pictures of the season; none and no end when there is no season."""

    ends_at: Timestamp | None = None
    backgrounds: list[SeasonalBackground] = msgspec.field(default_factory=list)

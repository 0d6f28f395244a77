"""A client for osu!'s web API that any script can use: no Qt, no asyncio.

    from osubrowser.api import Client
    client = Client(1234, "secret")
    for row in client.ranking("osu", "performance").ranking:
        print(row.global_rank, row.user.username, row.pp)

Names are loaded when they are first used: importing this package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.cursor import Cursor
    from osubrowser.api.entities.base import Entity, OpenEnum
    from osubrowser.api.entities.beatmaps import (
        Beatmap,
        BeatmapCompact,
        Beatmapset,
        BeatmapsetCompact,
        Covers,
        RankStatus,
    )
    from osubrowser.api.entities.countries import Country, CountryStatistics
    from osubrowser.api.entities.modes import GameMode, Variant
    from osubrowser.api.entities.rankings import (
        CountryRankings,
        KudosuRanking,
        RankingFilter,
        Rankings,
        RankingType,
        Spotlight,
        TeamRankings,
    )
    from osubrowser.api.entities.teams import Team, TeamStatistics
    from osubrowser.api.entities.users import User, UserCompact, UserLookupKey, UserStatistics
    from osubrowser.api.errors import (
        Cancelled,
        Forbidden,
        InvalidRequest,
        LoginRequired,
        NotFound,
        Offline,
        OsuError,
        RateLimited,
        ServerTrouble,
        TooLarge,
    )
    from osubrowser.api.grants import Authorization, Grant, Scope, Token
    from osubrowser.api.stores import FileTokenStore, MemoryTokenStore, TokenStore

_HOMES = {
    "client": ("Client",),
    "cursor": ("Cursor",),
    "entities.base": ("Entity", "OpenEnum"),
    "entities.beatmaps": (
        "Beatmap",
        "BeatmapCompact",
        "Beatmapset",
        "BeatmapsetCompact",
        "Covers",
        "RankStatus",
    ),
    "entities.countries": ("Country", "CountryStatistics"),
    "entities.modes": ("GameMode", "Variant"),
    "entities.rankings": (
        "CountryRankings",
        "KudosuRanking",
        "RankingFilter",
        "RankingType",
        "Rankings",
        "Spotlight",
        "TeamRankings",
    ),
    "entities.teams": ("Team", "TeamStatistics"),
    "entities.users": ("User", "UserCompact", "UserLookupKey", "UserStatistics"),
    "errors": (
        "Cancelled",
        "Forbidden",
        "InvalidRequest",
        "LoginRequired",
        "NotFound",
        "Offline",
        "OsuError",
        "RateLimited",
        "ServerTrouble",
        "TooLarge",
    ),
    "grants": ("Authorization", "Grant", "Scope", "Token"),
    "stores": ("FileTokenStore", "MemoryTokenStore", "TokenStore"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute may be anything
    try:
        home = _HOME_OF[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME_OF})


__all__ = [
    "Authorization",
    "Beatmap",
    "BeatmapCompact",
    "Beatmapset",
    "BeatmapsetCompact",
    "Cancelled",
    "Client",
    "Country",
    "CountryRankings",
    "CountryStatistics",
    "Covers",
    "Cursor",
    "Entity",
    "FileTokenStore",
    "Forbidden",
    "GameMode",
    "Grant",
    "InvalidRequest",
    "KudosuRanking",
    "LoginRequired",
    "MemoryTokenStore",
    "NotFound",
    "Offline",
    "OpenEnum",
    "OsuError",
    "RankStatus",
    "RankingFilter",
    "RankingType",
    "Rankings",
    "RateLimited",
    "Scope",
    "ServerTrouble",
    "Spotlight",
    "Team",
    "TeamRankings",
    "TeamStatistics",
    "Token",
    "TokenStore",
    "TooLarge",
    "User",
    "UserCompact",
    "UserLookupKey",
    "UserStatistics",
    "Variant",
]

"""Functions of API v1, one per endpoint, over a shared client per key."""

from __future__ import annotations

import os
from functools import lru_cache

from osubrowser.api.entities.legacy import (
    LegacyBeatmap,
    LegacyMatch,
    LegacyScore,
    LegacyUser,
)
from osubrowser.api.legacy.client import KEY_VARIABLE, OSU, LegacyClient
from osubrowser.api.legacy.params import RawParams
from osubrowser.api.legacy.replay import LegacyReplay


def _client(key: str | None, base_url: str) -> LegacyClient:
    """Return the client of a key and server: shared, so that the rate limit spans all calls."""
    return _client_of(os.environ.get(KEY_VARIABLE, "") if key is None else key, base_url)


@lru_cache(maxsize=16)
def _client_of(key: str, base_url: str) -> LegacyClient:
    return LegacyClient(key, base_url=base_url)


def get_beatmaps(
    params: RawParams, *, key: str | None = None, base_url: str = OSU
) -> list[LegacyBeatmap]:
    """Return beatmaps, see `LegacyClient.get_beatmaps`: `{"s": 39804}`, `{"b": 221777}`."""
    return _client(key, base_url).get_beatmaps(params)


def get_user(params: RawParams, *, key: str | None = None, base_url: str = OSU) -> LegacyUser:
    """Return a player, see `LegacyClient.get_user`: `{"u": "peppy", "m": 0}`."""
    return _client(key, base_url).get_user(params)


def get_scores(
    params: RawParams, *, key: str | None = None, base_url: str = OSU
) -> list[LegacyScore]:
    """Return the best scores on a beatmap, see `LegacyClient.get_scores`: `{"b": 221777}`."""
    return _client(key, base_url).get_scores(params)


def get_user_best(
    params: RawParams, *, key: str | None = None, base_url: str = OSU
) -> list[LegacyScore]:
    """Return a player's best scores, see `LegacyClient.get_user_best`: `{"u": 2, "limit": 5}`."""
    return _client(key, base_url).get_user_best(params)


def get_user_recent(
    params: RawParams, *, key: str | None = None, base_url: str = OSU
) -> list[LegacyScore]:
    """Return plays of the last 24 hours, see `LegacyClient.get_user_recent`: `{"u": 2}`."""
    return _client(key, base_url).get_user_recent(params)


def get_match(params: RawParams, *, key: str | None = None, base_url: str = OSU) -> LegacyMatch:
    """Return a match, see `LegacyClient.get_match`: `{"mp": 1936471}`."""
    return _client(key, base_url).get_match(params)


def get_replay(params: RawParams, *, key: str | None = None, base_url: str = OSU) -> LegacyReplay:
    """Return a replay, see `LegacyClient.get_replay`: `{"m": 0, "b": 1776628, "u": 3256299}`."""
    return _client(key, base_url).get_replay(params)

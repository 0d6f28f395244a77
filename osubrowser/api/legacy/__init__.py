"""API v1: a client with typed responses, and one function per endpoint.

    from osubrowser.api.legacy import LegacyClient, get_replay
    with LegacyClient("the key") as old:
        print(old.get_user("peppy").pp)
    replay = get_replay({"m": "0", "b": "1776628", "u": "3256299"}, key="the key")

The functions take the API's own parameters. The key is `key`, the parameter `k`, or the value of
the environment variable OSUBROWSER_API_KEY. They raise OsuError.
"""

from osubrowser.api.entities.legacy import (
    LegacyBeatmap,
    LegacyEvent,
    LegacyMatch,
    LegacyMatchGame,
    LegacyMatchInfo,
    LegacyMatchScore,
    LegacyScore,
    LegacyUser,
)
from osubrowser.api.legacy.client import LegacyClient
from osubrowser.api.legacy.completed_replay import (
    CompletedReplay,
    complete_replay,
    find_legacy_score,
)
from osubrowser.api.legacy.functions import (
    get_beatmaps,
    get_match,
    get_replay,
    get_scores,
    get_user,
    get_user_best,
    get_user_recent,
)
from osubrowser.api.legacy.replay import LegacyReplay

__all__ = [
    "CompletedReplay",
    "LegacyBeatmap",
    "LegacyClient",
    "LegacyEvent",
    "LegacyMatch",
    "LegacyMatchGame",
    "LegacyMatchInfo",
    "LegacyMatchScore",
    "LegacyReplay",
    "LegacyScore",
    "LegacyUser",
    "complete_replay",
    "find_legacy_score",
    "get_beatmaps",
    "get_match",
    "get_replay",
    "get_scores",
    "get_user",
    "get_user_best",
    "get_user_recent",
]

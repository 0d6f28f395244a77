"""Replay files (`.osr`): reading, writing, and their cursor frames."""

from osubrowser.api.replays.osr_codec import ReplayError
from osubrowser.api.replays.replay_file import (
    Replay,
    ReplayFrame,
    ReplayHeader,
    ReplayScoreInfo,
    encode_replay,
    pack_score_info,
    read_replay,
    replay_hash,
)

__all__ = [
    "Replay",
    "ReplayError",
    "ReplayFrame",
    "ReplayHeader",
    "ReplayScoreInfo",
    "encode_replay",
    "pack_score_info",
    "read_replay",
    "replay_hash",
]

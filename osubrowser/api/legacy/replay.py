"""Replays of API v1: frames without a header, and their conversion to a replay file."""

from __future__ import annotations

from dataclasses import dataclass, field

from osubrowser.api.entities.legacy import LegacyBeatmap, LegacyScore
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.replays.replay_file import (
    Replay,
    ReplayFrame,
    ReplayHeader,
    encode_replay,
    read_replay,
    replay_hash,
)


@dataclass(frozen=True, slots=True)
class LegacyReplay:
    """Compressed frames of a replay without its header; `data` is the LZMA stream.

    `mode` is the ruleset that was asked for, None if the request named none. It decides how the
    keys of frames are read.
    """

    data: bytes = field(repr=False)
    mode: GameMode | None = None

    def frames(self) -> list[ReplayFrame]:
        """Return all frames, decompressed at each call. Raises ReplayError for invalid data."""
        return Replay(packed_frames=self.data, mode=self.mode or GameMode.OSU).frames()

    @property
    def rng_seed(self) -> int | None:
        """The random seed of the play, or None. Raises ReplayError for invalid data."""
        return Replay(packed_frames=self.data).rng_seed

    def to_replay(
        self,
        score: LegacyScore,
        beatmap: LegacyBeatmap,
        *,
        username: str | None = None,
        mode: GameMode | None = None,
    ) -> Replay:
        """Return the replay with a header made from its score and beatmap; `.data` is the file.

        `username` is needed where the score has none (as in a player's own lists), and `mode`
        for converts if the request did not name it. Raises ValueError without a name or ruleset.
        """
        name = username or score.username
        if not name:
            raise ValueError("the score does not say whose it is: give a username")
        mode = mode or self.mode or beatmap.mode
        if mode is None:
            raise ValueError("the beatmap does not say its ruleset: give a mode")
        beatmap_hash = beatmap.beatmap_hash or ""
        header = ReplayHeader(
            mode=mode,
            beatmap_hash=beatmap_hash,
            username=name,
            replay_hash=replay_hash(
                score.max_combo, name, beatmap_hash, score.score, score.rank or ""
            ),
            count_300=score.count_300,
            count_100=score.count_100,
            count_50=score.count_50,
            count_geki=score.count_geki,
            count_katu=score.count_katu,
            count_miss=score.count_miss,
            score=score.score,
            max_combo=score.max_combo,
            perfect=bool(score.perfect),
            mod_bits=score.mod_bits or 0,
            timestamp=score.date,
        )
        return read_replay(encode_replay(header, self.data, score.score_id or 0))

    def __str__(self) -> str:
        return f"Frames of a replay ({len(self.data):,} bytes)"

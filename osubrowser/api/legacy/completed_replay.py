"""Completed replays of API v1: the score and beatmap of the frames, and the file made of them."""

from __future__ import annotations

from dataclasses import dataclass

from osubrowser.api.entities.legacy import LegacyBeatmap, LegacyScore
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.errors import NotFound, ServerTrouble
from osubrowser.api.legacy.client import LegacyClient
from osubrowser.api.replays.osr_codec import ReplayError
from osubrowser.api.replays.replay_file import Replay


@dataclass(frozen=True, slots=True)
class CompletedReplay:
    """Replay file made of API v1's frames, with the score and beatmap that its header is of."""

    replay: Replay
    score: LegacyScore
    beatmap: LegacyBeatmap


def find_legacy_score(
    client: LegacyClient,
    beatmap_id: int,
    user: int | str,
    *,
    mode: GameMode | None = None,
    mods: str | None = None,
) -> tuple[LegacyScore, LegacyBeatmap]:
    """Return a player's best score on a beatmap, and the beatmap: two requests.

    `mode` is needed for converts; `mods` selects the score with exactly these, such as `HDDT`.
    Raises NotFound without such a score or beatmap, ValueError for unknown mods.
    """
    beatmaps = client.get_beatmaps(
        beatmap_id=beatmap_id, mode=mode, include_converts=None if mode is None else True
    )
    address = f"{client.base_url}/api/get_beatmaps"
    if not beatmaps:
        raise NotFound("There is no such beatmap", address=address)
    beatmap = beatmaps[0]
    scores = client.get_scores(
        beatmap_id, user=user, mode=mode or beatmap.mode, mods=mods or None, limit=1
    )
    if not scores:
        raise NotFound("This player has no such score there", address=address)
    return scores[0], beatmap


def complete_replay(
    client: LegacyClient,
    score: LegacyScore,
    beatmap: LegacyBeatmap,
    *,
    username: str | None = None,
    mode: GameMode | None = None,
) -> CompletedReplay:
    """Return the replay file of a score of API v1: one request, and a header from the score.

    Raises OsuError, ServerTrouble for frames that are no replay's, and ValueError where
    `LegacyReplay.to_replay` does.
    """
    mode = mode or beatmap.mode
    frames = client.get_replay(
        beatmap_id=score.beatmap_id or beatmap.beatmap_id,
        user=score.user_id or username,
        mode=mode,
        mods=score.mod_bits,
    )
    replay = frames.to_replay(score, beatmap, username=username, mode=mode)
    try:
        replay.verify()
    except ReplayError as problem:
        raise ServerTrouble(f"osu! sent something that is no replay: {problem}") from problem
    return CompletedReplay(replay, score, beatmap)

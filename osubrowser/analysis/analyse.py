"""Judgement of a replay by its ruleset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.analysis.result import NotJudged
from osubrowser.api.entities.modes import GameMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.analysis.result import Analysis
    from osubrowser.api.replays.replay_file import Replay


class WrongBeatmap(NotJudged):
    """The beatmap is of another version than the one played."""


def analyse(
    replay: Replay,
    beatmap: Beatmap,
    *,
    any_version: bool = False,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Analysis:
    """Return the analysis of a replay. Raises NotJudged with a sentence."""
    if beatmap.md5 != replay.beatmap_hash and not any_version:
        raise WrongBeatmap("this is another version of the beatmap than the one that was played")
    if replay.mode == GameMode.OSU:
        from osubrowser.analysis import osu

        return osu.judge(beatmap, replay, progress=progress, is_cancelled=is_cancelled)
    if replay.mode == GameMode.MANIA:
        from osubrowser.analysis import mania

        return mania.judge(beatmap, replay, progress=progress, is_cancelled=is_cancelled)
    raise NotJudged("this ruleset cannot be judged yet")

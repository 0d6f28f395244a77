"""Analysis of a replay on its beatmap: the judgement of its ruleset."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from osubrowser.analysis.result import Analysis, NotJudged
from osubrowser.api.entities.modes import GameMode

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.api.replays import Replay


class WrongBeatmap(NotJudged):
    """Replay that was played on another version of the beatmap: the checksums differ."""


def analyse(
    replay: Replay,
    beatmap: Beatmap,
    *,
    any_version: bool = False,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Analysis:
    """Judge a replay of any ruleset on its beatmap.

    Args:
        any_version: judge on another version of the beatmap too; a note says that it was one.
        progress: called now and then with the part that is done, 0 to 1.
        is_cancelled: asked now and then whether to stop.

    Raises:
        WrongBeatmap: the replay is of another version of the beatmap.
        NotJudged: the replay or beatmap has no judgement; its text is a sentence for people.
        JudgementCancelled: `is_cancelled` returned true.
        ReplayError: the frames cannot be decompressed.
    """
    played = replay.beatmap_hash
    if played and played.lower() != beatmap.md5 and not any_version:
        raise WrongBeatmap("The replay was played on another version of this beatmap.")
    # Each ruleset is loaded at its first replay.
    if replay.mode == GameMode.OSU:
        from osubrowser.analysis.osu import judge
    elif replay.mode == GameMode.TAIKO:
        from osubrowser.analysis.taiko import judge
    elif replay.mode == GameMode.CATCH:
        from osubrowser.analysis.catch import judge
    elif replay.mode == GameMode.MANIA:
        from osubrowser.analysis.mania import judge
    else:
        raise NotJudged(
            f"The replay is of the ruleset {replay.mode.number}, which is not known here."
        )
    return judge(beatmap, replay, progress=progress, is_cancelled=is_cancelled)

"""Judgement of osu! replays: counts, combo, unstable rate, misses."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.difficulty import Difficulty
from osubrowser.analysis.hit_windows import hit_windows
from osubrowser.analysis.osu_stable import StablePlay
from osubrowser.analysis.playable_frames import playable_frames
from osubrowser.analysis.result import Analysis, JudgementCancelled, NotJudged
from osubrowser.analysis.stacking import stack_heights
from osubrowser.analysis.tally import Tally
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import MODS

if TYPE_CHECKING:
    from datetime import datetime

    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.api.mods import Mod
    from osubrowser.api.replays import Replay

_SERVER_VERSION: Final = 20_151_228
_REFUSED: Final = {
    "RX": "Relax presses the keys itself: its replays are not judged.",
    "AP": "Autopilot moves the cursor itself: its replays are not judged.",
    "AT": "This is a play of the game itself (Auto): it is not judged.",
    "CN": "This is a play of the game itself (Cinema): it is not judged.",
    "TP": "Target Practice has objects of its own in place of the beatmap's: it is not judged.",
}


def judge(
    beatmap: Beatmap,
    replay: Replay,
    *,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Analysis:
    """Judge an osu! replay on its beatmap, by the rules of the game that it was played in.

    Args:
        progress: called now and then with the part that is done, 0 to 1.
        is_cancelled: asked now and then whether to stop.

    Raises:
        NotJudged: the replay or beatmap has no judgement; its text is a sentence for people.
        JudgementCancelled: `is_cancelled` returned true.
        ReplayError: the frames cannot be decompressed.
    """
    mods = tuple(replay.mods)
    _check(beatmap, replay, mods)
    frames = playable_frames(replay, beatmap)
    if not frames:
        raise NotJudged("The replay has no frames: there is nothing to judge.")
    difficulty = Difficulty.of(beatmap, mods, is_lazer=replay.is_lazer)
    stacks = stack_heights(
        beatmap.hit_objects,
        format_version=beatmap.format_version,
        preempt_ms=difficulty.preempt_ms,
        leniency=beatmap.stack_leniency,
    )

    def step(part: float) -> None:
        if is_cancelled is not None and is_cancelled():
            raise JudgementCancelled
        if progress is not None:
            progress(part)

    header = header_counts(replay)
    tally = Tally()
    play = StablePlay(
        beatmap,
        difficulty,
        stacks,
        rules_version(replay.game_version, replay.timestamp),
        mods,
        tally,
    )
    play.run(frames, step)
    if sum(header.values()) >= len(beatmap.hit_objects):
        play.finish()
    return _analysis(beatmap, replay, mods, difficulty, tally, header)


def rules_version(game_version: int, timestamp: datetime | None) -> int:
    """Return the game version whose rules a stable play had, as a number `yyyymmdd`.

    Files from the server that do not know it name one of 2015; then the day of the play counts.
    """
    if game_version != _SERVER_VERSION or timestamp is None:
        return game_version
    return max(game_version, timestamp.year * 10_000 + timestamp.month * 100 + timestamp.day)


def header_counts(replay: Replay) -> dict[str, int]:
    """Return the counts of an osu! replay's header by today's names."""
    return {
        "great": replay.count_300,
        "ok": replay.count_100,
        "meh": replay.count_50,
        "miss": replay.count_miss,
    }


def _check(beatmap: Beatmap, replay: Replay, mods: Sequence[Mod]) -> None:
    """Raise NotJudged for what has no judgement here."""
    if replay.mode != GameMode.OSU:
        raise NotJudged("The replay is not of osu!.")
    if beatmap.mode != GameMode.OSU:
        raise NotJudged("The beatmap is not of osu!, and cannot be played in it.")
    if not beatmap.hit_objects:
        raise NotJudged("The beatmap has no hit objects: there is nothing to judge.")
    for mod in mods:
        sentence = _REFUSED.get(mod.acronym)
        if sentence:
            raise NotJudged(sentence)
        if mod.acronym not in MODS:
            raise NotJudged(f"The mod {mod.acronym:.20} is not known here: it is not judged.")
    if not any(header_counts(replay).values()):
        raise NotJudged(
            "The header of the replay has no counts: it was stripped, and is not judged."
        )


def _analysis(
    beatmap: Beatmap,
    replay: Replay,
    mods: tuple[Mod, ...],
    difficulty: Difficulty,
    tally: Tally,
    header: dict[str, int],
) -> Analysis:
    errors = [
        part.error for part in tally.parts if part.in_unstable_rate and part.error is not None
    ]
    raw, mean = unstable_rate(errors)
    return Analysis(
        mode=GameMode.OSU,
        mods=mods,
        is_lazer=replay.is_lazer,
        rate=difficulty.rate,
        beatmap=beatmap,
        parts=tuple(tally.parts),
        counts=dict(tally.counts),
        header_counts=header,
        max_combo=tally.max_combo,
        accuracy=tally.accuracy,
        unstable_rate=None if raw is None else raw / difficulty.rate,
        unstable_rate_raw=raw,
        mean_error_ms=mean,
        slider_breaks=len(tally.slider_breaks),
        windows=hit_windows(
            GameMode.OSU, beatmap.overall_difficulty, mods, is_lazer=replay.is_lazer
        ),
        notes=(),
    )


def unstable_rate(errors: Sequence[float]) -> tuple[float | None, float | None]:
    """Return ten times the standard deviation of errors in ms, and their mean; None without."""
    if not errors:
        return None, None
    mean = math.fsum(errors) / len(errors)
    variance = math.fsum((error - mean) ** 2 for error in errors) / len(errors)
    return 10 * math.sqrt(variance), mean

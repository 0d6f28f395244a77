"""Judgement of osu! replays: counts, combo, unstable rate, misses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.difficulty import Difficulty
from osubrowser.analysis.figures import header_counts, unstable_rate
from osubrowser.analysis.hit_windows import hit_windows
from osubrowser.analysis.osu_lazer import LazerPlay, has_classic_sliders
from osubrowser.analysis.osu_stable import StablePlay
from osubrowser.analysis.playable_frames import playable_frames
from osubrowser.analysis.result import Analysis, JudgementCancelled, NotJudged, Part
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
_PLAYED_BY_GAME: Final = {
    "RX": "Relax presses the keys itself: its replays are not judged.",
    "AP": "Autopilot moves the cursor itself: its replays are not judged.",
    "AT": "This is a play of the game itself (Auto): it is not judged.",
    "CN": "This is a play of the game itself (Cinema): it is not judged.",
}
_OTHER_OBJECTS: Final = frozenset({"TP", "RD", "MG", "RP", "WG", "TR", "DP", "GR", "DF", "SI"})
"""Mods that move or resize the hit objects, or make others."""


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
    play: StablePlay | LazerPlay
    if replay.is_lazer:
        tally = Tally(_lazer_weights(mods))
        play = LazerPlay(beatmap, difficulty, stacks, mods, tally)
    else:
        tally = Tally()
        version = rules_version(replay.game_version, replay.timestamp)
        play = StablePlay(beatmap, difficulty, stacks, version, mods, tally)
    play.run(frames, step)
    if sum(header.values()) >= len(beatmap.hit_objects):
        play.finish()
    return _analysis(beatmap, replay, mods, difficulty, tally, header)


def _lazer_weights(mods: Sequence[Mod]) -> dict[Part, int]:
    """Return what slider parts count in lazer's accuracy, of 300."""
    is_classic = has_classic_sliders(mods)
    weights = {Part.SLIDER_TICK: 30, Part.SLIDER_REPEAT: 30, Part.SLIDER_END: 150}
    return weights | {Part.SLIDER_HEAD: 30, Part.SLIDER_END: 10} if is_classic else weights


def rules_version(game_version: int, timestamp: datetime | None) -> int:
    """Return the game version whose rules a stable play had, as a number `yyyymmdd`.

    Files from the server that do not know it name one of 2015; then the day of the play counts.
    """
    if game_version != _SERVER_VERSION or timestamp is None:
        return game_version
    return max(game_version, timestamp.year * 10_000 + timestamp.month * 100 + timestamp.day)


def _notes(
    beatmap: Beatmap,
    replay: Replay,
    difficulty: Difficulty,
    tally: Tally,
    header: dict[str, int],
) -> list[str]:
    """Return what the reader of the figures must know, as sentences."""
    notes = list(beatmap.notes)
    if replay.beatmap_hash and replay.beatmap_hash.lower() != beatmap.md5:
        notes.append("The replay was played on another version of this beatmap.")
    if sum(header.values()) < len(beatmap.hit_objects):
        notes.append("The play ended before the beatmap: it is judged up to its last frame.")
    differing = [
        f"{count} {name} (the file: {header[name]})"
        for name, count in tally.counts.items()
        if count != header[name]
    ]
    if tally.max_combo != replay.max_combo:
        differing.append(f"a combo of {tally.max_combo} (the file: {replay.max_combo})")
    if differing:
        notes.append(f"The judgement differs from what the game counted: {', '.join(differing)}.")
    if difficulty.has_variable_rate and difficulty.final_rate == difficulty.rate:
        notes.append("The speed of the song changed; the unstable rate is of its speed at first.")
    return notes


def _check(beatmap: Beatmap, replay: Replay, mods: Sequence[Mod]) -> None:
    """Raise NotJudged for what has no judgement here."""
    if replay.mode != GameMode.OSU:
        raise NotJudged("The replay is not of osu!.")
    if beatmap.mode != GameMode.OSU:
        raise NotJudged("The beatmap is not of osu!, and cannot be played in it.")
    if not beatmap.hit_objects:
        raise NotJudged("The beatmap has no hit objects: there is nothing to judge.")
    for mod in mods:
        if mod.acronym in _PLAYED_BY_GAME:
            raise NotJudged(_PLAYED_BY_GAME[mod.acronym])
        if mod.acronym in _OTHER_OBJECTS:
            raise NotJudged(
                f"{mod.name} changes where the hit objects are: its replays are not judged."
            )
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
    timed = [
        (part.time, part.error)
        for part in tally.parts
        if part.in_unstable_rate and part.error is not None
    ]
    raw, mean = unstable_rate([error for _, error in timed])
    converted, _ = unstable_rate([error / difficulty.rate_at(time) for time, error in timed])
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
        unstable_rate=converted,
        unstable_rate_raw=raw,
        mean_error_ms=mean,
        slider_breaks=len(tally.slider_breaks),
        windows=hit_windows(
            GameMode.OSU, beatmap.overall_difficulty, mods, is_lazer=replay.is_lazer
        ),
        notes=tuple(_notes(beatmap, replay, difficulty, tally, header)),
    )

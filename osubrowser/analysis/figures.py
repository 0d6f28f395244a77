"""Figures of a judged play: header counts, combo, accuracy, unstable rate, mean error."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.difficulty import Difficulty
from osubrowser.analysis.hit_windows import SCORE_V2_MODS, hit_windows
from osubrowser.analysis.result import (
    Analysis,
    JudgedPart,
    Judgement,
    JudgementCancelled,
    NotJudged,
    Part,
)
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import MODS

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.api.replays import Replay

COUNT_NAMES: Final[Mapping[GameMode, tuple[str, ...]]] = {
    GameMode.OSU: ("great", "ok", "meh", "miss"),
    GameMode.TAIKO: ("great", "ok", "miss"),
    GameMode.CATCH: ("great", "large_tick_hit", "small_tick_hit", "small_tick_miss", "miss"),
    GameMode.MANIA: ("perfect", "great", "good", "ok", "meh", "miss"),
}
"""Names of the counts of a play by ruleset, best first."""

_HEADER_FIELDS: Final[Mapping[GameMode, tuple[str, ...]]] = {
    GameMode.OSU: ("300", "100", "50", "miss"),
    GameMode.TAIKO: ("300", "100", "miss"),
    GameMode.CATCH: ("300", "100", "50", "katu", "miss"),
    GameMode.MANIA: ("geki", "300", "katu", "100", "50", "miss"),
}
_WEIGHTS: Final[Mapping[GameMode, tuple[int, ...]]] = {
    GameMode.OSU: (300, 100, 50, 0),
    GameMode.TAIKO: (300, 150, 0),
    GameMode.CATCH: (300, 300, 300, 0, 0),
    GameMode.MANIA: (300, 300, 200, 100, 50, 0),
}
_WEIGHT_OF_PERFECT: Final = 305
"""What PERFECT counts in mania, of 305, in lazer and with Score V2."""
_MISS_SEARCH_MS: Final = 200.0
"""How far from a missed note a press is looked for."""


@dataclass(slots=True, kw_only=True)
class PartResult:
    """Result of a part of a hit object, before combo and accuracy are known.

    Attributes:
        count: name of the count that it is in, of `COUNT_NAMES`; None if it is in none.
        raises_combo: True raises the combo, False breaks it, None leaves it.
    """

    index: int
    part: Part
    judgement: Judgement
    object_time: float
    time: float
    count: str | None
    raises_combo: bool | None
    x: float = 0.0
    y: float = 0.0
    error: float | None = None
    in_unstable_rate: bool = False
    press_time: float | None = None
    column: int | None = None


def header_counts(replay: Replay) -> dict[str, int]:
    """Return the counts of a replay by today's names: of lazer's score info, or of the header.

    Empty for an unknown ruleset.
    """
    names = COUNT_NAMES.get(replay.mode, ())
    info = replay.score_info
    if info is not None and info.statistics:
        counts = {name: info.statistics.get(name, 0) for name in names}
        if replay.mode == GameMode.CATCH:
            counts["miss"] += info.statistics.get("large_tick_miss", 0)
        return counts
    fields = _HEADER_FIELDS.get(replay.mode, ())
    return {name: getattr(replay, f"count_{of}") for name, of in zip(names, fields, strict=True)}


def count_weights(mode: GameMode, *, counts_perfect: bool = False) -> dict[str, int]:
    """Return what each count of a ruleset is worth in the accuracy, of 300.

    Args:
        counts_perfect: whether PERFECT of mania is worth 305, and all are of 305: in lazer and
            with Score V2.
    """
    weights = dict(zip(COUNT_NAMES.get(mode, ()), _WEIGHTS.get(mode, ()), strict=True))
    if mode == GameMode.MANIA and counts_perfect:
        weights["perfect"] = _WEIGHT_OF_PERFECT
    return weights


def accuracy(mode: GameMode, counts: Mapping[str, int], *, counts_perfect: bool = False) -> float:
    """Return the accuracy of counts, 0 to 1; 1 without any. See `count_weights`."""
    weights = count_weights(mode, counts_perfect=counts_perfect)
    total = sum(counts.get(name, 0) for name in weights)
    earned = sum(weight * counts.get(name, 0) for name, weight in weights.items())
    return earned / (total * max(weights.values())) if total else 1.0


def unstable_rate(errors: Sequence[float]) -> tuple[float | None, float | None]:
    """Return ten times the standard deviation of errors in ms, and their mean; None without."""
    if not errors:
        return None, None
    mean = math.fsum(errors) / len(errors)
    variance = math.fsum((error - mean) ** 2 for error in errors) / len(errors)
    return 10 * math.sqrt(variance), mean


def check_playable(
    beatmap: Beatmap, replay: Replay, *, mode: GameMode, name: str, refused: Mapping[str, str]
) -> None:
    """Raise NotJudged for a replay that has no judgement on its beatmap.

    Args:
        name: of the ruleset, for the sentence.
        refused: sentences for mods whose plays are not judged, by acronym.
    """
    if replay.mode != mode:
        raise NotJudged(f"The replay is not of {name}.")
    if beatmap.mode != mode:
        raise NotJudged(
            f"The play was on a converted beatmap, and the notes of {name} in it are not known:"
            " it is not judged."
        )
    if not beatmap.hit_objects:
        raise NotJudged("The beatmap has no hit objects: there is nothing to judge.")
    for mod in replay.mods:
        if mod.acronym in refused:
            raise NotJudged(refused[mod.acronym])
        if mod.acronym not in MODS:
            raise NotJudged(f"The mod {mod.acronym:.20} is not known here: it is not judged.")
    if not any(header_counts(replay).values()):
        raise NotJudged(
            "The header of the replay has no counts: it was stripped, and is not judged."
        )


def steps(
    progress: Callable[[float], None] | None, is_cancelled: Callable[[], bool] | None
) -> Callable[[float], None]:
    """Return a function that reports the part that is done, 0 to 1.

    It raises JudgementCancelled once `is_cancelled` returns true.
    """

    def step(part: float) -> None:
        if is_cancelled is not None and is_cancelled():
            raise JudgementCancelled
        if progress is not None:
            progress(part)

    return step


def free_presses(presses: Iterable[float], used: set[float]) -> list[float]:
    """Return the times of presses, in ms and in order, that judged no note.

    Args:
        presses: times of all presses, in order.
        used: those that judged a note.
    """
    return [press for press in presses if press not in used]


def failed_press(object_time: float, free: Sequence[float]) -> float | None:
    """Return the press nearest to a missed note, the earlier of two; None without one.

    Args:
        free: times of `free_presses`, in ms.
    """
    at = bisect_left(free, object_time)
    near = [
        press
        for press in free[max(at - 1, 0) : at + 1]
        if abs(press - object_time) <= _MISS_SEARCH_MS
    ]
    return min(near, key=lambda press: abs(press - object_time), default=None)


def analysis_of(
    beatmap: Beatmap,
    replay: Replay,
    results: Iterable[PartResult],
    *,
    last_frame: float,
    ticks: Iterable[float] = (),
    is_combo_exact: bool = True,
) -> Analysis:
    """Return the analysis of a play from the results of its parts, in any order.

    Args:
        last_frame: time of the last frame in ms: a play that ended before the beatmap is judged up
            to it.
        ticks: times in ms at which held notes raise the combo, in any order.
        is_combo_exact: whether the game's combo can be told from a replay at all.
    """
    mods = tuple(replay.mods)
    header = header_counts(replay)
    difficulty = Difficulty.of(beatmap, mods, is_lazer=replay.is_lazer)
    ordered = sorted(results, key=lambda result: (result.time, result.object_time, result.index))
    notes = list(beatmap.notes)
    if replay.beatmap_hash and replay.beatmap_hash.lower() != beatmap.md5:
        notes.append("The replay was played on another version of this beatmap.")
    if sum(header.values()) < sum(result.count is not None for result in ordered):
        ordered = [result for result in ordered if result.time <= last_frame]
        notes.append("The play ended before the beatmap: it is judged up to its last frame.")
    counts_perfect = replay.is_lazer or not SCORE_V2_MODS.isdisjoint(mod.acronym for mod in mods)
    weights = count_weights(replay.mode, counts_perfect=counts_perfect)
    parts, counts, max_combo, breaks = _parts(ordered, weights, sorted(ticks))
    differing = [
        f"{count} {name} (the file: {header.get(name, 0)})"
        for name, count in counts.items()
        if count != header.get(name, 0)
    ]
    if is_combo_exact and max_combo != replay.max_combo:
        differing.append(f"a combo of {max_combo} (the file: {replay.max_combo})")
    if differing:
        notes.append(f"The judgement differs from what the game counted: {', '.join(differing)}.")
    timed = [
        (part.time, part.error)
        for part in parts
        if part.in_unstable_rate and part.error is not None
    ]
    raw, mean = unstable_rate([error for _, error in timed])
    converted, _ = unstable_rate([error / difficulty.rate_at(time) for time, error in timed])
    return Analysis(
        mode=replay.mode,
        mods=mods,
        is_lazer=replay.is_lazer,
        rate=difficulty.rate,
        beatmap=beatmap,
        parts=tuple(parts),
        counts=counts,
        header_counts=header,
        max_combo=max_combo,
        accuracy=accuracy(replay.mode, counts, counts_perfect=counts_perfect),
        unstable_rate=converted,
        unstable_rate_raw=raw,
        mean_error_ms=mean,
        slider_breaks=breaks,
        windows=hit_windows(
            replay.mode, beatmap.overall_difficulty, mods, is_lazer=replay.is_lazer
        ),
        notes=tuple(notes),
    )


def _parts(
    ordered: Iterable[PartResult], weights: Mapping[str, int], ticks: Sequence[float]
) -> tuple[list[JudgedPart], dict[str, int], int, int]:
    """Return the parts with combo and accuracy, the counts, the best combo, the broken holds."""
    parts: list[JudgedPart] = []
    counts = dict.fromkeys(weights, 0)
    combo = max_combo = earned = total = 0
    ticked = 0
    broken: set[int] = set()
    most = max(weights.values())
    for result in ordered:
        while ticked < len(ticks) and ticks[ticked] <= result.time:
            ticked += 1
            combo += 1
        max_combo = max(max_combo, combo)
        if result.raises_combo:
            combo += 1
            max_combo = max(max_combo, combo)
        elif result.raises_combo is False:
            combo = 0
            if result.judgement is Judgement.TICK_MISS:
                broken.add(result.index)
        if result.count is not None:
            counts[result.count] += 1
            earned += weights[result.count]
            total += most
        press = result.press_time
        parts.append(
            JudgedPart(
                index=result.index,
                part=result.part,
                judgement=result.judgement,
                object_time=result.object_time,
                time=result.time,
                x=result.x,
                y=result.y,
                error=result.error,
                counts=result.count is not None,
                in_unstable_rate=result.in_unstable_rate,
                combo=combo,
                accuracy=earned / total if total else 1.0,
                press_time=press,
                press_error=None if press is None else press - result.object_time,
                column=result.column,
            )
        )
    return parts, counts, max_combo, len(broken)

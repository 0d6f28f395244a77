"""Results of an analysis: judged parts of hit objects, misses, figures, curves."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.api.entities.modes import GameMode
    from osubrowser.api.mods import Mod


class NotJudged(ValueError):
    """Replay that cannot be judged; its text is a sentence for people. Its frames can be played."""


class JudgementCancelled(Exception):
    """Judgement that was stopped by its `is_cancelled`."""


class Judgement(Enum):
    """Result of a judged part, by lazer's names."""

    PERFECT = "perfect"
    GREAT = "great"
    GOOD = "good"
    OK = "ok"
    MEH = "meh"
    MISS = "miss"
    TICK_HIT = "tick_hit"
    TICK_MISS = "tick_miss"


class Part(Enum):
    """Part of a hit object that is judged by itself."""

    CIRCLE = "circle"
    SLIDER_HEAD = "slider head"
    SLIDER_TICK = "slider tick"
    SLIDER_REPEAT = "slider repeat"
    SLIDER_END = "slider end"
    SLIDER = "slider"  # a whole slider, as stable judges it at its end
    SPINNER = "spinner"
    NOTE = "note"  # taiko and mania
    DRUM_ROLL = "drum roll"
    HOLD = "hold note"  # as a whole, as stable judges it at its end
    HOLD_HEAD = "hold note head"
    HOLD_TAIL = "hold note tail"
    FRUIT = "fruit"
    DROPLET = "droplet"
    TINY_DROPLET = "tiny droplet"
    BANANA = "banana"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPart:
    """Judged part of a hit object.

    Times are milliseconds of the song, positions osu! pixels as played (mods and stacks applied).

    Attributes:
        index: of the hit object in `Beatmap.hit_objects`.
        object_time: when it was to be hit.
        time: when it was judged.
        error: press minus `object_time` in ms; in catch the distance at the catch in osu! pixels;
            None where the part has neither.
        counts: whether it is one of `Analysis.counts`; ticks of stable are not, for example.
        in_unstable_rate: whether `error` is one of the unstable rate's.
        combo: combo after it.
        accuracy: accuracy after it, 0 to 1.
        press_time: for a miss, the nearest press of it that failed; None without one.
        press_error: that press minus `object_time`, ms.
        press_distance: how far the cursor was from its centre at that press, osu! pixels.
        column: in mania, from 0.
    """

    index: int
    part: Part
    judgement: Judgement
    object_time: float
    time: float
    x: float = 0.0
    y: float = 0.0
    error: float | None = None
    counts: bool = True
    in_unstable_rate: bool = False
    combo: int = 0
    accuracy: float = 1.0
    press_time: float | None = None
    press_error: float | None = None
    press_distance: float | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HitWindow:
    """Hit window: a result and the most milliseconds from the object that give it."""

    judgement: Judgement
    milliseconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Analysis of a replay on its beatmap: what was judged, and the figures of it.

    Attributes:
        counts: by today's names: great ok meh miss; in mania perfect great good ok meh miss; in
            taiko great ok miss; in catch great (fruits), large_tick_hit (droplets),
            small_tick_hit (tiny droplets), small_tick_miss, miss.
        header_counts: of the file's header under the same names.
        unstable_rate: converted, divided by the rate; None without timed hits (and in catch).
        unstable_rate_raw: of map time.
        mean_error_ms: mean of (press - object), map time; None without timed hits.
        slider_breaks: sliders whose combo broke after their head was hit, or whose head was missed.
        rate: speed of the song.
        windows: of the play, best first, in map time.
        notes: sentences about what the reader of the figures must know: that the counts differ
            from the header's, that another version of the beatmap was judged.
    """

    mode: GameMode
    mods: tuple[Mod, ...]
    is_lazer: bool
    rate: float
    beatmap: Beatmap = field(repr=False)
    parts: tuple[JudgedPart, ...] = field(repr=False)
    counts: dict[str, int]
    header_counts: dict[str, int]
    max_combo: int
    accuracy: float
    unstable_rate: float | None
    unstable_rate_raw: float | None
    mean_error_ms: float | None
    slider_breaks: int
    windows: tuple[HitWindow, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def misses(self) -> tuple[JudgedPart, ...]:
        """The parts that count and were missed, in order of time."""
        return tuple(p for p in self.parts if p.counts and p.judgement is Judgement.MISS)

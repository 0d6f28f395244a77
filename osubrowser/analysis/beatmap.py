"""Objects of a beatmap file (`.osu`): hit objects, timing, difficulty, metadata."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osubrowser.analysis.curves import SliderPath
    from osubrowser.api.entities.modes import GameMode


class BeatmapError(ValueError):
    """Beatmap file that cannot be read; its text is a sentence for people."""


class ObjectKind(Enum):
    """Kind of a hit object, as the file's type bits say."""

    CIRCLE = "circle"
    SLIDER = "slider"
    SPINNER = "spinner"
    HOLD = "hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class HitObject:
    """Hit object of a beatmap file.

    Times are milliseconds of the song, as in the file (fractional in lazer's files); positions are
    osu! pixels, 512 x 384, before stacking and before any mod.

    Attributes:
        index: position in `Beatmap.hit_objects`.
        end_time: end of a slider, spinner or hold note; `time` of a circle.
        is_new_combo: whether it begins a combo.
        combo_number: 1 for the first of its combo.
        combo_index: number of the combo with the colours that the file skips; its colour is
            `combo_colours[combo_index % len(combo_colours)]`. The first combo has 1: the game
            begins with the second colour.
        sounds: bits of its hit sounds: 2 whistle, 4 finish, 8 clap.
        path: path of a slider, else None.
        spans: how often a slider is travelled, 1 or more; 1 for other objects.
        tick_times: times of a slider's ticks, in order, over all spans, without repeats and end.
        stack_height: how many stack offsets it is moved, by the stacking rule of osu!.
    """

    index: int
    kind: ObjectKind
    time: float
    end_time: float
    x: float
    y: float
    is_new_combo: bool = False
    combo_number: int = 1
    combo_index: int = 0
    sounds: int = 0
    path: SliderPath | None = None
    spans: int = 1
    tick_times: tuple[float, ...] = ()
    stack_height: int = 0

    @property
    def duration(self) -> float:
        """Milliseconds from its start to its end."""
        return self.end_time - self.time

    @property
    def span_duration(self) -> float:
        """Milliseconds of one span."""
        return self.duration / self.spans


@dataclass(frozen=True, slots=True, kw_only=True)
class TimingPoint:
    """Timing point: a tempo, or a slider velocity that is inherited.

    Attributes:
        beat_length: milliseconds of a beat, of the tempo in force.
        velocity: multiplier of the slider velocity.
        is_tempo: whether it sets a tempo.
        has_ticks: whether sliders have ticks; beatmaps that use NaN as velocity switch them off.
    """

    time: float
    beat_length: float
    velocity: float
    meter: int = 4
    is_tempo: bool = True
    is_kiai: bool = False
    has_ticks: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakPeriod:
    """Break without hit objects, in milliseconds of the song."""

    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Beatmap:
    """Beatmap of a file, as it was made: without mods.

    `md5` is of the file's bytes, in hex. `has_all_paths` tells whether the paths of its sliders
    were within `PathBudget`. `notes` are sentences about what the file has and the reader leaves
    out, such as more objects than a play can have.
    """

    md5: str
    format_version: int
    mode: GameMode
    title: str = ""
    title_original: str = ""
    artist: str = ""
    artist_original: str = ""
    creator: str = ""
    difficulty: str = ""
    beatmap_id: int = 0
    beatmapset_id: int = 0
    circle_size: float = 5.0
    overall_difficulty: float = 5.0
    approach_rate: float = 5.0
    drain: float = 5.0
    slider_multiplier: float = 1.4
    slider_tick_rate: float = 1.0
    stack_leniency: float = 0.7
    audio_file: str = ""
    combo_colours: tuple[tuple[int, int, int], ...] = ()
    breaks: tuple[BreakPeriod, ...] = ()
    timing_points: tuple[TimingPoint, ...] = field(default=(), repr=False)
    hit_objects: tuple[HitObject, ...] = field(default=(), repr=False)
    has_all_paths: bool = True
    notes: tuple[str, ...] = ()

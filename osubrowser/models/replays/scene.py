"""Scene of a playback: replays over each other on one beatmap, read at any moment of the song.

Everything is computed once, on a worker, and never changes: what is drawn at a moment depends on
that moment alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.difficulty import Difficulty
from osubrowser.analysis.playable_frames import playable_frames
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.replays import read_replay
from osubrowser.models.replays.scene_frames import (
    LAZER_LANES,
    OSU_LANES,
    TAIKO_LANES,
    FrameTrack,
    KeyLane,
    LifeGraph,
    lanes_of_bits,
    lanes_of_catch,
    mania_lanes,
)
from osubrowser.models.replays.scene_judged import JudgedTimeline
from osubrowser.models.replays.scene_objects import (
    LINGER,
    ColumnObject,
    FruitObject,
    LaneObject,
    OsuObject,
    VisibleObjects,
    column_objects,
    flips_of,
    fruit_objects,
    lane_objects,
    osu_objects,
)
from osubrowser.models.replays.scene_words import HeaderTexts, header_texts

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.analysis.result import Analysis
    from osubrowser.api.replays import Replay
    from osubrowser.services.replays.records import BeatmapTitle

LANE_LENGTH: Final = 640.0
"""Osu! pixels of a lane of taiko, from its right end to where notes are hit."""
SCROLL_MS: Final = 750.0
"""Milliseconds that a note of mania takes from the top of the stage to where it is hit."""
CATCH_TOP: Final = -60.0
CATCH_LINE: Final = 340.0
"""Where fruits of catch appear and where they are caught, osu! pixels from the top."""

_LONGEST: Final = 24 * 3600 * 1000.0  # milliseconds of a playback
_TAIL: Final = 500.0  # milliseconds after the last frame
_MOST_PERIODS: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayTrack:
    """Replay of a scene.

    Attributes:
        path: of its file.
        replay: the replay, for its header.
        frames: cursor and keys.
        lanes: keys, and when each was down.
        life: life bar.
        texts: texts of its header.
        judged: its judgement; None while there is none.
        note: why there is no judgement, as a sentence; "" otherwise.
        flips: whether its mods mirror the playfield horizontally and vertically.
    """

    path: str
    replay: Replay = field(repr=False)
    frames: FrameTrack = field(repr=False)
    lanes: tuple[KeyLane, ...] = field(repr=False)
    life: LifeGraph = field(repr=False)
    texts: HeaderTexts
    judged: JudgedTimeline | None = field(default=None, repr=False)
    note: str = ""
    flips: tuple[bool, bool] = (False, False)

    @property
    def mode(self) -> GameMode:
        """Ruleset of the replay."""
        return self.replay.mode


def read_track(data: bytes, path: str) -> ReplayTrack:
    """Return the replay in the bytes of a file, without its beatmap. For a worker: some 100 ms.

    Raises ReplayError with a sentence for a damaged file.
    """
    replay = read_replay(data)
    frames = FrameTrack(playable_frames(replay))
    return ReplayTrack(
        path=path,
        replay=replay,
        frames=frames,
        lanes=tuple(_lanes(replay, frames, None)),
        life=LifeGraph(replay.life_bar_graph),
        texts=header_texts(replay),
        flips=flips_of(replay.mods) if replay.mode == GameMode.OSU else (False, False),
    )


def with_title(track: ReplayTrack, title: BeatmapTitle, *, original: bool = False) -> ReplayTrack:
    """Return a track without a beatmap with the titles that osu! gave of it."""
    return replace(track, texts=header_texts(track.replay, original=original, known=title))


def with_beatmap(track: ReplayTrack, beatmap: Beatmap, *, original: bool = False) -> ReplayTrack:
    """Return a track with what its beatmap says: titles, the columns of mania, times.

    Args:
        track: the track.
        beatmap: its beatmap.
        original: titles in the language of the song.
    """
    frames = track.frames
    old = playable_frames(track.replay, beatmap) if beatmap.format_version < 5 else None
    if old is not None:
        frames = FrameTrack(old)
    lanes = track.lanes
    if old is not None or track.mode == GameMode.MANIA:
        columns = round(beatmap.circle_size) if beatmap.mode == GameMode.MANIA else None
        lanes = tuple(_lanes(track.replay, frames, columns))
    texts = header_texts(track.replay, beatmap, original=original)
    return replace(track, frames=frames, lanes=lanes, texts=texts)


def with_judgement(
    track: ReplayTrack, beatmap: Beatmap, analysis: Analysis, *, original: bool = False
) -> ReplayTrack:
    """Return a track with its judgement. For a worker."""
    texts = header_texts(track.replay, beatmap, analysis, original=original)
    return replace(track, judged=JudgedTimeline(analysis), texts=texts, note="")


def _lanes(replay: Replay, frames: FrameTrack, columns: int | None) -> list[KeyLane]:
    match replay.mode:
        case GameMode.TAIKO:
            return lanes_of_bits(frames, TAIKO_LANES)
        case GameMode.CATCH:
            return lanes_of_catch(frames)
        case GameMode.MANIA:
            return mania_lanes(frames, columns)
        case GameMode.OSU if replay.is_lazer:
            return lanes_of_bits(frames, LAZER_LANES)
        case _:
            return lanes_of_bits(frames, OSU_LANES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that a playback draws.

    Attributes:
        mode: ruleset of the replays.
        tracks: at least one; the first one's mods and judgement show the hit objects.
        beatmap: their beatmap; None while it is not known.
        difficulty: of the first replay.
        objects: hit objects as played, in order of time; of the type of the ruleset. None are
            there for a converted beatmap, and for catch without a judgement.
        visible: which of them are visible when.
        columns: of mania.
        start, end: of the playback, milliseconds of the song.
        rate: speed of the song.
        breaks, kiai: periods in milliseconds.
    """

    mode: GameMode
    tracks: tuple[ReplayTrack, ...]
    beatmap: Beatmap | None = field(default=None, repr=False)
    difficulty: Difficulty = field(default_factory=Difficulty)
    objects: tuple[OsuObject | LaneObject | ColumnObject | FruitObject, ...] = field(
        default=(), repr=False
    )
    visible: VisibleObjects = field(default_factory=lambda: VisibleObjects(()), repr=False)
    columns: int = 0
    start: float = 0.0
    end: float = 0.0
    rate: float = 1.0
    breaks: tuple[tuple[float, float], ...] = ()
    kiai: tuple[tuple[float, float], ...] = ()

    @property
    def first(self) -> ReplayTrack:
        """The first replay."""
        return self.tracks[0]

    @property
    def duration(self) -> float:
        """Length of the playback, milliseconds of the song."""
        return self.end - self.start


def build_scene(
    tracks: tuple[ReplayTrack, ...], beatmap: Beatmap | None = None, base: Scene | None = None
) -> Scene:
    """Return the scene of replays. For a worker: some 10 ms a thousand objects.

    Args:
        tracks: at least one, of one ruleset and beatmap.
        beatmap: their beatmap; None while it is not known.
        base: a scene of the same beatmap and first replay, whose objects are taken over; in catch
            they come from the judgement.
    """
    first = tracks[0]
    mode = first.mode
    start = min(0.0, *(track.frames.start for track in tracks))
    end = max(track.frames.end for track in tracks) + _TAIL
    if beatmap is None:
        rate = math.prod(mod.rate for mod in first.replay.mods)
        return Scene(
            mode=mode,
            tracks=tracks,
            start=max(start, -_LONGEST),
            end=min(max(end, start + 1), _LONGEST),
            rate=min(max(rate, 0.1), 10.0) if math.isfinite(rate) else 1.0,
            columns=len(first.lanes) if mode == GameMode.MANIA else 0,
        )
    is_judged = first.judged is not None
    if not any(len(track.frames) for track in tracks) and beatmap.hit_objects:
        end = max(end, beatmap.hit_objects[-1].end_time + _TAIL)
    if base is not None and base.beatmap is beatmap and (mode != GameMode.CATCH or not is_judged):
        return replace(
            base, tracks=tracks, start=max(start, -_LONGEST), end=min(max(end, start + 1), _LONGEST)
        )
    difficulty = Difficulty.of(beatmap, first.replay.mods, is_lazer=first.replay.is_lazer)
    objects, periods, columns = _objects(first, beatmap, difficulty)
    return Scene(
        mode=mode,
        tracks=tracks,
        beatmap=beatmap,
        difficulty=difficulty,
        objects=tuple(objects),
        visible=VisibleObjects(periods),
        columns=columns,
        start=max(start, -_LONGEST),
        end=min(max(end, start + 1), _LONGEST),
        rate=difficulty.rate,
        breaks=tuple((one.start, one.end) for one in beatmap.breaks[:_MOST_PERIODS]),
        kiai=tuple(_kiai(beatmap, end)),
    )


def _objects(
    first: ReplayTrack, beatmap: Beatmap, difficulty: Difficulty
) -> tuple[
    list[OsuObject] | list[LaneObject] | list[ColumnObject] | list[FruitObject],
    list[tuple[float, float]],
    int,
]:
    """Return the objects of a scene, the period that each is visible in, and the columns."""
    mode, mods = first.mode, first.replay.mods
    preempt = difficulty.preempt_ms
    if mode == GameMode.MANIA:
        if beatmap.mode != GameMode.MANIA:
            return [], [], len(first.lanes)
        notes, columns = column_objects(beatmap, mods)
        return notes, [(n.time - SCROLL_MS, n.end_time + LINGER) for n in notes], columns
    if mode == GameMode.CATCH:
        if first.judged is None:
            return [], [], 0
        fruits = fruit_objects(first.judged.analysis, beatmap)
        return fruits, [(f.time - preempt, f.time + LINGER) for f in fruits], 0
    if beatmap.mode != mode:
        return [], [], 0
    if mode == GameMode.TAIKO:
        lane = lane_objects(beatmap)
        return lane, [(n.time - LANE_LENGTH / n.speed, n.end_time + LINGER) for n in lane], 0
    circles = osu_objects(beatmap, mods, difficulty)
    return circles, [(o.time - preempt, o.end_time + LINGER) for o in circles], 0


def _kiai(beatmap: Beatmap, end: float) -> list[tuple[float, float]]:
    """Return the periods of kiai time."""
    found: list[tuple[float, float]] = []
    since: float | None = None
    for point in beatmap.timing_points:
        if point.is_kiai and since is None:
            since = point.time
        elif not point.is_kiai and since is not None:
            found.append((since, point.time))
            since = None
            if len(found) >= _MOST_PERIODS:
                break
    if since is not None:
        found.append((since, end))
    return found

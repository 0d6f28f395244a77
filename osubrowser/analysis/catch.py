"""Judgement of catch replays: fruits, droplets and bananas by the position of the catcher."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.beatmap import ObjectKind
from osubrowser.analysis.difficulty import Difficulty
from osubrowser.analysis.figures import PartResult, analysis_of, check_playable, steps
from osubrowser.analysis.hit_windows import single_precision
from osubrowser.analysis.playable_frames import playable_frames
from osubrowser.analysis.result import Analysis, Judgement, NotJudged, Part
from osubrowser.api.entities.modes import GameMode

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap, HitObject
    from osubrowser.analysis.playable_frames import PlayedFrame
    from osubrowser.api.replays import Replay

FIELD_WIDTH: Final = 512.0
"""Width of the playfield in osu! pixels."""
MAX_PIECES: Final = 300_000
"""Fruits, droplets and bananas of the largest beatmap that is judged."""

_SEED: Final = 1337
_CATCHER_WIDTH: Final = 106.75
_CATCH_RANGE: Final = 0.8
_LAST_TICK_MS: Final = 36
_TINY_FROM_MS: Final = 80
_TINY_MAX_MS: Final = 100
_TINY_SPREAD: Final = 20
_HARD_ROCK_MAX_MS: Final = 1000
_HARD_ROCK_MAX: Final = 20
_PROGRESS_STEP: Final = 4096
_REFUSED: Final = {
    "AS": "Adaptive Speed changes the speed as it goes: its replays are not judged.",
    "SR": "Simplified Rhythm makes other fruits: its replays are not judged.",
}
_COUNTS: Final = {
    Part.FRUIT: ("great", "miss"),
    Part.DROPLET: ("large_tick_hit", "miss"),
    Part.TINY_DROPLET: ("small_tick_hit", "small_tick_miss"),
    Part.BANANA: (None, None),
}


@dataclass(slots=True)
class CatchPiece:
    """Fruit, droplet, tiny droplet or banana: when it lands, and where, in osu! pixels."""

    index: int
    part: Part
    time: float
    x: float


class LegacyRandom:
    """Random numbers of stable (xorshift): the same seed gives the same beatmap everywhere."""

    def __init__(self, seed: int) -> None:
        self._state = (seed & 0xFFFFFFFF, 842502087, 3579807591, 273326509)
        self._bits = 0
        self._bit = 32

    def next_unsigned(self) -> int:
        """Return the next number of 32 bits."""
        x, y, z, w = self._state
        mixed = (x ^ (x << 11)) & 0xFFFFFFFF
        result = w ^ (w >> 19) ^ mixed ^ (mixed >> 8)
        self._state = (y, z, w, result)
        return result

    def next_real(self) -> float:
        """Return the next number from 0 to below 1."""
        return (self.next_unsigned() & 0x7FFFFFFF) / 2147483648.0

    def next_between(self, lower: float, upper: float) -> int:
        """Return the next whole number in a range, towards 0."""
        return int(lower + self.next_real() * (upper - lower))

    def next_bool(self) -> bool:
        """Return the next bit: one number gives 32 of them."""
        if self._bit == 32:
            self._bits = self.next_unsigned()
            self._bit = 1
        else:
            self._bit += 1
            self._bits >>= 1
        return bool(self._bits & 1)


def judge(
    beatmap: Beatmap,
    replay: Replay,
    *,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Analysis:
    """Judge a catch replay on its beatmap. `JudgedPart.error` is the distance at the catch.

    Args:
        progress: called now and then with the part that is done, 0 to 1.
        is_cancelled: asked now and then whether to stop.

    Raises:
        NotJudged: the replay or beatmap has no judgement; its text is a sentence for people.
        JudgementCancelled: `is_cancelled` returned true.
        ReplayError: the frames cannot be decompressed.
    """
    check_playable(beatmap, replay, mode=GameMode.CATCH, name="catch", refused=_REFUSED)
    acronyms = {mod.acronym for mod in replay.mods}
    step = steps(progress, is_cancelled)
    # Before the frames: a beatmap with too many is refused at once.
    pieces = catch_pieces(beatmap, has_hard_rock="HR" in acronyms, is_mirrored="MR" in acronyms)
    frames = playable_frames(replay, beatmap)
    if not frames:
        raise NotJudged("The replay has no frames: there is nothing to judge.")
    difficulty = Difficulty.of(beatmap, replay.mods, is_lazer=replay.is_lazer)
    half_width = catch_width(difficulty.circle_size) / 2
    catcher = CatcherPath(frames)
    results = []
    for number, piece in enumerate(pieces):
        if number % _PROGRESS_STEP == 0:
            step(number / len(pieces))
        results.append(_result(piece, piece.x - catcher.x_at(piece.time), half_width))
    return analysis_of(beatmap, replay, results, last_frame=frames[-1].time)


def _result(piece: CatchPiece, distance: float, half_width: float) -> PartResult:
    is_caught = abs(distance) <= half_width
    is_large = piece.part in (Part.FRUIT, Part.DROPLET)
    if is_large:
        judgement = Judgement.GREAT if is_caught else Judgement.MISS
    else:
        judgement = Judgement.TICK_HIT if is_caught else Judgement.TICK_MISS
    return PartResult(
        index=piece.index,
        part=piece.part,
        judgement=judgement,
        object_time=piece.time,
        time=piece.time,
        count=_COUNTS[piece.part][0 if is_caught else 1],
        raises_combo=is_caught if is_large else None,
        x=piece.x,
        error=distance,
    )


def catch_width(circle_size: float) -> float:
    """Return the width that catches, in osu! pixels, of a circle size with mods."""
    scale = 1.0 - 0.7 * (single_precision(circle_size) - 5) / 5
    return _CATCHER_WIDTH * abs(scale) * _CATCH_RANGE


class CatcherPath:
    """Position of the catcher over time: straight between the frames of a replay."""

    def __init__(self, frames: Sequence[PlayedFrame]) -> None:
        self._frames = frames
        self._times = [frame.time for frame in frames]

    def x_at(self, time: float) -> float:
        """Return its x at a time in ms, in osu! pixels."""
        at = bisect_right(self._times, time)
        if at == 0:
            return self._frames[0].x
        before = self._frames[at - 1]
        if at == len(self._frames):
            return before.x
        after = self._frames[at]
        return before.x + (after.x - before.x) * (time - before.time) / (after.time - before.time)


def catch_pieces(
    beatmap: Beatmap, *, has_hard_rock: bool = False, is_mirrored: bool = False
) -> list[CatchPiece]:
    """Return all that falls in a catch beatmap, in order of its hit objects.

    Raises NotJudged for a beatmap with more than `MAX_PIECES`.
    """
    offsets = _Offsets(has_hard_rock=has_hard_rock)
    pieces: list[CatchPiece] = []
    for thing in beatmap.hit_objects:
        for piece in offsets.of(thing):
            piece.x = min(max(piece.x, 0.0), FIELD_WIDTH)
            if is_mirrored:
                piece.x = FIELD_WIDTH - piece.x
            pieces.append(piece)
            if len(pieces) > MAX_PIECES:
                raise NotJudged(
                    "The beatmap has more fruits than a play can have: it is not judged."
                )
    return pieces


class _Offsets:
    """Random offsets of fruits: each hit object changes those of the ones after it."""

    def __init__(self, *, has_hard_rock: bool) -> None:
        self._random = LegacyRandom(_SEED)
        self._has_hard_rock = has_hard_rock
        self._last_x: float | None = None
        self._last_time = 0.0

    def of(self, thing: HitObject) -> Iterator[CatchPiece]:
        """Yield the pieces of the next hit object."""
        if thing.kind is ObjectKind.SPINNER:
            yield from self._bananas(thing)
        elif thing.kind is ObjectKind.SLIDER and thing.path is not None:
            yield from self._stream(thing)
        else:
            x = self._hard_rock_x(thing) if self._has_hard_rock else thing.x
            yield CatchPiece(thing.index, Part.FRUIT, thing.time, x)

    def _bananas(self, thing: HitObject) -> Iterator[CatchPiece]:
        spacing = thing.duration
        while spacing > _TINY_MAX_MS:
            spacing /= 2
        if not spacing > 0:
            return
        time, end = float(int(thing.time)), int(thing.end_time)
        while time <= end:
            x = self._random.next_real() * FIELD_WIDTH
            for _ in range(3):  # its type, rotation and colour
                self._random.next_unsigned()
            yield CatchPiece(thing.index, Part.BANANA, time, x)
            time += spacing

    def _stream(self, thing: HitObject) -> Iterator[CatchPiece]:
        path = thing.path
        if path is None:
            return
        # The game takes the last control point for the end, and the start for the end's time.
        end = path.segments[-1].points[-1].real if path.segments else 0.0
        self._last_x, self._last_time = thing.x + end, thing.time
        for piece in _stream_pieces(thing):
            if piece.part is Part.TINY_DROPLET:
                offset = self._random.next_between(-_TINY_SPREAD, _TINY_SPREAD)
                piece.x = min(max(piece.x + offset, 0.0), FIELD_WIDTH)
            elif piece.part is Part.DROPLET:
                self._random.next_unsigned()  # its rotation
            yield piece

    def _hard_rock_x(self, thing: HitObject) -> float:
        x = thing.x
        passed = int(thing.time - self._last_time)
        if not self._last_x or passed > _HARD_ROCK_MAX_MS:
            self._last_x, self._last_time = x, thing.time
            return x
        distance = x - self._last_x
        if distance == 0:
            return self._random_x(x, passed / 4)
        if abs(distance) < int(passed / 3):
            moved = x + distance
            if (distance > 0 and moved < FIELD_WIDTH) or (distance < 0 and moved > 0):
                x = moved
        self._last_x, self._last_time = x, thing.time
        return x

    def _random_x(self, x: float, most: float) -> float:
        is_right = self._random.next_bool()
        offset = min(_HARD_ROCK_MAX, self._random.next_between(0, max(0.0, most)))
        if is_right:
            return x + offset if x + offset <= FIELD_WIDTH else x - offset
        return x - offset if x - offset >= 0 else x + offset


def _stream_pieces(thing: HitObject) -> Iterator[CatchPiece]:
    """Yield the pieces of a slider in order, without random offsets."""
    path = thing.path
    if path is None:
        return
    for before, after in pairwise([None, *_stream_events(thing)]):
        if after is None:
            continue
        time, progress, part = after
        if before is not None:
            begin, begin_progress, _ = before
            passed = int(time) - int(begin)
            if passed > _TINY_FROM_MS:
                between = float(passed)
                while between > _TINY_MAX_MS:
                    between /= 2
                tiny = between
                while tiny < passed:
                    at = begin_progress + tiny / passed * (progress - begin_progress)
                    yield CatchPiece(
                        thing.index, Part.TINY_DROPLET, begin + tiny, path.position_at(at)[0]
                    )
                    tiny += between
        if part is not None:
            yield CatchPiece(thing.index, part, time, path.position_at(progress)[0])


def _stream_events(thing: HitObject) -> Iterator[tuple[float, float, Part | None]]:
    """Yield time, progress on the path and part of a slider's head, ticks, repeats and end.

    The last tick of the game, which is no part, is among them: tiny droplets count from it.
    """
    span, spans = thing.span_duration, thing.spans
    yield thing.time, 0.0, Part.FRUIT
    ticks = iter(thing.tick_times)
    tick = next(ticks, None)
    for number in range(spans):
        begin = thing.time + number * span
        end = begin + span
        while tick is not None and (tick < end or number == spans - 1):
            part = (tick - begin) / span if span > 0 else 0.0
            yield tick, 1 - part if number % 2 else part, Part.DROPLET
            tick = next(ticks, None)
        if number < spans - 1:
            yield end, (number + 1) % 2, Part.FRUIT
    begin = thing.time + (spans - 1) * span
    last = max(thing.time + thing.duration / 2, begin + span - _LAST_TICK_MS)
    progress = (last - begin) / span if span > 0 else 0.0
    yield last, 1 - progress if spans % 2 == 0 else progress, None
    yield thing.time + spans * span, spans % 2, Part.FRUIT

"""Cursor, keys and life bar of a replay over time, in arrays that any moment is read from."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from osubrowser.analysis.playable_frames import PlayedFrame

MOST_COLUMNS: Final = 20
"""Columns of mania that a frame has bits for."""

_FARTHEST: Final = 1e5  # osu! pixels: farther positions are of no picture
_MOST_LIFE_POINTS: Final = 20_000
_LEAST_STEP: Final = 0.5  # osu! pixels that a catcher moves between two frames


class FrameTrack:
    """Frames of a replay as arrays, sorted by time.

    Args:
        frames: of `playable_frames`: times in milliseconds of the song, in order.

    Attributes:
        times, xs, ys, keys: one entry a frame; positions in osu! pixels.
    """

    __slots__ = ("keys", "times", "xs", "ys")

    def __init__(self, frames: Iterable[PlayedFrame] = ()) -> None:
        self.times, self.xs, self.ys = array("d"), array("d"), array("d")
        self.keys = array("q")
        for time, x, y, keys in frames:
            self.times.append(time)
            self.xs.append(min(max(x, -_FARTHEST), _FARTHEST))
            self.ys.append(min(max(y, -_FARTHEST), _FARTHEST))
            self.keys.append(keys)

    def __len__(self) -> int:
        """Return the number of frames."""
        return len(self.times)

    @property
    def start(self) -> float:
        """Time of the first frame; 0 without frames."""
        return self.times[0] if self.times else 0.0

    @property
    def end(self) -> float:
        """Time of the last frame; 0 without frames."""
        return self.times[-1] if self.times else 0.0

    def index_at(self, time: float) -> int:
        """Return the index of the frame that a moment belongs to; -1 before the first."""
        return bisect_right(self.times, time) - 1

    def position_at(self, time: float) -> tuple[float, float]:
        """Return the cursor, on the line between two frames; (256, 192) without frames."""
        if not self.times:
            return 256.0, 192.0
        i = bisect_right(self.times, time) - 1
        if i < 0:
            return self.xs[0], self.ys[0]
        if i + 1 >= len(self.times):
            return self.xs[-1], self.ys[-1]
        before, after = self.times[i], self.times[i + 1]
        share = (time - before) / (after - before)  # never 0: `bisect_right` passes equal times
        x, y = self.xs[i], self.ys[i]
        return x + (self.xs[i + 1] - x) * share, y + (self.ys[i + 1] - y) * share

    def keys_at(self, time: float) -> int:
        """Return the bits of the keys that are down; 0 before the first frame."""
        i = bisect_right(self.times, time) - 1
        return self.keys[i] if i >= 0 else 0

    def step(self, time: float, steps: int) -> float:
        """Return the time of the next (1) or previous (-1) frame that has another time."""
        if not self.times:
            return time
        if steps > 0:
            i = bisect_right(self.times, time + 1e-6)
            return self.times[min(i, len(self.times) - 1)]
        i = bisect_left(self.times, time - 1e-6) - 1
        return self.times[max(i, 0)]


@dataclass(frozen=True, slots=True)
class KeyLane:
    """Key or column, and when it was down.

    Attributes:
        label: short name, such as `K1`.
        starts, ends: milliseconds of each press; a press ends at the frame without it.
    """

    label: str
    starts: array[float]
    ends: array[float]
    _counts: list[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the texts of all counts."""
        counts = [str(count) for count in range(len(self.starts) + 1)]
        object.__setattr__(self, "_counts", counts)

    def count_at(self, time: float) -> int:
        """Return how often it was pressed until then."""
        return bisect_right(self.starts, time)

    def count_text_at(self, time: float) -> str:
        """Return how often it was pressed until then, as a text that was made ahead."""
        return self._counts[self.count_at(time)]

    def is_down_at(self, time: float) -> bool:
        """Return whether it is down."""
        i = bisect_right(self.starts, time) - 1
        return i >= 0 and time < self.ends[i]

    def between(self, start: float, end: float) -> list[tuple[float, float]]:
        """Return the presses that overlap a period, as (start, end)."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return list(zip(self.starts[first:last], self.ends[first:last], strict=True))


def lanes_of_bits(frames: FrameTrack, lanes: Sequence[tuple[str, int, int]]) -> list[KeyLane]:
    """Return key lanes by bits.

    Args:
        frames: the frames.
        lanes: label, bit, and a bit that stands for another key which sets this bit, too; 0 for
            none. K1 of osu! sets the bit of M1.
    """
    found = []
    times, keys = frames.times, frames.keys
    for label, bit, other in lanes:
        wanted = bit | other
        starts, ends = array("d"), array("d")
        is_down = False
        for time, bits in zip(times, keys, strict=True):
            if ((bits & wanted) == bit) != is_down:
                is_down = not is_down
                (starts if is_down else ends).append(time)
        if is_down:
            ends.append(frames.end)
        found.append(KeyLane(label, starts, ends))
    return found


def lanes_of_catch(frames: FrameTrack) -> list[KeyLane]:
    """Return the lanes of catch: left and right by the catcher's movement, and the dash key."""
    left, right = array("d"), array("d")
    left_ends, right_ends = array("d"), array("d")
    way = 0
    for i in range(1, len(frames)):
        step = frames.xs[i] - frames.xs[i - 1]
        now = 0 if abs(step) < _LEAST_STEP else 1 if step > 0 else -1
        if now == way:
            continue
        time = frames.times[i - 1]
        if way:
            (right_ends if way > 0 else left_ends).append(time)
        if now:
            (right if now > 0 else left).append(time)
        way = now
    if way:
        (right_ends if way > 0 else left_ends).append(frames.end)
    dash = lanes_of_bits(frames, [(tr("Dash"), 1, 0)])[0]
    return [KeyLane(tr("Left"), left, left_ends), dash, KeyLane(tr("Right"), right, right_ends)]


OSU_LANES: Final = (("K1", 4, 0), ("K2", 8, 0), ("M1", 1, 4), ("M2", 2, 8))
LAZER_LANES: Final = ((tr("Left"), 1, 0), (tr("Right"), 2, 0))
"""Lazer writes the action, not the key, of osu!."""
TAIKO_LANES: Final = ((tr("Kat"), 2, 0), (tr("Don"), 1, 0), (tr("Don"), 4, 0), (tr("Kat"), 8, 0))
"""Rim and centre of the drum, left then right, by the game's names."""


def mania_lanes(frames: FrameTrack, columns: int | None) -> list[KeyLane]:
    """Return a lane for each column of mania; by the keys that were used if it is not known."""
    if columns is None:
        used = 0
        for bits in frames.keys:
            used |= bits
        columns = used.bit_length()
    columns = min(max(columns, 1), MOST_COLUMNS)
    return lanes_of_bits(frames, [(str(n + 1), 1 << n, 0) for n in range(columns)])


class LifeGraph:
    """Life bar over time.

    Args:
        text: life bar graph of a replay's header: `time|life` with commas between, life 0 to 1.
    """

    __slots__ = ("lives", "times")

    def __init__(self, text: str) -> None:
        self.times, self.lives = array("d"), array("d")
        points: list[tuple[float, float]] = []
        for part in text.split(",", _MOST_LIFE_POINTS)[:_MOST_LIFE_POINTS]:
            time, mark, life = part.partition("|")
            try:
                at, value = float(time), float(life)
            except ValueError:
                continue
            if mark and math.isfinite(at) and math.isfinite(value):
                points.append((at, min(max(value, 0.0), 1.0)))
        for at, value in sorted(points):
            self.times.append(at)
            self.lives.append(value)

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self.times)

    def at(self, time: float) -> float | None:
        """Return the life, on the line between two points; None without points."""
        if not self.times:
            return None
        i = bisect_right(self.times, time) - 1
        if i < 0:
            return 1.0
        if i + 1 >= len(self.times):
            return self.lives[-1]
        share = (time - self.times[i]) / (self.times[i + 1] - self.times[i])
        return self.lives[i] + (self.lives[i + 1] - self.lives[i]) * share

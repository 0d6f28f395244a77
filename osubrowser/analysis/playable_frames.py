"""Frames of a replay at absolute times, repaired as the game does before it plays them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.api.replays import Replay

OLD_FORMAT_OFFSET: Final = 24
"""Milliseconds that the game adds to the times of beatmap files before `FIRST_WITHOUT_OFFSET`."""
FIRST_WITHOUT_OFFSET: Final = 5

_LEAD_IN: Final = (256, -500)


class PlayedFrame(NamedTuple):
    """Replay frame at an absolute time.

    Attributes:
        time: milliseconds of the song.
        x: of the cursor, osu! pixels; the keys as a number in mania.
        y: of the cursor, osu! pixels.
        keys: bits of the pressed keys, one a column in mania.
    """

    time: int
    x: float
    y: float
    keys: int


def playable_frames(replay: Replay, beatmap: Beatmap | None = None) -> list[PlayedFrame]:
    """Return the frames of a replay in order of time, without the game's lead-in.

    The rules are those of the game's own reader of replays: the first three frames may have times
    that go back, two at the position of the lead-in are dropped, and a later frame that goes back
    in time is left out. `beatmap` is needed for formats before version 5 alone, whose times are
    later by `OLD_FORMAT_OFFSET`.

    Raises ReplayError if the frames cannot be decompressed.
    """
    is_old = beatmap is not None and beatmap.format_version < FIRST_WITHOUT_OFFSET
    time = OLD_FORMAT_OFFSET if is_old else 0
    frames = []
    for delta, x, y, keys in replay.frames():
        time += delta
        frames.append(PlayedFrame(time, x, y, keys))
    _repair_start(frames)
    last, ordered = None, []
    for frame in frames:
        if last is None or frame.time >= last:
            ordered.append(frame)
            last = frame.time
    return ordered


def _repair_start(frames: list[PlayedFrame]) -> None:
    """Order the times of the first three frames, and drop the frames of the lead-in."""
    if len(frames) > 1 and frames[1].time < frames[0].time:
        frames[1] = frames[1]._replace(time=frames[0].time)
        frames[0] = frames[0]._replace(time=0)
    if len(frames) > 2 and frames[0].time > frames[2].time:
        frames[0] = frames[0]._replace(time=frames[2].time)
        frames[1] = frames[1]._replace(time=frames[2].time)
    for at in (1, 0):
        if len(frames) > at and (frames[at].x, frames[at].y) == _LEAD_IN:
            del frames[at]

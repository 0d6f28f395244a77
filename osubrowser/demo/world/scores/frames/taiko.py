"""Frames of osu!taiko: keys of the right colour at times that give the judgements of a play."""

from __future__ import annotations

from osubrowser.demo.world.beatmaps.hit_objects import CLAP, FINISH, WHISTLE, HitObject
from osubrowser.demo.world.beatmaps.rhythms import CIRCLE, SPINNER
from osubrowser.demo.world.scores.frames.breaks import Breakable, Breaks, Losses, breaks_of
from osubrowser.demo.world.scores.frames.errors import Window, error_in, spread_of
from osubrowser.demo.world.scores.frames.frame import Frame, Playing, range_at

_LEAD_IN = 1_200
_APART = 12
_HOLD = 26
_ROLL = 84
_X, _Y = 320.0, 9999.0
_CENTRE, _RIM = (1, 4), (2, 8)


def frames_of(playing: Playing) -> list[Frame]:
    """Return the frames of a play of osu!taiko: the cursor has no part in it."""
    if not playing.objects:
        return []
    return _frames(_presses(playing), playing.objects[0].time - _LEAD_IN)


def _presses(playing: Playing) -> list[tuple[int, int]]:
    """Return when which keys go down."""
    objects, random, od = playing.objects, playing.random, playing.od
    great = int(range_at(od, 50, 35, 20))
    ok = int(range_at(od, 120, 80, 50))
    out = int(range_at(od, 135, 95, 70))
    missed, badly = _losses(playing)
    spread, lean = spread_of(playing, great), (random.random() - 0.5) * 4 * playing.rate
    found: list[tuple[int, int]] = []
    low, hand = -100_000, 0
    for place, one in enumerate(objects):
        after = objects[place + 1].time if place + 1 < len(objects) else one.end + 10_000
        if one.kind != CIRCLE:
            step = 62 if one.kind == SPINNER else _ROLL
            for beat, time in enumerate(
                range(max(one.time + 4, low), min(one.end, after - out - 10), step)
            ):
                keys = (1, 2, 4, 8) if one.kind == SPINNER else (1, 4, 1, 4)
                found.append((time, keys[beat % 4]))
                low = time + _APART
            continue
        hand ^= 1
        if place in missed:
            if after - one.time > out + great + 30 and random.random() < 0.5:
                low = max(low, one.time + out + 2)
                continue
            error = error_in(
                Window(0, great - 1), low - one.time, after - one.time - 20, spread, lean, random
            )
            found.append((one.time + error, _keys(one, hand, wrong=True)))
        else:
            window = Window(great, ok - 1) if place in badly else Window(0, great - 1)
            latest = after - one.time + great - 1 - _APART
            error = error_in(window, low - one.time, latest, spread, lean, random)
            found.append((one.time + error, _keys(one, hand, wrong=False)))
        low = one.time + error + _APART
    return found


def _losses(playing: Playing) -> tuple[set[int], set[int]]:
    """Return which objects are missed, and which are hit badly."""
    hits, random = playing.hits, playing.random
    notes = [place for place, one in enumerate(playing.objects) if one.kind == CIRCLE]
    whole = Breakable([int(one.kind == CIRCLE) for one in playing.objects], notes)
    found = breaks_of(whole, Losses(hits.miss, 0), playing.combo, random)
    breaks = found or Breaks(random.sample(notes, min(hits.miss, len(notes))), [], [])
    missed = set(breaks.missed)
    left = [place for place in notes if place not in missed]
    return missed, set(random.sample(left, min(hits.ok, len(left))))


def _keys(one: HitObject, hand: int, *, wrong: bool) -> int:
    """Return the keys of a note: both of a colour for a big one."""
    rim = bool(one.sounds & (WHISTLE | CLAP))
    keys = _RIM if rim != wrong else _CENTRE
    return sum(keys) if one.sounds & FINISH and not wrong else keys[hand]


def _frames(presses: list[tuple[int, int]], start: int) -> list[Frame]:
    """Return the frames of presses: a key goes up before it, or any other, goes down again."""
    found = [Frame(start, _X, _Y, 0)]
    for place, (time, keys) in enumerate(presses):
        found.append(Frame(time, _X, _Y, keys))
        up = time + _HOLD
        if place + 1 < len(presses):
            up = min(up, presses[place + 1][0] - 2)
        found.append(Frame(max(time + 1, up), _X, _Y, 0))
    found.append(Frame(found[-1].time + 1_000, _X, _Y, 0))
    return found

"""Writer of replays as `.osr` files, of the stable and the lazer client."""

from __future__ import annotations

import hashlib
import json
import lzma
import struct
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.hit_objects import (
    HEIGHT,
    SLIDER,
    SPINNER,
    HitObject,
    objects_of,
)
from osubrowser.demo.world.draws import Draws, spread
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.scores.entities import modern, old_statistics
from osubrowser.demo.world.scores.mods import bits_of
from osubrowser.demo.world.scores.results import (
    OSU,
    Score,
    grade_of,
    is_perfect,
    old_grade_of,
    old_score,
)

_STEP = 16
_HOLD = 45
_LEAD_IN = 1_200


class Frame(NamedTuple):
    """Replay frame: cursor and keys at a time in milliseconds."""

    time: int
    x: float
    y: float
    keys: int


class Press(NamedTuple):
    """Key press of a hit object; -1 if it is missed."""

    target: HitObject
    down: int
    up: int


def frames_text(frames: Sequence[Frame], seed: int) -> str:
    """Return frames as a replay holds them: each with the time since the one before."""
    parts = ["0|256|-500|0", "-1|256|-500|0"]
    last = -1
    for frame in frames:
        parts.append(f"{frame.time - last}|{frame.x:.7g}|{frame.y:.7g}|{frame.keys}")
        last = frame.time
    parts.append(f"-12345|0|0|{seed}")
    return ",".join(parts) + ","


def frames_of(
    play: Score, objects: Sequence[HitObject], accuracy: float, rate: float
) -> list[Frame]:
    """Return the frames of a play.

    The cursor moves from object to object and is at each at its time. Keys go down within the hit
    window of the judgement, as far as the neighbours leave room; misses are not pressed.

    Args:
        objects: what there is to hit, in the order of time.
        accuracy: the beatmap's overall difficulty.
        rate: how fast the song was played.
    """
    if play.progress < 1 and objects:
        last = objects[0].time + (objects[-1].end - objects[0].time) * play.progress
        objects = [one for one in objects if one.time <= last]
    if "HR" in play.mods and play.entry.ruleset == OSU:
        objects = [_flipped(one) for one in objects]
    presses = _presses(play, objects, accuracy, rate)
    match play.entry.ruleset:
        case 0:
            return list(_cursor(presses))
        case 1:
            return list(_drum(presses))
        case 2:
            return list(_plate(objects))
        case _:
            return list(_columns(presses, play.entry.difficulty.keys))


def _flipped(one: HitObject) -> HitObject:
    """Return an object as Hard Rock shows it: upside down."""
    return one._replace(y=HEIGHT - one.y, end_y=HEIGHT - one.end_y)


def _presses(
    play: Score, objects: Sequence[HitObject], accuracy: float, rate: float
) -> list[Press]:
    """Choose when each object is hit, so that the judgements are those of the play."""
    random = Random(play.id)
    great, ok, meh = (80 - 6 * accuracy, 140 - 8 * accuracy, 200 - 10 * accuracy)
    hits, size = play.result.hits, len(objects)
    order = random.sample(range(size), size)
    kinds: dict[int, tuple[float, float] | None] = {}
    bad = [(hits.miss, None), (hits.meh, (ok, meh)), (hits.ok, (great, ok)), (hits.good, (0, ok))]
    for count, window in bad:
        for place in order[:count]:
            kinds[place] = window
        order = order[count:]
    found = []
    for place, one in enumerate(objects):
        window = kinds.get(place, (0.0, great * 0.7))
        if window is None:
            found.append(Press(one, -1, -1))
            continue
        before = objects[place - 1].end if place else one.time - 400
        after = objects[place + 1].time if place + 1 < size else one.end + 400
        low, high = window
        off = (low + (high - low) * random.random() ** 1.5) * rate * random.choice((-1, 1))
        if one.kind == SPINNER:
            off = 0
        down = round(max((before + one.time) / 2 + 1, min(one.time + off, (one.time + after) / 2)))
        up = one.end if one.end > down else down + _HOLD
        found.append(Press(one, down, max(down + 1, min(up, after - 2))))
    return found


def _cursor(presses: Sequence[Press]) -> Iterator[Frame]:
    """Yield the frames of osu!: the cursor goes straight from object to object."""
    time, x, y, key = -_LEAD_IN, 256.0, 192.0, 0
    for press in presses:
        one = press.target
        arrive = one.time if press.down < 0 else min(one.time, press.down)
        start = max(time, arrive - 350)
        to_x, to_y = one.at(one.time)
        for at in range(start + _STEP, arrive, _STEP):
            share = (at - start) / (arrive - start)
            ease = share * share * (3 - 2 * share)
            yield Frame(at, x + (to_x - x) * ease, y + (to_y - y) * ease, 0)
        key ^= 1
        keys = 10 if key else 5
        leave = max(one.end, press.up, one.time)
        moments = {max(time, arrive), one.time, leave, *range(arrive, leave, _STEP)}
        moments |= {press.down, press.up} if press.down >= 0 else set()
        for at in sorted(moments):
            if at < time:
                continue
            now_x, now_y = one.at(at)
            down = press.down <= at < press.up
            yield Frame(at, now_x, now_y, keys if down and press.down >= 0 else 0)
        time, (x, y) = leave + 1, one.at(leave)
    yield Frame(time + 300, x, y, 0)


def _drum(presses: Sequence[Press]) -> Iterator[Frame]:
    """Yield the frames of taiko: keys only, the cursor has no part in it."""
    events: list[tuple[int, int]] = []
    for number, press in enumerate(presses):
        if press.down < 0:
            continue
        if press.target.kind in (SLIDER, SPINNER):
            rolls = range(press.down, max(press.down + 1, press.target.end), 90)
            events += [(at, (1, 4, 2, 8)[count % 4]) for count, at in enumerate(rolls)]
        else:
            events.append((press.down, (1, 4, 2, 8)[number % 4]))
    last = -_LEAD_IN
    for at, key in events:
        if at <= last:
            continue
        yield Frame(at, 320.0, 9999.0, key)
        last = at + min(_HOLD, 20)
        yield Frame(last, 320.0, 9999.0, 0)


def _plate(objects: Sequence[HitObject]) -> Iterator[Frame]:
    """Yield the frames of catch: the plate is below whatever falls."""
    time, x = -_LEAD_IN, 256.0
    for one in objects:
        for at in range(max(time, one.time - 200) + _STEP, one.time, _STEP):
            share = (at - time) / max(1, one.time - time)
            yield Frame(at, x + (one.x - x) * share, 0.0, 0)
        for at in range(one.time, one.end + 1, _STEP):
            x = one.x if one.kind == SPINNER else one.at(at)[0]
            yield Frame(at, x, 0.0, 1)
            time = at
    yield Frame(time + 300, x, 0.0, 0)


def _columns(presses: Sequence[Press], keys: int) -> Iterator[Frame]:
    """Yield the frames of mania: the keys held are written in place of the cursor."""
    changes: list[tuple[int, int, bool]] = []
    for press in presses:
        if press.down >= 0:
            lane = min(keys - 1, press.target.x * keys // 512)
            changes += [(press.down, lane, True), (press.up, lane, False)]
    held = 0
    for at, lane, down in sorted(changes):
        held = held | 1 << lane if down else held & ~(1 << lane)
        yield Frame(at, float(held), 15.0, 0)


_TICKS_A_SECOND = 10_000_000
_EPOCH = 621_355_968_000_000_000
_OLDEST_VERSION, _NEW_VERSION = 20_151_228, 30_000_016
_FILTERS = [{"id": lzma.FILTER_LZMA1, "dict_size": 1 << 21, "lc": 3, "lp": 0, "pb": 2}]


class Replays:
    """Writer of the replays of one world's scores."""

    def __init__(self, seed: int, accounts: Accounts, beatmaps: Beatmaps) -> None:
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "replays")

    def file(self, play: Score) -> bytes:
        """Return the `.osr` file of a play."""
        entry, result = play.entry, play.result
        name = self._accounts.name_of(play.account)
        checksum = self._beatmaps.checksum(entry.difficulty)
        total = result.total if play.lazer else old_score(play)
        frames = self.frames(play)
        counts = [count or 0 for count in old_statistics(play).values()]
        hundreds, greats, fifties, geki, katu, misses = counts
        parts = [
            struct.pack("<bi", entry.ruleset, _version(play)),
            _text(checksum),
            _text(name),
            _text(self._signature(play, name, checksum, total)),
            struct.pack(
                "<6H", *(_short(n) for n in (greats, hundreds, fifties, geki, katu, misses))
            ),
            struct.pack("<iHb", total, _short(result.combo), is_perfect(play)),
            struct.pack("<i", bits_of(play.mods)),
            self._life(play),
            struct.pack("<q", self._ticks(play)),
            struct.pack("<i", len(frames)),
            frames,
            struct.pack("<q", play.id if play.lazer else play.old_id or 0),
        ]
        if play.lazer:
            extra = self._extra(play)
            parts += [struct.pack("<i", len(extra)), extra]
        return b"".join(parts)

    def frames(self, play: Score) -> bytes:
        """Return the packed frames alone, as API v1 has them."""
        entry = play.entry
        beatmaps = self._beatmaps
        objects = objects_of(beatmaps, entry.set_index, entry.difficulty)
        beatmap = beatmaps.beatmap(entry.set_index, entry.difficulty)
        accuracy = float(str(beatmap["accuracy"]))
        if "HR" in play.mods:
            accuracy = min(10.0, accuracy * 1.4)
        frames = frames_of(play, objects, accuracy, play.speed)
        text = frames_text(frames, 0 if play.lazer else self._draws.at(play.id)[0] & 0xFFFFFF)
        return _pack(text.rstrip(",") if play.lazer else text)

    def _signature(self, play: Score, name: str, checksum: str, total: int) -> str:
        text = f"{play.result.combo}osu{name}{checksum}{total}{old_grade_of(play)}"
        return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()

    def _life(self, play: Score) -> bytes:
        """Return the life bar, which only lazer writes."""
        if not play.lazer:
            return b"\x0b\x00"
        draws = self._draws.at(play.id)
        length = play.entry.length * 1_000
        points = (f"{length * n // 12}|{spread(draw, 0.6, 1):.2f}" for n, draw in enumerate(draws))
        return _text(",".join(points))

    def _ticks(self, play: Score) -> int:
        rest = self._draws.at(play.id)[1] % _TICKS_A_SECOND if play.lazer else 0
        return play.seconds * _TICKS_A_SECOND + _EPOCH + rest

    def _extra(self, play: Score) -> bytes:
        """Return the lazer score info: mods with settings, all hits, the grade."""
        whole = modern(play, self._accounts.id_of(play.account))
        body = {
            "online_id": play.id,
            "mods": whole["mods"],
            "statistics": whole["statistics"],
            "maximum_statistics": whole["maximum_statistics"],
            "client_version": f"{datetime.fromtimestamp(play.seconds, UTC):%Y.%m%d}.0-lazer",
            "rank": grade_of(play),
            "user_id": whole["user_id"],
            "total_score_without_mods": round(play.result.total / play.pay),
        }
        return _pack(json.dumps(body))


def _version(play: Score) -> int:
    """Return which game wrote it: the old one by its date, the new one by its encoding."""
    if play.lazer:
        return _NEW_VERSION
    return max(_OLDEST_VERSION, int(f"{datetime.fromtimestamp(play.seconds, UTC):%Y%m01}"))


def _text(text: str) -> bytes:
    data = text.encode()
    if not data:
        return b"\x00"
    head, size = bytearray(b"\x0b"), len(data)
    while size > 0x7F:
        head.append(size & 0x7F | 0x80)
        size >>= 7
    head.append(size)
    return bytes(head) + data


def _pack(text: str) -> bytes:
    return lzma.compress(text.encode(), format=lzma.FORMAT_ALONE, filters=_FILTERS)


def _short(count: int) -> int:
    return min(count, 0xFFFF)

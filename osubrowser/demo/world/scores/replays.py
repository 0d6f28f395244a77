"""Writer of replays as `.osr` files, of the stable and the lazer client."""

from __future__ import annotations

import hashlib
import json
import lzma
import struct
from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import settings
from osubrowser.demo.world.beatmaps.hit_objects import chart_of
from osubrowser.demo.world.draws import Draws, spread
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.scores.entities import modern, old_statistics
from osubrowser.demo.world.scores.frames import catch, mania, osu, taiko
from osubrowser.demo.world.scores.frames.frame import Frame, playing
from osubrowser.demo.world.scores.mods import bits_of
from osubrowser.demo.world.scores.results import (
    Score,
    grade_of,
    is_perfect,
    old_grade_of,
    old_score,
)

_FRAMES = (osu.frames_of, taiko.frames_of, catch.frames_of, mania.frames_of)


def frames_text(frames: Sequence[Frame], seed: int) -> str:
    """Return frames as a replay holds them: each with the time since the one before."""
    parts = ["0|256|-500|0", "-1|256|-500|0"]
    last = -1
    for frame in frames:
        parts.append(f"{frame.time - last}|{frame.x:.5g}|{frame.y:.5g}|{frame.keys}")
        last = frame.time
    parts.append(f"-12345|0|0|{seed}")
    return ",".join(parts) + ","


_TICKS_A_SECOND = 10_000_000
_EPOCH = 621_355_968_000_000_000
_OLDEST_VERSION, _NEW_VERSION = 20_151_228, 30_000_016
_FILTERS = [
    {
        "id": lzma.FILTER_LZMA1,
        "dict_size": 1 << 21,
        "lc": 3,
        "lp": 0,
        "pb": 2,
        "mode": lzma.MODE_FAST,
        "mf": lzma.MF_HC3,
        "nice_len": 32,
        "depth": 4,
    }
]


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
        entry, beatmaps = play.entry, self._beatmaps
        original = beatmaps.original(entry.set_index, entry.difficulty)
        objects = chart_of(beatmaps, entry.set_index, original).objects
        as_set = settings(original, beatmaps.draws_of(original))
        shown = playing(play, objects, as_set, Random(play.id))
        frames = _FRAMES[entry.ruleset](shown)
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

"""Replays as `.osr` files: those of the old game, written by the server, and those of the new."""

from __future__ import annotations

import hashlib
import json
import lzma
import struct
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from osubrowser.demo.world.beatmaps.hit_objects import objects_of
from osubrowser.demo.world.draws import Draws, spread
from osubrowser.demo.world.scores.entities import (
    grade_of,
    is_perfect,
    modern,
    old_grade_of,
    old_score,
    old_statistics,
)
from osubrowser.demo.world.scores.mods import bits_of
from osubrowser.demo.world.scores.play import Play
from osubrowser.demo.world.scores.replay_frames import frames_of, frames_text

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

_TICKS_A_SECOND = 10_000_000
_EPOCH = 621_355_968_000_000_000
_OLDEST_VERSION, _NEW_VERSION = 20_151_228, 30_000_016
_FILTERS = [{"id": lzma.FILTER_LZMA1, "dict_size": 1 << 21, "lc": 3, "lp": 0, "pb": 2}]


class Replays:
    """Writes the replay of any score."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "replays")

    def file(self, play: Play) -> bytes:
        """Return the `.osr` file of a play."""
        entry, result = play.entry, play.result
        name = self._world.accounts.name_of(play.account)
        checksum = self._world.beatmaps.checksum(entry.difficulty)
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

    def frames(self, play: Play) -> bytes:
        """Return the packed frames alone, as API v1 has them."""
        entry = play.entry
        beatmaps = self._world.beatmaps
        objects = objects_of(self._world.seed, beatmaps, entry.set_index, entry.difficulty)
        beatmap = beatmaps.beatmap(entry.set_index, entry.difficulty)
        accuracy = float(str(beatmap["accuracy"]))
        if "HR" in play.mods:
            accuracy = min(10.0, accuracy * 1.4)
        frames = frames_of(play, objects, accuracy, play.speed)
        text = frames_text(frames, 0 if play.lazer else self._draws.at(play.id)[0] & 0xFFFFFF)
        return _pack(text.rstrip(",") if play.lazer else text)

    def _signature(self, play: Play, name: str, checksum: str, total: int) -> str:
        text = f"{play.result.combo}osu{name}{checksum}{total}{old_grade_of(play)}"
        return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()

    def _life(self, play: Play) -> bytes:
        """Return the life bar: the server knows none, the new game writes one."""
        if not play.lazer:
            return b"\x0b\x00"
        draws = self._draws.at(play.id)
        length = play.entry.length * 1_000
        points = (f"{length * n // 12}|{spread(draw, 0.6, 1):.2f}" for n, draw in enumerate(draws))
        return _text(",".join(points))

    def _ticks(self, play: Play) -> int:
        rest = self._draws.at(play.id)[1] % _TICKS_A_SECOND if play.lazer else 0
        return play.seconds * _TICKS_A_SECOND + _EPOCH + rest

    def _extra(self, play: Play) -> bytes:
        """Return what only the new game writes: mods with settings, all hits, the grade."""
        whole = modern(play, self._world.accounts.id_of(play.account))
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


def _version(play: Play) -> int:
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

"""Replay files (`.osr`): header, frames, score info; reading and writing."""

from __future__ import annotations

import hashlib
import lzma
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Final, NamedTuple

import msgspec

from osubrowser.api.entities.base import Entity
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import Grade
from osubrowser.api.mods import SINGLE_BITS, Mod, mods_from_bits, mods_text
from osubrowser.api.replays.osr_codec import OsrReader, OsrWriter, ReplayError, dotnet_ticks

_FIRST_LAZER: Final = 30_000_000
_FIRST_WITH_SCORE_INFO: Final = 30_000_001
_FIRST_WITH_ID: Final = 20_121_008
_FIRST_WITH_LONG_ID: Final = 20_140_721
_SERVER_VERSION: Final = 20_151_228
_SEED_FRAME: Final = -12345
_TARGET_PRACTICE: Final = SINGLE_BITS["TP"]
_MAX_DECOMPRESSED: Final = 32 << 20  # bytes, five times that of hours of play
_MAX_FRAMES: Final = 1_000_000
_MAX_LZMA_MEMORY: Final = 128 << 20
_FRAME_TEXT: Final = re.compile("[^,]+")


class ReplayFrame(NamedTuple):
    """Replay frame: cursor and keys at one time.

    Attributes:
        time: milliseconds since the previous frame; may be negative.
        x: in osu! pixels, 0 to 512 on the playfield.
        y: in osu! pixels, 0 to 384 on the playfield.
        keys: bits of the pressed keys, which depend on the ruleset.
    """

    time: int
    x: float
    y: float
    keys: int


class ReplayScoreInfo(Entity, frozen=True, kw_only=True):
    """Score info in lazer's replays: mods with settings, and all hit results."""

    online_id: int | None = None
    client_version: str = ""
    mods: list[Mod] = msgspec.field(default_factory=list)
    statistics: dict[str, int] = msgspec.field(default_factory=dict)
    maximum_statistics: dict[str, int] = msgspec.field(default_factory=dict)
    rank: Grade | None = None
    total_score_without_mods: int | None = None
    user_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReplayHeader:
    """Header of a replay file: player, beatmap, score and hit counts.

    `score` is a classic score in stable's replays. `beatmap_hash` and `replay_hash` are MD5 in
    hex. `timestamp` is when the play ended (UTC), None if the file's value is out of range.
    """

    mode: GameMode = GameMode.OSU
    game_version: int = _SERVER_VERSION
    beatmap_hash: str = ""
    username: str = ""
    replay_hash: str = ""
    count_300: int = 0
    count_100: int = 0
    count_50: int = 0
    count_geki: int = 0
    count_katu: int = 0
    count_miss: int = 0
    score: int = 0
    max_combo: int = 0
    perfect: bool = False
    mod_bits: int = 0
    life_bar_graph: str = field(default="", repr=False)
    timestamp: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Replay(ReplayHeader):
    """Replay file: its header, and its raw bytes in `data`.

    `filename` is the server's name for it. `replay_id` is the score's id in the file: of a stable
    score its id within the ruleset, in lazer's files often 0.
    """

    data: bytes = field(default=b"", repr=False)
    filename: str | None = None
    replay_id: int = 0
    target_accuracy: float | None = None
    packed_frames: bytes = field(default=b"", repr=False)
    packed_score_info: bytes = field(default=b"", repr=False)

    @property
    def is_lazer(self) -> bool:
        """Whether lazer wrote it."""
        return self.game_version >= _FIRST_LAZER

    @cached_property
    def mods(self) -> list[Mod]:
        """The mods; with their settings in lazer's replays."""
        info = self.score_info
        return mods_from_bits(self.mod_bits) if info is None else info.mods

    @cached_property
    def score_info(self) -> ReplayScoreInfo | None:
        """Lazer's score info; None in stable's replays, and if it cannot be decoded."""
        from osubrowser.api.decoding.decode import decode
        from osubrowser.api.errors import ServerTrouble

        if not self.packed_score_info:
            return None
        try:
            return decode(_decompress(self.packed_score_info), ReplayScoreInfo)
        except (ReplayError, ServerTrouble):
            return None

    def frames(self) -> list[ReplayFrame]:
        """Return all frames, decompressed at each call: some tenths of a second.

        Invalid frames are left out. Raises ReplayError if the data cannot be decompressed.
        """
        return [frame for frame in self._all_frames() if frame.time != _SEED_FRAME]

    @property
    def replay_data(self) -> list[ReplayFrame]:
        """Alias of `frames()`, by ossapi's name."""
        return self.frames()

    @property
    def rng_seed(self) -> int | None:
        """The random seed of the play, or None. Raises ReplayError for invalid data."""
        seeds = [frame.keys for frame in self._all_frames() if frame.time == _SEED_FRAME]
        return seeds[-1] if seeds else None

    def _all_frames(self) -> Iterator[ReplayFrame]:
        if not self.packed_frames:
            return
        texts = _FRAME_TEXT.finditer(_decompress(self.packed_frames).decode("latin-1"))
        for count, text in enumerate(texts):
            if count == _MAX_FRAMES:
                raise ReplayError("the replay has more frames than a play can have")
            try:
                time, x, y, keys = text[0].split("|")
                frame = ReplayFrame(int(float(time)), float(x), float(y), int(keys))
            except (ValueError, OverflowError):
                continue
            if math.isfinite(frame.x) and math.isfinite(frame.y):
                yield frame

    def __str__(self) -> str:
        player = "".join(filter(str.isprintable, self.username)) or "an unnamed player"
        mods = f" with {mods_text(self.mods)}" if self.mods else ""
        day = f", {self.timestamp:%Y-%m-%d}" if self.timestamp else ""
        return (
            f"Replay of {player} in {self.mode}{mods}: {self.score:,} points,"
            f" {self.max_combo:,}x, {self.count_miss:,} misses{day} ({len(self.data):,} bytes)"
        )


def read_replay(data: bytes, filename: str | None = None) -> Replay:
    """Return the replay in the bytes of a file; frames are decompressed on demand.

    The values after the frames may be missing. Raises ReplayError for any other invalid data.
    """
    if data[:1] not in (b"\0", b"\1", b"\2", b"\3"):
        raise ReplayError("a replay begins with its ruleset")
    reader = OsrReader(data)
    header = ReplayHeader(
        mode=GameMode.of_number(reader.number("<b")),
        game_version=reader.number("<i"),
        beatmap_hash=reader.text(),
        username=reader.text(),
        replay_hash=reader.text(),
        count_300=reader.number("<H"),
        count_100=reader.number("<H"),
        count_50=reader.number("<H"),
        count_geki=reader.number("<H"),
        count_katu=reader.number("<H"),
        count_miss=reader.number("<H"),
        score=reader.number("<i"),
        max_combo=reader.number("<H"),
        perfect=bool(reader.number("<b")),
        mod_bits=reader.number("<I"),
        life_bar_graph=reader.text(),
        timestamp=reader.moment(),
    )
    compressed = reader.block()
    version = header.game_version
    number, accuracy, info = 0, None, b""
    if version >= _FIRST_WITH_ID and not reader.at_end:
        number = reader.number("<q" if version >= _FIRST_WITH_LONG_ID else "<i")
    if version >= _FIRST_WITH_SCORE_INFO:
        info = b"" if reader.at_end else reader.block()
    elif header.mod_bits & _TARGET_PRACTICE and not reader.at_end:
        accuracy = reader.real()
    return Replay(
        **vars(header),
        data=data,
        filename=filename,
        replay_id=number,
        target_accuracy=accuracy,
        packed_frames=compressed,
        packed_score_info=info,
    )


def encode_replay(header: ReplayHeader, packed_frames: bytes, replay_id: int) -> bytes:
    """Return the bytes of a replay file; `packed_frames` is an LZMA stream, as of API v1.

    Numbers are clamped to their range in the file.
    """
    writer = OsrWriter()
    writer.number("<b", max(header.mode.number, 0))
    writer.number("<i", header.game_version)
    writer.text(header.beatmap_hash)
    writer.text(header.username)
    writer.text(header.replay_hash)
    for count in ("300", "100", "50", "geki", "katu", "miss"):
        writer.number("<H", getattr(header, f"count_{count}"))
    writer.number("<i", header.score)
    writer.number("<H", header.max_combo)
    writer.number("<b", int(header.perfect))
    writer.number("<I", header.mod_bits)
    writer.text(header.life_bar_graph)
    writer.number("<q", 0 if header.timestamp is None else dotnet_ticks(header.timestamp))
    writer.block(packed_frames)
    writer.number("<q", replay_id)
    return writer.data


def replay_hash(max_combo: int, username: str, beatmap_hash: str, score: int, grade: str) -> str:
    """Return the MD5 in hex that the server writes into headers of replays."""
    text = f"{max_combo}osu{username}{beatmap_hash}{score}{grade}"
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _decompress(compressed: bytes) -> bytes:
    """Return a decompressed LZMA stream. Raises ReplayError for an invalid or oversized one."""
    try:
        unpacker = lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_MAX_LZMA_MEMORY)
        unpacked = unpacker.decompress(compressed, max_length=_MAX_DECOMPRESSED)
    except (lzma.LZMAError, EOFError, MemoryError) as problem:
        raise ReplayError("the packed part of the replay is broken") from problem
    if not unpacker.eof:
        raise ReplayError("the packed part of the replay is cut off, or far too large")
    return unpacked

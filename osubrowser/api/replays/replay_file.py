"""Replay files (`.osr`): header, frames, score info; reading and writing."""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Final, NamedTuple, overload

import msgspec

from osubrowser.api.entities.base import Entity, Int64
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import Grade
from osubrowser.api.mods import SINGLE_BITS, Mod, mods_from_bits, mods_text
from osubrowser.api.replays.osr_codec import (
    OsrReader,
    OsrWriter,
    ReplayError,
    datetime_of_ticks,
    dotnet_ticks,
    fits,
)

LATEST_VERSION: Final = 30_000_019
"""Latest `game_version` of lazer whose layout is known; later ones may have more at their end."""

_FIRST_LAZER: Final = 30_000_000
_FIRST_WITH_SCORE_INFO: Final = 30_000_001
_FIRST_WITH_ID: Final = 20_121_008
_FIRST_WITH_LONG_ID: Final = 20_140_721
_SERVER_VERSION: Final = 20_151_228
_FIRST_TEXT: Final = 5  # offset of the first string, after the ruleset and the version
_DISK_BLOCK: Final = 512
_MAX_MODE: Final = 255
_TEXTS: Final = ("beatmap_hash", "username", "replay_hash", "life_bar_graph")
_COUNTS: Final = ("300", "100", "50", "geki", "katu", "miss")
_SEED_FRAME: Final = -12345
_TARGET_PRACTICE: Final = SINGLE_BITS["TP"]
_MAX_DECOMPRESSED: Final = 32 << 20  # bytes, five times that of hours of play
_MAX_SCORE_INFO: Final = 1 << 20  # bytes, a thousand times that of real ones
_MAX_FRAMES: Final = 1_000_000
_MAX_LZMA_MEMORY: Final = 128 << 20
_FRAME_TEXT: Final = re.compile("[^,]+")
_MAX_TIME: Final = (1 << 31) - 1
_MAX_COORDINATE: Final = 3.4e38  # of single precision, which the game reads
_MAX_KEYS: Final = (1 << 63) - 1
_MANIA_KEYS: Final = (1 << 20) - 1
_LEAD_IN_FRAMES: Final = 2
_LEAD_IN: Final = (256, -500)
# The dictionary of the game's own encoder.
_LZMA_FILTERS: Final = [{"id": lzma.FILTER_LZMA1, "preset": 6, "dict_size": 1 << 21}]


class ReplayFrame(NamedTuple):
    """Replay frame: cursor and keys at one time.

    Attributes:
        time: milliseconds since the previous frame; may be negative.
        x: in osu! pixels, 0 to 512 on the playfield; the keys as a number in mania.
        y: in osu! pixels, 0 to 384 on the playfield.
        keys: bits of the pressed keys, which depend on the ruleset; one a column in mania.
    """

    time: int
    x: float
    y: float
    keys: int


class ReplayScoreInfo(Entity, frozen=True, kw_only=True):
    """Score info in lazer's replays: mods with settings, and all hit results.

    `pauses` are the times of pauses, in milliseconds.
    """

    online_id: Int64 | None = None
    client_version: str = ""
    mods: list[Mod] = msgspec.field(default_factory=list)
    statistics: dict[str, Int64] = msgspec.field(default_factory=dict)
    maximum_statistics: dict[str, Int64] = msgspec.field(default_factory=dict)
    rank: Grade | None = None
    total_score_without_mods: Int64 | None = None
    user_id: Int64 | None = None
    pauses: list[Int64] = msgspec.field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ReplayHeader:
    """Header of a replay file: player, beatmap, score and hit counts.

    `score` is a classic score in stable's replays. `beatmap_hash` and `replay_hash` are MD5 in
    hex. `timestamp` is when the play ended (UTC), None if the file's value is out of range;
    `timestamp_ticks` is the same in .NET ticks of 100 ns, and is written while the two agree.

    `target_accuracy` is of Target Practice, None if the file has none; it may be NaN.
    `packed_score_info` is compressed, see `pack_score_info`. `trailing_data` follows the last
    value that is known.
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
    timestamp_ticks: int = field(default=0, repr=False, compare=False)
    target_accuracy: float | None = None
    packed_score_info: bytes = field(default=b"", repr=False)
    trailing_data: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, kw_only=True)
class Replay(ReplayHeader):
    """Replay file: its header, and its raw bytes in `data`.

    `filename` is the server's name for it. `replay_id` is the score's id in the file: of a stable
    score its id within the ruleset, in lazer's files often 0. `empty_texts` names the strings
    that the file has with a length of 0; those that it does not have at all are empty too.
    """

    data: bytes = field(default=b"", repr=False)
    filename: str | None = None
    replay_id: int = 0
    empty_texts: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
    packed_frames: bytes = field(default=b"", repr=False)

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
            info = _decompress(self.packed_score_info, _MAX_SCORE_INFO)
            return decode(info, ReplayScoreInfo)
        except (ReplayError, ServerTrouble):
            return None

    def frames(self) -> list[ReplayFrame]:
        """Return all frames, decompressed at each call: some tenths of a second.

        Invalid frames are left out. Raises ReplayError if the data cannot be decompressed.
        """
        return [frame for frame in self._all_frames() if frame.time != _SEED_FRAME]

    def frames_text(self) -> str:
        """Return the frames as the file has them, `time|x|y|keys` separated by commas.

        The random seed is a frame at the time -12345. Raises ReplayError if the data cannot be
        decompressed.
        """
        return _decompress(self.packed_frames).decode("latin-1") if self.packed_frames else ""

    def verify(self) -> None:
        """Check that the file has all parts of its layout, and that the packed ones are whole.

        Raises ReplayError for a file that is cut off or damaged.
        """
        if self.data and encode_replay(self) != self.data:
            raise ReplayError("the end of the replay is missing")
        for packed in (self.packed_frames, self.packed_score_info):
            if packed:
                _decompress(packed)

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
        is_mania = self.mode == GameMode.MANIA
        for count, text in enumerate(_FRAME_TEXT.finditer(self.frames_text())):
            if count == _MAX_FRAMES:
                raise ReplayError("the replay has more frames than a play can have")
            try:
                delta, first, second, bits = text[0].split("|", 4)[:4]
                try:
                    time = int(delta)
                except ValueError:
                    time = _rounded(delta)
                x, y, keys = float(first), float(second), int(bits)
            except (ValueError, OverflowError):
                continue
            # NaN is in no range.
            if not (
                -_MAX_TIME <= time <= _MAX_TIME
                and -_MAX_COORDINATE <= x <= _MAX_COORDINATE
                and -_MAX_COORDINATE <= y <= _MAX_COORDINATE
                and -_MAX_KEYS <= keys <= _MAX_KEYS
            ):
                continue
            if is_mania and time != _SEED_FRAME:
                is_lead_in = count < _LEAD_IN_FRAMES and (x, y) == _LEAD_IN
                keys = 0 if is_lead_in or x < 0 else int(x) & _MANIA_KEYS
            yield ReplayFrame(time, x, y, keys)

    def __str__(self) -> str:
        player = "".join(filter(str.isprintable, self.username)) or "an unnamed player"
        mods = f" with {mods_text(self.mods)}" if self.mods else ""
        mode = self.mode if self.mode.is_known else f"ruleset {self.mode.number}"
        day = f", {self.timestamp:%Y-%m-%d}" if self.timestamp else ""
        return (
            f"Replay of {player} in {mode}{mods}: {self.score:,} points,"
            f" {self.max_combo:,}x, {self.count_miss:,} misses{day} ({len(self.data):,} bytes)"
        )


def read_replay(data: bytes, filename: str | None = None) -> Replay:
    """Return the replay in the bytes of a file; frames are decompressed on demand.

    The values after the frames may be missing. Raises ReplayError for any other invalid data.
    """
    _check_beginning(data)
    reader = OsrReader(data)
    values: dict[str, Any] = {
        "mode": GameMode.of_number(reader.number("<B")),
        "game_version": reader.number("<i"),
        "beatmap_hash": reader.text(),
        "username": reader.text(),
        "replay_hash": reader.text(),
        **{f"count_{count}": reader.number("<H") for count in _COUNTS},
        "score": reader.number("<i"),
        "max_combo": reader.number("<H"),
        "perfect": bool(reader.number("<B")),
        "mod_bits": reader.number("<I"),
        "life_bar_graph": reader.text(),
        "timestamp_ticks": reader.number("<q"),
        "packed_frames": reader.block(),
    }
    id_format = _id_format(values["game_version"])
    if id_format and not reader.at_end:
        values["replay_id"] = reader.number(id_format)
    if values["game_version"] >= _FIRST_WITH_SCORE_INFO:
        values["packed_score_info"] = b"" if reader.at_end else reader.block()
    elif values["mod_bits"] & _TARGET_PRACTICE and not reader.at_end:
        values["target_accuracy"] = reader.real()
    empty_texts = frozenset(name for name in _TEXTS if values[name] == "")
    values |= {name: values[name] or "" for name in _TEXTS}
    return Replay(
        **values,
        empty_texts=empty_texts,
        timestamp=datetime_of_ticks(values["timestamp_ticks"]),
        trailing_data=reader.rest(),
        data=data,
        filename=filename,
    )


@overload
def encode_replay(header: Replay) -> bytes: ...


@overload
def encode_replay(header: ReplayHeader, packed_frames: bytes, replay_id: int) -> bytes: ...


def encode_replay(
    header: ReplayHeader, packed_frames: bytes | None = None, replay_id: int | None = None
) -> bytes:
    """Return the bytes of a replay file, in the layout of its game version.

    `packed_frames` is an LZMA stream, as of API v1; it and the id default to those of a `Replay`.
    A valid replay that was read and not changed becomes the same bytes again, with what it lacked
    at its end.

    Numbers are clamped to their range in the file; an id that the layout cannot hold becomes 0, or
    is left out where the layout has none. Raises ReplayError for a ruleset without a number.
    """
    if isinstance(header, Replay):
        packed_frames = header.packed_frames if packed_frames is None else packed_frames
        replay_id = header.replay_id if replay_id is None else replay_id
    spelled = header.empty_texts if isinstance(header, Replay) else frozenset()
    number, ticks = header.mode.number, header.timestamp_ticks
    if not 0 <= number <= _MAX_MODE:
        raise ReplayError(f"a replay cannot be of the ruleset {header.mode.value!r:.50}")
    if datetime_of_ticks(ticks) != header.timestamp:
        ticks = 0 if header.timestamp is None else dotnet_ticks(header.timestamp)
    writer = OsrWriter()
    writer.number("<B", number)
    writer.number("<i", header.game_version)
    writer.text(header.beatmap_hash, empty="beatmap_hash" in spelled)
    writer.text(header.username, empty="username" in spelled)
    writer.text(header.replay_hash, empty="replay_hash" in spelled)
    for count in _COUNTS:
        writer.number("<H", getattr(header, f"count_{count}"))
    writer.number("<i", header.score)
    writer.number("<H", header.max_combo)
    writer.number("<B", int(header.perfect))
    writer.number("<I", header.mod_bits)
    writer.text(header.life_bar_graph, empty="life_bar_graph" in spelled)
    writer.number("<q", ticks)
    writer.block(packed_frames or b"")
    id_format = _id_format(header.game_version)
    if id_format:
        writer.number(id_format, replay_id if replay_id and fits(id_format, replay_id) else 0)
    if header.game_version >= _FIRST_WITH_SCORE_INFO:
        # The game refuses a file without the block, and takes an empty one.
        writer.block(header.packed_score_info)
    elif header.mod_bits & _TARGET_PRACTICE and header.target_accuracy is not None:
        writer.real(header.target_accuracy)
    writer.rest(header.trailing_data)
    return writer.data


def pack_score_info(info: ReplayScoreInfo, packed: bytes = b"") -> bytes:
    """Return score info compressed for `packed_score_info`.

    `packed` is the score info that it replaces: its keys that are unknown here are written again,
    and an info without a change returns it unchanged. Fields that are None are left out.
    """
    if packed and info == Replay(packed_score_info=packed).score_info:
        return packed
    try:
        content = json.loads(_decompress(packed, _MAX_SCORE_INFO)) if packed else {}
    except (ReplayError, ValueError, RecursionError):
        content = {}
    values, defaults = content if isinstance(content, dict) else {}, ReplayScoreInfo()
    for name in ReplayScoreInfo.__struct_fields__:
        value = getattr(info, name)
        if value is None:
            values.pop(name, None)
        elif name in values or value != getattr(defaults, name):
            values[name] = msgspec.to_builtins(value)
    for mod in values.get("mods", ()):
        if not mod["settings"]:
            del mod["settings"]  # as the game writes it
    # The game writes ASCII.
    text = json.dumps(values, separators=(",", ":")).encode("ascii")
    return lzma.compress(text, lzma.FORMAT_ALONE, filters=_LZMA_FILTERS)


def replay_hash(max_combo: int, username: str, beatmap_hash: str, score: int, grade: str) -> str:
    """Return the MD5 in hex that the server writes into headers of replays."""
    text = f"{max_combo}osu{username}{beatmap_hash}{score}{grade}"
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _check_beginning(data: bytes) -> None:
    """Raise ReplayError for data that does not begin as a replay."""
    first = data[:100].lstrip()[:1]
    if not data:
        raise ReplayError("the file is empty")
    if len(data) >= _DISK_BLOCK and not data.strip(b"\0"):
        # As after a crash of the system; it could pass for an empty replay of version 0.
        raise ReplayError("the file holds nothing but zeros")
    if data[_FIRST_TEXT : _FIRST_TEXT + 1] in (b"\0", b"\x0b"):
        return
    if first == b"<":
        raise ReplayError("the file is a web page, not a replay")
    if first in (b"{", b"["):
        raise ReplayError("the file is JSON, not a replay")
    if len(data) <= _FIRST_TEXT:
        raise ReplayError("the replay is cut off")
    raise ReplayError("the file does not begin as a replay")


def _id_format(game_version: int) -> str:
    """Return the `struct` format of the id in the layout of a version; empty if it has none."""
    if game_version < _FIRST_WITH_ID:
        return ""
    return "<i" if game_version < _FIRST_WITH_LONG_ID else "<q"


def _rounded(text: str) -> int:
    """Return a fractional time of a frame in whole milliseconds.

    Lazer wrote such times in 2021. The game reads them in single precision, where a time that is
    whole could lose digits, and rounds half to even.
    """
    single: float = struct.unpack("<f", struct.pack("<f", float(text)))[0]
    return round(single)


def _decompress(compressed: bytes, limit: int | None = None) -> bytes:
    """Return a decompressed LZMA stream. Raises ReplayError for an invalid or oversized one."""
    try:
        unpacker = lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_MAX_LZMA_MEMORY)
        unpacked = unpacker.decompress(compressed, max_length=limit or _MAX_DECOMPRESSED)
    except (lzma.LZMAError, EOFError, MemoryError) as problem:
        raise ReplayError("the packed part of the replay is broken") from problem
    if not unpacker.eof:
        raise ReplayError("the packed part of the replay is cut off, or far too large")
    return unpacked

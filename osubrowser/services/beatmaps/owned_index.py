"""Index of the beatmaps on this computer, by set, id and MD5: compact, immutable, quick to ask."""

from __future__ import annotations

import logging
import sys
import zlib
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

from osubrowser.services.storage.atomic_write import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

log = logging.getLogger(__name__)

_VERSION: Final = 1
_LARGEST: Final = 256 << 20  # bytes of a file: ten million beatmaps
_MD5_LENGTH: Final = 32  # characters


@dataclass(frozen=True, slots=True, eq=False)
class OwnedIndex:
    """Beatmaps on this computer. For any thread; a look-up takes about a microsecond.

    Attributes:
        sets: ids of sets, sorted.
        beatmaps: ids of difficulties, sorted.
        checksums: the first eight bytes of the MD5 of each beatmap file, as numbers, sorted.
    """

    sets: array[int] = field(default_factory=lambda: array("Q"))
    beatmaps: array[int] = field(default_factory=lambda: array("Q"))
    checksums: array[int] = field(default_factory=lambda: array("Q"))

    def __bool__(self) -> bool:
        """Whether there is any beatmap."""
        return bool(self.sets or self.checksums)

    def has_set(self, set_id: int) -> bool:
        """Whether a set is here, some of it at least."""
        return _has(self.sets, set_id)

    def has_beatmap(self, beatmap_id: int, md5: str | None = None) -> bool:
        """Whether a difficulty is here, by its id or by the MD5 of its file (32 hex digits)."""
        return _has(self.beatmaps, beatmap_id) or (md5 is not None and self.has_checksum(md5))

    def has_checksum(self, md5: str) -> bool:
        """Whether a beatmap file with an MD5 is here."""
        number = short_checksum(md5)
        return number is not None and _has(self.checksums, number)

    def owns(self, set_id: int, checksums: Iterable[str | None] = ()) -> bool:
        """Whether a set is here, by its id, or by the MD5 of one of its files.

        Old files do not name their set: only the MD5 tells.
        """
        return self.has_set(set_id) or any(md5 and self.has_checksum(md5) for md5 in checksums)

    def count_of(self, set_ids: Iterable[int]) -> int:
        """Return how many of some sets are here."""
        sets = self.sets
        return sum(_has(sets, set_id) for set_id in set_ids)


def short_checksum(md5: str) -> int | None:
    """Return the first eight bytes of an MD5 in hex as a number; None if it is none."""
    if len(md5) != _MD5_LENGTH:
        return None
    try:
        return int(md5[:16], 16)
    except ValueError:
        return None


def _has(numbers: array[int], number: int) -> bool:
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


class OwnedFile(msgspec.Struct, kw_only=True):
    """File of an `OwnedIndex`, with what it was made from.

    Attributes:
        version: of this format.
        order: byte order of the numbers, as `sys.byteorder`.
        stable: folder of osu!stable; "" without.
        lazer: data folder of osu!lazer; "" without.
        stable_state: state of stable's database or Songs folder; see `game_files.stable_state`.
        lazer_states: times of change of the folders of lazer's store, by name.
        problem: what could not be read, as a sentence; "" for nothing.
        checksum: of the numbers.
        sets, beatmaps, checksums: those of the index, as bytes.
    """

    version: int = _VERSION
    order: str = sys.byteorder
    stable: str = ""
    lazer: str = ""
    stable_state: str = ""
    lazer_states: dict[str, str] = {}
    problem: str = ""
    checksum: int = 0
    sets: bytes = b""
    beatmaps: bytes = b""
    checksums: bytes = b""

    def has_same_state(self, other: OwnedFile) -> bool:
        """Whether both are of the same files, unchanged."""
        return (
            self.stable == other.stable
            and self.lazer == other.lazer
            and self.stable_state == other.stable_state
            and self.lazer_states == other.lazer_states
        )

    def index(self) -> OwnedIndex:
        """Return the index."""
        return OwnedIndex(*map(_numbers, (self.sets, self.beatmaps, self.checksums)))


def write_owned(path: Path, file: OwnedFile, index: OwnedIndex) -> None:
    """Write an index with what it was made from. Blocks.

    Raises:
        OSError: the file cannot be written; an older one is unchanged.
    """
    parts = [one.tobytes() for one in (index.sets, index.beatmaps, index.checksums)]
    file.sets, file.beatmaps, file.checksums = parts
    file.checksum = _checksum(file)
    write_whole(path, msgspec.msgpack.encode(file), sync=False)


def read_owned(path: Path) -> OwnedFile | None:
    """Return what `write_owned` wrote; None without, and if it is damaged. Blocks."""
    try:
        with path.open("rb") as opened:
            raw = opened.read(_LARGEST + 1)
        file = msgspec.msgpack.decode(raw, type=OwnedFile) if len(raw) <= _LARGEST else None
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        log.warning("the index of the beatmaps of this computer is read anew: %s", error)
        return None
    if file is None or (file.version, file.order) != (_VERSION, sys.byteorder):
        return None
    sizes = (len(file.sets), len(file.beatmaps), len(file.checksums))
    if file.checksum != _checksum(file) or any(size % array("Q").itemsize for size in sizes):
        log.warning("the index of the beatmaps of this computer is damaged")
        return None
    return file


def _checksum(file: OwnedFile) -> int:
    found = 0
    for part in (file.sets, file.beatmaps, file.checksums):
        found = zlib.crc32(part, found)
    return found


def _numbers(data: bytes) -> array[int]:
    numbers = array("Q")
    numbers.frombytes(data)
    return numbers

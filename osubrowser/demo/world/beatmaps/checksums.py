"""Checksums of beatmap files: the MD5 of each, and the beatmap of an MD5."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import md5
from typing import NamedTuple

from osubrowser.demo.world.data import FOLDER

USUAL_SEED = 1
"""The seed of the world whose checksums are kept as data."""

TABLE = FOLDER / "checksums.bin"
"""How many beatmaps there are (32 bits, little endian), their ids (32 bits), their MD5s."""

_SIZE = 16


class Table(NamedTuple):
    """Table of checksums: ids in ascending order, and 16 bytes for each."""

    ids: array[int]
    digests: bytes


@cache
def _table() -> Table:
    """Return the checksums of the usual seed; an empty table if the file is not there."""
    try:
        data = TABLE.read_bytes()
    except OSError:
        return Table(array("I"), b"")
    count = int.from_bytes(data[:4], "little")
    ids = array("I", data[4 : 4 + 4 * count])
    if sys.byteorder == "big":
        ids.byteswap()
    return Table(ids, data[4 + 4 * count :])


def table_file(found: Iterable[tuple[int, bytes]]) -> bytes:
    """Return the table of beatmaps: ids in ascending order, each with the MD5 of its file."""
    ids, digests = array("I"), bytearray()
    for beatmap_id, digest in found:
        ids.append(beatmap_id)
        digests += digest
    if sys.byteorder == "big":
        ids.byteswap()
    return len(ids).to_bytes(4, "little") + ids.tobytes() + bytes(digests)


class Checksums:
    """Checksums of one world's beatmap files.

    Those of the usual seed are data; others are computed when they are asked for, and the
    beatmap of such a checksum is known from then on. Thread-safe.

    Args:
        file_of: returns the file of a beatmap by its id.
    """

    def __init__(self, seed: int, file_of: Callable[[int], bytes]) -> None:
        self._is_usual = seed == USUAL_SEED
        self._file_of = file_of
        self._digests: dict[int, bytes] = {}
        self._ids: dict[bytes, int] = {}

    def of(self, beatmap_id: int) -> str:
        """Return the MD5 of a beatmap's file, in hex."""
        if self._is_usual:
            ids, digests = _table()
            place = bisect_left(ids, beatmap_id)
            if place < len(ids) and ids[place] == beatmap_id:
                return digests[place * _SIZE : (place + 1) * _SIZE].hex()
        found = self._digests.get(beatmap_id)
        if found is None:
            found = md5(self._file_of(beatmap_id), usedforsecurity=False).digest()
            self._digests[beatmap_id] = found
            self._ids[found] = beatmap_id
        return found.hex()

    def id_of(self, checksum: str) -> int | None:
        """Return the beatmap whose file has this MD5, or None."""
        digest = bytes.fromhex(checksum)
        found = self._ids.get(digest)
        if found is not None or not self._is_usual:
            return found
        ids, digests = _table()
        at = digests.find(digest)
        while at >= 0 and at % _SIZE:
            at = digests.find(digest, at + 1)
        return ids[at // _SIZE] if at >= 0 else None

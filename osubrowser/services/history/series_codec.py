"""Compact encoding of series of figures: variable-length integers, by difference.

A chunk of a series begins with the figures that were known before it, and has one entry for each
snapshot: seconds since the one before, which figures are known, which of these are other values
than last known, and their differences. A day without a change takes three bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from osubrowser.services.history.figures import Units

MOST_BYTES: Final = 900
"""Size from which a chunk is not extended: larger rows of SQLite's spill over to other pages."""

_OTHER_FIELDS: Final = 1
_OTHER_VALUES: Final = 2
_LONGEST_SHIFT: Final = 70  # bits of a number: 63 for a value, one for its sign, and a margin


@dataclass(frozen=True, slots=True)
class Tail:
    """Where a series can be extended: what is known of its last chunk without reading it.

    Attributes:
        since: Unix time in seconds of the chunk's first snapshot, its key.
        at: Unix time of its last snapshot.
        size: its bytes.
        known: mask of the fields of its last snapshot.
        state: last known values of all fields.
    """

    since: int
    at: int
    size: int
    known: int
    state: Mapping[int, int] = field(default_factory=dict)


def extended(tail: Tail | None, at: int, units: Units) -> tuple[Tail, bytes]:
    """Return the tail and the bytes after one more snapshot.

    The bytes begin a chunk if the new tail has another `since`; else they are put behind the old
    chunk's.

    Args:
        tail: of the series; None if it is empty.
        at: Unix time in seconds, later than the tail's.
        units: values of the snapshot.
    """
    data = bytearray()
    if tail is None or tail.size >= MOST_BYTES:
        state = {} if tail is None else tail.state
        _put_values(data, state)
        tail = Tail(at, at, 0, 0, state)
    known = _mask(units)
    before = tail.state
    changed = [index for index in sorted(units) if before.get(index, 0) != units[index]]
    flags = (_OTHER_FIELDS if known != tail.known else 0) | (_OTHER_VALUES if changed else 0)
    _put(data, (at - tail.at) << 2 | flags)
    if known != tail.known:
        _put(data, known)
    if changed:
        _put(data, _mask(changed))
        for index in changed:
            difference = units[index] - before.get(index, 0)
            _put(data, difference << 1 if difference >= 0 else (-difference << 1) - 1)
    return Tail(tail.since, at, tail.size + len(data), known, {**before, **units}), bytes(data)


def snapshots_of(since: int, chunk: bytes) -> Iterator[tuple[int, Units]]:
    """Yield the snapshots of a chunk, oldest first: Unix times and values.

    Args:
        since: Unix time of the first.
        chunk: the encoded chunk.

    Raises:
        ValueError: the rest of the chunk is damaged.
    """
    state, offset = _take_values(chunk, 0)
    at, known, fields = since, 0, _fields(0)
    while offset < len(chunk):
        head, offset = _take(chunk, offset)
        at += head >> 2
        if head & _OTHER_FIELDS:
            known, offset = _take(chunk, offset)
            fields = _fields(known)
        if head & _OTHER_VALUES:
            changed, offset = _take(chunk, offset)
            for index in _fields(changed):
                value, offset = _take(chunk, offset)
                difference = -(value + 1 >> 1) if value & 1 else value >> 1
                state[index] = state.get(index, 0) + difference
        yield at, {index: state.get(index, 0) for index in fields}


def pack(units: Mapping[int, int]) -> bytes:
    """Return values as bytes, without reference to others."""
    data = bytearray()
    _put_values(data, units)
    return bytes(data)


def unpack(data: bytes) -> Units:
    """Return the values of `pack`.

    Raises:
        ValueError: they are damaged.
    """
    return _take_values(data, 0)[0]


def pack_tail(tail: Tail) -> bytes:
    """Return a tail as bytes."""
    data = bytearray()
    for number in (tail.since, tail.at - tail.since, tail.size, tail.known):
        _put(data, number)
    _put_values(data, tail.state)
    return bytes(data)


def unpack_tail(data: bytes) -> Tail:
    """Return the tail of `pack_tail`.

    Raises:
        ValueError: it is damaged.
    """
    since, offset = _take(data, 0)
    length, offset = _take(data, offset)
    size, offset = _take(data, offset)
    known, offset = _take(data, offset)
    return Tail(since, since + length, size, known, _take_values(data, offset)[0])


def _mask(indexes: Iterable[int]) -> int:
    mask = 0
    for index in indexes:
        mask |= 1 << index
    return mask


def _fields(mask: int) -> list[int]:
    return [index for index in range(mask.bit_length()) if mask >> index & 1]


def _put_values(data: bytearray, units: Mapping[int, int]) -> None:
    _put(data, _mask(units))
    for index in sorted(units):
        _put(data, units[index])


def _take_values(data: bytes, offset: int) -> tuple[Units, int]:
    mask, offset = _take(data, offset)
    units: Units = {}
    for index in _fields(mask):
        units[index], offset = _take(data, offset)
    return units, offset


def _put(data: bytearray, value: int) -> None:
    """Append a whole number: seven bits a byte, the lowest first."""
    while value > 0x7F:
        data.append(value & 0x7F | 0x80)
        value >>= 7
    data.append(value)


def _take(data: bytes, offset: int) -> tuple[int, int]:
    """Return the number that begins at an offset, and the offset after it."""
    value = shift = 0
    while True:
        if offset >= len(data) or shift > _LONGEST_SHIFT:
            raise ValueError("a series is damaged")
        byte = data[offset]
        offset += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, offset

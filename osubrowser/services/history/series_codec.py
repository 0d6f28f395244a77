"""Compact encoding of series of figures: variable-length integers, by difference.

A chunk of a series begins with the figures that were known before it, and has one entry for each
snapshot: seconds since the one before, which figures are known, which of these are other values
than last known, and their differences. A day without a change takes three bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from osubrowser.services.history.varints import Reader, put, put_signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from osubrowser.services.history.figures import Units

MOST_BYTES: Final = 940
"""Size from which a chunk is not extended: four such rows fill a page of SQLite's, and rows that
are longer than 1,002 bytes spill over to others."""

_OTHER_FIELDS: Final = 1
_OTHER_VALUES: Final = 2


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
    put(data, (at - tail.at) << 2 | flags)
    if known != tail.known:
        put(data, known)
    if changed:
        put(data, _mask(changed))
        for index in changed:
            put_signed(data, units[index] - before.get(index, 0))
    return Tail(tail.since, at, tail.size + len(data), known, {**before, **units}), bytes(data)


def snapshots_of(since: int, chunk: bytes) -> Iterator[tuple[int, Units]]:
    """Yield the snapshots of a chunk, oldest first: Unix times and values.

    Args:
        since: Unix time of the first.
        chunk: the encoded chunk.

    Raises:
        ValueError: the rest of the chunk is damaged.
    """
    reader = Reader(chunk)
    state = _take_values(reader)
    at, known = since, 0
    fields: tuple[int, ...] = ()
    while not reader.is_at_end:
        head = reader.take()
        at += head >> 2
        if head & _OTHER_FIELDS:
            known = reader.take()
            fields = _fields(known)
        if head & _OTHER_VALUES:
            for index in _fields(reader.take()):
                state[index] = state.get(index, 0) + reader.take_signed()
        yield at, {index: state.get(index, 0) for index in fields}


def pack(units: Mapping[int, int]) -> bytes:
    """Return values as bytes, without reference to others.

    These are MessagePack, which is read and written in a microsecond: every new snapshot needs it.
    """
    return _encode([_mask(units), *(units[index] for index in sorted(units))])


def unpack(data: bytes) -> Units:
    """Return the values of `pack`.

    Raises:
        ValueError: they are damaged.
    """
    mask, *values = _decode(data)
    return _by_field(mask, values)


def pack_tail(tail: Tail) -> bytes:
    """Return a tail as bytes."""
    state = tail.state
    head = tail.since, tail.at, tail.size, tail.known, _mask(state)
    return _encode([*head, *(state[index] for index in sorted(state))])


def unpack_tail(data: bytes) -> Tail:
    """Return the tail of `pack_tail`.

    Raises:
        ValueError: it is damaged.
    """
    numbers = _decode(data)
    if len(numbers) < _TAIL_NUMBERS or min(numbers) < 0:
        raise ValueError("a series is damaged")
    since, at, size, known, mask, *values = numbers
    return Tail(since, at, size, known, _by_field(mask, values))


_TAIL_NUMBERS: Final = 5
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[int]).decode  # its errors are ValueError


def _by_field(mask: int, values: list[int]) -> Units:
    fields = _fields(mask)
    if len(fields) != len(values):
        raise ValueError("a series is damaged")
    return dict(zip(fields, values, strict=True))


def _mask(indexes: Iterable[int]) -> int:
    mask = 0
    for index in indexes:
        mask |= 1 << index
    return mask


@lru_cache(4096)
def _fields(mask: int) -> tuple[int, ...]:
    return tuple(index for index in range(mask.bit_length()) if mask >> index & 1)


def _put_values(data: bytearray, units: Mapping[int, int]) -> None:
    put(data, _mask(units))
    for index in sorted(units):
        put(data, units[index])


def _take_values(reader: Reader) -> Units:
    return {index: reader.take() for index in _fields(reader.take())}

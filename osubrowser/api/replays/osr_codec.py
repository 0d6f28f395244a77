"""Binary codec of `.osr` files: little-endian numbers, strings, datetimes and blocks."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta
from typing import Final

_EPOCH: Final = datetime(1, 1, 1, tzinfo=UTC)
_RANGES: Final = {
    "<B": (0, (1 << 8) - 1),
    "<H": (0, (1 << 16) - 1),
    "<i": (-(1 << 31), (1 << 31) - 1),
    "<I": (0, (1 << 32) - 1),
    "<q": (-(1 << 63), (1 << 63) - 1),
}


class ReplayError(ValueError):
    """The data is not a valid replay."""


def dotnet_ticks(moment: datetime) -> int:
    """Return a datetime as .NET ticks: units of 100 ns since the year 1 (UTC)."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _EPOCH) // timedelta(microseconds=1) * 10


def datetime_of_ticks(ticks: int) -> datetime | None:
    """Return .NET ticks as a datetime in UTC, in whole microseconds; None if out of range."""
    try:
        return _EPOCH + timedelta(microseconds=ticks // 10) if ticks > 0 else None
    except OverflowError:
        return None


def fits(form: str, value: int) -> bool:
    """Whether an integer is in the range of a format of `struct`."""
    least, most = _RANGES[form]
    return least <= value <= most


class OsrReader:
    """Sequential reader of a replay's values. Methods raise ReplayError at the end of the data."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def at_end(self) -> bool:
        """Whether all data was read."""
        return self._at >= len(self._data)

    def take(self, size: int) -> bytes:
        """Return the next `size` bytes."""
        if not 0 <= size <= len(self._data) - self._at:
            raise ReplayError("the replay is cut off")
        self._at += size
        return self._data[self._at - size : self._at]

    def number(self, form: str) -> int:
        """Return the next integer, in a format of `struct`."""
        value: int = struct.unpack(form, self.take(struct.calcsize(form)))[0]
        return value

    def real(self) -> float:
        """Return the next double."""
        value: float = struct.unpack("<d", self.take(8))[0]
        return value

    def rest(self) -> bytes:
        """Return all bytes that are left."""
        return self.take(len(self._data) - self._at)

    def text(self) -> str | None:
        """Return the next string, or None: a marker byte, its length in ULEB128, UTF-8."""
        mark = self.take(1)
        if mark == b"\0":
            return None
        if mark != b"\x0b":
            raise ReplayError("the replay has something else in place of a text")
        size = 0
        for shift in range(0, 35, 7):
            byte = self.take(1)[0]
            size |= (byte & 0x7F) << shift
            if byte < 0x80:
                return self.take(size).decode("utf-8", "replace")
        raise ReplayError("the replay has a text of endless length")

    def block(self) -> bytes:
        """Return the next length-prefixed bytes; a negative length counts as 0."""
        return self.take(max(self.number("<i"), 0))


class OsrWriter:
    """Sequential writer of a replay's values."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    @property
    def data(self) -> bytes:
        """The data written so far."""
        return b"".join(self._parts)

    def number(self, form: str, value: int) -> None:
        """Write an integer in a format of `struct`, clamped to its range."""
        least, most = _RANGES[form]
        self._parts.append(struct.pack(form, min(max(value, least), most)))

    def real(self, value: float) -> None:
        """Write a double."""
        self._parts.append(struct.pack("<d", value))

    def text(self, text: str, *, empty: bool = False) -> None:
        """Write a string; an empty one as None, or with `empty` as a string of length 0."""
        raw = text.encode("utf-8", "replace")
        if not raw and not empty:
            self._parts.append(b"\0")
            return
        size, length = len(raw), bytearray()
        while size >= 0x80:
            length.append(size & 0x7F | 0x80)
            size >>= 7
        length.append(size)
        self._parts.append(b"\x0b" + bytes(length) + raw)

    def block(self, data: bytes) -> None:
        """Write length-prefixed bytes."""
        self._parts.append(struct.pack("<i", len(data)) + data)

    def rest(self, data: bytes) -> None:
        """Write bytes as they are."""
        self._parts.append(data)

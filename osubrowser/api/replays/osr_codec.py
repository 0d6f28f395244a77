"""The bytes of `.osr` files: numbers, texts, moments and blocks, little end first."""

from __future__ import annotations

import math
import struct
from datetime import UTC, datetime, timedelta
from typing import Final

_EPOCH: Final = datetime(1, 1, 1, tzinfo=UTC)
_RANGES: Final = {
    "<b": (-(1 << 7), (1 << 7) - 1),
    "<H": (0, (1 << 16) - 1),
    "<i": (-(1 << 31), (1 << 31) - 1),
    "<I": (0, (1 << 32) - 1),
    "<q": (-(1 << 63), (1 << 63) - 1),
}


class ReplayError(ValueError):
    """Bytes that are no replay, or a broken one."""


def ticks_of(moment: datetime) -> int:
    """Return a moment as .NET counts: tenths of a microsecond since the year 1 (UTC)."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _EPOCH) // timedelta(microseconds=1) * 10


class OsrReader:
    """Takes one value after the other; all raise ReplayError where the bytes end too early."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self._at >= len(self._data)

    def take(self, size: int) -> bytes:
        """Return the next bytes."""
        if not 0 <= size <= len(self._data) - self._at:
            raise ReplayError("the replay is cut off")
        self._at += size
        return self._data[self._at - size : self._at]

    def number(self, form: str) -> int:
        """Return the next number, in one of the forms of `struct`."""
        value: int = struct.unpack(form, self.take(struct.calcsize(form)))[0]
        return value

    def real(self) -> float | None:
        """Return the next double; None for what is not a number."""
        value: float = struct.unpack("<d", self.take(8))[0]
        return value if math.isfinite(value) else None

    def text(self) -> str:
        """Return the next text: a mark, its length in groups of seven bits, UTF-8."""
        mark = self.take(1)
        if mark == b"\0":
            return ""
        if mark != b"\x0b":
            raise ReplayError("the replay has something else in place of a text")
        size = 0
        for shift in range(0, 35, 7):
            byte = self.take(1)[0]
            size |= (byte & 0x7F) << shift
            if byte < 0x80:
                return self.take(size).decode("utf-8", "replace")
        raise ReplayError("the replay has a text of endless length")

    def moment(self) -> datetime | None:
        """Return the next moment; None for one that no calendar has."""
        ticks = self.number("<q")
        try:
            return _EPOCH + timedelta(microseconds=ticks // 10) if ticks > 0 else None
        except OverflowError:
            return None

    def block(self) -> bytes:
        """Return the next bytes with their length before them; a negative length is none."""
        return self.take(max(self.number("<i"), 0))


class OsrWriter:
    """Writes one value after the other; the file so far is in `data`."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    @property
    def data(self) -> bytes:
        """All that was written."""
        return b"".join(self._parts)

    def number(self, form: str, value: int) -> None:
        """Write a number in one of the forms of `struct`, cut to what fits."""
        least, most = _RANGES[form]
        self._parts.append(struct.pack(form, min(max(value, least), most)))

    def text(self, text: str) -> None:
        """Write a text."""
        raw = text.encode("utf-8", "replace")
        if not raw:
            self._parts.append(b"\0")
            return
        size, length = len(raw), bytearray()
        while size >= 0x80:
            length.append(size & 0x7F | 0x80)
            size >>= 7
        length.append(size)
        self._parts.append(b"\x0b" + bytes(length) + raw)

    def block(self, data: bytes) -> None:
        """Write bytes with their length before them."""
        self._parts.append(struct.pack("<i", len(data)) + data)

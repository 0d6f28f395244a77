"""Variable-length integers (LEB128) of stored rows."""

from __future__ import annotations


def put(out: bytearray, value: int) -> None:
    """Append a whole number that is not negative."""
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)


def put_signed(out: bytearray, value: int) -> None:
    """Append a whole number of either sign; small ones are short."""
    put(out, value << 1 if value >= 0 else (-value << 1) - 1)


class Reader:
    """Reader of the numbers of a row, one after the other.

    Args:
        row: what `put` and `put_signed` have made.
    """

    __slots__ = ("_at", "_row")

    def __init__(self, row: bytes) -> None:
        self._row = row
        self._at = 0

    @property
    def is_at_end(self) -> bool:
        """Whether all numbers were read."""
        return self._at >= len(self._row)

    def take(self, most_bits: int = 70) -> int:
        """Return the next number.

        Args:
            most_bits: of a number that is believed.

        Raises:
            ValueError: the row is cut off, or the number has more bits.
        """
        row, at = self._row, self._at
        value = shift = 0
        while at < len(row) and shift <= most_bits:
            byte = row[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                self._at = at
                return value
            shift += 7
        raise ValueError("a row is cut off")

    def take_signed(self) -> int:
        """Return the next number of `put_signed`; it raises as `take` does."""
        value = self.take()
        return value >> 1 if value & 1 == 0 else -((value + 1) >> 1)

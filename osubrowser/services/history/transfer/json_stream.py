"""Streaming parser of a JSON array of records, which goes on after invalid ones."""

from __future__ import annotations

import json
import math
import re
from typing import IO, TYPE_CHECKING, Any, Final

from osubrowser.services.history.transfer.form import LONGEST_RECORD

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE: Final = 1 << 16
_GAP: Final = re.compile(r"[\s,]*")
_NEXT_LINE: Final = re.compile(r"\n\s*(?=\{)")
_BLANK: Final = re.compile(r"\s*")


class NotJson(ValueError):
    """The text is not of the expected form."""


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number is too large")
    return value


def _constant(text: str) -> float:
    raise ValueError(f"{text} is no number")


_DECODER: Final = json.JSONDecoder(parse_float=_number, parse_constant=_constant)


class JsonStream:
    """Reader of a JSON array of objects, or of an object whose last value is one.

    Attributes:
        header: the values of the object before the array; empty for a bare array.
        broken: number of records that could not be read so far.

    Args:
        file: decoded text.
        last: key of the array in the object.

    Raises:
        NotJson: the text is neither.
        OSError: the file cannot be read.
    """

    def __init__(self, file: IO[str], last: str) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._is_whole = False
        self.header: dict[str, Any] = {}
        self.broken = 0
        self._read_header(last)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield the records; what is broken is counted, up to the next line with an object."""
        while True:
            self._skip(_GAP)
            if self._at >= len(self._text):
                self.broken += 1  # the array has no end: the file was cut
                return
            if self._text[self._at] == "]":
                return
            record = self._value() if self._text[self._at] == "{" else None
            if record is None:
                self.broken += 1
                if not self._to_next_line():
                    return
            else:
                yield record

    def _read_header(self, last: str) -> None:
        self._more()
        self._text = self._text.removeprefix("\ufeff")
        self._skip(_BLANK)
        if self._peek() == "[":
            self._at += 1
            return
        if self._peek() != "{":
            raise NotJson("neither an array nor an object")
        self._at += 1
        for _ in range(20):
            self._skip(_GAP)
            key = self._value()
            self._skip(_BLANK)
            if not isinstance(key, str) or self._peek() != ":":
                break
            self._at += 1
            self._skip(_BLANK)
            if key == last:
                if self._peek() != "[":
                    break
                self._at += 1
                return
            self.header[key] = self._value()
        raise NotJson("no array of records")

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _value(self) -> Any:  # noqa: ANN401 - any value of JSON
        """Return the value that begins here, and go behind it; None if it cannot be read."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                if not self._is_cut(error) or not self._more():
                    return None
            else:
                self._at = end
                return value

    def _is_cut(self, error: Exception) -> bool:
        """Whether an error may be due to the end of the text that was read so far."""
        if len(self._text) - self._at > LONGEST_RECORD or not isinstance(
            error, json.JSONDecodeError
        ):
            return False
        # An unfinished text, number or word is told by its beginning.
        return error.msg.startswith(("Unterminated", "Invalid \\")) or (
            error.pos >= len(self._text) - 16
        )

    def _more(self) -> bool:
        """Read on, at least as much as is waiting; whether there was more."""
        if self._is_whole:
            return False
        waiting = self._text[self._at :]
        more = self._file.read(max(_PIECE, len(waiting)))
        self._is_whole = not more
        self._text, self._at = waiting + more, 0
        return bool(more)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        while True:
            match = pattern.match(self._text, self._at)
            self._at = match.end() if match is not None else self._at
            if self._at < len(self._text) or not self._more():
                return

    def _to_next_line(self) -> bool:
        """Go to the next line that begins with an object; whether there is one."""
        self._at += 1
        while True:
            match = _NEXT_LINE.search(self._text, self._at)
            if match is not None:
                self._at = match.end()
                return True
            # The line may begin in what was read and go on in what was not.
            self._at = max(self._at, len(self._text) - 64)
            if not self._more():
                return False

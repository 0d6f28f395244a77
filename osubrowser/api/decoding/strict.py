"""Strict msgspec decoders, one per type, created on demand by one thread at a time."""

from __future__ import annotations

from threading import Lock
from typing import Any, TypeVar

import msgspec

from osubrowser.api.cursor import Cursor

T = TypeVar("T")

_decoders: dict[tuple[type, bool], msgspec.json.Decoder[Any]] = {}
_lock = Lock()


def strict_decoder(kind: type[T], *, numeric_strings: bool = False) -> msgspec.json.Decoder[T]:
    """Return the JSON decoder of a type; with `numeric_strings`, numbers may be strings."""
    decoder = _decoders.get((kind, numeric_strings))
    if decoder is not None:
        return decoder
    # One thread at a time: msgspec shares half-built type information between threads, and
    # using it crashes the interpreter.
    with _lock:
        if (kind, numeric_strings) not in _decoders:
            _decoders[kind, numeric_strings] = msgspec.json.Decoder(
                kind, strict=not numeric_strings, dec_hook=_decode_cursor
            )
        return _decoders[kind, numeric_strings]


def _decode_cursor(kind: type, value: Any) -> Any:  # noqa: ANN401 - msgspec's signature
    if kind is not Cursor:
        raise NotImplementedError(kind)
    if not isinstance(value, dict):
        raise ValueError("a cursor is an object")  # noqa: TRY004 - msgspec expects this one
    return Cursor(value)

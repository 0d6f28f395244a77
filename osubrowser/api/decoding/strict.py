"""The strict decoders: one for each kind of answer, made once, by one thread at a time."""

from __future__ import annotations

from threading import Lock
from typing import Any, TypeVar

import msgspec

from osubrowser.api.cursor import Cursor

T = TypeVar("T")

_decoders: dict[tuple[type, bool], msgspec.json.Decoder[Any]] = {}
_making = Lock()


def strict_decoder(kind: type[T], *, texts: bool = False) -> msgspec.json.Decoder[T]:
    """Return the decoder that takes JSON for a `kind`; with `texts`, also numbers as texts."""
    decoder = _decoders.get((kind, texts))
    if decoder is not None:
        return decoder
    # One at a time: what msgspec has half made of a struct, it would let another thread use,
    # and that one crashes the interpreter.
    with _making:
        if (kind, texts) not in _decoders:
            _decoders[kind, texts] = msgspec.json.Decoder(kind, strict=not texts, dec_hook=_special)
        return _decoders[kind, texts]


def _special(kind: type, value: Any) -> Any:  # noqa: ANN401 - the signature that msgspec calls
    if kind is not Cursor:
        raise NotImplementedError(kind)
    if not isinstance(value, dict):
        raise ValueError("a cursor is an object")  # noqa: TRY004 - msgspec expects this one
    return Cursor(value)

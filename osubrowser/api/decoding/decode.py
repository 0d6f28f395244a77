"""Decoding of response bodies into entities: strict first, tolerant where that fails."""

from __future__ import annotations

import logging
from threading import Lock
from typing import Any, TypeVar

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.decoding.tolerant import ConversionError, converter_for, parse
from osubrowser.api.http.messages import Download, Response, Unreadable, is_html, server_message

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


T = TypeVar("T")

_log = logging.getLogger("osubrowser.api")
_reported: set[str] = set()
_reported_lock = Lock()


def decode(body: bytes, kind: type[T], *, numeric_strings: bool = False) -> T:
    """Return a JSON body decoded as `kind`; with `numeric_strings`, numbers may be strings.

    Values of a wrong type become the default, and are logged once per field. Raises Unreadable
    for a body that is not JSON, or of another type altogether.
    """
    try:
        decoded = strict_decoder(kind, numeric_strings=numeric_strings).decode(body)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return _decode_tolerantly(body, kind)
    return decoded


def read_json(response: Response) -> bytes:
    """Return the body of a response. Raises Unreadable for HTML."""
    if is_html(response):
        raise Unreadable(
            "osu! sent a web page in place of an answer",
            status=response.status,
            address=response.address,
        )
    return response.body


def read_file(response: Response) -> Download:
    """Return the file in a response. Raises Unreadable for HTML, JSON, or an empty body."""
    message = None
    if is_html(response):
        found = "a web page"
    elif "json" in response.content_type:
        found, message = "JSON", server_message(response.body)
    elif not response.body:
        found = "an empty answer"
    else:
        return read_any_file(response)
    raise Unreadable(
        f"osu! sent {found} in place of a file",
        status=response.status,
        address=response.address,
        server_message=message,
    )


def read_any_file(response: Response) -> Download:
    """Return the body of a response as a file, whatever it is."""
    return Download(response.body, response.filename)


def read_entity(response: Response, kind: type[T], *, numeric_strings: bool = False) -> T:
    """Return a response decoded as `kind`. Raises Unreadable with the response's address."""
    try:
        return decode(read_json(response), kind, numeric_strings=numeric_strings)
    except Unreadable as error:
        error.status, error.address = response.status, response.address
        raise


def _decode_tolerantly(body: bytes, kind: type[T]) -> T:
    try:
        value: T = converter_for(kind)(parse(body), "", _report)
    except (ConversionError, ValueError, RecursionError) as problem:
        raise Unreadable("osu! sent something that is not an answer") from problem
    return value


def _report(where: str, what: str) -> None:
    """Log a dropped value, once per field."""
    with _reported_lock:
        if where in _reported:
            return
        _reported.add(where)
    _log.warning("osu! sent %s for %s: it is left out", what, where)

"""Decoding of response bodies into entities: strict first, tolerant where that fails."""

from __future__ import annotations

import logging
from functools import cache
from threading import Lock
from typing import Any, TypeVar, cast

import msgspec

from osubrowser.api.decoding.tolerant import ConversionError, converter_for, parse, read_custom
from osubrowser.api.entities.base import Entity, JsonValue
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
                kind, strict=not numeric_strings, dec_hook=decode_custom
            )
        return _decoders[kind, numeric_strings]


def decode_custom(kind: type, value: Any) -> Any:  # noqa: ANN401 - msgspec's signature
    """Return parsed JSON as a type that msgspec does not know. Raises ValueError."""
    try:
        return read_custom(kind, value)
    except ConversionError:
        raise ValueError(f"this is no {kind.__name__}") from None  # msgspec expects this one


T = TypeVar("T")

_MAX_ERROR_BODY = 2000
"""Largest body, in bytes, that is checked for being an error without a content type."""
_WEB_PAGE = "osu! sent a web page in place of an answer"
_NO_ANSWER = "osu! sent something that is not an answer"
_log = logging.getLogger("osubrowser.api")
_reported: set[str] = set()
_reported_lock = Lock()


def decode(body: bytes, kind: type[T], *, numeric_strings: bool = False) -> T:
    """Return a JSON body decoded as `kind`; with `numeric_strings`, numbers may be strings.

    Values of a wrong type become the default, and are logged once per field. Raises Unreadable
    for a body that is not JSON, or of another type altogether: one without any field that
    identifies the entity, such as `{"error": null}`.
    """
    try:
        decoded = strict_decoder(kind, numeric_strings=numeric_strings).decode(body)
    except (msgspec.DecodeError, ValueError, RecursionError):
        decoded = _decode_tolerantly(body, kind)
    if isinstance(decoded, list):
        return cast("T", _identified_items(decoded))
    if not _is_identified(decoded) and not _has_known_field(parse(body), decoded):
        raise Unreadable(_NO_ANSWER, server_message=server_message(body))
    return decoded


def read_json(response: Response) -> bytes:
    """Return the body of a response. Raises Unreadable for HTML."""
    if is_html(response):
        raise Unreadable(_WEB_PAGE, status=response.status, address=response.address)
    return response.body


def read_parsed(response: Response) -> JsonValue:
    """Return the parsed JSON of a response. Raises Unreadable for any other body."""
    try:
        parsed: JsonValue = parse(read_json(response))
    except (ValueError, RecursionError) as problem:
        raise Unreadable(_NO_ANSWER, status=response.status, address=response.address) from problem
    return parsed


def read_file(response: Response) -> Download:
    """Return the file in a response. Raises Unreadable for HTML, JSON, or an empty body."""
    message = None
    if is_html(response):
        found = "a web page"
    elif _is_json(response):
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


def _is_json(response: Response) -> bool:
    """Whether a response is JSON, by its content type, or a short one by its body."""
    if "json" in response.content_type:
        return True
    if len(response.body) > _MAX_ERROR_BODY:
        return False
    try:
        msgspec.json.decode(response.body)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return False
    return True


def read_entity(response: Response, kind: type[T], *, numeric_strings: bool = False) -> T:
    """Return a response decoded as `kind`. Raises Unreadable with the response's address."""
    try:
        return decode(response.body, kind, numeric_strings=numeric_strings)
    except Unreadable as error:
        found = Unreadable(_WEB_PAGE) if is_html(response) else error
        found.status, found.address = response.status, response.address
        raise found from error.__cause__


def _decode_tolerantly(body: bytes, kind: type[T]) -> T:
    try:
        sent = parse(body)
        value: T = converter_for(kind)(sent, "", _report)
    except (ConversionError, ValueError, RecursionError) as problem:
        raise Unreadable(_NO_ANSWER, server_message=server_message(body)) from problem
    if value == [] != sent:  # not a single element fits
        raise Unreadable(_NO_ANSWER)
    return value


def _identified_items(items: list[Any]) -> list[Any]:
    """Return a list without the entities that lack an identity. Raises Unreadable if all do."""
    identified = [item for item in items if _is_identified(item)]
    if len(identified) < len(items):
        if not identified:
            raise Unreadable(_NO_ANSWER)
        _report(f"{type(items[0]).__name__}[]", "an object without id")
    return identified


def _is_identified(value: object) -> bool:
    if not isinstance(value, Entity):
        return True
    if value.subject:
        return _is_identified(getattr(value, value.subject))
    identity = _identity_of(type(value))
    if identity:
        return any(getattr(value, name) not in nothing for name, nothing in identity)
    if getattr(value, "error", None) is not None:
        value = msgspec.structs.replace(value, error=None)
    return value != _empty(type(value))


def _has_known_field(sent: object, value: object) -> bool:
    """Whether a response that equals an empty one has one of the entity's fields, or may be empty.

    `error` does not count: it is a field of some entities, but alone it is an error.

    Args:
        sent: the parsed JSON.
        value: the entity that it was decoded as.
    """
    if not isinstance(value, Entity):
        return False
    kind = type(value)
    if kind.subject:
        inner = sent.get(kind.subject) if isinstance(sent, dict) else None
        return _has_known_field(inner, getattr(value, kind.subject))
    if _identity_of(kind):
        return False
    if not sent:
        return kind.may_be_empty
    if not isinstance(sent, dict):
        return False
    known = {field.encode_name for field in msgspec.structs.fields(kind)}
    return not known.isdisjoint(sent.keys() - {"error"})


@cache
def _identity_of(kind: type[Entity]) -> list[tuple[str, tuple[object, ...]]]:
    """Return the identifying fields of an entity, each with the values that mean "not sent"."""
    fields = msgspec.structs.fields(kind)
    names = kind.identified_by or [f.name for f in fields if f.required or f.name == "id"]
    return [(f.name, (None, "", 0 if f.required else f.default)) for f in fields if f.name in names]


@cache
def _empty(kind: type[Entity]) -> Entity:
    return kind()


def _report(where: str, what: str) -> None:
    """Log a dropped value, once per field."""
    with _reported_lock:
        if where in _reported:
            return
        _reported.add(where)
    _log.warning("osu! sent %s for %s: it is left out", what, where)

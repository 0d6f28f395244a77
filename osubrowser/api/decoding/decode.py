"""Bytes to entities: a fast strict pass, and a patient one that keeps whatever can be kept."""

from __future__ import annotations

import logging
from threading import Lock
from typing import TypeVar

import msgspec

from osubrowser.api.decoding.strict import strict_decoder
from osubrowser.api.decoding.tolerant import converter_for, parse
from osubrowser.api.decoding.tolerant_values import Unusable
from osubrowser.api.endpoints.base import Download
from osubrowser.api.http.messages import Answer, Unreadable, is_html

T = TypeVar("T")

_log = logging.getLogger("osubrowser.api")
_reported: set[str] = set()
_reported_lock = Lock()


def decode(body: bytes, kind: type[T], *, texts: bool = False) -> T:
    """Return the `kind` that a JSON body holds; with `texts`, its numbers come as texts.

    What does not fit is dropped to its default, and logged once a field; the rest is kept.
    Raises Unreadable if the body is no JSON, or lacks what nothing can stand in for.
    """
    try:
        decoded = strict_decoder(kind, texts=texts).decode(body)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return _decode_tolerantly(body, kind)
    return decoded


def read_json(answer: Answer) -> bytes:
    """Return the body of an answer. Raises Unreadable if it is a web page."""
    if is_html(answer):
        raise Unreadable(
            "osu! sent a web page in place of an answer",
            status=answer.status,
            address=answer.address,
        )
    return answer.body


def read_file(answer: Answer) -> Download:
    """Return the file that an answer is. Raises Unreadable for a page or JSON in its place."""
    if is_html(answer) or "json" in answer.content_type or not answer.body:
        raise Unreadable(
            "osu! sent something else in place of a file",
            status=answer.status,
            address=answer.address,
        )
    return Download(answer.body, answer.filename)


def read_entity(answer: Answer, kind: type[T], *, texts: bool = False) -> T:
    """Return the `kind` that an answer holds. Raises Unreadable, saying which answer it was."""
    try:
        return decode(read_json(answer), kind, texts=texts)
    except Unreadable as error:
        error.status, error.address = answer.status, answer.address
        raise


def _decode_tolerantly(body: bytes, kind: type[T]) -> T:
    try:
        value: T = converter_for(kind)(parse(body), "", _report)
    except (Unusable, ValueError, RecursionError) as problem:
        raise Unreadable("osu! sent something that is not an answer") from problem
    return value


def _report(where: str, what: str) -> None:
    """Log what was dropped, the first time that this field is seen to have it."""
    with _reported_lock:
        if where in _reported:
            return
        _reported.add(where)
    _log.warning("osu! sent %s for %s: it is left out", what, where)

"""Requests and answers as plain values, and which error an answer means."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from osubrowser.api.errors import (
    Forbidden,
    InvalidRequest,
    LoginRequired,
    NotFound,
    OsuError,
    RateLimited,
    ServerTrouble,
)

PAUSE_WITHOUT_RETRY_AFTER = 60.0
"""Seconds to wait after a 429 that does not say how long: the server's window is a minute."""

_LONGEST_MESSAGE = 300


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask: a path below the server's origin, and what goes with it.

    `bucket` is the limit that the server counts it in. `form` may hold secrets and is not shown.
    """

    method: str
    path: str
    params: Mapping[str, str | list[str]] = field(default_factory=dict)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    bucket: str = "api"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `address` without secrets, `retry_after` in seconds if it was sent."""

    status: int
    content_type: str
    body: bytes = field(repr=False)  # may be a token
    address: str
    retry_after: float | None = None


class Unreadable(ServerTrouble):
    """The answer is not what was asked for: HTML in place of JSON, or broken JSON."""


def is_html(answer: Answer) -> bool:
    """Whether the body is a web page, whatever it was announced as."""
    return "html" in answer.content_type or answer.body.lstrip()[:1] == b"<"


def server_message(body: bytes) -> str | None:
    """Return the sentence in an error body, in one line; None if it holds none."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    sentences = [said.get("error_description") or said.get("error"), said.get("hint")]
    words = [word for s in sentences if isinstance(s, str) for word in s.split()]
    # What a terminal would obey, or what turns the direction of text, is no part of a sentence.
    text = "".join(filter(str.isprintable, " ".join(words)))
    return text[:_LONGEST_MESSAGE].strip() or None


def error_for(answer: Answer) -> OsuError:
    """Return the error that an answer with a status of 300 or more means."""
    status, where = answer.status, answer.address
    said = server_message(answer.body)
    if status == 429:
        wait = PAUSE_WITHOUT_RETRY_AFTER if answer.retry_after is None else answer.retry_after
        return RateLimited(
            "Too many requests", retry_after=wait, status=status, address=where, server_message=said
        )
    kind: type[OsuError]
    if status == 401:
        kind, text = LoginRequired, "osu! asks for a sign-in"
    elif status == 403 and not is_html(answer):
        kind, text = Forbidden, "osu! refuses this"
    elif status in (404, 410):
        kind, text = NotFound, "There is no such thing"
    elif 400 <= status < 500 and status not in (403, 408):
        kind, text = InvalidRequest, "osu! did not understand the request"
    else:
        kind, text = ServerTrouble, "osu! has trouble"
    return kind(text, status=status, address=where, server_message=said)

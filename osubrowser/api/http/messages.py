"""Requests and answers as plain values, and which error an answer means."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

from osubrowser.api.errors import (
    Forbidden,
    InvalidRequest,
    LoginRequired,
    NotFound,
    OsuError,
    RateLimited,
    ServerTrouble,
)
from osubrowser.api.file_names import safe_name

PAUSE_WITHOUT_RETRY_AFTER = 60.0
"""Seconds to wait after a 429 that does not say how long: the server's window is a minute."""

_LONGEST_MESSAGE = 300
_LONGEST_NAME = 200
_LONGEST_DISPOSITION = 2000
_HARMLESS = frozenset({"GET", "HEAD", "DELETE"})


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask: a path below the server's origin, and what goes with it.

    `bucket` is the limit that the server counts it in. `form`, `json` and `secret_params` may
    hold secrets and are not shown. `repeat` says whether it may be sent again when nobody knows
    whether it arrived; by default a GET, HEAD or DELETE may.
    """

    method: str
    path: str
    params: Mapping[str, str | list[str]] = field(default_factory=dict)
    form: Mapping[str, str | list[str]] | None = field(default=None, repr=False)
    json: Mapping[str, Any] | None = field(default=None, repr=False)
    secret_params: Mapping[str, str] = field(default_factory=dict, repr=False)
    bucket: str = "api"
    repeat: bool | None = None

    @property
    def may_repeat(self) -> bool:
        """Whether sending it twice does no more than sending it once."""
        return self.method in _HARMLESS if self.repeat is None else self.repeat


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `address` without secrets, `retry_after` in seconds if it was sent.

    `filename` is the name of a download, as the server wrote it.
    """

    status: int
    content_type: str
    body: bytes = field(repr=False)  # may be a token
    address: str
    retry_after: float | None = None
    filename: str | None = None


class Unreadable(ServerTrouble):
    """The answer is not what was asked for: HTML in place of JSON, or broken JSON."""


def is_html(answer: Answer) -> bool:
    """Whether the body is a web page, whatever it was announced as."""
    return "html" in answer.content_type or answer.body.lstrip()[:1] == b"<"


def file_name(disposition: str | None) -> str | None:
    """Return the name in a `Content-Disposition`: without any folder, good on every system.

    None if there is none.
    """
    if not disposition or len(disposition) > _LONGEST_DISPOSITION:
        return None
    message = Message()
    message["Content-Disposition"] = " ".join(disposition.split())
    name = (message.get_filename() or "").replace("\\", "/").rpartition("/")[2]
    name = "".join(filter(str.isprintable, name))[:_LONGEST_NAME].strip(" .")
    return safe_name(name) if name else None


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

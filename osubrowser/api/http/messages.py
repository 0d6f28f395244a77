"""HTTP requests, responses and downloads as plain values."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from osubrowser.api.errors import (
    Forbidden,
    InvalidRequest,
    LoginRequired,
    NotFound,
    OsuError,
    RateLimited,
    ServerTrouble,
)

_IDEMPOTENT = frozenset({"GET", "HEAD", "DELETE"})


@dataclass(frozen=True, slots=True)
class Request:
    """HTTP request to a path below the server's origin.

    `bucket` is the rate limit that it counts in. `form`, `json` and `secret_params` may hold
    secrets and are left out of the repr. `repeat` overrides whether it may be sent again after a
    failure that leaves open whether it arrived; by default GET, HEAD and DELETE may. `is_file`
    allows more time, for a response that may be large. With `reads_refusals` a refusal of the
    server (status 400 to 499, except 401 and 429) is a response as others are, and no error.
    """

    method: str
    path: str
    params: Mapping[str, str | list[str]] = field(default_factory=dict)
    form: Mapping[str, str | list[str]] | None = field(default=None, repr=False)
    json: Mapping[str, Any] | None = field(default=None, repr=False)
    secret_params: Mapping[str, str] = field(default_factory=dict, repr=False)
    bucket: str = "api"
    repeat: bool | None = None
    is_file: bool = False
    reads_refusals: bool = False

    @property
    def may_repeat(self) -> bool:
        """Whether the request is idempotent, so that it may be sent again."""
        return self.method in _IDEMPOTENT if self.repeat is None else self.repeat

    def reads(self, status: int) -> bool:
        """Return whether a response with this HTTP status is read, and no error."""
        return status < 300 or (
            self.reads_refusals and 400 <= status < 500 and status not in (401, 429)
        )


@dataclass(frozen=True, slots=True)
class Response:
    """HTTP response: `address` is its URL without secrets, `retry_after` in seconds if given.

    `filename` is the name in `Content-Disposition`, made safe. `rate_limit` is the number of such
    requests per minute that the server allows, if it says so. `date` is when the server sent it, by
    its own clock (Unix time in seconds).
    """

    status: int
    content_type: str
    body: bytes = field(repr=False)  # may be a token
    address: str
    retry_after: float | None = None
    filename: str | None = None
    rate_limit: int | None = None
    date: float | None = None


class Download(NamedTuple):
    """Downloaded file: its bytes, and the server's name for it (None if it gave none)."""

    data: bytes
    filename: str | None


OnProgress: TypeAlias = Callable[[int, int | None], None]
"""Called with the bytes of a body so far, and in all if the server said how many."""

DEFAULT_RETRY_AFTER = 60.0
"""Seconds to wait after a 429 without `Retry-After`: the server's window is a minute."""

_MAX_MESSAGE = 300


class Unreadable(ServerTrouble):
    """The response cannot be decoded: HTML in place of JSON, or broken JSON."""


def is_html(response: Response) -> bool:
    """Whether a response is HTML, by its content type or its body."""
    return "html" in response.content_type or response.body.lstrip()[:1] == b"<"


def server_message(body: bytes) -> str | None:
    """Return the error message in a JSON body, as one line; None if there is none."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict):
        return None
    messages = [content.get("error_description") or content.get("error"), content.get("hint")]
    parts = [part for s in messages if isinstance(s, str) for part in s.split()]
    # Control characters and text direction marks are removed: it is shown and logged.
    text = "".join(filter(str.isprintable, " ".join(parts)))
    return text[:_MAX_MESSAGE].strip() or None


def error_for(response: Response) -> OsuError:
    """Return the exception for a response with a status of 300 or more."""
    status, address = response.status, response.address
    message = server_message(response.body)
    if status == 429:
        wait = DEFAULT_RETRY_AFTER if response.retry_after is None else response.retry_after
        return RateLimited(
            "Too many requests",
            retry_after=wait,
            status=status,
            address=address,
            server_message=message,
        )
    kind: type[OsuError]
    if status == 401:
        kind, text = LoginRequired, "osu! asks for a sign-in"
    elif status == 403 and not is_html(response):
        kind, text = Forbidden, "osu! refuses this"
    elif status in (404, 410):
        kind, text = NotFound, "There is no such thing"
    elif 400 <= status < 500 and status not in (403, 408):
        kind, text = InvalidRequest, "osu! did not understand the request"
    else:
        kind, text = ServerTrouble, "osu! has trouble"
    return kind(text, status=status, address=address, server_message=message)

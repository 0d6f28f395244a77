"""Mapping of HTTP error responses to exceptions."""

from __future__ import annotations

import json

from osubrowser.api.errors import (
    Forbidden,
    InvalidRequest,
    LoginRequired,
    NotFound,
    OsuError,
    RateLimited,
    ServerTrouble,
)
from osubrowser.api.http.messages import Response

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

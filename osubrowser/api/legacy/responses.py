"""Decoding of API v1 responses: errors with status 200, matches, and replays in base64."""

from __future__ import annotations

import base64
import binascii
from typing import TypeVar, get_origin

import msgspec

from osubrowser.api.decoding.decode import read_entity, read_parsed
from osubrowser.api.entities.base import Entity, Int64, JsonValue
from osubrowser.api.entities.legacy import LegacyMatch, LegacyMatchGame, LegacyMatchInfo
from osubrowser.api.errors import LoginRequired, NotFound, OsuError, RateLimited, ServerTrouble
from osubrowser.api.http.messages import DEFAULT_RETRY_AFTER, Response, Unreadable, server_message
from osubrowser.api.legacy.replay import LegacyReplay

T = TypeVar("T")

_NOTHING = (b"", b"null", b"[]")
_MAX_ERROR_BODY = 2000
"""Largest body, in bytes, that is checked for an error message."""


def read_legacy_response(response: Response, kind: type[T]) -> T:
    """Return a response of API v1 decoded as `kind`.

    An empty body, `null` and `[]` mean that nothing was found: an empty list, else NotFound.
    Raises the error that its body describes, whatever the status: NotFound, LoginRequired for the
    key, RateLimited, or ServerTrouble.
    """
    if response.body.strip() in _NOTHING:
        if get_origin(kind) is list:
            return kind()
        raise NotFound("There is no such thing", status=response.status, address=response.address)
    _check_error(response)
    return read_entity(response, kind, numeric_strings=True)


def read_legacy_json(response: Response) -> JsonValue:
    """Return the parsed JSON of a response; None for an empty body.

    Raises Unreadable for a body that is not JSON, else as `read_legacy_response`.
    """
    _check_error(response)
    return read_parsed(response) if response.body.strip() else None


def read_match(response: Response) -> LegacyMatch:
    """Return a response decoded as a match. Raises NotFound for `"match": 0` or null."""
    match_response = read_legacy_response(response, _MatchResponse)
    if isinstance(match_response.match, LegacyMatchInfo):
        return LegacyMatch(match=match_response.match, games=match_response.games)
    raise NotFound("There is no such match", status=response.status, address=response.address)


def read_replay(response: Response) -> LegacyReplay:
    """Return a response decoded as a replay: only its compressed frames are sent."""
    content = read_legacy_response(response, ReplayResponse).content
    try:
        data = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if not data:
        raise Unreadable(
            "osu! sent something that is not a replay",
            status=response.status,
            address=response.address,
        )
    return LegacyReplay(data)


class _MatchResponse(Entity, frozen=True, kw_only=True):
    match: LegacyMatchInfo | Int64 | None = None
    games: list[LegacyMatchGame] = msgspec.field(default_factory=list)


class ReplayResponse(msgspec.Struct, frozen=True):
    """Response of `get_replay`: base64 of an LZMA stream."""

    content: str
    encoding: str = "base64"


def _check_error(response: Response) -> None:
    """Raise the error that a response describes, if it does."""
    if len(response.body) < _MAX_ERROR_BODY and response.body.lstrip()[:1] == b"{":
        message = server_message(response.body)
        if message is not None:
            raise _error(message, response)


def _error(message: str, response: Response) -> OsuError:
    # API v1 has no error codes: its English messages are matched.
    text, status, address = message.lower(), response.status, response.address
    if "too fast" in text:
        return RateLimited(
            "Too many requests",
            retry_after=DEFAULT_RETRY_AFTER,
            status=status,
            address=address,
            server_message=message,
        )
    kind: type[OsuError] = ServerTrouble
    sentence = "osu! has trouble"
    if "api key" in text:
        kind, sentence = LoginRequired, "osu! does not know this key"
    elif "not available" in text:
        kind, sentence = NotFound, "There is no such thing"
    return kind(sentence, status=status, address=address, server_message=message)

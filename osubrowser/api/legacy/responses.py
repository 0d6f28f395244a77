"""Reading answers of the old API: errors that come with status 200, and replays in base64."""

from __future__ import annotations

import base64
import binascii
from typing import TypeVar

import msgspec

from osubrowser.api.decoding.decode import read_entity
from osubrowser.api.entities.legacy import LegacyMatch, LegacyMatchGame, LegacyMatchInfo
from osubrowser.api.errors import LoginRequired, NotFound, OsuError, RateLimited, ServerTrouble
from osubrowser.api.http.messages import (
    PAUSE_WITHOUT_RETRY_AFTER,
    Answer,
    Unreadable,
    server_message,
)
from osubrowser.api.legacy.replay import LegacyReplay

T = TypeVar("T")

_LONGEST_ERROR = 2000
"""Bytes: whatever is longer is an answer."""


def read_legacy(answer: Answer, kind: type[T]) -> T:
    """Return the `kind` that an answer holds; its numbers come as texts.

    Raises what an error in it means, whatever its status says: NotFound, LoginRequired for the
    key, RateLimited, or ServerTrouble.
    """
    if len(answer.body) < _LONGEST_ERROR and answer.body.lstrip()[:1] == b"{":
        said = server_message(answer.body)
        if said is not None:
            raise _error(said, answer)
    return read_entity(answer, kind, texts=True)


def read_match(answer: Answer) -> LegacyMatch:
    """Return a match. Raises NotFound for the answer that there is none: `"match": 0`."""
    found = read_legacy(answer, _MatchAnswer)
    if isinstance(found.match, LegacyMatchInfo):
        return LegacyMatch(match=found.match, games=found.games)
    raise NotFound("There is no such match", status=answer.status, address=answer.address)


def read_replay(answer: Answer) -> LegacyReplay:
    """Return a replay: its compressed frames are all that this API gives of it."""
    content = read_legacy(answer, ReplayAnswer).content
    try:
        data = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if not data:
        raise Unreadable(
            "osu! sent something that is not a replay", status=answer.status, address=answer.address
        )
    return LegacyReplay(data)


class _MatchAnswer(msgspec.Struct, frozen=True):
    match: LegacyMatchInfo | int
    games: list[LegacyMatchGame] = msgspec.field(default_factory=list)


class ReplayAnswer(msgspec.Struct, frozen=True):
    """The body of `get_replay`: base64 of an LZMA stream."""

    content: str
    encoding: str = "base64"


def _error(said: str, answer: Answer) -> OsuError:
    # This API has one language, and no other way to tell its errors apart.
    text, status, address = said.lower(), answer.status, answer.address
    if "too fast" in text:
        return RateLimited(
            "Too many requests",
            retry_after=PAUSE_WITHOUT_RETRY_AFTER,
            status=status,
            address=address,
            server_message=said,
        )
    kind: type[OsuError] = ServerTrouble
    sentence = "osu! has trouble"
    if "api key" in text:
        kind, sentence = LoginRequired, "osu! does not know this key"
    elif "not available" in text:
        kind, sentence = NotFound, "There is no such thing"
    return kind(sentence, status=status, address=address, server_message=said)

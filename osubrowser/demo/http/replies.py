"""HTTP responses: JSON and HTML bodies, error bodies, transmission faults."""

from __future__ import annotations

import re
from typing import Literal

import msgspec
from werkzeug.wrappers import Request, Response

Mishap = Literal["", "reset", "reset-body", "slow-body", "truncate", "wrong-length"]

HOSTS = ("a.ppy.sh", "assets.ppy.sh", "b.ppy.sh", "i.ppy.sh", "packs.ppy.sh")
"""The asset hosts of osu!; this server answers for them below a path of the host's name."""

_HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")
_encoder = msgspec.json.Encoder()


class Reply(Response):
    """HTTP response with an optional transmission fault."""

    mishap: Mishap = ""


class Refusal(Exception):
    """HTTP error raised by a route.

    Attributes:
        status: the HTTP status.
        body: the JSON body; None for an empty one.
    """

    def __init__(self, status: int, body: object) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


def refuse(status: int, sentence: str | None) -> Refusal:
    """Return a refusal with the usual body `{"error": sentence}`."""
    return Refusal(status, {"error": sentence})


def unauthenticated() -> Refusal:
    """Return the refusal of a call without a good token, or without a person behind it."""
    return Refusal(401, {"authentication": "basic"})


def encode(body: object, origin: str) -> bytes:
    """Return a body as JSON, with osu!'s hosts replaced by this server.

    Args:
        body: anything made of dicts, lists, text and numbers.
        origin: `http://host:port` of this server as the caller knows it.
    """
    data = _encoder.encode(body)
    for host in HOSTS:
        data = data.replace(b"https://" + host.encode(), f"{origin}/{host}".encode())
    return data.replace(b"https://osu.ppy.sh", origin.encode())


def origin_of(request: Request) -> str:
    """Return this server's address as the caller knows it."""
    host = request.headers.get("Host", "")
    if not _HOST.fullmatch(host):
        host = f"{request.environ['SERVER_NAME']}:{request.environ['SERVER_PORT']}"
    return f"http://{host}"


def refused(refusal: Refusal, request: Request) -> Reply:
    """Return the reply that a refusal stands for."""
    data = b"" if refusal.body is None else encode(refusal.body, origin_of(request))
    return json_reply(refusal.status, data)


def json_reply(status: int, data: bytes) -> Reply:
    """Return a reply with an encoded JSON body."""
    return Reply(data, status=status, content_type="application/json")


def html_reply(status: int, text: str) -> Reply:
    """Return a reply with a web page."""
    return Reply(text, status=status, content_type="text/html; charset=UTF-8")


def picture_reply(data: bytes, kind: str) -> Reply:
    """Return a reply with a picture that may be cached for a day."""
    reply = Reply(data, content_type=kind)
    reply.headers["Cache-Control"] = "public, max-age=86400"
    return reply

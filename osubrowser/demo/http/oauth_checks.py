"""Callback addresses, proof keys, and what a token looks like."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
from urllib.parse import urlsplit

from osubrowser.demo.http.oauth_errors import invalid_request, invalid_verifier, missing

VERIFIER = re.compile(r"[A-Za-z0-9\-._~]{43,128}\Z")
"""What a challenge and a verifier may look like."""


def same_callback(asked: str, registered: str) -> bool:
    """Compare two callback addresses: exactly, but without the port for loopback addresses."""
    if asked == registered:
        return True
    try:
        one, other = urlsplit(asked), urlsplit(registered)
        hosts = one.hostname, other.hostname
    except ValueError:
        return False
    if one.scheme != "http" or hosts[0] not in ("127.0.0.1", "::1"):
        return False
    return (one.scheme, hosts[0], one.path, one.query) == (
        other.scheme,
        hosts[1],
        other.path,
        other.query,
    )


def check_verifier(challenge: str | None, method: str, verifier: str | None) -> None:
    """Compare a `code_verifier` with the challenge that came with the authorize request.

    Raises:
        Refusal: it does not fit, or only one of the two was sent.
    """
    if challenge is None:
        if verifier:
            raise missing("code_challenge")
        return
    if not verifier:
        raise missing("code_verifier")
    if not VERIFIER.match(verifier):
        raise invalid_request("Code Verifier must follow the specifications of RFC-7636.")
    answer = verifier
    if method == "S256":
        digest = hashlib.sha256(verifier.encode()).digest()
        answer = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    if not hmac.compare_digest(answer.encode(), challenge.encode()):
        raise invalid_verifier()


def web_token(
    application: str, account: int | None, scopes: frozenset[str], start: float, end: float
) -> str:
    """Return a token that looks like osu!'s: three parts, about a thousand characters."""

    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    head = {"typ": "JWT", "alg": "RS256"}
    body = {
        "aud": application,
        "jti": secrets.token_hex(40),
        "iat": start,
        "nbf": start,
        "exp": end,
        "sub": "" if account is None else str(account),
        "scopes": sorted(scopes),
    }
    parts = (json.dumps(head).encode(), json.dumps(body).encode(), secrets.token_bytes(512))
    return ".".join(map(part, parts))

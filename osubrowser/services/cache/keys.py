"""Keys of the response cache: account keys, request addresses, and what is not cacheable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DEMO = "demo"
"""The account of the embedded osu!: its answers are kept until the program ends, not on disk."""

LONGEST_ADDRESS = 8000

_SECRETS = frozenset(
    ("k", "api_key", "code", "state", "client_secret", "password", "token", "access_token")
)
# A name of an object's member: inside a text of JSON its quotes would be written with backslashes.
_SECRET_MEMBERS = re.compile(rb'"(?:access_token|refresh_token|client_secret)"\s*:')


def account_key(server: str, player: int | None) -> str:
    """Return the key of an account, which no other account has.

    Args:
        server: origin of the server: the same id is somebody else on another one.
        player: the id of who is signed in; None for guests, who all see the same.
    """
    who = "guest" if player is None else f"player {player:d}"
    return f"{who} on {server.lower().rstrip('/')}"


def cache_key(
    origin: str, path: str, params: Mapping[str, str | Sequence[str]] | None = None
) -> str:
    """Return the one address of an answer: origin, path, and the query sorted by name.

    The values of one name (`ids[]`) keep their order: the answer has it too.
    """
    pairs: list[tuple[str, str]] = []
    for name, value in (params or {}).items():
        pairs += [(name, value)] if isinstance(value, str) else [(name, one) for one in value]
    query = urlencode(sorted(pairs, key=lambda pair: pair[0]))
    return f"{origin}{path}" + (f"?{query}" if query else "")


def is_cacheable(address: str, body: bytes) -> bool:
    """Return False for what holds a secret, or is no answer of a server's API."""
    if len(address) > LONGEST_ADDRESS:
        return False
    try:
        parts = urlsplit(address)
        names = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and "@" not in parts.netloc
        and not parts.path.lower().startswith("/oauth")
        and names.isdisjoint(_SECRETS)
        and _SECRET_MEMBERS.search(body) is None
    )

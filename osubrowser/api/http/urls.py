"""URLs of servers: validation of origins, loopback hosts, and redaction of secrets."""

from __future__ import annotations

import ipaddress
import logging
import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

_SECRET_PARAMETERS = frozenset({"k", "code", "state", "client_secret", "token", "access_token"})
_SECRET_IN_TEXT = re.compile(rf"(?i)([?&](?:{'|'.join(_SECRET_PARAMETERS)})=)[^&#\s]*")


def validated_origin(url: str) -> str:
    """Return the origin of a server's URL: `https://osu.ppy.sh`.

    Raises ValueError for a URL with more than an origin, and for http to any other machine.
    """
    parts = urlsplit(url.strip())
    bare = not (parts.query or parts.fragment or "@" in parts.netloc)
    if not (parts.hostname and bare and _has_valid_port(parts)):
        raise ValueError(f"not the address of a server: {redacted_url(url)}")
    if parts.path.strip("/"):
        raise ValueError("the address of a server has no path")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise ValueError("only https is safe for signing in")
    return f"{parts.scheme}://{parts.netloc}"


def _has_valid_port(parts: SplitResult) -> bool:
    try:
        return parts.port != 0
    except ValueError:
        return False


def origin_of(url: str) -> tuple[str, str | None, int]:
    """Return scheme, host and port of a URL: the token is sent to the same origin only."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def redacted_url(url: str) -> str:
    """Return a URL without user info, fragment and secret query parameters."""
    parts = urlsplit(url)
    query = [(k, v) for k, v in parse_qsl(parts.query) if k.lower() not in _SECRET_PARAMETERS]
    return urlunsplit(
        (parts.scheme, parts.netloc.rpartition("@")[2], parts.path, urlencode(query, safe="[]"), "")
    )


def redact_log_record(record: logging.LogRecord) -> bool:
    """Logging filter that masks secret query parameters in a record's arguments."""
    if isinstance(record.args, tuple):
        record.args = tuple(
            _SECRET_IN_TEXT.sub(r"\1***", a) if isinstance(a, str) else a for a in record.args
        )
    return True


def is_loopback(host: str | None) -> bool:
    """Whether a host name or address is this machine's loopback interface."""
    if host is None:
        return False
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"

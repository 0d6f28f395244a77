"""URLs of servers: validation of origins, redirects, loopback hosts, and redaction of secrets.

Hosts are read by urllib3's parser, which decides what is connected to: `urllib.parse` finds another
host in some URLs, such as `http://one\\@other/`.
"""

from __future__ import annotations

import ipaddress
import logging
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

if TYPE_CHECKING:
    from urllib3.util import Url

    from osubrowser.api.http.messages import Request

_SECRET_PARAMETERS = frozenset({"k", "code", "state", "client_secret", "token", "access_token"})
_FORBIDDEN = re.compile(r"[\\\x00-\x1f\x7f-\x9f]")
"""Backslash, which parsers read differently, and control characters, which some leave out."""
_PLAIN_ORIGIN = re.compile(
    r"https://(?P<host>[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*\.[a-z]+)"
    r"|http://(?P<loopback>127\.0\.0\.1|localhost)(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}))?"
)
"""Origins in which no parser could find another host, and that are written as urllib3 writes them:
its import takes long."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SECRET_IN_TEXT = re.compile(rf"(?i)([?&](?:{'|'.join(_SECRET_PARAMETERS)})=)[^&#\s]*")


def validated_origin(url: str) -> str:
    """Return the origin of a server's URL: `https://osu.ppy.sh`.

    Raises ValueError for a URL with more than an origin, and for http to any other machine.
    """
    url = url.strip()
    if _PLAIN_ORIGIN.fullmatch(url):
        return url
    parts = _parsed(url)
    if not parts.host or parts.auth is not None or parts.query or parts.fragment:
        raise ValueError(f"not the address of a server: {redacted_url(url)}")
    if parts.port == 0:
        raise ValueError("the port of a server is a number from 1 to 65535")
    if (parts.path or "").strip("/"):
        raise ValueError("the address of a server has no path")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.host)):
        raise ValueError("only https is safe for signing in")
    return f"{parts.scheme}://{parts.netloc}"


def redirect_url(origin: str, url: str, target: str) -> str:
    """Return the URL on `origin` that a redirect from `url` leads to: `target` is `Location`.

    Raises ValueError if it leads to another origin, or is no URL.
    """
    target = target.encode("latin-1").decode()  # headers are read as Latin-1, and sent as UTF-8
    if _FORBIDDEN.search(target):
        raise ValueError("a character that no address has")
    there, here = _parsed(urljoin(url, target)), _parsed(origin)
    if there.auth is not None or _origin_of(there) != _origin_of(here):
        raise ValueError("another origin")
    # Put together from our own origin: nothing of the target can change who is connected to.
    return origin + there.request_uri


def is_loopback_url(url: str) -> bool:
    """Whether the host of a URL is this machine's loopback interface."""
    plain = _PLAIN_ORIGIN.fullmatch(url)
    return is_loopback(plain["host"] or plain["loopback"] if plain else _parsed(url).host)


def _parsed(url: str) -> Url:
    """Return a URL in its parts. Raises ValueError for what is no URL."""
    if _FORBIDDEN.search(url):
        raise ValueError(f"not an address: {redacted_url(_FORBIDDEN.sub('?', url))}")
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    try:
        return parse_url(url)
    except LocationParseError:
        raise ValueError("not an address") from None  # its text may hold a password


def _origin_of(url: Url) -> tuple[str | None, str | None, int | None]:
    port = _DEFAULT_PORTS.get(url.scheme or "") if url.port is None else url.port
    return url.scheme, url.host, port


def redacted_url(url: str) -> str:
    """Return a URL without user info, fragment and secret query parameters.

    Empty for what is no URL.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    query = [(k, v) for k, v in parse_qsl(parts.query) if k.lower() not in _SECRET_PARAMETERS]
    return urlunsplit(
        (parts.scheme, parts.netloc.rpartition("@")[2], parts.path, urlencode(query, safe="[]"), "")
    )


def request_address(origin: str, request: Request) -> str:
    """Return the URL of a request without secrets, for errors and logs."""
    query = urlencode(request.params, doseq=True)
    return redacted_url(f"{origin}{request.path}" + (f"?{query}" if query else ""))


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
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"

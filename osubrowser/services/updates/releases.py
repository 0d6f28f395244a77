"""Releases of the program: where they are, and the request for the newest version.

The request names the program, as some servers demand a name, and nothing else: no version of it, no
system, no cookie, no account. It is answered in the form of GitHub's API: `{"tag_name": "v1.2.0"}`.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from osubrowser.api.http.messages import Response

RELEASES: Final = ""
"""Address of the newest release; "" as long as the project is not published.

On GitHub that is `https://api.github.com/repos/OWNER/NAME/releases/latest`. Who publishes the
program sets it here, for all that follows from it; without an address nothing is asked for.
"""
VARIABLE: Final = "OSUBROWSER_RELEASES"
"""Environment variable with another address, for those who distribute the program themselves."""

_API: Final = "api.github.com"
_VERSION: Final = re.compile(r"v?([0-9]{1,6}(?:\.[0-9]{1,6}){0,3})\Z")


def releases_address() -> str:
    """Return the address of the newest release; "" for none, and for what names no host."""
    address = os.environ.get(VARIABLE, RELEASES)
    try:
        parts = urlsplit(address)
        is_address = bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return ""
    return address if is_address and parts.scheme in ("https", "http") else ""


def releases_page(address: str) -> str:
    """Return the web page of the newest release, from its address and not from an answer.

    Args:
        address: of the newest release in the API.
    """
    parts = urlsplit(address)
    if parts.netloc == _API and parts.path.startswith("/repos/"):
        return f"https://github.com/{parts.path.removeprefix('/repos/')}"
    return f"{parts.scheme}://{parts.netloc}/"


def newest_version(address: str) -> str:
    """Ask for the number of the newest version. Blocks.

    Args:
        address: `https://host/path`; http for a server on this computer only.

    Raises:
        OsuError: the server did not answer, or with something else.
        ValueError: the address is not valid.
    """
    from osubrowser.api.http.messages import Request
    from osubrowser.api.http.rate_limiter import RateLimiter
    from osubrowser.api.http.transport import Transport

    parts = urlsplit(address)
    transport = Transport(
        f"{parts.scheme}://{parts.netloc}",
        rate_limiter=RateLimiter(None, 1),
        max_wait=0,
        deadline=15,
        is_anonymous=True,
    )
    try:  # once: a failed check has another day
        return transport.single_try().send(Request("GET", parts.path), _version_in)
    finally:
        transport.close()


def _version_in(response: Response) -> str:
    import json

    from osubrowser.api.errors import ServerTrouble

    try:
        values = json.loads(response.body)
    except (ValueError, RecursionError):
        values = None
    tag = values.get("tag_name") if isinstance(values, dict) else None
    found = _VERSION.match(tag) if isinstance(tag, str) else None
    if found is None:
        raise ServerTrouble("The answer names no version", address=response.address)
    return found[1]


def is_version(text: str) -> bool:
    """Return whether a text is the number of a version, such as `1.10.0`, and nothing more."""
    return _VERSION.match(text) is not None


def is_newer(version: str, than: str) -> bool:
    """Return whether a version comes after another one: `1.10` after `1.9.3`."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version; what follows them, such as `rc1`, does not count."""
    found = re.match(r"v?([0-9]+(?:\.[0-9]+)*)", version)
    numbers = [int(part) for part in found[1].split(".")] if found is not None else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)

"""Allow-list of link and picture URLs in rich text."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from osubrowser.services.places.places import Place, WebAddress
from osubrowser.services.places.urls import HOME, parse

BOX: Final = "#box-"
"""What the address of a spoiler box's head begins with; its number follows."""

_LONGEST: Final = 2000
_UNFIT: Final = re.compile(
    r"[\x00-\x20\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]"
)
_GAME: Final = ("osu", "osump")


def link(href: str, origin: str) -> str | None:
    """Return the whole address that a link leads to; None if it is not safe to open."""
    href = href.strip()
    if not href or len(href) > _LONGEST or _UNFIT.search(href):
        return None
    try:
        if href.split("/", 1)[0].endswith(":") and not urlsplit(href).netloc:
            return None  # a scheme alone, which would mean our own host
        address = urljoin(f"{origin}/", href)
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme in _GAME:
        return address if parse(address) is not None else None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return address


def picture(src: str, origin: str) -> str | None:
    """Return the whole address of a picture; None unless it is one of osu!'s own hosts."""
    address = link(src, origin)
    if address is None:
        return None
    parts = urlsplit(address)
    host = parts.hostname or ""
    if "@" in parts.netloc:
        return None
    own = urlsplit(origin)
    if (parts.scheme, parts.netloc) == (own.scheme, own.netloc):
        return address
    if not host.endswith(".ppy.sh") or parts.netloc != host:
        return None
    # Texts of long ago name the same hosts without encryption.
    return f"https{address[4:]}" if parts.scheme == "http" else address


def host(address: str) -> str:
    """Return the host of an address as a person reads it."""
    return (urlsplit(address).hostname or "")[:80]


def link_target(address: str, origin: str) -> tuple[Place, bool] | None:
    """Return what a link of `formatted` opens, and whether that is the web browser.

    Args:
        address: as `link` returned it.
        origin: of the server in use.
    """
    known = link(address, origin)
    if known is None:
        return None
    place = parse(known, origins=tuple(dict.fromkeys((origin, HOME))))
    if place is None:
        return WebAddress(known), True
    return place, isinstance(place, WebAddress)

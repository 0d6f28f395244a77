"""Allow-list of link and image URLs in rich text."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from osubrowser.services.places.places import Place, WebAddress
from osubrowser.services.places.urls import HOME, parse

BOX: Final = "#box-"
"""Prefix of the URL of a spoiler box's header link; the index of the box follows."""

_LONGEST: Final = 2000
_UNFIT: Final = re.compile(
    r"[\x00-\x20\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff\\]"
)
_GAME: Final = ("osu", "osump")
_EDIT: Final = re.compile(
    r"osu://edit/[0-9]{2,4}:[0-5][0-9]:[0-9]{3}(?:%20\((?:[0-9]{1,8}[,|])*[0-9]{1,8}\))?\Z"
)
"""Link to a moment of a beatmap in the game's editor: `osu://edit/00:12:345%20(1,2)`."""
_MAIL: Final = re.compile(r"mailto:[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\Z", re.ASCII)
"""E-mail address alone: headers in the URL could attach files."""


def link(href: str, origin: str) -> str | None:
    """Return the absolute URL of a link; None if it is not safe to open.

    A link to an anchor of the same text, `#anchor`, stays as it is.
    """
    href = href.strip()
    if not href or len(href) > _LONGEST or _UNFIT.search(href):
        return None
    if href.startswith("#"):
        return href if len(href) > 1 and not href.startswith(BOX) else None
    if _MAIL.match(href) or _EDIT.match(href):
        return href
    try:
        if href.split("/", 1)[0].endswith(":") and not urlsplit(href).netloc:
            return None  # a scheme without host, which `urljoin` would resolve to the origin
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


def box_number(address: str) -> int | None:
    """Return the index of the spoiler box whose header link has this address; None for others."""
    digits = address.removeprefix(BOX) if address.startswith(BOX) else ""
    return int(digits) if digits.isdecimal() and len(digits) < 6 else None


def picture(src: str, origin: str) -> str | None:
    """Return the absolute URL of an image; None unless it is on one of osu!'s hosts."""
    address = link(src, origin)
    if address is None or address.startswith(("#", "mailto:")):
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
    # Old texts have http URLs of the same hosts.
    return f"https{address[4:]}" if parts.scheme == "http" else address


def host(address: str) -> str:
    """Return the host name of a URL for display, at most 80 characters."""
    return (urlsplit(address).hostname or "")[:80]


def link_target(address: str, origin: str) -> tuple[Place, bool] | None:
    """Return the place of a link in rich text, and whether it opens in the web browser.

    None if the link is not safe to open.

    Args:
        address: URL as returned by `link`.
        origin: origin of the server in use.
    """
    known = link(address, origin)
    if known is None or known.startswith("#"):
        return None
    if known.startswith("mailto:") or _EDIT.match(known):
        return WebAddress(known), True
    place = parse(known, origins=tuple(dict.fromkeys((origin, HOME))))
    if place is None:
        return WebAddress(known), True
    return place, isinstance(place, WebAddress)

"""Request of a start to the running program: the addresses to open. Loads no Qt."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_ADDRESS: Final = 4096
"""Characters of an address."""
MOST_ADDRESSES: Final = 16
LARGEST: Final = 512 * 1024
"""Bytes of a request; more than the most addresses take in UTF-8, each quoted."""
REPLAY: Final = ".osr"
UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for an address that is too long or no text; it is none of a page."""

_LONGEST_TOKEN: Final = 500
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BIDI: Final = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # reorder what is shown
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # not a drive of Windows
_NOTHING: Final = re.compile(r"osubrowser:/*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Request of a later start: raise the window, and open addresses.

    Attributes:
        addresses: each a web address, an address of the program (`osubrowser:users/2`), a `file:`
            URL, or the absolute path of a file; at most `MOST_ADDRESSES`. What opens them parses
            them: here they are text.
        token: what the desktop gave the later start for raising a window (XDG_ACTIVATION_TOKEN).
        left_out: how many more addresses were given.
    """

    addresses: tuple[str, ...] = ()
    token: str = ""
    left_out: int = 0

    @classmethod
    def of_start(cls, given: Iterable[str]) -> OpenRequest:
        """Return the request of this process; paths of files are made absolute.

        The other process has another working folder. A replay need not exist for that. What cannot
        be sent becomes `UNREADABLE`, so that the other process tells about it.

        Args:
            given: the addresses of the command line.
        """
        wanted = [one for one in given if one.strip() and not _NOTHING.match(one.strip())]
        return cls(
            tuple(map(_sendable, wanted[:MOST_ADDRESSES])),
            _token(os.environ.get("XDG_ACTIVATION_TOKEN", "")),
            max(0, len(wanted) - MOST_ADDRESSES),
        )

    def encoded(self) -> bytes:
        """Return the line that is sent."""
        return json.dumps(asdict(self), ensure_ascii=False).encode(errors="replace") + b"\n"

    @classmethod
    def decoded(cls, line: bytes) -> OpenRequest | None:
        """Return the request that a line holds, which is not trusted; None if it holds none."""
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            return None
        if not isinstance(values, dict) or set(values) != {"addresses", "token", "left_out"}:
            return None
        addresses, token, left_out = values["addresses"], values["token"], values["left_out"]
        if not isinstance(addresses, list) or len(addresses) > MOST_ADDRESSES:
            return None
        if not all(isinstance(one, str) and _is_sendable(one) for one in addresses):
            return None
        if not isinstance(token, str) or token != _token(token):
            return None
        if type(left_out) is not int or not 0 <= left_out < 1_000_000:
            return None
        return cls(tuple(addresses), token, left_out)


def _sendable(text: str) -> str:
    """Return an address of the command line as it is sent."""
    try:
        is_replay = text.lower().endswith(REPLAY) and not _SCHEME.match(text)
        if is_replay or Path(text).is_file():
            text = str(Path(text).absolute())
    except (OSError, ValueError):
        pass  # no path
    return text if _is_sendable(text) else UNREADABLE


def _is_sendable(text: str) -> bool:
    is_short = 0 < len(text) <= LONGEST_ADDRESS
    return is_short and not _CONTROL.search(text) and not _BIDI.search(text)


def _token(text: str) -> str:
    """Return an activation token; "" for what is none."""
    is_token = len(text) <= _LONGEST_TOKEN and text.isascii() and text.isprintable()
    return text if is_token else ""

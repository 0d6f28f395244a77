"""Conversion between addresses of replay files on this computer and their places.

Apart from `urls.parse`, which also reads links of the server: those must not name files.
"""

from __future__ import annotations

import os
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from osubrowser.services.places.places import MOST_REPLAYS, ReplayPlace

SUFFIX: Final = ".osr"

_SCHEME: Final = "file:"
_LONGEST: Final = 8000
_OTHER: Final = "with"
_QUOTES: Final = ('"', "'")
# Left as it is beside letters, digits and what is not ASCII.
_SAFE: Final = "/:@!$&'()*+,;=~-._[]"


def replay_place(text: str) -> ReplayPlace | None:
    """Parse what a user typed, dropped or gave on the command line as replay files.

    Args:
        text: a `file:` URL, as `replay_address` returns it, or the absolute path of one file, also
            in quotation marks. The names must end with `.osr`.

    Returns:
        The place; None for any other text. No file is looked at.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if len(text) > 1 and text[0] in _QUOTES and text[-1] == text[0]:
        text = text[1:-1]
    if text[: len(_SCHEME)].lower() == _SCHEME:
        paths = _paths_of_url(text)
    else:
        paths = (text,) if os.path.isabs(text) else ()  # noqa: PTH117 - no access to files
    return place_of_paths(paths)


def place_of_paths(paths: tuple[str, ...]) -> ReplayPlace | None:
    """Return the place of replay files; None if a path is not one of a replay, or for no paths."""
    if not paths or not all(path.lower().endswith(SUFFIX) for path in paths):
        return None
    try:
        return ReplayPlace(paths[:MOST_REPLAYS])
    except ValueError:
        return None


def replay_address(place: ReplayPlace) -> str:
    """Return the `file:` URL of replay files, the others in its query; "" for no files."""
    if not place.paths:
        return ""
    first, *others = map(_url_path, place.paths)
    query = "&".join(f"{_OTHER}={quote(other, safe='/:')}" for other in others)
    return f"file://{_readable(first)}" + (f"?{query}" if query else "")


def _paths_of_url(text: str) -> tuple[str, ...]:
    try:
        parts = urlsplit(text)
    except ValueError:
        return ()
    if parts.netloc.lower() not in ("", "localhost"):
        return ()  # a file of another computer
    path = parts.path + (f"#{parts.fragment}" if parts.fragment else "")
    others = [value for name, value in parse_qsl(parts.query) if name == _OTHER]
    return tuple(map(_file_path, (unquote(path), *others)))


def _file_path(path: str, *, is_windows: bool = os.name == "nt") -> str:
    """Return the path of this system for the decoded path of a URL."""
    if not is_windows:
        return path
    return (path[1:] if path[2:3] == ":" else path).replace("/", "\\")


def _url_path(path: str, *, is_windows: bool = os.name == "nt") -> str:
    """Return the path of a URL, decoded, for a path of this system."""
    if not is_windows:
        return path
    path = path.replace("\\", "/")
    return path if path.startswith("/") else f"/{path}"


def _readable(path: str) -> str:
    """Return a path percent-encoded, but for printable characters that are not ASCII."""
    return "".join(
        one if ord(one) > 127 and one.isprintable() else quote(one, safe=_SAFE) for one in path
    )

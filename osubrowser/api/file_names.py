"""File names that every operating system accepts."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MAX_BYTES: Final = 240  # of the 255 that systems allow: room for a number after it
_MAX_EXTENSION: Final = 16
_EXTENSION: Final = re.compile(r"\.[A-Za-z0-9]+$")
_INVALID: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE
)


def safe_name(text: str) -> str:
    """Return a text made safe as a file name: unchanged if it is valid on every system.

    Invalid characters become `_`, control characters are removed; never empty, at most 240 bytes
    of UTF-8.
    """
    clean = "".join(" " if c.isspace() else c for c in text if c.isspace() or _is_printable(c))
    clean = _INVALID.sub("_", clean).strip(" ").rstrip(" .")
    extension = _EXTENSION.search(clean)
    suffix = extension[0] if extension and len(extension[0]) <= _MAX_EXTENSION else ""
    stem = clean[: len(clean) - len(suffix)]
    # A file whose name begins with a dot is hidden on some systems.
    if not stem or stem.startswith(".") or _RESERVED.fullmatch(stem.split(".")[0].rstrip()):
        stem = f"_{stem}"
    stem = stem.encode()[: _MAX_BYTES - len(suffix)].decode(errors="ignore")
    return stem + suffix if suffix else stem.rstrip(" .")


def _is_printable(character: str) -> bool:
    # Category C: control and format characters, surrogates, private use.
    return unicodedata.category(character)[0] != "C"

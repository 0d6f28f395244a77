"""Text of sanitised rich text without its markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Final

_BREAK: Final = re.compile(r"<br>|</(?:p|pre|li|tr|h[1-6]|table)>|<hr>")
_TAG: Final = re.compile(r"<[^>]*>")
_LINES: Final = re.compile(r"[ \t]*\n[ \t\n]*")


def words_of(blocks: Iterable[str]) -> str:
    """Return the text of blocks that `formatted` returned, a line for each paragraph."""
    text = "\n".join(_TAG.sub("", _BREAK.sub("\n", block)) for block in blocks)
    return _LINES.sub("\n", unescape(text)).strip()

"""Cursor encoding: as an object, and as base64 of its JSON."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping

_KEY = re.compile(r"^cursor\[([^\[\]]+)\]$")


def cursor_string(cursor: Mapping[str, object] | None) -> str | None:
    """Return the string form of a cursor: unpadded URL-safe base64 of its compact JSON."""
    if cursor is None:
        return None
    text = json.dumps(cursor, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(query: Mapping[str, str]) -> dict[str, object]:
    """Return the cursor of a query; empty if absent or unreadable.

    `cursor_string` wins over `cursor[key]`.
    """
    text = query.get("cursor_string")
    if text:
        try:
            padded = text + "=" * (-len(text) % 4)
            found = json.loads(base64.urlsafe_b64decode(padded))
        except (binascii.Error, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}
    keys = ((_KEY.match(name), value) for name, value in query.items())
    return {match[1]: value for match, value in keys if match}


def with_cursor(body: dict[str, object], cursor: Mapping[str, object] | None) -> dict[str, object]:
    """Add both forms of a cursor to a body."""
    body["cursor"] = cursor
    body["cursor_string"] = cursor_string(cursor)
    return body

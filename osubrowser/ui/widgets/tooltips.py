"""Plain-text tooltips for text of the server."""

from __future__ import annotations

from html import escape


def tooltip(text: str) -> str:
    """Return `text` so that Qt shows it letter by letter, wrapped to a readable width."""
    return f"<qt>{escape(text)}</qt>" if text else ""

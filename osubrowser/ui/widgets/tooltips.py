"""Plain-text tooltips for texts of the server."""

from __future__ import annotations

from html import escape


def tooltip(text: str) -> str:
    """Return `text` as markup that Qt shows verbatim, wrapped to a readable width."""
    return f"<qt>{escape(text)}</qt>" if text else ""

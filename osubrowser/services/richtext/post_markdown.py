"""Markdown of beatmapset discussions: conversion to HTML, with links at timestamps and URLs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

LONGEST: Final = 100_000
"""Maximum number of characters of Markdown of one post."""

_LINKED: Final = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\"'.,:;!?)\]}])"
    r"|(?<![\w:])(?P<moment>\d{2,4}:[0-5]\d)[:.](?P<thousandth>\d{3})"
    r"(?P<objects>\s\((?:\d{1,8}[,|])*\d{1,8}\))?(?!\d)",
    re.ASCII,
)


def post_html(markdown: str) -> str:
    """Return a message of a discussion as HTML, not sanitised.

    It has no headings, tables, lists of definitions or HTML: what looks like one is text. Each
    line break is one on screen. URLs are links, and so are timestamps (`00:12:345 (1,2)`), which
    lead to the editor of the game.
    """
    rendered: str = _parser().render(markdown[:LONGEST])
    return rendered


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Return the parser; made on first use, since its import takes time."""
    from markdown_it import MarkdownIt

    md = MarkdownIt("commonmark", {"html": False, "breaks": True})
    md.enable("strikethrough")
    md.disable(["heading", "lheading", "hr", "reference"])
    md.core.ruler.after("inline", "addresses", _add_links)
    return md


def _add_links(state: StateCore) -> None:
    """Make links of the URLs and timestamps in text that is not inside of a link."""
    for block in state.tokens:
        if block.type != "inline" or not block.children:
            continue
        made: list[Token] = []
        depth = 0
        for token in block.children:
            if token.type in ("link_open", "link_close"):
                depth += token.nesting
            if token.type == "text" and not depth:
                made += _linked(token)
            else:
                made.append(token)
        block.children = made


def _linked(token: Token) -> list[Token]:
    text, at = token.content, 0
    made: list[Token] = []
    for found in _LINKED.finditer(text):
        if found.start() > at:
            made.append(_text(token, text[at : found.start()]))
        made += _link(token, found)
        at = found.end()
    if not made:
        return [token]
    if at < len(text):
        made.append(_text(token, text[at:]))
    return made


def _link(like: Token, found: re.Match[str]) -> list[Token]:
    kind = type(like)
    if found["url"]:
        address = found["url"]
    else:
        objects = (found["objects"] or "").strip()
        address = f"osu://edit/{found['moment']}:{found['thousandth']}"
        address += f"%20{objects}" if objects else ""
    opening, closing = kind("link_open", "a", 1), kind("link_close", "a", -1)
    opening.attrSet("href", address)
    return [opening, _text(like, found[0]), closing]


def _text(like: Token, content: str) -> Token:
    token = type(like)("text", "", 0)
    token.content, token.level = content, like.level
    return token

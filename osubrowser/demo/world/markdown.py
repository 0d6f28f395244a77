"""Markdown renderer: the HTML of comments, news and changelogs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_LINK = re.compile(r"\[([^\]\n]+)\]\(([^()\s]+)\)")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\(([^()\s]+)(?: &quot;(.*?)&quot;)?\)")
"""Picture in a text that is escaped."""
_ADDRESS = re.compile(r'(?<!["\w/=>])(https?://[^\s<>()]+[^\s<>().,!?:;\'"])')
_CODE = re.compile(r"`([^`\n]+)`")
_MARKS = (
    (re.compile(r"\*\*(\S(?:[^\n]*?\S)?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*?\S)?)\*(?![\w*])"), r"<em>\1</em>"),
    (re.compile(r"~~(\S(?:[^\n]*?\S)?)~~"), r"<del>\1</del>"),
)
_HEADING = re.compile(r"(#{1,5}) +(.+)")
_BULLET = re.compile(r"[-*] +(.+)")
_RULE = re.compile(r":?-{2,}:?\Z")
_ORDERED = re.compile(r"\d+\. +(.+)")


def escape(text: str) -> str:
    """Return text that HTML shows as it is."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def to_html(text: str, block: str = "osu-md", kind: str = "") -> str:
    """Return a text as HTML.

    Args:
        block: the class that all classes start with.
        kind: what comes behind it on the outermost element, such as `comment`.
    """
    shape = f"{block} {block}--{kind}" if kind else block
    parts = "\n".join(_blocks(text, block))
    return f"<div class='{shape}'>{parts}\n</div>"


def _blocks(text: str, block: str) -> Iterator[str]:
    for empty, group in groupby(text.splitlines(), key=lambda line: not line.strip()):
        if not empty:
            yield from _paragraphs([line.rstrip() for line in group], block)


def _paragraphs(lines: list[str], block: str) -> Iterator[str]:
    """Yield the blocks of a group of lines."""
    for kind, group in groupby(lines, key=_kind):
        own = list(group)
        match kind:
            case "heading":
                for line in own:
                    found = _HEADING.match(line)
                    if found:
                        rank = len(found[1])
                        words = inline(found[2], block)
                        yield f'<h{rank} class="{block}__header {block}__header--{rank}">{words}</h{rank}>'  # noqa: E501 - one element
            case "bullet" | "ordered":
                yield _list(own, block, ordered=kind == "ordered")
            case "table":
                yield _table(own, block)
            case "quote":
                inner = "\n".join(line.lstrip("> ") for line in own)
                yield f"<blockquote>{''.join(_blocks(inner, block))}</blockquote>"
            case _:
                words = "<br />\n".join(inline(line, block) for line in own)
                yield f'<p class="{block}__paragraph">{words}</p>'


def _kind(line: str) -> str:
    if _HEADING.match(line):
        return "heading"
    if _BULLET.match(line):
        return "bullet"
    if _ORDERED.match(line):
        return "ordered"
    if line.startswith("|") and line.endswith("|"):
        return "table"
    return "quote" if line.startswith(">") else "text"


def _table(lines: list[str], block: str) -> str:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rows = [row for row in rows if not all(_RULE.match(cell) for cell in row)]
    cells = [[inline(cell, block) for cell in row] for row in rows]
    head = "".join(f'<th class="{block}__table-data">{cell}</th>' for cell in cells[0])
    body = "".join(
        "<tr>" + "".join(f'<td class="{block}__table-data">{c}</td>' for c in row) + "</tr>"
        for row in cells[1:]
    )
    return (
        f'<table class="{block}__table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _list(lines: list[str], block: str, *, ordered: bool) -> str:
    found = (_ORDERED if ordered else _BULLET, lines)
    items = (found[0].match(line) for line in found[1])
    inner = "".join(
        f'<li class="{block}__list-item"><div>{inline(item[1], block)}</div></li>'
        for item in items
        if item
    )
    tag = "ol" if ordered else "ul"
    return f'<{tag} class="{block}__list">{inner}</{tag}>'


def inline(text: str, block: str) -> str:
    """Return one line as HTML: code, pictures, links, bold, italic, replaced out."""
    kept: list[str] = []

    def keep(markup: str) -> str:
        kept.append(markup)
        return f"\x00{len(kept) - 1}\x00"

    text = escape(text.replace("\x00", ""))
    text = _CODE.sub(lambda m: keep(f"<code>{m[1]}</code>"), text)
    text = _IMAGE.sub(
        lambda m: keep(
            f'<img class="{block}__image" src="{m[2]}" alt="{m[1]}" title="{m[3] or ""}" />'
        ),
        text,
    )
    text = _LINK.sub(
        lambda m: keep(f'<a class="{block}__link" href="{_safe(m[2])}">') + m[1] + keep("</a>"),
        text,
    )
    text = _ADDRESS.sub(
        lambda m: keep(f'<a class="{block}__link" href="{m[1]}">') + m[1] + keep("</a>"), text
    )
    for pattern, markup in _MARKS:
        text = pattern.sub(markup, text)
    return re.sub("\x00(\\d+)\x00", lambda m: kept[int(m[1])], text)


def _safe(address: str) -> str:
    """Return an address if it may be linked to; relative ones lead to the site itself."""
    if address.startswith("/"):
        return f"https://osu.ppy.sh{address}"
    return address if address.startswith(("http://", "https://")) else ""

"""Markdown of osu!'s wiki and news: conversion to HTML, and to sanitised rich text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from osubrowser.services.richtext.elements import ALERT, FLAG, PANEL
from osubrowser.services.richtext.rich_text import RichText
from osubrowser.services.richtext.sanitize import formatted

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from osubrowser.services.richtext.style import RichTextStyle

LONGEST: Final = 2_000_000
"""Maximum number of characters of Markdown."""
_MOST_BRACKETS: Final = 50_000
_MOST_LINES: Final = 60_000
_COSTLY: Final = re.compile(r"[\[\n]")
STYLE_CLASSES: Final = frozenset({"infobox"})
"""Classes of containers (`::: Infobox`) that have a style on the website."""
_EXAMPLE_CLASSES: Final = frozenset({"class-name"})
"""Class of the containers in the documentation of the syntax."""
_ALERTS: Final = frozenset(
    f"alert-{kind}" for kind in ("note", "tip", "notice", "warning", "caution")
)
_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n.*?^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_CODE_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_ATTRIBUTE: Final = (
    r"(?:[#.][^\s{}=\"'#]+|[A-Za-z][\w:-]*=(?:\"[^\"{}\n]*\"|'[^'{}\n]*'|[^\s{}\"']+))"
)
_ATTRIBUTES: Final = re.compile(rf"\{{:?[ \t]*({_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*)[ \t]*\}}")
_EACH_ATTRIBUTE: Final = re.compile(_ATTRIBUTE)
_LONGEST_ATTRIBUTES: Final = 300
_COUNTRY: Final = re.compile(r"[A-Za-z]{2}\Z")
_FLAGS: Final = "/assets/images/flags/"
_RELATIVE_IMAGES: Final = "/wiki/images/"


def markdown_text(
    markdown: str,
    *,
    origin: str,
    look: RichTextStyle,
    page: tuple[str, str] | None = None,
    opened: frozenset[int] = frozenset(),
) -> RichText:
    """Return Markdown of the server as sanitised rich text. Blocks: call it on a worker.

    Args:
        markdown: untrusted Markdown.
        origin: `https://host` of the server, for relative URLs and images.
        look: colours and sizes.
        page: locale and path of a wiki page, as `to_html`.
        opened: indexes of the open spoiler boxes, from 0.
    """
    html = to_html(markdown, page=page)
    text = formatted(html, origin=origin, look=look, opened=opened)
    if converted_length(markdown) < len(markdown) and not text.is_cut:
        return replace(text, is_cut=True)
    return text


def to_html(
    markdown: str,
    *,
    page: tuple[str, str] | None = None,
    classes: frozenset[str] = STYLE_CLASSES,
    with_html: bool = False,
) -> str:
    """Return Markdown as the website's HTML, not sanitised.

    Besides CommonMark it has tables, strikethrough and footnotes;
    a line break is one on screen; and osu!'s own syntax: attributes (`{#id}`), spans
    (`::text::{#id}`), flags (`::{flag=JP}::`), containers (`::: Infobox`) and alerts
    (`::: alert-note`), each up to a line `:::`.

    Args:
        markdown: the Markdown; a YAML front matter is omitted.
        page: locale and path of a wiki page, such as `("en", "Beatmap/Difficulty")`: relative
            addresses start there, and headings get anchors. None for other texts.
        classes: allowed classes of containers; others are shown without one.
        with_html: whether HTML in the Markdown is kept, as on the front page of the wiki; else
            it is removed.
    """
    text = _FRONT_MATTER.sub("", markdown[: converted_length(markdown)], count=1)
    rendered: str = _parser().render(
        text, {"page": page, "classes": classes, "with_html": with_html}
    )
    return rendered


def converted_length(markdown: str) -> int:
    """Return how much of a text is converted: lines and brackets are what takes time."""
    brackets = lines = 0
    for found in _COSTLY.finditer(markdown, 0, LONGEST):
        if found[0] == "[":
            brackets += 1
        else:
            lines += 1
        if brackets > _MOST_BRACKETS or lines > _MOST_LINES:
            return found.start()
    return min(len(markdown), LONGEST)


def wiki_html(markdown: str) -> str:
    """Return Markdown as HTML of the website's structure, not sanitised; see `to_html`."""
    return to_html(markdown, classes=STYLE_CLASSES | _EXAMPLE_CLASSES)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Return the parser; made on first use, since its import takes time."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark", {"html": True, "breaks": True})
    md.enable(["table", "strikethrough"])
    footnote_plugin(md, inline=False)
    md.core.ruler.after("normalize", "containers", _find_containers)
    stops = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
    md.block.ruler.before("fence", "container", _container, {"alt": stops})
    md.inline.ruler.before("escape", "span", _span)
    md.inline.ruler.before("escape", "attributes", _attributes)
    md.core.ruler.after("inline", "first_footnotes", _drop_repeated_footnotes)
    md.core.ruler.after("first_footnotes", "ids", _set_ids)
    md.core.ruler.push("captions", _add_captions)
    md.core.ruler.push("addresses", _fix_addresses)
    rules: dict[str, Callable[..., str]] = {
        "html_block": _render_html,
        "html_inline": _render_html,
        "attributes": _nothing,
        "list_item_open": _render_item,
        "list_item_close": lambda *_: "</div></li>\n",
        "table_open": lambda *_: "<div><table>\n",
        "table_close": lambda *_: "</table></div>\n",
        "footnote_ref": _render_reference,
        "footnote_block_open": lambda *_: "<div><ol>\n",
        "footnote_block_close": lambda *_: "</ol></div>\n",
        "footnote_open": _render_footnote,
        "footnote_close": lambda *_: "</li>\n",
        "footnote_anchor": _render_back_link,
    }
    for name, render in rules.items():
        md.add_render_rule(name, render)
    return md


# --- containers ------------------------------------------------------------------------------


def _find_containers(state: StateCore) -> None:
    """Find the closing line of each container in one pass, so that time is linear."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    fence = ""
    lines = state.src.split("\n")
    for number, line in enumerate(lines):
        mark = _CODE_FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark:
            fence = mark[1]
        elif _is_close(line):
            if opened:
                closing[opened.pop()] = number
        elif line.startswith(":::"):
            opened.append(number)
    closing.update(dict.fromkeys(opened, len(lines)))
    state.env["containers"] = closing
    state.env["closing"] = frozenset(closing.values())


def _is_close(line: str) -> bool:
    return line.startswith(":::") and not line[3:].strip()


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a container: from `::: Class name` to `:::`, both without indentation."""
    begin, last = state.bMarks[start], state.eMarks[start]
    if state.blkIndent or state.tShift[start] or not state.src.startswith(":::", begin):
        return False
    line = state.src[begin:last]
    if _is_close(line):
        # Ends the paragraph before it; `_container` of the opening line skips it.
        return silent and start in state.env["closing"]
    stop = state.env["containers"].get(start)
    if stop is None:
        return False
    if silent:
        return True
    name = "-".join(line[3:].lower().split())
    is_styled = name in _ALERTS or name in state.env["classes"]
    if is_styled:
        token = state.push("container_open", "div", 1)
        is_alert = name in _ALERTS
        kind = name.removeprefix("alert-")
        token.attrSet("class", f"{ALERT} {ALERT}--{kind}" if is_alert else PANEL)
    else:
        state.level += 1
    parent, most = state.parentType, state.lineMax
    state.parentType = "container"
    state.lineMax = min(stop, end)
    state.md.block.tokenize(state, start + 1, state.lineMax)
    state.parentType, state.lineMax = parent, most
    state.line = min(stop + 1, end)
    if is_styled:
        state.push("container_close", "div", -1)
    else:
        state.level -= 1
    return True


# --- spans and attributes --------------------------------------------------------------------


def _span(state: StateInline, silent: bool) -> bool:
    """Parse `::text::`, `::{attributes}::` and `::text::{attributes}`."""
    source, start = state.src, state.pos + 2
    if not source.startswith("::", state.pos) or source[start : start + 1].strip() in ("", ":"):
        return False
    stop = source.find("::", start, state.posMax)
    # Only the next "::" may close it, so that time is linear.
    if stop < 0 or source[stop - 1].isspace():
        return False
    if silent:
        state.pos = stop + 2
        return True
    given: dict[str, str] = {}
    inside = _ATTRIBUTES.fullmatch(source, start, stop)
    after = _attributes_at(source, stop + 2, state.posMax)
    for found in (inside, after):
        given |= _read_attributes(found[1]) if found else {}
    opening = state.push("span_open", "span", 1)
    if "id" in given:
        opening.attrSet("id", given["id"])
    if _COUNTRY.match(given.get("flag", "")):
        opening.attrSet("class", FLAG)
        opening.attrSet("style", _flag_style(given["flag"].upper()))
    most = state.posMax
    if inside is None:
        state.pos, state.posMax = start, stop
        state.md.inline.tokenize(state)
    state.push("span_close", "span", -1)
    state.pos, state.posMax = after.end() if after else stop + 2, most
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    """Parse `{attributes}` at the end of a block, or directly after an inline element."""
    found = _attributes_at(state.src, state.pos, state.posMax)
    if found is None:
        return False
    before = state.src[state.pos - 1 : state.pos]
    is_last = (not before or before.isspace()) and not state.src[found.end() :].strip()
    is_after = bool(not state.pending and state.tokens and state.tokens[-1].type != "softbreak")
    if not is_last and not is_after:
        return False
    if not silent:
        if is_last:
            state.pending = state.pending.rstrip(" ")
        token = state.push("attributes", "", 0)
        token.meta = {"given": _read_attributes(found[1]), "is_last": is_last}
    state.pos = found.end()
    return True


def _attributes_at(source: str, start: int, end: int) -> re.Match[str] | None:
    return _ATTRIBUTES.match(source, start, min(end, start + _LONGEST_ATTRIBUTES))


def _read_attributes(text: str) -> dict[str, str]:
    """Return `id` and `flag` of attributes; the website ignores all others."""
    given: dict[str, str] = {}
    for part in _EACH_ATTRIBUTE.findall(text):
        name, equals, value = part.partition("=")
        if part[0] == "#":
            name, value = "id", part[1:]
        elif not equals or name not in ("id", "flag"):
            continue
        given[name] = value.strip("\"'")
    return given


def _set_ids(state: StateCore) -> None:
    """Set ids by attributes, and ids of the headings of a wiki page by their texts."""
    tokens, waiting = state.tokens, ""  # id of the next block
    slugs: dict[str, int] = {}
    removed: set[int] = set()
    for index, token in enumerate(tokens):
        if token.type != "inline":
            if waiting and token.nesting > 0:
                token.attrSet("id", waiting)
                waiting = ""
            continue
        holder, children = tokens[index - 1], token.children or []
        given = _take_attributes(children)
        if given is not None and not children and holder.type == "paragraph_open":
            waiting = given.get("id", waiting)
            removed |= {index - 1, index, index + 1}
        elif given is not None and "id" in given:
            holder.attrSet("id", given["id"])
        if holder.type == "heading_open" and state.env["page"] is not None:
            holder.attrSet("id", _unique(str(holder.attrGet("id") or _slug(children)), slugs))
    state.tokens = [token for n, token in enumerate(tokens) if n not in removed]


def _take_attributes(children: list[Token]) -> dict[str, str] | None:
    """Set the attributes of inline elements; remove and return those of the block, or None."""
    own: dict[str, str] | None = None
    for index, child in enumerate(children):
        if child.type != "attributes":
            continue
        if child.meta["is_last"]:
            own = child.meta["given"]
        elif "id" in child.meta["given"] and (target := _opening(children, index - 1)) is not None:
            target.attrSet("id", child.meta["given"]["id"])
    while (
        own is not None
        and children
        and (children[-1].type in ("attributes", "softbreak") or _is_blank(children))
    ):
        children.pop()
    return own


def _is_blank(children: list[Token]) -> bool:
    return children[-1].type == "text" and not children[-1].content.strip()


def _opening(children: list[Token], index: int) -> Token | None:
    """Return the token that opens the element which ends at an index; None for text."""
    depth = 0
    for token in reversed(children[max(0, index - 200) : index + 1]):
        if token.type == "text" and not token.content:
            continue  # left by emphasis
        depth -= token.nesting
        if depth <= 0:
            return None if token.type == "text" else token
    return None


def _slug(children: Sequence[Token]) -> str:
    text = "".join(child.content for child in children if child.type in ("text", "code_inline"))
    return text.strip().lower().replace(" ", "-") or "page"


def _unique(slug: str, slugs: dict[str, int]) -> str:
    """Return an id for a heading; the second of the same text is `text.1`."""
    count = slugs[slug] = slugs.get(slug, -1) + 1
    return f"{slug}.{count}" if count else slug


def _add_captions(state: StateCore) -> None:
    """Write the title of a picture that is a paragraph of its own below it, on wiki pages."""
    if state.env["page"] is None:
        return
    from markdown_it.token import Token

    for before, token in pairwise(state.tokens):
        children = token.children or []
        images = [child for child in children if child.type == "image"]
        is_alone = len(images) == 1 and not any(
            child.type not in ("image", "link_open", "link_close") for child in children
        )
        title = str(images[0].attrGet("title") or "").strip() if is_alone else ""
        if before.type != "paragraph_open" or not title:
            continue
        caption = [Token("softbreak", "br", 0), Token("em_open", "em", 1)]
        caption += [Token("text", "", 0, content=title), Token("em_close", "em", -1)]
        token.children = children + caption


# --- addresses -------------------------------------------------------------------------------


def _fix_addresses(state: StateCore) -> None:
    """Resolve the relative addresses of a wiki page, and align cells by attribute."""
    page = state.env["page"]
    for token in state.tokens:
        style = token.attrGet("style")
        if token.tag in ("th", "td") and isinstance(style, str):
            token.attrs = {"align": style.removeprefix("text-align:")}
        for child in token.children or () if page is not None else ():
            for name in ("href", "src"):
                address = child.attrGet(name)
                if isinstance(address, str):
                    child.attrSet(name, _resolved(address, *page, is_image=name == "src"))


def _resolved(address: str, locale: str, path: str, *, is_image: bool) -> str:
    """Return an address in a wiki page as one on the website."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme or parts.netloc or address.startswith("#") or not parts.path:
        return address
    rest = address.removeprefix("/wiki/")
    if is_image:
        if address.startswith((_RELATIVE_IMAGES, "/")) and rest == address:
            return address
        if rest.startswith("images/"):
            return address
        return _RELATIVE_IMAGES + (rest if rest != address else f"{path}/{address}")
    if address.startswith("/"):
        # `/wiki/Rules` is the page in the language of this one.
        has_locale = re.match(r"[a-z]{2}(?:-[a-z]{2})?(?:/|\Z)", rest)
        return address if rest == address or has_locale else f"/wiki/{locale}/{rest}"
    return f"/wiki/{locale}/{path}/{address}"


# --- footnotes and rendering -----------------------------------------------------------------


def _drop_repeated_footnotes(state: StateCore) -> None:
    """Remove footnotes whose label is defined already: the first one counts."""
    known: set[str] = set()
    kept: list[Token] = []
    is_repeated = False
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            is_repeated = token.meta["label"] in known
            known.add(token.meta["label"])
        if not is_repeated:
            kept.append(token)
        if token.type == "footnote_reference_close":
            is_repeated = False
    state.tokens = kept


def _nothing(*_: object) -> str:
    return ""


def _flag_style(code: str) -> str:
    """Return the style of the span of a country's flag, by its code of two letters."""
    points = "-".join(f"{0x1F1E6 + ord(letter) - ord('A'):x}" for letter in code)
    return f"background-image: url('{_FLAGS}{points}.svg')"


def _render_html(
    _: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: Any,  # noqa: ANN401
    env: dict[str, Any],
) -> str:
    return tokens[index].content if env["with_html"] else ""


def _render_item(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    *_rest: Any,  # noqa: ANN401
) -> str:
    return f"<li{renderer.renderAttrs(tokens[index])}><div>"


def _render_reference(_: RendererHTML, tokens: Sequence[Token], index: int, *_rest: Any) -> str:  # noqa: ANN401
    meta = tokens[index].meta
    label = escape(meta["label"])
    number = meta["id"] + 1
    return f'<sup id="{_reference(meta)}"><a href="#fn-{label}">{number}</a></sup>'


def _render_footnote(_: RendererHTML, tokens: Sequence[Token], index: int, *_rest: Any) -> str:  # noqa: ANN401
    return f'<li id="fn-{escape(tokens[index].meta["label"])}">'


def _render_back_link(_: RendererHTML, tokens: Sequence[Token], index: int, *_rest: Any) -> str:  # noqa: ANN401
    return f'&nbsp;<a href="#{_reference(tokens[index].meta)}">↑</a>'


def _reference(meta: dict[str, Any]) -> str:
    """Return the id of a reference to a footnote; the second to the same one ends in `__2`."""
    again = f"__{meta['subId'] + 1}" if meta["subId"] else ""
    return f"fnref-{escape(meta['label'])}{again}"

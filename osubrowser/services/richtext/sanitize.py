"""Sanitizer of rich text: nh3 with an allow-list, then conversion to Qt's subset."""

from __future__ import annotations

import re
from html import unescape
from typing import Final, NamedTuple

import nh3

from osubrowser.services.richtext.rich_text import RichText
from osubrowser.services.richtext.style import RichTextStyle
from osubrowser.services.richtext.writer import Writer


class Limits(NamedTuple):
    """Maximum size of a text.

    Attributes:
        text: characters of text, without markup.
        elements: elements.
        source: characters of HTML.
        pictures: images; others are shown as links.
    """

    text: int = 40_000
    elements: int = 6_000
    source: int = 400_000
    pictures: int = 200


DEFAULT: Final = Limits()
"""Limits of posts, descriptions and profiles."""
ARTICLE: Final = Limits(text=2_000_000, elements=100_000, source=4_000_000, pictures=5_000)
"""Limits of pages of the wiki, news and change logs."""
LONGEST: Final = DEFAULT.text
"""Maximum number of characters of text of a post, without markup."""
_DEEPEST: Final = 400
"""Open elements from which on the limits of posts apply: time for deep nesting is quadratic."""
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_UNNESTED: Final = frozenset({"br", "hr", "img", "source", "input", "wbr", "col"})

_TAGS: Final = """
a abbr audio b blockquote br center code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i iframe
img ins kbd li mark ol p pre q s small source span strike strong sub summary sup table tbody td
tfoot th thead tr tt u ul video
"""
_NO_CONTENT: Final = """
script style title noscript template object embed form button input select textarea svg math head
"""
"""Elements that are removed with their content."""
_ATTRIBUTES: Final = {
    "*": {"class", "id"},
    "a": {"href", "title"},
    "audio": {"src"},
    "div": {"style", "data-audio-url"},
    "iframe": {"src"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "source": {"src"},
    "span": {"style", "data-width", "data-height"},
    "td": {"align", "colspan"},
    "th": {"align", "colspan"},
    "video": {"src"},
}
_BREAK: Final = re.compile(r"<(?:br|hr|/p|/h[1-6]|/li|/td|/th|/pre|/table)\b[^>]*>")
_PICTURE: Final = re.compile(r"<img\b[^>]*>")
_MARKUP: Final = re.compile(r"<[^>]*>")
_SCHEMES: Final = frozenset({"http", "https", "mailto", "osu", "osump"})


def clean(html: str, limits: Limits = DEFAULT) -> tuple[str, bool]:
    """Return HTML reduced to the allow-list, and whether it was truncated.

    Scripts, style sheets, forms, event handlers, unknown elements and all schemes but http, https,
    mailto, osu and osump are removed. Overlong HTML is truncated before: the time for deep nesting
    is quadratic.
    """
    if limits is not DEFAULT and _is_deep(html[: limits.source]):
        limits = DEFAULT
    end = limits.source
    for count, match in enumerate(re.finditer("<", html[:end])):
        if count == 2 * limits.elements:  # a start and an end tag each
            end = match.start()
            break
    cleaned = nh3.clean(
        html[:end].replace("\x00", "").encode(errors="ignore").decode(),  # without surrogates
        tags=set(_TAGS.split()),
        clean_content_tags=set(_NO_CONTENT.split()),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
    return cleaned, end < len(html)


def _is_deep(html: str) -> bool:
    """Return whether more elements are open at once than in any text that makes sense."""
    total = 0
    depths: dict[str, int] = {}
    for tag in _TAG.finditer(html):  # not `findall`: it would hold the interpreter's lock
        name = tag[2].lower()
        if name in _UNNESTED:
            continue
        depth = depths.get(name, 0)
        step = 1 if not tag[1] else -1 if depth else 0  # a stray end tag closes nothing
        depths[name] = depth + step
        total += step
        if total > _DEEPEST:
            return True
    return False


def formatted(
    html: str,
    *,
    origin: str,
    look: RichTextStyle,
    opened: frozenset[int] = frozenset(),
    limits: Limits = DEFAULT,
) -> RichText:
    """Return HTML of the server, sanitised and converted. Blocks: call it on a worker.

    Args:
        html: untrusted HTML.
        origin: `https://host` of the server, for relative URLs and images.
        look: colours and sizes.
        opened: indexes of the open spoiler boxes, from 0.
        limits: maximum size of the text; what is beyond is cut off.
    """
    cleaned, is_cut = clean(html, limits)
    writer = Writer(
        origin=origin,
        look=look,
        opened=opened,
        longest=limits.text,
        most_pictures=limits.pictures,
    )
    writer.feed(cleaned)
    writer.close()
    return RichText(
        blocks=tuple(writer.blocks),
        pictures=tuple(dict.fromkeys(writer.pictures)),
        boxes=writer.boxes,
        is_cut=is_cut or writer.is_full,
        headings=tuple(writer.headings),
        anchors=writer.anchors,
        texts=tuple(map(_plain, writer.blocks)),
    )


def _plain(block: str) -> str:
    """Return the text of a block as Qt's document has it."""
    text = _PICTURE.sub("\ufffc", _BREAK.sub("\n", block))
    text = unescape(_MARKUP.sub("", text)).replace("\xa0", " ")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))

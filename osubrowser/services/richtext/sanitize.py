"""Sanitizer of rich text: nh3 with an allow-list, then conversion to Qt's subset."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import nh3

from osubrowser.services.richtext.style import RichTextStyle
from osubrowser.services.richtext.writer import Heading, Writer

LONGEST: Final = 40_000
"""Maximum number of characters of text, without markup."""
MOST_ELEMENTS: Final = 6_000
_LONGEST_SOURCE: Final = 400_000

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
_SCHEMES: Final = frozenset({"http", "https", "mailto", "osu", "osump"})


@dataclass(frozen=True, slots=True)
class RichText:
    """Sanitized text for Qt's rich text.

    Attributes:
        blocks: well-formed pieces of HTML, to be shown one below the other. All markup in them is
            generated; none of the source is passed through.
        pictures: URLs of its images, without duplicates, all on allowed hosts.
        boxes: number of spoiler boxes.
        is_cut: whether the text was truncated.
        headings: its headings, for a table of contents.
        anchors: index of the block of each anchor, by id.
    """

    blocks: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    boxes: int = 0
    is_cut: bool = False
    headings: tuple[Heading, ...] = ()
    anchors: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is no visible content."""
        return not self.blocks


def clean(html: str) -> tuple[str, bool]:
    """Return HTML reduced to the allow-list, and whether it was truncated.

    Scripts, style sheets, forms, event handlers, unknown elements and all schemes but http, https,
    mailto, osu and osump are removed. Overlong HTML is truncated before: the time for deep nesting
    is quadratic.
    """
    end = _LONGEST_SOURCE
    for count, match in enumerate(re.finditer("<", html[:end])):
        if count == 2 * MOST_ELEMENTS:  # a start and an end tag each
            end = match.start()
            break
    cleaned = nh3.clean(
        html[:end].replace("\x00", ""),
        tags=set(_TAGS.split()),
        clean_content_tags=set(_NO_CONTENT.split()),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
    return cleaned, end < len(html)


def formatted(
    html: str, *, origin: str, look: RichTextStyle, opened: frozenset[int] = frozenset()
) -> RichText:
    """Return HTML of the server, sanitised and converted. Blocks: call it on a worker.

    Args:
        html: untrusted HTML.
        origin: `https://host` of the server, for relative URLs and images.
        look: colours and sizes.
        opened: indexes of the open spoiler boxes, from 0.
    """
    cleaned, is_cut = clean(html)
    writer = Writer(origin=origin, look=look, opened=opened, longest=LONGEST)
    writer.feed(cleaned)
    writer.close()
    return RichText(
        blocks=tuple(writer.blocks),
        pictures=tuple(dict.fromkeys(writer.pictures)),
        boxes=writer.boxes,
        is_cut=is_cut or writer.is_full,
        headings=tuple(writer.headings),
        anchors=writer.anchors,
    )

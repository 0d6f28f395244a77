"""Sanitizer of rich text: cleaned by nh3, then converted to Qt's subset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import nh3

from osubrowser.services.richtext.style import RichTextStyle
from osubrowser.services.richtext.writer import Writer

LONGEST: Final = 40_000
"""Characters of words that are shown of one text."""
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
"""Elements that go with all that is in them."""
_ATTRIBUTES: Final = {
    "*": {"class"},
    "a": {"href", "title"},
    "audio": {"src"},
    "div": {"style", "data-audio-url"},
    "iframe": {"src"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "source": {"src"},
    "span": {"style", "data-width", "data-height"},
    "td": {"colspan"},
    "th": {"colspan"},
    "video": {"src"},
}
_SCHEMES: Final = frozenset({"http", "https", "osu", "osump"})


@dataclass(frozen=True, slots=True)
class RichText:
    """Sanitized text for Qt's rich text.

    Attributes:
        blocks: pieces of HTML, each whole in itself, to be shown one below the other. Every
            element, attribute and address in them was written here; nothing is passed through.
        pictures: the addresses of its pictures, each once, all of hosts that may be asked.
        boxes: how many spoiler boxes it has.
        is_cut: the text goes on, but was too long.
    """

    blocks: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    boxes: int = 0
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return not self.blocks


def clean(html: str) -> tuple[str, bool]:
    """Return HTML with only what the allow-list has, and whether it was cut.

    Scripts, styles, forms, handlers, unknown elements and every scheme but http, https and
    osu!'s own are gone. What is far too long is cut before it is read: cleaning something
    nested very deeply takes time that grows with its square.
    """
    end = _LONGEST_SOURCE
    for count, match in enumerate(re.finditer("<", html[:end])):
        if count == 2 * MOST_ELEMENTS:  # each is opened and closed
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
    """Make a text of the server ready to be shown. Blocking: runs on a worker.

    Args:
        html: as the server sent it; hostile.
        origin: `https://host` of the server, for addresses without a host and for pictures.
        look: colours and sizes to write it in.
        opened: the numbers of the spoiler boxes that are open, from 0.
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
    )

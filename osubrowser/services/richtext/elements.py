"""Mapping of sanitised HTML elements to Qt's rich text subset."""

from __future__ import annotations

import re
from enum import Enum
from html import escape
from typing import Final, NamedTuple

from osubrowser.services.richtext.links import BOX, link
from osubrowser.services.richtext.style import RichTextStyle, readable
from osubrowser.services.text.translation import tr

LONGEST_TITLE: Final = 100
PANEL: Final = "osu-md__panel"
"""Class of the infoboxes and alerts of Markdown, which are drawn as panels."""
FLAG: Final = "flag-country"
"""Class of a span whose background image is the flag of a country or a team."""
MEDIA: Final = {
    "iframe": tr("Video"),
    "video": tr("Video"),
    "audio": tr("Sound"),
    "source": tr("Recording"),
}
"""Labels of media elements, which are replaced by links."""

_MOST_COLUMNS: Final = 12
_TABLE_END: Final = "</td></tr></table>"
_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_NUMBER: Final = re.compile(r"\s*([0-9]{1,5}(?:\.[0-9]{1,8})?)")
_SIZES: Final = {"h1": 22, "h2": 19, "h3": 17, "h4": 15, "h5": 13, "h6": 13}
_INLINE: Final = {
    "b": ("<b>", "</b>"),
    "strong": ("<b>", "</b>"),
    "em": ("<i>", "</i>"),
    "i": ("<i>", "</i>"),
    "u": ("<u>", "</u>"),
    "ins": ("<u>", "</u>"),
    "del": ("<s>", "</s>"),
    "s": ("<s>", "</s>"),
    "strike": ("<s>", "</s>"),
    "small": ("<small>", "</small>"),
    "sub": ("<sub>", "</sub>"),
    "sup": ("<sup>", "</sup>"),
}
_BOXES: Final = {
    "ul": ("<ul>", "</ul>"),
    "li": ("<li>", "</li>"),
    "tr": ("<tr>", "</tr>"),
    "dd": ('<table cellspacing="0" cellpadding="0"><tr><td width="24"></td><td>', _TABLE_END),
}
ALERT: Final = "osu-md__alert"
"""Class of an alert of Markdown; that of its kind follows, such as `osu-md__alert--note`."""
_ALERTS: Final = {
    f"{ALERT}--note": "#4c9be8",
    f"{ALERT}--tip": "#4caf6d",
    f"{ALERT}--notice": "#a078e0",
    f"{ALERT}--warning": "#e0a030",
    f"{ALERT}--caution": "#e05656",
}
"""Colour of each kind of alert."""
_PANELS: Final = frozenset({"well", PANEL, "wiki-main-page-panel"})
_BACKGROUND: Final = re.compile(r"url\(\s*['\"]?([^'\"()\s]{1,300})['\"]?\s*\)")
_SIDES: Final = frozenset({"left", "center", "right"})
_STRONG_BLOCKS: Final = frozenset({"summary", "dt"})


class ElementKind(Enum):
    """Layout category of an element."""

    INLINE = "inline"
    """Inline content: closed at the end of a paragraph, and reopened in the next."""
    BLOCK = "block"
    """Starts and ends paragraphs; its own tags are written inside of them."""
    BOX = "box"
    """Container of paragraphs."""
    LINE = "line"
    """Container of inline content, without a paragraph element."""
    HIDDEN = "hidden"
    """Omitted with its content."""


class Element(NamedTuple):
    """Open element: its source tag, and its output tags."""

    tag: str
    kind: ElementKind
    opening: str = ""
    closing: str = ""
    align: str | None = None
    ratio: float | None = None
    width: int | None = None
    title: str = ""
    shown: int = 0
    number: int = 1


class Elements:
    """Converter of HTML elements in document order.

    Attributes:
        boxes: number of spoiler boxes so far.
    """

    def __init__(self, *, origin: str, look: RichTextStyle, opened: frozenset[int]) -> None:
        self.boxes = 0
        self._headed = -1  # index of the last box with a header link
        self._origin = origin
        self._look = look
        self._opened = opened

    def read(self, tag: str, given: dict[str, str], *, align: str, shown: int) -> Element:
        """Return the output of an element.

        Args:
            tag: tag name.
            given: attributes.
            align: alignment of the text around it.
            shown: amount of visible content before it.
        """
        if tag == "div":
            return self._read_div(frozenset(given.get("class", "").split()))
        if tag == "span":
            return self._read_span(given)
        if tag == "a":
            return self._read_link(given, shown)
        if tag == "center":
            return Element(tag, ElementKind.BLOCK, align="center")
        if tag in _INLINE:
            return Element(tag, ElementKind.INLINE, *_INLINE[tag])
        if tag in _BOXES:
            return Element(tag, ElementKind.LINE if tag == "li" else ElementKind.BOX, *_BOXES[tag])
        return self._read_box(tag, given, align) or self._read_word(tag)

    def _read_div(self, classes: frozenset[str]) -> Element:
        for side, word in (("centre", "center"), ("right", "right"), ("left", "left")):
            if f"bbcode__align-{side}" in classes:
                return Element("div", ElementKind.BLOCK, align=word)
        alert = next((_ALERTS[name] for name in classes if name in _ALERTS), "")
        if alert:
            return Element("div", ElementKind.BOX, self._panel(alert), _TABLE_END)
        if classes & _PANELS:
            return Element("div", ElementKind.BOX, self._panel(), _TABLE_END)
        if classes & {"bbcode-spoilerbox__body", "js-spoilerbox__body"}:
            # A box without a header link is shown: it could not be opened.
            if self.boxes - 1 in self._opened or self._headed < self.boxes - 1:
                return Element("div", ElementKind.BOX, self._panel(), _TABLE_END)
            return Element("div", ElementKind.HIDDEN)
        if classes & {"bbcode-spoilerbox", "js-spoilerbox"}:
            self.boxes += 1
        return Element("div", ElementKind.BLOCK)

    def _read_span(self, given: dict[str, str]) -> Element:
        look, wanted = self._look, []
        classes = frozenset(given.get("class", "").split())
        styles = _styles(given.get("style", ""))
        if "spoiler" in classes:
            wanted.append(f"color: {look.dim}; background-color: {look.dim}")
        elif (colour := readable(styles.get("color", ""), look)) is not None:
            wanted.append(f"color: {colour}")
        percent = number(styles.get("font-size"))
        if percent is not None and "%" in styles["font-size"]:
            size = round(look.size * min(max(percent, 50), 250) / 100)
            wanted.append(f"font-size: {size}px")
        width, ratio = number(given.get("data-width")), None
        height = number(given.get("data-height"))
        if "proportional-container" in classes:
            width = width or number(styles.get("width"))
            ratio = height / width if width and height else None
        elif "proportional-container__height" in classes:
            padding = number(styles.get("padding-bottom"))
            ratio = padding / 100 if padding else None
        ends = (f'<span style="{"; ".join(wanted)}">', "</span>") if wanted else ("", "")
        wide = int(width) if width else None
        return Element("span", ElementKind.INLINE, *ends, ratio=ratio, width=wide)

    def _read_link(self, given: dict[str, str], shown: int) -> Element:
        classes = frozenset(given.get("class", "").split())
        if classes & {"bbcode-spoilerbox__link", "js-spoilerbox__link"}:
            box = self._headed = max(0, self.boxes - 1)
            mark = "▾" if box in self._opened else "▸"
            opening = f"{self.link(f'{BOX}{box}')}<b>{mark} "
            return Element("a", ElementKind.INLINE, opening, "</b></a>")
        address = link(given.get("href", ""), self._origin)
        title = seen(given.get("title", "")).strip()[:LONGEST_TITLE]
        ends = (self.link(address), "</a>") if address is not None else ("", "")
        return Element("a", ElementKind.INLINE, *ends, title=title, shown=shown)

    def link(self, address: str) -> str:
        """Return the opening tag of a link."""
        style = f"color: {self._look.link}; text-decoration: none"
        return f'<a href="{escape(address)}" style="{style}">'

    def _read_box(self, tag: str, given: dict[str, str], align: str) -> Element | None:
        look = self._look
        if tag in _SIZES:
            style = f"font-size: {_SIZES[tag]}px; font-weight: 600; margin: 10px 0 4px 0"
            opening = f'<p align="{align}" style="{style}">'
            return Element(tag, ElementKind.LINE, opening, "</p>")
        if tag == "pre":
            opening = f'{self._panel()}<pre style="white-space: pre-wrap; margin: 0">'
            return Element(tag, ElementKind.LINE, opening, f"</pre>{_TABLE_END}")
        if tag == "blockquote":
            style = f"border-left: 3px solid {look.border}; padding: 2px 0 2px 10px"
            opening = (
                '<table cellspacing="0" cellpadding="0" style="margin: 4px 0 4px 0">'
                f'<tr><td style="{style}">'
            )
            return Element(tag, ElementKind.BOX, opening, _TABLE_END)
        if tag == "ol":
            start = int(number(given.get("start")) or 1)
            return Element(tag, ElementKind.BOX, f'<ol start="{start}">', "</ol>", number=start)
        if tag == "table":
            style = f"border-collapse: collapse; border-color: {look.border}; margin: 6px 0 6px 0"
            opening = f'<table border="1" cellspacing="0" cellpadding="5" style="{style}">'
            return Element(tag, ElementKind.BOX, opening, "</table>")
        if tag in ("td", "th"):
            columns = max(1, min(int(number(given.get("colspan")) or 1), _MOST_COLUMNS))
            side = given.get("align", "") if given.get("align") in _SIDES else None
            opening = f'<{tag} colspan="{columns}">'
            return Element(tag, ElementKind.BOX, opening, f"</{tag}>", align=side)
        return None

    def _read_word(self, tag: str) -> Element:
        look = self._look
        if tag in ("code", "kbd", "tt"):
            style = f"font-family: monospace; background-color: {look.panel}"
            return Element(tag, ElementKind.INLINE, f'<span style="{style}">', "</span>")
        if tag == "mark":
            opening = f'<span style="background-color: {look.border}">'
            return Element(tag, ElementKind.INLINE, opening, "</span>")
        if tag == "q":
            return Element(tag, ElementKind.INLINE, "<i>", "</i>")
        if tag in _STRONG_BLOCKS:
            return Element(tag, ElementKind.BLOCK, "<b>", "</b>")
        if tag in ("abbr", *MEDIA):
            return Element(tag, ElementKind.INLINE)
        return Element(tag, ElementKind.BLOCK)  # such as p, details, dl, tbody

    def _panel(self, edge: str = "") -> str:
        """Return the start of a panel, with an edge at the left in a colour, if one is given."""
        side = f' style="border-left: 4px solid {edge}"' if edge else ""
        return (
            f'<table width="100%" cellspacing="0" cellpadding="10" bgcolor="{self._look.panel}"'
            f' style="margin: 4px 0 4px 0"><tr><td{side}>'
        )


def seen(text: str) -> str:
    """Return text without control characters, bidirectional marks and lone surrogates."""
    return _UNSEEN.sub("", text)


def flag_of(given: dict[str, str]) -> str:
    """Return the URL of the flag that a span shows as its background image; "" for none."""
    if FLAG not in given.get("class", "").split():
        return ""
    found = _BACKGROUND.search(_styles(given.get("style", "")).get("background-image", ""))
    return found[1] if found else ""


def _styles(text: str) -> dict[str, str]:
    """Return the declarations of a `style` attribute by property; values are not validated."""
    found = {}
    for declaration in text[:500].split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip()
    return found


def number(text: str | None) -> float | None:
    """Return the number at the start of a text, or None."""
    match = _NUMBER.match(text or "")
    return float(match[1]) if match else None

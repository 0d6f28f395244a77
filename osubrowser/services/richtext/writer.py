"""Writer of sanitised HTML in Qt's subset, in blocks of bounded size."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from typing import Final

from osubrowser.services.richtext.elements import (
    LONGEST_TITLE,
    MEDIA,
    Element,
    ElementKind,
    Elements,
    flag_of,
    number,
    seen,
)
from osubrowser.services.richtext.links import host, link, picture
from osubrowser.services.richtext.rich_text import Heading
from osubrowser.services.richtext.style import RichTextStyle
from osubrowser.services.text.translation import tr

_PIECE: Final = 2_500
"""Characters of HTML per block, so that the layout of a block does not freeze the window."""
_DEEPEST: Final = 24
_MOST_ANCHORS: Final = 10_000
_LONGEST_ANCHOR: Final = 200
_SMILEY: Final = 18
_SMALL: Final = re.compile(r' width="[1-4]?\d"')
_IN_CELL: Final = 3
"""Pictures that have to fit side by side in a row of a table, at least."""
_MOST_SIDE_BY_SIDE: Final = 6
_WORDLESS: Final = frozenset({"table", "tr", "ul", "ol"})
_PARTED: Final = frozenset({"table", "ul", "ol", "div", "blockquote"})
"""Boxes that may be split between blocks."""
_PANELS: Final = frozenset({"div", "blockquote"})
"""Those of them where one can be seen: they are split when the block is long."""
_LONG_PIECE: Final = 6_000
_LONGEST_PIECE: Final = 12_000
"""Characters of HTML from which on other boxes are split, too."""
_GROUP: Final = Element("div", ElementKind.BLOCK)
_SINGLE: Final = frozenset({"br", "hr", "img", "source"})
_HEADING: Final = re.compile(r"h[1-6]\Z")
_MOST_HEADINGS: Final = 5_000
_LONGEST_HEADING: Final = 200


class Writer(HTMLParser):
    """HTML parser that writes blocks of HTML; the result is complete after `close`.

    All text is written in generated paragraphs, since Qt does not end a paragraph at the end of a
    nested element.

    Attributes:
        blocks: well-formed pieces of HTML.
        pictures: URLs of the images, in order.
        headings: the visible headings with a text, in order.
        anchors: index of the block of each anchor, by id.
        is_full: whether the text exceeded the maximum length.
    """

    def __init__(
        self,
        *,
        origin: str,
        look: RichTextStyle,
        opened: frozenset[int],
        longest: int,
        most_pictures: int = 200,
    ) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.pictures: list[str] = []
        self.headings: list[Heading] = []
        self.anchors: dict[str, int] = {}
        self.is_full = False
        self._anchors: set[str] = set()
        self._heading: list[str] | None = None  # texts of the open heading
        self._heading_id = ""
        self._new_anchors: list[str] = []  # to be written before the next text
        self._origin = origin
        self._look = look
        self._elements = Elements(origin=origin, look=look, opened=opened)
        self._left = longest
        self._most_pictures = most_pictures
        self._stack: list[Element] = []
        self._numbers: list[int] = []  # of the next item of each open numbered list
        self._dropped = 0  # open elements beyond the maximum depth
        self._hidden = 0  # open elements that hide their content
        self._row = (0, 0, 0)  # block, length of the piece and `_shown` at the start of the row
        self._is_continued = False  # whether the block goes on with boxes of the one before
        self._piece: list[str] = []
        self._length = 0
        self._shown = 0  # amount of visible content so far
        self._shown_before = 0  # the same at the start of the block
        self._run: int | None = None  # start index of the open paragraph in the block
        self._closes = ""  # closing tag of the open paragraph

    @property
    def boxes(self) -> int:
        """Number of spoiler boxes so far."""
        return self._elements.boxes

    # --- parser callbacks ---------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if self.is_full:
            return
        given = {name: value or "" for name, value in attrs}
        if _HEADING.match(tag) and self._heading is None and not self._hidden:
            self._begin_heading(given)
        self._anchor(given.get("id", ""))
        if tag in _SINGLE:
            self._single(tag, given)
        elif len(self._stack) >= _DEEPEST:
            self._dropped += 1
        else:
            self._open(self._elements.read(tag, given, align=self._align(), shown=self._shown))
            if tag == "span" and (flag := flag_of(given)):
                self._picture({"src": flag, "width": "18", "height": "13"})
            elif tag in MEDIA:
                self._media(tag, given)
            elif given.get("data-audio-url"):
                self._media("audio", {"src": given["data-audio-url"]})

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        if self.is_full or tag in _SINGLE:
            return
        if self._heading is not None and _HEADING.match(tag):
            self._end_heading(int(tag[1]))
        if self._dropped:
            self._dropped -= 1
        elif self._stack:
            self._close_last()

    def handle_data(self, data: str) -> None:
        """Write text, up to the maximum length."""
        if self.is_full or self._hidden or (self._stack and self._stack[-1].tag in _WORDLESS):
            return
        words = seen(data)
        if self._stack and self._stack[-1].tag in ("pre", "code"):
            words = words.removesuffix("\n")  # it would be an empty line on screen
        if self._run is None and not words.strip():
            return
        if len(words) > self._left:
            words = words[: self._left].rstrip() + "…"
            self.is_full = True
        self._left -= len(words)
        if self._heading is not None:
            self._heading.append(words)
        for start in range(0, len(words), _PIECE):
            if start:
                self._perhaps_break()
            part = words[start : start + _PIECE]
            self._inline(escape(part), shown=len(part.strip()))
        if self._length > _LONGEST_PIECE:
            self._perhaps_break()

    def close(self) -> None:
        """Parse the remaining input, and close all open elements."""
        super().close()
        if self._new_anchors and not self.is_full:
            self._inline("")
        self._end_piece()

    # --- void and media elements --------------------------------------------------------------

    def _single(self, tag: str, given: dict[str, str]) -> None:
        if self._hidden:
            return
        if tag == "br":
            self._inline("<br>")
            self._perhaps_break()
        elif tag == "hr":
            self._end_run()
            self._write("<hr>")
            self._shown += 1
        elif tag == "source":
            self._media(tag, given)
        else:
            self._picture(given)

    def _media(self, tag: str, given: dict[str, str]) -> None:
        """Write a media element as a link."""
        address = link(given.get("src", ""), self._origin)
        if address is not None:
            self._say(
                tr("{media} on {host}").format(media=MEDIA[tag], host=host(address)),
                self._elements.link(address),
                "</a> ",
            )

    def _picture(self, given: dict[str, str]) -> None:
        address = picture(given.get("src", ""), self._origin)
        if address is None or len(self.pictures) >= self._most_pictures:
            self._instead_of_picture(given)
            return
        self.pictures.append(address)
        width, height = self._size_of(given)
        sizes = f' width="{width}" height="{height}"' if width and height else ""
        self._inline(f'<img src="{escape(address)}"{sizes}>', shown=1)
        if self._length > _LONGEST_PIECE:
            self._perhaps_break()

    def _instead_of_picture(self, given: dict[str, str]) -> None:
        """Write an image that must not be loaded as a link, or as its alternative text."""
        address = link(given.get("src", ""), self._origin)
        words = seen(given.get("alt", "") or given.get("title", "")).strip()
        words = words[:LONGEST_TITLE]
        if address is not None and not any(e.tag == "a" for e in self._stack):
            words = words or tr("picture on {host}").format(host=host(address))
            words = f"[{words}]"
            self._say(words, self._elements.link(address), "</a>")
        elif words:
            self._say(f"[{words}]")

    def _anchor(self, name: str) -> None:
        """Set an anchor at the next text."""
        name = seen(name).strip()
        if not name or len(name) > _LONGEST_ANCHOR or name in self._anchors:
            return
        if not self._hidden and len(self._anchors) < _MOST_ANCHORS:
            self._anchors.add(name)
            self._new_anchors.append(name)

    def _size_of(self, given: dict[str, str]) -> tuple[int, int]:
        """Return the display size of an image in pixels; (0, 0) if it is not specified."""
        if "smiley" in given.get("class", "").split():
            return _SMILEY, _SMILEY
        width, height = number(given.get("width")), number(given.get("height"))
        if not (width and height):
            width = next((e.width for e in reversed(self._stack) if e.width), None)
            ratio = next((e.ratio for e in reversed(self._stack) if e.ratio), None)
            if not (width and ratio):
                return 0, 0
            height = width * ratio
        share = min(1.0, self._look.widest / width, self._look.tallest / height)
        return max(1, round(width * share)), max(1, round(height * share))

    def _begin_heading(self, given: dict[str, str]) -> None:
        """Give a heading an id if it has none, and keep its text from here on."""
        name = seen(given.get("id", "")).strip()
        if not name or len(name) > _LONGEST_ANCHOR or name in self._anchors:
            name = given["id"] = f"heading-{len(self.headings) + 1}"
        self._heading, self._heading_id = [], name

    def _end_heading(self, level: int) -> None:
        text = " ".join("".join(self._heading or ()).split())[:_LONGEST_HEADING]
        self._heading = None
        if text and len(self.headings) < _MOST_HEADINGS:
            self.headings.append(Heading(level, text, self._heading_id))

    # --- output -------------------------------------------------------------------------------

    def _open(self, element: Element) -> None:
        if element == _GROUP and self._stack and self._stack[-1].tag == "li":
            element = element._replace(kind=ElementKind.INLINE)  # the text of the list item
        if element.kind is ElementKind.INLINE:
            if self._run is not None and not self._hidden:
                self._write_anchors()
                self._write(element.opening)
        else:
            self._end_run()
            is_panel = element.kind is ElementKind.BOX and element.tag in _PANELS
            if (
                (element.tag == "table" or (is_panel and self._length > _PIECE // 2))
                and self._is_splittable
                and not self._hidden
            ):
                # A wide table is scaled, the text before it is not; a panel stays in one piece.
                self._next_piece()
            if element.tag == "tr":
                self._row = (len(self.blocks), len(self._piece), self._shown)
            if element.kind in (ElementKind.BOX, ElementKind.LINE):
                self._write(element.opening)
        if element.tag == "ol":
            self._numbers.append(element.number)
        elif element.tag == "li" and self._stack and self._stack[-1].tag == "ol":
            self._numbers[-1] += 1
        self._stack.append(element)
        self._hidden += element.kind is ElementKind.HIDDEN

    def _close_last(self) -> None:
        last = self._stack[-1]
        if last.title and last.shown == self._shown:  # an empty link, as in image maps
            self._say(f"{last.title} ")
        if last.kind is ElementKind.INLINE:
            if self._run is not None and not self._hidden:
                self._write(last.closing)
            self._stack.pop()
            return
        self._end_run()
        self._stack.pop()
        if last.tag == "ol":
            self._numbers.pop()
        self._hidden -= last.kind is ElementKind.HIDDEN
        if self._is_continued and last.tag in _PARTED and self._shown == self._shown_before:
            # Nothing followed in the block that it was opened again in.
            self._piece, self._length = [], 0
            self._open_again()
        elif last.kind in (ElementKind.BOX, ElementKind.LINE):
            self._write(last.closing)
        if last.tag == "tr" and self._is_empty_head():
            del self._piece[self._row[1] :]
        if last.tag == "table" and self._is_splittable and not self._hidden:
            self._next_piece()
        self._perhaps_break()

    def _align(self) -> str:
        return next((e.align for e in reversed(self._stack) if e.align), "left")

    def _say(self, words: str, opening: str = "", closing: str = "") -> None:
        """Write replacement text, which counts towards the maximum length."""
        if not self._hidden and self._left > 0:
            self._left -= len(words)
            self.is_full = self._left <= 0
            self._inline(f"{opening}{escape(words)}{closing}", shown=1)
            self._perhaps_break()

    def _inline(self, text: str, *, shown: int = 0) -> None:
        """Write inline HTML, in a new paragraph if none is open."""
        if self._hidden:
            return
        if self._run is None:
            self._begin_run()
        self._write_anchors()
        self._write(text)
        self._shown += shown

    def _write_anchors(self) -> None:
        """Write the new anchors: outside of links, since links do not nest."""
        for name in self._new_anchors:
            self.anchors[name] = len(self.blocks)
            self._write(f'<a name="{escape(name)}"></a>')
        self._new_anchors.clear()

    def _begin_run(self) -> None:
        holder = next((e for e in reversed(self._stack) if e.kind is not ElementKind.INLINE), None)
        opening, self._closes = "", ""
        if holder is None or holder.kind is not ElementKind.LINE:
            below = 8 if holder is not None and holder.tag == "p" else 0
            opening = f'<p align="{self._align()}" style="margin: 0 0 {below}px 0">'
            self._closes = "</p>"
        self._write(opening)
        self._run = len(self._piece)
        self._write_anchors()
        for element in self._stack:
            if element.kind in (ElementKind.INLINE, ElementKind.BLOCK):
                self._write(element.opening)

    def _end_run(self) -> None:
        if self._run is None:
            return
        written = self._piece[self._run :]
        # As in a web browser, a <br> at the end of a paragraph adds no empty line.
        if written and written[-1] == "<br>":
            self._piece.pop()
            if not any(part[:1] != "<" or part[:4] in ("<br>", "<img") for part in written[:-1]):
                self._write("&nbsp;")
        self._share_width()
        for element in reversed(self._stack):
            if element.kind in (ElementKind.INLINE, ElementKind.BLOCK):
                self._write(element.closing)
        self._write(self._closes)
        self._run = None

    def _is_empty_head(self) -> bool:
        """Return whether the row that has ended is a heading of a table without any text."""
        block, _, shown = self._row
        is_head = bool(self._stack) and self._stack[-1].tag == "thead"
        return is_head and block == len(self.blocks) and shown == self._shown

    def _share_width(self) -> None:
        """Let the pictures of lines without text share the width, as those of a table do.

        The title of an image is the number of pictures that have to fit side by side.
        """
        start = self._run
        if start is None or not any(part.startswith("<img ") for part in self._piece[start:]):
            return
        least = _IN_CELL if any(e.tag in ("td", "th") for e in self._stack) else 1
        line: list[int] = []
        has_text = False
        for index in range(start, len(self._piece) + 1):
            part = self._piece[index] if index < len(self._piece) else "<br>"
            if part == "<br>":
                count = least if has_text else max(least, min(len(line), _MOST_SIDE_BY_SIDE))
                for image in line if count > 1 else ():
                    self._piece[image] = f'{self._piece[image][:-1]} title="{count}">'
                line, has_text = [], False
            elif part.startswith("<img "):
                if not _SMALL.search(part):
                    line.append(index)
            elif part[:1] != "<" and part.strip():
                has_text = True

    def _write(self, text: str) -> None:
        if text and not self._hidden:
            self._piece.append(text)
            self._length += len(text)

    def _perhaps_break(self) -> None:
        """Start a new block if the current one is long enough, and all open boxes can be split.

        One that is far too long is split anyway.
        """
        if self._length < _PIECE or self._hidden:
            return
        if self._is_splittable or self._length > _LONGEST_PIECE:
            self._next_piece()

    @property
    def _is_splittable(self) -> bool:
        """Whether all open boxes can be split between blocks."""
        parted = _PARTED if self._length > _LONG_PIECE else _PARTED - _PANELS
        return all(
            e.kind in (ElementKind.INLINE, ElementKind.BLOCK) or e.tag in parted
            for e in self._stack
        )

    def _next_piece(self) -> None:
        """End the block, and open its boxes again in the next one."""
        self._end_piece()
        self._is_continued = True
        self._open_again()

    def _open_again(self) -> None:
        numbers = iter(self._numbers)
        for element in self._stack:
            if element.tag == "ol":
                self._write(f'<ol start="{next(numbers, 1)}">')
            elif element.kind in (ElementKind.BOX, ElementKind.LINE):
                self._write(element.opening.replace("margin: 4px 0 4px 0", "margin: 0"))

    def _end_piece(self) -> None:
        self._end_run()
        for element in reversed(self._stack):
            if element.kind in (ElementKind.BOX, ElementKind.LINE):
                self._write(element.closing)
        if self._shown > self._shown_before:
            self.blocks.append("".join(self._piece))
        self._piece, self._length = [], 0
        self._is_continued = False
        self._shown_before = self._shown

"""BBCode renderer: HTML of the website's structure, before sanitising."""

from __future__ import annotations

import re
from html import escape
from typing import Final, NamedTuple

from osubrowser.services.text.translation import tr

LONGEST: Final = 200_000
"""Characters of a text that are rendered; the rest is left out."""
_DEEPEST: Final = 40
_TAG: Final = re.compile(r"\[(/?)([a-zA-Z]{1,12}|\*)(?:=([^\]\n]{0,500}))?\]")
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?\Z|[a-zA-Z]{3,20}\Z")
_SIZE: Final = re.compile(r"[0-9]{1,3}\Z")
_ADDRESS: Final = re.compile(r"(?:https?:)?//\S{1,2000}\Z|/\S{0,2000}\Z", re.IGNORECASE)
_ID: Final = re.compile(r"[0-9]{1,15}\Z")

_PLAIN: Final = {
    "b": ("<strong>", "</strong>"),
    "i": ("<em>", "</em>"),
    "u": ("<u>", "</u>"),
    "s": ("<del>", "</del>"),
    "strike": ("<del>", "</del>"),
    "c": ("<code>", "</code>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
}
_BLOCKS: Final = {
    "centre": ("<center>", "</center>"),
    "center": ("<center>", "</center>"),
    "left": ('<div class="bbcode__align-left">', "</div>"),
    "right": ('<div class="bbcode__align-right">', "</div>"),
    "heading": ("<h2>", "</h2>"),
    "notice": ('<div class="well">', "</div>"),
    "quote": ("<blockquote>", "</blockquote>"),
    "list": ("<ul>", "</ul>"),
}
_RAW: Final = frozenset({"code", "img", "youtube", "audio", "email", "imagemap"})
"""Tags whose content is no markup."""
_BOX: Final = (
    '<div class="js-spoilerbox bbcode-spoilerbox">'
    '<a class="js-spoilerbox__link bbcode-spoilerbox__link" href="#">{}</a>'
    '<div class="js-spoilerbox__body bbcode-spoilerbox__body">'
)


class _Open(NamedTuple):
    """Open tag: its name, what closes it, and whether it is a block."""

    name: str
    closing: str
    is_block: bool


def bbcode_html(text: str) -> str:
    """Return BBCode as HTML; what is no tag of osu! is text. Takes linear time.

    The result has addresses and styles of the author: it must be sanitised before display.
    """
    return _Renderer(text[:LONGEST].replace("\r\n", "\n")).render()


class _Renderer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._out: list[str] = []
        self._stack: list[_Open] = []
        self._endless: set[str] = set()
        self._after_block = True

    def render(self) -> str:
        """Return the HTML of the whole text."""
        at = 0
        while (found := _TAG.search(self._text, at)) is not None:
            self._write(self._text[at : found.start()])
            at = found.end()
            name = found[2].lower()
            if found[1]:
                if not self._close(name):
                    self._write(found[0])
            elif name in _RAW or (name == "url" and found[3] is None):
                at = self._read_raw(name, found, at)
            elif not self._open(name, found[3]):
                self._write(found[0])
        self._write(self._text[at:])
        while self._stack:
            self._out.append(self._stack.pop().closing)
        return f'<div class="bbcode">{"".join(self._out)}</div>'

    def _write(self, text: str) -> None:
        if not text:
            return
        if self._after_block:  # the line break after a block is its end
            text = text.removeprefix("\n")
        self._after_block = False
        self._out.append(escape(text).replace("\n", "<br />"))

    # --- tags ---------------------------------------------------------------------------------

    def _open(self, name: str, value: str | None) -> bool:
        """Open a tag; returns whether it is one."""
        if len(self._stack) >= _DEEPEST:
            return False
        if name == "*":
            return self._open_item()
        tags = _PLAIN.get(name) or _BLOCKS.get(name) or _valued(name, value)
        if tags is None:
            return False
        opening, closing = tags
        if name == "quote" and value:
            opening += _quoted(value)
        if name == "list" and value:
            opening, closing = "<ol>", "</ol>"
        is_block = name in _BLOCKS or name in ("box", "spoilerbox")
        self._out.append(opening)
        self._stack.append(_Open(name, closing, is_block))
        self._after_block = is_block
        return True

    def _open_item(self) -> bool:
        names = [one.name for one in self._stack]
        if "list" not in names:
            return False
        lists = len(names) - 1 - names[::-1].index("list")
        while len(self._stack) > lists + 1:
            self._out.append(self._stack.pop().closing)
        self._out.append("<li>")
        self._stack.append(_Open("*", "</li>", is_block=True))
        self._after_block = True
        return True

    def _close(self, name: str) -> bool:
        """Close a tag, and those that were opened inside it; returns whether it is open."""
        if name not in (one.name for one in self._stack):
            return False
        while True:
            last = self._stack.pop()
            self._out.append(last.closing)
            if last.name == name:
                self._after_block = last.is_block
                return True

    def _read_raw(self, name: str, found: re.Match[str], at: int) -> int:
        """Write a tag whose content is no markup; returns where the text goes on."""
        end = None
        if name not in self._endless:  # else each of many would be sought up to the end
            end = re.compile(rf"\[/{name}\]", re.IGNORECASE).search(self._text, at)
        if end is None:
            self._endless.add(name)
            self._write(found[0])
            return at
        self._out.append(_raw(name, self._text[at : end.start()], found[3]))
        self._after_block = name in ("code", "youtube", "imagemap")
        return end.end()


def _quoted(name: str) -> str:
    heading = tr("{player} wrote:").format(player=name.strip('"'))
    return f"<h4>{escape(heading)}</h4>"


def _valued(name: str, value: str | None) -> tuple[str, str] | None:
    """Return opening and closing of a tag with a value; None for no tag."""
    given = (value or "").strip().strip('"')
    match name:
        case "color" | "colour" if _COLOUR.match(given):
            return f'<span style="color:{given};">', "</span>"
        case "size" if _SIZE.match(given):
            return f'<span style="font-size:{min(max(int(given), 30), 200)}%;">', "</span>"
        case "url" if _ADDRESS.match(given):
            return f'<a rel="nofollow" href="{escape(given)}">', "</a>"
        case "email" if "@" in given:
            return "<span>", "</span>"
        case "profile":
            user = given if _ID.match(given) else ""
            return (f'<a href="https://osu.ppy.sh/users/{user}">', "</a>") if user else ("", "")
        case "box":
            return _BOX.format(escape(given) or tr("SPOILER")), "</div></div>"
        case "spoilerbox":
            return _BOX.format(tr("SPOILER")), "</div></div>"
    return None


def _raw(name: str, content: str, value: str | None) -> str:
    """Return the HTML of a tag whose content is no markup."""
    said = content.strip()
    match name:
        case "code":
            return f"<pre>{escape(content.strip(chr(10)))}</pre>"
        case "img" if _ADDRESS.match(said):
            return f'<img alt="" src="{escape(said)}" />'
        case "url" if _ADDRESS.match(said):
            return f'<a rel="nofollow" href="{escape(said)}">{escape(said)}</a>'
        case "youtube" if re.fullmatch(r"[\w-]{1,20}", said):
            there = f"https://www.youtube.com/watch?v={said}"
            video = escape(tr("Video"))
            return f'<a rel="nofollow" href="{there}">{video}: {there}</a>'
        case "audio" if _ADDRESS.match(said):
            sound = escape(tr("Sound"))
            return f'<a rel="nofollow" href="{escape(said)}">{sound}</a>'
        case "email":
            return escape(said)
        case "imagemap":
            first = said.partition("\n")[0].strip()
            return f'<img alt="" src="{escape(first)}" />' if _ADDRESS.match(first) else ""
    return escape(f"[{name}{'=' + value if value else ''}]{content}[/{name}]")

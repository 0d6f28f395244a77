"""BBCode renderer: the HTML of forum posts and user pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from osubrowser.demo.world.markdown import escape

_PAIRS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\[b\](.*?)\[/b\]", r"<strong>\1</strong>"),
    (r"\[i\](.*?)\[/i\]", r"<em>\1</em>"),
    (r"\[u\](.*?)\[/u\]", r"<u>\1</u>"),
    (r"\[(?:s|strike)\](.*?)\[/(?:s|strike)\]", r"<del>\1</del>"),
    (r"\[centre\](.*?)\[/centre\]", r"<center>\1</center>"),
    (r"\[right\](.*?)\[/right\]", r'<div class="bbcode__align-right">\1</div>'),
    (r"\[heading\](.*?)\[/heading\]\n?", r"<h2>\1</h2>"),
    (r"\[notice\]\n?(.*?)\n?\[/notice\]\n?", r"<div class='well'>\1</div>"),
    (
        r"\[quote=&quot;([^&\]]{1,40})&quot;\]\n?(.*?)\n?\[/quote\]\n?",
        r"<blockquote><h4>\1 wrote:</h4>\2</blockquote>",
    ),
    (r"\[quote\]\n?(.*?)\n?\[/quote\]\n?", r"<blockquote>\1</blockquote>"),
    (r"\[code\]\n?(.*?)\n?\[/code\]\n?", r"<pre>\1</pre>"),
    (r"\[c\](.*?)\[/c\]", r"<code>\1</code>"),
    (
        r"\[color=(#[0-9a-fA-F]{3,6}|[a-z]{3,20})\](.*?)\[/color\]",
        r'<span style="color:\1;">\2</span>',
    ),
    (r"\[size=(\d{2,3})\](.*?)\[/size\]", r'<span style="font-size:\1%;">\2</span>'),
    (
        r"\[(?:spoilerbox|box=([^\]\n]{1,60}))\]\n?(.*?)\n?\[/(?:spoilerbox|box)\]\n?",
        lambda match: _box(match[1], match[2]),
    ),
    (r"\[url=(https?://[^\]\s]+)\](.*?)\[/url\]", r'<a rel="nofollow" href="\1">\2</a>'),
    (r"\[url\](https?://[^\[\s]+)\[/url\]", r'<a rel="nofollow" href="\1">\1</a>'),
    (
        r"\[profile=(\d{1,18})\](.*?)\[/profile\]",
        r'<a class="js-usercard" data-user-id="\1" href="https://osu.ppy.sh/users/\1">\2</a>',
    ),
    (
        r"\[img\](https?://[^\[\s]+)\[/img\]",
        r'<span class="proportional-container"><img alt="" src="\1" loading="lazy" /></span>',
    ),
)
_PATTERNS = tuple(
    (
        re.compile(pattern, re.DOTALL),
        markup,
        tuple(re.findall("[a-z]+", pattern.rpartition("/")[2].partition(r"\]")[0])),
    )
    for pattern, markup in _PAIRS
)
"""What is sought, what comes in its place, and the tags that may end it."""
_LIST = re.compile(r"\[list(=1)?\]\n?(.*?)\[/list\]\n?", re.DOTALL)
_SMILIES = {
    ":)": ("icon_e_smile", "Smile"),
    ":D": ("icon_e_biggrin", "Happy"),
    ";)": ("icon_e_wink", "Wink"),
    ":(": ("icon_e_sad", "Sad"),
    ":o": ("icon_e_surprised", "Surprised"),
}
_SMILEY = re.compile(r"(?<!\S)(:\)|:D|;\)|:\(|:o)(?!\S)")


def to_html(text: str) -> str:
    """Return a forum post as HTML. Nothing of the text itself is taken for markup but BBCode."""
    shown = escape(text)
    for _ in range(3):  # tags inside tags of the same kind
        before = shown
        for pattern, markup, tags in _PATTERNS:
            shown = _replaced(shown, pattern, markup, tags)
        shown = _replaced(shown, _LIST, _list, ("list",))
        if shown == before:
            break
    shown = _SMILEY.sub(_smiley, shown)
    return f"<div class='bbcode'>{shown.replace(chr(10), '<br />')}</div>"


def _replaced(
    text: str,
    pattern: re.Pattern[str],
    markup: str | Callable[[re.Match[str]], str],
    tags: tuple[str, ...],
) -> str:
    """Return a text with its markup replaced, up to the last end of one of the tags.

    Beyond there nothing is found, and seeking it from each beginning would take for ever.
    """
    end = max(text.rfind(f"[/{tag}]") + len(tag) + 4 for tag in tags)
    return pattern.sub(markup, text[:end]) + text[end:]


def both(text: str) -> dict[str, str]:
    """Return one line as it is written and as it is shown, as polls carry it."""
    html = to_html(text).removeprefix("<div class='bbcode'>").removesuffix("</div>")
    return {"bbcode": text, "html": html}


def _list(match: re.Match[str]) -> str:
    items = [part.strip() for part in match[2].split("[*]")]
    inner = "".join(f"<li>{item}</li>" for item in items if item)
    return f"<ol>{inner}</ol>" if match[1] else f"<ul class='unordered'>{inner}</ul>"


def _box(title: str | None, inside: str) -> str:
    return (
        '<div class="js-spoilerbox bbcode-spoilerbox">'
        '<a class="js-spoilerbox__link bbcode-spoilerbox__link" href="#">'
        '<span class="bbcode-spoilerbox__link-icon"></span>'
        f'<span class="bbcode-spoilerbox__link-text">{title or "SPOILER"}</span></a>'
        f'<div class="js-spoilerbox__body bbcode-spoilerbox__body">{inside}</div></div>'
    )


def _smiley(match: re.Match[str]) -> str:
    file, title = _SMILIES[match[1]]
    return (
        f'<img class="smiley" src="https://osu.ppy.sh/forum/images/smilies/{file}.gif"'
        f' alt="{match[1]}" title="{title}" />'
    )

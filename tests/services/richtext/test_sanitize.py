"""Formatted text from a server: only what is allowed is left, in pieces, whatever it is made of."""

from __future__ import annotations

import json
import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.places.places import (
    BeatmapPlace,
    Place,
    ThingPlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.richtext.links import link, link_target, picture
from osubrowser.services.richtext.sanitize import LONGEST, RichText, clean, formatted
from osubrowser.services.richtext.style import RichTextStyle, readable
from tests.conftest import ANSWERS

ORIGIN = "https://osu.ppy.sh"
LOOK = RichTextStyle("#2a2226", "#ede5e8", "#a38f97", "#d8a8bd", "#463a40", "#705c64")
WRITTEN = "a b br hr i img li ol p pre s small span sub sup table td th tr u ul"
ATTRIBUTES = frozenset(
    {"align", "bgcolor", "border", "cellpadding", "cellspacing", "colspan", "height", "href"}
    | {"src", "start", "style", "width"}
)


class Reader(HTMLParser):
    """Reads what was written: elements, attributes, words, and whether all of it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.open: list[str] = []
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)
            self.deepest = max(self.deepest, len(self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def show(
    html: str, *, opened: frozenset[int] = frozenset(), look: RichTextStyle = LOOK
) -> RichText:
    return formatted(html, origin=ORIGIN, look=look, opened=opened)


def read(text: RichText) -> Reader:
    """Read all pieces; each must be whole, and have nothing but what may be written."""
    reader = Reader()
    for block in text.blocks:
        reader.feed(block)
        assert not reader.open, block
    reader.close()
    assert set(reader.tags) <= set(WRITTEN.split())
    assert {name for name, _ in reader.attributes} <= ATTRIBUTES
    for name, value in reader.attributes:
        if name == "style":
            assert "url" not in value
            assert "(" not in value
        if name in ("href", "src"):
            assert re.match(r"(https?|osu|osump)://|#box-\d+\Z", value), value
    return reader


def links(text: RichText) -> list[str]:
    return [value for name, value in read(text).attributes if name == "href"]


# --- what is harmless is shown ---------------------------------------------------------------


def test_the_real_page_of_a_player_is_shown_with_its_colours_and_links() -> None:
    path = ANSWERS / "v2" / "get_user_200.json"
    if not path.exists():
        pytest.skip("the recorded responses (../shared) are not beside this checkout")
    text = show(json.loads(path.read_text())["page"]["html"])
    reader = read(text)
    assert reader.words.count("(๑・ω・๑)") == 3
    assert "dev blog | changelog | make osu! more awesome! | osu!stream (iOS)" in reader.words
    assert links(text)[:2] == ["http://blog.ppy.sh/", "http://osu.ppy.sh/p/changelog"]
    styles = {value for name, value in reader.attributes if name == "style"}
    assert {"color: #f462a3", "font-size: 11px", "font-size: 20px"} <= styles
    assert not text.is_cut


def test_words_after_a_centred_part_are_not_centred() -> None:
    text = show('<div>a<div class="bbcode__align-centre">b<br></div><b>c</b> d</div>')
    aligned = re.findall(r'<p align="(\w+)"[^>]*>(.*?)</p>', text.blocks[0])
    assert aligned == [("left", "a"), ("center", "b"), ("left", "<b>c</b> d")]


def test_a_colour_that_cannot_be_read_is_made_readable() -> None:
    dark = show('<span style="color:#000">x</span><span style="color: Yellow">y</span>')
    assert "color: #000" not in dark.blocks[0]
    assert "color: #ffff00" in dark.blocks[0]
    paper = RichTextStyle("#ffffff", "#222222", "#555555", "#aa0044", "#eeeeee", "#cccccc")
    assert "#ffff00" not in show('<span style="color:yellow">y</span>', look=paper).blocks[0]
    assert readable("no colour", LOOK) is None
    assert readable("#12", LOOK) is None


def test_lists_quotes_notices_code_headings_and_tables_are_kept() -> None:
    reader = read(
        show(
            "<h2>h</h2><ul><li>one<ol><li>two</li></ol></li></ul><blockquote>q</blockquote>"
            "<div class='well'>n</div><pre>  c</pre><code>d</code>"
            "<table><tr><th>e</th><td colspan=100000>f</td></tr></table><hr>"
        )
    )
    assert {"ul", "ol", "li", "pre", "table", "th", "td", "hr"} <= set(reader.tags)
    assert reader.words == "honetwoqn  cdef"
    assert ("colspan", "12") in reader.attributes


def test_a_spoiler_box_opens_by_its_head() -> None:
    html = (
        "<div class='js-spoilerbox bbcode-spoilerbox'>"
        "<a class='js-spoilerbox__link bbcode-spoilerbox__link' href='#'>Head</a>"
        "<div class='js-spoilerbox__body bbcode-spoilerbox__body'>secret</div></div>"
    )
    closed = show(html + html)
    assert closed.boxes == 2
    assert links(closed) == ["#box-0", "#box-1"]
    assert "secret" not in "".join(closed.blocks)
    opened = read(show(html + html, opened=frozenset({1})))
    assert opened.words == "▸ Head▾ Headsecret"


def test_a_box_without_a_head_is_open() -> None:
    box = "<div class='js-spoilerbox'><div class='js-spoilerbox__body'>seen</div></div>"
    assert read(show(box)).words == "seen"


def test_what_cannot_be_played_here_is_linked_to() -> None:
    text = show('<iframe src="https://www.youtube.com/embed/x"></iframe><video src="/v.mp4">')
    assert links(text) == ["https://www.youtube.com/embed/x", "https://osu.ppy.sh/v.mp4"]
    assert "Video on www.youtube.com" in read(text).words


def test_a_picture_has_the_size_that_its_frame_says() -> None:
    text = show(
        '<span class="proportional-container" style="width:1440px" data-width="1440">'
        '<span class="proportional-container__height" style="padding-bottom:50%;">'
        '<img src="https://i.ppy.sh/a.png"></span></span>'
        '<img class="smiley" src="https://osu.ppy.sh/s.gif"><img src="https://i.ppy.sh/b.png">'
    )
    assert text.pictures == (
        "https://i.ppy.sh/a.png",
        "https://osu.ppy.sh/s.gif",
        "https://i.ppy.sh/b.png",
    )
    sizes = [
        (m["src"], m["size"])
        for m in re.finditer(r'<img src="(?P<src>[^"]+)"(?P<size>[^>]*)>', text.blocks[0])
    ]
    assert [size for _, size in sizes] == [
        ' width="720" height="360"',
        ' width="18" height="18"',
        "",
    ]


# --- what is not is gone ---------------------------------------------------------------------

HOSTILE = """
<script>alert(1)</script><style>p { background: url(https://evil.example/s) }</style>
<img src=x onerror=alert(1)><img src="file:///etc/passwd"><img src="data:image/png;base64,AAAA">
<img src="https://evil.example/p.png" alt="pixel"><img src="https://ppy.sh.evil.example/p.png">
<img src="https://a.ppy.sh@evil.example/p.png"><img src="//evil.example/p.png">
<img src="https://i.ppy.sh:8443/p.png"><img src="\\\\server\\share\\p.png">
<a href="javascript:alert(1)">js</a><a href="JaVaScRiPt:alert(1)">js</a>
<a href="&#106;avascript:alert(1)">js</a><a href="java\tscript:alert(1)">js</a>
<a href="file:///etc/passwd">file</a><a href="data:text/html,x">data</a>
<a href="vbscript:x">vb</a><a href="osu://spectate/../x">game</a>
<div style="background-image: url(file:///etc/passwd); position: fixed">styled</div>
<span style="color: url(https://evil.example/c); font-size: 99999%">big</span>
<iframe src="file:///etc/passwd"></iframe><object data="x">o</object><embed src="x">
<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>svg</text></a></svg>
<form action="https://evil.example"><input value="typed"><button>press</button></form>
<link rel="stylesheet" href="https://evil.example/s.css"><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<table background="https://evil.example/t.png"><tr><td background="file:///x">cell</td></tr></table>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">n</noscript>
<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></math>
"""


def test_nothing_hostile_is_left() -> None:
    text = show(HOSTILE)
    written = "".join(text.blocks)
    reader = read(text)
    for word in ("script", "file:", "data:", "url(", "onerror", "typed", "press", "passwd"):
        assert word not in written, word
    # Only what begins like a picture of the server's own is one.
    assert text.pictures == ("https://osu.ppy.sh/x",)
    assert all(word in reader.words for word in ("styled", "big", "cell", "pixel"))
    for address in links(text):
        assert address.startswith("https://")
    sizes = [int(n) for n in re.findall(r"font-size: (\d+)px", written)]
    assert max(sizes) <= 40


def test_marks_that_turn_the_direction_and_control_characters_are_gone() -> None:
    text = show("a\u202eb\u2066c\x07d\ue000")
    assert read(text).words == "abcd\ue000"


@pytest.mark.parametrize(
    ("html", "seconds"),
    [
        ("<div>" * 200_000 + "deep", 3.0),
        ("<b>" * 100_000 + "bold", 3.0),
        ("<table><tr><td>" * 30_000 + "cells", 3.0),
        ("x" * 20_000_000, 3.0),
        ("<b>ab</b><br>" * 300_000, 3.0),
        ("<a title='" + "t" * 1_000_000 + "'>", 3.0),
        ("<!--" * 200_000, 3.0),
        ("&amp" * 500_000, 3.0),
        ("<img src='https://i.ppy.sh/a.png'>" * 50_000, 3.0),
        ("<ul><li>" * 50_000, 3.0),
    ],
)
def test_what_is_endless_is_cut_before_it_costs_much(html: str, seconds: float) -> None:
    began = time.perf_counter()
    text = show(html)
    assert time.perf_counter() - began < seconds
    reader = read(text)
    assert len(reader.words) <= LONGEST + 200  # the last words may stand for a picture
    assert reader.deepest <= 150
    assert len(text.pictures) <= 200
    assert all(len(block) < 16_000 for block in text.blocks)
    assert text.is_cut


def test_an_ordinary_text_is_not_cut() -> None:
    text = show("<p>word </p>" * 500)
    assert not text.is_cut
    assert read(text).words.split() == ["word"] * 500
    assert len(text.blocks) > 1


@given(st.text(st.sampled_from("<>/\"'= abdipsvrhefcolu:&#;!-[]()x1\u202e\n"), max_size=300))
def test_whatever_comes_only_the_known_is_written(html: str) -> None:
    read(show(html))
    read(show(f"<div class='well'><a href='{html}'>{html}</a><img src='{html}'>{html}</div>"))


PARTS = """
<b> </b> <p> </p> <div> </div> <center> </center> <table> <tr> <td> </td> </tr> </table> <ul> <li>
</li> </ul> <pre> </pre> <h1> </h1> <a&href='/u/2'> </a> <br> words <hr> <blockquote> </blockquote>
<dd> </dd> <code> </code> <img&src='/x'> <summary> </summary> <div&class='js-spoilerbox'>
<div&class='js-spoilerbox__body'>
"""


@given(st.lists(st.sampled_from(PARTS.split()), max_size=60))
def test_every_piece_is_whole_however_elements_are_nested(parts: list[str]) -> None:
    read(show("".join(parts).replace("&", " ")))
    cleaned, is_cut = clean("".join(parts))
    assert not is_cut
    assert "javascript" not in cleaned


# --- where links and pictures lead -----------------------------------------------------------


@pytest.mark.parametrize(
    ("href", "place", "web"),
    [
        ("/users/2", UserPlace(2), False),
        ("https://osu.ppy.sh/b/1", BeatmapPlace(1), False),
        ("osu://b/1", BeatmapPlace(1), False),
        ("http://osu.ppy.sh/wiki/en/FAQ", ThingPlace("wiki", "en/FAQ"), False),
        ("https://osu.ppy.sh/legal", WebAddress("https://osu.ppy.sh/legal"), True),
        ("https://osu.ppy.sh@evil.example/", WebAddress("https://osu.ppy.sh@evil.example/"), True),
        ("https://blog.example/a?b=c#d", WebAddress("https://blog.example/a?b=c#d"), True),
    ],
)
def test_a_link_leads_to_our_page_or_to_the_web_browser(href: str, place: Place, web: bool) -> None:
    assert link_target(href, ORIGIN) == (place, web)


@pytest.mark.parametrize(
    "href",
    ["", "javascript:1", "file:///x", "data:,x", "ftp://x/", "https://", "http://[", "osu://x",
     "mailto:a@b", "https://a b/", "x" * 3000,
     "http:///x", "https://a\u202eb/", "about:blank"],
)  # fmt: skip
def test_a_link_that_nobody_should_follow_is_none(href: str) -> None:
    assert link(href, ORIGIN) is None


def test_pictures_are_of_osus_hosts_or_of_the_server_in_use() -> None:
    demo = "http://127.0.0.1:8080"
    assert picture("/a.png", demo) == f"{demo}/a.png"
    assert picture("https://a.ppy.sh/2?1.png", demo) == "https://a.ppy.sh/2?1.png"
    assert picture("http://s.ppy.sh/a.gif", ORIGIN) == "https://s.ppy.sh/a.gif"
    for src in (
        "http://127.0.0.1:8081/a.png",
        "https://ppy.sh.example/a.png",
        "https://notppy.sh/a.png",
        "https://x@a.ppy.sh/a.png",
        "https://a.ppy.sh:444/a.png",
        "osu://b/1",
        "file:///a.ppy.sh",
    ):
        assert picture(src, demo) is None, src

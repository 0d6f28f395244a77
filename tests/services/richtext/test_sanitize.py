"""Formatted text from a server: only what is allowed is left, in pieces, whatever it is made of."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from osubrowser.services.richtext.rich_text import RichText
from osubrowser.services.richtext.sanitize import ARTICLE, LONGEST, clean, formatted
from osubrowser.services.richtext.style import RichTextStyle, readable
from tests.conftest import raw_answer
from tests.costs import growth

ORIGIN = "https://osu.ppy.sh"
LOOK = RichTextStyle("#2a2226", "#ede5e8", "#a38f97", "#d8a8bd", "#463a40", "#705c64")
WRITTEN = "a b br hr i img li ol p pre s small span sub sup table td th tr u ul"
ATTRIBUTES = frozenset(
    {"align", "bgcolor", "border", "cellpadding", "cellspacing", "colspan", "height", "href"}
    | {"name", "src", "start", "style", "title", "width"}
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
            assert re.match(r"(https?|osu|osump)://|#\S|mailto:[\w.@-]+\Z", value), value
    return reader


def links(text: RichText) -> list[str]:
    return [value for name, value in read(text).attributes if name == "href"]


# --- what is harmless is shown ---------------------------------------------------------------


def test_the_real_page_of_a_player_is_shown_with_its_colours_and_links() -> None:
    sent = raw_answer("v2/get_user_200.json")["page"]["html"]
    text = show(sent)
    reader = read(text)
    said = unescape(re.sub(r"<[^>]*>", "", sent))
    assert said.count("・๑)") == 3
    assert "".join(reader.words.split()) == "".join(said.split())
    assert links(text)[:2] == ["http://blog.ppy.sh/", "http://osu.ppy.sh/p/changelog"]
    assert links(text) == re.findall(r'href="([^"]+)"', sent)
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
        ' width="720" height="360" title="2"',  # two fit side by side
        ' width="18" height="18"',
        ' title="2"',
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


def test_lone_surrogates_are_left_out() -> None:
    assert clean("<b>o\ud800s\x00u</b>") == ("<b>osu</b>", False)


def test_marks_that_turn_the_direction_and_control_characters_are_gone() -> None:
    text = show("a\u202eb\u2066c\x07d\ue000")
    assert read(text).words == "abcd\ue000"


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<div>", 200_000),
        ("<b>", 100_000),
        ("<table><tr><td>", 30_000),
        ("x", 20_000_000),
        ("<b>ab</b><br>", 300_000),
        ("<a title='" + "t" * 1_000_000 + "'>", 1),
        ("<!--", 200_000),
        ("&amp", 500_000),
        ("<img src='https://i.ppy.sh/a.png'>", 50_000),
        ("<ul><li>", 50_000),
    ],
)
def test_what_is_endless_is_cut(html: str, count: int) -> None:
    text = show(html * count + "deep")
    reader = read(text)
    assert len(reader.words) <= LONGEST + 200  # the last words may stand for a picture
    assert reader.deepest <= 150
    assert len(text.pictures) <= 200
    assert all(len(block) < 16_000 for block in text.blocks)
    assert text.is_cut


@pytest.mark.parametrize(
    "html",
    [
        "<div>",
        "<b>",
        "<table><tr><td>",
        "<b>ab</b><br>",
        "<!--",
        "&amp",
        "<img src='https://i.ppy.sh/a.png'>",
        "<ul><li>",
    ],
)
def test_ten_times_as_much_costs_no_square_of_it(html: str) -> None:
    """Ten times as much may cost ten times as much, beside the noise; a hundred times, never."""
    assert growth(lambda count: show(html * count), 50_000) < 30


# --- long articles ---------------------------------------------------------------------------


def test_an_article_may_be_far_longer_than_a_post() -> None:
    html = "".join(f"<h2 id='s{n}'>Section {n}</h2><p>{'word ' * 50}</p>" for n in range(2_000))
    assert show(html).is_cut
    text = formatted(html, origin=ORIGIN, look=LOOK, limits=ARTICLE)
    assert not text.is_cut
    assert len(text.headings) == 2_000
    assert text.headings[7] == (2, "Section 7", "s7")
    block = text.anchors["s1999"]
    assert "Section 1999" in text.texts[block]
    assert max(map(len, text.blocks)) < 6_000


@pytest.mark.parametrize("piece", ["<b></p>", "<i></b>x", "<div>", "<table><tr>", "<p><b>x</p>"])
def test_nesting_of_an_article_is_cut_as_that_of_a_post(piece: str) -> None:
    text = formatted(piece * 100_000, origin=ORIGIN, look=LOOK, limits=ARTICLE)
    assert text.is_cut


@pytest.mark.parametrize(
    "piece", ["<span style='color:red'>x</span>", "<img src='https://i.ppy.sh/a.png'>", "x<br>"]
)
def test_no_block_of_an_article_is_long(piece: str) -> None:
    text = formatted(piece * 5_000, origin=ORIGIN, look=LOOK, limits=ARTICLE)
    assert max(map(len, text.blocks)) < 20_000


def test_a_long_list_goes_on_with_its_numbers() -> None:
    html = f"<ol start='3'>{'<li>some words of an item</li>' * 500}</ol>"
    text = show(html)
    assert len(text.blocks) > 3
    starts = [int(re.search(r'<ol start="(\d+)"', block)[1]) for block in text.blocks]  # type: ignore[index]
    items = [block.count("<li>") for block in text.blocks]
    assert starts == [3 + sum(items[:n]) for n in range(len(items))]


def test_a_box_that_ends_with_its_block_is_not_opened_again() -> None:
    words = "word " * 600
    text = show(f'<div class="well">{words}</div><p>after</p>')
    assert sum("bgcolor" in block for block in text.blocks) <= 2
    assert all("word" in block or "after" in block for block in text.blocks)


def test_an_empty_heading_of_a_table_is_left_out() -> None:
    head = "<thead><tr><th></th><th> </th></tr></thead>"
    text = show(f"<table>{head}<tbody><tr><td>a</td><td>b</td></tr></tbody></table>")
    assert "<th" not in text.blocks[0]
    assert text.blocks[0].count("<tr>") == 1


def test_pictures_of_a_line_share_its_width() -> None:
    image = "<img src='https://i.ppy.sh/a.png'>"
    assert show(f"<p>{image}</p>").blocks[0].count("title=") == 0
    assert show(f"<p>{image} {image} {image}</p>").blocks[0].count('title="3"') == 3
    assert "title" not in show(f"<p>words {image} {image}</p>").blocks[0]
    assert show(f"<table><tr><td>{image}</td></tr></table>").blocks[0].count('title="3"') == 1

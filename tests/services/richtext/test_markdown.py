"""osu!'s Markdown: text, structure, links, pictures and anchors as the website makes them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import ClassVar
from urllib.parse import urljoin

import pytest

from osubrowser.services.places.places import WebAddress
from osubrowser.services.richtext import wiki_html
from osubrowser.services.richtext.links import link, link_target
from osubrowser.services.richtext.markdown import STYLE_CLASSES, markdown_text, to_html
from osubrowser.services.richtext.rich_text import RichText
from osubrowser.services.richtext.sanitize import formatted
from osubrowser.services.richtext.style import RichTextStyle
from tests.conftest import SHARED
from tests.costs import growth, ratio

CASES = SHARED / "cases" / "wiki-markdown"
ORIGIN = "https://osu.ppy.sh"
LOOK = RichTextStyle("#2a2226", "#ede5e8", "#a38f97", "#d8a8bd", "#463a40", "#705c64")
BLOCKS = frozenset({"p", "div", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}) | {
    f"h{rank}" for rank in range(1, 7)
}
SHAPE = BLOCKS - {"div"} | frozenset(["strong", "em", "sup", "br"])
FLAG = re.compile(r"url\('([^']+)'\)")


class Outline(HTMLParser):
    """Text, structure, links, pictures and anchors of HTML, without class names.

    A `div` counts only as a panel, which is an alert or a style block; others group on the website.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.anchors: list[str] = []
        self._divs: list[bool] = []
        self._text = ""
        self.feed(html)
        self.close()
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in BLOCKS or tag == "br":
            self._flush()
        if "id" in given:
            self.anchors.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag == "img":
            self.pictures.append(given["src"])
        self.pictures += FLAG.findall(given.get("style", ""))
        if tag == "div":
            names = given.get("class", "")
            self._divs.append(any(word in names for word in ("alert", "class-name", "panel")))
        if tag in SHAPE or (tag == "div" and self._divs[-1]):
            side = given.get("align", "")
            self.parts.append(f"<{tag} {side}>" if side else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._flush()
        if tag == "div":
            if self._divs.pop():
                self.parts.append("</div>")
        elif tag in SHAPE:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._text += data

    def _flush(self) -> None:
        # White space between inline elements differs: the website's test data is indented.
        text = "".join(self._text.split())
        self._text = ""
        if text:
            self.parts.append(text)


def case_names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.md")) if CASES.is_dir() else []


def html_of(name: str) -> tuple[str, str]:
    markdown = (CASES / f"{name}.md").read_text("utf-8")
    website = (CASES / f"{name}.html").read_text("utf-8")
    return to_html(markdown, classes=frozenset({"class-name"})), website


def show(markdown: str, page: tuple[str, str] | None = ("en", "Beatmap")) -> RichText:
    return markdown_text(markdown, origin=ORIGIN, look=LOOK, page=page)


def words(text: RichText) -> str:
    return " ".join(" ".join(re.sub(r"<[^>]*>", " ", block) for block in text.blocks).split())


def attribute(name: str, text: RichText) -> list[str]:
    return re.findall(rf' {name}="([^"]*)"', "".join(text.blocks))


# --- the website's own test data -------------------------------------------------------------


def test_the_pieces_of_the_website_are_all_there() -> None:
    if not CASES.is_dir():
        pytest.skip("the website's pieces (../shared/cases/wiki-markdown) are not there")
    assert len(case_names()) == 18


@pytest.mark.parametrize("name", case_names())
def test_a_piece_has_the_text_structure_links_pictures_and_anchors_of_the_website(
    name: str,
) -> None:
    ours, theirs = map(Outline, html_of(name))
    assert ours.parts == theirs.parts
    assert ours.links == theirs.links
    assert ours.pictures == theirs.pictures
    assert ours.anchors == theirs.anchors


class Tree(HTMLParser):
    """Start tags with the attributes that matter, end tags and text of HTML, in order."""

    _KEPT: ClassVar = ("id", "href", "src", "alt", "title", "align", "start", "colspan")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kept = [f"{name}={given[name]}" for name in self._KEPT if name in given]
        kept += FLAG.findall(given.get("style", ""))
        self.parts.append(f"<{' '.join((tag, *kept))}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        # The website's test data is indented.
        text = "".join(data.split())
        if text and self.parts and not self.parts[-1].startswith("<"):
            self.parts[-1] += text
        elif text:
            self.parts.append(text)


@pytest.mark.parametrize("name", case_names())
def test_a_piece_has_every_element_of_the_website(name: str) -> None:
    ours = wiki_html((CASES / f"{name}.md").read_text("utf-8"))
    assert Tree(ours).parts == Tree((CASES / f"{name}.html").read_text("utf-8")).parts


@pytest.mark.parametrize("name", case_names())
def test_a_piece_keeps_its_text_links_pictures_and_anchors_when_it_is_sanitised(name: str) -> None:
    html, website = html_of(name)
    theirs = Outline(website)
    text = formatted(html, origin=ORIGIN, look=LOOK)
    shown = "".join(words(text).replace("&nbsp;", "").split())
    said = "".join(part for part in theirs.parts if not part.startswith("<"))
    assert shown == "".join(said.split())
    assert attribute("href", text) == [link(one, ORIGIN) for one in theirs.links]
    assert attribute("src", text) == [urljoin(ORIGIN, one) for one in theirs.pictures]
    if text.blocks:  # of a text without anything to see, nothing is left
        made = {heading.id for heading in text.headings}  # for the table of contents
        names = attribute("name", text)
        assert [name for name in names if name not in made] == theirs.anchors


# --- osu!'s own syntax -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("---\ntags:\n  - a\n---\n\n# Title", "<h1>Title</h1>"),
        ("a <b>bold</b> <script>x</script> b", "<p>a bold x b</p>"),
        ("<!-- note -->\n\ntext", "<p>text</p>"),
        ("~~old~~", "<p><s>old</s></p>"),
        ("## Title {#other}", '<h2 id="other">Title</h2>'),
        ("## Title {id=other_name_here}", '<h2 id="other_name_here">Title</h2>'),
        ("{#next}\n\ntext", '<p id="next">text</p>'),
        ("a [link](/b){#x} c", '<p>a <a href="/b" id="x">link</a> c</p>'),
        ("a **bold**{id=y} c", '<p>a <strong id="y">bold</strong> c</p>'),
        ("text {no attributes} {#middle} text", "<p>text {no attributes} {#middle} text</p>"),
        ("{.class}\n\ntext", "<p>text</p>"),
        ("a ::b c:: ::d::", "<p>a <span>b c</span> <span>d</span></p>"),
        ("std::vector and ::", "<p>std::vector and ::</p>"),
        ("::{flag=nobody}:: x", "<p><span></span> x</p>"),
        ("`::code::{#x}`", "<p><code>::code::{#x}</code></p>"),
        (
            "::: Infobox\ntext\n\n- a\n- b\n:::\nafter",
            '<div class="osu-md__panel"> <p>text</p> <ul> <li><div>a</div></li> '
            "<li><div>b</div></li> </ul> </div> <p>after</p>",
        ),
        (
            "text\n::: Infobox\n::: alert-tip\nin\n:::\nout\n:::",
            '<p>text</p> <div class="osu-md__panel"> '
            '<div class="osu-md__alert osu-md__alert--tip"> <p>in</p> </div> <p>out</p> </div>',
        ),
        (
            "::: Infobox\n```\n:::\n```\n:::",
            '<div class="osu-md__panel"> <pre><code>::: </code></pre> </div>',
        ),
        ("[^none] text[^n]", "<p>[^none] text[^n]</p>"),
        ("a[^<b>]\n\n[^<b>]: c", '<p>a<sup id="fnref-&lt;b&gt;"><a href="#fn-&lt;b&gt;">1</a></sup>'
         '</p> <div><ol> <li id="fn-&lt;b&gt;"><p>c&nbsp;<a href="#fnref-&lt;b&gt;">↑</a></p> </li>'
         ' </ol></div>'),
    ],
)  # fmt: skip
def test_the_syntax_of_the_wiki(markdown: str, html: str) -> None:
    assert " ".join(to_html(markdown).split()) == html


def test_headings_of_a_wiki_page_have_anchors() -> None:
    html = to_html("# A `b` C\n\n## 曲\n\n## 曲\n\n### x {#own}\n\n## \n", page=("en", "A"))
    assert re.findall(r'<h\d id="([^"]+)"', html) == ["a-b-c", "曲", "曲.1", "own", "page"]
    assert "infobox" in STYLE_CLASSES


@pytest.mark.parametrize(
    ("address", "resolved"),
    [
        ("Rules", "/wiki/ja/Beatmap/Rules"),
        ("/wiki/Rules", "/wiki/ja/Rules"),
        ("/wiki/en/Rules", "/wiki/en/Rules"),
        ("/wiki/pt-br/Rules", "/wiki/pt-br/Rules"),
        ("/home/news", "/home/news"),
        ("#anchor", "#anchor"),
        ("https://a.example/b", "https://a.example/b"),
        ("//a.example/b", "//a.example/b"),
    ],
)
def test_addresses_of_a_wiki_page_start_at_the_page(address: str, resolved: str) -> None:
    html = to_html(f"[x]({address})", page=("ja", "Beatmap"))
    assert f'href="{resolved}"' in html
    assert f'href="{address}"' in to_html(f"[x]({address})")


@pytest.mark.parametrize(
    ("address", "resolved"),
    [
        ("img/a.png", "/wiki/images/Beatmap/img/a.png"),
        ("/wiki/shared/a.png", "/wiki/images/shared/a.png"),
        ("/wiki/images/a.png", "/wiki/images/a.png"),
        ("/assets/a.png", "/assets/a.png"),
        ("https://a.example/b.png", "https://a.example/b.png"),
    ],
)
def test_pictures_of_a_wiki_page_are_those_of_the_wiki(address: str, resolved: str) -> None:
    assert f'src="{resolved}"' in to_html(f"![]({address})", page=("en", "Beatmap"))


# --- safety ----------------------------------------------------------------------------------


def test_markdown_is_as_untrusted_as_html() -> None:
    text = show(
        "[a](javascript:alert(1)) [b](#box-0) [c](mailto:x@y.example?attach=/etc/passwd) "
        "![d](file:///etc/passwd) ![e](https://elsewhere.example/e.png) [f](mailto:x@y.example) "
        '<img src=x onerror=alert(1)> ::x::{id="\\"><img src=y>"} <a id="z">'
    )
    assert attribute("href", text) == ["https://elsewhere.example/e.png", "mailto:x@y.example"]
    assert text.pictures == ()
    assert "alert" not in "".join(re.findall(r"<[^>]*>", "".join(text.blocks)))
    mail = link_target("mailto:x@y.example", ORIGIN)
    assert mail == (WebAddress("mailto:x@y.example"), True)
    assert link_target("#anchor", ORIGIN) is None


def test_long_markdown_is_cut_and_says_so() -> None:
    text = show("word " * 100_000)
    assert text.is_cut


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "::: Infobox\n",
            ":::\n",
            "::a ",
            "a::b",
            "{#a} ",
            "{a=",
            "[^1]",
            "[^1]: ",
            "- ",
            "|a|\n",
        ),
        *(
            "> ",
            "*a **b ",
            "[a](",
            "![",
            "```\n",
            "::{flag=JP}::",
            "# {#a}\n",
            "<b>",
            "~~",
            "a\n{#",
        ),
    ],
)
def test_time_grows_with_the_length_and_not_with_its_square(piece: str) -> None:
    assert growth(lambda count: to_html(piece * count, page=("en", "A")), 3_000) < 40


@pytest.mark.parametrize(
    "piece", ["::: Infobox\n", "> ", "[", "![", "|a|b|\n|-|-|\n", "[^1]", "  - x\n", "*a **b "]
)
def test_time_of_a_long_text_does_not_grow_with_its_square(
    piece: str,
) -> None:
    whole = piece * (80_000 // len(piece))
    taken = ratio(
        lambda: to_html(whole, page=("en", "A")),
        lambda: to_html(whole[: len(whole) // 8], page=("en", "A")),
        turns=1,
    )
    assert taken < 24  # the square would be 64


def test_a_picture_alone_has_its_title_below() -> None:
    html = to_html('![](a.png "A title")\n\nx ![](b.png "other")', page=("en", "A"))
    assert "<br>\n<em>A title</em>" in html.replace("<br />", "<br>")
    assert "<em>other" not in html
    assert "<em>" not in to_html('![](a.png "A title")')


def test_nesting_without_end_ends() -> None:
    assert to_html("::: Infobox\n" * 3_000 + "x")
    assert to_html("> " * 3_000 + "x").count("<blockquote>") < 100


def test_the_parser_is_imported_on_first_use_only() -> None:
    import subprocess
    import sys

    code = (
        "import sys; import osubrowser.services.richtext.markdown;"
        "sys.exit('markdown_it' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

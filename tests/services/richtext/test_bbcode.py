"""BBCode as HTML: tags, nesting, what is no tag, hostile values, linear time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.richtext.bbcode import bbcode_html
from osubrowser.services.richtext.sanitize import formatted
from osubrowser.ui.richtext.look import look_of
from osubrowser.ui.style.theme import ramp


def inside(text: str) -> str:
    html = bbcode_html(text)
    assert html.startswith('<div class="bbcode">')
    return html.removeprefix('<div class="bbcode">').removesuffix("</div>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[b]a[/b] [I]b[/I]", "<strong>a</strong> <em>b</em>"),
        ("a\nb", "a<br />b"),
        ("[heading]a[/heading]\nb", "<h2>a</h2>b"),
        ("[list][*]a\n[*]b[/list]", "<ul><li>a<br /></li><li>b</li></ul>"),
        ("[list=1][*]a[/list]", "<ol><li>a</li></ol>"),
        ('[quote="x"]a[/quote]', "<blockquote><h4>x wrote:</h4>a</blockquote>"),
        ("[code][b]a[/b][/code]", "<pre>[b]a[/b]</pre>"),
        ("[color=#f6a]a[/color]", '<span style="color:#f6a;">a</span>'),
        ("[size=900]a[/size]", '<span style="font-size:200%;">a</span>'),
        (
            "[url=https://osu.ppy.sh/users/2]a[/url]",
            '<a rel="nofollow" href="https://osu.ppy.sh/users/2">a</a>',
        ),
        ("[profile=2]p[/profile]", '<a href="https://osu.ppy.sh/users/2">p</a>'),
        ("[img]https://a.ppy.sh/2[/img]", '<img alt="" src="https://a.ppy.sh/2" />'),
        # no tags
        ("[nothing] 1 < 2 & [/b]", "[nothing] 1 &lt; 2 &amp; [/b]"),
        ("[*]a", "[*]a"),
        ("[url=javascript:alert(1)]a[/url]", "[url=javascript:alert(1)]a[/url]"),
        ("[img]data:x[/img]", "[img]data:x[/img]"),
        ("[color=red;background:url(x)]a[/color]", "[color=red;background:url(x)]a[/color]"),
        # what is left open is closed, and what is closed too early, too
        ("[b][i]a[/b]c", "<strong><em>a</em></strong>c"),
        ("[b]a", "<strong>a</strong>"),
        ("[code]a", "[code]a"),
    ],
)
def test_tags(text: str, html: str) -> None:
    assert inside(text) == html


def test_boxes_open_in_the_view() -> None:
    look = look_of(ramp(333, is_dark=True))
    html = bbcode_html("[box=Our <history>]a secret[/box] [spoilerbox]b[/spoilerbox]")
    shut = formatted(html, origin="https://osu.ppy.sh", look=look, opened=frozenset())
    text = "".join(str(block) for block in shut.blocks)
    assert "history" in text
    assert "secret" not in text
    opened = formatted(html, origin="https://osu.ppy.sh", look=look, opened=frozenset({0}))
    assert "secret" in "".join(str(block) for block in opened.blocks)


@given(st.text(alphabet=st.sampled_from("[]/=*b\nuli<&\"' ") | st.characters(), max_size=200))
def test_any_text_has_balanced_html(text: str) -> None:
    html = bbcode_html(text)
    names = re.findall(r"<(/?)([a-z0-9]+)[^>]*?(/?)>", html)
    stack: list[str] = []
    for closing, name, single in names:
        if closing:
            assert stack.pop() == name
        elif not single and name != "br":
            stack.append(name)
    assert stack == []


def test_many_tags_without_an_end_take_linear_time() -> None:
    # Each would be sought up to the end of the text: 50,000 times 200,000 characters.
    assert inside("[img]" * 50_000).count("[img]") == 40_000
    assert inside("[b]" * 50_000).count("<strong>") == 40

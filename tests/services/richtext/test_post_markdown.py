"""Messages of discussions: timestamps and URLs are links, everything else is as it was written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.richtext.links import link, link_target
from osubrowser.services.richtext.post_markdown import post_html
from osubrowser.services.richtext.sanitize import formatted
from osubrowser.services.richtext.style import UNCOLOURED, RichTextStyle, coloured

ORIGIN = "https://osu.ppy.sh"
LOOK = RichTextStyle("#000001", "#000002", "#000003", "#000004", "#000005", "#000006")


def links(message: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)"', blocks(message))


def blocks(message: str) -> str:
    return "".join(formatted(post_html(message), origin=ORIGIN, look=UNCOLOURED).blocks)


@pytest.mark.parametrize(
    ("message", "address"),
    [
        ("02:51:043 (3,1) - A bit edgy", "osu://edit/02:51:043%20(3,1)"),
        ("00:12:345 - double", "osu://edit/00:12:345"),
        ("see 00:12.345", "osu://edit/00:12:345"),
        ("00:55:810 (55810|3,55810|0) - chords", "osu://edit/00:55:810%20(55810|3,55810|0)"),
        ("112:00:000 long map", "osu://edit/112:00:000"),
        ("https://osu.ppy.sh/b/1.", "https://osu.ppy.sh/b/1"),
        ("(https://example.com/a_b_c)", "https://example.com/a_b_c"),
        ("[words](https://example.com/)", "https://example.com/"),
    ],
)
def test_timestamps_and_addresses_are_links(message: str, address: str) -> None:
    assert links(message) == [address]
    found = link_target(address, ORIGIN)
    assert found is not None
    if address.startswith("osu://edit"):
        assert found[1], "the game opens it"


@pytest.mark.parametrize(
    "message",
    [
        "1:2:3",
        "00:61:000",
        "`00:12:345`",
        "12:34",
        "[a](javascript:alert(1))",
        "<a href='https://evil.example'>x</a>".replace("https://", "ftp://"),
        "osu://edit/../../x",
    ],
)
def test_other_texts_are_no_links(message: str) -> None:
    assert links(message) == []


@pytest.mark.parametrize(
    "address", ["osu://edit/x", "osu://edit/00:12:345%20(1);rm", "osu://edit/"]
)
def test_only_timestamps_lead_to_the_editor(address: str) -> None:
    assert link(address, ORIGIN) is None


def test_what_looks_like_html_or_a_heading_is_text() -> None:
    shown = blocks("# not a heading\n<b>bold</b> <script>alert(1)</script>\n| a | b |\n|---|---|")
    assert "# not a heading" in shown
    assert "&lt;script&gt;" in shown
    assert "<table" not in shown
    assert "<b>" not in shown


def test_marks_of_colours_are_replaced_and_cannot_be_written() -> None:
    shown = coloured(blocks("00:12:345 \x01link\x02 `code`"), LOOK)
    assert "\x01" not in shown
    assert "color: #000004" in shown
    assert "background-color: #000005" in shown
    assert "link code" not in shown
    assert shown.count("#000004") == 1


@given(st.text(max_size=300))
def test_any_text_gives_clean_blocks(message: str) -> None:
    shown = blocks(message)
    assert "<script" not in shown
    assert not re.search(r'href="(?!https?://|mailto:|osu|#)', shown)

"""Tooltips of a server's text, and the contrast of colours."""

from __future__ import annotations

import pytest

from osubrowser.services.text.plain import LONGEST_LINES, contrast, plain_lines, tooltip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Performance points", "Performance points"),
        ("<img src=x>", "<qt>&lt;img src=x&gt;</qt>"),
        ("&lt;b&gt;", "<qt>&amp;lt;b&amp;gt;</qt>"),
        ("one\ntwo", "<qt>one<br>two</qt>"),
        ("one\n<b>", "<qt>one<br>&lt;b&gt;</qt>"),
        ("x" * 59, "x" * 59),
        ("x" * 60, f"<qt>{'x' * 60}</qt>"),
    ],
)
def test_a_tooltip_has_no_markup_but_line_breaks(text: str, shown: str) -> None:
    assert tooltip(text) == shown


def test_lines_are_cleaned_one_by_one_and_bounded() -> None:
    assert plain_lines("one\n\u202etwo\x00\ud800  three") == "one\ntwo three"
    assert len(plain_lines("\n" + "W" * 10_000)) == LONGEST_LINES


def test_the_contrast_is_that_of_the_guidelines() -> None:
    black, white = (0, 0, 0), (255, 255, 255)
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)
    assert contrast(white, white) == 1
    assert contrast((0x76, 0x76, 0x76), white) == pytest.approx(4.54, abs=0.01)

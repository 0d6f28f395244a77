"""The view of rich text: links within a text, and out of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from osubrowser.services.richtext.markdown import markdown_text
from osubrowser.services.richtext.rich_text import RichText
from osubrowser.services.richtext.sanitize import ARTICLE, formatted
from osubrowser.services.richtext.style import RichTextStyle
from osubrowser.ui.richtext.rich_view import RichView
from osubrowser.ui.style.colours import ramp
from tests.ui.gestures import click, press

LOOK = RichTextStyle("#2a2226", "#ede5e8", "#a38f97", "#d8a8bd", "#463a40", "#705c64")


@pytest.mark.parametrize("anchor", ["#fn-n", "#曲"])
def test_a_link_to_an_anchor_scrolls_there_and_opens_nothing(qtbot: QtBot, anchor: str) -> None:
    filler = "\n\n".join(f"paragraph {number}" for number in range(200))
    markdown = f"first[^n]\n\n{filler}\n\n## 曲\n\n{filler}\n\n[^n]: last"
    text = markdown_text(markdown, origin="https://osu.ppy.sh", look=LOOK, page=("en", "A"))
    view = RichView("Wiki page")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    qtbot.waitExposed(view)
    view.show_text(text)
    qtbot.waitUntil(lambda: view.is_complete)
    followed: list[str] = []
    view.link_activated.connect(lambda address, _how: followed.append(address))
    assert view.verticalScrollBar().value() == 0
    told: list[str] = []
    view.anchor_followed.connect(told.append)
    view._follow(str(QUrl(anchor).toString(QUrl.ComponentFormattingOption.FullyEncoded)), "here")
    assert told == [anchor[1:]]
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 1_000)
    assert followed == []


@pytest.fixture
def view(qtbot: QtBot) -> RichView:
    made = RichView("Text")
    qtbot.addWidget(made)
    made.set_colours(ramp(45, is_dark=True))
    made.resize(600, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(view: RichView, html: str) -> RichText:
    text = formatted(html, origin="https://osu.ppy.sh", look=LOOK, limits=ARTICLE)
    view.show_text(text)
    return text


LONG = "".join(
    f"<h2 id='s{n}'>Section {n}</h2>"
    f"<p>{'some words ' * 60}<a href='/users/{n + 1}'>link {n}</a></p>"
    for n in range(400)
)


def test_only_what_is_in_view_is_laid_out(view: RichView, qtbot: QtBot) -> None:
    text = show(view, LONG)
    qtbot.waitUntil(lambda: view.is_complete)
    assert len(text.blocks) > 100
    assert view.layouts < 6
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum(), bar.maximum() // 50):
        bar.setValue(value)
    assert view.layouts <= 64
    assert view.scroll_to_anchor("s333")
    assert view.heading_at_top(text.headings) == "s333"
    assert not view.scroll_to_anchor("nowhere")


def test_a_position_stays_at_another_width(view: RichView, qtbot: QtBot) -> None:
    text = show(view, LONG)
    view.scroll_to_anchor("s200")
    at = view.scroll_position()
    view.resize(900, 300)
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.heading_at_top(text.headings) in ("s199", "s200", "s201")
    view.show_text(text, at=at)
    view.resize(600, 300)
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.scroll_position() == at


def test_the_end_can_be_reached_by_wheel_and_by_key(view: RichView, qtbot: QtBot) -> None:
    show(view, LONG)
    press(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.find_text("link 399") == 1
    view.show_match(0)
    assert not view.match_rect(0).isEmpty()
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    press(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_selection_reaches_across_blocks(view: RichView, qtbot: QtBot) -> None:
    text = show(view, LONG)
    view.find_text("Section 0")
    start = view.match_rect(0)
    view.find_text("")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start.topLeft() + QPoint(1, 5))
    view.scroll_to_anchor("s20")
    view.find_text("Section 20")
    view.show_match(0)
    end = view.match_rect(0)
    view.find_text("")
    QTest.mouseMove(view.viewport(), end.topRight() + QPoint(1, 5))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end.center())
    view._drag_to(end.topRight() + QPoint(1, 5))
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Section 0")
    assert copied.endswith("Section 20")
    assert "link 7" in copied
    press(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_text.count("Section") == len(text.headings)


def test_every_match_can_be_shown(view: RichView, qtbot: QtBot) -> None:
    show(view, LONG + "<p>Wörter, 😀 und &amp; mehr</p>")
    assert view.find_text("LINK  39") == 11
    for index in range(11):
        view.show_match(index)
        assert not view.match_rect(index).isEmpty()
        assert view.viewport().rect().contains(view.match_rect(index).center())
    assert view.find_text("😀 und & mehr") == 1
    view.show_match(0)
    assert view.match_rect(0).width() > 40
    assert view.find_text("") == 0


def test_tab_goes_from_link_to_link_and_enter_opens(view: RichView) -> None:
    show(view, LONG)
    view.setFocus()
    told: list[tuple[str, str]] = []
    view.link_activated.connect(lambda address, how: told.append((address, how)))
    for _ in range(12):
        press(view, Qt.Key.Key_Tab)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    press(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == [
        ("https://osu.ppy.sh/users/12", "here"),
        ("https://osu.ppy.sh/users/11", "background"),
    ]
    assert view.accessibleDescription() == "Link: link 10"


def test_a_table_wider_than_the_view_is_scaled(view: RichView, qtbot: QtBot) -> None:
    cells = "".join(f"<td>{'1' * 14}</td>" for _ in range(7))
    show(view, f"<p>before</p><table><tr>{cells}</tr></table><p>after</p>")
    qtbot.waitUntil(lambda: view.is_complete)
    assert len(view.blocks) == 3
    document = view.blocks.document(1)
    assert document.size().width() > view.blocks.room
    assert view.blocks.heights[1] < document.size().height()
    assert view.find_text("1" * 14) == 7
    assert view.match_rect(6).right() < view.viewport().width()


def test_empty_and_cleared_texts_take_every_gesture(view: RichView) -> None:
    show(view, "")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        press(view, key)
    click(view.viewport())
    view.selectAll()
    assert view.selected_text == view.text == ""
    assert view.find_text("x") == 0
    assert view.heading_at_top(()) == ""
    assert view.scroll_position() == 0
    assert view.menu_at(QPoint(5, 5)).actions()

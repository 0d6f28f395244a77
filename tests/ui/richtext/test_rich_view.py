"""The view of rich text: links within a text, and out of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from osubrowser.services.richtext.markdown import markdown_text
from osubrowser.services.richtext.style import RichTextStyle
from osubrowser.ui.richtext.rich_view import RichView

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

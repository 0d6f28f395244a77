"""Header on a cover: figures are whole in the first frame, and a low one says the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.models.text.heading import Heading
from osubrowser.ui.sections.cover_header import CoverHeader
from osubrowser.ui.style.theme import ramp

HEADING = Heading(
    "A very long name " * 12,
    badges=("Playlist", "Open"),
    facts=(("Host: peppy", "https://osu.ppy.sh/users/2"), ("osu!", "")),
    figures=(("Players", "1,234,567"), ("Beatmaps", "12"), ("Stars", "2.47 – 5.56")),
    note="A note",
)


@pytest.mark.parametrize("picture", [None, QSize(112, 56)])
@pytest.mark.parametrize("compact", [False, True])
def test_no_figure_is_cut_in_the_first_frame(
    qtbot: QtBot, picture: QSize | None, compact: bool
) -> None:
    page = QWidget()
    header = CoverHeader("Room", page, picture=picture)
    header.set_colours(ramp(45, is_dark=True))
    header.set_compact(compact)
    column = QVBoxLayout(page)
    column.addWidget(header)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(976, 500)
    page.show()
    qtbot.waitExposed(page)
    header.show_heading(HEADING)
    texts = {text for _, text in HEADING.figures}
    labels = [one for one in header.findChildren(QLabel) if one.text() in texts]
    assert len(labels) == 3
    assert all(label.width() >= label.sizeHint().width() for label in labels)
    shown = [text for text, _ in header.facts.links]
    badges = [one for one in header.findChildren(QLabel) if one.text() in HEADING.badges]
    assert shown[-2:] == ["Host: peppy", "osu!"]
    assert (shown[:2] == ["Playlist", "Open"]) is compact
    assert all(badge.isVisible() is not compact for badge in badges)
    assert header.note.isVisible() is not compact
    assert "A note" in header.title.toolTip()
    header.show_heading(None)
    assert not header.inner.isVisible()
    assert HEADING.words.endswith("Stars\t2.47 – 5.56\nA note")

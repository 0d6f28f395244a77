"""Rooms and friends: filters, links, who must sign in, and friends that are loaded again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from osubrowser.services.places.places import BeatmapsetPlace, ListPlace, ThingPlace, UserPlace
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.friends import REFRESH_EVERY
from osubrowser.ui.pages.feeds.page import FeedsPage
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.state_panel import StatePanel
from tests.conftest import Server
from tests.ui.pages.feeds.conftest import Make, control, link, texts


def test_rooms_are_filtered_and_open(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(demo, "rooms")
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 0)
    there = link(page, 0)
    assert isinstance(there, RowLink)
    assert isinstance(there.place, ThingPlace)
    assert there.place.kind == "room"
    assert {type(place) for _, place in there.more} == {UserPlace, BeatmapsetPlace}
    groups = control(page, "type_group")
    assert isinstance(groups, Segments)
    groups.button("realtime").click()
    qtbot.waitUntil(lambda: page.is_settled and "Playlist" not in texts(page, "type"))
    assert told.moves[-1] == ListPlace("rooms", (("type_group", "realtime"),))
    assert told.titles[-1] == "Rooms: multiplayer"
    page.show_place(ListPlace("rooms", (("category", "daily_challenge"),)), None)
    qtbot.waitUntil(lambda: page.is_settled and texts(page, "category") == ["Daily challenge"])


@pytest.mark.parametrize(
    ("kind", "query", "sentence"),
    [
        ("rooms", {"mode": "owned"}, "Rooms that you opened or played in"),
        ("friends", {}, "Your friends, and who of them is online"),
    ],
)
def test_a_guest_reads_what_signing_in_would_show(
    make: Make, demo: Server, qtbot: QtBot, kind: str, query: dict[str, str], sentence: str
) -> None:
    page, _ = make(demo, kind, query)
    qtbot.waitUntil(lambda: page.failure is not None)
    (panel,) = page.list.rows.findChildren(StatePanel)
    qtbot.waitUntil(panel.isVisible)
    assert panel.accessibleName().startswith(sentence)
    with qtbot.waitSignal(page.sign_in_requested):
        next(one for one in panel.buttons() if one.text() == "Sign in").click()


def timer_of(page: FeedsPage) -> QTimer:
    return next(one for one in page.findChildren(QTimer) if one.interval() == 1000 * REFRESH_EVERY)


def test_friends_are_loaded_again_only_while_they_are_seen(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, _ = make(demo, "friends")
    qtbot.waitUntil(lambda: page.is_settled)
    timer = timer_of(page)
    assert timer.isActive()
    page.hide()
    assert not timer.isActive()
    page.show()
    assert timer.isActive()
    page.show_place(ListPlace("rooms"), None)
    qtbot.waitUntil(lambda: page.is_settled)
    assert not timer.isActive()


def test_a_reload_keeps_the_current_row(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, _ = make(demo, "rooms")
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 0)
    page.list.table.setCurrentIndex(page.list.model.index(3, 0))
    before = texts(page, "name")
    page.list.reload()
    assert texts(page, "name") == before  # until the new rows are there
    qtbot.waitUntil(lambda: page.is_settled)
    assert page.list.table.currentIndex().row() == 3

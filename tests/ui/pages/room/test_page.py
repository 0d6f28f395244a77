"""Page of a room on real servers: sections, addresses, links, and what it says without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from osubrowser.services.places.places import (
    BeatmapsetPlace,
    Place,
    ScorePlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.room.page import RoomPage
from osubrowser.ui.pages.room.scores import ItemScoresSection
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.sections.list_section import SubjectListSection
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server, raw_answer
from tests.demo_rooms import DemoRooms, find_rooms
from tests.models.scores.test_columns import connect
from tests.ui.conftest import Ground
from tests.ui.gestures import press


class Told:
    """What a page asks of its window."""

    def __init__(self, page: RoomPage) -> None:
        self.titles: list[str] = []
        self.opened: list[tuple[Place, str]] = []
        self.moves: list[tuple[Place, bool]] = []
        page.title_changed.connect(self.titles.append)
        page.open_requested.connect(lambda place, how: self.opened.append((place, how)))
        page.place_changed.connect(lambda place, replace: self.moves.append((place, replace)))


Make = Callable[[Server, Place], tuple[RoomPage, Told]]


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    """The embedded osu!, for all tests of this module."""
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture(scope="module")
def rooms(demo: Server) -> DemoRooms:
    """Rooms of that server."""
    with connect(demo) as client:
        return find_rooms(client)


@pytest.fixture
def make(ground: Ground, qtbot: QtBot) -> Make:
    """Show a place of a server."""

    def make(server: Server, place: Place) -> tuple[RoomPage, Told]:
        settings = Settings()
        account = ground.sign_in(server, settings)
        colours = ramp(45, is_dark=True)
        parts = SectionParts(account, ground.calls, settings, None, colours, lambda _: True)
        page = RoomPage(parts)
        told = Told(page)
        page.show_place(place, None)
        ground.put_up(page, 600)
        qtbot.waitUntil(lambda: page.is_settled)
        return page, told

    return make


def rows_of(page: RoomPage) -> SubjectListSection[Any]:
    section = page.host.section
    assert isinstance(section, SubjectListSection)
    return section


def texts(page: RoomPage, key: str) -> list[str]:
    model = rows_of(page).list.model
    at = next(n for n, one in enumerate(model.columns) if one.key == key)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def go(page: RoomPage, qtbot: QtBot, section: str) -> None:
    page.host.pills.button(section).click()
    qtbot.waitUntil(lambda: page.is_settled and page.host.section is not None)


def test_sections_are_addresses(make: Make, demo: Server, rooms: DemoRooms, qtbot: QtBot) -> None:
    page, told = make(demo, ThingPlace("room", rooms.spotlight))
    assert page.header.title.text() == told.titles[-1]
    assert page.subject is not None
    number = len(page.subject.items)
    assert page.host.pills.button("").text() == f"Playlist {number}"
    assert page.host.pills.button("events").isHidden()
    assert texts(page, "number") == [str(n) for n in range(1, number + 1)]
    assert number > 3
    go(page, qtbot, "leaderboard")
    assert told.moves[-1] == (ThingPlace("room", rooms.spotlight, section="leaderboard"), False)
    assert texts(page, "rank")[:2] == ["#1", "#2"]
    press(rows_of(page).list.table, Qt.Key.Key_Return)
    assert isinstance(told.opened[-1][0], UserPlace)
    assert page.landmark() == (ThingPlace("room", rooms.spotlight), told.titles[-1])


def test_an_item_opens_its_beatmap_with_the_mods_and_its_scores_here(
    make: Make, demo: Server, rooms: DemoRooms, qtbot: QtBot
) -> None:
    page, told = make(demo, ThingPlace("room", rooms.spotlight))
    section = rows_of(page)
    table = section.list.table
    required = texts(page, "required")
    with_mods = next(n for n, mods in enumerate(required) if mods)
    table.setCurrentIndex(section.list.model.index(with_mods, 0))
    press(table, Qt.Key.Key_Return)
    place, how = told.opened[-1]
    assert isinstance(place, BeatmapsetPlace)
    assert place.mods.startswith(required[with_mods][:2])
    assert how == "here"
    row, spec = section.list.model.row_at(with_mods), section.list.spec
    assert row is not None
    assert spec is not None
    link = spec.link(row.item, "")
    assert link is not None
    scores = dict(link.more)["Open &scores in this room"]
    assert scores == ThingPlace("room", rooms.spotlight, row.item.item.id, section="scores")
    page.move_to(scores)
    qtbot.waitUntil(lambda: page.is_settled)
    shown = page.host.section
    assert isinstance(shown, ItemScoresSection)
    assert shown.picker.current.key == str(row.item.item.id)
    shown.opener.click()
    assert told.opened[-1][0] == place


def test_another_item_is_picked_and_its_scores_are_shown(
    make: Make, demo: Server, rooms: DemoRooms, qtbot: QtBot
) -> None:
    page, told = make(demo, ThingPlace("room", rooms.spotlight, section="scores"))
    section = page.host.section
    assert isinstance(section, ItemScoresSection)
    before = texts(page, "score")
    subject = page.subject
    assert subject is not None
    other = subject.items[3].id
    section.picker.chosen.emit(str(other))
    qtbot.waitUntil(lambda: page.is_settled and section.list.model.loaded > 0)
    assert told.moves[-1] == (ThingPlace("room", rooms.spotlight, other, section="scores"), False)
    assert section.picker.current.key == str(other)
    assert texts(page, "score") != before
    section.list.table.setCurrentIndex(section.list.model.index(0, 0))
    press(section.list.table, Qt.Key.Key_Return)
    assert isinstance(told.opened[-1][0], ScorePlace)
    page.move_to(ThingPlace("room", rooms.spotlight, section="scores"))  # as Back does
    qtbot.waitUntil(lambda: page.is_settled and texts(page, "score") == before)


def test_a_realtime_room_has_events(
    make: Make, demo: Server, rooms: DemoRooms, qtbot: QtBot
) -> None:
    page, told = make(demo, ThingPlace("room", rooms.versus, section="events"))
    assert not page.host.pills.button("events").isHidden()
    events = texts(page, "event")
    assert "Joined" in events
    table = rows_of(page).list.table
    joined = events.index("Joined")
    table.setCurrentIndex(rows_of(page).list.model.index(joined, 0))
    press(table, Qt.Key.Key_Return)
    assert isinstance(told.opened[-1][0], UserPlace)
    page.move_to(ThingPlace("room", rooms.spotlight, section="events"))  # a playlist has none
    qtbot.waitUntil(lambda: page.is_settled)
    assert texts(page, "number")[0] == "1"


def test_the_daily_challenge_becomes_its_room(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(demo, ThingPlace("room", "daily"))
    assert page.place == told.moves[-1][0]
    assert told.moves[-1][1]
    assert told.titles[0] == "Daily challenge"
    assert told.titles[-1].startswith("Daily Challenge: ")
    assert page.section_of(page.place) == "leaderboard", "its address is one of the rankings"
    assert rows_of(page).list.model.columns[0].key == "rank"
    page.header.facts.link_requested.emit(page.header.facts.links[3][1], "background")
    assert page.subject is not None
    rows_of(page).list.table.selectAll()
    page.copy_selection()
    assert "\t" in QGuiApplication.clipboard().text()
    page.move_to(ThingPlace("room", "daily-2019-02-01"))
    qtbot.waitUntil(lambda: page.panel.isVisible())
    assert page.panel.text == "osu! does not list the daily challenge of 2019-02-01."


def test_a_room_that_is_not_there(make: Make, demo: Server) -> None:
    page, told = make(demo, ThingPlace("room", "77"))
    assert page.panel.text == "osu! has no room 77."
    next(one for one in page.panel.buttons() if "web" in one.text()).click()
    assert told.opened == [(ThingPlace("room", "77"), "web")]


def test_state_is_restored(make: Make, demo: Server, rooms: DemoRooms, qtbot: QtBot) -> None:
    page, _ = make(demo, ThingPlace("room", rooms.spotlight, section="leaderboard"))
    before, state, place = texts(page, "player"), page.save_state(), page.place
    assert place is not None
    page.show_place(ThingPlace("room", rooms.versus), None)
    qtbot.waitUntil(lambda: page.is_settled and page.place != place)
    page.show_place(place, state)
    assert page.subject is not None  # at once, without a load
    qtbot.waitUntil(lambda: page.is_settled)
    assert texts(page, "player") == before


@pytest.mark.answers
def test_a_recorded_room(make: Make, recorded_server: Server, qtbot: QtBot) -> None:
    page, told = make(recorded_server, ThingPlace("room", "1"))
    sent = raw_answer("v2/get_multiplayer_room_200.json")
    assert page.header.title.text() == sent["name"]
    assert [text for text, _ in page.header.facts.links] == [
        f"Host: {sent['host']['username']}",
        "26 Dec 2018, 13:18 to 13:48 UTC",
        "osu!",
    ]
    page.resize(1000, 520)  # the badges are beside the facts then
    assert [text for text, _ in page.header.facts.links][:2] == ["Playlist", "Ended"]
    beatmap = sent["playlist"][0]["beatmap"]
    song = beatmap["beatmapset"]
    assert texts(page, "title") == [f"{song['title']} by {song['artist']}"]
    assert (texts(page, "stars"), texts(page, "length")) == (["2.63"], ["2:22"])
    table = rows_of(page).list.table
    table.setCurrentIndex(rows_of(page).list.model.index(0, 0))
    press(table, Qt.Key.Key_Return)
    there = BeatmapsetPlace(song["id"], beatmap["id"], "osu")
    assert told.opened == [(there, "here")]

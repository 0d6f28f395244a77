"""Search page on real servers: lists side by side, one as a whole, keys, filters, own memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from osubrowser.services.library.bookmarks import Bookmarks
from osubrowser.services.library.library import Library
from osubrowser.services.library.recently_seen import RecentlySeen
from osubrowser.services.places.places import (
    ListPlace,
    Place,
    ThingPlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.places.urls import parse
from osubrowser.services.session.account import Account
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.lists.list_controller import CARDS, TABLE
from osubrowser.ui.pages.search.page import SearchPage
from osubrowser.ui.pages.search.result_list import ResultList
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground
from tests.ui.gestures import click, press, write

START = ListPlace("search")


class Told:
    """What a page asks of its window."""

    def __init__(self, page: SearchPage) -> None:
        self.titles: list[str] = []
        self.opened: list[tuple[Place, str]] = []
        self.moves: list[tuple[Place, bool]] = []
        self.statuses: list[str] = []
        page.title_changed.connect(self.titles.append)
        page.open_requested.connect(lambda place, how: self.opened.append((place, how)))
        page.place_changed.connect(lambda place, replace: self.moves.append((place, replace)))
        page.status_changed.connect(self.statuses.append)


Make = Callable[..., tuple[SearchPage, Told]]


def asked(words: str, **more: str) -> ListPlace:
    return ListPlace("search", tuple(sorted({"query": words, **more}.items())))


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    """The embedded osu!, for all tests of this module."""
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture
def library() -> Library:
    """A library with a bookmark and visits."""
    bookmarks, recent = Bookmarks(), RecentlySeen()
    bookmarks.add(UserPlace(2), "peppy", "the one")
    recent.saw(ThingPlace("wiki", "en/Performance_points"), "Performance points")
    return cast(
        "Library",
        SimpleNamespace(
            bookmarks=bookmarks, recent=recent, place_of=lambda entry: parse(entry.address)
        ),
    )


@pytest.fixture
def make(ground: Ground) -> Make:
    """Show the page at a place of a server: `make(server, place, library)`; None: signed out."""

    def make(
        server: Server | None,
        place: Place,
        library: Library | None = None,
        has_page: Callable[[Place], bool] = lambda _place: True,
    ) -> tuple[SearchPage, Told]:
        settings = Settings()
        if server is None:
            account = Account(ground.calls, settings, SecretStore(ground.secrets))
            ground.accounts.append(account)
        else:
            account = ground.sign_in(server, settings)
        parts = SectionParts(
            account, ground.calls, settings, None, ramp(45, is_dark=True), has_page
        )
        page = SearchPage(parts, library)
        told = Told(page)
        page.show_place(place, None)
        ground.put_up(page, 600)
        return page, told

    return make


def result(page: SearchPage, mode: str) -> ResultList:
    found = page.board.result(mode)
    assert found is not None
    return found


def shown(page: SearchPage) -> list[str]:
    return [one.result.mode for one in page.shown_lists]


def column(one: ResultList, key: str) -> list[str]:
    model = one.list.model
    at = next(n for n, each in enumerate(model.columns) if each.key == key)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def wait_for(qtbot: QtBot, page: SearchPage) -> None:
    qtbot.waitUntil(lambda: page.is_settled and len(page.shown_lists) > 0)


# --- lists side by side ---------------------------------------------------------------------------


def test_one_question_is_answered_by_lists_side_by_side_with_counts(
    make: Make, demo: Server, library: Library, qtbot: QtBot
) -> None:
    page, told = make(demo, START, library)
    assert page.shown_lists == []
    assert told.titles == ["Search"]
    write(page.field, "pe")
    qtbot.waitUntil(lambda: result(page, "seen").list.model.loaded == 2)
    wait_for(qtbot, page)
    assert told.moves == [(asked("pe"), False)]
    assert told.titles[-1] == "Search: pe"
    assert shown(page) == ["seen", "user", "beatmapset", "wiki_page", "news_post", "team"]
    players = result(page, "user")
    assert players.count in ("20 of 100", "40 of 100")
    assert players.heading.text().startswith("Players · ")
    assert page.pills.button("user").text() == "Players 100"
    assert page.pills.button("replay").text() == "Replays 0"
    assert page.pills.button("forum_post").text() == "Forum"
    assert page.landmark() == (asked("pe"), "Search: pe")
    write(page.field, "p")
    qtbot.waitUntil(lambda: len(told.moves) == 2)
    assert told.moves[1] == (asked("pep"), True), "typing on replaces the step of the history"


def test_keys_lead_from_the_field_to_any_result_and_back(
    make: Make, demo: Server, library: Library, qtbot: QtBot
) -> None:
    page, told = make(demo, asked("pe"), library)
    wait_for(qtbot, page)
    page.field.start()
    press(page.field, Qt.Key.Key_Down)
    lists = page.shown_lists
    for number, one in enumerate(lists):
        table = one.list.table
        qtbot.waitUntil(table.hasFocus)
        assert table.currentIndex().row() == 0
        qtbot.waitUntil(lambda title=one.result.title: told.statuses[-1].startswith(title))  # type: ignore[misc]
        if number < len(lists) - 1:
            press(table, Qt.Key.Key_Right)
    press(lists[-1].list.table, Qt.Key.Key_Right)
    assert lists[-1].list.table.hasFocus(), "there is nothing beyond the last list"
    press(lists[-1].list.table, Qt.Key.Key_Left)
    assert lists[-2].list.table.hasFocus()
    players = result(page, "user")
    players.enter()
    press(players.list.table, Qt.Key.Key_Down)
    press(players.list.table, Qt.Key.Key_Return)
    second = players.list.model.row_at(1)
    assert second is not None
    assert told.opened == [(UserPlace(second.item.id), "here")]
    press(players.list.table, Qt.Key.Key_Up)
    press(players.list.table, Qt.Key.Key_Up)
    assert page.field.hasFocus()
    press(page.field, Qt.Key.Key_Down)
    press(lists[0].list.table, Qt.Key.Key_Escape)
    assert page.field.hasFocus()


def test_enter_leads_to_the_first_list_once_it_has_rows(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(demo, START)
    page.field.start()
    qtbot.waitUntil(page.field.hasFocus)
    write(page.field, "pe")
    press(page.field, Qt.Key.Key_Return)
    assert told.moves == [(asked("pe"), False)]
    qtbot.waitUntil(lambda: page.shown_lists != [] and page.shown_lists[0].list.table.hasFocus())
    assert page.shown_lists[0].result.mode == "user"
    write(page.field, "x")
    page.field.start()
    qtbot.waitUntil(lambda: page.is_settled)
    assert page.field.hasFocus(), "typing on keeps the focus in the field"


def test_enter_passes_over_a_list_that_turns_out_empty(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, _ = make(demo, START)
    page.field.start()
    qtbot.waitUntil(page.field.hasFocus)
    write(page.field, "kohaku")  # an artist, and no player
    press(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.is_settled)
    assert page.shown_lists[0].result.mode == "beatmapset"
    qtbot.waitUntil(page.shown_lists[0].list.rows.view.hasFocus)


def test_the_focus_goes_on_from_a_list_that_turns_out_empty(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, _ = make(demo, asked("pe"))
    qtbot.waitUntil(lambda: page.is_settled and page.shown_lists[0].list.model.loaded > 0)
    page.shown_lists[0].enter()
    qtbot.waitUntil(page.shown_lists[0].list.rows.view.hasFocus)
    page.show_place(asked("kohaku"), None)  # an artist, and no player
    qtbot.waitUntil(lambda: page.is_settled)
    assert page.shown_lists[0].result.mode == "beatmapset"
    qtbot.waitUntil(page.shown_lists[0].list.rows.view.hasFocus)


def test_a_list_as_a_whole_has_the_same_rows_without_a_request(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(demo, asked("pe"))
    wait_for(qtbot, page)
    players = result(page, "user")
    names = column(players, "player")
    arrived: list[object] = []
    players.list.model.page_arrived.connect(arrived.append)
    assert [players.list.model.columns[n].key for n in players.list.table.shown_columns()] == [
        "player",
        "flag",
    ]
    click(players.heading)
    assert told.moves[-1] == (asked("pe", mode="user"), False)
    assert shown(page) == ["user"]
    assert page.pills.current == "user"
    assert column(players, "player")[: len(names)] == names
    assert len(players.list.table.shown_columns()) > 4
    assert players.list.table.hasFocus()
    assert page.filter.isVisibleTo(page)
    page.filter.setText(names[3])
    assert 0 < len(column(players, "player")) < 5
    assert names[3] in column(players, "player")
    page.filter.clear()
    page.pills.button("all").click()
    qtbot.waitUntil(lambda: "wiki_page" in shown(page))
    assert column(players, "player")[: len(names)] == names, "more may have come meanwhile"
    assert len(players.list.table.shown_columns()) == 2
    assert arrived == [] or len(players.list.model.loaded_rows()) > len(names)


def test_beatmaps_are_cards_as_a_whole_and_a_table_beside_others(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, _ = make(demo, asked("ar>=0", mode="beatmapset"))
    beatmaps = result(page, "beatmapset")
    qtbot.waitUntil(lambda: beatmaps.list.model.loaded >= 50)
    assert beatmaps.list.view == CARDS
    assert page.view.isVisible()
    click(page.view)
    assert beatmaps.list.view == TABLE
    click(page.view)
    press(beatmaps.list.rows.view, Qt.Key.Key_Escape)
    assert page.field.hasFocus()
    page.pills.button("all").click()
    qtbot.waitUntil(lambda: beatmaps.list.view == TABLE)
    assert beatmaps.list.model.loaded >= 50
    click(beatmaps.heading)
    assert beatmaps.list.view == CARDS
    click(page.view)
    page.pills.button("all").click()
    click(beatmaps.heading)
    assert beatmaps.list.view == TABLE, "the view that was chosen stays"


def test_a_place_is_restored_without_requests(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, _ = make(demo, asked("pe"))
    wait_for(qtbot, page)
    state = page.save_state()
    names = column(result(page, "user"), "player")
    lists = shown(page)
    page.show_place(START, None)
    assert page.shown_lists == []
    assert page.save_state() is None
    page.show_place(asked("pe"), state)
    assert column(result(page, "user"), "player")[: len(names)] == names
    assert shown(page) == lists
    assert page.field.text() == "pe"


# --- filters, messages ----------------------------------------------------------------------------


def test_players_are_filtered_by_country_and_activity(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(demo, asked("pe", mode="user"))
    players = result(page, "user")
    qtbot.waitUntil(lambda: players.list.model.loaded >= 20)
    assert page.countries.has_choices
    codes = {row.item.country_code for row in players.list.model.loaded_rows()}
    code = sorted(codes)[0]
    page.countries.chosen.emit(code)
    assert told.moves[-1] == (asked("pe", mode="user", country=code), False)
    qtbot.waitUntil(lambda: set(column(players, "flag")) == {code})
    assert page.countries.current.key == code
    page.countries.chosen.emit("")
    qtbot.waitUntil(lambda: len(set(column(players, "flag"))) > 1)
    click(page.active.pill("active"))
    assert told.moves[-1] == (asked("pe", mode="user", active="1"), False)
    qtbot.waitUntil(lambda: page.is_settled and players.list.model.loaded > 0)
    assert set(column(players, "state")) <= {"active", "online", "bot, online", "bot, active"}


def test_nothing_found_says_so_and_leads_on(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(demo, asked("no such words at all, anywhere"))
    qtbot.waitUntil(page.nothing.isVisible)
    button = page.nothing.button("on_website")
    assert button is not None
    click(button)
    place, how = told.opened[-1]
    assert isinstance(place, WebAddress)
    assert place.url.startswith("https://osu.ppy.sh/home/search?mode=user&query=no+such")
    assert how == "here"
    forum = page.nothing.button("forum_post")
    assert forum is not None
    click(forum)
    assert shown(page) == ["forum_post"]
    topics = result(page, "forum_post")
    assert "cannot search the forum" in topics.note.text()
    qtbot.waitUntil(lambda: topics.list.is_settled)


def test_without_a_session_one_list_says_what_to_do(
    make: Make, library: Library, qtbot: QtBot
) -> None:
    page, told = make(None, asked("pe"), library)
    qtbot.waitUntil(lambda: shown(page) == ["seen", "user"])
    assert "signed in" in result(page, "user").list.rows.panel_text
    assert column(result(page, "seen"), "title")
    wanted: list[bool] = []
    page.sign_in_requested.connect(lambda: wanted.append(True))
    click(result(page, "user").list.rows.shown_buttons()[0])
    assert wanted == [True]
    del told


def test_a_failure_of_one_list_leaves_the_others(
    make: Make, demo_server_with: Callable[..., Server], qtbot: QtBot
) -> None:
    server = demo_server_with("--faults", "500:1.0")
    page, _ = make(server, asked("pe"))
    qtbot.waitUntil(lambda: page.failure is not None and page.is_settled)
    texts = {one.list.rows.panel_text for one in page.shown_lists}
    assert all(texts)
    assert "user" in shown(page)


# --- all lists of osu! ----------------------------------------------------------------------------


def test_tiles_are_walked_with_the_arrow_keys_and_opened(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(demo, START)
    page.take_focus()
    qtbot.waitUntil(page.field.hasFocus)
    press(page.field, Qt.Key.Key_Down)
    tiles = page.tiles.tiles
    assert tiles[0].hasFocus()
    assert {"News", "Wiki", "Daily challenge", "Kudosu ranking", "Beatmap packs"} <= {
        tile.shown.title for tile in tiles
    }
    for tile in tiles:
        assert tile.shown.text, f"{tile.shown.title} says what it is"
    press(tiles[0], Qt.Key.Key_Right)
    assert tiles[1].hasFocus()
    press(tiles[1], Qt.Key.Key_Return)
    press(tiles[1], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [how for _, how in told.opened] == ["here", "background"]
    click(tiles[2], Qt.MouseButton.MiddleButton)
    assert told.opened[-1][1] == "background"
    press(tiles[1], Qt.Key.Key_Down)
    below = next(tile for tile in tiles if tile.hasFocus())
    assert below.y() > tiles[1].y()
    press(below, Qt.Key.Key_Up)
    press(tiles[1], Qt.Key.Key_Up)
    assert page.field.hasFocus()
    page.resize(1000, 240)
    page.tiles.start()
    press(tiles[0], Qt.Key.Key_End)
    assert tiles[-1].hasFocus()
    assert not tiles[-1].visibleRegion().isEmpty(), "the tile with the focus is in view"


def test_a_list_without_a_page_has_no_tile(make: Make, demo: Server) -> None:
    page, _ = make(
        demo, START, None, lambda place: isinstance(place, ListPlace) and place.kind == "packs"
    )
    assert [tile.shown.title for tile in page.tiles.tiles] == ["Beatmap packs"]


def test_the_button_that_clears_the_field_shows_the_tiles(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(demo, asked("pe"))
    wait_for(qtbot, page)
    page.field.clear()
    qtbot.waitUntil(lambda: told.moves != [] and page.shown_lists == [])
    assert told.moves == [(START, False)]
    assert page.tiles.isVisible()

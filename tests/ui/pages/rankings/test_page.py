"""The rankings page against real servers: the recorded osu! and the embedded one."""

from __future__ import annotations

import asyncio
import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.api.entities.countries import CountryStatistics
from osubrowser.api.entities.users import UserCompact, UserStatistics
from osubrowser.api.errors import LoginRequired, NotFound, ServerTrouble
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.places.places import BeatmapsetPlace, Place, RankingsPlace, UserPlace
from osubrowser.services.places.ranking_query import ranking_title
from osubrowser.services.places.urls import address
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.session.account import Account
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.lists.list_controller import EmptyText
from osubrowser.ui.pages.rankings.page import (
    RankingsPage,
    describe_in,
    empty_text,
    file_stem,
    link_of,
)
from osubrowser.ui.style.colours import ramp
from tests.conftest import ANSWERS, Server, raw_answer
from tests.idle import WAIT
from tests.ui.conftest import Ground, environment_of, has_page
from tests.ui.gestures import click, press, write


@dataclass
class Told:
    """What a page told its window."""

    places: list[tuple[Place, bool]] = field(default_factory=list)
    opened: list[tuple[Place, str]] = field(default_factory=list)
    messages: list[tuple[str, str]] = field(default_factory=list)
    status: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    sign_ins: list[bool] = field(default_factory=list)
    online: list[bool] = field(default_factory=list)


@dataclass
class Desk:
    """A page with all that it stands on."""

    page: RankingsPage
    told: Told
    account: Account
    settings: Settings
    calls: Calls


OpenPage = Callable[..., Desk]


@pytest.fixture
def open_page(ground: Ground) -> OpenPage:
    """Build a page for a server, signed in as a guest: `open_page(server)`."""

    def build(server: Server, settings: Settings | None = None) -> Desk:
        kept = settings if settings is not None else Settings()
        account = ground.sign_in(server, kept)
        page = RankingsPage(account, ground.calls, kept, ramp(125, is_dark=True), has_page=has_page)
        desk = Desk(page, listen(page), account, kept, ground.calls)
        ground.put_up(page, 520)
        return desk

    return build


def listen(page: RankingsPage) -> Told:
    told = Told()
    page.place_changed.connect(lambda place, replace: told.places.append((place, replace)))
    page.open_requested.connect(lambda place, how: told.opened.append((place, how)))
    page.message_requested.connect(lambda level, text: told.messages.append((level, text)))
    page.status_changed.connect(told.status.append)
    page.title_changed.connect(told.titles.append)
    page.sign_in_requested.connect(lambda: told.sign_ins.append(True))
    page.online_changed.connect(told.online.append)
    return told


def settled(qtbot: QtBot, page: RankingsPage) -> None:
    states = (LoadState.READY, LoadState.END, LoadState.FAILED)
    qtbot.waitUntil(lambda: page.model.state in states, timeout=WAIT)


def show(qtbot: QtBot, desk: Desk, place: RankingsPlace) -> None:
    desk.page.show_place(place, None)
    settled(qtbot, desk.page)


def names(page: RankingsPage) -> list[str]:
    index = [column.key for column in page.model.columns].index("player")
    return [row.texts[index] for row in page.model.loaded_rows()]


def sent_players() -> list[dict[str, Any]]:
    """Return the players of the recorded performance ranking as they were sent."""
    return [entry["user"] for entry in raw_answer("v2/get_rankings_200.json")["ranking"]]


def sent_names() -> list[str]:
    return [user["username"] for user in sent_players()]


def asked(server: Server) -> dict[str, int]:
    counts: dict[str, int] = server.stats()["counts"]
    return counts


def menu_of(page: RankingsPage) -> QMenu:
    menus = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def choose(menu: QMenu, words: str) -> None:
    action = next(a for a in menu.actions() if a.text().replace("&", "") == words)
    action.trigger()
    menu.close()


# --- what is shown ---------------------------------------------------------------------------


def test_the_real_ranking_is_shown_with_its_names_and_figures(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    page = desk.page
    assert names(page) == sent_names()
    first = page.model.row_at(0)
    assert first is not None
    assert {"#1", "97.6393%", "34,893.50", "465,342,303,870"} <= set(first.texts)
    assert desk.told.titles[-1] == "osu! performance ranking"
    assert desk.told.online[-1] is True
    # The second recorded page is empty: that beats the total of 10,000 that the first one claims.
    qtbot.waitUntil(lambda: page.model.state is LoadState.END, timeout=WAIT)
    _, last = page.table.visible_rows()
    assert desk.told.status[-1] == f"1-{last + 1} of 50 · 50 loaded"


@pytest.mark.parametrize(
    ("place", "file", "texts", "title"),
    [
        (
            RankingsPlace("taiko", "country"),
            "rankings_taiko_country",
            {"500,311", "3,676,844,462,472", "26,097,471"},
            "osu!taiko country ranking",
        ),
        (
            RankingsPlace("mania", "score"),
            "rankings_mania_score",
            {"97,597,515,647", "5,644.24", "#11,160"},
            "osu!mania score ranking",
        ),
        (
            RankingsPlace("osu", "charts"),
            "rankings_osu_charts",
            {"1,589,770,306", "98.93%"},
            "{spotlight}, osu!",
        ),
    ],
)
def test_every_recorded_type_is_shown(
    qtbot: QtBot,
    open_page: OpenPage,
    recorded_server: Server,
    place: RankingsPlace,
    file: str,
    texts: set[str],
    title: str,
) -> None:
    sent = raw_answer(f"v2/{file}.json")
    entry = sent["ranking"][0]
    name = entry["user"]["username"] if "user" in entry else entry["country"]["name"]
    desk = open_page(recorded_server)
    show(qtbot, desk, place)
    first = desk.page.model.row_at(0)
    assert first is not None
    assert {name, *texts} <= set(first.texts)
    assert desk.told.titles[-1] == title.format(spotlight=sent.get("spotlight", {}).get("name"))


def test_a_spotlight_shows_its_beatmaps_and_opens_them(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    sent = raw_answer("v2/rankings_osu_charts.json")
    name, beatmapset = sent["spotlight"]["name"], sent["beatmapsets"][0]
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace("osu", "charts"))
    panel = desk.page.spotlight
    assert panel.isVisible()
    assert panel.name.text() == name
    assert all(card.title.isascii() for card in panel.strip.cards)
    desk.settings.titles = "original"
    desk.page.reload()
    qtbot.waitUntil(lambda: panel.strip.cards[:1][0].title == beatmapset["title_unicode"])
    assert desk.page.bar.spotlights.current.text == name
    strip = panel.strip
    where = strip.visualRect(strip.model().index(0, 0)).center()
    click(strip.viewport(), at=where)
    beatmap = max(beatmapset["beatmaps"], key=lambda each: float(each["difficulty_rating"]))
    hardest = BeatmapsetPlace(beatmapset["id"], beatmap["id"], "osu")
    assert desk.told.opened == [(hardest, "here")]
    panel.menu_requested.emit(panel.strip.cards[0], QPoint(10, 10))
    choose(menu_of(desk.page), "Copy link")
    assert QGuiApplication.clipboard().text() == address(hardest, recorded_server.url)
    show(qtbot, desk, RankingsPlace())
    assert not panel.isVisible()


def test_title_and_status_are_told_only_when_they_change(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    told = desk.told
    show(qtbot, desk, RankingsPlace("taiko", country="JP"))
    assert told.titles == ["osu!taiko performance ranking, Japan"]
    desk.page.table.scroll_to_position(60 * 34)
    qtbot.waitUntil(lambda: desk.page.place.page == 2, timeout=WAIT)
    settled(qtbot, desk.page)
    assert len(told.titles) == 1
    assert len(told.status) > 2
    assert all(text != after for text, after in zip(told.status, told.status[1:], strict=False))
    # Another place: the window has forgotten both, so both are told again.
    title, status = told.titles[-1], told.status[-1]
    told.titles.clear()
    told.status.clear()
    desk.page.show_place(desk.page.place, desk.page.save_state())
    assert (told.titles, told.status) == ([title], [status])


# --- states ----------------------------------------------------------------------------------


def test_a_guest_is_told_what_signing_in_would_show_and_nothing_is_asked(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace(filter="friends"))
    assert "friends" in desk.page.rows.panel_text
    assert not any("rankings" in path for path in asked(recorded_server))
    button = desk.page.rows.findChild(QPushButton, "sign_in")
    assert isinstance(button, QPushButton)
    desk.page.take_focus()
    qtbot.waitUntil(button.hasFocus)
    press(button, Qt.Key.Key_Return)
    assert desk.told.sign_ins == [True]
    click(desk.page.bar.whom.button("all"))
    settled(qtbot, desk.page)
    assert names(desk.page) == sent_names()


def test_what_osu_does_not_have_is_one_sentence(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace(type="kudosu"))
    assert desk.page.rows.panel_text == "osu! has nothing here."
    assert desk.told.status[-1] == ""


def test_a_failure_is_a_sentence_and_retry_goes_on(
    qtbot: QtBot, open_page: OpenPage, recorded_server_with: Callable[..., Server]
) -> None:
    server = recorded_server_with("--faults", "500:1")
    desk = open_page(server)
    show(qtbot, desk, RankingsPlace())
    assert desk.page.rows.panel_text == "osu! has trouble answering."
    before = sum(asked(server).values())
    retry = desk.page.rows.findChild(QPushButton, "retry")
    assert isinstance(retry, QPushButton)
    click(retry)
    qtbot.waitUntil(lambda: sum(asked(server).values()) > before + 1, timeout=WAIT)
    settled(qtbot, desk.page)


def test_a_wait_that_osu_asks_for_is_counted_and_rows_come_by_themselves(
    qtbot: QtBot, open_page: OpenPage, recorded_server_with: Callable[..., Server]
) -> None:
    desk = open_page(recorded_server_with("--faults", "429:0.7", "--seed", "3"))
    desk.page.show_place(RankingsPlace(), None)
    qtbot.waitUntil(
        lambda: (
            desk.page.rows.foot_text.startswith("osu! asks us to wait")
            or bool(desk.page.model.loaded)
        ),
        timeout=WAIT,
    )
    qtbot.waitUntil(lambda: desk.page.model.loaded == 50, timeout=WAIT)
    assert names(desk.page) == sent_names()


def test_with_every_fault_at_once_all_rows_come_or_a_sentence_does(
    qtbot: QtBot, open_page: OpenPage, recorded_server_with: Callable[..., Server]
) -> None:
    faults = "429:0.1,500:0.1,reset:0.05,truncate:0.05,garbage:0.05,expire:0.05"
    desk = open_page(recorded_server_with("--faults", faults, "--seed", "7"))
    desk.page.show_place(RankingsPlace(), None)
    for _ in range(20):
        qtbot.waitUntil(
            lambda: desk.page.model.state in (LoadState.END, LoadState.FAILED), timeout=WAIT
        )
        if desk.page.model.state is LoadState.END:
            break
        said = desk.page.rows.panel_text or desk.page.rows.foot_text
        assert said
        desk.page.model.retry()
    assert desk.page.model.state is LoadState.END
    assert len(set(names(desk.page))) == 50


def test_nobody_signed_in_is_said_and_another_session_asks_anew(
    qtbot: QtBot,
    open_page: OpenPage,
    recorded_server: Server,
    loop: asyncio.AbstractEventLoop,
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace("taiko"))
    leaving = loop.create_task(desk.account.sign_out())
    qtbot.waitUntil(leaving.done, timeout=WAIT)
    settled(qtbot, desk.page)
    assert desk.page.model.loaded == 0
    assert desk.page.rows.panel_text == "Rankings are seen when you are signed in to osu!."
    again = loop.create_task(desk.account.guest_from_environment(environment_of(recorded_server)))
    qtbot.waitUntil(again.done, timeout=WAIT)
    qtbot.waitUntil(lambda: desk.page.model.loaded == 50, timeout=WAIT)


# --- filters and places ----------------------------------------------------------------------


def test_the_controls_move_the_page_and_tell_the_window_first(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    seen_while_told: list[RankingsPlace] = []
    desk.page.place_changed.connect(lambda *_: seen_while_told.append(desk.page.place))
    click(desk.page.bar.modes.modes.button("mania"))
    settled(qtbot, desk.page)
    click(desk.page.bar.types.button("score"))
    settled(qtbot, desk.page)
    assert desk.told.places == [
        (RankingsPlace("mania"), False),
        (RankingsPlace("mania", "score"), False),
    ]
    assert seen_while_told[0] == RankingsPlace()
    first = raw_answer("v2/rankings_mania_score.json")["ranking"][0]
    assert names(desk.page)[0] == first["user"]["username"]
    counts = asked(recorded_server)
    assert counts["200 GET /api/v2/rankings/mania/performance"] >= 1
    assert counts["200 GET /api/v2/rankings/mania/score"] >= 1


def test_a_country_is_chosen_from_all_that_osu_lists(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace("taiko"))
    picker = desk.page.bar.countries
    click(picker)
    qtbot.waitUntil(lambda: picker.has_choices, timeout=WAIT)
    write(picker.popup.field, "japan")
    press(picker.popup.field, Qt.Key.Key_Return)
    settled(qtbot, desk.page)
    assert desk.told.places[-1] == (RankingsPlace("taiko", country="JP"), False)
    assert desk.told.titles[-1] == "osu!taiko performance ranking, Japan"


def test_a_spotlight_is_chosen_by_name(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace("osu", "charts"))
    picker = desk.page.bar.spotlights
    click(picker)
    qtbot.waitUntil(lambda: picker.has_choices, timeout=WAIT)
    wanted = raw_answer("v2/get_spotlights_200.json")["spotlights"][4]
    write(picker.popup.field, wanted["name"].lower())
    press(picker.popup.field, Qt.Key.Key_Return)
    settled(qtbot, desk.page)
    place, replaced = desk.told.places[-1]
    assert isinstance(place, RankingsPlace)
    assert place.spotlight == wanted["id"]
    assert not replaced


def test_a_list_that_does_not_come_can_be_asked_for_again(
    qtbot: QtBot, open_page: OpenPage, recorded_server_with: Callable[..., Server]
) -> None:
    desk = open_page(recorded_server_with("--faults", "500:1"))
    picker = desk.page.bar.countries
    click(picker)
    qtbot.waitUntil(lambda: picker.popup.retry.isVisible(), timeout=WAIT)
    assert picker.popup.note.text() == "osu! has trouble answering. No list came."
    picker.popup.hide()


# --- all ten thousand ------------------------------------------------------------------------


def test_an_empty_ranking_is_one_sentence_and_one_action(
    qtbot: QtBot,
    open_page: OpenPage,
    recorded_server_with: Callable[..., Server],
    tmp_path: Path,
) -> None:
    data = tmp_path / "recorded"
    shutil.copytree(ANSWERS, data, copy_function=shutil.copyfile)
    for folder in (data, *data.iterdir()):
        folder.chmod(0o700 if folder.is_dir() else 0o600)
    (data / "v2" / "get_rankings_200.json").write_text('{"ranking": [], "total": 0}')
    desk = open_page(recorded_server_with("--data", str(data)))
    show(qtbot, desk, RankingsPlace(type="team"))
    qtbot.waitUntil(lambda: bool(desk.page.rows.panel_text), timeout=WAIT)
    assert desk.page.rows.panel_text == "The osu! team ranking is empty."
    desk.page.rows.action_requested.emit("everyone")
    desk.page.rows.action_requested.emit("world")
    assert [place for place, _ in desk.told.places] == [RankingsPlace(type="team")] * 2
    settled(qtbot, desk.page)


def test_going_to_a_rank_is_no_more_than_a_scroll_and_the_address_follows(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, RankingsPlace())
    page = desk.page
    assert page.model.rowCount() == 10_000
    press(page.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.bar.rank.hasFocus)
    write(page.bar.rank, "7,412")
    press(page.bar.rank, Qt.Key.Key_Return)
    assert page.bar.rank.text() == ""
    qtbot.waitUntil(lambda: page.model.row_at(7_411) is not None, timeout=WAIT)
    row = page.model.row_at(7_411)
    assert row is not None
    assert row.number == 7_412
    first, last = page.table.visible_rows()
    assert first <= 7_411 <= last
    qtbot.waitUntil(lambda: page.place.page == first // 50 + 1, timeout=WAIT)
    place, replaced = desk.told.places[-1]
    assert (place, replaced) == (RankingsPlace(page=first // 50 + 1), True)
    assert desk.told.status[-1].startswith(f"{first + 1:,}-{last + 1:,} of 10,000 · ")


def test_a_rank_beyond_the_last_goes_to_the_last_and_says_so(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    qtbot.waitUntil(lambda: desk.page.model.state is LoadState.END, timeout=WAIT)
    write(desk.page.bar.rank, "7412")
    press(desk.page.bar.rank, Qt.Key.Key_Return)
    assert desk.told.messages == [("info", "The last rank here is 50.")]
    assert desk.page.table.visible_rows()[1] == 49


def test_an_address_with_a_page_begins_there(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, RankingsPlace("taiko", page=40))
    page = desk.page
    qtbot.waitUntil(lambda: page.model.row_at(1_950) is not None, timeout=WAIT)
    assert page.table.visible_rows()[0] == 1_950
    assert page.model.row_at(0) is None
    assert desk.told.places == []
    page.show_place(RankingsPlace("taiko", page=41), None)
    assert page.table.visible_rows()[0] == 2_000


def test_coming_back_restores_rows_filter_and_position_without_asking(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    page = desk.page
    show(qtbot, desk, RankingsPlace())
    page.table.scroll_to_position(80 * 34)
    qtbot.waitUntil(lambda: page.place.page == 2, timeout=WAIT)
    settled(qtbot, page)
    at, before = page.table.scroll_position(), names(page)
    state = page.save_state()
    show(qtbot, desk, RankingsPlace("mania", "score"))
    assert names(page) != before
    requests = len(demo_server.stats()["times"])
    desk.told.places.clear()
    page.show_place(RankingsPlace(page=2), state)
    assert names(page) == before
    assert desk.told.places == []
    assert page.table.scroll_position() == at
    assert len(demo_server.stats()["times"]) - requests <= 1  # the look at the statistics itself
    write(page.bar.filter, "mer")
    found = names(page)
    state = page.save_state()
    show(qtbot, desk, RankingsPlace("mania", "score"))
    assert page.bar.filter.text() == ""
    page.show_place(RankingsPlace(), state)
    assert page.bar.filter.text() == "mer"
    assert names(page) == found


def test_reloading_keeps_the_rows_until_the_new_ones_are_there(
    qtbot: QtBot, open_page: OpenPage, recorded_server_with: Callable[..., Server]
) -> None:
    server = recorded_server_with("--latency", "0.2")
    desk = open_page(server)
    show(qtbot, desk, RankingsPlace())
    qtbot.waitUntil(lambda: desk.page.model.state is LoadState.END, timeout=WAIT)
    desk.page.reload()
    assert desk.page.model.state is LoadState.LOADING
    assert desk.page.model.loaded == 50
    qtbot.waitUntil(lambda: desk.page.model.state is LoadState.END, timeout=WAIT)
    assert desk.page.model.loaded == 50


# --- rows ------------------------------------------------------------------------------------


def test_sorting_and_filtering_say_that_only_loaded_rows_take_part(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    page = desk.page
    show(qtbot, desk, RankingsPlace())
    qtbot.waitUntil(lambda: page.model.state is LoadState.END, timeout=WAIT)
    page.model.sort_by("accuracy", True)
    accuracies = [row.item.hit_accuracy for row in page.model.loaded_rows()]
    assert accuracies == sorted(accuracies, reverse=True)
    assert page.rows.arranged_text == "Sorted by accuracy, highest first, among all 50 rows"
    page.start_filter()
    second = sent_names()[1]
    write(page.bar.filter, second.upper())
    assert names(page) == [second]
    assert desk.told.status[-1] == "1 of 50 loaded rows"
    clear = page.rows.findChild(QPushButton, "unarrange")
    assert isinstance(clear, QPushButton)
    click(clear)
    assert page.bar.filter.text() == ""
    assert names(page) == sent_names()
    assert page.table.hasFocus()


def test_clear_filter_empties_its_field_and_keeps_the_order(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    page = desk.page
    show(qtbot, desk, RankingsPlace())
    qtbot.waitUntil(lambda: page.model.state is LoadState.END, timeout=WAIT)
    page.model.sort_by("accuracy", False)
    before = names(page)
    page.start_filter()
    write(page.bar.filter, "zzz none")
    clear = page.rows.findChild(QPushButton, "unfilter")
    assert isinstance(clear, QPushButton)
    click(clear)
    assert page.bar.filter.text() == ""
    assert names(page) == before
    assert page.rows.arranged_text.startswith("Sorted by accuracy, lowest first")
    assert page.table.hasFocus()


def test_what_is_no_rank_is_told_of(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    told: list[tuple[str, str]] = []
    desk.page.message_requested.connect(lambda level, text: told.append((level, text)))
    write(desk.page.bar.rank, "abc")
    press(desk.page.bar.rank, Qt.Key.Key_Return)
    assert told == [("warning", "“abc” is no rank: type a number from 1, such as 7,412.")]


def test_a_row_opens_the_player_on_the_server_in_use(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    row = desk.page.model.row_at(0)
    desk.page.table.open_requested.emit(row, "here")
    desk.page.table.open_requested.emit(row, "background")
    there = UserPlace(sent_players()[0]["id"], "osu")
    assert desk.told.opened == [(there, "here"), (there, "background")]


def test_opening_a_country_shows_its_players_in_this_page(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace("taiko", "country"))
    desk.page.table.go_to(0)
    desk.page.table.setFocus()
    press(desk.page.table, Qt.Key.Key_Return)
    settled(qtbot, desk.page)
    assert desk.told.places[-1] == (RankingsPlace("taiko", country="JP"), False)
    assert desk.page.place.country == "JP"


def test_the_menu_of_a_row_copies_and_filters(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    page = desk.page
    show(qtbot, desk, RankingsPlace())
    page.table.go_to(0)
    rows = page.table.selected_rows()
    sent = sent_players()[0]
    player = sent["id"]
    clipboard = QGuiApplication.clipboard()
    for words, text in (
        ("Copy link", f"{recorded_server.url}/users/{player}/osu"),
        ("Copy name", sent["username"]),
    ):
        page.table.menu_requested.emit(rows, QPoint(10, 10))
        choose(menu_of(page), words)
        assert clipboard.text() == text
        QApplication.processEvents()
    page.table.menu_requested.emit(rows, QPoint(10, 10))
    choose(menu_of(page), "Copy")
    heading, line = clipboard.text().split("\n")
    assert heading.split("\t")[:2] == ["Rank", "30 days"]
    assert "34893.50" in line.split("\t")
    page.table.menu_requested.emit(rows, QPoint(10, 10))
    offered = [action.text().replace("&", "") for action in menu_of(page).actions()]
    assert offered[:3] == ["Open", "Open in the background", "Open in web browser"]
    choose(menu_of(page), "Open in web browser")
    assert desk.told.opened[-1][1] == "web"
    for words, how in (("Open", "here"), ("Open in the background", "background")):
        page.table.menu_requested.emit(rows, QPoint(10, 10))
        choose(menu_of(page), words)
        assert desk.told.opened[-1] == (UserPlace(player, "osu"), how)
    page.table.menu_requested.emit(rows, QPoint(10, 10))
    choose(menu_of(page), "Compare")
    assert desk.told.opened[-1] == (UserPlace(player, "osu", section="compare"), "here")
    page.table.selectAll()
    both = page.table.selected_rows()[:2]
    page.table.menu_requested.emit(both, QPoint(10, 10))
    choose(menu_of(page), "Compare these two")
    other = link_of(RankingsPlace(), both[1].item)
    assert other is not None
    assert isinstance(other.place, UserPlace)
    there = UserPlace(player, "osu", compare=other.place.user)
    assert desk.told.opened[-1] == (there, "here")
    page.table.go_to(0)
    page.table.menu_requested.emit(rows, QPoint(10, 10))
    choose(menu_of(page), f"Show only {sent['country']['name']}")
    assert desk.told.places[-1] == (RankingsPlace(country=sent["country_code"]), False)
    settled(qtbot, page)


def test_the_columns_that_were_chosen_are_there_the_next_time(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    desk.page.table.set_column_shown("level", True)
    desk.page.table.set_column_shown("team", False)
    show(qtbot, desk, RankingsPlace("osu", "country"))
    kept = desk.settings.table("rankings/performance")
    assert kept.shown == ["level"]
    assert kept.hidden == ["team"]
    other = open_page(recorded_server, desk.settings)
    show(qtbot, other, RankingsPlace("taiko"))
    keys = [other.page.model.columns[n].key for n in other.page.table.shown_columns()]
    assert "level" in keys
    assert "team" not in keys


def test_the_column_chooser_is_a_menu_of_all_columns(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    click(desk.page.bar.columns)
    menu = menu_of(desk.page)
    words = [action.text() for action in menu.actions()]
    assert {"Rank", "Flag", "Player", "Play time"} <= set(words)
    menu.close()


# --- files -----------------------------------------------------------------------------------


def export_to(qtbot: QtBot, desk: Desk, path: Path) -> None:
    desk.page.export()
    dialog = desk.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: bool(desk.told.messages), timeout=WAIT)


def test_loaded_rows_are_exported_as_csv_with_plain_digits(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server, tmp_path: Path
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    qtbot.waitUntil(lambda: desk.page.model.state is LoadState.END, timeout=WAIT)
    table = desk.page.list.table
    table.set_column_shown("accuracy", False)
    table.selectAll()
    table.copy_selection()
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    path = tmp_path / "ranking.csv"
    export_to(qtbot, desk, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    count = len(copied[0])
    # Names such as "-name-" have an apostrophe in the file, against formulas.
    assert [[c.removeprefix("'") for c in line[:count]] for line in lines] == [
        [c.removeprefix("'") for c in line] for line in copied
    ]
    assert "Accuracy" in lines[0][count:]
    assert len(lines[0]) == len(desk.page.model.columns) + 1
    rows = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    assert len(rows) == 50
    assert [row["Player"].removeprefix("'") for row in rows] == sent_names()
    assert rows[0]["Rank"] == "#1"
    assert rows[0]["Total score"] == "465342303870"
    assert rows[0]["Accuracy"].endswith("%")
    first = desk.page.model.row_at(0)
    assert first is not None
    assert lines[0][-1] == "Link"
    assert rows[0]["Link"] == f"{recorded_server.url}/users/{first.item.user.id}/osu"
    assert desk.told.messages == [("good", f"50 rows are written to {path}.")]
    assert desk.settings.export_folder == str(tmp_path)


def test_what_is_filtered_and_sorted_is_exported_so_as_json(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server, tmp_path: Path
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    desk.page.model.sort_by("accuracy", True)
    path = tmp_path / "ranking.json"
    export_to(qtbot, desk, path)
    made: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    accuracies = [each["hit_accuracy"] for each in made]
    assert accuracies == sorted(accuracies, reverse=True)
    assert made[0]["rank"] != 1


def test_a_file_that_cannot_be_written_is_one_sentence(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server, tmp_path: Path
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    export_to(qtbot, desk, tmp_path / "no such folder" / "ranking.csv")
    level, text = desk.told.messages[0]
    assert level == "bad"
    assert text.startswith("Nothing was exported. ")


def test_the_first_export_is_offered_where_people_keep_files(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    desk = open_page(recorded_server)
    show(qtbot, desk, RankingsPlace())
    desk.page.export()
    (dialog,) = desk.page.findChildren(QFileDialog)
    assert Path(dialog.directory().path()) == tmp_path
    dialog.reject()


def test_without_rows_there_is_nothing_to_export(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    desk.page.export()
    assert desk.told.messages == [("info", "There are no rows to export yet.")]


# --- words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "title", "stem"),
    [
        (RankingsPlace(), "osu! performance ranking", "osu-ranking-osu-performance"),
        (
            RankingsPlace("mania", country="JP", variant="7k", filter="friends"),
            "osu!mania 7K performance ranking, Japan, friends",
            "osu-ranking-mania-7k-performance-JP-friends",
        ),
        (RankingsPlace(type="kudosu"), "Kudosu ranking", "osu-ranking-kudosu"),
        (
            RankingsPlace("fruits", "charts", spotlight=271),
            "osu!catch spotlight",
            "osu-ranking-fruits-charts-271",
        ),
    ],
)
def test_titles_and_file_names(place: RankingsPlace, title: str, stem: str) -> None:
    assert ranking_title(place) == title
    assert file_stem(place) == stem


def test_an_empty_ranking_says_what_was_asked() -> None:
    place = RankingsPlace("mania", country="VA", variant="7k")
    assert empty_text(place, "Vatican City") == EmptyText(
        "Nobody from Vatican City is ranked in osu!mania with 7K.",
        action=("world", "Show all countries"),
    )
    assert empty_text(RankingsPlace(filter="friends")) == EmptyText(
        "None of your friends is in this ranking.", action=("everyone", "Show everyone")
    )
    assert empty_text(RankingsPlace("taiko", "team")) == EmptyText(
        "The osu!taiko team ranking is empty."
    )


def test_errors_are_told_in_the_words_of_the_place() -> None:
    spotlight = RankingsPlace("taiko", "charts", spotlight=3)
    said = describe_in(spotlight, NotFound(status=404, server_message="no mode"))
    assert said.text == "This spotlight has no ranking for osu!taiko."
    assert describe_in(RankingsPlace(country="ZZ"), NotFound()).text == (
        "osu! has no ranking for the country ZZ."
    )
    assert describe_in(RankingsPlace(), LoginRequired()).action == "sign_in"
    assert describe_in(RankingsPlace(), ServerTrouble(status=502)).may_retry


def test_a_guest_has_no_own_row(qtbot: QtBot, open_page: OpenPage, demo_server: Server) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, RankingsPlace())
    click(desk.page.bar.find_me)
    assert desk.told.messages == [
        ("info", "Your own row is found when you are signed in as a player.")
    ]
    assert desk.page.own_row.identity is None


def test_an_entry_of_each_type_leads_to_its_player_or_country() -> None:
    user = UserCompact(id=3, username="peppy", country_code="AU")
    player = link_of(RankingsPlace("taiko"), UserStatistics(user=user))
    kudosu = link_of(RankingsPlace(type="kudosu"), user)
    country = link_of(RankingsPlace(type="country"), CountryStatistics(code="JP"))
    assert player is not None and kudosu is not None and country is not None
    assert player.place == UserPlace(3, "taiko") and kudosu.place == UserPlace(3, None)
    assert player.country == ("AU", "AU") and country.place == RankingsPlace(country="JP")
    assert link_of(RankingsPlace(), UserStatistics()) is None

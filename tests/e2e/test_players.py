"""Players in the whole program: from a ranking, from the menu, by address, and back again."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from osubrowser.services.places.places import (
    AppPlace,
    BeatmapPlace,
    BeatmapsetPlace,
    ListPlace,
    Place,
    PlayersPlace,
    RankingsPlace,
    ScorePlace,
    UserPlace,
    WebAddress,
)
from osubrowser.ui.pages.player.overview import OverviewSection
from osubrowser.ui.pages.player.page import PlayerPage
from tests.conftest import ANSWERS, Server
from tests.e2e.conftest import Browser
from tests.ui.gestures import click, press

LATER = (
    "import sys, osubrowser.app; "
    "own = {'osubrowser.ui.pages.player', 'osubrowser.ui.pages.player.kind'}; "
    "print([n for n in sys.modules if 'player' in n and n.startswith('osubrowser.') "
    "and n not in own])"
)


def player_page(browser: Browser) -> PlayerPage:
    return cast("PlayerPage", browser.window.navigator.page)


def wait_for_player(browser: Browser) -> PlayerPage:
    navigator = browser.window.navigator
    browser.wait(lambda: isinstance(navigator.page, PlayerPage))
    browser.wait(lambda: player_page(browser).is_settled)
    return player_page(browser)


def overview(page: PlayerPage) -> OverviewSection:
    section = page.host.section
    assert isinstance(section, OverviewSection)
    return section


def test_nothing_of_it_is_loaded_before_a_player_is_opened() -> None:
    command = [sys.executable, "-c", LATER]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    loaded = answer.stdout.strip()
    assert loaded == "[]"


def test_a_row_of_a_ranking_opens_its_player_and_back_returns(
    start: Callable[..., Browser], qtbot: QtBot
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    window, rankings = browser.window, browser.rankings
    name = browser.texts(2)["player"]
    rankings.table.go_to(2)
    rankings.table.setFocus()
    press(rankings.table, Qt.Key.Key_Return)
    page = wait_for_player(browser)
    assert page.profile is not None
    assert page.profile.name == name
    assert window.chrome.tabs.currentIndex() == 1
    assert window.windowTitle() == f"{name} · osubrowser"
    assert f"users/{page.profile.id}/osu" in window.chrome.address.text()
    # The focus is in the page, where the arrow keys scroll.
    browser.wait(lambda: page.host.isAncestorOf(cast("Any", window.focusWidget())))
    page.host.pills.button("overview").setFocus()
    qtbot.keyClick(window, Qt.Key.Key_C, _CONTROL | Qt.KeyboardModifier.ShiftModifier)
    link = f"https://osu.ppy.sh/users/{page.profile.id}/osu"
    assert QGuiApplication.clipboard().text() == link
    qtbot.keyClick(window, Qt.Key.Key_3, _CONTROL)
    browser.wait(lambda: window.navigator.page is rankings)
    assert browser.texts(2)["player"] == name


def test_a_middle_click_opens_a_player_behind(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    table = browser.rankings.table
    row = table.visualRect(table.model().index(1, 0))
    click(table.viewport(), Qt.MouseButton.MiddleButton, QPoint(200, row.center().y()))
    navigator = browser.window.navigator
    assert navigator.place == RankingsPlace()
    assert browser.window.message_bar.text == "Opened in the background"
    navigator.select_place(0)
    page = wait_for_player(browser)
    assert page.profile is not None
    assert page.profile.name == browser.app.window.navigator.title
    assert navigator.history.current.place == UserPlace(page.profile.id, "osu")


def test_the_tab_begins_with_the_own_profile(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    me = browser.app.account.me
    assert me is not None
    assert me.id is not None
    browser.window.navigator.select(1)
    page = wait_for_player(browser)
    assert page.profile is not None
    assert page.profile.id == me.id
    assert browser.window.navigator.place == UserPlace(me.id)
    [before] = browser.window.navigator.history.behind()
    assert isinstance(before.place, RankingsPlace), "the profile took the place of the tab's home"
    browser.go("osu.ppy.sh/users/2/taiko")
    browser.wait(lambda: browser.window.navigator.place == UserPlace(2, "taiko"))
    wait_for_player(browser)
    browser.window.menu.profile.trigger()
    browser.wait(lambda: page.profile is not None and page.profile.id == me.id)
    assert browser.opened == []  # nothing went to the web browser
    browser.window.navigator.go(-1)
    assert page.profile is not None
    assert page.profile.id == 2  # at once, from what was kept


def test_a_profile_is_dressed_in_its_own_hue(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.window.navigator.select(1)
    page = wait_for_player(browser)
    seen = set()
    for user in (2, 3178418, 12092800, 10690090, 2757689, 3256299):
        browser.window.navigator.open(UserPlace(user))
        browser.wait(lambda: page.is_settled)
        assert page.profile is not None
        wanted = page.profile.hue if page.profile.hue is not None else 333
        assert browser.window.navigator.hue == wanted
        section = page.host.section
        assert section is not None
        for part in (page.header, page.host.strip, section):
            assert part.styleSheet() == browser.app.theme.stylesheet(wanted)
        seen.add(wanted)
    assert len(seen) > 1, "the demo's players all have one hue: choose others"


def test_the_demo_left_behind_leaves_no_player_behind(
    start: Callable[..., Browser], recorded_server: Server
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.window.navigator.select(1)
    page = wait_for_player(browser)
    account = browser.app.account
    environment = {
        "OSUBROWSER_CLIENT_ID": recorded_server.client_id,
        "OSUBROWSER_CLIENT_SECRET": recorded_server.client_secret,
    }
    browser.run(account.sign_out())
    assert page.profile is None
    browser.run(account.guest_from_environment(environment))
    navigator = browser.window.navigator
    assert navigator.index == 2, "nothing is open on that server yet: it begins with the rankings"
    navigator.select(1)
    browser.wait(lambda: page.is_settled)
    assert browser.window.navigator.place == PlayersPlace()
    assert page.start.isVisible()


def test_what_the_page_holds_is_what_the_real_osu_sent(
    start: Callable[..., Browser], recorded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", recorded_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", recorded_server.client_secret)
    browser = start("--server", recorded_server.url)
    browser.wait_for_rows()
    browser.go("osu.ppy.sh/u/peppy")
    page = wait_for_player(browser)
    body = json.loads((ANSWERS / "v2" / "get_user_200.json").read_bytes())
    sent = body["statistics"]
    assert browser.window.navigator.place == UserPlace(body["id"])
    words = dict(
        line.split("\t")[:2] for line in overview(page).figures.words.split("\n")
    )  # fmt: skip
    assert words["Global rank"] == f"#{sent['global_rank']:,}"
    assert words["Country rank"] == f"#{sent['country_rank']:,}"
    assert words["Performance"] == f"{sent['pp']:,.2f} pp"
    assert words["Accuracy"] == f"{sent['hit_accuracy']:.4f}%"
    assert words["Play count"] == f"{sent['play_count']:,}"
    assert words["Total hits"] == f"{sent['total_hits']:,}"
    assert words["Ranked score"] == f"{sent['ranked_score']:,}"
    assert words["Total score"] == f"{sent['total_score']:,}"
    assert words["Silver SS"] == f"{sent['grade_counts']['ssh']:,}"
    assert words["A"] == f"{sent['grade_counts']['a']:,}"
    ranks = overview(page).ranks.curves[0].data
    assert [int(value or 0) for value in ranks.values] == body["rank_history"]["data"]
    plays = overview(page).plays.curves[0].data
    assert sum(value or 0 for value in plays.values) == sum(
        month["count"] for month in body["monthly_playcounts"]
    )
    facts = {fact.key: fact.text for fact in overview(page).facts.facts}
    assert facts["follower_count"] == f"{body['follower_count']:,}"


_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_what_has_a_page_of_its_own_is_up_to_the_table(start: Callable[..., Browser]) -> None:
    pages = start("--demo").app.pages
    here: tuple[Place, ...] = (
        AppPlace("settings"),
        PlayersPlace(),
        UserPlace(2),
        RankingsPlace(),
        BeatmapPlace(1),
        BeatmapsetPlace(1),
        ScorePlace(1),
        ListPlace("search"),
    )
    elsewhere: tuple[Place, ...] = (
        AppPlace("nothing"),
        WebAddress("https://osu.ppy.sh/store"),
    )
    assert all(pages.has_page(place) for place in here)
    assert not any(pages.has_page(place) for place in elsewhere)

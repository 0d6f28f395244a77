"""Suggestions in the real window on the demo: what the server is asked, and what is opened."""

from __future__ import annotations

import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from osubrowser.api import Client, FileTokenStore
from osubrowser.demo import server
from osubrowser.demo.http.app import App as DemoApp
from osubrowser.demo.http.replies import json_reply
from osubrowser.demo.world.world import World
from osubrowser.services.omnibox.query import parse_query
from osubrowser.services.omnibox.remote_suggestions import RemoteSuggestions
from osubrowser.services.omnibox.suggestions import Suggestion
from osubrowser.services.places.places import (
    BeatmapsetPlace,
    ListPlace,
    RankingsPlace,
    UserPlace,
)
from osubrowser.services.runtime.calls import Calls, make_executor
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.shell.omnibox.controller import AddressBar
from osubrowser.ui.shell.omnibox.suggestion_list import SuggestionList
from tests.conftest import Server
from tests.e2e.conftest import Browser, quit_program
from tests.idle import HANG
from tests.ui.gestures import MIDDLE, click, press, write

CTRL = Qt.KeyboardModifier.ControlModifier
TOPICS = {"/api/v2/search": "players", "/api/v2/beatmapsets/search": "beatmaps"}


class Watch:
    """Stands in the demo's door: counts questions, holds them back, refuses them."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.most = 0
        self.now = 0
        self.gate = threading.Event()
        self.gate.set()
        self.refusals = 0
        self._lock = threading.Lock()

    def enter(self, topic: str, words: str) -> bool:
        """Note a question, and wait at the gate; False to refuse it."""
        with self._lock:
            self.asked.append((topic, words))
            self.now += 1
            self.most = max(self.most, self.now)
            refused = self.refusals > 0
            self.refusals -= refused
        self.gate.wait(HANG)
        return not refused

    def leave(self) -> None:
        with self._lock:
            self.now -= 1


@pytest.fixture(scope="module")
def world() -> World:
    """One world for all tests here: they change nothing in it."""
    return World(1)


@pytest.fixture(autouse=True)
def shared_world(monkeypatch: pytest.MonkeyPatch, world: World) -> None:
    monkeypatch.setattr(server, "World", lambda _seed, days: world)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    watch, answer = Watch(), DemoApp._answer

    def watched(self: DemoApp, request: object) -> object:
        path: str = request.path  # type: ignore[attr-defined]
        if path not in TOPICS:
            return answer(self, request)  # type: ignore[arg-type]
        words = request.args.get("query") or request.args.get("q", "")  # type: ignore[attr-defined]
        try:
            if watch.enter(TOPICS[path], words):
                return answer(self, request)  # type: ignore[arg-type]
            refusal = json_reply(429, b'{"error":"Too Many Attempts."}')
            refusal.headers["Retry-After"] = "2"
            return refusal
        finally:
            watch.leave()

    monkeypatch.setattr(DemoApp, "_answer", watched)
    yield watch
    watch.gate.set()


class Typing:
    """Somebody at the address bar of the demo's window."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        browser.wait_for_rows()
        press(browser.window, Qt.Key.Key_L, CTRL)

    @property
    def bar(self) -> AddressBar:
        return self.browser.window.chrome.address

    @property
    def popup(self) -> SuggestionList:
        return self.browser.window.omnibox.popup

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self.popup.rows]

    @property
    def foot(self) -> str:
        return self.popup.foot.text()

    def type(self, text: str) -> None:
        self.bar.selectAll()
        write(self.bar, text)

    def wait_for_the_end(self) -> None:
        self.browser.wait(lambda: not self.browser.window.omnibox.is_asking)

    def find(self, text: str) -> int:
        return next(n for n, title in enumerate(self.titles) if text in title)

    def row_at(self, row: int) -> QPoint:
        lines = self.popup.lines
        return lines.visualRect(lines.model().index(row, 0)).center()


@pytest.fixture
def typing(start: Callable[..., Browser], watch: Watch) -> Typing:
    return Typing(start("--demo"))


def test_a_name_is_asked_for_once_and_return_opens_the_player(typing: Typing, watch: Watch) -> None:
    typing.type("peppy")
    assert typing.titles[0] == "Player peppy", "at once, before anybody was asked"
    assert typing.foot.startswith("Asking osu!")
    assert watch.asked == []
    typing.wait_for_the_end()
    # A request that a busy machine did not answer in time is repeated by the transport.
    assert list(dict.fromkeys(watch.asked)) == [("players", "peppy"), ("beatmaps", "peppy")]
    assert watch.most <= len(watch.asked) - 1
    assert typing.foot == ""
    assert typing.titles[0] == "peppy"
    assert typing.popup.rows[0].picture
    press(typing.bar, Qt.Key.Key_Return)
    assert typing.browser.window.navigator.place == UserPlace(2)
    page = cast("PlayerPage", typing.browser.window.navigator.page)
    typing.browser.wait(lambda: page.profile is not None and page.is_settled)
    assert page.profile is not None
    assert page.profile.name == "peppy"
    assert not typing.popup.isVisible()


def test_one_request_at_a_time_and_what_comes_for_an_older_line_is_dropped(
    typing: Typing, watch: Watch
) -> None:
    watch.gate.clear()
    typing.type("aet")
    typing.browser.wait(lambda: watch.now == 1)
    for text in ("pe", "pep", "peppy"):
        typing.type(text)
    typing.popup.step(1)
    shown = typing.titles
    assert watch.asked == [("players", "aet")]
    watch.gate.set()
    typing.wait_for_the_end()
    assert watch.asked == [("players", "aet"), ("players", "peppy"), ("beatmaps", "peppy")]
    assert watch.most == 1
    assert not any("aether" in title for title in typing.titles)
    assert len(typing.titles) > len(shown)


def test_what_comes_moves_no_row_and_not_the_current_one(typing: Typing, watch: Watch) -> None:
    library = typing.browser.app.library
    library.add(UserPlace(77), "the first of mine")
    library.add(BeatmapsetPlace(78), "the second of mine")
    watch.gate.clear()
    typing.type("the")
    before = typing.titles
    typing.popup.step(2)
    current, at = typing.popup.current, typing.row_at(2).y()
    assert current is not None
    assert current.title == "the second of mine"
    watch.gate.set()
    typing.wait_for_the_end()
    assert typing.titles[: len(before) - 2] == before[:-2]
    assert typing.titles[-2:] == before[-2:], "what matches is above the searches"
    assert before[-2:] == ["Search all of osu! for “the”", "Beatmaps with “the”"]
    assert len(typing.titles) > len(before) + 5
    assert typing.popup.current == current
    assert typing.row_at(2).y() == at
    kinds = [row.detail.split(" ", 1)[0] for row in typing.popup.rows[len(before) - 2 : -2]]
    assert kinds == sorted(kinds, reverse=True), "players, then beatmaps"


def test_the_row_that_return_opens_stays_it_while_matches_come_above(
    typing: Typing, watch: Watch
) -> None:
    watch.gate.clear()
    typing.type("the sound of one key tapping")
    assert [title.split(" ", 1)[0] for title in typing.titles] == ["Search", "Beatmaps"]
    search = typing.popup.current
    assert search is not None
    watch.gate.set()
    typing.wait_for_the_end()
    assert len(typing.titles) > 2
    assert typing.popup.rows[-2] == search
    assert typing.popup.current == search
    press(typing.bar, Qt.Key.Key_Down)
    press(typing.bar, Qt.Key.Key_Down)
    assert typing.popup.current == typing.popup.rows[0]


def test_a_list_is_suggested_by_its_title(typing: Typing) -> None:
    typing.type("chal")
    row = next(row for row in typing.popup.rows if row.title == "Daily challenge")
    assert not row.is_web
    assert row.detail


def test_return_on_words_searches_all_of_osu(typing: Typing, watch: Watch) -> None:
    watch.gate.clear()
    typing.type("tapping sounds of one key")
    press(typing.bar, Qt.Key.Key_Return)
    navigator = typing.browser.window.navigator
    assert navigator.place == ListPlace("search", (("query", "tapping sounds of one key"),))
    watch.gate.set()


def test_return_on_a_name_that_does_not_exist_shows_the_near_matches(typing: Typing) -> None:
    typing.type("pepp")
    press(typing.bar, Qt.Key.Key_Return)
    navigator = typing.browser.window.navigator
    assert navigator.place == UserPlace("pepp")
    page = cast("PlayerPage", navigator.page)
    typing.browser.wait(lambda: page.panel.button("player-2") is not None)
    near = page.panel.button("player-2")
    assert near is not None
    typing.browser.wait(near.hasFocus)
    press(near, Qt.Key.Key_Return)
    typing.browser.wait(lambda: page.profile is not None and page.is_settled)
    assert navigator.place == UserPlace(2)


def test_leaving_the_bar_asks_nothing_more(typing: Typing, watch: Watch) -> None:
    watch.gate.clear()
    typing.type("peppy")
    typing.browser.wait(lambda: watch.now == 1)
    press(typing.bar, Qt.Key.Key_Escape)
    watch.gate.set()
    typing.wait_for_the_end()
    assert watch.asked == [("players", "peppy")]
    assert not typing.popup.isVisible()
    typing.type("the")
    press(typing.bar, Qt.Key.Key_Escape)  # before anything was sent
    typing.wait_for_the_end()
    assert watch.asked == [("players", "peppy")]


def test_what_was_asked_is_known_when_it_is_typed_again(typing: Typing, watch: Watch) -> None:
    typing.type("peppy")
    typing.wait_for_the_end()
    found = typing.titles
    typing.type("#5")
    assert len(typing.titles) == 4
    typing.type("peppy")
    typing.wait_for_the_end()
    assert typing.titles == found
    assert watch.asked.count(("players", "peppy")) == 1


def test_links_and_ids_ask_nothing_and_at_names_only_players(typing: Typing, watch: Watch) -> None:
    for text in ("https://osu.ppy.sh/users/2", "#123", "x", "https://example.com/x"):
        typing.type(text)
        typing.wait_for_the_end()
    assert watch.asked == []
    typing.type("@peppy")
    typing.wait_for_the_end()
    assert watch.asked == [("players", "peppy")]


def test_too_fast_is_told_in_the_foot_and_goes_on_by_itself(typing: Typing, watch: Watch) -> None:
    watch.refusals = 1
    typing.type("peppy")
    typing.browser.wait(lambda: "asks us to wait" in typing.foot)
    assert typing.foot.startswith("osu! asks us to wait 2 s")
    assert typing.titles[0] == "Player peppy", "what needs no answer is there"
    assert not typing.browser.window.message_bar.isVisible()
    typing.wait_for_the_end()
    assert typing.titles[0] == "peppy"
    assert watch.asked == [("players", "peppy"), ("players", "peppy"), ("beatmaps", "peppy")]


def test_without_osu_what_is_kept_is_there_and_the_foot_says_so(
    typing: Typing, watch: Watch
) -> None:
    typing.browser.app.library.add(UserPlace(2), "peppy", "who made it")
    typing.browser.app.demo.close()
    typing.type("pepp")
    typing.wait_for_the_end()
    assert typing.foot.startswith("osu! cannot be reached.")
    assert "peppy" in typing.titles
    assert watch.asked == []
    typing.type("who made")
    assert "peppy" in typing.titles, "by its note"


def test_a_suggested_beatmap_opens_here(typing: Typing) -> None:
    typing.type("the sound of one key tapping")
    typing.wait_for_the_end()
    row = next(row for row in typing.popup.rows if row.detail.startswith("Beatmap"))
    assert not row.is_web
    while typing.popup.current != row:
        press(typing.bar, Qt.Key.Key_Up)
    assert typing.popup.current == row
    press(typing.bar, Qt.Key.Key_Return)
    place = typing.browser.window.navigator.place
    assert isinstance(place, BeatmapsetPlace)
    assert place == getattr(row.value, "place", None)
    assert typing.browser.opened == []


def test_the_middle_button_opens_a_player_behind(typing: Typing) -> None:
    typing.type("peppy")
    typing.wait_for_the_end()
    click(typing.popup.lines.viewport(), MIDDLE, typing.row_at(0))
    navigator = typing.browser.window.navigator
    assert navigator.place == RankingsPlace()
    assert [place for place, _ in navigator.places] == [UserPlace(2)]
    assert typing.popup.isVisible()


def test_titles_are_shown_in_the_script_that_is_chosen(typing: Typing) -> None:
    typing.browser.app.settings.titles = "original"
    typing.type("sayonara iro no ame")
    typing.wait_for_the_end()
    found = [row.title for row in typing.popup.rows if row.detail.startswith("Beatmap")]
    assert found
    assert not any(title.isascii() for title in found)


def test_nothing_that_is_typed_is_written_anywhere(
    start: Callable[..., Browser],
    demo_server: Server,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", demo_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", demo_server.client_secret)
    caplog.set_level("DEBUG", "osubrowser")
    browser = start("--server", demo_server.url, "--log-level", "debug")
    typing = Typing(browser)
    typing.type("peppytypedinsecret")
    typing.wait_for_the_end()
    asked = "\n".join(demo_server.stats()["counts"])
    assert "GET /api/v2/search" in asked, "it was asked for"
    typing.type("/rankings/mania/performance")
    press(typing.bar, Qt.Key.Key_Return)
    browser.wait_for_rows()
    quit_program(browser)
    kept = [path for path in (tmp_path / "profile").rglob("*") if path.is_file()]
    everything = b"".join(path.read_bytes() for path in kept)
    assert b"/api/v2/rankings/mania" in everything, "what is shown is kept"
    assert b"typedinsecret" not in everything
    assert "typedinsecret" not in caplog.text


def test_a_client_that_is_closed_takes_no_later_question_with_it(
    qtbot: QtBot, loop: AbstractEventLoop, watch: Watch, tmp_path: Path
) -> None:
    demo, executor = server.DemoServer().start(), make_executor()
    one, other = (
        Client(
            demo.client_id,
            demo.client_secret,
            base_url=demo.url,
            token_store=FileTokenStore(tmp_path / name),
        )
        for name in ("one", "other")
    )
    asking = RemoteSuggestions(Calls(executor))
    found: list[Suggestion] = []
    asking.found.connect(found.extend)
    try:
        watch.gate.clear()
        asking.ask(one, parse_query("@mania"))
        qtbot.waitUntil(lambda: watch.now == 1)
        asking.clear()
        asking.ask(other, parse_query("@taiko"))
        one.close()
        qtbot.waitUntil(lambda: ("players", "taiko") in watch.asked)
        watch.gate.set()
        with qtbot.waitSignal(asking.ended):
            pass
        assert all("taiko" in one.title.casefold() for one in found)
    finally:
        watch.gate.set()
        asking.close()
        other.close()
        executor.shutdown(wait=True)
        demo.close()

"""What was seen is there again: at once, without osu!, after a crash, and for nobody else."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.models.table import background_refresh
from osubrowser.services.cache.response_cache import DEMO, account_key
from osubrowser.services.places.places import RankingsPlace, UserPlace
from osubrowser.ui.pages.player.lists.section import ListSection
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.pages.rankings.page import RankingsPage
from osubrowser.ui.style.theme import ROW_HEIGHT
from tests.e2e.conftest import Browser, quit_program
from tests.e2e.test_sign_in import HttpBrowser
from tests.idle import HANG, WAIT

AGO = re.compile(r"seen (just now|\d+ (min|h|d) ago)")


# Each of our servers makes up a secret of its own; the real one's stays, whatever happens to it.
_SERVING = """
import secrets
make = secrets.token_hex
secrets.token_hex = lambda length: "5e" * 20 if length == 20 else make(length)
from osubrowser.demo.__main__ import main
main()
"""


class Osu:
    """A server in a process of its own that can be stopped, and started again at its address."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.process: subprocess.Popen[str] | None = None
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-c", _SERVING, "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        facts = json.loads(self.process.stdout.readline())
        self.url: str = facts["url"]
        self.client_id: str = facts["client_id"]
        self.client_secret: str = facts["client_secret"]

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(HANG)
            if self.process.stdout is not None:
                self.process.stdout.close()
            self.process = None


@pytest.fixture
def osu(monkeypatch: pytest.MonkeyPatch) -> Iterator[Osu]:
    server = Osu()
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.3)
    yield server
    server.stop()


def guest(start: Callable[..., Browser], osu: Osu) -> Browser:
    browser = start("--server", osu.url)
    if browser.app.account.client is None:
        browser.run(browser.app.account.guest_from_environment())
    return browser


def players(browser: Browser) -> PlayerPage:
    return cast("PlayerPage", browser.window.navigator.page)


def open_player(browser: Browser, place: UserPlace) -> PlayerPage:
    browser.window.navigator.open(place)
    page = players(browser)
    browser.wait(lambda: page.profile is not None and page.profile.id == place.user, WAIT)
    return page


def fresh(browser: Browser) -> None:
    """Wait until nothing is under way, in front or behind."""
    page = players(browser)
    section = page.host.section
    browser.wait(lambda: page.is_settled, WAIT)
    if isinstance(section, ListSection):
        browser.wait(lambda: section.model.loaded, WAIT)


def status(browser: Browser) -> str:
    return browser.window.status_line.status


def test_without_a_server_what_was_seen_is_there_and_all_goes_on_when_it_is_back(
    start: Callable[..., Browser], osu: Osu
) -> None:
    browser = guest(start, osu)
    browser.wait_for_rows()
    open_player(browser, UserPlace(2, "osu", section="best"))
    fresh(browser)
    quit_program(browser)
    osu.stop()

    browser = guest(start, osu)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    browser.window.navigator.open(RankingsPlace())
    browser.wait(lambda: isinstance(browser.window.navigator.page, RankingsPage))
    browser.wait(lambda: browser.rankings.model.loaded)
    assert browser.texts(0)["player"]
    browser.wait(lambda: AGO.search(status(browser)))
    assert "offline" in browser.window.status_line.facts
    page = open_player(browser, UserPlace(2, "osu", section="best"))
    section = cast("ListSection", page.host.section)
    browser.wait(lambda: section.model.loaded)
    browser.wait(lambda: AGO.search(status(browser)))
    assert status(browser).count("seen ") == 1

    browser.window.navigator.open(UserPlace(3178418, "osu"))
    browser.wait(lambda: page.panel.isVisible())
    assert "cannot be reached" in page.panel.text
    browser.window.navigator.open(RankingsPlace(mode="taiko"))
    browser.wait(lambda: "cannot be reached" in browser.rankings.rows.panel_text)

    osu.start()
    browser.wait(lambda: browser.rankings.model.loaded, WAIT)
    assert browser.rankings.model.seen_at is None
    browser.window.navigator.select(1)
    browser.wait(lambda: page.profile is not None and page.profile.id == 3178418, WAIT)
    browser.wait(lambda: "offline" not in browser.window.status_line.facts)
    browser.window.navigator.open(UserPlace(2, "osu", section="best"))
    browser.wait(lambda: section.model.loaded and section.model.seen_at is None, WAIT)
    browser.wait(lambda: not AGO.search(status(browser)), WAIT)


def test_the_server_stopped_in_the_middle(start: Callable[..., Browser], osu: Osu) -> None:
    browser = guest(start, osu)
    browser.wait_for_rows()
    navigator = browser.window.navigator
    seen = [RankingsPlace(), RankingsPlace(mode="taiko"), RankingsPlace(type="country")]
    for place in seen:
        navigator.open(place)
        browser.wait_for_rows()
    page = browser.rankings
    osu.stop()
    for place in seen:
        navigator.open(place)
        browser.wait(lambda: page.model.loaded)
        assert not page.rows.panel_text
    navigator.open(RankingsPlace(mode="mania"))
    browser.wait(lambda: "cannot be reached" in page.rows.panel_text)
    osu.start()
    browser.wait(lambda: page.model.loaded, WAIT)
    browser.wait(lambda: "offline" not in browser.window.status_line.facts)
    assert page.model.error is None


def test_a_seen_place_is_there_at_once_and_stays_where_it_stands_when_the_fresh_one_comes(
    start: Callable[..., Browser], osu: Osu, qtbot: QtBot
) -> None:
    browser = guest(start, osu)
    browser.wait_for_rows()
    browser.window.navigator.open(RankingsPlace(mode="taiko"))
    browser.wait_for_rows()
    browser.window.navigator.open(RankingsPlace())
    browser.wait_for_rows()
    page = browser.rankings
    arrived: list[float | None] = []
    resets: list[int] = []
    page.model.page_arrived.connect(lambda one: arrived.append(one.seen_at))
    browser.window.navigator.open(RankingsPlace(mode="taiko"))
    page.model.modelReset.connect(lambda: resets.append(1))
    browser.wait(lambda: page.model.loaded)
    assert arrived[0] is not None, "this did not come from memory"
    page.table.scroll_to_position(5 * ROW_HEIGHT)
    name = browser.texts(7)["player"]
    browser.wait(lambda: None in arrived)
    assert page.table.scroll_position() == 5 * ROW_HEIGHT
    assert browser.texts(7)["player"] == name
    assert not resets, "the rows were taken away"
    assert page.model.seen_at is None
    assert not AGO.search(status(browser))


def test_nothing_of_one_account_is_shown_to_another(
    start: Callable[..., Browser], osu: Osu
) -> None:
    browser = guest(start, osu)
    browser.wait_for_rows()
    app = browser.app
    mine = account_key(osu.url, None)
    kept = _addresses(app.folders.responses)
    assert any("/rankings/osu/performance" in address for _, address in kept), kept
    assert {account for account, _ in kept} == {mine}
    details = app.account._session.details if app.account._session else None
    assert details is not None
    assert details.cache is not None
    path = "/api/v2/rankings/osu/performance"
    found = next(a for _, a in kept if path in a)
    assert app.response_cache.load(mine, found) is not None
    assert app.response_cache.load(account_key(osu.url, 2), found) is None
    assert app.response_cache.load(DEMO, found) is None
    browser.run(app.account.sign_out())
    assert details.cache.account == mine  # an answer on its way is still the guest's
    osu.stop()
    browser.run(app.start_demo())
    browser.wait_for_rows()
    assert browser.rankings.model.seen_at is None
    assert _addresses(app.folders.responses) == kept, "the demo left something on the disk"


def test_who_signs_in_next_sees_nothing_of_who_was_there_before(
    start: Callable[..., Browser], osu: Osu
) -> None:
    web = HttpBrowser()
    browser = start("--server", osu.url, browse=web)
    account = browser.app.account
    browser.run(account.guest_from_environment())
    browser.wait_for_rows()
    open_player(browser, UserPlace(2, "osu"))
    browser.window.navigator.open(RankingsPlace())
    browser.run(account.sign_out())
    browser.run(account.sign_in(osu.client_id, osu.client_secret, guest=False))
    web.join()
    browser.wait_for_rows()
    assert account.me is not None
    osu.stop()
    browser.window.navigator.open(UserPlace(2, "osu"))
    page = players(browser)
    browser.wait(lambda: page.failure is not None)
    assert page.profile is None
    assert "cannot be reached" in page.panel.text
    assert account.cache_account == account_key(osu.url, account.me.id)


def _addresses(folder: Path) -> set[tuple[str, str]]:
    import sqlite3

    with sqlite3.connect(f"file:{folder / 'answers.sqlite'}?mode=ro", uri=True) as file:
        found = {(str(a), str(b)) for a, b in file.execute("SELECT account, address FROM answers")}
    file.close()
    return found


_CRASHING = """
import os, signal, sys
from pathlib import Path
from osubrowser import app
from osubrowser.__main__ import main

class Crashing(app.App):
    async def live(self):
        await self.enter()
        if self.account.client is None:
            await self.account.guest_from_environment()
        import asyncio
        page = self.window.navigator.page
        while not page.model.loaded:
            await asyncio.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)

app.App = Crashing
main(["--server", sys.argv[1], "--profile", sys.argv[2]])
"""


@pytest.mark.skipif(os.name != "posix", reason="signals as on POSIX")
def test_what_was_seen_survives_a_crash(
    start: Callable[..., Browser], osu: Osu, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    command = [sys.executable, "-c", _CRASHING, osu.url, str(profile)]
    ended = subprocess.run(command, timeout=60, check=False, capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    osu.stop()
    browser = guest(start, osu)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    browser.window.navigator.open(RankingsPlace())
    browser.wait(lambda: isinstance(browser.window.navigator.page, RankingsPage))
    browser.wait(lambda: browser.rankings.model.loaded)
    browser.wait(lambda: AGO.search(status(browser)))
    assert browser.app.response_cache.problem is None


def test_a_damaged_memory_starts_anew_with_a_sentence(
    start: Callable[..., Browser], osu: Osu, tmp_path: Path
) -> None:
    folder = tmp_path / "profile" / "cache" / "memory"
    folder.mkdir(parents=True)
    (folder / "answers.sqlite").write_bytes(b"no database at all" * 1000)
    browser = guest(start, osu)
    browser.wait_for_rows()
    browser.wait(lambda: "starts anew" in browser.window.message_bar.text)
    assert _addresses(folder)


def test_damage_that_comes_while_it_runs_is_said_at_once(
    start: Callable[..., Browser], osu: Osu, tmp_path: Path
) -> None:
    browser = guest(start, osu)
    browser.wait_for_rows()
    assert browser.app.response_cache.problem is None
    path = tmp_path / "profile" / "cache" / "memory" / "answers.sqlite"
    # What was written is in the file then, not in its log.
    browser.app.response_cache.set_limit(1 << 20)
    path.write_bytes(b"no database at all" * 1000)
    browser.window.navigator.open(RankingsPlace(mode="taiko"))
    browser.wait(lambda: "starts anew" in browser.window.message_bar.text)
    browser.wait_for_rows()


def test_seen_players_are_shown_without_a_server(start: Callable[..., Browser], osu: Osu) -> None:
    browser = guest(start, osu)
    browser.wait_for_rows()
    users = (2, 3178418, 12092800, 10690090, 2757689)
    for user in users:
        open_player(browser, UserPlace(user, "osu"))
        fresh(browser)
    osu.stop()
    quit_program(browser)
    browser = guest(start, osu)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    browser.window.navigator.open(RankingsPlace())
    browser.wait(lambda: isinstance(browser.window.navigator.page, RankingsPage))
    browser.wait(lambda: browser.rankings.model.loaded)
    for user in users:
        open_player(browser, UserPlace(user, "osu"))

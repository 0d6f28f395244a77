"""Signing in for real, from the welcome page, with an HTTP client in the browser's place."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from osubrowser.services.session.account import AccountState
from osubrowser.ui.pages.welcome.page import WelcomePage
from tests.conftest import Server
from tests.e2e.conftest import Browser, quit_program
from tests.idle import HANG
from tests.ui.gestures import click

LEFT = Qt.MouseButton.LeftButton


class HttpBrowser:
    """Follows where the authorize page redirects to, as a web browser would, on a thread."""

    def __init__(self) -> None:
        self.pages: list[requests.Response] = []
        self._threads: list[threading.Thread] = []

    def __call__(self, url: str) -> bool:
        thread = threading.Thread(target=self._get, args=(url,))
        thread.start()
        self._threads.append(thread)
        return True

    def _get(self, url: str) -> None:
        with requests.get(url, timeout=10) as answer:
            self.pages.append(answer)

    def join(self) -> None:
        """Wait until it has read everything."""
        for thread in self._threads:
            thread.join(HANG)


def welcome(browser: Browser) -> WelcomePage:
    """The welcome page, which is what is shown."""
    browser.wait(lambda: browser.window.navigator.is_welcome)
    page = browser.window.navigator.page
    assert isinstance(page, WelcomePage)
    return page


def fill_in(page: WelcomePage, qtbot: QtBot, server: Server, secret: str | None = None) -> None:
    """Type the application's id and secret and press the button."""
    qtbot.keyClicks(page.form.client_id, server.client_id)
    qtbot.keyClicks(page.form.client_secret, secret or server.client_secret)
    qtbot.mouseClick(page.form.submit, LEFT)


def test_the_whole_way_in_out_and_in_again(
    start: Callable[..., Browser], recorded_server: Server, qtbot: QtBot, tmp_path: Path
) -> None:
    web = HttpBrowser()
    browser = start("--server", recorded_server.url, browse=web)
    fill_in(welcome(browser), qtbot, recorded_server)
    browser.wait(lambda: browser.app.account.state is AccountState.PLAYER)
    browser.wait_for_rows()
    web.join()
    assert [page.status_code for page in web.pages] == [200]
    assert web.pages[0].url.startswith("http://127.0.0.1:")
    assert "token=" not in web.pages[0].text
    assert browser.rankings.model.loaded == 50
    quit_program(browser)

    # The next run is signed in at once: no browser, no question.
    again = start("--server", recorded_server.url, browse=web)
    again.wait_for_rows()
    assert again.app.account.state is AccountState.PLAYER
    assert again.opened == []

    # Out again: osu! is told, and nothing is kept.
    again.app.sign_in_flow.sign_out()
    again.wait(lambda: again.window.navigator.is_welcome)
    again.wait(
        lambda: "204 DELETE /api/v2/oauth/tokens/current" in recorded_server.stats()["counts"]
    )
    quit_program(again)
    third = start("--server", recorded_server.url, browse=web)
    welcome(third)
    assert third.app.account.state is AccountState.SIGNED_OUT


def test_no_secret_is_written_but_where_secrets_are_kept(
    start: Callable[..., Browser], recorded_server: Server, qtbot: QtBot, tmp_path: Path
) -> None:
    web = HttpBrowser()
    browser = start("--server", recorded_server.url, "--log-level", "debug", browse=web)
    fill_in(welcome(browser), qtbot, recorded_server)
    browser.wait_for_rows()
    web.join()
    kept = browser.app.folders.secrets_file
    browser.wait(kept.exists)
    quit_program(browser)
    assert kept.stat().st_mode & 0o077 == 0
    code = web.pages[0].url.split("code=")[1].split("&")[0]
    for file in (tmp_path / "profile").rglob("*"):
        if file.is_file() and file != kept:
            content = file.read_bytes()
            assert recorded_server.client_secret.encode() not in content, file
            assert code.encode() not in content, file
            assert b"Bearer" not in content, file
    assert json.loads(kept.read_text())


def test_a_wrong_secret_is_said_in_place_and_can_be_mended(
    start: Callable[..., Browser], recorded_server: Server, qtbot: QtBot
) -> None:
    web = HttpBrowser()
    browser = start("--server", recorded_server.url, browse=web)
    page = welcome(browser)
    fill_in(page, qtbot, recorded_server, secret="not-the-secret")
    browser.wait(lambda: page.form.error)
    web.join()
    assert "client secret" in page.form.error
    page.form.client_id.clear()
    page.form.client_secret.clear()
    fill_in(page, qtbot, recorded_server)
    browser.wait_for_rows()
    web.join()
    assert browser.app.account.state is AccountState.PLAYER


def test_as_a_guest_without_a_browser(
    start: Callable[..., Browser], recorded_server: Server, qtbot: QtBot
) -> None:
    browser = start("--server", recorded_server.url)
    page = welcome(browser)
    page.form.guest.setChecked(True)
    fill_in(page, qtbot, recorded_server)
    browser.wait_for_rows()
    assert browser.app.account.state is AccountState.GUEST
    assert browser.opened == []


def test_cancel_while_the_browser_is_open(
    start: Callable[..., Browser], recorded_server: Server, qtbot: QtBot
) -> None:
    browser = start("--server", recorded_server.url)  # a browser that never comes back
    page = welcome(browser)
    fill_in(page, qtbot, recorded_server)
    browser.wait(lambda: browser.opened and page.waiting.cancel.isVisible())
    qtbot.mouseClick(page.waiting.cancel, LEFT)
    browser.wait(lambda: browser.app.account.state is AccountState.SIGNED_OUT)
    assert page.form.isVisible()


def test_without_a_network_the_page_says_what_to_do(
    start: Callable[..., Browser], qtbot: QtBot
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    page = welcome(start("--server", url))
    page.form.guest.setChecked(True)
    qtbot.keyClicks(page.form.client_id, "5")
    qtbot.keyClicks(page.form.client_secret, "secret")
    qtbot.mouseClick(page.form.submit, LEFT)
    qtbot.waitUntil(lambda: page.form.error != "")
    assert page.form.error == "osu! cannot be reached. Check the connection, then try again."
    assert page.form.client_secret.text() == "secret", "it need not be pasted again"


def test_another_callback_address_is_a_matter_of_the_browser_and_of_the_hint(
    demo_server_with: Callable[..., Server], start: Callable[..., Browser], qtbot: QtBot
) -> None:
    server = demo_server_with("--callback", "http://127.0.0.1/elsewhere")
    web = HttpBrowser()
    page = welcome(start("--server", server.url, browse=web))
    fill_in(page, qtbot, server)
    qtbot.waitUntil(lambda: len(web.pages) == 1)
    web.join()
    assert web.pages[0].status_code == 401, "osu! shows its error, and asks nothing"
    assert page.waiting.isVisible()
    assert page.form.callback.text() in page.waiting.trouble
    click(page.waiting.cancel)
    qtbot.waitUntil(page.form.isVisible)


def test_denied_in_the_browser(
    start: Callable[..., Browser], demo_server_with: Callable[..., Server], qtbot: QtBot
) -> None:
    server = demo_server_with("--deny")
    web = HttpBrowser()
    browser = start("--server", server.url, browse=web)
    page = welcome(browser)
    fill_in(page, qtbot, server)
    browser.wait(lambda: page.form.error)
    web.join()
    assert browser.app.account.state is AccountState.SIGNED_OUT


@pytest.mark.parametrize("button", ["door", "command line"])
def test_the_demo_is_one_click_away(
    start: Callable[..., Browser], qtbot: QtBot, button: str
) -> None:
    if button == "door":
        browser = start()
        qtbot.mouseClick(welcome(browser).demo, LEFT)
    else:
        browser = start("--demo")
    browser.wait_for_rows()
    assert browser.app.account.is_demo
    assert browser.app.account.state is AccountState.PLAYER
    assert browser.rankings.model.total == 10_000


def test_a_tab_answers_on_the_welcome_page(start: Callable[..., Browser]) -> None:
    browser = start()
    navigator, tabs = browser.window.navigator, browser.window.chrome.tabs
    browser.wait(lambda: navigator.is_welcome)
    click(tabs, at=tabs.tabRect(2).center())
    assert not navigator.is_welcome
    rows = browser.rankings.rows
    browser.wait(lambda: rows.panel_text == "Rankings are seen when you are signed in to osu!.")
    sign_in = next(one for one in rows.shown_buttons() if one.text() == "Sign in")
    click(sign_in)
    assert navigator.is_welcome
    click(tabs, at=tabs.tabRect(1).center())
    assert not navigator.is_welcome
    browser.wait(lambda: navigator.page is not None and navigator.page.is_settled)

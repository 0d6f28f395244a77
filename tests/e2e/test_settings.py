"""Settings in the whole program: from the click to the effect, and after the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from osubrowser.services.places.places import RankingsPlace, UserPlace
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.dialogs.shortcut_sheet import ShortcutSheet
from osubrowser.ui.pages.player.lists.section import ListSection
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.pages.settings.cache import CacheSection
from osubrowser.ui.pages.settings.choices import AppearanceSection, RequestsSection
from osubrowser.ui.pages.settings.folders import FilesSection
from osubrowser.ui.pages.settings.page import SettingsPage
from osubrowser.ui.pages.settings.shortcuts import ShortcutsSection
from tests.conftest import Server
from tests.e2e.conftest import Browser, quit_program
from tests.ui.gestures import click, press, write

CTRL = Qt.KeyboardModifier.ControlModifier


def settings_page(browser: Browser) -> SettingsPage:
    """Open the settings by their key."""
    press(browser.window, Qt.Key.Key_Comma, CTRL)
    browser.wait(lambda: isinstance(browser.window.navigator.page, SettingsPage))
    return cast("SettingsPage", browser.window.navigator.page)


def section(browser: Browser, title: str) -> object:
    page = settings_page(browser)
    page.choose(title)
    browser.wait(lambda: page.is_settled)
    return page.section


def kept(tmp_path: Path) -> Settings:
    return Settings.load(tmp_path / "profile" / "config" / "settings.json")


def titles(browser: Browser) -> list[str]:
    """The titles of the best scores of a player of the demo, as they are shown."""
    browser.window.navigator.open(UserPlace(2, "osu", section="best"))
    page = cast("PlayerPage", browser.window.navigator.page)
    browser.wait(lambda: isinstance(page.host.section, ListSection))
    rows = cast("ListSection", page.host.section)
    browser.wait(lambda: rows.model.loaded and rows.isVisible())
    column = next(n for n, one in enumerate(rows.model.columns) if one.key == "title")
    return [str(rows.model.index(row, column).data()) for row in range(20)]


def test_the_settings_open_by_key_and_menu_and_by_address(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    settings_page(browser)
    assert browser.window.chrome.address.text() == "osubrowser:settings"
    assert "Settings" in browser.window.windowTitle()
    assert len(browser.window.navigator.places) == 1
    browser.window.navigator.select(1)
    action = next(a for a in browser.window.menu.actions() if a.text().startswith("Settings"))
    action.trigger()
    browser.wait(lambda: isinstance(browser.window.navigator.page, SettingsPage))
    assert len(browser.window.navigator.places) == 1  # there are not two of them
    press(browser.window, Qt.Key.Key_W, CTRL)
    browser.wait(lambda: not browser.window.navigator.places)
    browser.go("osubrowser:settings")
    browser.wait(lambda: isinstance(browser.window.navigator.page, SettingsPage))
    assert browser.opened == []


def test_titles_theme_and_pace_work_at_once_and_after_a_restart(
    start: Callable[..., Browser], tmp_path: Path
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    romanised = titles(browser)
    look = cast("AppearanceSection", section(browser, "Appearance"))
    click(look.titles.button("original"))
    click(look.theme.button("light"))
    assert not browser.app.theme.is_dark
    pace = cast("RequestsSection", section(browser, "Requests"))
    pace.pace.setFocus()
    pace.pace.selectAll()
    write(pace.pace, "42")
    press(pace.pace, Qt.Key.Key_Return)
    original = titles(browser)
    assert original != romanised
    assert all(one.isascii() for one in romanised)
    assert not all(one.isascii() for one in original)
    dark = next(a for a in browser.window.menu.themes.actions() if a.data() == "dark")
    dark.trigger()
    assert cast("AppearanceSection", section(browser, "Appearance")).theme.current == "dark"
    quit_program(browser)
    assert (kept(tmp_path).titles, kept(tmp_path).theme, kept(tmp_path).pace) == (
        "original",
        "dark",
        42,
    )
    browser = start("--demo")
    assert titles(browser) == original
    assert cast("RequestsSection", section(browser, "Requests")).pace.value() == 42


def pictures_asked(server: Server) -> list[str]:
    """Every address that the server was asked for and that is no answer of the API."""
    return [
        address
        for _time, _method, address, _status in server.stats()["requests"]
        if not address.startswith(("/api/", "/oauth", "/_"))
    ]


def test_without_pictures_none_is_asked_for(
    start: Callable[..., Browser],
    demo_server: Server,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", demo_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", demo_server.client_secret)
    browser = start("--server", demo_server.url)
    # Nobody is signed in: the welcome page, without a picture. The settings open all the same.
    look = cast("AppearanceSection", section(browser, "Appearance"))
    click(look.pictures, at=QPoint(8, look.pictures.height() // 2))
    browser.run(browser.app.account.guest_from_environment())
    browser.window.navigator.open(RankingsPlace())
    browser.wait_for_rows()
    browser.window.navigator.open(UserPlace(2, "osu", section="best"))
    page = cast("PlayerPage", browser.window.navigator.page)
    browser.wait(lambda: page.is_settled and page.profile is not None)
    browser.window.grab()  # all of it is painted
    assert pictures_asked(demo_server) == []
    quit_program(browser)
    assert not kept(tmp_path).pictures
    browser = start("--server", demo_server.url)
    browser.run(browser.app.account.guest_from_environment())
    browser.window.navigator.open(RankingsPlace())
    browser.wait_for_rows()
    browser.window.grab()
    assert pictures_asked(demo_server) == []
    look = cast("AppearanceSection", section(browser, "Appearance"))
    click(look.pictures, at=QPoint(8, look.pictures.height() // 2))
    browser.window.navigator.open(RankingsPlace())
    browser.wait(lambda: pictures_asked(demo_server))


def test_a_chosen_key_works_and_is_told_everywhere(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    window = browser.window
    keys = cast("ShortcutsSection", section(browser, "Shortcuts"))
    reload = keys.rows["reload"]
    click(reload.caps[0])
    press(reload.caps[0], Qt.Key.Key_L, CTRL)  # while it waits, Ctrl+L does not leave the page
    assert "“Type an address”" in reload.refused.text()
    assert not window.chrome.address.hasFocus()
    click(reload.caps[0])
    press(reload.caps[0], Qt.Key.Key_U, CTRL)
    rank = keys.rows["rank"]
    click(rank.caps[0])
    press(rank.caps[0], Qt.Key.Key_F7)
    assert window.chrome.reload.toolTip() == "Reload (Ctrl+U)"

    def works(again: Browser) -> None:
        again.window.navigator.open(RankingsPlace())
        again.wait_for_rows()
        page, reloads = again.rankings, []
        again.window.navigator.page.reload = lambda: reloads.append(1)  # type: ignore[method-assign, union-attr]
        press(again.window, Qt.Key.Key_F5)
        assert reloads == []
        press(again.window, Qt.Key.Key_U, CTRL)
        press(again.window, Qt.Key.Key_R, CTRL)
        assert reloads == [1, 1]
        assert "(F7)" in page.bar.rank.toolTip()
        press(again.window, Qt.Key.Key_G, CTRL)
        assert not page.bar.rank.hasFocus()
        press(again.window, Qt.Key.Key_F7)
        assert page.bar.rank.hasFocus()

    works(browser)
    window.commands.show_shortcuts()
    sheet = window.findChild(ShortcutSheet)
    assert isinstance(sheet, ShortcutSheet)
    caps = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Ctrl+U" in caps
    assert "F7" in caps
    assert "F5" not in caps
    sheet.close()
    quit_program(browser)

    browser = start("--demo")
    browser.wait_for_rows()
    assert browser.window.chrome.reload.toolTip() == "Reload (Ctrl+U)"
    works(browser)
    click(cast("ShortcutsSection", section(browser, "Shortcuts")).reset_all)
    assert browser.window.chrome.reload.toolTip() == "Reload (F5)"
    assert browser.app.settings.shortcuts == {}


def test_what_is_kept_is_counted_and_can_be_cleared(
    start: Callable[..., Browser], demo_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", demo_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", demo_server.client_secret)
    browser = start("--server", demo_server.url)
    browser.run(browser.app.account.guest_from_environment())
    browser.window.navigator.open(RankingsPlace())
    browser.wait_for_rows()
    browser.wait(lambda: browser.app.response_cache.size() > 0)
    cache = cast("CacheSection", section(browser, "Cache"))
    assert not cache.answers_row.hint.text().startswith("Nothing")
    click(cache.clear_answers)
    browser.wait(lambda: cache.answers_row.hint.text().startswith("Nothing is kept."))
    assert browser.app.response_cache.size() == 0
    assert "Forgotten" in browser.window.message_bar.text


def test_a_damaged_file_is_told_and_the_settings_begin_anew(
    start: Callable[..., Browser], tmp_path: Path
) -> None:
    path = tmp_path / "profile" / "config" / "settings.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{"theme": "light"')
    for name in ("demo_bookmarks.json", "demo_recently_seen.json"):
        damaged = tmp_path / "profile" / "data" / name
        damaged.parent.mkdir(exist_ok=True)
        damaged.write_bytes(b"\0")
    browser = start("--demo")
    bar, told = browser.window.message_bar, list[str]()
    for subject in ("settings", "bookmarks", "seen"):  # each is said, whatever comes meanwhile
        browser.wait(bar.isVisible)
        browser.window.show_message("info", "Something else.")
        bar.dismiss()
        told.append(bar.text)
        assert subject in bar.text, told
        bar.dismiss()
    files = cast("FilesSection", section(browser, "Files"))
    assert files.problem.isVisible()
    assert "settings.json.damaged" in files.problem.text()
    assert path.with_name("settings.json.damaged").read_bytes() == b'{"theme": "light"'
    look = cast("AppearanceSection", section(browser, "Appearance"))
    click(look.titles.button("original"))
    quit_program(browser)
    assert kept(tmp_path).titles == "original"

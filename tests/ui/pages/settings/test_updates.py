"""The section of updates: off at first, a plain explanation, and a page that a click opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.services.runtime.calls import Calls
from osubrowser.services.updates.checker import CheckState
from osubrowser.ui.pages.settings.updates import UpdatesSection
from tests.asset_server import AssetServer
from tests.ui.gestures import click
from tests.ui.pages.settings.settings_page import SettingsDesk

PATH = "/repos/somebody/osubrowser/releases/latest"


@pytest.fixture
def server() -> Iterator[AssetServer]:
    server = AssetServer()
    yield server
    server.close()


@pytest.fixture
def desk(qtbot: QtBot, calls: Calls, tmp_path: Path, server: AssetServer) -> Iterator[SettingsDesk]:
    desk = SettingsDesk(qtbot, calls, tmp_path, releases=f"{server.url}{PATH}")
    yield desk
    desk.close()


@pytest.fixture
def section(desk: SettingsDesk) -> UpdatesSection:
    section = desk.section("Updates")
    assert isinstance(section, UpdatesSection)
    return section


def test_it_is_off_and_says_what_it_would_send(
    desk: SettingsDesk, section: UpdatesSection, server: AssetServer
) -> None:
    assert not section.check.isChecked()
    assert "One request to 127.0.0.1:" in section.row.hint.text()
    assert section.found.hint.text() == "It has not been checked yet."
    click(section.check)
    assert desk.settings.check_updates
    assert server.asked == [], "the next start asks"


def test_check_now_tells_of_a_newer_version_whose_page_a_click_opens(
    desk: SettingsDesk, section: UpdatesSection, server: AssetServer, qtbot: QtBot
) -> None:
    assert section.page.isHidden()
    server.answers[PATH] = (200, {}, b'{"tag_name": "v1.3.0", "html_url": "https://evil.example"}')
    server.gate.clear()
    click(section.now)
    qtbot.waitUntil(lambda: not section.now.isEnabled())
    server.gate.set()
    qtbot.waitUntil(lambda: desk.updates.state is CheckState.NEWER)
    assert section.found.hint.text().startswith("Version 1.3.0 is there. ")
    assert desk.opened_web == []
    click(section.page)
    assert desk.opened_web == [f"{server.url}/"]
    server.answers[PATH] = (200, {}, b'{"tag_name": "v1.2.0"}')
    click(section.now)
    qtbot.waitUntil(lambda: desk.updates.state is CheckState.CURRENT)
    assert section.found.hint.text().startswith("It is the newest one, as of ")
    assert section.page.isHidden()


def test_a_failure_is_told(
    desk: SettingsDesk, section: UpdatesSection, server: AssetServer, qtbot: QtBot
) -> None:
    click(section.now)
    qtbot.waitUntil(lambda: desk.updates.state is CheckState.FAILED)
    assert section.found.hint.text().endswith(" did not answer with a version.")
    assert section.now.isEnabled()
    server.close()
    click(section.now)
    qtbot.waitUntil(lambda: section.found.hint.text().endswith(" cannot be reached."))


def test_a_copy_without_an_address_says_so(qtbot: QtBot, calls: Calls, tmp_path: Path) -> None:
    desk = SettingsDesk(qtbot, calls, tmp_path)
    section = desk.section("Updates")
    assert isinstance(section, UpdatesSection)
    assert not section.check.isEnabled()
    assert not section.now.isEnabled()
    assert "does not know where its releases are" in section.row.hint.text()
    desk.close()

"""The settings of saved replays: names with a live preview, existing files, the key of API v1."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from osubrowser.services.places.places import WebAddress
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.schema import REPLAY_NAME
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.dialogs.replay_folders import ReplayFoldersDialog
from osubrowser.ui.pages.settings.replays import ReplaysSection
from tests.ui.gestures import click, press, write
from tests.ui.pages.settings.settings_page import SettingsDesk

KEY = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def desk(qtbot: QtBot, calls: Calls, tmp_path: Path) -> Iterator[SettingsDesk]:
    desk = SettingsDesk(qtbot, calls, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def section(desk: SettingsDesk) -> ReplaysSection:
    section = desk.section("Replays")
    assert isinstance(section, ReplaysSection)
    return section


def type_name(section: ReplaysSection, text: str) -> None:
    section.name.setFocus()
    section.name.selectAll()
    write(section.name, text)


def test_a_name_is_shown_while_it_is_typed_and_saved_when_it_is_left(
    desk: SettingsDesk, section: ReplaysSection, qtbot: QtBot
) -> None:
    hint = section.name_row.hint
    qtbot.waitUntil(lambda: hint.text().startswith("For example: Player - Artist - Title [Insane]"))
    type_name(section, "{player} {mods}")
    qtbot.waitUntil(lambda: hint.text() == "For example: Player HDDT.osr")
    assert desk.preferences.settings.replay_name == REPLAY_NAME
    press(section.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.preferences.settings.replay_name == "{player} {mods}")
    assert Settings.load(desk.folder / "settings.json").replay_name == "{player} {mods}"
    click(section.reset_name)
    assert desk.preferences.settings.replay_name == REPLAY_NAME


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{who}", "There is no field {who}"),
        ("{player", "A brace too much at 1"),
        (" ", "A name needs at least one field."),
    ],
)
def test_a_wrong_name_says_why_and_is_not_saved(
    desk: SettingsDesk, section: ReplaysSection, qtbot: QtBot, template: str, sentence: str
) -> None:
    type_name(section, template)
    hint = section.name_row.hint
    qtbot.waitUntil(lambda: hint.text().startswith(sentence))
    assert hint.property("role") == "bad"
    press(section.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.page.is_settled)
    assert desk.preferences.settings.replay_name == REPLAY_NAME
    assert section.name.text() == template


def test_what_is_done_with_an_existing_file_is_chosen(
    desk: SettingsDesk, section: ReplaysSection
) -> None:
    assert section.existing.current == "skip"
    click(section.existing.button("number"))
    assert desk.preferences.settings.replay_existing == "number"
    click(section.notice)
    assert not desk.preferences.settings.replay_notice


def test_a_key_is_stored_with_the_secrets_and_removed(
    desk: SettingsDesk, section: ReplaysSection, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: section.key.placeholderText() == "No key is stored")
    assert not section.remove_key.isEnabled()
    section.key.setFocus()
    write(section.key, "abc")
    press(section.key, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "40 digits" in section.key_row.hint.text())
    section.key.selectAll()
    write(section.key, KEY)
    click(section.store_key)
    qtbot.waitUntil(lambda: desk.told == [("good", "The key is stored.")])
    assert desk.replays.api_key(desk.account.server) == KEY
    assert section.key.text() == ""
    desk.settings.flush()
    assert KEY not in "".join(file.read_text() for file in desk.folder.glob("settings.json"))
    click(section.remove_key)
    qtbot.waitUntil(lambda: len(desk.told) == 2)
    assert desk.replays.api_key(desk.account.server) == ""


def test_the_page_of_the_key_opens_in_the_web_browser(
    desk: SettingsDesk, section: ReplaysSection
) -> None:
    opened: list[tuple[object, str]] = []
    desk.page.open_requested.connect(lambda place, how: opened.append((place, how)))
    click(section.where)
    (place, how) = opened[0]
    assert isinstance(place, WebAddress)
    assert place.url.startswith("https://osu.ppy.sh/home/account/edit")
    assert how == "web"


def test_the_folders_of_the_library_are_chosen_in_their_dialog(
    desk: SettingsDesk, section: ReplaysSection, qtbot: QtBot
) -> None:
    desk.preferences.set("replay_folders", [str(desk.folder)])
    click(section.folders)
    [dialog] = section.findChildren(ReplayFoldersDialog)
    assert dialog.folders.count() == 1
    click(dialog.remove)
    assert desk.preferences.settings.replay_folders == []
    assert dialog.folders.count() == 0
    assert not dialog.remove.isEnabled()
    click(dialog.close_button)
    qtbot.waitUntil(lambda: not dialog.isVisible())

"""The settings page with real clicks and keys: every control does what it says, and at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.services.places.places import AppPlace, UserPlace
from osubrowser.services.preference_effects import MEGABYTE
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.session.account import AccountState
from osubrowser.services.settings.settings import Settings
from osubrowser.services.text import translation
from osubrowser.ui.pages.settings.account import AccountSection
from osubrowser.ui.pages.settings.cache import CacheSection, in_megabytes
from osubrowser.ui.pages.settings.choices import (
    AppearanceSection,
    RequestsSection,
    StartSection,
)
from osubrowser.ui.pages.settings.folders import FilesSection, FoldersSection
from osubrowser.ui.pages.settings.page import SECTIONS
from osubrowser.ui.pages.settings.replays import ReplaysSection
from osubrowser.ui.pages.settings.rows import NumberField
from tests.ui.gestures import click, press, write
from tests.ui.pages.settings.settings_page import SettingsDesk

TITLES = [entry.title for entry in SECTIONS]


@pytest.fixture
def desk(qtbot: QtBot, calls: Calls, tmp_path: Path) -> Iterator[SettingsDesk]:
    desk = SettingsDesk(qtbot, calls, tmp_path)
    yield desk
    desk.close()


# --- the page --------------------------------------------------------------------------------


def test_the_list_leads_to_every_section_and_back_by_keys_alone(desk: SettingsDesk) -> None:
    desk.page.take_focus()
    seen = []
    for _ in TITLES:
        section = desk.page.section
        assert section is not None
        assert section.isVisible()
        seen.append(section.title)
        press(desk.page.sections, Qt.Key.Key_Down)
    assert seen == TITLES
    press(desk.page.sections, Qt.Key.Key_A)  # typing finds a section
    section = desk.page.section
    assert section is not None
    assert section.title in ("Account", "Appearance")
    press(desk.page.sections, Qt.Key.Key_Right)
    focused = desk.page.window().focusWidget()
    assert focused is not None
    assert section.isAncestorOf(focused)


def test_the_first_section_is_marked_although_the_focus_was_there_before(
    desk: SettingsDesk,
) -> None:
    sections = desk.page.sections
    sections.clearSelection()  # as when the list gets the focus before a place is shown
    assert sections.currentRow() == 0
    desk.page.show_place(AppPlace("settings"), None)
    assert [item.text() for item in sections.selectedItems()] == ["Account"]


def test_the_page_comes_back_as_it_was_left(desk: SettingsDesk, qtbot: QtBot) -> None:
    desk.section("Shortcuts")
    bar = desk.page.findChildren(QScrollArea)[-1].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(90)
    state = desk.page.save_state()
    desk.section("Start")
    desk.page.show_place(AppPlace("settings"), state)
    section = desk.page.section
    assert section is not None
    assert (section.title, bar.value()) == ("Shortcuts", 90)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qtbot: QtBot, calls: Calls, tmp_path: Path, theme: str
) -> None:
    desk = SettingsDesk(qtbot, calls, tmp_path, theme)
    for title in TITLES:
        section = desk.section(title)
        area = section.parentWidget()
        assert area is not None
        qtbot.waitUntil(partial(_fits, section, area))
        parts: list[QWidget] = section.findChildren(QWidget)
        for part in parts:
            if not part.isVisible() or part.objectName().startswith("qt_"):
                continue
            left = part.mapTo(section, QPoint(0, 0)).x()
            assert left >= 0, (title, part)
            assert left + part.width() <= section.width(), (title, part)
            if isinstance(part, QLabel) and not part.wordWrap():
                assert part.sizeHint().width() <= part.width(), part.text()
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(part, QScrollArea):
                assert part.accessibleName(), (title, part)
    desk.close()


def test_resetting_everything_asks_first(desk: SettingsDesk) -> None:
    desk.preferences.set("titles", "original")
    desk.preferences.set("pace", 30)
    click(desk.page.reset)
    keep, reset = desk.page.question.button("keep"), desk.page.question.button("reset")
    assert keep is not None
    assert reset is not None
    assert keep.hasFocus()
    press(keep, Qt.Key.Key_Return)
    assert desk.preferences.changed_names == ["titles", "pace"]
    click(desk.page.reset)
    click(reset)
    assert desk.preferences.changed_names == []
    assert not desk.page.question.isVisible()
    assert desk.told[-1][0] == "good"


def _fits(section: QWidget, area: QWidget) -> bool:
    return section.width() <= area.width()


# --- account ---------------------------------------------------------------------------------


def test_the_account_is_shown_as_it_is(desk: SettingsDesk) -> None:
    section = desk.section("Account")
    assert isinstance(section, AccountSection)
    wanted = []
    desk.page.sign_in_requested.connect(lambda: wanted.append("sign in"))
    assert "Nobody" in section.who.text()
    assert not section.sign_out.isVisible()
    click(section.sign_in)
    desk.account.enter(AccountState.GUEST)
    assert "guest" in section.who.text()
    assert "friends" in section.brings.text()
    assert section.brings.isVisible()
    click(section.sign_in)
    assert wanted == ["sign in", "sign in"]
    desk.account.secrets_location = "system keyring"
    desk.account.enter(AccountState.PLAYER)
    assert "peppy" in section.who.text()
    assert not section.sign_in.isVisible()
    assert not section.brings.isVisible()
    assert "keyring" in section.kept_in.text()
    opened = []
    desk.page.open_requested.connect(lambda place, how: opened.append((place, how)))
    click(section.profile)
    assert opened == [(UserPlace(2), "here")]
    click(section.sign_out)
    assert desk.signed_out == 1
    assert section.server.text() == "https://osu.ppy.sh"


def test_a_hostile_name_stays_a_name(desk: SettingsDesk) -> None:
    section = desk.section("Account")
    assert isinstance(section, AccountSection)
    desk.account.enter(AccountState.PLAYER)
    assert desk.account.me is not None
    desk.account.me.username = "<b>x</b>\u202e" + "A" * 10_000
    desk.account.changed.emit()
    assert section.who.text().startswith("Signed in as <b>x</b>A")
    assert section.who.textFormat() == Qt.TextFormat.PlainText
    assert len(section.who.text()) < 100
    assert section.width() <= desk.page.width()


def test_the_callback_address_can_be_copied(desk: SettingsDesk) -> None:
    section = desk.section("Account")
    assert isinstance(section, AccountSection)
    press(section.copy, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == desk.account.callback_address
    assert desk.told == [("good", f"Copied: {desk.account.callback_address}")]


# --- choices ---------------------------------------------------------------------------------


def test_appearance(desk: SettingsDesk) -> None:
    section = desk.section("Appearance")
    assert isinstance(section, AppearanceSection)
    click(section.theme.button("light"))
    click(section.titles.button("original"))
    click(section.pictures, at=QPoint(8, section.pictures.height() // 2))
    again = Settings.load(desk.folder / "settings.json")
    assert (again.theme, again.titles, again.pictures) == ("light", "original", False)
    desk.preferences.set("theme", "dark")  # from the menu
    assert section.theme.current == "dark"


def test_the_text_size_is_saved_for_the_next_start(desk: SettingsDesk, tmp_path: Path) -> None:
    section = desk.section("Appearance")
    assert isinstance(section, AppearanceSection)
    assert section.text_size.value() == 100
    section.text_size.setFocus()
    section.text_size.selectAll()
    write(section.text_size, "150")
    press(section.text_size, Qt.Key.Key_Return)
    assert desk.preferences.settings.text_size == 150
    press(section.text_size, Qt.Key.Key_Up)
    assert desk.preferences.settings.text_size == 160
    hints = [label.text() for label in section.findChildren(QLabel)]
    assert any("next start" in hint for hint in hints)


def test_the_language_applies_at_a_restart(
    desk: SettingsDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "resolve", lambda one: "en" if one == "system" else one)
    section = desk.section("Appearance")
    assert isinstance(section, AppearanceSection)
    labels = [section.language.button(key).text() for key in ("system", "en", "de")]
    assert labels == ["As the system (English)", "English", "Deutsch"]
    assert section.language.button("system").isChecked()
    assert not section.restart_language.isVisible()
    section.language.button("de").click()
    assert desk.preferences.settings.language == "de"
    assert section.restart_language.isVisible()
    assert not section.restart_text.isVisible()
    section.language.button("en").click()  # what this run has
    assert not section.restart_language.isVisible()
    section.language.button("de").click()
    section.restart_language.click()
    assert desk.restarted == 1


def test_another_text_size_offers_a_restart(desk: SettingsDesk) -> None:
    section = desk.section("Appearance")
    assert isinstance(section, AppearanceSection)
    assert not section.restart_text.isVisible()
    section.text_size.setFocus()
    press(section.text_size, Qt.Key.Key_Up)
    assert section.restart_text.isVisible()
    press(section.text_size, Qt.Key.Key_Down)
    assert not section.restart_text.isVisible()


def test_the_pace_is_taken_when_it_is_finished(desk: SettingsDesk) -> None:
    section = desk.section("Requests")
    assert isinstance(section, RequestsSection)
    heard: list[str] = []
    desk.preferences.changed.connect(heard.append)
    section.pace.setFocus()
    section.pace.selectAll()
    write(section.pace, "12")
    assert heard == []
    press(section.pace, Qt.Key.Key_Return)
    assert desk.preferences.settings.pace == 12
    assert "One every 5 s" in section.row.hint.text()
    press(section.pace, Qt.Key.Key_Up)
    assert desk.preferences.settings.pace == 18
    section.pace.selectAll()
    write(section.pace, "200")
    desk.section("Start")  # going elsewhere finishes it, too
    assert desk.preferences.settings.pace == 200
    assert "shut out" in section.row.hint.text()


def test_the_wheel_changes_only_a_field_that_is_used(desk: SettingsDesk) -> None:
    section = desk.section("Requests")
    assert isinstance(section, RequestsSection)
    desk.page.take_focus()
    _wheel(section.pace)
    assert desk.preferences.settings.pace == 60
    section.pace.setFocus()
    _wheel(section.pace)
    assert desk.preferences.settings.pace == 66


def _wheel(field: NumberField) -> None:
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


def test_what_a_start_begins_with(desk: SettingsDesk) -> None:
    section = desk.section("Start")
    assert isinstance(section, StartSection)
    section.reopen.setFocus()
    press(section.reopen, Qt.Key.Key_Space)
    assert not Settings.load(desk.folder / "settings.json").reopen


# --- memory ----------------------------------------------------------------------------------


def test_what_is_kept_is_counted_limited_and_cleared(
    desk: SettingsDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(30):
        desk.cache.save("https://osu.ppy.sh#2", f"https://osu.ppy.sh/{number}", _noise(number))
    folder = tmp_path / "images" / "ab"
    folder.mkdir(parents=True)
    (folder / "abc").write_bytes(bytes(3 * MEGABYTE))
    section = desk.section("Cache")
    assert isinstance(section, CacheSection)
    assert section.answers_row.hint.text().startswith(f"{30 * 0.7:.0f}"[:2])
    assert section.pictures_row.hint.text().startswith("3.0 MB is kept.")
    section.answers.selectAll()
    write(section.answers, "16")
    press(section.answers, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: section.answers_row.hint.text().startswith("1"))
    assert desk.cache.size() <= 16 * MEGABYTE
    click(section.clear_answers)
    qtbot.waitUntil(lambda: section.answers_row.hint.text().startswith("Nothing is kept."))
    click(section.clear_pictures)
    qtbot.waitUntil(lambda: section.pictures_row.hint.text() == "Nothing is kept.")
    qtbot.waitUntil(lambda: section.is_settled)
    assert desk.cache.size() == 0
    assert not (folder / "abc").exists()
    assert [level for level, _ in desk.told] == ["good", "good"]


def _noise(number: int) -> bytes:
    """Seven tenths of a megabyte that do not get smaller."""
    import random

    return random.Random(number).randbytes(7 * MEGABYTE // 10)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "nothing"),
        (1, "less than 0.1 MB"),
        (MEGABYTE, "1.0 MB"),
        (2000 * MEGABYTE, "2,000 MB"),
    ],
)
def test_megabytes(size: int, words: str) -> None:
    assert in_megabytes(size) == words


# --- folders and files -----------------------------------------------------------------------


def test_a_folder_is_chosen_opened_and_given_back(
    desk: SettingsDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    section = desk.section("Folders")
    assert isinstance(section, FoldersSection)
    one = section.folder
    assert not one.reset.isEnabled()
    wanted = tmp_path / "tables"
    wanted.mkdir()
    click(one.change)
    dialog = section.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(wanted))
    dialog.reject()
    assert one.field.text() == str(wanted)
    assert Settings.load(desk.folder / "settings.json").export_folder == str(wanted)
    click(one.open)
    qtbot.waitUntil(lambda: desk.opened == [str(wanted)])
    click(one.reset)
    assert desk.preferences.settings.export_folder == ""
    qtbot.waitUntil(lambda: one.row.hint.text() == "This is the usual folder.")


def test_a_folder_that_cannot_be_used_is_named(
    desk: SettingsDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.touch()
    desk.preferences.set("replay_folder", str(file))
    section = desk.section("Replays")
    assert isinstance(section, ReplaysSection)
    qtbot.waitUntil(lambda: "a file, not a folder" in section.folder.row.hint.text())
    assert section.folder.row.hint.property("role") == "bad"
    desk.preferences.set("replay_folder", str(tmp_path / "none"))
    qtbot.waitUntil(lambda: section.is_settled)
    click(section.folder.open)
    qtbot.waitUntil(lambda: bool(desk.told))
    assert "clipboard" in desk.told[-1][1]
    assert desk.opened == []


def test_files_can_be_found_and_a_problem_is_told(desk: SettingsDesk) -> None:
    section = desk.section("Files")
    assert isinstance(section, FilesSection)
    assert not section.problem.isVisible()
    assert section.fields["Log"].text().endswith("osubrowser.log")
    (desk.folder / "settings.json").write_bytes(b"{")
    desk.settings = Settings.load(desk.folder / "settings.json")
    desk.page.reload()
    assert "damaged" in section.problem.text()
    assert section.problem.isVisible()


def test_paths_are_read_only(desk: SettingsDesk) -> None:
    for title in ("Account", "Folders", "Files"):
        for field in desk.section(title).findChildren(QLineEdit):
            assert isinstance(field, QLineEdit)
            assert field.isReadOnly()

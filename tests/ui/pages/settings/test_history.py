"""The settings of histories: recording, background requests, export, import and deletion."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from osubrowser.services.history.subjects import Subject, SubjectKind, player
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.settings.history import HistorySection
from tests.services.history.transfer.made_histories import contents, made_history
from tests.services.history.transfer.test_transfer import OSUTRACK
from tests.ui.pages.settings.settings_page import SettingsDesk

TITLE = "History and following"


@pytest.fixture
def desk(qtbot: QtBot, calls: Calls, tmp_path: Path) -> Iterator[SettingsDesk]:
    """Return the settings page with a history in its profile."""
    desk = SettingsDesk(qtbot, calls, tmp_path)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    made_history(folder / "made.sqlite", days=10).close()
    target = desk.history.history._path()
    target.parent.mkdir(parents=True)
    (folder / "made.sqlite").replace(target)
    yield desk
    desk.close()


def section_of(desk: SettingsDesk) -> HistorySection:
    section = desk.section(TITLE)
    assert isinstance(section, HistorySection)
    return section


def choose_file(qtbot: QtBot, section: HistorySection, path: Path, kind: str = "") -> None:
    """Choose a file in the dialog that is open."""
    qtbot.waitUntil(lambda: section.findChild(QFileDialog) is not None)
    dialog = section.findChild(QFileDialog)
    assert dialog is not None
    if kind:
        dialog.selectNameFilter(kind)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    section.window().activateWindow()
    qtbot.waitUntil(section.isActiveWindow)


def finished(qtbot: QtBot, desk: SettingsDesk) -> tuple[str, str]:
    """Wait for the end of a transfer, and return its message."""
    qtbot.waitUntil(lambda: bool(desk.told) and desk.history.transfers.running is None)
    qtbot.waitUntil(lambda: desk.page.is_settled)
    return desk.told.pop()


def test_every_choice_applies_at_once_and_is_kept(qtbot: QtBot, desk: SettingsDesk) -> None:
    """Each control changes its setting, in the file too."""
    section = section_of(desk)
    assert section.summary.hint.text().startswith("0.")
    for box in (section.record, section.metered, section.tray, section.notify, section.quiet):
        assert box.accessibleName()
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    section.quiet_from.setTime(QTime(21, 30))
    section.quiet_until.setTime(QTime(7, 5))
    section.pace.setValue(0)
    assert "Nothing is asked" in section.pace_row.hint.text()
    section.pace.setValue(3)
    assert "take about 7 minute" in section.pace_row.hint.text()
    kept = Settings.load(desk.folder / "settings.json")
    assert (kept.record_history, kept.follow_metered, kept.tray) == (False, True, True)
    assert (kept.notify, kept.quiet_hours, kept.follow_pace) == (True, True, 3)
    assert (kept.quiet_from, kept.quiet_until) == (21 * 60 + 30, 7 * 60 + 5)


def test_export_and_import_through_the_window(
    qtbot: QtBot, desk: SettingsDesk, tmp_path: Path
) -> None:
    """A file is written and read back; one of osu!track asks for its player."""
    section = section_of(desk)
    before = contents(desk.history.history.store())
    for name in ("out.json", "out.csv"):
        section.exports.click()
        choose_file(qtbot, section, tmp_path / name)
        level, words = finished(qtbot, desk)
        assert (level, words.startswith(f"Exported to {name}")) == ("good", True)
    section.delete.click()
    keep = section.question.button("keep")
    assert keep is not None
    assert keep.hasFocus()
    keep.click()
    assert contents(desk.history.history.store()) == before
    section.delete.click()
    sure = section.question.button("delete")
    assert sure is not None
    sure.click()
    assert finished(qtbot, desk)[0] == "good"
    assert section.summary.hint.text().startswith("Nothing is remembered yet")
    section.imports.click()
    choose_file(qtbot, section, tmp_path / "out.json")
    assert finished(qtbot, desk)[0] == "good"
    assert contents(desk.history.history.store()) == before
    file = tmp_path / "osutrack.json"
    file.write_text(json.dumps(OSUTRACK[:1]))
    section.imports.click()
    choose_file(qtbot, section, file)
    qtbot.waitUntil(section.whose.isVisible)
    assert not section.whose_import.isEnabled()
    qtbot.keyClicks(section.whose_player, "https://osu.ppy.sh/users/131464")
    section.whose_ruleset.choose("taiko")
    section.whose_import.click()
    level, words = finished(qtbot, desk)
    assert (level, words.startswith("Imported: 1 new row")) == ("good", True)
    assert not section.whose.isVisible()
    assert desk.history.history.store().series(Subject(SubjectKind.PLAYER, 131464, 1))


def test_the_history_of_one_player_is_deleted(qtbot: QtBot, desk: SettingsDesk) -> None:
    """It is found by name or id, and asked about; an unknown name is said."""
    section = section_of(desk)
    store = desk.history.history.store()
    with store.change() as connection:
        connection.execute("UPDATE names SET name = 'peppy <b>' WHERE kind = 1 AND key = 2")
        connection.execute("INSERT OR IGNORE INTO names (kind, key, name) VALUES (1, 2, 'peppy')")
    qtbot.keyClicks(section.player, "nobody at all")
    qtbot.keyClick(section.player, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.told))
    assert "no player nobody at all" in desk.told.pop()[1]
    section.player.setText("2")
    section.delete_player.click()
    qtbot.waitUntil(section.question.isVisible)
    sure = section.question.button("delete")
    assert sure is not None
    sure.click()
    assert finished(qtbot, desk)[0] == "good"
    assert not store.series(player(2, "osu"))
    assert store.series(player(3, "osu"))


def test_a_file_of_another_server_is_said(qtbot: QtBot, desk: SettingsDesk, tmp_path: Path) -> None:
    """The message has the reason, and the history is as it was."""
    section = section_of(desk)
    file = tmp_path / "other.json"
    header = {"format": "osubrowser history", "version": 1, "server": "https://x.example"}
    file.write_text(json.dumps({**header, "records": []}))
    section.imports.click()
    choose_file(qtbot, section, file)
    level, words = finished(qtbot, desk)
    assert level == "bad"
    assert "another server: https://x.example" in words

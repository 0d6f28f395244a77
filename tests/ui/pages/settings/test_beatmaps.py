"""The settings of beatmaps: excludes, marks, and the folders of an installed osu!."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from osubrowser.services.beatmaps import installed
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.runtime.calls import Calls
from osubrowser.ui.pages.settings.beatmaps import BeatmapsSection
from tests.replay_files import beatmap_file, lazer_store
from tests.services.conftest import Run
from tests.services.conftest import run as run
from tests.ui.gestures import click, press, write
from tests.ui.pages.settings.settings_page import SettingsDesk


@pytest.fixture
def desk(
    qtbot: QtBot, calls: Calls, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SettingsDesk]:
    monkeypatch.setattr(installed, "stable_folder", lambda _around=None: None)
    monkeypatch.setattr(installed, "lazer_folder", lambda _around=None: None)
    desk = SettingsDesk(qtbot, calls, tmp_path / "profile")
    yield desk
    desk.close()
    run(desk.replays.close())
    run(desk.beatmaps.close())


@pytest.fixture
def section(desk: SettingsDesk) -> BeatmapsSection:
    section = desk.section("Beatmaps")
    assert isinstance(section, BeatmapsSection)
    return section


def test_words_and_names_are_excluded(desk: SettingsDesk, section: BeatmapsSection) -> None:
    section.tags.setFocus()
    write(section.tags, " anime,featured  artist,, anime ,")
    section.tags.insert("東方, " + "x" * 101)
    press(section.tags, Qt.Key.Key_Return)
    settings = desk.preferences.settings
    assert settings.excluded_tags == ["anime", "featured artist", "東方"]
    section.mappers.setFocus()
    assert section.tags.text() == "anime, featured artist, 東方"
    write(section.mappers, "Sotarks, 124493")
    desk.page.choose("Start")  # leaving the section takes it over
    assert settings.excluded_mappers == ["Sotarks", "124493"]
    assert desk.beatmaps.excludes.mappers == {"sotarks", "124493"}


def test_genres_and_languages_are_excluded(desk: SettingsDesk, section: BeatmapsSection) -> None:
    click(section.genres.pill("3"))
    click(section.genres.pill("10"))
    click(section.languages.pill("2"))
    assert desk.beatmaps.excludes.genres == {3, 10}
    click(section.genres.pill("3"))
    assert desk.preferences.settings.excluded_genres == [10]
    assert desk.preferences.settings.excluded_languages == [2]
    desk.preferences.reset()
    assert section.genres.chosen == section.languages.chosen == ()


def test_marks_are_forgotten_and_put_back(desk: SettingsDesk, section: BeatmapsSection) -> None:
    marks = desk.beatmaps.marks
    assert section.marks_row.hint.text() == "No beatmap set is marked."
    assert not section.forget[Mark.SEEN].isEnabled()
    marks.set_mark(range(1, 1201), Mark.SEEN)
    marks.set_mark([5], Mark.HIDDEN)
    assert section.marks_row.hint.text() == "Beatmap sets: 1,200 seen, 1 hidden."
    click(section.forget[Mark.SEEN])
    assert section.marks_row.hint.text() == "Beatmap sets: 1 hidden."
    click(section.undo)
    assert section.marks_row.hint.text() == "Beatmap sets: 1,200 seen, 1 hidden."
    assert not section.undo.isVisible()


def test_a_game_is_found_in_a_chosen_folder(
    desk: SettingsDesk, section: BeatmapsSection, qtbot: QtBot, run: Run, tmp_path: Path
) -> None:
    run(desk.beatmaps.start())
    hint = section.owned.hint
    qtbot.waitUntil(lambda: hint.text().startswith("No osu! was found"))
    assert section.lazer.row.hint.text() == "None was found."
    click(section.lazer.change)
    dialog = next(one for one in section.findChildren(QFileDialog))
    wrong = tmp_path / "music"
    wrong.mkdir()
    dialog.fileSelected.emit(str(wrong))
    dialog.reject()
    qtbot.waitUntil(lambda: "no client.realm" in section.lazer.row.hint.text())
    lazer = lazer_store(tmp_path / "osu", beatmap_file())
    desk.preferences.set("lazer_folder", str(lazer))
    qtbot.waitUntil(lambda: hint.text() == "It has 1 beatmap set and 1 difficulty.")
    qtbot.waitUntil(lambda: section.lazer.row.hint.text() == "")
    click(section.use_installed)
    qtbot.waitUntil(lambda: not desk.beatmaps.owned.index)
    assert hint.text().startswith("It is not read")
    assert not section.look_again.isEnabled()
    click(section.use_installed)
    qtbot.waitUntil(lambda: desk.beatmaps.owned.has_set(1))


def test_a_game_that_was_installed_meanwhile_is_looked_for(
    desk: SettingsDesk,
    section: BeatmapsSection,
    qtbot: QtBot,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run(desk.beatmaps.start())
    lazer = lazer_store(tmp_path / "osu", beatmap_file())
    monkeypatch.setattr(installed, "lazer_folder", lambda _around=None: lazer)
    click(section.look_again)
    qtbot.waitUntil(lambda: section.owned.hint.text() == "It has 1 beatmap set and 1 difficulty.")
    qtbot.waitUntil(lambda: section.lazer.field.text() == str(lazer))
    assert section.lazer.row.hint.text() == "Found by itself."

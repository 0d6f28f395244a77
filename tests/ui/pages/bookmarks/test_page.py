"""The page of bookmarks and recently seen places, used by mouse and keyboard."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.models.library import rows
from osubrowser.services.library.bookmarks import LONGEST_NOTE, MOST_BOOKMARKS, Bookmark
from osubrowser.services.library.library import Library
from osubrowser.services.library.recently_seen import Visit
from osubrowser.services.places.places import AppPlace, Place, RankingsPlace, UserPlace
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import Folders
from osubrowser.ui.pages.bookmarks.page import BookmarksPage
from osubrowser.ui.style.theme import Theme
from tests.library_profiles import Desk

BOOKMARKS, RECENT = AppPlace("bookmarks"), AppPlace("recent")
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NAMES = ("peppy", "ぺっぴー 千本桜", "cookiezi", "WhiteCat")


class Shown:
    """A page on screen, and what it asked of the window."""

    def __init__(self, qtbot: QtBot, library: Library, settings: Settings) -> None:
        self.qtbot = qtbot
        self.library = library
        self.settings = settings
        theme = Theme("dark")
        self.page = BookmarksPage(library, settings, theme.colours(30))
        self.page.setStyleSheet(theme.stylesheet(30))
        self.opened: list[tuple[Place, str]] = []
        self.moves: list[Place] = []
        self.said: list[tuple[str, str]] = []
        self.status = ""
        self.page.open_requested.connect(lambda place, how: self.opened.append((place, how)))
        self.page.place_changed.connect(lambda place, _replace: self.moves.append(place))
        self.page.message_requested.connect(lambda level, text: self.said.append((level, text)))
        self.page.status_changed.connect(lambda text: setattr(self, "status", text))
        qtbot.addWidget(self.page)
        self.page.resize(1000, 600)
        self.page.show()
        qtbot.waitExposed(self.page)

    def titles(self) -> list[str]:
        return [one.title for one in self.page.model.shown]

    def selected(self) -> list[str]:
        return [one.title for one in self.page.list.selected()]

    def middle(self, number: int) -> QPoint:
        rows = self.page.list
        return rows.visualRect(self.page.model.index(number)).center()

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.page.list, key, held)

    def click(self, number: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        viewport = self.page.list.viewport()
        QTest.mouseClick(viewport, button, pos=self.middle(number))

    def type_into_filter(self, words: str) -> None:
        self.page.bar.field.clear()
        QTest.keyClicks(self.page.bar.field, words)

    def button(self, key: str) -> QPushButton:
        found = self.page.notice.button(key) or self.page.nothing.button(key)
        assert found is not None
        return found


@pytest.fixture
def desk(qtbot: QtBot, loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, Folders.inside(tmp_path / "profile"))
    yield desk
    desk.close()


@pytest.fixture
def empty(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    """The page of a profile that has kept nothing."""
    settings = Settings()
    settings.export_folder = str(tmp_path)
    shown = Shown(qtbot, desk.library(), settings)
    shown.page.show_place(BOOKMARKS, None)
    yield shown
    shown.page.leave()


@pytest.fixture
def shown(empty: Shown) -> Shown:
    """The page with four bookmarks, and two places that were seen."""
    for number, name in enumerate(NAMES):
        empty.library.add(UserPlace(number + 2), name, f"note {number}")
    empty.library.saw(UserPlace(2), "peppy")
    empty.library.saw(RankingsPlace("taiko"), "taiko ranking")
    empty.page.take_focus()
    return empty


# --- seen and found --------------------------------------------------------------------------


def test_the_bookmarks_stand_in_their_order_with_the_first_one_beside(shown: Shown) -> None:
    assert shown.titles() == list(NAMES)
    assert shown.selected() == ["peppy"]
    assert shown.page.panel.form.title.text() == "peppy"
    assert shown.page.panel.form.note.toPlainText() == "note 0"
    assert shown.status == "4 bookmarks"
    row = shown.page.model.row_at(0)
    assert row is not None
    assert (row.kind, row.link, row.note) == ("Player", "osu.ppy.sh/users/2", "note 0")
    assert row.when == "just now"


def test_words_find_bookmarks_by_title_note_and_address(shown: Shown) -> None:
    shown.type_into_filter("COOKIE")
    assert shown.titles() == ["cookiezi"]
    assert shown.status == "1 of 4 bookmarks"
    shown.type_into_filter("note white")
    assert shown.titles() == ["WhiteCat"]
    shown.type_into_filter("users/3")
    assert shown.titles() == ["ぺっぴー 千本桜"]
    shown.page.bar.field.setText("ペッピー")
    assert shown.titles() == ["ぺっぴー 千本桜"]
    QTest.keyClick(shown.page.bar.field, Qt.Key.Key_Escape)
    assert shown.titles() == list(NAMES)


def test_words_that_nothing_has_are_said_and_can_be_cleared(shown: Shown) -> None:
    shown.type_into_filter("zz<b>")
    assert shown.titles() == []
    assert shown.page.nothing.accessibleName() == "No bookmark has the words “zz<b>”."
    assert not shown.page.panel.isVisible()
    shown.button("clear").click()
    assert shown.titles() == list(NAMES)
    assert shown.page.list.hasFocus()


def test_without_bookmarks_a_sentence_says_how_to_make_one(empty: Shown) -> None:
    assert empty.page.nothing.isVisible()
    assert empty.page.nothing.accessibleName().startswith("There are no bookmarks yet")
    assert "Ctrl+D" in empty.page.nothing.accessibleDescription()
    empty.page.show_place(RECENT, None)
    assert empty.page.nothing.accessibleName().startswith("Nothing was seen yet")
    assert not empty.page.bar.clears.isEnabled()
    empty.button("rankings").click()
    assert empty.opened == [(RankingsPlace(), "here")]


def test_the_filter_and_the_place_in_the_list_come_back(shown: Shown) -> None:
    shown.type_into_filter("note")
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_Down)
    state = shown.page.save_state()
    shown.page.show_place(RECENT, None)
    assert shown.titles() == ["taiko ranking", "peppy"]
    assert shown.page.bar.field.text() == ""
    shown.page.show_place(BOOKMARKS, state)
    assert shown.page.bar.field.text() == "note"
    assert shown.selected() == ["cookiezi"]


def test_the_segments_move_between_the_lists(shown: Shown) -> None:
    QTest.mouseClick(shown.page.bar.lists.button("recent"), Qt.MouseButton.LeftButton)
    assert shown.moves == [RECENT]
    assert shown.titles() == ["taiko ranking", "peppy"]
    assert not shown.page.panel.isVisible()


# --- opened ----------------------------------------------------------------------------------


def test_rows_open_by_mouse_and_keys(shown: Shown) -> None:
    viewport = shown.page.list.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=shown.middle(1))
    shown.click(2, Qt.MouseButton.MiddleButton)
    shown.click(3)
    shown.press(Qt.Key.Key_Return)
    shown.press(Qt.Key.Key_Return, CONTROL)
    QTest.mouseClick(shown.page.panel.open, Qt.MouseButton.LeftButton)
    assert shown.opened == [
        (UserPlace(3), "here"),
        (UserPlace(4), "background"),
        (UserPlace(5), "here"),
        (UserPlace(5), "background"),
        (UserPlace(5), "here"),
    ]


def test_the_menu_has_what_can_be_done(shown: Shown) -> None:
    menu = _menu(shown)
    words = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
    assert [word for word in words if word] == [
        "Open",
        "Open in background",
        "Open in web browser",
        "Copy link",
        "Copy title",
        "Edit title and note",
        "Move up",
        "Move down",
        "Remove",
    ]
    _act(menu, "Open in web browser")
    assert shown.opened == [(UserPlace(2), "web")]
    _act(menu, "Copy link")
    assert QGuiApplication.clipboard().text() == "https://osu.ppy.sh/users/2"
    menu.close()


def test_what_was_seen_can_be_bookmarked_from_its_menu(shown: Shown) -> None:
    shown.page.show_place(RECENT, None)
    menu = _menu(shown)
    _act(menu, "Add to bookmarks")
    menu.close()
    assert shown.library.bookmark_of(RankingsPlace("taiko")) is not None
    assert shown.said == [("good", "It is bookmarked.")]


def test_links_of_all_selected_rows_are_copied(shown: Shown) -> None:
    shown.page.list.selectAll()
    shown.page.copy_selection()
    links = [f"https://osu.ppy.sh/users/{number}" for number in (2, 3, 4, 5)]
    assert QGuiApplication.clipboard().text().splitlines() == links
    assert shown.page.panel.bookmark is None
    assert shown.page.panel.form.isHidden()


# --- written on ------------------------------------------------------------------------------


def test_the_other_list_takes_the_focus_of_the_form_that_goes_away(shown: Shown) -> None:
    shown.press(Qt.Key.Key_F2)
    assert shown.page.panel.form.title.hasFocus()
    shown.page.show_place(RECENT, None)
    assert shown.page.list.hasFocus()


def test_title_and_note_are_kept_while_they_are_written(shown: Shown) -> None:
    shown.press(Qt.Key.Key_F2)
    form = shown.page.panel.form
    assert form.title.hasFocus()
    QTest.keyClicks(form.title, "The first")
    shown.qtbot.waitUntil(lambda: shown.titles()[0] == "The first")
    assert form.title.hasFocus()
    assert form.title.text() == "The first"
    QTest.keyClick(form.title, Qt.Key.Key_Tab)
    assert form.note.hasFocus()
    QTest.keyClicks(form.note, " and more")
    QTest.keyClick(form.note, Qt.Key.Key_Return, CONTROL)
    assert shown.page.list.hasFocus()
    kept = shown.library.bookmark_of(UserPlace(2))
    assert kept is not None
    assert (kept.title, kept.note) == ("The first", " and morenote 0".strip())


def test_a_note_stays_with_its_bookmark_when_another_is_selected(shown: Shown) -> None:
    shown.page.panel.form.note.setPlainText("about peppy")
    shown.click(1)
    assert [one.note for one in shown.library.bookmarks] == [
        "about peppy",
        "note 1",
        "note 2",
        "note 3",
    ]
    assert shown.page.panel.form.note.toPlainText() == "note 1"


def test_a_note_has_an_end_and_says_so(shown: Shown) -> None:
    note = shown.page.panel.form.note
    note.setPlainText("😀" * (LONGEST_NOTE + 50))
    assert note.toPlainText() == "😀" * LONGEST_NOTE
    shown.page.panel.flush()
    assert next(iter(shown.library.bookmarks)).note == "😀" * LONGEST_NOTE


def test_what_is_typed_stays_in_its_world_when_the_account_is_another(
    shown: Shown, desk: Desk
) -> None:
    desk.in_demo(True)
    shown.qtbot.waitUntil(lambda: shown.library.is_loaded)
    shown.library.add(UserPlace(2), "peppy of the demo")
    desk.in_demo(False)
    assert shown.selected() == ["peppy"]
    shown.page.panel.form.note.setPlainText("typed in haste")
    shown.press(Qt.Key.Key_Delete)
    shown.press(Qt.Key.Key_Z, CONTROL)
    shown.page.panel.form.note.setPlainText("typed in a hurry")
    desk.in_demo(True)
    assert [one.note for one in shown.library.bookmarks] == [""]
    shown.press(Qt.Key.Key_Z, CONTROL)
    assert shown.titles() == ["peppy of the demo"]
    desk.in_demo(False)
    assert next(iter(shown.library.bookmarks)).note == "typed in a hurry"


def test_a_title_without_letters_becomes_the_address(shown: Shown) -> None:
    form = shown.page.panel.form
    form.title.setFocus()
    form.title.clear()
    QTest.keyClick(form.title, Qt.Key.Key_Space)
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    assert shown.titles()[0] == "https://osu.ppy.sh/users/2"


# --- removed ---------------------------------------------------------------------------------


def test_removed_rows_come_back_by_the_button_and_by_the_key(shown: Shown) -> None:
    shown.click(1)
    QTest.mouseClick(
        shown.page.list.viewport(), Qt.MouseButton.LeftButton, CONTROL, shown.middle(3)
    )
    shown.press(Qt.Key.Key_Delete)
    assert shown.titles() == ["peppy", "cookiezi"]
    assert shown.selected() == ["cookiezi"]
    assert shown.page.notice.text() == "Removed 2 bookmarks."
    shown.button("undo").click()
    assert shown.titles() == list(NAMES)
    assert shown.selected() == ["ぺっぴー 千本桜", "WhiteCat"]
    assert shown.page.notice.isHidden()
    QTest.mouseClick(shown.page.panel.remove, Qt.MouseButton.LeftButton)
    assert shown.titles() == ["peppy", "cookiezi"]
    shown.press(Qt.Key.Key_Z, CONTROL)
    assert shown.titles() == list(NAMES)
    shown.press(Qt.Key.Key_Z, CONTROL)
    assert shown.titles() == list(NAMES)


def test_one_seen_place_is_forgotten_and_recalled(shown: Shown) -> None:
    shown.page.show_place(RECENT, None)
    shown.press(Qt.Key.Key_Delete)
    assert shown.titles() == ["peppy"]
    assert shown.page.notice.text() == "Forgot “taiko ranking”."
    shown.press(Qt.Key.Key_Z, CONTROL)
    assert shown.titles() == ["taiko ranking", "peppy"]


def test_all_seen_places_are_forgotten_after_a_question(shown: Shown) -> None:
    shown.page.show_place(RECENT, None)
    shown.page.bar.clears.click()
    assert shown.page.notice.text().startswith("Forget all 2 places")
    assert shown.button("keep").hasFocus()
    QTest.keyClick(shown.button("keep"), Qt.Key.Key_Space)
    assert len(shown.library.recent) == 2
    assert shown.page.notice.isHidden()
    shown.page.bar.clears.click()
    shown.button("forget").click()
    assert len(shown.library.recent) == 0
    assert len(shown.library.bookmarks) == len(NAMES)
    assert shown.page.nothing.accessibleName().startswith("Nothing was seen yet")


# --- put in order ----------------------------------------------------------------------------


def test_rows_move_by_keys_as_far_as_there_is_room(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Up, ALT)
    assert shown.titles() == list(NAMES)
    shown.press(Qt.Key.Key_Down, ALT)
    shown.press(Qt.Key.Key_Down, ALT)
    assert shown.titles() == ["ぺっぴー 千本桜", "cookiezi", "peppy", "WhiteCat"]
    assert shown.selected() == ["peppy"]
    for _ in range(3):
        shown.press(Qt.Key.Key_Down, ALT)
    assert shown.titles()[-1] == "peppy"
    shown.press(Qt.Key.Key_Up, ALT)
    assert [one.title for one in shown.library.bookmarks] == shown.titles()
    assert shown.titles() == ["ぺっぴー 千本桜", "cookiezi", "peppy", "WhiteCat"]


@pytest.mark.parametrize(
    ("moved", "gap", "expected"),
    [
        ((0,), 2, (1, 0, 2, 3)),
        ((0,), 0, (0, 1, 2, 3)),
        ((0,), 1, (0, 1, 2, 3)),
        ((3,), 0, (3, 0, 1, 2)),
        ((0, 2), 4, (1, 3, 0, 2)),
        ((0, 3), 2, (1, 0, 3, 2)),
    ],
)
def test_dropped_rows_stand_where_the_line_was(
    shown: Shown, moved: tuple[int, ...], gap: int, expected: tuple[int, ...]
) -> None:
    rows = shown.page.list
    rows.select([f"https://osu.ppy.sh/users/{number + 2}" for number in moved])
    rows.dropped.emit(gap)
    assert shown.titles() == [NAMES[number] for number in expected]
    assert shown.selected() == [NAMES[number] for number in expected if number in moved]


def test_the_order_is_left_alone_while_not_all_of_it_is_seen(shown: Shown) -> None:
    shown.type_into_filter("note")
    assert not shown.page.list.acceptDrops()
    shown.press(Qt.Key.Key_Down, ALT)
    assert [one.title for one in shown.library.bookmarks] == list(NAMES)
    assert shown.said == [("info", "Clear the filter first: then the order is whole.")]


# --- carried ---------------------------------------------------------------------------------


def test_everything_is_exported_and_imported_through_the_page(shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    shown.page.bar.exports.click()
    _choose(shown, path)
    shown.qtbot.waitUntil(lambda: bool(shown.said))
    level, said = shown.said.pop()
    assert (level, said) == (
        "good",
        f"Written to {path}: 4 bookmarks and 2 places seen lately.",
    )
    shown.page.list.selectAll()
    shown.press(Qt.Key.Key_Delete)
    shown.button("import").click()
    _choose(shown, path)
    shown.qtbot.waitUntil(lambda: bool(shown.said))
    assert shown.said.pop() == ("good", "Added: 4 bookmarks.")
    assert shown.titles() == list(NAMES)


def test_an_import_goes_on_when_the_page_is_left(shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    link = "https://osu.ppy.sh/users/12345"
    entries = [{"address": link, "title": "Somebody"}]
    path.write_text(
        json.dumps({"format": "osubrowser bookmarks", "version": 1, "bookmarks": entries})
    )
    shown.page.bar.imports.click()
    _choose(shown, path)
    shown.page.leave()
    shown.qtbot.waitUntil(lambda: bool(shown.said))
    assert shown.said.pop() == ("good", "Added: 1 bookmark.")
    assert shown.titles() == [*NAMES, "Somebody"]


def test_a_wrong_file_is_refused_with_a_sentence(shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps({"format": "something else"}))
    shown.page.bar.imports.click()
    _choose(shown, path)
    shown.qtbot.waitUntil(lambda: bool(shown.said))
    level, said = shown.said.pop()
    assert level == "bad"
    assert said.startswith("Nothing was imported. This file holds no bookmarks of osubrowser.")
    assert shown.titles() == list(NAMES)


def test_a_folder_that_is_gone_is_told_when_exporting(shown: Shown, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shown.page.export()
    _choose(shown, tmp_path / "file" / "kept.json")
    shown.qtbot.waitUntil(lambda: bool(shown.said))
    level, said = shown.said.pop()
    assert level == "bad"
    assert said.startswith("Nothing was exported. The bookmarks could not be written")


# --- hostile, and many -----------------------------------------------------------------------


def test_hostile_titles_are_text(shown: Shown) -> None:
    hostile = "<img src=file:///etc/passwd>" + "x" * 10_000 + "\u202egnp.exe"
    shown.library.add(UserPlace(9), hostile, "<script>\u202e\nsecond")
    shown.page.list.select_number(4)
    row = shown.page.model.row_at(4)
    assert row is not None
    assert len(row.title) <= 300
    assert "\u202e" not in row.title + row.note
    assert row.title.startswith("<img src=file:///etc/passwd>x")
    assert row.note == "<script> · second"
    assert shown.page.minimumSizeHint().width() <= 860
    assert shown.page.panel.width() == 300


def test_each_of_five_thousand_bookmarks_is_formatted_once(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    formatted: list[str] = []
    row_of = rows.row_of

    def counted(kept: Bookmark | Visit, place: Place, now: datetime) -> rows.LibraryItem:
        formatted.append(kept.address)
        return row_of(kept, place, now)

    monkeypatch.setattr(rows, "row_of", counted)
    shown.library.bookmarks.merge(
        Bookmark(f"https://osu.ppy.sh/users/{number}", f"player {number}")
        for number in range(10, 10 + MOST_BOOKMARKS)
    )
    shown.page.reload()
    assert shown.page.model.rowCount() == MOST_BOOKMARKS
    count = len(formatted)
    assert count == len(set(formatted)) == MOST_BOOKMARKS - len(NAMES)
    shown.page.list.selectAll()
    shown.page.copy_selection()
    shown.press(Qt.Key.Key_End)
    shown.press(Qt.Key.Key_Down, ALT)
    shown.page.grab()
    assert len(formatted) == count


def test_every_control_has_a_name_and_can_be_reached(shown: Shown) -> None:
    page = shown.page
    controls = [
        *(page.bar.field, page.bar.imports, page.bar.exports, page.list),
        *(page.panel.form.title, page.panel.form.note, page.panel.open, page.panel.remove),
    ]
    for control in controls:
        name = control.accessibleName() or (
            control.text() if isinstance(control, QPushButton) else ""
        )
        assert name, control
    page.bar.field.setFocus()
    met = []
    for _ in range(20):
        QTest.keyClick(page.window(), Qt.Key.Key_Tab)
        met.append(page.focusWidget())
    assert all(control in met for control in controls)


def _menu(shown: Shown) -> QMenu:
    shown.press(Qt.Key.Key_Menu)
    shown.page.open_menu(shown.page.mapToGlobal(QPoint(10, 10)))
    return shown.page.findChildren(QMenu)[-1]


def _act(menu: QMenu, words: str) -> None:
    found = [a for a in menu.actions() if a.text().partition("\t")[0].replace("&", "") == words]
    assert len(found) == 1
    found[0].trigger()


def _choose(shown: Shown, path: Path) -> None:
    """Take a file in the question that is open."""
    dialogs = [one for one in shown.page.findChildren(QFileDialog) if one.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].fileSelected.emit(str(path))
    dialogs[0].close()

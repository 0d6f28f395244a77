"""Bookmarks and recently seen places in the real window: kept, found again, the demo's apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from osubrowser.services.places.places import AppPlace, RankingsPlace, UserPlace
from osubrowser.ui.pages.bookmarks.page import BookmarksPage
from osubrowser.ui.shell.bookmark_popover import BookmarkPopover
from tests.e2e.conftest import Browser, quit_program

CONTROL = Qt.KeyboardModifier.ControlModifier
TAIKO = RankingsPlace("taiko")


def press(browser: Browser, key: Qt.Key) -> None:
    """Press a key with Ctrl, wherever the focus is."""
    target = QApplication.focusWidget() or browser.window
    QTest.keyClick(target, key, CONTROL)


def popover(browser: Browser) -> BookmarkPopover:
    controller = browser.window.bookmark_controller
    assert controller is not None
    assert controller.popover is not None
    return controller.popover


def bookmarks_page(browser: Browser) -> BookmarksPage:
    page = browser.window.navigator.page
    assert isinstance(page, BookmarksPage)
    return page


def titles(browser: Browser) -> list[str]:
    return [one.title for one in bookmarks_page(browser).model.shown]


def starred(browser: Browser) -> bool:
    return browser.window.chrome.star.accessibleName() == "Edit the bookmark"


def demo(start: Callable[..., Browser]) -> Browser:
    browser = start("--demo")
    browser.window.activateWindow()
    browser.wait_for_rows(30_000)
    browser.wait(lambda: browser.app.library.is_loaded)
    return browser


def test_ctrl_d_bookmarks_what_is_open_and_it_is_there_at_the_next_start(
    start: Callable[..., Browser],
) -> None:
    browser = demo(start)
    browser.go("/rankings/taiko/performance")
    browser.wait(lambda: browser.window.navigator.place == TAIKO)
    browser.wait_for_rows()
    assert not starred(browser)
    press(browser, Qt.Key.Key_D)
    panel = popover(browser)
    assert panel.isVisible()
    assert panel.heading == "Bookmarked"
    assert panel.form.title.text() == browser.window.navigator.title
    assert starred(browser)
    QTest.keyClicks(panel.form.title, "Drums")
    QTest.keyClick(panel.form.title, Qt.Key.Key_Tab)
    QTest.keyClicks(panel.form.note, "watch the top")
    QTest.keyClick(panel.form.note, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    quit_program(browser)

    later = demo(start)
    press(later, Qt.Key.Key_B)
    later.wait(lambda: titles(later) == ["Drums"])
    page = bookmarks_page(later)
    assert page.panel.form.note.toPlainText() == "watch the top"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    later.wait(lambda: later.window.navigator.place == TAIKO)
    assert starred(later)


def test_the_star_opens_the_bookmark_again_and_removes_it_with_undo(
    start: Callable[..., Browser],
) -> None:
    browser = demo(start)
    star = browser.window.chrome.star
    QTest.mouseClick(star, Qt.MouseButton.LeftButton)
    popover(browser).done.click()
    QTest.mouseClick(star, Qt.MouseButton.LeftButton)
    assert popover(browser).heading == "Bookmark"
    popover(browser).remove.click()
    assert not starred(browser)
    assert not len(browser.app.library.bookmarks)
    browser.window.message_bar.button.click()
    assert starred(browser)


def test_the_star_is_true_for_each_place(start: Callable[..., Browser]) -> None:
    browser = demo(start)
    press(browser, Qt.Key.Key_D)
    popover(browser).hide()
    assert starred(browser)
    browser.go("/rankings/mania/score")
    browser.wait(lambda: not starred(browser))
    browser.window.navigator.go(-1)
    browser.wait(lambda: starred(browser))
    press(browser, Qt.Key.Key_B)
    browser.wait(lambda: isinstance(browser.window.navigator.page, BookmarksPage))
    assert not browser.window.chrome.star.isEnabled()
    press(browser, Qt.Key.Key_D)
    assert browser.window.message_bar.text == "This page has no address to bookmark."


def test_seen_places_are_found_again_the_newest_first(start: Callable[..., Browser]) -> None:
    browser = demo(start)
    recent = browser.app.library.recent
    browser.wait(lambda: len(recent) == 1)
    browser.go("/rankings/taiko/performance")
    browser.wait(lambda: len(recent) == 2)
    press(browser, Qt.Key.Key_H)
    browser.wait(lambda: browser.window.navigator.place == AppPlace("recent"))
    places = [browser.app.library.place_of(one) for one in bookmarks_page(browser).model.shown]
    assert places == [TAIKO, RankingsPlace()]
    quit_program(browser)
    later = start("--demo")  # opens what was open: the page that lists what was seen
    later.wait(lambda: later.window.navigator.place == AppPlace("recent"))
    later.wait(lambda: len(titles(later)) == 2)


def test_what_could_not_be_loaded_was_not_seen(start: Callable[..., Browser]) -> None:
    browser = demo(start)
    recent = browser.app.library.recent
    browser.wait(lambda: len(recent) == 1)
    browser.go("/users/999999999")
    page = browser.window.navigator
    browser.wait(lambda: page.page is not None and page.page.failure is not None)
    browser.go("/rankings/mania/performance")
    browser.wait(lambda: len(recent) == 2)
    assert not [one for one in recent if "999999999" in one.address]


def test_the_bookmarks_of_a_server_are_not_those_of_the_demo(
    start: Callable[..., Browser],
) -> None:
    browser = demo(start)
    library = browser.app.library
    library.add(UserPlace(2), "of the demo")
    press(browser, Qt.Key.Key_B)
    browser.wait(lambda: titles(browser) == ["of the demo"])
    browser.run(browser.app.account.sign_out())
    browser.wait(lambda: library.is_loaded and not library.is_demo)
    assert [one.title for one in library.bookmarks] == []
    library.add(TAIKO, "of osu!")
    quit_program(browser)
    files = {path.name: path.read_text() for path in browser.app.folders.data.glob("*bookm*")}
    assert "of the demo" in files["demo_bookmarks.json"]
    assert "of the demo" not in files["bookmarks.json"]
    assert "of osu!" in files["bookmarks.json"]


def test_bookmarks_are_carried_through_the_window(
    start: Callable[..., Browser], tmp_path: Path
) -> None:
    browser = demo(start)
    browser.app.library.add(TAIKO, "千本桜")
    press(browser, Qt.Key.Key_B)
    browser.wait(lambda: titles(browser) == ["千本桜"])
    path = tmp_path / "carried.json"
    press(browser, Qt.Key.Key_E)
    choose(browser, path)
    browser.wait(path.exists)
    browser.wait(lambda: str(path) in browser.window.message_bar.text)
    QTest.keyClick(bookmarks_page(browser).list, Qt.Key.Key_Delete)
    assert titles(browser) == []
    bookmarks_page(browser).bar.imports.click()
    choose(browser, path)
    browser.wait(lambda: titles(browser) == ["千本桜"])
    assert browser.window.message_bar.text == "Added: 1 bookmark."


def test_a_damaged_file_is_told_of_and_kept(start: Callable[..., Browser], tmp_path: Path) -> None:
    data = tmp_path / "profile" / "data"
    data.mkdir(parents=True)
    (data / "demo_bookmarks.json").write_text("{")
    browser = start("--demo")
    browser.wait(lambda: "bookmarks were damaged" in browser.window.message_bar.text)
    assert (data / "demo_bookmarks.json.damaged").read_text() == "{"


def test_the_keys_are_on_the_sheet_and_in_the_menu(start: Callable[..., Browser]) -> None:
    browser = demo(start)
    words = [action.text() for action in browser.window.menu.actions()]
    assert any(word.startswith("Bookmarks\t") for word in words)
    assert any(word.startswith("Recently seen\t") for word in words)
    shortcuts = browser.window.findChildren(QShortcut)
    bound = {keys.toString() for one in shortcuts for keys in QShortcut.keys(one)}
    assert {"Ctrl+B", "Ctrl+H", "Ctrl+D"} <= bound


def choose(browser: Browser, path: Path) -> None:
    """Take a file in the question that is open."""
    page = bookmarks_page(browser)
    browser.wait(lambda: any(one.isVisible() for one in page.findChildren(QFileDialog)))
    dialog = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_a_bookmark_of_a_ranking_opens_it_at_its_rank_and_row(
    start: Callable[..., Browser],
) -> None:
    browser = demo(start)
    browser.rankings.go_to_rank(2170)
    browser.wait_for_rows()
    browser.wait(lambda: not browser.skeletons())
    first = browser.rankings.table.visible_rows()[0]
    press(browser, Qt.Key.Key_D)
    QTest.keyClick(popover(browser).form.title, Qt.Key.Key_Escape)
    browser.go("/rankings/taiko/performance")
    browser.wait(lambda: browser.window.navigator.place == TAIKO)
    browser.wait_for_rows()
    quit_program(browser)

    later = demo(start)
    press(later, Qt.Key.Key_B)
    later.wait(lambda: len(titles(later)) == 1)
    page = bookmarks_page(later)
    page.list.setCurrentIndex(page.model.index(0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    later.wait(lambda: later.window.navigator.place == RankingsPlace(page=44))
    later.wait_for_rows()
    later.wait(lambda: not later.skeletons())
    assert later.rankings.table.visible_rows()[0] == first
    assert later.rankings.table.currentIndex().row() == 2169
    assert starred(later)

"""The window with real clicks and keys: addresses, history, tabs, messages, who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QCursor, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from osubrowser.services.crashes.report import CrashReport
from osubrowser.services.places.places import RankingsPlace, WebAddress
from osubrowser.services.session.account import AccountState
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.dialogs.about import AboutDialog
from osubrowser.ui.dialogs.crash import CrashDialog
from osubrowser.ui.dialogs.shortcut_sheet import ShortcutSheet
from osubrowser.ui.keys.key import Key
from osubrowser.ui.shell import message_bar
from tests.idle import settle
from tests.ui.gestures import LEFT, click, press, write
from tests.ui.shell_window import OtherPlace, Shell, Somebody

OSU = RankingsPlace()
TAIKO = RankingsPlace(mode="taiko")
JAPAN = RankingsPlace(mode="taiko", country="JP")
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def type_address(shell: Shell, text: str) -> None:
    press(shell.window, Qt.Key.Key_L, CTRL)
    QGuiApplication.clipboard().setText(text)
    press(shell.window.chrome.address, Qt.Key.Key_V, CTRL)
    press(shell.window.chrome.address, Qt.Key.Key_Return)


def dialog(shell: Shell, kind: type[QDialog]) -> QDialog:
    found = [d for d in shell.window.findChildren(kind) if d.isVisible()]
    assert len(found) == 1
    return found[0]


# --- addresses -------------------------------------------------------------------------------


def test_the_address_bar_opens_a_place_and_shows_where_one_is(shell: Shell) -> None:
    assert shell.window.chrome.address.text() == "osu.ppy.sh/rankings/osu/performance"
    type_address(shell, "https://osu.ppy.sh/rankings/taiko/performance?country=JP")
    assert shell.page.shown == [OSU, JAPAN]
    shown = shell.window.chrome.address.text()
    assert shown == "osu.ppy.sh/rankings/taiko/performance?country=JP"
    assert shell.window.windowTitle() == "taiko ranking · osubrowser"
    assert shell.window.status_line.status == "1-50 of taiko"
    assert not shell.window.chrome.address.hasFocus()


def test_the_address_of_the_demo_is_that_of_osu(shell: Shell) -> None:
    shell.account.server, shell.account.is_demo = "http://127.0.0.1:40825", True
    shell.window.navigator.open(TAIKO)
    assert shell.window.chrome.address.text() == "osu.ppy.sh/rankings/taiko/performance"
    shell.window.commands.copy_link()
    copied = QApplication.clipboard().text()
    assert copied == "https://osu.ppy.sh/rankings/taiko/performance"


def test_a_link_to_elsewhere_gets_a_sentence_and_stays_for_mending(shell: Shell) -> None:
    type_address(shell, "example.com/\u202eworld")
    bar = shell.window.message_bar
    assert bar.isVisible()
    assert bar.level == "warning"
    assert bar.text.startswith("“example.com/world” is not an osu! address")
    assert shell.window.chrome.address.text() == "example.com/\u202eworld"
    assert shell.page.shown == [OSU]
    press(shell.window.chrome.address, Qt.Key.Key_Escape)
    assert shell.window.chrome.address.text() == "osu.ppy.sh/rankings/osu/performance"
    press(shell.window.chrome.address, Qt.Key.Key_Escape)
    assert not shell.window.chrome.address.hasFocus()


def test_a_web_page_without_a_page_here_opens_in_the_web_browser(shell: Shell) -> None:
    type_address(shell, "osu.ppy.sh/users/2")
    assert shell.web == ["https://osu.ppy.sh/users/2"]
    assert shell.window.message_bar.level == "info"
    assert shell.window.chrome.address.text() == "osu.ppy.sh/rankings/osu/performance"


def test_without_a_web_browser_the_link_is_kept_on_the_clipboard(shell: Shell) -> None:
    shell.has_browser = False
    shell.page.open_requested.emit(WebAddress("https://osu.ppy.sh/users/3"), "web")
    assert QGuiApplication.clipboard().text() == "https://osu.ppy.sh/users/3"
    assert shell.window.message_bar.level == "warning"


def test_what_is_being_typed_survives_a_page_that_moves(shell: Shell) -> None:
    press(shell.window, Qt.Key.Key_L, CTRL)
    write(shell.window.chrome.address, "osu.ppy.sh/ran")
    shell.page.place_changed.emit(replace(OSU, page=2), True)
    assert shell.window.chrome.address.text() == "osu.ppy.sh/ran"
    press(shell.window.chrome.address, Qt.Key.Key_Escape)  # closes the suggestions
    press(shell.window.chrome.address, Qt.Key.Key_Escape)
    assert shell.window.chrome.address.text().endswith("?page=2")


def test_a_click_into_the_address_selects_it_all(shell: Shell) -> None:
    field = shell.window.chrome.address
    shell.page.position.setFocus()
    click(field)
    assert field.selectedText() == field.text()


def test_a_dropped_link_opens(shell: Shell) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://osu.ppy.sh/rankings/taiko/performance")])
    none = Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, none)
    QApplication.sendEvent(shell.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(shell.window, QDropEvent(QPoint(9, 9), copy, data, LEFT, none))
    assert shell.page.shown[-1] == TAIKO


def test_the_link_of_the_page_is_copied_and_opened_in_the_web_browser(shell: Shell) -> None:
    press(shell.window, Qt.Key.Key_C, CTRL | SHIFT)
    link = "https://osu.ppy.sh/rankings/osu/performance"
    assert QGuiApplication.clipboard().text() == link
    press(shell.window, Qt.Key.Key_O, CTRL | SHIFT)
    assert shell.web == [link]


# --- history ---------------------------------------------------------------------------------


def test_back_and_forward_restore_place_and_state(shell: Shell) -> None:
    chrome = shell.window.chrome
    assert not chrome.back.isEnabled()
    shell.page.position.setText("row 300")
    type_address(shell, "/rankings/taiko/performance")
    shell.page.position.setText("row 40")
    assert chrome.back.isEnabled()
    click(chrome.back)
    assert shell.page.calls[-1] == ("show", OSU, "row 300")
    assert not chrome.back.isEnabled()
    press(shell.window, Qt.Key.Key_Right, ALT)
    assert shell.page.calls[-1] == ("show", TAIKO, "row 40")
    assert not chrome.forward.isEnabled()
    press(shell.window, Qt.Key.Key_Left, ALT)
    assert shell.window.navigator.place == OSU


def test_the_fourth_and_fifth_mouse_buttons_go_back_and_forward(shell: Shell) -> None:
    type_address(shell, "/rankings/taiko/performance")
    none, where = Qt.KeyboardModifier.NoModifier, QPoint(300, 300)
    handle = shell.window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.BackButton, none, where)
    assert shell.window.navigator.place == OSU
    QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, none, where)
    assert shell.window.navigator.place == TAIKO


def test_the_page_s_own_controls_make_history_with_the_state_before_they_moved(
    shell: Shell,
) -> None:
    shell.page.position.setText("row 9")
    shell.page.move_to(TAIKO)
    assert shell.window.chrome.address.text() == "osu.ppy.sh/rankings/taiko/performance"
    press(shell.window, Qt.Key.Key_Left, ALT)
    assert shell.page.calls[-1] == ("show", OSU, "row 9")


def test_scrolling_on_replaces_the_entry(shell: Shell) -> None:
    shell.page.place_changed.emit(replace(OSU, page=4), True)
    assert shell.window.chrome.address.text().endswith("?page=4")
    assert not shell.window.chrome.back.isEnabled()
    assert shell.page.shown == [OSU], "the page is there already"


def test_the_right_button_on_back_lists_where_it_leads(shell: Shell) -> None:
    shell.page.move_to(TAIKO)
    shell.page.move_to(JAPAN)
    chrome = shell.window.chrome
    chrome.back.customContextMenuRequested.emit(QPoint(3, 3))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [a.text() for a in menu.actions()] == ["taiko ranking", "osu ranking"]
    menu.actions()[1].trigger()
    menu.close()
    assert shell.window.navigator.place == OSU
    assert len(shell.window.navigator.history.ahead()) == 2


def test_reload_by_button_and_keys(shell: Shell) -> None:
    click(shell.window.chrome.reload)
    press(shell.window, Qt.Key.Key_F5)
    press(shell.window, Qt.Key.Key_R, CTRL)
    assert shell.page.calls.count(("reload",)) == 3


# --- tabs ------------------------------------------------------------------------------------


def test_tabs_keep_their_pages_and_their_histories(shell_with: Callable[..., Shell]) -> None:
    shell = shell_with(two=True).signed_in()
    assert len(shell.pages) == 1, "a page is made when its tab is first opened"
    shell.page.move_to(TAIKO)
    tabs = shell.window.chrome.tabs
    click(tabs, at=tabs.tabRect(1).center())
    assert len(shell.pages) == 2
    assert isinstance(shell.pages[1].shown[-1], OtherPlace)
    assert shell.window.chrome.back.isEnabled(), "choosing a tab is a step of the one history"
    press(shell.window, Qt.Key.Key_1, CTRL)
    assert shell.window.navigator.page is shell.pages[0]
    assert shell.pages[0].shown == [OSU, TAIKO], "nothing is loaded again"
    assert shell.window.chrome.back.isEnabled()
    assert tabs.currentIndex() == 0


def test_the_tab_in_front_leads_to_its_home(shell_with: Callable[..., Shell]) -> None:
    shell = shell_with(two=True).signed_in()
    tabs, navigator = shell.window.chrome.tabs, shell.window.navigator
    shell.page.move_to(TAIKO)
    click(tabs, at=tabs.tabRect(0).center())
    assert navigator.place == OSU
    click(shell.window.chrome.back)
    assert navigator.place == TAIKO
    press(shell.window, Qt.Key.Key_1, CTRL)
    press(shell.window, Qt.Key.Key_1, CTRL)
    assert navigator.place == OSU
    click(shell.window.chrome.back)
    assert navigator.place == TAIKO, "the home was one step"


def test_a_place_of_another_tab_opens_there(shell_with: Callable[..., Shell]) -> None:
    shell = shell_with(two=True).signed_in()
    shell.page.open_requested.emit(OtherPlace(), "here")
    assert shell.window.navigator.index == 1
    shell.pages[1].open_requested.emit(JAPAN, "here")
    assert shell.window.navigator.index == 0
    assert shell.pages[0].shown == [OSU, JAPAN]


def test_back_leads_to_where_the_click_was_made_also_in_another_tab(
    shell_with: Callable[..., Shell],
) -> None:
    shell = shell_with(two=True).signed_in()
    navigator, chrome = shell.window.navigator, shell.window.chrome
    other = OtherPlace()
    shell.page.move_to(TAIKO)
    shell.page.position.setText("row 70")
    shell.page.open_requested.emit(other, "here")
    assert navigator.index == 1
    press(shell.window, Qt.Key.Key_1, CTRL)
    shell.page.move_to(JAPAN)
    for place, index in ((TAIKO, 0), (other, 1), (TAIKO, 0), (OSU, 0)):
        click(chrome.back)
        assert (navigator.place, navigator.index) == (place, index)
        if place == TAIKO:
            assert shell.page.position.text() == "row 70"
    assert not chrome.back.isEnabled()
    for place, index in ((TAIKO, 0), (other, 1), (TAIKO, 0), (JAPAN, 0)):
        click(chrome.forward)
        assert (navigator.place, navigator.index) == (place, index)
    assert not chrome.forward.isEnabled()


def test_keys_reach_the_page(shell: Shell) -> None:
    shell.window.chrome.tabs.setFocus()
    for key in (Qt.Key.Key_F, Qt.Key.Key_C, Qt.Key.Key_E):
        press(shell.window, key, CTRL)
    assert shell.page.calls[-3:] == [("filter",), ("copy",), ("export",)]


def test_f6_goes_round_the_parts_of_the_window(shell: Shell) -> None:
    shell.window.chrome.address.setFocus()
    press(shell.window, Qt.Key.Key_F6)
    assert shell.window.chrome.tabs.hasFocus()
    press(shell.window, Qt.Key.Key_F6)
    assert shell.page.position.hasFocus()
    press(shell.window, Qt.Key.Key_F6)
    assert shell.window.chrome.address.hasFocus()
    press(shell.window, Qt.Key.Key_F6, SHIFT)
    assert shell.page.position.hasFocus()


# --- who is signed in ------------------------------------------------------------------------


def test_signed_out_the_welcome_page_is_shown_and_what_is_opened_waits(
    shell_with: Callable[..., Shell],
) -> None:
    shell = shell_with()
    shell.window.start(TAIKO, expect_session=False)
    assert shell.window.navigator.is_welcome
    assert shell.window.chrome.address.text() == ""
    assert shell.window.windowTitle() == "Welcome · osubrowser"
    assert shell.window.chrome.account.text() == "Sign in"
    assert not shell.pages
    shell.account.enter(AccountState.GUEST)
    assert shell.page.shown == [TAIKO]
    assert not shell.window.chrome.back.isEnabled(), "nothing was seen before"
    assert shell.window.chrome.account.text() == "Guest"


def test_while_a_session_is_restored_no_welcome_page_flashes(
    shell_with: Callable[..., Shell],
) -> None:
    shell = shell_with()
    shell.window.start(expect_session=True)
    assert shell.window.navigator.page is shell.page
    assert shell.page.shown == []
    shell.account.state = AccountState.SIGNING_IN
    shell.account.changed.emit()
    assert not shell.window.navigator.is_welcome
    assert shell.window.chrome.account.text() == "Signing in …"
    shell.account.enter()
    assert shell.page.shown == [OSU]
    assert shell.welcome is None


def test_a_tab_answers_while_the_welcome_page_covers_it(shell_with: Callable[..., Shell]) -> None:
    shell = shell_with(two=True)
    shell.window.start(expect_session=False)
    assert shell.window.navigator.is_welcome
    tabs = shell.window.chrome.tabs
    for index in (1, 0):
        click(tabs, at=tabs.tabRect(index).center())
        assert not shell.window.navigator.is_welcome
        assert shell.window.navigator.index == index
    shell.page.sign_in_requested.emit()
    assert shell.window.navigator.is_welcome
    click(tabs, at=tabs.tabRect(0).center())
    assert not shell.window.navigator.is_welcome
    shell.preferences.set("titles", "original")
    assert shell.window.navigator.page is not None
    shell.account.enter()
    assert shell.window.navigator.index == 0


def test_a_session_that_could_not_be_restored_leads_to_the_welcome_page(
    shell_with: Callable[..., Shell],
) -> None:
    shell = shell_with()
    shell.window.start(expect_session=True)
    shell.account.leave()
    assert shell.window.navigator.is_welcome


def test_signing_out_leaves_the_pages_and_forgets_their_rows(shell: Shell, qtbot: QtBot) -> None:
    shell.page.move_to(TAIKO)
    with qtbot.waitSignal(shell.window.sign_out_requested):
        shell.window.menu.sign_out.trigger()
    shell.account.leave()
    assert shell.window.navigator.is_welcome
    assert ("leave",) in shell.page.calls
    assert [entry.state for entry in shell.window.navigator.history.behind()] == [None]
    assert shell.window.status_line.facts == ""
    shell.account.enter()
    assert shell.page.calls[-1] == ("show", TAIKO, None)


def test_a_name_that_becomes_known_does_not_load_the_page_again(shell: Shell) -> None:
    shell.account.me = Somebody(username="Cookiezi")
    shell.account.changed.emit()
    assert shell.window.chrome.account.text() == "Cookiezi"
    assert shell.page.shown == [OSU]


def test_a_guest_may_look_at_the_welcome_page_and_go_back(
    shell_with: Callable[..., Shell],
) -> None:
    shell = shell_with()
    shell.account.enter(AccountState.GUEST)
    shell.window.start(expect_session=False)
    shell.page.sign_in_requested.emit()
    assert shell.window.navigator.is_welcome
    click(shell.window.chrome.back)
    assert shell.window.navigator.page is shell.page
    assert shell.page.shown == [OSU]


def test_a_hostile_name_is_shown_as_letters(shell: Shell) -> None:
    shell.account.me = Somebody(username="<b>\u202eA&B</b>\n" + "x" * 300)
    shell.account.changed.emit()
    assert "\u202e" not in shell.window.chrome.account.text()
    assert shell.window.chrome.account.text().startswith("<b>A&&B</b>")
    assert shell.window.chrome.account.width() < 260


def test_the_account_menu_stays_inside_the_window(shell: Shell) -> None:
    shell.window.resize(1000, 640)
    shell.window.menu.popup(shell.window.pos())
    right = shell.window.mapToGlobal(QPoint(shell.window.width(), 0)).x()
    assert shell.window.menu.geometry().right() < right
    shell.window.menu.close()


def test_the_profile_opens_in_the_web_browser(shell: Shell) -> None:
    shell.window.menu.profile.trigger()
    assert shell.web == ["https://osu.ppy.sh/users/2"]


# --- status, messages, theme, dialogs --------------------------------------------------------


def test_the_status_line_tells_requests_server_and_offline(shell: Shell) -> None:
    assert shell.window.status_line.facts == "7 requests/min"
    shell.window.status_line.set_requests(1)
    assert shell.window.status_line.facts == "1 request/min"
    shell.window.status_line.set_requests(7)
    shell.page.online_changed.emit(False)
    assert shell.window.status_line.facts == "offline · 7 requests/min"
    shell.page.online_changed.emit(True)
    shell.account.is_demo, shell.account.server = True, "http://127.0.0.1:5"
    shell.account.changed.emit()
    assert shell.window.status_line.facts == "demo · 7 requests/min"


def test_good_news_leave_by_themselves_and_bad_news_stay(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_bar, "STAYS", 10)
    bar = shell.window.message_bar
    shell.page.message_requested.emit("good", "Saved.")
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible())
    shell.page.message_requested.emit("warning", "No web browser was found.")
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible())
    shell.page.message_requested.emit("bad", "The disk is full.")
    shell.page.message_requested.emit("bad", "Still full.")
    assert bar.text == "Still full."
    settle(bar)
    assert bar.isVisible()
    press(bar, Qt.Key.Key_Tab)
    bar.dismiss()
    assert not bar.isVisible()


def test_a_message_with_a_button_does_what_the_button_says(shell: Shell) -> None:
    done: list[str] = []
    bar = shell.window.message_bar
    bar.show_message("bad", "Gone.", key="gone", button="Undo", action=lambda: done.append("undo"))
    bar.withdraw("another")
    assert bar.isVisible()
    click(bar.button)
    assert done == ["undo"]
    assert not bar.isVisible()
    bar.show_message("bad", "Gone.", key="gone")
    assert not bar.button.isVisible()
    bar.withdraw("gone")
    assert not bar.isVisible()


def test_the_theme_is_chosen_in_the_menu_and_kept(shell: Shell) -> None:
    ground = shell.window.grab().toImage().pixelColor(2, 2)
    light = next(a for a in shell.window.menu.themes.actions() if a.data() == "light")
    light.trigger()
    assert shell.settings.theme == "light"
    assert light.isChecked()
    assert shell.window.grab().toImage().pixelColor(2, 2).lightness() > ground.lightness() + 100
    shell.theme.set_choice("dark")
    assert shell.window.grab().toImage().pixelColor(2, 2) == ground


def test_the_sheet_shows_every_key_that_is_bound(shell: Shell) -> None:
    shell.window.chrome.tabs.setFocus()
    write(shell.window, "?")
    sheet = dialog(shell, ShortcutSheet)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Back", "Alt+Left", "Ctrl+L", "Rankings", "Ctrl+1", "F11", "Ctrl+E"} <= words
    room = sheet.screen().availableSize()
    assert sheet.height() <= room.height()
    assert sheet.width() <= room.width()
    press(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_sheet_shows_the_keys_of_the_page_that_is_open(
    shell_with: Callable[..., Shell],
) -> None:
    keys = (Key("rank", ("Ctrl+G",), "Go to a rank", "In a page"),)
    shell = shell_with(kinds=lambda kind: replace(kind, keys=keys)).signed_in()
    shell.window.commands.show_shortcuts()
    words = {label.text() for label in dialog(shell, ShortcutSheet).findChildren(QLabel)}
    assert {"Go to a rank", "Ctrl+G"} <= words


def test_the_sheet_has_one_column_where_two_have_no_room(qtbot: QtBot) -> None:
    groups = ("Moving about", "In a table", "In a page", "The window")
    keys = [
        Key(f"{group}{n}", (f"Ctrl+{n}",), f"Do {n} of {group}", group)
        for group in groups
        for n in range(8)
    ]
    sheet = ShortcutSheet(keys)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(sheet)
    sheet.show()
    area = sheet.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)

    def lefts() -> set[int]:
        titles = [one for one in sheet.findChildren(QLabel) if one.text() in groups]
        return {one.mapTo(sheet, QPoint()).x() for one in titles}

    sheet.resize(1000, 400)
    qtbot.waitUntil(lambda: len(lefts()) == 2)
    sheet.resize(300, 400)
    qtbot.waitUntil(lambda: len(lefts()) == 1)
    assert area.horizontalScrollBar().maximum() == 0
    sheet.resize(1000, 400)
    qtbot.waitUntil(lambda: len(lefts()) == 2)


def test_a_question_mark_can_be_typed_into_the_address(shell: Shell) -> None:
    press(shell.window, Qt.Key.Key_L, CTRL)
    write(shell.window.chrome.address, "a?b")
    assert shell.window.chrome.address.text() == "a?b"
    assert not shell.window.findChildren(ShortcutSheet)


def test_about_tells_versions(shell: Shell) -> None:
    shell.window.commands.show_about()
    about = dialog(shell, AboutDialog)
    assert isinstance(about, AboutDialog)
    assert "Qt 6" in about.versions.text()
    about.accept()


def test_unexpected_errors_share_one_dialog(shell: Shell, tmp_path: Path) -> None:
    report = CrashReport(tmp_path)
    for number in range(12):
        report.add(ValueError(f"number {number}"))
        shell.window.commands.show_crash(report)
    crash = dialog(shell, CrashDialog)
    assert isinstance(crash, CrashDialog)
    assert report.file is not None
    assert report.file.name in crash.file.text()
    text = crash.report.toPlainText()
    assert "ValueError: number 9" in text
    assert "number 11" not in text
    click(crash.copy)
    assert QGuiApplication.clipboard().text() == text == report.file.read_text("utf-8").rstrip()
    click(crash.go_on)
    assert not crash.isVisible()


def test_full_screen_and_back(shell: Shell) -> None:
    press(shell.window, Qt.Key.Key_F11)
    assert shell.window.isFullScreen()
    press(shell.window, Qt.Key.Key_F11)
    assert not shell.window.isFullScreen()


def test_geometry_comes_back(shell_with: Callable[..., Shell]) -> None:
    first = shell_with().signed_in()
    first.window.resize(777, 555)
    first.window.close()
    assert first.settings.window
    second = shell_with(first.settings)
    assert second.window.size() == first.window.size()


@pytest.mark.parametrize("window", ["", "%%%", "AAAA", "ÿ"])
def test_damaged_geometry_is_ignored(shell_with: Callable[..., Shell], window: str) -> None:
    assert shell_with(Settings(window=window)).window.width() >= 720


def test_everything_in_the_chrome_has_a_name_for_screen_readers(shell: Shell) -> None:
    chrome = shell.window.chrome
    named = (
        chrome.back,
        chrome.forward,
        chrome.reload,
        chrome.address,
        chrome.account,
        chrome.tabs,
    )
    assert all(widget.accessibleName() for widget in named)


def test_a_message_lies_over_the_page_and_moves_nothing(shell: Shell, qtbot: QtBot) -> None:
    window, bar = shell.window, shell.window.message_bar
    page = window.navigator.widget
    before = page.geometry()
    window.show_message("bad", "Short.")
    assert bar.isVisible()
    assert page.geometry() == before
    inside = page.rect().translated(page.mapTo(window, page.rect().topLeft()))
    assert inside.contains(bar.geometry())
    low = bar.height()
    window.show_message("bad", "A message with many words. " * 20)
    qtbot.waitUntil(lambda: bar.height() > low)
    assert inside.contains(bar.geometry())
    window.resize(window.minimumSize())
    inside = page.rect().translated(page.mapTo(window, page.rect().topLeft()))
    qtbot.waitUntil(lambda: inside.contains(bar.geometry()))
    bar.dismiss()
    assert not bar.isVisible()


def test_the_account_button_goes_out_with_its_menu(shell: Shell, qtbot: QtBot) -> None:
    button, menu = shell.window.chrome.account, shell.window.menu
    button.setDown(True)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible)
    QCursor.setPos(shell.window.mapToGlobal(shell.window.rect().bottomLeft()))
    menu.close()
    assert not button.isDown()
    assert not button.underMouse()


# --- the start -------------------------------------------------------------------------------


def test_the_window_is_shown_before_its_page(qtbot: QtBot) -> None:
    shell = Shell(two=True)
    window = shell.window
    qtbot.addWidget(window)
    window.navigator.hold_page()
    window.start(expect_session=True)
    window.show()
    settle()
    assert shell.pages == []
    assert window.chrome.address.text() == "osu.ppy.sh/rankings/osu/performance"
    window.navigator.release_page()
    assert window.navigator.page is shell.page
    assert shell.page.isVisible()
    shell.account.enter()
    assert shell.page.shown == [OSU]


def test_the_window_is_shown_before_the_welcome_page(qtbot: QtBot) -> None:
    shell = Shell()
    window = shell.window
    qtbot.addWidget(window)
    window.navigator.hold_page()
    window.start(expect_session=False)
    window.show()
    settle()
    assert window.navigator.is_welcome
    assert shell.welcome is None
    assert window.chrome.address.text() == ""
    # It has the background of its hue already.
    stack = window.navigator.widget
    middle = stack.grab().toImage().pixelColor(stack.rect().center())
    assert middle.name() == shell.theme.colours(333).background6.name()
    window.navigator.release_page()
    assert shell.welcome is not None
    assert window.navigator.page is shell.welcome
    assert shell.welcome.isVisible()


def test_a_message_has_the_style_of_the_page_that_is_open(
    shell_with: Callable[..., Shell], qtbot: QtBot
) -> None:
    shell = shell_with(two=True).signed_in()
    window, bar = shell.window, shell.window.message_bar
    first, other = (shell.theme.stylesheet(hue) for hue in (125, 200))
    assert first != other
    qtbot.waitUntil(lambda: window.chrome.styleSheet() == first)
    shell.page.open_requested.emit(OtherPlace(), "here")
    qtbot.waitUntil(lambda: window.chrome.styleSheet() == other)
    window.show_message("info", "one")
    assert bar.styleSheet() == other
    window.navigator.go(-1)
    qtbot.waitUntil(lambda: bar.styleSheet() == first)  # while it is shown

"""Closable places beside the tabs: opened, closed, moved, and kept for the next start."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.services.places.places import AppPlace, Place, RankingsPlace, WebAddress
from osubrowser.services.session.account import AccountState
from osubrowser.services.settings.schema import SavedTabs
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.shell.chrome import OpenTabBar
from osubrowser.ui.shell.open_tabs import MOST_BESIDE
from osubrowser.ui.shell.page_kind import PageKind
from tests.ui.gestures import MIDDLE, click, press
from tests.ui.shell_window import OtherPlace, Shell, SmallPage

OSU = RankingsPlace()
TAIKO = RankingsPlace(mode="taiko")
MANIA = RankingsPlace(mode="mania")
JAPAN = RankingsPlace(mode="taiko", country="JP")
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WEBSITE = "https://osu.ppy.sh"
ME = "player 2 on https://osu.ppy.sh"
Shells = Callable[..., Shell]


def labels(shell: Shell) -> list[str]:
    bar = shell.window.chrome.places
    return [bar.tabText(at) for at in range(bar.count())]


def click_place(shell: Shell, at: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    bar = shell.window.chrome.places
    click(bar, button, at=bar.tabRect(at).center() - QPoint(12, 0))


def open_behind(shell: Shell, *places: Place) -> None:
    for place in places:
        shell.page.open_requested.emit(place, "background")


def menu_of(shell: Shell, at: int) -> QMenu:
    bar = shell.window.chrome.places
    bar.customContextMenuRequested.emit(bar.tabRect(at).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    action = next(a for a in menu.actions() if a.text().startswith(words))
    assert action.isEnabled()
    action.trigger()
    menu.close()


def test_in_the_background_means_beside_the_tabs(shell: Shell) -> None:
    bar = shell.window.chrome.places
    assert not bar.isVisible()
    open_behind(shell, TAIKO)
    assert shell.page.shown == [OSU], "what is seen stays"
    assert shell.window.chrome.address.text() == "osu.ppy.sh/rankings/osu/performance"
    assert shell.window.message_bar.text == "Opened in the background"
    assert bar.isVisible()
    assert labels(shell) == ["osu.ppy.sh/rankings/taiko/performance"], "no title is known yet"
    click_place(shell, 0)
    assert shell.page.shown == [OSU, TAIKO]
    assert labels(shell) == ["taiko ranking"]
    assert shell.window.chrome.tabs.property("idle") is True
    assert bar.property("idle") is False


def test_a_place_has_a_history_of_its_own_and_keeps_what_is_opened_from_it(
    shell_with: Shells,
) -> None:
    shell = shell_with(two=True).signed_in()
    shell.page.move_to(JAPAN)
    open_behind(shell, TAIKO)
    click_place(shell, 0)
    assert not shell.window.chrome.back.isEnabled()
    shell.page.open_requested.emit(OtherPlace(), "here")
    assert shell.window.navigator.index is None
    assert isinstance(shell.window.navigator.page, SmallPage)
    assert shell.window.navigator.page is shell.pages[1], "a page of another kind, still there"
    click(shell.window.chrome.back)
    assert shell.window.navigator.page is shell.pages[0]
    assert shell.window.navigator.place == TAIKO
    assert not shell.window.chrome.back.isEnabled()
    press(shell.window, Qt.Key.Key_1, CTRL)
    assert shell.window.navigator.place == JAPAN
    assert shell.window.chrome.back.isEnabled(), "the tab's own history is as it was"


def test_going_to_and_fro_keeps_how_each_place_was_left(shell: Shell) -> None:
    shell.page.position.setText("row 70")
    open_behind(shell, TAIKO)
    click_place(shell, 0)
    shell.page.position.setText("row 8")
    press(shell.window, Qt.Key.Key_1, CTRL)
    assert shell.page.position.text() == "row 70"
    click_place(shell, 0)
    assert shell.page.position.text() == "row 8"
    assert shell.window.chrome.address.text().endswith("taiko/performance")
    assert shell.window.status_line.status == "1-50 of taiko"


def test_what_a_hidden_page_says_belongs_to_its_own_place(shell_with: Shells) -> None:
    shell = shell_with(two=True).signed_in()
    open_behind(shell, TAIKO)
    click_place(shell, 0)
    press(shell.window, Qt.Key.Key_2, CTRL)
    shell.pages[0].title_changed.emit("late title")
    shell.pages[0].status_changed.emit("late status")
    assert labels(shell) == ["late title"]
    assert "late" not in shell.window.windowTitle()
    assert "late" not in shell.window.status_line.status
    shell.pages[0].place_changed.emit(replace(TAIKO, page=3), True)
    click_place(shell, 0)
    assert shell.window.navigator.place == replace(TAIKO, page=3)
    assert shell.window.status_line.status == "late status"


@pytest.mark.parametrize("way", ["cross", "middle", "key", "delete", "menu"])
def test_closing_goes_to_the_neighbour_and_it_can_be_opened_again(shell: Shell, way: str) -> None:
    open_behind(shell, TAIKO, MANIA, JAPAN)
    click_place(shell, 1)
    bar = shell.window.chrome.places
    cross = bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert isinstance(cross, QToolButton)
    match way:
        case "cross":
            click(cross)
        case "middle":
            click_place(shell, 1, MIDDLE)
        case "key":
            press(shell.window, Qt.Key.Key_W, CTRL)
        case "delete":
            bar.setFocus()
            press(bar, Qt.Key.Key_Delete)
        case _:
            choose(menu_of(shell, 1), "Close")
    assert [place for place, _ in shell.window.navigator.places] == [TAIKO, JAPAN]
    assert shell.window.navigator.place == JAPAN
    press(shell.window, Qt.Key.Key_T, CTRL | SHIFT)
    assert [place for place, _ in shell.window.navigator.places] == [TAIKO, MANIA, JAPAN]
    assert shell.window.navigator.place == MANIA
    assert shell.page.shown[-1] == MANIA


def test_the_last_one_closed_leads_back_to_the_tab(shell: Shell) -> None:
    open_behind(shell, TAIKO)
    click_place(shell, 0)
    press(shell.window, Qt.Key.Key_W, CTRL)
    assert shell.window.navigator.index == 0
    assert shell.page.shown[-1] == OSU
    assert not shell.window.chrome.places.isVisible()
    press(shell.window, Qt.Key.Key_W, CTRL)
    assert "Tabs stay open" in shell.window.message_bar.text
    assert shell.window.navigator.index == 0


def test_closing_one_that_is_not_seen_changes_nothing_else(shell: Shell) -> None:
    open_behind(shell, TAIKO, MANIA)
    click_place(shell, 1)
    shown = len(shell.page.shown)
    click_place(shell, 0, MIDDLE)
    assert shell.window.navigator.place == MANIA
    assert len(shell.page.shown) == shown
    assert shell.window.chrome.places.currentIndex() == 0


def test_the_page_of_a_closed_place_stops_loading(shell: Shell) -> None:
    open_behind(shell, TAIKO)
    click_place(shell, 0)
    press(shell.window, Qt.Key.Key_W, CTRL)
    assert ("leave",) in shell.page.calls


def test_the_others_are_closed_by_the_menu_and_a_link_is_copied(shell: Shell) -> None:
    open_behind(shell, TAIKO, MANIA, JAPAN)
    choose(menu_of(shell, 1), "Copy link")
    assert QGuiApplication.clipboard().text() == f"{WEBSITE}/rankings/mania/performance"
    choose(menu_of(shell, 2), "Open in web")
    assert shell.web == [f"{WEBSITE}/rankings/taiko/performance?country=JP"]
    choose(menu_of(shell, 1), "Close the others")
    assert [place for place, _ in shell.window.navigator.places] == [MANIA]
    choose(menu_of(shell, 0), "Open the closed one again")
    assert len(shell.window.navigator.places) == 2


def test_ctrl_tab_goes_through_tabs_and_places(shell_with: Shells) -> None:
    shell = shell_with(two=True).signed_in()
    open_behind(shell, TAIKO, MANIA)
    seen = []
    for _ in range(5):
        seen.append(shell.window.navigator.place)
        press(shell.window, Qt.Key.Key_Tab, CTRL)
    assert [seen[0], *seen[2:]] == [OSU, TAIKO, MANIA, OSU]
    assert isinstance(seen[1], OtherPlace)
    press(shell.window, Qt.Key.Key_PageUp, CTRL)
    assert shell.window.navigator.place == OSU


def test_a_place_dragged_elsewhere_stays_the_current_one(shell: Shell) -> None:
    open_behind(shell, TAIKO, MANIA, JAPAN)
    click_place(shell, 0)
    shell.window.chrome.places.moveTab(0, 2)
    assert [place for place, _ in shell.window.navigator.places] == [MANIA, JAPAN, TAIKO]
    assert shell.window.navigator.place == TAIKO
    assert shell.window.chrome.places.currentIndex() == 2
    click_place(shell, 0)
    assert shell.window.navigator.place == MANIA


def test_ctrl_t_keeps_the_page_beside_the_tabs(shell: Shell) -> None:
    press(shell.window, Qt.Key.Key_T, CTRL)
    assert shell.window.navigator.places == [(OSU, "")]
    assert shell.window.navigator.index == 0


def test_there_is_an_end_to_how_many(shell: Shell) -> None:
    open_behind(shell, *[replace(OSU, page=n) for n in range(1, MOST_BESIDE + 3)])
    assert len(shell.window.navigator.places) == MOST_BESIDE
    assert "No more places fit" in shell.window.message_bar.text
    assert shell.window.width() < 1400


def test_hostile_titles_are_plain_and_short(shell: Shell) -> None:
    open_behind(shell, TAIKO)
    click_place(shell, 0)
    shell.page.title_changed.emit("\u202egnp.<b>&amp " + "x" * 10_000)
    label = labels(shell)[0]
    assert "\u202e" not in label
    assert len(label) < 100
    bar = shell.window.chrome.places
    assert bar.tabRect(0).width() < 260
    assert len(bar.tabToolTip(0)) < 500


def test_without_a_session_a_place_answers_and_is_loaded_after_the_sign_in(
    shell_with: Shells,
) -> None:
    shell = shell_with().signed_in()
    open_behind(shell, TAIKO)
    shell.account.leave()
    assert shell.window.navigator.is_welcome
    click_place(shell, 0)
    assert not shell.window.navigator.is_welcome
    assert shell.window.navigator.place == TAIKO
    shell.account.enter()
    assert shell.window.navigator.place == TAIKO
    assert shell.page.shown[-1] == TAIKO


# --- at hand before somebody goes there ---------------------------------------------------------


def test_what_opens_behind_is_asked_for_and_gets_its_name(
    shell_with: Shells, qtbot: QtBot, loop: asyncio.AbstractEventLoop
) -> None:
    asked: list[Place] = []

    async def prefetch(place: Place) -> str:
        asked.append(place)
        await asyncio.sleep(0)
        return "Taiko & drums"

    shell = shell_with(kinds=lambda kind: replace(kind, prefetch=prefetch)).signed_in()
    open_behind(shell, TAIKO)
    qtbot.waitUntil(lambda: labels(shell) == ["Taiko && drums"])
    assert asked == [TAIKO]
    assert shell.page.shown == [OSU]


# --- seen ---------------------------------------------------------------------------------------


class Landmarked(SmallPage):
    """A page that can be remembered."""

    settled = True
    error: Exception | None = None

    def landmark(self) -> tuple[Place, str] | None:
        return (OSU, "a \u202eranking")

    @property
    def is_settled(self) -> bool:
        return self.settled

    @property
    def failure(self) -> Exception | None:
        return self.error


def building(page: Landmarked) -> Callable[[PageKind], PageKind]:
    """Return what lets the rankings tab have this page."""
    return lambda kind: (
        replace(kind, build=lambda _context: page) if kind.key == "rankings" else kind
    )


def test_a_place_counts_as_seen_once_it_is_there(shell_with: Shells, qtbot: QtBot) -> None:
    page = Landmarked()
    shell = shell_with(kinds=building(page))
    page.settled = False
    shell.window.navigator._visits.timer.setInterval(5)
    told: list[tuple[Place, str]] = []
    shell.window.navigator.visited.connect(lambda place, title: told.append((place, title)))
    shell.signed_in()
    for _ in range(2):
        with qtbot.waitSignal(shell.window.navigator._visits.timer.timeout):
            pass
    assert told == [], "it is still loading"
    page.settled = True
    qtbot.waitUntil(lambda: told == [(OSU, "a ranking")])
    with qtbot.waitSignal(shell.window.navigator._visits.timer.timeout):
        page.title_changed.emit("again")
    assert len(told) == 1


def test_coming_back_is_visits_it_again(shell_with: Shells, qtbot: QtBot) -> None:
    page = Landmarked()
    shell = shell_with(two=True, kinds=building(page))
    shell.window.navigator._visits.timer.setInterval(5)
    told: list[Place] = []
    shell.window.navigator.visited.connect(lambda place, _title: told.append(place))
    shell.signed_in()
    qtbot.waitUntil(lambda: told == [OSU])
    press(shell.window, Qt.Key.Key_2, CTRL)
    press(shell.window, Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: told == [OSU, OSU])


def test_what_failed_was_not_seen(shell_with: Shells, qtbot: QtBot) -> None:
    page = Landmarked()
    shell = shell_with(kinds=building(page))
    page.error = RuntimeError("nothing there")
    shell.window.navigator._visits.timer.setInterval(5)
    told: list[Place] = []
    shell.window.navigator.visited.connect(lambda place, _title: told.append(place))
    with qtbot.waitSignal(shell.window.navigator._visits.timer.timeout):
        shell.signed_in()
    assert told == []
    page.error = None
    page.title_changed.emit("there now")
    qtbot.waitUntil(lambda: told == [OSU])


# --- the next start -------------------------------------------------------------------------------


def again(shell_with: Shells, shell: Shell) -> Shell:
    """Close a window and start another one with its settings."""
    shell.window.close()
    return shell_with(shell.settings, two=True)


def test_what_was_open_is_open_again(shell_with: Shells) -> None:
    shell = shell_with(two=True).signed_in()
    shell.page.move_to(JAPAN)
    open_behind(shell, TAIKO, MANIA)
    click_place(shell, 0)
    second = again(shell_with, shell).signed_in()
    assert [place for place, _ in second.window.navigator.places] == [TAIKO, MANIA]
    assert second.window.navigator.place == TAIKO
    assert labels(second) == ["taiko ranking", "osu.ppy.sh/rankings/mania/performance"]
    press(second.window, Qt.Key.Key_1, CTRL)
    assert second.window.navigator.place == JAPAN
    assert second.page.shown == [TAIKO, JAPAN], "each is loaded when it is gone to"


def test_an_address_of_the_command_line_comes_on_top(shell_with: Shells) -> None:
    shell = shell_with(two=True).signed_in()
    shell.page.move_to(JAPAN)
    second = again(shell_with, shell)
    second.window.start(MANIA, expect_session=True)
    second.account.enter()
    assert second.window.navigator.place == MANIA
    assert second.page.shown == [MANIA]
    click(second.window.chrome.back)
    assert second.window.navigator.place == JAPAN, "what was open is one step behind"


def test_what_was_open_stands_there_while_the_session_is_made(shell_with: Shells) -> None:
    shell = shell_with(two=True).signed_in()
    open_behind(shell, TAIKO)
    press(shell.window, Qt.Key.Key_2, CTRL)
    second = again(shell_with, shell)
    second.window.start(expect_session=True)
    assert second.window.navigator.index == 1
    assert labels(second) == ["osu.ppy.sh/rankings/taiko/performance"]
    assert second.page.shown == [], "nothing is asked for yet"
    second.account.enter()
    assert isinstance(second.page.shown[0], OtherPlace)
    assert len(second.page.shown) == 1


def test_the_setting_turns_it_off(shell_with: Shells) -> None:
    shell = shell_with(Settings(reopen=False), two=True).signed_in()
    shell.page.move_to(JAPAN)
    open_behind(shell, TAIKO)
    second = again(shell_with, shell).signed_in()
    assert second.window.navigator.places == []
    assert second.window.navigator.place == OSU
    assert "country=JP" not in str(second.settings.open_places)


def test_each_server_has_places_of_its_own(shell_with: Shells) -> None:
    shell = shell_with(two=True).signed_in()
    shell.page.move_to(JAPAN)
    open_behind(shell, TAIKO)
    shell.account.is_demo = True
    shell.account.server = "http://127.0.0.1:34567"
    shell.account.enter()
    assert shell.window.navigator.places == []
    assert shell.window.navigator.place == OSU
    shell.page.move_to(MANIA)
    shell.window.session_restore.save()
    assert set(shell.settings.open_places) == {ME, "demo"}
    assert shell.settings.open_places["demo"].tabs == {
        "rankings": f"{WEBSITE}/rankings/mania/performance",
        "other": f"{WEBSITE}/",
    }
    shell.account.is_demo = False
    shell.account.server = WEBSITE
    shell.account.enter()
    assert [place for place, _ in shell.window.navigator.places] == [TAIKO]
    assert shell.window.navigator.place == JAPAN


def test_another_player_sees_nothing_of_the_one_before(shell_with: Shells) -> None:
    shell = shell_with(two=True).signed_in()
    shell.page.move_to(JAPAN)
    open_behind(shell, TAIKO)
    shell.account.leave()
    shell.account.last = 3
    shell.account.enter(AccountState.GUEST)
    assert shell.window.navigator.places == []
    assert shell.window.navigator.place == OSU
    assert not shell.window.navigator.history.can_go_back
    shell.account.enter()
    assert [place for place, _ in shell.window.navigator.places] == [TAIKO]
    assert shell.window.navigator.place == JAPAN


def test_it_is_kept_while_it_runs_too(shell: Shell, qtbot: QtBot) -> None:
    shell.window.session_restore.timer.setInterval(5)
    shell.window.session_restore.timer.stop()
    open_behind(shell, TAIKO)
    kept = shell.settings.open_places
    qtbot.waitUntil(lambda: ME in kept and len(kept[ME].beside) == 1)


@pytest.mark.parametrize(
    "kept",
    [
        SavedTabs({"rankings": "javascript:alert(1)"}, (("nonsense", "x"),), "beside:9"),
        SavedTabs({"rankings": f"{WEBSITE}/users/2"}, ((f"{WEBSITE}/store", "x"),), "beside:0"),
        SavedTabs({"nobody": f"{WEBSITE}/rankings/taiko"}, (), "beside:²"),
        SavedTabs({}, (), "beside:-1"),
    ],
)
def test_settings_that_make_no_sense_open_the_usual(shell_with: Shells, kept: SavedTabs) -> None:
    shell = shell_with(Settings(open_places={ME: kept}), two=True).signed_in()
    assert shell.window.navigator.place == OSU
    assert shell.window.navigator.places == []
    assert shell.web == []


# --- the program's own pages ----------------------------------------------------------------------


def test_a_page_of_the_program_opens_beside_and_without_a_session(
    shell_with: Shells,
) -> None:
    shell = shell_with(own=True)
    shell.window.start(expect_session=False)
    assert shell.window.navigator.is_welcome
    shell.window.navigator.open(AppPlace("settings"))
    assert not shell.window.navigator.is_welcome
    assert shell.window.chrome.address.text() == "osubrowser:settings"
    press(shell.window, Qt.Key.Key_W, CTRL)
    assert shell.window.navigator.is_welcome
    shell.account.enter()
    shell.window.navigator.open(AppPlace("settings"))
    shell.window.navigator.select(0)
    shell.window.navigator.open(AppPlace("settings"))
    assert len(shell.window.navigator.places) == 1, "one is enough"
    shell.window.navigator.open(AppPlace("settings"), "web")
    assert shell.web == []
    assert "belongs to osubrowser" in shell.window.message_bar.text


def test_a_page_of_the_program_is_shown_anew_without_a_session_too(shell_with: Shells) -> None:
    shell = shell_with(own=True)
    shell.window.start(expect_session=False)
    shell.window.navigator.open(AppPlace("settings"))
    page = shell.pages[-1]
    shell.preferences.set("titles", "original")
    assert page.calls[-1][:2] == ("show", AppPlace("settings"))
    assert shell.window.navigator.status == "1-50 of ?"


def test_a_page_of_the_program_takes_nobodys_place_and_leads_back(shell_with: Shells) -> None:
    shell = shell_with(own=True).signed_in()
    open_behind(shell, TAIKO, MANIA)
    click_place(shell, 0)
    shell.window.navigator.open(AppPlace("settings"))
    places = [place for place, _ in shell.window.navigator.places]
    assert places == [TAIKO, AppPlace("settings"), MANIA]
    press(shell.window, Qt.Key.Key_W, CTRL)
    assert shell.window.navigator.place == TAIKO, "where one came from, not the neighbour"


def test_what_has_no_page_says_why(shell: Shell) -> None:
    shell.window.navigator.open(WebAddress(f"{WEBSITE}/store"))
    assert shell.web == [f"{WEBSITE}/store"]
    assert "as osu!'s API has no store" in shell.window.message_bar.text


# --- more places than fit ----------------------------------------------------------------------


def test_more_places_than_fit_are_in_a_list(shell: Shell, qtbot: QtBot) -> None:
    window = shell.window
    window.resize(window.minimumSize())
    places = [replace(OSU, page=n) for n in range(1, MOST_BESIDE + 1)]
    open_behind(shell, places[0])
    qtbot.waitUntil(window.chrome.places.isVisible)
    assert not window.chrome.places_list.isVisible()
    open_behind(shell, *places[1:])
    button = window.chrome.places_list
    qtbot.waitUntil(button.isVisible)
    click(button)
    menu = window.chrome.places.findChildren(QMenu)[-1]
    qtbot.waitUntil(menu.isVisible)
    assert len(menu.actions()) == MOST_BESIDE
    assert not any(action.isChecked() for action in menu.actions())
    menu.actions()[-1].trigger()
    menu.close()
    assert window.navigator.place == places[-1]
    window.navigator.close_other_places(MOST_BESIDE - 1)
    qtbot.waitUntil(lambda: not button.isVisible())


def test_the_list_of_places_has_a_shortcut_and_marks_the_one_in_front(
    shell: Shell, qtbot: QtBot
) -> None:
    window = shell.window
    held = CTRL | Qt.KeyboardModifier.ShiftModifier
    press(window, Qt.Key.Key_A, held)
    assert window.message_bar.text.startswith("Nothing is open beside the tabs.")
    open_behind(shell, TAIKO, OSU)
    click_place(shell, 1)
    press(window, Qt.Key.Key_A, held)
    menu = window.chrome.places.findChildren(QMenu)[-1]
    qtbot.waitUntil(menu.isVisible)
    assert [action.isChecked() for action in menu.actions()] == [False, True]
    press(menu, Qt.Key.Key_Up)
    press(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.navigator.place == TAIKO)


def test_a_bar_that_was_hidden_shows_its_current_tab_as_such(qtbot: QtBot) -> None:
    window = QWidget()
    window.setStyleSheet(
        "#places::tab:selected { background: #f00; min-width: 80px; }"
        '#places[idle="true"]::tab:selected { background: #0f0; }'
    )
    window.resize(400, 80)
    bar = OpenTabBar(window)
    qtbot.addWidget(window)
    bar.show_places([], None, can_reopen=False)
    window.show()
    qtbot.waitExposed(window)
    bar.ensurePolished()
    bar.show_places([("a", "")], 0, can_reopen=False)
    place = bar.tabRect(0)
    assert bar.grab().toImage().pixelColor(4, place.center().y()) == QColor("#f00")
    bar.show_places([("a", "")], None, can_reopen=False)
    assert bar.grab().toImage().pixelColor(4, place.center().y()) == QColor("#0f0")

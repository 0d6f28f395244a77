"""What is followed, in the real window: the bell, the page Following, menus of rows, the tray."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from osubrowser.services.history.changes import ChangeKind, add_change
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.records import FOLLOWED, Difference
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import Subject, SubjectKind
from osubrowser.services.places.places import (
    AppPlace,
    BeatmapsetPlace,
    RankingsPlace,
    ScorePlace,
    UserPlace,
)
from osubrowser.ui.pages.following.page import FollowingPage
from osubrowser.ui.shell import tray
from osubrowser.ui.shell.follow_popover import FollowPopover
from tests.e2e.conftest import Browser, quit_program

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PAGE = AppPlace("following")
RANKINGS = RankingsPlace()


def demo(start: Callable[..., Browser]) -> Browser:
    browser = start("--demo")
    browser.app.preferences.set("follow_pace", 0)  # what changes is what the test writes
    browser.window.activateWindow()
    browser.wait_for_rows(30_000)
    browser.wait(lambda: browser.app.history.follows.is_loaded)
    return browser


def popover(browser: Browser) -> FollowPopover:
    controller = browser.window.follow_controller
    assert controller is not None
    assert controller.popover is not None
    return controller.popover


def open_page(browser: Browser) -> FollowingPage:
    browser.window.navigator.open(PAGE)
    page = browser.window.navigator.page
    assert isinstance(page, FollowingPage)
    browser.wait(lambda: page.is_settled)
    return page


def follow(browser: Browser, *named: tuple[int, str, str]) -> None:
    """Follow players: id, name, group."""
    follows = browser.app.history.follows
    for number, name, group in named:
        follows.follow(UserPlace(number), FollowKind.PLAYER, name, group=group)
    browser.wait(lambda: all(one.id for one in follows.items))


NOW = 1_700_000_000


def change(browser: Browser, title: str, kind: ChangeKind, data: dict[str, object]) -> None:
    """Write a change of a followed thing, as a check does, and tell it."""
    follows = browser.app.history.follows
    number = next(one.id for one in follows.items if one.title == title)

    def write(store: HistoryStore) -> None:
        with store.change() as connection:
            add_change(connection, number, NOW, kind, data)

    before = follows.unread
    browser.run(browser.app.history.read(write))
    found = Difference(Subject(SubjectKind.FOLLOW, number), FOLLOWED, 0, {"changes": 1})
    browser.app.history.written.emit([found])
    follows.load()
    browser.wait(lambda: follows.unread == before + 1)


def sentences(page: FollowingPage) -> list[str]:
    at = [column.key for column in page.list.model.columns].index("change")
    return [row.texts[at] for row in page.list.model.loaded_rows()]


def followed(page: FollowingPage) -> list[str]:
    return [row.texts[0] for row in page.things.list.model.loaded_rows()]


def entries() -> dict[str, QAction]:
    """The entries of the open menu, by label."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return {action.text().replace("&", ""): action for action in popup.actions()}


def choose(label: str) -> None:
    """Choose an entry of the open menu."""
    popup, found = QApplication.activePopupWidget(), entries()
    assert popup is not None
    found[label].trigger()
    popup.close()


def test_the_bell_follows_the_page_and_edits_how(start: Callable[..., Browser]) -> None:
    browser = demo(start)
    window, follows = browser.window, browser.app.history.follows
    bell = window.chrome.bell
    assert bell.accessibleName() == "Follow this page"
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, Qt.Key.Key_D, CONTROL | SHIFT)
    assert [one.kind for one in follows.items] == [FollowKind.RANKING]
    editor = popover(browser)
    assert editor.heading == "Followed from now on"
    assert editor.form.texts.title.text() == window.navigator.title
    editor.form.group.setEditText("  Races   ")
    QTest.keyClicks(editor.form.texts.note, "watch the top")
    editor.form.mute.click()
    editor.done.click()
    browser.wait(lambda: follows.items[0].id)
    item = follows.items[0]
    assert (item.group, item.note, item.is_muted) == ("Races", "watch the top", True)
    page = window.navigator.page
    assert page is not None
    assert page.follow_button is not None
    assert bell.accessibleName() == "How this page is followed"
    assert page.follow_button.text() == "Following"
    # Another ranking is another thing.
    browser.go("/rankings/taiko/performance")
    browser.wait(lambda: bell.accessibleName() == "Follow this page")
    assert page.follow_button.text() == "Follow"
    window.navigator.go(-1)
    browser.wait(lambda: bell.accessibleName() == "How this page is followed")
    # The button of the page opens the same editor; Unfollow can be taken back, with the note.
    page.follow_button.click()
    editor.unfollow.click()
    assert follows.items == ()
    window.message_bar.button.click()
    browser.wait(lambda: follows.items and follows.items[0].note == "watch the top")
    assert bell.accessibleName() == "How this page is followed"
    # Settings cannot be followed.
    window.navigator.open(AppPlace("settings"))
    assert not bell.isEnabled()
    quit_program(browser)


def test_a_player_is_followed_as_a_player_or_a_mapper(start: Callable[..., Browser]) -> None:
    browser = demo(start)
    follows = browser.app.history.follows
    browser.wait(lambda: browser.app.account.me is not None)
    me = browser.app.account.me
    assert me is not None
    assert me.id is not None
    browser.window.navigator.open(UserPlace(me.id, "taiko", section="best"))
    page = browser.window.navigator.page
    assert page is not None
    browser.wait(lambda: page.is_settled and page.picture)
    QTest.mouseClick(browser.window.chrome.bell, Qt.MouseButton.LeftButton)
    assert list(entries()) == [
        "Follow as a player",
        "Follow as a mapper (new and changed beatmaps)",
    ]
    choose("Follow as a mapper (new and changed beatmaps)")
    popover(browser).hide()
    assert [(one.kind, one.picture) for one in follows.items] == [(FollowKind.MAPPER, page.picture)]
    QTest.mouseClick(browser.window.chrome.bell, Qt.MouseButton.LeftButton)
    assert "Mapper: followed, edit …" in entries()
    choose("Follow as a player")
    popover(browser).hide()
    assert [one.title for one in follows.items] == [me.username] * 2  # neither ruleset nor section


def test_a_difficulty_and_a_page_of_a_ranking_have_names_of_their_own(
    start: Callable[..., Browser],
) -> None:
    browser = demo(start)
    follows, navigator = browser.app.history.follows, browser.window.navigator
    client = browser.app.account.client
    assert client is not None
    found = browser.run(browser.app.calls.run(client.beatmapset, 1470770))
    navigator.open(BeatmapsetPlace(1470770, found.beatmaps[0].id))
    page = navigator.page
    assert page is not None
    browser.wait(lambda: page.is_settled and page.picture)
    for place in range(2):
        browser.window.chrome.bell.click()
        choose(list(entries())[place])
        popover(browser).hide()
    assert [one.kind for one in follows.items] == [FollowKind.BEATMAPSET, FollowKind.BEATMAP]
    whole, difficulty = (one.title for one in follows.items)
    assert difficulty.startswith(f"{whole} [")
    navigator.open(RankingsPlace(page=3))
    browser.wait_for_rows()
    browser.window.chrome.bell.click()
    popover(browser).hide()
    assert follows.items[-1].title == f"{navigator.title}, page 3"


def test_what_changed_is_listed_read_and_filtered(start: Callable[..., Browser]) -> None:
    browser = demo(start)
    window, follows = browser.window, browser.app.history.follows
    page = open_page(browser)
    browser.wait(lambda: page.nothing.button("ranking") is not None)
    button = page.nothing.button("ranking")
    assert button is not None
    button.click()
    browser.wait(lambda: followed(page) == ["Performance ranking"])
    follow(browser, (3, "ぺっぴー", "Rivals"), (2, "peppy", "Rivals"), (4, "loner", ""))
    # By group, those without one first; then by title.
    browser.wait(lambda: followed(page) == ["loner", "Performance ranking", "peppy", "ぺっぴー"])
    assert not window.chrome.unread.isVisible()
    change(browser, "peppy", ChangeKind.NAME, {"before": "a", "after": "b"})
    change(browser, "ぺっぴー", ChangeKind.MEDAL, {"name": "Gold"})
    change(browser, "peppy", ChangeKind.NEW_PLAY, {"score": 77, "title": "Song", "position": 1})
    browser.wait(lambda: len(sentences(page)) == 3)
    play = "New best play no. 1: Song"
    assert sentences(page) == [play, "New medal: Gold", "Renamed from a to b"]
    assert window.chrome.unread.text() == "3"
    # A kind of change, a group, a thing.
    page.bar.kinds.chosen.emit("medal")
    browser.wait(lambda: sentences(page) == ["New medal: Gold"])
    page.bar.kinds.chosen.emit("name")
    page.bar.groups.chosen.emit("none")
    browser.wait(lambda: page.list.is_settled and not sentences(page))
    browser.wait(lambda: followed(page) == ["loner", "Performance ranking"])
    clear = next(iter(page.list.rows.shown_buttons()))
    clear.click()
    browser.wait(lambda: len(sentences(page)) == 3)
    browser.wait(lambda: len(followed(page)) == 4)
    table = page.things.list.table
    row = followed(page).index("peppy")
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(page.things.list.model.index(row, 0)).center(),
    )
    browser.wait(lambda: sentences(page) == [play, "Renamed from a to b"])
    assert page.only.text() == "Only peppy: show all"
    page.only.click()
    browser.wait(lambda: len(sentences(page)) == 3)
    # Opening a row marks it as read.
    page.list.take_focus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    browser.wait(lambda: window.navigator.place == ScorePlace(77))
    browser.wait(lambda: follows.unread == 2)
    page = open_page(browser)
    browser.wait(lambda: page.bar.unread.text().endswith(" · 2"))
    browser.wait(lambda: [row.item.is_read for row in page.list.model.loaded_rows()][:1] == [True])
    page.bar.unread.click()
    browser.wait(lambda: len(sentences(page)) == 2)
    # All read, and back.
    page.bar.unread.click()
    browser.wait(lambda: len(sentences(page)) == 3)
    page.mark_all_read()
    browser.wait(lambda: all(row.item.is_read for row in page.list.model.loaded_rows()))
    assert not window.chrome.unread.isVisible()
    page.undo()
    browser.wait(lambda: follows.unread == 2)
    browser.wait(lambda: sum(row.item.is_read for row in page.list.model.loaded_rows()) == 1)
    # Several are unfollowed, and followed again with their changes.
    page.unfollow([one for one in follows.items if one.group == "Rivals"])
    browser.wait(lambda: not sentences(page))
    browser.wait(lambda: followed(page) == ["loner", "Performance ranking"])
    page.undo()
    browser.wait(lambda: len(sentences(page)) == 3)

    # A file that cannot be read is said, and read again.
    async def refuse(*_args: object, **_named: object) -> object:
        raise OSError("disk on fire")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(browser.app.history, "read", refuse)
        page.reload()
        browser.wait(lambda: page.failure is not None)
        sentence = page.list.rows.foot_text
        assert sentence.startswith("The history on this computer cannot be read.")
    page.reload()
    browser.wait(lambda: page.failure is None and len(sentences(page)) == 3)
    # A narrow window shows one side.
    window.resize(1000, 640)
    browser.wait(lambda: page.bar.sides.isVisible())
    assert not page.things.isVisible()
    page.bar.sides.button("things").click()
    assert page.things.isVisible()
    assert not page.list.table.isVisible()


def test_rows_of_lists_can_be_followed(start: Callable[..., Browser]) -> None:
    browser = demo(start)
    follows = browser.app.history.follows
    table = browser.rankings.table
    first = browser.texts(0)["player"]
    rows = [row for n in range(3) if (row := browser.rankings.model.row_at(n)) is not None]
    where = table.mapToGlobal(table.rect().center())
    table.menu_requested.emit(rows[:1], where)
    choose("Follow as a player")
    assert [one.title for one in follows.items] == [first]
    table.menu_requested.emit(rows[:1], where)
    assert "Unfollow" in entries()
    choose("Unfollow")
    assert follows.items == ()
    table.menu_requested.emit(rows, where)
    label = next(one for one in entries() if one.startswith("Follow"))
    choose(label)
    assert len(follows.items) == 3


class StubIcon(QObject):
    """Icon in a tray that no desktop has, which remembers its notifications."""

    ActivationReason = QSystemTrayIcon.ActivationReason
    activated = Signal(object)
    messageClicked = Signal()
    texts: ClassVar[list[str]] = []

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tip = ""
        self.menu: QMenu | None = None
        self.is_shown = False

    @staticmethod
    def isSystemTrayAvailable() -> bool:
        return True

    def setIcon(self, icon: QIcon) -> None:
        assert not icon.isNull()

    def setToolTip(self, tip: str) -> None:
        self.tip = tip

    def setContextMenu(self, menu: QMenu) -> None:
        self.menu = menu

    def isVisible(self) -> bool:
        return self.is_shown

    def show(self) -> None:
        self.is_shown = True

    def hide(self) -> None:
        self.is_shown = False

    def showMessage(self, _title: str, text: str, _icon: QIcon, _stays: int) -> None:
        self.texts.append(text)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of all notifications."""
    monkeypatch.setattr(tray, "QSystemTrayIcon", StubIcon)
    monkeypatch.setattr(StubIcon, "texts", [])
    return StubIcon.texts


def test_changes_are_told_once_a_minute_at_most(
    start: Callable[..., Browser], told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = demo(start)
    window, preferences = browser.window, browser.app.preferences
    notices = window.change_notices
    assert notices is not None
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    follow(browser, (2, "peppy", ""), (3, "other", ""))
    other = next(one for one in browser.app.history.follows.items if one.title == "other")
    browser.app.history.follows.write(other, is_muted=True)
    browser.wait(lambda: notices._told is not None)

    def medal(title: str, name: str) -> None:
        change(browser, title, ChangeKind.MEDAL, {"name": name})

    before = notices._told
    medal("peppy", "Off")  # the setting is off
    browser.wait(lambda: notices._told != before)
    preferences.set("notify", True)
    medal("peppy", "One")
    medal("other", "Silent")
    browser.wait(lambda: told)
    assert told == ["peppy: New medal: One"]
    # Within the minute nothing is told; then all of it in one.
    medal("peppy", "Two")
    browser.wait(lambda: notices._has_waiting)
    medal("peppy", "Three")
    browser.wait(lambda: not notices._collecting.isActive())
    assert len(told) == 1
    notices._resting.stop()
    notices._on_rested()
    browser.wait(lambda: len(told) == 2)
    assert told[1].splitlines()[1:] == ["peppy: New medal: Three", "peppy: New medal: Two"]
    # Quiet hours.
    notices._resting.stop()
    preferences.set("quiet_from", 0)
    preferences.set("quiet_until", 0)  # the whole day
    preferences.set("quiet_hours", True)
    before = notices._told
    medal("peppy", "Four")
    browser.wait(lambda: notices._told != before)
    assert len(told) == 2
    # A click shows the page; the icon stays only where it is wanted.
    icon = window.tray._icon
    assert isinstance(icon, StubIcon)
    assert icon.is_shown
    preferences.set("quiet_hours", False)
    medal("peppy", "Five")
    browser.wait(lambda: len(told) == 3)
    icon.messageClicked.emit()
    browser.wait(lambda: window.navigator.place == PAGE)
    assert not icon.is_shown
    preferences.set("tray", True)
    assert icon.is_shown
    assert "unread" in icon.tip
    assert icon.menu is not None
    labels = [action.text() for action in icon.menu.actions() if action.text()]
    assert labels == ["Open osubrowser", "Following", "Go on refreshing", "Quit"]
    icon.menu.actions()[2].trigger()
    assert preferences.settings.follow_pace > 0
    icon.menu.actions()[2].trigger()
    assert preferences.settings.follow_pace == 0
    quit_program(browser)
    assert not icon.is_shown

"""The address bar and its list, in a window without a server: keys, mouse, composing, looks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from osubrowser.services.library.library import Library
from osubrowser.services.places.places import Place, RankingsPlace, UserPlace
from osubrowser.services.session.account import Account
from osubrowser.services.storage.folders import Folders
from osubrowser.ui.shell.omnibox.controller import AddressBar
from osubrowser.ui.shell.omnibox.suggestion_list import SuggestionList
from tests.ui.gestures import LEFT, MIDDLE, click, press, write
from tests.ui.shell_window import Shell

TAIKO = RankingsPlace(mode="taiko")
JAPAN = RankingsPlace(mode="taiko", country="JP")
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Typing:
    """A signed-in window whose pages show rankings, with somebody at its address bar."""

    def __init__(self, shell: Shell, library: Library) -> None:
        self.shell = shell
        self.shelf = library
        self.opened: list[tuple[Place, str]] = []
        self._open = shell.window.navigator.open
        shell.window.navigator.open = self._note  # type: ignore[method-assign]
        press(shell.window, Qt.Key.Key_L, CTRL)

    def _note(self, place: Place, how: str = "here") -> None:
        self.opened.append((place, how))
        self._open(place, how)

    @property
    def bar(self) -> AddressBar:
        return self.shell.window.chrome.address

    @property
    def popup(self) -> SuggestionList:
        return self.shell.window.omnibox.popup

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self.popup.rows]

    @property
    def current(self) -> str:
        row = self.popup.current
        return "" if row is None else row.title

    def type(self, text: str) -> None:
        self.bar.selectAll()
        write(self.bar, text)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        press(self.bar, key, held)

    def row_at(self, row: int) -> QPoint:
        lines = self.popup.lines
        return lines.visualRect(lines.model().index(row, 0)).center()


@pytest.fixture
def typing(qtbot: QtBot, tmp_path: Path) -> Iterator[Typing]:
    none = cast("Any", None)
    made: list[Library] = []

    def library(account: Account) -> Library:
        made.append(Library(none, none, Folders.inside(tmp_path), account))
        return made[0]

    shell = Shell(library=library)
    with qtbot.waitActive(shell.window):
        shell.window.show()
    yield Typing(shell.signed_in(), made[0])
    shell.window.close()
    shell.window.deleteLater()


def compose(bar: AddressBar, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(bar, event)


# --- typing ------------------------------------------------------------------------------------


def test_the_empty_bar_says_what_it_takes_and_nothing_is_listed_before_a_key(
    typing: Typing,
) -> None:
    assert "name" in typing.bar.placeholderText()
    assert "address" in typing.bar.placeholderText()
    assert not typing.popup.isVisible()


def test_typing_lists_what_the_line_can_mean_and_the_bar_keeps_the_focus(typing: Typing) -> None:
    typing.type("taiko")
    assert typing.popup.isVisible()
    assert typing.bar.hasFocus()
    assert typing.titles[0] == "Player taiko"
    assert "osu!taiko performance ranking" in typing.titles
    assert typing.titles[-2:] == ["Search all of osu! for “taiko”", "Beatmaps with “taiko”"]
    assert typing.current == "Player taiko"
    web = {row.title: row.is_web for row in typing.popup.rows}
    assert web["Search all of osu! for “taiko”"]
    assert not web["osu!taiko performance ranking"]


def test_return_opens_the_first_row_and_arrows_choose_another(typing: Typing) -> None:
    typing.type("taiko")
    typing.press(Qt.Key.Key_Down)
    assert typing.current == "osu!taiko performance ranking"
    typing.press(Qt.Key.Key_Return)
    assert typing.opened == [(TAIKO, "here")]
    assert typing.shell.window.navigator.place == TAIKO
    assert not typing.popup.isVisible()
    assert typing.bar.text() == "osu.ppy.sh/rankings/taiko/performance"
    assert not typing.bar.hasFocus()


def test_words_that_are_all_of_a_ranking_open_it(typing: Typing) -> None:
    typing.type("taiko japan")
    typing.press(Qt.Key.Key_Return)
    assert typing.shell.window.navigator.place == JAPAN


def test_a_name_and_an_at_name_open_the_player(typing: Typing) -> None:
    for text in ("peppy", "@peppy"):
        press(typing.shell.window, Qt.Key.Key_L, CTRL)
        typing.type(text)
        typing.press(Qt.Key.Key_Return)
    assert typing.shell.web == ["https://osu.ppy.sh/users/@peppy"] * 2


def test_words_that_are_no_name_are_searched_in_all_of_osu_or_among_beatmaps(
    typing: Typing,
) -> None:
    typing.type("the big black!?")
    assert typing.popup.rows[0].title == "Search all of osu! for “the big black!?”"
    assert typing.popup.rows[0].is_web, "the table of pages of this test has no search"
    assert typing.popup.rows[1].title == "Beatmaps with “the big black!?”"
    typing.press(Qt.Key.Key_Return)
    assert typing.shell.web == ["https://osu.ppy.sh/home/search?query=the+big+black%21%3F"]
    assert typing.shell.window.message_bar.text.startswith("Opened in the web browser")


def test_the_line_opens_the_same_with_and_without_the_list(typing: Typing) -> None:
    typing.type("mania 4k")
    typing.press(Qt.Key.Key_Escape)
    assert not typing.popup.isVisible()
    assert typing.bar.text() == "mania 4k"
    typing.press(Qt.Key.Key_Return)
    assert typing.shell.window.navigator.place == RankingsPlace("mania", variant="4k")


def test_a_wrong_link_keeps_its_sentence(typing: Typing) -> None:
    typing.type("https://example.com/users/2")
    assert typing.popup.rows == []
    assert "no address" in typing.popup.foot.text()
    typing.press(Qt.Key.Key_Return)
    assert "is not an osu! address" in typing.shell.window.message_bar.text
    assert typing.shell.web == []
    assert typing.bar.hasFocus()


# --- keys --------------------------------------------------------------------------------------


def test_escape_closes_the_list_then_restores_then_leaves(typing: Typing) -> None:
    typing.type("taiko")
    typing.press(Qt.Key.Key_Escape)
    assert not typing.popup.isVisible()
    assert typing.bar.text() == "taiko"
    typing.press(Qt.Key.Key_Escape)
    assert typing.bar.text() == "osu.ppy.sh/rankings/osu/performance"
    assert typing.bar.hasFocus()
    typing.press(Qt.Key.Key_Escape)
    assert not typing.bar.hasFocus()


def test_arrows_go_round_and_pages_stop_at_the_ends(typing: Typing) -> None:
    typing.type("taiko")
    typing.press(Qt.Key.Key_Up)
    assert typing.current == typing.titles[-1]
    typing.press(Qt.Key.Key_Down)
    assert typing.current == typing.titles[0]
    typing.press(Qt.Key.Key_PageDown)
    assert typing.current == typing.titles[-1]
    typing.press(Qt.Key.Key_PageDown)
    assert typing.current == typing.titles[-1]
    assert typing.bar.text() == "taiko"


def test_control_return_opens_behind_and_leaves_the_list_for_more(typing: Typing) -> None:
    typing.type("taiko japan")
    typing.press(Qt.Key.Key_Return, CTRL)
    assert typing.opened == [(JAPAN, "background")]
    assert typing.shell.window.navigator.place == RankingsPlace()
    assert typing.popup.isVisible()
    assert typing.bar.hasFocus()
    assert typing.bar.text() == "taiko japan"


def test_alt_return_opens_a_place_of_its_own(typing: Typing) -> None:
    typing.type("taiko japan")
    typing.press(Qt.Key.Key_Return, ALT)
    assert typing.opened == [(JAPAN, "new")]
    assert typing.shell.window.navigator.place == JAPAN
    assert [place for place, _ in typing.shell.window.navigator.places] == [JAPAN]
    typing.shell.window.navigator.select(0)
    assert typing.shell.window.navigator.place == RankingsPlace()


def test_tab_leaves_and_closes_the_list(typing: Typing) -> None:
    typing.type("taiko")
    QTest.keyClick(typing.shell.window, Qt.Key.Key_Tab)
    assert not typing.bar.hasFocus()
    assert not typing.popup.isVisible()


def test_down_in_an_untouched_bar_lists_what_was_seen_and_shift_delete_forgets(
    typing: Typing,
) -> None:
    typing.shelf.recent.saw(UserPlace(1), "one")
    typing.shelf.recent.saw(UserPlace(2), "two")
    typing.press(Qt.Key.Key_Down)
    assert typing.titles == ["two", "one"]
    assert typing.current == "two"
    typing.bar.deselect()
    typing.press(Qt.Key.Key_Delete, SHIFT)
    assert typing.titles == ["one"]
    assert [seen.title for seen in typing.shelf.recent] == ["one"]
    assert typing.current == "one"
    typing.press(Qt.Key.Key_Delete, SHIFT)
    assert not typing.popup.isVisible()
    assert len(typing.shelf.recent) == 0


def test_shift_delete_on_a_bookmark_forgets_nothing(typing: Typing) -> None:
    typing.shelf.bookmarks.add(UserPlace(1), "somebody")
    typing.type("someb")
    typing.press(Qt.Key.Key_Down)
    assert typing.current == "somebody"
    typing.press(Qt.Key.Key_Delete, SHIFT)
    assert "somebody" in typing.titles
    assert len(typing.shelf.bookmarks) == 1


# --- mouse -------------------------------------------------------------------------------------


def test_a_click_opens_a_row_and_the_middle_button_opens_it_behind(typing: Typing) -> None:
    typing.type("taiko")
    viewport = typing.popup.lines.viewport()
    at = typing.titles.index("osu!taiko performance ranking")
    click(viewport, MIDDLE, typing.row_at(at))
    assert typing.opened == [(TAIKO, "background")]
    assert typing.popup.isVisible()
    assert typing.bar.hasFocus()
    click(viewport, LEFT, typing.row_at(at))
    assert typing.opened[-1] == (TAIKO, "here")
    assert not typing.popup.isVisible()


def test_a_press_elsewhere_in_the_window_closes_the_list(typing: Typing) -> None:
    typing.type("taiko")
    handle = typing.shell.window.windowHandle()
    nothing = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(handle, LEFT, nothing, QPoint(5, typing.shell.window.height() - 60))
    assert not typing.popup.isVisible()


def test_the_list_stays_below_the_bar_and_inside_the_window(typing: Typing) -> None:
    for number in range(40):
        typing.shelf.recent.saw(UserPlace(number + 1), f"somebody {number}")
    typing.press(Qt.Key.Key_Down)
    for width, height in ((1000, 640), (860, 480), (1440, 900)):
        typing.shell.window.resize(width, height)
        QApplication.processEvents()
        bar, shown = typing.bar, typing.popup
        below = bar.mapTo(typing.shell.window, QPoint(0, bar.height()))
        assert shown.isVisible()
        assert shown.x() == below.x()
        assert shown.width() == bar.width()
        assert 0 < shown.y() - below.y() < 10
        assert shown.geometry().bottom() < typing.shell.window.height()


def test_going_back_with_a_key_closes_the_list(typing: Typing) -> None:
    typing.shell.window.navigator.open(TAIKO)
    press(typing.shell.window, Qt.Key.Key_L, CTRL)
    typing.type("taiko")
    assert typing.popup.isVisible()
    press(typing.bar, Qt.Key.Key_Left, ALT)
    assert typing.shell.window.navigator.place == RankingsPlace()
    assert not typing.popup.isVisible()
    assert typing.bar.text() == "taiko"


def test_signed_out_what_needs_nobody_is_there_and_the_foot_says_what_is_missing(
    typing: Typing,
) -> None:
    typing.shell.account.leave()
    typing.shelf.bookmarks.add(UserPlace(5), "somebody")
    press(typing.shell.window, Qt.Key.Key_L, CTRL)
    typing.type("somebody")
    assert typing.titles[:2] == ["Player somebody", "somebody"]
    assert typing.popup.foot.text().startswith("Sign in")
    typing.type("#5")
    assert typing.popup.foot.text() == ""


def test_a_name_that_becomes_known_leaves_the_list_open(typing: Typing) -> None:
    typing.type("taiko")
    typing.shell.account.changed.emit()
    assert typing.popup.isVisible()
    typing.shell.account.leave()
    assert not typing.popup.isVisible()


# --- composing, hostile text, screen readers ---------------------------------------------------


def test_signs_that_are_still_composed_suggest_nothing(typing: Typing) -> None:
    told: list[str] = []
    typing.bar.typed.connect(told.append)
    for preedit in ("s", "せ", "せん", "千", "千本"):
        compose(typing.bar, preedit)
    assert told == []
    assert not typing.popup.isVisible()
    compose(typing.bar, "", "千本")
    assert told == ["千本"]
    assert typing.titles == ["Search all of osu! for “千本”", "Beatmaps with “千本”"]


def test_composing_that_is_given_up_tells_what_is_left(typing: Typing) -> None:
    told: list[str] = []
    typing.type("ab")
    typing.bar.typed.connect(told.append)
    typing.bar.selectAll()
    compose(typing.bar, "せ")
    assert told == []
    compose(typing.bar, "")
    assert told == [""]


def test_hostile_words_are_letters_in_every_row(typing: Typing) -> None:
    hostile = "<img src=x onerror=alert(1)>\u202e" + "x" * 900
    typing.shelf.bookmarks.add(UserPlace(5), hostile, "<script>alert(1)</script>\nline")
    QGuiApplication.clipboard().setText("<img \u202e\x07")
    typing.bar.selectAll()
    typing.press(Qt.Key.Key_V, CTRL)
    assert typing.titles[-2] == "Search all of osu! for “<img”"
    assert typing.popup.current == typing.popup.rows[-2]
    kept = typing.popup.rows[0]
    assert kept.title.startswith("<img src=x")
    assert len(kept.title) <= 160
    said = "".join(row.spoken for row in typing.popup.rows)
    assert said.isprintable()
    model = typing.popup.lines.model()
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "<script" not in tip


def test_a_screen_reader_hears_the_row_that_return_opens(typing: Typing) -> None:
    typing.type("taiko")
    assert typing.bar.accessibleDescription().startswith("Player taiko")
    typing.press(Qt.Key.Key_Up)
    typing.press(Qt.Key.Key_Up)
    assert typing.bar.accessibleDescription().endswith("opens in the web browser")
    typing.press(Qt.Key.Key_Escape)
    assert typing.bar.accessibleDescription() == ""


@pytest.mark.parametrize("choice", ["dark", "light"])
def test_the_list_wears_the_colours_of_the_page(typing: Typing, choice: str) -> None:
    typing.shell.theme.set_choice(cast("Any", choice))
    typing.type("taiko")
    colours = typing.shell.theme.colours(typing.shell.window.navigator.hue)
    image = typing.popup.grab().toImage()
    height = image.height()
    ground = image.pixelColor(image.width() // 2, height - 4)
    assert ground.name() == colours.background4.name()
    row = typing.popup.lines.geometry()
    chosen = image.pixelColor(row.right() - 8, row.top() + 17)
    assert chosen.name() == colours.selection.name()

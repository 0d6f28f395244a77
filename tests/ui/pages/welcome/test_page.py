"""The welcome page and its doors, with real clicks, and what the account answers."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import Offline
from osubrowser.services.places.places import AppPlace, WebAddress
from osubrowser.services.runtime.failures import SignInDenied
from osubrowser.ui.error_messages import Sentence
from osubrowser.ui.pages.welcome.page import WelcomePage
from osubrowser.ui.shell.sign_in_flow import SignInFlow
from osubrowser.ui.style.theme import Theme
from tests.idle import settle
from tests.ui.gestures import click, press, write
from tests.ui.shell_window import CALLBACK, StillAccount

ROOM = (1000, 540)
"""Room of a page in a window of 1000x640."""


@pytest.fixture
def page(qtbot: QtBot) -> WelcomePage:
    page = WelcomePage("https://osu.ppy.sh", CALLBACK)
    qtbot.addWidget(page)
    theme = Theme("dark")
    page.setStyleSheet(theme.stylesheet(333))
    page.set_colours(theme.colours(333))
    page.resize(1000, 540)
    page.show()
    return page


def test_the_callback_address_is_shown_and_copied(page: WelcomePage) -> None:
    assert page.form.callback.text() == CALLBACK
    click(page.form.copy)
    assert QGuiApplication.clipboard().text() == CALLBACK
    assert page.form.copy.text() == "Copied"


def test_the_first_step_opens_the_settings_page_of_osu(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        click(page.form.settings)
    assert asked.args == [WebAddress("https://osu.ppy.sh/home/account/edit#oauth"), "web"]


def test_the_guide_is_a_click_away(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        click(page.guide)
    assert asked.args == [AppPlace("guide"), "here"]


def test_sign_in_takes_an_id_and_a_secret(page: WelcomePage, qtbot: QtBot) -> None:
    form = page.form
    assert not form.submit.isEnabled()
    write(form.client_id, "12a34")
    assert form.client_id.text() == "1234", "an id is a number"
    assert not form.submit.isEnabled()
    write(form.client_secret, " s3cret ")
    assert form.client_secret.echoMode() is QLineEdit.EchoMode.Password
    with qtbot.waitSignal(page.sign_in_submitted) as asked:
        click(form.submit)
    assert asked.args == ["1234", "s3cret", False]


def test_enter_signs_in_as_a_guest(page: WelcomePage, qtbot: QtBot) -> None:
    form = page.form
    write(form.client_id, "1")
    write(form.client_secret, "x")
    form.guest.setFocus()
    press(form.guest, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.sign_in_submitted) as asked:
        press(form.client_secret, Qt.Key.Key_Return)
    assert asked.args == ["1", "x", True]


def test_a_kept_secret_need_not_be_typed_again(page: WelcomePage, qtbot: QtBot) -> None:
    page.set_account("77", "system keyring")
    assert page.form.client_id.text() == "77"
    assert page.form.kept_in == "The secret is kept in the system's keyring."
    with qtbot.waitSignal(page.sign_in_submitted) as asked:
        click(page.form.submit)
    assert asked.args == ["77", "", False]
    page.form.client_id.setText("78")
    assert not page.form.submit.isEnabled()


def test_without_a_keyring_the_page_says_which_file(page: WelcomePage) -> None:
    page.set_account("", "/home/me/secrets.json")
    assert "/home/me/secrets.json" in page.form.kept_in
    assert "only you can read" in page.form.kept_in


def test_waiting_shows_the_link_and_cancel(page: WelcomePage, qtbot: QtBot) -> None:
    page.show_waiting()
    assert page.waiting.isVisible()
    assert not page.waiting.copy.isVisible(), "there is no link yet"
    page.show_waiting("https://osu.ppy.sh/oauth/authorize?state=x")
    assert page.waiting.text == "Waiting for the web browser …"
    assert CALLBACK in page.waiting.trouble
    assert page.waiting.cancel.hasFocus() or not page.isActiveWindow()
    assert not page.demo.isEnabled()
    click(page.waiting.copy)
    assert QGuiApplication.clipboard().text() == "https://osu.ppy.sh/oauth/authorize?state=x"
    with qtbot.waitSignal(page.open_requested):
        click(page.waiting.again)
    with qtbot.waitSignal(page.cancel_requested):
        click(page.waiting.cancel)


def test_an_error_is_shown_in_place_with_what_was_typed(page: WelcomePage) -> None:
    page.form.client_id.setText("5")
    page.form.client_secret.setText("wrong")
    page.show_waiting("https://x")
    page.show_error(Sentence("It is wrong.", "Copy it again."))
    assert page.form.isVisible()
    assert page.form.error == "It is wrong. Copy it again."
    assert page.form.client_secret.text() == "wrong"
    page.leave()
    assert page.form.client_secret.text() == ""
    assert page.form.error == ""


def test_the_keyboard_goes_from_the_demo_to_the_steps(page: WelcomePage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.demo.setFocus()
    seen = []
    for _ in range(8):
        seen.append(page.focusWidget())
        press(seen[-1], Qt.Key.Key_Tab)
    form = page.form
    assert seen == [
        *(page.demo, page.guide, form.settings, form.callback, form.copy),
        *(form.client_id, form.client_secret, form.guest),
    ]  # Sign in cannot be pressed yet
    tops = [one.mapTo(page, QPoint(0, 0)).y() for one in (*seen, form.submit)]
    assert tops[:5] == sorted(tops[:5])
    assert tops[5] > tops[4], "the order of the focus is the order on screen"
    with qtbot.waitSignal(page.demo_requested):
        press(page.demo, Qt.Key.Key_Return)


def test_escape_stops_waiting(page: WelcomePage, qtbot: QtBot) -> None:
    page.show_waiting("https://osu.ppy.sh/oauth/authorize")
    with qtbot.waitSignal(page.cancel_requested):
        press(page.waiting.cancel, Qt.Key.Key_Escape)


def scrolled(page: WelcomePage) -> int:
    """How far the page can be scrolled."""
    [area] = page.findChildren(QScrollArea)
    return int(area.verticalScrollBar().maximum())


@pytest.mark.parametrize("kept_in", ["system keyring", f"/home/{'somebody' * 6}/secrets.json"])
@pytest.mark.parametrize("error", [None, Sentence("It is wrong. " * 4, "Copy it again. " * 4)])
def test_all_of_it_is_seen_in_a_small_window(
    page: WelcomePage, kept_in: str, error: Sentence | None
) -> None:
    page.set_account("", kept_in)
    if error is not None:
        page.show_error(error)
    page.resize(*ROOM)
    QApplication.processEvents()
    assert scrolled(page) == 0
    for part in (*page.form.controls(), *page.form.pictures, page.demo):
        rect = QRect(part.mapTo(page, QPoint(0, 0)), part.size())
        assert page.rect().contains(rect)


def test_pictures_stand_beside_the_steps_where_there_is_room(page: WelcomePage) -> None:
    def left(inside: QWidget) -> int:
        return int(inside.mapTo(page, QPoint(0, 0)).x())

    form = page.form
    page.resize(*ROOM)
    QApplication.processEvents()
    assert all(left(one) > left(form.copy) for one in form.pictures)
    page.resize(720, ROOM[1])
    QApplication.processEvents()
    assert all(left(one) < left(form.copy) for one in form.pictures)
    assert scrolled(page) > 0


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_pictures_are_painted_in_the_colours_of_the_theme(
    page: WelcomePage, theme: Literal["dark", "light"]
) -> None:
    colours = Theme(theme).colours(333)
    page.set_colours(colours)
    for picture in page.form.pictures:
        assert picture.accessibleName().startswith("Picture of")
        assert picture.focusPolicy() == Qt.FocusPolicy.NoFocus
        image = picture.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in (5, 45, 70)}
        assert {colours.background6.name(), colours.highlight.name()} <= seen


@pytest.mark.parametrize("size", [(1000, 540), (720, 380), (1440, 800)])
def test_nothing_is_cut_off(page: WelcomePage, size: tuple[int, int]) -> None:
    page.set_account("", "/home/somebody/.local/share/osubrowser/secrets.json")
    page.resize(*size)
    QApplication.processEvents()
    for button in (page.form.submit, page.form.copy, page.form.settings, page.demo):
        assert button.width() >= button.minimumSizeHint().width()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


# --- with an account -------------------------------------------------------------------------


class SlowAccount(StillAccount):
    """Signs in when the test says so, or fails with what the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str, bool]] = []
        self.answer: asyncio.Future[None] | None = None
        self.cancelled = False
        self.left = False

    async def sign_in(
        self,
        client_id: str,
        client_secret: str,
        *,
        guest: bool,
        on_waiting: Callable[[str], None],
    ) -> None:
        self.asked.append((client_id, client_secret, guest))
        on_waiting("https://osu.ppy.sh/oauth/authorize?state=x")
        self.answer = asyncio.get_running_loop().create_future()
        try:
            await self.answer
        except asyncio.CancelledError:
            self.cancelled = True
            raise

    async def sign_out(self) -> None:
        self.left = True


class Doors:
    """A welcome page with its account."""

    def __init__(self) -> None:
        self.account = SlowAccount()
        self.demo_started = 0
        self.sign_in_flow = SignInFlow(self.account.as_account(), self.start_demo, WelcomePage)
        self.messages: list[tuple[str, str]] = []
        self.sign_in_flow.message_requested.connect(lambda *said: self.messages.append(said))
        self.page = self.sign_in_flow.build_page()

    async def start_demo(self) -> None:
        self.demo_started += 1

    def submit(self) -> None:
        self.page.form.client_id.setText("9")
        self.page.form.client_secret.setText("secret")
        click(self.page.form.submit)


@pytest.fixture
def doors(qtbot: QtBot, loop: asyncio.AbstractEventLoop) -> Iterator[Doors]:
    doors = Doors()
    qtbot.addWidget(doors.page)
    doors.page.show()
    yield doors
    doors.sign_in_flow.close()


def test_the_first_door_waits_for_the_browser_and_opens(doors: Doors, qtbot: QtBot) -> None:
    doors.submit()
    qtbot.waitUntil(lambda: doors.page.waiting.copy.isVisible())
    assert doors.account.asked == [("9", "secret", False)]
    assert doors.account.answer is not None
    doors.account.answer.set_result(None)
    qtbot.waitUntil(lambda: doors.page.form.isVisible())
    assert doors.page.form.client_secret.text() == "", "a secret is not left in the window"


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (SignInDenied("You said no.", "Try again."), "You said no. Try again."),
        (Offline(), "osu! cannot be reached."),
    ],
)
def test_the_first_door_says_why_it_stayed_shut(
    doors: Doors, qtbot: QtBot, failure: Exception, words: str
) -> None:
    doors.submit()
    qtbot.waitUntil(lambda: doors.account.answer is not None)
    assert doors.account.answer is not None
    doors.account.answer.set_exception(failure)
    qtbot.waitUntil(lambda: doors.page.form.isVisible())
    assert doors.page.form.error.startswith(words)


def test_cancel_stops_the_waiting(doors: Doors, qtbot: QtBot) -> None:
    doors.submit()
    qtbot.waitUntil(lambda: doors.account.answer is not None)
    click(doors.page.waiting.cancel)
    qtbot.waitUntil(lambda: doors.account.cancelled)
    assert doors.page.form.isVisible()
    assert doors.page.form.error == ""


def test_cancel_before_anything_began_leaves_nothing(doors: Doors, qtbot: QtBot) -> None:
    doors.submit()
    doors.sign_in_flow.cancel()  # in the same turn of the loop
    settle()
    gc.collect()  # a coroutine that nobody awaited would warn now, and fail the test
    assert doors.account.asked == []
    assert doors.page.form.isVisible()


def test_the_second_door_starts_the_demo(doors: Doors, qtbot: QtBot) -> None:
    click(doors.page.demo)
    qtbot.waitUntil(lambda: doors.demo_started == 1)
    qtbot.waitUntil(doors.page.demo.isEnabled)


def test_signing_out_and_a_lost_session(doors: Doors, qtbot: QtBot) -> None:
    doors.sign_in_flow.sign_out()
    qtbot.waitUntil(lambda: doors.account.left)
    doors.account.session_lost.emit()
    doors.account.noted.emit("The keyring did not answer.")
    assert [level for level, _ in doors.messages] == ["warning", "warning"]

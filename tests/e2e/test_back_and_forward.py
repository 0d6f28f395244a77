"""Back and forward in the real window: each step leads to the place as it was left."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, cast

import pytest
from PySide6.QtCore import Qt

from osubrowser.services.places.places import Place, RankingsPlace, UserPlace
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.shell.omnibox.player_field import PlayerField
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.row_table import RowTable
from tests.e2e.conftest import Browser
from tests.ui.gestures import click, press, write

ALT = Qt.KeyboardModifier.AltModifier


class Look(NamedTuple):
    """What is in front.

    Attributes:
        place: the place.
        heading: title of the window.
        address: text of the address bar.
        section: of a player: the one that is shown, and the name in the header.
        first, current: first visible and current row of the list that is shown.
    """

    place: Place
    heading: str
    address: str
    section: tuple[str, str] = ("", "")
    first: int | None = None
    current: int | None = None


def look(browser: Browser) -> Look:
    window = browser.window
    page = window.navigator.page
    section = ("", "")
    if isinstance(page, PlayerPage):
        name = page.profile.name if page.profile is not None else ""
        section = (page.host.pills.current, name)
    table = table_of(browser)
    at = (None, None) if table is None else (table.visible_rows()[0], table.currentIndex().row())
    place = window.navigator.place
    return Look(place, window.windowTitle(), window.chrome.address.text(), section, *at)


def table_of(browser: Browser) -> RowTable | None:
    """The list that is in front."""
    page = browser.window.navigator.page
    assert page is not None
    return next((one for one in page.findChildren(RowTable) if one.isVisibleTo(page)), None)


def is_settled(browser: Browser) -> bool:
    page = browser.window.navigator.page
    if page is None or not page.is_settled:
        return False
    return not isinstance(page, PlayerPage) or page.profile is not None


def choose_section(browser: Browser, key: str) -> None:
    """Click on the name of a section of the player."""
    page = wait_for_player(browser)
    click(page.host.pills.button(key))
    browser.wait(lambda: page.host.pills.current == key)
    browser.wait(lambda: is_settled(browser))


def wait_for_player(browser: Browser) -> PlayerPage:
    browser.wait(lambda: isinstance(browser.window.navigator.page, PlayerPage))
    page = cast("PlayerPage", browser.window.navigator.page)
    browser.wait(lambda: page.profile is not None and page.is_settled)
    return page


def name_at(browser: Browser, row: int) -> str:
    return browser.texts(row)["player"]


@pytest.mark.parametrize("other", ["/rankings/taiko/performance", ""])
def test_every_step_of_the_history_lands_where_it_was(
    start: Callable[..., Browser], other: str
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    second = name_at(browser, 4)
    table = browser.rankings.table
    table.setFocus()
    for _ in range(3):
        press(table, Qt.Key.Key_Down)
    walk = [look(browser)]
    assert (walk[0].place, walk[0].first, walk[0].current) == (RankingsPlace(), 0, 3)

    browser.go("/rankings/osu/performance?page=44")
    browser.wait(lambda: browser.window.navigator.place == RankingsPlace(page=44))
    browser.wait_for_rows()
    table.scroll_to_position((43 * 50 + 12) * ROW_HEIGHT)
    browser.wait(lambda: not browser.skeletons())
    browser.wait_for_rows()
    table.setFocus()
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Down)
    walk.append(look(browser))
    assert walk[1].place == RankingsPlace(page=44)
    assert (walk[1].first, walk[1].current) == (43 * 50 + 12, 43 * 50 + 13)
    first = name_at(browser, 43 * 50 + 13)

    press(table, Qt.Key.Key_Return)
    page = wait_for_player(browser)
    assert page.profile is not None
    assert page.profile.name == first
    walk.append(look(browser))
    press(browser.window, Qt.Key.Key_Left, ALT)
    assert look(browser) == walk[1]
    assert browser.window.focusWidget() is table
    press(browser.window, Qt.Key.Key_Right, ALT)
    wait_for_player(browser)

    choose_section(browser, "best")
    best = table_of(browser)
    assert best is not None
    best.setFocus()
    for _ in range(30):
        press(best, Qt.Key.Key_Down)
    browser.wait(lambda: is_settled(browser))
    walk.append(look(browser))
    assert walk[-1].section == ("best", first)
    assert walk[-1].first
    assert walk[-1].current == 30

    browser.go(second)
    browser.wait(lambda: page.profile is not None and page.profile.name == second)
    walk.append(look(browser))
    choose_section(browser, "compare")
    field = page.host.findChild(PlayerField)
    assert isinstance(field, PlayerField)
    walk.append(look(browser))
    page.take_focus()
    browser.wait(field.hasFocus)
    write(field, first[:-1])
    browser.wait(lambda: first in field.names)
    at = field.popup.visualRect(field.popup.model().index(field.names.index(first), 0))
    click(field.popup.viewport(), at=at.center())
    browser.wait(lambda: is_compared(browser))
    browser.wait(lambda: is_settled(browser))
    figures = table_of(browser)
    assert figures is not None
    figures.setFocus()
    press(figures, Qt.Key.Key_Down)
    walk.append(look(browser))
    assert walk[-1].section == ("compare", second)
    assert walk[-1].current == 1

    if other:  # the page of the ranking shows another one in between
        browser.go(other)
        browser.wait(lambda: browser.window.navigator.place == RankingsPlace(mode="taiko"))
        browser.wait_for_rows()
        press(browser.window, Qt.Key.Key_Left, ALT)
        assert_at(browser, walk[-1])

    for step in reversed(walk[:-1]):
        press(browser.window, Qt.Key.Key_Left, ALT)
        assert_at(browser, step)
    for step in walk[1:]:
        press(browser.window, Qt.Key.Key_Right, ALT)
        assert_at(browser, step)


def is_compared(browser: Browser) -> bool:
    place = browser.window.navigator.place
    return isinstance(place, UserPlace) and place.compare is not None


def assert_at(browser: Browser, step: Look) -> None:
    """Wait until the window looks like this, and its rows and figures are there."""
    browser.wait(lambda: look(browser).place == step.place)
    if isinstance(step.place, RankingsPlace):
        browser.wait_for_rows()
    browser.wait(lambda: is_settled(browser))
    assert look(browser) == step

"""Back and forward in the real window: each step leads to the place as it was left."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, cast

import pytest
from PySide6.QtCore import Qt

from osubrowser.services.places.places import Place, RankingsPlace, UserPlace
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.pages.rankings.page import RankingsPage
from osubrowser.ui.style.theme import ROW_HEIGHT
from tests.e2e.conftest import Browser
from tests.ui.gestures import press

ALT = Qt.KeyboardModifier.AltModifier


class Look(NamedTuple):
    """What is in front: the place, and of a ranking its first visible and its current row."""

    place: Place
    first: int | None = None
    current: int | None = None
    has_focus: bool | None = None


def look(browser: Browser) -> Look:
    navigator = browser.window.navigator
    page = navigator.page
    if not isinstance(page, RankingsPage):
        return Look(navigator.place)
    table = page.table
    return Look(
        navigator.place,
        table.visible_rows()[0],
        table.currentIndex().row(),
        browser.window.focusWidget() is table,
    )


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
    assert walk[0][:3] == (RankingsPlace(), 0, 3)

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
    assert walk[1] == Look(RankingsPlace(page=44), 43 * 50 + 12, 43 * 50 + 13, True)
    first = name_at(browser, 43 * 50 + 13)

    press(table, Qt.Key.Key_Return)
    page = wait_for_player(browser)
    assert page.profile is not None
    assert page.profile.name == first
    walk.append(look(browser))
    press(browser.window, Qt.Key.Key_Left, ALT)
    assert look(browser) == walk[1], "with the focus in the table"
    press(browser.window, Qt.Key.Key_Right, ALT)
    wait_for_player(browser)

    browser.go(second)
    browser.wait(lambda: page.profile is not None and page.profile.name == second)
    walk.append(look(browser))

    there = walk[2].place
    assert isinstance(there, UserPlace)
    here = walk[3].place
    assert isinstance(here, UserPlace)
    comparison = UserPlace(here.user, here.mode, compare=there.user, section="compare")
    browser.window.navigator.open(comparison)
    browser.wait(lambda: browser.window.navigator.place == comparison)
    walk.append(look(browser))

    if other:  # the page of the ranking shows another one in between
        browser.go(other)
        browser.wait(lambda: browser.window.navigator.place == RankingsPlace(mode="taiko"))
        browser.wait_for_rows()
        press(browser.window, Qt.Key.Key_Left, ALT)
        browser.wait(lambda: look(browser) == walk[4])

    for step in reversed(walk[:4]):
        press(browser.window, Qt.Key.Key_Left, ALT)
        assert_at(browser, step)
    for step in walk[1:]:
        press(browser.window, Qt.Key.Key_Right, ALT)
        assert_at(browser, step)


def assert_at(browser: Browser, step: Look) -> None:
    """Wait until the window looks like this, and its rows and figures are there."""
    browser.wait(lambda: look(browser).place == step.place)
    if isinstance(step.place, RankingsPlace):
        browser.wait_for_rows()
    else:
        wait_for_player(browser)
    assert look(browser)[:3] == step[:3]

"""Addresses of the real website, typed into the real window: each opens what it means."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from osubrowser.services.places.places import (
    RANKING_TYPES,
    BeatmapPlace,
    BeatmapsetPlace,
    Place,
    RankingsPlace,
    ThingPlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.places.urls import HOME, address, parse
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.pages.rankings.page import RankingsPage
from tests.addresses import ADDRESSES, copied_address
from tests.e2e.conftest import Browser

RANKINGS: list[tuple[str, Place, str]] = [
    (
        f"https://osu.ppy.sh/rankings/mania/{type}",
        RankingsPlace("mania", type),
        "rankings/kudosu" if type == "kudosu" else f"rankings/mania/{type}",
    )
    for type in RANKING_TYPES
]
OTHERS: list[tuple[str, Place, str]] = [
    ("https://osu.ppy.sh/store/listing", WebAddress(f"{HOME}/store/listing"), "store/listing"),
    ("osu.ppy.sh/users/2/playlists", WebAddress(f"{HOME}/users/2/playlists"), "users/2/playlists"),
]
_GIVEN_BACK = 2
"""Addresses of each type that are typed again as Copy link has them."""
PROBLEMS = ("evil.example/users/2", "javascript:alert(1)", "file:///etc/passwd", "osu://edit/1")


def copy_link(browser: Browser, qtbot: QtBot) -> str:
    """Press the keys of Copy link; return what is on the clipboard then."""
    QGuiApplication.clipboard().setText("")
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(browser.window, Qt.Key.Key_C, held)
    return QGuiApplication.clipboard().text()


def settle(browser: Browser) -> None:
    """Wait until the page has what it shows, or a sentence."""
    page = browser.window.navigator.page
    assert page is not None
    browser.wait(lambda: page.is_settled)


def is_there(browser: Browser, place: Place) -> bool:
    """Whether what is open is `place`, or the player, room or build that it named."""
    now = browser.window.navigator.place
    if now == place:
        return True
    if isinstance(now, BeatmapsetPlace) and isinstance(place, BeatmapPlace):
        return now.beatmap == place.id
    if isinstance(place, ThingPlace) and place.key.startswith(("daily", "latest")):
        return isinstance(now, ThingPlace) and now.key.isdecimal() and now.kind == place.kind
    if isinstance(place, ThingPlace) and place.kind == "comment":
        return getattr(now, "at", 0) == int(place.key)  # among those of what it is about
    if isinstance(place, ThingPlace) and place.kind == "changelog" and "/" not in place.key:
        return isinstance(now, ThingPlace) and now.key.startswith(f"{place.key}/")
    if not (isinstance(now, UserPlace) and isinstance(place, UserPlace)):
        return False
    page = browser.window.navigator.page
    if not isinstance(page, PlayerPage) or page.profile is None:
        return False
    is_named = isinstance(place.user, str) and page.profile.name == place.user
    return (
        (is_named or place.user == now.user)
        and now.user == page.profile.id
        and (now.compare, now.section) == (place.compare, place.section)
        and place.mode in (None, now.mode)
    )


def test_every_kind_of_address_opens_what_it_means_and_is_given_back(
    start: Callable[..., Browser], qtbot: QtBot
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    navigator = browser.window.navigator
    seen: dict[type[Place], int] = {}
    for text, place, copied in [*ADDRESSES, *RANKINGS, *OTHERS]:
        before, opened = navigator.place, len(browser.opened)
        browser.paste(text)
        kind = browser.app.pages.kind_of(place)
        seen[type(place)] = seen.get(type(place), 0) + 1
        if kind is None:
            # It has no page here: the web browser has it, what was open stays, and it is said.
            link = address(place, browser.app.account.server)
            assert browser.opened[opened:] == [link], text
            assert navigator.place == before, text
            assert "web browser" in browser.window.message_bar.text, text
            assert address(place) == copied_address(copied), text
            assert parse(copied_address(copied)) == place
            continue
        browser.wait(partial(is_there, browser, place))
        settle(browser)
        assert is_there(browser, place), f"{text} opened {navigator.place}"
        assert len(browser.opened) == opened, text
        link = copy_link(browser, qtbot)
        assert parse(link) == navigator.place, text
        if navigator.place == place:
            assert link == copied_address(copied), text
        if seen[type(place)] > _GIVEN_BACK:
            continue
        browser.paste(link)  # given back, it is where we are
        browser.wait(partial(is_there, browser, place))
        settle(browser)
        assert is_there(browser, place), link
    assert sum(seen.values()) >= 50
    assert len(seen) == 9  # every class of place that an address can mean


def test_what_is_no_address_of_osu_opens_nothing_and_says_so(
    start: Callable[..., Browser],
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    before = browser.window.navigator.place
    for text in PROBLEMS:
        browser.window.message_bar.dismiss()
        browser.go(text)
        assert "not an osu! address" in browser.window.message_bar.text, text
        assert browser.window.navigator.place == before
    assert browser.opened == []
    assert cast("RankingsPage", browser.window.navigator.page).model.loaded

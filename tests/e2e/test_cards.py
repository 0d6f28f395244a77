"""Cards in the whole program: a player's beatmaps with covers, from a card to its set and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import Qt

from osubrowser.services.audio import previews
from osubrowser.services.audio.output import SoundOutput
from osubrowser.services.places.places import BeatmapsetPlace, UserPlace
from osubrowser.ui.cards.card_flow import HEIGHT
from osubrowser.ui.cards.card_grid import CardGrid
from osubrowser.ui.cards.card_painter import BUTTON, COVER
from osubrowser.ui.pages.player.lists.section import ListSection
from osubrowser.ui.pages.player.page import PlayerPage
from tests.e2e.conftest import Browser
from tests.ui.gestures import click, press

PLAYER = UserPlace(2, "osu", section="beatmaps")


@pytest.fixture
def browser(start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The demo, on a sound device that is silent."""
    monkeypatch.setattr(previews, "SoundOutput", partial(SoundOutput, ["NULL"]))
    return start("--demo")


def section_of(browser: Browser) -> ListSection:
    """The section of the player's beatmaps, once its rows are there."""
    navigator = browser.window.navigator
    browser.wait(lambda: isinstance(navigator.page, PlayerPage) and navigator.page.is_settled)
    page = cast("PlayerPage", navigator.page)
    browser.wait(lambda: isinstance(page.host.section, ListSection))
    section = cast("ListSection", page.host.section)
    browser.wait(lambda: section.is_settled and section.model.loaded)
    return section


def has_covers(browser: Browser, section: ListSection, grid: CardGrid) -> bool:
    """Whether the cover of each card in view is there, of those that have one."""
    found = {(key.url, key.width, key.height) for key in browser.app.images._pixmaps}
    first, last = grid.visible_rows()
    rows = map(section.model.row_at, range(first, last + 1))
    urls = [row.pictures[0] for row in rows if row is not None and row.pictures[0]]
    return bool(urls) and all((url, COVER, HEIGHT) in found for url in urls)


def test_from_a_card_to_its_set_and_back(browser: Browser) -> None:
    browser.window.navigator.open(PLAYER)
    section = section_of(browser)
    assert section.bar.view is not None
    click(section.bar.view)
    grid = section.rows.cards
    assert grid is not None
    browser.wait(lambda: has_covers(browser, section, grid))

    player, first = browser.app.beatmaps.previews, section.model.row_at(0)
    assert first is not None
    corner = grid.visualRect(section.model.index(0, 0)).topLeft()
    with_progress = []
    player.progressed.connect(lambda key, _fraction: with_progress.append(key))
    click(grid.viewport(), at=corner + BUTTON.center())
    browser.wait(lambda: first.item.id in with_progress)
    grid.setFocus()
    press(grid, Qt.Key.Key_Space)
    assert player.key is None

    for _ in range(3):
        press(grid, Qt.Key.Key_PageDown)
    current, top = grid.currentIndex().row(), grid.visible_rows()[0]
    row = section.model.row_at(current)
    assert row is not None
    assert top > 0
    press(grid, Qt.Key.Key_Return)
    navigator = browser.window.navigator
    browser.wait(lambda: isinstance(navigator.place, BeatmapsetPlace))
    assert cast("BeatmapsetPlace", navigator.place).id == row.item.id
    browser.wait(lambda: navigator.page is not None and navigator.page.is_settled)

    browser.window.activateWindow()
    browser.wait(browser.window.isActiveWindow)
    press(browser.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    browser.wait(lambda: isinstance(navigator.place, UserPlace))
    again = section_of(browser)
    assert again.list.view == "cards"
    assert again.rows.cards is not None
    assert again.rows.cards.visible_rows()[0] == top
    assert again.rows.cards.currentIndex().row() == current

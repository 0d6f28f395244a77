"""Of players, too, all that was seen is there without osu!: both who are compared, "me!", lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import pytest

from osubrowser.models.table import background_refresh
from osubrowser.services.places.places import RankingsPlace, UserPlace
from osubrowser.ui.pages.player.compare.section import CompareSection
from osubrowser.ui.pages.player.me import MeSection
from osubrowser.ui.widgets.picker import Picker
from tests.e2e.conftest import Browser, quit_program
from tests.e2e.test_response_cache import AGO, Osu, guest, open_player, players, status
from tests.idle import WAIT

LEFT, RIGHT = 28620460, 10977734  # players of the demo who like the same beatmaps


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Osu]:
    server = Osu()
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.3)
    yield server
    server.stop()


def settled(browser: Browser) -> None:
    page = players(browser)
    browser.wait(lambda: page.is_settled, WAIT)


def ruleset(browser: Browser) -> str:
    profile = players(browser).profile
    return profile.mode if profile is not None else ""


def compare(browser: Browser) -> CompareSection:
    open_player(browser, UserPlace(LEFT, "osu", compare=RIGHT))
    section = players(browser).host.section
    assert isinstance(section, CompareSection)
    browser.wait(lambda: section.figures.model.loaded, WAIT)
    return section


def pick(browser: Browser, picker: Picker) -> int:
    """Open a picker and return how many lines it has in the end."""
    picker.open_popup()
    browser.wait(lambda: picker.popup.lines.model().rowCount() > 5, WAIT)
    picker.popup.close()
    return int(picker.popup.lines.model().rowCount())


def test_comparison_me_and_pickers_are_there_without_a_server(
    start: Callable[..., Browser], server: Osu
) -> None:
    browser = guest(start, server)
    browser.wait_for_rows()
    countries = pick(browser, browser.rankings.bar.countries)
    browser.window.navigator.open(RankingsPlace(type="charts"))
    browser.wait_for_rows()
    spotlights = pick(browser, browser.rankings.bar.spotlights)
    section = compare(browser)
    settled(browser)
    figures = [row.texts for row in section.figures.model.loaded_rows()]
    section.bar.views.button("scores").click()
    browser.wait(lambda: section.scores.model.loaded > 5, WAIT)
    open_player(browser, UserPlace(2, "osu", section="me"))
    settled(browser)
    me = cast("MeSection", players(browser).host.section)
    text = me.view.text
    browser.window.navigator.open(UserPlace(2, "taiko"))
    browser.wait(lambda: ruleset(browser) == "taiko", WAIT)
    settled(browser)
    quit_program(browser)
    server.stop()

    browser = guest(start, server)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    browser.window.navigator.open(RankingsPlace())
    assert pick(browser, browser.rankings.bar.countries) == countries
    browser.window.navigator.open(RankingsPlace(type="charts"))
    assert pick(browser, browser.rankings.bar.spotlights) == spotlights
    section = compare(browser)
    assert [row.texts for row in section.figures.model.loaded_rows()] == figures
    browser.wait(lambda: section.bar.field.text() == "NeonLake")
    browser.wait(lambda: AGO.search(status(browser)))
    assert " ahead in " in status(browser)
    assert status(browser).count("seen ") == 1
    section.bar.views.button("scores").click()
    browser.wait(lambda: section.scores.model.loaded > 5)
    open_player(browser, UserPlace(2, "osu", section="me"))
    settled(browser)
    me = cast("MeSection", players(browser).host.section)
    assert me.view.text == text
    assert text
    browser.window.navigator.open(UserPlace(2, "taiko"))  # from one ruleset to another
    browser.wait(lambda: ruleset(browser) == "taiko")
    assert not players(browser).header.is_waiting

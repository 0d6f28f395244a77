"""Find me in a ranking, and the load of all rows, in the real window on the demo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.places.places import RankingsPlace
from osubrowser.ui.pages.rankings.own_row import own_identity
from tests.e2e.conftest import Browser, quit_program
from tests.ui.gestures import click, press

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def open_ranking(start: Callable[..., Browser], place: RankingsPlace) -> Browser:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.window.navigator.open(place)
    browser.wait_for_rows()
    return browser


def selected_ids(browser: Browser) -> list[object]:
    return [row.id for row in browser.rankings.table.selected_rows()]


@pytest.mark.parametrize(
    ("place", "most"),
    [
        (RankingsPlace(), 500),
        (RankingsPlace(mode="taiko"), 500),
        (RankingsPlace(mode="mania", variant="4k"), 500),
        (RankingsPlace(type="score"), 500),
        (RankingsPlace(type="country"), 60),
        (RankingsPlace(type="team"), 628),
        (RankingsPlace(filter="friends"), 50),
    ],
    ids=str,
)
def test_it_goes_to_the_own_row(
    start: Callable[..., Browser], place: RankingsPlace, most: int
) -> None:
    browser = open_ranking(start, place)
    page, me = browser.rankings, browser.app.account.me
    own = own_identity(place, me)
    assert own is not None
    press(browser.window, Qt.Key.Key_F, BOTH)
    browser.wait(lambda: selected_ids(browser) == [own])
    assert page.table.currentIndex().row() in browser.visible()
    assert page.model.loaded <= most, "the rank is known or searched for, not every page loaded"
    assert not page.model.is_loading_all
    statistics = me.statistics if me is not None else None
    if place == RankingsPlace() and statistics is not None:
        assert page.table.selected_rows()[0].number == statistics.global_rank


def test_it_is_found_in_sorted_rows_of_the_own_country(start: Callable[..., Browser]) -> None:
    browser = open_ranking(start, RankingsPlace())
    me = browser.app.account.me
    assert me is not None
    browser.window.navigator.open(RankingsPlace(country=me.country_code))
    browser.wait_for_rows()
    page = browser.rankings
    page.model.set_filter("no row has these words")
    click(page.bar.find_me)
    browser.wait(lambda: selected_ids(browser) == [me.id])
    assert not page.model.is_arranged


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (RankingsPlace(country="JP"), "You are not in this ranking: your country is"),
        (RankingsPlace(type="kudosu"), "You are not in this ranking."),
    ],
    ids=str,
)
def test_it_says_why_there_is_no_own_row(
    start: Callable[..., Browser], place: RankingsPlace, words: str
) -> None:
    browser = open_ranking(start, place)
    said: list[str] = []
    browser.rankings.message_requested.connect(lambda _, text: said.append(text))
    loaded = browser.rankings.model.loaded
    browser.rankings.own_row.find()
    browser.wait(lambda: said)
    assert said[0].startswith(words)
    if place.country:
        assert browser.rankings.model.loaded == loaded, "no request for what is known"


def test_the_next_start_shows_the_ranking_at_its_rank(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.rankings.go_to_rank(2170)
    browser.wait_for_rows()
    browser.wait(lambda: not browser.skeletons())
    first = browser.rankings.table.visible_rows()[0]
    there = RankingsPlace(page=44, rank=first + 1)
    browser.wait(lambda: browser.window.navigator.place == there)
    assert first % 50 != 0
    skeleton = browser.rankings.model.index(9000, 3)
    assert skeleton.data() is None
    assert skeleton.data(Qt.ItemDataRole.AccessibleTextRole) == "Rank #9,001, loading"
    table = browser.rankings.table
    press(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 2170
    quit_program(browser)

    again = start("--demo")
    again.wait_for_rows()
    assert again.window.navigator.place == there
    table = again.rankings.table
    assert table.visible_rows()[0] == first
    assert table.currentIndex().row() == 2170
    press(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 2171


def test_all_rows_are_loaded_stopped_and_loaded_on(start: Callable[..., Browser]) -> None:
    browser = open_ranking(start, RankingsPlace(type="team"))
    page = browser.rankings
    total = page.model.total
    assert total is not None
    assert total > 500
    page.model.sort_by("member_count", True)
    assert f"of {total:,} rows" in page.rows.arranged_text
    (button,) = (b for b in page.rows.findChildren(QPushButton) if b.objectName() == "load_all")
    assert button.text() == f"Load all {total:,}"
    click(button)
    browser.wait(lambda: page.model.loaded >= 250)
    assert page.rows.full_load_text == f"Loading all rows: {page.model.loaded:,} of {total:,}"
    press(browser.window, Qt.Key.Key_L, BOTH)
    assert not page.model.is_loading_all
    stopped = page.model.loaded
    assert page.rows.full_load_text == f"{stopped:,} of {total:,} rows are loaded."
    press(browser.window, Qt.Key.Key_L, BOTH)
    browser.wait(lambda: page.model.state is LoadState.END and not page.model.is_loading_all)
    assert page.model.loaded == total
    assert page.rows.full_load_text == ""
    assert f"among all {total:,} rows" in page.rows.arranged_text
    members = [row.item.member_count for row in page.model.loaded_rows()]
    assert members == sorted(members, reverse=True)

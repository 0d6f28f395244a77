"""Kinds of page whose places open in the tab of another kind: one history, beside it as any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from osubrowser.services.places.places import (
    BeatmapsetPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ThingPlace,
)
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.shell.page_kind import PageKind, PageTable
from tests.ui.shell_window import OtherPlace, Shell

HOME: Place = RankingsPlace()
JAPAN: Place = RankingsPlace(country="JP")
SET: Place = BeatmapsetPlace(1)
OTHER_SET: Place = BeatmapsetPlace(2)
PACK: Place = ThingPlace("pack", "S1")


def kinds_of(shell_kinds: PageKind) -> PageKind:
    """Let the page of settings be one of sets and packs, in the tab of rankings."""
    if shell_kinds.key != "settings":
        return shell_kinds
    return replace(
        shell_kinds,
        key="set",
        places=(BeatmapsetPlace, ThingPlace),
        home=HOME,
        tab="rankings",
        app_pages=(),
        things=("pack",),
    )


@pytest.fixture
def shell(shell_with: Callable[..., Shell]) -> Shell:
    return shell_with(two=True, own=True, kinds=kinds_of).signed_in()


def test_its_places_open_in_that_tab_and_back_returns(shell: Shell) -> None:
    navigator = shell.window.navigator
    navigator.open(JAPAN)
    shell.pages[0].position.setText("rank 20")
    navigator.open(SET)
    assert (navigator.place, navigator.index) == (SET, 0)
    assert navigator.places == []
    assert shell.pages[1].shown == [SET]
    assert navigator.hue == 200
    navigator.go(-1)
    assert navigator.place == JAPAN
    assert shell.pages[0].shown[-1] == JAPAN
    assert shell.pages[0].position.text() == "rank 20"
    navigator.go(1)
    assert navigator.place == SET
    assert shell.pages[1].shown == [SET], "it still shows the set"


def test_another_tab_returns_to_what_was_last_open(shell: Shell) -> None:
    navigator = shell.window.navigator
    navigator.open(SET)
    navigator.select(1)
    assert isinstance(navigator.place, OtherPlace)
    navigator.select(0)
    assert (navigator.place, navigator.index) == (SET, 0)
    navigator.go_home()
    assert navigator.place == HOME


def test_from_another_tab_it_comes_to_the_front(shell: Shell) -> None:
    navigator = shell.window.navigator
    navigator.select(1)
    navigator.open(SET)
    assert (navigator.place, navigator.index) == (SET, 0)
    navigator.go(-1)
    assert isinstance(navigator.place, OtherPlace)
    assert navigator.index == 1


def test_in_the_background_it_opens_beside(shell: Shell) -> None:
    navigator = shell.window.navigator
    navigator.open(SET, "background")
    assert (navigator.place, navigator.index) == (HOME, 0)
    assert len(navigator.places) == 1
    navigator.open(OTHER_SET, "new")
    assert (navigator.place, navigator.index) == (OTHER_SET, None)
    navigator.open(JAPAN)
    assert navigator.place_index is not None, "a closable tab keeps what is opened in it"


def test_a_page_that_is_left_does_not_move_the_tab(shell: Shell) -> None:
    navigator = shell.window.navigator
    navigator.open(JAPAN)
    navigator.open(SET)
    shell.pages[0].place_changed.emit(RankingsPlace(mode="mania"), True)
    assert navigator.place == SET
    navigator.go(-1)
    assert navigator.place == JAPAN
    assert shell.pages[0].shown[-1] == JAPAN


def test_a_place_that_is_replaced_by_one_of_another_page_is_shown_there(shell: Shell) -> None:
    navigator = shell.window.navigator
    navigator.open(JAPAN)
    navigator.select(1)
    other = navigator.place
    navigator.open(PACK)
    steps = len(navigator.history)
    there = OtherPlace()
    shell.pages[2].place_changed.emit(there, True)
    assert (navigator.place, navigator.index) == (there, 1)
    assert shell.pages[1].shown[-1] == there
    assert len(navigator.history) == steps
    navigator.select(0)
    assert navigator.place == JAPAN, "the tab has what was open in it before"
    navigator.go(-1)
    assert (navigator.place, navigator.index) == (there, 1)
    navigator.go(-1)
    assert navigator.place == other


def test_beside_the_tabs_it_is_replaced_in_its_tab(shell: Shell) -> None:
    navigator = shell.window.navigator
    navigator.open(PACK, "new")
    shell.pages[1].place_changed.emit(RankingsPlace(country="DE"), True)
    assert (navigator.place, navigator.place_index) == (RankingsPlace(country="DE"), 0)
    assert shell.pages[0].shown[-1] == RankingsPlace(country="DE")


def test_only_its_kinds_of_things_open(shell: Shell) -> None:
    navigator = shell.window.navigator
    assert navigator.has_page(PACK)
    assert not navigator.has_page(ThingPlace("wiki", "en/Main_page"))
    assert not navigator.has_page(ListPlace("packs")), "no type of place of this kind"
    navigator.open(PACK)
    assert (navigator.place, navigator.index) == (PACK, 0)
    navigator.open(ThingPlace("wiki", "en/Main_page"))
    assert len(shell.web) == 1


def test_it_is_open_again_at_the_next_start(shell_with: Callable[..., Shell]) -> None:
    settings = Settings()
    first = shell_with(settings, two=True, own=True, kinds=kinds_of).signed_in()
    first.window.navigator.open(SET)
    first.window.session_restore.save()
    second = shell_with(settings, two=True, own=True, kinds=kinds_of).signed_in()
    assert (second.window.navigator.place, second.window.navigator.index) == (SET, 0)


def test_a_tab_that_is_not_there_is_refused() -> None:
    def kind(key: str, tab: str, *, is_tab: bool = False) -> PageKind:
        def build(_context: object) -> None:
            raise NotImplementedError

        return PageKind(key, key, 1, HOME, (), build, is_tab=is_tab, tab=tab)  # type: ignore[arg-type]

    with pytest.raises(ValueError, match="a opens in the tab of b"):
        PageTable([kind("a", "b")])
    with pytest.raises(ValueError, match="a opens in the tab of a"):
        PageTable([kind("a", "a", is_tab=True)])

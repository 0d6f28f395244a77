"""Page of a team on real servers: figures, place in the ranking, members, and no such team."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from osubrowser.services.places.places import Place, RankingsPlace, ThingPlace, UserPlace
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.team.overview import OverviewSection
from osubrowser.ui.pages.team.page import TeamPage
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.sections.list_section import SubjectListSection
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground
from tests.ui.gestures import press

TEAM = ThingPlace("team", "987")


class Told:
    """What a page asks of its window."""

    def __init__(self, page: TeamPage) -> None:
        self.titles: list[str] = []
        self.opened: list[tuple[Place, str]] = []
        self.messages: list[str] = []
        page.title_changed.connect(self.titles.append)
        page.open_requested.connect(lambda place, how: self.opened.append((place, how)))
        page.message_requested.connect(lambda _level, text: self.messages.append(text))


Make = Callable[[Server, Place], tuple[TeamPage, Told]]


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    """The embedded osu!, for all tests of this module."""
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture
def make(ground: Ground, qtbot: QtBot) -> Make:
    """Show a place of a server."""

    def make(server: Server, place: Place) -> tuple[TeamPage, Told]:
        settings = Settings()
        account = ground.sign_in(server, settings)
        colours = ramp(333, is_dark=True)
        parts = SectionParts(account, ground.calls, settings, None, colours, lambda _: True)
        page = TeamPage(parts)
        told = Told(page)
        page.show_place(place, None)
        ground.put_up(page, 600)
        qtbot.waitUntil(lambda: page.is_settled)
        return page, told

    return make


def overview_of(page: TeamPage) -> OverviewSection:
    section = page.host.section
    assert isinstance(section, OverviewSection)
    return section


def test_figures_of_each_ruleset(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(demo, TEAM)
    section = overview_of(page)
    assert told.titles[-1] == page.header.title.text() == "Blank Wolves"
    own = section.figures.words
    assert section.modes.current == "osu"
    section.modes.button("taiko").click()
    qtbot.waitUntil(lambda: page.is_settled)
    assert section.figures.words != own
    state = page.save_state()
    section.modes.button("osu").click()
    assert section.figures.words == own
    page.show_place(ThingPlace("team", "575"), None)
    qtbot.waitUntil(lambda: page.is_settled and page.header.title.text() != "Blank Wolves")
    page.show_place(TEAM, state)
    qtbot.waitUntil(lambda: page.is_settled)
    assert overview_of(page).modes.current == "taiko"
    overview_of(page).modes.setFocus()
    page.copy_selection()
    assert QGuiApplication.clipboard().text().startswith("Performance\t")


def test_the_place_in_the_ranking_opens(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(demo, TEAM)
    overview_of(page).finder.click()
    qtbot.waitUntil(lambda: bool(told.opened))
    place, how = told.opened[0]
    assert isinstance(place, RankingsPlace)
    assert (place.type, place.mode, place.rank) == ("team", "osu", 54)
    assert how == "here"
    assert overview_of(page).finder.text() == "Find in the ranking"


def test_links_of_the_description_open_in_place(make: Make, demo: Server) -> None:
    page, told = make(demo, TEAM)
    text = overview_of(page).article.pane
    text.view.link_activated.emit("https://osu.ppy.sh/users/2", "here")
    assert told.opened == [(UserPlace(2), "here")]
    page.start_filter()
    assert not overview_of(page).article.find_bar.isHidden()
    page.header.facts.link_requested.emit(page.header.facts.links[2][1], "here")
    assert isinstance(told.opened[-1][0], UserPlace)


def test_members_are_a_list(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(demo, ThingPlace("team", "987", section="members"))
    section = page.host.section
    assert isinstance(section, SubjectListSection)
    assert section.list.model.rowCount() == 46
    section.list.table.setCurrentIndex(section.list.model.index(0, 0))
    press(section.list.table, Qt.Key.Key_Return)
    assert isinstance(told.opened[-1][0], UserPlace)
    assert page.landmark() == (TEAM, "Blank Wolves")


def test_a_team_that_is_not_there(make: Make, demo: Server) -> None:
    page, told = make(demo, ThingPlace("team", "3"))
    assert page.panel.text == "osu! has no team 3."
    next(one for one in page.panel.buttons() if "web" in one.text()).click()
    assert told.opened == [(ThingPlace("team", "3"), "web")]

"""History of a player, on days of the demo's world: chart, table, changes, and two players."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.api import Client
from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.entities.users import User
from osubrowser.demo.server import DemoServer
from osubrowser.models.history.figures import DayRow
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.histories import Histories
from osubrowser.services.history_services import HistoryServices
from osubrowser.services.places.places import UserPlace
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.player.compare.section import CompareSection
from osubrowser.ui.pages.player.history.section import PlayerHistorySection
from osubrowser.ui.pages.player.overview import OverviewSection
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.style.colours import ramp
from tests.conftest import Server
from tests.idle import WAIT
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import click, press

PLAYER, OTHER, DAYS = 28620460, 10977734, 30
BACKS = (12, 11, 10, 6, 5)
"""Days ago on which the player was seen: days 9 to 7 and 4 to 1 are not known."""


@pytest.fixture(scope="module")
def server() -> Iterator[DemoServer]:
    """Serve a world with a month of earlier days."""
    with DemoServer(days=DAYS) as server:
        yield server


@dataclass
class Desk:
    """A player's page over a history."""

    qtbot: QtBot
    ground: Ground
    server: DemoServer
    services: HistoryServices
    settings: Settings
    told: Server
    histories: Histories
    pages: list[PlayerPage] = field(default_factory=list)

    def open(self, place: UserPlace) -> PlayerPage:
        """Show a place."""
        account = self.ground.accounts[-1]
        page = PlayerPage(
            account,
            self.ground.calls,
            self.settings,
            ramp(333, is_dark=True),
            has_page=has_page,
            history=self.services,
        )
        self.ground.put_up(page, 700)
        self.pages.append(page)
        page.show_place(place, None)
        self.settle(page)
        return page

    def settle(self, page: PlayerPage) -> None:
        """Wait until the page and what the history has of it are shown."""
        self.qtbot.waitUntil(lambda: page.is_settled, timeout=WAIT)

    def look(self, user: int, *backs: int) -> list[User]:
        """Look at a player as it was some days ago; return the responses."""
        found = []
        client = Client(
            int(self.server.client_id),
            self.server.client_secret,
            base_url=self.server.url,
            token_store=MemoryTokenStore(),
            observer=self.services.history.recorder,
        )
        for back in backs:
            self.server.move_to(back)
            found.append(client.user(user, mode="osu"))
            self.services.history.recorder.flush()
        self.server.move_to(0)
        return found


@pytest.fixture
def desk(ground: Ground, server: DemoServer, tmp_path: Path) -> Iterator[Desk]:
    """Sign in as a guest, with an empty history."""
    server.move_to(0)
    settings = Settings()
    histories = Histories(tmp_path / "histories")
    told = Server(server.url, str(server.client_id), server.client_secret, server.api_key)
    account = ground.sign_in(told, settings, observe=histories.observer)
    services = HistoryServices(histories, ground.calls, account, Preferences(settings))
    yield Desk(ground.qtbot, ground, server, services, settings, told, histories)
    for page in ground.widgets:
        if isinstance(page, PlayerPage):
            page.leave()
    histories.close()


def section_of(page: PlayerPage) -> PlayerHistorySection:
    """Return the shown history."""
    section = page.host.section
    assert isinstance(section, PlayerHistorySection)
    return section


def rows_of(section: PlayerHistorySection) -> list[DayRow]:
    """Return the rows of the table."""
    return [row.item for row in section.list.model.loaded_rows()]


def test_chart_and_table_have_what_the_world_did_on_the_days_that_were_seen(
    desk: Desk, qtbot: QtBot
) -> None:
    """Each seen day has the figures of its response, and no other day has any."""
    known = desk.look(PLAYER, *BACKS)
    page = desk.open(UserPlace(PLAYER, "osu", section="history"))
    section = section_of(page)
    today = section.history.today
    qtbot.waitUntil(lambda: today in section.history.values["pp"], timeout=WAIT)
    desk.settle(page)
    expected = {today - back: user for back, user in zip(BACKS, known, strict=True)}
    values = section.history.values
    assert set(values["pp"]) == {*expected, today}
    for day, user in expected.items():
        assert user.statistics is not None
        assert values["pp"][day] == pytest.approx(user.statistics.pp, abs=0.001)
        assert values["play_count"][day] == user.statistics.play_count
        assert values["followers"][day] == user.follower_count
    drawn = {one.key: one for one in section.chart.data.series}
    assert set(drawn) == {"global_rank", "pp"}
    assert [(run.first, run.last) for run in drawn["pp"].runs] == [
        (today - 12, today - 10),
        (today - 6, today - 5),
        (today, today),
    ]
    # osu!'s own 90 days of ranks are taken over: the rank has no gap.
    assert len(drawn["global_rank"].runs) == 1
    assert [row.day for row in rows_of(section)] == [*reversed(section.history.days)][:100]
    assert values["play_count_per_day"].keys() <= {today - 11, today - 10, today - 5}

    assert section.bar.pills is not None
    click(section.bar.pills.button("events"))
    qtbot.waitUntil(lambda: len(rows_of(section)) == len(section.history.marks), timeout=WAIT)
    assert section.history.marks  # medals at least
    assert [row.item for row in section.list.model.loaded_rows()] == [
        *reversed(section.history.marks)
    ]

    click(section.chips.pill("grades"))
    click(section.chips.pill("global_rank"))
    qtbot.waitUntil(lambda: len(section.chart.data.series) == 6, timeout=WAIT)
    click(section.spans.button("week"))
    assert section.chart.days == (today - 7, section.chart.data.today)
    section.chart.setFocus()
    press(section.chart, Qt.Key.Key_Plus)
    assert section.spans.current == ("week" if not section.chart.is_zoomed else "")
    state = section.save_state()
    section.leave()
    assert not section.chart.data
    section.show_subject(page.profile, state)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(section.chart.data.series) == 6, timeout=WAIT)
    desk.settle(page)
    assert section.list.spec is not None
    assert section.list.spec.key == "player/history/events"


def test_a_new_snapshot_is_shown_and_a_chosen_day_is_selected(desk: Desk, qtbot: QtBot) -> None:
    """The section follows what is written; a click on a day goes to its row."""
    page = desk.open(UserPlace(PLAYER, "osu", section="history"))
    section = section_of(page)
    today = section.history.today
    desk.look(PLAYER, 5)
    qtbot.waitUntil(lambda: today - 5 in section.history.values["pp"], timeout=WAIT)
    desk.settle(page)
    section.chart.setFocus()
    section.chart.move_cursor(today - 5)
    press(section.chart, Qt.Key.Key_Return)
    assert [row.item.day for row in section.list.table.selected_rows()] == [today - 5]


def test_without_a_history_the_player_can_be_followed(desk: Desk, qtbot: QtBot) -> None:
    """An empty history says how it grows, and offers to follow."""
    history = desk.services.history
    history.recorder.close()  # nothing is recorded
    page = desk.open(UserPlace(PLAYER, "osu", section="history"))
    section = section_of(page)
    button = next(
        one for one in section.findChildren(QPushButton) if one.text().startswith("Follow ")
    )
    assert button.isVisible()
    click(button)
    follows = desk.services.follows
    assert follows.find(UserPlace(PLAYER), FollowKind.PLAYER) is not None
    qtbot.waitUntil(lambda: not button.isVisible(), timeout=WAIT)


def test_figures_tell_how_they_have_changed(desk: Desk, qtbot: QtBot) -> None:
    """The overview and the header compare with the newest earlier day."""
    page = desk.open(UserPlace(PLAYER, "osu"))
    (before,) = desk.look(PLAYER, 5)  # earlier days can become known while the page is shown
    section = page.host.section
    assert isinstance(section, OverviewSection)

    def change_of(key: str) -> str:
        return next(figure.change for figure in section.figures.figures if figure.key == key)

    qtbot.waitUntil(lambda: change_of("play_count") != "", timeout=WAIT)
    assert page.profile is not None
    now = page.profile.user.statistics
    assert now is not None
    assert before.statistics is not None
    plays = now.play_count - before.statistics.play_count
    assert plays > 0
    assert change_of("play_count") == f"+{plays:,} since 5 days ago"
    assert f"+{plays:,} since 5 days ago" in section.figures.words


def test_the_histories_of_two_players_are_in_one_chart(desk: Desk, qtbot: QtBot) -> None:
    """Both are on one axis, named; another figure is chosen, and a ruleset without any is empty."""
    desk.look(PLAYER, *BACKS)
    desk.look(OTHER, 8, 7)
    page = desk.open(UserPlace(PLAYER, "osu", compare=OTHER))
    section = page.host.section
    assert isinstance(section, CompareSection)
    click(section.bar.views.button("history"))
    desk.settle(page)
    qtbot.waitUntil(lambda: len(section.history.chart.data.series) == 2, timeout=WAIT)
    click(section.history.figures.button("pp"))
    chart = section.history.chart
    qtbot.waitUntil(lambda: [one.scale for one in chart.data.series] == ["pp", "pp"], timeout=WAIT)
    assert page.profile is not None
    other = chart.data.series[1]
    assert chart.data.series[0].name == page.profile.name
    assert other.name != page.profile.name
    today = chart.data.today
    assert {today - 8, today - 7} <= {
        day for run in other.runs for day in range(run.first, run.last + 1)
    }
    assert chart.title == "Performance"

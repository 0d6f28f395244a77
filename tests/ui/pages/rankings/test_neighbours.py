"""Neighbours of a player, on days of the demo's world: ranks, gaps, paces, what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from osubrowser.api import Client
from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.cursor import Cursor
from osubrowser.demo.server import DemoServer
from osubrowser.models.rankings.pace import pace_of
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.history.histories import Histories
from osubrowser.services.history_services import HistoryServices
from osubrowser.services.places.places import ListPlace, Place, UserPlace
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.rankings.neighbours import NeighboursPage
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.widgets.segments import Segments
from tests.conftest import Server
from tests.idle import WAIT
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import click, press

PLAYER, DAYS = 2, 30
BACKS = (12, 7, 3)
HERE = ListPlace("neighbours", (("user", str(PLAYER)),))


@pytest.fixture(scope="module")
def server() -> Iterator[DemoServer]:
    """Serve a world with a month of earlier days."""
    with DemoServer(days=DAYS) as server:
        yield server


@dataclass
class Desk:
    """A page over a history, and what it told its window."""

    qtbot: QtBot
    server: DemoServer
    services: HistoryServices
    page: NeighboursPage
    client: Client
    opened: list[tuple[Place, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def show(self, place: ListPlace) -> None:
        """Show the neighbours of a place."""
        self.page.show_place(place, None)
        states = (LoadState.END, LoadState.FAILED)
        self.qtbot.waitUntil(lambda: self.page.list.model.state in states, timeout=WAIT)

    def look(self, back: int, page: int) -> dict[int, float]:
        """Look at a page of the ranking as it was some days ago; return pp by player."""
        self.server.move_to(back)
        cursor = Cursor(page=page) if page > 1 else None
        rows = self.client.ranking("osu", "performance", cursor=cursor).ranking
        self.services.history.recorder.flush()
        self.server.move_to(0)
        return {row.user.id or 0: row.pp or 0.0 for row in rows if row.user is not None}

    def texts(self, key: str) -> list[str]:
        """Return the cells of a column."""
        model = self.page.list.model
        index = [column.key for column in model.columns].index(key)
        return [row.texts[index] for row in model.loaded_rows()]


@pytest.fixture
def desk(ground: Ground, server: DemoServer, tmp_path: Path) -> Iterator[Desk]:
    """Sign in as a guest, with an empty history."""
    server.move_to(0)
    settings = Settings()
    histories = Histories(tmp_path / "histories")
    told = Server(server.url, str(server.client_id), server.client_secret, server.api_key)
    account = ground.sign_in(told, settings, observe=histories.observer)
    services = HistoryServices(histories, ground.calls, account, Preferences(settings))
    colours = ramp(125, is_dark=True)
    parts = SectionParts(account, ground.calls, settings, None, colours, has_page, history=services)
    page = NeighboursPage(parts)
    client = Client(
        int(server.client_id),
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
        observer=services.history.recorder,
    )
    desk = Desk(ground.qtbot, server, services, page, client)
    page.open_requested.connect(lambda place, how: desk.opened.append((place, how)))
    page.title_changed.connect(desk.titles.append)
    ground.put_up(page, 520)
    yield desk
    page.leave()
    client.close()
    histories.close()


def test_neighbours_have_gaps_and_paces(qtbot: QtBot, desk: Desk) -> None:
    """Paces are those of the pp that the server said on the days that were looked at."""
    user = desk.client.user(PLAYER, mode="osu")
    assert user.statistics is not None
    assert user.statistics.global_rank is not None
    rank, pp = user.statistics.global_rank, user.statistics.pp or 0.0
    desk.show(HERE)
    model = desk.page.list.model
    assert [row.number for row in model.loaded_rows()] == list(range(rank - 10, rank + 11))
    assert set(desk.texts("pace")) == {"–"}
    assert all("too little is known" in text for text in desk.texts("passing") if text)
    assert desk.titles[-1] == f"Neighbours of {user.username}"
    assert "#" in desk.page.about.text()
    assert model.loaded_rows()[0].item.gap == pytest.approx(
        (model.loaded_rows()[0].item.statistics.pp or 0) - pp
    )

    pages = sorted({(rank - 11) // 50 + 1, (rank + 9) // 50 + 1})
    seen = {
        back: {k: v for page in pages for k, v in desk.look(back, page).items()} for back in BACKS
    }
    # The page follows what is written.
    known = len(BACKS) + 1
    qtbot.waitUntil(lambda: model.loaded_rows()[10].item.pace.days == known, timeout=WAIT)
    assert desk.texts("passing")[10] == ""
    compared = 0
    for row in model.loaded_rows():
        points = [(-float(back), seen[back][row.id]) for back in BACKS if row.id in seen[back]]
        expected = pace_of([*points, (0.0, row.item.statistics.pp or 0.0)]).per_day
        pace = row.item.pace.per_day
        assert (pace is None) == (expected is None)
        if pace is not None and expected is not None:
            compared += 1
            assert pace == pytest.approx(expected, abs=0.05 + abs(expected) * 0.2)
        when = row.item.passing
        if when is not None and when.days is not None:
            mine, theirs = model.loaded_rows()[10].item.pace.per_day or 0, pace or 0
            ahead, behind = (theirs, mine) if row.number < rank else (mine, theirs)
            assert when.days == pytest.approx(abs(row.item.gap) / (behind - ahead))
    assert compared >= 15
    desk.page.take_focus()
    desk.page.list.table.go_to(0)
    press(desk.page.list.table, Qt.Key.Key_Return)
    first = model.loaded_rows()[0].item.user
    assert desk.opened[-1] == (UserPlace(first.id, "osu"), "here")

    country = desk.page.bar.controls["country"].widget
    assert isinstance(country, Segments)
    click(country.button("1"))
    qtbot.waitUntil(lambda: " in the world" not in desk.page.about.text(), timeout=WAIT)
    assert desk.page.place == ListPlace("neighbours", (("country", "1"), ("user", str(PLAYER))))


def test_a_guest_is_told_to_sign_in_or_to_name_a_player(desk: Desk) -> None:
    """Nobody's neighbours are those of nobody; an unknown player is said to be unknown."""
    desk.show(ListPlace("neighbours"))
    assert "signed in as a player" in desk.page.list.rows.panel_text
    desk.show(ListPlace("neighbours", (("user", "nobody of that name"),)))
    assert "nobody of that name" in desk.page.list.rows.panel_text

"""A ranking against itself, on days of the demo's world: former ranks, movers, who left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from osubrowser.api import Client
from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.cursor import Cursor
from osubrowser.demo.server import DemoServer
from osubrowser.models.rankings.comparison import FALLERS, LEFT, NEW, RISERS, load_earlier
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.history.histories import Histories
from osubrowser.services.history.ranking_pages import entry_of
from osubrowser.services.history_services import HistoryServices
from osubrowser.services.places.places import Place, RankingsPlace, UserPlace
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.rankings.comparison import controller
from osubrowser.ui.pages.rankings.page import RankingsPage
from osubrowser.ui.style.colours import ramp
from tests.conftest import Server
from tests.idle import WAIT
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import click, press

DAYS, BACK = 30, 10


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
    page: RankingsPage
    places: list[Place] = field(default_factory=list)
    opened: list[tuple[Place, str]] = field(default_factory=list)
    messages: list[tuple[str, str]] = field(default_factory=list)

    def look(self, back: int, place: RankingsPlace, *pages: int) -> list[Any]:
        """Look at pages of a ranking as they were some days ago; return their entries."""
        self.server.move_to(back)
        client = Client(
            int(self.server.client_id),
            self.server.client_secret,
            base_url=self.server.url,
            token_store=MemoryTokenStore(),
            observer=self.services.history.recorder,
        )
        found: list[Any] = []
        for number in pages:
            cursor = Cursor(page=number) if number > 1 else None
            if place.type == "kudosu":
                found += client.kudosu_ranking(number).ranking
            elif place.type in ("country", "team"):
                found += client.ranking(place.mode, place.type, cursor=cursor).ranking
            else:
                found += client.ranking(
                    place.mode, place.type, country=place.country, cursor=cursor
                ).ranking
        self.services.history.recorder.flush()
        self.server.move_to(0)
        return found

    def show(self, place: RankingsPlace, state: object = None) -> None:
        """Show a ranking."""
        self.page.show_place(place, state)
        self.settle()

    def settle(self) -> None:
        """Wait until the rows are there."""
        states = (LoadState.READY, LoadState.END)
        self.qtbot.waitUntil(lambda: self.page.model.state in states, timeout=WAIT)

    def wait_compared(self) -> None:
        """Wait until all rows have the cells of the comparison."""
        self.qtbot.waitUntil(
            lambda: bool(self.texts("was")) and "" not in self.texts("was"), timeout=WAIT
        )

    def asked(self) -> int:
        """How often the server was asked for a ranking."""
        counts = self.server.app.stats()["counts"]
        assert isinstance(counts, dict)
        return sum(n for path, n in counts.items() if "rankings" in path)

    def texts(self, key: str) -> list[str]:
        """Return the cells of a column; none if there is no such column."""
        keys = [column.key for column in self.page.model.columns]
        rows = self.page.model.loaded_rows()
        return [row.texts[keys.index(key)] for row in rows] if key in keys else []

    def choose(self, view: str) -> None:
        """Choose a view by its pill."""
        comparison = self.page.comparison
        assert comparison is not None
        click(comparison.bar.views.button(view))
        self.qtbot.waitUntil(lambda: comparison.view == view, timeout=WAIT)
        self.settle()


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
    page = RankingsPage(
        account, ground.calls, settings, colours, has_page=has_page, history=services
    )
    desk = Desk(ground.qtbot, server, services, page)
    page.place_changed.connect(lambda place, _replace: desk.places.append(place))
    page.open_requested.connect(lambda place, how: desk.opened.append((place, how)))
    page.message_requested.connect(lambda level, text: desk.messages.append((level, text)))
    ground.put_up(page, 520)
    yield desk
    page.leave()
    histories.close()


def day(back: int) -> str:
    """Return the date some days ago."""
    return (datetime.now(UTC) - timedelta(days=back)).date().isoformat()


def ranks(entries: list[Any], type_: str = "performance") -> dict[Any, tuple[int, int]]:
    """Return rank and figure of each entry by its id."""
    known = [entry_of(type_, one) for one in entries]
    return {one.id: (rank, one.units or 0) for rank, one in enumerate(known, 1)}


def test_a_ranking_says_who_rose_fell_came_and_left(qtbot: QtBot, desk: Desk) -> None:
    """All cells and lists equal what the server said on both days; no request is added."""
    before = ranks(desk.look(BACK, RankingsPlace(), 1, 2))
    desk.show(RankingsPlace())
    qtbot.waitUntil(lambda: desk.page.model.loaded == 100, timeout=WAIT)
    rows, asked = desk.page.model.loaded_rows(), desk.asked()
    click(desk.page.bar.compare)
    desk.wait_compared()
    assert desk.asked() == asked
    assert desk.page.place.compare == day(BACK)
    now = {row.id: (row.number, entry_of("performance", row.item).units or 0) for row in rows}
    expected = [before.get(row.id) for row in rows]
    assert desk.texts("was") == ["new" if was is None else f"#{was[0]}" for was in expected]
    assert desk.texts("gain") == [
        "–" if was is None else f"{(now[row.id][1] - was[1]) / 1000:+,.2f}"
        for row, was in zip(rows, expected, strict=True)
    ]
    shown = [row for row in desk.page.model.loaded_rows() if row.id in before]
    assert [row.tones[2] * int(row.texts[2] or 0) for row in shown] == [
        before[row.id][0] - row.number for row in shown
    ]

    both = {key: before[key][0] - now[key][0] for key in before.keys() & now.keys()}
    counts = {
        RISERS: sum(change > 0 for change in both.values()),
        FALLERS: sum(change < 0 for change in both.values()),
        NEW: len(now.keys() - before.keys()),
        LEFT: len(before.keys() - now.keys()),
    }
    assert min(counts.values()) > 0
    comparison = desk.page.comparison
    assert comparison is not None
    views = comparison.bar.views
    for view, count in counts.items():
        assert views.button(view).text().endswith(f" {count}")
    desk.choose(RISERS)
    movers = [row.item for row in desk.page.model.loaded_rows()]
    assert len(movers) == counts[RISERS]
    assert movers[0].change == max(both.values())
    assert all(both[one.key] == one.change for one in movers)
    spec = desk.page.list.spec
    assert spec is not None
    record = spec.record(desk.page.model.loaded_rows()[0])
    assert record["former_rank"] == before[movers[0].key][0]
    assert record["name"] == movers[0].item.user.username
    state = desk.page.save_state()
    desk.choose(LEFT)
    gone = {row.item.key: row.item for row in desk.page.model.loaded_rows()}
    assert gone.keys() == before.keys() - now.keys()
    assert all(one.known_as[0] and one.former.rank == before[key][0] for key, one in gone.items())
    desk.page.take_focus()
    desk.page.table.go_to(0)
    press(desk.page.table, Qt.Key.Key_Return)
    first = desk.page.model.loaded_rows()[0].item
    assert desk.opened[-1] == (UserPlace(first.key, "osu"), "here")

    desk.show(desk.page.place, state)  # as Back does
    assert comparison.view == RISERS
    assert [row.item.key for row in desk.page.model.loaded_rows()] == [one.key for one in movers]
    desk.choose("all")
    desk.wait_compared()
    click(comparison.bar.close_button)
    qtbot.waitUntil(lambda: desk.texts("was") == [], timeout=WAIT)
    assert desk.page.place.compare is None
    assert [row.texts for row in desk.page.model.loaded_rows()] == [row.texts for row in rows]
    assert desk.asked() == asked


def test_the_rows_do_not_wait_for_the_history(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the file is slow the ranking is there; then its cells are filled in."""
    may_read = Event()

    def slow(*args: Any) -> Any:
        assert may_read.wait(WAIT / 1000)
        return load_earlier(*args)

    monkeypatch.setattr(controller, "load_earlier", slow)
    before = ranks(desk.look(BACK, RankingsPlace(), 1))
    desk.show(RankingsPlace(compare=day(BACK)))
    qtbot.waitUntil(lambda: desk.page.model.loaded == 100, timeout=WAIT)
    assert set(desk.texts("was")) == {""}
    may_read.set()
    desk.wait_compared()
    rows = desk.page.model.loaded_rows()
    assert [row.texts[1] for row in rows[:50] if row.id in before] == [
        f"#{before[row.id][0]}" for row in rows[:50] if row.id in before
    ]
    # Of the second page nothing is known, but some of its players were on the first.
    assert {row.texts[1] for row in rows[50:] if row.id not in before} == {"–"}
    assert desk.page.comparison is not None
    assert "ranks 1-50" in desk.page.comparison.bar.known.text()


def test_without_an_earlier_day_it_is_said(qtbot: QtBot, desk: Desk) -> None:
    """A click explains, and an address with an unknown day shows the ranking all the same."""
    desk.show(RankingsPlace())
    click(desk.page.bar.compare)
    qtbot.waitUntil(lambda: bool(desk.messages), timeout=WAIT)
    assert "grows while you browse" in desk.messages[0][1]
    assert desk.page.place.compare is None
    desk.show(RankingsPlace(compare="2020-01-01"))
    desk.wait_compared()
    assert set(desk.texts("was")) == {"–"}
    assert desk.page.comparison is not None
    assert "Nothing of this ranking" in desk.page.comparison.bar.known.text()


@pytest.mark.parametrize(
    "place",
    [
        RankingsPlace(country="JP"),
        RankingsPlace(type="score"),
        RankingsPlace(type="country"),
        RankingsPlace(type="team"),
        RankingsPlace(type="kudosu"),
    ],
    ids=lambda place: f"{place.type}-{place.country}",
)
def test_every_kind_of_ranking_is_compared(qtbot: QtBot, desk: Desk, place: RankingsPlace) -> None:
    """Ranks and figures of the first page are those of the earlier day, by id or code."""
    before = ranks(desk.look(BACK, place, 1), place.type)
    desk.look(BACK + 5, place, 1)
    desk.show(RankingsPlace(place.mode, place.type, place.country, compare=day(BACK)))
    desk.wait_compared()
    for row in desk.page.model.loaded_rows()[:50]:
        known = before.get(entry_of(place.type, row.item).id)
        assert row.texts[1] == ("new" if known is None else f"#{known[0]}")
    comparison = desk.page.comparison
    assert comparison is not None
    comparison.bar.days.open_popup()
    qtbot.waitUntil(lambda: comparison.bar.days.has_choices, timeout=WAIT)
    comparison.bar.days.popup.hide()
    comparison.bar.days.chosen.emit("oldest")
    assert desk.page.place.compare == day(BACK + 5)
    desk.wait_compared()
    for view in (LEFT, FALLERS):
        desk.choose(view)
    assert comparison.view == FALLERS
    comparison.bar.days.chosen.emit(day(BACK))  # in the list of the fallers
    qtbot.waitUntil(lambda: desk.page.place.compare == day(BACK), timeout=WAIT)
    assert comparison.view == FALLERS
    since = f"since-{day(BACK)}"
    qtbot.waitUntil(
        lambda: desk.page.list.spec is not None and since in desk.page.list.spec.file_stem,
        timeout=WAIT,
    )
    desk.settle()
    fallers = {row.item.key: row.item.former.rank for row in desk.page.model.loaded_rows()}
    assert fallers == {key: before[key][0] for key in fallers}

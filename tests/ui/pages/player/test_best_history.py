"""Top plays over time, on days of the demo's world: what was new, what fell out, a day's list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api import Client
from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.entities.scores import Score
from osubrowser.demo.server import DemoServer
from osubrowser.models.players.best_history import BestRow
from osubrowser.models.players.profile import Profile, load_profile
from osubrowser.models.table.sources import LoadState
from osubrowser.services.history.failures import HistoryUnreadable
from osubrowser.services.history.histories import Histories
from osubrowser.services.history.plays import Why
from osubrowser.services.history_services import HistoryServices
from osubrowser.services.places.places import AppPlace, Place, ScorePlace
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.player.best_history.section import BestHistorySection
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.colours import ramp
from tests.conftest import Server
from tests.idle import WAIT
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import click, press, write

PLAYER, DAYS = 2, 30
BACKS = (30, 26, 22, 0)
"""Days ago at which the list is seen: the player has new plays between."""


@pytest.fixture(scope="module")
def server() -> Iterator[DemoServer]:
    """Serve a world with a month of earlier days."""
    with DemoServer(days=DAYS) as server:
        yield server


@dataclass
class Desk:
    """A section over a history, and what it told its page."""

    qtbot: QtBot
    server: DemoServer
    parts: SectionParts
    services: HistoryServices
    page: QWidget
    profile: Profile
    opened: list[tuple[Place, str]] = field(default_factory=list)
    sections: list[BestHistorySection] = field(default_factory=list)

    def show(self, state: object | None = None) -> BestHistorySection:
        """Show the player's list over time."""
        section = BestHistorySection(self.parts, self.page)
        self.sections.append(section)
        section.open_requested.connect(lambda place, how: self.opened.append((place, how)))
        section.resize(1000, 420)
        section.show()
        section.show_subject(self.profile, state)
        self.settle(section)
        return section

    def settle(self, section: BestHistorySection) -> None:
        """Wait until the rows are there."""
        self.qtbot.waitUntil(lambda: section.is_settled, timeout=WAIT)

    def look(self, back: int) -> list[Score]:
        """Look at the whole list as it was some days ago; return it."""
        self.server.move_to(back)
        client = Client(
            int(self.server.client_id),
            self.server.client_secret,
            base_url=self.server.url,
            token_store=MemoryTokenStore(),
            observer=self.services.history.recorder,
        )
        found: list[Score] = []
        for offset in (0, 100):
            found += client.user_scores(PLAYER, "best", mode="osu", limit=100, offset=offset)
        self.services.history.recorder.flush()
        self.server.move_to(0)
        return found

    def asked(self) -> int:
        """How often the server was asked for a list of best scores."""
        counts = self.server.app.stats()["counts"]
        assert isinstance(counts, dict)
        return sum(n for path, n in counts.items() if "scores/best" in path)


@pytest.fixture
def desk(ground: Ground, server: DemoServer, tmp_path: Path) -> Iterator[Desk]:
    """Sign in as a guest, with an empty history."""
    server.move_to(0)
    settings = Settings()
    histories = Histories(tmp_path / "histories")
    told = Server(server.url, str(server.client_id), server.client_secret, server.api_key)
    account = ground.sign_in(told, settings, observe=histories.observer)
    preferences = Preferences(settings)
    services = HistoryServices(histories, ground.calls, account, preferences)
    assert account.client is not None
    asking = ground.loop.create_task(ground.calls.run(load_profile, account.client, PLAYER, "osu"))
    ground.qtbot.waitUntil(asking.done, timeout=WAIT)
    colours = ramp(333, is_dark=True)
    parts = SectionParts(account, ground.calls, settings, None, colours, has_page, history=services)
    page = QWidget()
    ground.put_up(page, 420)
    desk = Desk(ground.qtbot, server, parts, services, page, asking.result())
    yield desk
    for section in desk.sections:
        section.leave()
    histories.close()


def rows(section: BestHistorySection) -> list[BestRow]:
    """Return the rows in their order."""
    return [row.item for row in section.list.model.loaded_rows()]


def texts(section: BestHistorySection, key: str) -> list[str]:
    """Return the cells of a column."""
    index = [column.key for column in section.list.model.columns].index(key)
    return [row.texts[index] for row in section.list.model.loaded_rows()]


def choose(desk: Desk, section: BestHistorySection, view: str) -> None:
    """Choose a view by its pill."""
    assert section.bar.pills is not None
    click(section.bar.pills.button(view))
    desk.settle(section)
    assert section.query.view == view


def test_a_history_shows_what_came_what_left_and_the_list_of_any_day(
    qtbot: QtBot, desk: Desk
) -> None:
    """All of it equals what the server said on those days."""
    lists = {back: desk.look(back) for back in BACKS}
    before = desk.asked()
    section = desk.show()
    assert desk.asked() == before  # it was just seen
    section.days.changed.emit("all", "", "")
    desk.settle(section)
    ids = {back: {one.score_id: one for one in found} for back, found in lists.items()}
    came = ids[0].keys() - ids[30].keys()
    assert came
    assert came <= {row.play.id for row in rows(section)}
    known = [row for row in rows(section) if row.play.is_new]
    assert [row.at for row in known] == sorted((row.at or 0 for row in known), reverse=True)
    totals = {
        back: sum((one.pp or 0) * 0.95**n for n, one in enumerate(found))
        for back, found in lists.items()
    }
    assert sum(row.brought or 0 for row in known) == pytest.approx(totals[0] - totals[30], abs=0.02)
    assert f"{totals[0]:,.2f} pp" in section.days.summary.text()
    newest = rows(section)[0]
    section.take_focus()
    section.list.table.go_to(0)
    press(section.list.table, Qt.Key.Key_Return)
    assert desk.opened[-1] == (ScorePlace(newest.play.id), "here")

    choose(desk, section, "gone")
    gone = {row.play.id: row for row in rows(section)}
    assert gone.keys() == set().union(*(one.keys() for one in ids.values())) - ids[0].keys()
    for row in gone.values():
        on_same = [s for s in lists[0] if s.beatmap_id == row.score.beatmap_id]
        assert row.why is (Why.REPLACED if on_same else Why.FELL)
        assert (row.other is not None) == bool(on_same)

    choose(desk, section, "list")
    assert [row.play.id for row in rows(section)] == [one.score_id for one in lists[0]]
    day = (datetime.now(UTC) - timedelta(days=26)).date().isoformat()
    section.days.until.setFocus()
    write(section.days.until, day)
    press(section.days.until, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: section.query.until == day)
    desk.settle(section)
    assert [row.play.id for row in rows(section)] == [one.score_id for one in lists[26]]
    assert texts(section, "pp")[0] == f"{lists[26][0].pp:.2f}"
    assert section.days.period.current.text.startswith(str((datetime.now(UTC) - timedelta(26)).day))

    # Back to it later: as it was left, without a request or a read.
    state = section.save_state()
    again = desk.show(state)
    assert again.query == section.query
    assert [row.play.id for row in rows(again)] == [row.play.id for row in rows(section)]
    assert again.days.summary.text() == section.days.summary.text()
    assert again.days.until.text() == day
    # A day before the first look: nothing is guessed.
    again.days.changed.emit("", "", "2019-01-01")
    desk.settle(again)
    assert rows(again) == []
    assert "was first seen on" in again.list.rows.panel_text
    assert desk.asked() == before


def test_a_list_that_was_never_seen_is_looked_at_and_later_looks_are_shown(
    qtbot: QtBot, desk: Desk
) -> None:
    """The first look is no news but for plays set in the period; a later one shows at once."""
    desk.look(22)
    before = desk.asked()
    section = desk.show()
    qtbot.waitUntil(lambda: desk.asked() == before + 2, timeout=WAIT)  # it was long ago
    choose(desk, section, "list")
    assert section.list.model.loaded == 200
    assert desk.asked() == before + 2
    section.reload()
    qtbot.waitUntil(lambda: desk.asked() == before + 4, timeout=WAIT)


def test_a_play_that_another_look_finds_is_shown_without_a_request(
    qtbot: QtBot, desk: Desk
) -> None:
    """Such as one of the background: it is read, and the view asks nothing by itself."""
    listed = desk.look(0)
    section = desk.show()
    before, asked = {row.play.id for row in rows(section)}, desk.asked()
    now = datetime.now(UTC)
    new = msgspec.structs.replace(
        listed[0], id=99, beatmap_id=1, beatmap=None, beatmapset=None, pp=5000.0, ended_at=now
    )
    desk.services.history.recorder.observe(
        f"/api/v2/users/{PLAYER}/scores/best",
        {"mode": "osu", "limit": "100", "offset": "0"},
        [new, *listed[:99]],
        now.timestamp() + 2,
    )
    qtbot.waitUntil(lambda: {row.play.id for row in rows(section)} == before | {99}, timeout=WAIT)
    row = next(row for row in rows(section) if row.play.id == 99)
    assert (row.position, row.pp) == (1, 5000.0)
    assert row.brought is not None
    assert row.brought > 3000
    assert texts(section, "title")[rows(section).index(row)] == "[deleted beatmap]"
    assert desk.asked() == asked


def test_nothing_is_asked_while_histories_are_off(desk: Desk) -> None:
    """The message says so, and leads to the settings."""
    desk.parts.settings.record_history = False
    before = desk.asked()
    section = desk.show()
    assert desk.asked() == before
    assert section.list.rows.panel_text.endswith("were not seen yet.")
    button = section.findChild(QPushButton, "settings")
    assert isinstance(button, QPushButton)
    click(button)
    assert desk.opened == [(AppPlace("settings"), "here")]


def test_a_history_that_cannot_be_read_is_said_in_the_list(desk: Desk) -> None:
    """The section shows the reason, with Retry, and nothing is raised."""
    desk.services.history.close()
    section = desk.show()
    assert section.list.model.state is LoadState.FAILED
    assert isinstance(section.list.model.error, HistoryUnreadable)

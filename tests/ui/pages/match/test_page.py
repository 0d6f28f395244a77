"""The page of a match and the list of matches, on the embedded osu!."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTableView
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import Forbidden, LoginRequired, NotFound, ServerTrouble
from osubrowser.demo.http.api import Api
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.multiplayer.matches import COUNT, MARATHON, Matches
from osubrowser.demo.world.world import World
from osubrowser.models.matches.results import AVERAGE, Rules
from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    ListPlace,
    Place,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.lists.row_menu import RowSelection
from osubrowser.ui.pages.feeds.page import FeedsPage
from osubrowser.ui.pages.match.kind import MATCH
from osubrowser.ui.pages.match.messages import describe_in
from osubrowser.ui.pages.match.page import MatchPage
from osubrowser.ui.pages.page import Page
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground
from tests.ui.gestures import press


class Told:
    """What a page asks of its window."""

    def __init__(self, page: Page) -> None:
        self.titles: list[str] = []
        self.opened: list[tuple[Place, str]] = []
        self.messages: list[tuple[str, str]] = []
        self.moves: list[Place] = []
        page.title_changed.connect(self.titles.append)
        page.open_requested.connect(lambda place, how: self.opened.append((place, how)))
        page.message_requested.connect(lambda level, text: self.messages.append((level, text)))
        page.place_changed.connect(lambda place, _replace: self.moves.append(place))


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    """The embedded osu!, for all tests of this module."""
    with ExitStack() as stack:
        yield serve_demo(stack)


Make = Callable[..., tuple[Any, Told]]


@pytest.fixture
def make(ground: Ground) -> Make:
    """Show a page of a server: `make(MatchPage, server, place)`."""

    def build(kind: type[Page], server: Server, place: Place) -> tuple[Any, Told]:
        settings = Settings()
        account = ground.sign_in(server, settings)
        parts = SectionParts(
            account, ground.calls, settings, None, ramp(45, is_dark=True), lambda _place: True
        )
        page = kind(parts)  # type: ignore[arg-type]
        told = Told(page)
        page.show_place(place, None)
        ground.put_up(page, 600)
        return page, told

    return build


def match_place(number: int) -> ThingPlace:
    return ThingPlace("match", str(number))


def column(rows: Any, key: str) -> list[str]:
    """Return the texts of a list in one column."""
    model = rows.model
    at = next(n for n, one in enumerate(model.columns) if one.key == key)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def section(page: MatchPage, key: str, qtbot: QtBot) -> Any:
    """Choose a section by its pill, and return it."""
    page.host.pills.button(key).click()
    found = page.host.section
    qtbot.waitUntil(lambda: page.is_settled)
    return found


def test_games_with_the_scores_of_the_current_one(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(MatchPage, demo, match_place(MATCH))
    qtbot.waitUntil(lambda: page.match is not None and page.is_settled)
    games = page.host.section
    assert told.titles[-1].startswith("OSC: (")
    assert page.landmark() == (match_place(MATCH), told.titles[-1])
    about = page.header.about
    assert about.width() >= about.sizeHint().width() > 0  # nothing is cut
    count = games.list.model.loaded
    assert count == len(page.match.games) > 3
    assert games.game == 1
    table: QTableView = games.list.table
    table.setFocus()
    table.setCurrentIndex(games.list.model.index(2, 0))
    qtbot.waitUntil(lambda: games.game == 3 and games.is_settled)
    entries = page.match.entries_of(3)
    assert column(games.scores.list, "player") == [row.player.name for row in entries]
    assert games.heading.text().startswith("Game 3 · ")
    press(table, Qt.Key.Key_Return)
    place, how = told.opened[-1]
    assert isinstance(place, BeatmapsetPlace | BeatmapPlace)
    assert how == "here"
    scores = games.scores.list.table
    scores.setFocus()
    scores.setCurrentIndex(games.scores.list.model.index(0, 0))
    press(scores, Qt.Key.Key_Return)
    assert told.opened[-1] == (UserPlace(entries[0].player.key, "osu"), "here")


def test_rules_change_the_result(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, _ = make(MatchPage, demo, match_place(MATCH))
    qtbot.waitUntil(lambda: page.match is not None and page.is_settled)
    before = page.match.subject.results
    page.header.warmups.setValue(2)
    qtbot.waitUntil(lambda: page.is_settled and page.match.subject.rules == Rules(2))
    after = page.match.subject.results
    assert sum(after.wins.values()) + after.ties + after.uncontested == len(before.counted) - 2
    summary = section(page, "summary", qtbot)
    assert "∛" in summary.formula.text()
    assert summary.list.model.loaded == len(after.counted)
    page.header.formula.button("average").click()
    page.header.failed.click()
    wanted = Rules(2, with_failed=True, formula=AVERAGE.key)
    qtbot.waitUntil(lambda: page.is_settled and page.match.subject.rules == wanted)
    assert summary.formula.text().startswith("Average: ")
    players = section(page, "players", qtbot)
    costs = [float(text) for text in column(players.list, "cost")]
    assert costs == sorted(costs, reverse=True)
    players.bar.filter.setText(column(players.list, "player")[1])
    qtbot.waitUntil(lambda: players.list.model.rowCount() < players.list.model.loaded)
    section(page, "games", qtbot)
    page.header.warmups.setValue(1)  # the hidden list follows, and keeps its filter
    qtbot.waitUntil(lambda: page.is_settled and page.match.subject.rules.warmups == 1)
    page.header.warmups.setValue(2)
    qtbot.waitUntil(lambda: page.is_settled and page.match.subject.rules == wanted)
    section(page, "players", qtbot)
    assert players.bar.filter.text()
    qtbot.waitUntil(lambda: players.list.model.rowCount() < players.list.model.loaded)
    players.bar.filter.clear()
    qtbot.waitUntil(lambda: players.list.model.rowCount() == len(costs))
    state = page.save_state()
    page.show_place(match_place(113743509), None)
    qtbot.waitUntil(lambda: page.is_settled and page.match.subject.id == 113743509)
    assert page.header.rules == Rules()
    page.show_place(match_place(MATCH), state)
    qtbot.waitUntil(lambda: page.is_settled)
    assert page.header.rules == wanted
    assert page.header.warmups.value() == 2
    assert page.host.section is players
    assert [float(text) for text in column(players.list, "cost")] == costs


def test_player_can_be_marked(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(MatchPage, demo, match_place(MATCH))
    qtbot.waitUntil(lambda: page.match is not None and page.is_settled)
    players = section(page, "players", qtbot)
    row = players.list.model.row_at(0)
    link = players.list.spec.link(row.item, "")
    selection = RowSelection(
        players, [row], [link], lambda *_: None, lambda: None, "https://osu.ppy.sh", lambda _: True
    )
    menu = players.list.spec.menu(selection)
    labels = [action.text() for action in menu.actions()]
    marking = next(action for action in menu.actions() if "Mark" in action.text())
    assert "&Open" in labels
    marking.trigger()
    qtbot.waitUntil(lambda: page.is_settled and page.match.subject.marked == row.item.player.key)
    games = section(page, "games", qtbot)
    assert any("#" in text for text in column(games.list, "marked"))
    assert not told.messages


def test_match_of_500_games_is_loaded_whole(
    make: Make, demo: Server, qtbot: QtBot, demo_world: World
) -> None:
    number = demo_world.matches.id_of(MARATHON)
    page, _ = make(MatchPage, demo, match_place(number))
    qtbot.waitUntil(lambda: page.match is not None)
    qtbot.waitUntil(lambda: page.is_settled and page.match.subject.timeline.has_start)
    assert len(page.match.games) == 500
    assert not page.notice.isVisible()
    games = page.host.section
    qtbot.waitUntil(lambda: games.list.model.loaded == 500)
    assert column(games.list, "game") == [str(n) for n in range(1, 501)]
    assert len(page.match.events) == len({row.event.id for row in page.match.events})
    events = section(page, "events", qtbot)
    assert events.list.model.loaded == len(page.match.events)


def test_running_match_is_looked_at_again(
    make: Make, qtbot: QtBot, demo_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    matches: Matches = demo_world.matches

    def may_be(number: int) -> bool:
        match = matches.of(number)
        lobby = matches.lobby(match)
        return matches.goes_on(match) and not match.private and len(lobby.games) > 2

    number = next(n for n in range(COUNT - 1, 0, -1) if may_be(n))
    match = matches.of(number)
    now = matches.now
    monkeypatch.setattr(Api, "_kept", lambda _self, _key: None)  # each answer is made anew
    monkeypatch.setattr(matches, "of", lambda _number: match)  # else it starts earlier, too
    monkeypatch.setattr(matches, "now", matches.lobby(match).events[-1].second - 1)
    matches._lobbies.clear()
    try:
        with DemoServer(world=demo_world) as server:
            address = Server(
                server.url, server.client_id, server.client_secret, getattr(server, "api_key", "")
            )
            page, _ = make(MatchPage, address, match_place(match.id))
            qtbot.waitUntil(lambda: page.match is not None and page.is_settled)
            before = len(page.match.events)
            assert page._refresh.isActive()
            monkeypatch.setattr(matches, "now", now)
            matches._lobbies.clear()
            page._look()
            qtbot.waitUntil(lambda: len(page.match.events) > before and page._refresh.isActive())
            assert len(page.match.events) == len(matches.lobby(match).events)
            monkeypatch.setattr(matches, "now", match.end + 60)
            matches._lobbies.clear()
            page._look()
            qtbot.waitUntil(lambda: not page.match.subject.timeline.is_running)
            qtbot.waitUntil(lambda: page.is_settled and len(page._scope) == 0)
            assert not page._refresh.isActive()
            page.leave()
    finally:
        matches._lobbies.clear()


def test_a_match_without_games_says_so_once(
    make: Make, demo: Server, qtbot: QtBot, demo_world: World
) -> None:
    matches = demo_world.matches
    number = next(n for n in matches.newest_first() if not _games(demo_world, n))
    page, _ = make(MatchPage, demo, match_place(matches.id_of(number)))
    qtbot.waitUntil(lambda: page.match is not None and page.is_settled)
    games = page.host.section
    assert page.match.games == ()
    assert games.main.rows.isVisible()
    assert not games.heading.isVisible()
    assert games.game == 0


def _games(world: World, number: int) -> object:
    matches = world.matches
    return matches.lobby(matches.of(number)).games


def test_refusals_are_sentences(make: Make, demo: Server, qtbot: QtBot, demo_world: World) -> None:
    page, told = make(MatchPage, demo, match_place(7))
    qtbot.waitUntil(lambda: page.failure is not None)
    assert page.panel.text == "There is no match with the number 7."
    assert not page.header.isVisible()
    page.panel.button("web").click()
    assert told.opened == [(match_place(7), "web")]
    private = next(n for n in range(COUNT - 99, 0, -1) if demo_world.matches.is_private(n))
    page.show_place(match_place(demo_world.matches.id_of(private)), None)
    qtbot.waitUntil(lambda: page.is_settled and page.failure is not None)
    assert isinstance(page.failure, LoginRequired | Forbidden)
    assert "private" in page.panel.text
    assert "private" in describe_in("7", Forbidden()).text
    assert describe_in("7", NotFound()).may_retry is False
    assert describe_in("7", ServerTrouble()).may_retry


def test_everything_is_exported(make: Make, demo: Server, qtbot: QtBot, tmp_path: Path) -> None:
    page, told = make(MatchPage, demo, match_place(MATCH))
    qtbot.waitUntil(lambda: page.match is not None and page.is_settled)

    def save(name: str) -> Path:
        path = tmp_path / name
        dialog = page.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        assert dialog.windowTitle() == "Export everything"
        told.messages.clear()
        dialog.fileSelected.emit(str(path))
        dialog.close()
        qtbot.waitUntil(lambda: bool(told.messages))
        assert told.messages[0] == ("good", f"The match is written to {path}.")
        return path

    page.header.export_all.click()
    (whole,) = json.loads(save("all.json").read_text())
    assert whole["match"]["id"] == MATCH
    assert whole["match"]["is_complete"] is True
    assert len(whole["games"]) == len(page.match.games)
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is None)
    page.header.export_all.click()
    lines = save("all.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + len(page.match.entries)
    players = section(page, "players", qtbot)
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is None)
    page.export()
    dialog = players.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.close()


def test_list_of_matches_is_filtered_and_opens_them(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(FeedsPage, demo, ListPlace("matches"))
    qtbot.waitUntil(lambda: page.list.model.loaded == 50)
    page.bar.controls["active"].widget.button("1").click()
    qtbot.waitUntil(lambda: page.is_settled and set(column(page.list, "ended")) == {"running"})
    assert told.moves[-1] == ListPlace("matches", (("active", "1"),))
    page.bar.controls["sort"].widget.button("id_asc").click()
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 1)
    numbers = [int(text) for text in column(page.list, "id")]
    assert numbers == sorted(numbers)
    table = page.list.table
    table.setFocus()
    table.setCurrentIndex(page.list.model.index(0, 0))
    press(table, Qt.Key.Key_Return)
    assert told.opened[-1] == (match_place(numbers[0]), "here")


def test_recorded_matches_are_in_the_list(
    make: Make, recorded_server: Server, answers: Path, qtbot: QtBot
) -> None:
    sent = json.loads((answers / "v2/get_matches_200.json").read_bytes())["matches"]
    page, _ = make(FeedsPage, recorded_server, ListPlace("matches"))
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded >= len(sent))
    assert column(page.list, "id")[: len(sent)] == [str(one["id"]) for one in sent]
    names = column(page.list, "name")[: len(sent)]
    assert [name.split() for name in names] == [one["name"].split() for one in sent]
    ends = column(page.list, "ended")[: len(sent)]
    assert [end == "running" for end in ends] == [one["end_time"] is None for one in sent]

"""Leaderboards in the real window: boards, mods, players, sorting, comparing, saving, faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from osubrowser.api.entities.scores import BeatmapScores, Score
from osubrowser.models.scores.columns import score_identity
from osubrowser.models.scores.leaderboard import Board, load_board
from osubrowser.models.scores.mod_choice import ModState
from osubrowser.services.places.places import BeatmapsetPlace, Place, ScorePlace, UserPlace
from osubrowser.services.session.account import AccountState
from osubrowser.ui.pages.beatmapset.page import BeatmapsetPage
from osubrowser.ui.pages.beatmapset.scores.section import ScoresSection
from osubrowser.ui.pages.score.page import ScorePage
from osubrowser.ui.widgets.segments import Segments
from tests.conftest import Server, raw_answer
from tests.e2e.conftest import Browser
from tests.models.scores.test_leaderboard import POPULAR
from tests.ui.gestures import click, press, write

HERE = BeatmapsetPlace(*POPULAR, "osu", section="scores")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Scores:
    """The section of the leaderboards in a running program."""

    def __init__(self, browser: Browser, place: Place = HERE) -> None:
        self.browser = browser
        self.window = browser.window
        self.open(place)

    def open(self, place: Place) -> None:
        self.window.navigator.open(place)
        self.settle()

    @property
    def place(self) -> BeatmapsetPlace:
        place = self.window.navigator.place
        assert isinstance(place, BeatmapsetPlace)
        return place

    def shows(self, field: str, value: object) -> bool:
        return bool(getattr(self.place, field) == value)

    @property
    def section(self) -> ScoresSection:
        page = self.window.navigator.page
        assert isinstance(page, BeatmapsetPage)
        return cast("ScoresSection", page.host.section)

    @property
    def modes(self) -> Segments:
        page = self.window.navigator.page
        assert isinstance(page, BeatmapsetPage)
        return page.difficulties.modes.modes

    def settle(self) -> None:
        def is_there() -> bool:
            page = self.window.navigator.page
            return (
                isinstance(page, BeatmapsetPage)
                and page.is_settled
                and isinstance(page.host.section, ScoresSection)
            )

        self.browser.wait(is_there)

    def wait_for(self, condition: Callable[[], object]) -> None:
        self.browser.wait(condition)
        self.settle()

    @property
    def scores(self) -> list[Score]:
        """The scores in the order of the table."""
        model = self.section.model
        rows = [model.row_at(n) for n in range(model.rowCount())]
        return [row.item for row in rows if row is not None]

    def texts(self, key: str) -> list[str]:
        model = self.section.model
        at = [column.key for column in model.columns].index(key)
        return [str(model.index(row, at).data()) for row in range(model.rowCount())]

    def ask(self, board: Board, mods: tuple[str, ...] | None = None) -> BeatmapScores:
        """Return what the server says, asked beside the window."""
        client, calls = self.browser.app.account.client, self.browser.app.calls
        assert client is not None
        found: BeatmapScores = self.browser.run(calls.run(load_board, client, board, mods))
        return found

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """Press a shortcut of the window, which a popup may have left inactive."""
        self.window.activateWindow()
        self.browser.wait(self.window.isActiveWindow)
        press(self.window, key, held)

    def menu(self) -> QMenu:
        """Open the context menu of the selected rows."""
        table = self.section.table
        table.menu_requested.emit(table.selected_rows(), table.mapToGlobal(QPoint(60, 60)))
        return next(menu for menu in self.window.findChildren(QMenu) if menu.isVisible())


@pytest.fixture
def scores(start: Callable[..., Browser]) -> Scores:
    """The board of a popular difficulty of the demo, seen by a player who is a supporter."""
    browser = start("--demo")
    browser.wait(lambda: browser.app.account.state is AccountState.PLAYER)
    return Scores(browser)


# --- what is there ---------------------------------------------------------------------------


def test_the_recorded_board_is_what_the_window_shows(
    start: Callable[..., Browser], recorded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", recorded_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", recorded_server.client_secret)
    browser = start("--server", recorded_server.url)
    sent = raw_answer("v2/get_beatmapset_200.json")
    beatmap = sent["beatmaps"][0]
    scores = Scores(
        browser, BeatmapsetPlace(sent["id"], beatmap["id"], beatmap["mode"], section="scores")
    )
    body = raw_answer("v2/get_beatmap_scores_200.json")
    assert scores.texts("player") == [one["user"]["username"] for one in body["scores"]]
    assert scores.texts("score") == [f"{one['score']:,}" for one in body["scores"]]
    assert scores.texts("pp") == [f"{one['pp']:,.2f}" for one in body["scores"]]
    assert scores.section.bar.note.text() == (
        f"{body['score_count']:,} players on this leaderboard."
    )


def test_merged_boards_are_asked_for_once_until_they_are_reloaded(
    start: Callable[..., Browser], recorded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", recorded_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", recorded_server.client_secret)
    browser = start("--server", recorded_server.url)
    sent = raw_answer("v2/get_beatmapset_200.json")
    place = BeatmapsetPlace(sent["id"], sent["beatmaps"][0]["id"], section="scores")

    def asked() -> int:
        counts: dict[str, int] = recorded_server.stats()["counts"]
        return sum(n for path, n in counts.items() if path.split("?")[0].endswith("/scores"))

    scores = Scores(browser, replace(place, mods="~DT~HD"))
    assert asked() == 4
    # Every board is the same recording here: each score is there once.
    assert len(scores.scores) == len(raw_answer("v2/get_beatmap_scores_200.json")["scores"])
    scores.open(replace(place, mods="~DT~HD~HR"))
    browser.wait(lambda: scores.section.facts.boards == 8)
    assert asked() == 8
    scores.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    browser.wait(lambda: asked() == 16)
    scores.settle()


def test_every_board_in_every_ruleset_and_with_any_mods(scores: Scores) -> None:
    """What the window shows is what the server says, for each kind, ruleset and choice of mods."""
    section = scores.section
    for mode in ("osu", "taiko", "fruits", "mania"):
        click(scores.modes.button(mode))
        scores.wait_for(partial(scores.shows, "mode", mode))
        for kind in ("global", "country", "friend", "team"):
            click(section.bar.boards.button(kind))
            scores.wait_for(partial(scores.shows, "board", kind))
            board = section.board
            assert board is not None
            assert (board.mode, board.kind, board.beatmap.id) == (mode, kind, POPULAR[1])
            found = scores.ask(board)
            assert [one.id for one in scores.scores] == [one.id for one in found.scores]
            assert section.own.isVisible() == (found.user_score is not None)
            if not found.scores:
                assert section.rows.panel_text.startswith("Nobody of your")
    click(section.bar.boards.button("global"))
    scores.wait_for(lambda: scores.place.board == "global")
    click(scores.modes.button("osu"))
    scores.wait_for(lambda: scores.place.mode == "osu")
    for mods in ("NM", "HD", "DTHD"):
        scores.open(replace(HERE, mods=mods))
        assert section.board is not None
        (asked,) = section.board.mods.combinations()
        found = scores.ask(section.board, asked)
        assert [one.id for one in scores.scores] == [one.id for one in found.scores]
    assert "mods=DTHD" in scores.window.chrome.address.text()


def test_mods_are_chosen_with_the_mouse_and_with_keys_and_left_out(scores: Scores) -> None:
    section = scores.section
    click(section.bar.mods)
    panel = section.bar.mods.panel
    for _ in range(2):
        click(panel.button("HD"))
    assert panel.button("HD").state is ModState.OPTIONAL
    dt = panel.button("DT")
    dt.setFocus()
    press(dt, Qt.Key.Key_R)
    press(dt, Qt.Key.Key_Return)
    scores.wait_for(lambda: scores.place.mods == "DT~HD")
    assert section.bar.mods.text() == "DT, HD optional"
    assert section.bar.note.text().count("2 leaderboards") == 1
    assert section.board is not None
    union: dict[object, Score] = {}
    for mods in (("DT",), ("DT", "HD")):
        union |= {score_identity(one): one for one in scores.ask(section.board, mods).scores}
    assert {score_identity(one) for one in scores.scores} == set(union)
    totals = [one.total_score for one in scores.scores]
    assert totals == sorted(totals, reverse=True)
    # Escape gives up, Back returns to any mods.
    click(section.bar.mods)
    click(panel.button("EZ"))
    press(panel, Qt.Key.Key_Escape)
    assert scores.place.mods == "DT~HD"
    scores.press(Qt.Key.Key_Left, ALT)
    scores.wait_for(lambda: scores.place.mods == "")
    assert section.bar.mods.text() == "Any mods"
    assert len(scores.scores) == 100

    everything = scores.scores
    scores.open(replace(HERE, mods="!CL"))
    left = [one for one in everything if "CL" not in [mod.acronym for mod in one.mods]]
    assert [one.id for one in scores.scores] == [one.id for one in left]
    count = len(everything) - len(left)
    assert f"{count} with CL left out" in scores.section.bar.note.text()
    assert f"{count} left out" in scores.section.list.status
    ranks = [f"#{everything.index(one) + 1}" for one in left]
    assert scores.texts("rank") == ranks  # places on the board stay
    scores.open(HERE)
    click(section.bar.stable)
    scores.settle()
    board = section.board
    assert board is not None
    assert board.stable_only
    assert [one.id for one in scores.scores] == [one.id for one in scores.ask(board).scores]
    assert scores.scores
    assert all(one.is_stable for one in scores.scores)


# --- players ---------------------------------------------------------------------------------


def test_all_scores_of_a_player_by_name_from_the_menu_and_back(scores: Scores) -> None:
    section = scores.section
    name = scores.texts("player")[3]
    player = scores.scores[3].user_id
    section.bar.player.setFocus()
    write(section.bar.player, name)
    press(section.bar.player, Qt.Key.Key_Return)
    scores.wait_for(lambda: scores.place.player == player)  # the place has the id
    assert section.bar.note.text() == f"All scores of {name} here."
    assert section.own.whose.text() == f"Best of {name}"
    assert section.own.position.text() == "#4"
    assert {one.user_id for one in scores.scores} == {player}
    click(section.bar.everybody)
    scores.wait_for(lambda: scores.place.player is None)
    assert len(scores.scores) == 100
    section.table.selectRow(3)
    menu = scores.menu()
    labels = [action.text() for action in menu.actions()]
    assert f"Open &player {name}" in labels
    next(action for action in menu.actions() if "scores of" in action.text()).trigger()
    menu.close()
    scores.wait_for(lambda: scores.place.player == player)
    scores.press(Qt.Key.Key_Left, ALT)
    scores.wait_for(lambda: scores.place.player is None)
    # An unknown player, and one without such scores, are sentences.
    scores.open(replace(HERE, player="nobody of this name"))
    assert section.rows.panel_text == "osu! knows no player “nobody of this name”."
    scores.open(replace(HERE, player=player, mods="EZFL"))
    assert "has no score" in section.rows.panel_text
    (button,) = section.rows.shown_buttons()
    click(button)
    scores.wait_for(lambda: scores.place.mods == "")


def test_the_own_score_is_above_the_rows_and_marked(scores: Scores) -> None:
    """The player of the demo is looked up on boards until one has a score of theirs."""
    me = scores.browser.app.account.me
    assert me is not None
    assert me.id is not None
    client = scores.browser.app.account.client
    assert client is not None
    best = scores.browser.run(
        scores.browser.app.calls.run(partial(client.user_scores, me.id, "best", limit=1))
    )[0]
    beatmap = best.beatmap
    scores.open(BeatmapsetPlace(beatmap.beatmapset_id, beatmap.id, best.mode, section="scores"))
    section = scores.section
    assert section.own.isVisible()
    assert section.own.whose.text() == "Your best"
    assert section.own.placed is not None
    assert section.own.placed.score.user_id == me.id
    assert section.own.position.text().startswith("#")
    click(section.own.all)
    scores.wait_for(lambda: scores.place.player == me.id)
    assert {one.user_id for one in scores.scores} == {me.id}
    click(section.own.open)
    page = scores.window.navigator.page
    assert isinstance(page, ScorePage)
    scores.browser.wait(lambda: page.is_settled)
    assert scores.window.navigator.place == ScorePlace(section.own.placed.score.score_id or 0)


# --- rows ------------------------------------------------------------------------------------


def test_rows_are_sorted_opened_and_compared(scores: Scores) -> None:
    model = scores.section.model
    ids = {one.id for one in scores.scores}
    for column in model.columns:
        assert column.sort is not None
        for descending in (True, False):
            model.sort_by(column.key, descending)
            keys = [column.sort(row.item, row.number) for row in model.loaded_rows()]
            known = [key for key in keys if key is not None]
            assert known == sorted(known, reverse=descending), column.key
            assert keys[len(known) :] == [None] * (len(keys) - len(known))
            assert {one.id for one in scores.scores} == ids
    model.clear_arrangement()
    heading = scores.section.table.horizontalHeader()
    at = [column.key for column in model.columns].index("pp")
    middle = heading.sectionViewportPosition(at) + heading.sectionSize(at) // 2
    click(heading.viewport(), at=QPoint(middle, heading.height() // 2))
    pps = [one.pp for one in scores.scores if one.pp is not None]
    assert pps == sorted(pps, reverse=True)
    model.clear_arrangement()
    # A row opens its score, and Back has the rows as they were.
    section = scores.section
    section.table.setFocus()
    section.table.go_to(40)
    offset = section.table.scroll_position()
    chosen = scores.scores[40]
    press(section.table, Qt.Key.Key_Return)
    page = scores.window.navigator.page
    assert isinstance(page, ScorePage)
    scores.browser.wait(lambda: page.is_settled)
    assert scores.window.navigator.place == ScorePlace(chosen.score_id or 0)
    assert page.subject is not None
    assert page.subject.score.id == chosen.id
    scores.press(Qt.Key.Key_Left, ALT)
    scores.settle()
    assert scores.section.table.scroll_position() == offset
    assert [row.item.id for row in scores.section.table.selected_rows()] == [chosen.id]
    # Two selected scores are compared, and it is left with Escape.
    table = section.table
    assert not section.bar.compare.isEnabled()
    table.scrollToTop()
    click(table.viewport(), at=QPoint(200, 17))
    press(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert section.bar.compare.isEnabled()
    click(section.bar.compare)
    comparison = section.comparison
    assert comparison is not None
    scores.browser.wait(lambda: comparison.list.model.loaded)
    rows = {row.item.key: row.item for row in comparison.list.model.loaded_rows()}
    left, right = scores.scores[:2]
    assert rows["score"].left == f"{left.total_score:,}"
    assert rows["score"].right == f"{right.total_score:,}"
    assert rows["score"].ahead == 1
    press(comparison.list.table, Qt.Key.Key_Escape)
    assert section.comparison is None
    assert table.hasFocus()
    menu = scores.menu()
    next(action for action in menu.actions() if "mpare these" in action.text()).trigger()
    menu.close()
    assert section.comparison is not None
    scores.browser.wait(lambda: section.is_settled)
    click(section.comparison.back)
    # Only one country, and all again.
    everything = scores.scores
    section.table.selectRow(1)
    user = everything[1].user
    assert user is not None
    menu = scores.menu()
    next(action for action in menu.actions() if "Show only " in action.text()).trigger()
    menu.close()
    scores.settle()
    compatriots = [
        one for one in everything if one.user and one.user.country_code == user.country_code
    ]
    scores.browser.wait(
        lambda: [one.id for one in scores.scores] == [one.id for one in compatriots]
    )
    scores.browser.wait(lambda: "of other countries left out" in section.bar.note.text())
    click(section.bar.country)
    scores.wait_for(lambda: len(scores.scores) == len(everything))
    section.table.selectRow(1)
    player = scores.scores[1].user_id
    menu = scores.menu()
    assert any(action.text().startswith("Ranking of ") for action in menu.actions())
    next(action for action in menu.actions() if "Open &player" in action.text()).trigger()
    menu.close()
    assert scores.window.navigator.place == UserPlace(player, "osu")


# --- replays ---------------------------------------------------------------------------------


def test_the_first_replays_are_saved_as_files(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = demo_server_with("--replay-limit", "600")
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
    browser = start("--server", server.url)
    folder = tmp_path / "replays"
    browser.app.preferences.set("replay_folder", str(folder))
    browser.run(browser.app.replays.start())
    scores = Scores(browser)
    section = scores.section
    click(section.bar.save)
    menu = next(m for m in browser.window.findChildren(QMenu) if m.isVisible())
    assert [action.text() for action in menu.actions()] == [
        "The first 10", "The first 25", "The first 50", "All 100",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    menu.close()
    wanted = [one for one in scores.scores[:10] if one.has_replay]
    browser.wait(lambda: len(browser.app.replays.queue.entries) == len(wanted))
    browser.wait(lambda: len(list(folder.glob("*.osr"))) == len(wanted))
    names = " ".join(file.name for file in folder.glob("*.osr"))
    assert all(one.user is not None and one.user.username in names for one in wanted[:1])
    assert "Gravity Falls Twice" in names  # the beatmap, which leaderboards leave out
    # Ctrl+S saves the selected ones.
    more = next(n for n, one in enumerate(scores.scores) if n >= 10 and one.has_replay)
    section.table.selectRow(more)
    section.table.setFocus()
    scores.press(Qt.Key.Key_S, CTRL)
    browser.wait(lambda: len(list(folder.glob("*.osr"))) == len(wanted) + 1)


# --- refusals and failures -------------------------------------------------------------------


@pytest.fixture
def guest_on(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Browser]:
    """Start the program as a guest of an embedded osu!: `guest_on("--faults", "500:0.3")`."""

    def begin(*options: str) -> Browser:
        server = demo_server_with(*options)
        monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
        monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
        return start("--server", server.url)

    return begin


def test_a_guest_is_asked_to_sign_in_for_boards_of_players(
    guest_on: Callable[..., Browser],
) -> None:
    scores = Scores(guest_on())
    section = scores.section
    assert len(scores.scores) == 100
    for kind, words in (
        ("country", "your country"), ("friend", "your friends"), ("team", "your team"),
    ):  # fmt: skip
        click(section.bar.boards.button(kind))
        scores.wait_for(partial(scores.shows, "board", kind))
        said = f"The scores of {words} are seen when you are signed in as a player."
        assert section.rows.panel_text == said
    button = next(b for b in section.rows.shown_buttons() if b.text() == "Sign in")
    click(button)
    assert scores.window.navigator.is_welcome


def test_beatmaps_without_a_leaderboard_say_so(scores: Scores) -> None:
    client = scores.browser.app.account.client
    assert client is not None
    found = scores.browser.run(
        scores.browser.app.calls.run(partial(client.search_beatmapsets, category="graveyard"))
    )
    beatmapset = found.beatmapsets[0]
    scores.open(BeatmapsetPlace(beatmapset.id, section="scores"))
    assert scores.section.rows.panel_text == "This difficulty has no leaderboard."


def test_with_faults_the_merged_board_comes_whole_or_stops_with_a_sentence(
    guest_on: Callable[..., Browser],
) -> None:
    """After a failure, Retry asks only for the boards that are missing."""
    browser = guest_on("--faults", "500:0.3,garbage:0.1,truncate:0.1")
    browser.window.navigator.open(replace(HERE, mods="~DT~HD~HR"))
    page = _settled_page(browser)
    for _ in range(40):
        section = page.host.section
        failed = page.panel if section is None or not page.host.isVisible() else None
        if failed is None and isinstance(section, ScoresSection) and section.failure is None:
            break
        buttons: list[QPushButton]
        if failed is not None:
            assert failed.text
            buttons = failed.buttons()
        else:
            assert isinstance(section, ScoresSection)
            assert section.rows.panel_text
            buttons = section.rows.shown_buttons()
        click(next(button for button in buttons if button.text() == "Retry"))
        page = _settled_page(browser)
    section = page.host.section
    assert isinstance(section, ScoresSection)
    assert section.facts.boards == 8  # each of three mods is there, or not
    totals = [row.item.total_score for row in section.model.loaded_rows()]
    assert totals == sorted(totals, reverse=True)


def _settled_page(browser: Browser) -> BeatmapsetPage:
    def is_settled() -> Any:
        page = browser.window.navigator.page
        return isinstance(page, BeatmapsetPage) and page.is_settled

    browser.wait(is_settled)
    QApplication.processEvents()
    return cast("BeatmapsetPage", browser.window.navigator.page)

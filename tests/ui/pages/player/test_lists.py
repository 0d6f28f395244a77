"""The lists of a player's page on real servers: what is seen, opened, copied, written, kept."""

from __future__ import annotations

import asyncio
import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.entities.users import User
from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.models.players.profile import Profile, load_profile, profile_of
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    Place,
    ScorePlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.places.urls import address
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.player.lists import specs
from osubrowser.ui.pages.player.lists.section import ListSection
from osubrowser.ui.pages.player.lists.specs import PlayerList, describe_in, file_stem
from osubrowser.ui.pages.player.page import SECTIONS
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.style.theme import ROW_HEIGHT
from tests.conftest import Server, raw_answer
from tests.idle import WAIT
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import MIDDLE, click, press, write
from tests.ui.hostile_text import ChangingServer

PLAYER = 12092800  # landmarks of the demo
HELPER = 3178418
UNHELPFUL = 5334438
LISTS = (
    "best",
    "firsts",
    "recent",
    "pinned",
    "most_played",
    "beatmaps",
    "activity",
    "kudosu",
    "medals",
)


@dataclass
class Told:
    """What a section told its page."""

    opened: list[tuple[Place, str]] = field(default_factory=list)
    messages: list[tuple[str, str]] = field(default_factory=list)
    status: list[str] = field(default_factory=list)
    sign_ins: list[bool] = field(default_factory=list)
    online: list[bool] = field(default_factory=list)


@dataclass
class Desk:
    """A player's page with nothing on it but sections."""

    qtbot: QtBot
    server: Server
    parts: SectionParts
    page: QWidget
    profile: Profile
    told: Told = field(default_factory=Told)
    sections: list[ListSection] = field(default_factory=list)

    def show(self, key: str, state: object | None = None, *, wait: bool = True) -> ListSection:
        """Build a section and show the player's list in it."""
        kind = next(kind for kind in SECTIONS if kind.key == key)
        section = kind.build(self.parts, self.page)
        assert isinstance(section, ListSection)
        self.sections.append(section)
        section.open_requested.connect(lambda place, how: self.told.opened.append((place, how)))
        section.message_requested.connect(lambda a, b: self.told.messages.append((a, b)))
        section.status_changed.connect(self.told.status.append)
        section.sign_in_requested.connect(lambda: self.told.sign_ins.append(True))
        section.online_changed.connect(self.told.online.append)
        section.resize(1000, 420)
        section.show()
        section.show_subject(self.profile, state)
        if wait:
            self.settle(section)
        return section

    def settle(self, section: ListSection) -> None:
        """Wait until a section's rows are there."""
        self.qtbot.waitUntil(lambda: section.is_settled, timeout=WAIT)

    def asked(self) -> int:
        """How often the recorded server was asked for anything of a player's lists."""
        counts: dict[str, int] = self.server.stats()["counts"]
        return sum(n for path, n in counts.items() if "/users/" in path)


OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(ground: Ground) -> Iterator[OpenDesk]:
    """Sign in as a guest and get a player: `open_desk(server, id)`."""
    desks: list[Desk] = []

    def build(server: Server, player: int = 2, mode: str | None = None) -> Desk:
        settings = Settings()
        account = ground.sign_in(server, settings)
        assert account.client is not None
        asking = ground.loop.create_task(
            ground.calls.run(load_profile, account.client, player, mode)
        )
        ground.qtbot.waitUntil(asking.done, timeout=WAIT)
        parts = SectionParts(
            account, ground.calls, settings, None, ramp(333, is_dark=True), has_page
        )
        page = QWidget()
        ground.put_up(page, 420)
        desk = Desk(ground.qtbot, server, parts, page, asking.result())
        desks.append(desk)
        return desk

    yield build
    for desk in desks:
        for section in desk.sections:
            section.leave()


def player_list(key: str) -> PlayerList:
    sections = (
        *map(specs.score_lists, ("best", "firsts", "recent", "pinned")),
        specs.beatmap_lists(),
        specs.most_played_lists(),
        specs.activity_lists(),
        specs.kudosu_lists(),
        specs.medal_lists(),
    )
    return next(one for lists in sections for one in lists if one.key == key)


def texts(section: ListSection, key: str) -> list[str]:
    index = [column.key for column in section.model.columns].index(key)
    return [row.texts[index] for row in section.model.loaded_rows()]


def menu_of(section: ListSection) -> QMenu:
    menus = [menu for menu in section.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def labels(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def choose(menu: QMenu, words: str) -> None:
    next(a for a in menu.actions() if a.text().replace("&", "") == words).trigger()
    menu.close()


def row_point(row: int) -> QPoint:
    return QPoint(200, row * ROW_HEIGHT + ROW_HEIGHT // 2)


def ask_menu(section: ListSection, row: int = 0) -> QMenu:
    section.table.go_to(row)
    press(section.table, Qt.Key.Key_Home)
    section.table.menu_requested.emit(
        section.table.selected_rows(), section.table.mapToGlobal(row_point(row))
    )
    return menu_of(section)


# --- what is shown ---------------------------------------------------------------------------


def test_every_list_of_a_player_of_the_demo_comes(open_desk: OpenDesk, demo_server: Server) -> None:
    desk = open_desk(demo_server, HELPER)
    kinds = {kind.key: kind for kind in SECTIONS}
    for key in LISTS:
        section = desk.show(key)
        assert section.failure is None, key
        count = kinds[key].count_of(desk.profile)
        if section.model.loaded:
            assert section.rows.panel_text == ""
            assert desk.told.status[-1].startswith("1-")
        else:
            assert count in (None, 0), key
            assert section.rows.panel_text == player_list(section.chosen).nothing_of(desk.profile)
    assert set(desk.told.online) == {True}


def test_best_scores_go_on_to_the_last_as_they_are_scrolled(
    qtbot: QtBot, open_desk: OpenDesk, demo_server: Server
) -> None:
    section = open_desk(demo_server, PLAYER).show("best")
    assert section.model.total == 200
    bar = section.table.verticalScrollBar()

    def scroll() -> bool:
        bar.setValue(bar.maximum())
        return section.model.state is LoadState.END

    qtbot.waitUntil(scroll, timeout=WAIT)
    assert section.model.loaded == 200
    assert len(set(texts(section, "pp"))) > 150


def test_the_recorded_scores_are_in_the_table(open_desk: OpenDesk, recorded_server: Server) -> None:
    section = open_desk(recorded_server).show("best")
    sent = [score["beatmapset"] for score in raw_answer("v2/get_user_bests_200.json")]
    assert section.model.loaded == 5
    assert texts(section, "title") == [f"{each['title']} by {each['artist']}" for each in sent]
    assert texts(section, "pp")[0] == "384.20"
    assert texts(section, "mods")[0] == "DT"
    assert not section.table.grab().isNull()


def test_pills_say_how_many_there_are_and_choose_a_list(
    qtbot: QtBot, open_desk: OpenDesk, demo_server: Server
) -> None:
    desk = open_desk(demo_server, PLAYER)
    section = desk.show("beatmaps")
    pills = section.bar.pills
    assert pills is not None
    count = desk.profile.user.favourite_beatmapset_count
    assert pills.button("beatmaps/favourite").text() == f"Favourite {count}"
    assert section.model.loaded
    favourites = [row.id for row in section.model.loaded_rows()]
    click(pills.button("beatmaps/graveyard"))
    qtbot.waitUntil(lambda: section.chosen == "beatmaps/graveyard")
    desk.settle(section)
    if section.model.loaded:
        assert [row.id for row in section.model.loaded_rows()] != favourites
        assert set(texts(section, "status")) == {"graveyard"}
    else:
        assert section.rows.panel_text.endswith("has no beatmaps in the graveyard.")


def test_beatmaps_and_most_played_are_cards_or_tables_as_chosen(
    qtbot: QtBot, open_desk: OpenDesk, demo_server: Server
) -> None:
    desk = open_desk(demo_server, PLAYER)
    assert desk.show("best").bar.view is None
    section = desk.show("beatmaps")
    assert section.bar.view is not None
    click(section.bar.view)
    grid = section.rows.cards
    assert grid is not None
    assert grid.isVisible()
    assert section.list.view == "cards"
    assert section.bar.pills is not None
    click(section.bar.pills.button("beatmaps/guest"))
    desk.settle(section)
    assert section.list.view == "cards"  # all its lists alike
    played = desk.show("most_played")
    assert played.list.view == "table"  # another choice
    assert played.bar.view is not None
    click(played.bar.view)
    assert played.rows.cards is not None
    played.take_focus()
    assert played.window().focusWidget() is played.rows.cards
    press(played.rows.cards, Qt.Key.Key_Return)
    first = played.model.row_at(0)
    assert first is not None
    opened, how = desk.told.opened[-1]
    assert how == "here"
    assert isinstance(opened, BeatmapsetPlace)
    assert (opened.id, opened.beatmap) == (first.item.beatmapset.id, first.item.beatmap_id)
    again = desk.show("beatmaps")
    assert again.list.view == "cards"
    assert again.rows.view.isVisible()


def test_a_player_without_plays_of_late_is_offered_the_failed_ones(
    qtbot: QtBot, open_desk: OpenDesk, recorded_server: Server
) -> None:
    desk = open_desk(recorded_server)
    name = raw_answer("v2/get_user_200.json")["username"]
    section = desk.show("recent")
    assert section.rows.panel_text == f"{name} passed nothing in osu! in the last 24 hours."
    button = section.findChild(QPushButton, "recent/all")
    assert isinstance(button, QPushButton)
    click(button)
    qtbot.waitUntil(lambda: section.chosen == "recent/all")
    desk.settle(section)
    assert section.rows.panel_text == f"{name} played nothing in osu! in the last 24 hours."
    asked = [path for path in recorded_server.stats()["counts"] if "recent" in path]
    assert len(asked) == 2 or sum(recorded_server.stats()["counts"][p] for p in asked) == 2


def test_titles_follow_the_setting_when_the_section_comes_into_view(
    qtbot: QtBot, open_desk: OpenDesk, demo_server: Server
) -> None:
    desk = open_desk(demo_server, PLAYER)
    section = desk.show("most_played")
    romanised = texts(section, "title")
    assert all(title.isascii() for title in romanised)
    section.hide()
    desk.parts.settings.titles = "original"
    section.show()
    qtbot.waitUntil(lambda: section.is_settled and section.model.loaded > 0, timeout=WAIT)
    assert texts(section, "title") != romanised


# --- opening ---------------------------------------------------------------------------------


def test_a_score_opens_with_enter_and_in_the_background_with_the_wheel(
    open_desk: OpenDesk, demo_server: Server
) -> None:
    desk = open_desk(demo_server, PLAYER)
    section = desk.show("best")
    first, second = section.model.loaded_rows()[:2]
    section.take_focus()
    press(section.table, Qt.Key.Key_Home)
    press(section.table, Qt.Key.Key_Return)
    click(section.table.viewport(), MIDDLE, row_point(1))
    assert desk.told.opened == [
        (ScorePlace(first.item.score_id), "here"),
        (ScorePlace(second.item.score_id), "background"),
    ]


def test_the_menu_of_a_score_leads_to_its_beatmap_and_mapper(
    open_desk: OpenDesk, demo_server: Server
) -> None:
    desk = open_desk(demo_server, PLAYER)
    section = desk.show("best")
    score = section.model.loaded_rows()[0].item
    menu = ask_menu(section)
    mapper = f"Open mapper {score.beatmapset.creator}"
    assert labels(menu) == [
        "Open (in the web browser)",  # there is no page of scores here
        "Open beatmap (in the web browser)",
        "Open leaderboard (in the web browser)",
        mapper,
        *(["Open guest mapper"] if score.beatmap.user_id != score.beatmapset.user_id else []),
        "Copy link",
        "Copy",
        "Copy title",
    ]
    choose(menu, "Open beatmap (in the web browser)")
    choose(ask_menu(section), mapper)
    choose(ask_menu(section), "Open (in the web browser)")
    assert desk.told.opened == [
        (BeatmapsetPlace(score.beatmapset.id, score.beatmap.id, "osu"), "here"),
        (UserPlace(score.beatmapset.user_id), "here"),
        (ScorePlace(score.score_id), "here"),
    ]
    choose(ask_menu(section), "Copy link")
    copied = QGuiApplication.clipboard().text()
    assert copied == address(ScorePlace(score.score_id), demo_server.url)
    choose(ask_menu(section), "Copy title")
    song = f"{score.beatmapset.artist} - {score.beatmapset.title} [{score.beatmap.version}]"
    assert QGuiApplication.clipboard().text() == song


def test_rows_of_each_list_lead_to_what_they_are_about(
    open_desk: OpenDesk, demo_server: Server
) -> None:
    desk = open_desk(demo_server, PLAYER)
    kinds: dict[str, tuple[type[Place], ...]] = {
        "most_played": (BeatmapsetPlace,),
        "beatmaps": (BeatmapsetPlace,),
        "activity": (ThingPlace, BeatmapPlace, BeatmapsetPlace, UserPlace),
        "medals": (ThingPlace,),
    }
    for key, places in kinds.items():
        section = desk.show(key)
        desk.told.opened.clear()
        section.table.open_requested.emit(section.model.loaded_rows()[0], "here")
        [(place, how)] = desk.told.opened
        assert isinstance(place, places)
        assert how == "here"


def test_a_row_whose_subject_is_gone_says_so(open_desk: OpenDesk, demo_server: Server) -> None:
    def without_posts(answer: Any) -> Any:
        for change in answer if isinstance(answer, list) else ():
            change.get("post", {})["url"] = None
        return answer

    server = ChangingServer(demo_server, without_posts)
    try:
        desk = open_desk(replace(demo_server, url=server.url), HELPER)
        section = desk.show("kudosu")
        section.table.open_requested.emit(section.model.loaded_rows()[0], "here")
        assert desk.told.opened == []
        assert desk.told.messages == [("info", "This row leads nowhere: its subject is gone.")]
    finally:
        server.close()


def test_where_there_are_no_rows_the_focus_stays_in_the_section(
    open_desk: OpenDesk, demo_server: Server
) -> None:
    section = open_desk(demo_server, UNHELPFUL).show("kudosu")
    assert not section.table.isVisible()
    section.bar.filter.setFocus()
    section.take_focus()
    assert section.window().focusWidget() is section


# --- with the rows ---------------------------------------------------------------------------


def test_loaded_rows_are_filtered_sorted_and_copied(
    qtbot: QtBot, open_desk: OpenDesk, recorded_server: Server
) -> None:
    section = open_desk(recorded_server).show("best")
    artist = raw_answer("v2/get_user_bests_200.json")[0]["beatmapset"]["artist"]
    section.start_filter()
    write(section.bar.filter, artist.lower())
    qtbot.waitUntil(lambda: section.model.rowCount() == 1)
    press(section.bar.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: section.model.rowCount() == 5)
    header = section.table.horizontalHeader()
    keys = [column.key for column in section.model.columns]
    for key in ("stars", "date", "grade"):
        header.sectionClicked.emit(keys.index(key))
        assert section.model.arrangement.descending, key
    header.sectionClicked.emit(keys.index("stars"))
    stars = [float(text) for text in texts(section, "stars")]
    assert stars == sorted(stars, reverse=True)
    section.table.selectAll()
    section.copy_selection()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 6
    assert lines[0].split("\t")[:4] == ["Grade", "Beatmap", "Difficulty", "Stars"]


def test_loaded_rows_are_written_to_a_file(
    qtbot: QtBot, open_desk: OpenDesk, recorded_server: Server, tmp_path: Path
) -> None:
    desk = open_desk(recorded_server)
    section = desk.show("best")
    desk.parts.settings.export_folder = str(tmp_path)
    section.export()
    dialog = section.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    name = raw_answer("v2/get_user_200.json")["username"]
    assert Path(dialog.selectedFiles()[0]).name == f"osu-{name}-osu-best.csv"
    path = tmp_path / "scores.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: bool(desk.told.messages), timeout=WAIT)
    assert desk.told.messages[0][0] == "good"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    assert rows[0]["pp"] == "384.20"
    assert rows[0]["Mods"] == "DT"
    first = section.model.row_at(0)
    assert first is not None
    assert rows[0]["Link"] == f"{recorded_server.url}/scores/{first.item.score_id}"


def test_how_an_export_went_is_told_though_the_player_was_left(
    qtbot: QtBot, open_desk: OpenDesk, recorded_server: Server, tmp_path: Path
) -> None:
    desk = open_desk(recorded_server)
    section = desk.show("best")
    section.export()
    dialog = section.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    path = tmp_path / "scores.json"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    section.leave()
    qtbot.waitUntil(lambda: bool(desk.told.messages), timeout=WAIT)
    assert desk.told.messages == [("good", f"5 rows are written to {path}.")]
    made = json.loads(path.read_text())
    assert len(made) == 5
    assert made[0]["number"] == 1
    assert made[0]["pp"] == 384.196


def test_columns_that_were_chosen_stay_for_the_section(
    open_desk: OpenDesk, recorded_server: Server
) -> None:
    desk = open_desk(recorded_server)
    first = desk.show("best")
    first.table.set_column_shown("misses", True)
    other = desk.show("best")
    column = next(c for c in other.model.columns if c.key == "misses")
    assert other.table.is_column_shown(column)
    assert desk.parts.settings.tables["player/best"].shown == ["misses"]


# --- states ----------------------------------------------------------------------------------


def test_a_section_comes_back_as_it_was_left_without_a_question(
    open_desk: OpenDesk, recorded_server: Server
) -> None:
    desk = open_desk(recorded_server)
    section = desk.show("best")
    section.model.sort_by("stars", descending=True)
    section.table.scroll_to_position(20)
    state = section.save_state()
    left = texts(section, "title")
    section.leave()
    asked = desk.asked()
    again = desk.show("best", state)
    assert texts(again, "title") == left
    assert again.model.arrangement.column is not None
    assert desk.asked() == asked


def test_a_choice_of_list_comes_back_too(
    qtbot: QtBot, open_desk: OpenDesk, recorded_server: Server
) -> None:
    desk = open_desk(recorded_server)
    section = desk.show("beatmaps")
    assert section.bar.pills is not None
    click(section.bar.pills.button("beatmaps/guest"))
    qtbot.waitUntil(lambda: section.is_settled, timeout=WAIT)
    again = desk.show("beatmaps", section.save_state())
    assert again.chosen == "beatmaps/guest"
    assert again.bar.pills is not None
    assert again.bar.pills.current == "beatmaps/guest"


def test_titles_of_another_kind_do_not_come_back(
    open_desk: OpenDesk, recorded_server: Server
) -> None:
    desk = open_desk(recorded_server)
    state = desk.show("best").save_state()
    asked = desk.asked()
    desk.parts.settings.titles = "original"
    desk.show("best", state)
    assert desk.asked() > asked


def test_a_reload_asks_again_and_keeps_the_rows_meanwhile(
    qtbot: QtBot, open_desk: OpenDesk, recorded_server: Server
) -> None:
    desk = open_desk(recorded_server)
    section = desk.show("best")
    asked = desk.asked()
    section.reload()
    assert section.model.loaded == 5
    assert not section.is_settled
    desk.settle(section)
    assert section.model.loaded == 5
    assert desk.asked() > asked


def test_a_section_that_is_left_stops_and_holds_nothing(
    open_desk: OpenDesk, demo_server_with: Callable[..., Server]
) -> None:
    desk = open_desk(demo_server_with("--latency", "0.3"), PLAYER)
    section = desk.show("best", wait=False)
    assert not section.is_settled
    section.leave()
    section.reload()
    assert section.model.state is LoadState.IDLE
    assert section.save_state() is None


def test_who_is_signed_out_is_told_so_with_a_button(
    open_desk: OpenDesk, recorded_server: Server, loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    desk = open_desk(recorded_server)
    section = desk.show("pinned")
    leaving = loop.create_task(desk.parts.account.sign_out())
    qtbot.waitUntil(leaving.done, timeout=WAIT)
    section.show_subject(desk.profile)
    desk.settle(section)
    assert isinstance(section.failure, LoginRequired)
    assert section.rows.panel_text == "Players are seen when you are signed in to osu!."
    button = section.findChild(QPushButton, "sign_in")
    assert isinstance(button, QPushButton)
    section.take_focus()
    click(button)
    assert desk.told.sign_ins == [True]


def test_a_player_who_is_gone_gets_a_sentence() -> None:
    said = describe_in(NotFound("gone", status=404))
    assert said.text == "osu! shows nothing of this player: unknown, or restricted."


def test_every_list_has_a_sentence_for_nothing_and_a_fit_file_name() -> None:
    profile = profile_of(User(id=2, username="../[evil] \u202ename|" + "x" * 100), "fruits")
    for kind in SECTIONS:
        if kind.key not in LISTS:
            continue
        keys = {"recent": ("recent", "recent/all")}.get(kind.key, (kind.key,))
        for key in keys if kind.key != "beatmaps" else ("beatmaps/ranked",):
            assert player_list(key).nothing_of(profile).endswith(".")
            stem = file_stem(key, profile, by_mode=kind.by_variant)
            assert "/" not in stem
            assert ".." not in stem
            assert len(stem) < 80
            assert ("fruits" in stem) == kind.by_variant

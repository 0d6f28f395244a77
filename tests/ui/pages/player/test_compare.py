"""Compare on a player's page: with whom, the figures, the curves, the scores, back and forth."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import NotFound
from osubrowser.models.table.column import Row
from osubrowser.models.table.paged_model import PagedModel
from osubrowser.services.places.places import BeatmapsetPlace, Place, ScorePlace, UserPlace
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.player.compare.section import CompareSection
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.style.colours import ramp
from tests import idle
from tests.conftest import Server
from tests.idle import WAIT
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import MIDDLE, click, press, write

LEFT, RIGHT = 28620460, 10977734  # players of the demo who like the same beatmaps

Open = Callable[..., PlayerPage]


@pytest.fixture
def open_page(qtbot: QtBot, ground: Ground) -> Open:
    """Show a place of a server, signed in as a guest."""

    def build(server: Server, place: UserPlace) -> PlayerPage:
        account = ground.sign_in(server, Settings(), wait=WAIT)
        page = PlayerPage(
            account, ground.calls, Settings(), ramp(333, is_dark=True), has_page=has_page
        )
        ground.put_up(page, 560)
        page.show_place(place, None)
        settle(qtbot, page)
        return page

    return build


def settle(qtbot: QtBot, page: PlayerPage) -> None:
    qtbot.waitUntil(lambda: page.is_settled, timeout=WAIT)
    idle.settle()
    qtbot.waitUntil(lambda: page.is_settled, timeout=WAIT)


def section_of(page: PlayerPage) -> CompareSection:
    section = page.host.section
    assert isinstance(section, CompareSection)
    return section


def names(section: CompareSection) -> list[str]:
    return [column.title for column in section.figures.model.columns]


def figure(section: CompareSection, key: str) -> tuple[str, ...]:
    return next(row.texts for row in section.figures.model.loaded_rows() if row.id == key)


def questions(server: Server) -> int:
    counts: dict[str, int] = server.stats()["counts"]
    return sum(count for what, count in counts.items() if "/api/v2/" in what)


def test_the_second_player_is_asked_for_and_named_in_the_place(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", section="compare"))
    section = section_of(page)
    places: list[tuple[Place, bool]] = []
    page.place_changed.connect(lambda place, replace: places.append((place, replace)))
    assert not section.bar.swap.isVisible()
    page.take_focus()
    qtbot.waitUntil(section.bar.field.hasFocus)
    write(section.bar.field, "neonlake")
    press(section.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(places) == 2, timeout=WAIT)
    settle(qtbot, page)
    # By the name that was typed at first, then by the id that does not change.
    assert places == [
        (UserPlace(LEFT, "osu", compare="neonlake"), False),
        (UserPlace(LEFT, "osu", compare=RIGHT), True),
    ]
    assert names(section) == ["Figure", "tofan", "NeonLake", "Difference"]
    assert section.bar.field.text() == "NeonLake"
    left, right = figure(section, "global_rank")[1:3]
    assert (left, right) == ("#18", "#23")
    assert figure(section, "global_rank")[3] == "5"
    assert page.host.status.startswith(f"{section.figures.model.loaded} figures · tofan ahead in ")


def test_after_a_click_on_the_pill_the_name_can_be_typed_at_once(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu"))
    page.place_changed.connect(lambda place, _replace: page.show_place(place, None))
    click(page.host.pills.button("compare"))
    qtbot.waitUntil(lambda: section_of(page).bar.field.hasFocus())
    page.host.pills.button("compare").setFocus()
    press(page.host.pills.button("compare"), Qt.Key.Key_Left)
    settle(qtbot, page)
    assert page.host.pills.button("me").hasFocus()  # the keyboard goes on along the pills


def test_both_curves_are_in_one_chart(open_page: Open, demo_server: Server) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare=RIGHT))
    ranks = section_of(page).view.ranks
    assert [curve.name for curve in ranks.curves] == ["tofan", "NeonLake"]
    ranks.setFocus()
    press(ranks, Qt.Key.Key_End)
    assert "tofan #18" in ranks.cursor_words
    assert "NeonLake #23" in ranks.cursor_words


def test_the_scores_both_have_come_when_they_are_reached(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare=RIGHT))
    section = section_of(page)
    assert section.scores.model.loaded == 0
    click(section.bar.views.button("scores"))
    settle(qtbot, page)
    qtbot.waitUntil(lambda: section.scores.model.state.value == "end", timeout=WAIT)
    assert section.scores.model.loaded == 27
    assert page.host.status == "27 beatmaps in both lists"
    opened: list[tuple[Place, str]] = []
    page.open_requested.connect(lambda place, how: opened.append((place, how)))
    first = section.scores.model.row_at(0)
    assert first is not None
    section.scores.table.go_to(0)
    press(section.scores.table, Qt.Key.Key_Return)
    place, how = opened[-1]
    assert isinstance(place, BeatmapsetPlace)
    assert (place.beatmap, how) == (first.id, "here")
    rows = section.scores.table.selected_rows() or [first]
    section.scores.table.menu_requested.emit(rows, section.mapToGlobal(section.rect().center()))
    menu = next(menu for menu in section.findChildren(QMenu) if menu.isVisible())
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Open score of NeonLake (in the web browser)"].trigger()
    menu.close()
    assert opened[-1] == (ScorePlace(first.item.right.id), "here")


def test_a_comparison_comes_back_as_it_was_left_without_asking(
    qtbot: QtBot, open_page: Open, recorded_server: Server
) -> None:
    page = open_page(recorded_server, UserPlace(7562902, compare=7562902))
    section, place = section_of(page), page.place
    click(section.bar.views.button("scores"))
    settle(qtbot, page)
    count, state = section.scores.model.loaded, page.save_state()
    assert count > 0
    page.show_place(UserPlace(7562902, "mania"), None)
    settle(qtbot, page)
    asked = questions(recorded_server)
    page.show_place(place, state)
    settle(qtbot, page)
    assert section.bar.views.current == "scores"
    assert section.scores.model.loaded == count
    click(section.bar.views.button("figures"))
    assert section.figures.model.loaded > 20
    assert questions(recorded_server) == asked


def test_scores_chosen_before_both_players_are_loaded_are_shown_then(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", section="compare"))
    section = section_of(page)
    page.show_place(UserPlace(LEFT, "osu", section="compare", compare=RIGHT), None)
    assert section.figures.model.loaded == 0
    click(section.bar.views.button("scores"))
    qtbot.waitUntil(lambda: section.scores.model.state.value == "end", timeout=WAIT)
    assert section.scores.model.loaded == 27
    assert section.bar.views.current == "scores"


def test_shared_scores_come_back_where_they_were_scrolled_to(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare=RIGHT))
    section, place = section_of(page), page.place
    click(section.bar.views.button("scores"))
    qtbot.waitUntil(lambda: section.scores.model.state.value == "end", timeout=WAIT)
    section.scores.table.scroll_to_position(150)
    state = page.save_state()
    page.show_place(UserPlace(RIGHT, "osu"), None)
    settle(qtbot, page)
    page.show_place(place, state)
    settle(qtbot, page)
    assert section.scores.table.isVisible()
    assert section.scores.table.scroll_position() == 150


def test_reload_asks_for_both_players_again(
    qtbot: QtBot, open_page: Open, recorded_server: Server
) -> None:
    page = open_page(recorded_server, UserPlace(7562902, compare=7562902))
    before = questions(recorded_server)
    loaded = section_of(page).figures.model.loaded
    page.reload()
    assert section_of(page).figures.model.loaded == loaded  # the rows stay
    qtbot.waitUntil(lambda: questions(recorded_server) >= before + 2, timeout=WAIT)
    settle(qtbot, page)
    assert section_of(page).figures.model.loaded == loaded


def test_a_player_who_is_not_there_is_a_sentence_and_another_can_be_asked_for(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare="nobody of this name"))
    section = section_of(page)
    table = section.view.figures
    assert table.panel_text == "No player is called “nobody of this name”: unknown, or restricted."
    assert isinstance(page.failure, NotFound)
    click(section.bar.views.button("scores"))  # there is nobody to have scores in common with
    assert section.bar.views.current == "figures"
    section.bar.field.clear()
    write(section.bar.field, str(RIGHT))
    click(section.bar.go)
    settle(qtbot, page)
    assert names(section)[2] == "NeonLake"
    assert page.failure is None


def test_players_change_places_and_the_comparison_ends(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare=RIGHT))
    section = section_of(page)
    click(section.bar.swap)
    settle(qtbot, page)
    assert page.place == UserPlace(RIGHT, "osu", compare=LEFT)
    assert names(section)[1:3] == ["NeonLake", "tofan"]
    click(section.bar.stop)
    settle(qtbot, page)
    assert page.place == UserPlace(RIGHT, "osu", section="compare")
    assert section.figures.model.loaded == 0
    assert not section.bar.stop.isVisible()


def test_the_cards_lead_to_the_players(open_page: Open, demo_server: Server) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare=RIGHT))
    opened: list[tuple[Place, str]] = []
    page.open_requested.connect(lambda place, how: opened.append((place, how)))
    section = section_of(page)
    click(section.view.cards[1], MIDDLE)
    assert opened == [(UserPlace(RIGHT, "osu"), "background")]
    section.view.cards[1].customContextMenuRequested.emit(QPoint(5, 5))
    (menu,) = (menu for menu in section.findChildren(QMenu) if menu.isVisible())
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Copy link"].trigger()
    assert QGuiApplication.clipboard().text() == f"{demo_server.url}/users/{RIGHT}/osu"
    actions["Open in web browser"].trigger()
    assert opened[-1] == (UserPlace(RIGHT, "osu"), "web")
    menu.close()
    click(section.view.cards[1])
    assert page.place == UserPlace(RIGHT, "osu")


def test_another_ruleset_compares_both_in_it(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare=RIGHT))
    section = section_of(page)
    before = figure(section, "ranked_score")
    page.header.mode_chosen.emit("taiko")
    settle(qtbot, page)
    assert page.place == UserPlace(LEFT, "taiko", compare=RIGHT)
    assert figure(section, "ranked_score") != before
    assert names(section)[1:3] == ["tofan", "NeonLake"]


def test_comparing_with_oneself_is_said(qtbot: QtBot, open_page: Open, demo_server: Server) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", section="compare"))
    section = section_of(page)
    said: list[str] = []
    page.message_requested.connect(lambda _level, text: said.append(text))
    write(section.bar.field, "TOFAN")
    press(section.bar.field, Qt.Key.Key_Return)
    assert said == ["That is tofan already."]


def test_the_scores_stay_in_view_in_another_ruleset(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare=RIGHT))
    section = section_of(page)
    click(section.bar.views.button("scores"))
    settle(qtbot, page)
    page.move_to(UserPlace(LEFT, "taiko", compare=RIGHT))
    qtbot.waitUntil(lambda: page.profile is not None and page.profile.mode == "taiko", timeout=WAIT)
    assert section.bar.views.current == "scores"
    assert section.scores.rows.isVisible()
    qtbot.waitUntil(lambda: section.scores.model.state.value == "end", timeout=WAIT)
    settle(qtbot, page)
    assert section.scores.rows.isVisible()
    assert all(str(row.item.left.mode) == "taiko" for row in section.scores.model.loaded_rows())
    click(section.bar.views.button("figures"))
    assert names(section) == ["Figure", "tofan", "NeonLake", "Difference"]


def test_the_rows_of_both_are_filtered_and_copied(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare=RIGHT))
    section = section_of(page)
    page.start_filter()
    qtbot.waitUntil(section.bar.filter.hasFocus)
    write(section.bar.filter, "medals")
    assert [row.id for row in shown(section.figures.model)] == ["medals"]
    click(section.bar.views.button("scores"))
    settle(qtbot, page)
    assert section.bar.filter.text() == ""  # each of the two has a filter of its own
    title = shown(section.scores.model)[0].texts[0]
    write(section.bar.filter, title[:8])
    assert section.scores.model.rowCount() < section.scores.model.loaded
    press(section.bar.filter, Qt.Key.Key_Return)
    qtbot.waitUntil(section.scores.table.hasFocus)
    section.scores.table.selectRow(0)
    page.copy_selection()
    assert title in QGuiApplication.clipboard().text()
    click(section.bar.views.button("figures"))
    assert section.bar.filter.text() == "medals"


@pytest.mark.parametrize(
    ("view", "known"),
    [
        ("figures", "Figure,tofan,NeonLake,Difference,Link"),
        ("scores", "Mods of NeonLake,Grade of NeonLake,pp apart,Link"),
    ],
)
def test_what_is_seen_of_both_is_exported_and_said_even_when_they_are_left(
    qtbot: QtBot,
    open_page: Open,
    demo_server: Server,
    tmp_path: Path,
    view: str,
    known: str,
) -> None:
    stem = f"osu-tofan-osu-{view}-against-NeonLake.csv"
    page = open_page(demo_server, UserPlace(LEFT, "osu", compare=RIGHT))
    section = section_of(page)
    click(section.bar.views.button(view))
    settle(qtbot, page)
    told: list[str] = []
    page.message_requested.connect(lambda _level, text: told.append(text))
    click(section.bar.export)
    dialog = section.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == stem
    dialog.fileSelected.emit(str(tmp_path / stem))
    dialog.close()
    page.show_place(UserPlace(RIGHT, "osu"), None)  # the section lets the players go
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    assert told[0].endswith(f"rows are written to {tmp_path / stem}.")
    text = (tmp_path / stem).read_text("utf-8-sig")
    assert known in text.splitlines()[0]
    rows = list(csv.DictReader(text.splitlines()))
    differences = [row["Difference" if view == "figures" else "pp apart"] for row in rows]
    assert any(re.match(r"[+-][0-9]", one) for one in differences)
    assert not any(one.startswith("'") for one in differences)
    settle(qtbot, page)


def shown(model: PagedModel) -> list[Row[Any]]:
    return [row for n in range(model.rowCount()) if (row := model.row_at(n)) is not None]


def test_names_are_suggested_while_one_types_the_second_player(
    qtbot: QtBot, open_page: Open, demo_server: Server
) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", section="compare"))
    section = section_of(page)
    field = section.bar.field
    places: list[Place] = []
    page.place_changed.connect(lambda place, _replace: places.append(place))
    page.take_focus()
    qtbot.waitUntil(field.hasFocus)
    write(field, "neonlak")
    qtbot.waitUntil(lambda: "NeonLake" in field.names, timeout=WAIT)
    popup = field.popup
    assert popup.isVisible()
    assert field.text() == "neonlak", "what is typed stays until a name is chosen"
    row = field.names.index("NeonLake")
    where = popup.visualRect(popup.model().index(row, 0)).center()
    click(popup.viewport(), at=where)
    settle(qtbot, page)
    assert not popup.isVisible()
    assert field.text() == "NeonLake"
    first = places[0]
    assert isinstance(first, UserPlace)
    assert first.compare == "NeonLake"


def test_links_are_not_searched_as_names(open_page: Open, demo_server: Server) -> None:
    page = open_page(demo_server, UserPlace(LEFT, "osu", section="compare"))
    field = section_of(page).bar.field
    before = questions(demo_server)
    write(field, "/users/2")
    idle.settle()
    assert questions(demo_server) == before
    assert field.names == []

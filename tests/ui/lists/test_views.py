"""One list as a table and as cards: beatmapsets of the embedded osu!, their marks and previews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.client import Client
from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.models.beatmaps.user_beatmaps import beatmapset_columns, beatmapset_identity
from osubrowser.models.players.records import beatmapset_record
from osubrowser.models.table.column import Row, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.audio.output import SoundOutput
from osubrowser.services.audio.previews import PreviewPlayer
from osubrowser.services.beatmap_services import BeatmapServices
from osubrowser.services.beatmaps.marks import BeatmapMarks, Mark, MarkedSets
from osubrowser.services.places.places import BeatmapsetPlace
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.cards.card_grid import CardGrid
from osubrowser.ui.cards.card_layout import BEATMAPSET_CARD
from osubrowser.ui.cards.card_painter import BUTTON
from osubrowser.ui.lists.beatmap_cards import marks_of
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import Columns, EmptyText, ListController, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.style.colours import ramp
from tests.conftest import Server
from tests.idle import WAIT
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import MIDDLE, click, press, write


def load_sets(client: Client, words: str, columns: Columns, cursor: Any) -> RowsPage:
    found = client.search_beatmapsets(words, cursor_string=cursor)
    rows = make_rows(columns, found.beatmapsets, identity=beatmapset_identity)
    return RowsPage(rows, total=found.total, next=found.cursor_string)


def sets_spec(words: str = "", key: str = "sets") -> ListSpec:
    return ListSpec(
        key=key,
        title="Sets",
        columns=lambda original: beatmapset_columns("favourite", original=original),
        source=lambda loader, columns, _original: loader.by_cursor(load_sets, words, columns),
        record=lambda row: beatmapset_record(row.item),
        file_stem="osu-sets",
        empty=EmptyText("No sets have these words."),
        link=lambda one, _origin: RowLink(BeatmapsetPlace(one.id), one.title),
        has_titles=True,
        cards=BEATMAPSET_CARD,
        beatmapset=lambda one: one,
    )


class Owned(QObject):
    """An installed osu! with some sets."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[int] = set()

    def owns(self, beatmapset: Beatmapset) -> bool:
        return beatmapset.id in self.ids


class Beatmaps:
    """The services that a list of beatmapsets uses, with a sound device that is silent."""

    def __init__(self, server: str, settings: Settings) -> None:
        stored = MarkedSets()
        self.marks = BeatmapMarks(lambda: stored)
        self.owned = Owned()
        output = SoundOutput(["NULL"])
        self.previews = PreviewPlayer(Preferences(settings), lambda: server, output=output)


@dataclass
class Desk:
    """A list with its bar, and what it told."""

    qtbot: QtBot
    settings: Settings
    beatmaps: Beatmaps
    page: QWidget
    bar: ListBar
    sets: ListController
    opened: list[tuple[Any, str]] = field(default_factory=list)
    views: list[str] = field(default_factory=list)

    def show(self, spec: ListSpec | None = None, **options: Any) -> None:
        self.sets.show(spec or sets_spec(), **options)
        self.qtbot.waitUntil(lambda: self.sets.is_settled, timeout=WAIT)

    @property
    def grid(self) -> CardGrid:
        grid = self.sets.rows.cards
        assert grid is not None
        return grid

    def row(self, number: int) -> Row[Any]:
        row = self.sets.model.row_at(number)
        assert row is not None
        return row

    def corner(self, number: int) -> QPoint:
        return self.grid.visualRect(self.sets.model.index(number, 0)).topLeft()


@pytest.fixture
def desk(ground: Ground, demo_server: Server) -> Iterator[Desk]:
    settings, colours = Settings(), ramp(200, is_dark=True)
    account = ground.sign_in(demo_server, settings)
    page = QWidget()
    beatmaps = Beatmaps(demo_server.url, settings)
    rows = ListController(
        account,
        ground.calls,
        settings,
        colours,
        None,
        has_page,
        page,
        beatmaps=cast("BeatmapServices", beatmaps),
    )
    bar = ListBar("Sets", [], "", page, has_cards=True)
    layout = QVBoxLayout(page)
    layout.addWidget(bar)
    layout.addWidget(rows.rows)
    rows.bind_filter(bar.filter)
    rows.bind_buttons(columns=bar.columns, export=bar.export, view=bar.view)
    bar.set_colours(colours)
    desk = Desk(ground.qtbot, settings, beatmaps, page, bar, rows)
    rows.open_requested.connect(lambda place, how: desk.opened.append((place, how)))
    rows.view_changed.connect(desk.views.append)
    ground.qtbot.addWidget(page)
    page.resize(1000, 500)
    page.show()
    ground.qtbot.waitExposed(page)
    yield desk
    rows.leave()
    closing = ground.loop.create_task(beatmaps.previews.close())
    ground.qtbot.waitUntil(closing.done, timeout=WAIT)


def test_the_button_leads_to_the_other_view_which_is_remembered(desk: Desk) -> None:
    desk.show()
    assert desk.sets.view == "table"
    assert desk.sets.rows.cards is None  # nothing of it is made before it is wanted
    button = desk.bar.view
    assert button is not None
    assert button.toolTip() == "Show as cards"
    click(button)
    assert desk.sets.view == "cards"
    assert desk.grid.isVisible()
    assert not desk.sets.table.isVisible()
    assert button.toolTip() == "Show as a table"
    assert desk.settings.table("sets").view == "cards"
    desk.sets.table.hideColumn(1)
    desk.sets.table.set_column_shown("bpm", False)  # the choice stays with the columns
    assert desk.settings.table("sets").view == "cards"
    desk.show(sets_spec("love", key="others"))
    assert desk.sets.view == "table"
    desk.show()
    assert desk.sets.view == "cards"
    click(button)
    assert desk.settings.table("sets").view == "table"
    assert desk.views == ["cards", "table", "cards", "table"]


def test_a_list_without_cards_is_a_table(desk: Desk) -> None:
    desk.sets.set_view("cards")
    desk.show(replace(sets_spec(), cards=None))
    assert desk.sets.view == "table"
    desk.show()
    assert desk.sets.view == "cards"


def test_a_list_comes_back_in_its_view_at_its_place_without_a_question(desk: Desk) -> None:
    desk.sets.set_view("cards")
    desk.show()
    for _ in range(3):
        press(desk.grid, Qt.Key.Key_PageDown)
    current, first = desk.grid.currentIndex().row(), desk.grid.visible_rows()[0]
    assert first > 0
    state = desk.sets.save_state()
    assert state is not None
    assert state.view == "cards"
    desk.sets.set_view("table")
    desk.show(sets_spec("love", key="others"))
    desk.sets.show(sets_spec(), state=state)
    assert desk.sets.view == "cards"
    assert desk.sets.is_settled
    assert desk.grid.visible_rows()[0] == first
    assert desk.grid.currentIndex().row() == current
    assert [row.number for row in desk.sets.table.selected_rows()] == [current + 1]


def test_cards_open_copy_and_have_the_menu_of_rows(desk: Desk) -> None:
    desk.sets.set_view("cards")
    desk.show()
    viewport = desk.grid.viewport()
    text = QPoint(150, 20)
    click(viewport, at=desk.corner(0) + text, double=True)
    click(viewport, MIDDLE, desk.corner(1) + text)
    assert desk.opened == [
        (BeatmapsetPlace(desk.row(0).item.id), "here"),
        (BeatmapsetPlace(desk.row(1).item.id), "background"),
    ]
    click(viewport, at=desk.corner(2) + text)
    press(desk.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, line = QGuiApplication.clipboard().text().split("\n")
    assert heading.startswith("Beatmap\tStatus\tDifficulties")
    assert line.startswith(desk.row(2).texts[0])
    desk.grid.menu_requested.emit(QPoint(5, 5))
    (menu,) = (menu for menu in desk.page.findChildren(QMenu) if menu.isVisible())
    assert "Copy link" in {action.text().replace("&", "") for action in menu.actions()}
    menu.close()


def test_cards_are_filtered_and_the_status_is_that_of_what_is_seen(desk: Desk) -> None:
    desk.sets.set_view("cards")
    desk.show()
    first, last = desk.grid.visible_rows()
    assert desk.sets.status.startswith(f"{first + 1}-{last + 1} of ")
    word = desk.row(3).item.creator.casefold()
    desk.sets.start_filter()
    write(desk.bar.filter, word)
    count = desk.sets.model.rowCount()
    assert count >= 1
    assert desk.sets.status == f"{count} of {desk.sets.model.loaded} loaded rows"
    press(desk.bar.filter, Qt.Key.Key_Return)
    assert desk.page.window().focusWidget() is desk.grid
    desk.sets.model.set_filter("no set has these words")
    assert not desk.grid.isVisible()
    assert "no set has these words" in desk.sets.rows.panel_text
    click(desk.sets.rows.shown_buttons()[0])
    assert desk.grid.isVisible()
    assert desk.grid.hasFocus()


def test_cards_are_sorted_by_a_menu(desk: Desk) -> None:
    desk.sets.set_view("cards")
    desk.show()
    assert desk.bar.columns.toolTip() == "Sort the loaded cards"
    click(desk.bar.columns)
    (menu,) = (menu for menu in desk.page.findChildren(QMenu) if menu.isVisible())
    next(one for one in menu.actions() if one.text() == "Plays, highest first").trigger()
    menu.close()
    plays = [row.item.play_count for row in desk.sets.model.loaded_rows()]
    assert plays == sorted(plays, reverse=True)
    assert desk.sets.rows.arranged_text.startswith("Sorted by plays, highest first")
    desk.sets.set_view("table")
    assert desk.bar.columns.accessibleName() == "Columns"


def test_nothing_found_is_said_in_place_of_the_cards(desk: Desk) -> None:
    desk.sets.set_view("cards")
    desk.show(sets_spec("no set has these words"))
    assert desk.sets.rows.panel_text.startswith("No sets have these words.")
    assert not desk.grid.isVisible()
    desk.sets.take_focus(desk.page)


def test_pages_come_as_cards_are_scrolled(desk: Desk) -> None:
    desk.sets.set_view("cards")
    desk.show()
    bar = desk.grid.verticalScrollBar()

    def scroll() -> bool:
        bar.setValue(bar.maximum())
        return desk.sets.model.loaded >= 150

    desk.qtbot.waitUntil(scroll, timeout=WAIT)
    assert len({row.id for row in desk.sets.model.loaded_rows()}) == desk.sets.model.loaded


def test_a_preview_is_played_and_stopped_from_its_card(desk: Desk) -> None:
    desk.sets.set_view("cards")
    desk.show()
    previews, there = desk.beatmaps.previews, desk.corner(1) + BUTTON.center()
    key = desk.row(1).item.id
    still = desk.grid.viewport().grab().toImage()
    with desk.qtbot.waitSignal(previews.progressed, timeout=WAIT):
        click(desk.grid.viewport(), at=there)
    assert previews.key == key
    assert desk.grid.viewport().grab().toImage() != still
    press(desk.grid, Qt.Key.Key_Space)  # of the card that was clicked
    assert previews.key is None
    desk.sets.set_view("table")
    press(desk.sets.table, Qt.Key.Key_Space)
    assert previews.key == key
    desk.sets.toggle_preview()
    assert previews.key is None


def test_marks_are_those_of_the_set_and_repainted_when_they_change(desk: Desk) -> None:
    desk.sets.set_view("cards")
    desk.show()
    beatmapset, services = desk.row(0).item, cast("BeatmapServices", desk.beatmaps)
    assert marks_of(beatmapset, services) == (False, False, False, False)
    before = desk.grid.viewport().grab().toImage()
    desk.beatmaps.marks.set_mark([beatmapset.id], Mark.LIKED)
    desk.beatmaps.owned.ids.add(beatmapset.id)
    desk.beatmaps.owned.changed.emit()
    assert marks_of(beatmapset, services) == (True, True, False, False)
    assert desk.grid.viewport().grab().toImage() != before
    desk.sets.set_view("table")
    before = desk.sets.table.viewport().grab().toImage()
    desk.beatmaps.marks.set_mark([beatmapset.id], Mark.LIKED, on=False)
    assert desk.sets.table.viewport().grab().toImage() != before
    assert marks_of(None, services) == (False, False, False, False)

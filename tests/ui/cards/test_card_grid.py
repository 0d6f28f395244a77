"""The grid of cards: painted rows, keys and mouse, and the selection that it shares."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QHelpEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.table.paged_model import CursorSource, LoadState, PagedModel, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.cards.card_flow import GAP, HEIGHT, NARROWEST, PITCH
from osubrowser.ui.cards.card_grid import CardGrid
from osubrowser.ui.cards.card_layout import (
    BEATMAPSET_CARD,
    CardLayout,
    CardMarks,
    PreviewState,
)
from osubrowser.ui.cards.card_painter import BUTTON, COVER
from osubrowser.ui.error_messages import describe
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.table.paged_table import PagedTable
from tests.ui.gestures import LEFT, MIDDLE, click, press

WIDE = 3 * (NARROWEST + GAP) + GAP + 20  # three cards side by side, and a scroll bar
PAGE = 50
NONE = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TITLES = (
    "Wind",
    "いろはにほへと ちりぬるを",
    "한국어",
    "a" * 200,
    "<b>bold</b>",
    "чемпион",
    "",
    "🎵",
)
DOTS = ("osu! 1.20 2.40 5.60 osu!mania 3.10", "osu! " + " ".join(["4.20"] * 40), "", "nonsense 3 x")


def _column(key: str, kind: CellKind, text: Callable[[int, int], str], **more: Any) -> Column[int]:
    return Column(key, key.capitalize(), 90, kind, text=text, **more)


COLUMNS = (
    _column(
        "title",
        CellKind.TITLE,
        lambda item, _: f"{TITLES[item % 8]}{item} by Band {item}",
        sort=lambda item, _: -item,
        tone=lambda item: len(f"{TITLES[item % 8]}{item}"),
        picture=lambda item: None if item % 10 == 9 else f"cover {item}",
        tooltip=lambda item: f"Band <i>{item}</i>",
    ),
    _column("status", CellKind.STATUS, lambda item, _: ("ranked", "wip", "new one", "")[item % 4]),
    _column("difficulties", CellKind.DOTS, lambda item, _: DOTS[item % 4]),
    _column("mapper", CellKind.TEXT, lambda item, _: f"mapper {item}" if item % 6 else ""),
    _column("plays", CellKind.NUMBER, lambda item, _: f"{item * 7919:,}"),
    _column(
        "favourites",
        CellKind.NUMBER,
        lambda item, _: f"{item:,}" if item % 5 else "–",
        sort=lambda item, _: item,
    ),
    _column("ranked", CellKind.DATE, lambda item, _: "1 Jan 2020" if item % 2 else "–"),
    _column("updated", CellKind.DATE, lambda item, _: "2 Feb 2022"),
    _column("explicit", CellKind.MARK, lambda *_: "", tone=lambda item: int(item % 10 == 9)),
    _column("video", CellKind.MARK, lambda *_: "", tone=lambda item: int(item % 10 == 9)),
)


class Sets:
    """Sends a list of sets page by page, as told."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.asked: list[int] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def fetch(self, cursor: Any) -> RowsPage:
        first = cursor or 0
        self.asked.append(first)
        await self.gate.wait()
        items = range(first, min(first + PAGE, self.total))
        rows = make_rows(COLUMNS, items, first_number=first + 1, identity=lambda item: item)
        more = items.stop if items.stop < self.total else None
        return RowsPage(rows, total=self.total, next=more)


class Desk:
    """A list that is shown as cards, and what it told."""

    def __init__(self, qtbot: QtBot, sets: Sets, width: int = WIDE, height: int = 620) -> None:
        self.qtbot, self.sets, self.scope = qtbot, sets, TaskScope()
        self.model = PagedModel(COLUMNS, self.scope, is_wait=lambda _: None)
        self.rows = PagedTable(
            self.model, describe=describe, colours=ramp(200, is_dark=True), parent=None
        )
        self.model.setParent(self.rows)
        qtbot.addWidget(self.rows)
        self.opened: list[tuple[int, str]] = []
        self.menus: list[QPoint] = []
        self.previews: list[int] = []
        self.pictures: list[tuple[str, int, int]] = []
        self.marks: dict[int, CardMarks] = {}
        self.playing: dict[int, PreviewState] = {}
        self.rows.resize(width, height)
        self.rows.show()
        qtbot.waitExposed(self.rows)
        self.grid = self.rows.show_cards()
        self.use(BEATMAPSET_CARD)
        self.grid.set_pictures(self._picture)
        self.grid.open_requested.connect(lambda row, how: self.opened.append((row.item, how)))
        self.grid.menu_requested.connect(self.menus.append)
        self.grid.preview_requested.connect(lambda row: self.previews.append(row.item))
        self.model.show(CursorSource(self.sets.fetch))

    def use(self, layout: CardLayout) -> None:
        self.grid.use(
            layout,
            decorate=lambda row: self.marks.get(row.item, CardMarks()),
            preview=lambda row: self.playing.get(row.item),
        )

    def _picture(self, url: str, width: int, height: int, _shape: str) -> QPixmap:
        self.pictures.append((url, width, height))
        picture = QPixmap(width, height)
        picture.fill(QColor("#123456"))
        return picture

    def load(self, count: int = PAGE) -> None:
        self.qtbot.waitUntil(lambda: self.model.loaded >= min(count, self.sets.total))

    @property
    def selected(self) -> list[int]:
        return [row.item for row in self.rows.table.selected_rows()]

    @property
    def current(self) -> int:
        return self.grid.currentIndex().row()

    def centre(self, number: int) -> QPoint:
        """The middle of a card, right of its preview button."""
        index = self.model.index(number, 0)
        return self.grid.visualRect(index).center() + QPoint(40, 0)

    def button(self, number: int) -> QPoint:
        return self.grid.visualRect(self.model.index(number, 0)).topLeft() + BUTTON.center()

    def click(self, number: int, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.grid.viewport(), LEFT, held, self.centre(number))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> int:
        press(self.grid, key, held)
        return self.current

    def colour_at(self, where: QPoint) -> QColor:
        return self.grid.viewport().grab().toImage().pixelColor(where)


@pytest.fixture
def desk_with(qtbot: QtBot, loop: asyncio.AbstractEventLoop) -> Iterator[Callable[..., Desk]]:
    desks: list[Desk] = []

    def make(total: int = 1000, **size: int) -> Desk:
        desks.append(Desk(qtbot, Sets(total), **size))
        return desks[-1]

    yield make
    for desk in desks:
        desk.sets.gate.set()
        desk.scope.cancel_all()


@pytest.fixture
def desk(desk_with: Callable[..., Desk]) -> Desk:
    desk = desk_with()
    desk.load()
    return desk


def test_a_click_selects_for_both_views(desk: Desk) -> None:
    desk.click(4)
    assert desk.selected == [4]
    desk.click(1, CONTROL)
    assert desk.selected == [1, 4]
    desk.click(4)
    desk.click(8, SHIFT)  # all between, as a text is read, not a rectangle
    assert desk.selected == [4, 5, 6, 7, 8]
    QTest.mouseClick(desk.grid.viewport(), LEFT, pos=QPoint(2, 2))
    assert desk.selected == []


def test_cards_open_by_double_click_enter_and_middle_click(desk: Desk) -> None:
    viewport = desk.grid.viewport()
    click(viewport, at=desk.centre(2), double=True)
    click(viewport, MIDDLE, desk.centre(3))
    desk.grid.setFocus()
    desk.click(5)
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Enter, CONTROL)
    click(viewport, MIDDLE, QPoint(2, 2))  # a gap
    assert desk.opened == [(2, "here"), (3, "background"), (5, "here"), (5, "background")]


def test_arrows_move_in_two_dimensions(desk: Desk) -> None:
    desk.grid.setFocus()
    assert desk.current == 0
    assert desk.press(Qt.Key.Key_Right) == 1
    assert desk.press(Qt.Key.Key_Down) == 4
    assert desk.press(Qt.Key.Key_Left) == 3
    assert desk.press(Qt.Key.Key_Left) == 2
    assert desk.press(Qt.Key.Key_Up) == 2  # of the first line
    assert desk.press(Qt.Key.Key_PageDown) == 2 + 3 * (desk.grid.viewport().height() // PITCH)
    assert desk.press(Qt.Key.Key_PageUp) == 2
    assert desk.selected == [2]
    assert desk.press(Qt.Key.Key_Down, SHIFT) == 5
    assert desk.selected == [2, 3, 4, 5]
    assert desk.press(Qt.Key.Key_Right, CONTROL) == 6
    assert desk.selected == [2, 3, 4, 5]
    assert desk.press(Qt.Key.Key_Home) == 0


def test_the_end_of_a_list_whose_last_line_is_short(desk_with: Callable[..., Desk]) -> None:
    desk = desk_with(20)  # the last line has two cards
    desk.load()
    desk.grid.setFocus()
    assert desk.press(Qt.Key.Key_End) == 19
    first, last = desk.grid.visible_rows()
    assert first > 0
    assert last == 19
    assert desk.press(Qt.Key.Key_Down) == 19
    assert desk.press(Qt.Key.Key_Up) == 16
    assert desk.press(Qt.Key.Key_Right) == 17
    assert desk.press(Qt.Key.Key_Down) == 19  # none is below it
    assert desk.press(Qt.Key.Key_Right) == 19


def test_a_key_goes_on_from_what_is_seen(desk: Desk) -> None:
    desk.load()
    desk.click(0)
    desk.grid.show_at_top(30)
    assert desk.grid.visible_rows()[0] == 30
    assert desk.press(Qt.Key.Key_Down) in range(30, 34)
    assert desk.grid.visible_rows()[0] in range(27, 34)


def test_the_mouse_plays_and_stops_a_preview(desk: Desk) -> None:
    viewport = desk.grid.viewport()
    click(viewport, at=desk.button(4))
    assert desk.previews == [4]
    click(viewport, at=desk.button(4), double=True)  # an impatient hand
    assert desk.opened == []
    QTest.mousePress(viewport, LEFT, pos=desk.button(1))
    QTest.mouseRelease(viewport, LEFT, pos=desk.button(2))
    assert set(desk.previews) == {4}
    QTest.mouseMove(viewport, desk.button(1))
    desk.qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor)
    QTest.mouseMove(viewport, desk.centre(1))
    desk.qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_space_plays_the_current_preview_and_letters_are_left_to_shortcuts(desk: Desk) -> None:
    desk.click(7)
    desk.press(Qt.Key.Key_Space)
    assert desk.previews == [7]
    desk.press(Qt.Key.Key_W)
    assert desk.current == 7


def test_a_playing_preview_is_painted_with_its_progress(desk: Desk) -> None:
    ring = desk.button(1) + QPoint(17, 0)  # at three o'clock
    still = desk.colour_at(ring)
    desk.playing[1] = PreviewState(True, 0.1)
    desk.grid.update_rows(lambda row: row.item == 1)
    begun = desk.colour_at(ring)
    desk.playing[1] = PreviewState(True, 0.6)
    done = desk.colour_at(ring)
    assert len({still.name(), begun.name(), done.name()}) == 3
    assert done.name() == ramp(200, is_dark=True).highlight.name()


def test_only_covers_on_screen_are_asked_for(desk: Desk) -> None:
    def seen() -> set[int]:
        desk.pictures.clear()
        desk.grid.viewport().repaint()
        assert {size for _, *size in map(tuple, desk.pictures) if size != [COVER, HEIGHT]} == set()
        return {int(url.split()[1]) for url, _, _ in desk.pictures}

    first, last = desk.grid.visible_rows()
    assert (first, last) == (0, 17)
    assert seen() == {number for number in range(18) if number % 10 != 9}  # two are explicit
    desk.grid.show_at_top(30)
    first, last = desk.grid.visible_rows()
    assert first == 30
    assert seen() == {number for number in range(first, last + 1) if number % 10 != 9}


def test_the_next_page_comes_before_the_last_card_is_seen(desk: Desk) -> None:
    assert desk.sets.asked == [0]
    desk.grid.show_at_top(18)
    desk.load(2 * PAGE)
    assert desk.sets.asked == [0, 50]
    assert desk.grid.visible_rows()[0] == 18


def test_skeletons_are_painted_until_the_rows_are_there(desk_with: Callable[..., Desk]) -> None:
    desk = desk_with()
    desk.sets.gate.clear()
    desk.model.show(CursorSource(desk.sets.fetch))
    assert desk.model.state is LoadState.LOADING
    colours = ramp(200, is_dark=True)
    cover = QPoint(GAP + 20, GAP + 20)
    assert desk.colour_at(cover).name() == colours.background3.name()
    width = desk.grid.viewport().width()
    desk.sets.gate.set()
    desk.load()
    assert desk.grid.viewport().width() == width  # cards come where their skeletons were
    assert desk.colour_at(cover) == QColor("#123456")
    assert desk.colour_at(QPoint(GAP, GAP)).name() == colours.background5.name()  # it is round


def test_another_width_keeps_the_card_at_the_top(desk: Desk) -> None:
    desk.grid.show_at_top(24)
    for width in (NARROWEST, 2 * NARROWEST + 60, 5 * NARROWEST, WIDE):
        desk.rows.resize(width, 620)
        first, last = desk.grid.visible_rows()
        assert first <= 24 <= last
        if width == WIDE:
            assert first == 24


def test_selection_and_place_survive_filter_and_reload(desk: Desk) -> None:
    desk.click(7)
    desk.click(9, CONTROL)
    desk.model.set_filter("favourites=7")
    assert desk.selected == [7]
    assert desk.current == 0
    desk.model.set_filter("")
    assert 7 in desk.selected
    desk.grid.show_at_top(21)
    desk.click(22)
    desk.model.reload()
    desk.qtbot.waitUntil(lambda: desk.sets.asked[-2:] == [0, 0] or len(desk.sets.asked) > 2)
    desk.load()
    desk.qtbot.waitUntil(lambda: desk.selected == [22])
    assert desk.grid.visible_rows()[0] == 21


def test_the_views_show_the_same_rows(desk: Desk) -> None:
    desk.grid.setFocus()
    desk.grid.show_at_top(24)
    desk.click(27)
    desk.rows.show_table()
    table = desk.rows.table
    assert desk.rows.view is table
    assert table.visible_rows()[0] == 24
    assert table.hasFocus()
    assert desk.selected == [27]
    table.show_at_top(12)
    press(table, Qt.Key.Key_Down)
    desk.rows.show_cards()
    assert desk.grid.visible_rows()[0] == 12
    assert desk.grid.hasFocus()
    assert desk.selected == [desk.current] == [28]


def test_the_hidden_table_asks_for_nothing(desk: Desk) -> None:
    desk.rows.table.scroll_to_position(10_000)
    desk.rows.table.resize(400, 5000)
    QApplication.processEvents()
    assert desk.sets.asked == [0]


def test_a_context_menu_is_that_of_the_selected_cards(desk: Desk) -> None:
    def ask(reason: QContextMenuEvent.Reason, where: QPoint) -> None:
        there = desk.grid.viewport().mapToGlobal(where)
        QApplication.sendEvent(desk.grid.viewport(), QContextMenuEvent(reason, where, there))

    desk.click(4)
    desk.click(5, CONTROL)
    ask(QContextMenuEvent.Reason.Mouse, desk.centre(5))
    assert desk.selected == [4, 5]
    ask(QContextMenuEvent.Reason.Mouse, desk.centre(8))
    assert desk.selected == [8]
    ask(QContextMenuEvent.Reason.Keyboard, QPoint())
    assert len(desk.menus) == 3
    ask(QContextMenuEvent.Reason.Mouse, QPoint(2, 2))
    assert len(desk.menus) == 3


def test_tooltips_tell_the_part_under_the_mouse(desk: Desk) -> None:
    def tip_at(where: QPoint) -> str:
        event = QHelpEvent(QEvent.Type.ToolTip, where, desk.grid.viewport().mapToGlobal(where))
        QApplication.sendEvent(desk.grid.viewport(), event)
        return QToolTip.text()

    corner = desk.grid.visualRect(desk.model.index(1, 0)).topLeft()
    assert "&lt;i&gt;1&lt;/i&gt;" in tip_at(corner + QPoint(120, 15))  # no markup
    assert "preview" in tip_at(desk.button(1))
    assert "Plays 7,919" in tip_at(corner + QPoint(120, 73))
    assert "Mapper mapper 1" in tip_at(corner + QPoint(120, 55))
    desk.marks = {1: CardMarks(is_owned=True, is_liked=True)}
    assert tip_at(corner + QPoint(120, 16)).endswith("Liked · On this computer")
    last = desk.grid.visualRect(desk.model.index(9, 0)).topLeft()
    assert tip_at(last + QPoint(120, 15)).endswith("Explicit · Video")
    desk.use(CardLayout(mapper="", status="", dots=""))  # the date is in the last line
    assert tip_at(corner + QPoint(120, 97)) == "Ranked 1 Jan 2020 · Updated 2 Feb 2022"
    QToolTip.hideText()


def test_marks_are_painted(desk: Desk) -> None:
    plain = desk.grid.viewport().grab().toImage()
    for mark in (
        CardMarks(is_owned=True),
        CardMarks(is_liked=True),
        CardMarks(is_seen=True),
        CardMarks(is_hidden=True),
        CardMarks(True, True, True, True),
    ):
        desk.marks = {0: mark}
        desk.grid.viewport().update()
        assert desk.grid.viewport().grab().toImage() != plain


def test_other_cards_are_those_of_single_difficulties(desk: Desk) -> None:
    desk.use(CardLayout(dots="", stars="status", difficulty="mapper", mapper="none", dates=()))
    assert not desk.grid.viewport().grab().isNull()
    desk.use(CardLayout(title="none", status="", dots="none"))
    assert not desk.grid.viewport().grab().isNull()


def test_a_screen_reader_is_told_the_cards(desk: Desk) -> None:
    cards: Any = QAccessible.queryAccessibleInterface(desk.grid)
    assert cards.role() == QAccessible.Role.List
    assert cards.childCount() == desk.model.rowCount()
    assert (
        cards.child(1).text(QAccessible.Text.Name) == "Title いろはにほへと ちりぬるを1 by Band 1"
    )
    desk.marks = {1: CardMarks(is_seen=True, is_hidden=True)}
    desk.click(1)
    told = desk.grid.accessibleDescription()
    assert told.startswith("Title いろはにほへと ちりぬるを1 by Band 1, Mapper mapper 1, ")
    assert "Favourites 1" in told
    assert "–" not in told
    assert told.endswith("Seen, Hidden")


def test_a_font_and_colours_can_change(desk: Desk) -> None:
    dark = desk.grid.viewport().grab().toImage()
    desk.rows.set_colours(ramp(200, is_dark=False))
    font = desk.grid.font()
    font.setPixelSize(15)
    desk.grid.setFont(font)
    assert desk.grid.viewport().grab().toImage() != dark


def test_thousands_of_cards_cost_no_more_than_a_few(desk_with: Callable[..., Desk]) -> None:
    """Nothing is computed for each of them: not at a load, a scroll or a change of width."""
    desk = desk_with(20_000)
    asked: list[int] = []
    row_at = desk.model.row_at

    def counted(view_row: int) -> Row[Any] | None:
        asked.append(view_row)
        return row_at(view_row)

    page = make_rows(COLUMNS, range(20_000), identity=lambda item: item)
    desk.load()
    desk.model.replace_all(page)
    assert desk.model.rowCount() == 20_000
    desk.model.row_at = counted  # type: ignore[method-assign]
    grid: CardGrid = desk.grid
    grid.show_at_top(12_345)
    grid.viewport().repaint()
    desk.rows.resize(WIDE + 400, 620)
    grid.viewport().repaint()
    assert len(asked) < 100
    assert grid.visible_rows()[0] <= 12_345 <= grid.visible_rows()[1]

"""The table: what is seen, scrolled, selected, opened, copied, sorted, and which columns."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import asdict
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from osubrowser.models.rankings.figures import rank_column
from osubrowser.models.table import paged_model
from osubrowser.models.table.column import make_rows, placeholders_of
from osubrowser.models.table.paged_model import NumberedSource, PagedModel, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.style.colours import Colours, ramp
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.column_layout import FIGURES, ColumnState
from osubrowser.ui.table.row_painter import PADDING
from osubrowser.ui.table.row_table import RowTable
from osubrowser.ui.table.text_cache import CellText, TextCache
from tests.idle import settle
from tests.ui.player_table import COLUMNS, SIZE, Server

DARK = ramp(125, is_dark=True)
LIGHT = ramp(125, is_dark=False)


@pytest.fixture
def scope(loop: asyncio.AbstractEventLoop) -> Iterator[TaskScope]:
    scope = TaskScope()
    yield scope
    scope.cancel_all()


@pytest.fixture
def model(scope: TaskScope) -> Iterator[PagedModel]:
    model = PagedModel(COLUMNS, scope, is_wait=lambda _: None)
    yield model
    model.clear()  # closing the table was a last look: nothing is to start from it


@pytest.fixture
def table(qtbot: QtBot, model: PagedModel) -> RowTable:
    table = RowTable(model, DARK)
    qtbot.addWidget(table)
    table.resize(1000, 30 + 20 * ROW_HEIGHT)
    table.show()
    qtbot.waitExposed(table)
    return table


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def full(qtbot: QtBot, model: PagedModel, table: RowTable, server: Server) -> RowTable:
    """The table with its first two pages of ten thousand rows."""
    model.show(server.source)
    qtbot.waitUntil(lambda: model.loaded >= 2 * SIZE)
    return table


def row_y(number: int, table: RowTable) -> int:
    return number * ROW_HEIGHT - table.scroll_position() + ROW_HEIGHT // 2


def click(
    qtbot: QtBot,
    table: RowTable,
    number: int,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    place = QPoint(500, row_y(number, table))
    QTest.mouseClick(table.viewport(), button, modifier, place)


def picture_of(table: RowTable) -> QImage:
    return table.viewport().grab().toImage()


def colours_in(image: QImage, top: int, height: int = ROW_HEIGHT - 1) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for y in range(top, min(top + height, image.height()))
        for x in range(0, image.width(), 2)
    }


def wheel(table: RowTable, notches: int) -> None:
    """Turn the mouse wheel over the rows; down is positive."""
    place = QPointF(300, 200)
    event = QWheelEvent(
        place,
        table.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(table.viewport(), event)


# --- what is seen --------------------------------------------------------------------------------


def test_while_nothing_is_known_skeletons_fill_the_view(
    qtbot: QtBot, model: PagedModel, table: RowTable
) -> None:
    server = Server()
    server.gate = asyncio.Event()
    model.show(server.source)
    image = picture_of(table)

    for number in range(19):
        assert DARK.background3.name() in colours_in(image, number * ROW_HEIGHT), number
    server.gate.set()
    qtbot.waitUntil(lambda: model.loaded > 0)
    assert DARK.content1.name() in colours_in(picture_of(table), 0)


def test_a_rise_is_green_and_a_fall_is_red(full: RowTable) -> None:
    image = picture_of(full)

    assert DARK.good.name() in colours_in(image, ROW_HEIGHT)  # row 2: 2 % 3 - 1 is a rise
    assert DARK.bad.name() in colours_in(image, 2 * ROW_HEIGHT)
    assert DARK.good.name() not in colours_in(image, 2 * ROW_HEIGHT)


def test_selection_and_hover_colour_the_whole_row(qtbot: QtBot, full: RowTable) -> None:
    click(qtbot, full, 3)
    QTest.mouseMove(full.viewport(), QPoint(400, row_y(6, full)))
    qtbot.waitUntil(lambda: full._hovered == 6)
    image = picture_of(full)

    right = image.width() - 2
    assert image.pixelColor(right, row_y(3, full)).name() == DARK.selection.name()
    assert image.pixelColor(right, row_y(6, full)).name() == DARK.background3.name()
    assert image.pixelColor(right, row_y(8, full)).name() == DARK.background4.name()


def test_the_marked_row_is_told_from_the_others(full: RowTable, model: PagedModel) -> None:
    row = model.row_at(3)
    assert row is not None
    before = colours_in(picture_of(full), row_y(3, full) - ROW_HEIGHT // 2)
    full.mark_row(row.id)
    picture = picture_of(full)
    marked = colours_in(picture, row_y(3, full) - ROW_HEIGHT // 2)
    assert DARK.background4.name() in before - marked
    assert DARK.light1.name() in marked - before
    assert DARK.light1.name() not in colours_in(picture, row_y(4, full) - ROW_HEIGHT // 2)
    full.mark_row(None)
    assert colours_in(picture_of(full), row_y(3, full) - ROW_HEIGHT // 2) == before


def test_another_theme_paints_other_colours(full: RowTable) -> None:
    full.set_colours(LIGHT)
    image = picture_of(full)

    assert image.pixelColor(image.width() - 2, row_y(8, full)).name() == LIGHT.background4.name()


def test_pictures_are_asked_for_only_for_rows_on_screen(qtbot: QtBot, full: RowTable) -> None:
    asked: list[tuple[str, int, int, str]] = []

    def pictures(address: str, width: int, height: int, shape: str) -> QPixmap | None:
        asked.append((address, width, height, shape))
        return None

    full.set_pictures(pictures)
    picture_of(full)
    avatars = {address for address, *_ in asked if address.startswith("avatar")}

    assert avatars == {f"avatar {number}" for number in range(1, 21)}
    assert ("avatar 1", 26, 26, "round") in asked


def test_a_picture_that_arrives_is_painted(qtbot: QtBot, full: RowTable) -> None:
    red = QPixmap(26, 26)
    red.fill(QColor("#ff0000"))
    there: list[QPixmap] = []
    full.set_pictures(lambda *_: there[0] if there else None)
    assert "#ff0000" not in colours_in(picture_of(full), 0)
    there.append(red)
    full.pictures_ready()

    assert "#ff0000" in colours_in(picture_of(full), 0)


@pytest.mark.parametrize(("colours", "has_edge"), [(LIGHT, True), (DARK, False)])
def test_a_white_flag_has_an_edge_on_light_ground(
    full: RowTable, colours: Colours, has_edge: bool
) -> None:
    white = QPixmap(25, 18)
    white.fill(QColor("#ffffff"))
    full.set_colours(colours)

    def pictures(address: str, *_: object) -> QPixmap | None:
        return white if address == "flag" else None

    full.set_pictures(pictures)
    image = picture_of(full)
    left = full.columnViewportPosition(2) + PADDING
    top = (ROW_HEIGHT - 18) // 2
    inside, edge = image.pixelColor(left + 5, top + 5), image.pixelColor(left, top + 5)
    assert inside.name() == "#ffffff"
    assert (edge != inside) is has_edge


def test_a_flag_that_is_not_here_is_told_by_its_code(full: RowTable) -> None:
    full.set_pictures(lambda *_: None)
    image = picture_of(full)
    left, top = full.columnViewportPosition(2) + PADDING, (ROW_HEIGHT - 18) // 2
    flag = image.copy(left + 3, top + 3, 19, 12)
    assert len(colours_in(flag, 0, flag.height())) > 1


def test_a_long_name_ends_inside_its_column(full: RowTable) -> None:
    image = picture_of(full)
    header = full.horizontalHeader()
    end = header.sectionViewportPosition(4) + header.sectionSize(4)
    top = 2 * ROW_HEIGHT  # row 3 has the name of two hundred letters
    gap = {
        image.pixelColor(x, y).name()
        for x in range(end - 7, end)
        for y in range(top, top + ROW_HEIGHT - 1)
    }

    assert gap == {DARK.background4.name()}


_LEAST = {"team": 48, "player": 120}


def sizes(table: RowTable) -> dict[str, int]:
    header = table.horizontalHeader()
    return {column.key: header.sectionSize(n) for n, column in enumerate(COLUMNS)}


def test_for_want_of_room_teams_lose_their_names_and_figures_stay_whole(
    qtbot: QtBot, full: RowTable
) -> None:
    usual = {column.key: column.width for column in COLUMNS if column.shown}
    for room, lacking in ((sum(usual.values()) - 1, {"team"}), (600, {"team", "player"})):
        full.resize(room + full.width() - full.viewport().width(), 400)
        expected = room
        qtbot.waitUntil(lambda: full.viewport().width() == expected)  # noqa: B023 - called here
        now = sizes(full)
        narrower = {key for key, width in usual.items() if now[key] < width}
        assert narrower == lacking
        assert full.horizontalScrollBar().maximum() == 0
        assert now["team"] == _LEAST["team"]


def test_a_width_chosen_by_hand_does_not_give_way(qtbot: QtBot, full: RowTable) -> None:
    full.horizontalHeader().resizeSection(3, 110)
    full.resize(400, 400)
    qtbot.waitUntil(lambda: sizes(full)["player"] == _LEAST["player"])
    assert sizes(full)["team"] == 110


@pytest.mark.parametrize("width", [220, 640, 976, 1416, 2560])
def test_every_width_of_the_view_is_filled_or_scrolls(
    qtbot: QtBot, full: RowTable, width: int
) -> None:
    full.resize(width, 400)
    header = full.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() >= full.viewport().width())
    figures = [n for n, column in enumerate(COLUMNS) if column.kind in FIGURES]

    assert header.length() == full.viewport().width() or full.horizontalScrollBar().maximum() > 0
    assert all(header.sectionSize(n) >= full.sizeHintForColumn(n) for n in figures)
    if header.length() > full.viewport().width():
        assert sizes(full)["player"] == _LEAST["player"]  # names have given way
    assert not picture_of(full).isNull()


# --- scrolling -----------------------------------------------------------------------------------


def test_the_scroll_bar_spans_all_rows_from_the_first_page(full: RowTable) -> None:
    bar = full.verticalScrollBar()

    assert bar.maximum() + full.viewport().height() == 10_000 * ROW_HEIGHT
    assert bar.singleStep() == ROW_HEIGHT


def test_the_wheel_reaches_the_end_with_each_page_asked_for_once(
    qtbot: QtBot, full: RowTable, model: PagedModel, server: Server
) -> None:
    bar = full.verticalScrollBar()
    while bar.value() < bar.maximum():
        wheel(full, 5)
        first, last = full.visible_rows()
        qtbot.waitUntil(
            lambda first=first, last=last: all(  # type: ignore[misc] # bound at once
                model.row_at(number) is not None for number in range(first, last + 1)
            )
        )
    qtbot.waitUntil(lambda: model.loaded == 10_000)

    assert sorted(server.asked) == list(range(1, 201))


def test_a_steady_scroll_of_ten_rows_a_second_asks_ahead_of_what_it_shows(
    qtbot: QtBot, model: PagedModel, table: RowTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(paged_model, "time", SimpleNamespace(monotonic=lambda: now[0]))
    server = Server()
    model.show(server.source)
    qtbot.waitUntil(lambda: model.loaded >= SIZE)
    bar, missing = table.verticalScrollBar(), []
    for _ in range(60):
        now[0] += 0.02  # a hundred rows a second: ten times as fast
        bar.setValue(bar.value() + ROW_HEIGHT * 2)
        settle()
        _, last = table.visible_rows()
        # An answer that takes 0.2 s must have been asked for this many rows before its own.
        missing += [n for n in range(last + 1, last + 21) if n // SIZE + 1 not in server.asked]

    assert missing == []
    assert len(server.asked) == len(set(server.asked))


def test_dragging_the_bar_to_the_end_asks_for_at_most_five_pages(
    qtbot: QtBot, full: RowTable, model: PagedModel, server: Server
) -> None:
    bar = full.verticalScrollBar()
    bar.setSliderDown(True)
    for step in range(1, 101):
        bar.setValue(bar.maximum() * step // 100)
        QApplication.processEvents()
    bar.setSliderDown(False)
    qtbot.waitUntil(lambda: model.row_at(9_999) is not None)
    settle(full, model)

    assert len(server.asked) <= 5
    assert 200 in server.asked


def test_go_to_shows_and_selects_a_row(qtbot: QtBot, full: RowTable, model: PagedModel) -> None:
    full.go_to(7_411)
    first, last = full.visible_rows()
    assert first < 7_411 < last
    qtbot.waitUntil(lambda: [row.number for row in full.selected_rows()] == [7_412])


@pytest.mark.parametrize(("wish", "got"), [(-5, 0), (99_999, 9_999)])
def test_go_to_stays_inside_the_list(full: RowTable, wish: int, got: int) -> None:
    full.go_to(wish)

    assert full.currentIndex().row() == got


def test_a_list_opens_at_its_row_and_comes_back_where_it_was(
    qtbot: QtBot, table: RowTable, model: PagedModel, server: Server
) -> None:
    model.show(server.source, start_row=500)
    assert table.visible_rows()[0] == 500
    qtbot.waitUntil(lambda: model.row_at(500) is not None)
    assert table.visible_rows()[0] == 500
    wheel(table, 3)
    position, snapshot = table.scroll_position(), model.snapshot()
    model.show(Server(total=70).source)
    qtbot.waitUntil(lambda: model.loaded >= SIZE)
    assert table.scroll_position() == 0
    model.show(server.source, snapshot=snapshot)
    table.scroll_to_position(position)

    assert table.scroll_position() == position
    assert model.row_at(table.visible_rows()[0]) is not None


def test_reload_moves_neither_the_view_nor_the_selection(
    qtbot: QtBot, full: RowTable, model: PagedModel
) -> None:
    full.go_to(3_000)
    qtbot.waitUntil(lambda: model.row_at(3_000) is not None)
    position, old = full.scroll_position(), model.row_at(3_000)
    model.reload()
    qtbot.waitUntil(lambda: model.row_at(3_000) not in (old, None))

    assert full.scroll_position() == position
    assert [row.number for row in full.selected_rows()] == [3_001]


def test_a_list_that_turns_out_short_ends_the_scroll_bar(
    qtbot: QtBot, table: RowTable, model: PagedModel
) -> None:
    model.show(Server(total=60).source)
    qtbot.waitUntil(lambda: model.loaded == 60)
    bar = table.verticalScrollBar()

    qtbot.waitUntil(lambda: bar.maximum() + table.viewport().height() == 60 * ROW_HEIGHT)


# --- mouse and keys ------------------------------------------------------------------------------


def test_double_click_enter_and_middle_click_open(qtbot: QtBot, full: RowTable) -> None:
    opened: list[tuple[int, str]] = []
    full.open_requested.connect(lambda row, how: opened.append((row.number, how)))
    place = QPoint(300, row_y(2, full))
    QTest.mouseDClick(full.viewport(), Qt.MouseButton.LeftButton, pos=place)
    click(qtbot, full, 4, button=Qt.MouseButton.MiddleButton)
    click(qtbot, full, 5)
    QTest.keyClick(full, Qt.Key.Key_Return)
    QTest.keyClick(full, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)

    assert opened == [(3, "here"), (5, "background"), (6, "here"), (6, "background")]


def test_a_skeleton_opens_nothing(qtbot: QtBot, full: RowTable, server: Server) -> None:
    server.gate = asyncio.Event()
    opened: list[object] = []
    full.open_requested.connect(lambda *args: opened.append(args))
    full.go_to(5_000)
    QTest.keyClick(full, Qt.Key.Key_Return)

    assert opened == []
    assert full.selected_rows() == []
    server.gate.set()


def test_rows_that_come_after_the_focus_can_be_opened_with_enter(
    qtbot: QtBot, table: RowTable, model: PagedModel, server: Server
) -> None:
    opened: list[int] = []
    table.open_requested.connect(lambda row, _how: opened.append(row.number))
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    model.show(server.source)
    qtbot.waitUntil(lambda: model.loaded > 0)
    QTest.keyClick(table, Qt.Key.Key_Return)

    assert opened == [1]


def test_home_end_and_arrows_move_by_rows(qtbot: QtBot, full: RowTable) -> None:
    full.setFocus()
    click(qtbot, full, 0)
    QTest.keyClick(full, Qt.Key.Key_Down)
    assert full.currentIndex().row() == 1
    QTest.keyClick(full, Qt.Key.Key_End)
    assert full.currentIndex().row() == 9_999
    QTest.keyClick(full, Qt.Key.Key_Home)
    assert full.currentIndex().row() == 0
    QTest.keyClick(full, Qt.Key.Key_PageDown)
    assert 15 <= full.currentIndex().row() <= 21


@pytest.mark.parametrize(
    ("key", "row"),
    [
        (Qt.Key.Key_Down, 121),
        (Qt.Key.Key_Up, 139),
        (Qt.Key.Key_PageDown, 140),
        (Qt.Key.Key_PageUp, 120),
    ],
)
def test_keys_start_at_the_rows_in_view_when_the_current_row_is_not(
    qtbot: QtBot, full: RowTable, key: Qt.Key, row: int
) -> None:
    click(qtbot, full, 2)
    full.scroll_to_position(120 * ROW_HEIGHT + 10)
    assert full.viewport().height() == 20 * ROW_HEIGHT
    QTest.keyClick(full, key)
    assert full.currentIndex().row() == row


def test_shift_extends_the_selection_from_where_it_is(qtbot: QtBot, full: RowTable) -> None:
    click(qtbot, full, 2)
    full.scroll_to_position(120 * ROW_HEIGHT)
    QTest.keyClick(full, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [row.number for row in full.selected_rows()] == [3, 4]


def test_a_reset_keeps_the_current_row_without_a_selection(
    qtbot: QtBot, full: RowTable, model: PagedModel
) -> None:
    click(qtbot, full, 7)
    full.clearSelection()
    full.setCurrentIndex(full.model().index(8, 0))
    full.clearSelection()
    row = model.row_at(8)
    assert row is not None
    model.set_filter(row.texts[3][-1:] or row.texts[0])
    found = model.row_at(full.currentIndex().row())
    assert found is row


def test_letters_are_left_to_the_window(qtbot: QtBot, full: RowTable, model: PagedModel) -> None:
    click(qtbot, full, 3)
    QTest.keyClicks(full, "m?x")

    assert full.currentIndex().row() == 3


def test_the_whole_list_can_be_selected(qtbot: QtBot, full: RowTable, model: PagedModel) -> None:
    full.setFocus()
    full.selectAll()

    assert len(full.selected_rows()) == model.loaded
    assert not picture_of(full).isNull()


def test_the_context_menu_is_for_the_row_under_the_mouse(qtbot: QtBot, full: RowTable) -> None:
    asked: list[list[int]] = []
    full.menu_requested.connect(lambda rows, _: asked.append([row.number for row in rows]))
    click(qtbot, full, 1)
    click(qtbot, full, 2, modifier=Qt.KeyboardModifier.ShiftModifier)
    for number in (2, 7):
        place = QPoint(300, row_y(number, full))
        where = full.viewport().mapToGlobal(place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where)
        QApplication.sendEvent(full.viewport(), event)

    assert asked == [[2, 3], [8]]


def test_the_menu_key_asks_for_the_current_row(qtbot: QtBot, full: RowTable) -> None:
    asked: list[list[int]] = []
    full.menu_requested.connect(lambda rows, _: asked.append([row.number for row in rows]))
    click(qtbot, full, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(full.viewport(), event)

    assert asked == [[5]]


def test_leaving_the_table_ends_the_hover(qtbot: QtBot, full: RowTable) -> None:
    QTest.mouseMove(full.viewport(), QPoint(410, row_y(9, full)))
    qtbot.waitUntil(lambda: full._hovered == 9)
    QApplication.sendEvent(full, QEvent(QEvent.Type.Leave))

    assert full._hovered == -1


# --- copying -------------------------------------------------------------------------------------


def test_copy_puts_what_is_seen_on_the_clipboard(qtbot: QtBot, full: RowTable) -> None:
    click(qtbot, full, 4)
    click(qtbot, full, 0, modifier=Qt.KeyboardModifier.ControlModifier)
    full.set_column_shown("change", False)
    QTest.keyClick(full, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Rank\t\tTeam\tPlayer\tpp\tScore"
    assert lines[1] == "#1\tJP\tTEAM\tいろはにほへと ちりぬるを 1\t29999\t–"
    assert lines[2].startswith("#5\tJP\tTEAM\tчемпион 5\t29995\t1")
    assert len(lines) == 3


def test_copying_nothing_leaves_the_clipboard_alone(full: RowTable) -> None:
    QGuiApplication.clipboard().setText("before")
    full.clearSelection()

    assert full.copy_selection() == 0
    assert QGuiApplication.clipboard().text() == "before"


# --- sorting -------------------------------------------------------------------------------------


def header_click(qtbot: QtBot, table: RowTable, index: int) -> None:
    header = table.horizontalHeader()
    x = header.sectionViewportPosition(index) + header.sectionSize(index) // 2
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 12))


def test_a_heading_sorts_both_ways_and_then_not_at_all(
    qtbot: QtBot, full: RowTable, model: PagedModel
) -> None:
    full.scroll_to_position(20 * ROW_HEIGHT)
    header_click(qtbot, full, 5)
    assert model.arrangement.column is COLUMNS[5]
    assert model.arrangement.descending
    assert full.scroll_position() == 0
    header_click(qtbot, full, 5)
    assert not model.arrangement.descending
    header_click(qtbot, full, 5)
    assert not model.is_arranged
    header_click(qtbot, full, 4)
    assert model.arrangement.column is COLUMNS[4]
    assert not model.arrangement.descending


def test_a_heading_without_a_sort_key_does_nothing(
    qtbot: QtBot, full: RowTable, model: PagedModel
) -> None:
    header_click(qtbot, full, 6)

    assert not model.is_arranged


def test_the_list_is_where_it_was_left_after_a_filter(
    qtbot: QtBot, full: RowTable, model: PagedModel
) -> None:
    full.go_to(model.view_row_of(7412))
    qtbot.waitUntil(lambda: model.row_at(7411) is not None)
    first, _ = full.visible_rows()
    model.set_filter("mrekk")
    qtbot.waitUntil(lambda: full.visible_rows()[0] == 0)
    model.sort_by("pp", True)
    full.clear_arrangement()
    assert full.visible_rows()[0] == first


def test_sorting_keeps_the_selection_by_player(
    qtbot: QtBot, full: RowTable, model: PagedModel
) -> None:
    click(qtbot, full, 3)
    header_click(qtbot, full, 5)
    header_click(qtbot, full, 5)

    assert [row.number for row in full.selected_rows()] == [4]
    assert full.scroll_position() == 0
    full.clear_arrangement()
    assert model.rowCount() == 10_000


# --- columns -------------------------------------------------------------------------------------


def shown_keys(table: RowTable) -> list[str]:
    return [COLUMNS[index].key for index in table.shown_columns()]


def test_columns_start_as_they_are_described(full: RowTable) -> None:
    assert shown_keys(full) == ["rank", "change", "flag", "team", "player", "pp", "score"]


def test_the_chooser_shows_and_hides_columns(qtbot: QtBot, full: RowTable) -> None:
    menu = full.column_chooser()
    actions = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(full.columns_changed):
        actions["Extra"].trigger()
    actions["Team"].trigger()

    assert shown_keys(full) == ["rank", "change", "flag", "player", "pp", "score", "extra"]
    menu.deleteLater()


def test_the_chooser_stays_open_while_columns_are_ticked(qtbot: QtBot, full: RowTable) -> None:
    menu = full.column_chooser()
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(menu.isVisible)
    team, pp = (next(a for a in menu.actions() if a.text() == word) for word in ("Team", "pp"))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(team).center())
    assert menu.isVisible()
    menu.setActiveAction(pp)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert {"team", "pp"}.isdisjoint(shown_keys(full))
    for action in menu.actions():
        if action.isCheckable() and action.isChecked():
            menu.setActiveAction(action)
            QTest.keyClick(menu, Qt.Key.Key_Return)
    assert [a.text() for a in menu.actions() if a.isCheckable() and a.isChecked()] == ["Score"]
    menu.close()


def test_the_last_column_stays(full: RowTable) -> None:
    for column in COLUMNS:
        full.set_column_shown(column.key, False)

    assert len(full.shown_columns()) == 1


def test_columns_come_back_as_they_were_left(
    qtbot: QtBot, full: RowTable, model: PagedModel, server: Server
) -> None:
    header = full.horizontalHeader()
    header.moveSection(header.visualIndex(5), 0)
    header.resizeSection(4, 333)
    full.set_column_shown("team", False)
    state = full.column_state()
    full.reset_columns()
    assert shown_keys(full)[0] == "rank"
    full.restore_column_state(ColumnState(**asdict(state)))

    assert shown_keys(full) == ["pp", "rank", "change", "flag", "player", "score"]
    assert header.sectionSize(4) == 333
    model.show(server.source)
    assert shown_keys(full) == ["pp", "rank", "change", "flag", "player", "score"]
    assert header.sectionSize(4) == 333
    qtbot.waitUntil(lambda: model.loaded >= SIZE)


def test_a_choice_from_another_version_is_taken_as_far_as_it_goes(full: RowTable) -> None:
    full.restore_column_state(
        ColumnState(["gone", "score", "rank"], ["gone"], ["extra"], {"gone": 5, "pp": 10**9})
    )

    keys = shown_keys(full)
    assert keys.index("score") < keys.index("rank")
    assert set(keys) == {column.key for column in COLUMNS}


def test_a_double_click_on_an_edge_fits_the_column_to_what_is_seen(full: RowTable) -> None:
    assert full.sizeHintForColumn(0) < 80
    assert full.sizeHintForColumn(4) > 500


# --- headings by keyboard -----------------------------------------------------------------------


def test_the_keys_sort_widen_and_move_columns(full: RowTable, model: PagedModel) -> None:
    header = full.horizontalHeader()
    header.setFocus(Qt.FocusReason.TabFocusReason)
    order = [column.key for column in model.columns]
    sortable = next(n for n, column in enumerate(model.columns) if column.sort is not None and n)
    for _ in range(sortable):
        QTest.keyClick(header, Qt.Key.Key_Right)
    QTest.keyClick(header, Qt.Key.Key_Return)
    assert model.arrangement.column is not None
    assert model.arrangement.column.key == order[sortable]
    before = header.sectionSize(sortable)
    QTest.keyClick(header, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert header.sectionSize(sortable) > before
    assert full.column_state().widths[order[sortable]] == header.sectionSize(sortable)
    QTest.keyClick(header, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert header.visualIndex(sortable) == sortable - 1


# --- ranks of rows that are not loaded ----------------------------------------------------------


def test_rows_that_are_not_loaded_show_their_rank(
    qtbot: QtBot, scope: TaskScope, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = (rank_column(), COLUMNS[4])
    painted: list[str] = []
    shape = TextCache.shape

    def watched(self: TextCache, text: str, *rest: Any) -> CellText:
        cell = shape(self, text, *rest)
        painted.append(cell.text.text())
        return cell

    async def fetch(number: int) -> RowsPage:
        if number > 2:
            await asyncio.Event().wait()
        first = (number - 1) * SIZE + 1
        items = range(first, first + SIZE)
        rows = make_rows(columns, items, first_number=first, identity=lambda item: item)
        placeholders = placeholders_of(columns, 123_456)
        return RowsPage(rows, 123_456, number + 1, placeholders=placeholders)

    model = PagedModel(columns, scope, is_wait=lambda _: None)
    table = RowTable(model, DARK)
    qtbot.addWidget(table)
    table.resize(600, 30 + 20 * ROW_HEIGHT)
    table.show()
    monkeypatch.setattr(TextCache, "shape", watched)
    model.show(NumberedSource(SIZE, fetch))
    picture_of(table)
    assert "#1" not in painted, "a list may have fewer rows than a page: no rank is claimed"
    qtbot.waitUntil(lambda: model.loaded >= SIZE)
    table.go_to(123_455)
    image = picture_of(table)

    first, last = table.visible_rows()
    assert last == 123_455
    assert {f"#{number + 1:,}" for number in range(first, last + 1)} <= set(painted)
    assert DARK.foreground.name() in colours_in(image, 4 * ROW_HEIGHT)
    painted.clear()
    picture_of(table)
    assert painted == [], "laid out once"
    model.clear()

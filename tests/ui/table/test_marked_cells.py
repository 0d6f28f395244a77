"""Cells that are more than text, by their pixels: grades, stars, mods, dots, signs, titles."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.table.paged_model import CursorSource, PagedModel, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.style.colours import GRADES, MODS, STATUS, Colours, contrast, ramp, stars_colour
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.badges import Badges
from osubrowser.ui.table.column_layout import CellPlace
from osubrowser.ui.table.row_painter import RowLine, RowPainter
from osubrowser.ui.table.row_table import RowTable

DARK = ramp(333, is_dark=True)
LIGHT = ramp(333, is_dark=False)
WIDTH = 200
Item = tuple[str, int]


def column_of(kind: CellKind, *, picture: bool = False) -> Column[Item]:
    return Column(
        "one",
        "One",
        WIDTH,
        kind,
        text=lambda item, _: item[0],
        sort=lambda item, _: item[0],
        tone=lambda item: item[1],
        picture=(lambda _: "picture") if picture else None,
    )


def painted(
    qtbot: QtBot,
    kind: CellKind,
    *items: Item,
    colours: Colours = DARK,
    width: int = WIDTH,
    picture: bool = False,
    font: QFont | None = None,
) -> QImage:
    """Return rows of one column, as they are painted."""
    column = column_of(kind, picture=picture)
    rows: list[Row[Item]] = make_rows([column], items, identity=id)
    painter_of_rows = RowPainter(ROW_HEIGHT, colours, font or QFont())
    painter_of_rows.set_columns([column])
    if picture:
        red = QPixmap(26, 26)
        red.fill(QColor("red"))
        painter_of_rows.set_pictures(lambda *_: red)
    image = QImage(width, ROW_HEIGHT * len(rows), QImage.Format.Format_RGB32)
    lines = [RowLine(n * ROW_HEIGHT, n, row) for n, row in enumerate(rows)]
    painter = QPainter(image)
    painter_of_rows.paint(painter, lines, [CellPlace(0, 0, width)], QRect(image.rect()))
    painter.end()
    return image


def colours_in(image: QImage, row: int = 0) -> dict[str, int]:
    """Return how many pixels of each colour one row has."""
    found: dict[str, int] = {}
    for y in range(row * ROW_HEIGHT, (row + 1) * ROW_HEIGHT):
        for x in range(image.width()):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


@pytest.mark.parametrize(
    ("text", "tone", "grade"),
    [("SS", 0, "X"), ("SS", 1, "XH"), ("S", 0, "S"), ("S", 1, "SH"), ("A", 0, "A"), ("F", 0, "F")],
)
def test_a_grade_stands_on_its_colour_and_the_silver_ones_are_silver(
    qtbot: QtBot, text: str, tone: int, grade: str
) -> None:
    found = colours_in(painted(qtbot, CellKind.GRADE, (text, tone)))
    assert found[GRADES[grade].lower()] > 300
    silver = found.get("#e0e8f0", 0)
    assert (silver > 0) == bool(tone)


@pytest.mark.parametrize("stars", [0.5, 2.34, 5.55, 7.01, 9.5])
def test_stars_stand_on_their_colour(qtbot: QtBot, stars: float) -> None:
    image = painted(qtbot, CellKind.STARS, (f"{stars:.2f}", round(stars * 100)))
    assert colours_in(image)[stars_colour(stars).name()] > 300


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("stars", [0.0, 0.8, 2.5, 3.3, 4.2, 5.8, 6.7, 7.7, 9.0, 1000.0])
def test_the_name_of_a_difficulty_is_readable_in_every_colour(
    qtbot: QtBot, colours: Colours, stars: float
) -> None:
    image = painted(qtbot, CellKind.DIFFICULTY, ("MMMMMMMM", round(stars * 100)), colours=colours)
    ground = colours.background4
    best = max(contrast(QColor(name), ground) for name in colours_in(image))
    assert best >= 4.2  # smoothed edges stay a little below the ink itself


def test_mods_stand_on_the_colours_of_their_kinds_as_far_as_there_is_room(qtbot: QtBot) -> None:
    text = "EZ, DT 1.3x, RX, CL, WU, V2"
    wide = colours_in(painted(qtbot, CellKind.MODS, (text, 0), width=400))
    for kind in MODS.values():
        assert wide.get(kind.lower(), 0) > 50, kind
    narrow = colours_in(painted(qtbot, CellKind.MODS, (text, 0), width=90))
    assert narrow[MODS["easier"].lower()] > 50
    assert MODS["system"].lower() not in narrow


def test_settings_give_way_before_mods_do(qtbot: QtBot) -> None:
    badges = Badges(QFont(), DARK)
    whole = badges.width(CellKind.MODS, "HD, DT 1.3x", 0)
    bare = badges.width(CellKind.MODS, "HD, DT", 0)
    assert bare < whole
    for space, width in ((whole, whole), (whole - 4, bare)):
        picture = badges.of(CellKind.MODS, "HD, DT 1.3x", 0, space, 1.0)
        assert abs(picture.width() - width) <= 1


def test_a_status_stands_on_its_colour_and_an_unknown_one_is_grey(qtbot: QtBot) -> None:
    image = painted(qtbot, CellKind.STATUS, ("loved", 0), ("tomorrow", 0), ("", 0))
    assert colours_in(image, 0)[STATUS["loved"].lower()] > 200
    assert colours_in(image, 1)[MODS["system"].lower()] > 200
    assert len(colours_in(image, 2)) == 2  # the row and the line below it


def test_every_difficulty_is_a_dot_and_too_many_share_the_room(qtbot: QtBot) -> None:
    few = "1.00 2.30 5.50"
    many = " ".join(f"{n / 10:.2f}" for n in range(60, 100))
    image = painted(qtbot, CellKind.DOTS, (few, 0), (many, 0), ("", 0))
    for value in (1.0, 2.3, 5.5):
        assert colours_in(image, 0)[stars_colour(value).name()] > 30
    assert colours_in(image, 1)[stars_colour(9.9).name()] > 30  # the hardest is always there
    assert len(colours_in(image, 2)) == 2


def test_a_sign_is_there_only_where_it_means_something(qtbot: QtBot) -> None:
    image = painted(qtbot, CellKind.MARK, ("yes", 1), ("", 0))
    assert DARK.light3.name() in colours_in(image, 0)
    assert len(colours_in(image, 0)) > 2
    assert len(colours_in(image, 1)) == 2


def test_a_title_is_strong_and_what_stands_behind_it_is_quiet(qtbot: QtBot) -> None:
    font = QFont()
    font.setPixelSize(20)  # strokes wide enough to have their own colour, whatever the font

    def title(text: str, strong: int) -> QImage:
        return painted(qtbot, CellKind.TITLE, (text, strong), width=600, font=font)

    both, alone = title("Title by somebody", 5), title("Title", 5)
    quiet = title("[deleted beatmap]", 0)
    white, grey = DARK.content1.name(), DARK.foreground.name()
    assert colours_in(both)[white] == colours_in(alone)[white] > 20
    assert grey in colours_in(both)
    assert grey not in colours_in(alone)
    assert white not in colours_in(quiet)
    assert grey in colours_in(quiet)


def test_a_title_without_room_is_cut_and_drops_what_stands_behind(qtbot: QtBot) -> None:
    image = painted(qtbot, CellKind.TITLE, ("A very long title by somebody", 17), width=70)
    assert DARK.foreground.name() not in colours_in(image)
    for y in range(ROW_HEIGHT - 1):
        for x in range(66, 70):
            assert image.pixelColor(x, y).name() == DARK.background4.name()


def test_pictures_stand_before_titles_and_in_place_of_grades(qtbot: QtBot) -> None:
    title = painted(qtbot, CellKind.TITLE, ("Title", 5), picture=True)
    grade = painted(qtbot, CellKind.GRADE, ("", 0), picture=True)
    for image in (title, grade):
        assert colours_in(image)["#ff0000"] == 26 * 26
    assert colours_in(title)[DARK.content1.name()] > 20


# --- in a table --------------------------------------------------------------------------------


@pytest.fixture
def scope(loop: asyncio.AbstractEventLoop) -> Iterator[TaskScope]:
    scope = TaskScope()
    yield scope
    scope.cancel_all()


@pytest.mark.parametrize("kind", list(CellKind))
def test_every_kind_is_painted_with_anything_in_it_at_any_width(
    qtbot: QtBot, scope: TaskScope, kind: CellKind
) -> None:
    columns = [column_of(kind, picture=picture) for picture in (False, True)]
    items: list[Item] = [("", 0), ("–", 1), ("1.00 x 2.", 120), ("A" * 256, 0), ("あ, b c", 1)]
    if kind is CellKind.CHANGE:
        items = [(text, min(tone, 1)) for text, tone in items]

    async def fetch(_cursor: object | None) -> RowsPage:
        return RowsPage(make_rows(columns, items, identity=id))

    model = PagedModel(columns, scope, is_wait=lambda _: None)
    table = RowTable(model, DARK)
    qtbot.addWidget(table)
    table.set_pictures(lambda *_: None)
    table.show()
    model.show(CursorSource(fetch))
    assert not table.grab().isNull()  # skeletons
    qtbot.waitUntil(lambda: model.loaded == len(items))
    for colours in (DARK, LIGHT):
        table.set_colours(colours)
        for width in (40, 90, 700):
            table.resize(width, 200)
            assert not table.grab().isNull()
    assert table.sizeHintForColumn(0) > 0
    assert model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole)
    model.clear()

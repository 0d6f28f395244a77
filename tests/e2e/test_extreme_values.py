"""Extreme values of every field, in the whole window: no model, delegate or tooltip raises."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from osubrowser.models.table.rows_model import RowsModel
from osubrowser.services.places.places import (
    BEATMAP_VIEWS,
    BEATMAPSET_SECTIONS,
    AppPlace,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.ui.cards.card_grid import CardGrid
from osubrowser.ui.pages.player.page import SECTIONS
from osubrowser.ui.richtext.post_list import PostList
from osubrowser.ui.table.column_layout import FIGURES
from osubrowser.ui.table.row_table import RowTable
from tests.conftest import Server
from tests.e2e.conftest import Browser
from tests.idle import WAIT
from tests.ui.hostile_text import ChangingServer

NUMBERS: tuple[Any, ...] = (
    0,
    -1,
    2**31,
    2**63 - 1,
    -(2**63),
    2**64,
    10**400,
    -(10**400),
    1e308,
    -1e308,
    5e-324,
    0.1 + 0.2,
    9007199254740993,
    None,
)
MOMENTS = (
    "0001-01-01T00:00:00+00:00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "9999-12-31T23:59:59.999999+00:00",
    "2024-02-29T12:00:00Z",
    "",
    None,
)
TEXTS = ("", " ", "\u3000", "0", "-", "a\tb\nc", "Ω" * 3000, "\x00", "\U0001f600" * 50, None)
NEEDED = frozenset({"id", "mode", "playmode", "type", "access_token", "token_type"})
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.TextAlignmentRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.UserRole,
)
PLACES: tuple[Place, ...] = (
    *(
        RankingsPlace(type=type_)
        for type_ in ("performance", "score", "country", "team", "charts", "kudosu")
    ),
    *(
        UserPlace(2, "osu", section=kind.key, compare=3 if kind.key == "compare" else None)
        for kind in SECTIONS
    ),
    *(BeatmapsPlace(view=view) for view in BEATMAP_VIEWS),
    AppPlace("recent"),
)

SETS_AND_PACKS: tuple[Place, ...] = (
    *(BeatmapsetPlace(1443224, section=section) for section in BEATMAPSET_SECTIONS),
    BeatmapsetPlace(1443224, mods="HDDT"),
    BeatmapsetPlace(1443224, section="scores", player=2),
    BeatmapsetPlace(2377063, section="discussion"),
    BeatmapsetPlace(2377063, section="discussion", view="events"),
    BeatmapsetPlace(592246, section="comments"),
    BeatmapPlace(2589, "mania", section="scores"),
    ScorePlace(2797309065, "osu"),
    ListPlace("packs"),
    ListPlace("packs", (("beatmapset", "love"),)),
    ThingPlace("pack", "S1"),
    ListPlace("rooms"),
    ListPlace("friends"),
    *(ThingPlace("room", "930374", section=key) for key in ("", "leaderboard", "scores")),
    ThingPlace("room", "1041274", section="events"),
    *(ThingPlace("team", "987", section=key) for key in ("", "members")),
)

ARTICLES: tuple[Place, ...] = (
    ListPlace("news"),
    ThingPlace("news", "150"),
    ListPlace("changelog"),
    ListPlace("changelog", (("stream", "lazer"), ("view", "entries"))),
    ThingPlace("changelog", "lazer"),
    ListPlace("comments"),
    ListPlace("events"),
    ListPlace("scores"),
    ListPlace("tracks"),
    ListPlace("search", (("query", "rei"),)),
    ThingPlace("match", "113446296"),
    ThingPlace("topic", "2077000"),
    ThingPlace("wiki", "en/Main_page"),
)


class Extremes:
    """Change of a JSON value: some of its leaves become extreme, others stay.

    Args:
        seed: of the random choice.
        share: of the leaves that are changed.
    """

    def __init__(self, seed: int, share: float) -> None:
        self._draw = random.Random(seed)
        self._share = share

    def __call__(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [self(inner, key) for inner in value]
        if key in NEEDED or self._draw.random() > self._share:
            return value
        if isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-":
            return self._draw.choice(MOMENTS)
        if isinstance(value, str):
            return self._draw.choice(TEXTS)
        return self._draw.choice(NUMBERS)


@pytest.fixture
def browser_with(
    start: Callable[..., Browser], demo_world: World
) -> Iterator[Callable[[Extremes], Browser]]:
    """The program, a player signed in to a server with extreme values."""
    with DemoServer(world=demo_world) as demo:
        behind = Server(demo.url, demo.client_id, demo.client_secret, "")
        servers: list[ChangingServer] = []

        def make(change: Extremes) -> Browser:
            servers.append(ChangingServer(behind, change))
            browser = start("--server", servers[0].url)
            entering = browser.app.account.adopt(
                servers[0].url, demo.client_id, demo.client_secret, demo.player_token()
            )
            browser.run(entering, WAIT)
            return browser

        yield make
        for server in servers:
            server.close()


def views(root: QWidget) -> list[QAbstractItemView]:
    return [view for view in root.findChildren(QAbstractItemView) if view.model() is not None]


def read_all(model: QAbstractItemModel) -> int:
    """Ask a model for everything that Qt may ask; return the number of its cells.

    A text is looked up, not made: twice the same object. The sentence of a row alone, which only
    a screen reader asks for, is joined from such texts: it depends on the columns that are shown.
    """
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    rows = min(model.rowCount(), 60)
    for row in range(rows):
        for column in range(columns):
            index = model.index(row, column)
            for role in ROLES:
                value = model.data(index, role)
                if isinstance(value, str) and type(model).__module__.startswith("osubrowser."):
                    again = model.data(index, role)
                    if role == Qt.ItemDataRole.AccessibleDescriptionRole:
                        assert again == value, (type(model), value)
                    else:
                        assert again is value, (type(model), role, value)
            text = model.data(index, Qt.ItemDataRole.DisplayRole)
            assert text is None or isinstance(text, str)
    return rows * columns


def hover(view: QAbstractItemView) -> None:
    """Rest the mouse on each cell in view: its tooltip is asked for."""
    model, port = view.model(), view.viewport()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), 8)):
        for column in range(columns):
            at: QPoint = view.visualRect(model.index(row, column)).center()
            if port.rect().contains(at):
                event = QHelpEvent(QEvent.Type.ToolTip, at, port.mapToGlobal(at))
                QApplication.sendEvent(port, event)


def walk(view: QAbstractScrollArea, qtbot: QtBot) -> None:
    """Go through cards or posts with the keyboard; each time painted."""
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
        view.viewport().grab()


def sort_by_all(table: RowTable, model: RowsModel) -> None:
    """Sort by every column both ways, filter, select, copy; each time painted."""
    for column in model.columns:
        if column.sort is not None:
            for descending in (False, True):
                model.sort_by(column.key, descending)
                table.viewport().grab()
    model.set_filter("a")
    model.clear_arrangement()
    table.selectAll()
    if model.loaded:
        assert table.copy_selection() > 0


@pytest.mark.parametrize(
    ("seed", "share", "places"),
    [(1, 0.1, PLACES), (2, 0.7, PLACES), (3, 0.3, SETS_AND_PACKS), (4, 0.3, ARTICLES)],
)
def test_extreme_values_are_shown_or_left_out_and_nothing_raises(
    browser_with: Callable[[Extremes], Browser],
    qtbot: QtBot,
    seed: int,
    share: float,
    places: tuple[Place, ...],
) -> None:
    browser = browser_with(Extremes(seed, share))
    window, cells = browser.window, 0
    for place in places:
        window.navigator.open(place, "here")
        browser.wait(
            lambda: window.navigator.page is not None and window.navigator.page.is_settled, WAIT
        )
        page = window.navigator.page
        assert page is not None
        assert not window.grab().isNull()
        for view in views(page):
            cells += read_all(view.model())
            hover(view)
            model = view.model()
            if isinstance(view, RowTable) and isinstance(model, RowsModel) and view.isVisible():
                sort_by_all(view, model)
                for index in view.shown_columns():
                    if model.columns[index].kind in FIGURES:
                        assert view.columnWidth(index) >= view.sizeHintForColumn(index)
        for walked in (*page.findChildren(CardGrid), *page.findChildren(PostList)):
            if walked.isVisible():
                walk(walked, qtbot)
    assert cells > 500, "hardly anything of it was shown"

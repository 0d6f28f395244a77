"""5,000 cards with covers, and 20,000 difficulties: a scrolled frame against the rankings'."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.entities.beatmaps import Beatmapset, Covers
from osubrowser.api.entities.users import UserStatistics
from osubrowser.models.beatmaps.difficulty_match import ListedDifficulty
from osubrowser.models.beatmaps.listing_columns import difficulty_columns, set_columns
from osubrowser.models.rankings.rankings import columns_of
from osubrowser.models.table.column import Column, Row, make_rows
from osubrowser.models.table.paged_model import CursorSource, PagedModel, RowsPage
from osubrowser.services.beatmaps.marks import Mark, MarkedSets
from osubrowser.services.beatmaps.owned_index import OwnedIndex
from osubrowser.services.images.image_store import PIXEL_LIMIT, ImageStore
from osubrowser.services.places.places import RankingsPlace
from osubrowser.services.runtime.calls import Calls, make_executor
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.cards.card_grid import CardGrid
from osubrowser.ui.cards.card_layout import BEATMAPSET_CARD, CardMarks
from osubrowser.ui.error_messages import describe
from osubrowser.ui.lists.beatmap_cards import marks_of
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.table.paged_table import PagedTable
from osubrowser.ui.table.row_table import RowTable
from tests.asset_server import AssetServer
from tests.conftest import Server
from tests.services.downloads.parts import client_of
from tests.services.images.test_image_store import picture

SETS = 5_000
DIFFICULTIES = 20_000
PAGE = 50
STEP = 120
"""Pixels of a frame: a notch of the wheel."""
AT_MOST = 1.2
"""Times the 99th percentile of the rankings' frames, in one run."""
TURNS = 3
GROWTH = 24 * 1024 * 1024
"""Bytes that a second look at the same cards may add to the process."""
SEARCHES = 6
Columns = Sequence[Column[Any]]


@pytest.fixture
def scope(loop: asyncio.AbstractEventLoop) -> Iterator[TaskScope]:
    scope = TaskScope()
    yield scope
    scope.cancel_all()


@pytest.fixture
def pictures() -> Iterator[AssetServer]:
    server = AssetServer()
    yield server
    server.close()


@pytest.fixture
def store(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot, pictures: AssetServer, tmp_path: Path
) -> Iterator[ImageStore]:
    executor = make_executor()
    calls = Calls(executor)
    store = ImageStore(calls, tmp_path / "images", server=lambda: pictures.url)
    yield store
    store.close()
    store.deleteLater()
    calls.close()
    executor.shutdown(wait=True)


@pytest.fixture
def frozen() -> Iterator[None]:
    """No collection of cycles inside of a frame, as in the program (`services/runtime/idle_gc`)."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.fixture
def entities(demo_server: Server) -> tuple[list[UserStatistics], list[Beatmapset]]:
    """A page of the performance ranking, and some pages of the listing."""
    found: list[Beatmapset] = []
    with client_of(demo_server) as client:
        ranking = client.ranking("osu", "performance").ranking
        cursor = None
        for _ in range(SEARCHES):
            page = client.search_beatmapsets(cursor_string=cursor)
            found += page.beatmapsets
            cursor = page.cursor_string
    return ranking, found


def ranking_rows(entities: list[UserStatistics], columns: Columns, number: int) -> list[Row[Any]]:
    """Return rows with an avatar each."""
    items = []
    for place in range(number):
        entry = entities[place % len(entities)]
        assert entry.user is not None
        user = msgspec.structs.replace(entry.user, id=place, avatar_url=f"/avatar/{place}")
        items.append(msgspec.structs.replace(entry, user=user))
    return make_rows(columns, items, identity=numbers())


def set_rows(sets: list[Beatmapset], columns: Columns) -> list[Row[Any]]:
    """Return rows with a cover each."""
    items = [
        msgspec.structs.replace(
            sets[place % len(sets)],
            id=place + 1,
            title=f"{sets[place % len(sets)].title} {place}",
            covers=Covers(list_2x=f"/cover/{place}"),
            nsfw=place % 10 == 9,
        )
        for place in range(SETS)
    ]
    return make_rows(columns, items, identity=lambda one: one.id)


def marks_in_ram() -> Callable[[Beatmapset], CardMarks]:
    """Return the marks of a set, of which half are marked, beside an osu! of 100,000 sets."""
    marked = MarkedSets()
    marked.set_mark(range(0, SETS, 2), Mark.LIKED)
    index = OwnedIndex(array("Q", range(0, 200_000, 2)), checksums=array("Q", range(100_000)))
    owned = SimpleNamespace(owns=lambda s: index.owns(s.id, (b.checksum for b in s.beatmaps or ())))
    services: Any = SimpleNamespace(marks=marked, owned=owned)
    return lambda beatmapset: marks_of(beatmapset, services)


def numbers() -> Callable[[object], int]:
    number = count()
    return lambda _: next(number)


class Window:
    """A window of one list, whose pages of 50 come as they are reached."""

    def __init__(
        self, qtbot: QtBot, scope: TaskScope, columns: Columns, rows: list[Row[Any]]
    ) -> None:
        async def fetch(cursor: Any) -> RowsPage:
            first = cursor or 0
            await asyncio.sleep(0)
            more = first + PAGE if first + PAGE < len(rows) else None
            return RowsPage(rows[first : first + PAGE], total=len(rows), next=more)

        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1200, 800)
        self.model = PagedModel(columns, scope, is_wait=lambda _: None)
        self.rows = PagedTable(
            self.model, describe=describe, colours=ramp(200, is_dark=True), parent=self.window
        )
        self.model.setParent(self.rows)
        self.rows.setGeometry(0, 0, 1200, 800)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.model.show(CursorSource(fetch))
        qtbot.waitUntil(lambda: self.model.loaded >= PAGE)

    def frames(self, most: int, step: int = STEP) -> list[float]:
        """Scroll down; return the CPU time of each frame, with what came in it, sorted."""
        view: RowTable | CardGrid = self.rows.view
        bar, viewport = view.verticalScrollBar(), view.viewport()
        bar.setValue(0)
        found: list[float] = []
        while len(found) < most and (bar.value() < bar.maximum() or not self.is_complete):
            began = time.thread_time()
            bar.setValue(bar.value() + step)
            viewport.repaint()
            QTest.qWait(1)  # pictures and pages come
            found.append(time.thread_time() - began)
        return sorted(found)

    @property
    def is_complete(self) -> bool:
        return self.model.loaded == self.model.total


def at_99(frames: Sequence[float]) -> float:
    return frames[int(len(frames) * 0.99)]


def said(name: str, frames: Sequence[float]) -> str:
    middle = frames[len(frames) // 2] * 1000
    return f"{name}: {len(frames)} frames, p50 {middle:.2f} ms, p99 {at_99(frames) * 1000:.2f} ms"


def resident() -> int:
    """Return the bytes of this process in RAM; 0 where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return 0
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * int(os.sysconf("SC_PAGE_SIZE"))


def ratio_of(ours: Window, theirs: Window, name: str) -> float:
    """Return the ratio of the 99th percentiles of some hundred frames; the quietest turn counts."""
    ratios: list[float] = []
    while len(ratios) < TURNS and min(ratios, default=AT_MOST + 1) > AT_MOST:
        frames, others = ours.frames(600), theirs.frames(600)
        ratios.append(at_99(frames) / at_99(others))
        print(f"\n{said(name, frames)}; {said('rankings', others)}; ratio {ratios[-1]:.2f}")
    return min(ratios)


@pytest.mark.usefixtures("frozen")
def test_cards_scroll_as_the_rankings_do_and_each_cover_comes_once(
    qtbot: QtBot,
    scope: TaskScope,
    store: ImageStore,
    pictures: AssetServer,
    entities: tuple[list[UserStatistics], list[Beatmapset]],
) -> None:
    body = picture(300, 300)
    answers: Any = pictures.answers
    answers.update({f"/cover/{n}": (200, {}, body) for n in range(SETS)})
    answers.update({f"/avatar/{n}": (200, {}, picture(128, 128)) for n in range(PAGE)})
    answers.update({f"/avatar/{n}": answers["/avatar/0"] for n in range(SETS)})
    columns = columns_of(RankingsPlace(), lambda _code: None)
    rankings = Window(qtbot, scope, columns, ranking_rows(entities[0], columns, SETS))
    store.supply(rankings.rows.table)
    columns = set_columns(original=False)
    cards = Window(qtbot, scope, columns, set_rows(entities[1], columns))
    grid = cards.rows.show_cards()
    asked: set[str] = set()
    shown: list[bool] = []

    def cover(url: str, width: int, height: int, shape: str) -> QPixmap | None:
        first, last = grid.visible_rows()
        shown.append(first <= int(url.split("/")[-1]) <= last)
        asked.add(url)
        return store.request(url, width, height, shape)

    marks = marks_in_ram()
    grid.use(BEATMAPSET_CARD, decorate=lambda row: marks(row.item), preview=lambda _: None)
    grid.set_pictures(cover)
    store.ready.connect(grid.pictures_ready)

    whole = cards.frames(10 * SETS)
    assert cards.is_complete
    fetched = Counter(path for path in pictures.asked if path.startswith("/cover"))
    assert shown
    assert all(shown)
    assert set(fetched) <= asked
    assert not any(url.endswith("9") for url in asked)  # explicit ones have no cover
    assert max(fetched.values()) == 1
    assert ratio_of(cards, rankings, "cards") <= AT_MOST
    before = resident()
    cards.frames(10 * SETS, 4 * STEP)
    after = resident()
    print(
        f"\n{said(f'all {SETS:,} cards', whole)}; {len(fetched):,} covers fetched once each; "
        f"{before:,} bytes with all cards, {after:,} after they were scrolled through again, "
        f"{store._pixmaps.size:,} of them pictures"
    )
    assert store._pixmaps.size <= PIXEL_LIMIT
    assert after - before <= GROWTH


@pytest.mark.usefixtures("frozen")
def test_difficulties_scroll_as_the_rankings_do(
    qtbot: QtBot, scope: TaskScope, entities: tuple[list[UserStatistics], list[Beatmapset]]
) -> None:
    columns = columns_of(RankingsPlace(), lambda _code: None)
    rankings = Window(qtbot, scope, columns, ranking_rows(entities[0], columns, SETS))
    found = [
        ListedDifficulty(beatmapset, beatmap, str(beatmap.mode or ""))
        for beatmapset in entities[1]
        for beatmap in beatmapset.beatmaps or ()
    ]
    items = [found[place % len(found)] for place in range(DIFFICULTIES)]
    columns = difficulty_columns(original=False)
    rows = make_rows(columns, items, identity=numbers())
    difficulties = Window(qtbot, scope, columns, rows)
    marks = marks_in_ram()
    difficulties.rows.table.set_marks(lambda row: marks(row.item.beatmapset))
    difficulties.model.replace_all(rows)
    assert difficulties.model.loaded == DIFFICULTIES
    bar = difficulties.rows.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 600 * STEP)
    assert ratio_of(difficulties, rankings, "difficulties") <= AT_MOST

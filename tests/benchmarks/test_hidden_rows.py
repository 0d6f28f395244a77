"""Local filters of the listing: rows are hidden and shown again without a stall."""

from __future__ import annotations

import gc
import time
from array import array
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.modes import GameMode
from osubrowser.models.beatmaps.difficulty_match import ListedDifficulty
from osubrowser.models.beatmaps.listing_columns import (
    difficulty_columns,
    difficulty_identity,
    set_columns,
    set_identity,
)
from osubrowser.models.beatmaps.local_filters import ListingFilter, LocalFilters, SetFacts, set_of
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.paged_model import PagedModel
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.services.beatmaps.excludes import Excludes
from osubrowser.services.beatmaps.marks import BeatmapMarks, Mark, MarkedSets
from osubrowser.services.beatmaps.owned_index import OwnedIndex
from osubrowser.services.runtime.tasks import TaskScope
from tests.benchmarks.stalls import Stalls, frame_here

SETS = 5000
DIFFICULTIES = 4
OWNED = OwnedIndex(array("Q", range(1, 300_000, 3)))


def owns(beatmapset: Beatmapset) -> bool:
    return OWNED.owns(beatmapset.id, (one.checksum for one in beatmapset.beatmaps or ()))


def listing() -> list[Beatmapset]:
    """Return sets with difficulties."""
    return [
        Beatmapset(
            id=number,
            title=f"Title {number}",
            artist=f"Artist {number % 300}",
            creator=f"mapper {number % 500}",
            tags=f"anime {number} featured artist japanese love live opening",
            genre_id=number % 14,
            beatmaps=[
                Beatmap(
                    id=10 * number + n,
                    beatmapset_id=number,
                    mode=GameMode.OSU,
                    version=f"{n}",
                    checksum=f"{number:032x}",
                )
                for n in range(DIFFICULTIES)
            ],
        )
        for number in range(1, SETS + 1)
    ]


def shown_model(qtbot: QtBot, view: str) -> tuple[PagedModel, QTableView]:
    """Return a model with all rows of the listing, and its table."""
    sets = listing()
    if view == "sets":
        columns: Any = set_columns(original=False)
        rows = make_rows(columns, sets, identity=set_identity)
    else:
        columns = difficulty_columns(original=False)
        each = [ListedDifficulty(s, b, "osu") for s in sets for b in s.beatmaps or ()]
        rows = make_rows(columns, each, identity=difficulty_identity)

    async def fetch(_cursor: object) -> RowsPage:
        return RowsPage(rows, total=len(rows))

    model = PagedModel(columns, TaskScope(), is_wait=lambda _: None)
    table = QTableView()
    table.setModel(model)
    qtbot.addWidget(table)
    table.show()
    model.show(CursorSource(fetch))
    qtbot.waitUntil(lambda: model.loaded == len(rows))
    return model, table


@contextmanager
def without_collections() -> Iterator[Stalls]:
    """Measure stalls as in the program, where a collection waits until there is no input."""
    gc.collect()
    gc.freeze()
    gc.disable()
    stalls = Stalls(time.process_time)
    try:
        yield stalls
    finally:
        stalls.stop()
        gc.enable()
        gc.unfreeze()


@pytest.mark.parametrize("view", ["sets", "difficulties"])
def test_hidden_sets_vanish_without_a_stall(
    qtbot: QtBot, loop: AbstractEventLoop, view: str
) -> None:
    stored = MarkedSets()
    marks = BeatmapMarks(lambda: stored)
    model, table = shown_model(qtbot, view)
    facts = SetFacts()

    def use(filters: LocalFilters) -> None:
        model.set_row_filter(ListingFilter(filters, marks.state, owns, facts))

    def mark(set_ids: range) -> None:
        marks.set_mark(set_ids, Mark.HIDDEN)
        model.filter_again(lambda row: set_of(row.item).id in set_ids)

    excludes = Excludes.of(tags=["opening 3", "japanese"], genres=[3])
    each = 1 if view == "sets" else DIFFICULTIES
    steps: list[tuple[str, Callable[[], None], int]] = [
        ("a filter that hides nothing", lambda: use(LocalFilters()), SETS),
        ("what is owned", lambda: use(LocalFilters(owned="not")), SETS - (SETS + 2) // 3),
        ("what is excluded", lambda: use(LocalFilters(excludes=excludes)), 0),
        ("nothing again", lambda: use(LocalFilters()), SETS),
        ("one set that is marked", lambda: mark(range(100, 101)), SETS - 1),
        ("a thousand that are marked", lambda: mark(range(100, 1100)), SETS - 1000),
        ("every second one", lambda: mark(range(2, SETS + 1, 2)), SETS - SETS // 2 - 500),
    ]
    longest = {}
    with without_collections() as stalls:
        for name, act, left in steps:
            stalls.take()
            act()
            qtbot.waitUntil(lambda: not model.is_filtering)
            qtbot.waitUntil(lambda: True)  # what the view makes of it
            longest[name] = stalls.take()
            assert model.rowCount() == left * each, name
    assert table.isVisible()
    words_of = ", ".join(f"{name} {took * 1000:.1f} ms" for name, took in longest.items())
    print(f"\nthe longest stalls of {model.loaded:,} rows: {words_of}")
    assert max(longest.values()) < frame_here()

"""20,000 difficulties: sorted, filtered and hidden, against the rows of a ranking."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.api.entities.users import UserStatistics
from osubrowser.models.beatmaps.difficulty_match import DifficultyFilter
from osubrowser.models.beatmaps.listing_columns import difficulty_columns, difficulty_identity
from osubrowser.models.beatmaps.listing_query import ListingQuery
from osubrowser.models.beatmaps.local_filters import ListingFilter, LocalFilters, SetFacts
from osubrowser.models.rankings.rankings import columns_of
from osubrowser.models.table.column import Column, Row, make_rows
from osubrowser.models.table.paged_model import CursorSource, PagedModel
from osubrowser.models.table.sort_filter import SortedRows, SortFilter
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.beatmaps.excludes import Excludes
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.places.places import RankingsPlace
from osubrowser.services.runtime.tasks import TaskScope
from tests.costs import ratio
from tests.idle import PatientBot

SETS, OF_A_SET = 5_000, 4
PLAYERS = 10_000
AS_FAST = 2.0
"""Times the cost of a row of a ranking, each."""
BY_FIGURE = 3.0
"""The same for figures: twice as many entities as fit into the processor's cache are looked at."""
HIDDEN_AT_MOST = 2.0
"""Times the cost of sorting the same rows."""
ARRIVES_AT_MOST = 0.5
"""Times the cost of sorting the same rows: what a page costs that arrives among them."""
Columns = Sequence[Column[Any]]


def sets() -> list[Beatmapset]:
    draw = random.Random(1)
    return [
        msgspec.convert(
            {
                "id": number,
                "title": f"Song {draw.random()}",
                "artist": f"Band {draw.random()}",
                "creator": f"mapper {draw.randrange(900)}",
                "tags": "some tags of a song that people search for",
                "beatmaps": [
                    {
                        "id": number * OF_A_SET + place,
                        "mode": draw.choice(["osu", "mania"]),
                        "version": f"Insane {place}",
                        "difficulty_rating": draw.random() * 8,
                        "ar": draw.random() * 10,
                        "playcount": draw.randrange(10**6),
                    }
                    for place in range(OF_A_SET)
                ],
            },
            Beatmapset,
        )
        for number in range(SETS)
    ]


def players() -> list[UserStatistics]:
    draw = random.Random(2)
    return [
        msgspec.convert(
            {
                "pp": draw.random() * 10_000,
                "play_count": draw.randrange(10**6),
                "user": {"id": number, "username": f"player {draw.random()}"},
            },
            UserStatistics,
        )
        for number in range(PLAYERS)
    ]


def model_of(
    qtbot: PatientBot, scope: TaskScope, columns: Columns, rows: list[Row[Any]]
) -> PagedModel:
    async def fetch(_: object) -> RowsPage:
        return RowsPage(rows, total=len(rows))

    model = PagedModel(columns, scope, is_wait=lambda _: None)
    model.show(CursorSource(fetch))
    qtbot.waitUntil(lambda: model.loaded == len(rows))
    return model


def sorts(model: PagedModel, *keys: str) -> Callable[[], None]:
    def work() -> None:
        for key in keys:
            model.sort_by(key, descending=True)
        model.clear_arrangement()

    return work


def filters(model: PagedModel, needle: str) -> Callable[[], None]:
    def work() -> None:
        model.set_filter(needle)
        model.set_filter("")

    return work


@pytest.mark.usefixtures("loop")
def test_a_difficulty_is_sorted_and_filtered_as_fast_as_a_player(
    qapp: QApplication, qtbot: PatientBot
) -> None:
    scope = TaskScope()
    columns = difficulty_columns(original=False)
    every = [one for one_set in sets() for one in DifficultyFilter(ListingQuery()).of_set(one_set)]
    rows = make_rows(columns, every, identity=difficulty_identity)
    assert len(rows) == SETS * OF_A_SET
    listing = model_of(qtbot, scope, columns, rows)
    ranking_columns = columns_of(RankingsPlace(), lambda _: None)
    ranked = make_rows(ranking_columns, players(), identity=lambda one: one.user.id)
    ranking = model_of(qtbot, scope, ranking_columns, ranked)
    scale = PLAYERS / len(rows)
    sorting, plain_sorting = sorts(listing, "stars", "plays"), sorts(ranking, "pp", "play_count")
    by_figure = ratio(sorting, plain_sorting) * scale
    by_name = ratio(sorts(listing, "title"), sorts(ranking, "player")) * scale
    by_text = ratio(filters(listing, "insane 3"), filters(ranking, "player 3")) * scale

    facts = SetFacts()
    choices = (
        LocalFilters(ruleset="mania", excludes=Excludes.of(tags=["other"])),
        LocalFilters(ruleset="osu", hide_seen=True, excludes=Excludes.of(tags=["other"])),
    )

    def hide() -> None:
        for chosen in choices:
            listing.set_row_filter(
                ListingFilter(chosen, _marks, lambda one: one.id % 3 == 0, facts)
            )
            while listing.is_filtering:
                listing._ask_some()  # the next slice, which would wait for other events

    hidden = ratio(hide, sorting)
    listing.set_row_filter(None)

    column = next(column for column in columns if column.key == "stars")
    in_order = SortFilter(column, descending=True)
    shown = in_order.apply(rows)
    known, page = SortedRows(shown, column, True), rows[:200]
    arrives = ratio(lambda: known.add(page), lambda: in_order.apply(rows))
    print(
        f"\na row against a player's: sorted by a figure x{by_figure:.2f}, by a name "
        f"x{by_name:.2f}, filtered x{by_text:.2f}; against sorting them: hidden x{hidden:.2f}, "
        f"a page put among them x{arrives:.2f}"
    )
    scope.cancel_all()
    assert by_figure <= BY_FIGURE
    assert by_name <= AS_FAST
    assert by_text <= AS_FAST
    assert hidden <= HIDDEN_AT_MOST
    assert arrives <= ARRIVES_AT_MOST


def _marks(number: int) -> Mark:
    return Mark.SEEN if number % 7 == 0 else Mark.NONE

"""Rows of a table: made, sorted and filtered, against the plain Python that it takes at least."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.table.paged_model import PagedModel
from osubrowser.models.table.sources import NumberedSource, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from tests.costs import ratio
from tests.idle import PatientBot

ROWS = 10_000
FORMATTED_AT_MOST = 6.0
"""Times that formatting the numbers alone takes."""
LOCALISED_AT_MOST = 1.8
"""Times that Python's own format takes."""
SORTED_AT_MOST = 8.0
"""Times that Python takes to sort the same numbers, or to look for a word in the same names."""


def test_making_rows_against_formatting_their_numbers() -> None:
    columns = [
        Column[int](f"c{place}", "C", 80, CellKind.NUMBER, text=lambda p, n: f"{p * n:,}")
        for place in range(14)
    ]
    players = [n * 7919 for n in range(50)]

    def plain() -> list[list[str]]:
        return [[f"{p * n:,}" for _ in columns] for n, p in enumerate(players, 1)]

    found = ratio(lambda: make_rows(columns, players, identity=lambda p: p), plain, turns=200)
    print(f"\na page of 14 columns: x{found:.2f} of formatting its numbers")
    assert found <= FORMATTED_AT_MOST


@pytest.mark.parametrize(
    ("code", "most"), [("en", LOCALISED_AT_MOST), ("de", 2 * LOCALISED_AT_MOST)]
)
def test_numbers_in_the_notation_of_a_language_against_pythons(code: str, most: float) -> None:
    values = [n * 7919.25 for n in range(1000)]
    numerals.set_locale(code)
    try:
        found = ratio(
            lambda: [numerals.decimal(value, 2) for value in values],
            lambda: [f"{value:,.2f}" for value in values],
            turns=100,
        )
    finally:
        numerals.set_locale("en")
    print(f"\na thousand numbers in {code}: x{found:.2f} of Python's own format")
    assert found <= most


@pytest.mark.usefixtures("loop")
def test_sorting_and_filtering_against_plain_lists(qapp: QApplication, qtbot: PatientBot) -> None:
    columns = (
        Column[int]("name", "Player", 90, CellKind.TEXT, text=lambda item, _: f"player {item}"),
        Column[int](
            "pp", "pp", 60, CellKind.NUMBER, text=lambda i, _: str(i), sort=lambda i, _: i % 997
        ),
    )
    items = range(1, ROWS + 1)

    async def fetch(_: int) -> RowsPage:
        return RowsPage(make_rows(columns, items, identity=lambda item: item), total=ROWS)

    scope = TaskScope()
    model = PagedModel(columns, scope, is_wait=lambda _: None)
    model.show(NumberedSource(ROWS, fetch))
    qtbot.waitUntil(lambda: model.loaded == ROWS)
    rows = [row for row in map(model.row_at, range(ROWS)) if row is not None]

    def key(row: Row[int]) -> int:
        return row.item % 997

    def sort() -> None:
        model.sort_by("pp", descending=True)
        model.sort_by("pp", descending=False)

    def plain_sort() -> None:
        for is_reversed in (True, False):
            sorted(rows, key=key, reverse=is_reversed)

    def filter_() -> None:
        model.set_filter("player 12")
        model.set_filter("")

    def plain_filter() -> list[Row[int]]:
        return [row for row in rows if "player 12" in row.texts[0].casefold()]

    sorting = ratio(sort, plain_sort, turns=20)
    filtering = ratio(filter_, plain_filter, turns=20)
    print(f"\n{ROWS} rows: sorting x{sorting:.2f} of a list, filtering x{filtering:.2f}")
    scope.cancel_all()
    assert sorting <= SORTED_AT_MOST
    assert filtering <= SORTED_AT_MOST

"""The slots of a list by page number: what pages show beats what the server claims."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.models.table.column import Row
from osubrowser.models.table.numbered_pages import LARGEST, NumberedPages
from osubrowser.models.table.sources import RowsPage


def row(number: int, identity: int | None = None) -> Row[int]:
    return Row(
        number if identity is None else identity,
        number,
        number,
        (str(number),),
        (None,),
        (0,),
        ("",),
    )


def full(page: int, size: int = 10, **kwargs: object) -> RowsPage:
    rows = [row(n) for n in range((page - 1) * size + 1, page * size + 1)]
    defaults: dict[str, object] = {"total": 1000, "next": page + 1}
    return RowsPage(rows, **(defaults | kwargs))  # type: ignore[arg-type] # total and next only


def put(pages: NumberedPages, number: int, page: RowsPage) -> None:
    for splice in pages.place(number, page):
        pages.apply(splice)


def numbers(pages: NumberedPages) -> list[int | None]:
    return [None if r is None else r.number for r in pages.slots]


def test_before_the_first_page_there_is_one_page_of_skeletons() -> None:
    pages = NumberedPages(10)

    assert numbers(pages) == [None] * 10
    assert pages.total is None
    assert not pages.is_complete
    assert pages.wanted(0, 9, 0, 2) == ([1], [])


def test_starting_far_down_there_are_skeletons_to_stand_on() -> None:
    pages = NumberedPages(10, start=25)

    assert len(pages.slots) == 30
    assert pages.wanted(25, 25, 0, 2) == ([3], [])


def test_the_first_page_brings_all_rows_as_skeletons() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1, total=995))

    assert numbers(pages) == [*range(1, 11), *[None] * 985]
    assert pages.total == 995
    assert pages.loaded == 10


def test_a_jump_fills_its_own_page_only() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1))
    put(pages, 100, full(100, next=None))

    assert numbers(pages)[-10:] == [*range(991, 1001)]
    assert numbers(pages)[10:990] == [None] * 980
    assert pages.wanted(985, 999, 1, 2) == ([99], [])
    assert not pages.is_complete


def test_pages_ahead_are_wanted_in_the_direction_of_travel() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1))

    assert pages.wanted(0, 9, 0, 2) == ([], [2])
    assert pages.wanted(0, 9, 1, 2) == ([], [2, 3])
    assert pages.wanted(500, 505, -1, 2) == ([51], [50, 49])
    assert pages.wanted(995, 999, 1, 2) == ([100], [])
    assert pages.wanted(0, 5, -1, 2) == ([], [])


def test_a_short_page_in_the_middle_is_just_short() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1, total=40))
    put(pages, 2, RowsPage([row(n) for n in range(11, 20)], total=40, next=3))
    put(pages, 3, full(3, total=40))

    assert numbers(pages) == [*range(1, 20), *range(21, 31), *[None] * 10]
    put(pages, 4, full(4, total=40, next=None))
    assert pages.is_complete
    assert pages.total == 39


def test_rows_that_moved_to_the_next_page_are_not_shown_twice() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1, total=20))
    put(pages, 2, RowsPage([row(11, identity=10), *(row(n) for n in range(12, 21))], total=20))

    ids = [r.id for r in pages.slots if r is not None]
    assert ids == [*range(1, 11), *range(12, 21)]
    assert pages.is_complete


def test_a_page_without_a_next_one_is_the_last_whatever_the_total_claims() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1, total=1000, next=None))

    assert len(pages.slots) == 10
    assert pages.total == 10
    assert pages.is_complete


def test_an_empty_second_page_ends_the_list() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1))
    put(pages, 2, RowsPage([], total=1000))

    assert len(pages.slots) == 10
    assert pages.is_complete


def test_an_empty_far_page_is_followed_by_one_look_before_it_then_by_what_is_known() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1))
    put(pages, 100, RowsPage([], total=1000))
    assert len(pages.slots) == 990
    assert pages.total is None
    put(pages, 99, RowsPage([], total=1000))
    assert len(pages.slots) == 20
    assert pages.wanted(10, 19, 1, 2) == ([2], [])
    put(pages, 2, RowsPage([], total=1000))
    assert numbers(pages) == [*range(1, 11)]
    assert pages.is_complete


def test_after_a_wrong_claim_the_list_grows_by_what_is_found() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1))
    put(pages, 100, RowsPage([]))
    put(pages, 99, RowsPage([]))
    put(pages, 2, full(2))

    assert numbers(pages) == [*range(1, 21), *[None] * 10]
    put(pages, 3, full(3, next=None))
    assert pages.is_complete
    assert pages.total == 30


def test_beyond_the_end_the_last_page_sent_again_is_not_taken_for_new_rows() -> None:
    pages = NumberedPages(10, start=500)
    last = RowsPage([row(n) for n in range(91, 98)], total=97)
    put(pages, 51, last)

    assert numbers(pages) == [None] * 97
    assert pages.loaded == 0
    assert pages.total == 97
    assert pages.wanted(96, 96, 0, 2) == ([10], [])


def test_more_rows_than_claimed_are_shown() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1, total=10))

    assert len(pages.slots) == 20
    put(pages, 2, full(2, total=10, next=None))
    assert pages.total == 20


def test_without_a_total_the_list_grows_a_page_at_a_time() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1, total=None))
    assert len(pages.slots) == 20
    assert pages.total is None
    put(pages, 2, full(2, total=None, next=None))
    assert len(pages.slots) == 20
    assert pages.is_complete


def test_an_empty_list_is_complete() -> None:
    pages = NumberedPages(10)
    put(pages, 1, RowsPage([], total=0))

    assert pages.slots == []
    assert pages.is_complete
    assert pages.total == 0


@pytest.mark.parametrize("claim", [10**15, -3])
def test_an_absurd_total_costs_no_memory(claim: int) -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1, total=claim))

    assert 10 <= len(pages.slots) <= LARGEST


def test_a_copy_goes_its_own_way() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1, total=30))
    copy = pages.copy()
    put(copy, 2, full(2, total=30))

    assert pages.loaded == 10
    assert numbers(copy) == [*range(1, 21), *[None] * 10]
    put(pages, 2, full(2, total=30))
    assert numbers(pages) == numbers(copy)


def test_a_place_in_the_list_is_found_behind_short_pages() -> None:
    pages = NumberedPages(10)
    put(pages, 1, full(1, total=40))
    put(pages, 2, RowsPage([row(n) for n in range(11, 19)], total=40, next=3))
    put(pages, 3, full(3, total=40))

    assert [pages.number_of(slot) for slot in (0, 17, 18, 37)] == [1, 18, 21, 40]
    assert pages.slot_of(1) == 0
    assert pages.slot_of(18) == 17
    assert pages.slot_of(20) == 17
    assert pages.slot_of(21) == 18
    assert pages.slot_of(40) == 37
    assert pages.slot_of(4000) == 37
    assert pages.slot_of(-1) == 0


@dataclass
class World:
    """A server whose pages may be short, whose total may be wrong."""

    rows: int
    claimed: int | None
    clamps: bool
    holes: set[int] = field(default_factory=set)

    def page(self, number: int) -> RowsPage:
        last = max(1, -(-self.rows // 10))
        if self.clamps:
            number = min(number, last)
        span = range((number - 1) * 10 + 1, min(number * 10, self.rows) + 1)
        rows = [row(n) for n in span if n not in self.holes or n == span[0]]
        return RowsPage(rows, self.claimed, number + 1 if number < last else None)


worlds = st.builds(
    World,
    rows=st.integers(0, 95),
    claimed=st.none() | st.integers(0, 130),
    clamps=st.booleans(),
    holes=st.sets(st.integers(1, 95), max_size=8),
)


@settings(max_examples=150)
@given(worlds, st.integers(0, 120), st.lists(st.integers(0, 200), max_size=6))
def test_wherever_one_looks_each_page_is_asked_once_and_every_row_is_found(
    world: World, start: int, looks: list[int]
) -> None:
    if world.claimed is not None and world.clamps:
        world.claimed = world.rows  # a server that clamps knows its total
    if world.claimed is not None and world.claimed < world.rows:
        start = 0  # from far below, rows beyond the claim look like the last page sent again
    pages, asked = NumberedPages(10, start=start), []

    def look(first: int) -> None:
        while True:
            bottom = max(0, len(pages.slots) - 1)
            top = min(first, bottom)
            in_view, _ = pages.wanted(top, min(top + 5, bottom), 1, 0)
            if not in_view:
                return
            for number in in_view:
                asked.append(number)
                before = list(pages.slots)
                for splice in pages.place(number, world.page(number)):
                    before[splice.first : splice.first + splice.removed] = splice.slots
                    pages.apply(splice)
                assert before == pages.slots
                assert pages.slots == pages._fill()

    look(start)
    for first in looks:
        look(first)
    for first in range(200):
        look(first)

    assert len(asked) == len(set(asked))
    found = [r.number for r in pages.slots if r is not None]
    span_starts = {n for n in range(1, world.rows + 1) if n % 10 == 1}
    wanted = [n for n in range(1, world.rows + 1) if n not in world.holes or n in span_starts]
    if world.claimed is None and world.clamps:
        assert sorted(found) == wanted  # the last page may be met under a later number
    else:
        assert found == wanted
    assert pages.is_complete


def test_rows_are_replaced_by_others_of_the_same_ids_and_later_pages_leave_them() -> None:
    """Also in a copy, whose original stays as it was."""
    pages = NumberedPages(10)
    put(pages, 1, full(1, seen_at=5.0))
    put(pages, 3, full(3))
    saved = pages.copy()
    fresh = [Row(n, n, n, ("new",), (None,), (0,), ("",)) for n in (2, 25)]
    assert pages.update({one.id: one for one in [*fresh, row(500)]}) == [1, 24]
    put(pages, 2, full(2))
    renewed = pages.renewed(3, full(3))
    for slots, changed in ((pages.slots, {2, 25}), (renewed.slots, {2}), (saved.slots, set())):
        assert {one.id for one in slots if one is not None and one.texts == ("new",)} == changed
    assert numbers(pages)[:30] == list(range(1, 31))
    other = pages.mapped(
        lambda one: Row(one.id, one.item, one.number, ("x",), (None,), (0,), ("",))
    )
    assert {one.texts for one in other.slots if one is not None} == {("x",)}
    assert numbers(other) == numbers(pages)
    assert numbers(other.renewed(1, full(1)))[:30] == list(range(1, 31))

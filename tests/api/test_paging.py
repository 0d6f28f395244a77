"""Pagination: every kind of next page, and protection against endless lists."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osubrowser.api import Client, Cursor, MemoryTokenStore, RankingType
from osubrowser.api.entities.base import Entity
from osubrowser.api.paging import FetchedPage, by_cursor, by_offset, by_page, iterate_pages, paged
from tests.api.conftest import Exchange, Stub
from tests.conftest import Server


class Thing(Entity, frozen=True, kw_only=True):
    id: int | None = None
    name: str = ""


class Things(Entity, frozen=True, kw_only=True):
    things: list[Thing] = msgspec.field(default_factory=list)
    people: list[Thing] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None
    has_more: bool = True


def things(*ids: int | None, **more: Any) -> Things:
    return Things(things=[Thing(id=i, name=str(i)) for i in ids], **more)


class Shelf:
    """Answers calls with pages that a test wrote down, and remembers the calls."""

    def __init__(self, *pages: Any) -> None:
        self.pages = list(pages)
        self.asked: list[dict[str, Any]] = []

    def _next(self, **arguments: Any) -> Any:
        self.asked.append({k: v for k, v in arguments.items() if v is not None})
        return self.pages.pop(0) if len(self.pages) > 1 else self.pages[0]

    @by_cursor
    def plain(self, word: str = "", *, cursor: Cursor | None = None) -> Things:
        page: Things = self._next(word=word or None, cursor=cursor)
        return page

    @by_cursor(items="things")
    def by_string(
        self,
        *,
        cursor: Cursor | None = None,
        cursor_string: str | None = None,
        page: int | None = None,
    ) -> Things:
        page_: Things = self._next(cursor=cursor, cursor_string=cursor_string, page=page)
        return page_

    @by_offset()
    def listed(self, *, limit: int | None = None, offset: int | None = None) -> list[Thing]:
        page: list[Thing] = self._next(limit=limit, offset=offset)
        return page

    @by_offset(short_page_ends=False)
    def filtered(self, *, limit: int | None = None, offset: int | None = None) -> list[Thing]:
        page: list[Thing] = self._next(limit=limit, offset=offset)
        return page

    @by_page(items="things", size=3)
    def numbered(self, *, limit: int | None = None, page: int | None = None) -> Things:
        page_: Things = self._next(limit=limit, page=page)
        return page_

    @by_page(items="things", last=2)
    def two(self, page: int = 1) -> Things:
        page_: Things = self._next(page=page)
        return page_

    def whole(self) -> Things:
        return things(1)


def ids(pages: list[Things]) -> list[list[int | None]]:
    return [[thing.id for thing in page.things] for page in pages]


def many(start: int, count: int) -> list[Thing]:
    return [Thing(id=i) for i in range(start, start + count)]


# --- cursors ---------------------------------------------------------------------------------


def test_a_cursor_is_followed_until_there_is_none_and_the_rest_is_repeated() -> None:
    shelf = Shelf(things(1, 2, cursor=Cursor(page=2)), things(3, cursor=Cursor(page=3)), things(4))
    assert ids(list(iterate_pages(shelf.plain, "word"))) == [[1, 2], [3], [4]]
    assert shelf.asked == [
        {"word": "word"},
        {"word": "word", "cursor": Cursor(page=2)},
        {"word": "word", "cursor": Cursor(page=3)},
    ]


def test_a_walk_asks_only_for_what_is_wanted() -> None:
    shelf = Shelf(things(1, cursor=Cursor(a=1)), things(2, cursor=Cursor(a=2)), things(3))
    walk = iterate_pages(shelf.plain)
    assert not shelf.asked
    next(walk)
    next(walk)
    assert len(shelf.asked) == 2


def test_a_cursor_string_serves_where_there_is_no_cursor() -> None:
    text = base64.urlsafe_b64encode(b'{"id":7}').decode().rstrip("=")
    shelf = Shelf(things(1, cursor_string=text), things(2, cursor_string="no cursor at all"))
    assert ids(list(iterate_pages(shelf.by_string, cursor_string="started"))) == [[1], [2]]
    assert shelf.asked == [{"cursor_string": "started"}, {"cursor": Cursor(id=7)}]


def test_a_page_number_starts_a_walk_that_cursors_go_on() -> None:
    shelf = Shelf(things(1, cursor=Cursor(id=1)), things(2))
    list(iterate_pages(shelf.by_string, page=4))
    assert shelf.asked == [{"page": 4}, {"cursor": Cursor(id=1)}]


@pytest.mark.parametrize(
    "pages",
    [
        [things(1, cursor=Cursor(page=2))],
        [things(1, cursor=Cursor(page=2)), things(cursor=Cursor(page=3))],
        [things(1, cursor=Cursor(page=2)), things(1, cursor=Cursor(page=9))],
        [things(1, cursor=Cursor(page=2), has_more=False)],
        [things(1, cursor=Cursor({}))],
    ],
    ids=["the same page again", "an empty page", "nothing new", "has_more", "an empty cursor"],
)
def test_a_walk_ends_though_the_cursor_goes_on(pages: list[Things]) -> None:
    shelf = Shelf(*pages)
    assert ids(list(iterate_pages(shelf.plain))) == [[1]]
    assert len(shelf.asked) <= 2


def test_a_repeated_cursor_ends_a_walk_whatever_comes_with_it() -> None:
    fresh = iter(range(1000))

    class Endless(Shelf):
        def _next(self, **arguments: Any) -> Things:
            super()._next(**arguments)
            return things(next(fresh), cursor=Cursor(page=len(self.asked) % 3))

    shelf = Endless(None)
    assert (
        len(list(iterate_pages(shelf.plain))) == 4
    )  # three cursors, and the page behind the third
    assert len(shelf.asked) == 4


def test_pages_that_turn_in_circles_end_though_their_cursors_are_new() -> None:
    class Round(Shelf):
        def _next(self, **arguments: Any) -> Things:
            super()._next(**arguments)
            turn = len(self.asked)
            return things(turn % 3, cursor=Cursor(turn=turn))

    assert len(list(iterate_pages(Round(None).plain))) == 3


def test_a_page_with_one_new_entry_among_old_ones_is_a_page() -> None:
    shelf = Shelf(things(1, 2, cursor=Cursor(a=1)), things(2, 3, cursor=Cursor(a=2)), things())
    assert ids(list(iterate_pages(shelf.plain))) == [[1, 2], [2, 3]]


def test_entries_without_an_id_are_told_apart_by_what_they_hold() -> None:
    one, two = Thing(name="one"), Thing(name="two")
    shelf = Shelf(
        Things(things=[one], cursor=Cursor(a=1)),
        Things(things=[two], cursor=Cursor(a=2)),
        Things(things=[two], cursor=Cursor(a=3)),
    )
    assert len(list(iterate_pages(shelf.plain))) == 2


def test_people_beside_an_empty_list_do_not_make_it_go_on() -> None:
    def page(number: int) -> Things:
        return Things(
            things=many(number, 1) if number == 1 else [],
            people=many(number * 10, 1),
            cursor=Cursor(page=number),
        )

    shelf = Shelf(*map(page, range(1, 5)))
    assert ids(list(iterate_pages(shelf.by_string))) == [[1]]


@given(
    st.lists(
        st.tuples(st.lists(st.integers(0, 5), max_size=3), st.integers(0, 3) | st.none()),
        min_size=1,
        max_size=6,
    )
)
def test_no_answers_whatever_make_a_walk_endless(
    answers: list[tuple[list[int], int | None]],
) -> None:
    turns = 0

    @by_cursor
    def ask(*, cursor: Cursor | None = None) -> Things:
        nonlocal turns
        found, place = answers[turns % len(answers)]
        turns += 1
        return things(*found, cursor=None if place is None else Cursor(page=place))

    pages = list(iterate_pages(ask))
    assert turns <= 5  # four places, and the one behind the last
    assert len(pages) in (turns, turns - 1)


# --- offsets, numbers, rules of their own ------------------------------------------------------


def test_offsets_go_on_by_the_limit_until_a_short_page() -> None:
    shelf = Shelf(many(1, 100), many(101, 100), many(201, 30))
    assert [len(page) for page in iterate_pages(shelf.listed)] == [100, 100, 30]
    assert shelf.asked == [
        {"limit": 100},
        {"limit": 100, "offset": 100},
        {"limit": 100, "offset": 200},
    ]


def test_offsets_heed_the_limit_and_the_start_of_the_caller() -> None:
    shelf = Shelf(many(1, 3), many(4, 3), [])
    assert len(list(iterate_pages(shelf.listed, limit=3, offset=7))) == 2
    assert [asked["offset"] for asked in shelf.asked] == [7, 10, 13]
    clamped = Shelf(many(1, 100), many(101, 1))
    list(iterate_pages(clamped.listed, limit=500))
    assert clamped.asked[1]["offset"] == 100


def test_lists_that_are_filtered_go_on_behind_a_short_page() -> None:
    shelf = Shelf(many(1, 99), many(101, 2), [])
    assert [len(page) for page in iterate_pages(shelf.filtered)] == [99, 2]
    assert [asked.get("offset") for asked in shelf.asked] == [None, 100, 200]


def test_a_server_that_ignores_the_offset_does_not_hold_a_walk_up() -> None:
    shelf = Shelf(many(1, 100))
    assert len(list(iterate_pages(shelf.listed))) == 1
    assert len(shelf.asked) == 2


def test_numbered_pages_end_at_a_short_one_and_at_the_last() -> None:
    shelf = Shelf(things(1, 2, 3), things(4, 5))
    assert ids(list(iterate_pages(shelf.numbered))) == [[1, 2, 3], [4, 5]]
    assert shelf.asked == [{}, {"page": 2}]
    small = Shelf(things(1), things(2), things())
    assert len(list(iterate_pages(small.numbered, limit=1, page=5))) == 2
    assert [asked["page"] for asked in small.asked] == [5, 6, 7]
    two = Shelf(things(1), things(2), things(3))
    assert ids(list(iterate_pages(two.two))) == [[1], [2]]


def test_a_call_may_have_a_rule_of_its_own() -> None:
    def older(fetched: FetchedPage) -> Mapping[str, Any] | None:
        return {"max_id": fetched.entries[-1].id - 1} if fetched.entries[-1].id > 1 else None

    @paged(older, items=lambda page: page["builds"])
    def ask(stream: str, max_id: int = 6) -> dict[str, list[Thing]]:
        assert stream == "lazer"
        return {"builds": [Thing(id=max_id), Thing(id=max_id - 1)]}

    assert [page["builds"][0].id for page in iterate_pages(ask, "lazer")] == [6, 4, 2]


def test_what_has_no_pages_says_so_at_once() -> None:
    with pytest.raises(TypeError, match="whole"):
        iterate_pages(Shelf().whole)
    with pytest.raises(TypeError):
        iterate_pages(Shelf().plain, nonsense=1)  # type: ignore[call-arg]


# --- over HTTP -------------------------------------------------------------------------------


def test_a_client_walks_a_ranking(recorded_server: Server) -> None:
    with Client(
        recorded_server.client_id,
        recorded_server.client_secret,
        base_url=recorded_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        pages = list(client.pages(client.ranking, "osu", RankingType.PERFORMANCE, country="US"))
    assert [len(page.ranking) for page in pages] == [50]
    asked = recorded_server.stats()["counts"]
    assert asked["200 GET /api/v2/rankings/osu/performance"] == 2


def test_a_client_walks_numbered_pages_to_the_last(stub: Stub) -> None:
    def respond(exchange: Exchange, _: int) -> None:
        page = int(exchange.seen.query["page"][0])
        exchange.answer(body={"ranking": [{"id": page, "username": "x", "kudosu": {"total": 1}}]})

    stub.respond(respond)
    with stub.client() as client:
        pages = list(client.pages(client.kudosu_ranking))
    assert len(pages) == 20
    assert [request.query["page"] for request in stub.requests][-1] == ["20"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text() | st.booleans() | st.none()))
def test_cursors_and_their_strings_say_the_same(values: dict[str, Any]) -> None:
    text = base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")
    cursor = Cursor.from_string(text)
    assert cursor == Cursor(values)
    assert dict(cursor) == values
    assert all(isinstance(value, str) for value in cursor.params().values())
    assert set(cursor.params()) == {f"cursor[{name}]" for name in values}


@given(st.text())
def test_text_that_is_no_cursor_is_a_value_error_or_a_cursor(text: str) -> None:
    try:
        cursor = Cursor.from_string(text)
    except ValueError:
        return
    assert isinstance(cursor, Cursor)


def test_a_cursor_that_is_too_deep_is_a_value_error() -> None:
    deep = base64.urlsafe_b64encode(b"[" * 200_000).decode()
    with pytest.raises(ValueError):
        Cursor.from_string(deep)


def test_walks_on_the_embedded_osu_bring_all_there_is(demo_server: Server) -> None:
    with Client(
        demo_server.client_id,
        demo_server.client_secret,
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        player = client.user(12092800)
        best = [s for page in client.pages(client.user_scores, 12092800, "best") for s in page]
        assert len(best) == player.scores_best_count
        assert len({score.id for score in best}) == len(best) > 100
        assert best == sorted(best, key=lambda score: -(score.pp or 0))
        liked = client.pages(client.user_beatmaps, 12092800, "favourite", limit=5)
        favourites = [beatmapset.id for page in liked for beatmapset in page]
        assert len(set(favourites)) == player.favourite_beatmapset_count
        countries = [
            row.code
            for page in client.pages(client.ranking, "osu", "country")
            for row in page.ranking
        ]
        assert len(countries) == len(set(countries)) > 50
        match = client.matches().matches[5].id
        back = [e.id for page in client.pages(client.match, match, limit=3) for e in page.events]
        forth = client.pages(client.match, match, after_id=0, limit=3)
        assert sorted(back) == [event.id for page in forth for event in page.events]
        assert len(set(back)) == len(back) > 3
        packs = [
            pack.tag for page in client.pages(client.beatmap_packs) for pack in page.beatmap_packs
        ]
        assert len(set(packs)) == len(packs) > 100

"""Tests of pages of rankings in a history: what is stored of responses, and read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api import Client
from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.rankings import Rankings
from osubrowser.api.entities.users import UserCompact, UserStatistics
from osubrowser.services.history.days import DAY
from osubrowser.services.history.ranking_pages import (
    FULL_EVERY,
    Entry,
    RankingPages,
    country_code,
    country_id,
    days_of,
    decode,
    encode,
    pages_of,
    ranking_of,
)
from osubrowser.services.history.recorder import Recorder
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.places.places import RankingsPlace
from tests.conftest import Server

_START = 20_000 * DAY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a store of rankings in a new file."""
    store = HistoryStore(tmp_path / "history.sqlite", [RankingPages()])
    yield store
    store.close()


def seen(
    store: HistoryStore, at: int, rows: list[tuple[int, float]], page: int = 1
) -> list[Difference]:
    """Write a page of the performance ranking that was seen at a time, as (id, pp)."""
    ranking = [
        UserStatistics(pp=pp, user=UserCompact(id=key, username=f"player {key}"))
        for key, pp in rows
    ]
    params = {"cursor[page]": str(page)} if page > 1 else {}
    path = "/api/v2/rankings/osu/performance"
    return store.write([Observation(path, params, Rankings(ranking=ranking), at)])


def test_each_ranking_of_osu_leaves_its_pages_under_its_own_address(
    demo_server: Server, store: HistoryStore
) -> None:
    """Country, keys and type are told apart; a spotlight leaves nothing; twice is once."""
    problems: list[object] = []
    recorder = Recorder(lambda: store, on_written=list, on_problem=problems.append)
    client = Client(
        int(demo_server.client_id),
        demo_server.client_secret,
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
        observer=recorder,
    )
    for _ in range(2):
        second = client.ranking("osu", "performance", cursor=Cursor(page=2)).ranking
    japan = client.ranking("osu", "performance", country="JP").ranking
    client.ranking("mania", "score", variant="4k")
    countries = client.ranking("taiko", "country").ranking
    client.ranking("osu", "team")
    client.ranking("osu", "charts")
    client.kudosu_ranking(2)
    recorder.flush()
    recorder.close()
    with store.read() as connection:
        known = connection.execute("SELECT ranking, page FROM ranking_pages ORDER BY 1").fetchall()
    assert known == [
        ("rankings/kudosu", 2),
        ("rankings/mania/score?variant=4k", 1),
        ("rankings/osu/performance", 2),
        ("rankings/osu/performance?country=JP", 1),
        ("rankings/osu/team", 1),
        ("rankings/taiko/country", 1),
    ]
    page = pages_of(store, ranking_of(RankingsPlace(page=7)))[2]
    assert page.first_rank == 51
    assert [one.id for one in page.entries] == [row.user.id for row in second if row.user]
    assert [(one.units or 0) / 1000 for one in page.entries] == pytest.approx(
        [row.pp for row in second], abs=0.0005
    )
    of_japan = pages_of(store, ranking_of(RankingsPlace(country="JP")))[1]
    assert [one.id for one in of_japan.entries] == [row.user.id for row in japan if row.user]
    of_countries = pages_of(store, ranking_of(RankingsPlace("taiko", "country")))[1]
    assert [country_code(one.id) for one in of_countries.entries] == [c.code for c in countries]
    assert not problems


def test_a_day_has_one_page_unless_it_changed_and_says_what_changed(store: HistoryStore) -> None:
    """Who entered, left and moved is told; an older response changes nothing of what is known."""
    assert seen(store, _START, [(1, 900.5), (2, 800), (3, 700)]) == []
    assert seen(store, _START + 60, [(1, 900.5), (2, 800), (3, 700)]) == []
    (difference,) = seen(store, _START + 3600, [(2, 950), (1, 900.5), (4, 710)])
    assert difference.what == "ranking"
    assert difference.data["entered"] == [[4, 3]]
    assert difference.data["left"] == [[3, 3]]
    assert difference.data["moved"] == [[2, 2, 1], [1, 1, 2]]
    assert seen(store, _START - DAY, [(3, 700)]) == []
    ranking = "rankings/osu/performance"
    assert days_of(store, ranking) == {19_999: (1,), 20_000: (1,)}
    assert [one.id for one in pages_of(store, ranking)[1].entries] == [2, 1, 4]
    assert [one.id for one in pages_of(store, ranking, day=19_999)[1].entries] == [3]
    assert pages_of(store, ranking, [2]) == {}


def test_two_answers_of_one_second_are_one_page(store: HistoryStore) -> None:
    """The first one stays; a row that needs itself, as a damaged file may have, is left out."""
    ranking = "rankings/osu/performance"
    many = [(key, 900.0 - key) for key in range(1, 40)]
    assert seen(store, _START, many) == []
    assert seen(store, _START, [(99, 950.0), *many[1:]]) == []
    assert [one.id for one in pages_of(store, ranking)[1].entries] == [key for key, _ in many]
    with store.change() as connection:
        connection.execute("UPDATE ranking_pages SET base = at")
    assert pages_of(store, ranking) == {}
    assert seen(store, _START + 60, many) == []


def test_a_row_that_cannot_be_read_hides_no_other(store: HistoryStore) -> None:
    """The page of the day before is the newest that can be read."""
    for day in range(3):
        seen(store, _START + day * DAY, [(key, 1000.0 - key + day) for key in range(1, 51)])
    with store.change() as connection:
        connection.execute(
            "UPDATE ranking_pages SET rows = x'ff' WHERE at = ?", (_START + 2 * DAY,)
        )
    page = pages_of(store, "rankings/osu/performance")[1]
    assert page.at == _START + DAY
    assert page.entries[0] == Entry(1, 1_000_000)


def test_a_page_that_hardly_changes_is_small(store: HistoryStore) -> None:
    """A month of a page in which a fifth of the players move costs less than 6 KB."""
    pp = {key: 20_000.0 - key % 100 * 7.123 for key in range(1_000_000, 1_000_050)}
    for day in range(30):
        for key in list(pp)[day % 5 :: 5]:
            pp[key] += (key * 31 + day) % 17
        seen(store, _START + day * DAY, sorted(pp.items(), key=lambda row: -row[1]))
    with store.read() as connection:
        size, count, full = connection.execute(
            "SELECT sum(length(rows)), count(*), sum(base IS NULL) FROM ranking_pages"
        ).fetchone()
    assert count == 30
    assert full >= 30 / FULL_EVERY
    assert size < 6_000
    newest = pages_of(store, "rankings/osu/performance")[1]
    assert {one.id: one.units for one in newest.entries} == {
        key: round(value * 1000) for key, value in pp.items()
    }


_ENTRIES = st.lists(
    st.builds(Entry, st.integers(0, 2**40), st.one_of(st.none(), st.integers(0, (1 << 63) - 1))),
    max_size=60,
)


@given(_ENTRIES, _ENTRIES, st.data())
def test_every_page_is_read_as_it_was_written(
    before: list[Entry], after: list[Entry], data: st.DataObject
) -> None:
    """In full and by difference, with entries that stay, move, come and go; none is too long."""
    after = data.draw(st.permutations(after + before[: len(before) // 2]))
    assert decode(encode(after, None), None) == tuple(after)
    row = encode(after, before)
    assert decode(row, before) == tuple(after)
    for end in range(len(row)):
        try:
            decode(row[:end], before)
        except ValueError:
            continue
        pytest.fail("a row that is cut off was read")


@given(st.binary(max_size=200), _ENTRIES)
def test_any_bytes_are_a_page_or_an_error(row: bytes, before: list[Entry]) -> None:
    """Damage raises ValueError, and nothing else."""
    for base in (None, before):
        try:
            assert len(decode(row, base)) <= 100
        except ValueError:
            continue


@pytest.mark.parametrize("code", ["JP", "XX", "US", "A1", "", "日本", "TOOLONG"])
def test_a_country_has_a_number(code: str) -> None:
    """Codes are read again; what is no code is 0."""
    known = code if code.isascii() and len(code) < 5 else ""
    assert country_code(country_id(code)) == known

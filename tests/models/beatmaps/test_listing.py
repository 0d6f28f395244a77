"""The listing: rows as they were sent, conditions on difficulties, merged searches, positions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec
import pytest

from osubrowser.api.client import Client
from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.beatmapset_search import BeatmapsetSearchResult
from osubrowser.api.errors import InvalidRequest, OsuError, ServerTrouble
from osubrowser.models.beatmaps.difficulty_match import DifficultyFilter, ListedDifficulty
from osubrowser.models.beatmaps.listing import (
    ListingCursor,
    ListingInfo,
    ListingPositions,
    empty_reason,
    load_listing,
)
from osubrowser.models.beatmaps.listing_columns import (
    SORT_OF_COLUMN,
    difficulty_columns,
    difficulty_record,
    set_columns,
    set_record,
)
from osubrowser.models.beatmaps.listing_query import (
    GENRE_NAMES,
    LANGUAGE_NAMES,
    SORT_NAMES,
    Interval,
    Limit,
    ListingQuery,
)
from osubrowser.models.table.column import Row, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.places.listing_filters import DIRECTIONS
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import ANSWERS, Server
from tests.models.scores.test_columns import connect

RULESETS = {"osu": "osu!", "taiko": "taiko", "fruits": "catch", "mania": "mania"}
SPRING = "created>=2013-05-25 created<2013-06-15"
"""Sets of three weeks, little more than a page."""
ANY = ListingQuery(SPRING, category="any", explicit=True)


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Client]:
    """A client of the embedded server, signed in as a guest."""
    with ExitStack() as stack:
        server = serve_demo(stack)
        yield stack.enter_context(connect(server))


@pytest.fixture
def recorded(recorded_server: Server) -> Iterator[Client]:
    with connect(recorded_server) as client:
        yield client


def columns_of(view: str) -> Any:
    by_view = difficulty_columns if view == "difficulties" else set_columns
    return by_view(original=True)


def pages(
    client: Client, query: ListingQuery, view: str = "table", start: str | None = None
) -> list[RowsPage]:
    """Load a listing to its end."""
    columns, found = columns_of(view), list[RowsPage]()
    cursor = ListingCursor.of_token(start, query.search_count)
    while True:
        found.append(load_listing(client, query, view, columns, cursor))
        following = found[-1].next
        if following is None:
            return found
        assert isinstance(following, ListingCursor)
        cursor = following


def rows(client: Client, query: ListingQuery, view: str = "table") -> list[Row[Any]]:
    return [row for page in pages(client, query, view) for row in page.rows]


def ids(found: list[Row[Any]]) -> list[Any]:
    return [row.id for row in found]


def info(page: RowsPage) -> ListingInfo:
    assert isinstance(page.extra, ListingInfo)
    return page.extra


def cells(row: Row[Any], view: str = "table") -> dict[str, str]:
    return dict(zip([column.key for column in columns_of(view)], row.texts, strict=True))


def a_day(text: str | None) -> str:
    moment = datetime.fromisoformat(text) if text else None
    return f"{moment.day} {moment:%b} {moment.year}" if moment else NOTHING


def minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def figure(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


# --- what is recorded -----------------------------------------------------------------------------


def sent_sets() -> list[dict[str, Any]]:
    body = json.loads((ANSWERS / "v2" / "search_beatmapsets_200.json").read_text("utf-8"))
    sets: list[dict[str, Any]] = body["beatmapsets"]
    return sets


def test_each_recorded_set_is_told_as_it_was_sent(recorded: Client) -> None:
    page = load_listing(recorded, ListingQuery(), "table", columns_of("table"), None)
    sent = sent_sets()
    assert len(page.rows) == len(sent) > 0
    for number, (row, one) in enumerate(zip(page.rows, sent, strict=True), 1):
        shown = cells(row)
        assert row.number == number
        assert row.id == one["id"]
        assert shown["title"] == f"{one['title_unicode']} by {one['artist_unicode']}"
        assert shown["artist"] == one["artist_unicode"]
        assert shown["mapper"] == one["creator"]
        assert shown["status"] == one["status"]
        assert shown["plays"] == f"{one['play_count']:,}"
        assert shown["favourites"] == f"{one['favourite_count']:,}"
        assert shown["bpm"] == f"{one['bpm']:g}"
        assert shown["ranked"] == a_day(one["ranked_date"])
        assert shown["updated"] == a_day(one["last_updated"])
        assert shown["submitted"] == a_day(one["submitted_date"])
        assert shown["count"] == str(len(one["beatmaps"]))
        assert shown["source"] == one["source"]
        assert shown["video"] == ("yes" if one["video"] else "")
        assert shown["storyboard"] == ("yes" if one["storyboard"] else "")
        for beatmap in one["beatmaps"]:
            assert f"{beatmap['difficulty_rating']:.2f}" in shown["difficulties"]
        record = set_record(row)
        assert record["beatmapset_id"] == one["id"]
        assert record["play_count"] == one["play_count"]
        assert record["tags"] == one["tags"]


def test_each_recorded_difficulty_is_told_as_it_was_sent(recorded: Client) -> None:
    columns = columns_of("difficulties")
    page = load_listing(recorded, ListingQuery(), "difficulties", columns, None)
    sent: dict[Any, Any] = {
        (b["id"], b["mode"]): (s, b) for s in sent_sets() for b in s["beatmaps"]
    }
    assert len(page.rows) == len(sent)
    for row in page.rows:
        beatmapset, one = sent[row.id]
        shown = cells(row, "difficulties")
        assert shown["title"] == f"{beatmapset['title_unicode']} by {beatmapset['artist_unicode']}"
        assert shown["difficulty"] == one["version"]
        assert shown["stars"] == f"{one['difficulty_rating']:.2f}"
        assert shown["mode"] == RULESETS[one["mode"]]
        assert shown["status"] == one["status"]
        assert shown["length"] == minutes(one["total_length"])
        assert shown["bpm"] == figure(one["bpm"])
        assert shown["ar"] == figure(one["ar"])
        assert shown["od"] == figure(one["accuracy"])
        assert shown["hp"] == figure(one["drain"])
        is_mania = one["mode"] == "mania"
        assert shown["cs"] == (NOTHING if is_mania else figure(one["cs"]))
        assert shown["keys"] == (figure(one["cs"]) if is_mania else NOTHING)
        for key in ("circles", "sliders", "spinners"):
            assert shown[key] == f"{one[f'count_{key}']:,}"
        assert shown["plays"] == f"{one['playcount']:,}"
        assert shown["passes"] == f"{one['passcount']:,}"
        assert shown["mapper"] == beatmapset["creator"]
        assert shown["date"] == a_day(beatmapset["ranked_date"])
        record = difficulty_record(row)
        assert record["beatmap_id"] == one["id"]
        assert record["difficulty_rating"] == one["difficulty_rating"]
        assert record["ranked_date"] is not None


# --- sets -----------------------------------------------------------------------------------------


def test_a_list_has_each_set_once_and_its_total(demo: Client) -> None:
    found = pages(demo, ANY)
    everything = [row for page in found for row in page.rows]
    assert [row.number for row in everything] == list(range(1, len(everything) + 1))
    assert len({*ids(everything)}) == len(everything) > 50
    assert {page.total for page in found} == {len(everything)}
    assert {info(page).total for page in found} == {len(everything)}
    assert info(found[0]).sort == ANY.default_sort
    assert info(found[0]).is_total_exact
    assert info(found[0]).start is None
    assert not info(found[0]).is_position_lost


def test_a_total_that_the_server_stopped_to_count_is_told(demo: Client) -> None:
    query = ListingQuery(category="any", explicit=True)
    page = load_listing(demo, query, "table", columns_of("table"), None)
    assert info(page).total == 10_000
    assert page.total is None
    assert not info(page).is_total_exact


@pytest.mark.parametrize("view", ["table", "difficulties"])
def test_a_list_goes_on_from_a_position(demo: Client, view: str) -> None:
    found = pages(demo, ANY, view)
    positions = ListingPositions()
    for page in found:
        positions.take(page)
    assert len(found) > 1
    last = found[-1]
    start = positions.start_of(last.rows[-1].number)
    assert start == info(last).start
    assert start is not None
    assert positions.start_of(last.rows[0].number) == start
    assert positions.start_of(last.rows[0].number - 1) == info(found[-2]).start
    again = pages(demo, ANY, view, start)
    assert [row.texts for page in again for row in page.rows] == [row.texts for row in last.rows]
    assert again[0].rows[0].number == last.rows[0].number
    positions.clear()
    assert positions.start_of(60) is None


@pytest.mark.parametrize("view", ["table", "difficulties"])
def test_a_position_with_nothing_after_it_starts_at_the_top(demo: Client, view: str) -> None:
    page = pages(demo, ANY, view, start="51.=")[0]
    assert info(page).is_position_lost
    assert page.rows[0].number == 1
    assert ids(page.rows) == ids(pages(demo, ANY, view)[0].rows)


def test_a_position_of_another_order_starts_at_the_top_and_says_so(demo: Client) -> None:
    start = info(pages(demo, ANY)[1]).start
    page = pages(demo, replace(ANY, sort="title_asc"), start=start)[0]
    assert info(page).is_position_lost
    assert page.rows[0].number == 1
    assert ids(page.rows) == ids(pages(demo, replace(ANY, sort="title_asc"))[0].rows)
    assert ListingCursor.of_token(start, 2) is None
    assert ListingCursor.of_token("nonsense", 1) is None


def test_a_search_without_results_is_empty(demo: Client) -> None:
    for view in ("table", "difficulties"):
        page = load_listing(demo, ListingQuery("stars>99"), view, columns_of(view), None)
        assert page.rows == []
        assert page.next is None


def test_columns_name_the_orders_of_the_server() -> None:
    sets = {column.key for column in columns_of("table")}
    assert set(SORT_OF_COLUMN) <= sets | {column.key for column in columns_of("difficulties")}
    of_sets = {field for key, field in SORT_OF_COLUMN.items() if key in sets}
    assert of_sets == set(SORT_NAMES) - {"relevance"}
    assert set(SORT_OF_COLUMN.values()) == set(SORT_NAMES) - {"relevance"}


# --- merged searches ------------------------------------------------------------------------------


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("field", SORT_NAMES)
def test_searches_of_all_genres_are_merged_as_one_search(
    demo: Client, field: str, direction: str
) -> None:
    query = replace(ANY, sort=f"{field}_{direction}")
    found = pages(demo, replace(query, genres=tuple(GENRE_NAMES)))
    assert ids([row for page in found for row in page.rows]) == ids(rows(demo, query))
    assert info(found[0]).searches == len(GENRE_NAMES)
    assert info(found[0]).total == found[0].total == sum(len(page.rows) for page in found)


def test_genres_and_languages_are_combined(demo: Client) -> None:
    query = ListingQuery(category="ranked", genres=(3, 10), languages=(3, 5), sort="title_asc")
    merged = load_listing(demo, query, "table", columns_of("table"), None)
    assert {row.item.genre_id for row in merged.rows} == {3, 10}
    assert {row.item.language_id for row in merged.rows} == {3, 5}
    titles = [row.item.title.lower() for row in merged.rows]
    assert titles == sorted(titles)
    totals = [
        info(load_listing(demo, one, "table", columns_of("table"), None)).total
        for one in (
            replace(query, genres=(genre,), languages=(language,))
            for genre in (3, 10)
            for language in (3, 5)
        )
    ]
    assert info(merged).total == sum(totals)


def test_many_combinations_find_the_same_with_fewer_searches(demo: Client) -> None:
    languages = tuple(one for one in LANGUAGE_NAMES if one not in (3, 5))
    query = replace(
        ANY, text="created>=2013-05 created<2013-09", genres=(2, 3, 4, 10), languages=languages
    )
    found = pages(demo, query)
    everything = [row for page in found for row in page.rows]
    assert info(found[0]).searches == 4
    assert info(found[0]).filtered == ("languages",)
    assert not info(found[0]).is_total_exact
    wanted = [
        row.id
        for row in rows(demo, replace(query, genres=(), languages=()))
        if row.item.genre_id in query.genres and row.item.language_id in query.languages
    ]
    assert ids(everything) == wanted
    assert len(wanted) > 20


def test_relevance_of_several_genres_is_the_servers_own(demo: Client) -> None:
    query = ListingQuery("night", category="any", explicit=True)
    merged = replace(query, genres=(2, 3, 10), languages=(3, 4))
    assert merged.filtered_here == ("genres", "languages")
    found = pages(demo, merged)
    wanted = [
        row.id
        for row in rows(demo, query)
        if row.item.genre_id in merged.genres and row.item.language_id in merged.languages
    ]
    assert ids([row for page in found for row in page.rows]) == wanted
    assert wanted


def test_a_merged_list_goes_on_from_a_position(demo: Client) -> None:
    query = replace(ANY, text="created>=2013-05 created<2013-09", genres=(2, 3, 10))
    found = pages(demo, query)
    start = info(found[1]).start
    assert start is not None
    again = pages(demo, query, start=start)
    assert ids(again[0].rows) == ids(found[1].rows)
    assert pages(demo, replace(query, genres=(2, 3)), start=start)[0].rows[0].number == 1


# --- difficulties ---------------------------------------------------------------------------------

CONDITIONS: dict[str, Callable[[Any], bool]] = {
    "stars>5": lambda d: d.beatmap.difficulty_rating >= 5.005,
    "stars>=4 stars<=4.5": lambda d: 3.995 <= d.beatmap.difficulty_rating <= 4.505,
    "ar=9": lambda d: 8.95 <= d.beatmap.ar <= 9.05,
    "cs<4": lambda d: d.beatmap.cs <= 3.95,
    "od>=8": lambda d: d.beatmap.accuracy >= 7.95,
    "hp<=4": lambda d: d.beatmap.drain <= 4.05,
    "bpm>=180": lambda d: d.beatmap.bpm >= 179.995,
    "length<90": lambda d: d.beatmap.total_length <= 89.5,
    "circles>300": lambda d: d.beatmap.count_circles > 300,
    "sliders<=60": lambda d: d.beatmap.count_sliders <= 60,
    "keys>=4": lambda d: d.beatmap.cs >= 4 and d.mode == "mania",
    "difficulty=insane": lambda d: "insane" in d.beatmap.version.lower(),
    "stars>3 sliders>100 od<9": lambda d: (
        d.beatmap.difficulty_rating >= 3.005
        and d.beatmap.count_sliders > 100
        and d.beatmap.accuracy <= 8.95
    ),
    "status=ranked": lambda d: d.beatmap.status == "ranked",
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_difficulty_meets_the_conditions_and_none_that_does_is_missing(
    demo: Client, condition: str
) -> None:
    query = replace(ANY, text=f"{SPRING} {condition}")
    meets = CONDITIONS[condition]
    found = rows(demo, query, "difficulties")
    sets = rows(demo, query)
    wanted = {
        (beatmap.id, str(beatmap.mode))
        for row in sets
        for beatmap in row.item.beatmaps
        if meets(ListedDifficulty(row.item, beatmap, str(beatmap.mode)))
    }
    assert {*ids(found)} == wanted
    assert len(found) == len(wanted) > 0
    # The server returned no set without such a difficulty, and there are others.
    assert {row.item.beatmapset.id for row in found} == {row.id for row in sets}
    assert 0 < len(sets) < len(rows(demo, ANY))


@pytest.mark.parametrize("mode", RULESETS)
def test_difficulties_are_of_the_ruleset(demo: Client, mode: str) -> None:
    found = rows(demo, replace(ANY, mode=mode), "difficulties")
    assert found
    assert {row.item.mode for row in found} == {mode}
    assert not any(row.item.is_convert for row in found)
    converted = rows(demo, replace(ANY, mode=mode, general=("converts",)), "difficulties")
    assert {row.item.mode for row in converted} == {mode}
    if mode == "osu":
        assert ids(converted) == ids(found)
    else:
        assert {*ids(found)} < {*ids(converted)}
        one = next(row for row in converted if row.item.is_convert)
        assert cells(one, "difficulties")["stars"] == NOTHING
        assert cells(one, "difficulties")["mode"] == f"{RULESETS[mode]}, convert"


def a_set(*beatmaps: Beatmap, **fields: Any) -> Beatmapset:
    return Beatmapset(id=1, title="Song", artist="Band", beatmaps=list(beatmaps), **fields)


def a_beatmap(number: int = 1, **fields: Any) -> Beatmap:
    return msgspec.convert({"id": number, "mode": "osu", **fields}, Beatmap)


def test_keys_are_of_mania_alone() -> None:
    beatmapset = a_set(a_beatmap(1, cs=7), a_beatmap(2, mode="mania", cs=7))
    assert [one.key for one in DifficultyFilter(ListingQuery("keys=7")).of_set(beatmapset)] == [
        (2, "mania")
    ]
    assert DifficultyFilter(ListingQuery("keys=7", mode="osu")).of_set(beatmapset) == []


def test_recommended_difficulties_are_near_the_players_own() -> None:
    stars = [a_beatmap(n, difficulty_rating=n) for n in range(1, 9)]
    query = ListingQuery(general=("recommended",))
    assert [one.beatmap.id for one in DifficultyFilter(query, 4.2).of_set(a_set(*stars))] == [4]
    assert len(DifficultyFilter(query, None).of_set(a_set(*stars))) == 8


def test_a_name_in_a_script_that_is_read_otherwise_leaves_no_set_without_a_row() -> None:
    beatmapset = a_set(a_beatmap(1, version="Wahnsinn"), a_beatmap(2, version="Insane"))
    named = DifficultyFilter(ListingQuery("difficulty=insane")).of_set(beatmapset)
    assert [one.beatmap.id for one in named] == [2]
    assert len(DifficultyFilter(ListingQuery("difficulty=夢")).of_set(beatmapset)) == 2


@pytest.mark.parametrize(
    "beatmapset",
    [
        a_set(),
        Beatmapset(id=1),
        a_set(Beatmap(id=1)),
        a_set(a_beatmap(1, difficulty_rating=1e300, bpm=1e300, playcount=-5, mode="new")),
        a_set(a_beatmap(1, total_length=-(2**62), ar=-1e300, status="odd")),
    ],
)
def test_odd_values_have_rows(beatmapset: Beatmapset) -> None:
    for original in (True, False):
        row = make_rows(set_columns(original=original), [beatmapset], identity=lambda s: s.id)[0]
        assert all(isinstance(text, str) for text in row.texts)
        assert set_record(row)["beatmapset_id"] == 1
        found = DifficultyFilter(ListingQuery()).of_set(beatmapset)
        for one in make_rows(
            difficulty_columns(original=original), found, identity=lambda d: d.key
        ):
            assert len(one.texts) == len(difficulty_columns(original=original))
            assert difficulty_record(one)["beatmap_id"] == 1


@pytest.mark.parametrize(
    ("fields", "told", "words"),
    [
        ({"status": "ranked"}, "", ""),
        ({"status": "pending"}, "2/5 · 1/3", "2 of 5 hype, 1 of 3 nominations"),
        ({"status": "qualified", "hype": None}, "1/3", "1 of 3 nominations"),
        ({"status": "wip", "nominations_summary": None}, "2/5", "2 of 5 hype"),
        ({"status": "pending", "nominations_summary": {"current": 1, "required": 2}}, "2/5 · 1/2",
         "2 of 5 hype, 1 of 2 nominations"),
        ({"status": "wip", "hype": {}, "nominations_summary": {}}, "", ""),
    ],
)  # fmt: skip
def test_hype_and_nominations_of_sets_that_are_not_ranked(
    fields: dict[str, Any], told: str, words: str
) -> None:
    body = {
        "id": 1,
        "hype": {"current": 2, "required": 5},
        "nominations_summary": {
            "current": 1,
            "required_meta": {"main_ruleset": 2, "non_main_ruleset": 1},
        },
        "beatmaps": [{"id": 1, "mode": "osu"}, {"id": 2, "mode": "taiko"}],
    }
    columns = set_columns(original=False)
    place = [column.key for column in columns].index("progress")
    beatmapset = msgspec.convert(body | fields, Beatmapset)
    row = make_rows(columns, [beatmapset], identity=lambda s: s.id)[0]
    assert row.texts[place] == told
    assert row.tooltips[place] == words


def test_an_explicit_set_has_no_cover() -> None:
    covers = {"list": "https://x/l.jpg", "list@2x": "https://x/l2.jpg"}
    for nsfw, has_cover in ((True, False), (False, True)):
        beatmapset = msgspec.convert({"id": 1, "nsfw": nsfw, "covers": covers}, Beatmapset)
        row = make_rows(set_columns(original=True), [beatmapset], identity=lambda s: s.id)[0]
        assert any(row.pictures) == has_cover


# --- what goes wrong ------------------------------------------------------------------------------


class Answers:
    """Client that gives prepared answers: the embedded server has no such ones."""

    def __init__(self, *answers: BeatmapsetSearchResult | OsuError) -> None:
        self.answers = list(answers)
        self.cursors: list[str | None] = []

    def search_beatmapsets(
        self, *, cursor_string: str | None = None, **_: object
    ) -> BeatmapsetSearchResult:
        self.cursors.append(cursor_string)
        answer = self.answers.pop(0)
        if isinstance(answer, OsuError):
            raise answer
        return answer


def answer(*numbers: int, cursor: str | None = None, **fields: Any) -> BeatmapsetSearchResult:
    return BeatmapsetSearchResult(
        beatmapsets=[Beatmapset(id=number) for number in numbers], cursor_string=cursor, **fields
    )


def load(*answers: BeatmapsetSearchResult | OsuError, start: str | None = None) -> RowsPage:
    client: Any = Answers(*answers)
    cursor = ListingCursor.of_token(start, 1)
    page = load_listing(client, ListingQuery(), "table", columns_of("table"), cursor)
    assert client.answers == []
    return page


def test_a_search_that_failed_is_no_empty_list() -> None:
    with pytest.raises(ServerTrouble) as raised:
        load(answer(error="Elasticsearch is on fire"))
    assert raised.value.server_message == "Elasticsearch is on fire"


def test_a_page_without_sets_is_passed_over_while_a_cursor_follows() -> None:
    page = load(answer(cursor="b", total=9), answer(1, 2, cursor="c", total=9))
    assert ids(page.rows) == [1, 2]
    assert page.next is not None
    assert page.total == 9


def test_a_list_goes_on_after_many_pages_without_sets() -> None:
    empty = [answer(cursor=f"c{number}", total=9) for number in range(12)]
    client: Any = Answers(*empty, answer(1, total=9))
    cursor, found = None, list[RowsPage]()
    while True:
        page = load_listing(client, ListingQuery(), "table", columns_of("table"), cursor)
        found.append(page)
        assert page.goes_on
        if page.next is None:
            break
        assert isinstance(page.next, ListingCursor)
        cursor = page.next
    assert [ids(page.rows) for page in found] == [[], [], [1]]
    assert client.cursors == [None, *(f"c{number}" for number in range(12))]


def test_a_cursor_that_repeats_ends_the_list() -> None:
    page = load(answer(1, cursor="x"), start="51.x")
    assert ids(page.rows) == [1]
    assert page.next is None


def test_a_negative_total_is_none() -> None:
    assert load(answer(1, total=-7)).total == 0


def test_parameters_that_are_wrong_are_an_error_at_the_top() -> None:
    with pytest.raises(InvalidRequest):
        load(InvalidRequest("no"))
    page = load(InvalidRequest("no"), answer(1), start="51.x")
    assert ids(page.rows) == [1]
    assert info(page).is_position_lost


def test_with_faults_on_a_list_ends_with_all_its_rows(
    demo: Client, demo_server_with: Callable[..., Server]
) -> None:
    wanted = ids(rows(demo, ANY))
    server = demo_server_with("--faults", "500:0.2,reset:0.1,truncate:0.2")
    failures, found, cursor = 0, list[Any](), None
    with connect(server) as client:
        while True:
            try:
                page = load_listing(client, ANY, "table", columns_of("table"), cursor)
            except OsuError:
                failures += 1
                assert failures < 60
                continue
            found += ids(page.rows)
            if page.next is None:
                break
            assert isinstance(page.next, ListingCursor)
            cursor = page.next
    assert found == wanted


def test_positions_of_the_server_are_its_cursors(demo: Client) -> None:
    start = info(pages(demo, ANY)[1]).start
    assert start is not None
    number, _, cursor = start.partition(".")
    assert number == "51"
    assert set(Cursor.from_string(cursor)) == {"approved_date", "id"}


# --- why there is nothing -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "is_guest", "is_supporter", "reason"),
    [
        (ListingQuery("stars>99"), False, None, ""),
        (ListingQuery(grades=("S",)), False, False, "supporters"),
        (ListingQuery(played="played"), True, None, "supporters"),
        (ListingQuery(played="played"), False, True, ""),
        (ListingQuery(category="favourites"), True, None, "signed in"),
        (ListingQuery(category="favourites"), False, False, ""),
        (ListingQuery("stars>>5"), True, None, "number"),
        (ListingQuery().with_range("status", Interval(Limit("pending"))), True, None, "category"),
    ],
)
def test_why_there_is_nothing(
    query: ListingQuery, is_guest: bool, is_supporter: bool | None, reason: str
) -> None:
    said = empty_reason(query, is_guest=is_guest, is_supporter=is_supporter)
    assert reason in said
    assert bool(said) == bool(reason)


def test_filters_for_supporters_find_nothing_for_others(demo: Client) -> None:
    for query in (replace(ANY, grades=("S",)), replace(ANY, played="unplayed")):
        page = pages(demo, query)[0]
        assert page.rows == []
        assert page.total == 0

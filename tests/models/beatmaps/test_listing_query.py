"""The query of the listing: text, controls and address say the same, both ways."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from osubrowser.api.beatmap_query import STATUSES, parse_beatmap_query
from osubrowser.api.entities.beatmapset_search import (
    BeatmapsetSearchCategory,
    BeatmapsetSearchGenre,
    BeatmapsetSearchLanguage,
    BeatmapsetSearchSort,
)
from osubrowser.models.beatmaps import search_text
from osubrowser.models.beatmaps.listing_query import (
    CATEGORY_NAMES,
    EXTRA_NAMES,
    GENERAL_NAMES,
    GENRE_NAMES,
    GRADE_NAMES,
    LANGUAGE_NAMES,
    PLAYED_NAMES,
    RANGE_FIELDS,
    SORT_NAMES,
    TEXT_NAMES,
    Interval,
    Limit,
    ListingQuery,
    interval_text,
)
from osubrowser.services.places.listing_filters import DIRECTIONS, LONGEST_TEXT
from osubrowser.services.places.places import MODES
from osubrowser.services.places.urls import HOME, address, parse
from tests.conftest import SHARED

CASES = SHARED / "cases" / "beatmap-queries.json"

decimals = st.decimals(0, 400, places=2).map(lambda number: f"{number.normalize():f}")
whole = st.integers(0, 5_000).map(str)
lengths = st.sampled_from(["90", "90s", "1:30", "1:02:03", "2m30s", "1.5m", "1h2m", "500ms", "0"])
dates = st.dates().map(str) | st.sampled_from(
    ["2020", "2020-05", "2020.5.3", "yesterday", "2 weeks ago", "2020-05-31 12:00"]
)
VALUES: dict[str, st.SearchStrategy[str]] = {
    **dict.fromkeys(search_text.FLOATS, decimals),
    **dict.fromkeys(search_text.COUNTS, whole),
    **dict.fromkeys(search_text.DATES, dates),
    "length": lengths,
    "status": st.sampled_from(list(STATUSES)),
}
words = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1)
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)


def limits(name: str) -> st.SearchStrategy[Limit | None]:
    return st.none() | st.builds(Limit, VALUES[name], st.booleans())


def intervals(name: str) -> st.SearchStrategy[Interval]:
    return st.builds(Interval, limits(name), limits(name)) | VALUES[name].map(
        lambda value: Interval(Limit(value), Limit(value))
    )


def chosen(known: Any, at_most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(list(known)), max_size=at_most).map(tuple)


ranges = st.sampled_from(search_text.RANGES).flatmap(
    lambda name: st.tuples(st.just(name), intervals(name))
)
pieces = st.one_of(
    words,
    st.sampled_from(
        [
            "foo>3", "stars>5", "stars<=6.5", "STAR=5", "ar=x", "stars>>5", "re:zero", "hp>2",
            "key>=4", 'artist="deep blue"', "tag=a", 'tag="b c"', "creator=peppy", 'title="',
            'title=""two words""', '"', "日本stars<3", "length<2m", "ranked>=2020", "status<loved",
            "featured_artist=7", "divisor=4", "submitted=2021", "x=y", "stars > 5",
        ]
    ),
)  # fmt: skip
texts = st.lists(pieces, max_size=6).map(" ".join)
queries = st.builds(
    ListingQuery,
    text=texts,
    mode=st.none() | st.sampled_from(MODES),
    category=st.sampled_from(list(CATEGORY_NAMES)),
    genres=chosen(GENRE_NAMES),
    languages=chosen(LANGUAGE_NAMES),
    general=chosen(GENERAL_NAMES),
    extra=chosen(EXTRA_NAMES),
    explicit=st.none() | st.booleans(),
    grades=chosen(GRADE_NAMES),
    played=st.none() | st.sampled_from(list(PLAYED_NAMES)),
    sort=st.none()
    | st.tuples(st.sampled_from(list(SORT_NAMES)), st.sampled_from(DIRECTIONS)).map("_".join),
)


# --- text and controls --------------------------------------------------------------------------


def read(text: str) -> tuple[str, dict[str, Any]]:
    """What the server reads in a text."""
    parsed = parse_beatmap_query(text)
    return " ".join((parsed.keywords or "").split()), parsed.options


@pytest.mark.skipif(not CASES.is_file(), reason="the server's own results are not here")
def test_the_fields_of_250_texts_are_what_the_server_reads() -> None:
    for case in json.loads(CASES.read_text("utf-8")):
        query, options = ListingQuery(case["query"]), case["options"]
        assert query.keywords == " ".join((case["keywords"] or "").split())
        for name in search_text.RANGES:
            assert bool(query.range_of(name)) == (name in options), case
        for name in search_text.TEXTS:
            assert query.text_of(name) == options.get(name, "")
        tags = [tag for tag in options.get("tag", []) if tag is not None]
        assert list(query.tags) == list(dict.fromkeys(tags))
        assert query.featured_artist == options.get("featured_artist")


@pytest.mark.skipif(not CASES.is_file(), reason="the server's own results are not here")
def test_the_fields_of_250_texts_written_anew_are_read_as_the_same() -> None:
    for case in json.loads(CASES.read_text("utf-8")):
        query = ListingQuery(case["query"])
        again = ListingQuery.of_options(
            ranges={name: query.range_of(name) for name in search_text.RANGES},
            texts={name: query.text_of(name) for name in search_text.TEXTS},
            tags=query.tags,
            featured_artist=query.featured_artist,
        )
        before, after = (parse_beatmap_query(one.text).options for one in (query, again))
        for name in (*search_text.TEXTS, "featured_artist"):
            assert before.get(name) == after.get(name)
        for name in search_text.RANGES:
            assert query.range_of(name) == again.range_of(name), case
            bounds = before.get(name)
            # What is redundant is not written anew: `keys>3 keys>=2`.
            assert isinstance(bounds, dict) is isinstance(after.get(name), dict)
            for bound, value in (after.get(name) or {}).items():  # type: ignore[union-attr]
                assert isinstance(bounds, dict)
                assert bounds[bound] == pytest.approx(value, abs=2_000)  # dates count from now


@given(text=texts, edit=ranges)
@example(text='title="abc', edit=("created", Interval(Limit("2 weeks ago"))))
@example(text="stars=5", edit=("stars", Interval(Limit("4"), Limit("5"))))
@example(text="stars>5.0 a stars<7", edit=("stars", Interval(Limit("5.0", False), Limit("6"))))
def test_a_range_is_edited_alone(text: str, edit: tuple[str, Interval]) -> None:
    name, interval = edit
    keywords, options = read(text)
    query = ListingQuery(text).with_range(name, interval)
    after_keywords, after = read(query.text)
    assert query.range_of(name) == interval
    assert after_keywords == keywords
    assert {key: after[key] for key in after if key != name} == {
        key: options[key] for key in options if key != name
    }
    kept = [one for one in text.split() if search_text.keywords_of(one) == one]
    assert [one for one in query.text.split() if one in kept][: len(kept)] == kept


@given(text=texts, name=st.sampled_from(list(TEXT_NAMES)), value=phrases)
@example(text='a title="', name="artist", value="two words")
@example(text="", name="title", value='say "hi"')
@example(text="x", name="title", value='"two words"')
def test_a_text_is_edited_alone(text: str, name: str, value: str) -> None:
    value = value.strip()
    assume((value and "\\" not in value and not value.endswith('"')) or value == '"two words"')
    assume(not value.startswith('"') or value == '"two words"')
    before = read(text)
    query = ListingQuery(text).with_text(name, value)
    assert query.text_of(name) == value
    keywords, options = read(query.text)
    assert keywords == before[0]
    assert {key: options[key] for key in options if key != name} == {
        key: before[1][key] for key in before[1] if key != name
    }
    assert query.with_text(name, "").text_of(name) == ""
    assert query.with_text(name, value) == query


@given(
    text=texts, tags=st.lists(phrases.filter(lambda t: '"' not in t and "\\" not in t), max_size=3)
)
def test_tags_are_edited_alone(text: str, tags: list[str]) -> None:
    tags = list(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
    before = read(text)
    query = ListingQuery(text).with_tags(tags)
    assert sorted(query.tags) == sorted(tags)
    keywords, options = read(query.text)
    assert keywords == before[0]
    assert {**options, "tag": 0} == {**before[1], "tag": 0}


@given(text=texts, artist=st.none() | st.integers(1, 10**9))
def test_a_featured_artist_is_edited_alone(text: str, artist: int | None) -> None:
    query = ListingQuery(text).with_featured_artist(artist)
    assert query.featured_artist == artist
    assert read(query.text)[0] == read(text)[0]


@given(st.dictionaries(st.sampled_from(search_text.RANGES), st.none(), max_size=6), st.data())
def test_a_query_of_ranges_is_read_from_its_text(
    names: dict[str, None], data: st.DataObject
) -> None:
    wanted = {name: data.draw(intervals(name)) for name in names}
    query = ListingQuery.of_options(keywords="deep  blue", ranges=wanted)
    again = ListingQuery(query.text)
    assert again.keywords == "deep blue"
    assert {name: again.range_of(name) for name in names} == wanted
    assert again.wrong_words == () or any("nothing is found" in w.why for w in again.wrong_words)


def test_words_are_edited_where_they_are() -> None:
    query = ListingQuery("deep stars>5 blue HP=3 stars<=7 sky")
    assert query.with_range("stars", Interval(Limit("5.5"), Limit("7"))).text == (
        "deep stars>=5.5 blue HP=3 stars<=7 sky"
    )
    assert query.with_range("stars", Interval(Limit("5", False))).text == (
        "deep stars>5 blue HP=3 sky"
    )
    assert query.with_range("dr", Interval(Limit("2"), Limit("4"))).text == (
        "deep stars>5 blue HP>=2 HP<=4 stars<=7 sky"
    )
    assert query.with_range("stars", Interval(Limit("6"), Limit("6"))).text == (
        "deep stars=6 blue HP=3 sky"
    )
    assert query.with_range("dr", Interval()).text == "deep stars>5 blue stars<=7 sky"
    assert query.with_text("artist", "a b").text == f'{query.text} artist="a b"'
    assert query.with_range("dr", Interval(Limit("3"), Limit("3"))) is not None
    assert query.with_range("dr", Interval(Limit("3"), Limit("3"))).text == query.text
    assert query.with_range("ar", Interval(Limit("soon"))).text == query.text
    assert query.with_keywords("sea").text == "sea stars>5 HP=3 stars<=7"


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("stars", "5,25", 5.25),
        ("bpm", "180", 180),
        ("length", "1:30", 90),
        ("length", "1.5m", 90),
        ("status", "loved", 4),
        ("status", "Loved", None),
        ("keys", "7", 7),
        ("keys", "x", None),
        ("ranked", "1970", 0),
        ("ranked", "soon", None),
        ("stars", "", None),
    ],
)
def test_what_a_value_stands_for(name: str, written: str, value: float | None) -> None:
    assert search_text.value_of(name, written) == value
    assert search_text.is_readable(name, written) == (value is not None)


# --- wrong words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("stars>5 ar>=9 ranked>2023 creator=peppy", []),
        ("re:zero http://x.y", []),
        ("deep foo>3 blue", ["foo>3"]),
        ("ar=x", ["ar=x"]),
        ("stars>>5", ["stars>>5"]),
        ("stars=>5", ["stars=>5"]),
        ("strs:5", ["strs:5"]),
        ("status=Ranked", ["status=Ranked"]),
        ("status=1", ["status=1"]),
        ("stars > 5 a", ["stars > 5"]),
        ("stars>= 5", ["stars>="]),
        ("stars!=5", ["stars!=5"]),
        ("ar≥9", ["ar≥9"]),
        ("artist>a", ["artist>a"]),
        ("tag>a", ["tag>a"]),
        ("divisor=4", ["divisor=4"]),
        ("keys>1,5", ["keys>1,5"]),
        ("ranked>soon length<soon", ["ranked>soon", "length<soon"]),
        ("stars>5 a stars>6", ["stars>5"]),
        ("stars>6 stars<5", ["stars>6", "stars<5"]),
        ("artist=a artist=b", ["artist=a"]),
        ("keys>3 keys>=3", []),
        ("my star and key", []),
    ],
)  # fmt: skip
def test_words_that_have_another_effect_than_they_seem_to(text: str, wrong: list[str]) -> None:
    found = ListingQuery(text).wrong_words
    assert [text[one.start : one.end] for one in found] == wrong
    for one in found:
        assert one.why.endswith((".", "?"))
        assert one.why[0] != " "


@given(st.text(max_size=60) | texts)
def test_wrong_words_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = ListingQuery(text).wrong_words
    ends = [0] + [one.end for one in found]
    assert all(before <= one.start < one.end for before, one in zip(ends, found, strict=False))
    assert ends[-1] <= len(text)


# --- address and requests -------------------------------------------------------------------------


@given(queries)
def test_an_address_brings_the_query_back(query: ListingQuery) -> None:
    place = query.place()
    there = parse(address(place))
    assert there == place
    again = ListingQuery.of_place(place)
    assert replace(again, text="") == replace(query, text="")
    if len(query.text) <= LONGEST_TEXT and query.text.isprintable():
        assert again.text == query.text.strip()
    assert ListingQuery.of_place(again.place()) == again


def test_the_website_reads_the_same_address() -> None:
    query = ListingQuery(
        "stars>5 夜",
        mode="taiko",
        category="any",
        genres=(10,),
        general=("converts", "recommended"),
        explicit=True,
        grades=("S", "XH"),
        played="played",
        sort="plays_asc",
    )
    assert address(query.place()) == (
        f"{HOME}/beatmapsets?q=stars%3E5+%E5%A4%9C&m=1&s=any&g=10&c=recommended.converts"
        "&nsfw=true&r=XH.S&played=played&sort=plays_asc"
    )


@given(queries)
def test_each_combination_of_a_genre_and_a_language_is_asked_for(query: ListingQuery) -> None:
    searches = query.searches()
    asked = [(one["genre"], one["language"]) for one in searches]
    assert len(set(asked)) == len(searches) == query.search_count
    here = query.filtered_here
    genres, languages = set(query.genres), set(query.languages)
    assert {genre for genre, _ in asked} == (("genres" not in here and genres) or {0})
    assert {language for _, language in asked} == (("languages" not in here and languages) or {0})
    if query.order[0] != "relevance":
        assert not here


def test_too_many_combinations_are_asked_for_by_one_of_both() -> None:
    query = ListingQuery(genres=tuple(GENRE_NAMES), languages=(2, 3, 4))
    assert query.filtered_here == ("genres",)
    assert [(one["genre"], one["language"]) for one in query.searches()] == [(0, 2), (0, 3), (0, 4)]
    query = ListingQuery(genres=(2, 3, 4), languages=tuple(LANGUAGE_NAMES))
    assert query.filtered_here == ("languages",)
    assert query.search_count == 3


@given(queries)
def test_each_active_filter_can_be_removed_alone(query: ListingQuery) -> None:
    active = query.active_filters
    assert len({one.key for one in active}) == len(active)
    assert all(one.text for one in active)
    for one in active:
        left = [other.text for other in query.without(one.key).active_filters]
        assert left == [other.text for other in active if other.key != one.key]
    for one in active:
        query = query.without(one.key)
    assert query.active_filters == []


def test_names_cover_what_the_server_knows() -> None:
    assert set(CATEGORY_NAMES) == set(map(str, BeatmapsetSearchCategory))
    assert set(GENRE_NAMES) == {int(one) for one in BeatmapsetSearchGenre} - {0}
    assert set(LANGUAGE_NAMES) == {int(one) for one in BeatmapsetSearchLanguage} - {0}
    sorts = {f"{field}_{direction}" for field in SORT_NAMES for direction in DIRECTIONS}
    assert sorts == set(map(str, BeatmapsetSearchSort))
    assert {field.name for field in RANGE_FIELDS} == set(search_text.RANGES)
    assert set(TEXT_NAMES) == set(search_text.TEXTS)


@pytest.mark.parametrize(
    ("query", "sort"),
    [
        (ListingQuery(), "ranked_desc"),
        (ListingQuery("deep"), "relevance_desc"),
        (ListingQuery("artist=deep", category="wip"), "relevance_desc"),
        (ListingQuery("stars>5", category="wip"), "updated_desc"),
        (ListingQuery("difficulty=x tag=y", category="loved"), "ranked_desc"),
    ],
)
def test_the_default_order(query: ListingQuery, sort: str) -> None:
    assert query.default_sort == sort
    assert query.order == (sort.partition("_")[0], True)
    assert replace(query, sort="title_asc").order == ("title", False)


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(), ""),
        (Interval(Limit("5"), Limit("6")), "5 to 6"),
        (Interval(Limit("5"), Limit("5")), "5"),
        (Interval(Limit("5", False)), "over 5"),
        (Interval(None, Limit("6")), "up to 6"),
        (Interval(Limit("5", False), Limit("6", False)), "over 5 and under 6"),
    ],
)
def test_a_range_in_words(interval: Interval, text: str) -> None:
    assert interval_text(interval) == text

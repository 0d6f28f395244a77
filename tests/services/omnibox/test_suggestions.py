"""What a line means, which rows it brings without asking, and how what osu! knows joins them."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.entities.beatmaps import BeatmapsetCompact
from osubrowser.api.entities.users import UserCompact
from osubrowser.services.library.bookmarks import Bookmarks
from osubrowser.services.library.library import Library
from osubrowser.services.library.recently_seen import RecentlySeen
from osubrowser.services.omnibox.query import QueryKind, parse_query
from osubrowser.services.omnibox.suggestions import (
    Suggestion,
    beatmaps_found,
    joined,
    local_suggestions,
    players_found,
    still_fitting,
)
from osubrowser.services.places.places import (
    AppPlace,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ScorePlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.places.ranking_query import ranking_title, rankings_by
from osubrowser.services.places.urls import HOME, parse

JAPAN = RankingsPlace(mode="taiko", country="JP")


TITLES = {"bookmarks": "Bookmarks", "recent": "Recently seen", "settings": "Settings"}


class Shelf:
    """The part of a library that suggestions look at, without files."""

    def __init__(self) -> None:
        self.bookmarks = Bookmarks()
        self.recent = RecentlySeen()
        self.origin = HOME

    def place_of(self, kept: Any) -> Place:
        return parse(kept.address) or WebAddress(kept.address)

    def as_library(self) -> Library:
        return cast("Library", self)


def search_of(words: str) -> BeatmapsPlace:
    return BeatmapsPlace((("q", words),))


FAST = BeatmapsPlace((("q", "stars>5 ar>9"),))


def everything(words: str) -> ListPlace:
    return ListPlace("search", (("query", words),))


def rows(line: str, shelf: Shelf | None = None) -> list[Suggestion]:
    library = shelf.as_library() if shelf is not None else None
    return local_suggestions(parse_query(line, app_pages=TITLES), line, library, TITLES)


def places(line: str, shelf: Shelf | None = None) -> list[Place]:
    return [row.place for row in rows(line, shelf)]


# --- what a line means -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "kind", "first"),
    [
        ("https://osu.ppy.sh/users/2/taiko", QueryKind.LINK, UserPlace(2, "taiko")),
        ("osu.ppy.sh/b/129891", QueryKind.LINK, BeatmapPlace(129891)),
        ("/rankings/taiko/performance?country=JP", QueryKind.LINK, JAPAN),
        ("osu.ppy.sh/beatmapsets?q=stars>5 ar>9", QueryKind.LINK, FAST),
        ("/beatmapsets?q=stars>5 ar>9", QueryKind.LINK, FAST),
        ("example.com/beatmapsets? really", QueryKind.WORDS, None),
        ("osu://s/1", QueryKind.LINK, BeatmapsetPlace(1)),
        ("b/129891", QueryKind.LINK, BeatmapPlace(129891)),
        ("S/39804", QueryKind.LINK, BeatmapsetPlace(39804)),
        ("beatmapsets/39804#osu/129891", QueryKind.LINK, BeatmapsetPlace(39804, 129891, "osu")),
        ("www.osu.ppy.sh/users/2", QueryKind.WRONG_LINK, None),
        ("https://example.com/users/2", QueryKind.WRONG_LINK, None),
        ("example.com/users/2", QueryKind.WRONG_LINK, None),
        ("javascript:alert(1)", QueryKind.WRONG_LINK, None),
        ("file:///etc/passwd", QueryKind.WRONG_LINK, None),
        ("https://osu.ppy.sh@evil.com/users/2", QueryKind.WRONG_LINK, None),
        ("#123", QueryKind.NUMBER, UserPlace(123)),
        ("123", QueryKind.NUMBER, UserPlace(123)),
        ("@peppy", QueryKind.AT_NAME, UserPlace("peppy")),
        ("@ [ Zane ]", QueryKind.AT_NAME, UserPlace("[ Zane ]")),
        ("@123", QueryKind.AT_NAME, UserPlace("123")),
        ("  peppy ", QueryKind.NAME, UserPlace("peppy")),
        ("-GN", QueryKind.NAME, UserPlace("-GN")),
        ("hello \u202eworld", QueryKind.NAME, everything("hello world")),
        ("re:zero", QueryKind.WORDS, everything("re:zero")),
        ("feat. somebody", QueryKind.WORDS, everything("feat. somebody")),
        ("千本桜", QueryKind.WORDS, everything("千本桜")),
        ("x", QueryKind.WORDS, everything("x")),
        ("a name far too long to be a player's", QueryKind.WORDS, None),
        ("taiko japan", QueryKind.NAME, JAPAN),
        ("", QueryKind.NOTHING, None),
        ("  \u202e ", QueryKind.NOTHING, None),
        ("stars>5 ar>=9", QueryKind.WORDS, search_of("stars>5 ar>=9")),
        ("miku creator=pishifat", QueryKind.WORDS, search_of("miku creator=pishifat")),
        ("#", QueryKind.WORDS, everything("#")),
        ("@", QueryKind.NOTHING, None),
    ],
)
def test_what_a_line_means(line: str, kind: QueryKind, first: Place | None) -> None:
    meaning = parse_query(line)
    assert meaning.kind is kind
    if first is not None:
        assert meaning.places[0] == first
    assert bool(meaning.places) == (kind not in (QueryKind.NOTHING, QueryKind.WRONG_LINK))


def test_links_and_hash_numbers_are_not_searched_for_and_names_bring_no_beatmaps() -> None:
    assert not parse_query("https://osu.ppy.sh/users/2").asks_for_players
    assert not parse_query("#123").asks_for_players
    assert parse_query("123").asks_for_beatmaps
    assert parse_query("@peppy").asks_for_players
    assert not parse_query("@peppy").asks_for_beatmaps


def test_an_id_can_be_of_four_things_and_digits_a_name() -> None:
    four = [UserPlace(123), BeatmapsetPlace(123), BeatmapPlace(123), ScorePlace(123)]
    assert places("#123") == four
    assert places("123") == [*four, UserPlace("123")]


@given(st.text(max_size=400))
def test_no_line_raises_and_what_enter_opens_has_a_row(line: str) -> None:
    meaning = parse_query(line)
    shown = local_suggestions(meaning, line, None)
    assert set(meaning.places[:1]) <= {row.place for row in shown}
    assert len(meaning.words) <= 300
    assert all(row.title for row in shown)


# --- rankings by words -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("taiko japan", JAPAN),
        ("Japan TAIKO", JAPAN),
        ("taiko, japan", JAPAN),
        ("taiko jp", JAPAN),
        ("taiko jap", JAPAN),
        ("mania 4k", RankingsPlace("mania", variant="4k")),
        ("7k score south korea", RankingsPlace("mania", "score", "KR", "7k")),
        ("ctb country", RankingsPlace("fruits", "country")),
        ("kudosu", RankingsPlace(type="kudosu")),
        ("global ranking", RankingsPlace()),
        ("friends", RankingsPlace(filter="friends")),
        ("côte d’ivoire", RankingsPlace(country="CI")),
    ],
)
def test_rankings_are_found_by_words(words: str, wanted: RankingsPlace) -> None:
    assert rankings_by(words)[0] == wanted


@pytest.mark.parametrize(
    "words", ["", " , ", "freedom dive", "taiko drum", "catch 4k", "taiko mania", "x" * 500]
)
def test_other_words_are_no_rankings(words: str) -> None:
    assert rankings_by(words) == []


def test_a_country_alone_is_a_name_first_and_a_ranking_too() -> None:
    found = places("japan")
    assert found[0] == UserPlace("japan")
    assert RankingsPlace(country="JP") in found


def test_a_ranking_is_called_by_its_parts() -> None:
    place = RankingsPlace("mania", "score", "KR", "7k", "friends")
    assert ranking_title(place) == "osu!mania 7K score ranking, South Korea, friends"


# --- what is kept ------------------------------------------------------------------------------


def test_bookmarks_are_found_by_title_and_note_and_seen_places_by_title() -> None:
    shelf = Shelf()
    shelf.bookmarks.add(UserPlace(7), "Somebody", "plays tékno")
    shelf.bookmarks.add(BeatmapsetPlace(8), "Tekno song")
    shelf.recent.saw(ScorePlace(9), "A tekno score")
    shelf.recent.saw(BeatmapsetPlace(8), "Tekno song")
    found = rows("TEKNO", shelf)
    assert [row.place for row in found[:4]] == [
        UserPlace("TEKNO"),
        BeatmapsetPlace(8),
        UserPlace(7),
        ScorePlace(9),
    ]
    assert found[1].icon == "star-full", "a bookmark that was seen is there once"
    assert found[3].icon == "seen"
    assert found[2].detail == "plays tékno"
    assert found[3].entry is not None


def test_with_nothing_typed_the_latest_places_are_there() -> None:
    shelf = Shelf()
    for number in range(1, 30):
        shelf.recent.saw(UserPlace(number), f"player {number}")
    found = places("", shelf)
    assert found == [UserPlace(number) for number in range(29, 19, -1)]


def test_pages_of_the_program_are_found_by_name() -> None:
    assert AppPlace("settings") in places("sett")
    assert AppPlace("recent") in places("recently")


def test_the_address_of_a_page_of_the_program_is_a_link_only_if_there_is_one() -> None:
    (row,) = rows("osubrowser:settings")
    assert (row.title, row.place) == ("Settings", AppPlace("settings"))
    assert parse_query("osubrowser:nonsense", app_pages=TITLES).kind is QueryKind.WRONG_LINK


# --- what osu! knows ---------------------------------------------------------------------------


def test_players_without_an_id_are_left_out_and_names_are_one_line() -> None:
    users = [
        UserCompact(username="[deleted user]", is_deleted=True),
        UserCompact(id=2, username="pep\u202epy\n", avatar_url="https://a.ppy.sh/2"),
        *(UserCompact(id=10 + n, username=f"p{n}") for n in range(20)),
    ]
    found = players_found(users)
    assert found[0].place == UserPlace(2)
    assert found[0].title == "peppy"
    assert len(found) == 5
    assert all(row.is_found for row in found)


def test_beatmaps_are_named_as_the_setting_says() -> None:
    one = BeatmapsetCompact(
        id=1,
        artist="Hatsune Miku",
        artist_unicode="初音ミク",
        title="Senbonzakura",
        title_unicode="千本桜",
    )
    assert beatmaps_found([one])[0].title == "Hatsune Miku - Senbonzakura"
    found = beatmaps_found([one], original=True)
    assert found[0].title == "初音ミク - 千本桜"
    assert still_fitting("senbon", found) == found
    assert still_fitting("千本", found) == found
    assert still_fitting("other", found) == []


def test_what_comes_joins_above_the_search_and_moves_nothing_else() -> None:
    before = rows("peppy")
    peppy, other = players_found(
        [UserCompact(id=2, username="Peppy"), UserCompact(id=3, username="peppyfan")]
    )
    after = joined(before, [peppy, other])
    assert after[0] == peppy, "the player of that very name takes the place of the guess"
    assert before[-2].place == everything("peppy")
    assert before[-1].place == search_of("peppy")
    assert [row.place for row in after[1:-3]] == [row.place for row in before[1:-2]]
    assert after[-3:] == [other, *before[-2:]]
    assert joined(after, [peppy, other]) == after


def test_a_bookmark_keeps_its_place_when_osu_tells_of_it_too() -> None:
    shelf = Shelf()
    shelf.bookmarks.add(UserPlace(2), "peppy", "a note")
    before = rows("pep", shelf)
    after = joined(before, players_found([UserCompact(id=2, username="peppy")]))
    assert after == before


def test_a_web_page_of_osu_is_a_row() -> None:
    found = rows("https://osu.ppy.sh/store/cart")
    assert found[0].place == WebAddress("https://osu.ppy.sh/store/cart")
    assert found[0].title == "A page of osu!'s website"

"""Addresses of the website: each kind is understood, and every place brings its own back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.places.places import (
    BEATMAP_VIEWS,
    BEATMAPSET_SECTIONS,
    BOARDS,
    DISCUSSION_VIEWS,
    LISTS,
    MODES,
    PLAYER_SECTIONS,
    RANKING_TYPES,
    THINGS,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
    WebAddress,
    WelcomePlace,
)
from osubrowser.services.places.urls import HOME, address, exact_address, parse, short
from tests.addresses import ADDRESSES, copied_address

DEMO = "http://127.0.0.1:40123"

ids = st.integers(1, 10**12)
modes = st.sampled_from(MODES)
names = st.from_regex(
    r"[A-Za-z0-9_\[\]\-]([A-Za-z0-9_\[\] \-]{0,13}[A-Za-z0-9_\[\]\-])?", fullmatch=True
)
names |= st.sampled_from(["プレイヤー", "123", "- -", "a/b", "50%", "née", "한국"])
numbered = [kind for kind in THINGS if kind not in ("pack", "news", "changelog", "wiki")]
filters = st.lists(
    st.tuples(st.just("q"), st.text(max_size=40))
    | st.tuples(
        st.sampled_from(["m", "s", "g", "l", "c", "e", "nsfw", "r", "played", "sort", "page"]),
        st.sampled_from(
            ["0", "3", "any", "wip", "3.4", "14", "converts.follows", "video", "true", "XH.S"]
        )
        | st.sampled_from(["unplayed", "plays_asc", "title", "mine"])
        | st.text(max_size=6),
    ),
    max_size=8,
).map(tuple)
positions = st.none() | st.from_regex(
    r"[1-9][0-9]{0,3}\.[A-Za-z0-9_~-]{1,40}(\.[0-9]{1,2})?", fullmatch=True
)
listings = st.builds(
    BeatmapsPlace,
    filters=filters,
    view=st.sampled_from(BEATMAP_VIEWS),
    cursor=positions,
    at=st.none() | ids,
)

places = st.one_of(
    st.builds(
        RankingsPlace,
        mode=modes,
        type=st.sampled_from(RANKING_TYPES),
        country=st.none() | st.from_regex(r"[A-Za-z]{2}", fullmatch=True) | st.text(max_size=4),
        variant=st.none() | st.sampled_from(["4k", "7k", "9k"]),
        filter=st.sampled_from(["all", "friends", "enemies"]),
        spotlight=st.none() | st.integers(-5, 10**9),
        page=st.integers(-3, 500),
        compare=st.none() | st.sampled_from(["2026-11-12", "2026-02-30", "٢٠٢٦-١١-١٢", "2026"]),
    ),
    st.builds(
        UserPlace,
        user=ids | names,
        mode=st.none() | modes,
        compare=st.none() | ids | names,
        section=st.sampled_from(PLAYER_SECTIONS),
    ),
    st.builds(BeatmapsetPlace, id=ids),
    st.builds(BeatmapsetPlace, id=ids, beatmap=st.none() | ids, mode=modes),
    st.builds(
        BeatmapsetPlace,
        id=ids,
        beatmap=st.none() | ids,
        mode=st.none() | modes,
        section=st.sampled_from(BEATMAPSET_SECTIONS),
        mods=st.sampled_from(["", "HDDT", "dt(1.3)~HD!FL", "no mods", "x" * 200]),
        board=st.sampled_from(BOARDS),
        player=st.none() | ids | names,
        view=st.sampled_from(["", *DISCUSSION_VIEWS, "other"]),
        at=st.integers(0, 10**9),
    ),
    st.builds(
        BeatmapPlace,
        id=ids,
        mode=st.none() | modes,
        section=st.sampled_from(["overview", "scores"]),
        mods=st.sampled_from(["", "HDDT"]),
        board=st.sampled_from(BOARDS),
        player=st.none() | ids | names,
    ),
    st.builds(ScorePlace, id=ids, mode=st.none() | modes),
    st.builds(ListPlace, kind=st.sampled_from(LISTS)),
    listings,
    st.builds(ThingPlace, kind=st.sampled_from(numbered), key=ids.map(str)),
    st.builds(ThingPlace, kind=st.just("topic"), key=ids.map(str), at=st.integers(0, 10**9)),
    st.builds(
        ThingPlace, kind=st.just("pack"), key=st.from_regex(r"[A-Z]{1,2}[0-9]{1,4}", fullmatch=True)
    ),
    st.builds(
        ThingPlace,
        kind=st.just("wiki"),
        key=st.sampled_from(
            ["en/Main_page", "ja/Help_centre", "pt-br/osu!/Mod", "en/表", "zh/a b"]
        ),
    ),
    st.builds(
        ThingPlace,
        kind=st.sampled_from(["news", "changelog"]),
        key=st.from_regex(r"[a-z0-9]([a-z0-9.\-]{0,30}[a-z0-9])?", fullmatch=True),
    ),
)


@given(place=places, origin=st.sampled_from([HOME, DEMO]))
def test_an_address_brings_its_place_back(place: Place, origin: str) -> None:
    assert parse(address(place, origin), origins=(origin,)) == place
    assert parse(short(place, origin), origins=(origin,)) == place


@given(place=listings, origin=st.sampled_from([HOME, DEMO]))
def test_an_exact_address_has_the_position_in_the_listing(
    place: BeatmapsPlace, origin: str
) -> None:
    there = parse(exact_address(place), origins=(origin, HOME))
    assert isinstance(there, BeatmapsPlace)
    assert there == place
    assert (there.cursor, there.at) == (place.cursor, place.at)
    assert BeatmapsPlace(place.filters) == BeatmapsPlace(BeatmapsPlace(place.filters).filters)


TYPED = "/osu.ppyshrankingsbmtcuwife?&=#:@[]%0123456789\\ "


@given(
    st.text(max_size=80)
    | st.text(alphabet=TYPED, max_size=80)
    | st.builds(
        lambda row, at, sign: row[0][:at] + sign + row[0][at:],
        st.sampled_from(ADDRESSES),
        st.integers(0, 60),
        st.sampled_from(["\ud800", "\x00", "%00", "%ud800", "%ff", "/../", "²", "\u202e"]),
    )
)
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    origins = (HOME, DEMO)
    place = parse(text, origins=origins)
    if place is None:
        return
    url = address(place, DEMO)
    assert url.startswith((f"{HOME}/", f"{DEMO}/")) or url in origins
    assert url.isascii()
    assert parse(url, origins=origins) == place


@given(
    st.sampled_from(
        ["users", "u", "beatmapsets", "s", "b", "beatmaps", "wiki", "home", "community"]
    ),
    st.lists(
        st.text(max_size=8) | st.sampled_from(["news", "topics", "forums", "1", ".."]), max_size=4
    ),
    st.text(max_size=12),
)
def test_no_path_breaks_it(first: str, steps: list[str], tail: str) -> None:
    place = parse("/".join(["osu.ppy.sh", first, *steps]) + tail)
    assert place is None or parse(address(place)) == place


@pytest.mark.parametrize(("text", "place", "copied"), ADDRESSES)
def test_addresses_of_the_website_and_what_copy_link_gives_back(
    text: str, place: Place, copied: str
) -> None:
    assert parse(text) == place
    assert address(place) == copied_address(copied)
    assert parse(address(place)) == place


def test_the_table_has_every_kind() -> None:
    found = [place for _, place, _ in ADDRESSES]
    assert len(found) >= 100
    assert {p.kind for p in found if isinstance(p, ListPlace)} == set(LISTS)
    assert {p.kind for p in found if isinstance(p, ThingPlace)} == set(THINGS)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("https://osu.ppy.sh/rankings/osu/performance", RankingsPlace()),
        ("https://osu.ppy.sh/rankings/osu/global", RankingsPlace()),
        ("osu.ppy.sh/rankings", RankingsPlace()),
        ("/rankings/taiko", RankingsPlace("taiko")),
        ("/rankings/", RankingsPlace()),
        ("//osu.ppy.sh/rankings/taiko", RankingsPlace("taiko")),
        ("  http://lazer.ppy.sh/rankings/catch/global  ", RankingsPlace("fruits")),
        ("old.ppy.sh/rankings/fruits/score", RankingsPlace("fruits", "score")),
        ("/rankings/osu/global/score", RankingsPlace("osu", "score")),
        ("/rankings/osu/team/performance", RankingsPlace("osu", "team")),
        ("/rankings/osu?compare=2026-11-12", RankingsPlace(compare="2026-11-12")),
        ("/rankings/osu?compare=2026-11-31", RankingsPlace()),
        ("/rankings/osu?compare=yesterday", RankingsPlace()),
        ("/rankings/osu/charts?compare=2026-11-12", RankingsPlace(type="charts")),
        ("/rankings/osu/country", RankingsPlace("osu", "country")),
        ("/rankings/kudosu?page=3", RankingsPlace(type="kudosu", page=3)),
        ("/rankings/kudosu?page=99", RankingsPlace(type="kudosu", page=20)),
        (
            "/rankings/taiko/performance?country=jp&page=3#scores",
            RankingsPlace("taiko", country="JP", page=3),
        ),
        ("/rankings/osu/performance?cursor%5Bpage%5D=7", RankingsPlace(page=7)),
        ("/rankings/mania/performance?variant=7K", RankingsPlace("mania", variant="7k")),
        ("/rankings/osu/performance?variant=7k", RankingsPlace()),
        ("/rankings/osu/performance?filter=friends", RankingsPlace(filter="friends")),
        ("/rankings/osu/charts?spotlight=271", RankingsPlace(type="charts", spotlight=271)),
        ("/rankings/osu/charts?spotlight=newest", RankingsPlace(type="charts")),
        ("/rankings/osu/performance?country=Japan&page=two", RankingsPlace()),
        ("/p/pp?m=1&c=JP&page=2", RankingsPlace("taiko", country="JP", page=2)),
        ("http://osu.ppy.sh/p/pp/?m=0&s=3&o=1&f=&page=9", RankingsPlace(page=9)),
        ("/p/countryranking", RankingsPlace(type="country")),
        ("/p/playerranking?m=3", RankingsPlace("mania", "score")),
        ("/p/chart", RankingsPlace(type="charts")),
    ],
)
def test_every_spelling_of_a_ranking_is_understood(text: str, place: RankingsPlace) -> None:
    assert parse(text) == place


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("osu.ppy.sh/users/2/playlists", "https://osu.ppy.sh/users/2/playlists"),
        (
            "/store/プレイヤー",
            "https://osu.ppy.sh/store/%E3%83%97%E3%83%AC%E3%82%A4%E3%83%A4%E3%83%BC",
        ),
        ("/rankings/osu/top-plays", "https://osu.ppy.sh/rankings/osu/top-plays"),
        ("/p/irc", "https://osu.ppy.sh/p/irc"),
        ("osu.ppy.sh/wiki/en/Sitemap", "https://osu.ppy.sh/wiki/en/Sitemap"),
    ],
)
def test_other_pages_of_the_website_are_web_addresses(text: str, url: str) -> None:
    assert parse(text) == WebAddress(url)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "peppy",
        "two words",
        "#123",
        "12345",
        "https://osu.ppy.sh@evil.example/rankings",
        "https://user:pass@osu.ppy.sh/rankings",
        "https://osu.ppy.sh.evil.example/rankings",
        "https://evil.example/osu.ppy.sh/rankings",
        "https://osu.ppy.sh:8443/rankings",
        "https://osu.ppy.sh:x/rankings",
        "https://[::1/rankings",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "osu://edit/00:01:02",
        "ftp://osu.ppy.sh/rankings",
        "https://osu.ppy.sh/rankings\nHost: evil",
        "https://osu.ppy.sh\\@evil.example/",
        "https://osu.ppy.sh/users/\u202egnp.exe",
        "https://osu.ppy.sh/" + "a" * 3000,
    ],
)
def test_what_is_no_address_of_ours_is_not_taken(text: str) -> None:
    assert parse(text) is None


def test_a_server_of_ones_own_has_the_same_addresses() -> None:
    place = RankingsPlace("mania", country="KR", variant="4k", page=4)
    assert address(place, DEMO) == f"{DEMO}/rankings/mania/performance?country=KR&page=4&variant=4k"
    assert parse(address(place, DEMO)) is None
    assert parse(address(place, DEMO), origins=(DEMO,)) == place
    assert parse("127.0.0.1:40123/rankings", origins=(DEMO,)) == RankingsPlace()
    assert parse("https://127.0.0.1:40123/rankings", origins=(DEMO,)) is None
    assert parse("/store/2", origins=(DEMO,)) == WebAddress(f"{DEMO}/store/2")
    assert parse("osu.ppy.sh/store/2", origins=(DEMO,)) == WebAddress("https://osu.ppy.sh/store/2")


def test_the_welcome_page_has_the_website_s_home() -> None:
    assert address(WelcomePlace()) == "https://osu.ppy.sh/"
    assert short(WelcomePlace()) == ""


@pytest.mark.parametrize(
    ("url", "page", "rank"),
    [
        ("/rankings/osu/performance?page=44#rank-2163", 44, 2163),
        ("/rankings/osu/performance#rank-7", 1, 7),
        ("/rankings/osu/performance?page=44#rank-2151", 44, None),  # the first row of the page
        ("/rankings/osu/performance?page=44#rank-2201", 44, None),  # of another page
        ("/rankings/osu/performance?page=44#rank-x", 44, None),
        ("/rankings/osu/performance?page=44#rank--7", 44, None),
    ],
)
def test_a_rank_on_a_page_of_a_ranking(url: str, page: int, rank: int | None) -> None:
    place = parse("https://osu.ppy.sh" + url)
    assert isinstance(place, RankingsPlace)
    assert (place.page, place.rank) == (page, rank)
    assert place == RankingsPlace(page=page), "it is no other place"
    assert "#" not in address(place), "nor another bookmark"
    assert parse(exact_address(place)) == place
    assert getattr(parse(exact_address(place)), "rank", None) == rank


@pytest.mark.parametrize(
    ("fragment", "rank", "current"),
    [
        ("rank-2163-current-2170", 2163, 2170),
        ("current-3", None, 3),
        ("rank-2163", 2163, None),
        ("rank-2163-current-0", 2163, None),
        ("rank-2163-current-10001", 2163, None),
        ("rank-2163-current-999999999999", None, None),
        ("-current-3", None, 3),
        ("current-3-rank-2163", None, None),
    ],
)
def test_the_current_row_of_a_ranking(fragment: str, rank: int | None, current: int | None) -> None:
    place = parse(f"https://osu.ppy.sh/rankings/osu/performance?page=44#{fragment}")
    assert isinstance(place, RankingsPlace)
    assert (place.rank, place.current) == (rank, current)
    assert place == RankingsPlace(page=44)
    again = parse(exact_address(place))
    assert isinstance(again, RankingsPlace)
    assert (again.rank, again.current) == (rank, current)

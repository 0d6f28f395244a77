"""Addresses: every place has one and comes back from it; what is not ours is not taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.places import (
    MODES,
    RANKING_TYPES,
    Place,
    RankingsPlace,
    WebAddress,
    WelcomePlace,
    address,
    beatmapset_address,
    parse,
    short,
    team_address,
    user_address,
)

DEMO = "http://127.0.0.1:40123"

places = st.builds(
    RankingsPlace,
    mode=st.sampled_from(MODES),
    type=st.sampled_from(RANKING_TYPES),
    country=st.none() | st.from_regex(r"[A-Za-z]{2}", fullmatch=True) | st.text(max_size=4),
    variant=st.none() | st.sampled_from(["4k", "7k", "9k"]),
    filter=st.sampled_from(["all", "friends", "enemies"]),
    spotlight=st.none() | st.integers(-5, 10**9),
    page=st.integers(-3, 500),
)


@given(place=places, origin=st.sampled_from(["https://osu.ppy.sh", DEMO]))
def test_an_address_brings_its_place_back(place: RankingsPlace, origin: str) -> None:
    assert parse(address(place, origin), origins=(origin,)) == place
    assert parse(short(place, origin), origins=(origin,)) == place


@given(
    st.text(max_size=80) | st.text(alphabet="/osu.ppyshrankings?&=#:@[]%0123456789\\ ", max_size=80)
)
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    place = parse(text, origins=("https://osu.ppy.sh", DEMO))
    assert place is None or isinstance(place, Place)
    if isinstance(place, WebAddress):
        assert place.url.startswith(("https://osu.ppy.sh/", f"{DEMO}/")) or place.url in (
            "https://osu.ppy.sh",
            DEMO,
        )
        assert place.url.isascii()
        assert parse(place.url, origins=("https://osu.ppy.sh", DEMO)) == place


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
        ("osu.ppy.sh", "https://osu.ppy.sh/"),
        ("osu.ppy.sh/users/2/osu", "https://osu.ppy.sh/users/2/osu"),
        (
            "http://lazer.ppy.sh/beatmapsets/39804#osu/129891",
            "https://osu.ppy.sh/beatmapsets/39804#osu/129891",
        ),
        (
            "/users/プレイヤー",
            "https://osu.ppy.sh/users/%E3%83%97%E3%83%AC%E3%82%A4%E3%83%A4%E3%83%BC",
        ),
        ("/rankings/osu/top-plays", "https://osu.ppy.sh/rankings/osu/top-plays"),
        (
            "/rankings/daily-challenge/2025-01-01",
            "https://osu.ppy.sh/rankings/daily-challenge/2025-01-01",
        ),
        ("/p/news", "https://osu.ppy.sh/p/news"),
        ("osu.ppy.sh/wiki/ja/Help?q=a%20b", "https://osu.ppy.sh/wiki/ja/Help?q=a%20b"),
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
        "osu://b/129891",
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
    assert parse("/users/2", origins=(DEMO,)) == WebAddress(f"{DEMO}/users/2")
    assert parse("osu.ppy.sh/users/2", origins=(DEMO,)) == WebAddress("https://osu.ppy.sh/users/2")


def test_what_does_not_go_with_a_ranking_is_left_out() -> None:
    assert RankingsPlace(type="country", country="JP") == RankingsPlace(type="country")
    assert RankingsPlace("taiko", "kudosu", page=4) == RankingsPlace("osu", "kudosu", page=4)
    assert RankingsPlace(type="team", filter="friends", spotlight=4) == RankingsPlace(type="team")
    assert hash(RankingsPlace(country="jp")) == hash(RankingsPlace(country="JP"))
    with pytest.raises(ValueError, match="ruleset"):
        RankingsPlace("catch")
    with pytest.raises(ValueError, match="ranking"):
        RankingsPlace(type="top-plays")


def test_addresses_of_what_the_rows_show() -> None:
    assert user_address(2) == "https://osu.ppy.sh/users/2"
    assert user_address(2, "taiko") == "https://osu.ppy.sh/users/2/taiko"
    assert user_address("a/b c", origin=DEMO) == f"{DEMO}/users/a%2Fb%20c"
    assert team_address(7) == "https://osu.ppy.sh/teams/7"
    assert beatmapset_address(39804) == "https://osu.ppy.sh/beatmapsets/39804"
    assert beatmapset_address(39804, 129891) == "https://osu.ppy.sh/beatmapsets/39804#osu/129891"


def test_the_welcome_page_has_the_website_s_home() -> None:
    assert address(WelcomePlace()) == "https://osu.ppy.sh/"
    assert short(WelcomePlace()) == ""

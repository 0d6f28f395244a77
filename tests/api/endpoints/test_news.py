"""Endpoints of news and seasonal backgrounds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from osubrowser.api import NewsPostKey, SeasonalBackgrounds
from osubrowser.api.decoding.decode import decode
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked, guest
from tests.conftest import Server, raw_answer


def test_recorded_news(recorded_server: Server) -> None:
    client = guest(recorded_server)
    listing = client.news_listing()
    sent = raw_answer("v2/get_news_listing_200.json")
    assert len(listing.news_posts) == len(sent["news_posts"])
    first, newest = listing.news_posts[0], sent["news_posts"][0]
    assert (first.id, first.preview, first.content) == (newest["id"], newest["preview"], None)
    assert first.published_at == datetime(2026, 7, 3, 20, tzinfo=UTC)
    assert first.first_image_2x is not None
    assert listing.news_sidebar.current_year == listing.news_sidebar.years[0] == 2026
    assert len(listing.news_sidebar.news_posts) == len(sent["news_sidebar"]["news_posts"])
    assert listing.search.sort == "published_desc"
    post = client.news_post("2013-07-31-clicking-styles")
    assert post.content is not None
    assert post.content.startswith("<div class='osu-md")
    assert post.navigation is not None
    assert post.navigation.newer is not None
    navigation = raw_answer("v2/get_news_post_200.json")["navigation"]
    assert post.navigation.newer.id == navigation["newer"]["id"]
    assert len(list(client.pages(client.news_listing))) == 1


def test_recorded_backgrounds(recorded: Callable[[str], bytes]) -> None:
    sent = raw_answer("v2/get_seasonal_backgrounds_200.json")["backgrounds"]
    season = decode(recorded("get_seasonal_backgrounds_200"), SeasonalBackgrounds)
    assert season.ends_at == datetime(2026, 6, 30, tzinfo=UTC)
    assert len(season.backgrounds) == len(sent)
    assert season.backgrounds[0].url.startswith("https://assets.ppy.sh/")
    assert season.backgrounds[0].user is not None


def test_no_season_and_no_neighbours(stub: Stub) -> None:
    client = stub.client()
    answer(stub, {})
    season = client.seasonal_backgrounds()
    assert (season.ends_at, season.backgrounds) == (None, [])
    answer(stub, {"id": 1, "title": "only", "navigation": []})
    post = client.news_post(1, key=NewsPostKey.ID)
    assert asked(stub) == ("GET /news/1", {"key": ["id"]})
    assert post.title == "only"
    assert post.navigation is not None
    assert (post.navigation.newer, post.navigation.older) == (None, None)
    assert all("authorization" not in seen.headers for seen in stub.requests)


def test_a_year_without_news_is_named_in_text(stub: Stub) -> None:
    answer(stub, {"news_posts": [], "news_sidebar": {"current_year": "2007", "years": [2026]}})
    listing = stub.client().news_listing(year=2007)
    assert asked(stub) == ("GET /news", {"year": ["2007"]})
    assert listing.news_sidebar.current_year == 2007
    assert listing.news_sidebar.years == [2026]


def test_news_are_walked_by_a_cursor_with_a_moment(stub: Stub) -> None:
    cursor = {"published_at": "2026-06-11T20:00:00.000000Z", "id": 1908}
    answer(
        stub,
        {"news_posts": [{"id": 1908}], "cursor": cursor},
        {"news_posts": [{"id": 1907}], "cursor": None},
    )
    client = stub.client()
    assert len(list(client.pages(client.news_listing, limit=1))) == 2
    assert asked(stub)[1] == {
        "limit": ["1"],
        "cursor[published_at]": ["2026-06-11T20:00:00.000000Z"],
        "cursor[id]": ["1908"],
    }

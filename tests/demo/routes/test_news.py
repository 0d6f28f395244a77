"""News over HTTP: listing, sidebar, cursor, single posts, without a token."""

from __future__ import annotations

from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller


def test_news_need_no_token_but_no_wrong_one(server: object, guest: Caller) -> None:
    guest.session.headers.pop("Authorization")
    assert guest.get("news").status_code == 200
    guest.session.headers["Authorization"] = "Bearer wrong"
    assert guest.get("news").status_code == 401


def test_walking_all_news(guest: Caller, world: World) -> None:
    page = guest.json("news", limit=21)
    found = list(page["news_posts"])
    while page["cursor_string"]:
        page = guest.json("news", limit=21, cursor_string=page["cursor_string"])
        found += page["news_posts"]
    assert page["cursor"] is None
    assert [post["id"] for post in found] == list(range(len(world.community.news.posts), 0, -1))
    dates = [post["published_at"] for post in found]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] < NOW.isoformat()
    assert len({post["slug"] for post in found}) == len(found) > 300
    assert not any("{" in post["preview"] + post["title"] for post in found)


def test_one_year(guest: Caller) -> None:
    body = guest.json("news", year=2021)
    assert {post["published_at"][:4] for post in body["news_posts"]} == {"2021"}
    sidebar = body["news_sidebar"]
    assert sidebar["current_year"] == 2021
    assert sidebar["years"] == sorted(sidebar["years"], reverse=True)
    assert sidebar["years"][0] == NOW.year
    assert {post["published_at"][:4] for post in sidebar["news_posts"]} == {"2021"}
    assert len(sidebar["news_posts"]) > 12
    assert "preview" not in sidebar["news_posts"][0]
    assert body["search"] == {"limit": 12, "sort": "published_desc", "year": 2021}
    nothing = guest.json("news", year=1999)
    assert nothing["news_posts"] == []
    assert nothing["news_sidebar"]["current_year"] == "1999"


def test_limits_are_moved_into_their_range(guest: Caller) -> None:
    assert len(guest.json("news", limit=500)["news_posts"]) == 21
    assert len(guest.json("news", limit=-1)["news_posts"]) == 1


def test_one_post_by_slug_and_id(guest: Caller, world: World) -> None:
    post = world.community.news.posts[100]
    whole = guest.json(f"news/{post.slug}")
    assert whole == guest.json(f"news/{post.id}", key="id")
    assert whole["content"].startswith("<div class='osu-md osu-md--news'><p class=")
    assert whole["navigation"]["newer"]["id"] == post.id + 1
    assert whole["navigation"]["older"]["id"] == post.id - 1
    first = guest.json("news/1", key="id")
    last = guest.json(f"news/{len(world.community.news.posts)}", key="id")
    assert set(first["navigation"]) == {"newer"}
    assert set(last["navigation"]) == {"older"}


def test_every_post_can_be_written(world: World) -> None:
    news = world.community.news
    for post in news.posts:
        content = news.content(post)
        assert "{" not in content
        assert "</div>" in content
        assert "![" not in content
    assert {post.kind for post in news.posts} >= {"loved", "artist", "worldcup", "wrapup"}


def test_beatmaps_in_a_post_were_there_before_it(world: World) -> None:
    import re

    news = world.community.news
    for post in [post for post in news.posts if post.kind == "loved"][::9]:
        sets = re.findall(r"/beatmapsets/(\d+)", news.content(post))
        assert sets
        for text in sets:
            index = world.beatmaps.by_id(int(text))
            assert index is not None
            assert world.beatmaps.status[index] == 4
            assert world.beatmaps.submitted(index) < post.published


def test_unknown_posts(guest: Caller) -> None:
    by_slug, by_id = guest.get("news/nothing-here"), guest.get("news/99999", key="id")
    assert (by_slug.status_code, by_slug.json()) == (404, {"error": None})
    assert (by_id.status_code, bool(by_id.json()["error"])) == (404, True)


def test_pictures_of_news_can_be_seen(guest: Caller) -> None:
    post = guest.json("news")["news_posts"][0]
    for key in ("first_image", "first_image@2x"):
        answer = guest.session.get(post[key], timeout=20)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "image/jpeg"

"""News as they are shown: every field of a post as the server sent it, all posts of a year once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from html import unescape
from typing import Any

import pytest

from osubrowser.api.client import Client
from osubrowser.api.entities.news import NewsNavigation, NewsPost
from osubrowser.api.errors import NotFound
from osubrowser.models.news.news import (
    load_news_list,
    news_columns,
    news_place,
    news_record,
)
from osubrowser.models.news.post import author_in, load_news, subject_of
from osubrowser.services.places.places import ThingPlace, UserPlace
from tests.conftest import Server, raw_answer

ORIGIN = "https://osu.ppy.sh"


@pytest.fixture(scope="module")
def client(serve_demo: Callable[..., Server]) -> Iterator[Client]:
    with ExitStack() as stack:
        server = serve_demo(stack)
        client = Client(server.client_id, server.client_secret, base_url=server.url)
        yield stack.enter_context(client)


def test_all_posts_of_a_year_come_once_newest_first(client: Client) -> None:
    cursor: Any = None
    slugs: list[str] = []
    years = set()
    while True:
        page = load_news_list(client, "2019", news_columns(), cursor)
        slugs += [row.item.slug for row in page.rows]
        years.add(page.extra)
        cursor = page.next
        if cursor is None:
            break
    assert len(slugs) == len(set(slugs)) > 21
    assert slugs == sorted(slugs, key=lambda slug: slug[:10], reverse=True)
    assert all(slug.startswith("2019-") for slug in slugs)
    assert years == {tuple(range(2026, 2012, -1))}


def test_a_post_by_number_and_by_name_is_the_same_with_its_neighbours(client: Client) -> None:
    by_number = load_news(client, ThingPlace("news", "2"))
    assert by_number.newer is not None
    assert by_number.older is not None
    assert load_news(client, ThingPlace("news", by_number.slug)) == by_number
    newer = load_news(client, by_number.newer[1])
    assert (newer.id, newer.title) == (3, by_number.newer[0])
    assert newer.older == (by_number.title, ThingPlace("news", by_number.slug))
    first = load_news(client, ThingPlace("news", "1"))
    assert first.older is None
    with pytest.raises(NotFound):
        load_news(client, ThingPlace("news", "2019-01-01-there-is-none"))


def test_the_recorded_list_is_shown_with_no_field_wrong(recorded_server: Server) -> None:
    body = raw_answer("v2/get_news_listing_200.json")
    server = recorded_server
    with Client(server.client_id, server.client_secret, base_url=server.url) as client:
        page = load_news_list(client, "", news_columns(), None)
    columns = [column.key for column in news_columns()]
    assert len(page.rows) == len(body["news_posts"])
    assert page.extra == tuple(body["news_sidebar"]["years"])
    assert page.next is not None
    for row, sent in zip(page.rows, body["news_posts"], strict=True):
        shown = dict(zip(columns, row.texts, strict=True))
        assert shown["title"] == sent["title"]
        assert shown["author"] == sent["author"]
        assert shown["slug"] == sent["slug"]
        preview = unescape(sent["preview"])
        assert " ".join(preview.split()).startswith(shown["preview"].rstrip("…"))
        assert len(shown["preview"]) > min(len(preview), 200) - 1
        assert news_record(row)["preview"] == preview
        year, month, day = (int(part) for part in sent["published_at"][:10].split("-"))
        assert shown["published"].startswith(f"{day} ")
        assert shown["published"].endswith(f" {year}")
        assert row.pictures[0] == sent["first_image"]
        assert news_place(row.item) == ThingPlace("news", sent["slug"])
        record = news_record(row)
        assert {name: sent[name] for name in ("id", "slug", "title", "author")}.items() <= (
            record.items()
        )
        assert record["published_at"] == sent["published_at"]
        assert month in range(1, 13)


def test_the_recorded_post_is_shown_with_no_field_wrong(recorded_server: Server) -> None:
    sent = raw_answer("v2/get_news_post_200.json")
    server = recorded_server
    with Client(server.client_id, server.client_secret, base_url=server.url) as client:
        post = load_news(client, ThingPlace("news", "1"))
    assert (post.id, post.slug, post.title, post.author) == (
        sent["id"],
        sent["slug"],
        sent["title"],
        sent["author"],
    )
    assert post.published == "31 Jul 2013, 06:00 UTC"
    assert bool(post.updated) == (sent["updated_at"] != sent["published_at"])
    assert len(post.html) >= len(sent["content"]) // 2
    for found, name in ((post.newer, "newer"), (post.older, "older")):
        beside = sent["navigation"].get(name)
        place = None if beside is None else ThingPlace("news", beside["slug"])
        assert found == (None if beside is None else (beside["title"], place))


def test_the_author_is_linked_where_the_text_links_the_name() -> None:
    html = (
        '<p>by <a class="x" href="https://osu.ppy.sh/users/3">Other</a> and '
        "<a href='/users/2'>Peppy &amp; Co</a>, <a href='https://evil.example/users/9'>Bad</a></p>"
    )
    assert author_in(html, "peppy & co", ORIGIN) == UserPlace(2)
    assert author_in(html, "Bad", ORIGIN) is None
    assert author_in(html, "nobody", ORIGIN) is None
    assert author_in("<a href='/users/2'></a>", "", ORIGIN) is None


def test_what_is_missing_of_a_post_is_left_out() -> None:
    bare = subject_of(NewsPost(id=7), ORIGIN)
    assert (bare.title, bare.author, bare.published, bare.updated) == ("#7", "", "", "")
    assert bare.key == "7"
    odd = NewsPost(id=8, slug="../../x", title="a\x00b\n c", author="<b>x</b>")
    assert news_place(odd) == ThingPlace("news", "8")
    assert news_place(NewsPost(slug="..")) is None
    beside = NewsNavigation(older=odd, newer=NewsPost())
    around = subject_of(NewsPost(id=9, slug="s", navigation=beside), ORIGIN)
    assert around.older == ("ab c", ThingPlace("news", "8"))
    assert around.newer is None

"""Each page of search and feeds on recorded answers: what the window shows is what osu! sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import TypeVar

import pytest

from osubrowser.models.posts.post import PostKind
from osubrowser.services.places.places import ThingPlace, UserPlace
from osubrowser.ui.pages.changelog.list_page import ChangelogPage
from osubrowser.ui.pages.comments.page import CommentsPage
from osubrowser.ui.pages.forum.topic_page import TopicPage
from osubrowser.ui.pages.news.list_page import NewsPage
from osubrowser.ui.pages.news.post_page import NewsPostPage
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.search.page import SearchPage
from osubrowser.ui.sections.article_section import ArticleSection
from tests.conftest import Server, raw_answer
from tests.e2e.conftest import Browser

Shown = TypeVar("Shown", bound=Page)


@pytest.fixture
def browser(
    start: Callable[..., Browser], recorded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> Browser:
    """The window on the recorded server, signed in as a guest."""
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", recorded_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", recorded_server.client_secret)
    return start("--server", recorded_server.url)


def opened(browser: Browser, address: str, kind: type[Shown]) -> Shown:
    """Type an address; return the page that shows it, when it has what it shows."""
    navigator = browser.window.navigator
    browser.wait(lambda: not navigator.is_welcome and navigator.page is not None)
    browser.go(f"https://osu.ppy.sh/{address}")
    browser.wait(lambda: isinstance(navigator.page, kind))
    page = navigator.page
    assert isinstance(page, kind)
    browser.wait(lambda: page.is_settled)
    return page


def squeezed(text: str) -> str:
    return re.sub(r"[^\w]", "", text)


def text_of(html: str) -> str:
    """Return the words of HTML, without spaces and signs."""
    return squeezed(unescape(re.sub(r"<[^>]*>", " ", html)))


def test_a_topic(browser: Browser) -> None:
    sent = raw_answer("v2/get_forum_topic_200.json")
    topic = sent["topic"]
    page = opened(browser, f"community/forums/topics/{topic['id']}", TopicPage)
    browser.wait(lambda: page.feed.info is not None)
    assert browser.window.navigator.title.startswith(topic["title"])
    posts = [post for post in page.feed.posts if post.kind is PostKind.POST]
    assert [post.id for post in posts] == [f"p{one['id']}" for one in sent["posts"]]
    about = page.header.about.text()
    assert f"{topic['post_count']:,}" in about
    assert f"{topic['views']:,}" in about
    assert "locked" in about.casefold() or "locked" in page.header.title.text().casefold()
    for number, (post, one) in enumerate(zip(posts, sent["posts"], strict=True), 1):
        assert post.place == UserPlace(one["user_id"])
        assert post.facts.startswith(f"#{number:,}")
        assert ("edited" in post.facts.casefold()) == (one["edited_at"] is not None)
        assert post.moment.endswith(f"{one['created_at'][11:19]} UTC")
        assert [pill.text for pill in post.pills if pill.text == "Author"] == (
            ["Author"] if one["user_id"] == topic["user_id"] else []
        )
        words = text_of(one["body"]["html"])
        assert squeezed(post.text)[:40] == words[:40]


def test_news_as_a_list_and_one_post(browser: Browser) -> None:
    sent = raw_answer("v2/get_news_listing_200.json")["news_posts"]
    page = opened(browser, "home/news", NewsPage)
    assert [row.item.slug for row in page.list.model.loaded_rows()] == [p["slug"] for p in sent]
    assert [row.item.title for row in page.list.model.loaded_rows()] == [p["title"] for p in sent]
    one = raw_answer("v2/get_news_post_200.json")
    post = opened(browser, f"home/news/{one['slug']}", NewsPostPage)
    browser.wait(lambda: post.subject is not None and post.is_settled)
    assert browser.window.navigator.title == one["title"]
    section = post.host.section
    assert isinstance(section, ArticleSection)
    browser.wait(lambda: section.article.is_settled)
    shown = squeezed(section.article.pane.view.text)
    assert shown[-60:] in text_of(one["content"])
    assert len(shown) > len(text_of(one["content"])) * 0.9


def test_the_changelog(browser: Browser) -> None:
    sent = raw_answer("v2/get_changelog_listing_200.json")
    page = opened(browser, "home/changelog", ChangelogPage)
    browser.wait(lambda: page.feed.loaded > 0 and page.is_settled)
    posts = [post for post in page.feed.posts if post.kind is PostKind.POST]
    assert [post.author for post in posts] == [
        f"{b['update_stream']['display_name']} {b['display_version']}" for b in sent["builds"]
    ]
    assert [post.place for post in posts] == [
        ThingPlace("changelog", f"{b['update_stream']['name']}/{b['version']}")
        for b in sent["builds"]
    ]
    for post, build in zip(posts, sent["builds"], strict=True):
        for entry in build["changelog_entries"]:
            assert squeezed(entry["title"]) in squeezed(post.text)
    for stream in sent["streams"]:
        label = page.streams.pills.button(stream["name"]).text()
        assert stream["latest_build"]["display_version"] in label


def test_comments_of_everybody(browser: Browser) -> None:
    sent = raw_answer("v2/get_comments_200.json")
    page = opened(browser, "comments", CommentsPage)
    browser.wait(lambda: page.view.feed.loaded > 0 and page.is_settled)
    posts = {post.id: post for post in page.view.feed.posts}
    names = {user["id"]: user["username"] for user in sent["users"]}
    for one in sent["comments"]:
        post = posts[f"c{one['id']}"]
        assert post.author == names.get(one["user_id"], post.author)
        assert post.place in (UserPlace(one["user_id"]), None)
        assert squeezed(one["message"] or "")[:60] in squeezed(post.text)


def test_the_search(browser: Browser) -> None:
    sent = raw_answer("v2/search_200.json")
    name = sent["user"]["data"][0]["username"]
    page = opened(browser, f"home/search?query={name}", SearchPage)
    browser.wait(lambda: page.is_settled)
    lists = {one.result.mode: one for one in page.board.results}
    users = [row.item.username for row in lists["user"].list.model.loaded_rows()]
    assert users == [user["username"] for user in sent["user"]["data"]]
    wiki = {row.item.path for row in lists["wiki_page"].list.model.loaded_rows()}
    assert wiki == {one["path"] for one in sent["wiki_page"]["data"]}
    # The pages after the recorded one are empty: the total is then what came.
    assert lists["wiki_page"].heading.text() == f"Wiki · {len(wiki)}"

"""News, builds and their comments in the whole window: one history through all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import Any

import pytest

from osubrowser.api.client import Client
from osubrowser.services.places.places import BeatmapsetPlace, ListPlace, Place, ThingPlace
from osubrowser.ui.pages.changelog.build_page import BuildPage
from osubrowser.ui.pages.news.post_page import NewsPostPage
from tests.conftest import Server
from tests.e2e.conftest import Browser


@pytest.fixture(scope="module")
def embedded(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture
def browser(
    start: Callable[..., Browser], embedded: Server, monkeypatch: pytest.MonkeyPatch
) -> Browser:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", embedded.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", embedded.client_secret)
    browser = start("--server", embedded.url)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    return browser


def comment_on(client: Client, kind: str, id: int) -> int:
    return client.comments(commentable_type=kind, commentable_id=id).comments[0].id


def test_a_comment_opens_on_the_page_of_its_thing_and_back_returns(
    browser: Browser, embedded: Server
) -> None:
    navigator = browser.window.navigator
    with Client(embedded.client_id, embedded.client_secret, base_url=embedded.url) as client:
        post = client.news_post("150", key="id")
        build = client.changelog_build_lookup("lazer")
        comments = {
            "news": comment_on(client, "news_post", post.id),
            "build": comment_on(client, "build", build.id),
            "set": comment_on(client, "beatmapset", 592246),
        }
    at: dict[str, Place] = {
        "news": ThingPlace("news", post.slug, comments["news"], "comments"),
        "build": ThingPlace("changelog", f"lazer/{build.version}", comments["build"], "comments"),
        "set": BeatmapsetPlace(592246, section="comments", at=comments["set"]),
    }
    browser.go("osu.ppy.sh/home/news")
    browser.wait(lambda: navigator.place == ListPlace("news"))
    for name, comment in comments.items():
        browser.go(f"osu.ppy.sh/comments/{comment}")
        there = at[name]
        browser.wait(partial(is_at, browser, there))
        browser.wait(lambda: navigator.page is not None and navigator.page.is_settled)
    assert navigator.index == 3, "a beatmapset is shown in the tab of beatmaps"
    for name in ("build", "news"):
        navigator.go(-1)
        assert navigator.place == at[name]
        browser.wait(lambda: navigator.page is not None and navigator.page.is_settled)
        page = navigator.page
        assert isinstance(page, NewsPostPage if name == "news" else BuildPage)
        section = shown_section(page)
        assert section.view.feed.posts[0].text == "The comment of this address"
    navigator.go(-1)
    assert navigator.place == ListPlace("news")
    assert navigator.index == 0


def is_at(browser: Browser, place: Place) -> bool:
    return browser.window.navigator.place == place


def shown_section(page: NewsPostPage | BuildPage) -> Any:
    return page.host.section

"""Discussion and comments in the window: threads, filters, replies, addresses, faults."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from osubrowser.demo.world.community.comments import CROWD
from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
from osubrowser.models.posts.post import Post, PostKind
from osubrowser.services.places.places import BeatmapsetPlace
from osubrowser.ui.comments.comments_section import CommentsSection
from osubrowser.ui.pages.beatmapset.discussion.section import DiscussionSection
from osubrowser.ui.pages.beatmapset.page import BeatmapsetPage
from osubrowser.ui.richtext.post_list import PostList
from tests.conftest import ANSWERS, Server
from tests.e2e.conftest import Browser, start

__all__ = ["start"]  # the fixture

CROWDED_SET = 1470770
"""Id of the embedded osu!'s set with 2,000 posts and 20,000 comments."""


def section_of(browser: Browser, kind: type) -> Any:
    """Return the shown section of the page of a beatmapset, once it is of a type and loaded."""

    def is_there() -> bool:
        page = browser.window.navigator.page
        shown = page.host.section if isinstance(page, BeatmapsetPage) else None
        return shown is not None and isinstance(shown, kind) and shown.is_settled

    browser.wait(is_there)
    return cast("BeatmapsetPage", browser.window.navigator.page).host.section


def open_section(browser: Browser, address: str, kind: type) -> Any:
    browser.go(address)
    return section_of(browser, kind)


def of_kind(posts: list[Post], start: str) -> list[Post]:
    return [post for post in posts if post.kind is PostKind.POST and post.id.startswith(start)]


def recorded(name: str) -> Any:
    return json.loads((ANSWERS / "v2" / name).read_bytes())


# --- the embedded osu! --------------------------------------------------------------------------


@pytest.fixture
def guest(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> Callable[[Server], Browser]:
    """Open the window on a server, signed in as a guest."""

    def open_window(server: Server) -> Browser:
        monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
        monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
        return start("--server", server.url)

    return open_window


@pytest.fixture(scope="module")
def embedded(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    """The embedded osu! in a process of its own, for all tests here that only read."""
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture
def crowded(guest: Callable[[Server], Browser], embedded: Server) -> Browser:
    """The window on the embedded osu!."""
    browser = guest(embedded)
    browser.wait_for_rows()
    return browser


def test_a_discussion_of_2000_posts(crowded: Browser, qtbot: QtBot) -> None:
    browser = crowded
    shown: DiscussionSection = open_section(
        browser, f"osu.ppy.sh/beatmapsets/{CROWDED_SET}/discussion", DiscussionSection
    )
    feed = shown.feed
    assert feed.is_complete
    assert feed.loaded > 400
    assert "discussions" in shown.status
    view = shown.panel.list
    browser.wait(lambda: len(of_kind(feed.posts, "p")) > 5)  # replies of what is in view
    filters = shown.filters
    for key in ("problem", "review", "mapper_note"):
        qtbot.mouseClick(filters.types.button(key), Qt.MouseButton.LeftButton)
        talks = of_kind(feed.posts, "d")
        assert talks
        assert feed.counts()[key] == len(talks) == feed.shown
    qtbot.mouseClick(filters.types.button("all"), Qt.MouseButton.LeftButton)
    filters.is_open.click()
    assert 0 < feed.shown == feed.counts()["open"] < 200
    filters.is_open.click()
    qtbot.keyClicks(filters.text, "no such words anywhere")
    browser.wait(lambda: shown.panel.panel_text)
    assert "No discussion meets these filters" in shown.panel.panel_text
    filters.text.clear()
    scroll_to_end(browser, view)
    assert view.visible_posts[-1].id == feed.posts[-1].id
    # The longest thread goes on as it is read.
    thread = next(post for post in feed.posts if post.id.startswith("more"))
    assert view.go_to(f"d{thread.id.removeprefix('more')}")


def test_20000_comments_with_deep_replies(crowded: Browser, qtbot: QtBot) -> None:
    browser = crowded
    shown: CommentsSection[BeatmapsetSubject] = open_section(
        browser, f"osu.ppy.sh/beatmapsets/{CROWDED_SET}?section=comments", CommentsSection
    )
    view = shown.view
    assert view.feed.total == CROWD
    assert view.count.text() == f"{CROWD:,} comments"
    qtbot.mouseClick(view.sorts.button("old"), Qt.MouseButton.LeftButton)
    browser.wait(lambda: shown.is_settled and view.feed.posts)

    def deepest() -> int:
        return max(post.level for post in view.feed.posts)

    def go_deeper() -> None:
        before = deepest()
        end = next(p for p in view.feed.posts if p.kind is PostKind.ACTION and p.level == before)
        view.panel.list.action_requested.emit(end.action)
        browser.wait(lambda: shown.is_settled and deepest() > before)

    for _ in range(5):  # each answer brings some levels more
        go_deeper()
    assert deepest() >= 8
    loaded = view.feed.loaded
    scroll_to_end(browser, view.panel.list)
    browser.wait(lambda: view.feed.loaded > loaded)


def test_the_address_of_a_comment_and_of_a_discussion(crowded: Browser) -> None:
    browser = crowded
    listed: CommentsSection[BeatmapsetSubject] = open_section(
        browser, f"osu.ppy.sh/beatmapsets/{CROWDED_SET}?section=comments", CommentsSection
    )
    comment = int(of_kind(listed.view.feed.posts, "c")[-1].id[1:])
    shown: CommentsSection[BeatmapsetSubject] = open_section(
        browser, f"osu.ppy.sh/comments/{comment}", CommentsSection
    )
    place = BeatmapsetPlace(CROWDED_SET, section="comments", at=comment)
    browser.wait(lambda: browser.window.navigator.place == place)
    shown = section_of(browser, CommentsSection)
    posts = shown.view.feed.posts
    assert posts[0].text == "The comment of this address"
    thread = posts[1 : next(n for n, p in enumerate(posts) if n and p.kind is PostKind.HEADING)]
    assert f"c{comment}" in [post.id for post in thread]
    first: DiscussionSection = open_section(
        browser, f"osu.ppy.sh/beatmapsets/{CROWDED_SET}/discussion", DiscussionSection
    )
    discussion = int(of_kind(first.feed.posts, "d")[200].id[1:])
    talk: DiscussionSection = open_section(
        browser, f"osu.ppy.sh/beatmapsets/{CROWDED_SET}/discussion/-/timeline#/{discussion}",
        DiscussionSection,
    )  # fmt: skip
    browser.wait(lambda: talk.panel.list.current is not None)
    current = talk.panel.list.current
    assert current is not None
    assert current.id == f"d{discussion}"
    assert not talk.panel.list.rect_of(current.id).isEmpty()


def test_back_returns_to_the_filter_and_the_place(crowded: Browser, qtbot: QtBot) -> None:
    browser = crowded
    shown: DiscussionSection = open_section(
        browser, f"osu.ppy.sh/beatmapsets/{CROWDED_SET}/discussion", DiscussionSection
    )
    qtbot.mouseClick(shown.filters.types.button("suggestion"), Qt.MouseButton.LeftButton)
    talk = of_kind(shown.feed.posts, "d")[40]
    shown.panel.list.go_to(talk.id)
    browser.wait(lambda: shown.is_settled)
    top = shown.panel.list.position().top
    browser.go("osu.ppy.sh/rankings/osu/performance")
    browser.wait_for_rows()
    browser.window.navigator.go(-1)
    shown = section_of(browser, DiscussionSection)
    browser.wait(lambda: shown.panel.list.position().top == top)
    assert shown.feed.filter.type == "suggestion"
    assert shown.filters.types.current == "suggestion"


def scroll_to_end(browser: Browser, view: PostList) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    browser.wait(lambda: view.is_laid_out)


def test_faults_end_with_all_posts_or_a_sentence(
    guest: Callable[[Server], Browser], demo_server_with: Callable[..., Server]
) -> None:
    browser = guest(demo_server_with("--faults", "500:0.1,reset:0.1,garbage:0.1,truncate:0.1"))
    browser.go(f"osu.ppy.sh/beatmapsets/{CROWDED_SET}/discussion")

    def page() -> BeatmapsetPage:
        return cast("BeatmapsetPage", browser.window.navigator.page)

    browser.wait(lambda: isinstance(page(), BeatmapsetPage))
    for _ in range(100):
        browser.wait(lambda: page().is_settled)
        shown = page().host.section
        if page().subject is None or not isinstance(shown, DiscussionSection):
            assert page().failure is not None
            page().reload()
        elif shown.feed.is_complete:
            break
        else:
            assert shown.feed.error is not None
            assert shown.panel.foot_text or shown.panel.panel_text
            shown.feed.retry()
    assert isinstance(shown, DiscussionSection)
    assert shown.feed.is_complete
    assert shown.feed.loaded > 400


# --- real answers -------------------------------------------------------------------------------


@pytest.fixture
def browser(guest: Callable[[Server], Browser], recorded_server: Server) -> Browser:
    """The window on the server of recorded responses."""
    browser = guest(recorded_server)
    browser.wait_for_rows()
    return browser


def test_recorded_discussions_and_posts_are_in_the_window(browser: Browser) -> None:
    shown: DiscussionSection = open_section(
        browser, "osu.ppy.sh/beatmapsets/2534669/discussion", DiscussionSection
    )
    body = recorded("get_beatmapset_discussions_200.json")
    users = {user["id"]: user["username"] for user in body["users"]}
    talks = {post.id: post for post in of_kind(shown.feed.posts, "d")}
    assert talks.keys() == {f"d{sent['id']}" for sent in body["discussions"]}
    for sent in body["discussions"]:
        post = talks[f"d{sent['id']}"]
        assert post.author == users.get(sent["user_id"], f"[deleted user] ({sent['user_id']})")
        assert post.text.split() == sent["starting_post"]["message"].split()
    answered = next(one for one in body["discussions"] if one["last_post_at"] > one["created_at"])
    shown.panel.list.go_to(f"d{answered['id']}")
    browser.wait(lambda: of_kind(shown.feed.posts, "p"))
    posts = {
        post["id"]: post for post in recorded("get_beatmapset_discussion_posts_200.json")["posts"]
    }
    for post in of_kind(shown.feed.posts, "p"):
        assert post.text.split() == posts[int(post.id[1:])]["message"].split()


def test_recorded_comments_are_in_the_window(browser: Browser) -> None:
    shown: CommentsSection[BeatmapsetSubject] = open_section(
        browser, "osu.ppy.sh/beatmapsets/2534669?section=comments", CommentsSection
    )
    body = recorded("get_comments_200.json")
    every = {sent["id"]: sent for sent in body["comments"] + body["included_comments"]}
    posts = {int(post.id[1:]): post for post in of_kind(shown.view.feed.posts, "c")}
    assert posts.keys() >= {sent["id"] for sent in body["comments"]}
    for id, post in posts.items():
        assert post.text.split() == (every[id].get("message") or post.text).split()
    assert shown.view.count.text() == f"{body['total']:,} comments"


def test_a_low_window_has_room_for_the_posts(browser: Browser) -> None:
    shown: DiscussionSection = open_section(
        browser, "osu.ppy.sh/beatmapsets/2534669/discussion", DiscussionSection
    )
    filters = shown.filters
    browser.window.resize(1_000, 640)
    browser.wait(filters.more.isVisible)
    assert not filters.text.isVisible()
    assert shown.panel.height() > filters.height()
    shown.start_filter()
    assert filters.text.isVisible()
    browser.window.resize(1_000, 1_000)
    browser.wait(lambda: not filters.more.isVisible())
    assert filters.text.isVisible()


def test_a_timestamp_opens_the_editor_of_the_game(browser: Browser) -> None:
    shown: DiscussionSection = open_section(
        browser, "osu.ppy.sh/beatmapsets/2534669/discussion", DiscussionSection
    )
    shown.panel.list.link_activated.emit("osu://edit/02:51:043%20(3,1)", "here")
    assert browser.opened == ["osu://edit/02:51:043%20(3,1)"]
    shown.panel.list.link_activated.emit("javascript:alert(1)", "here")
    shown.panel.list.link_activated.emit("file:///etc/passwd", "web")
    assert len(browser.opened) == 1

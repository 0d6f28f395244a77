"""Loads of posts: they wait when asked to, fall back on the cache, fail alone, and try again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import NotFound, Offline, OsuError, RateLimited, ServerTrouble
from osubrowser.models.posts.feed import PAGE, PostFeed
from osubrowser.models.posts.post import Post
from osubrowser.models.table import background_refresh
from osubrowser.models.table.sources import LoadState
from osubrowser.services.runtime.tasks import TaskScope


def load(_client: object, _number: int) -> list[str]:
    """Stand for a load; the loader answers in its place."""
    raise NotImplementedError


class Loader:
    """Answers in turn with results and errors; `known` is in the response cache."""

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.known: Any = None
        self.asked: list[tuple[Any, ...]] = []

    async def fresh(self, _load: object, *args: Any) -> Any:
        self.asked.append(args)
        await asyncio.sleep(0)
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    async def cached(self, _load: object, *_args: Any) -> tuple[Any, float] | None:
        await asyncio.sleep(0)
        return None if self.known is None else (self.known, 1_000.0)


class Feed(PostFeed):
    """Pages of posts by number."""

    number = 0

    def load_page(self, *, is_first: bool = False) -> None:
        """Load the next page."""
        self.loads.start(PAGE, load, (self.number,), self._on_page, with_cached=is_first)

    def _on_page(self, ids: list[str]) -> None:
        self.number += 1
        known = {post.id for post in self.posts}
        self.publish([*self.posts, *(Post(id) for id in ids if id not in known)])
        self.is_complete = not ids


@pytest.fixture
def loader() -> Loader:
    return Loader()


@pytest.fixture
def feed(loop: asyncio.AbstractEventLoop, loader: Loader) -> Iterator[Feed]:
    del loop
    scope = TaskScope()
    feed = Feed(loader, scope)  # type: ignore[arg-type] # answers as one
    yield feed
    feed.clear()
    scope.cancel_all()


def settled(qtbot: QtBot, feed: Feed) -> None:
    qtbot.waitUntil(lambda: feed.is_settled)


def shown(feed: Feed) -> list[str]:
    return [post.id for post in feed.posts]


def test_a_load_goes_on_after_the_wait_that_the_server_asks_for(
    feed: Feed, loader: Loader, qtbot: QtBot
) -> None:
    loader.answers = [RateLimited(retry_after=0.01), RateLimited(retry_after=0.01), ["a"]]
    waits: list[bool] = []
    feed.state_changed.connect(lambda: waits.append(feed.loads.resume_at is not None))
    feed.start()
    assert feed.state is LoadState.LOADING
    settled(qtbot, feed)
    assert shown(feed) == ["a"]
    assert any(waits)
    assert feed.loads.resume_at is None
    assert feed.error is None


def test_what_is_cached_is_shown_first_and_then_what_is_new(
    feed: Feed, loader: Loader, qtbot: QtBot
) -> None:
    loader.known, loader.answers = ["a"], [["a", "b"]]
    feed.start()
    qtbot.waitUntil(lambda: shown(feed) == ["a"])
    settled(qtbot, feed)
    assert shown(feed) == ["a", "b"]
    assert feed.loads.seen_at is None


@pytest.mark.parametrize("error", [Offline(), ServerTrouble()])
def test_without_osu_the_cache_answers(
    feed: Feed, loader: Loader, qtbot: QtBot, error: OsuError
) -> None:
    loader.known, loader.answers = ["a"], [error]
    feed.start()
    settled(qtbot, feed)
    assert shown(feed) == ["a"]
    assert feed.error is None
    assert (feed.loads.seen_at is not None) == isinstance(error, Offline)


def test_a_failure_stays_until_retry_and_keeps_the_posts(
    feed: Feed, loader: Loader, qtbot: QtBot
) -> None:
    loader.answers = [["a"], NotFound(), ["b"]]
    feed.start()
    settled(qtbot, feed)
    feed.load_page()
    settled(qtbot, feed)
    assert feed.state is LoadState.FAILED
    assert isinstance(feed.error, NotFound)
    feed.look_at(0, 0)
    assert feed.state is LoadState.FAILED, "a failed page is not asked for by scrolling"
    feed.retry()
    settled(qtbot, feed)
    assert shown(feed) == ["a", "b"]
    assert feed.error is None


def test_what_may_pass_is_tried_again_while_it_is_watched(
    feed: Feed, loader: Loader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.01)
    loader.answers = [ServerTrouble(), ServerTrouble(), ["a"]]
    feed.start()
    qtbot.waitUntil(lambda: shown(feed) == ["a"])
    assert len(loader.asked) == 3


def test_loads_that_are_stopped_change_nothing(feed: Feed, loader: Loader, qtbot: QtBot) -> None:
    loader.answers = [["old"], ["new"]]
    feed.start()
    feed.stop()
    feed.start()
    settled(qtbot, feed)
    assert len(shown(feed)) == 1
    assert feed.loads.count == 0

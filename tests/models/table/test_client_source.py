"""Loads with the client of the session: refused, cached, fresh, cached and then fresh."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api.client import Client
from osubrowser.api.errors import Forbidden, LoginRequired, NotCached, Offline, OsuError
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.table.sources import RowsPage, cached_page_of, page_of
from osubrowser.services.runtime.calls import Calls, make_executor


class FakeClient:
    """Client that answers from osu! with `fresh`, or from its cache with `cached`."""

    has_cache = True

    def __init__(
        self, fresh: object, cached: object = None, cached_at: float | None = None
    ) -> None:
        self.answer, self._cached = fresh, cached
        self.cached_at = cached_at

    def from_cache(self) -> FakeClient:
        known = self._cached
        return FakeClient(NotCached() if known is None else known, None, 123.0)

    def get(self) -> Any:
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


class Owner:
    """Object with a client, as an account is."""

    def __init__(self, client: FakeClient | None) -> None:
        self.fake = client

    @property
    def client(self) -> Client | None:
        return cast("Client | None", self.fake)


def load(client: Client) -> str:
    answer: str = cast("FakeClient", client).get()
    return answer


def load_page(client: Client, word: str, where: object) -> RowsPage:
    return RowsPage([], extra=(load(client), word, where))


Run = Callable[[Any], Any]


@pytest.fixture
def calls() -> Iterator[Calls]:
    executor = make_executor()
    calls = Calls(executor)
    yield calls
    calls.close()
    executor.shutdown(wait=True)


@pytest.fixture
def run(qtbot: QtBot, loop: asyncio.AbstractEventLoop) -> Run:
    def run(coroutine: Any) -> Any:
        task = loop.create_task(coroutine)
        qtbot.waitUntil(task.done)
        return task.result()

    return run


def test_without_a_client_nothing_is_asked(calls: Calls, run: Run) -> None:
    loader = ClientLoader(Owner(None), calls)
    assert not loader.is_signed_in
    assert run(loader.cached(load)) is None
    with pytest.raises(LoginRequired):
        run(loader.fresh(load))
    with pytest.raises(LoginRequired):
        run(loader.cached_then_fresh(load, lambda _: None))
    with pytest.raises(LoginRequired):
        run(page_of(loader.numbered(50, load_page, "w"), 1, use_cache=True))


def test_the_client_of_the_moment_is_asked(calls: Calls, run: Run) -> None:
    owner = Owner(FakeClient("old"))
    loader = ClientLoader(owner, calls)
    owner.fake = FakeClient("new")
    assert run(loader.fresh(load)) == "new"
    assert run(loader.cached_or_fresh(load)) == "new"
    owner.fake = FakeClient("new", "known")
    assert run(loader.cached_or_fresh(load)) == "known"


def test_pages_come_from_the_cache_with_their_age_and_from_osu_without(
    calls: Calls, run: Run
) -> None:
    loader = ClientLoader(Owner(FakeClient("fresh", "known")), calls)
    source = loader.numbered(50, load_page, "word")
    known = run(page_of(source, 3, use_cache=True))
    assert (known.extra, known.seen_at) == (("known", "word", 3), 123.0)
    fresh = run(page_of(source, 3, use_cache=False))
    assert (fresh.extra, fresh.seen_at) == (("fresh", "word", 3), None)
    by_cursor = loader.by_cursor(load_page, "word", first=0)
    assert run(page_of(by_cursor, None, use_cache=False)).extra == ("fresh", "word", 0)
    assert run(cached_page_of(by_cursor, 50)).extra == ("known", "word", 50)


def test_a_load_can_be_refused_before_osu_is_asked(calls: Calls, run: Run) -> None:
    loader = ClientLoader(Owner(FakeClient("fresh")), calls)
    source = loader.numbered(50, load_page, "word", refused=lambda: Forbidden())
    with pytest.raises(Forbidden):
        run(page_of(source, 1, use_cache=True))
    assert run(
        page_of(loader.numbered(50, load_page, "w", refused=lambda: None), 1, use_cache=True)
    )


@pytest.mark.parametrize(
    ("fresh", "cached", "values", "is_fresh"),
    [
        ("new", None, ["new"], True),
        ("new", "old", ["old", "new"], True),
        ("same", "same", ["same"], True),
        (Offline(), "old", ["old"], False),
    ],
)
def test_the_cached_value_comes_first_and_the_fresh_one_if_it_differs(
    calls: Calls, run: Run, fresh: object, cached: object, values: list[str], is_fresh: bool
) -> None:
    loader = ClientLoader(Owner(FakeClient(fresh, cached)), calls)
    told: list[str] = []
    assert run(loader.cached_then_fresh(load, told.append)) is is_fresh
    assert told == values


@pytest.mark.parametrize(("error", "cached"), [(Offline(), None), (Forbidden(), "old")])
def test_what_the_cache_cannot_make_up_for_is_raised(
    calls: Calls, run: Run, error: OsuError, cached: str | None
) -> None:
    loader = ClientLoader(Owner(FakeClient(error, cached)), calls)
    with pytest.raises(type(error)):
        run(loader.cached_then_fresh(load, lambda _: None))

"""The embedded osu! inside the program: one server, whoever asks for it, and none afterwards."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest

from osubrowser import embedded
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from osubrowser.services.history.snapshots import daily
from osubrowser.services.history.subjects import player
from tests.e2e.conftest import Browser
from tests.idle import HANG


def test_asking_twice_starts_one_server(
    start: Callable[..., Browser],
    loop: asyncio.AbstractEventLoop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[DemoServer] = []
    begun, gate = threading.Event(), threading.Event()
    begin = DemoServer.start

    def slow(self: DemoServer) -> DemoServer:
        started.append(self)
        begun.set()
        gate.wait(HANG)
        return begin(self)

    monkeypatch.setattr(DemoServer, "start", slow)
    browser = start()
    app = browser.app
    first = loop.create_task(app.start_demo())
    browser.wait(begun.is_set)
    first.cancel()  # as the welcome page does when its door is opened again
    second = loop.create_task(app.start_demo())
    gate.set()
    browser.wait(second.done)
    assert second.exception() is None
    assert app.account.is_demo
    assert len(started) == 1


def test_the_days_before_today_are_in_the_history_and_followed_players_have_changed(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "_NOTABLE", 2)
    world = World(days=2)
    browser = start("--demo", "--days", "2", world=world)
    history = browser.app.history
    browser.app.preferences.set("follow_pace", 0)
    me = player(world.accounts.id_of(world.me), "osu")

    def plays() -> list[float]:
        days = daily(history.history.store().series(me)).values()
        return [one.figures["play_count"] for one in days if "play_count" in one.figures]

    expected = [world.at(back).statistics("osu").of(world.me)["play_count"] for back in (2, 1, 0)]
    browser.wait(lambda: plays() == expected, timeout=60_000)
    assert {one.kind for one in history.follows.items} >= {"player", "beatmapset", "ranking"}
    browser.wait(lambda: history.follows.unread, timeout=60_000)

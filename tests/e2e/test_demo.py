"""The embedded osu! inside the program: one server, whoever asks for it, and none afterwards."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest

from osubrowser.demo.server import DemoServer
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

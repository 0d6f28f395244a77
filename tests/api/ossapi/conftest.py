"""Fixtures: clients of ossapi's interface on a server, and a web browser that signs in."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests

from osubrowser.api.ossapi import Ossapi, OssapiAsync
from tests.api.conftest import Stub
from tests.api.ossapi.run_program import free_redirect
from tests.conftest import Server

ALL_SCOPES = [
    "public",
    "identify",
    "friends.read",
    "forum.write",
    "chat.read",
    "chat.write",
    "chat.write_manage",
]


def point_at(cls: type, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the addresses of a class of clients, as programs do."""
    monkeypatch.setattr(cls, "BASE_URL", f"{url}/api/v2")
    monkeypatch.setattr(cls, "TOKEN_URL", f"{url}/oauth/token")
    monkeypatch.setattr(cls, "AUTH_CODE_URL", f"{url}/oauth/authorize")


@dataclass
class Browser:
    """A web browser whose user agrees to everything: it follows the sign-in to the callback."""

    opened: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    change: Callable[[str], list[str]] = lambda callback: [callback]
    _threads: list[threading.Thread] = field(default_factory=list)

    def open(self, url: str, *_: Any) -> bool:
        self.opened.append(url)
        thread = threading.Thread(target=self._browse, args=(url,))
        thread.start()
        self._threads.append(thread)
        return True

    def _browse(self, url: str) -> None:
        with requests.get(url, allow_redirects=False, timeout=10) as answer:
            callback = answer.headers["Location"]
        for address in self.change(callback):
            with requests.get(address, timeout=10) as page:
                self.pages.append(page.text)

    def close(self) -> None:
        """Wait until all pages are loaded."""
        for thread in self._threads:
            thread.join()


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    browser = Browser()
    monkeypatch.setattr(webbrowser, "open", browser.open)
    yield browser
    browser.close()


@dataclass
class Clients:
    """Maker of clients of one server, with tokens in one folder."""

    server: Server
    folder: Path
    made: list[Any] = field(default_factory=list)

    def guest(self, cls: type = Ossapi, **options: Any) -> Any:
        options = {"token_directory": str(self.folder)} | options
        secret = options.pop("client_secret", self.server.client_secret)
        self.made.append(cls(self.server.client_id, secret, **options))
        return self.made[-1]

    def player(self, cls: type = Ossapi, **options: Any) -> Any:
        options = {"redirect_uri": free_redirect(), "scopes": ALL_SCOPES} | options
        return self.guest(cls, **options)

    def close(self) -> None:
        while self.made:
            self.made.pop().session.close()


@pytest.fixture
def clients(
    demo_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Clients]:
    """Clients of the demo server."""
    for cls in (Ossapi, OssapiAsync):
        point_at(cls, demo_server.url, monkeypatch)
    clients = Clients(demo_server, tmp_path / "tokens")
    yield clients
    clients.close()


@pytest.fixture
def stub_clients(stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clients]:
    """Clients of a server whose answers a test controls."""
    for cls in (Ossapi, OssapiAsync):
        point_at(cls, stub.url, monkeypatch)
    clients = Clients(Server(stub.url, "1", "the-client-secret", ""), tmp_path / "tokens")
    yield clients
    clients.close()

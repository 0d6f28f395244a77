"""What pages on real servers stand on: a guest's account, calls, and a clean end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.calls import ResponseObserver
from osubrowser.services.places.places import Place, RankingsPlace, UserPlace
from osubrowser.services.runtime.calls import Calls, make_executor
from osubrowser.services.session.account import Account
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.page import Page
from tests.conftest import Server
from tests.idle import WAIT
from tests.ui.shell_window import Shell


def has_page(place: Place) -> bool:
    """Return whether the program has a page for a place."""
    return isinstance(place, RankingsPlace | UserPlace)


def environment_of(server: Server) -> dict[str, str]:
    """Return the variables by which a guest signs in to a server."""
    return {
        "OSUBROWSER_CLIENT_ID": server.client_id,
        "OSUBROWSER_CLIENT_SECRET": server.client_secret,
    }


@dataclass
class Ground:
    """Signs guests in, and puts widgets on screen; all of it is closed after the test."""

    qtbot: QtBot
    loop: asyncio.AbstractEventLoop
    secrets: Path
    calls: Calls
    accounts: list[Account] = field(default_factory=list)
    widgets: list[QWidget] = field(default_factory=list)

    def sign_in(
        self,
        server: Server,
        settings: Settings,
        wait: int = WAIT,
        observe: Callable[[str, bool], ResponseObserver] | None = None,
    ) -> Account:
        """Return the account of a guest of a server, within `wait` milliseconds."""
        account = Account(
            self.calls, settings, SecretStore(self.secrets), server=server.url, observe=observe
        )
        self.accounts.append(account)
        signing_in = self.loop.create_task(account.guest_from_environment(environment_of(server)))
        self.qtbot.waitUntil(signing_in.done, timeout=wait)
        return account

    def put_up(self, widget: QWidget, height: int) -> None:
        """Show a widget, 1000 pixels wide."""
        self.widgets.append(widget)
        self.qtbot.addWidget(widget)
        widget.resize(1000, height)
        widget.show()
        self.qtbot.waitExposed(widget)

    def clear(self) -> None:
        """Leave and close the pages, then the accounts."""
        for widget in self.widgets:
            if isinstance(widget, Page):
                widget.leave()
            widget.close()
        for account in self.accounts:
            account.close()


@pytest.fixture
def calls(loop: asyncio.AbstractEventLoop) -> Iterator[Calls]:
    """Run what blocks; wait for the end of it."""
    executor = make_executor()
    calls = Calls(executor)
    yield calls
    calls.close()
    executor.shutdown(wait=True)


@pytest.fixture
def ground(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop, calls: Calls, tmp_path: Path
) -> Iterator[Ground]:
    """What pages on real servers stand on."""
    ground = Ground(qtbot, loop, tmp_path / "secrets", calls)
    yield ground
    ground.clear()


@pytest.fixture
def shell_with(qtbot: QtBot) -> Iterator[Callable[..., Shell]]:
    """Show a window without a server: `shell_with(settings, two=True)`."""
    made: list[Shell] = []

    def make(settings: Settings | None = None, **wanted: Any) -> Shell:
        shell = Shell(settings, **wanted)
        made.append(shell)
        with qtbot.waitActive(shell.window):
            shell.window.show()
        return shell

    yield make
    for shell in made:
        shell.window.close()
        shell.window.deleteLater()


@pytest.fixture
def shell(shell_with: Callable[..., Shell]) -> Shell:
    """Show a window with one tab, signed in."""
    return shell_with().signed_in()

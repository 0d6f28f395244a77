"""Tests of the services of histories together, at a demo server in this process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from osubrowser.services.history.changes import ChangeFilter, ChangeKind, changes_page
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.histories import Histories
from osubrowser.services.history.refresh import RefreshWord
from osubrowser.services.history_services import HistoryServices
from osubrowser.services.places.places import UserPlace
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.session.account import Account
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from tests.services.conftest import Run


@pytest.fixture
def server(demo_world: World) -> Iterator[DemoServer]:
    """Return a server that is started."""
    with DemoServer(world=demo_world) as server:
        yield server


@pytest.fixture
def services(
    server: DemoServer, calls: Calls, run: Run, tmp_path: Path
) -> Iterator[HistoryServices]:
    """Return the services of a guest of the server, started."""
    preferences = Preferences(Settings())
    histories = Histories(tmp_path / "histories")
    secrets = SecretStore(tmp_path / "secrets")
    account = Account(
        calls, preferences.settings, secrets, server=server.url, observe=histories.observer
    )
    services = HistoryServices(histories, calls, account, preferences)
    names = ("OSUBROWSER_CLIENT_ID", "OSUBROWSER_CLIENT_SECRET")
    run(
        account.guest_from_environment(
            dict(zip(names, (server.client_id, server.client_secret), strict=True))
        )
    )
    run(services.start())
    yield services
    services.stop()
    account.close()
    run(services.close())


def test_what_is_followed_is_checked_at_once_and_its_changes_are_counted(
    services: HistoryServices, qtbot: QtBot, run: Run
) -> None:
    """The refresher asks by itself; what it finds shows in the list without a restart."""
    follows = services.follows
    qtbot.waitUntil(lambda: follows.is_loaded)
    qtbot.waitUntil(lambda: services.refresher.state.word is RefreshWord.EMPTY)
    follows.follow(UserPlace(2), FollowKind.PLAYER, "peppy")
    assert len(follows.items) == 1
    qtbot.waitUntil(lambda: follows.items[0].checked_at > 0)
    assert follows.unread == 0

    def forget_name() -> None:
        with services.history.store().change() as connection:
            [(text,)] = connection.execute("SELECT state FROM follows").fetchall()
            state = json.loads(text) | {"name": "earlier"}
            connection.execute("UPDATE follows SET state = ?, checked_at = 1", (json.dumps(state),))

    forget_name()
    services.refresher.check_now(follows.items[0])
    qtbot.waitUntil(lambda: follows.unread == 1)
    [change] = run(services.read(changes_page, ChangeFilter(), None, 10))
    assert (change.kind, change.data["before"]) == (ChangeKind.NAME, "earlier")
    follows.mark_read(follow=follows.items[0])
    assert follows.unread == 0
    [removed] = follows.unfollow(follows.items[0])
    qtbot.waitUntil(lambda: len(removed.changes) == 1)
    services.refresher.wake()
    qtbot.waitUntil(lambda: services.refresher.state.word is not RefreshWord.RESTING)

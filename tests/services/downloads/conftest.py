"""What the tests of the download queue share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from osubrowser.api import Client
from osubrowser.api.entities.scores import Score
from osubrowser.services.downloads.queue import DownloadQueue
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import Folders
from tests.conftest import Server, serve
from tests.services.conftest import Run
from tests.services.downloads.parts import DownloadLog, StubAccount, client_of, short_scores

MakeQueue = Callable[..., DownloadQueue]


@pytest.fixture(scope="module")
def fast_server() -> Iterator[Server]:
    """The embedded osu! without its limits, shared by the tests of a module."""
    command = [sys.executable, "-m", "osubrowser.demo"]
    with ExitStack() as stack:
        yield serve(stack, [*command, "--limit", "1000000", "--replay-limit", "1000000"])


@pytest.fixture
def log(fast_server: Server) -> DownloadLog:
    """Downloads that this test asks the fast server for."""
    return DownloadLog(fast_server)


@pytest.fixture(scope="module")
def known_scores(fast_server: Server) -> list[Score]:
    with client_of(fast_server) as client:
        return short_scores(client)


@pytest.fixture
def client(fast_server: Server) -> Iterator[Client]:
    with client_of(fast_server) as client:
        yield client


@pytest.fixture
def account(client: Client) -> StubAccount:
    return StubAccount(client)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that replays are saved in."""
    return tmp_path / "replays"


@pytest.fixture
def scores(known_scores: list[Score]) -> list[Score]:
    """Scores on short beatmaps, all with a replay, of stable and of lazer."""
    return known_scores


@pytest.fixture
def make_queue(
    calls: Calls, run: Run, account: StubAccount, folder: Path, tmp_path: Path
) -> Iterator[MakeQueue]:
    """Make and start a queue of the same profile, after closing the one before."""
    queues: list[DownloadQueue] = []

    def make(*, is_started: bool = True, **options: Any) -> DownloadQueue:
        if queues:
            run(queues.pop().close())
        settings = Settings(
            replay_folder=str(folder),
            replay_name=options.pop("template", "{score_id}"),
            replay_existing=options.pop("on_existing", "skip"),
        )
        queue = DownloadQueue(
            calls,
            options.pop("account", account),
            Preferences(settings),
            Folders.inside(tmp_path / "profile"),
            **options,
        )
        queues.append(queue)
        if is_started:
            run(queue.start())
        return queue

    yield make
    for queue in queues:
        run(queue.close())


@pytest.fixture
def queue(make_queue: MakeQueue) -> DownloadQueue:
    return make_queue()

"""Parts that the tests of the download queue share."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, Signal

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.api.entities.scores import Score
from osubrowser.services.downloads.queue import DownloadQueue
from tests.conftest import Server


def client_of(server: Server) -> Client:
    return Client(
        server.client_id,
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
        max_wait=1.5,
    )


class StubAccount(QObject):
    """Session of one client, without a sign-in."""

    changed = Signal()

    def __init__(self, client: Client | None, server: str = "") -> None:
        super().__init__()
        self.client = client
        self.server = server or (client.base_url if client is not None else "")
        self.is_demo = False


def short_scores(client: Client, players: int = 2) -> list[Score]:
    """Return best scores of some players with a replay, those of the shortest beatmaps first."""
    found: dict[int, Score] = {}
    for row in client.ranking("osu", "performance").ranking[:players]:
        assert row.user
        for score in client.user_scores(row.user.id or 0, "best", limit=100):
            if score.has_replay and score.beatmap is not None:
                found[score.id or 0] = score
    return sorted(found.values(), key=lambda s: s.beatmap.total_length if s.beatmap else 0)


def states(queue: DownloadQueue) -> Counter[str]:
    return Counter(entry.state.value for entry in queue.entries)


def is_idle(queue: DownloadQueue) -> bool:
    return not any(entry.state.is_open for entry in queue.entries)


class DownloadLog:
    """Requests of replays in the log of a server, from now on."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._before = len(self._all())

    def _all(self) -> list[tuple[float, str, int]]:
        asked = self._server.stats()["requests"]
        return [(at, path, status) for at, _, path, status in asked if path.endswith("/download")]

    def __len__(self) -> int:
        return len(self._all()) - self._before

    @property
    def times(self) -> list[float]:
        return [at for at, *_ in self._all()[self._before :]]

    @property
    def statuses(self) -> list[int]:
        return [status for *_, status in self._all()[self._before :]]

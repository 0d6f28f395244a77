"""Parts that the tests of the download queue share."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.api.entities.scores import Score
from osubrowser.api.replays import read_replay
from osubrowser.services.downloads.queue import DownloadQueue
from tests.conftest import Server
from tests.idle import wait_for


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


FAULTS = ("--faults", "429:0.1,500:0.1,reset:0.1,truncate:0.1")
"""Arguments of a server on which two of five requests fail."""


class KilledProgram:
    """Queue in a process of its own (`program.py`), which is killed while it downloads."""

    def __init__(self, server: Server, folder: Path, ids: list[int]) -> None:
        self._server = server
        self._ids = ids
        self._folder = folder / "replays"
        self._list = folder / "ids.json"
        self._list.write_text(json.dumps(ids))
        self._command = [
            *(sys.executable, "-m", "tests.services.downloads.program", str(folder / "profile")),
            *(server.url, server.client_id, server.client_secret, str(self._folder)),
        ]
        self._is_added = False

    @property
    def files(self) -> list[Path]:
        return sorted(self._folder.glob("*.osr"))

    def run_and_kill(self, after: int) -> None:
        """Run it until it has saved a number of files since its start, and kill it."""
        before = len(self.files)
        with self._started() as process:
            try:
                wait_for(lambda: len(self.files) >= before + after or process.poll() is not None)
            finally:
                process.kill()

    def run_to_end(self) -> None:
        with self._started() as process:
            assert process.stdout is not None
            told = process.stdout.readlines()
            assert process.wait() == 0
        assert json.loads(told[-1]) == {"done": len(self._ids)}

    def check(self) -> None:
        """Check that each replay is there once and whole, and nothing else."""
        assert sorted(p.name for p in self._folder.iterdir()) == sorted(
            f"{number}.osr" for number in self._ids
        )
        for file in self.files:
            replay = read_replay(file.read_bytes())
            replay.verify()
            assert replay.packed_frames

    def _started(self) -> subprocess.Popen[str]:
        command = self._command if self._is_added else [*self._command, str(self._list)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        if not self._is_added:
            assert process.stdout is not None
            assert process.stdout.readline() == "added\n"
            self._is_added = True
        return process

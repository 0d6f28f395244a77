"""Process that records responses of a demo server, to be killed, or run with another clock.

Each line of its input is a JSON object; for each it prints lines, and a last one with `done`.
Commands are run in a fork of it with `fork`, which the other side may kill.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import msgspec

from osubrowser.api import Cursor
from osubrowser.api.entities.rankings import Rankings
from osubrowser.services.history import recorder as recorder_module
from osubrowser.services.history.days import DAY
from osubrowser.services.history.recorder import Recorder
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.topics import topics
from tests.services.history.observed import client_of

if TYPE_CHECKING:
    from tests.conftest import Server

FIRST = 20_000 * DAY
STEP = DAY // 4
PAGES = 3


def plays_of(step: int) -> int:
    """Return the number of plays that all players of a ranking have in a step."""
    return 1_000 + 7 * step


class Later:
    """Observer that lets a recorder see responses as if they were of a step of another time."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self.step = 0

    def observe(
        self, path: str, params: Mapping[str, Any], entity: object, _date: float | None
    ) -> None:
        """Pass on a page of a ranking, with the plays of the step."""
        if isinstance(entity, Rankings):
            plays = plays_of(self.step)
            rows = [msgspec.structs.replace(row, play_count=plays) for row in entity.ranking]
            entity = msgspec.structs.replace(entity, ranking=rows)
        self._recorder.observe(path, params, entity, FIRST + self.step * STEP)


class Undated:
    """Observer that lets a recorder see responses without the server's clock."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def observe(
        self, path: str, params: Mapping[str, Any], entity: object, _date: float | None
    ) -> None:
        """Pass on a response without its date."""
        self._recorder.observe(path, params, entity, None)


def say(**what: object) -> None:
    """Print a line."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def record_steps(store: HistoryStore, server: Server, first: int) -> None:
    """Record a page of a ranking in each step, from one on, and say when it is written."""
    recorder = Recorder(
        lambda: store, on_written=list, on_problem=lambda error: say(bad=str(error))
    )
    observer = Later(recorder)
    recorder_module.time_of_answer = lambda date, now: int(date or now)  # whatever day it is
    client = client_of(server, observer)
    for step in range(first, first + 10_000):
        observer.step = step
        client.ranking("osu", "performance", cursor=Cursor(page=step % PAGES + 1))
        recorder.flush()
        say(step=step)


class Profiles:
    """Recorder of a profile, with the server's clock or this computer's.

    Args:
        store: where to.
        server: of the profile.
        is_dated: whether the recorder is told the server's clock.
    """

    def __init__(self, store: HistoryStore, server: Server, *, is_dated: bool) -> None:
        self._problems: list[object] = []
        self._recorder = Recorder(lambda: store, on_written=list, on_problem=self._problems.append)
        self._client = client_of(server, self._recorder if is_dated else Undated(self._recorder))

    def record(self) -> None:
        """Record it, and say what the clock of this process shows."""
        self._client.user(2, mode="osu")
        self._recorder.flush()
        local = datetime.now(UTC).timestamp()
        say(zone=time.strftime("%z"), local=local, problems=len(self._problems))


_open: dict[str, Profiles] = {}


def run(command: dict[str, Any]) -> None:
    """Run a command."""
    what, path = command["what"], command["path"]
    if path not in _open:
        server = cast("Server", SimpleNamespace(**command["server"]))
        store = HistoryStore(Path(path), topics())
        if what == "steps":
            record_steps(store, server, command["first"])
            return
        _open[path] = Profiles(store, server, is_dated=what == "dated")
    _open[path].record()


def main() -> None:
    """Run the commands of the standard input."""
    for line in sys.stdin:
        command = json.loads(line)
        if command.get("fork"):
            child = os.fork()
            if not child:
                run(command)
                os._exit(0)
            say(pid=child)
            os.waitpid(child, 0)
        else:
            run(command)
        say(done=True)


if __name__ == "__main__":
    main()

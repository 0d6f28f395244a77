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
from typing import Any

import msgspec

from osubrowser.api import Cursor
from osubrowser.api.entities.rankings import Rankings
from osubrowser.services.history import recorder as recorder_module
from osubrowser.services.history.days import DAY
from osubrowser.services.history.recorder import Recorder
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.topics import topics
from tests.conftest import Server
from tests.services.history.observed import client_of

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
    recorder_module.time_of_answer = lambda date, _now: int(date or 0)  # whatever day it is now
    client = client_of(server, observer)
    for step in range(first, first + 10_000):
        observer.step = step
        client.ranking("osu", "performance", cursor=Cursor(page=step % PAGES + 1))
        recorder.flush()
        say(step=step)


def record_profile(store: HistoryStore, server: Server, *, is_dated: bool) -> None:
    """Record a profile, with the server's clock or this computer's."""
    problems: list[object] = []
    recorder = Recorder(lambda: store, on_written=list, on_problem=problems.append)
    client = client_of(server, recorder if is_dated else Undated(recorder))
    client.user(2, mode="osu")
    recorder.close()
    say(zone=time.strftime("%z"), local=datetime.now(UTC).timestamp(), problems=len(problems))


def run(command: dict[str, Any]) -> None:
    """Run a command."""
    server = Server(*command["server"])
    store = HistoryStore(Path(command["path"]), topics())
    if command["what"] == "steps":
        record_steps(store, server, command["first"])
    else:
        record_profile(store, server, is_dated=command["what"] == "dated")
    store.close()


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

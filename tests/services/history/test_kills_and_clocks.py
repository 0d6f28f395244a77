"""Histories of processes that are killed, and of computers whose clock is wrong."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from osubrowser.services.history.days import DAY, day_of
from osubrowser.services.history.recorder import time_of_answer
from osubrowser.services.history.snapshots import daily
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import SubjectKind, player
from osubrowser.services.history.topics import topics
from tests.conftest import ROOT, Server
from tests.services.history.recording_process import FIRST, PAGES, STEP, plays_of

KILLS = [3, pytest.param(20, marks=pytest.mark.benchmark)]
ZONES = [
    "Europe/Berlin",
    *(
        pytest.param(zone, marks=pytest.mark.benchmark)
        for zone in ("America/St_Johns", "Pacific/Kiritimati")
    ),
]
ROWS = 50


class Recording:
    """A process that records what it is told to; see `recording_process`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None and process.stdout is not None
        self.process, self._asked, self._lines = process, process.stdin, process.stdout

    def ask(self, what: str, path: Path, server: Server, **more: object) -> None:
        """Send a command."""
        command = {"what": what, "path": str(path), "server": asdict(server), **more}
        self._asked.write(json.dumps(command) + "\n")
        self._asked.flush()

    def read(self) -> dict[str, Any]:
        """Return the next line that it prints."""
        answer: dict[str, Any] = json.loads(self._lines.readline())
        return answer


@contextmanager
def recording(*before: str, **environment: str) -> Iterator[Recording]:
    """Run a recording process, by the command `before` it."""
    command = [*before, sys.executable, "-m", "tests.services.history.recording_process"]
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        try:
            yield Recording(process)
        finally:
            process.kill()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the process that is killed is forked")
@pytest.mark.parametrize("kills", KILLS)
def test_kills_lose_nothing_that_was_written(
    kills: int, demo_server: Server, tmp_path: Path
) -> None:
    """Kills in a row, at any moment: each step is there once, or not at all."""
    path = tmp_path / "history.sqlite"
    chance = random.Random(14)
    written: list[int] = []
    first = 0
    with recording() as process:
        for _ in range(kills):
            process.ask("steps", path, demo_server, fork=True, first=first)
            pid = process.read()["pid"]
            timer: threading.Timer | None = None
            while "done" not in (line := process.read()):
                assert "bad" not in line
                written.append(line["step"])
                if timer is None:
                    timer = threading.Timer(chance.random() * 0.15, os.kill, (pid, signal.SIGKILL))
                    timer.start()
            assert timer is not None
            timer.join()
            first = written[-1] + 2  # the one under way may be there
    store = HistoryStore(path, topics())
    with store.read() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    subjects = [subject for subject, _ in store.subjects() if subject.kind is SubjectKind.PLAYER]
    seen: dict[int, int] = {}
    for subject in subjects:
        series = store.series(subject)
        steps = [(one.at - FIRST) // STEP for one in series]
        assert steps == sorted(set(steps))
        for one, step in zip(series, steps, strict=True):
            assert one.at == FIRST + step * STEP
            assert one.figures["play_count"] == plays_of(step)
            seen[step] = seen.get(step, 0) + 1
    assert set(seen.values()) == {ROWS}  # a page is there whole
    assert seen.keys() >= set(written)
    assert len(seen.keys() - set(written)) <= kills
    assert len(written) >= kills
    assert len(subjects) == ROWS * len({step % PAGES for step in seen})
    assert not list(tmp_path.glob("*damaged*"))
    store.close()


FAKETIME = shutil.which("faketime")
LIBRARY = next(
    (str(one) for one in Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), ""
) if FAKETIME else ""  # fmt: skip


class Clock:
    """Clock of processes, which a test sets."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.environment = {
            "LD_PRELOAD": LIBRARY,
            "FAKETIME_TIMESTAMP_FILE": str(file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_DONT_RESET": "1",
        }

    def set(self, at: float, zone: str = "UTC") -> None:
        """Let the clock show a Unix time; libfaketime wants the local one."""
        from zoneinfo import ZoneInfo

        local = datetime.fromtimestamp(at, ZoneInfo(zone))
        self._file.write_text(local.strftime("%Y-%m-%d %H:%M:%S"))


@pytest.mark.skipif(not LIBRARY, reason="libfaketime is not installed")
@pytest.mark.parametrize("zone", ZONES)
def test_wrong_clocks_make_no_day_twice_and_lose_none(
    zone: str, demo_server: Server, tmp_path: Path
) -> None:
    """Over a change to summer time, with a clock that goes back a day, and two days forward.

    With the server's time the days are the server's, whatever this computer's clock says; the
    server of this test has the real time. Without it they are those of this computer, in UTC.
    """
    start = int(datetime(2026, 3, 27, 23, 30, tzinfo=UTC).timestamp())
    clock = Clock(tmp_path / "clock")
    dated, undated = tmp_path / "dated.sqlite", tmp_path / "undated.sqlite"
    hours = [0, 7, 28, 4, 76, 84, 100, 30, 52, 60, 3]
    clock.set(start, zone)
    with recording(TZ=zone, **clock.environment) as process:
        zones = set()
        for hour in hours:
            clock.set(start + hour * 3600, zone)
            process.ask("undated", undated, demo_server)
            line = process.read()
            assert abs(line["local"] - start - hour * 3600) < 60, "the clock is not set"
            assert not line["problems"]
            zones.add(line["zone"])
            assert process.read() == {"done": True}
        if zone == "Europe/Berlin":
            assert zones == {"+0100", "+0200"}
        for hour in (0, -24, 24 * 300, 24):
            clock.set(start + hour * 3600, zone)
            process.ask("dated", dated, demo_server)
            assert not process.read()["problems"]
            assert process.read() == {"done": True}
    check_days(undated, {day_of(start + hour * 3600) for hour in hours})
    store = HistoryStore(dated, topics())
    latest = store.latest(player(2, "osu"))
    store.close()
    assert latest is not None
    check_days(dated, {day_of(latest.at)})


def check_days(path: Path, seen: set[int]) -> None:
    """Check a history: the seen days are there with all figures, 89 before them with a rank."""
    store = HistoryStore(path, topics())
    series = store.series(player(2, "osu"))
    store.close()
    days = daily(series)
    assert list(days) == list(range(min(seen) - 89, max(seen) + 1))
    assert seen == {day for day, one in days.items() if "pp" in one.figures}
    assert len(series) == len(days)  # nothing changed, so that each day is there once
    assert all("global_rank" in one.figures for one in series)


@pytest.mark.parametrize(
    ("date", "now", "time"),
    [
        (None, FIRST, FIRST),
        (FIRST + DAY, FIRST, FIRST + DAY),
        (FIRST - 400 * DAY, FIRST, FIRST - 400 * DAY),
        (FIRST + 5_000 * DAY, FIRST, FIRST),  # a server's clock far from ours
        (0.0, FIRST, FIRST),
        (FIRST, 0.0, FIRST),  # this computer's clock was never set
        (FIRST, 1e12, FIRST),
        (None, 0.0, None),
        (-1e9, 0.0, None),
    ],
)
def test_which_clock_is_believed(date: float | None, now: float, time: float | None) -> None:
    """The server's, unless it cannot be right; nothing is recorded without a time."""
    assert time_of_answer(date, now) == time

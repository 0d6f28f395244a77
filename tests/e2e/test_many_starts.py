"""Many starts on one profile, one after the other and at once: one window, never none.

`OSUBROWSER_STARTS=200` makes more of them: as many in a row, and twenty at once.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from osubrowser.services.runtime.instance_socket import Answer, deliver, socket_names
from osubrowser.services.runtime.open_request import OpenRequest
from osubrowser.services.storage.folders import Folders
from tests.idle import HANG, wait_for

STARTS = int(os.environ.get("OSUBROWSER_STARTS", "8"))
AT_ONCE = 20 if "OSUBROWSER_STARTS" in os.environ else 6
ENDS = ("terminated", "killed", "handed over", "terminated while another starts")

Process = subprocess.Popen[bytes]
Start = Callable[..., Process]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the program on the profile; what still runs at the end is killed."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    with ExitStack() as stack:

        def start(*arguments: str, limit: Callable[[], None] | None = None) -> Process:
            profile = str(tmp_path / "profile")
            command = [sys.executable, "-m", "osubrowser", "--profile", profile, *arguments]
            process = stack.enter_context(
                subprocess.Popen(command, stderr=subprocess.DEVNULL, preexec_fn=limit)
            )
            stack.callback(process.kill)
            return process

        yield start


@pytest.fixture
def lock_file(tmp_path: Path) -> Path:
    return Folders.inside(tmp_path / "profile").lock_file


def is_served(lock_file: Path) -> bool:
    """Whether a window answers."""
    return deliver(lock_file, OpenRequest()) is Answer.DONE


def only_window(starts: list[Process], lock_file: Path) -> Process:
    """Wait until one of several processes is left and answers; the others have ended in order."""
    running: list[Process] = []

    def is_one() -> bool:
        running[:] = [one for one in starts if one.poll() is None]
        assert running, f"no window: {[one.returncode for one in starts]}"
        return len(running) == 1 and is_served(lock_file)

    wait_for(is_one)
    assert all(one.returncode == 0 for one in starts if one is not running[0])
    return running[0]


def test_starts_in_a_row_give_one_window_each_time(start: Start, lock_file: Path) -> None:
    chance = random.Random(STARTS)
    window: Process | None = None
    for turn in range(STARTS):
        if window is None:
            window = only_window([start()], lock_file)
        end = ENDS[turn % len(ENDS)] if turn < len(ENDS) else chance.choice(ENDS)
        if end == "handed over":
            later = start(f"osubrowser:users/{turn}")
            assert later.wait(HANG) == 0
            assert window.poll() is None
            continue
        if end == "terminated while another starts":
            later = start()
            window.terminate()
            assert window.wait(HANG) == 0
            wait_for(lambda one=later: one.poll() is not None or is_served(lock_file))  # type: ignore[misc]
            assert later.poll() in (None, 0), "it handed over, or has the window"
            window = only_window([later], lock_file) if later.poll() is None else None
            continue
        window.send_signal(signal.SIGTERM if end == "terminated" else signal.SIGKILL)
        assert window.wait(HANG) == (0 if end == "terminated" else -signal.SIGKILL)
        assert lock_file.exists() == (end == "killed")
        window = None
    if window is not None:
        window.terminate()
        assert window.wait(HANG) == 0
    only = only_window([start()], lock_file)  # a lock that a killed one left is taken over
    only.terminate()
    assert only.wait(HANG) == 0
    assert not lock_file.exists()
    assert not any(Path(name).exists() for name in socket_names(lock_file))


def test_starts_at_once_give_one_window(start: Start, lock_file: Path) -> None:
    starts = [start(f"osubrowser:users/{n}") for n in range(AT_ONCE)]
    window = only_window(starts, lock_file)
    window.kill()
    window.wait(HANG)
    assert lock_file.exists()
    starts = [start() for _ in range(AT_ONCE)]  # over the lock of a killed one
    window = only_window(starts, lock_file)
    window.terminate()
    assert window.wait(HANG) == 0
    assert not lock_file.exists()


def test_on_a_full_disk_there_is_a_window_and_later_starts_reach_it(
    start: Start, lock_file: Path
) -> None:
    def no_writes() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    window = start(limit=no_writes)
    wait_for(lambda: window.poll() is not None or is_served(lock_file))
    assert window.poll() is None
    assert start("osubrowser:settings", limit=no_writes).wait(HANG) == 0
    assert start().wait(HANG) == 0
    assert window.poll() is None
    window.terminate()
    assert window.wait(HANG) == 0

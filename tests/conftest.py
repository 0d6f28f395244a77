"""What every test shares: an offscreen Qt, a loop, no network, and nothing left behind."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
for _name in ("OSUBROWSER_CLIENT_ID", "OSUBROWSER_CLIENT_SECRET"):
    os.environ.pop(_name, None)

from osubrowser.services.runtime.qt_import import import_qt

import_qt()  # as the program does: what is imported after it takes less time

import ast
import asyncio
import gc
import ipaddress
import json
import logging
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from osubrowser.api.http import rate_limiter
from osubrowser.demo.world.world import World
from osubrowser.ui.style.theme import STYLE
from tests.idle import HANG, PatientBot, settle

ROOT = Path(__file__).resolve().parents[1]
# As in the program: collections on workers could end a QObject, and lock the window up.
gc.disable()
# How long an example takes says something about the machine, and nothing about the program.
# The same examples in every run; OSUBROWSER_RANDOM_EXAMPLES=1 looks for new ones.
settings.register_profile(
    "tests",
    deadline=None,
    derandomize="OSUBROWSER_RANDOM_EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")
SHARED = ROOT.parent / "shared"
RECORDED_SERVER = SHARED / "tools" / "recorded_osu.py"
# The real recordings where they are beside this checkout, the anonymised answers otherwise.
RECORDED = SHARED / "recorded"
ANONYMISED = ROOT / "tests" / "answers"
ANSWERS = RECORDED if RECORDED.exists() else ANONYMISED
ANSWERS_SERVER = ROOT / "tests" / "answers_server.py"
NAMES_OF_ANSWERS = frozenset(("SHARED", "RECORDED", "ANSWERS", "raw_answer"))
"""What a module imports from here to read answers."""


def raw_answer(name: str) -> Any:
    """Return the JSON of an answer that the tests run on: `raw_answer("v2/get_user_200.json")`."""
    return json.loads((ANSWERS / name).read_bytes())


@pytest.fixture(scope="session")
def answers() -> Path:
    """The folder of answers. Whatever uses this fixture, through others or not, reads answers."""
    return ANSWERS


@pytest.hookimpl(tryfirst=True)  # before pytest deselects by markers
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that read answers: `-m answers` runs them on the real ones."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "answers" in fixtures or imports_answers(item.path):
            item.add_marker(pytest.mark.answers)


@cache
def imports_answers(file: Path) -> bool:
    """Tell whether a module imports names of answers, itself or through other test modules."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:  # at the top: a walk is slow
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("tests"):
            continue
        names = {alias.name for alias in node.names}
        if names & NAMES_OF_ANSWERS:
            return True
        module = ROOT.joinpath(*str(node.module).split("."))
        others = [module.with_suffix(".py"), *(module / f"{name}.py" for name in names)]
        # What a conftest.py reads, it hands out by fixtures.
        if any(o.is_file() and o.stem != "conftest" and imports_answers(o) for o in others):
            return True
    return False


# --- the servers -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Server:
    """A running stand-in for osu!: its address and the application registered there."""

    url: str
    client_id: str
    client_secret: str
    api_key: str

    def stats(self) -> dict[str, Any]:
        """What the recorded server was asked so far: `counts` by request, and `times`."""
        import requests

        with requests.get(f"{self.url}/_stats", timeout=5) as answer:
            stats: dict[str, Any] = answer.json()
        return stats


def serve(stack: ExitStack, command: list[str]) -> Server:
    """Start a server that prints what it is as one JSON line; the stack ends it."""
    process = stack.enter_context(
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True),
    )
    stack.callback(process.kill)
    assert process.stdout is not None
    return Server(**json.loads(process.stdout.readline()))


@pytest.fixture
def recorded_server_with(answers: Path) -> Iterator[Callable[..., Server]]:
    """Start the server of recorded responses: `recorded_server_with("--latency", "1")`."""
    program = RECORDED_SERVER if RECORDED_SERVER.exists() else ANSWERS_SERVER
    with ExitStack() as stack:
        yield lambda *options: serve(stack, [sys.executable, str(program), *options])


@pytest.fixture
def recorded_server(recorded_server_with: Callable[..., Server]) -> Server:
    """The server of recorded responses, fresh for this test."""
    return recorded_server_with()


@pytest.fixture(scope="session")
def demo_world() -> World:
    """The world of every `--demo`, which takes seconds to draw."""
    return World()


@pytest.fixture(scope="session")
def serve_demo() -> Iterator[Callable[..., Server]]:
    """Start an embedded osu!, ended by a stack: `serve_demo(stack, "--latency", "0.2")`.

    All of them run in one process, and share a world: drawing one takes seconds.
    """
    command = [sys.executable, "-m", "tests.demo_servers"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, answers = process.stdin, process.stdout

        def say(message: object) -> None:
            asked.write(json.dumps(message) + "\n")
            asked.flush()

        def start(stack: ExitStack, *options: str) -> Server:
            say(options)
            server = Server(**json.loads(answers.readline()))
            stack.callback(say, server.url)
            return server

        yield start
        process.kill()


@pytest.fixture
def demo_server_with(serve_demo: Callable[..., Server]) -> Iterator[Callable[..., Server]]:
    """Start the embedded osu! in another process: `demo_server_with("--latency", "0.2")`."""
    with ExitStack() as stack:
        yield partial(serve_demo, stack)


@pytest.fixture
def demo_server(demo_server_with: Callable[..., Server]) -> Server:
    """The embedded osu!, fresh for this test, in another process."""
    return demo_server_with()


# --- clocks ----------------------------------------------------------------------------------


class StubClock:
    """Clock that stands still until a test advances it: what depends on it is exact."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def advance(self, seconds: float) -> None:
        self.now += seconds

    def module(self) -> SimpleNamespace:
        """Return a stand-in for the module `time`."""
        return SimpleNamespace(
            time=lambda: self.now,
            monotonic=lambda: self.now,
            monotonic_ns=lambda: round(self.now * 1e9),
        )


@pytest.fixture
def rate_clock(monkeypatch: pytest.MonkeyPatch) -> StubClock:
    """The clock of every rate limiter. A call that waits for its turn waits for ever."""
    clock = StubClock()
    monkeypatch.setattr(rate_limiter, "time", clock.module())
    return clock


# --- workers ---------------------------------------------------------------------------------


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Measure in one process alone; else one more than processors: tests wait for timers, too."""
    return 0 if config.option.markexpr == "benchmark" else (os.cpu_count() or 1) + 1


# --- nothing goes out, nothing stays ---------------------------------------------------------


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections that leave this machine: a test that needs one is a wrong test."""
    connect = socket.socket.connect

    def loopback_only(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])
            if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
                raise OSError(f"tests do not connect to {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", loopback_only)


@pytest.fixture(autouse=True)
def no_error_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which the program logged an error that the test did not take away."""
    yield
    errors = [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
    assert not errors, [r.getMessage() for r in errors]


@pytest.fixture(autouse=True, scope="module")
def small_heap() -> None:
    """Let the searches for leaks look at what this module made, not at all that came before."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves threads, timers, windows or tasks behind."""
    threads_before = set(threading.enumerate())
    app = request.getfixturevalue("qapp") if "qapp" in request.fixturenames else None
    windows_before = _windows(app)
    if "loop" in request.fixturenames:
        request.getfixturevalue("loop")
    yield
    if isinstance(app, QApplication):
        settle()
        gc.collect()
        windows = _windows(app) - windows_before
        assert not windows, f"windows left behind: {sorted(map(repr, windows))}"
        timers = _active_timers(app)
        assert not timers, f"timers left running: {timers}"
    deadline = time.monotonic() + HANG / 2
    while leaked := _threads(threads_before):
        assert time.monotonic() < deadline, f"threads left running: {leaked}"
        leaked[0].join(0.05)


def _threads(before: set[threading.Thread]) -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t not in before and t.is_alive()]


def _windows(app: QCoreApplication | None) -> set[QWidget]:
    if not isinstance(app, QApplication):
        return set()
    return {w for w in app.topLevelWidgets() if w.isVisible()}


def _active_timers(app: QApplication) -> list[str]:
    found = []
    for window in app.topLevelWidgets():
        found += [f"{window!r} > {t!r}" for t in window.findChildren(QTimer) if t.isActive()]
    found += [repr(t) for t in app.findChildren(QTimer) if t.isActive()]
    return found


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the application of the tests is started with: the style of the program."""
    return ["osubrowser", *STYLE]


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """A bot that never sleeps, and gives up a wait only where the test hangs."""
    return PatientBot(request)


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """A loop that runs in the GUI thread: `qtbot.waitUntil` drives its coroutines.

    Fails the test if it leaves tasks behind.
    """
    from qasync import QEventLoop

    loop = QEventLoop(qapp, already_running=True)
    asyncio.set_event_loop(loop)
    yield loop
    _run_until_no_task(loop, HANG / 2)
    left = [repr(task) for task in asyncio.all_tasks(loop)]
    for task in asyncio.all_tasks(loop):
        task.cancel()
    _run_until_no_task(loop, HANG / 2)
    # qasync leaves the end of a loop that it did not start to us, and its `stop` ends the
    # application, after which no nested event loop would run.
    asyncio.events._set_running_loop(None)
    vars(loop)["_QEventLoop__is_running"] = False
    loop.close()
    asyncio.set_event_loop(None)
    assert not left, f"tasks left running: {left}"


def _run_until_no_task(loop: asyncio.AbstractEventLoop, seconds: float) -> None:
    """Drive the loop until it has no tasks; afterwards nothing runs that could start one."""
    deadline = time.monotonic() + seconds
    while asyncio.all_tasks(loop) and time.monotonic() < deadline:
        QCoreApplication.processEvents()

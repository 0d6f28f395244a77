"""Programs as processes on one profile: one has it, none loses what another has written."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from osubrowser.services.library.bookmarks import Bookmarks
from osubrowser.services.storage.folders import Folders
from tests.idle import HANG, wait_for
from tests.models.replays.plays import HITS, beatmap_file, frames_of, replay_file, write

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are sent to processes")

EDITS, FEW = 1000, 50

PROGRAM = """
import asyncio, os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
gate = os.environ.get("GATE")
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # and so may nohup
first, edits, write_each = int(sys.argv.pop(1)), int(sys.argv.pop(1)), sys.argv.pop(1) == "each"
from osubrowser.__main__ import main
from osubrowser.services.places.places import UserPlace

def edit_bookmarks():
    from osubrowser.app import App
    from osubrowser.ui.shell.main_window import MainWindow
    build, enter, raised = App.__init__, App.enter, MainWindow.bring_to_front

    def build_and_tell(self, *arguments, **named):
        build(self, *arguments, **named)
        print("built", flush=True)

    def raise_and_tell(self):
        raised(self)
        print("raised", flush=True)

    async def enter_and_edit(self):
        while gate and not os.path.exists(gate):  # the session takes its time
            await asyncio.sleep(0.01)
        await enter(self)
        while not self.library.is_loaded:
            await asyncio.sleep(0.01)
        for n in range(first, first + edits):
            self.library.add(UserPlace(n), f"player {n}")
            if write_each:
                self.library.flush()
                print(n, flush=True)
        print("edited", flush=True)

    App.__init__, App.enter = build_and_tell, enter_and_edit
    MainWindow.bring_to_front = raise_and_tell

if first:
    import osubrowser.services.runtime.single_instance as instance
    acquire = instance.ProfileLock.acquire
    def acquire_and_edit(self):
        state = acquire(self)
        if state is instance.LockState.HELD:
            edit_bookmarks()
        return state
    instance.ProfileLock.acquire = acquire_and_edit
sys.exit(main(sys.argv[1:]))
"""


LOOP = """
import asyncio, itertools, os, random, signal, sys, threading
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
number, moment, first, profile = *map(int, sys.argv[1:4]), sys.argv[4]
from osubrowser.__main__ import main
from osubrowser.app import App
from osubrowser.services.places.places import UserPlace

steps, lock = itertools.count(1), threading.Lock()  # of writes: before and after each of three
armed = False

def step():
    with lock:
        if armed and next(steps) == moment:
            os.kill(os.getpid(), number)

def stepped(function):
    def call(*arguments, **named):
        is_step = function is os_fsync or str(arguments[0]).endswith(".part")
        if is_step: step()
        result = function(*arguments, **named)
        if is_step: step()
        return result
    return call

os_fsync = os.fsync
os.open, os.fsync, Path.replace = map(stepped, (os.open, os.fsync, Path.replace))
enter = App.enter

async def enter_and_edit(self):
    global armed
    await enter(self)
    library, preferences = self.library, self.preferences
    while not library.is_loaded:
        await asyncio.sleep(0.001)
    say = lambda *words: print(*words, flush=True)
    say("bookmarks", *(one.address.rpartition("/")[2] for one in library.bookmarks))
    say("seen", *(one.address.rpartition("/")[2] for one in library.recent))
    say("setting", self.settings.replay_folder.rpartition("/")[2] or 0)
    chance, armed = random.Random(first), True
    if not number:
        return self.window.close()
    for n in itertools.count(first):
        library.add(UserPlace(n), f"player {n}")
        library.saw(UserPlace(n), f"player {n}")
        preferences.set("replay_folder", f"/replays/{n}")
        say("did", n)
        if chance.random() < 0.3:
            library.flush()
            if self.settings.flush():
                say("kept", n)
        await asyncio.sleep(0)

App.enter = enter_and_edit
sys.exit(main(["--profile", profile]))
"""
ROUNDS = int(os.environ.get("OSUBROWSER_SIGNAL_ROUNDS", "5"))
"""How often the window is ended by each signal; more of them find rarer moments."""
LAST_MOMENT = 60
"""Steps of writes, six of each file, within which the signal comes."""


class Program:
    """The demo on a profile, in a process; `first` is the first of the players it bookmarks."""

    def __init__(
        self,
        profile: Path,
        *arguments: str,
        first: int = 0,
        edits: int = FEW,
        each: bool = False,
        loop: tuple[int, int] | None = None,
    ) -> None:
        how = "each" if each else "once"
        command = [PROGRAM, str(first), str(edits), how, "--demo", "--profile", str(profile)]
        if loop is not None:
            command = [LOOP, *map(str, loop), str(first), str(profile)]
        self.process = subprocess.Popen(
            [sys.executable, "-c", *command, *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.lines: list[str] = []
        self.errors: list[str] = []
        pipes = ((self.process.stdout, self.lines), (self.process.stderr, self.errors))
        self._readers = [
            threading.Thread(target=lambda pipe=pipe, lines=lines: lines.extend(pipe))
            for pipe, lines in pipes
        ]
        for reader in self._readers:
            reader.start()

    def wait_for(self, line: str) -> None:
        """Wait until the process has printed a line."""
        wait_for(lambda: f"{line}\n" in self.lines or self.process.poll() is not None)
        assert f"{line}\n" in self.lines, self.errors

    def end(self, number: int | None = None) -> int:
        """Send a signal, and return the exit status."""
        if number is not None:
            self.process.send_signal(number)
        status = self.process.wait(HANG)
        for reader in self._readers:
            reader.join()
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()
        return status

    def told(self, word: str) -> list[int]:
        """The numbers that the process has told after a word, in all of its lines."""
        lines = [line.split() for line in self.lines]
        return [int(number) for head, *numbers in lines if head == word for number in numbers]

    @property
    def troubles(self) -> list[str]:
        """What the process said on stderr, without the remarks of the offscreen platform."""
        return [line for line in self.errors if not line.startswith("This plugin does not")]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Start programs on one profile; those that still run at the end are killed."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    with ExitStack() as stack:

        def run(*arguments: str, profile: str = "profile", **options: Any) -> Program:
            program = Program(tmp_path / profile, *arguments, **options)
            stack.callback(program.end)
            stack.callback(program.process.kill)
            return program

        yield run


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.inside(tmp_path / "profile")


def bookmarked(folders: Folders) -> list[int]:
    """The players that the profile has bookmarked, from the file."""
    bookmarks = Bookmarks.load(folders.demo_bookmarks_file)
    assert bookmarks.problem is None
    return sorted(int(one.address.rpartition("/")[2]) for one in bookmarks)


def everything_is_whole(folders: Folders) -> None:
    """No file of the profile is half written."""
    for path in (*folders.config.rglob("*"), *folders.data.rglob("*")):
        if path.suffix == ".json":
            json.loads(path.read_bytes())
        assert "damaged" not in path.name


def test_a_start_with_a_replay_shows_it(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, "a b.osr", replay_file(beatmap_file(), frames_of(HITS)))
    program: Program = run(path, first=2)
    program.wait_for("edited")
    assert program.end(signal.SIGTERM) == 0
    assert program.troubles == []
    [profile] = (tmp_path / "profile" / "config").glob("settings.json")
    assert "a%20b.osr" in profile.read_text()  # open again at the next start


def test_starts_at_once_give_one_window_that_has_every_address(run: Any, folders: Folders) -> None:
    players = range(2, 10)
    starts: list[Program] = [run(f"https://osu.ppy.sh/users/{n}") for n in players]
    wait_for(lambda: sum(one.process.poll() is None for one in starts) == 1)
    [window] = [one for one in starts if one.process.poll() is None]
    others = [one for one in starts if one is not window]
    assert [one.end() for one in others] == [0] * len(others)
    assert window.end(signal.SIGTERM) == 0
    assert window.troubles == []
    saved = json.loads(folders.settings_file.read_bytes())["open_places"]["demo"]
    found = re.findall(r"users/(\d+)", json.dumps([saved["tabs"], saved["beside"]]))
    assert sorted({int(number) for number in found}) == list(players)
    assert not folders.lock_file.exists()


def test_a_later_start_is_answered_before_there_is_a_session(
    run: Any, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = tmp_path / "gate"
    monkeypatch.setenv("GATE", str(gate))
    window = run(first=10_000)
    window.wait_for("built")
    for n in range(2, 6):
        assert run(f"https://osu.ppy.sh/users/{n}").end() == 0
        wait_for(lambda n=n: window.lines.count("raised\n") == n - 1)  # type: ignore[misc]
    assert "edited\n" not in window.lines
    gate.touch()
    window.wait_for("edited")
    assert window.end(signal.SIGTERM) == 0
    assert window.troubles == []
    saved = json.loads(folders.settings_file.read_bytes())["open_places"]["demo"]
    opened = [address.rpartition("/")[2] for address, _title in saved["beside"]]
    assert opened == ["2", "3", "4", "5"]


def test_of_two_starts_with_a_thousand_edits_each_one_writes_and_nothing_is_lost(
    run: Any, folders: Folders
) -> None:
    starts = {first: run(first=first, edits=EDITS) for first in (10_000, 20_000)}
    wait_for(lambda: any(one.process.poll() is not None for one in starts.values()))
    [writer] = [first for first, one in starts.items() if one.process.poll() is None]
    [other] = set(starts) - {writer}
    assert starts[other].end() == 0
    assert starts[other].lines == []  # it has not even built a window
    starts[writer].wait_for("edited")
    assert starts[writer].end(signal.SIGTERM) == 0
    assert bookmarked(folders) == list(range(writer, writer + EDITS))
    again = run(first=other, edits=EDITS)
    again.wait_for("edited")
    assert again.end(signal.SIGTERM) == 0
    both = [*range(10_000, 10_000 + EDITS), *range(20_000, 20_000 + EDITS)]
    assert bookmarked(folders) == both


def test_two_profiles_run_side_by_side(run: Any, tmp_path: Path) -> None:
    starts = [run(first=10_000, profile=name) for name in ("one", "two")]
    for one in starts:
        one.wait_for("edited")
    assert [one.end(signal.SIGTERM) for one in starts] == [0, 0]
    for name in ("one", "two"):
        assert len(bookmarked(Folders.inside(tmp_path / name))) == FEW


@pytest.mark.parametrize(
    ("number", "moment"),
    [
        (signal.SIGINT, "built"),
        (signal.SIGINT, "edited"),
        (signal.SIGHUP, "built"),
        (signal.SIGTERM, "edited"),
    ],
)
def test_a_signal_ends_it_in_order_and_what_was_done_is_written(
    run: Any, folders: Folders, number: int, moment: str
) -> None:
    program = run(first=10_000)
    program.wait_for(moment)
    assert program.end(number) == 0
    assert program.troubles == []
    if moment == "edited":
        assert len(bookmarked(folders)) == FEW
    assert folders.settings_file.exists()
    assert not folders.lock_file.exists()
    everything_is_whole(folders)


def test_what_was_written_before_a_kill_is_there_and_the_next_start_works(
    run: Any, folders: Folders
) -> None:
    program = run(first=10_000, edits=EDITS, each=True)
    program.wait_for("10040")
    assert program.end(signal.SIGKILL) == -signal.SIGKILL
    told = [int(line) for line in program.lines if line.strip().isdigit()]
    found = bookmarked(folders)
    assert found[: len(told)] == told
    assert len(found) <= len(told) + 1  # one was written, and not told any more
    everything_is_whole(folders)
    again = run(first=20_000)
    again.wait_for("edited")
    assert again.end(signal.SIGTERM) == 0
    assert bookmarked(folders) == [*found, *range(20_000, 20_000 + FEW)]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_whenever_a_signal_comes_the_next_start_has_what_was_confirmed(
    run: Any, folders: Folders, number: int
) -> None:
    """Rounds on one profile: edits, a signal at a step of a write, and what is found after it."""
    chance = random.Random(number)
    is_killed = number == signal.SIGKILL
    sure: list[int] = []  # edits that must be there
    setting, newest = 0, 0  # the setting is that of one of these edits
    for turn in range(1, ROUNDS + 2):
        is_last = turn > ROUNDS
        moment, first = chance.randint(1, LAST_MOMENT), turn * 10_000
        program = run(first=first, loop=(0 if is_last else number, moment))
        assert program.end() == (-number if is_killed and not is_last else 0), program.errors
        assert program.troubles == []
        found = program.told("bookmarks")
        assert [n for n in found if n in set(sure)] == sure
        assert len(found) == len(set(found))
        assert set(sure[-50:]) <= set(program.told("seen"))
        assert setting <= program.told("setting")[0] <= newest
        did, kept = program.told("did"), program.told("kept")
        assert did == list(range(first, first + len(did)))
        confirmed = range(first, ((kept if is_killed else did) or [0])[-1] + 1)
        sure += confirmed
        setting, newest = max([setting, *confirmed]), first + len(did)
        left = [path.name for path in folders.config.parent.rglob("*.part")]
        # two threads write: that of the window on a flush, and one worker
        assert len(left) <= (2 if is_killed and not is_last else 0)
        assert folders.lock_file.exists() == (is_killed and not is_last)
        everything_is_whole(folders)


def test_a_signal_after_all_is_done_does_not_change_the_exit_status(tmp_path: Path) -> None:
    program = f"""
import atexit, os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)

class Last:  # deleted when the interpreter is torn down
    def __init__(self): self.kill = os.kill, os.getpid(), signal.SIGINT
    def __del__(self): self.kill[0](*self.kill[1:])

sys.last = Last()
from osubrowser.__main__ import main
from osubrowser.app import App
async def live(self):
    await self.close()
    return 0
App.live = live
sys.exit(main(["--profile", {str(tmp_path / "profile")!r}]))
"""
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=HANG)
    assert done.returncode == 0


def test_a_self_test_does_not_touch_a_profile_in_use(run: Any, tmp_path: Path) -> None:
    program = run(first=10_000)
    program.wait_for("edited")
    command = [sys.executable, "-m", "osubrowser", "--self-test"]
    done = subprocess.run(
        [*command, "--profile", str(tmp_path / "profile")],
        capture_output=True, text=True, timeout=HANG, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("The profile is in use (process ")
    assert program.end(signal.SIGTERM) == 0

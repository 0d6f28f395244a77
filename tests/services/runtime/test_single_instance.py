"""One program a profile: the lock ends with its process, and later starts are heard."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo
from pytestqt.qtbot import QtBot

from osubrowser.services.runtime import instance_socket, single_instance
from osubrowser.services.runtime.open_request import (
    LARGEST,
    LONGEST_ADDRESS,
    MOST_ADDRESSES,
    UNREADABLE,
    OpenRequest,
)
from osubrowser.services.runtime.single_instance import (
    HandOver,
    InstanceServer,
    LockState,
    ProfileLock,
    hand_over,
)
from tests.idle import HANG, settle

posix = pytest.mark.skipif(os.name != "posix", reason="sockets are files on these systems")

HOLD = """
import sys
from pathlib import Path
from osubrowser.services.runtime.single_instance import ProfileLock
lock = ProfileLock(Path(sys.argv[1]))
print(lock.acquire().value, flush=True)
sys.stdin.read()
"""

HAND_OVER = """
import sys
from pathlib import Path
from osubrowser.services.runtime.instance_socket import deliver
from osubrowser.services.runtime.open_request import OpenRequest
answer = deliver(Path(sys.argv[1]), OpenRequest.of_start(sys.argv[2:]))
print(answer.value, [name for name in sys.modules if "PySide" in name])
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lock file of a profile; its socket is in a folder of this test."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return tmp_path / "profile" / "data" / "lock"


@pytest.fixture
def lock(file: Path) -> Iterator[ProfileLock]:
    """A lock that is held."""
    lock = ProfileLock(file)
    assert lock.acquire() is LockState.HELD
    yield lock
    lock.release()


@pytest.fixture
def server(lock: ProfileLock, qtbot: QtBot) -> Iterator[InstanceServer]:
    server = InstanceServer(lock)
    yield server
    server.close()
    server.deleteLater()
    settle()


@contextlib.contextmanager
def other_process(file: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that tries to lock a profile, and tells how that went in its first line."""
    command = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


# --- the lock --------------------------------------------------------------------------------


def test_a_profile_is_locked_once_and_free_after_its_release(file: Path) -> None:
    one, other = ProfileLock(file), ProfileLock(file)
    assert one.acquire() is LockState.HELD
    assert other.acquire() is LockState.TAKEN
    assert str(os.getpid()) in other.owner
    one.release()
    assert other.acquire() is LockState.HELD
    other.release()
    assert list(file.parent.iterdir()) == []


def test_profiles_are_locked_independently(tmp_path: Path) -> None:
    locks = [ProfileLock(tmp_path / name / "lock") for name in "ab"]
    assert [one.acquire() for one in locks] == [LockState.HELD, LockState.HELD]
    for one in locks:
        one.release()


def test_the_lock_of_a_killed_process_is_taken_over(file: Path) -> None:
    lock = ProfileLock(file)
    with other_process(file) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert lock.acquire() is LockState.TAKEN
        os.utime(file, (0, 0))  # however old: its process runs
        assert lock.acquire() is LockState.TAKEN
        process.kill()
        process.wait(HANG)
        assert file.exists()
        assert lock.acquire() is LockState.HELD
    lock.release()


@posix
@pytest.mark.parametrize("content", ["{pid}\n{program}\n{host}\n", ""])
def test_a_lock_is_stale_though_its_process_number_is_in_use_again(
    file: Path, content: str
) -> None:
    file.parent.mkdir(parents=True)
    program = Path(sys.executable).resolve().name
    host = QSysInfo.machineHostName()
    file.write_text(content.format(pid=os.getpid(), program=program, host=host))
    lock = ProfileLock(file)
    assert lock.acquire() is LockState.TAKEN  # just made: its process may be about to lock it
    os.utime(file, (0, 0))
    assert lock.acquire() is LockState.HELD
    lock.release()


def test_a_lock_of_another_computer_stays(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("123\npython\nanother-computer\n")
    os.utime(file, (0, 0))
    lock = ProfileLock(file)
    assert lock.acquire() is LockState.TAKEN
    assert lock.owner == "process 123 on another-computer"


def test_a_folder_that_cannot_be_made_is_told_from_a_lock_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    assert ProfileLock(tmp_path / "data" / "lock").acquire() is LockState.UNAVAILABLE


# --- handing over ----------------------------------------------------------------------------


def test_later_starts_are_heard_each_once_and_load_no_window(
    lock: ProfileLock, server: InstanceServer, qtbot: QtBot, tmp_path: Path
) -> None:
    heard: list[str] = []
    server.requested.connect(lambda request: heard.extend(request.addresses))
    replay = tmp_path / "a replay.osr"
    replay.touch()
    wanted = [f"https://osu.ppy.sh/users/{n}" for n in range(1, 5)] + [replay.name]
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", HAND_OVER, str(lock.file), address],
            stdout=subprocess.PIPE, text=True, cwd=tmp_path,
        )
        for address in wanted
    ]  # fmt: skip
    qtbot.waitUntil(lambda: all(one.poll() is not None for one in starts))
    assert [one.communicate()[0] for one in starts] == ["done []\n"] * len(starts)
    assert sorted(heard) == sorted([*wanted[:-1], str(replay)])
    settle()
    assert server._connections == set()


def test_a_start_waits_for_the_lock_of_a_program_that_ends(file: Path) -> None:
    lock = ProfileLock(file)
    with other_process(file) as process:
        assert process.stdout is not None
        process.stdout.readline()
        turns = iter(range(100))

        def should_stop() -> bool:
            if next(turns) == 1:
                process.kill()
            return False

        assert hand_over(lock, OpenRequest(), should_stop=should_stop) is HandOver.LOCKED
    lock.release()


def test_a_program_that_does_not_answer_is_given_up(lock: ProfileLock) -> None:
    other = ProfileLock(lock.file)
    assert hand_over(other, OpenRequest(), patience=0) is HandOver.NO_ANSWER
    assert hand_over(other, OpenRequest(), should_stop=lambda: True) is HandOver.STOPPED


@pytest.mark.parametrize("name", ["a replay.osr", "A.OSR", "new.txt"])
def test_the_path_of_a_file_is_absolute(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.txt").touch()
    assert OpenRequest.of_start([name]).addresses == (str(tmp_path / name),)
    for other in ("osu.ppy.sh/users/2", "https://osu.ppy.sh/a.osr", f"file://{tmp_path}/a.osr"):
        assert OpenRequest.of_start([other]).addresses == (other,)


def test_names_of_files_are_sent_as_they_are_or_told_to_be_unreadable(tmp_path: Path) -> None:
    for name in ("プレイヤー　- 曲 (1).osr", 'a "b" \\ c.osr', "DT: a?b#c%20.osr"):
        path = str(tmp_path / name)
        request = OpenRequest.of_start([path])
        assert request.addresses == (path,)
        assert OpenRequest.decoded(request.encoded()) == request
    for name in ("a\nb.osr", "\ud800.osr", "a\0.osr", "a\u202eb.osr", "x" * LONGEST_ADDRESS):
        request = OpenRequest.of_start([str(tmp_path / name)])
        assert request.addresses == (UNREADABLE,)
        assert OpenRequest.decoded(request.encoded()) == request


def test_the_first_addresses_are_sent_and_the_rest_is_counted() -> None:
    given = [f"/{n}{'界' * 1000}.osr" for n in range(MOST_ADDRESSES + 3)]
    request = OpenRequest.of_start([*given, "", "osubrowser:", "osubrowser://"])
    assert request.addresses == tuple(given[:MOST_ADDRESSES])
    assert request.left_out == 3
    assert len(request.encoded()) < LARGEST
    assert OpenRequest.decoded(request.encoded()) == request


# --- what comes through the socket is not trusted --------------------------------------------

Send = Callable[[bytes], bytes]


@pytest.fixture
def send(server: InstanceServer, qtbot: QtBot) -> Iterator[Send]:
    """Send bytes to the socket, and return what comes back until the connection ends."""
    open_sockets = contextlib.ExitStack()

    def send(data: bytes) -> bytes:
        client = open_sockets.enter_context(socket.socket(socket.AF_UNIX))
        client.connect(server.name)
        client.setblocking(False)
        answer, rest = bytearray(), memoryview(data)

        def has_ended() -> bool:
            nonlocal rest
            if rest:
                with contextlib.suppress(BlockingIOError, BrokenPipeError):
                    rest = rest[client.send(rest) :]
            try:
                piece = client.recv(1000)
            except BlockingIOError:
                return False
            except ConnectionError:
                return True
            answer.extend(piece)
            return not piece

        qtbot.waitUntil(has_ended)
        return bytes(answer)

    with open_sockets:
        yield send


def line(**values: object) -> bytes:
    return json.dumps(values).encode() + b"\n"


@posix
@pytest.mark.parametrize(
    "data",
    [
        b"\n",
        b"https://osu.ppy.sh/users/2\n",
        b"[" * 10_000 + b"\n",
        b"\xff\xfe\n",
        line(addresses=["https://osu.ppy.sh/users/2"]),
        line(addresses=["x"], token="", left_out=0, demo=True),
        line(addresses="https://osu.ppy.sh/users/2", token="", left_out=0),
        line(addresses=[2], token="", left_out=0),
        line(addresses=[""], token="", left_out=0),
        line(addresses=["a"] * (MOST_ADDRESSES + 1), token="", left_out=0),
        line(addresses=["a" * (LONGEST_ADDRESS + 1)], token="", left_out=0),
        line(addresses=["osu.ppy.sh/\u202eusers"], token="", left_out=0),
        line(addresses=[], token="a" * 501, left_out=0),
        line(addresses=[], token="\u00e9", left_out=0),
        line(addresses=[], token="a\nb", left_out=0),
        line(addresses=[], token="", left_out=-1),
        line(addresses=[], token="", left_out=True),
    ],
)
def test_what_is_no_request_is_refused(server: InstanceServer, send: Send, data: bytes) -> None:
    heard: list[object] = []
    server.requested.connect(heard.append)
    assert send(data) == b"refused\n"
    assert heard == []
    assert send(line(addresses=["x"], token="t", left_out=0)) == b"done\n"
    assert heard == [OpenRequest(("x",), "t")]


@posix
def test_a_start_that_has_given_up_is_not_served(server: InstanceServer, send: Send) -> None:
    heard: list[object] = []
    server.requested.connect(heard.append)
    for _ in range(3):  # while the window is stopped, or too busy
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(server.name)
            client.sendall(line(addresses=["x"], token="", left_out=0))
    assert send(line(addresses=["y"], token="", left_out=0)) == b"done\n"
    assert heard == [OpenRequest(("y",))]


@posix
def test_a_request_has_a_size_and_a_time(
    server: InstanceServer, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[object] = []
    server.requested.connect(heard.append)
    assert send(b"a" * LARGEST * 4) == b""
    monkeypatch.setattr(single_instance, "TIMEOUT", 50)
    assert send(b'{"addresses": ') == b""
    assert heard == []
    assert server._connections == set()


@posix
def test_no_more_connections_than_are_served(
    server: InstanceServer, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "MOST_CONNECTIONS", 0)
    assert send(line(addresses=["x"], token="", left_out=0)) == b""


@posix
def test_no_other_user_reaches_the_socket(server: InstanceServer, tmp_path: Path) -> None:
    name = Path(server.name)
    assert name.parent == tmp_path / "run"
    assert name.stat().st_mode & 0o777 in (0o600, 0o700)
    assert "profile" not in name.name
    name.parent.chmod(0o755)
    assert all(Path(one).parent != name.parent for one in instance_socket.socket_names(name))
    name.parent.chmod(0o700)


@posix
def test_a_socket_that_a_killed_process_left_is_replaced(
    lock: ProfileLock, qtbot: QtBot, tmp_path: Path
) -> None:
    [name, *_] = instance_socket.socket_names(lock.file)
    with socket.socket(socket.AF_UNIX) as old:
        old.bind(name)
    assert Path(name).exists()
    server = InstanceServer(lock)
    assert server.name == name
    server.close()
    assert not Path(name).exists()

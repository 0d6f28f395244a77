"""Decoder process: what it costs at most, and that it comes back after every end."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from osubrowser.services.images import decoder_process, image_store
from osubrowser.services.images.decode import PictureSpec, decode
from osubrowser.services.images.decoder_process import DecoderProcess
from osubrowser.services.images.image_store import ImageStore, PictureKey
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.runtime.child_process import environment
from tests.asset_server import AssetServer
from tests.idle import HANG, wait_for
from tests.services.images.picture_bombs import KINDS, svg
from tests.services.images.test_image_store import FLAG, colour_of, picture, server
from tests.services.images.test_image_store import store as store

__all__ = ["server"]

TARGET = PictureSpec(36, 26, "cover")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
_DASH = '<path stroke="red" stroke-dasharray="0.01" d="M0 0L1000 1000L0 50Q30 30 800 200"/>'
ENDLESS = svg(_DASH * 1000)
"""Takes minutes to draw, and no memory."""


@pytest.fixture
def decoder() -> Iterator[DecoderProcess]:
    decoder = DecoderProcess()
    yield decoder
    decoder.close()


def pid(decoder: DecoderProcess) -> int:
    assert decoder._process is not None
    return decoder._process.pid


# --- limits ----------------------------------------------------------------------------------

COSTS = """
import json, os, resource, sys
from pathlib import Path
from osubrowser.services.images.decode import PictureSpec
from osubrowser.services.images.decoder_process import DecoderProcess

tick = os.sysconf("SC_CLK_TCK")

def alive():
    return decoder._process.pid if decoder._process is not None else None

def cpu():
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = ended.ru_utime + ended.ru_stime
    if alive():
        fields = Path(f"/proc/{alive()}/stat").read_text().rpartition(")")[2].split()
        seconds += (int(fields[11]) + int(fields[12])) / tick
    return seconds

def memory():
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if alive():
        status = Path(f"/proc/{alive()}/status").read_text()
        most = max(most, int(status.partition("VmHWM:")[2].split()[0]))
    return most * 1024

decoder = DecoderProcess()
folder, *target = sys.argv[1:]
target = PictureSpec(int(target[0]), int(target[1]), target[2])
flag = Path(folder, "flag").read_bytes()
found = {"": []}
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for name in sorted(os.listdir(folder)):
    if alive() is None:
        before = cpu()
        assert decoder.decode(flag, target) is not None, name
        found[""].append(cpu() - before)
    before = cpu()
    image = decoder.decode(Path(folder, name).read_bytes(), target)
    assert image is None or image.width() <= target.width and image.height() <= target.height
    found[name] = [cpu() - before, memory()]
decoder.close()
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - own
print(json.dumps([found, own * 1024]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what a process takes is read from /proc")
@pytest.mark.parametrize("kind", KINDS)
def test_no_picture_takes_a_second_or_much_memory(kind: str, tmp_path: Path) -> None:
    """The limits of CPU time are CPU time themselves: a slow or busy machine changes nothing."""
    (tmp_path / "flag").write_bytes(FLAG)
    for name, data in KINDS[kind]():
        (tmp_path / name).write_bytes(data)
    targets = [("1440", "2160", "fit")]  # a picture in a text, on a screen of two pixels a point
    if kind == "svg sizes":
        targets.append(("4096", "4096", "cover"))
    for target in targets:
        done = subprocess.run(
            [sys.executable, "-c", COSTS, str(tmp_path), *target],
            capture_output=True,
            text=True,
            timeout=4 * HANG,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found, own = json.loads(done.stdout)
        del found[""]
        costly = {name: cost for name, cost in found.items() if cost[0] >= 0.8}
        assert not costly, "seconds of CPU time"
        large = {name: cost for name, cost in found.items() if cost[1] >= 300_000_000}
        assert not large, "bytes of memory"
        assert own < 150_000_000, "the window's process itself"


def test_there_are_enough_bombs() -> None:
    assert sum(len(list(KINDS[kind]())) for kind in KINDS if kind.startswith("svg")) >= 50
    assert len(KINDS) == 10


@POSIX
def test_what_takes_too_long_is_given_up_and_the_next_picture_comes(
    decoder: DecoderProcess,
) -> None:
    assert decoder.decode(FLAG, TARGET) is not None
    first = pid(decoder)
    assert decoder.decode(ENDLESS, PictureSpec(1000, 1000, "fit")) is None
    assert decoder.decode(FLAG, TARGET) is not None
    assert pid(decoder) != first


@POSIX
def test_a_process_that_does_not_answer_is_ended_at_the_deadline() -> None:
    decoder = DecoderProcess(deadline=0.2)
    while decoder.decode(FLAG, TARGET) is None:  # a busy machine
        pass
    os.kill(pid(decoder), signal.SIGSTOP)
    assert decoder.decode(FLAG, TARGET) is None
    assert decoder._process is None
    decoder.close()


@POSIX
def test_the_window_goes_on_while_a_picture_is_decoded(
    store: ImageStore,
    server: AssetServer,
    qapp: QCoreApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ticks, seen = [0], []
    decode_apart = DecoderProcess.decode

    def counting(self: DecoderProcess, data: bytes, target: PictureSpec) -> QImage | None:
        before = ticks[0]
        image = decode_apart(self, data, target)
        seen.append(ticks[0] - before)
        return image

    def tick() -> None:
        ticks[0] += 1

    monkeypatch.setattr(DecoderProcess, "decode", counting)
    server.answers["/bomb"] = (200, {}, ENDLESS)
    server.answers["/flag"] = (200, {}, FLAG)
    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(1)
    assert store.request(f"{server.url}/bomb", 1000, 1000, "fit") is None
    wait_for(lambda: f"{server.url}/bomb" in store._failures, qapp.processEvents)
    timer.stop()
    assert len(seen) == 1
    assert seen[0] > 20
    assert store.request(f"{server.url}/bomb", 1000, 1000, "fit") is None
    wait_for(lambda: store.request(f"{server.url}/flag", 36, 26), qapp.processEvents)
    assert server.asked == ["/bomb", "/flag"]


# --- pictures --------------------------------------------------------------------------------

TEXT = svg('<text x="100" y="900" font-size="900">H</text>')


@pytest.mark.parametrize("shape", ["square", "round", "cover", "fit"])
def test_pictures_are_the_same_as_decoded_here(decoder: DecoderProcess, shape: str) -> None:
    target = PictureSpec(60, 40, shape)
    for data in (FLAG, *(picture(90, 70, "red", kind) for kind in (b"PNG", b"JPEG", b"WEBP"))):
        image = decoder.decode(data, target)
        assert image is not None
        assert image == decode(data, target)
    assert decoder.decode(b"no picture", target) is None


def test_text_of_an_svg_is_drawn(decoder: DecoderProcess) -> None:
    image = decoder.decode(TEXT, PictureSpec(50, 50, "fit"))
    assert image is not None
    pixels = [image.pixelColor(x, y).alpha() for x in range(50) for y in range(50)]
    assert 0 < sum(alpha > 128 for alpha in pixels) < 2000


@pytest.mark.parametrize("size", ['width="2000" height="100"', 'width="100" height="2000"'])
def test_the_middle_of_a_wide_svg_is_shown(size: str) -> None:
    wide = 'width="2000"' in size
    middle = 'x="950" width="100" height="100"' if wide else 'y="950" width="100" height="100"'
    data = svg(f'<rect width="2000" height="2000" fill="red"/><rect {middle} fill="lime"/>', size)
    image = decode(data, PictureSpec(40, 40, "cover"))
    assert image is not None
    assert (image.width(), image.height()) == (40, 40)
    for x, y in ((0, 0), (39, 0), (0, 39), (39, 39), (20, 20)):
        assert image.pixelColor(x, y).name() == "#00ff00"
    fitting = decode(data, PictureSpec(40, 40, "fit"))
    assert fitting is not None
    assert (fitting.width(), fitting.height()) == ((40, 2) if wide else (2, 40))
    assert fitting.pixelColor(0, 0).name() == "#ff0000"


def test_pictures_are_decoded_in_the_process_alone() -> None:
    """What is decoded in the window's process is what it encoded itself: `decode_finished`."""
    package = Path(decoder_process.__file__).parents[2]
    found = {
        (path.relative_to(package).as_posix(), word)
        for path in package.rglob("*.py")
        for word in re.findall(
            r"QImageReader|QSvgRenderer|QSvgWidget|QMovie|loadFromData|fromData|PIL import Image\b|"
            r"(?<=images\.decode import )(?:PictureSpec, )?decode\b",
            path.read_text("utf-8"),
        )
        if not path.is_relative_to(package / "demo")
    }
    assert found == {
        ("services/images/decode.py", "QImageReader"),
        ("services/images/decode.py", "QSvgRenderer"),
        ("services/images/decoder_process.py", "PictureSpec, decode"),
        ("services/images/decoder_process.py", "QImageReader"),  # its limit
        ("services/images/decoder_process.py", "QSvgRenderer"),  # loaded early
        ("system_check.py", "PIL import Image"),  # makes the pictures of the self-test
        ("ui/style/icons.py", "fromData"),  # the program's own icons
    }


# --- start and end ---------------------------------------------------------------------------


def test_a_process_that_ended_between_two_pictures_is_started_again(
    decoder: DecoderProcess,
) -> None:
    assert decoder.decode(FLAG, TARGET) is not None
    first = decoder._process
    assert first is not None
    first.kill()
    first.wait()
    assert decoder.decode(FLAG, TARGET) is not None
    decoder.stop()
    assert decoder._process is None
    assert decoder.decode(FLAG, TARGET) is not None


@POSIX
def test_closing_does_not_wait_for_a_picture() -> None:
    # A deadline and a process that never answers: only `close` can end this.
    decoder = DecoderProcess(deadline=10 * HANG)
    assert decoder.decode(FLAG, TARGET) is not None
    process = decoder._process
    assert process is not None
    os.kill(process.pid, signal.SIGSTOP)
    found: list[object] = []
    waiting = [
        threading.Thread(target=lambda: found.append(decoder.decode(FLAG, TARGET))) for _ in "abc"
    ]
    for thread in waiting:
        thread.start()
    wait_for(decoder._turn.locked)
    decoder.close()
    for thread in waiting:
        thread.join(HANG)
    assert found == [None] * 3
    assert process.returncode is not None
    assert decoder.decode(FLAG, TARGET) is None
    assert decoder._process is None


def test_a_process_that_cannot_start_is_said_once_and_not_tried_again_at_once(
    decoder: DecoderProcess,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    missing = [str(tmp_path / "missing")]
    monkeypatch.setattr(decoder_process, "_command", lambda: missing)
    assert decoder.decode(FLAG, TARGET) is None
    missing[:] = [sys.executable, "-c", "raise SystemExit(3)"]
    assert decoder.decode(FLAG, TARGET) is None
    assert [r.getMessage() for r in caplog.records if "pictures" in r.getMessage()] == [
        "no pictures: the process that decodes them did not start (No such file or directory)"
    ]
    monkeypatch.setattr(decoder, "_start_not_before", 0.0)
    assert decoder.decode(FLAG, TARGET) is None
    assert len(caplog.records) == 2
    monkeypatch.undo()
    decoder._start_not_before = 0.0
    assert decoder.decode(FLAG, TARGET) is not None


@pytest.mark.parametrize(
    "reply",
    ["B(4096, 4096, False) + b'0' * 4096", "B(36, 27, True) + bytes(36 * 27 * 4)", "B(36, 26, 0)"],
    ids=["too large", "another size", "pixels missing"],
)
def test_a_process_that_was_taken_over_cannot_hand_out_more_than_a_picture(
    decoder: DecoderProcess, monkeypatch: pytest.MonkeyPatch, reply: str
) -> None:
    script = (
        "import os, struct; B = struct.Struct('<HH?').pack; os.write(1, b'R'); os.read(0, 9)\n"
        f"os.write(1, {reply})"
    )
    monkeypatch.setattr(decoder_process, "_command", lambda: [sys.executable, "-c", script])
    assert decoder.decode(FLAG, TARGET) is None
    assert decoder._process is None


def test_the_process_gets_no_secrets_and_nothing_of_the_current_folder(
    decoder: DecoderProcess, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "osubrowser").mkdir()
    for name in ("__init__", "__main__"):
        (tmp_path / "osubrowser" / f"{name}.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", "7")
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", "hush")
    assert "hush" not in environment().values()
    assert decoder.decode(FLAG, TARGET) is not None


def test_a_frozen_application_is_its_own_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert decoder_process._command() == [sys.executable, decoder_process.SWITCH]


def test_an_idle_store_ends_the_process_and_a_closed_one_too(
    calls: Calls,
    server: AssetServer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(image_store, "REST_AFTER", 1)
    store = ImageStore(calls, None, server=lambda: server.url)
    decoder = store._making._decoder
    for name in "ab":  # ended, started, ended
        server.answers[f"/{name}"] = (200, {}, picture(8, 8))
        colour_of(store, qtbot, f"{server.url}/{name}", 8, 8)
        wait_for(lambda: decoder._process is None, QCoreApplication.processEvents)
    assert store._making.from_bytes("x", FLAG, [PictureKey("x", 36, 26, "cover", 1.0)])
    process = decoder._process
    assert process is not None
    store.close()
    assert process.returncode is not None

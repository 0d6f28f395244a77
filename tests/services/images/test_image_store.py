"""Pictures: fetched when asked for, each once, within limits, from allowed hosts only."""

from __future__ import annotations

import gzip
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from osubrowser.services.assets import download
from osubrowser.services.assets.hosts import is_allowed
from osubrowser.services.images import decode as image_decode
from osubrowser.services.images import disk_cache, image_store
from osubrowser.services.images.decode import PictureSpec, decode, decode_finished, encode
from osubrowser.services.images.decoder_process import DecoderProcess
from osubrowser.services.images.disk_cache import DiskCache
from osubrowser.services.images.image_store import ImageStore, PictureKey
from osubrowser.services.runtime.calls import Calls
from tests.asset_server import Answer, AssetServer
from tests.conftest import Server
from tests.idle import HANG, settle


def picture(width: int, height: int, colour: str = "red", kind: bytes = b"PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


FLAG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">'
    b'<path fill="#00f" d="M0 5h36v26H0z"/></svg>'
)


@pytest.fixture
def server() -> Iterator[AssetServer]:
    server = AssetServer()
    yield server
    server.close()


@pytest.fixture
def store(calls: Calls, server: AssetServer, tmp_path: Path, qtbot: QtBot) -> Iterator[ImageStore]:
    store = ImageStore(calls, tmp_path / "images", server=lambda: server.url)
    yield store
    store.close()
    store.deleteLater()
    settle()


def colour_of(store: ImageStore, qtbot: QtBot, url: str, *size: int) -> str:
    width, height = size or (20, 20)
    qtbot.waitUntil(lambda: store.request(url, width, height) is not None)
    pixmap = store.request(url, width, height)
    assert pixmap is not None
    assert (pixmap.width(), pixmap.height()) == (width, height)
    return pixmap.toImage().pixelColor(width // 2, height // 2).name()


def test_a_picture_is_fetched_once_and_announced(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    server.answers["/a"] = (200, {}, picture(256, 256))
    with qtbot.waitSignal(store.ready):
        assert store.request(f"{server.url}/a", 20, 20) is None
        assert store.request(f"{server.url}/a", 20, 20) is None
    assert colour_of(store, qtbot, f"{server.url}/a") == "#ff0000"
    assert server.asked == ["/a"]
    assert "Authorization" not in server.headers[0]
    assert "Cookie" not in server.headers[0]
    assert server.headers[0]["User-Agent"].startswith("osubrowser/")


def test_several_sizes_of_one_picture_are_one_download(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    server.answers["/a"] = (200, {}, picture(256, 256))
    url = f"{server.url}/a"
    for size in (10, 20, 30):
        store.request(url, size, size)
    for size in (10, 20, 30):
        colour_of(store, qtbot, url, size, size)
    assert store.request(url, 20, 20, shape="round") is None
    qtbot.waitUntil(lambda: store.request(url, 20, 20, shape="round") is not None)
    assert server.asked.count("/a") <= 2


def test_the_newest_request_comes_first_and_three_at_a_time(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    server.gate.clear()
    for name in range(20):
        server.answers[f"/{name}"] = (200, {}, picture(8, 8))
        store.request(f"{server.url}/{name}", 8, 8)
    qtbot.waitUntil(lambda: len(server.asked) == 3)
    settle(store)
    assert len(store._loading) == 3
    assert sorted(server.asked) == ["/17", "/18", "/19"]

    def paint() -> None:
        for name in (*range(1, 20), 0):  # the first one was scrolled back to
            store.request(f"{server.url}/{name}", 8, 8)

    store.ready.connect(paint)
    paint()
    server.gate.set()
    qtbot.waitUntil(lambda: len(server.asked) == 20)
    assert "/0" in server.asked[3:6]


def test_what_scrolled_by_long_ago_is_dropped(
    store: ImageStore, server: AssetServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image_store, "MOST_WANTED", 10)
    for name in range(100):
        server.answers[f"/{name}"] = (200, {}, picture(8, 8))
        store.request(f"{server.url}/{name}", 8, 8)
    qtbot.waitUntil(lambda: store.request(f"{server.url}/99", 8, 8) is not None)
    qtbot.waitUntil(lambda: not store._loading and not store._wanted)
    assert "/99" in server.asked
    assert set(server.asked) <= {f"/{name}" for name in range(90, 100)}


def test_what_is_on_screen_no_longer_is_dropped(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    """Whoever paints asks for all that is on screen at each repaint: the rest scrolled away."""

    answers = threading.Semaphore(3)

    def answer() -> Answer:
        answers.acquire(timeout=HANG)  # repaints come between the answers
        return 200, {}, picture(8, 8)

    for name in [f"gone{n}" for n in range(50)] + [f"here{n}" for n in range(20)]:
        server.answers[f"/{name}"] = answer
    on_screen = [f"{server.url}/here{n}" for n in range(20)]

    def paint() -> None:
        for url in on_screen:
            store.request(url, 8, 8)
        answers.release(3)

    server.gate.clear()
    for n in range(50):
        store.request(f"{server.url}/gone{n}", 8, 8)
    qtbot.waitUntil(lambda: len(server.asked) == 3)
    store.ready.connect(paint)
    paint()
    server.gate.set()
    qtbot.waitUntil(lambda: all(store.request(url, 8, 8) is not None for url in on_screen))
    qtbot.waitUntil(lambda: not store._loading and not store._wanted)
    assert all(f"/here{n}" in server.asked for n in range(20))
    assert sum("gone" in path for path in server.asked) < 10  # those that were under way


def test_a_picture_that_is_asked_for_while_it_comes_is_made_once(
    store: ImageStore,
    server: AssetServer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[int] = []

    decode_apart = DecoderProcess.decode

    def counting(self: DecoderProcess, data: bytes, target: PictureSpec) -> QImage | None:
        made.append(target.width)
        return decode_apart(self, data, target)

    monkeypatch.setattr(DecoderProcess, "decode", counting)
    server.answers["/a"] = (200, {}, picture(64, 64))
    server.gate.clear()
    url = f"{server.url}/a"
    store.request(url, 8, 8)
    qtbot.waitUntil(lambda: bool(server.asked))
    store.request(url, 8, 8)  # a repaint
    store.request(url, 9, 9)  # another place that shows it
    server.gate.set()
    qtbot.waitUntil(lambda: store.request(url, 9, 9) is not None)
    qtbot.waitUntil(lambda: not store._loading and not store._wanted)
    assert made == [8, 9]
    assert server.asked == ["/a"]


def test_a_body_without_end_is_cut(
    store: ImageStore, server: AssetServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "LONGEST_BODY", 256 * 1024)
    server.endless.add("/a")
    store.request(f"{server.url}/a", 8, 8)
    qtbot.waitUntil(lambda: f"{server.url}/a" in store._failures)
    qtbot.waitUntil(lambda: server.sent["/a"] > 0 and not server.endless)
    assert server.sent["/a"] < 64 * 1024 * 1024  # it was hung up on: the rest filled buffers


def test_a_body_in_drops_ends_with_the_time_for_it(
    store: ImageStore, server: AssetServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "TOTAL_TIMEOUT", 300)
    server.endless.add("/a")
    server.pause = 0.02
    store.request(f"{server.url}/a", 8, 8)
    qtbot.waitUntil(lambda: f"{server.url}/a" in store._failures)
    qtbot.waitUntil(lambda: not server.endless)


def test_a_small_body_that_unpacks_to_a_huge_one_stays_packed(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    bomb = gzip.compress(picture(8, 8) + b"\0" * (7 * 1024 * 1024))
    server.answers["/a"] = (200, {"Content-Encoding": "gzip"}, bomb)
    store.request(f"{server.url}/a", 8, 8)
    qtbot.waitUntil(lambda: f"{server.url}/a" in store._failures)
    assert server.headers[0]["Accept-Encoding"] == "identity"


@pytest.mark.parametrize(
    "answer",
    [
        (404, {}, b"none"),
        (200, {"Content-Type": "image/png"}, b"<html>maintenance</html>"),
        (200, {}, b""),
        (200, {}, picture(64, 64)[:40]),
        (200, {"Content-Length": str(9 * 1024 * 1024)}, b"x"),
        (302, {"Location": "http://127.0.0.2:1/evil"}, b""),
        (302, {"Location": "https://evil.example/a.png"}, b""),
        (302, {"Location": "file:///etc/passwd"}, b""),
    ],
)
def test_a_failure_is_remembered_and_not_asked_for_again(
    store: ImageStore, server: AssetServer, qtbot: QtBot, answer: Answer
) -> None:
    server.answers["/a"] = answer
    url = f"{server.url}/a"
    store.request(url, 8, 8)
    qtbot.waitUntil(lambda: url in store._failures)
    assert store.request(url, 8, 8) is None
    settle(store)
    assert not store._loading
    assert server.asked == ["/a"]
    # In time it is forgotten, and asked for anew.
    server.answers["/a"] = (200, {}, picture(8, 8))
    store._failures.add(url, -1)
    assert colour_of(store, qtbot, url, 8, 8) == "#ff0000"


def test_a_redirect_to_an_allowed_address_is_followed(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    server.answers["/a"] = (302, {"Location": "/b"}, b"")
    server.answers["/b"] = (200, {}, picture(8, 8, "lime"))
    assert colour_of(store, qtbot, f"{server.url}/a", 8, 8) == "#00ff00"


def test_a_redirect_in_a_circle_ends(store: ImageStore, server: AssetServer, qtbot: QtBot) -> None:
    server.answers["/a"] = (302, {"Location": "/a"}, b"")
    store.request(f"{server.url}/a", 8, 8)
    qtbot.waitUntil(lambda: bool(store._failures))
    assert len(server.asked) <= 5


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://a.ppy.sh/2?1.png", True),
        ("https://assets.ppy.sh/beatmaps/1/covers/card.jpg", True),
        ("http://a.ppy.sh/2", False),
        ("https://a.ppy.sh:8443/2", False),
        ("https://user@a.ppy.sh/2", False),
        ("https://a.ppy.sh.evil.example/2", False),
        ("https://evilppy.sh/2", False),
        ("https://evil.example/2", False),
        ("http://127.0.0.1:1/2", False),
        ("http://localhost/2", False),
        ("file:///etc/passwd", False),
        ("data:image/png;base64,AAAA", False),
        ("qrc:/x", False),
        ("", False),
    ],
)
def test_only_osu_and_the_server_in_use_are_asked(url: str, allowed: bool) -> None:
    assert is_allowed(QUrl(url), "http://127.0.0.1:2") is allowed


def test_an_address_that_is_not_allowed_is_never_asked_for(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    other = AssetServer()
    try:
        store.request(f"{other.url}/a", 8, 8)
        qtbot.waitUntil(lambda: bool(store._failures))
        assert other.asked == []
    finally:
        other.close()


def test_an_address_without_end_is_never_asked_for(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    assert store.request(f"{server.url}/{'a' * 5000}", 8, 8) is None
    settle(store)
    assert not store._loading
    assert server.asked == []


def test_memory_is_bounded_by_bytes_the_least_recently_used_goes(
    calls: Calls, server: AssetServer, qtbot: QtBot
) -> None:
    store = ImageStore(calls, None, server=lambda: server.url, pixel_limit=3 * 10 * 10 * 4)
    for name in "abcd":
        server.answers[f"/{name}"] = (200, {}, picture(10, 10))
    for name in "abc":
        colour_of(store, qtbot, f"{server.url}/{name}", 10, 10)
    colour_of(store, qtbot, f"{server.url}/a", 10, 10)  # used again
    colour_of(store, qtbot, f"{server.url}/d", 10, 10)
    assert [key.url[-1] for key in store._pixmaps] == ["c", "a", "d"]
    assert store._pixmaps.size == 3 * 10 * 10 * 4
    store.close()


def test_switched_off_nothing_is_loaded(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    server.answers["/a"] = (200, {}, picture(8, 8))
    server.gate.clear()
    store.request(f"{server.url}/a", 8, 8)
    qtbot.waitUntil(lambda: bool(server.asked))
    store.set_enabled(False)
    store.request(f"{server.url}/b", 8, 8)
    server.gate.set()
    qtbot.waitUntil(lambda: not store._loading)
    settle(store)
    assert server.asked == ["/a"]
    assert store.request(f"{server.url}/a", 8, 8) is None
    with qtbot.waitSignal(store.ready):  # whoever paints asks again
        store.set_enabled(True)
    assert colour_of(store, qtbot, f"{server.url}/a", 8, 8) == "#ff0000"
    with qtbot.waitSignal(store.ready):
        store.set_enabled(False)
    assert store.request(f"{server.url}/a", 8, 8) is None  # what is here is not shown either


def test_a_path_alone_is_one_of_the_server_in_use(
    calls: Calls, server: AssetServer, qtbot: QtBot
) -> None:
    other = AssetServer()
    origin = [server.url]
    store = ImageStore(calls, None, server=lambda: origin[0])
    server.answers["/a"] = (200, {}, picture(8, 8, "red"))
    other.answers["/a"] = (200, {}, picture(8, 8, "lime"))
    assert colour_of(store, qtbot, "/a", 8, 8) == "#ff0000"
    origin[0] = other.url
    assert colour_of(store, qtbot, "/a", 8, 8) == "#00ff00"
    store.close()
    other.close()


def test_switched_off_before_loading_began_it_still_loads_later(
    store: ImageStore, server: AssetServer, qtbot: QtBot
) -> None:
    server.answers["/a"] = (200, {}, picture(8, 8))
    for name in "abc":
        store.request(f"{server.url}/{name}", 8, 8)
    QTimer.singleShot(0, store, lambda: store.set_enabled(False))  # right after the loads start
    settle(store)
    store.set_enabled(True)
    assert colour_of(store, qtbot, f"{server.url}/a", 8, 8) == "#ff0000"


def test_closing_hangs_up(store: ImageStore, server: AssetServer, qtbot: QtBot) -> None:
    server.gate.clear()
    for name in range(10):
        store.request(f"{server.url}/{name}", 8, 8)
    qtbot.waitUntil(lambda: len(server.asked) == 3)
    store.close()
    qtbot.waitUntil(lambda: not store._loading)
    assert store.request(f"{server.url}/a", 8, 8) is None
    server.gate.set()


def test_flags_by_their_letters(store: ImageStore, server: AssetServer, qtbot: QtBot) -> None:
    assert store.flag_url("AU") == f"{server.url}/assets/images/flags/1f1e6-1f1fa.svg"
    assert store.flag_url("jp") == f"{server.url}/assets/images/flags/1f1ef-1f1f5.svg"
    for code in (None, "", "XX", "A", "AUS", "1A", "ÄU", "../"):
        assert store.flag_url(code) is None
    url = store.flag_url("AU")
    assert url is not None
    server.answers["/assets/images/flags/1f1e6-1f1fa.svg"] = (200, {}, FLAG)
    assert colour_of(store, qtbot, url, 36, 26) == "#0000ff"
    pixmap = store.request(url, 36, 26)
    assert pixmap is not None
    image = pixmap.toImage()  # the band fills it from edge to edge
    corners = [image.pixelColor(x, y) for x in (1, 34) for y in (1, 24)]
    assert [c.name() for c in corners] == ["#0000ff"] * 4


def test_the_recorded_server_s_pictures(
    calls: Calls, recorded_server: Server, qtbot: QtBot
) -> None:
    store = ImageStore(calls, None, server=lambda: recorded_server.url)
    url = f"{recorded_server.url}/_img/avatar/2"
    qtbot.waitUntil(lambda: store.request(url, 34, 34, shape="round") is not None)
    pixmap = store.request(url, 34, 34, shape="round")
    assert pixmap is not None
    image = pixmap.toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(17, 17).alpha() == 255
    store.close()


# --- decoding ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [b"PNG", b"JPG", b"WEBP"])
@pytest.mark.parametrize("size", [(300, 100), (100, 300), (16, 16), (1, 4000)])
def test_every_picture_fills_what_it_is_for(kind: bytes, size: tuple[int, int]) -> None:
    image = decode(picture(*size, colour="red", kind=kind), PictureSpec(40, 30, "cover"))
    assert image is not None
    assert (image.width(), image.height()) == (40, 30)
    for x, y in ((0, 0), (39, 29), (20, 15)):
        assert image.pixelColor(x, y).red() > 240
        assert image.pixelColor(x, y).alpha() == 255


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x02\x00\x00\x00",
        b"<svg",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(http://evil/x)"/></svg>',
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg">' + b" " * 200_000 + b"</svg>",
        b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="4000"/>',
        b"<html><svg></svg></html>",
        picture(8, 8, kind=b"BMP"),
    ],
)
def test_what_is_no_picture_of_ours_is_refused(data: bytes) -> None:
    assert decode(data, PictureSpec(20, 20, "square")) is None


@pytest.mark.parametrize(
    "data",
    [b" " * 100_000, b"<!---->" * 15_000, b"<!--" * 30_000, b"<?xml>" * 20_000 + b"<svg"],
    ids=["spaces", "comments", "open comments", "declarations"],
)
def test_what_looks_like_svg_for_long_is_refused_at_once(data: bytes) -> None:
    # In a process of its own: a search that takes for ever cannot be stopped from within.
    script = (
        "import sys; from osubrowser.services.images.decode import *\n"
        "assert decode(sys.stdin.buffer.read(), PictureSpec(20, 20, 'square')) is None"
    )
    subprocess.run([sys.executable, "-c", script], input=data, check=True, timeout=20)


@pytest.mark.parametrize(
    "head",
    [b"\n <!-- a --> ", b'<?xml version="1.0"?>\n', b"<!DOCTYPE svg><!-- a - > b --><!-- c -->"],
)
def test_what_stands_before_an_svg_does_not_matter(head: bytes) -> None:
    image = decode(head + FLAG, PictureSpec(36, 26, "cover"))
    assert image is not None
    assert image.pixelColor(18, 13).name() == "#0000ff"


def _huge(kind: str, side: int = 20_000) -> bytes:
    """Return the smallest file that honestly says it has `side` by `side` pixels."""
    wide, high = side.to_bytes(2, "big"), side.to_bytes(2, "big")
    if kind == "png":  # a whole one: every pixel is there
        rows = zlib.compress(b"\0" * (1 + side // 8) * side, 9)
        parts = [
            (b"IHDR", side.to_bytes(4, "big") * 2 + b"\1\0\0\0\0"),
            (b"IDAT", rows),
            (b"IEND", b""),
        ]
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")
            for name, body in parts
        )
    if kind == "jpeg":
        small = bytearray(picture(8, 8, kind=b"JPG"))
        at = small.index(b"\xff\xc0") + 5
        small[at : at + 4] = high + wide
        return bytes(small)
    small = bytearray(picture(8, 8, kind=b"WEBP"))
    at = small.index(b"VP8 ") + 14
    small[at : at + 4] = (16_000).to_bytes(2, "little") * 2  # WebP has 14 bits for a side
    return bytes(small)


HUGE = """
import resource, sys
from osubrowser.services.images.decode import *
data = sys.stdin.buffer.read()
target = PictureSpec(64, 64, "cover")
assert decode(data[:8], target) is None
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert decode(data, target) is None
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of memory as POSIX tells it")
@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_huge_picture_is_refused_before_it_takes_memory(kind: str) -> None:
    data = _huge(kind)
    assert len(data) < 100_000
    done = subprocess.run(
        [sys.executable, "-c", HUGE], input=data, capture_output=True, check=True, timeout=60
    )
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 20 * 1024 * 1024


def test_pixels_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert image_decode.MOST_PIXELS * 4 <= 64 << 20
    monkeypatch.setattr(image_decode, "MOST_PIXELS", 99)
    assert decode(picture(9, 11), PictureSpec(8, 8, "square")) is not None
    assert decode(picture(10, 10), PictureSpec(8, 8, "square")) is None


THREADS = """
import sys, threading
from PySide6.QtGui import QGuiApplication
from osubrowser.services.images.decode import *
app = QGuiApplication([])
sys.setswitchinterval(0.00001)
flag, good = sys.stdin.buffer.read(), []
def work():
    together.wait()
    good.append(decode_finished(encode(decode(flag, target)), target))
target, together = PictureSpec(36, 26, "cover"), threading.Barrier(3)
threads = [threading.Thread(target=work, daemon=True) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join(15)
assert len(good) == 3 and None not in good
"""


def test_the_first_pictures_can_all_come_at_once() -> None:
    subprocess.run([sys.executable, "-c", THREADS], input=FLAG, check=True, timeout=60)


def test_a_finished_picture_comes_back_as_it_was() -> None:
    target = PictureSpec(34, 34, "round")
    image = decode(picture(256, 256), target)
    assert image is not None
    again = decode_finished(encode(image), target)
    assert again == image
    assert decode_finished(encode(image), PictureSpec(35, 34, "round")) is None
    assert decode_finished(b"garbage", target) is None


# --- on disk -----------------------------------------------------------------------------


def test_the_disk_is_bounded_and_the_oldest_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    files = DiskCache(tmp_path / "images", limit=1000)
    for at in range(9):
        files.write(f"{at}name", b"x" * 100)
        os.utime(tmp_path / "images" / f"{at}n" / f"{at}name", (at, at))
    assert files.read("0name") == b"x" * 100  # and now it is the newest
    leftover = tmp_path / "images" / "0n" / ".dead.part"
    leftover.write_bytes(b"x" * 50)
    os.utime(leftover, (1, 1))
    files.write("anew", b"x" * 300)
    assert files.read("anew") is not None
    assert files.read("0name") is not None
    assert files.read("1name") is None
    assert not leftover.exists()
    total = sum(p.stat().st_size for p in (tmp_path / "images").rglob("*") if p.is_file())
    assert total <= 800
    files.write("huge", b"x" * 2000)
    assert files.read("huge") is None
    monkeypatch.setattr(
        disk_cache, "write_whole", lambda *_a, **_k: (_ for _ in ()).throw(OSError(28, "full"))
    )
    files.write("full", b"x")


def test_the_disk_stays_bounded_over_many_runs(tmp_path: Path) -> None:
    def on_disk() -> int:
        return sum(p.stat().st_size for p in tmp_path.rglob("*") if p.is_file())

    for run in range(30):
        files = DiskCache(tmp_path / "images", limit=2000)  # counts anew what is there
        for n in range(3):
            files.write(f"{run:02}{n}", b"x" * 150)
            assert on_disk() <= 2000
    assert on_disk() > 1000
    files = DiskCache(tmp_path / "images", limit=2000)
    assert files.size() == on_disk()
    files.limit = 500
    files.tidy()
    assert 0 < on_disk() <= 500
    assert files.read("292") is not None  # the newest is what stays
    files.clear()
    assert on_disk() == files.size() == 0
    files.write("again", b"x")
    assert files.read("again") == b"x"


def test_pictures_are_cleared_counted_and_limited(
    store: ImageStore, server: AssetServer, calls: Calls, run: Callable[..., Any], qtbot: QtBot
) -> None:
    server.answers["/a"] = (200, {}, picture(8, 8))
    colour_of(store, qtbot, f"{server.url}/a", 8, 8)
    store.request(f"{server.url}/missing", 8, 8)
    qtbot.waitUntil(lambda: bool(store._failures))
    key = PictureKey("https://a.ppy.sh/2", 20, 20, "round", 1.0)
    store._making.from_bytes(key.url, picture(64, 64), [key])
    assert run(store.disk_use()) > 100
    run(store.set_disk_limit(10))
    assert run(store.disk_use()) == 0
    with qtbot.waitSignal(store.ready):
        run(store.clear())
    assert store.request(f"{server.url}/a", 8, 8) is None
    assert not store._failures
    colour_of(store, qtbot, f"{server.url}/a", 8, 8)
    assert server.asked.count("/a") == 2


def test_a_picture_of_osu_is_kept_on_disk_finished(
    store: ImageStore, server: AssetServer, tmp_path: Path
) -> None:
    key = PictureKey("https://a.ppy.sh/2", 20, 20, "round", 1.0)
    made = store._making.from_bytes(key.url, picture(64, 64), [key])
    assert store._making.from_disk(key.url, [key]) == made
    (path,) = (p for p in (tmp_path / "images").rglob("*") if p.is_file())
    path.write_bytes(b"damaged")
    assert store._making.from_disk(key.url, [key]) == {}
    local = PictureKey(f"{server.url}/a", 20, 20, "round", 1.0)
    store._making.from_bytes(local.url, picture(64, 64), [local])
    assert len([p for p in (tmp_path / "images").rglob("*") if p.is_file()]) == 1


DEADLOCK = """
import sys, threading, time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from osubrowser.services.images.decode import PictureSpec, decode, decode_finished, encode
from tests.services.images.test_image_store import FLAG, picture

app = QGuiApplication(sys.argv[:1])
target = PictureSpec(8, 8, "round")
stop = threading.Event()


def work():
    pictures = [FLAG, *(picture(8, 8, "red", kind) for kind in (b"PNG", b"JPEG"))]
    while not stop.is_set():
        for data in pictures:
            assert decode_finished(encode(decode(data, target)), target) is not None


class Receiver:
    def slot(self):
        pass


worker = threading.Thread(target=work)
worker.start()
end = time.monotonic() + 3
while time.monotonic() < end:
    for timer in [QTimer() for _ in range(300)]:
        timer.timeout.connect(Receiver().slot)  # the receiver dies here, and with it the connection
stop.set()
worker.join()
print("alive")
"""


def test_decoding_does_not_hang_while_receivers_of_signals_die() -> None:
    """Qt's locks and the interpreter's are taken in one order: else this hangs within a second."""
    done = subprocess.run(
        [sys.executable, "-c", DEADLOCK],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.strip() == "alive", done.stderr


def test_a_picture_that_is_to_fit_is_whole_and_never_larger_than_it_was() -> None:
    wide = decode(picture(400, 100), PictureSpec(200, 200, "fit"))
    assert wide is not None
    assert (wide.width(), wide.height()) == (200, 50)
    small = decode(picture(30, 60), PictureSpec(200, 200, "fit"))
    assert small is not None
    assert (small.width(), small.height()) == (30, 60)
    again = decode_finished(encode(small), PictureSpec(200, 200, "fit"))
    assert again is not None
    assert again.size() == small.size()
    assert decode_finished(encode(small), PictureSpec(20, 200, "fit")) is None

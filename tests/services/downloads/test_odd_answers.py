"""Servers that answer a replay's download with something else: a sentence, and no file."""

from __future__ import annotations

import gzip
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.api.entities.scores import Score
from osubrowser.api.replays import encode_replay, read_replay
from osubrowser.services.downloads import limits
from osubrowser.services.downloads.entries import DownloadState
from tests.conftest import Server
from tests.idle import WAIT
from tests.services.conftest import Run
from tests.services.downloads.conftest import MakeQueue
from tests.services.downloads.parts import StubAccount, client_of, is_idle, states

DAMAGED = "The file that osu! sent is damaged."
TROUBLE = "osu! has trouble answering."
ELSE = "osu! sent something else in place of the replay."
UNREACHED = "osu! cannot be reached."
TOO_LARGE = "The replay is too large to be right."
ENDLESS = bytes(1 << 20)


class Download(BaseHTTPRequestHandler):
    """Answer to one request: a token, the file of a score, or something else in its place."""

    protocol_version = "HTTP/1.1"
    server: DownloadServer

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        token = {"token_type": "Bearer", "expires_in": 86400, "access_token": "t"}
        self.send(json.dumps(token).encode(), kind="application/json")

    def do_GET(self) -> None:
        parts = self.path.split("/")
        number = int(parts[-2]) if parts[-1] == "download" else 0
        self.server.asked.append(number)
        odd = self.server.odd.get(number)
        if odd is not None:
            odd(self, self.server.files[number])
        elif number in self.server.files:
            self.send(self.server.files[number])
        else:
            self.send(b'{"error": null}', status=404, kind="application/json")

    def send(
        self,
        body: bytes,
        *,
        status: int = 200,
        kind: str = "application/x-osu-replay",
        **headers: str,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Be silent."""


class DownloadServer(ThreadingHTTPServer):
    """Server of replay files, some of which it answers with something else.

    Attributes:
        files: by the id of the score.
        odd: how a file is answered in place of itself, by the same id.
        asked: ids in the order of the requests.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Download)
        self.files: dict[int, bytes] = {}
        self.odd: dict[int, Odd] = {}
        self.asked: list[int] = []

    def handle_error(self, *_: object) -> None:
        """A client that hangs up on an endless answer is right."""


Odd = Callable[[Download, bytes], None]


def chunked_without_end(request: Download, _: bytes) -> None:
    request.send_response(200)
    request.send_header("Transfer-Encoding", "chunked")
    request.end_headers()
    while True:
        request.wfile.write(b"%x\r\n%b\r\n" % (len(ENDLESS), ENDLESS))


def unannounced_without_end(request: Download, file: bytes) -> None:
    request.send_response(200)
    request.send_header("Connection", "close")
    request.end_headers()
    request.wfile.write(file)
    while True:
        request.wfile.write(ENDLESS)


def reset(request: Download, file: bytes) -> None:
    request.send(file[:100], Content_Length=str(len(file)))
    request.wfile.flush()
    linger = struct.pack("ii", 1, 0)
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    request.connection.close()
    request.close_connection = True


def cut(request: Download, file: bytes) -> None:
    """Announce the whole file, and send half of it."""
    request.send(file[: len(file) // 2], Content_Length=str(len(file)))
    request.close_connection = True


def other_combo(file: bytes) -> bytes:
    replay = read_replay(file)
    return encode_replay(replace(replay, max_combo=replay.max_combo + 1))


ODD: dict[str, tuple[Odd, str]] = {
    "a page": (lambda r, _: r.send(b"<html><body>Sign in</body></html>", kind="text/html"), ELSE),
    "a page as a file": (lambda r, _: r.send(b"<!DOCTYPE html>\n" * 100), ELSE),
    "nothing": (lambda r, _: r.send(b""), ELSE),
    "no content": (lambda r, _: r.send(b"", status=204), ELSE),
    "JSON": (lambda r, _: r.send(b'{"error": null}', kind="application/json"), ELSE),
    "zeros": (lambda r, _: r.send(bytes(600)), ELSE),
    "half, as the whole": (lambda r, file: r.send(file[: len(file) // 2]), ELSE),
    "one byte less": (lambda r, file: r.send(file[:-1]), ELSE),
    "ten bytes more": (lambda r, file: r.send(file + b"0123456789"), "10 bytes follow its end."),
    "a line feed more": (lambda r, file: r.send(file + b"\n"), "1 byte follows its end."),
    "another score": (lambda r, file: r.send(other_combo(file)), "the replay of another score."),
    "cut": (cut, TROUBLE),
    "reset": (reset, UNREACHED),
    "not gzip": (lambda r, file: r.send(file, Content_Encoding="gzip"), ELSE),
    "chunked without end": (chunked_without_end, TOO_LARGE),
    "without end": (unannounced_without_end, TOO_LARGE),
    "4 GB announced": (lambda r, _: r.send(b"", Content_Length=str(1 << 32)), TOO_LARGE),
    "gzip bomb": (
        lambda r, _: r.send(gzip.compress(bytes(100 << 20), 1), Content_Encoding="gzip"),
        TOO_LARGE,
    ),
}


@pytest.fixture
def server() -> Iterator[DownloadServer]:
    with DownloadServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def replay_files(fast_server: Server, known_scores: list[Score]) -> dict[int, bytes]:
    """Replays of the embedded osu!, by the id of the score."""
    with client_of(fast_server) as client:
        return {
            score.id or 0: client.download_score(score.id or 0, raw=True)
            for score in known_scores[: len(ODD) + 2]
        }


@pytest.fixture
def account(server: DownloadServer) -> Iterator[StubAccount]:
    host, port = server.server_address[:2]
    address = f"http://{host!s}:{port}"
    with Client(1, "s", base_url=address, token_store=MemoryTokenStore(), max_wait=1.5) as client:
        yield StubAccount(client)


def test_odd_answers_have_a_sentence_and_leave_no_file(
    server: DownloadServer,
    make_queue: MakeQueue,
    known_scores: list[Score],
    replay_files: dict[int, bytes],
    folder: Path,
    run: Run,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "FIRST_DELAY", 0.001)
    monkeypatch.setattr(limits, "LONGEST_DELAY", 0.001)
    monkeypatch.setattr(limits, "MOST_ATTEMPTS", 2)
    monkeypatch.setattr(limits, "OFFLINE_STREAK", 1000)
    scores = known_scores[: len(ODD) + 2]
    server.files |= replay_files
    # A good one before them, and one after.
    names = dict(zip((score.id or 0 for score in scores[1:-1]), ODD, strict=True))
    server.odd |= {number: ODD[name][0] for number, name in names.items()}
    queue = make_queue(per_minute=100_000)
    assert run(queue.add_scores(scores)).added == len(scores)
    qtbot.waitUntil(lambda: is_idle(queue), timeout=WAIT)

    told = {}
    for entry in queue.entries:
        name = names.get(entry.target.score_id)
        if name is None:
            assert (entry.state, entry.failure) == (DownloadState.DONE, "")
            assert Path(entry.path).read_bytes() == replay_files[entry.target.score_id]
        else:
            assert (name, entry.state, entry.path) == (name, DownloadState.FAILED, "")
            told[name] = entry.failure
    assert told.keys() == ODD.keys()
    assert {name: text for name, text in told.items() if ODD[name][1] not in text} == {}
    good = {f"{scores[0].id}.osr", f"{scores[-1].id}.osr"}
    assert {path.name for path in folder.iterdir()} == good
    assert states(queue) == {"done": 2, "failed": len(ODD)}
    # A server that is well again is asked again.
    server.odd.clear()
    queue.retry()
    qtbot.waitUntil(lambda: is_idle(queue), timeout=WAIT)
    assert states(queue) == {"done": len(scores)}
    assert {path.name for path in folder.iterdir()} == {f"{score.id}.osr" for score in scores}

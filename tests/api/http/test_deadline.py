"""Responses that drip, never end or are malformed: each request ends at its deadline."""

from __future__ import annotations

import gc
import gzip
import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

import pytest
import requests.adapters

from osubrowser.api import (
    CertificateRefused,
    Client,
    MemoryTokenStore,
    Offline,
    OsuError,
    ServerTrouble,
)
from osubrowser.api.http.exchange import Exchange
from osubrowser.api.http.messages import Request
from osubrowser.api.http.transport import FILE_DEADLINES
from tests.api.conftest import Stub, make_certificate
from tests.idle import HANG

WORKERS = 6
DEADLINE = 0.3
"""Seconds: what is tested is that nothing lasts until the timeouts, which are `HANG`."""
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
GOOD = OK + b'Content-Length: 17\r\n\r\n{"spotlights":[]}'
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
GZIP = OK + b"Content-Encoding: gzip\r\n"
LONG = b"Content-Length: 1000000\r\n\r\n"
EMPTY_GZIP = gzip.compress(b"")
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"  # of deflate: stored, of no bytes
GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


class Wire:
    """One connection to the server, after its request was read."""

    def __init__(self, sock: socket.socket, over: threading.Event) -> None:
        self._sock, self._over = sock, over

    def send(self, data: bytes) -> Self:
        """Send bytes, and go on at once."""
        self._sock.sendall(data)
        return self

    def drip(self, data: bytes, pause: float = 0.02) -> None:
        """Send the same bytes again and again."""
        while not self._over.wait(pause):
            self._sock.sendall(data)

    def flood(self, data: bytes) -> None:
        """Send the same bytes as fast as they are taken."""
        self.drip(data * max(1, 16384 // len(data)), 0.0)

    def hang(self) -> None:
        """Say nothing until the other side hangs up."""
        self._sock.settimeout(HANG)
        while self._sock.recv(65536):
            pass

    def reset(self) -> None:
        """Break the connection off."""
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._sock.close()


Behave = Callable[[Wire], object]


class BadServer:
    """Server on loopback that treats each connection as it is told."""

    def __init__(self, context: ssl.SSLContext | None = None, *, raw: bool = False) -> None:
        self.behave: Behave = lambda wire: wire.send(GOOD)
        self._context, self._raw = context, raw
        self.over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept)]
        self._open: list[socket.socket] = []
        self._threads[0].start()

    def _accept(self) -> None:
        while not self.over.is_set():
            sock, _ = self._listener.accept()
            self._open.append(sock)
            thread = threading.Thread(target=self._serve, args=(sock,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        with suppress(OSError, ValueError), ExitStack() as stack:
            stack.enter_context(sock)
            sock.settimeout(HANG)
            if self._context is not None:
                sock = stack.enter_context(self._context.wrap_socket(sock, server_side=True))
                self._open.append(sock)
            head = b""
            while not self._raw and b"\r\n\r\n" not in head:
                if not (piece := sock.recv(65536)):
                    return
                head += piece
            if self._raw:
                sock.recv(65536)  # the hello of TLS
            self.behave(Wire(sock, self.over))

    def close(self) -> None:
        self.over.set()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
        self._threads[0].join()
        for sock in self._open:
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._listener.close()


@pytest.fixture
def bad_server() -> Iterator[BadServer]:
    server = BadServer()
    yield server
    server.close()


@pytest.fixture
def bad_tls_server(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BadServer]:
    """A server with a certificate that is trusted."""
    monkeypatch.setattr(requests.adapters, "DEFAULT_CA_BUNDLE_PATH", str(certificate))
    server = BadServer(_context(certificate))
    yield server
    server.close()


def _context(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def client_of(url: str, deadline: float = DEADLINE) -> Client:
    """A client with a token, whose requests end by nothing but their deadline."""
    client = Client(
        1,
        "secret",
        base_url=url,
        token_store=MemoryTokenStore(),
        timeout=(HANG, HANG),
        max_wait=0.0,
        deadline=deadline,
    )
    client.use_token({"access_token": "a", "expires_in": 9999})
    return client


def check(server: BadServer, url: str, behave: Behave) -> list[BaseException | None]:
    """Let six workers ask at once: each call ends, and each worker can be used afterwards."""
    client = client_of(url)
    patient = client_of(url, HANG)
    together = threading.Barrier(WORKERS)

    def ask(one: Client) -> BaseException | None:
        together.wait(HANG)
        try:
            one.spotlights()
        except OsuError as error:
            return error
        return None

    with ThreadPoolExecutor(WORKERS) as pool:
        server.behave = behave
        calls = [pool.submit(ask, client) for _ in range(WORKERS)]
        try:
            errors = [call.result(HANG / 2) for call in calls]
        except BaseException:
            client.close()
            raise
        server.behave = lambda wire: wire.send(GOOD)
        later = [pool.submit(ask, patient) for _ in range(WORKERS)]
        assert [call.result(HANG / 2) for call in later] == [None] * WORKERS
    client.close()
    patient.close()
    return errors


ENDLESS: dict[str, Behave] = {
    "nothing": lambda w: w.hang(),
    "status line in drops": lambda w: w.send(b"HTTP/1.1 200 ").drip(b"O"),
    "version in drops": lambda w: w.drip(b"H"),
    "no line at all": lambda w: w.flood(b"x"),
    "line breaks in drops": lambda w: w.drip(b"\r\n"),
    "line breaks": lambda w: w.flood(b"\r\n"),
    "header name in drops": lambda w: w.send(OK).drip(b"X"),
    "header value in drops": lambda w: w.send(OK + b"X: ").drip(b"y"),
    "header lines in drops": lambda w: w.send(OK).drip(b"X-Y: z\r\n", 0.05),
    "folded header in drops": lambda w: w.send(OK + b"X: y\r\n").drip(b" z\r\n", 0.05),
    "100 in drops": lambda w: w.drip(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "100 without pause": lambda w: w.flood(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "100 with headers": lambda w: w.flood(b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\n"),
    "100 whose headers drip": lambda w: w.send(b"HTTP/1.1 100 Continue\r\n").drip(
        b"X: y\r\n", 0.05
    ),
    "102 that does not end": lambda w: w.drip(b"HTTP/1.1 102 Processing\r\n\r\n"),
    "103 that does not end": lambda w: w.flood(b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "body in drops": lambda w: w.send(OK + LONG).drip(b" "),
    "body that stops": lambda w: w.send(OK + LONG + b"{").hang(),
    "body without a length": lambda w: w.send(OK + b"\r\n").drip(b" "),
    "chunk size in drops": lambda w: w.send(CHUNKED).drip(b"0"),
    "chunk extension in drops": lambda w: w.send(CHUNKED + b"5;").drip(b"x"),
    "chunk extension without end": lambda w: w.send(CHUNKED + b"5;").flood(b"x"),
    "chunks in drops": lambda w: w.send(CHUNKED).drip(chunk(b" ")),
    "chunk that stops": lambda w: w.send(CHUNKED + b"ff\r\n{").hang(),
    "no end of a chunk": lambda w: w.send(CHUNKED + b"1\r\n{").hang(),
    "trailers in drops": lambda w: w.send(CHUNKED + b"0\r\n").drip(b"X: y\r\n"),
    "trailers without end": lambda w: w.send(CHUNKED + b"0\r\n").flood(b"X: y\r\n"),
    "trailer line in drops": lambda w: w.send(CHUNKED + b"0\r\nX: ").drip(b"y"),
    "trailers that stop": lambda w: w.send(CHUNKED + b"2\r\n{}\r\n0\r\n").hang(),
    "gzip of nothing in drops": lambda w: w.send(GZIP + b"\r\n").drip(EMPTY_GZIP),
    "gzip of nothing": lambda w: w.send(GZIP + b"\r\n").flood(EMPTY_GZIP),
    "gzip of empty blocks": lambda w: w.send(GZIP + b"\r\n" + GZIP_HEAD).flood(EMPTY_BLOCK),
    "gzip header in drops": lambda w: w.send(
        GZIP + b"\r\n" + GZIP_HEAD[:3] + b"\x08" + GZIP_HEAD[4:]
    ).drip(b"n"),
    "gzip of nothing in chunks": lambda w: w.send(
        GZIP + b"Transfer-Encoding: chunked\r\n\r\n"
    ).drip(chunk(EMPTY_GZIP)),
    "gzip in gzip of nothing": lambda w: w.send(OK + b"Content-Encoding: gzip, gzip\r\n\r\n").flood(
        EMPTY_GZIP
    ),
    "deflate of empty blocks": lambda w: w.send(
        OK + b"Content-Encoding: deflate\r\n\r\n" + zlib.compress(b"")[:2]
    ).drip(EMPTY_BLOCK),
    "error page in drops": lambda w: w.send(b"HTTP/1.1 502 Bad Gateway\r\n" + LONG).drip(b"<"),
    "redirect with a body in drops": lambda w: w.send(
        b"HTTP/1.1 302 Found\r\nLocation: /x\r\n" + LONG
    ).drip(b" "),
    "redirects, each slow": lambda w: w.send(
        b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 1\r\n\r\n"
    ).hang(),
    "204 with headers in drops": lambda w: w.send(b"HTTP/1.1 204 No Content\r\n").drip(
        b"X: y\r\n", 0.05
    ),
}

MALFORMED: dict[str, bytes] = {
    "hang up": b"",
    "half a status line": b"HTTP/1.1 20",
    "no number": b"HTTP/1.1 OK\r\n\r\n",
    "number of many digits": b"HTTP/1.1 2000 OK\r\n\r\n",
    "number below 100": b"HTTP/1.1 007 OK\r\nContent-Length: 0\r\n\r\n",
    "negative number": b"HTTP/1.1 -200 OK\r\n\r\n",
    "another protocol": b"SSH-2.0-OpenSSH_9\r\n",
    "HTTP/0.9": b'{"spotlights":[]}',
    "HTTP/2 frames": b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" * 3,
    "zero bytes": b"\0" * 1000,
    "no colon": OK + b"nonsense\r\n\r\n",
    "zero byte in a header": OK + b"X: \0\r\nContent-Length: 2\r\n\r\n{}",
    "header that is not ASCII": OK + b"\xff\xfe: \xff\r\nContent-Length: 2\r\n\r\n{}",
    "too many headers": OK + b"X: y\r\n" * 200 + b"\r\n",
    "too long a header": OK + b"X: " + b"y" * 70_000 + b"\r\n\r\n",
    "head that is cut off": OK + b"X: y",
    "length that is no number": OK + b"Content-Length: many\r\n\r\n{}",
    "negative length": OK + b"Content-Length: -5\r\n\r\n{}",
    "two lengths": OK + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "length in Arabic digits": OK + "Content-Length: ٢\r\n\r\n{}".encode(),
    "length beyond the end": OK + b"Content-Length: 99\r\n\r\n{}",
    "huge length": OK + b"Content-Length: 99999999999999999999\r\n\r\n{}",
    "chunk size that is no number": CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n",
    "negative chunk size": CHUNKED + b"-2\r\n{}\r\n0\r\n\r\n",
    "huge chunk size": CHUNKED + b"f" * 30 + b"\r\n{}",
    "chunk without end": CHUNKED + b"5\r\n{}",
    "no last chunk": CHUNKED + b"2\r\n{}\r\n",
    "chunked and a length": CHUNKED[:-2] + b"Content-Length: 2\r\n\r\n{}",
    "gzip that is none": GZIP + b"Content-Length: 2\r\n\r\n{}",
    "gzip that is cut off": GZIP + b"\r\n" + gzip.compress(b"{}" * 500)[:20],
    "gzip with a wrong sum": GZIP + b"\r\n" + gzip.compress(b"{}")[:-8] + b"\0" * 8,
    "deflate that is none": OK + b"Content-Encoding: deflate\r\n\r\n{}",
    "too many encodings": OK + b"Content-Encoding: " + b"gzip, " * 50 + b"gzip\r\n\r\n{}",
    "unknown encoding": OK + b"Content-Encoding: br\r\nContent-Length: 3\r\n\r\n\x0b\x00\x80",
    "101": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    "204 with a body": b"HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}",
    "304": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "redirect to nothing": b"HTTP/1.1 302 Found\r\nLocation:\r\nContent-Length: 0\r\n\r\n",
    "redirect without an end": b"HTTP/1.1 302 Found\r\nLocation: /x",
    "senseless Retry-After": b"HTTP/1.1 503 No\r\nRetry-After: \xff\r\nContent-Length: 0\r\n\r\n",
}


@pytest.mark.parametrize("behave", ENDLESS.values(), ids=ENDLESS)
def test_a_response_without_end_ends_at_the_deadline(bad_server: BadServer, behave: Behave) -> None:
    errors = check(bad_server, f"http://127.0.0.1:{bad_server.port}", behave)
    assert all(errors)


@pytest.mark.parametrize("name", ["header lines in drops", "body in drops", "trailers in drops"])
def test_what_ends_at_the_deadline_is_offline(bad_server: BadServer, name: str) -> None:
    for error in check(bad_server, f"http://127.0.0.1:{bad_server.port}", ENDLESS[name]):
        assert type(error) is Offline
        assert error.address == f"http://127.0.0.1:{bad_server.port}/api/v2/spotlights"


@pytest.mark.parametrize("raw", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_response_is_an_error_or_read(bad_server: BadServer, raw: bytes) -> None:
    check(bad_server, f"http://127.0.0.1:{bad_server.port}", lambda wire: wire.send(raw))


def test_connections_that_break_off_are_errors(bad_server: BadServer) -> None:
    def behave(wire: Wire) -> None:
        wire.send(OK + LONG + b"{")
        wire.reset()

    assert all(check(bad_server, f"http://127.0.0.1:{bad_server.port}", behave))


# --- TLS ----------------------------------------------------------------------------------

RAW: dict[str, Behave] = {
    "nothing": lambda w: w.hang(),
    "plain HTTP": lambda w: w.send(GOOD),
    "zero bytes": lambda w: w.flood(b"\0"),
    "alert": lambda w: w.send(b"\x15\x03\x03\x00\x02\x02\x28"),
    "warnings in drops": lambda w: w.drip(b"\x15\x03\x03\x00\x02\x01\x5a"),
    "record in drops": lambda w: w.send(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc").drip(b"\0"),
    "empty records": lambda w: w.drip(b"\x16\x03\x03\x00\x00"),
    "reset": lambda w: w.reset(),
}


@pytest.fixture
def unclosed_sockets() -> Iterator[None]:
    """Collect the TLS sockets that Python drops unclosed if they break off before a handshake."""
    yield
    gc.collect()


unclosed = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@unclosed
@pytest.mark.usefixtures("unclosed_sockets")
@pytest.mark.parametrize("behave", RAW.values(), ids=RAW)
def test_a_handshake_without_end_ends_at_the_deadline(
    behave: Behave, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests.adapters, "DEFAULT_CA_BUNDLE_PATH", str(certificate))
    server = BadServer(raw=True)
    client = client_of(f"https://localhost:{server.port}")
    try:
        with ThreadPoolExecutor(WORKERS) as pool:
            server.behave = behave
            calls = [pool.submit(client.spotlights) for _ in range(WORKERS)]
            for call in calls:
                assert isinstance(call.exception(HANG / 2), OsuError)
    finally:
        client.close()
        server.close()


@unclosed
@pytest.mark.usefixtures("unclosed_sockets")
@pytest.mark.parametrize(
    "name",
    ["nothing", "header lines in drops", "100 without pause", "body in drops", "gzip of nothing"],
)
def test_a_response_over_tls_ends_at_the_deadline(bad_tls_server: BadServer, name: str) -> None:
    server = bad_tls_server
    assert all(check(server, f"https://localhost:{server.port}", ENDLESS[name]))


@pytest.mark.parametrize(
    ("host", "hours"), [("localhost", 1), ("localhost", -1), ("other.name", 1)]
)
def test_a_certificate_that_is_refused_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, hours: float
) -> None:
    own = make_certificate(tmp_path / "own.pem", host, hours=hours)
    if (host, hours) != ("localhost", 1):  # the first case is one that nobody has signed
        monkeypatch.setattr(requests.adapters, "DEFAULT_CA_BUNDLE_PATH", str(own))
    server = BadServer(_context(own))
    client = client_of(f"https://localhost:{server.port}", HANG)
    try:
        with pytest.raises(CertificateRefused, match=r"server is refused: \w") as caught:
            client.spotlights()
        assert caught.value.address == f"https://localhost:{server.port}/api/v2/spotlights"
    finally:
        client.close()
        server.close()


# --- the deadline itself ------------------------------------------------------------------


@pytest.mark.parametrize("deadline", [0, -1, float("nan"), float("inf")])
def test_a_deadline_is_a_number_of_seconds(deadline: float) -> None:
    with pytest.raises(ValueError, match="deadline"):
        Client(1, "secret", token_store=MemoryTokenStore(), deadline=deadline)


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that each attempt may take."""
    limits: list[float] = []
    attempt = Exchange.attempt

    def note(
        self: Exchange, request: Request, bearer: str | None, seconds: float, *others: Any
    ) -> Any:
        limits.append(seconds)
        return attempt(self, request, bearer, seconds, *others)

    monkeypatch.setattr(Exchange, "attempt", note)
    return limits


def test_retries_share_one_deadline(stub: Stub, limits: list[float]) -> None:
    stub.respond(lambda e, _: e.answer(503, b"{}", Retry_After="0"))
    client = stub.client(deadline=HANG)
    client.ensure_token()
    limits.clear()
    with pytest.raises(ServerTrouble):
        client.spotlights()
    assert len(limits) == 4
    assert limits[0] == HANG
    assert all(later < earlier for earlier, later in pairwise(limits))


def test_files_may_take_longer(stub: Stub, limits: list[float]) -> None:
    stub.respond(
        lambda e, n: e.answer(body={"spotlights": []}) if n == 1 else e.answer(body=b"x", kind="")
    )
    client = stub.client(deadline=20)
    client.ensure_token()
    client.spotlights()
    client._download("/scores/1/download")
    assert limits == [20, 20, 20 * FILE_DEADLINES]


def test_a_request_in_time_does_not_end_the_next_one(stub: Stub) -> None:
    deadline = 2.0
    client = stub.client(deadline=deadline)
    stub.respond(lambda e, _: e.answer(body={"spotlights": []}))
    end = time.monotonic() + deadline + 0.2  # noqa: TID251 - longer than one deadline in all
    while time.monotonic() < end:  # noqa: TID251
        client.spotlights()
    assert len({seen.connection for seen in stub.requests}) == 1

"""HTTP stub server for tests, whose responses a test controls down to the socket."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from osubrowser.api import Client, MemoryTokenStore
from tests.idle import HANG

_LISTS = "builds comments data discussions events matches posts ranking scores spotlights users"
EMPTY: dict[str, Any] = {name: [] for name in _LISTS.split()} | {
    "id": 1,
    "beatmapsets": [],
    "user": None,
}
"""An answer that every call can read, and that has nothing in it."""
TOKEN = {"token_type": "Bearer", "expires_in": 86400, "access_token": "guest-token"}


@dataclass
class Seen:
    """A request as it arrived."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    form: dict[str, str]
    body: bytes
    connection: tuple[str, int]


class Exchange(BaseHTTPRequestHandler):
    """One request: a test answers it with these methods."""

    protocol_version = "HTTP/1.1"
    server: _Server
    seen: Seen

    def answer(
        self,
        status: int = 200,
        body: object = EMPTY,
        kind: str = "application/json",
        **headers: str,
    ) -> None:
        """Answer as a server does; what is not bytes is sent as JSON."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in {"Content-Length": str(len(raw)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(raw)

    def cut(self, body: bytes = b"") -> None:
        """Announce more than is sent, and hang up."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) + 100))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def reset(self) -> None:
        """Break the connection off."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        self.connection.close()

    def hang(self) -> None:
        """Say nothing until the test is over."""
        self.server.over.wait(HANG)
        self.close_connection = True

    def handle_any(self) -> None:
        url = urlsplit(self.path)
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(size)
        form = parse_qs(body.decode())
        self.seen = Seen(
            self.command,
            url.path,
            parse_qs(url.query),
            {name.lower(): value for name, value in self.headers.items()},
            {name: values[0] for name, values in form.items()},
            body,
            self.client_address,
        )
        if url.path == "/oauth/token" and self.server.tokens is None:
            self.answer(body=TOKEN)
            return
        with self.server.lock:
            self.server.requests.append(self.seen)
            number = len(self.server.requests)
        if url.path == "/oauth/token" and self.server.tokens is not None:
            self.server.tokens(self)
        else:
            self.server.respond(self, number)

    do_GET = do_POST = do_PUT = do_DELETE = handle_any

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    respond: Callable[[Exchange, int], None]
    tokens: Callable[[Exchange], None] | None = None

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.lock = threading.Lock()
        self.requests: list[Seen] = []
        self.over = threading.Event()
        self.open: list[socket.socket] = []

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.append(request)
        super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what is tested."""


class Stub:
    """The server, and what it was asked; token requests are answered and not counted."""

    def __init__(self, server: _Server) -> None:
        self._server = server
        self.url = f"http://127.0.0.1:{server.server_port}"
        self.requests = server.requests

    def respond(self, respond: Callable[[Exchange, int], None]) -> None:
        """Answer each request with this; the number of the request comes along, from 1."""
        self._server.respond = respond

    def tokens(self, respond: Callable[[Exchange], None]) -> None:
        """Answer token requests with this, and count them."""
        self._server.tokens = respond

    def client(self, **options: Any) -> Client:
        """Return a client of this server that keeps nothing."""
        options.setdefault("token_store", MemoryTokenStore())
        return Client(1, "the-client-secret", base_url=self.url, **options)


@contextmanager
def running_stub() -> Iterator[Stub]:
    """Serve `EMPTY` until the block ends, unless the test says otherwise."""
    server = _Server()
    server.respond = lambda exchange, _: exchange.answer()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield Stub(server)
    server.over.set()
    server.shutdown()
    thread.join()
    for connection in server.open:
        try:
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            continue
    server.server_close()


@pytest.fixture
def stub() -> Iterator[Stub]:
    """A server that answers `{}` unless the test says otherwise."""
    with running_stub() as stub:
        yield stub


@pytest.fixture
def recorded(answers: Path) -> Callable[[str], bytes]:
    """Return bodies of API v2 by the name of their file."""
    return lambda name: (answers / "v2" / f"{name}.json").read_bytes()


def make_certificate(path: Path, host: str = "localhost", *, hours: float = 1) -> Path:
    """Write a self-signed certificate with its key, valid for an hour up to `hours` from now."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    end = datetime.now(UTC) + timedelta(hours=hours)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(end - timedelta(hours=2))
        .not_valid_after(end)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for `localhost` with its key."""
    return make_certificate(tmp_path_factory.mktemp("tls") / "both.pem")

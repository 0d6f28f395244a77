"""Shutting down TLS connections: in the handshake, and while waiting for a response."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from osubrowser.api.http.transport import OpenSockets
from tests.idle import HANG


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate with its key, good for an hour."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        yield one


def cut_while(listener: socket.socket, ready: Callable[[], object]) -> None:
    """Ask over TLS, cut when `ready` returns; the asking thread must end."""
    closed = Event()
    sockets = OpenSockets(closed)
    port = listener.getsockname()[1]
    pool = sockets.pools["https"](
        "127.0.0.1", port, timeout=HANG, retries=False, cert_reqs="CERT_NONE", assert_hostname=False
    )
    assert isinstance(pool, HTTPSConnectionPool)
    with ThreadPoolExecutor(1) as threads, pool:
        call = threads.submit(pool.urlopen, "GET", "/", assert_same_host=False)
        ready()
        closed.set()
        sockets.shut_down()
        with pytest.raises((HTTPError, OSError, ValueError)):
            call.result(HANG / 2)  # before the pool would give up by itself


def test_a_handshake_is_cut(listener: socket.socket) -> None:
    taken: list[socket.socket] = []

    def ready() -> None:
        taken.append(listener.accept()[0])
        taken[0].recv(1)  # the hello is there: the other side waits for ours

    cut_while(listener, ready)
    taken[0].close()


@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
def test_an_awaited_answer_is_cut(listener: socket.socket, certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    asked, over = Event(), Event()

    def serve() -> None:
        raw = listener.accept()[0]
        with context.wrap_socket(raw, server_side=True) as wire:
            wire.recv(100)
            asked.set()
            over.wait(HANG)

    server = Thread(target=serve)
    server.start()
    cut_while(listener, lambda: asked.wait(HANG))
    over.set()
    server.join()


def test_what_opens_after_the_cut_is_cut_too(listener: socket.socket) -> None:
    closed = Event()
    sockets = OpenSockets(closed)
    closed.set()
    sockets.shut_down()
    pool = sockets.pools["http"]("127.0.0.1", listener.getsockname()[1], timeout=5, retries=False)
    with pool, pytest.raises((HTTPError, OSError)):
        pool.urlopen("GET", "/")

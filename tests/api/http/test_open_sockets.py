"""Shutting down TLS connections: in the handshake, and while waiting for a response."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

import pytest
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from osubrowser.api.http.exchange import OpenSockets
from tests.idle import HANG


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

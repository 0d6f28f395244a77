"""Tracking of a client's open sockets, so that all can be shut down at once."""

from __future__ import annotations

import contextlib
import socket
from threading import Event, Lock
from weakref import WeakSet

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError


class OpenSockets:
    """Set of the open sockets of one client, and urllib3 pools that register theirs in it."""

    def __init__(self, closed: Event) -> None:
        """Track sockets; once `closed` is set, new ones are shut down at once."""
        self._closed = closed
        self._lock = Lock()
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self.pools = _tracked_pools(self)

    def add(self, sock: socket.socket) -> None:
        """Track a socket, by a weak reference."""
        with self._lock:
            self._sockets.add(sock)
        # Checked after adding: a shut_down() that missed this socket had set `closed` before.
        if self._closed.is_set():
            _shut_down(sock)

    def shut_down(self) -> None:
        """Shut down all sockets: blocked reads and connects return."""
        with self._lock:
            sockets = list(self._sockets)
        for sock in sockets:
            _shut_down(sock)

    def connect(self, connection: HTTPConnection) -> socket.socket:
        """Return a tracked socket connected to a server, as urllib3's own `create_connection` does.

        The DNS lookup cannot be interrupted.
        """
        host = connection._dns_host.strip("[]")
        try:
            addresses = socket.getaddrinfo(host, connection.port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            raise NameResolutionError(connection.host, connection, error) from error
        failure: OSError = OSError("the name has no address")
        for family, kind, protocol, _, address in addresses:
            if self._closed.is_set():
                break  # a socket that is not connecting yet cannot be shut down
            try:
                return self._connect(connection, family, kind, protocol, address)
            except OSError as error:
                failure = error
        if isinstance(failure, TimeoutError):
            raise ConnectTimeoutError(connection, "connecting took too long") from failure
        raise NewConnectionError(connection, f"connecting failed: {failure}") from failure

    def _connect(
        self,
        connection: HTTPConnection,
        family: int,
        kind: int,
        protocol: int,
        address: tuple[object, ...],
    ) -> socket.socket:
        sock = socket.socket(family, kind, protocol)
        try:
            for option in connection.socket_options or ():
                sock.setsockopt(*option)
            if isinstance(connection.timeout, int | float):
                sock.settimeout(connection.timeout)
            self.add(sock)
            sock.connect(address)
            self.add(sock)  # again: shutting down a socket before connect() has no effect
        except BaseException:
            sock.close()
            raise
        return sock


def _tracked_pools(sockets: OpenSockets) -> dict[str, type[HTTPConnectionPool]]:
    """Return pool classes by scheme whose connections register their sockets in `sockets`."""

    class PlainConnection(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return sockets.connect(self)

    class TlsConnection(HTTPSConnection):
        _handle: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            sock = sockets.connect(self)
            # TLS takes the descriptor over: a duplicate allows to shut down during the handshake.
            self._handle = sock.dup()
            sockets.add(self._handle)
            return sock

        def connect(self) -> None:
            try:
                super().connect()
            finally:
                if self._handle is not None:
                    self._handle.close()
                    self._handle = None
            if self.sock is not None:
                sockets.add(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = PlainConnection

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = TlsConnection

    return {"http": PlainPool, "https": TlsPool}


def _shut_down(sock: socket.socket) -> None:
    # The plain method also for TLS: SSLSocket.shutdown() would break a concurrent read.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)

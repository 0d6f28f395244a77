"""The sockets of a client, each known from its first moment, so that all can be cut at once."""

from __future__ import annotations

import contextlib
import socket
from threading import Event, Lock
from weakref import WeakSet

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError


class Wires:
    """The sockets of one client, and the connection pools that open them."""

    def __init__(self, closed: Event) -> None:
        """Open and cut sockets; once `closed` is set, new ones are cut at once."""
        self._closed = closed
        self._lock = Lock()
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self.pools = _pools(self)

    def add(self, wire: socket.socket) -> None:
        """Know a socket from here on, for as long as it lives."""
        with self._lock:
            self._sockets.add(wire)
        # After it was added: a cut() that missed it has set `closed` before.
        if self._closed.is_set():
            _cut(wire)

    def cut(self) -> None:
        """Shut all sockets down: whoever reads from one or connects one comes back."""
        with self._lock:
            wires = list(self._sockets)
        for wire in wires:
            _cut(wire)

    def open(self, connection: HTTPConnection) -> socket.socket:
        """Connect to a server, as urllib3 does; only the look-up of its name cannot be cut."""
        host = connection._dns_host.strip("[]")
        try:
            places = socket.getaddrinfo(host, connection.port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            raise NameResolutionError(connection.host, connection, error) from error
        failure: OSError = OSError("the name has no address")
        for family, kind, protocol, _, place in places:
            if self._closed.is_set():
                break  # a socket that does not connect yet cannot be cut
            try:
                return self._connect(connection, family, kind, protocol, place)
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
        place: tuple[object, ...],
    ) -> socket.socket:
        wire = socket.socket(family, kind, protocol)
        try:
            for option in connection.socket_options or ():
                wire.setsockopt(*option)
            if isinstance(connection.timeout, int | float):
                wire.settimeout(connection.timeout)
            self.add(wire)
            wire.connect(place)
            self.add(wire)  # once more: one that is cut before it connects, connects all the same
        except BaseException:
            wire.close()
            raise
        return wire


def _pools(wires: Wires) -> dict[str, type[HTTPConnectionPool]]:
    """Return pools, by scheme, whose connections tell `wires` of their sockets."""

    class PlainConnection(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return wires.open(self)

    class TlsConnection(HTTPSConnection):
        _handle: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            wire = wires.open(self)
            # TLS takes the socket's descriptor over: keep hold of it through a second one.
            self._handle = wire.dup()
            wires.add(self._handle)
            return wire

        def connect(self) -> None:
            try:
                super().connect()
            finally:
                if self._handle is not None:
                    self._handle.close()
                    self._handle = None
            if self.sock is not None:
                wires.add(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = PlainConnection

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = TlsConnection

    return {"http": PlainPool, "https": TlsPool}


def _cut(wire: socket.socket) -> None:
    # The plain method also for TLS: SSLSocket.shutdown would pull the rug from under a reader.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(wire, socket.SHUT_RDWR)

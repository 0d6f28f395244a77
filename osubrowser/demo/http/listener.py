"""HTTP/1.1 server: a thread per connection, keep-alive, orderly shutdown."""

from __future__ import annotations

import io
import logging
import re
import socket
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import count
from socketserver import TCPServer
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote

from werkzeug.wrappers import Request

from osubrowser.demo.http.replies import Reply

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

LONGEST_BODY = 1 << 20
"""Bytes of a request body that are read; more is refused."""

_LONGEST_LENGTH = 12
_LONGEST_LINE = 1_024
_MOST_TRAILERS = 32
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")

_DROPS = 20
_DRIP = 0.1

_log = logging.getLogger("osubrowser.demo")


class _BadBodyError(Exception):
    """Error raised for a request body that cannot be read, with the status to answer."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Handler(BaseHTTPRequestHandler):
    """Request reader and response writer of one connection.

    Werkzeug's own development server closes the connection after each answer; a browser that asks
    for two hundred pages should not have to open two hundred connections.
    """

    protocol_version = "HTTP/1.1"
    server_version = "osubrowser-demo"
    sys_version = ""
    timeout = 120
    wbufsize = 1 << 16
    disable_nagle_algorithm = True
    server: Listener

    def handle(self) -> None:
        """Serve the connection until either side ends it."""
        with suppress(ConnectionError, TimeoutError, ValueError):
            super().handle()

    def finish(self) -> None:
        """Flush and close; ignore a broken connection."""
        with suppress(OSError, ValueError):
            super().finish()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: requests are counted, not printed."""

    def _respond(self) -> None:
        try:
            body = self._read_body()
        except _BadBodyError as problem:
            self.close_connection = True
            self.send_error(problem.status)
            return
        self._send(self.server.answer(Request(self._environ(body))))

    def _read_body(self) -> bytes:
        """Return the body of the request, sent whole or in chunks.

        Raises:
            _BadBodyError: it is too long or its length is unclear.
        """
        coding, length = self.headers.get("Transfer-Encoding"), self.headers.get("Content-Length")
        if coding is not None:
            if coding.strip().lower() != "chunked":
                raise _BadBodyError(501)
            if length is not None:
                raise _BadBodyError(400)  # which of the two lengths counts is a matter of opinion
            return self._read_chunks()
        length = length or "0"
        if not (length.isascii() and length.isdigit()):
            raise _BadBodyError(411)
        if len(length) > _LONGEST_LENGTH or int(length) > LONGEST_BODY:
            raise _BadBodyError(413)
        return self.rfile.read(int(length))

    def _read_chunks(self) -> bytes:
        body = bytearray()
        while size := self._read_chunk_size():
            if len(body) + size > LONGEST_BODY:
                raise _BadBodyError(413)
            body += self.rfile.read(size)
            if self.rfile.read(2) != b"\r\n":
                raise _BadBodyError(400)
        for _ in range(_MOST_TRAILERS):
            if self.rfile.readline(_LONGEST_LINE) in (b"\r\n", b"\n"):
                return bytes(body)
        raise _BadBodyError(400)

    def _read_chunk_size(self) -> int:
        line = _CHUNK_SIZE.fullmatch(self.rfile.readline(_LONGEST_LINE))
        if line is None:
            raise _BadBodyError(400)
        return int(line[1], 16)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = _respond

    def _environ(self, body: bytes) -> WSGIEnvironment:
        path, _, query = self.path.partition("?")
        host, port = self.server.server_address[:2]
        environ: WSGIEnvironment = {
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote(path, "latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": str(host),
            "SERVER_PORT": str(port),
            "SERVER_PROTOCOL": self.request_version,
            "REMOTE_ADDR": self.client_address[0],
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in self.headers.items():
            key = name.upper().replace("-", "_")
            # The body is joined already: for an application it has a length.
            if key not in ("CONTENT_TYPE", "CONTENT_LENGTH", "TRANSFER_ENCODING"):
                environ[f"HTTP_{key}"] = value
        return environ

    def _send(self, reply: Reply) -> None:
        if reply.mishap == "reset":
            self._tear_down()
            return
        body = reply.get_data()
        self._send_head(reply, len(body))
        if self.command == "HEAD":
            return
        match reply.mishap:
            case "truncate":
                self.close_connection = True
                self.wfile.write(body[: len(body) // 2])
            case "reset-body":
                self.wfile.write(body[: len(body) // 2])
                self.wfile.flush()
                self._tear_down()
            case "slow-body":
                self._send_in_drops(body)
            case _:
                self.wfile.write(body)

    def _send_head(self, reply: Reply, length: int) -> None:
        if "Date" in reply.headers:
            self.send_response_only(reply.status_code)
            self.send_header("Server", self.version_string())
        else:
            self.send_response(reply.status_code)
        for name, value in reply.headers.items():
            if name != "Content-Length":
                self.send_header(name, value)
        if reply.mishap == "wrong-length":
            # What is beyond would be read as the next answer.
            self.close_connection = True
            length //= 2
        if reply.status_code != 204:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _send_in_drops(self, body: bytes) -> None:
        size = max(1, -(-len(body) // _DROPS))
        for start in range(0, len(body), size):
            self.wfile.write(body[start : start + size])
            self.wfile.flush()
            if self.server.closing.wait(_DRIP):
                self.close_connection = True
                return

    def _tear_down(self) -> None:
        """End the connection with a reset in place of an answer."""
        self.close_connection = True
        with suppress(OSError):
            linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.server.drop(self.connection)


class Listener(HTTPServer):
    """Socket server on a loopback port with a thread per connection.

    Args:
        port: the port, 0 for any free one.
        answer: called on the connection's thread for every request.
        closing: set by `close`, so that answers which wait can stop waiting.

    Raises:
        OSError: the port is taken.
    """

    request_queue_size = 128
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, answer: Callable[[Request], Reply], closing: Event) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.answer = answer
        self.closing = closing
        self._lock = Lock()
        self._connections: dict[socket.socket, Thread] = {}
        self._numbers = count(1)
        self._thread = Thread(target=self._serve, name="osubrowser-demo", daemon=True)

    def server_bind(self) -> None:
        """Bind without asking for the machine's name, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_port = self.server_address[1]

    def start(self) -> None:
        """Accept connections on a thread of its own."""
        self._thread.start()

    def close(self) -> None:
        """End every connection and wait for all threads. May be called twice."""
        self.closing.set()
        while self._thread.is_alive():
            self._wake()  # fails while the queue of connections is full: again, then
            self._thread.join(1)
        self.server_close()
        with self._lock:
            connections = dict(self._connections)
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in connections.values():
            thread.join()

    def _serve(self) -> None:
        while not self.closing.is_set():
            self.handle_request()

    def _wake(self) -> None:
        """Connect, so that the thread which waits for a connection looks up."""
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.server_port), timeout=1).close()

    def verify_request(self, request: object, client_address: object) -> bool:
        """Take no connection once the end has begun."""
        return not self.closing.is_set()

    def process_request(self, request: object, client_address: object) -> None:
        """Start a thread for a new connection."""
        if not isinstance(request, socket.socket):
            raise TypeError(request)
        thread = Thread(
            target=self._run,
            args=(request, client_address),
            name=f"osubrowser-demo-{next(self._numbers)}",
            daemon=True,
        )
        with self._lock:
            self._connections[request] = thread
        thread.start()

    def _run(self, connection: socket.socket, address: tuple[str, int]) -> None:
        try:
            self.finish_request(connection, address)
        except Exception:  # noqa: BLE001 - the last frame of a thread: logged, not lost
            _log.exception("a connection failed")
        finally:
            with self._lock:
                self._connections.pop(connection, None)
            with suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
            connection.close()

    def drop(self, connection: socket.socket) -> None:
        """Close a connection at once."""
        with self._lock:
            self._connections.pop(connection, None)
        connection.close()

"""Sign-in of scripts through the web browser: a local HTTP server receives the callback."""

from __future__ import annotations

import hmac
import socket
import sys
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock
from typing import Any
from urllib.parse import parse_qs, urlsplit

from osubrowser.api.auth.grants import Authorization
from osubrowser.api.errors import Cancelled, LoginRequired, Offline
from osubrowser.api.http.urls import is_loopback

TIMEOUT = 300.0
"""Seconds to wait for the callback."""
MAX_CONNECTIONS = 20
"""Connections at a time; a further one takes the place of the oldest."""
LONGEST_EXCHANGE = 15.0
"""Seconds that the web page waits for the exchange of the code."""

_POLL_INTERVAL = 0.2
_LONGEST_PAGE = 2.0
_PAGE = (
    b"<!doctype html><meta charset=utf-8><title>osu! sign-in</title>"
    b"<body style='font:16px sans-serif;margin:3em'><p>%s You can close this page.</p></body>"
)


@contextmanager
def authorize_in_browser(
    authorization: Authorization,
    closed: Callable[[], bool],
    open_page: Callable[[str], object] = webbrowser.open,
) -> Iterator[str]:
    """Open the sign-in page in the web browser, and provide the code of its callback.

    The block exchanges the code; the web page says whether it succeeded.

    Raises LoginRequired if the player refuses, after a timeout of 300 seconds, or for a redirect
    URI that is not on a loopback address; Offline if its port is taken; Cancelled once
    `closed()` is true.
    """
    host, port, path = _callback_address(authorization.redirect_uri)
    server_class = _Server6 if ":" in host else _Server
    try:
        server = server_class((host, port), path, authorization.state)
    except OSError as taken:
        raise Offline(f"Port {port} is taken by another program") from taken
    with server:
        open_page(authorization.url)
        deadline = time.monotonic() + TIMEOUT
        while server.outcome is None:
            if closed():
                raise Cancelled("The client was closed")
            if time.monotonic() > deadline:
                raise LoginRequired("Nobody signed in")
            server.handle_request()
        code, refusal = server.outcome
        try:
            if code is None:
                raise LoginRequired("The sign-in was refused", server_message=refusal)
            yield code
            server.is_signed_in = True
        finally:
            server.exchanged.set()
            server.answered.wait(_LONGEST_PAGE)


def _callback_address(redirect_uri: str) -> tuple[str, int, str]:
    """Return host, port and path of a redirect URI. Raises LoginRequired for other addresses."""
    try:
        parts = urlsplit(redirect_uri)
        port = parts.port or 0
    except ValueError:  # no address, or no port
        port = 0
    if not port or parts.scheme != "http" or not is_loopback(parts.hostname):
        raise LoginRequired("The redirect address must be http://127.0.0.1:PORT/... to wait for it")
    host = "127.0.0.1" if parts.hostname == "localhost" else str(parts.hostname)
    return host, port, parts.path or "/"


class _Server(ThreadingHTTPServer):
    """HTTP server for one callback; one thread per connection, for browsers preconnect."""

    daemon_threads = True
    request_queue_size = 2 * MAX_CONNECTIONS
    # On Windows this would share the port, and the code, with another program.
    allow_reuse_address = sys.platform != "win32"
    timeout = _POLL_INTERVAL

    def __init__(self, address: tuple[str, int], path: str, state: str) -> None:
        self.path, self.state = path, state
        self.outcome: tuple[str | None, str | None] | None = None
        self.is_signed_in = False
        self.exchanged, self.answered = Event(), Event()
        self._lock = Lock()
        self._connections: dict[socket.socket, None] = {}  # the oldest first
        super().__init__(address, _Handler)  # closes itself if the port is taken

    def take(self, code: str | None, refusal: str | None) -> bool:
        """Set the outcome; False if there is one: the first callback counts."""
        with self._lock:
            if self.outcome is not None:
                return False
            self.outcome = code, refusal
            return True

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as inherited
        """Handle a connection in a thread. Silent ones give way."""
        with self._lock:
            if len(self._connections) >= MAX_CONNECTIONS:
                oldest = next(iter(self._connections))
                del self._connections[oldest]
                _hang_up(oldest)
            self._connections[request] = None
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - as inherited
        """Close a connection."""
        with self._lock:
            self._connections.pop(request, None)
        super().shutdown_request(request)

    def server_close(self) -> None:
        """Give the port back, and close all connections, so that their threads end."""
        super().server_close()
        with self._lock:
            for connection in self._connections:
                _hang_up(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as inherited
        """Ignore browsers that hang up; the request is not logged, for it holds the code."""


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 5.0

    def do_GET(self) -> None:
        """Handle the callback; reply 404 to other paths and 400 to a wrong state."""
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        state = query.get("state", "")
        code, refusal = query.get("code"), query.get("error_description") or query.get("error")
        if url.path != self.server.path:
            self._send_page(404, b"There is nothing here.")
        elif not hmac.compare_digest(
            state.encode(errors="replace"), self.server.state.encode()
        ) or not self.server.take(code, refusal):
            self._send_page(400, b"This is not the sign-in that was asked for.")
        else:
            try:
                self._send_page(200, b"The sign-in was refused." if code is None else self._end())
            finally:
                self.server.answered.set()

    def _end(self) -> bytes:
        """Wait for the exchange of the code, and return how it ended."""
        if not self.server.exchanged.wait(LONGEST_EXCHANGE):
            return b"Go back to osubrowser: it is still signing in."
        if self.server.is_signed_in:
            return b"You are signed in."
        return b"You are not signed in: osu! did not accept it. Go back to osubrowser."

    def _send_page(self, status: int, sentence: bytes) -> None:
        page = _PAGE % sentence
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """Log nothing: the request line holds the code."""


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)

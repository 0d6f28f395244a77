"""Sign-in of scripts through the web browser: a local HTTP server receives the callback."""

from __future__ import annotations

import hmac
import sys
import time
import webbrowser
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import AF_INET6
from urllib.parse import parse_qs, urlsplit

from osubrowser.api.auth.grants import Authorization
from osubrowser.api.errors import Cancelled, LoginRequired, Offline
from osubrowser.api.http.urls import is_loopback

TIMEOUT = 300.0
"""Seconds to wait for the callback."""

_POLL_INTERVAL = 0.2
_PAGE = (
    b"<!doctype html><meta charset=utf-8><title>osu! sign-in</title>"
    b"<body style='font:16px sans-serif;margin:3em'><p>%s You can close this page.</p></body>"
)


def authorize_in_browser(
    authorization: Authorization,
    closed: Callable[[], bool],
    open_page: Callable[[str], object] = webbrowser.open,
) -> str:
    """Open the sign-in page in the web browser, and return the code of its callback.

    Raises LoginRequired if the player refuses, after a timeout of 300 seconds, or for a redirect
    URI that is not on a loopback address; Offline if its port is taken; Cancelled once
    `closed()` is true.
    """
    redirect = urlsplit(authorization.redirect_uri)
    if redirect.scheme != "http" or not is_loopback(redirect.hostname) or redirect.port is None:
        raise LoginRequired("The redirect address must be http://127.0.0.1:PORT/... to wait for it")
    host = "127.0.0.1" if redirect.hostname == "localhost" else str(redirect.hostname)
    server_class = _Server6 if ":" in host else _Server
    try:
        server = server_class((host, redirect.port), _Handler)
    except OSError as taken:
        raise Offline(f"Port {redirect.port} is taken by another program") from taken
    with server:
        server.path, server.state = redirect.path or "/", authorization.state
        server.timeout = _POLL_INTERVAL
        open_page(authorization.url)
        deadline = time.monotonic() + TIMEOUT
        while server.outcome is None:
            if closed():
                raise Cancelled("The client was closed")
            if time.monotonic() > deadline:
                raise LoginRequired("Nobody signed in")
            server.handle_request()
    code, refusal = server.outcome
    if code is None:
        raise LoginRequired("The sign-in was refused", server_message=refusal)
    return code


class _Server(ThreadingHTTPServer):
    """HTTP server for one callback; one thread per connection, for browsers preconnect."""

    daemon_threads = True
    # On Windows this would share the port, and the code, with another program.
    allow_reuse_address = sys.platform != "win32"
    path: str = "/"
    state: str = ""
    outcome: tuple[str | None, str | None] | None = None


class _Server6(_Server):
    address_family = AF_INET6


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 5.0

    def do_GET(self) -> None:
        """Handle the callback; reply 404 to other paths and 400 to a wrong state."""
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        state = query.get("state", "")
        if url.path != self.server.path:
            self._send_page(404, b"There is nothing here.")
        elif not hmac.compare_digest(state.encode(), self.server.state.encode()):
            self._send_page(400, b"This is not the sign-in that was asked for.")
        elif "code" in query:
            self._send_page(200, b"Signed in.")
            self.server.outcome = query["code"], None
        else:
            self._send_page(200, b"The sign-in was refused.")
            self.server.outcome = None, query.get("error_description") or query.get("error")

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

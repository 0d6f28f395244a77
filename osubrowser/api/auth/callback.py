"""The sign-in of a script: the web browser is opened, and its way back is waited for."""

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

PATIENCE = 300.0
"""Seconds that the player has for signing in."""

_STEP = 0.2
_PAGE = (
    b"<!doctype html><meta charset=utf-8><title>osu! sign-in</title>"
    b"<body style='font:16px sans-serif;margin:3em'><p>%s You can close this page.</p></body>"
)


def wait_in_browser(
    authorization: Authorization,
    closed: Callable[[], bool],
    open_page: Callable[[str], object] = webbrowser.open,
) -> str:
    """Open the sign-in page and return the code of its callback.

    Raises LoginRequired if the player refuses or takes too long, Offline if the callback's
    port is taken, and Cancelled once `closed()` is true.
    """
    back = urlsplit(authorization.redirect_uri)
    if back.scheme != "http" or not is_loopback(back.hostname) or back.port is None:
        raise LoginRequired("The redirect address must be http://127.0.0.1:PORT/... to wait for it")
    host = "127.0.0.1" if back.hostname == "localhost" else str(back.hostname)
    kind = _Server6 if ":" in host else _Server
    try:
        server = kind((host, back.port), _Handler)
    except OSError as taken:
        raise Offline(f"Port {back.port} is taken by another program") from taken
    with server:
        server.path, server.state = back.path or "/", authorization.state
        server.timeout = _STEP
        open_page(authorization.url)
        deadline = time.monotonic() + PATIENCE
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
    """Listens for one callback; a thread a connection, for browsers open some in advance."""

    daemon_threads = True
    # On Windows this would share the port with whoever has it, and the code with them.
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
        """Take the callback, and nothing else."""
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        state = query.get("state", "")
        if url.path != self.server.path:
            self._say(404, b"There is nothing here.")
        elif not hmac.compare_digest(state.encode(), self.server.state.encode()):
            self._say(400, b"This is not the sign-in that was asked for.")
        elif "code" in query:
            self._say(200, b"Signed in.")
            self.server.outcome = query["code"], None
        else:
            self._say(200, b"The sign-in was refused.")
            self.server.outcome = None, query.get("error_description") or query.get("error")

    def _say(self, status: int, sentence: bytes) -> None:
        page = _PAGE % sentence
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """Say nothing: the line would have the code in it."""

"""Loopback HTTP server for the OAuth callback (QTcpServer)."""

from __future__ import annotations

import asyncio
import hmac
import logging
from enum import Enum
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QTcpServer

from osubrowser.services.runtime.failures import SignInDenied, SignInFailed, SignInTimedOut
from osubrowser.services.text.translation import language, tr

if TYPE_CHECKING:
    from PySide6.QtNetwork import QTcpSocket

log = logging.getLogger(__name__)

LONGEST_REQUEST = 8 * 1024  # bytes, head of a request
LONGEST_CONNECTION = 20_000  # milliseconds from the connection to the complete request
MOST_CONNECTIONS = 20
LONGEST_EXCHANGE = 15_000  # milliseconds that the page waits for the exchange of the code
_FAREWELL = 2_000  # milliseconds for a reply to be sent

_HEADER = (
    "HTTP/1.1 {status}\r\n"
    "Content-Type: text/html; charset=utf-8\r\n"
    "Content-Length: {length}\r\n"
    "Connection: close\r\n"
    "Cache-Control: no-store\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:\r\n"
    "{more}\r\n"
)
_PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>osubrowser</title><link rel="icon" href="data:,">
<style>body{{font:16px/1.5 system-ui,sans-serif;background:#1c1719;color:#f0dbe4;display:grid;
place-content:center;height:90vh;text-align:center}}h1{{font-size:24px;font-weight:600}}</style>
<h1>{title}</h1><p>{text}</p></html>
"""


class Reply(Enum):
    """Replies of the server: status, title, text; nothing of the request is echoed."""

    WELCOME = (
        "200 OK",
        tr("You are signed in"),
        tr("You can close this page and go back to osubrowser."),
    )
    UNDECIDED = (
        "200 OK",
        tr("Go back to osubrowser"),
        tr("It is still signing in, and says how it ends."),
    )
    FAILED = ("200 OK", tr("You are not signed in"), tr("Go back to osubrowser: it says why."))
    DENIED = ("200 OK", tr("Not signed in"), tr("Nothing was allowed. You can close this page."))
    STRANGER = (
        "400 Bad Request",
        tr("This is not the answer that was waited for"),
        tr("Start signing in again from osubrowser."),
    )
    NOWHERE = ("404 Not Found", tr("There is nothing here"), "")
    WRONG_METHOD = ("405 Method Not Allowed", tr("There is nothing here"), "")
    TOO_LONG = ("431 Request Header Fields Too Large", tr("That was too long"), "")
    NONSENSE = ("400 Bad Request", tr("That was no request"), "")

    def as_bytes(self) -> bytes:
        """Return the complete HTTP response."""
        status, title, text = self.value
        body = _PAGE.format(language=language(), title=title, text=text).encode()
        more = "Allow: GET\r\n" if self is Reply.WRONG_METHOD else ""  # not shown: HTTP header
        return _HEADER.format(status=status, length=len(body), more=more).encode() + body


class CallbackServer(QObject):
    """HTTP server on 127.0.0.1 that waits for one OAuth callback with the right state.

    A request with another state, path or method gets a reply and has no effect, so that no other
    page or program can end the sign-in or inject a code. The browser that brings the code gets its
    page from `conclude`, or after a time-out.

    Args:
        port: port to listen at; if it is taken, any free port. osu! ignores the port of a
            registered 127.0.0.1 address.
        path: path of the callback URL.

    Raises:
        SignInFailed: no port is free.
    """

    def __init__(self, port: int, path: str = "/callback", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._state: bytes | None = None
        self._outcome: asyncio.Future[str] | None = None
        self._connections: dict[_Connection, None] = {}  # the oldest first
        self._waiting: _Connection | None = None  # the one that brought the code
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._on_server_new_connection)
        here = QHostAddress(QHostAddress.SpecialAddress.LocalHost)
        if not self._server.listen(here, port) and not self._server.listen(here, 0):
            reason = self._server.errorString()
            self.deleteLater()
            raise SignInFailed(
                tr("The browser could not come back: no port of this computer could be opened."),
                tr("Signing in as a guest needs none. The system says: {reason}").format(
                    reason=reason
                ),
            )
        self._redirect_uri = f"http://127.0.0.1:{self._server.serverPort()}{path}"
        if port not in (0, self._server.serverPort()):
            log.info("port %d is taken: listening at %d", port, self._server.serverPort())

    @property
    def redirect_uri(self) -> str:
        """The callback URL for the authorization request."""
        return self._redirect_uri

    def expect(self, state: str) -> None:
        """Accept the first callback with this `state`. Raises ValueError for an empty one."""
        if not state:
            raise ValueError("an empty state would let every callback in")
        self._state = state.encode()
        self._outcome = asyncio.get_running_loop().create_future()

    async def wait_for_code(self, timeout: float = 300.0) -> str:
        """Return the authorization code of the callback, and close the server.

        Args:
            timeout: maximum wait in seconds.

        Raises:
            SignInDenied: the user denied access.
            SignInFailed: the callback has another error.
            SignInTimedOut: no callback came in time.
            RuntimeError: `expect` was not called.
        """
        outcome = self._outcome
        if outcome is None:
            raise RuntimeError("nothing is expected yet")
        self._timer.start(max(0, int(timeout * 1000)))
        try:
            return await outcome
        finally:
            self.close()

    def conclude(self, *, worked: bool) -> None:
        """Tell the browser that brought the code how its exchange ended."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.answer(Reply.WELCOME if worked else Reply.FAILED)

    def close(self) -> None:
        """Stop listening and abort the connections, except those that are sending a reply.

        The object deletes itself once they are closed.
        """
        if self._closed:
            return
        self._closed = True
        self._timer.stop()
        self._server.close()
        self._state = None
        if self._outcome is not None and not self._outcome.done():
            self._outcome.cancel()
        for connection in list(self._connections):
            if connection is not self._waiting:
                connection.hang_up()
        if self._connections:
            self.setParent(QCoreApplication.instance())  # else it would end with its last reference
        self._leave_if_done()

    def _on_timer_timeout(self) -> None:
        if self._outcome is not None and not self._outcome.done():
            self._outcome.set_exception(
                SignInTimedOut(
                    tr("The browser did not come back in time."),
                    tr(
                        "Sign in again, and allow it there. If osu! showed an error instead, check "
                        "the callback address of your OAuth application."
                    ),
                )
            )

    def _on_server_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._connections) >= MOST_CONNECTIONS:
                self._make_room()
            connection = _Connection(socket, self)
            self._connections[connection] = None
            connection.request_arrived.connect(self._on_connection_request_arrived)
            connection.closed.connect(self._on_connection_closed)
            connection.read()  # data that is already there emits no readyRead

    def _on_connection_request_arrived(self, connection: _Connection, request: str) -> None:
        reply = self._reply_to(request)
        if reply is Reply.UNDECIDED:
            self._waiting = connection
            connection.wait(LONGEST_EXCHANGE)
        else:
            connection.answer(reply)

    def _make_room(self) -> None:
        """Hang up on the oldest connection that has sent no request: the browser's is newer."""
        silent = (one for one in self._connections if one is not self._waiting)
        oldest = next(silent, None)
        if oldest is not None:
            oldest.cut()

    def _on_connection_closed(self, connection: _Connection) -> None:
        self._connections.pop(connection, None)
        if connection is self._waiting:
            self._waiting = None
        connection.deleteLater()
        self._leave_if_done()

    def _leave_if_done(self) -> None:
        if self._closed and not self._connections:
            self.deleteLater()

    def _reply_to(self, request: str) -> Reply:
        """Return the reply to a request line, and set the outcome if it is the callback."""
        words = request.split(" ")
        if len(words) != 3 or not words[2].startswith("HTTP/1."):
            return Reply.NONSENSE
        method, target, _ = words
        try:
            parts = urlsplit(target)
            query = parse_qs(parts.query, keep_blank_values=True, max_num_fields=20)
        except ValueError:
            return Reply.NONSENSE
        if parts.path != self._path or parts.netloc:
            return Reply.NOWHERE
        if method != "GET":
            return Reply.WRONG_METHOD
        return self._take(query)

    def _take(self, query: dict[str, list[str]]) -> Reply:
        """Set the outcome from the code or error of a callback, if its state is the right one."""
        outcome = self._outcome
        states, codes, errors = (query.get(name, []) for name in ("state", "code", "error"))
        given = states[0].encode(errors="replace") if len(states) == 1 else b""
        if self._state is None or not hmac.compare_digest(given, self._state):
            return Reply.STRANGER
        if outcome is None or outcome.done() or len(codes) + len(errors) != 1:
            return Reply.STRANGER
        if codes and codes[0]:
            outcome.set_result(codes[0])
            return Reply.UNDECIDED  # until the code has been exchanged
        if errors == ["access_denied"]:
            outcome.set_exception(
                SignInDenied(
                    tr("You did not allow it in the browser."), tr("Sign in again to change it.")
                )
            )
            return Reply.DENIED
        if errors:
            outcome.set_exception(
                SignInFailed(
                    tr("osu! did not accept the sign-in."),
                    tr("Check the callback address of your OAuth application."),
                )
            )
            return Reply.DENIED
        return Reply.STRANGER


class _Connection(QObject):
    """Connection that reads the head of one request, sends one reply, and closes.

    Signals:
        request_arrived(object, str): the connection, and the request line.
        closed(object): the connection; emitted once.
    """

    request_arrived = Signal(object, str)
    closed = Signal(object)

    def __init__(self, socket: QTcpSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        self._head = bytearray()
        self._answered = False
        self._undecided = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(LONGEST_CONNECTION)
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self._on_socket_disconnected)

    def read(self) -> None:
        """Read the available data; emit `request_arrived` once the head is complete."""
        if self._answered or self._undecided:
            self._socket.readAll()  # ignores a body or a second request
            return
        room = LONGEST_REQUEST + 1 - len(self._head)
        self._head += self._socket.read(room).data()
        end = _end_of_head(self._head)
        if end >= 0:
            line = bytes(self._head[:end]).split(b"\n", 1)[0].rstrip(b"\r")
            self.request_arrived.emit(self, line.decode("latin-1"))
        elif len(self._head) > LONGEST_REQUEST:
            self.answer(Reply.TOO_LONG)

    def wait(self, milliseconds: int) -> None:
        """Leave the request without an answer for a while, then say that it is undecided."""
        self._undecided = True
        self._timer.start(milliseconds)

    def answer(self, reply: Reply) -> None:
        """Send the reply, and close the connection when it is sent."""
        if self._answered:
            return
        self._answered, self._undecided = True, False
        self._timer.start(_FAREWELL)
        self._socket.readAll()  # unread data would cause a TCP reset
        self._socket.write(reply.as_bytes())
        self._socket.disconnectFromHost()

    def hang_up(self) -> None:
        """Abort the connection, unless a reply is being sent."""
        if not self._answered:
            self._socket.abort()

    def cut(self) -> None:
        """Cut the connection at once."""
        self._socket.abort()

    def _on_timer_timeout(self) -> None:
        if self._undecided:
            self.answer(Reply.UNDECIDED)
        else:
            self._socket.abort()

    def _on_socket_disconnected(self) -> None:
        self._timer.stop()
        if self._socket.state() is QAbstractSocket.SocketState.UnconnectedState:
            self.closed.emit(self)


def _end_of_head(head: bytearray) -> int:
    """Return the index of the end of a request's head; -1 if it is incomplete."""
    ends = [at for at in (head.find(b"\r\n\r\n"), head.find(b"\n\n")) if at >= 0]
    return min(ends, default=-1)

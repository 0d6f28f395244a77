"""The callback server: one redirect with the right state ends it, and nothing else does."""

from __future__ import annotations

import asyncio
import socket
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from PySide6.QtNetwork import QHostAddress, QTcpServer
from pytestqt.qtbot import QtBot

from osubrowser.services.runtime.failures import SignInDenied, SignInFailed, SignInTimedOut
from osubrowser.services.session import callback_server
from osubrowser.services.session.callback_server import MOST_CONNECTIONS, CallbackServer
from tests.idle import settle

STATE = "s" * 40
Send = Callable[..., bytes]


@pytest.fixture
def server(loop: AbstractEventLoop) -> Iterator[CallbackServer]:
    server = CallbackServer(0)
    server.expect(STATE)
    yield server
    server.close()


@pytest.fixture
def send(server: CallbackServer, qtbot: QtBot) -> Send:
    """Send raw bytes in given pieces; return what comes back until the other end hangs up."""

    def send(*pieces: bytes, apart: bool = True) -> bytes:
        with _connected(server) as client:
            client.setblocking(False)
            for piece in pieces:
                client.send(piece)
                if apart:
                    settle()
            return _read_to_end(client, qtbot)

    return send


def _connected(server: CallbackServer) -> socket.socket:
    port = urlsplit(server.redirect_uri).port
    assert port is not None
    return socket.create_connection(("127.0.0.1", port), timeout=5)


def _read_to_end(client: socket.socket, qtbot: QtBot) -> bytes:
    answer = bytearray()
    over = False

    def read() -> bool:
        nonlocal over
        try:
            piece = client.recv(65536)
        except BlockingIOError:
            return False
        except ConnectionResetError:
            piece = b""
        answer.extend(piece)
        over = not piece
        return over

    qtbot.waitUntil(read)
    return bytes(answer)


def get(target: str, method: str = "GET") -> bytes:
    return f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: x\r\n\r\n".encode()


def wait(
    loop: AbstractEventLoop, server: CallbackServer, timeout: float = 5, *, worked: bool = True
) -> asyncio.Task[str]:
    """Wait for the code, and tell the browser how its exchange ended."""

    async def sign_in() -> str:
        code = await server.wait_for_code(timeout)
        server.conclude(worked=worked)
        return code

    return loop.create_task(sign_in())


def test_the_code_comes_and_the_port_is_given_back(
    loop: AbstractEventLoop, server: CallbackServer, send: Send, qtbot: QtBot
) -> None:
    task = wait(loop, server)
    answer = send(get(f"/callback?code=abc%2F1&state={STATE}"))
    qtbot.waitUntil(task.done)
    assert task.result() == "abc/1"
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"Connection: close" in head
    assert f"Content-Length: {len(body)}".encode() in head
    assert b"abc" not in answer
    assert STATE.encode() not in answer
    with pytest.raises(ConnectionRefusedError):
        _connected(server).close()


def test_a_request_that_drips_in_byte_by_byte_is_read(
    loop: AbstractEventLoop, server: CallbackServer, send: Send, qtbot: QtBot
) -> None:
    task = wait(loop, server)
    request = get(f"/callback?state={STATE}&code=drip")
    answer = send(*(request[at : at + 1] for at in range(len(request))), apart=False)
    qtbot.waitUntil(task.done)
    assert task.result() == "drip"
    assert b"200 OK" in answer


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (get("/"), b"404"),
        (get("/favicon.ico"), b"404"),
        (get(f"/callback/x?code=evil&state={STATE}"), b"404"),
        (get(f"//evil.example/callback?code=evil&state={STATE}"), b"404"),
        (get("/callback"), b"400"),
        (get("/callback?code=evil"), b"400"),
        (get("/callback?code=evil&state=wrong"), b"400"),
        (get(f"/callback?code=evil&state={STATE}x"), b"400"),
        (get(f"/callback?code=evil&state={STATE}&state={STATE}"), b"400"),
        (get(f"/callback?code=evil&code=good&state={STATE}"), b"400"),
        (get(f"/callback?code=&state={STATE}"), b"400"),
        (get(f"/callback?code=evil&error=access_denied&state={STATE}"), b"400"),
        (get("/callback?error=access_denied"), b"400"),
        (get("/callback?error=access_denied&state=wrong"), b"400"),
        (get(f"/callback?{'&'.join('a=1' for _ in range(50))}&state={STATE}"), b"400"),
        (get(f"/callback?code=evil&state={STATE}", "POST"), b"405"),
        (get(f"/callback?code=evil&state={STATE}", "HEAD"), b"405"),
        (get("http://[::1/callback"), b"400"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"400"),
        (b"GET /callback?code=evil HTTP/9\r\n\r\n", b"400"),
    ],
)
def test_nothing_else_ends_the_wait(
    loop: AbstractEventLoop,
    server: CallbackServer,
    send: Send,
    qtbot: QtBot,
    request_: bytes,
    status: bytes,
) -> None:
    task = wait(loop, server)
    answer = send(request_)
    assert answer.split(b" ")[1] == status
    assert b"evil" not in answer
    assert not task.done()
    send(get(f"/callback?code=good&state={STATE}"))
    qtbot.waitUntil(task.done)
    assert task.result() == "good"


def test_a_head_that_is_too_long_is_refused(
    loop: AbstractEventLoop, server: CallbackServer, send: Send, qtbot: QtBot
) -> None:
    task = wait(loop, server)
    answer = send(b"GET /callback?code=" + b"a" * 5000, b"b" * 5000)
    assert answer.split(b" ")[1] == b"431"
    assert not task.done()
    task.cancel()
    qtbot.waitUntil(task.done)


def test_denied_in_the_browser(
    loop: AbstractEventLoop, server: CallbackServer, send: Send, qtbot: QtBot
) -> None:
    task = wait(loop, server)
    send(
        get(f"/callback?state={STATE}&error=access_denied&error_description=The+user+denied&hint=x")
    )
    qtbot.waitUntil(task.done)
    with pytest.raises(SignInDenied):
        task.result()


def test_another_error_of_the_server(
    loop: AbstractEventLoop, server: CallbackServer, send: Send, qtbot: QtBot
) -> None:
    task = wait(loop, server)
    send(get(f"/callback?state={STATE}&error=invalid_scope"))
    qtbot.waitUntil(task.done)
    with pytest.raises(SignInFailed) as failure:
        task.result()
    assert "callback address" in failure.value.hint


def test_the_first_callback_counts(
    loop: AbstractEventLoop, server: CallbackServer, qtbot: QtBot
) -> None:
    task = wait(loop, server)
    with _connected(server) as first, _connected(server) as second:
        first.sendall(get(f"/callback?code=first&state={STATE}"))
        second.sendall(get(f"/callback?code=second&state={STATE}"))
        qtbot.waitUntil(task.done)
        for client in (first, second):
            client.setblocking(False)
        answers = [_read_to_end(first, qtbot), _read_to_end(second, qtbot)]
    assert task.result() in ("first", "second")
    assert sum(b"200 OK" in answer for answer in answers) == 1


def test_too_late(loop: AbstractEventLoop, server: CallbackServer, qtbot: QtBot) -> None:
    task = wait(loop, server, timeout=0.05)
    qtbot.waitUntil(task.done)
    with pytest.raises(SignInTimedOut) as failure:
        task.result()
    assert "callback address" in failure.value.hint
    with pytest.raises(ConnectionRefusedError):
        _connected(server).close()


def test_cancelling_gives_the_port_back_and_hangs_up(
    loop: AbstractEventLoop, server: CallbackServer, qtbot: QtBot
) -> None:
    task = wait(loop, server)
    with _connected(server) as silent:
        silent.setblocking(False)
        qtbot.waitUntil(lambda: len(server._connections) == 1)
        task.cancel()
        assert _read_to_end(silent, qtbot) == b""
    qtbot.waitUntil(task.done)
    assert task.cancelled()
    with pytest.raises(ConnectionRefusedError):
        _connected(server).close()


def test_a_taken_port_gives_way_to_a_free_one(loop: AbstractEventLoop) -> None:
    other = QTcpServer()
    assert other.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), 0)
    server = CallbackServer(other.serverPort(), "/there")
    parts = urlsplit(server.redirect_uri)
    assert (parts.hostname, parts.path) == ("127.0.0.1", "/there")
    assert parts.port not in (None, other.serverPort())
    server.close()
    free = CallbackServer(int(parts.port or 0))
    assert urlsplit(free.redirect_uri).port == parts.port
    free.close()
    other.close()


@pytest.mark.parametrize("sent", [b"", b"GET /callback", get("/favicon.ico")])
def test_idle_connections_do_not_keep_the_browser_out(
    loop: AbstractEventLoop, server: CallbackServer, qtbot: QtBot, sent: bytes
) -> None:
    task = wait(loop, server)
    with ExitStack() as stack:
        for _ in range(MOST_CONNECTIONS + 5):
            stack.enter_context(_connected(server)).sendall(sent)
            settle()
        browser = stack.enter_context(_connected(server))
        browser.sendall(get(f"/callback?code=good&state={STATE}"))
        qtbot.waitUntil(task.done)
        browser.setblocking(False)
        assert b"200 OK" in _read_to_end(browser, qtbot)
    assert task.result() == "good"


def test_a_silent_connection_is_cut_in_time(
    loop: AbstractEventLoop,
    server: CallbackServer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(callback_server, "LONGEST_CONNECTION", 50)
    with _connected(server) as silent:
        silent.setblocking(False)
        assert _read_to_end(silent, qtbot) == b""


@pytest.mark.parametrize(
    ("worked", "title"), [(True, b"<h1>You are signed in<"), (False, b"<h1>You are not signed in<")]
)
def test_the_page_says_how_the_exchange_ended(
    loop: AbstractEventLoop, server: CallbackServer, send: Send, worked: bool, title: bytes
) -> None:
    wait(loop, server, worked=worked)
    answer = send(get(f"/callback?code=good&state={STATE}"))
    assert title in answer


def test_there_is_no_page_before_the_exchange_has_ended(
    loop: AbstractEventLoop, server: CallbackServer, qtbot: QtBot
) -> None:
    task = loop.create_task(server.wait_for_code(5))
    with _connected(server) as browser:
        browser.setblocking(False)
        browser.send(get(f"/callback?code=good&state={STATE}"))
        qtbot.waitUntil(task.done)
        settle()
        with pytest.raises(BlockingIOError):
            browser.recv(100)
        server.conclude(worked=True)
        assert b"You are signed in" in _read_to_end(browser, qtbot)
    server.conclude(worked=False)  # once is enough


def test_the_page_of_a_long_exchange_sends_the_player_back(
    loop: AbstractEventLoop,
    server: CallbackServer,
    send: Send,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(callback_server, "LONGEST_EXCHANGE", 50)
    task = loop.create_task(server.wait_for_code(5))
    answer = send(get(f"/callback?code=good&state={STATE}"))
    assert b"<h1>Go back to osubrowser<" in answer
    assert b"signed in<" not in answer
    qtbot.waitUntil(task.done)
    server.conclude(worked=True)


def test_a_browser_that_is_gone_is_told_nothing(
    loop: AbstractEventLoop, server: CallbackServer, qtbot: QtBot
) -> None:
    task = loop.create_task(server.wait_for_code(5))
    with _connected(server) as browser:
        browser.send(get(f"/callback?code=good&state={STATE}"))
        qtbot.waitUntil(task.done)
    qtbot.waitUntil(lambda: server._waiting is None)
    server.conclude(worked=True)


def test_only_this_machine_is_listened_to(server: CallbackServer) -> None:
    assert server.redirect_uri.startswith("http://127.0.0.1:")
    assert server._server.serverAddress().toString() == "127.0.0.1"


def test_a_callback_before_one_is_expected_is_a_stranger_s(
    loop: AbstractEventLoop, qtbot: QtBot
) -> None:
    server = CallbackServer(0)
    with _connected(server) as client:
        client.sendall(get("/callback?code=evil&state="))
        client.setblocking(False)
        assert b"400" in _read_to_end(client, qtbot)
    with pytest.raises(ValueError, match="state"):
        server.expect("")
    server.close()

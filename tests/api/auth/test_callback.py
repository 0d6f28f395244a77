"""Browser sign-in of scripts: the callback server, states and timeouts."""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from threading import Event
from urllib.parse import urlsplit

import pytest
import requests

from osubrowser.api import Authorization, Cancelled, InvalidRequest, LoginRequired, Offline
from osubrowser.api.auth import callback
from osubrowser.api.auth.callback import MAX_CONNECTIONS, authorize_in_browser
from tests.idle import HANG, wait_for

Call = Callable[[str], tuple[int, str]]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def authorization() -> Authorization:
    back = f"http://127.0.0.1:{free_port()}/callback"
    return Authorization("https://osu.ppy.sh/oauth/authorize?x=1", "the-state", "verifier", back)


def authorize(
    authorization: Authorization,
    opened: Callable[[str], object] = lambda _: None,
    *,
    closed: bool = False,
    exchange: Callable[[], object] = lambda: None,
) -> str:
    """Return the code of the callback, exchanged by `exchange`."""
    with authorize_in_browser(authorization, lambda: closed, opened) as code:
        exchange()
        return code


def wait_while(
    authorization: Authorization,
    browse: Callable[[], object],
    exchange: Callable[[], object] = lambda: None,
) -> Future[str]:
    """Wait for the callback in a thread, with a browser that does `browse`."""
    with ThreadPoolExecutor(1) as pool:
        opened: list[object] = []
        future = pool.submit(authorize, authorization, opened.append, exchange=exchange)
        wait_for(lambda: opened)
        assert opened == [authorization.url]
        browse()
        future.exception(HANG)
    return future


def get(address: str) -> int:
    with requests.get(address, timeout=5) as answer:
        return answer.status_code


def test_the_code_comes_with_the_right_state_and_path_alone(authorization: Authorization) -> None:
    back = authorization.redirect_uri

    def browse() -> None:
        assert get(back.replace("/callback", "/favicon.ico")) == 404
        assert get(f"{back}?code=stolen") == 400
        assert get(f"{back}?code=stolen&state=guess") == 400
        assert get(f"{back}?code=the-code&state=the-state") == 200

    assert wait_while(authorization, browse).result() == "the-code"


def test_a_silent_connection_does_not_block_the_callback(authorization: Authorization) -> None:
    back = authorization.redirect_uri
    port = int(back.split(":")[2].partition("/")[0])

    def browse() -> None:
        with socket.create_connection(("127.0.0.1", port)):
            assert get(f"{back}?code=c&state=the-state") == 200

    assert wait_while(authorization, browse).result() == "c"


def test_a_player_may_refuse(authorization: Authorization) -> None:
    address = f"{authorization.redirect_uri}?error=access_denied&state=the-state"
    refused = wait_while(authorization, lambda: get(address))
    with pytest.raises(LoginRequired) as caught:
        refused.result()
    assert caught.value.server_message == "access_denied"


def test_nobody_comes(authorization: Authorization, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callback, "TIMEOUT", 0.1)
    with pytest.raises(LoginRequired):
        authorize(authorization)


def test_closing_ends_the_wait(authorization: Authorization) -> None:
    with pytest.raises(Cancelled):
        authorize(authorization, closed=True)


def test_a_taken_port_is_told(authorization: Authorization) -> None:
    port = int(authorization.redirect_uri.split(":")[2].partition("/")[0])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with pytest.raises(Offline, match=str(port)):
            authorize(authorization)


@pytest.mark.parametrize(
    "back",
    [
        "http://127.0.0.1/callback",
        "https://127.0.0.1:5/x",
        "http://example.com:80/x",
        "http://127.0.0.1:0/x",
        "http://127.0.0.1:99999/x",
        "http://[127.0.0.1/x",
    ],
)
def test_only_a_port_of_this_machine_can_be_waited_on(
    authorization: Authorization, back: str
) -> None:
    with pytest.raises(LoginRequired, match="redirect address"):
        authorize(replace(authorization, redirect_uri=back))


def test_twenty_idle_connections_do_not_block_the_callback(authorization: Authorization) -> None:
    back = authorization.redirect_uri
    port = int(back.split(":")[2].partition("/")[0])

    def browse() -> None:
        with ExitStack() as stack:
            for _ in range(MAX_CONNECTIONS + 5):
                idle = socket.create_connection(("127.0.0.1", port), timeout=HANG)
                stack.enter_context(idle).sendall(b"GET /callback")
            assert get(f"{back}?code=c&state=the-state") == 200

    assert wait_while(authorization, browse).result() == "c"


def page(address: str) -> str:
    with requests.get(address, timeout=HANG) as answer:
        return answer.text


def test_the_page_says_that_it_worked_when_it_has(authorization: Authorization) -> None:
    done: list[str] = []

    def browse() -> None:
        shown = page(f"{authorization.redirect_uri}?code=c&state=the-state")
        assert done == ["exchanged"], "the page came before the exchange"
        assert "You are signed in." in shown

    wait_while(authorization, browse, lambda: done.append("exchanged")).result()


def test_the_page_says_that_it_did_not_work(authorization: Authorization) -> None:
    shown: list[str] = []

    def exchange() -> None:
        raise InvalidRequest("no such code")

    address = f"{authorization.redirect_uri}?code=c&state=the-state"
    future = wait_while(authorization, lambda: shown.append(page(address)), exchange)
    with pytest.raises(InvalidRequest):
        future.result()
    assert "not signed in" in shown[0]
    assert "Go back to osubrowser" in shown[0]


def test_the_page_does_not_wait_for_ever(
    authorization: Authorization, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callback, "LONGEST_EXCHANGE", 0.05)
    shown, exchanged = [], Event()

    def browse() -> None:
        shown.append(page(f"{authorization.redirect_uri}?code=c&state=the-state"))
        exchanged.set()

    wait_while(authorization, browse, lambda: exchanged.wait(HANG)).result()
    assert "Go back to osubrowser" in shown[0]
    assert "signed in." not in shown[0]


def test_only_the_first_callback_counts(authorization: Authorization) -> None:
    statuses: list[int] = []
    exchanged = Event()

    def second() -> None:
        port = urlsplit(authorization.redirect_uri).port
        with socket.create_connection(("127.0.0.1", port), timeout=HANG) as late:
            first = ThreadPoolExecutor(1)
            with first:
                address = f"{authorization.redirect_uri}?code=first&state=the-state"
                answer = first.submit(get, address)
                exchanged.wait(HANG)
                statuses.append(answer.result(HANG))
            late.settimeout(HANG)
            assert late.recv(100) == b"", "it was hung up"

    assert wait_while(authorization, second, exchanged.set).result() == "first"
    assert statuses == [200]

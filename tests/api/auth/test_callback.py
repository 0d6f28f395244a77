"""Browser sign-in of scripts: the callback server, states and timeouts."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import pytest
import requests

from osubrowser.api import Authorization, Cancelled, LoginRequired, Offline
from osubrowser.api.auth import callback
from osubrowser.api.auth.callback import authorize_in_browser

Call = Callable[[str], tuple[int, str]]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def authorization() -> Authorization:
    back = f"http://127.0.0.1:{free_port()}/callback"
    return Authorization("https://osu.ppy.sh/oauth/authorize?x=1", "the-state", "verifier", back)


def wait_while(authorization: Authorization, browse: Callable[[], object]) -> Future[str]:
    """Wait for the callback in a thread, with a browser that does `browse`."""
    with ThreadPoolExecutor(1) as pool:
        opened: list[object] = []
        future = pool.submit(authorize_in_browser, authorization, lambda: False, opened.append)
        while not opened:
            time.sleep(0.01)
        assert opened == [authorization.url]
        browse()
        future.exception(10)
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
        authorize_in_browser(authorization, lambda: False, lambda _: None)


def test_closing_ends_the_wait(authorization: Authorization) -> None:
    with pytest.raises(Cancelled):
        authorize_in_browser(authorization, lambda: True, lambda _: None)


def test_a_taken_port_is_told(authorization: Authorization) -> None:
    port = int(authorization.redirect_uri.split(":")[2].partition("/")[0])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with pytest.raises(Offline, match=str(port)):
            authorize_in_browser(authorization, lambda: False, lambda _: None)


@pytest.mark.parametrize(
    "back", ["http://127.0.0.1/callback", "https://127.0.0.1:5/x", "http://example.com:80/x"]
)
def test_only_a_port_of_this_machine_can_be_waited_on(
    authorization: Authorization, back: str
) -> None:
    with pytest.raises(LoginRequired, match="redirect address"):
        authorize_in_browser(
            replace(authorization, redirect_uri=back), lambda: False, lambda _: None
        )

"""HTTP transport under faults: retries, limits, redirects, and resulting errors."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
import requests
import urllib3

from osubrowser import __version__
from osubrowser.api import (
    Cancelled,
    Client,
    Forbidden,
    InvalidRequest,
    LoginRequired,
    MemoryTokenStore,
    NotFound,
    Offline,
    OsuError,
    RateLimited,
    ServerTrouble,
    TooLarge,
)
from osubrowser.api.http import exchange
from tests.api.conftest import Exchange, Stub
from tests.idle import HANG, wait_for

ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n"
SPOTLIGHTS = {"spotlights": [{"id": 7, "name": "Winter"}]}


def test_one_connection_serves_a_thread(stub: Stub) -> None:
    client = stub.client()
    for _ in range(5):
        client.spotlights()
    assert len({seen.connection for seen in stub.requests}) == 1


def test_says_who_asks_and_in_which_version(stub: Stub) -> None:
    stub.client(user_agent="statistics/2").spotlights()
    headers = stub.requests[0].headers
    assert headers["user-agent"] == f"statistics/2 osubrowser/{__version__}"
    assert headers["accept"] == "application/json"
    assert headers["x-api-version"] == "20241022"
    assert headers["authorization"] == "Bearer guest-token"


def test_reads_packed_and_chunked_bodies(stub: Stub) -> None:
    raw = gzip.compress(json.dumps(SPOTLIGHTS).encode())

    def respond(exchange: Exchange, number: int) -> None:
        if number == 1:
            exchange.answer(body=raw, Content_Encoding="gzip")
            return
        exchange.send_response(200)
        exchange.send_header("Content-Type", "application/json")
        exchange.send_header("Content-Encoding", "gzip")
        exchange.send_header("Transfer-Encoding", "chunked")
        exchange.end_headers()
        for byte in raw:
            exchange.wfile.write(b"1\r\n" + bytes([byte]) + b"\r\n")
        exchange.wfile.write(b"0\r\n\r\n")

    stub.respond(respond)
    client = stub.client()
    assert client.spotlights()[0].name == "Winter"
    assert client.spotlights()[0].name == "Winter"
    assert len({seen.connection for seen in stub.requests}) == 1


def _fails_at_first(
    times: int, fail: Callable[[Exchange], None]
) -> Callable[[Exchange, int], None]:
    def respond(exchange: Exchange, number: int) -> None:
        if number <= times:
            fail(exchange)
        else:
            exchange.answer(body=SPOTLIGHTS)

    return respond


@pytest.mark.parametrize(
    "fail",
    [
        pytest.param(lambda e: e.answer(502, b"<html>", "text/html"), id="502"),
        pytest.param(lambda e: e.answer(503, {"error": None}), id="503"),
        pytest.param(lambda e: e.answer(504, b""), id="504"),
        pytest.param(lambda e: e.answer(429, b"{}", Retry_After="0"), id="429"),
        pytest.param(lambda e: e.reset(), id="reset"),
        pytest.param(lambda e: e.cut(b'{"spotlights":['), id="cut"),
        pytest.param(lambda e: e.answer(200, b"<html>soon back</html>", "text/html"), id="html"),
        pytest.param(lambda e: e.answer(200, b'{"spotlights":[', "application/json"), id="broken"),
        pytest.param(lambda e: e.answer(200, b"nogzip", Content_Encoding="gzip"), id="unpackable"),
    ],
)
def test_a_passing_fault_is_not_seen(stub: Stub, fail: Callable[[Exchange], None]) -> None:
    stub.respond(_fails_at_first(1, fail))
    assert stub.client().spotlights()[0].id == 7
    assert len(stub.requests) == 2


@pytest.mark.parametrize(
    ("fail", "error", "tries"),
    [
        pytest.param(lambda e: e.answer(400, {"error": "no"}), InvalidRequest, 1, id="400"),
        pytest.param(lambda e: e.answer(403, {"error": "no"}), Forbidden, 1, id="403"),
        pytest.param(lambda e: e.answer(403, b"<html>", "text/html"), ServerTrouble, 1, id="cdn"),
        pytest.param(lambda e: e.answer(404, {"error": None}), NotFound, 1, id="404"),
        pytest.param(lambda e: e.answer(404, b""), NotFound, 1, id="404 empty"),
        pytest.param(lambda e: e.answer(422, {"error": "no"}), InvalidRequest, 1, id="422"),
        pytest.param(lambda e: e.answer(500, {"error": None}), ServerTrouble, 1, id="500"),
        pytest.param(lambda e: e.answer(503, {}), ServerTrouble, 4, id="503"),
        pytest.param(
            lambda e: e.answer(503, {}, Retry_After="900"), ServerTrouble, 1, id="503 900"
        ),
        pytest.param(lambda e: e.reset(), Offline, 4, id="reset"),
        pytest.param(lambda e: e.cut(), ServerTrouble, 4, id="cut"),
        pytest.param(lambda e: e.answer(200, b"<p>", "text/html"), ServerTrouble, 2, id="html"),
        pytest.param(lambda e: e.answer(200, b" <p>"), ServerTrouble, 2, id="html as json"),
        pytest.param(lambda e: e.answer(200, b"null"), ServerTrouble, 2, id="null"),
        pytest.param(lambda e: e.answer(200, b"[" * 100_000), ServerTrouble, 2, id="deep"),
        pytest.param(lambda e: e.answer(200, b""), ServerTrouble, 2, id="empty"),
        pytest.param(lambda e: e.answer(304, b""), ServerTrouble, 1, id="304"),
        pytest.param(lambda e: e.answer(302, Location="//[no"), ServerTrouble, 1, id="nowhere"),
        pytest.param(lambda e: e.answer(302, Location="x:80:a"), ServerTrouble, 1, id="no scheme"),
        pytest.param(lambda e: e.wfile.write(ENDLESS), TooLarge, 1, id="endless"),
        pytest.param(lambda e: e.wfile.write(b"SSH-2.0\r\n\r\n"), Offline, 4, id="no HTTP"),
    ],
)
def test_a_lasting_fault_becomes_its_error(
    stub: Stub, fail: Callable[[Exchange], None], error: type[OsuError], tries: int
) -> None:
    stub.respond(lambda exchange, _: fail(exchange))
    with pytest.raises(OsuError) as caught:
        stub.client(max_wait=5).spotlights()
    assert type(caught.value) is error or isinstance(caught.value, error)
    assert caught.value.address == f"{stub.url}/api/v2/spotlights"
    assert len(stub.requests) == tries


def test_errors_carry_status_and_sentence_of_the_server(stub: Stub) -> None:
    stub.respond(lambda e, _: e.answer(422, {"error": "invalid  variant\nparameter"}))
    with pytest.raises(InvalidRequest) as caught:
        stub.client().spotlights()
    assert caught.value.status == 422
    assert caught.value.server_message == "invalid variant parameter"
    assert caught.value.at.tzinfo is not None


def test_a_server_that_is_not_there_is_offline() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        client = Client(
            1,
            "secret",
            base_url=f"http://127.0.0.1:{taken.getsockname()[1]}",
            token_store=MemoryTokenStore(),
        )
        with pytest.raises(Offline):
            client.spotlights()


def test_a_server_that_does_not_answer_is_offline_after_two_tries(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.hang())
    with pytest.raises(Offline):
        stub.client(timeout=(1, 0.2)).spotlights()
    assert len(stub.requests) == 2


# --- limits -------------------------------------------------------------------------------


def test_too_large_by_announcement(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "MAX_BODY", 1000)
    stub.respond(lambda e, _: e.answer(body=b" " * 1001))
    with pytest.raises(TooLarge):
        stub.client().spotlights()
    assert len(stub.requests) == 1


def test_too_large_when_unpacked(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "MAX_BODY", 1_000_000)
    bomb = gzip.compress(b" " * 50_000_000)
    assert len(bomb) < 1_000_000
    stub.respond(lambda e, _: e.answer(body=bomb, Content_Encoding="gzip"))
    with pytest.raises(TooLarge):
        stub.client().spotlights()


def test_too_large_when_unpacked_again_and_again(stub: Stub) -> None:
    bomb = gzip.compress(gzip.compress(b" " * (200 << 20), 9), 9)
    stub.respond(lambda e, _: e.answer(body=bomb, Content_Encoding="gzip, gzip"))
    client = stub.client()
    client.ensure_token()
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            client.spotlights()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2 * exchange.MAX_BODY  # of 200 MiB: the rest was not unpacked


def test_what_may_have_arrived_is_not_sent_twice(
    stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []

    def broken(_: requests.Session, method: str, *_args: object, **_options: object) -> None:
        sent.append(method)
        raise requests.exceptions.SSLError(urllib3.exceptions.SSLError("bad record"))

    client = stub.client()
    monkeypatch.setattr(requests.Session, "request", broken)
    with pytest.raises(Offline):
        client.ensure_token()
    assert sent == ["POST"]


# --- 429 ----------------------------------------------------------------------------------


def test_429_stops_the_other_calls_until_its_time(stub: Stub) -> None:
    times: list[float] = []
    first = threading.Event()

    def respond(exchange: Exchange, number: int) -> None:
        times.append(time.monotonic())  # noqa: TID251 - at least: a slow machine only adds
        if number == 1:
            exchange.answer(429, {"error": "Too Many Attempts."}, Retry_After="1")
            first.set()
        else:
            exchange.answer(body=SPOTLIGHTS)

    stub.respond(respond)
    client = stub.client()
    client.ensure_token()
    with ThreadPoolExecutor(3) as pool:
        calls: list[Future[object]] = [pool.submit(client.spotlights)]
        assert first.wait(HANG)
        wait_for(lambda: client._rate_limiter.delay("api") > 0)  # the answer has been read
        calls += [pool.submit(client.spotlights) for _ in range(2)]
        assert all(call.result(HANG / 2) for call in calls)
    assert len(times) == 4
    assert min(times[1:]) - times[0] > 0.95


@pytest.mark.usefixtures("rate_clock")
def test_a_wait_that_is_too_long_is_an_error_and_nothing_more_is_sent(stub: Stub) -> None:
    stub.respond(lambda e, _: e.answer(429, {"error": "Too Many Attempts."}))
    client = stub.client(max_wait=1.5)
    with pytest.raises(RateLimited) as caught:
        client.spotlights()
    assert caught.value.retry_after == 60
    assert caught.value.status == 429
    assert caught.value.server_message == "Too Many Attempts."
    with pytest.raises(RateLimited) as again:
        client.user(2)
    assert again.value.retry_after == pytest.approx(60)
    assert len(stub.requests) == 1


@pytest.mark.usefixtures("rate_clock")
def test_a_question_in_passing_never_waits_and_shares_the_pause(stub: Stub) -> None:
    stub.respond(lambda e, _: e.answer(429, b"{}", Retry_After="20"))
    client = stub.client()
    with pytest.raises(RateLimited) as caught:
        client.best_effort().spotlights()
    assert caught.value.retry_after == 20
    with pytest.raises(RateLimited):
        client.best_effort().user(2)
    assert len(stub.requests) == 1
    assert client.requests_last_minute() == 2  # the token's, and ours


@pytest.mark.usefixtures("rate_clock")
@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_single_try_is_one_request(stub: Stub, status: int) -> None:
    stub.respond(lambda e, _: e.answer(status, b"{}", Retry_After="0"))
    once = stub.client(max_wait=60).single_try()
    with pytest.raises((RateLimited, ServerTrouble)):
        once.spotlights()
    assert len(stub.requests) == 1


def _call(break_off: Callable[[Exchange], None], exchange: Exchange, _: int) -> None:
    break_off(exchange)


def test_a_single_try_of_a_broken_connection_is_one_request(stub: Stub) -> None:
    for break_off in (Exchange.reset, Exchange.cut):
        before = len(stub.requests)
        stub.respond(partial(_call, break_off))
        with pytest.raises((Offline, ServerTrouble)):
            stub.client().single_try().spotlights()
        assert len(stub.requests) == before + 1


@pytest.mark.usefixtures("rate_clock")
def test_a_single_try_waits_for_no_limit(stub: Stub) -> None:
    stub.respond(lambda e, _: e.answer(429, b"{}", Retry_After="20"))
    client = stub.client(max_wait=60)
    for _ in range(2):
        with pytest.raises(RateLimited) as caught:
            client.single_try().spotlights()
        assert caught.value.retry_after == 20
    assert len(stub.requests) == 1


def test_a_single_try_tells_the_bytes_and_can_be_ended(stub: Stub) -> None:
    body = json.dumps(SPOTLIGHTS).encode() + b" " * 200_000
    stub.respond(lambda e, _: e.answer(body=body))
    told: list[tuple[int, int | None]] = []
    client = stub.client()
    client.single_try(lambda *now: told.append(now)).spotlights()
    assert [size for size, _ in told] == sorted(size for size, _ in told)
    assert told.pop() == (len(body), len(body))
    packed = gzip.compress(body)
    stub.respond(lambda e, _: e.answer(body=packed, Content_Encoding="gzip"))
    client.single_try(lambda *now: told.append(now)).spotlights()
    assert told.pop() == (len(body), None)

    def end(*_: object) -> None:
        raise Cancelled("it was cut")

    stub.respond(lambda e, _: e.answer(body=body))
    with pytest.raises(Cancelled, match="cut"):
        client.single_try(end).spotlights()
    assert client.spotlights()  # the client itself goes on


@pytest.mark.parametrize(
    ("said", "limit"), [("25", 25), ("", None), ("0", None), ("-1", None), ("9" * 30, None)]
)
def test_the_limit_of_replays_is_what_the_server_says(
    stub: Stub, said: str, limit: int | None
) -> None:
    client = stub.client()
    assert client.replay_limit is None
    stub.respond(lambda e, _: e.answer(body=b"abc", kind="x/y", X_RateLimit_Limit=said))
    client.single_try().download_score(1, raw=True)
    assert client.replay_limit == limit


def test_429_without_end_ends(stub: Stub) -> None:
    stub.respond(lambda e, _: e.answer(429, b"{}", Retry_After="0"))
    with pytest.raises(RateLimited):
        stub.client().spotlights()
    assert len(stub.requests) == 4


@pytest.mark.parametrize("wait", ["soon", "-5", "Wed, 99 Foo 2026", "9" * 400])
def test_a_senseless_retry_after_does_no_harm(stub: Stub, wait: str) -> None:
    stub.respond(lambda e, _: e.answer(429, b"{}", Retry_After=wait))
    with pytest.raises(RateLimited) as caught:
        stub.client(max_wait=0).spotlights()
    assert 0 <= caught.value.retry_after <= 3600


# --- addresses ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://osu.ppy.sh",
        "ftp://127.0.0.1",
        "osu.ppy.sh",
        "https://",
        "https://me:secret@osu.ppy.sh",
        "https://osu.ppy.sh/api",
        "https://osu.ppy.sh?x=1",
        "http://127.0.0.1.example.com",
        "https://:secret@osu.ppy.sh",
        "https://osu.ppy.sh:99999",
        "https://osu.ppy.sh:0",
        "https://osu.ppy.sh:http",
    ],
)
def test_unsafe_servers_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        Client(1, "the-client-secret", base_url=url, token_store=MemoryTokenStore())
    assert "secret@" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://localhost:8080/", "http://[::1]:80", "https://OSU.ppy.sh"])
def test_safe_servers_are_taken(url: str) -> None:
    client = Client(1, "secret", base_url=url, token_store=MemoryTokenStore())
    assert client.base_url == url.rstrip("/").lower()


def test_a_redirect_on_the_server_is_followed_with_the_token(stub: Stub) -> None:
    stub.respond(
        lambda e, n: (
            e.answer(302, b"", Location="/elsewhere") if n == 1 else e.answer(body=SPOTLIGHTS)
        )
    )
    assert stub.client().spotlights()
    assert stub.requests[1].path == "/elsewhere"
    assert stub.requests[1].headers["authorization"] == "Bearer guest-token"


def test_redirects_in_circles_end(stub: Stub) -> None:
    stub.respond(lambda e, _: e.answer(301, b"", Location="/api/v2/spotlights"))
    with pytest.raises(ServerTrouble):
        stub.client().spotlights()
    assert len(stub.requests) == 4


def test_the_environment_does_not_come_between(
    stub: Stub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password mine\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    stub.client().spotlights()
    assert stub.requests[0].headers["authorization"] == "Bearer guest-token"


def test_cookies_are_not_kept(stub: Stub) -> None:
    stub.respond(lambda e, _: e.answer(Set_Cookie="osu_session=1; Path=/"))
    client = stub.client()
    client.spotlights()
    client.spotlights()
    assert "cookie" not in stub.requests[1].headers


# --- close --------------------------------------------------------------------------------


def _closed_under_way(client: Client, ready: Callable[[], bool]) -> None:
    """Close the client while a call is under way, which must end by that."""
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(client.spotlights)
        wait_for(ready)
        client.close()
        with pytest.raises(Cancelled):
            call.result(HANG / 2)


def test_close_cuts_a_call_that_waits_for_an_answer(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.hang())
    _closed_under_way(stub.client(timeout=(HANG, HANG)), lambda: bool(stub.requests))


def test_close_cuts_a_body_under_way(stub: Stub) -> None:
    def respond(exchange: Exchange, _: int) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Type", "application/json")
        exchange.send_header("Content-Length", "1000")
        exchange.send_header("Connection", "close")
        exchange.end_headers()
        exchange.wfile.write(b"{")
        exchange.hang()

    stub.respond(respond)
    client = stub.client(timeout=(HANG, HANG))
    _closed_under_way(client, lambda: bool(stub.requests))


def test_an_answer_that_close_cut_in_its_head_is_no_answer(stub: Stub) -> None:
    def respond(exchange: Exchange, _: int) -> None:
        exchange.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
        exchange.hang()

    stub.respond(respond)
    client = stub.client()
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(client.read, "/spotlights")
        wait_for(lambda: stub.requests)
        client.close()
        with pytest.raises(Cancelled):
            call.result(HANG / 2)


def test_close_ends_a_wait_that_the_server_asked_for(stub: Stub) -> None:
    stub.respond(lambda e, _: e.answer(429, b"{}", Retry_After="30"))
    _closed_under_way(stub.client(timeout=(HANG, HANG)), lambda: bool(stub.requests))


def test_close_cuts_a_connection_that_is_being_made() -> None:
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for filler in (first, second):  # more than the queue takes: the next one hangs
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        url = f"http://127.0.0.1:{full.getsockname()[1]}"
        store = MemoryTokenStore()
        client = Client(1, "secret", base_url=url, token_store=store, timeout=(HANG, HANG))
        _closed_under_way(client, lambda: bool(client._transport._exchange.get()._sockets._sockets))


def test_a_closed_client_asks_nothing(stub: Stub) -> None:
    client = stub.client()
    client.spotlights()
    client.close()
    client.close()
    with pytest.raises(Cancelled):
        client.spotlights()
    assert len(stub.requests) == 1


def test_requests_are_counted(stub: Stub) -> None:
    client = stub.client()
    assert client.requests_last_minute() == 0
    client.spotlights()
    assert client.requests_last_minute() == 2  # the token's, and ours


def test_nothing_secret_in_errors(stub: Stub) -> None:
    stub.tokens(lambda e: e.answer(401, {"error": "invalid_client"}))
    with pytest.raises(LoginRequired) as caught:
        stub.client().spotlights()
    shown = f"{caught.value} {caught.value!r} {caught.value.__dict__}"
    assert "the-client-secret" not in shown

"""Server: connections, faults, limits, command line, shutdown."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from base64 import urlsafe_b64encode
from collections.abc import Callable

import pytest
import requests

from osubrowser.demo.faults.faults import NAMES, Faults, parse_faults
from osubrowser.demo.http.parameters import to_bool, to_int
from osubrowser.demo.http.throttle import Throttle
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from tests.conftest import Server
from tests.costs import elapsed
from tests.demo.conftest import Caller
from tests.idle import HANG, wait_for

Serve = Callable[..., DemoServer]
Make = Callable[..., Caller]


def test_one_connection_serves_many_requests(server: DemoServer) -> None:
    token = server.player_token()["access_token"]
    ask = f"GET /api/v2/spotlights HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        reader = connection.makefile("rb")
        for _ in range(3):
            connection.sendall(ask.encode())
            assert reader.readline().startswith(b"HTTP/1.1 200")
            headers = dict(line.split(": ", 1) for line in _head(reader))
            body = reader.read(int(headers["Content-Length"]))
            assert b"http://x" not in body
            assert json.loads(body)["spotlights"]
        reader.close()


def _head(reader: object) -> list[str]:
    lines = []
    while line := reader.readline().decode().strip():  # type: ignore[attr-defined]  # a file
        lines.append(line)
    return lines


def test_closing_ends_idle_and_waiting_connections_at_once(world: World) -> None:
    before = set(threading.enumerate())
    server = DemoServer(world=world, faults="hang:1").start()
    idle = socket.create_connection(("127.0.0.1", server.port))
    failed: list[BaseException] = []

    def wait() -> None:
        headers = {"Authorization": f"Bearer {server.player_token()['access_token']}"}
        try:
            requests.get(f"{server.url}/api/v2/me", headers=headers, timeout=HANG)
        except requests.RequestException as error:
            failed.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    wait_for(lambda: len(set(threading.enumerate()) - before) >= 4)
    server.close()
    server.close()
    thread.join()
    idle.close()
    assert not any(isinstance(error, requests.Timeout) for error in failed)
    assert set(threading.enumerate()) == before
    with pytest.raises(OSError, match=r"refused|reset|10061"):
        socket.create_connection(("127.0.0.1", server.port), timeout=1)


def test_closing_ends_while_the_queue_of_connections_is_full(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = DemoServer(world=world).start()
    tried: list[object] = []
    connect = socket.create_connection

    def full_at_first(address: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(address)
        if len(tried) == 1:
            raise TimeoutError
        return connect(address, timeout)

    monkeypatch.setattr(socket, "create_connection", full_at_first)
    closing = threading.Thread(target=server.close, daemon=True)
    closing.start()
    closing.join(HANG)
    assert not closing.is_alive()
    assert len(tried) == 2


def test_a_server_that_never_started_closes(world: World) -> None:
    DemoServer(world=world).close()


def test_a_taken_port_is_an_error(server: DemoServer, world: World) -> None:
    with pytest.raises(OSError, match=r".*"):
        DemoServer(world=world, port=server.port)


def test_latency_is_added(serve: Serve, caller: Make) -> None:
    slow = caller(serve(latency=0.15))
    assert elapsed(lambda: slow.json("spotlights")) >= 0.15


@pytest.mark.parametrize(
    ("fault", "status", "kind"),
    [
        ("429", 429, "application/json"),
        ("429bare", 429, "application/json"),
        ("500", 500, "text/html; charset=UTF-8"),
        ("502", 502, "text/html; charset=UTF-8"),
        ("503", 503, "text/html; charset=UTF-8"),
        ("garbage", 200, "text/html; charset=UTF-8"),
    ],
)
def test_faults_that_answer(serve: Serve, caller: Make, fault: str, status: int, kind: str) -> None:
    answer = caller(serve(faults=f"{fault}:1")).get("spotlights")
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, kind)
    assert answer.headers.get("Retry-After") == ("1" if fault == "429" else None)


@pytest.mark.parametrize("fault", ["reset", "truncate"])
def test_faults_that_cut_the_connection(serve: Serve, caller: Make, fault: str) -> None:
    cut = caller(serve(faults=f"{fault}:1"))
    with pytest.raises(requests.RequestException, match=r"reset|IncompleteRead|aborted|10054"):
        cut.get("rankings/osu/performance")


def test_an_expired_token_can_be_refreshed(serve: Serve) -> None:
    server = serve(faults="expire:1")
    token = server.player_token()
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    url = f"{server.url}/api/v2/spotlights"
    assert requests.get(url, headers=headers, timeout=5).status_code == 200
    assert requests.get(url, headers=headers, timeout=5).status_code == 401
    form = {
        "grant_type": "refresh_token",
        "refresh_token": str(token["refresh_token"]),
        "client_id": server.client_id,
        "client_secret": server.client_secret,
    }
    assert requests.post(f"{server.url}/oauth/token", data=form, timeout=5).status_code == 200


def test_faults_come_as_often_as_asked() -> None:
    faults = Faults(parse_faults("429:0.1, reset:0.05"), seed=3)
    drawn = [faults.draw() for _ in range(10_000)]
    assert 850 < drawn.count("429") < 1150
    assert 400 < drawn.count("reset") < 600
    again = Faults(parse_faults("429:0.1,reset:0.05"), seed=3)
    assert drawn[:100] == [again.draw() for _ in range(100)]
    assert Faults({}, 1).draw() == ""


@pytest.mark.parametrize("text", ["fire:0.1", "500:x", "500:2", "500:"])
def test_faults_that_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"fault|share"):
        parse_faults(text)


def test_the_limit_is_per_token_and_told(serve: Serve, caller: Make) -> None:
    server = serve(limit=3)
    one, other = caller(server), caller(server)
    left = [one.get("spotlights").headers["X-RateLimit-Remaining"] for _ in range(3)]
    assert left == ["2", "1", "0"]
    over = one.get("spotlights")
    assert (over.status_code, over.json()) == (429, {"error": "Too Many Attempts."})
    assert "Retry-After" not in over.headers
    assert other.get("spotlights").headers["X-RateLimit-Limit"] == "3"


def test_the_limit_can_say_when_to_return(serve: Serve, caller: Make) -> None:
    one = caller(serve(limit=1, retry_after=True))
    one.get("spotlights")
    assert 1 <= int(one.get("spotlights").headers["Retry-After"]) <= 61


def test_several_users_cost_one_each(guest: Caller) -> None:
    answer = guest.get("users", **{"ids[]": [1, 2, 3]})
    assert answer.headers["X-RateLimit-Remaining"] == "1197"
    answer = guest.get("users", **{"ids[]": [1, 2], "include_variant_statistics": 1})
    assert answer.headers["X-RateLimit-Remaining"] == "1191"


def test_windows_end(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("osubrowser.demo.http.throttle.time.monotonic", lambda: now[0])
    throttle = Throttle(2)
    assert [throttle.count("a"), throttle.count("a"), throttle.remaining("a")] == [1, 0, 0]
    now[0] += 59
    assert throttle.remaining("a") == 0
    assert throttle.resets_in("a") == 1
    now[0] += 1
    assert throttle.remaining("a") == 2


def test_parameters_are_read_like_phps() -> None:
    assert [to_int(text) for text in ("12abc", "abc", "", None, "-3")] == [12, 0, None, None, -3]
    assert [to_bool(text) for text in ("1", "on", "0", "maybe")] == [True, True, False, None]


def test_stats_do_not_grow_for_ever(guest: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("osubrowser.demo.http.app._KEPT_LOG", 3)
    for number in range(5):
        guest.get(f"rankings/osu/{number}")
    counts = guest.server.app.stats()["counts"]
    assert isinstance(counts, dict)
    assert [name.rpartition("/")[2] for name in counts] == ["2", "3", "4"]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "\ud800"])
def test_nonsense_as_a_cursor_is_no_cursor(guest: Caller, text: str) -> None:
    cursor = urlsafe_b64encode(text.encode("utf-8", "surrogatepass")).decode()[:60_000]
    first = guest.json("news")
    assert guest.json("news", cursor_string=cursor)["news_posts"] == first["news_posts"]


def test_nonsense_as_a_body_says_nothing(player: Caller) -> None:
    deep = {"data": b"[" * 200_000, "headers": {"Content-Type": "application/json"}}
    url = f"{player.server.url}/api/v2/beatmaps/221777/attributes"
    assert player.session.post(url, timeout=20, **deep).status_code == 200  # type: ignore[arg-type]


def test_stats_tell_what_was_asked(guest: Caller) -> None:
    guest.json("rankings/osu/performance", page=2)
    guest.get("rankings/osu/zz")
    with requests.get(f"{guest.server.url}/_stats", timeout=5) as answer:
        stats = answer.json()
    assert stats["counts"]["200 GET /api/v2/rankings/osu/performance"] == 1
    assert stats["counts"]["404 GET /api/v2/rankings/osu/zz"] == 1
    assert len(stats["times"]) == 2
    assert stats["requests"][0][1:] == ["GET", "/api/v2/rankings/osu/performance?page=2", 200]


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ("Content-Length: 9999999", "", 413),
        (f"Content-Length: {'9' * 5_000}", "", 413),
        ("Content-Length: -1", "", 411),
        ("Transfer-Encoding: chunked", "100001\r\n", 413),
        ("Transfer-Encoding: chunked", "ffffffffff\r\n", 400),
        ("Transfer-Encoding: chunked", "3\r\na=bc\r\n0\r\n\r\n", 400),
        ("Transfer-Encoding: chunked", "-3\r\na=b\r\n0\r\n\r\n", 400),
        ("Transfer-Encoding: chunked", "0\r\n" + "X-Trailer: x\r\n" * 100, 400),
        ("Transfer-Encoding: chunked\r\nContent-Length: 3", "0\r\n\r\n", 400),
        ("Transfer-Encoding: gzip, chunked", "0\r\n\r\n", 501),
    ],
)
def test_bodies_that_cannot_be_read_are_refused(
    headers: str, body: str, status: int, server: DemoServer
) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=HANG) as connection:
        connection.sendall(f"POST /oauth/token HTTP/1.1\r\n{headers}\r\n\r\n{body}".encode())
        assert connection.recv(64).startswith(f"HTTP/1.1 {status}".encode())


def test_chunked_bodies_are_read(server: DemoServer) -> None:
    url = f"{server.url}/oauth/token"
    form = f"client_id={server.client_id}&client_secret={server.client_secret}&scope=public"
    form += "&grant_type=client_credentials"
    with requests.Session() as session:
        for pieces in ([form], list(form)):
            chunks = iter([piece.encode() for piece in pieces])
            headers = {"Content-Type": "application/x-www-form-urlencoded"}
            answer = session.post(url, data=chunks, headers=headers, timeout=HANG)
            assert answer.json()["token_type"] == "Bearer"
        assert session.post(url, data=iter([]), timeout=HANG).status_code == 400
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=HANG)
    with connection, connection.makefile("rb") as reader:
        head = b"POST /oauth/token HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n"
        for body in (b"3;name=value\r\na=b\r\n0\r\nX-Trailer: x\r\n\r\n", b"0\r\n\r\n"):
            connection.sendall(head + body)
            assert reader.readline().startswith(b"HTTP/1.1 400")
            lengths = dict(line.split(": ", 1) for line in _head(reader))
            assert b"unsupported_grant_type" in reader.read(int(lengths["Content-Length"]))


def test_the_command_line_prints_one_line_and_serves(
    demo_server_with: Callable[..., Server],
) -> None:
    server = demo_server_with("--seed", "5", "--token-ttl", "60")
    form = {
        "grant_type": "client_credentials",
        "scope": "public",
        "client_id": server.client_id,
        "client_secret": server.client_secret,
    }
    token = requests.post(f"{server.url}/oauth/token", data=form, timeout=5).json()
    assert token["expires_in"] == 60
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    url = f"{server.url}/api/v2/rankings/osu/performance"
    assert len(requests.get(url, headers=headers, timeout=5).json()["ranking"]) == 50
    assert server.stats()["counts"]
    assert server.client_id.isdigit()
    assert len(server.client_secret) == len(server.api_key) == 40


def test_the_command_line_explains_bad_faults() -> None:
    command = [sys.executable, "-m", "osubrowser.demo", "--faults", "fire:1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert all(name in done.stderr for name in NAMES)


def test_starting_loads_neither_qt_nor_pictures() -> None:
    code = (
        "import sys; from osubrowser.demo.server import DemoServer; DemoServer().start().close();"
        "heavy = {'PySide6', 'PIL', 'requests', 'asyncio'} & set(sys.modules);"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], stderr=subprocess.PIPE, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_first_requests_at_once_make_one_table_of_routes() -> None:
    """Two that make it at the same time break each other: `ast.parse` of CPython 3.11."""
    script = """
import sys, threading
sys.setswitchinterval(1e-5)
from osubrowser.demo.http import api
made, gate, errors = [], threading.Barrier(8), []
build = api.Map
def counted(*arguments, **named):
    made.append(1)
    return build(*arguments, **named)
api.Map = counted
def ask():
    gate.wait()
    try:
        api._urls()
    except BaseException as error:
        errors.append(error)
threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(made), errors)
"""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "1 []", done.stderr

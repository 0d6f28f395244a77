"""Token provider against a real OAuth server: grants, rotation, threads, storage."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Lock
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
import requests

from osubrowser.api import (
    Authorization,
    Cancelled,
    Client,
    FileTokenStore,
    Grant,
    InvalidRequest,
    LoginRequired,
    MemoryTokenStore,
    Offline,
    RateLimited,
    ServerTrouble,
    SharedTokenStore,
)
from osubrowser.api.auth import token_provider
from osubrowser.api.auth.grants import TokenResponse
from osubrowser.api.auth.token_stores import try_file_lock
from osubrowser.api.decoding.decode import decode
from osubrowser.api.http.messages import Response
from tests.api.conftest import TOKEN, Exchange, Stub
from tests.conftest import Server
from tests.idle import HANG, wait_for

REDIRECT = "http://127.0.0.1:17272/callback"


def follow(authorization: Authorization) -> str:
    """Do what a browser and a willing player do, and return the code of the callback."""
    with requests.get(authorization.url, allow_redirects=False, timeout=5) as answer:
        back = urlsplit(answer.headers["Location"])
    query = parse_qs(back.query)
    assert f"{back.scheme}://{back.netloc}{back.path}" == authorization.redirect_uri
    assert query["state"] == [authorization.state]
    return query["code"][0]


def refuse(_: Authorization) -> str:
    raise LoginRequired("Nobody is here to ask")


def is_held(tokens: token_provider.TokenProvider) -> bool:
    """Whether another thread is fetching a token."""
    if tokens._lock.acquire(blocking=False):
        tokens._lock.release()
        return False
    return True


def guest(server: Server, **options: Any) -> Client:
    options.setdefault("token_store", MemoryTokenStore())
    return Client(server.client_id, server.client_secret, base_url=server.url, **options)


def player(server: Server, **options: Any) -> Client:
    return guest(server, redirect_uri=REDIRECT, **{"authorize": follow, **options})


def tokens_asked(server: Server) -> int:
    counts: dict[str, int] = server.stats()["counts"]
    return sum(count for what, count in counts.items() if what.endswith("POST /oauth/token"))


# --- guests -------------------------------------------------------------------------------


def test_a_guest_signs_in_silently_and_once(recorded_server: Server) -> None:
    client = guest(recorded_server)
    assert client.grant is Grant.CLIENT_CREDENTIALS
    assert not client.has_token()
    for _ in range(3):
        assert client.spotlights()
    assert client.has_token()
    assert tokens_asked(recorded_server) == 1


def test_a_guest_is_not_a_player(recorded_server: Server) -> None:
    with pytest.raises(LoginRequired):
        guest(recorded_server).get_me()
    assert tokens_asked(recorded_server) == 0


def test_a_wrong_secret_is_a_login_that_is_required(recorded_server: Server) -> None:
    client = Client(
        recorded_server.client_id,
        "wrong",
        base_url=recorded_server.url,
        token_store=MemoryTokenStore(),
    )
    with pytest.raises(LoginRequired) as caught:
        client.spotlights()
    assert caught.value.server_message == "Client authentication failed"


def test_threads_that_start_together_fetch_one_token(recorded_server: Server) -> None:
    client, barrier = guest(recorded_server), Barrier(8)

    def call(_: int) -> int:
        barrier.wait(HANG)
        return len(client.spotlights())

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(call, range(8)))) == 1
    assert tokens_asked(recorded_server) == 1


def test_what_is_asked_for_is_what_the_server_expects(stub: Stub) -> None:
    stub.tokens(lambda exchange: exchange.answer(body=TOKEN))
    stub.client().spotlights()
    assert stub.requests[0].form == {
        "grant_type": "client_credentials",
        "client_id": "1",
        "client_secret": "the-client-secret",
        "scope": "public",
    }
    assert "authorization" not in stub.requests[0].headers


# --- players ------------------------------------------------------------------------------


def test_a_player_signs_in_through_the_browser(recorded_server: Server) -> None:
    client = player(recorded_server)
    assert client.grant is Grant.AUTHORIZATION_CODE
    assert client.user(2).username
    assert tokens_asked(recorded_server) == 1


def test_the_window_makes_the_round_trip_itself(recorded_server: Server) -> None:
    client = player(recorded_server, authorize=refuse)
    with pytest.raises(LoginRequired):
        client.get_me()
    authorization = client.begin_authorization("http://127.0.0.1:40001/callback")
    query = parse_qs(urlsplit(authorization.url).query)
    assert query["scope"] == ["friends.read identify public"]
    assert query["code_challenge_method"] == ["S256"]
    assert query["redirect_uri"] == ["http://127.0.0.1:40001/callback"]
    client.finish_authorization(authorization, follow(authorization))
    assert client.has_token()
    assert client.user(2).username


def test_each_sign_in_has_secrets_of_its_own(stub: Stub) -> None:
    client = stub.client()
    one, other = client.begin_authorization(REDIRECT), client.begin_authorization(REDIRECT)
    assert one.state != other.state
    assert one.code_verifier != other.code_verifier
    assert len(one.code_verifier) >= 43


def test_a_code_works_once(recorded_server: Server) -> None:
    client = player(recorded_server)
    authorization = client.begin_authorization()
    code = follow(authorization)
    client.finish_authorization(authorization, code)
    with pytest.raises(InvalidRequest) as caught:
        client.finish_authorization(authorization, code)
    assert caught.value.server_message is not None
    assert client.user(2).username, "the first sign-in still holds"


def test_another_program_cannot_use_the_code(recorded_server: Server) -> None:
    client = player(recorded_server)
    authorization = client.begin_authorization()
    code = follow(authorization)
    with pytest.raises(InvalidRequest):
        client.finish_authorization(client.begin_authorization(), code)


# --- ends and refreshes -------------------------------------------------------------------


def let_end(client: Client) -> None:
    """Let the token of a client be too old, here and in its store."""
    auth = client._tokens
    assert auth._token is not None
    auth._token = msgspec.structs.replace(auth._token, expires_at=0.0)
    auth._store.save(auth._key, msgspec.json.encode(auth._token))


def test_a_token_that_ends_is_refreshed_and_rotated(recorded_server: Server) -> None:
    client = player(recorded_server)
    for _ in range(3):
        assert client.user(2).username
        let_end(client)
    assert tokens_asked(recorded_server) == 3


def test_many_waiters_share_one_refresh(recorded_server: Server) -> None:
    client, barrier = player(recorded_server, authorize=follow), Barrier(8)
    client.ensure_token()
    let_end(client)

    def call(_: int) -> str:
        barrier.wait(HANG)
        return client.user(2).username

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(call, range(8)))) == 1
    assert tokens_asked(recorded_server) == 2


def test_a_token_that_the_server_refuses_is_renewed(stub: Stub) -> None:
    given: list[str] = []

    def tokens(exchange: Exchange) -> None:
        given.append(f"token-{len(given)}")
        exchange.answer(body={**TOKEN, "access_token": given[-1]})

    def respond(exchange: Exchange, _: int) -> None:
        good = exchange.seen.headers.get("authorization") == f"Bearer {given[-1]}"
        exchange.answer(*((200, b'{"spotlights":[]}') if good else (401, b"{}")))

    stub.tokens(tokens)
    stub.respond(respond)
    client = stub.client()
    client.spotlights()
    given.append("revoked")
    client.spotlights()
    assert given == ["token-0", "revoked", "token-2"]


def test_a_server_that_refuses_every_token_ends_in_login(stub: Stub) -> None:
    stub.respond(lambda e, _: e.answer(401, {"authentication": "basic"}))
    with pytest.raises(LoginRequired) as caught:
        stub.client().spotlights()
    assert caught.value.status == 401
    assert len(stub.requests) == 5


def test_calls_survive_tokens_that_end_at_any_moment(
    recorded_server_with: Callable[..., Server],
) -> None:
    server = recorded_server_with("--faults", "expire:0.2")
    client = player(server)
    with ThreadPoolExecutor(2) as pool:
        names = list(pool.map(lambda _: client.user(2).username, range(30)))
    assert len(set(names)) == 1


def test_a_refused_refresh_asks_for_a_login_and_forgets(
    recorded_server_with: Callable[..., Server],
) -> None:
    server = recorded_server_with("--token-ttl", "1")
    store = MemoryTokenStore()
    client = player(server, token_store=store)
    client.ensure_token()
    client.use_token(
        {"access_token": "x", "refresh_token": "gone", "expires_in": 0, "token_type": "Bearer"}
    )
    assert client.has_token()
    with pytest.raises(LoginRequired) as caught:
        client.get_me()
    assert caught.value.server_message is not None
    assert "invalid" in caught.value.server_message
    assert not client.has_token()
    assert not player(server, token_store=store).has_token()


@pytest.mark.parametrize(
    ("fail", "error"),
    [
        pytest.param(lambda e: e.answer(500, b"<html>", "text/html"), ServerTrouble, id="500"),
        pytest.param(lambda e: e.reset(), Offline, id="reset"),
        pytest.param(lambda e: e.answer(429, b"{}"), RateLimited, id="429"),
        pytest.param(lambda e: e.answer(200, b"<html>", "text/html"), ServerTrouble, id="html"),
        pytest.param(lambda e: e.answer(200, b'{"error":"x"}'), ServerTrouble, id="error 200"),
        pytest.param(lambda e: e.answer(200, b"{}"), ServerTrouble, id="no token"),
        pytest.param(lambda e: e.answer(302, b"", Location="/x"), ServerTrouble, id="redirect"),
    ],
)
def test_a_refresh_that_fails_in_passing_keeps_the_sign_in(
    stub: Stub, fail: Callable[[Exchange], None], error: type[Exception]
) -> None:
    stub.tokens(fail)
    client = stub.client(redirect_uri=REDIRECT, authorize=refuse)
    client.use_token({"access_token": "old", "refresh_token": "r", "expires_in": 0})
    with pytest.raises(error):
        client.get_me()
    assert client.has_token()
    assert len(stub.requests) == 1, "a refresh token is never sent twice by itself"


class CountingLock:
    """A lock that knows how many have asked for it."""

    def __init__(self) -> None:
        self.entered = 0
        self._counting, self._lock = Lock(), Lock()

    def __enter__(self) -> None:
        with self._counting:
            self.entered += 1
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_those_who_wait_for_a_refresh_share_its_failure(stub: Stub) -> None:
    lock = CountingLock()

    def tokens(exchange: Exchange) -> None:
        wait_for(lambda: lock.entered == 6)
        exchange.answer(500, b"{}")

    stub.tokens(tokens)
    client, barrier = stub.client(), Barrier(6)
    client._tokens._lock = cast("Any", lock)

    def call(_: int) -> object:
        barrier.wait(HANG)
        with pytest.raises(ServerTrouble) as caught:
            client.spotlights()
        return caught.value

    with ThreadPoolExecutor(6) as pool:
        errors = list(pool.map(call, range(6)))
    assert len(stub.requests) == 1
    assert len({id(error) for error in errors}) == 6, "each thread raises an error of its own"


def test_close_ends_a_sign_in_and_all_who_wait_for_it(stub: Stub) -> None:
    stub.tokens(lambda exchange: exchange.hang())
    client = stub.client()

    def call(_: int) -> None:
        with pytest.raises(Cancelled):
            client.spotlights()

    with ThreadPoolExecutor(4) as pool:
        calls = [pool.submit(call, n) for n in range(4)]
        wait_for(lambda: stub.requests)
        client.close()
        for ended in calls:
            ended.result(HANG / 2)


# --- what is kept -------------------------------------------------------------------------


def test_the_token_is_used_again_by_the_next_run(recorded_server: Server, tmp_path: Path) -> None:
    player(recorded_server, token_store=FileTokenStore(tmp_path)).ensure_token()
    client = player(recorded_server, token_store=FileTokenStore(tmp_path), authorize=refuse)
    assert client.has_token()
    assert client.user(2).username
    assert tokens_asked(recorded_server) == 1


def test_tokens_of_other_programs_servers_and_scopes_are_not_mixed(stub: Stub) -> None:
    store = MemoryTokenStore()
    first = stub.client(token_store=store)
    first.ensure_token()
    assert stub.client(token_store=store).has_token()
    assert not stub.client(token_store=store, redirect_uri=REDIRECT).has_token()
    assert not stub.client(token_store=store, scopes=["identify"]).has_token()
    other = Client(2, "secret", base_url=stub.url, token_store=store)
    assert not other.has_token()


def test_two_processes_share_a_refresh(recorded_server: Server, tmp_path: Path) -> None:
    one = player(recorded_server, token_store=FileTokenStore(tmp_path))
    one.ensure_token()
    other = player(recorded_server, token_store=FileTokenStore(tmp_path), authorize=refuse)
    other.ensure_token()
    one.revoke_token()
    one.ensure_token()
    assert other.user(2).username, "finds what the first process stored"
    assert tokens_asked(recorded_server) == 2


# --- several programs on one store --------------------------------------------------------


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> SharedTokenStore:
    return MemoryTokenStore() if request.param == "memory" else FileTokenStore(tmp_path)


class Unlocked:
    """A token store without a lock, over another."""

    def __init__(self, store: SharedTokenStore) -> None:
        self.load, self.save, self.delete = store.load, store.save, store.delete


def test_a_refused_refresh_leaves_what_another_program_stored(
    stub: Stub, store: SharedTokenStore
) -> None:
    others = stub.client(redirect_uri=REDIRECT, token_store=store)
    client = stub.client(redirect_uri=REDIRECT, token_store=Unlocked(store), authorize=refuse)
    client.use_token({"access_token": "old", "refresh_token": "r-old", "expires_in": 0})

    def tokens(exchange: Exchange) -> None:
        # While this refresh is on its way, the other program's has just succeeded.
        assert exchange.seen.form["refresh_token"] == "r-old"
        others.use_token({"access_token": "new", "refresh_token": "r-new", "expires_in": 900})
        exchange.answer(401, {"error": "invalid_request", "hint": "Token has been revoked"})

    stub.tokens(tokens)
    client.ensure_token()
    assert client._tokens.current().access_token == "new"
    assert stub.client(redirect_uri=REDIRECT, token_store=store).has_token()
    assert len(stub.requests) == 1


class Full(Unlocked):
    """A token store on a full disk, over another."""

    def __init__(self, store: SharedTokenStore) -> None:
        super().__init__(store)
        self.save = self._fail

    def _fail(self, key: str, value: bytes) -> None:
        raise OSError(28, "No space left on device")


def test_a_refused_refresh_after_a_full_disk_leaves_what_another_program_stored(
    stub: Stub, store: SharedTokenStore
) -> None:
    client = stub.client(redirect_uri=REDIRECT, token_store=Full(store), authorize=refuse)
    client.use_token({"access_token": "old", "refresh_token": "r-old", "expires_in": 0})
    others = stub.client(redirect_uri=REDIRECT, token_store=store)
    others.use_token({"access_token": "new", "refresh_token": "r-new", "expires_in": 900})
    stub.tokens(lambda exchange: exchange.answer(401, {"error": "invalid_request"}))

    client.ensure_token()
    assert client._tokens.current().access_token == "new"
    assert stub.client(redirect_uri=REDIRECT, token_store=store).has_token()


def test_what_another_program_stored_is_refreshed_when_it_has_ended_too(
    stub: Stub, store: SharedTokenStore
) -> None:
    others = stub.client(redirect_uri=REDIRECT, token_store=store)
    client = stub.client(redirect_uri=REDIRECT, token_store=Unlocked(store), authorize=refuse)
    client.use_token({"access_token": "old", "refresh_token": "r-old", "expires_in": 0})
    tried: list[str] = []

    def tokens(exchange: Exchange) -> None:
        tried.append(exchange.seen.form["refresh_token"])
        if len(tried) == 1:
            others.use_token({"access_token": "x", "refresh_token": "r-new", "expires_in": 0})
            exchange.answer(401, {"error": "invalid_request"})
        else:
            exchange.answer(body={**TOKEN, "access_token": "newest", "refresh_token": "r-newest"})

    stub.tokens(tokens)
    assert client._tokens.current().access_token == "newest"
    assert tried == ["r-old", "r-new"]


def test_a_refusal_of_all_drops_all(stub: Stub, store: SharedTokenStore) -> None:
    client = stub.client(redirect_uri=REDIRECT, token_store=store, authorize=refuse)
    client.use_token({"access_token": "old", "refresh_token": "r", "expires_in": 0})
    stub.tokens(lambda e: e.answer(401, {"error": "invalid_request"}))
    with pytest.raises(LoginRequired, match="ended"):
        client.ensure_token()
    assert not stub.client(redirect_uri=REDIRECT, token_store=store).has_token()
    assert len(stub.requests) == 1


def test_programs_share_one_refresh(recorded_server: Server, store: SharedTokenStore) -> None:
    first = player(recorded_server, token_store=store)
    first.ensure_token()
    let_end(first)
    programs = [player(recorded_server, token_store=store, authorize=refuse) for _ in range(6)]
    together = Barrier(6)

    def call(client: Client) -> str:
        together.wait(HANG)
        client.ensure_token()
        return client._tokens.current().access_token

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(call, programs))) == 1
    assert tokens_asked(recorded_server) == 2


def test_processes_share_one_refresh(recorded_server: Server, tmp_path: Path) -> None:
    first = player(recorded_server, token_store=FileTokenStore(tmp_path))
    first.ensure_token()
    let_end(first)
    program = (
        "import sys; from osubrowser.api import Client, FileTokenStore\n"
        "client = Client(*sys.argv[1:4], base_url=sys.argv[4],"
        " token_store=FileTokenStore(sys.argv[5]))\n"
        "sys.stdin.readline(); print(client.user(2).username)"
    )
    server = recorded_server
    command = [sys.executable, "-c", program, server.client_id, server.client_secret, REDIRECT]
    command += [server.url, str(tmp_path)]
    pipe = subprocess.PIPE
    running = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(4)
    ]
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    ends = [(process.communicate(timeout=HANG), process.returncode) for process in running]
    assert [code for _, code in ends] == [0] * 4, ends
    assert tokens_asked(server) == 2


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "one.lock"
    program = (
        "import os, sys; from pathlib import Path\n"
        "from osubrowser.api.auth.token_stores import try_file_lock\n"
        "release = try_file_lock(Path(sys.argv[1]))\n"
        "print(release is not None, flush=True); sys.stdin.readline(); os._exit(9)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        assert try_file_lock(path) is None
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.wait(HANG) == 9
    release = try_file_lock(path)
    assert release is not None
    release()


def test_a_program_that_is_stuck_does_not_hold_up_a_closed_client(
    stub: Stub, store: SharedTokenStore
) -> None:
    client = stub.client(token_store=store)
    release = store.try_lock(client._tokens._key)
    assert release is not None
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(client.spotlights)
        wait_for(lambda: is_held(client._tokens))
        client.close()
        with pytest.raises(Cancelled):
            call.result(HANG / 2)
    release()


def test_a_stuck_program_is_not_waited_for_for_ever(
    stub: Stub, store: SharedTokenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(token_provider, "_LONGEST_LOCK", 0.1)
    client = stub.client(token_store=store)
    release = store.try_lock(client._tokens._key)
    assert release is not None
    client.spotlights()
    release()


def test_signing_out_revokes_what_another_program_refreshed(
    stub: Stub, store: SharedTokenStore
) -> None:
    client = stub.client(redirect_uri=REDIRECT, token_store=store)
    client.use_token({"access_token": "old", "expires_in": 900})
    other = stub.client(redirect_uri=REDIRECT, token_store=store)
    other.use_token({"access_token": "new", "expires_in": 900})
    client.revoke_token()
    assert [seen.headers["authorization"] for seen in stub.requests] == ["Bearer new"]
    assert not stub.client(redirect_uri=REDIRECT, token_store=store).has_token()


def test_a_write_that_was_killed_leaves_nothing_after_signing_out(tmp_path: Path) -> None:
    program = (
        "import os, sys; from osubrowser.api import FileTokenStore\n"
        "os.fsync = lambda _: os._exit(9)\n"
        "FileTokenStore(sys.argv[1]).save('k', b'the-token')"
    )

    def kill_a_write() -> None:
        ended = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
        assert ended.returncode == 9
        assert b"the-token" in _contents(tmp_path)

    store = FileTokenStore(tmp_path)
    kill_a_write()
    store.load("k")  # the start of the next program
    assert b"the-token" not in _contents(tmp_path)
    kill_a_write()
    store.delete("k")
    assert b"the-token" not in _contents(tmp_path)


def _contents(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


@pytest.mark.parametrize(
    "answer",
    [
        {"token_type": "mac"},
        {"token_type": ""},
        {"access_token": ""},
        {"access_token": " "},
        {"access_token": "a\r\nX: y"},
        {"access_token": "tök"},
        {"refresh_token": "a b"},
    ],
)
def test_what_is_no_bearer_token_is_refused(stub: Stub, answer: dict[str, str]) -> None:
    stub.tokens(lambda e: e.answer(body={**TOKEN, **answer}))
    store = MemoryTokenStore()
    client = stub.client(token_store=store)
    with pytest.raises(ServerTrouble, match=r"token"):
        client.spotlights()
    assert not client.has_token()
    assert len(stub.requests) == 1, "nothing was sent with it"
    with pytest.raises(ValueError, match="/oauth/token"):
        client.use_token({**TOKEN, **answer})


def test_an_empty_refresh_token_is_none(stub: Stub) -> None:
    client = stub.client(redirect_uri=REDIRECT)
    client.use_token({**TOKEN, "refresh_token": "", "expires_in": 0})
    assert not client.has_token()


def test_signing_out_revokes_and_forgets(recorded_server: Server) -> None:
    client = player(recorded_server)
    client.ensure_token()
    client.revoke_token()
    assert not client.has_token()
    counts = recorded_server.stats()["counts"]
    assert counts["204 DELETE /api/v2/oauth/tokens/current"] == 1
    client.revoke_token()
    again = recorded_server.stats()["counts"]
    assert {k: v for k, v in again.items() if "oauth" in k} == {
        k: v for k, v in counts.items() if "oauth" in k
    }, "there was nothing left to revoke"


def test_signing_out_without_a_server_forgets_all_the_same(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(500))
    client = stub.client()
    client.ensure_token()
    with pytest.raises(ServerTrouble):
        client.revoke_token()
    assert not client.has_token()


def test_the_file_is_for_this_user_alone_and_whole(tmp_path: Path) -> None:
    store = FileTokenStore(tmp_path / "tokens")
    assert store.load("a") is None
    store.delete("a")
    store.save("a", b"one")
    store.save("a", b"two")
    assert store.load("a") == b"two"
    files = list((tmp_path / "tokens").glob("*.token"))
    assert len(files) == 1
    others = [f for f in (tmp_path / "tokens").iterdir() if f not in files]
    assert all(f.suffix == ".lock" and not f.stat().st_size for f in others)
    if os.name == "posix":
        assert stat.S_IMODE(files[0].stat().st_mode) == 0o600
        assert stat.S_IMODE(files[0].parent.stat().st_mode) == 0o700
    store.delete("a")
    assert store.load("a") is None
    with pytest.raises(ValueError, match="key"):
        store.load("../a")


def test_a_damaged_token_is_no_token(stub: Stub, tmp_path: Path) -> None:
    store = FileTokenStore(tmp_path)
    stub.client(token_store=store).ensure_token()
    next(tmp_path.glob("*.token")).write_bytes(b'{"access_token": 5')
    client = stub.client(token_store=store)
    assert not client.has_token()
    client.spotlights()
    assert client.has_token()


@pytest.mark.parametrize("damaged", ["", "a b", "a\n"])
def test_a_damaged_refresh_token_is_none(stub: Stub, damaged: str) -> None:
    store = MemoryTokenStore()
    stub.client(token_store=store).ensure_token()
    [key] = store._values
    ended = {"access_token": "a", "refresh_token": damaged, "expires_at": 1}
    store.save(key, msgspec.json.encode(ended))
    client = stub.client(token_store=store)
    assert not client.has_token()
    asked: list[str] = []

    def answer(exchange: Exchange) -> None:
        asked.append(exchange.seen.form["grant_type"])
        exchange.answer(body=TOKEN)

    stub.tokens(answer)
    client.spotlights()
    assert asked == ["client_credentials"]


def test_a_store_that_fails_costs_only_the_next_sign_in(
    stub: Stub, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def load(self, key: str) -> bytes | None:
            raise OSError(5, "the disk is gone")

        def save(self, key: str, value: bytes) -> None:
            raise OSError(28, "the disk is full")

        def delete(self, key: str) -> None:
            raise OSError(5, "the disk is gone")

    client = stub.client(token_store=Broken())
    client.spotlights()
    client.spotlights()
    client.revoke_token()
    assert "the disk is full" in caplog.text
    assert "guest-token" not in caplog.text


def test_a_web_page_for_a_token_is_trouble_that_says_where(stub: Stub) -> None:
    stub.tokens(lambda e: e.answer(body=b"<html>", kind="text/html"))
    with pytest.raises(ServerTrouble, match="web page") as caught:
        stub.client().ensure_token()
    assert (caught.value.status, caught.value.address) == (200, f"{stub.url}/oauth/token")


def test_an_answer_with_a_token_does_not_show_it() -> None:
    body = b'{"access_token":"hush","refresh_token":"hush-hush","expires_in":60}'
    assert "hush" not in repr(Response(200, "application/json", body, "https://x/oauth/token"))
    assert "hush" not in repr(decode(body, TokenResponse))


def test_secrets_are_not_shown(recorded_server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    store = MemoryTokenStore()
    client = player(recorded_server, token_store=store)
    authorization = client.begin_authorization()
    code = follow(authorization)
    client.finish_authorization(authorization, code)
    client.user(2)
    token = client._tokens.current()
    shown = [repr(client), repr(authorization), str(authorization), repr(token), repr(vars(client))]
    shown += [record.getMessage() for record in caplog.records if record.name != "tests"]
    for secret in (
        recorded_server.client_secret,
        authorization.code_verifier,
        token.access_token,
        str(token.refresh_token),
    ):
        assert not any(secret in text for text in shown)

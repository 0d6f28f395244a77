"""Signing in for real: against the recorded server, an HTTP client in the browser's place."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import LoginRequired, Offline
from osubrowser.services.cache.response_cache import DEMO, account_key
from osubrowser.services.runtime.calls import WORKERS, Calls
from osubrowser.services.runtime.failures import SignInDenied, SignInTimedOut, WrongCredentials
from osubrowser.services.session.account import Account, AccountState
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.session.session_store import NOT_KEPT
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage import json_file
from tests.conftest import Server
from tests.idle import HANG, settle
from tests.services.conftest import Run


class Browser:
    """Follows the redirects that a web browser would follow, on threads of its own."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.pages: list[str] = []
        self._threads: list[threading.Thread] = []
        self.edit: Callable[[str], str] = lambda url: url
        self.answers = True

    def open(self, url: str) -> bool:
        self.opened.append(url)
        if not self.answers:
            return True
        thread = threading.Thread(target=self._follow, args=(url,))
        self._threads.append(thread)
        thread.start()
        return True

    def _follow(self, url: str) -> None:
        with requests.get(url, allow_redirects=False, timeout=5) as answer:
            there = answer.headers.get("Location")
        if there is not None:
            with requests.get(self.edit(there), timeout=5) as page:
                self.pages.append(page.text)

    def join(self) -> None:
        for thread in self._threads:
            thread.join(HANG)


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    yield browser
    browser.join()


class World:
    """One installation of the program: settings, secrets, and accounts over them."""

    def __init__(self, folder: Path, calls: Calls, browser: Browser, server: Server) -> None:
        self.folder, self.calls, self.browser, self.server = folder, calls, browser, server
        self.accounts: list[Account] = []

    @property
    def secrets_file(self) -> Path:
        return self.folder / "secrets.json"

    def start(self, *, sign_in_timeout: float = 20) -> Account:
        """The account as the program makes it at its start."""
        settings = Settings.load(self.folder / "settings.json")
        settings.callback_port = 0  # any free one: tests may run side by side
        account = Account(
            self.calls,
            settings,
            SecretStore(self.secrets_file),
            server=self.server.url,
            open_url=self.browser.open,
            sign_in_timeout=sign_in_timeout,
        )
        self.calls.on_login_required = account.session_ended
        self.accounts.append(account)
        return account

    def kept(self) -> str:
        """All that is on disk."""
        return "".join(p.read_text() for p in self.folder.rglob("*") if p.is_file())

    def count(self, what: str) -> int:
        counts: dict[str, int] = self.server.stats()["counts"]
        return sum(times for name, times in counts.items() if what in name)


@pytest.fixture
def world(
    tmp_path: Path, calls: Calls, browser: Browser, recorded_server: Server
) -> Iterator[World]:
    world = World(tmp_path, calls, browser, recorded_server)
    yield world
    for account in world.accounts:
        account.close()


def is_(account: Account, state: AccountState) -> bool:
    """Whether the account is in this state now."""
    return account.state is state


def sign_in(world: World, account: Account, run: Run, *, guest: bool = False) -> None:
    run(account.sign_in(world.server.client_id, world.server.client_secret, guest=guest))


def test_signing_in_through_the_browser_and_out_again(
    world: World, run: Run, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    account = world.start()
    states: list[AccountState] = []
    account.changed.connect(lambda: states.append(account.state))
    waiting: list[str] = []
    run(
        account.sign_in(
            f" {world.server.client_id} ",
            f"{world.server.client_secret}\n",
            guest=False,
            on_waiting=waiting.append,
        )
    )
    assert is_(account, AccountState.PLAYER)
    assert states[0] is AccountState.SIGNING_IN
    assert AccountState.PLAYER in states
    assert waiting == world.browser.opened
    asked = parse_qs(urlsplit(waiting[0]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked["scope"][0].split()) == {"public", "identify", "friends.read"}
    world.browser.join()
    assert "You are signed in" in world.browser.pages[0]
    assert account.secrets_location == str(world.secrets_file)
    kept = json.loads((world.folder / "settings.json").read_text())["sign_ins"]
    assert kept[world.server.url]["client_id"] == world.server.client_id

    # Another start: no browser, the same player, the token that was kept.
    account.close()
    tokens = world.count("/oauth/token")
    again = world.start()
    run(again.restore())
    assert is_(again, AccountState.PLAYER)
    assert world.count("/oauth/token") == tokens
    assert len(world.browser.opened) == 1

    run(again.sign_out())
    assert is_(again, AccountState.SIGNED_OUT)
    assert (again.client, again.me) == (None, None)
    assert world.count("204 DELETE /api/v2/oauth/tokens/current") == 1
    assert not world.secrets_file.exists()
    assert world.server.client_secret not in world.kept()
    last = world.start()
    run(last.restore())
    assert is_(last, AccountState.SIGNED_OUT)

    written = "".join(r.getMessage() for r in caplog.records if r.name.startswith("osubrowser"))
    for secret in (world.server.client_secret, asked["state"][0], asked["code_challenge"][0]):
        assert secret not in written


def test_a_guest_needs_no_browser_and_comes_back_without_network(world: World, run: Run) -> None:
    account = world.start()
    sign_in(world, account, run, guest=True)
    assert is_(account, AccountState.GUEST)
    assert account.me is None
    assert world.browser.opened == []
    account.close()
    asked = len(world.server.stats()["times"])
    again = world.start()
    run(again.restore())
    assert is_(again, AccountState.GUEST)
    assert len(world.server.stats()["times"]) == asked + 1  # the look at the counter before


def test_what_only_a_player_may_see_does_not_end_a_guest_s_session(
    world: World, run: Run, qtbot: QtBot
) -> None:
    account = world.start()
    sign_in(world, account, run, guest=True)
    client = account.client
    assert client is not None
    with pytest.raises(LoginRequired):
        run(world.calls.run(client.get_me))
    settle()
    assert is_(account, AccountState.GUEST)


def test_a_session_that_osu_ended_is_left_once_and_the_client_id_stays(
    recorded_server_with: Callable[..., Server],
    tmp_path: Path,
    calls: Calls,
    browser: Browser,
    run: Run,
    qtbot: QtBot,
) -> None:
    server = recorded_server_with("--faults", "expire:0.0")
    world = World(tmp_path, calls, browser, server)
    account = world.start()
    sign_in(world, account, run)
    lost: list[int] = []
    account.session_lost.connect(lambda: lost.append(1))
    client = account.client
    assert client is not None
    # The refresh token dies behind the client's back, and the access token with it.
    token = json.loads(client._tokens._store.load(client._tokens._key) or b"")
    form = {
        "grant_type": "refresh_token",
        "refresh_token": token["refresh_token"],
        "client_id": server.client_id,
        "client_secret": server.client_secret,
    }
    requests.post(f"{server.url}/oauth/token", data=form, timeout=5).close()
    bearer = {"Authorization": f"Bearer {token['access_token']}"}
    requests.delete(f"{server.url}/api/v2/oauth/tokens/current", headers=bearer, timeout=5).close()

    async def many() -> list[object]:
        jobs = (calls.run(client.ranking, "osu", "performance") for _ in range(5))
        return list(await asyncio.gather(*jobs, return_exceptions=True))

    outcomes = run(many())
    assert outcomes
    assert all(isinstance(outcome, Exception) for outcome in outcomes)
    qtbot.waitUntil(lambda: account.state is AccountState.SIGNED_OUT)
    assert lost == [1]
    assert account.client_id == server.client_id
    # The secret is still there: signing in again asks for nothing.
    run(account.sign_in(server.client_id, guest=False))
    assert is_(account, AccountState.PLAYER)
    account.close()


def test_wrong_credentials_are_a_sentence_and_keep_nothing(world: World, run: Run) -> None:
    account = world.start()
    with pytest.raises(WrongCredentials, match="does not know"):
        run(account.sign_in(world.server.client_id, "wrong-secret", guest=True))
    with pytest.raises(WrongCredentials, match="number"):
        run(account.sign_in("my app", "x", guest=True))
    with pytest.raises(WrongCredentials, match="missing"):
        run(account.sign_in(world.server.client_id, "", guest=True))
    with pytest.raises(WrongCredentials):
        run(account.sign_in(world.server.client_id, "wrong-secret", guest=False))
    assert is_(account, AccountState.SIGNED_OUT)
    assert world.kept() == ""


def test_denied_in_the_browser(world: World, run: Run) -> None:
    def deny(url: str) -> str:
        parts = urlsplit(url)
        state = parse_qs(parts.query)["state"][0]
        return f"http://{parts.netloc}{parts.path}?state={state}&error=access_denied"

    world.browser.edit = deny
    account = world.start()
    with pytest.raises(SignInDenied):
        sign_in(world, account, run)
    assert is_(account, AccountState.SIGNED_OUT)
    assert world.kept() == ""


def test_a_callback_with_another_state_is_not_taken(world: World, run: Run) -> None:
    world.browser.edit = lambda url: url.replace("state=", "state=x")
    account = world.start(sign_in_timeout=0.5)
    with pytest.raises(SignInTimedOut):
        sign_in(world, account, run)
    assert world.count("/oauth/token") == 0


def test_cancelling_while_the_browser_is_open(
    world: World, loop: AbstractEventLoop, qtbot: QtBot
) -> None:
    world.browser.answers = False
    account = world.start()
    waiting: list[str] = []
    task = loop.create_task(account.sign_in("4242", "s", guest=False, on_waiting=waiting.append))
    qtbot.waitUntil(lambda: bool(waiting))
    assert is_(account, AccountState.SIGNING_IN)
    task.cancel()
    qtbot.waitUntil(task.done)
    assert task.cancelled()
    assert is_(account, AccountState.SIGNED_OUT)
    back = parse_qs(urlsplit(waiting[0]).query)["redirect_uri"][0]
    with pytest.raises(requests.ConnectionError):
        requests.get(back, timeout=5)
    assert world.kept() == ""


def test_a_token_that_is_good_for_nothing_is_revoked_and_not_kept(
    world: World, run: Run, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from osubrowser.api.client import Client

    def refuse(_self: Client, **_options: object) -> None:
        raise LoginRequired("not this one")

    account = world.start()
    monkeypatch.setattr(Client, "get_me", refuse)
    with pytest.raises(WrongCredentials):
        sign_in(world, account, run)
    assert is_(account, AccountState.SIGNED_OUT)
    qtbot.waitUntil(lambda: world.count("204 DELETE /api/v2/oauth/tokens/current") == 1)
    assert world.kept() == ""


def test_a_sign_in_cancelled_after_the_token_came_revokes_it(
    world: World,
    loop: AbstractEventLoop,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from osubrowser.api.client import Client

    asked, gate = threading.Event(), threading.Event()

    def slow(_self: Client, **_options: object) -> None:
        asked.set()
        gate.wait(HANG)

    account = world.start()
    monkeypatch.setattr(Client, "get_me", slow)
    task = loop.create_task(
        account.sign_in(world.server.client_id, world.server.client_secret, guest=False)
    )
    qtbot.waitUntil(asked.is_set)
    task.cancel()
    qtbot.waitUntil(task.done)
    gate.set()
    assert task.cancelled()
    assert is_(account, AccountState.SIGNED_OUT)
    qtbot.waitUntil(lambda: world.count("204 DELETE /api/v2/oauth/tokens/current") == 1)
    assert world.kept() == ""


def test_signing_out_ends_a_sign_in_that_is_under_way(
    world: World, loop: AbstractEventLoop, run: Run, qtbot: QtBot
) -> None:
    world.browser.answers = False
    account = world.start()
    waiting: list[str] = []
    task = loop.create_task(account.sign_in("4242", "s", guest=False, on_waiting=waiting.append))
    qtbot.waitUntil(lambda: bool(waiting))
    run(account.sign_out())
    qtbot.waitUntil(task.done)
    assert task.cancelled()
    assert is_(account, AccountState.SIGNED_OUT)


def test_a_failed_sign_in_leaves_the_session_there_was(world: World, run: Run) -> None:
    account = world.start()
    sign_in(world, account, run, guest=True)
    client = account.client
    world.browser.edit = lambda url: url.replace("state=", "state=x")
    account._sign_in._timeout = 0.3
    with pytest.raises(SignInTimedOut):
        sign_in(world, account, run)
    assert is_(account, AccountState.GUEST)
    assert account.client is client
    assert client is not None
    assert run(world.calls.run(client.ranking, "osu", "performance")).ranking


def test_a_guest_who_signs_in_as_a_player_leaves_no_guest_behind(
    world: World, run: Run, qtbot: QtBot
) -> None:
    account = world.start()
    sign_in(world, account, run, guest=True)
    sign_in(world, account, run)
    assert is_(account, AccountState.PLAYER)
    qtbot.waitUntil(lambda: world.count("204 DELETE /api/v2/oauth/tokens/current") == 1)
    qtbot.waitUntil(lambda: len(json.loads(world.secrets_file.read_text())) == 2)
    account.close()
    again = world.start()
    run(again.restore())
    assert is_(again, AccountState.PLAYER)


def test_the_demo_keeps_nothing_and_leaves_no_trace(
    world: World, run: Run, demo_server: Server
) -> None:
    token = _token(demo_server)
    account = world.start()
    run(account.adopt(demo_server.url, demo_server.client_id, demo_server.client_secret, token))
    assert account.is_demo
    assert is_(account, AccountState.PLAYER)
    assert account.me is not None
    assert account.me.username
    assert account.server == demo_server.url
    run(account.sign_out())
    assert not account.is_demo
    assert account.server == world.server.url
    assert world.kept() == ""


def _token(server: Server) -> dict[str, object]:
    """What `/oauth/token` of the demo answers to its player."""
    back = "http://127.0.0.1:17272/callback"
    url = (
        f"{server.url}/oauth/authorize?client_id={server.client_id}"
        f"&response_type=code&redirect_uri={back}&state=s&scope=public+identify+friends.read"
    )
    with requests.get(url, allow_redirects=False, timeout=5) as answer:
        code = parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "client_id": server.client_id,
        "client_secret": server.client_secret,
    }
    with requests.post(f"{server.url}/oauth/token", data=form, timeout=5) as answer:
        token: dict[str, object] = answer.json()
    return token


def test_who_is_signed_in_is_known_after_signing_in_and_at_the_next_start(
    tmp_path: Path, calls: Calls, browser: Browser, demo_server: Server, run: Run
) -> None:
    world = World(tmp_path, calls, browser, demo_server)
    account = world.start()
    sign_in(world, account, run)
    assert account.me is not None
    account.close()
    again = world.start()
    run(again.restore())
    assert again.me is not None
    assert again.me.id == account.me.id
    again.close()


def test_each_account_has_a_memory_of_its_own(
    tmp_path: Path,
    calls: Calls,
    browser: Browser,
    demo_server: Server,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from osubrowser.api.client import Client

    world = World(tmp_path, calls, browser, demo_server)
    account = world.start()
    assert account.cache_account is None
    sign_in(world, account, run, guest=True)
    assert account.cache_account == account_key(demo_server.url, None)
    sign_in(world, account, run)
    assert account.me is not None
    mine = account_key(demo_server.url, account.me.id)
    assert account.cache_account == mine
    account.close()

    def offline(_self: Client, **_options: object) -> None:
        raise Offline("no network")

    with monkeypatch.context() as patch:  # without a network it is known who it was
        patch.setattr(Client, "get_me", offline)
        again = world.start()
        run(again.restore())
        assert again.me is None
        assert again.cache_account == mine
        # Somebody else signs in with the same application, and osu! does not tell who.
        sign_in(world, again, run)
        assert is_(again, AccountState.PLAYER)
        assert again.cache_account is None
        again.close()
        last = world.start()
        run(last.restore())
        assert is_(last, AccountState.PLAYER)
        assert last.cache_account is None
    run(last.refresh_me())
    assert last.cache_account == mine
    run(last.sign_out())
    assert last.cache_account is None
    token = _token(demo_server)
    run(last.adopt(demo_server.url, demo_server.client_id, demo_server.client_secret, token))
    assert last.cache_account == DEMO
    last.close()


def test_no_token_is_kept_beside_settings_that_name_somebody_else(
    world: World, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = world.start()

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json_file, "write_whole", full)
    noted: list[str] = []
    account.noted.connect(noted.append)
    sign_in(world, account, run)
    assert is_(account, AccountState.PLAYER)
    assert noted == [NOT_KEPT]
    assert not world.secrets_file.exists()


def test_each_server_is_signed_in_to_by_itself(
    world: World,
    tmp_path: Path,
    calls: Calls,
    browser: Browser,
    demo_server: Server,
    run: Run,
) -> None:
    other = World(tmp_path, calls, browser, demo_server)
    first = world.start()
    sign_in(world, first, run, guest=True)
    first.close()
    second = other.start()
    run(second.restore())
    assert is_(second, AccountState.SIGNED_OUT)
    assert second.client_id == ""
    sign_in(other, second, run)
    second.close()
    for where, state in ((world, AccountState.GUEST), (other, AccountState.PLAYER)):
        again = where.start()
        run(again.restore())
        assert again.state is state
        assert again.client_id == where.server.client_id
        again.close()
    leaving = other.start()
    run(leaving.restore())
    run(leaving.sign_out())
    leaving.close()
    last = world.start()
    run(last.restore())
    assert is_(last, AccountState.GUEST)


def test_the_one_sign_in_of_before_goes_on(world: World, run: Run) -> None:
    account = world.start()
    sign_in(world, account, run)
    account.close()
    path = world.folder / "settings.json"
    values = json.loads(path.read_text())
    del values["sign_ins"]
    before = {"version": 1, "client_id": world.server.client_id, "guest": False}
    path.write_text(json.dumps(values | before))
    again = world.start()
    run(again.restore())
    assert is_(again, AccountState.PLAYER)
    run(again.sign_out())
    again.close()
    last = world.start()
    run(last.restore())
    assert is_(last, AccountState.SIGNED_OUT)
    assert last.client_id == ""


def test_a_guest_from_the_environment(world: World, run: Run) -> None:
    account = world.start()
    assert run(account.guest_from_environment({})) is False
    environ = {
        "OSUBROWSER_CLIENT_ID": world.server.client_id,
        "OSUBROWSER_CLIENT_SECRET": world.server.client_secret,
    }
    assert run(account.guest_from_environment(environ)) is True
    assert is_(account, AccountState.GUEST)
    client = account.client
    assert client is not None
    assert run(world.calls.run(client.ranking, "osu", "performance")).ranking
    assert world.kept() == ""


def test_a_guest_whose_secret_was_reset_is_signed_out_at_the_first_request(
    world: World, run: Run, qtbot: QtBot
) -> None:
    account = world.start()
    environ = {
        "OSUBROWSER_CLIENT_ID": world.server.client_id,
        "OSUBROWSER_CLIENT_SECRET": "old",
    }
    run(account.guest_from_environment(environ))
    client = account.client
    assert client is not None
    with pytest.raises(LoginRequired):
        run(world.calls.run(client.ranking, "osu", "performance"))
    qtbot.waitUntil(lambda: account.state is AccountState.SIGNED_OUT)


def test_offline_at_the_start_the_player_stays_signed_in(
    world: World, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from osubrowser.api.client import Client

    account = world.start()
    sign_in(world, account, run)
    account.close()

    def offline(_self: Client, **_options: object) -> None:
        raise Offline("no network")

    monkeypatch.setattr(Client, "get_me", offline)
    again = world.start()
    run(again.restore())
    assert is_(again, AccountState.PLAYER)
    assert again.me is None
    with pytest.raises(Offline):
        run(again.refresh_me())
    assert is_(again, AccountState.PLAYER)


def test_a_kept_session_that_came_too_late_is_still_kept(
    world: World,
    loop: AbstractEventLoop,
    run: Run,
    qtbot: QtBot,
    demo_server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    account = world.start()
    sign_in(world, account, run)
    account.close()
    asked, gate = threading.Event(), threading.Event()
    get = SecretStore.get

    def slow(self: SecretStore, name: str) -> str | None:
        asked.set()
        gate.wait(HANG)
        return get(self, name)

    monkeypatch.setattr(SecretStore, "get", slow)
    again = world.start()
    restoring = loop.create_task(again.restore())
    qtbot.waitUntil(asked.is_set)
    token = _token(demo_server)
    run(again.adopt(demo_server.url, demo_server.client_id, demo_server.client_secret, token))
    gate.set()
    qtbot.waitUntil(restoring.done)
    settle()
    assert again.is_demo
    again.close()
    last = world.start()
    run(last.restore())
    assert is_(last, AccountState.PLAYER)


def test_signing_in_while_the_keyring_still_waits_is_what_counts(
    world: World,
    loop: AbstractEventLoop,
    run: Run,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    account = world.start()
    sign_in(world, account, run)
    account.close()
    asked, gate = threading.Event(), threading.Event()

    def slow(_self: SecretStore) -> str:
        asked.set()
        gate.wait(HANG)
        return "unlocked"

    monkeypatch.setattr(SecretStore, "where", property(slow))
    again = world.start()
    restoring = loop.create_task(again.restore())
    qtbot.waitUntil(asked.is_set)
    signing = loop.create_task(
        again.sign_in(world.server.client_id, world.server.client_secret, guest=True)
    )
    qtbot.waitUntil(lambda: is_(again, AccountState.GUEST))
    client = again.client
    gate.set()
    qtbot.waitUntil(lambda: restoring.done() and signing.done())
    assert signing.exception() is None
    assert is_(again, AccountState.GUEST)
    assert again.client is client


def test_signing_out_and_closing_at_once_forgets_what_was_kept(
    world: World, loop: AbstractEventLoop, run: Run, qtbot: QtBot
) -> None:
    account = world.start()
    sign_in(world, account, run)
    assert world.secrets_file.exists()
    gate = threading.Event()
    busy = [loop.create_task(world.calls.run(gate.wait, HANG)) for _ in range(WORKERS)]
    settle()
    leaving = loop.create_task(account.sign_out())
    settle()
    account.close()
    world.calls.close()
    qtbot.waitUntil(lambda: not world.secrets_file.exists())
    gate.set()
    qtbot.waitUntil(lambda: leaving.done() and all(task.done() for task in busy))
    assert world.server.client_secret not in world.kept()


def test_closing_cuts_a_request_that_hangs(
    recorded_server_with: Callable[..., Server],
    tmp_path: Path,
    calls: Calls,
    browser: Browser,
    loop: AbstractEventLoop,
    run: Run,
    qtbot: QtBot,
) -> None:
    server = recorded_server_with("--faults", "hang:1")
    world = World(tmp_path, calls, browser, server)
    account = world.start()
    sign_in(world, account, run, guest=True)
    client = account.client
    assert client is not None
    before = client.requests_last_minute()
    task = loop.create_task(calls.run(client.ranking, "osu", "performance"))
    qtbot.waitUntil(lambda: client.requests_last_minute() > before)
    account.close()
    qtbot.waitUntil(task.done)
    assert task.exception() is not None

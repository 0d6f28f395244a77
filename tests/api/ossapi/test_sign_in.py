"""Sign-in of ossapi's client: grants, token files, renewal, and what stays secret."""

from __future__ import annotations

import json
import logging
import os
import pickle
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from osubrowser.api import InvalidRequest, LoginRequired, Offline, OsuError
from osubrowser.api.ossapi import AccessDeniedError, Domain, Grant, Ossapi, OssapiAsync, Scope
from osubrowser.api.ossapi.ossapiv2 import ReauthenticationRequired
from tests.api.conftest import Exchange, Stub, running_stub
from tests.api.ossapi.conftest import Browser, Clients, point_at
from tests.conftest import Server


def kept(api: Any) -> dict[str, Any]:
    """Return what the token's file holds."""
    found: dict[str, Any] = json.loads(api.token_file.read_bytes())
    return found


def keep(api: Any, **changed: Any) -> None:
    """Change the token's file, as time and other programs do."""
    api.token_file.write_text(json.dumps(kept(api) | changed))


# --- grants ------------------------------------------------------------------------------------


def test_a_guest_signs_in_at_once_and_keeps_the_token(clients: Clients) -> None:
    api = clients.guest()
    assert api.grant is Grant.CLIENT_CREDENTIALS
    assert api.scopes == [Scope.PUBLIC]
    token = kept(api)
    assert token["access_token"] == api.session.token["access_token"] == api.session.access_token
    assert token["token_type"] == "Bearer"
    assert 0 < token["expires_in"] <= 86400
    assert api.token_file == clients.folder / f"{api.token_key}.json"
    assert api.token_file.parent == api.token_directory
    assert api.user(2).id == 2
    again = clients.guest()
    assert again.session.token["access_token"] == token["access_token"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_token_s_file_is_for_this_user_only(clients: Clients) -> None:
    api = clients.guest()
    assert stat.S_IMODE(api.token_file.stat().st_mode) == 0o600
    os.chmod(api.token_file, 0o644)  # noqa: PTH101 - as another program leaves it
    api._save_token(kept(api))
    assert stat.S_IMODE(api.token_file.stat().st_mode) == 0o600


def test_a_player_signs_in_in_the_browser_once(clients: Clients, browser: Browser) -> None:
    api = clients.player()
    assert api.grant is Grant.AUTHORIZATION_CODE
    browser.close()
    assert "You are signed in." in browser.pages[0]
    assert api.get_me().username
    assert kept(api)["refresh_token"]
    clients.player().get_me()
    assert len(browser.opened) == 1


def test_the_state_is_compared_and_a_proof_key_is_sent(clients: Clients, browser: Browser) -> None:
    browser.change = lambda callback: [callback.replace("state=", "state=x"), callback]
    api = clients.player()
    browser.close()
    assert "This is not the sign-in that was asked for." in browser.pages[0]
    assert "You are signed in." in browser.pages[1]
    assert "code_challenge_method=S256" in browser.opened[0]
    assert api.get_me().id


def test_a_player_may_refuse(
    demo_server_with: Callable[..., Server],
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = demo_server_with("--deny")
    point_at(Ossapi, server.url, monkeypatch)
    with pytest.raises(AccessDeniedError, match="refused") as refused:
        Clients(server, tmp_path).player()
    assert not isinstance(refused.value, ValueError)
    assert (refused.value.error, refused.value.status_code) == ("access_denied", 401)
    assert not list(tmp_path.glob("*.json"))


def test_a_wrong_secret_is_told_without_it(clients: Clients) -> None:
    with pytest.raises(ValueError, match=r"sign-in|understand") as refused:
        clients.guest(client_secret="the-wrong-secret")
    assert isinstance(refused.value, LoginRequired | InvalidRequest)
    assert "the-wrong-secret" not in str(refused.value)
    oauthlib = pytest.importorskip("oauthlib.oauth2")
    with pytest.raises(oauthlib.InvalidClientError) as of_oauthlib:
        clients.guest(client_secret="the-wrong-secret")
    assert isinstance(of_oauthlib.value, ValueError)
    assert not list(clients.folder.glob("*.json"))


def test_a_refusal_is_asked_for_once(
    demo_server_with: Callable[..., Server],
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where the address of the API was changed meanwhile."""
    server = demo_server_with("--deny")
    point_at(Ossapi, server.url, monkeypatch)
    clients = Clients(server, tmp_path)
    api = clients.player(access_token="of-no-use")
    api.access_token_passed = False
    api.session = api._made_session(None)
    api.base_url += "/"
    for number in (1, 2):
        with pytest.raises(AccessDeniedError):
            api.get_me()
        assert len(browser.opened) == number
        api.base_url = f"{server.url}/elsewhere"
    clients.close()


def test_a_taken_port_is_told(clients: Clients, browser: Browser) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        callback = f"http://127.0.0.1:{taken.getsockname()[1]}/callback"
        with pytest.raises(Offline, match="taken"):
            clients.player(redirect_uri=callback)
    assert not browser.opened


# --- renewal -----------------------------------------------------------------------------------


def test_a_token_that_has_expired_is_refreshed(clients: Clients, browser: Browser) -> None:
    first = clients.player()
    old = kept(first)
    keep(first, expires_at=1.0)
    saved: list[dict[str, Any]] = []

    class Watching(Ossapi):
        def _save_token(self, token: Any) -> None:
            saved.append(token)
            super()._save_token(token)

    second = clients.player(Watching)
    assert second.get_me().id
    assert [token["access_token"] for token in saved] == [kept(second)["access_token"]]
    assert saved[0]["access_token"] != old["access_token"]
    assert saved[0]["refresh_token"] != old["refresh_token"]
    assert len(browser.opened) == 1


def test_a_guest_s_token_that_has_expired_is_fetched_anew(clients: Clients) -> None:
    first = clients.guest()
    old = kept(first)["access_token"]
    keep(first, expires_at=1.0)
    assert clients.guest().user(2).id == 2
    assert kept(first)["access_token"] != old


def test_where_the_sign_in_was_revoked_the_player_signs_in_anew(
    clients: Clients, browser: Browser
) -> None:
    api = clients.player()
    keep(api, access_token="revoked", refresh_token="revoked-too")
    again = clients.player()
    assert again.get_me().id
    assert len(browser.opened) == 2


def test_revoking_ends_the_token_here_and_there(clients: Clients, browser: Browser) -> None:
    api = clients.player()
    old = api.session.token
    api.revoke_token()
    assert not api.token_file.exists()
    assert api.session.token == {}
    with pytest.raises(ReauthenticationRequired):
        clients.player(access_token=old["access_token"]).get_me()
    assert api.get_me().id
    assert len(browser.opened) == 2


# --- tokens of the program's own -----------------------------------------------------------


def test_a_token_that_is_passed_is_used_as_it_is(clients: Clients, browser: Browser) -> None:
    token = clients.player().session.token
    for file in clients.folder.iterdir():
        file.unlink()
    api = clients.player(access_token=token["access_token"])
    assert api.access_token_passed
    assert api.get_me().id
    assert not api.token_file.exists()
    assert len(browser.opened) == 1


def test_a_token_that_is_passed_is_refreshed_and_saved(clients: Clients, browser: Browser) -> None:
    token = clients.player().session.token
    saved: list[dict[str, Any]] = []

    class Own(Ossapi):
        def _save_token(self, token: Any) -> None:
            saved.append(token)

    api = clients.player(Own, access_token="old", refresh_token=token["refresh_token"])
    assert api.get_me().id
    assert saved[0]["access_token"] == api.session.token["access_token"] != "old"
    assert api.get_me().id
    assert len(saved) == len(browser.opened) == 1


@pytest.mark.parametrize("refresh", [None, "bad-too"])
def test_a_token_that_is_passed_and_refused_is_told(
    clients: Clients, browser: Browser, refresh: str | None
) -> None:
    api = clients.player(access_token="bad", refresh_token=refresh)
    for _ in range(2):
        with pytest.raises(ReauthenticationRequired):
            api.get_me()
    guest = clients.guest(access_token="bad")
    with pytest.raises(ReauthenticationRequired):
        guest.user(2)
    assert not browser.opened


def test_what_is_no_token_is_not_shown(clients: Clients) -> None:
    with pytest.raises(ValueError, match="access token") as refused:
        clients.guest(access_token="not a token\n")
    assert "not a token" not in str(refused.value)


# --- ways of signing in of the program's own -------------------------------------------------


@pytest.mark.parametrize("kind", [Ossapi, OssapiAsync])
def test_a_program_may_sign_in_its_own_way(clients: Clients, browser: Browser, kind: Any) -> None:
    token = clients.player().session.token
    asked: list[Any] = []

    class Mailed(kind):  # type: ignore[misc] # one of two
        def _new_authorization_grant(
            self, client_id: int, client_secret: str, redirect_uri: str, scopes: list[Scope]
        ) -> Any:
            asked.append((client_id, client_secret, redirect_uri, scopes))
            self._save_token(token)
            return SimpleNamespace(token=token)

    api = clients.player(Mailed, scopes=["public", "identify"])
    assert asked[0][3] == [Scope.PUBLIC, Scope.IDENTIFY]
    assert api.session.token["access_token"] == token["access_token"]
    assert kept(api)["access_token"] == token["access_token"]
    assert len(browser.opened) == len(asked) == 1


@pytest.mark.parametrize("kind", [Ossapi, OssapiAsync])
def test_a_program_may_forbid_the_browser(clients: Clients, browser: Browser, kind: Any) -> None:
    class Never(kind):  # type: ignore[misc] # one of two
        def _new_authorization_grant(self, *_: Any) -> Any:
            raise NotImplementedError("no browser here")

    with pytest.raises(NotImplementedError, match="no browser"):
        clients.player(Never)
    assert not browser.opened


@pytest.mark.parametrize("kind", [Ossapi, OssapiAsync])
def test_a_way_of_ones_own_may_end_in_the_usual_one(
    clients: Clients, browser: Browser, kind: Any
) -> None:
    said: list[str] = []

    class Telling(kind):  # type: ignore[misc] # one of two
        def _new_authorization_grant(self, *args: Any) -> Any:
            said.append("player")
            return super()._new_authorization_grant(*args)

        def _new_client_grant(self, *args: Any) -> Any:
            said.append("guest")
            return super()._new_client_grant(*args)

    assert clients.player(Telling).session.token["refresh_token"]
    assert clients.guest(Telling).session.token["refresh_token"] is None
    assert said == ["player", "guest"]
    assert len(browser.opened) == 1


def test_a_way_of_ones_own_that_gives_nothing_is_told(clients: Clients) -> None:
    class Nothing(Ossapi):
        def _new_grant(self) -> None:
            return None

    with pytest.raises(LoginRequired, match="gave no token"):
        clients.player(Nothing)


def test_a_new_sign_in_can_be_asked_for(clients: Clients, browser: Browser) -> None:
    api = clients.player()
    old = kept(api)["access_token"]
    api.session = api._new_grant()
    assert kept(api)["access_token"] == api.session.access_token != old
    assert api.get_me().id
    assert len(browser.opened) == 2
    guest = clients.guest()
    before = guest.session.access_token
    assert guest._new_grant().access_token != before


# --- files -------------------------------------------------------------------------------------


def test_each_application_grant_and_scope_has_a_file_of_its_own(
    clients: Clients, browser: Browser
) -> None:
    made = [clients.guest(), clients.player(), clients.player(scopes=["public", "identify"])]
    assert len({api.token_file for api in made}) == 3
    assert len(list(clients.folder.glob("*.json"))) == 3


def test_a_key_names_the_file(clients: Clients) -> None:
    api = clients.guest(token_key="my bot.v2")
    assert api.token_file == clients.folder / "my bot.v2.json"
    assert api.token_file.exists()
    Ossapi.remove_token("my bot.v2", str(clients.folder))
    assert not api.token_file.exists()
    with pytest.raises(FileNotFoundError):
        Ossapi.remove_token("my bot.v2", clients.folder)


def test_the_folder_has_nothing_but_tokens(clients: Clients, browser: Browser) -> None:
    api = clients.player(token_key="me")
    keep(api, expires_at=1.0)
    clients.player(token_key="me").get_me()
    clients.guest(token_key=5)
    assert sorted(file.name for file in clients.folder.iterdir()) == ["5.json", "me.json"]
    Ossapi.remove_token("me", clients.folder)
    assert sorted(file.name for file in clients.folder.iterdir()) == ["5.json"]


def test_what_a_killed_program_left_is_deleted_in_time(clients: Clients) -> None:
    clients.folder.mkdir()
    old, new = (clients.folder / f".token-{name}" for name in ("old", "new"))
    for file in (old, new):
        file.touch()
    os.utime(old, (1.0, 1.0))
    clients.guest()
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("key", ["../up", "a/b", "..", "a\\b", "a\0b", "x" * 300, "\u65e5" * 90])
def test_a_key_does_not_lead_out_of_the_folder(clients: Clients, key: str) -> None:
    with pytest.raises(ValueError, match="token key"):
        clients.guest(token_key=key)
    with pytest.raises(ValueError, match="token key"):
        Ossapi.remove_token(key, clients.folder)


def test_without_a_folder_it_is_in_the_user_s_data(
    clients: Clients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs

    monkeypatch.setattr(
        platformdirs, "user_data_path", lambda *_, **__: tmp_path / "data", raising=True
    )
    api = clients.guest(token_directory=None)
    assert api.token_file.parent == tmp_path / "data" / "tokens"
    assert api.token_file.exists()
    Ossapi.remove_token(api.token_key)
    assert not api.token_file.exists()


def test_a_pickle_is_not_read(clients: Clients) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return (Path.touch, (clients.folder / "it-went-off",))

    clients.folder.mkdir()
    key = Ossapi.gen_token_key("client", clients.server.client_id, "x", ["public"])
    (clients.folder / f"{key}.pickle").write_bytes(pickle.dumps(Bomb()))
    (clients.folder / f"{key}.json").write_bytes(pickle.dumps(Bomb()))
    api = clients.guest(token_key=key)
    assert api.user(2).id == 2
    assert not (clients.folder / "it-went-off").exists()
    assert kept(api)["access_token"]


@pytest.mark.parametrize(
    "arguments",
    [
        (Grant.CLIENT_CREDENTIALS, 1, "secret", [Scope.PUBLIC]),
        ("client", "1", "secret", ["public"], "osu"),
        ("authorization", 31337, "s\u00e9cret", ["public", "identify"], Domain.DEV),
    ],
)
def test_keys_are_those_of_ossapi(arguments: tuple[Any, ...]) -> None:
    theirs = pytest.importorskip("ossapi").Ossapi
    plain = [getattr(a, "value", a) for a in arguments]
    plain[3] = [getattr(scope, "value", scope) for scope in plain[3]]
    assert Ossapi.gen_token_key(*arguments) == theirs.gen_token_key(*plain)


# --- arguments ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        {"grant": "authorization"},
        {"grant": "password"},
        {"domain": "lazer"},
        {"scopes": ["public", "identify"]},
        {"scopes": ["everything"]},
        {"api_version": "newest"},
        {"client_secret": None},
    ],
)
def test_arguments_that_do_not_fit_are_told_before_anything_is_sent(
    stub_clients: Clients, stub: Stub, options: dict[str, Any]
) -> None:
    stub.tokens(lambda exchange: exchange.answer(500))
    with pytest.raises(ValueError, match=r".+"):
        stub_clients.guest(**options)
    assert not stub.requests


@pytest.mark.parametrize("name", ["BASE_URL", "TOKEN_URL", "AUTH_CODE_URL"])
@pytest.mark.parametrize(
    "address", ["http://osu.ppy.sh/x", "https://me:pw@osu.ppy.sh/x", "ftp://x"]
)
def test_a_token_goes_to_no_unsafe_address(
    stub_clients: Clients, monkeypatch: pytest.MonkeyPatch, name: str, address: str
) -> None:
    monkeypatch.setattr(Ossapi, name, address)
    with pytest.raises(ValueError, match=r"https|address") as refused:
        stub_clients.guest()
    assert "pw" not in str(refused.value)


def test_a_domain_is_part_of_the_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    class Elsewhere(Ossapi):
        def authenticate(self, token: Any = None) -> Any:
            return None

    api = Elsewhere(1, "x", domain="dev")
    assert api.domain is Domain.DEV
    assert api.base_url == "https://dev.ppy.sh/api/v2"
    assert api.token_url == "https://dev.ppy.sh/oauth/token"
    assert api.auth_code_url == "https://dev.ppy.sh/oauth/authorize"


def test_addresses_may_have_paths_and_the_token_another_server(stub: Stub, tmp_path: Path) -> None:
    with running_stub() as other:
        other.tokens(lambda exchange: exchange.answer())

        def tokens(exchange: Exchange, _: int) -> None:
            exchange.answer(body={"access_token": "t", "expires_in": 100, "token_type": "Bearer"})

        other.respond(tokens)

        class Mirror(Ossapi):
            BASE_URL = f"{stub.url}/mirror/api/v2/"
            TOKEN_URL = f"{other.url}/sign/in"

        api = Mirror(1, "secret", token_directory=str(tmp_path))
        api.user(2)
        assert [seen.path for seen in other.requests] == ["/sign/in"]
        assert stub.requests[-1].path == "/mirror/api/v2/users/2"
        assert stub.requests[-1].headers["authorization"] == "Bearer t"
        api.session.close()


# --- secrets -----------------------------------------------------------------------------------


def test_nothing_secret_is_logged_or_shown(
    clients: Clients, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api = clients.player()
    old = dict(api.session.token)
    keep(api, expires_at=1.0)
    api = clients.player()
    api.get_me()
    api.session.get(f"{api.base_url}/me")
    with pytest.raises(OsuError) as refused:
        api.user(0)
    names = {record.name for record in caplog.records}
    assert "ossapi.ossapiv2" in names
    new = api.session.token
    secrets = [clients.server.client_secret]
    secrets += [token[name] for token in (old, new) for name in ("access_token", "refresh_token")]
    shown = caplog.text + repr(api) + repr(api.session) + str(refused.value) + repr(refused.value)
    assert not [secret for secret in secrets if secret in shown]
    assert "GET" in caplog.text


def test_requests_are_logged_at_info_without_a_handler_of_ours(
    clients: Clients, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ossapi")
    api = clients.guest()
    assert not api.log.handlers
    api.user(2)
    messages = [r.getMessage() for r in caplog.records if r.name == api.log.name]
    assert any("GET" in message and "/api/v2/users/2" in message for message in messages)


def test_the_first_releases_took_a_key_alone() -> None:
    from osubrowser.api.ossapi import OssapiV1

    make: Any = Ossapi
    api = make("the-key")
    assert isinstance(api, OssapiV1)
    assert "the-key" not in repr(api)
    with pytest.raises(TypeError):
        make(31337)

    class Own(Ossapi):
        def __init__(self, name: str) -> None:
            self.name = name

    assert Own("settings").name == "settings"

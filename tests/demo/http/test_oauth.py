"""OAuth over HTTP: grants, codes, rotation, expiry, and every error."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from osubrowser.demo.http import oauth
from osubrowser.demo.server import DemoServer
from tests.conftest import StubClock

BACK = "http://127.0.0.1:53211/callback"
VERIFIER = "v" * 64


def post(server: DemoServer, **form: str) -> requests.Response:
    form = {"client_id": server.client_id, "client_secret": server.client_secret} | form
    headers = {"Accept": "application/json"}
    return requests.post(f"{server.url}/oauth/token", data=form, headers=headers, timeout=5)


def authorize(server: DemoServer, **query: str) -> requests.Response:
    query = {"client_id": server.client_id, "response_type": "code", "redirect_uri": BACK} | query
    url = f"{server.url}/oauth/authorize"
    return requests.get(url, params=query, timeout=5, allow_redirects=False)


def landed(answer: requests.Response) -> dict[str, str]:
    assert answer.status_code == 302
    return {
        name: one[0] for name, one in parse_qs(urlsplit(answer.headers["Location"]).query).items()
    }


def code(server: DemoServer, **query: str) -> str:
    return landed(authorize(server, **query))["code"]


def exchange(server: DemoServer, text: str, **form: str) -> requests.Response:
    form = {"grant_type": "authorization_code", "code": text, "redirect_uri": BACK} | form
    return post(server, **form)


def status(server: DemoServer, token: str, path: str = "spotlights") -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return requests.get(f"{server.url}/api/v2/{path}", headers=headers, timeout=5).status_code


def challenge() -> str:
    digest = hashlib.sha256(VERIFIER.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def test_a_person_signs_in_and_the_state_comes_back(server: DemoServer) -> None:
    answer = landed(authorize(server, state="a b&c=d", scope="public friends.read"))
    assert answer["state"] == "a b&c=d"
    reply = exchange(server, answer["code"])
    token = reply.json()
    assert reply.headers["Content-Type"] == "application/json; charset=UTF-8"
    assert (reply.headers["Cache-Control"], reply.headers["Pragma"]) == ("no-store", "no-cache")
    assert set(token) == {"token_type", "expires_in", "access_token", "refresh_token"}
    assert (token["token_type"], token["expires_in"]) == ("Bearer", 86_400)
    assert len(token["access_token"]) > 900
    for path in ("me", "friends", "spotlights"):
        assert status(server, token["access_token"], path) == 200


def test_no_state_comes_back_where_none_was_sent(server: DemoServer) -> None:
    assert set(landed(authorize(server))) == {"code"}


def test_a_guest_gets_no_refresh_token_and_is_nobody(server: DemoServer) -> None:
    token = post(server, grant_type="client_credentials", scope="public").json()
    assert "refresh_token" not in token
    assert status(server, token["access_token"]) == 200
    assert status(server, token["access_token"], "me") == 401
    assert status(server, token["access_token"], "friends") == 401


def test_a_code_is_good_once(server: DemoServer) -> None:
    text = code(server)
    assert exchange(server, text).status_code == 200
    again = exchange(server, text)
    assert again.status_code == 400
    assert again.json()["error"] == "invalid_request"
    assert again.json()["hint"] == "Authorization code has been revoked"
    assert exchange(server, "nonsense").json()["hint"] == "Cannot decrypt the authorization code"


def test_a_code_expires(server: DemoServer, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = StubClock()
    monkeypatch.setattr(oauth, "time", clock.module())
    text = code(server)
    clock.advance(601)
    assert exchange(server, text).json()["hint"] == "Authorization code has expired"


def test_a_code_belongs_to_its_callback(server: DemoServer) -> None:
    other = exchange(server, code(server), redirect_uri="http://127.0.0.1:1/callback")
    assert (other.status_code, other.json()["hint"]) == (400, "Invalid redirect URI")
    missing = exchange(server, code(server), redirect_uri="")
    assert missing.json()["hint"] == "Check the `redirect_uri` parameter"


@pytest.mark.parametrize(
    ("callback", "good"),
    [
        ("http://127.0.0.1:9/callback", True),
        ("http://[::1]:9/callback", True),
        ("http://localhost:17272/callback", True),
        ("http://localhost:17273/callback", False),
        ("http://127.0.0.1:9/elsewhere", False),
        ("https://127.0.0.1:9/callback", False),
        ("http://127.0.0.1.example/callback", False),
        ("http://[broken/callback", False),
        ("", False),
    ],
)
def test_only_registered_callbacks_are_sent_to(
    server: DemoServer, callback: str, good: bool
) -> None:
    answer = authorize(server, redirect_uri=callback)
    assert answer.status_code == (302 if good else 401)
    if not good:
        assert answer.json()["error"] == "invalid_client"
        assert "Location" not in answer.headers


def test_unknown_applications_are_not_sent_anywhere(server: DemoServer) -> None:
    answer = authorize(server, client_id="1")
    assert answer.status_code == 401
    assert answer.json() == {
        "error": "invalid_client",
        "error_description": "Client authentication failed",
        "message": "Client authentication failed",
    }


def test_a_person_can_say_no(serve: Callable[..., DemoServer]) -> None:
    answer = landed(authorize(serve(deny=True), state="s"))
    assert (answer["error"], answer["state"]) == ("access_denied", "s")
    assert {"error_description", "hint", "message"} <= set(answer)
    assert "code" not in answer


def test_scopes_that_do_not_exist_or_are_not_for_sale(server: DemoServer) -> None:
    unknown = landed(authorize(server, scope="public lazer", state="s"))
    assert (unknown["error"], unknown["state"]) == ("invalid_scope", "s")
    delegate = authorize(server, scope="delegate")
    assert delegate.status_code == 400
    assert delegate.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("form", "expected", "body"),
    [
        ({}, 400, {"error": "unsupported_grant_type"}),
        ({"grant_type": "password"}, 400, {"error": "unsupported_grant_type"}),
        (
            {"grant_type": "client_credentials", "client_secret": "wrong", "scope": "public"},
            401,
            {"error": "invalid_client", "error_description": "Client authentication failed"},
        ),
        (
            {"grant_type": "client_credentials"},
            400,
            {"error": "Tokens without scopes are not valid."},
        ),
        (
            {"grant_type": "client_credentials", "scope": "*"},
            400,
            {"error": "* is not allowed with Client Credentials"},
        ),
        (
            {"grant_type": "client_credentials", "scope": "public xyz"},
            400,
            {"error": "invalid_scope", "hint": "Check the `xyz` scope"},
        ),
        (
            {"grant_type": "authorization_code"},
            400,
            {"error": "invalid_request", "hint": "Check the `code` parameter"},
        ),
        (
            {"grant_type": "refresh_token", "refresh_token": "x"},
            401,
            {
                "error": "invalid_request",
                "error_description": "The refresh token is invalid.",
                "hint": "Cannot decrypt the refresh token",
            },
        ),
    ],
)
def test_refusals_of_the_token_endpoint(
    server: DemoServer, form: dict[str, str], expected: int, body: dict[str, str]
) -> None:
    answer = post(server, **form)
    assert answer.status_code == expected
    assert body.items() <= answer.json().items()


def test_the_sites_own_refusals_are_pages_for_those_who_do_not_ask_for_json(
    server: DemoServer,
) -> None:
    form = {"client_id": server.client_id, "client_secret": server.client_secret}
    form |= {"grant_type": "client_credentials", "scope": "*"}
    answer = requests.post(f"{server.url}/oauth/token", data=form, timeout=5)
    assert (answer.status_code, answer.headers["Content-Type"][:9]) == (400, "text/html")


def test_refreshing_rotates_both_tokens(server: DemoServer) -> None:
    old = exchange(server, code(server, scope="public")).json()
    form = {"grant_type": "refresh_token", "refresh_token": old["refresh_token"]}
    new = post(server, **form).json()
    assert status(server, old["access_token"]) == 401
    assert status(server, new["access_token"]) == 200
    again = post(server, **form)
    assert (again.status_code, again.json()["hint"]) == (401, "Token has been revoked")
    more = form | {"refresh_token": new["refresh_token"], "scope": "public friends.read"}
    assert post(server, **more).json()["hint"] == "Check the `friends.read` scope"


def test_tokens_expire(serve: Callable[..., DemoServer], monkeypatch: pytest.MonkeyPatch) -> None:
    clock = StubClock()
    monkeypatch.setattr(oauth, "time", clock.module())
    server = serve(token_ttl=2)
    token = server.player_token()
    assert token["expires_in"] == 2
    assert status(server, str(token["access_token"])) == 200
    clock.advance(3)
    assert status(server, str(token["access_token"])) == 401


def test_revoking_ends_both_tokens(server: DemoServer) -> None:
    token: dict[str, Any] = server.player_token()
    url = f"{server.url}/api/v2/oauth/tokens/current"
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    gone = requests.delete(url, headers=headers, timeout=5)
    assert (gone.status_code, gone.content) == (204, b"")
    assert requests.delete(url, headers=headers, timeout=5).status_code == 401
    answer = post(server, grant_type="refresh_token", refresh_token=token["refresh_token"])
    assert answer.status_code == 401


def test_a_proof_key_is_checked(server: DemoServer) -> None:
    asked = {"code_challenge": challenge(), "code_challenge_method": "S256"}
    assert exchange(server, code(server, **asked), code_verifier=VERIFIER).status_code == 200
    wrong = exchange(server, code(server, **asked), code_verifier="w" * 64)
    assert (wrong.status_code, wrong.json()["error"]) == (400, "invalid_grant")
    assert wrong.json()["hint"] == "Failed to verify `code_verifier`."
    assert exchange(server, code(server, **asked)).status_code == 400
    assert exchange(server, code(server), code_verifier=VERIFIER).status_code == 400
    plain = {"code_challenge": VERIFIER}
    assert exchange(server, code(server, **plain), code_verifier=VERIFIER).status_code == 200


def test_json_bodies_and_basic_credentials_are_taken_too(server: DemoServer) -> None:
    url = f"{server.url}/oauth/token"
    form = {"grant_type": "client_credentials", "scope": "public"}
    both = (server.client_id, server.client_secret)
    assert requests.post(url, data=form, auth=both, timeout=5).status_code == 200
    body = form | {"client_id": int(both[0]), "client_secret": both[1], "code": None}
    assert requests.post(url, json=body, timeout=5).status_code == 200
    assert requests.post(f"{url}/", json=body, timeout=5).status_code == 200
    for scope in (["public"], ["public", "identify"]):
        answer = requests.post(url, json=body | {"scope": scope}, timeout=5)
        assert claims(answer.json()["access_token"])["scopes"] == sorted(scope)
        answer = requests.post(url, data=form | {"scope[]": scope}, auth=both, timeout=5)
        assert answer.status_code == 200
    wrong = requests.post(url, json=body | {"scope": ["public", "nonsense"]}, timeout=5)
    assert wrong.json()["hint"] == "Check the `nonsense` scope"


def claims(token: str) -> dict[str, object]:
    """Return what a token says."""
    part = token.split(".")[1]
    return dict(json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))))


def test_a_token_names_the_user_by_id(server: DemoServer) -> None:
    token = exchange(server, code(server)).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    me = requests.get(f"{server.url}/api/v2/me", headers=headers, timeout=5).json()
    assert claims(token)["sub"] == str(me["id"])
    guest = post(server, grant_type="client_credentials", scope="public").json()
    assert claims(guest["access_token"])["sub"] == ""


def test_scopes_guard_routes(server: DemoServer) -> None:
    token = exchange(server, code(server)).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    answer = requests.get(f"{server.url}/api/v2/spotlights", headers=headers, timeout=5)
    assert (answer.status_code, answer.json()) == (403, {"error": "A required scope is missing."})
    answer = requests.get(f"{server.url}/api/v2/notifications", headers=headers, timeout=5)
    assert (answer.status_code, answer.json()) == (403, {"error": "Invalid scope(s) provided."})
    assert status(server, token, "me") == 200


def test_calls_without_a_token_are_refused(server: DemoServer) -> None:
    for headers in ({}, {"Authorization": "Bearer nonsense"}):
        answer = requests.get(f"{server.url}/api/v2/spotlights", headers=headers, timeout=5)
        assert (answer.status_code, answer.json()) == (401, {"authentication": "basic"})


def test_secrets_do_not_show_in_representations(server: DemoServer) -> None:
    assert server.client_secret not in repr(server.authority.application)

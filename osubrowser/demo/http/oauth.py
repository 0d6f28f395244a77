"""Who may do what: applications, codes, tokens, and the three grants of osu!'s OAuth."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock

from osubrowser.demo.http.oauth_checks import VERIFIER, check_verifier, same_callback, web_token
from osubrowser.demo.http.oauth_errors import (
    ACCESS_DENIED,
    invalid_client,
    invalid_refresh,
    invalid_request,
    invalid_scope,
    missing,
    unsupported_grant,
)
from osubrowser.demo.http.replies import Refusal, refuse

CODE_LIFETIME = 600.0
REFRESH_LIFETIME = 90 * 86_400.0

SCOPES = frozenset(
    (
        "chat.read",
        "chat.write",
        "chat.write_manage",
        "delegate",
        "forum.write",
        "forum.write_manage",
        "friends.read",
        "group_permissions",
        "identify",
        "multiplayer.write_manage",
        "public",
    )
)
"""Every scope a third party can name; `*` belongs to the game."""

_ONLY_DELEGATED = frozenset(("delegate", "forum.write_manage", "group_permissions", "*"))
_NEEDS_DELEGATE = frozenset(
    ("chat.write", "chat.write_manage", "forum.write", "forum.write_manage", "group_permissions")
)


@dataclass(frozen=True)
class Application:
    """An application registered at this osu!: its id, its secret, its callback addresses."""

    id: str
    secret: str = field(repr=False)
    callbacks: tuple[str, ...]


@dataclass(frozen=True)
class Grant:
    """What a token is good for. `account` is None for client credentials."""

    application: str
    account: int | None
    scopes: frozenset[str]
    until: float


@dataclass(frozen=True)
class _Code:
    application: str
    account: int
    scopes: frozenset[str]
    until: float
    redirect_uri: str | None
    challenge: str | None
    method: str


@dataclass
class _Refresh:
    application: str
    account: int | None
    scopes: frozenset[str]
    until: float
    access_token: str
    revoked: bool = False


@dataclass(frozen=True)
class Consent:
    """The outcome of an authorize request: where to send the browser."""

    redirect_uri: str
    answer: dict[str, str]


class Authority:
    """Issues and checks everything. Thread-safe.

    Args:
        application: the one registered application.
        account: who is signed in on the website, and approves.
        token_ttl: seconds an access token is good for.
        deny: the person says no.
    """

    def __init__(
        self, application: Application, account: int, *, token_ttl: int = 86_400, deny: bool = False
    ) -> None:
        self.application = application
        self.account = account
        self.token_ttl = token_ttl
        self.deny = deny
        self._lock = Lock()
        self._codes: dict[str, _Code | None] = {}
        self._grants: dict[str, Grant] = {}
        self._refreshes: dict[str, _Refresh] = {}

    # --- the browser's part -------------------------------------------------------------------

    def authorize(self, query: Mapping[str, str]) -> Consent:
        """Answer `GET /oauth/authorize` of a signed-in person.

        Raises:
            Refusal: there is nowhere safe to send the browser.
        """
        if query.get("client_id") != self.application.id:
            raise invalid_client()
        redirect_uri = self._callback(query.get("redirect_uri"))
        if query.get("response_type") != "code":
            raise unsupported_grant()
        state = {"state": query["state"]} if "state" in query else {}
        scopes = frozenset(query.get("scope", "").split()) | {"identify"}
        if unknown := sorted(scopes - SCOPES - {"*"}):
            return Consent(redirect_uri, {**state, **invalid_scope(unknown[0])})
        if scopes & _ONLY_DELEGATED:
            raise Refusal(400, "html")
        challenge = query.get("code_challenge") or None
        method = query.get("code_challenge_method") or "plain"
        if challenge and (method not in ("plain", "S256") or not VERIFIER.match(challenge)):
            raise invalid_request("Code challenge must follow the specifications of RFC-7636.")
        if self.deny:
            return Consent(redirect_uri, {**state, **ACCESS_DENIED})
        code = "def50200" + secrets.token_hex(120)
        with self._lock:
            self._codes[code] = _Code(
                self.application.id,
                self.account,
                scopes,
                time.time() + CODE_LIFETIME,
                query.get("redirect_uri"),
                challenge,
                method,
            )
        return Consent(redirect_uri, {"code": code, **state})

    def _callback(self, asked: str | None) -> str:
        """Return where to send the browser: an address that is registered."""
        registered = self.application.callbacks
        if not asked:
            if len(registered) == 1:
                return registered[0]
            raise invalid_client()
        if not any(same_callback(asked, one) for one in registered):
            raise invalid_client()
        return asked

    # --- the program's part -------------------------------------------------------------------

    def token(self, form: Mapping[str, str]) -> dict[str, object]:
        """Answer `POST /oauth/token`.

        Raises:
            Refusal: with the status and body of the documented error.
        """
        grant = form.get("grant_type")
        if grant not in ("authorization_code", "refresh_token", "client_credentials"):
            raise unsupported_grant()
        if not form.get("client_id"):
            raise missing("client_id")
        secret = form.get("client_secret", "")
        known = form["client_id"] == self.application.id
        if not (hmac.compare_digest(secret.encode(), self.application.secret.encode()) and known):
            raise invalid_client()
        if grant == "authorization_code":
            return self._from_code(form)
        if grant == "refresh_token":
            return self._from_refresh(form)
        return self._from_credentials(form)

    def _from_credentials(self, form: Mapping[str, str]) -> dict[str, object]:
        scopes = frozenset(form.get("scope", "").split())
        if not scopes:
            raise refuse(400, "Tokens without scopes are not valid.")
        if "*" in scopes:
            raise refuse(400, "* is not allowed with Client Credentials")
        if unknown := sorted(scopes - SCOPES):
            raise Refusal(400, invalid_scope(unknown[0]))
        if "delegate" in scopes:
            raise refuse(400, "Client Credentials with delegation is only available to chat bots.")
        if needing := sorted(scopes & _NEEDS_DELEGATE):
            raise refuse(400, f"delegate scope is required for {needing[0]}.")
        return self.issue(None, scopes)

    def _from_code(self, form: Mapping[str, str]) -> dict[str, object]:
        text = form.get("code")
        if not text:
            raise missing("code")
        with self._lock:
            unread = text not in self._codes
            code = self._codes.get(text)
            self._codes[text] = None
            if unread:
                del self._codes[text]
        if unread:
            raise invalid_request("Cannot decrypt the authorization code")
        if code is None:
            raise invalid_request("Authorization code has been revoked")
        if code.until < time.time():
            raise invalid_request("Authorization code has expired")
        if code.application != form["client_id"]:
            raise invalid_request("Authorization code was not issued to this client")
        if code.redirect_uri and not form.get("redirect_uri"):
            raise missing("redirect_uri")
        if (code.redirect_uri or "") != form.get("redirect_uri", ""):
            raise invalid_request("Invalid redirect URI")
        check_verifier(code.challenge, code.method, form.get("code_verifier"))
        return self.issue(code.account, code.scopes)

    def _from_refresh(self, form: Mapping[str, str]) -> dict[str, object]:
        text = form.get("refresh_token")
        if not text:
            raise missing("refresh_token")
        with self._lock:
            held = self._refreshes.get(text)
            if held is None:
                raise invalid_refresh("Cannot decrypt the refresh token")
            if held.application != form["client_id"]:
                raise invalid_refresh("Token is not linked to client")
            if held.until < time.time():
                raise invalid_refresh("Token has expired")
            if held.revoked:
                raise invalid_refresh("Token has been revoked")
            scopes = frozenset(form.get("scope", "").split()) or held.scopes
            if added := sorted(scopes - held.scopes):
                raise Refusal(400, invalid_scope(added[0]))
            held.revoked = True
            self._grants.pop(held.access_token, None)
        return self.issue(held.account, scopes)

    # --- tokens -------------------------------------------------------------------------------

    def issue(self, account: int | None, scopes: frozenset[str]) -> dict[str, object]:
        """Make a token, with a refresh token if there is a person behind it."""
        now = time.time()
        access = web_token(self.application.id, account, scopes, now, now + self.token_ttl)
        token: dict[str, object] = {
            "token_type": "Bearer",
            "expires_in": self.token_ttl,
            "access_token": access,
        }
        with self._lock:
            self._grants[access] = Grant(self.application.id, account, scopes, now + self.token_ttl)
            if account is not None:
                refresh = "def50200" + secrets.token_hex(300)
                token["refresh_token"] = refresh
                self._refreshes[refresh] = _Refresh(
                    self.application.id, account, scopes, now + REFRESH_LIFETIME, access
                )
        return token

    def grant_of(self, bearer: str) -> Grant | None:
        """Return what a bearer is good for, or None if it is unknown, revoked or expired."""
        with self._lock:
            grant = self._grants.get(bearer)
        return grant if grant is not None and grant.until > time.time() else None

    def revoke(self, bearer: str) -> None:
        """Revoke an access token and the refresh token that came with it."""
        self.forget(bearer)
        with self._lock:
            for refresh in self._refreshes.values():
                if refresh.access_token == bearer:
                    refresh.revoked = True

    def forget(self, bearer: str) -> None:
        """Make an access token bad; its refresh token stays good."""
        with self._lock:
            self._grants.pop(bearer, None)

"""OAuth server: authorization codes, the three grants, tokens, and its endpoints."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlencode, urlsplit

import msgspec
from werkzeug.wrappers import Request

from osubrowser.demo.http.replies import Refusal, Reply, html_reply, json_reply, refuse
from osubrowser.demo.http.throttle import Throttle
from osubrowser.demo.routes.website import page


def error_body(name: str, description: str, hint: str | None = None) -> dict[str, str]:
    """Return an error body in the shape of the OAuth library, with the message repeated."""
    body = {"error": name, "error_description": description}
    if hint is not None:
        body["hint"] = hint
    return {**body, "message": description}


ACCESS_DENIED = error_body(
    "access_denied",
    "The resource owner or authorization server denied the request.",
    "The user denied the request",
)


def invalid_scope(scope: str) -> dict[str, str]:
    """Return the body of a scope that is unknown or may not be added."""
    description = "The requested scope is invalid, unknown, or malformed"
    return error_body("invalid_scope", description, f"Check the `{scope}` scope")


def invalid_client() -> Refusal:
    """Return the refusal of an unknown application, a wrong secret or an unregistered callback."""
    return Refusal(401, error_body("invalid_client", "Client authentication failed"))


def invalid_request(hint: str) -> Refusal:
    """Return the error of a malformed request, with a hint."""
    description = (
        "The request is missing a required parameter, includes an invalid parameter value,"
        " includes a parameter more than once, or is otherwise malformed."
    )
    return Refusal(400, error_body("invalid_request", description, hint))


def missing(parameter: str) -> Refusal:
    """Return the refusal of a request without this parameter."""
    return invalid_request(f"Check the `{parameter}` parameter")


def invalid_refresh(hint: str) -> Refusal:
    """Return the refusal of a refresh token."""
    return Refusal(401, error_body("invalid_request", "The refresh token is invalid.", hint))


def unsupported_grant() -> Refusal:
    """Return the refusal of a grant that does not exist."""
    description = "The authorization grant type is not supported by the authorization server."
    hint = "Check that all required parameters have been provided"
    return Refusal(400, error_body("unsupported_grant_type", description, hint))


def invalid_verifier() -> Refusal:
    """Return the refusal of a `code_verifier` that does not fit its challenge."""
    description = (
        "The provided authorization grant (e.g., authorization code, resource owner"
        " credentials) or refresh token is invalid, expired, revoked, does not match the"
        " redirection URI used in the authorization request, or was issued to another client."
    )
    hint = "Failed to verify `code_verifier`."
    return Refusal(400, error_body("invalid_grant", description, hint))


VERIFIER = re.compile(r"[A-Za-z0-9\-._~]{43,128}\Z")
"""What a challenge and a verifier may look like."""


def same_callback(asked: str, registered: str) -> bool:
    """Compare two callback addresses: exactly, but without the port for loopback addresses."""
    if asked == registered:
        return True
    try:
        one, other = urlsplit(asked), urlsplit(registered)
        hosts = one.hostname, other.hostname
    except ValueError:
        return False
    if one.scheme != "http" or hosts[0] not in ("127.0.0.1", "::1"):
        return False
    return (one.scheme, hosts[0], one.path, one.query) == (
        other.scheme,
        hosts[1],
        other.path,
        other.query,
    )


def check_verifier(challenge: str | None, method: str, verifier: str | None) -> None:
    """Compare a `code_verifier` with the challenge that came with the authorize request.

    Raises:
        Refusal: it does not fit, or only one of the two was sent.
    """
    if challenge is None:
        if verifier:
            raise missing("code_challenge")
        return
    if not verifier:
        raise missing("code_verifier")
    if not VERIFIER.match(verifier):
        raise invalid_request("Code Verifier must follow the specifications of RFC-7636.")
    answer = verifier
    if method == "S256":
        digest = hashlib.sha256(verifier.encode()).digest()
        answer = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    if not hmac.compare_digest(answer.encode(), challenge.encode()):
        raise invalid_verifier()


def web_token(
    application: str, user_id: int | None, scopes: frozenset[str], start: float, end: float
) -> str:
    """Return a token that looks like osu!'s: three parts, about a thousand characters."""

    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    head = {"typ": "JWT", "alg": "RS256"}
    body = {
        "aud": application,
        "jti": secrets.token_hex(40),
        "iat": start,
        "nbf": start,
        "exp": end,
        "sub": "" if user_id is None else str(user_id),
        "scopes": sorted(scopes),
    }
    parts = (json.dumps(head).encode(), json.dumps(body).encode(), secrets.token_bytes(512))
    return ".".join(map(part, parts))


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
    """Registered application: id, secret, callback addresses."""

    id: str
    secret: str = field(repr=False)
    callbacks: tuple[str, ...]


@dataclass(frozen=True)
class Grant:
    """Rights of an access token. `account` is None for client credentials."""

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
    """Outcome of an authorize request: the redirect and its parameters."""

    redirect_uri: str
    answer: dict[str, str]


class Authority:
    """Authorization server: issues and validates codes and tokens. Thread-safe.

    Args:
        application: the one registered application.
        account: who is signed in on the website, and approves.
        user_id: returns the user id of an account, which tokens name.
        token_ttl: seconds an access token is good for.
        deny: the person says no.
    """

    def __init__(
        self,
        application: Application,
        account: int,
        user_id: Callable[[int], int],
        *,
        token_ttl: int = 86_400,
        deny: bool = False,
    ) -> None:
        self.application = application
        self.account = account
        self._user_id = user_id
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
        """Issue a token, with a refresh token for an account."""
        now = time.time()
        user_id = None if account is None else self._user_id(account)
        access = web_token(self.application.id, user_id, scopes, now, now + self.token_ttl)
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
        """Return the grant of a bearer token; None if it is unknown, revoked or expired."""
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


def answer_authorize(request: Request, authority: Authority) -> Reply:
    """Answer `GET /oauth/authorize`."""
    if request.method != "GET":
        return html_reply(405, page("Method not allowed", "Open this page in a browser."))
    try:
        consent = authority.authorize(request.args)
    except Refusal as refusal:
        if refusal.body == "html":
            return html_reply(400, page("Error", "The requested scope is invalid."))
        raise
    mark = "&" if "?" in consent.redirect_uri else "?"
    reply = html_reply(302, "")
    reply.headers["Location"] = f"{consent.redirect_uri}{mark}{urlencode(consent.answer)}"
    return reply


def answer_token(request: Request, authority: Authority, throttle: Throttle) -> Reply:
    """Answer `POST /oauth/token`."""
    if request.method != "POST":
        raise refuse(404, "Invalid url or incorrect request method.")
    try:
        if throttle.take(str(request.remote_addr)) is None:
            raise refuse(429, "Too Many Attempts.")
        made = authority.token(_form(request))
    except Refusal as refusal:
        # The site's own sentences, unlike those of its OAuth library, come as a web page
        # to whoever does not ask for JSON.
        own = isinstance(refusal.body, dict) and refusal.body.keys() == {"error"}
        if own and "json" not in request.headers.get("Accept", ""):
            return html_reply(refusal.status, page("Error", "Bad request."))
        raise
    reply = json_reply(200, msgspec.json.encode(made))
    reply.headers["Content-Type"] = "application/json; charset=UTF-8"
    reply.headers["Cache-Control"] = "no-store"
    reply.headers["Pragma"] = "no-cache"
    return reply


def _form(request: Request) -> dict[str, str]:
    """Return the parameters of a token request: form, JSON, or HTTP Basic credentials."""
    sent: dict[str, object] = {
        name.removesuffix("[]"): values if name.endswith("[]") else values[-1]
        for name, values in request.form.lists()
    }
    if request.is_json:
        read = request.get_json(silent=True)
        sent = read if isinstance(read, dict) else {}
    # Only the scopes are a list, if they are sent as one.
    form = {
        name: " ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in sent.items()
        if value is not None
    }
    basic = request.authorization
    if basic is not None and basic.type == "basic" and "client_id" not in form:
        form["client_id"], form["client_secret"] = basic.username or "", basic.password or ""
    return form

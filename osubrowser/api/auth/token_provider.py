"""Token provider: loads, fetches, refreshes and stores the token of one application."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Callable
from threading import Lock

import msgspec

from osubrowser.api.auth.grants import Application, Authorization, Grant, Token, TokenResponse
from osubrowser.api.auth.oauth import OAuthClient
from osubrowser.api.auth.token_stores import TokenStore
from osubrowser.api.decoding.decode import strict_decoder
from osubrowser.api.errors import InvalidRequest, LoginRequired, OsuError
from osubrowser.api.http.transport import Transport

_log = logging.getLogger("osubrowser.api")
_EXPIRY_MARGIN = 60.0
"""Seconds before its expiry that a token counts as expired, for clock skew and slow requests."""


class TokenProvider:
    """Provider of the access token of one application on one server. Thread-safe.

    Tokens are fetched, refreshed and stored under one lock: concurrent callers wait for the
    renewal under way and share its outcome, a failure too.
    """

    def __init__(
        self,
        transport: Transport,
        application: Application,
        grant: Grant,
        store: TokenStore,
        authorize: Callable[[Authorization], str],
    ) -> None:
        """`authorize` returns the code of a sign-in; called when a player must sign in."""
        self._oauth = OAuthClient(transport, application)
        self._grant = grant
        self._store = store
        self._authorize = authorize
        self._key = _storage_key(transport.origin, application, grant)
        self._lock = Lock()
        self._token: Token | None = None
        self._loaded = False
        self._renewals = 0
        self._failure: OsuError | None = None

    def current(self) -> Token:
        """Return a valid token; fetches or refreshes one where needed. Raises OsuError."""
        token = self._token
        return token if token is not None and _is_fresh(token) else self._renewed_token(None)

    def renew(self, used: Token) -> Token:
        """Return another token than `used`, which the server refused. Raises OsuError."""
        return self._renewed_token(used)

    def has_token(self) -> bool:
        """Whether a token is stored that is valid or can be refreshed. May read the store."""
        with self._lock:
            token = self._loaded_token()
        return token is not None and (_is_fresh(token) or token.refresh_token is not None)

    def use(self, response: TokenResponse) -> None:
        """Store a token that was obtained elsewhere, in place of the current one."""
        with self._lock:
            self._store_token(response)

    def delete(self) -> None:
        """Delete the token from memory and from the store."""
        with self._lock:
            self._delete_token()

    def begin_authorization(self, redirect_uri: str | None) -> Authorization:
        """Return an authorization request with fresh state and PKCE verifier."""
        return self._oauth.begin_authorization(redirect_uri)

    def finish_authorization(self, authorization: Authorization, code: str) -> None:
        """Exchange the code of a callback for a token, and store it. A code works once."""
        with self._lock:
            self._store_token(self._oauth.exchange_code(authorization, code))

    # --- under the lock --------------------------------------------------------------------

    def _renewed_token(self, used: Token | None) -> Token:
        rounds = self._renewals
        with self._lock:
            token = self._loaded_token()
            if token is not None and _is_usable(token, used):
                return token
            if self._renewals != rounds and self._failure is not None:
                raise self._failure.copy()  # of the renewal that this call waited for
            try:
                return self._fetch(token, used)
            except OsuError as failure:
                self._failure = failure
                raise
            finally:
                self._renewals += 1

    def _fetch(self, token: Token | None, used: Token | None) -> Token:
        self._failure = None
        if self._grant is Grant.CLIENT_CREDENTIALS:
            return self._store_token(self._oauth.client_credentials())
        stored = self._stored_token()
        if stored is not None and stored != token and _is_usable(stored, used):
            self._token = stored  # another process refreshed it
            return stored
        token = stored or token
        if token is not None and token.refresh_token is not None:
            return self._refresh(token.refresh_token)
        if token is not None:
            self._delete_token()
        authorization = self._oauth.begin_authorization()
        code = self._authorize(authorization)
        return self._store_token(self._oauth.exchange_code(authorization, code))

    def _refresh(self, refresh_token: str) -> Token:
        try:
            response = self._oauth.refresh(refresh_token)
        except (LoginRequired, InvalidRequest) as refused:
            self._delete_token()
            raise LoginRequired(
                "The sign-in has ended",
                status=refused.status,
                address=refused.address,
                server_message=refused.server_message,
            ) from refused
        if response.refresh_token is None:  # a server that does not rotate them
            response = msgspec.structs.replace(response, refresh_token=refresh_token)
        return self._store_token(response)

    def _store_token(self, response: TokenResponse) -> Token:
        lifetime = max(response.expires_in, 0.0)
        token = Token(
            access_token=response.access_token,
            refresh_token=response.refresh_token,
            expires_at=time.time() + lifetime - min(_EXPIRY_MARGIN, lifetime / 10),
        )
        self._token, self._loaded = token, True
        try:
            # Stored before it is used: the old pair is invalid from now on.
            self._store.save(self._key, msgspec.json.encode(token))
        except OSError as problem:
            _log.warning("the sign-in cannot be kept for the next start: %s", problem.strerror)
        return token

    def _delete_token(self) -> None:
        self._token, self._loaded = None, True
        try:
            self._store.delete(self._key)
        except OSError as problem:
            _log.warning("the kept sign-in cannot be deleted: %s", problem.strerror)

    def _loaded_token(self) -> Token | None:
        if not self._loaded:
            self._token = self._stored_token()
            self._loaded = True
        return self._token

    def _stored_token(self) -> Token | None:
        try:
            stored = self._store.load(self._key)
            return None if stored is None else strict_decoder(Token).decode(stored)
        except (OSError, ValueError, msgspec.DecodeError):
            _log.warning("the kept sign-in cannot be read: a new one is needed")
            return None


def _is_fresh(token: Token) -> bool:
    """Whether an access token has not expired, by the local clock."""
    return time.time() < token.expires_at


def _is_usable(token: Token, used: Token | None) -> bool:
    """Whether a token has not expired, and is not the one that was refused."""
    return _is_fresh(token) and (used is None or token.access_token != used.access_token)


def _storage_key(origin: str, application: Application, grant: Grant) -> str:
    """Return the key of the token store for an application, server, grant and scopes."""
    what = [origin, application.client_id, grant.value, sorted(application.scopes)]
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()[:32]

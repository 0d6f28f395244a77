"""Token provider: loads, fetches, refreshes and stores the token of one application."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from threading import RLock

import msgspec

from osubrowser.api.auth.grants import (
    OSU_ENDPOINTS,
    Application,
    Authorization,
    Grant,
    OAuthEndpoints,
    Token,
    TokenResponse,
    is_token_text,
)
from osubrowser.api.auth.oauth import OAuthClient
from osubrowser.api.auth.token_stores import SharedTokenStore, TokenStore
from osubrowser.api.decoding.decode import strict_decoder
from osubrowser.api.errors import Cancelled, InvalidRequest, LoginRequired, OsuError
from osubrowser.api.http.transport import Transport

_log = logging.getLogger("osubrowser.api")
_EXPIRY_MARGIN = 60.0
"""Seconds before its expiry that a token counts as expired, for clock skew and slow requests."""
_LONGEST_LIFETIME = 366 * 86400.0
_LONGEST_LOCK = 90.0
"""Seconds to wait for another process that refreshes the same token."""
_LOCK_INTERVAL = 0.05


class TokenProvider:
    """Provider of the access token of one application on one server. Thread-safe.

    Tokens are fetched, refreshed and stored under one lock: concurrent callers wait for the
    renewal under way and share its outcome, a failure too. Processes that share a token store
    renew one after the other, and the later ones take what the first has stored.
    """

    def __init__(
        self,
        transport: Transport,
        application: Application,
        grant: Grant,
        store: TokenStore,
        authorize: Callable[[Authorization], AbstractContextManager[str]],
        *,
        endpoints: OAuthEndpoints = OSU_ENDPOINTS,
        key: str | None = None,
    ) -> None:
        """Create a provider.

        Args:
            transport: of the server that has the OAuth endpoints.
            application: the application.
            grant: how it signs in.
            store: storage of the token.
            authorize: provides the code of a sign-in, and is left when it has been exchanged.
            endpoints: where they are on that server.
            key: of the token in the store; by default made of server, application and grant.
        """
        self._oauth = OAuthClient(transport, application, endpoints)
        self._grant = grant
        self._store = store
        self._closed = transport.closed
        self._authorize = authorize
        self._key = key or _storage_key(transport.origin, application, grant)
        self._lock = RLock()  # `authorize` may adopt a token
        self._token: Token | None = None
        self._loaded = False
        self._superseded: Token | None = None  # still stored, as its successor was not written
        self._renewals = 0
        self._failure: OsuError | None = None

    def current(self) -> Token:
        """Return a valid token; fetches or refreshes one where needed. Raises OsuError."""
        token = self._token
        return token if token is not None and _is_fresh(token) else self._renewed_token(None)

    def renew(self, used: Token) -> Token:
        """Return another token than `used`, which the server refused. Raises OsuError."""
        return self._renewed_token(used)

    def known(self) -> Token | None:
        """Return the token at hand, expired or not; None without one. May read the store."""
        with self._lock:
            return self._loaded_token()

    def has_token(self) -> bool:
        """Whether a token is stored that is valid or can be refreshed. May read the store."""
        token = self.known()
        return token is not None and (_is_fresh(token) or token.refresh_token is not None)

    def use(self, response: TokenResponse) -> None:
        """Store a token that was obtained elsewhere, in place of the current one."""
        with self._lock:
            self._store_token(response)

    def adopt(self, response: TokenResponse) -> None:
        """Use a token that was obtained elsewhere, and leave the store as it is."""
        with self._lock:
            self._token, self._loaded = _token_of(response), True

    def reload(self) -> None:
        """Take over the stored token, which another process may have refreshed."""
        with self._lock:
            self._token, self._loaded = self._stored_token() or self._token, True

    def drop(self, token: Token) -> None:
        """Delete a token, unless another process has stored a new one in its place."""
        with self._lock:
            self._drop(token)

    def delete(self) -> None:
        """Delete the token from memory and from the store."""
        with self._lock:
            self._token, self._loaded = None, True
            self._delete_stored()

    def begin_authorization(self, redirect_uri: str | None) -> Authorization:
        """Return an authorization request with fresh state and PKCE verifier."""
        return self._oauth.begin_authorization(redirect_uri)

    def finish_authorization(self, authorization: Authorization, code: str) -> None:
        """Exchange the code of a callback for a token, and store it. A code works once."""
        with self._lock:
            self._store_token(self._oauth.exchange_code(authorization, code))

    def request_token(self) -> TokenResponse:
        """Return a new token for the application itself, and leave the one in use."""
        return self._oauth.client_credentials()

    def exchange(self, authorization: Authorization, code: str) -> TokenResponse:
        """Return the token for the code of a callback, and leave the one in use."""
        return self._oauth.exchange_code(authorization, code)

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
                return self._fetch(used)
            except OsuError as failure:
                self._failure = failure
                raise
            finally:
                self._renewals += 1

    def _fetch(self, used: Token | None) -> Token:
        self._failure = None
        with self._store_lock():
            token = self._refreshed(used)
            if token is None and self._grant is Grant.CLIENT_CREDENTIALS:
                token = self._store_token(self._oauth.client_credentials())
        if token is not None:
            return token
        authorization = self._oauth.begin_authorization()
        with self._authorize(authorization) as code:
            return self._store_token(self._oauth.exchange_code(authorization, code))

    def _refreshed(self, used: Token | None) -> Token | None:
        """Return the token that another process stored, or a refreshed one; None without any.

        The store is read again after each refusal: a process that did not wait for the lock may
        have refreshed first. Only what was refused is dropped.
        """
        refusal: OsuError | None = None
        refused: set[str] = set()
        while True:
            stored = self._stored_token()
            if stored is not None and _is_usable(stored, used):
                self._token = stored
                return stored
            known = [token for token in (stored, self._token) if token is not None]
            known = [token for token in known if token.refresh_token not in refused]
            token = max(known, key=lambda one: one.expires_at, default=None)
            if token is None:
                break
            if token.refresh_token is not None:
                try:
                    return self._refresh(token.refresh_token)
                except (LoginRequired, InvalidRequest) as failure:
                    refusal = failure
                    refused.add(token.refresh_token)
            self._drop(token)
        if refusal is not None:
            raise LoginRequired(
                "The sign-in has ended",
                status=refusal.status,
                address=refusal.address,
                server_message=refusal.server_message,
            ) from refusal
        return None

    def _refresh(self, refresh_token: str) -> Token:
        response = self._oauth.refresh(refresh_token)
        if response.refresh_token is None:  # a server that does not rotate them
            response = msgspec.structs.replace(response, refresh_token=refresh_token)
        return self._store_token(response)

    @contextlib.contextmanager
    def _store_lock(self) -> Iterator[None]:
        """Hold the store's lock between processes, so that one of them refreshes for all.

        After a time it goes on without: the holder may be stuck.
        """
        release = self._acquired_store_lock()
        try:
            yield
        finally:
            if release is not None:
                release()

    def _acquired_store_lock(self) -> Callable[[], None] | None:
        if not isinstance(self._store, SharedTokenStore):
            return None
        deadline = time.monotonic() + _LONGEST_LOCK
        try:
            while (release := self._store.try_lock(self._key)) is None:
                if time.monotonic() > deadline:
                    _log.warning("another program has not finished its sign-in: not waiting longer")
                    break
                if self._closed.wait(_LOCK_INTERVAL):
                    raise Cancelled("The client was closed")
        except OSError as problem:
            _log.warning("the stored sign-in cannot be locked: %s", problem)
            return None
        return release

    def _store_token(self, response: TokenResponse) -> Token:
        token = _token_of(response)
        before, self._token, self._loaded = self._token, token, True
        try:
            # Stored before it is used: the old pair is invalid from now on.
            self._store.save(self._key, msgspec.json.encode(token))
            self._superseded = None
        except OSError as problem:
            self._superseded = self._superseded or before
            _log.warning("the sign-in cannot be kept for the next start: %s", problem.strerror)
        return token

    def _drop(self, token: Token) -> None:
        """Delete a token, unless another has taken its place in memory or in the store."""
        if self._token == token:
            self._token, self._loaded = None, True
        with contextlib.suppress(OSError, ValueError, msgspec.DecodeError):
            if self._read_stored() in (token, self._superseded or token):
                self._delete_stored()

    def _delete_stored(self) -> None:
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
            token = self._read_stored()
        except (OSError, ValueError, msgspec.DecodeError):
            _log.warning("the kept sign-in cannot be read: a new one is needed")
            return None
        return None if token == self._superseded else token

    def _read_stored(self) -> Token | None:
        """Return the stored token. Raises OSError, ValueError or DecodeError for a damaged one."""
        stored = self._store.load(self._key)
        token = None if stored is None else strict_decoder(Token).decode(stored)
        if token is None:
            return None
        if not is_token_text(token.access_token):
            raise ValueError("no token")
        if token.refresh_token is not None and not is_token_text(token.refresh_token):
            return msgspec.structs.replace(token, refresh_token=None)
        return token


def _token_of(response: TokenResponse) -> Token:
    """Return the token of a response that has just arrived."""
    lifetime = min(max(response.expires_in, 0.0), _LONGEST_LIFETIME)
    return Token(
        access_token=response.access_token,
        refresh_token=response.refresh_token,
        expires_at=time.time() + lifetime - min(_EXPIRY_MARGIN, lifetime / 10),
    )


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

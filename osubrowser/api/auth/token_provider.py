"""Signing in: the token of an application, kept and refreshed, one refresh for many waiters."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Callable
from threading import Lock

import msgspec

from osubrowser.api.auth.grants import Application, Authorization, Grant, Token, TokenAnswer
from osubrowser.api.auth.oauth import OAuth
from osubrowser.api.auth.token_stores import TokenStore
from osubrowser.api.decoding.strict import strict_decoder
from osubrowser.api.errors import InvalidRequest, LoginRequired, OsuError
from osubrowser.api.http.transport import Transport

_log = logging.getLogger("osubrowser.api")
_MARGIN = 60.0
"""Seconds before its end that a token counts as ended, for clocks and slow requests."""


class Auth:
    """Has the token of one application on one server. Thread-safe.

    A token is fetched, refreshed and stored under one lock: whoever comes meanwhile waits and
    shares the outcome, a failure too.
    """

    def __init__(
        self,
        transport: Transport,
        application: Application,
        grant: Grant,
        store: TokenStore,
        authorize: Callable[[Authorization], str],
    ) -> None:
        """Ask `authorize` for the code of a sign-in when a player is needed and none is known."""
        self._oauth = OAuth(transport, application)
        self._grant = grant
        self._store = store
        self._authorize = authorize
        self._key = _key(transport.origin, application, grant)
        self._lock = Lock()
        self._token: Token | None = None
        self._loaded = False
        self._rounds = 0
        self._failure: OsuError | None = None

    def current(self) -> Token:
        """Return a token that is good now; fetches or refreshes one where needed."""
        token = self._token
        return token if token is not None and token.is_fresh else self._renewed(None)

    def renew(self, used: Token) -> Token:
        """Return another token than `used`, which the server just refused."""
        return self._renewed(used)

    def has_token(self) -> bool:
        """Whether a token is kept that is good or can be refreshed. May read the store."""
        with self._lock:
            token = self._loaded_token()
        return token is not None and (token.is_fresh or token.refresh_token is not None)

    def adopt(self, answer: TokenAnswer) -> None:
        """Keep a token that was fetched elsewhere, in place of the present one."""
        with self._lock:
            self._keep(answer)

    def forget(self) -> None:
        """Drop the token, here and in the store."""
        with self._lock:
            self._drop()

    def begin(self, redirect_uri: str | None) -> Authorization:
        """Return the address where the player allows this program, with fresh secrets."""
        return self._oauth.begin(redirect_uri)

    def finish(self, authorization: Authorization, code: str) -> None:
        """Exchange the code of a callback for a token, and keep it. A code works once."""
        with self._lock:
            self._keep(self._oauth.exchange(authorization, code))

    # --- under the lock --------------------------------------------------------------------

    def _renewed(self, used: Token | None) -> Token:
        rounds = self._rounds
        with self._lock:
            token = self._loaded_token()
            if token is not None and _serves(token, used):
                return token
            if self._rounds != rounds and self._failure is not None:
                raise self._failure.again()  # of the round that we waited for
            try:
                return self._fetch(token, used)
            except OsuError as failure:
                self._failure = failure
                raise
            finally:
                self._rounds += 1

    def _fetch(self, token: Token | None, used: Token | None) -> Token:
        self._failure = None
        if self._grant is Grant.CLIENT_CREDENTIALS:
            return self._keep(self._oauth.guest())
        stored = self._stored_token()
        if stored is not None and stored != token and _serves(stored, used):
            self._token = stored  # another process refreshed it
            return stored
        token = stored or token
        if token is not None and token.refresh_token is not None:
            return self._refresh(token.refresh_token)
        if token is not None:
            self._drop()
        authorization = self._oauth.begin()
        code = self._authorize(authorization)
        return self._keep(self._oauth.exchange(authorization, code))

    def _refresh(self, refresh_token: str) -> Token:
        try:
            answer = self._oauth.refresh(refresh_token)
        except (LoginRequired, InvalidRequest) as refused:
            self._drop()
            raise LoginRequired(
                "The sign-in has ended",
                status=refused.status,
                address=refused.address,
                server_message=refused.server_message,
            ) from refused
        if answer.refresh_token is None:  # a server that does not rotate them
            answer = msgspec.structs.replace(answer, refresh_token=refresh_token)
        return self._keep(answer)

    def _keep(self, answer: TokenAnswer) -> Token:
        lifetime = max(answer.expires_in, 0.0)
        token = Token(
            access_token=answer.access_token,
            refresh_token=answer.refresh_token,
            expires_at=time.time() + lifetime - min(_MARGIN, lifetime / 10),
        )
        self._token, self._loaded = token, True
        try:
            # Stored before it is used: the old pair is worth nothing from now on.
            self._store.save(self._key, msgspec.json.encode(token))
        except OSError as problem:
            _log.warning("the sign-in cannot be kept for the next start: %s", problem.strerror)
        return token

    def _drop(self) -> None:
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
            kept = self._store.load(self._key)
            return None if kept is None else strict_decoder(Token).decode(kept)
        except (OSError, ValueError, msgspec.DecodeError):
            _log.warning("the kept sign-in cannot be read: a new one is needed")
            return None


def _serves(token: Token, used: Token | None) -> bool:
    """Whether a token may be tried: it has not ended, and is not the one just refused."""
    return token.is_fresh and (used is None or token.access_token != used.access_token)


def _key(origin: str, application: Application, grant: Grant) -> str:
    """Name a token in the store: the same program on the same server finds it again."""
    what = [origin, application.client_id, grant.value, sorted(application.scopes)]
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()[:32]

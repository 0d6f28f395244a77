"""The client: one blocking method for each thing that osu! can be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

import msgspec

from osubrowser.api.addresses import checked_origin, is_loopback
from osubrowser.api.answers import Answer, Request
from osubrowser.api.auth import Auth
from osubrowser.api.decode import read_entity, read_json
from osubrowser.api.endpoints.base import Params
from osubrowser.api.endpoints.rankings import RankingEndpoints
from osubrowser.api.endpoints.users import UserEndpoints
from osubrowser.api.errors import LoginRequired
from osubrowser.api.grants import (
    Application,
    Authorization,
    Grant,
    TokenAnswer,
    default_scopes,
)
from osubrowser.api.pace import Pace
from osubrowser.api.stores import FileTokenStore, TokenStore
from osubrowser.api.transport import Transport

T = TypeVar("T")

_MOST_REFUSALS = 5
"""Tokens refused in a row, nobody else being answered meanwhile, before the sign-in has failed."""
_MOST_TOKENS = 10
"""Tokens that one call tries at all."""


class Client(RankingEndpoints, UserEndpoints):
    """Asks osu!'s API v2. Thread-safe: one client serves all threads of a program.

    Without `redirect_uri` it signs in as a guest, silently; with one for a player, with
    `authorize` (by default: opens the web browser and waits for the callback). The token is kept
    in `token_store` between runs and refreshed when it ends. Methods raise OsuError.
    """

    def __init__(
        self,
        client_id: int | str,
        client_secret: str,
        redirect_uri: str | None = None,
        scopes: Sequence[str] | None = None,
        *,
        base_url: str = "https://osu.ppy.sh",
        pace: float | None = 60,
        burst: int = 120,
        max_wait: float = 120.0,
        token_store: TokenStore | None = None,
        authorize: Callable[[Authorization], str] | None = None,
        user_agent: str | None = None,
        timeout: tuple[float, float] = (5.0, 15.0),
    ) -> None:
        """Make a client for one application on one server; nothing is sent yet.

        Args:
            client_id: the number of the application, as osu! gave it.
            client_secret: its secret.
            redirect_uri: where osu! sends the player back to; None for a guest.
            scopes: what to ask for; by default what a browser needs.
            base_url: the server. Only https, but for this machine itself.
            pace: requests a minute, sustained; None for no limit. Servers on this machine
                are not paced.
            burst: requests at once before the pace is kept.
            max_wait: seconds. A longer wait raises RateLimited in place of waiting.
            token_store: where tokens are kept; by default files that only this user may read.
            authorize: is given an Authorization and returns the code of its callback.
            user_agent: the name of the program, put before our own.
            timeout: seconds to connect and to wait for data.
        """
        self.grant = Grant.AUTHORIZATION_CODE if redirect_uri else Grant.CLIENT_CREDENTIALS
        self.base_url = checked_origin(base_url)
        if is_loopback(urlsplit(self.base_url).hostname):
            pace = None
        self._pace = Pace(pace, burst)
        self._successes = 0  # counts loosely: only that it moves matters
        self._transport = Transport(
            self.base_url,
            pace=self._pace,
            max_wait=max_wait,
            user_agent=user_agent,
            timeout=timeout,
        )
        asked = default_scopes(self.grant) if scopes is None else scopes
        application = Application(
            str(client_id), client_secret, redirect_uri, tuple(str(scope) for scope in asked)
        )
        self._auth = Auth(
            self._transport,
            application,
            self.grant,
            FileTokenStore() if token_store is None else token_store,
            authorize or partial(_ask_in_browser, closed=self._transport.closed.is_set),
        )

    def __repr__(self) -> str:
        return f"Client({self.base_url!r}, {self.grant.value})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- signing in ------------------------------------------------------------------------

    def begin_authorization(self, redirect_uri: str | None = None) -> Authorization:
        """Return the address where a player allows this program, for one sign-in."""
        return self._auth.begin(redirect_uri)

    def finish_authorization(self, authorization: Authorization, code: str) -> None:
        """Exchange the `code` of the callback, and keep the token: `POST /oauth/token`.

        The caller has compared the callback's `state`. Raises InvalidRequest for a code that
        is used or too old, LoginRequired for a wrong client id or secret.
        """
        self._auth.finish(authorization, code)

    def use_token(self, answer: Mapping[str, Any]) -> None:
        """Keep a token that was fetched elsewhere, as `/oauth/token` answered it."""
        self._auth.adopt(msgspec.convert(dict(answer), TokenAnswer, strict=False))

    def has_token(self) -> bool:
        """Whether a token is kept, be it one that must be refreshed. May read the store."""
        return self._auth.has_token()

    def ensure_token(self) -> None:
        """Sign in now, if it is not done yet."""
        self._auth.current()

    def revoke_token(self) -> None:
        """Sign out, on the server (`DELETE oauth/tokens/current`) and here.

        The token is forgotten here whatever happens; an error says that the server was not told.
        """
        try:
            if self._auth.has_token():
                request = Request("DELETE", "/api/v2/oauth/tokens/current")
                # An ended token is refreshed first: its successor is what must be revoked.
                self._transport.send(request, _nothing, bearer=self._auth.current().access_token)
        except LoginRequired:
            pass  # the server knows it no more
        finally:
            self._auth.forget()

    # --- asking ----------------------------------------------------------------------------

    def read(self, path: str, params: Params | None = None) -> bytes:
        """Return the body of an answer as it came: `GET` of a path below `/api/v2`.

        For looking at what the server says, and for what has no method here.
        """
        return self._call(_request(path, params), read_json)

    def requests_last_minute(self) -> int:
        """Return how many requests were sent in the last 60 seconds."""
        return self._pace.sent_last_minute()

    def close(self) -> None:
        """End all calls at once, from any thread: they raise Cancelled, as later ones do."""
        self._transport.close()

    def _get(
        self, path: str, kind: type[T], params: Params | None = None, *, needs_player: bool = False
    ) -> T:
        request = _request(path, params)
        if needs_player and self.grant is Grant.CLIENT_CREDENTIALS:
            raise LoginRequired(
                "Only players who signed in have this", address=self.base_url + request.path
            )
        return self._call(request, partial(read_entity, kind=kind))

    def _call(self, request: Request, read: Callable[[Answer], T]) -> T:
        token = self._auth.current()
        refusals, successes = 0, self._successes
        for _ in range(_MOST_TOKENS):
            try:
                answer = self._transport.send(request, read, bearer=token.access_token)
            except LoginRequired as refused:
                # While others are answered, tokens work: this one has just ended.
                refusals = refusals + 1 if successes == self._successes else 1
                successes, failure = self._successes, refused
                if refusals == _MOST_REFUSALS:
                    break
            else:
                self._successes += 1
                return answer
            token = self._auth.renew(token)
        raise failure


def _request(path: str, params: Params | None) -> Request:
    given = {name: str(value) for name, value in (params or {}).items() if value is not None}
    return Request("GET", f"/api/v2{path}", params=given)


def _nothing(_: Answer) -> None:
    return None


def _ask_in_browser(authorization: Authorization, closed: Callable[[], bool]) -> str:
    from osubrowser.api.callback import wait_in_browser

    return wait_in_browser(authorization, closed)

"""Signed-in connection of one client of ossapi's interface: addresses, tokens and requests."""

from __future__ import annotations

import json
import logging
import time
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias, TypeVar
from urllib.parse import unquote, urlsplit

from osubrowser.api.auth.grants import (
    Application,
    Authorization,
    Grant,
    OAuthEndpoints,
    Token,
    TokenResponse,
)
from osubrowser.api.auth.token_provider import TokenProvider
from osubrowser.api.auth.token_stores import FileTokenStore, try_file_lock
from osubrowser.api.calls import ApiCalls, Params, encode_params
from osubrowser.api.decoding.decode import strict_decoder
from osubrowser.api.errors import LoginRequired, OsuError
from osubrowser.api.http.messages import Request, Response, error_for
from osubrowser.api.http.rate_limiter import REPLAYS_PER_MINUTE, RateLimiter
from osubrowser.api.http.transport import Transport
from osubrowser.api.http.urls import is_loopback_url, validated_origin
from osubrowser.api.ossapi.errors import AccessDeniedError, ReauthenticationRequired, compatible

T = TypeVar("T")

TokenFields: TypeAlias = dict[str, Any]
"""Token as ossapi has it: `access_token`, `refresh_token`, `token_type`, `expires_in`,
`expires_at` (Unix time in seconds)."""

_PACE = 60.0
_BURST = 120
_MAX_WAIT = 120.0
_LONGEST_KEY = 200
"""Bytes: with its ending and that of a temporary file it is a name everywhere."""
_LONGEST_WRITE = 3600.0
_LONGEST_ERROR = 2000


@dataclass(frozen=True)
class Addresses:
    """Addresses of one server; each may have a path before the API's own.

    Attributes:
        base: of the API, such as `https://osu.ppy.sh/api/v2`.
        token: of the OAuth token endpoint.
        authorize: of the page on which a player signs in.
    """

    base: str
    token: str
    authorize: str


def split_address(address: str) -> tuple[str, str]:
    """Return origin and path of an address: `https://osu.ppy.sh`, `/api/v2`.

    Raises ValueError for one that is not safe: http to another machine, or with a password.
    """
    parts = urlsplit(address.strip())
    return validated_origin(f"{parts.scheme}://{parts.netloc}"), parts.path.rstrip("/")


class TokenFiles(FileTokenStore):
    """Token files that are named by the caller: `{key}.json`, for this user only (mode 0600)."""

    def path(self, key: str) -> Path:
        """Return the file of a key. Raises ValueError for a key that is no file name."""
        is_name = key.isprintable() and not set(key) & set('/\\:*?"<>|') and key.strip(" .")
        if not is_name or len(key.encode()) > _LONGEST_KEY:
            raise ValueError(f"a token key is the name of a file, not {key!r:.50}")
        return self.folder / f"{key}.json"

    def try_lock(self, key: str) -> Callable[[], None] | None:
        """Take the lock of `key`, as a token store does; its file is there while it is taken."""
        path = self.path(key).with_suffix(".lock")
        release = try_file_lock(path)
        if release is None:
            return None

        def end() -> None:
            with suppress(OSError):  # Windows deletes no open file
                path.unlink()
            release()

        return end

    def _path(self, key: str) -> Path:
        return self.path(key)

    def _write_lock(self) -> AbstractContextManager[bool]:
        return nullcontext(True)

    def _sweep(self) -> None:
        """Delete temporary files of programs that were killed: those of others are younger."""
        with suppress(OSError):
            for left in self.folder.glob(".token-*"):
                if left.stat().st_mtime < time.time() - _LONGEST_WRITE:
                    left.unlink(missing_ok=True)


class _ClientTokens:
    """Token store of one client: files, and its `_save_token`, which is told each new token.

    A token that the program passed is neither read from a file nor kept until it is renewed.
    """

    def __init__(
        self, files: TokenFiles, save: Callable[[TokenFields], None], *, is_passed: bool
    ) -> None:
        self._files = files
        self._save = save
        self._is_passed = is_passed

    def load(self, key: str) -> bytes | None:
        return None if self._is_passed else self._files.load(key)

    def save(self, _: str, value: bytes) -> None:
        self._save(token_fields(strict_decoder(Token).decode(value)))

    def delete(self, key: str) -> None:
        if not self._is_passed:
            self._files.delete(key)

    def try_lock(self, key: str) -> Callable[[], None] | None:
        return (lambda: None) if self._is_passed else self._files.try_lock(key)


def token_fields(token: Token) -> TokenFields:
    """Return a token as ossapi has it."""
    return {
        "access_token": token.access_token,
        "refresh_token": token.refresh_token,
        "token_type": "Bearer",
        "expires_in": max(int(token.expires_at - time.time()), 0),
        "expires_at": token.expires_at,
    }


@dataclass(frozen=True)
class SessionResponse:
    """Response to a request of a `Session`, of any status below 500 except 401 and 429."""

    status_code: int
    url: str
    content: bytes
    headers: Mapping[str, str]
    _response: Response

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8", "replace")

    @property
    def ok(self) -> bool:
        """Whether the server did what was asked."""
        return self.status_code < 400

    def json(self) -> Any:  # noqa: ANN401 - whatever JSON has
        """Return the parsed body. Raises ValueError if it is no JSON."""
        return json.loads(self.content)

    def raise_for_status(self) -> None:
        """Raise an OsuError, which is a ValueError, for a status of 400 or more."""
        if not self.ok:
            raise compatible(error_for(self._response))


class _TokenObtained(Exception):
    """A sign-in of the program's own is done: the call that needed it goes on."""


class Session(ApiCalls):
    """Signed-in session of one client. Thread-safe; requests have time-outs, pace and retries.

    Its methods raise the errors that `compatible` makes.
    """

    def __init__(
        self,
        addresses: Addresses,
        application: Application,
        grant: Grant,
        *,
        key: str,
        files: TokenFiles,
        save: Callable[[TokenFields], None],
        passed: Mapping[str, str | None] | None,
        api_version: int,
        log: logging.Logger,
        is_async: bool,
        sign_in_by: Callable[[], Callable[[], object] | None],
        on_close: Callable[[], None],
    ) -> None:
        """Create a session; nothing is sent.

        Args:
            addresses: of the server.
            application: client id, secret, redirect address and scopes.
            grant: how it signs in.
            key: name of the token's file.
            files: where that file is.
            save: called with each new token; what it raises ends the call.
            passed: `access_token` and `refresh_token` of the program itself: it does not sign in.
            api_version: value of the header `x-api-version`.
            log: told of each request, without secrets.
            is_async: whether errors are those of aiohttp as well.
            sign_in_by: returns the program's own way of signing in, or None; what that returns
                has a `token`, or it has kept one.
            on_close: called when the session is closed.

        Raises:
            ValueError: an address is not safe, or the key is no file name.
        """
        origin, self._prefix = split_address(addresses.base)
        token_origin, token_path = split_address(addresses.token)
        self._token_address = token_origin + token_path
        split_address(addresses.authorize)  # http to another machine would show the code
        files.path(key)
        self.base_url, self.grant, self.scopes = origin, grant, application.scopes
        self._api_version = str(api_version)
        self._transports: dict[str, Transport] = {}
        self._transports_lock = Lock()
        self._transport = self._transport_to(origin)
        self._sign_in_by = sign_in_by
        self._log, self._is_async, self._is_passed = log, is_async, passed is not None
        self._attempts: list[None] = []  # to sign in as a player; shared by copies of `at`
        self._on_close = on_close
        # A token that was passed is never replaced by one for the application itself.
        is_own = self._is_passed or sign_in_by() is not None
        self._tokens = TokenProvider(
            self._transport_to(token_origin),
            application,
            Grant.AUTHORIZATION_CODE if is_own else grant,
            _ClientTokens(files, save, is_passed=self._is_passed),
            self._authorize,
            endpoints=OAuthEndpoints(token_path, addresses.authorize),
            key=key,
        )
        if passed is not None:
            self._use(passed)

    def _transport_to(self, origin: str) -> Transport:
        with self._transports_lock:
            if origin not in self._transports:
                pace = None if is_loopback_url(origin) else _PACE
                limits = {} if pace is None else {"replays": REPLAYS_PER_MINUTE}
                self._transports[origin] = Transport(
                    origin,
                    rate_limiter=RateLimiter(pace, _BURST, limits),
                    max_wait=_MAX_WAIT,
                    api_version=self._api_version,
                )
            return self._transports[origin]

    def at(self, base: str) -> Session:
        """Return this session for another address of the API, with the same token.

        Raises ValueError for an address that is not safe.
        """
        origin, prefix = split_address(base)
        if (origin, prefix) == (self.base_url, self._prefix):
            return self
        other = copy(self)
        other.base_url, other._prefix = origin, prefix
        other._transport = self._transport_to(origin)
        return other

    def __repr__(self) -> str:
        return f"Session({self.base_url!r}, {self.grant.value})"

    # --- signing in ------------------------------------------------------------------------

    @property
    def token(self) -> TokenFields:
        """The current token, which may have expired; empty without one."""
        known = self._tokens.known()
        return {} if known is None else token_fields(known)

    @token.setter
    def token(self, fields: Mapping[str, Any]) -> None:
        self._use(fields)

    @property
    def access_token(self) -> str | None:
        """The access token; None without one."""
        return self.token.get("access_token")

    def sign_in(self) -> None:
        """Sign in, unless there is a token that is valid or can be renewed. Raises OsuError."""
        with self._compatible_errors():
            if not self._tokens.has_token():
                self._signed_in(self._tokens.current)

    def sign_in_anew(self) -> None:
        """Sign in, whatever token there is. Raises OsuError."""
        with self._compatible_errors():
            if self.grant is Grant.CLIENT_CREDENTIALS:
                self._log.info("signing in as a guest")
                token = self._tokens.request_token()
            else:
                authorization = self._tokens.begin_authorization(None)
                with self._authorized(authorization) as code:
                    token = self._tokens.exchange(authorization, code)
            self._tokens.use(token)

    def forget_token(self) -> None:
        """Delete the token, here and in its file."""
        self._tokens.delete()

    def _use(self, fields: Mapping[str, Any]) -> None:
        expiry = fields.get("expires_at")
        try:
            token = TokenResponse(
                access_token=fields["access_token"],
                refresh_token=fields.get("refresh_token"),
                expires_in=86400.0 if expiry is None else max(float(expiry) - time.time(), 0.0),
            ).checked()
        except (KeyError, TypeError, AttributeError, ValueError):
            raise ValueError("an access token is a text without blanks") from None  # a secret
        self._tokens.adopt(token)

    @contextmanager
    def _authorize(self, authorization: Authorization) -> Iterator[str]:
        if self._is_passed:
            raise ReauthenticationRequired
        self._attempts.append(None)
        if (sign_in := self._sign_in_by()) is not None:
            before = self._tokens.known()
            token = getattr(sign_in(), "token", None)
            if token and token != self.token:
                self._use(token)
            elif not token:
                self._tokens.reload()
            if self._tokens.known() in (None, before):
                raise LoginRequired("The sign-in gave no token")
            raise _TokenObtained
        with self._authorized(authorization) as code:
            yield code

    @contextmanager
    def _authorized(self, authorization: Authorization) -> Iterator[str]:
        """Provide the code of a sign-in in the web browser."""
        from osubrowser.api.auth.callback import authorize_in_browser

        self._log.info("signing in as a player, in the web browser")
        try:
            with authorize_in_browser(
                authorization,
                self._transport.closed.is_set,
                lambda url: webbrowser.open(url),  # looked up when called: programs replace it
            ) as code:
                yield code
        except LoginRequired as refused:
            if refused.status is None and refused.server_message:
                raise AccessDeniedError(
                    "The sign-in was refused", server_message=refused.server_message
                ) from refused
            raise

    def _signed_in(self, act: Callable[[], T]) -> T:
        """Return what `act` returns; where a stored token has ended, after signing in anew."""
        attempts = len(self._attempts)
        try:
            return act()
        except _TokenObtained:
            pass
        except (ReauthenticationRequired, AccessDeniedError):
            raise
        except LoginRequired as ended:
            if self._is_passed:
                raise ReauthenticationRequired(
                    status=ended.status,
                    address=ended.address,
                    server_message=ended.server_message,
                ) from ended
            is_guest = self.grant is Grant.CLIENT_CREDENTIALS
            if is_guest or len(self._attempts) != attempts or self._tokens.has_token():
                raise
        return act()

    @contextmanager
    def _compatible_errors(self) -> Iterator[None]:
        try:
            yield
        except OsuError as error:
            self._reword(error)
            self._log.info("%s", error)
            is_sign_in = error.status is not None and error.address == self._token_address
            raise compatible(
                error, is_async=self._is_async, is_sign_in=is_sign_in
            ) from error.__cause__

    def _reword(self, error: OsuError) -> None:
        """Let an error begin with the words of ossapi, which programs look for."""
        address = unquote(error.address or "")
        if not address.startswith(self.base_url + self._prefix):
            return
        if isinstance(error, LoginRequired) and error.status == 401:
            text = "Permission denied for a request to {}. This request may require {}."
            error.args = (text.format(address, "Grant.AUTHORIZATION_CODE"),)
        elif error.server_message and not str(error.args[0]).startswith(_SAID):
            error.args = (refusal_text(error.server_message, address),)

    # --- requests --------------------------------------------------------------------------

    def send(self, request: Request, read: Callable[[Response], T]) -> T:
        """Send a request with the token, and return the response as `read` decodes it.

        The path is below the API's address, such as `/users/2`. Raises OsuError.
        """
        sent = replace(request, path=self._prefix + request.path, reads_refusals=True)

        def checked(response: Response) -> T:
            if response.status >= 400:
                raise _refusal(response)
            return read(response)

        with self._compatible_errors():
            return self._signed_in(lambda: self._call(sent, checked))

    def _call(self, request: Request, read: Callable[[Response], T]) -> T:
        def logged(response: Response) -> T:
            self._log.info(
                "%s %s: %d, %d bytes",
                request.method,
                response.address,
                response.status,
                len(response.body),
            )
            return read(response)

        return super()._call(request, logged)

    def request(
        self,
        method: str,
        url: str,
        *,
        params: Params | None = None,
        data: Params | None = None,
        json: Mapping[str, Any] | None = None,
        timeout: object = None,
    ) -> SessionResponse:
        """Send a request of the program's own to an address of the server.

        Args:
            method: such as `GET`.
            url: whole address, below the API's or elsewhere on its server.
            params: query parameters.
            data: form fields.
            json: JSON object, in place of a form.
            timeout: not used: requests have time-outs of their own.

        Raises:
            ValueError: the address is on another server, which must not get the token.
            OsuError: the server was not reached, failed, or limits the program.
        """
        if not url.startswith(f"{self.base_url}/"):
            raise ValueError(f"the session is for {self.base_url} only")
        request = Request(
            method.upper(),
            url.removeprefix(self.base_url),
            params=encode_params(params),
            form=None if data is None else encode_params(data),
            json=json,
            bucket="replays" if urlsplit(url).path.endswith("/download") else "api",
            is_file=urlsplit(url).path.endswith("/download"),
            reads_refusals=True,
        )
        with self._compatible_errors():
            return self._signed_in(lambda: self._call(request, _as_session_response))

    def get(self, url: str, **options: Any) -> SessionResponse:  # noqa: ANN401 - as `request`
        """Send a GET; see `request`."""
        return self.request("GET", url, **options)

    def post(self, url: str, data: Params | None = None, **options: Any) -> SessionResponse:  # noqa: ANN401 - as `request`
        """Send a POST; see `request`."""
        return self.request("POST", url, data=data, **options)

    def put(self, url: str, data: Params | None = None, **options: Any) -> SessionResponse:  # noqa: ANN401 - as `request`
        """Send a PUT; see `request`."""
        return self.request("PUT", url, data=data, **options)

    def delete(self, url: str, **options: Any) -> SessionResponse:  # noqa: ANN401 - as `request`
        """Send a DELETE; see `request`."""
        return self.request("DELETE", url, **options)

    def close(self) -> None:
        """Cancel all requests: they raise Cancelled, as later ones do."""
        with self._transports_lock:
            transports = list(self._transports.values())
        for transport in transports:
            transport.close()
        self._on_close()


_SAID = "api returned an error of"


def refusal_text(said: object, address: str) -> str:
    """Return what ossapi says of a refusal."""
    return f"{_SAID} `{said}` for a request to {unquote(address)}"


def error_alone(body: bytes) -> dict[str, Any] | None:
    """Return the JSON of a body that is an error alone, such as `{"error": null}`; else None."""
    if len(body) > _LONGEST_ERROR:
        return None
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) and said.keys() == {"error"} else None


def _refusal(response: Response) -> OsuError:
    """Return the error for a response with a status of 400 or more."""
    error = error_for(response)
    if (said := error_alone(response.body)) is not None:
        error.args = (refusal_text(said["error"], response.address),)
    return error


def _as_session_response(response: Response) -> SessionResponse:
    return SessionResponse(
        status_code=response.status,
        url=response.address,
        content=response.body,
        headers={"Content-Type": response.content_type},
        _response=response,
    )

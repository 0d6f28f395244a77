"""API calls: access checks, tokens, the response cache, and decoding around each request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from functools import partial, wraps
from types import NoneType
from typing import Any, Literal, ParamSpec, Protocol, Self, TypeAlias, TypeVar, cast
from urllib.parse import quote

from osubrowser.api.auth.grants import Grant, Scope
from osubrowser.api.auth.token_provider import TokenProvider
from osubrowser.api.decoding.decode import read_any_file, read_entity, read_file
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.errors import Forbidden, LoginRequired, NotCached, NotFound
from osubrowser.api.http.messages import Download, Request, Response, Unreadable
from osubrowser.api.http.transport import Transport

P = ParamSpec("P")
T = TypeVar("T")

ParamValue: TypeAlias = str | int | float | bool | Sequence[str | int] | None
Params: TypeAlias = Mapping[str, ParamValue]
"""Query parameters or form fields; those that are None are left out.

A bool is sent as `1` or `0`. A sequence repeats its name, which is given with its brackets:
`{"ids[]": [1, 2]}`.
"""
Json: TypeAlias = Mapping[str, Any]
"""JSON object in the body of a request."""

_MAX_REFUSALS = 5
"""Tokens refused in a row, while no other call succeeds, before the sign-in counts as failed."""
_MAX_TOKENS = 10
"""Tokens that one call tries in all."""


class ResponseStore(Protocol):
    """Storage of response bodies by path and parameters, for one client.

    Called from any thread; must not raise.
    """

    def save(self, path: str, params: Mapping[str, str | list[str]], body: bytes) -> None:
        """Store the body of a successful `GET path` (below the origin) with `params`."""

    def load(self, path: str, params: Mapping[str, str | list[str]]) -> tuple[bytes, float] | None:
        """Return the newest body and its time of receipt (Unix seconds); None on a miss."""


class ResponseObserver(Protocol):
    """Observer of the decoded responses of one client, such as a history.

    Called from any thread; must neither raise nor block.
    """

    def observe(
        self,
        path: str,
        params: Mapping[str, str | list[str]],
        entity: object,
        date: float | None,
    ) -> None:
        """Note the entity of a successful `GET path` (below the origin) with `params`.

        Args:
            path: path of the request.
            params: its parameters.
            entity: the decoded response.
            date: when the server sent it, by its own clock (Unix time in seconds), or None.
        """


class ApiCalls:
    """Base class of endpoint groups: the calls that their methods are made of.

    Paths are below `/api/v2`. A call beyond this client's grant or scopes fails before anything
    is sent: with `needs_player` a guest gets LoginRequired, and a sign-in without `scope`
    Forbidden.

    Attributes:
        grant: how this program signs in.
        scopes: the scopes that it requests.
        base_url: the server's origin.
        cached_at: of a client made by `from_cache`: when the oldest response that it returned
            was stored (Unix time in seconds); None before the first.
    """

    grant: Grant
    scopes: tuple[str, ...]
    base_url: str
    _tokens: TokenProvider
    _transport: Transport
    _successes = 0  # approximate across threads: only a change of it matters
    _cache: ResponseStore | None = None
    _observer: ResponseObserver | None = None
    _cache_only = False
    cached_at: float | None = None

    @property
    def has_cache(self) -> bool:
        """Whether a response cache is set; without one, `from_cache` finds nothing."""
        return self._cache is not None

    def from_cache(self) -> Self:
        """Return a copy of this client whose methods read the response cache, and send nothing.

        They raise NotCached for a response that is not stored, and for every write. Use one copy
        for each thing that is shown: its `cached_at` is the time of the oldest response used.
        """
        clone = copy(self)
        clone._cache_only = True
        return clone

    def _get(
        self,
        path: str,
        kind: type[T],
        params: Params | None = None,
        *,
        needs_player: bool = False,
        scope: Scope | None = None,
        needs_token: bool = True,
        is_found: Callable[[T], bool] | None = None,
        aliases: Callable[[T], Iterable[str]] | None = None,
    ) -> T:
        """Send a GET for `path` and return the response decoded as `kind`.

        With `needs_token=False` no sign-in is started; a stored player's token is sent all the
        same. `is_found` returns False for a response that says that there is nothing, which
        raises NotFound and is not stored. `aliases` returns the other paths that have the same
        response, under which the cache stores it as well.
        """
        self._check_access(path, needs_player, scope)
        request = api_request("GET", path, params)
        send = self._call if needs_token else self._call_public
        return self._cached_or_sent(request, kind, send, is_found, aliases)

    def _send(
        self,
        method: Literal["POST", "PUT"],
        path: str,
        kind: type[T],
        *,
        json: Json | None = None,
        form: Params | None = None,
        params: Params | None = None,
        needs_player: bool = False,
        scope: Scope | None = None,
        repeat: bool = False,
    ) -> T:
        """Send JSON or a form to `path` and return the response decoded as `kind`.

        It is not retried unless `repeat` says that it is idempotent. A `kind` of NoneType accepts
        any body, an empty one too.
        """
        self._check_access(path, needs_player, scope)
        request = api_request(method, path, params, json=json, form=form, repeat=repeat)
        return self._call(request, _reader(kind))

    def _get_web(self, path: str, kind: type[T], params: Params | None = None) -> T:
        """Send a GET to the website, outside the API and without a token; return decoded JSON."""
        request = Request("GET", path, params=encode_params(params))
        return self._cached_or_sent(request, kind, self._transport.send)

    def _download(
        self,
        path: str,
        params: Params | None = None,
        *,
        bucket: str = "replays",
        checked: bool = True,
    ) -> Download:
        """Return a downloaded file, counted in the rate limit `bucket` and in the general one.

        Unless `checked`, HTML, JSON and an empty body count as a file too.
        """
        read = read_file if checked else read_any_file
        return self._call(api_request("GET", path, params, bucket=bucket, is_file=True), read)

    def _download_web(self, path: str) -> Download:
        """Return a file of the website, outside the API and without a token.

        Raises NotFound for an empty body.
        """
        if self._cache_only:
            raise NotCached(address=self.base_url + path)

        def read(response: Response) -> Download:
            if not response.body:
                raise NotFound(
                    "There is no such file", status=response.status, address=response.address
                )
            return read_file(response)

        return self._transport.send(Request("GET", path, is_file=True), read)

    def _check_access(self, path: str, needs_player: bool, scope: Scope | None) -> None:
        """Raise LoginRequired or Forbidden for a call that this sign-in's grant or scopes lack."""
        address = f"{self.base_url}/api/v2{path}"
        guest = self.grant is Grant.CLIENT_CREDENTIALS and Scope.DELEGATE not in self.scopes
        if needs_player and guest:
            raise LoginRequired("Only players who signed in have this", address=address)
        if scope is not None and scope not in self.scopes:
            raise Forbidden(f"The sign-in did not ask for {scope.value}", address=address)

    def _cached_or_sent(
        self,
        request: Request,
        kind: type[T],
        send: Callable[[Request, Callable[[Response], T]], T],
        is_found: Callable[[T], bool] | None = None,
        aliases: Callable[[T], Iterable[str]] | None = None,
    ) -> T:
        """Return the cached response if this client only reads the cache; else send, and store."""

        def read(response: Response) -> T:
            entity = read_entity(response, kind)
            if is_found is not None and not is_found(entity):
                raise NotFound(
                    "There is no such thing", status=response.status, address=response.address
                )
            return entity

        if self._cache_only:
            return self._read_cached(request, read)
        return send(request, self._storing(request, read, aliases))

    def _call_public(self, request: Request, read: Callable[[Response], T]) -> T:
        """Send a request for public data: with the player's token if there is one, else without."""
        try:
            if self.grant is Grant.AUTHORIZATION_CODE and self._tokens.has_token():
                return self._call(request, read)
        except LoginRequired:
            pass  # the server rejects an invalid token even for public data: send none
        return self._transport.send(request, read)

    def _storing(
        self,
        request: Request,
        read: Callable[[Response], T],
        aliases: Callable[[T], Iterable[str]] | None,
    ) -> Callable[[Response], T]:
        """Return `read`, extended to store and observe each response that it could decode."""
        cache, observer = self._cache, self._observer
        if cache is None and observer is None:
            return read

        def read_and_store(response: Response) -> T:
            entity = read(response)
            if cache is not None:
                cache.save(request.path, request.params, response.body)
                for path in aliases(entity) if aliases is not None else ():
                    cache.save(api_request("GET", path, None).path, request.params, response.body)
            if observer is not None:
                observer.observe(request.path, request.params, entity, response.date)
            return entity

        return read_and_store

    def _read_cached(self, request: Request, read: Callable[[Response], T]) -> T:
        """Return the decoded response from the cache, and note its age.

        Raises NotCached for one that is missing or cannot be decoded.
        """
        address = self.base_url + request.path
        stored = self._cache and self._cache.load(request.path, request.params)
        if not stored:
            raise NotCached(address=address)
        body, at = stored
        try:
            entity = read(Response(200, "application/json", body, address))
        except Unreadable as damaged:
            raise NotCached(address=address) from damaged
        self.cached_at = at if self.cached_at is None else min(at, self.cached_at)
        return entity

    def _call(self, request: Request, read: Callable[[Response], T]) -> T:
        """Send a request with a token, and with another where the server refuses it."""
        if self._cache_only:
            raise NotCached(address=self.base_url + request.path)
        token = self._tokens.current()
        refusals, successes = 0, self._successes
        for _ in range(_MAX_TOKENS):
            try:
                result = self._transport.send(request, read, bearer=token.access_token)
            except LoginRequired as refused:
                # While other calls succeed, tokens work: this one has just expired.
                refusals = refusals + 1 if successes == self._successes else 1
                successes, failure = self._successes, refused
                if refusals == _MAX_REFUSALS:
                    break
            else:
                self._successes += 1
                return result
            token = self._tokens.renew(token)
        raise failure


def api_request(
    method: str,
    path: str,
    params: Params | None,
    *,
    json: Json | None = None,
    form: Params | None = None,
    bucket: str = "api",
    repeat: bool | None = None,
    is_file: bool = False,
) -> Request:
    """Return the request for a path below `/api/v2`."""
    return Request(
        method,
        f"/api/v2{path}",
        params=encode_params(params),
        form=None if form is None else encode_params(form),
        json=json,
        bucket=bucket,
        repeat=repeat,
        is_file=is_file,
    )


def encode_params(params: Params | None) -> dict[str, str | list[str]]:
    """Return parameters as strings, as PHP reads them; None values are left out."""
    encoded: dict[str, str | list[str]] = {}
    for name, value in (params or {}).items():
        if value is None:
            continue
        if isinstance(value, Sequence) and not isinstance(value, str):
            encoded[name] = [param_text(element) for element in value]
        else:
            encoded[name] = param_text(value)
    return encoded


def param_text(value: object) -> str:
    """Return a value as PHP reads it. Lone surrogates, which cannot be encoded, become `?`."""
    text = str(int(value)) if isinstance(value, bool) else str(value)
    return text.encode("utf-8", "replace").decode()


def _reader(kind: type[T]) -> Callable[[Response], T]:
    if kind is NoneType:
        return cast("Callable[[Response], T]", read_empty)
    return partial(read_entity, kind=kind)


def read_empty(_: Response) -> None:
    """Return None for any response body, an empty one too."""


def accepts_type_keyword(call: Callable[P, T]) -> Callable[P, T]:
    """Decorator that accepts `type=` for `type_=`, as ossapi does."""

    @wraps(call)
    def renamed(*args: P.args, **kwargs: P.kwargs) -> T:
        if "type" in kwargs:
            if "type_" in kwargs:
                raise TypeError(f"{call.__name__}() takes `type_` or `type`, not both")
            kwargs["type_"] = kwargs.pop("type")
        return call(*args, **kwargs)

    return renamed


def path_segment(text: object) -> str:
    """Return a value quoted as one segment of a path.

    Raises ValueError for those that change the path: empty (None too), `.` and `..`.
    """
    name = "" if text is None else str(text)
    if name in ("", ".", ".."):
        raise ValueError(f"not a name or a number: {text!r}")
    return quote(name, safe="@", errors="replace")


def mode_segment(mode: GameMode | str) -> str:
    """Return a ruleset as a path segment; `catch` becomes the API's `fruits`."""
    return path_segment("fruits" if mode == "catch" else mode)


def is_number(value: object) -> bool:
    """Whether a value is an id in ASCII digits."""
    text = str(value).strip()
    return text.isascii() and text.isdecimal()


def check_number(value: object) -> None:
    """Raise NotFound for a value that is no id: the server would read part of it as one."""
    if not is_number(value):
        raise NotFound(f"No id is {str(value)!r:.50}")

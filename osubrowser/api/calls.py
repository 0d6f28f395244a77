"""How a call becomes requests: what is checked before, with which token, and with which next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from types import NoneType
from typing import Literal, TypeVar, cast

from osubrowser.api.auth.grants import Grant, Scope
from osubrowser.api.auth.token_provider import Auth
from osubrowser.api.auth.token_stores import Remembers
from osubrowser.api.decoding.decode import read_entity, read_file
from osubrowser.api.endpoints.base import Download, Endpoints, Json, Params, sendable
from osubrowser.api.errors import Forbidden, LoginRequired, NotKept
from osubrowser.api.http.messages import Answer, Request
from osubrowser.api.http.transport import Transport

T = TypeVar("T")

_MOST_REFUSALS = 5
"""Tokens refused in a row, nobody else being answered meanwhile, before the sign-in has failed."""
_MOST_TOKENS = 10
"""Tokens that one call tries at all."""


class Asking(Endpoints):
    """The ways to ask that all topics share.

    Attributes:
        grant: how this program signs in.
        scopes: what it asks for in doing so.
        base_url: the server.
        recalled_at: of a client made by `recalling`: when the oldest of its answers so far came.
    """

    grant: Grant
    scopes: tuple[str, ...]
    base_url: str
    _auth: Auth
    _transport: Transport
    _successes = 0  # counts loosely: only that it moves matters
    _memory: Remembers | None = None
    _recalls = False
    recalled_at: float | None = None

    def _get(
        self,
        path: str,
        kind: type[T],
        params: Params | None = None,
        *,
        needs_player: bool = False,
        scope: Scope | None = None,
        needs_token: bool = True,
        also: Callable[[T], Iterable[str]] | None = None,
    ) -> T:
        self._check(path, needs_player, scope)
        request = request_for("GET", path, params)
        return self._asked(request, kind, self._call if needs_token else self._call_openly, also)

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
        self._check(path, needs_player, scope)
        request = request_for(method, path, params, json=json, form=form, repeat=repeat)
        return self._call(request, _reader(kind))

    def _get_web(self, path: str, kind: type[T], params: Params | None = None) -> T:
        request = Request("GET", path, params=sendable(params))
        return self._asked(request, kind, self._transport.send)

    def _download(
        self, path: str, params: Params | None = None, *, bucket: str = "replays"
    ) -> Download:
        return self._call(request_for("GET", path, params, bucket=bucket), read_file)

    def _check(self, path: str, needs_player: bool, scope: Scope | None) -> None:
        """Raise what the server would answer to a call that this sign-in cannot do."""
        address = f"{self.base_url}/api/v2{path}"
        guest = self.grant is Grant.CLIENT_CREDENTIALS and Scope.DELEGATE not in self.scopes
        if needs_player and guest:
            raise LoginRequired("Only players who signed in have this", address=address)
        if scope is not None and scope not in self.scopes:
            raise Forbidden(f"The sign-in did not ask for {scope.value}", address=address)

    def _asked(
        self,
        request: Request,
        kind: type[T],
        ask: Callable[[Request, Callable[[Answer], T]], T],
        also: Callable[[T], Iterable[str]] | None = None,
    ) -> T:
        """Return what memory has, for one who recalls; else what `ask` brings, and keep it."""
        read = partial(read_entity, kind=kind)
        if self._recalls:
            return self._recalled(request, read)
        return ask(request, self._remembering(request, read, also))

    def _call_openly(self, request: Request, read: Callable[[Answer], T]) -> T:
        """Ask for what everybody may see: in the player's name if there is one, else in none."""
        try:
            if self.grant is Grant.AUTHORIZATION_CODE and self._auth.has_token():
                return self._call(request, read)
        except LoginRequired:
            pass  # a bad token shuts even open doors: go without
        return self._transport.send(request, read)

    def _remembering(
        self,
        request: Request,
        read: Callable[[Answer], T],
        also: Callable[[T], Iterable[str]] | None,
    ) -> Callable[[Answer], T]:
        """Return `read`, with every answer that it could read kept."""
        memory = self._memory
        if memory is None:
            return read

        def read_and_keep(answer: Answer) -> T:
            found = read(answer)
            memory.keep(request.path, request.params, answer.body)
            for path in also(found) if also is not None else ():
                memory.keep(request_for("GET", path, None).path, request.params, answer.body)
            return found

        return read_and_keep

    def _recalled(self, request: Request, read: Callable[[Answer], T]) -> T:
        address = self.base_url + request.path
        kept = self._memory and self._memory.recall(request.path, request.params)
        if not kept:
            raise NotKept(address=address)
        body, at = kept
        found = read(Answer(200, "application/json", body, address))
        self.recalled_at = at if self.recalled_at is None else min(at, self.recalled_at)
        return found

    def _call(self, request: Request, read: Callable[[Answer], T]) -> T:
        if self._recalls:
            raise NotKept(address=self.base_url + request.path)
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


def request_for(
    method: str,
    path: str,
    params: Params | None,
    *,
    json: Json | None = None,
    form: Params | None = None,
    bucket: str = "api",
    repeat: bool | None = None,
) -> Request:
    """Return the request for a path below `/api/v2`."""
    return Request(
        method,
        f"/api/v2{path}",
        params=sendable(params),
        form=None if form is None else sendable(form),
        json=json,
        bucket=bucket,
        repeat=repeat,
    )


def _reader(kind: type[T]) -> Callable[[Answer], T]:
    if kind is NoneType:
        return cast("Callable[[Answer], T]", read_nothing)
    return partial(read_entity, kind=kind)


def read_nothing(_: Answer) -> None:
    """Read an answer that says no more than that it was done."""

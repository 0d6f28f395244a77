"""Base class of endpoint groups, and encoding of path segments."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Literal, ParamSpec, TypeVar
from urllib.parse import quote

from osubrowser.api.auth.grants import Scope
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.http.messages import Download, Json, Params

P = ParamSpec("P")
T = TypeVar("T")


class Endpoints(ABC):
    """Abstract base of endpoint groups: the calls that their methods are made of.

    Paths are below `/api/v2`. A call beyond this client's grant or scopes fails before anything
    is sent: with `needs_player` a guest gets LoginRequired, and a sign-in without `scope`
    Forbidden.
    """

    @abstractmethod
    def _get(
        self,
        path: str,
        kind: type[T],
        params: Params | None = None,
        *,
        needs_player: bool = False,
        scope: Scope | None = None,
        needs_token: bool = True,
        aliases: Callable[[T], Iterable[str]] | None = None,
    ) -> T:
        """Send a GET for `path` and return the response decoded as `kind`.

        With `needs_token=False` no sign-in is started; a stored player's token is sent all the
        same. `aliases` returns the other paths that have this very response, under which the
        cache stores it as well.
        """

    @abstractmethod
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

    @abstractmethod
    def _get_web(self, path: str, kind: type[T], params: Params | None = None) -> T:
        """Send a GET to the website, outside the API and without a token; return decoded JSON."""

    @abstractmethod
    def _download(
        self, path: str, params: Params | None = None, *, bucket: str = "replays"
    ) -> Download:
        """Return a downloaded file, counted in the rate limit `bucket` and in the general one."""


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

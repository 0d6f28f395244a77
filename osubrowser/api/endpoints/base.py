"""What every topic's endpoints stand on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Literal, ParamSpec, TypeVar
from urllib.parse import quote

from osubrowser.api.auth.grants import Scope
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.http.messages import Download
from osubrowser.api.http.params import Json, Params

P = ParamSpec("P")
T = TypeVar("T")


class Endpoints(ABC):
    """A topic of the API: methods that ask for one thing each.

    Paths are below `/api/v2`. A call that this client's grant or scopes cannot do fails before
    anything is sent: with `needs_player` a guest gets LoginRequired, and who did not ask for
    `scope` gets Forbidden.
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
        """Ask for `path` and return the answer as `kind`.

        With `needs_token=False` nobody signs in for it; a player who did is named all the same.
        `also` tells by an answer which other paths have the very same one: it is kept for them,
        too.
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
        """Send JSON or a form to `path` and return the answer as `kind`.

        A write is sent once, come what may; `repeat=True` is for what changes nothing.
        A `kind` of NoneType takes any answer, an empty one too.
        """

    @abstractmethod
    def _get_web(self, path: str, kind: type[T], params: Params | None = None) -> T:
        """Ask the website itself, outside the API, for JSON, and in nobody's name."""

    @abstractmethod
    def _download(
        self, path: str, params: Params | None = None, *, bucket: str = "replays"
    ) -> Download:
        """Fetch a file, counted in `bucket` beside the general limit."""


def accepts_type_keyword(call: Callable[P, T]) -> Callable[P, T]:
    """Let a call take `type=` for `type_=`: ossapi's programs write it so."""

    @wraps(call)
    def renamed(*args: P.args, **kwargs: P.kwargs) -> T:
        if "type" in kwargs:
            if "type_" in kwargs:
                raise TypeError(f"{call.__name__}() takes `type_` or `type`, not both")
            kwargs["type_"] = kwargs.pop("type")
        return call(*args, **kwargs)

    return renamed


def path_segment(text: object) -> str:
    """Return `text` as one segment of a path, whatever characters it has.

    Raises ValueError for what leads to another place: nothing (None too), `.` and `..`.
    """
    name = "" if text is None else str(text)
    if name in ("", ".", ".."):
        raise ValueError(f"not a name or a number: {text!r}")
    return quote(name, safe="@", errors="replace")


def mode_segment(mode: GameMode | str) -> str:
    """Return a ruleset as the API writes it; `catch` is `fruits` there."""
    return path_segment("fruits" if mode == "catch" else mode)

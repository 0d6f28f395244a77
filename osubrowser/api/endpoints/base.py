"""What every topic's endpoints stand on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TypeAlias, TypeVar
from urllib.parse import quote

from osubrowser.api.entities.modes import GameMode

T = TypeVar("T")

Params: TypeAlias = Mapping[str, str | int | None]
"""Query parameters; those that are None are left out."""


class Endpoints(ABC):
    """A topic of the API: methods that ask for one thing each."""

    @abstractmethod
    def _get(
        self, path: str, kind: type[T], params: Params | None = None, *, needs_player: bool = False
    ) -> T:
        """Ask for `path` below `/api/v2` and return the answer as `kind`.

        With `needs_player`, a guest gets LoginRequired without a request.
        """


def segment(text: object) -> str:
    """Return `text` as one segment of a path, whatever characters it has."""
    return quote(str(text), safe="@")


def mode_segment(mode: GameMode | str) -> str:
    """Return a ruleset as the API writes it; `catch` is `fruits` there."""
    return segment("fruits" if mode == "catch" else mode)

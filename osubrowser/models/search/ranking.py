"""Order of search results: exact names first, then active players, then the own country."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from osubrowser.services.text.matching import fold

T = TypeVar("T")


def _no(_item: object) -> bool:
    return False


def is_exact(words: str, names: Iterable[str | None]) -> bool:
    """Return whether words are one of the names, regardless of case, accents and spaces.

    Underscores are spaces, as in the names of players.
    """
    wanted = _name(words)
    return bool(wanted) and any(wanted == _name(name) for name in names if name)


def ranked(
    words: str,
    items: Iterable[T],
    *,
    names: Callable[[T], Iterable[str | None]],
    is_active: Callable[[T], object] = _no,
    is_near: Callable[[T], object] = _no,
) -> list[T]:
    """Return the items of one page in a better order.

    First those with exactly this name, then those that are active, then those of the own country;
    otherwise the order of the server stays. As pages are ordered one by one, a page that comes
    later moves no row.

    Args:
        words: what was searched for.
        items: one page, in the order of the server.
        names: `item -> its names`, such as the present one and former ones.
        is_active: `item -> whether it is in use`.
        is_near: `item -> whether it is of the own country`.
    """

    def key(item: T) -> tuple[bool, bool, bool]:
        return (not is_exact(words, names(item)), not is_active(item), not is_near(item))

    return sorted(items, key=key)


def without(items: Iterable[T], known: Sequence[T], identity: Callable[[T], object]) -> list[T]:
    """Return the items whose identity none of the known ones has."""
    seen = set(map(identity, known))
    return [item for item in items if identity(item) not in seen]


def _name(text: str) -> str:
    return fold(text.replace("_", " "))

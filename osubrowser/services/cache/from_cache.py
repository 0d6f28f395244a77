"""Calls of a client answered from the response cache alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from osubrowser.api.errors import OsuError

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.api.client import Client
    from osubrowser.services.runtime.calls import Calls

P = ParamSpec("P")
T = TypeVar("T")


async def load_cached(
    calls: Calls,
    load: Callable[Concatenate[Client, P], T],
    client: Client,
    *args: P.args,
    **kwargs: P.kwargs,
) -> tuple[T, float] | None:
    """Return what `load(client, ...)` returns when it asks memory alone; None if it is not there.

    It waits for no request: a thread of its own does it.

    Returns:
        The value, and when the oldest part of it was seen, in seconds since 1970.
    """
    if not client.has_cache:
        return None

    def from_memory() -> tuple[T, float] | None:
        twin = client.from_cache()
        try:
            found = load(twin, *args, **kwargs)
        except OsuError:
            return None
        return None if twin.cached_at is None else (found, twin.cached_at)

    return await calls.run_at_once(from_memory)

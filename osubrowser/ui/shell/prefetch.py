"""Prefetch: loads the data of a place in a background tab into the response cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.api.errors import OsuError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account


class Prefetch:
    """Loads of the first response of a place, unless it is cached.

    Args:
        account: provides the client.
        calls: runs blocking calls.
    """

    def __init__(self, account: Account, calls: Calls) -> None:
        self._account = account
        self._calls = calls

    def by(self, load: Callable[[Client, Place], str]) -> Callable[[Place], Awaitable[str]]:
        """Return the prefetch of a kind of page.

        Args:
            load: loads the first response of a place and returns its title; called on a worker.

        Returns:
            A coroutine function that returns the title of a place, or "" if its load failed.
        """

        async def prefetch(place: Place) -> str:
            from osubrowser.models.table.client_source import ClientLoader

            try:
                return await ClientLoader(self._account, self._calls).cached_or_fresh(load, place)
            except OsuError:
                return ""  # the page shows the error

        return prefetch

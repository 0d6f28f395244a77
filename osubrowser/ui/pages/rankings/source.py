"""Where a ranking's rows come from: the client of whoever is signed in, asked on a worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from osubrowser.api.errors import LoginRequired, RateLimited
from osubrowser.models.rankings.load import load_page
from osubrowser.models.rankings.rankings import PAGE_SIZE, columns_of
from osubrowser.models.table.sources import NumberedSource, RowsPage
from osubrowser.services.cache.from_cache import load_cached
from osubrowser.services.session.account import AccountState
from osubrowser.ui.pages.rankings.messages import FriendsNeedPlayer

if TYPE_CHECKING:
    from osubrowser.models.table.column import Column
    from osubrowser.services.places.places import RankingsPlace
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings


class RankingsSource:
    """Makes the columns and the source of any ranking.

    Args:
        account: who asks.
        calls: runs what blocks.
        flag: turns a country code into the address of its flag; also called on workers.
        settings: which titles of songs are shown.
    """

    def __init__(
        self,
        account: Account,
        calls: Calls,
        flag: Callable[[str], str | None],
        settings: Settings,
    ) -> None:
        self._account = account
        self._calls = calls
        self._flag = flag
        self._settings = settings

    def of(self, place: RankingsPlace) -> tuple[tuple[Column[Any], ...], NumberedSource]:
        """Return the columns of a place's ranking, and where its rows come from."""
        columns = columns_of(place, self._flag)
        return columns, NumberedSource(
            PAGE_SIZE,
            partial(self._fetch, place, columns),
            recall=partial(self._recall, place, columns),
        )

    async def _fetch(
        self, place: RankingsPlace, columns: Sequence[Column[Any]], number: int
    ) -> RowsPage:
        client = self._account.client
        if client is None:
            raise LoginRequired
        if place.filter == "friends" and self._account.state is AccountState.GUEST:
            raise FriendsNeedPlayer
        original = self._settings.titles == "original"
        return await self._calls.run(load_page, client, place, number, columns, original=original)

    async def _recall(
        self, place: RankingsPlace, columns: Sequence[Column[Any]], number: int
    ) -> RowsPage | None:
        client = self._account.client
        if client is None:
            return None
        original = self._settings.titles == "original"
        asked = (client, place, number, columns)
        return seen(await load_cached(self._calls, load_page, *asked, original=original))


def seen(recalled: tuple[RowsPage, float] | None) -> RowsPage | None:
    """Return a page from memory, which knows when it was seen."""
    return None if recalled is None else replace(recalled[0], seen_at=recalled[1])


def wait_of(error: BaseException) -> float | None:
    """Return how many seconds the server asks to wait, None for a real failure."""
    return error.retry_after if isinstance(error, RateLimited) else None

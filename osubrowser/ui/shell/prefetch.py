"""What a place in the background needs is asked for before somebody goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.api.errors import OsuError
from osubrowser.services.cache.from_cache import load_cached
from osubrowser.services.places.places import RankingsPlace, UserPlace

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account


class Prefetch:
    """Brings the first answer of a place into the memory, unless it is there.

    Args:
        account: who asks.
        calls: runs what blocks.
    """

    def __init__(self, account: Account, calls: Calls) -> None:
        self._account = account
        self._calls = calls

    async def player(self, place: Place) -> str:
        """Ask for a player. Returns the name; "" if that is not known."""
        client = self._account.client
        if client is None or not isinstance(place, UserPlace):
            return ""
        try:
            known = await load_cached(self._calls, _player, client, place)
            return known[0] if known is not None else await self._calls.run(_player, client, place)
        except OsuError:
            return ""  # whoever goes there is told why

    async def ranking(self, place: Place) -> str:
        """Ask for the page of a ranking. Returns the ranking's title; "" if it did not come."""
        client = self._account.client
        if client is None or not isinstance(place, RankingsPlace):
            return ""
        try:
            known = await load_cached(self._calls, _ranking, client, place)
            return known[0] if known is not None else await self._calls.run(_ranking, client, place)
        except OsuError:
            return ""


def _player(client: Client, place: UserPlace) -> str:
    from osubrowser.models.players.profile import load_profile

    return load_profile(client, place.user, place.mode).name


def _ranking(client: Client, place: RankingsPlace) -> str:
    from osubrowser.models.rankings.load import load_page
    from osubrowser.models.rankings.rankings import columns_of
    from osubrowser.services.places.ranking_query import ranking_title

    load_page(client, place, place.page, columns_of(place, lambda _code: None))
    return ranking_title(place)

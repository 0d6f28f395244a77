"""Prefetch: loads the data of a place in a background tab into the response cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.api.errors import OsuError
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.services.places.places import RankingsPlace, UserPlace

if TYPE_CHECKING:
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
        self._loader = ClientLoader(account, calls)

    async def player(self, place: Place) -> str:
        """Load a player and return the name; "" on failure."""
        if not isinstance(place, UserPlace):
            return ""
        try:
            return await self._loader.cached_or_fresh(_load_player, place)
        except OsuError:
            return ""  # the page shows the error

    async def ranking(self, place: Place) -> str:
        """Load a page of a ranking and return the title of the ranking; "" on failure."""
        if not isinstance(place, RankingsPlace):
            return ""
        try:
            return await self._loader.cached_or_fresh(_load_ranking, place)
        except OsuError:
            return ""


def _load_player(client: Client, place: UserPlace) -> str:
    from osubrowser.models.players.profile import load_profile

    return load_profile(client, place.user, place.mode).name


def _load_ranking(client: Client, place: RankingsPlace) -> str:
    from osubrowser.models.rankings.load import load_page
    from osubrowser.models.rankings.rankings import columns_of
    from osubrowser.services.places.ranking_query import ranking_title

    load_page(client, place, place.page, columns_of(place, lambda _code: None))
    return ranking_title(place)

"""Gets the player of a place: from memory at once, from osu!, and again while osu! is away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from osubrowser.api.errors import LoginRequired, Offline, RateLimited, ServerTrouble
from osubrowser.models.players.profile import Profile, load_own_profile, load_profile
from osubrowser.models.table import background_refresh
from osubrowser.services.cache.from_cache import load_cached
from osubrowser.services.places.places import PlayersPlace, UserPlace
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account

_PROFILE = "profile"  # the keys of the tasks
_AGAIN = "again"


class OnProfile(Protocol):
    """What gets the players that come."""

    def __call__(
        self, asked: UserPlace | PlayersPlace, profile: Profile, *, is_again: bool = False
    ) -> None:
        """Take a player, and for which place; `is_again`: from osu!, after that from memory."""


class ProfileLoader:
    """The loads of a player's page: one player at a time.

    Args:
        account: who asks; its client fetches the player.
        calls: runs what blocks.
        place: answers the place whose player is wanted.
        is_watched: whether somebody sees the page; else nothing is tried again by itself.
        on_profile: gets a player that came, `seen_at` and `is_away` being known.
        on_failed: gets why none came, `is_away` being known.

    Attributes:
        seen_at: when the player was seen, in seconds since 1970, while osu! has sent no newer one.
        is_away: whether osu! could not be asked the last time.
    """

    def __init__(
        self,
        account: Account,
        calls: Calls,
        *,
        place: Callable[[], UserPlace | PlayersPlace],
        is_watched: Callable[[], bool],
        on_profile: OnProfile,
        on_failed: Callable[[BaseException], None],
    ) -> None:
        self.seen_at: float | None = None
        self.is_away = False
        self._account = account
        self._calls = calls
        self._place, self._is_watched = place, is_watched
        self._on_profile, self._on_failed = on_profile, on_failed
        self._scope = TaskScope()

    @property
    def is_running(self) -> bool:
        """Whether a player is under way; trying again while osu! is away does not count."""
        return self._scope.is_running(_PROFILE)

    def start(self, *, recalls: bool) -> None:
        """Ask for the player, and if `recalls`, show the one from memory until there is an answer.

        What is under way is cancelled.
        """
        self._scope.cancel(_AGAIN)
        self._scope.start(self._fetch(self._place(), recalls), key=_PROFILE, on_error=self._fail)

    def take_up(self, seen_at: float | None) -> None:
        """Go on for a player who is back as they were left; one from memory is asked for again."""
        self.stop()
        self.seen_at = seen_at
        if seen_at is not None:
            self._start_again()

    def stop_asking(self) -> None:
        """Cancel what is under way; what is tried again while osu! is away goes on."""
        self._scope.cancel(_PROFILE)

    def stop(self) -> None:
        """Cancel everything."""
        self._scope.cancel_all()

    def forget(self) -> None:
        """Cancel everything, and forget how the last load ended."""
        self.stop()
        self.seen_at, self.is_away = None, False

    async def _fetch(self, place: UserPlace | PlayersPlace, recalls: bool) -> None:
        client = self._account.client
        if client is None:
            raise LoginRequired
        load = partial(load_place, place=place)
        known = await load_cached(self._calls, load, client) if recalls else None
        if known is not None:
            profile, self.seen_at = known
            self._on_profile(place, profile)
            await background_refresh.yield_to_events()
        profile = await self._calls.run(load, client)
        self._take(place, profile, is_again=known is not None)

    def _start_again(self) -> None:
        self._scope.start(self._try_again(self._place()), key=_AGAIN, on_error=self._fail)

    async def _try_again(self, place: UserPlace | PlayersPlace) -> None:
        """Ask quietly, once in a while, until osu! answers."""
        import asyncio

        while (client := self._account.client) is not None:
            await asyncio.sleep(background_refresh.RETRY_EVERY)
            if not self._is_watched():
                continue
            try:
                profile = await self._calls.run(load_place, client, place)
            except (Offline, ServerTrouble, RateLimited):
                continue
            self._take(place, profile)
            return

    def _take(
        self, place: UserPlace | PlayersPlace, profile: Profile, *, is_again: bool = False
    ) -> None:
        """Hand on what osu! has just said."""
        self.seen_at, self.is_away = None, False
        self._on_profile(place, profile, is_again=is_again)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, (Offline, ServerTrouble)):
            self.is_away = True
            self._start_again()
        self._on_failed(error)


def load_place(client: Client, place: UserPlace | PlayersPlace) -> Profile:
    """Get the player of a place: the one who signed in where it names nobody. On a worker."""
    if isinstance(place, UserPlace):
        return load_profile(client, place.user, place.mode)
    return load_own_profile(client, None)

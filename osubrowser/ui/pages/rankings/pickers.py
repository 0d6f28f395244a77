"""The countries and spotlights of a ranking's pickers, each asked for when first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from osubrowser.api.errors import Offline, RateLimited, ServerTrouble
from osubrowser.models.rankings.load import load_countries, load_spotlights
from osubrowser.services.cache.from_cache import load_cached
from osubrowser.ui.error_messages import describe

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.runtime.tasks import TaskScope
    from osubrowser.ui.pages.rankings.bar import RankingsBar
    from osubrowser.ui.widgets.picker import Picker

Lines = TypeVar("Lines")


class PickerLists:
    """Fills the pickers of a `RankingsBar` when they ask for it.

    Args:
        bar: the bar.
        calls: runs what blocks.
        scope: owns the loads.
        client: answers the client of the session, None when signed out.
        own_country: answers the country code of who is signed in, or None.
    """

    def __init__(
        self,
        bar: RankingsBar,
        calls: Calls,
        scope: TaskScope,
        client: Callable[[], Client | None],
        own_country: Callable[[], str | None],
    ) -> None:
        self._bar = bar
        self._calls = calls
        self._scope = scope
        self._client = client
        self._own_country = own_country
        bar.countries.choices_requested.connect(self._on_countries_requested)
        bar.spotlights.choices_requested.connect(self._on_spotlights_requested)

    def forget(self) -> None:
        """Ask again at the next need: another server may have others."""
        self._scope.cancel("countries")
        self._scope.cancel("spotlights")
        self._bar.countries.forget_choices()
        self._bar.spotlights.forget_choices()

    def _on_countries_requested(self) -> None:
        self._start("countries", self._fill_countries(), self._bar.countries.set_failed)

    def _on_spotlights_requested(self) -> None:
        self._start("spotlights", self._fill_spotlights(), self._bar.spotlights.set_failed)

    def _start(self, key: str, fill: Any, say: Callable[[str], None]) -> None:  # noqa: ANN401
        self._scope.start(
            fill, key=key, on_error=lambda error: say(f"{describe(error).text} No list came.")
        )

    async def _fill_countries(self) -> None:
        client = self._client()
        if client is None:
            self._bar.countries.set_failed("Countries are listed when you are signed in.")
            return
        countries, own = self._bar.countries, self._own_country()
        load = partial(load_countries, mode=self._bar.place.mode)
        await self._fill(countries, load, client, lambda found: countries.set_countries(found, own))

    async def _fill_spotlights(self) -> None:
        client = self._client()
        if client is None:
            self._bar.spotlights.set_failed("Spotlights are listed when you are signed in.")
            return
        spotlights = self._bar.spotlights
        await self._fill(spotlights, load_spotlights, client, spotlights.set_spotlights)

    async def _fill(
        self,
        picker: Picker,
        load: Callable[[Client], Lines],
        client: Client,
        offer: Callable[[Lines], None],
    ) -> None:
        """Offer what memory has, then what osu! says; while it is away memory must do."""
        known = await load_cached(self._calls, load, client)
        if known is not None:
            offer(known[0])
        try:
            found = await self._calls.run(load, client)
        except (Offline, ServerTrouble, RateLimited):
            if known is None:
                raise
            picker.forget_choices()  # the lines stay; the next opening asks again
            return
        if known is None or found != known[0]:
            offer(found)

"""Pickers of a country and of a spotlight, whose choices are loaded at the first opening."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QWidget

from osubrowser.models.rankings.load import load_countries, load_spotlights
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.ui.widgets.country_picker import CountryPicker

T = TypeVar("T")

NEWEST = Choice("", tr("Newest spotlight"))


class SpotlightPicker(Picker):
    """Picker of a spotlight by name, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Spotlight"), parent, width=440)
        self._names: dict[int, str] = {}
        self.set_current(NEWEST)

    def set_spotlights(self, spotlights: Iterable[tuple[int, str, str]]) -> None:
        """Set the choices: (id, name, detail), in this order."""
        lines = list(spotlights)
        self._names.update((number, name) for number, name, _ in lines)
        self.set_choices(
            Choice(str(number), name, detail, also=f"{detail} {number}")
            for number, name, detail in lines
        )
        if self.current.key:
            self.show_spotlight(int(self.current.key))

    def show_spotlight(self, number: int | None, name: str = "") -> None:
        """Set the current spotlight without emitting `chosen`; None for the newest."""
        if number is None:
            self.set_current(NEWEST)
            return
        if name:
            self._names[number] = name
        self.set_current(
            Choice(
                str(number), self._names.get(number, tr("Spotlight {number}").format(number=number))
            )
        )


class PickerLoads:
    """Loads of the choices of both pickers, on request.

    Args:
        countries: the picker of a country.
        spotlights: the picker of a spotlight.
        loader: runs the loads.
        mode: returns the shown ruleset.
        own_country: returns the country code of the signed-in player, or None.
    """

    def __init__(
        self,
        countries: CountryPicker,
        spotlights: SpotlightPicker,
        loader: ClientLoader,
        *,
        mode: Callable[[], str],
        own_country: Callable[[], str | None],
    ) -> None:
        self._countries = countries
        self._spotlights = spotlights
        self._loader = loader
        self._mode = mode
        self._own_country = own_country
        self._scope = TaskScope()
        countries.choices_requested.connect(self._on_countries_requested)
        spotlights.choices_requested.connect(self._on_spotlights_requested)

    def reset(self) -> None:
        """Cancel loads, and load the choices again at the next opening."""
        self._scope.cancel_all()
        self._countries.forget_choices()
        self._spotlights.forget_choices()

    def _on_countries_requested(self) -> None:
        picker, own = self._countries, self._own_country()
        load = partial(load_countries, mode=self._mode())
        self._start(
            picker,
            tr("Countries are listed when you are signed in."),
            self._fill(picker, load, lambda found: picker.set_countries(found, own)),
        )

    def _on_spotlights_requested(self) -> None:
        picker = self._spotlights
        self._start(
            picker,
            tr("Spotlights are listed when you are signed in."),
            self._fill(picker, load_spotlights, picker.set_spotlights),
        )

    def _start(self, picker: Picker, signed_out: str, fill: Coroutine[Any, Any, None]) -> None:
        def on_error(error: BaseException) -> None:
            if self._loader.is_signed_in:
                picker.set_failed(tr("{text} No list came.").format(text=describe(error).text))
            else:
                picker.set_failed(signed_out)

        self._scope.start(fill, key=picker, on_error=on_error)

    async def _fill(
        self, picker: Picker, load: Callable[[Client], T], set_choices: Callable[[T], None]
    ) -> None:
        if not await self._loader.cached_then_fresh(load, set_choices):
            picker.forget_choices()  # the choices stay; the next opening reloads them

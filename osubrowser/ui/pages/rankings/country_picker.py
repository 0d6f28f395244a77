"""Chooses one country of a ranking: type to filter, with flags."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker

ALL_COUNTRIES = Choice("", "All countries", also="world global")


class CountryPicker(Picker):
    """`flag` turns a country code into a picture's address; codes are two letters, upper case."""

    def __init__(self, flag: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        self._flag = flag
        self._names: dict[str, str] = {}
        super().__init__("Country", parent)
        self.set_current(ALL_COUNTRIES)

    def set_countries(
        self, countries: Iterable[tuple[str, str, str]], own: str | None = None
    ) -> None:
        """Offer countries as (code, name, detail), by name; `own`, the person's, stands first."""
        known = sorted(countries, key=lambda country: country[1].casefold())
        self._names.update((code, name) for code, name, _ in known)
        first = [country for country in known if country[0] == own]
        rest = [country for country in known if country[0] != own]
        lines = [
            Choice(code, name, detail, self._flag(code), also=code)
            for code, name, detail in first + rest
        ]
        self.set_choices([ALL_COUNTRIES, *lines])
        self.show_country(self.current.key or None)

    def learn_name(self, code: str, name: str) -> None:
        """Know a country's name before the list is there."""
        if name and self._names.setdefault(code, name) and self.current.key == code:
            self.show_country(code)

    def show_country(self, code: str | None) -> None:
        """Show this country, or all of them, without emitting `chosen`."""
        if code is None:
            self.set_current(ALL_COUNTRIES)
        else:
            name = self._names.get(code, code)
            self.set_current(Choice(code, name, picture=self._flag(code), also=code))

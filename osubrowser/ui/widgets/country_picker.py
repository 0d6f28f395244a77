"""Picker of a country, with flags."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker

ALL_COUNTRIES = Choice("", tr("All countries"), also=tr("world global"))
_OWN = tr("Your country")


class CountryPicker(Picker):
    """Picker of a country, with flags.

    Args:
        flag: returns the URL of the flag of a country, by its two upper-case letters.
        parent: the Qt parent.
    """

    def __init__(self, flag: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        self._flag = flag
        self._names: dict[str, str] = {}
        super().__init__(tr("Country"), parent)
        self.set_current(ALL_COUNTRIES)

    def set_countries(
        self, countries: Iterable[tuple[str, str, str]], own: str | None = None
    ) -> None:
        """Set the choices: (code, name, detail), by name; the country `own` is first and marked."""
        known = sorted(countries, key=lambda country: country[1].casefold())
        self._names.update((code, name) for code, name, _ in known)
        first = [country for country in known if country[0] == own]
        rest = [country for country in known if country[0] != own]
        lines = [
            Choice(code, name, _detail(detail, is_own=code == own), self._flag(code), also=code)
            for code, name, detail in first + rest
        ]
        self.set_choices([ALL_COUNTRIES, *lines])
        self.show_country(self.current.key or None)

    def learn_name(self, code: str, name: str) -> None:
        """Set the name of a country before the choices are loaded."""
        if name and self._names.setdefault(code, name) and self.current.key == code:
            self.show_country(code)

    def show_country(self, code: str | None) -> None:
        """Set the current country without emitting `chosen`; None for all countries."""
        if code is None:
            self.set_current(ALL_COUNTRIES)
        else:
            name = self._names.get(code, code)
            self.set_current(Choice(code, name, picture=self._flag(code), also=code))


def _detail(detail: str, *, is_own: bool) -> str:
    return " · ".join(filter(None, (_OWN, detail))) if is_own else detail

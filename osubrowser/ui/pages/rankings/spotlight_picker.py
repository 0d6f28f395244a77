"""Chooses a spotlight by its name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker

NEWEST = Choice("", "Newest spotlight")


class SpotlightPicker(Picker):
    """Offers spotlights as (id, name, detail), in the server's order: the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Spotlight", parent, width=440)
        self._names: dict[int, str] = {}
        self.set_current(NEWEST)

    def set_spotlights(self, spotlights: Iterable[tuple[int, str, str]]) -> None:
        """Offer these."""
        lines = list(spotlights)
        self._names.update((number, name) for number, name, _ in lines)
        self.set_choices(
            Choice(str(number), name, detail, also=f"{detail} {number}")
            for number, name, detail in lines
        )
        if self.current.key:
            self.show_spotlight(int(self.current.key))

    def show_spotlight(self, number: int | None, name: str = "") -> None:
        """Show this one without emitting `chosen`; None is the newest."""
        if number is None:
            self.set_current(NEWEST)
            return
        if name:
            self._names[number] = name
        self.set_current(Choice(str(number), self._names.get(number, f"Spotlight {number}")))

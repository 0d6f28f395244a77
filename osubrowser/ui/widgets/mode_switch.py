"""Ruleset switch: osu!, taiko, catch, mania, and the key counts of mania."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

MODES = (("osu", "osu!"), ("taiko", "taiko"), ("fruits", "catch"), ("mania", "mania"))
VARIANTS = (("all", "All keys"), ("4k", "4K"), ("7k", "7K"))


class ModeSwitch(QWidget):
    """Switch for a ruleset and, where asked for, a key count of mania."""

    chosen = Signal(str, object)  # mode, variant ("4k", "7k" or None)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modes = Segments("Mode", MODES, self)
        self._variants = Segments("Keys", VARIANTS, self)
        self._with_variants = True
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._modes)
        layout.addWidget(self._variants)
        self._modes.chosen.connect(self._on_modes_chosen)
        self._variants.chosen.connect(self._on_variants_chosen)
        self._show_variants()

    @property
    def modes(self) -> Segments:
        """The row of rulesets."""
        return self._modes

    @property
    def variants(self) -> Segments:
        """The row of key counts; hidden where it says nothing."""
        return self._variants

    def choose(self, mode: str, variant: str | None, *, with_variants: bool) -> None:
        """Show this choice without emitting `chosen`."""
        self._with_variants = with_variants
        self._modes.choose(mode)
        self._variants.choose(variant or "all")
        self._show_variants()

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        self._modes.set_colours(colours)
        self._variants.set_colours(colours)

    def _show_variants(self) -> None:
        self._variants.setVisible(self._with_variants and self._modes.current == "mania")

    def _on_modes_chosen(self, mode: str) -> None:
        self._variants.choose("all")
        self._show_variants()
        self.chosen.emit(mode, None)

    def _on_variants_chosen(self, key: str) -> None:
        self.chosen.emit(self._modes.current, None if key == "all" else key)

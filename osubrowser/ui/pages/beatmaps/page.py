"""Listing of beatmapsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from osubrowser.ui.pages.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.style.theme import Colours


class BeatmapsPage(Page):
    """Listing of beatmapsets."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        QVBoxLayout(self).addWidget(QLabel("Beatmaps open by their address.", self))
        self.set_colours(colours)

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the listing."""
        del place, state
        self.title_changed.emit("Beatmaps")

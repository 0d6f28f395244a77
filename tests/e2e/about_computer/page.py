"""The page itself."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from osubrowser.ui.pages.page import Page

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.style.theme import Colours


class AboutComputerPage(Page):
    """Shows the system and the number of processors."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self.facts = QLabel(self)
        QVBoxLayout(self).addWidget(self.facts)

    def show_place(self, place: Place, state: object | None) -> None:
        self.facts.setText(f"{platform.system()}, {os.cpu_count()} processors")
        self.title_changed.emit("About this computer")
        self.status_changed.emit("Nothing was asked")

    def set_colours(self, colours: Colours) -> None:
        self.colours = colours

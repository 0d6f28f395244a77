"""What stands above a spotlight's standings: its name, its dates, its beatmaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from osubrowser.ui.cards.beatmap_strip import BeatmapStrip
from osubrowser.ui.widgets.flags import Pictures
from osubrowser.ui.widgets.tooltips import tooltip

if TYPE_CHECKING:
    from osubrowser.models.rankings.spotlights import SpotlightInfo
    from osubrowser.ui.style.theme import Colours

_WIDEST_NAME: Final = 420  # pixels


class SpotlightPanel(QWidget):
    """Shows a `SpotlightInfo`; until there is one it takes no room."""

    opened = Signal(object, str)  # BeatmapCard, "here" or "background"
    menu_requested = Signal(object, QPoint)  # BeatmapCard, a point on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info: SpotlightInfo | None = None
        self.name = QLabel(self)
        self.about = QLabel(self)
        font = QFont(self.font())
        font.setPixelSize(16)
        font.setWeight(QFont.Weight.DemiBold)
        self.name.setFont(font)
        for label, role in ((self.name, "title"), (self.about, "secondary")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
            label.setMinimumWidth(1)  # a long name pushes nothing apart
        self.strip = BeatmapStrip(self)
        self.strip.opened.connect(self.opened)
        self.strip.menu_requested.connect(self.menu_requested)
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addWidget(self.name)
        heading.addWidget(self.about, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addWidget(self.strip)
        self.hide()

    @property
    def info(self) -> SpotlightInfo | None:
        """What is shown."""
        return self._info

    def show_info(self, info: SpotlightInfo | None) -> None:
        """Show this spotlight; None hides the panel."""
        self._info = info
        self.setVisible(info is not None)
        if info is not None:
            metrics = self.name.fontMetrics()
            name = metrics.elidedText(info.name, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
            self.name.setText(name)
            self.name.setToolTip(tooltip(info.name) if name != info.name else "")
            self.about.setText(info.about)
            self.strip.set_cards(info.cards)
            self.strip.setVisible(bool(info.cards))

    def set_pictures(self, pictures: Pictures) -> None:
        """Take covers from this callable (address, width, height, shape)."""
        self.strip.set_pictures(pictures)

    def pictures_ready(self) -> None:
        """Draw again: a picture has arrived."""
        self.strip.viewport().update()

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        self.strip.set_colours(colours)

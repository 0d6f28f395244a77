"""Panel above the ranking of a spotlight: its name, dates and beatmaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from osubrowser.services.text.plain import tooltip

if TYPE_CHECKING:
    from osubrowser.models.rankings.spotlights import SpotlightInfo
    from osubrowser.ui.cards.beatmap_strip import BeatmapStrip
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.flags import Pictures

_WIDEST_NAME: Final = 420  # pixels


class SpotlightPanel(QWidget):
    """Panel of a `SpotlightInfo`, hidden while there is none.

    The cards are built for the first spotlight.

    Args:
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        info: the shown spotlight; None for none.
        opened: `(BeatmapCard, how)`: a card was clicked; `how` is `here` or `background`.
        menu_requested: `(BeatmapCard, QPoint)`: the context menu of a card, at a screen
            position.
    """

    opened = Signal(object, str)
    menu_requested = Signal(object, QPoint)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._pictures: Pictures | None = None
        self.info: SpotlightInfo | None = None
        self._strip: BeatmapStrip | None = None
        self.name = QLabel(self)
        self.about = QLabel(self)
        font = QFont(self.font())
        font.setPixelSize(16)
        font.setWeight(QFont.Weight.DemiBold)
        self.name.setFont(font)
        for label, role in ((self.name, "title"), (self.about, "secondary")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
            label.setMinimumWidth(1)  # elided instead of widening the page
        self.hide()

    @property
    def strip(self) -> BeatmapStrip:
        """Strip of the cards of the beatmaps."""
        if self._strip is None:
            self._strip = self._build()
        return self._strip

    def show_info(self, info: SpotlightInfo | None) -> None:
        """Set the spotlight; None hides the panel."""
        self.info = info
        if info is not None:
            strip = self.strip
            metrics = self.name.fontMetrics()
            name = metrics.elidedText(info.name, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
            self.name.setText(name)
            self.name.setToolTip(tooltip(info.name) if name != info.name else "")
            self.about.setText(info.about)
            strip.set_cards(info.cards)
            strip.setVisible(bool(info.cards))
        self.setVisible(info is not None)

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of covers."""
        self._pictures = pictures
        if self._strip is not None:
            self._strip.set_pictures(pictures)

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        if self._strip is not None:
            self._strip.viewport().update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        if self._strip is not None:
            self._strip.set_colours(colours)

    def _build(self) -> BeatmapStrip:
        from osubrowser.ui.cards.beatmap_strip import BeatmapStrip

        strip = BeatmapStrip(self)
        strip.opened.connect(self.opened)
        strip.menu_requested.connect(self.menu_requested)
        strip.set_colours(self._colours)
        if self._pictures is not None:
            strip.set_pictures(self._pictures)
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addWidget(self.name)
        heading.addWidget(self.about, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addWidget(strip)
        return strip

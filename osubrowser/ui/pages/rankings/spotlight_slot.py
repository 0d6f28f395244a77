"""The place of a spotlight's panel in the page: it is made when the first spotlight comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.models.rankings.spotlights import SpotlightInfo
    from osubrowser.ui.pages.rankings.spotlight_panel import SpotlightPanel
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.flags import Pictures


class SpotlightSlot(QObject):
    """Holds the panel, and what it will need.

    Args:
        layout: of the page.
        position: where in it the panel belongs.
        colours: to paint with at first.
        made: told of the panel once it is there.
    """

    def __init__(
        self,
        layout: QVBoxLayout,
        position: int,
        colours: Colours,
        made: Callable[[SpotlightPanel], None],
    ) -> None:
        super().__init__(layout)
        self._layout = layout
        self._position = position
        self._colours = colours
        self._made = made
        self._pictures: Pictures | None = None
        self._panel: SpotlightPanel | None = None

    @property
    def panel(self) -> SpotlightPanel:
        """The panel."""
        if self._panel is None:
            self._panel = self._make_panel()
        return self._panel

    @property
    def info(self) -> SpotlightInfo | None:
        """The spotlight that is shown."""
        return self._panel.info if self._panel is not None else None

    def show_info(self, info: SpotlightInfo | None) -> None:
        """Show this spotlight; None hides the panel."""
        if info is not None or self._panel is not None:
            self.panel.show_info(info)

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        self._colours = colours
        if self._panel is not None:
            self._panel.set_colours(colours)

    def set_pictures(self, pictures: Pictures) -> None:
        """Take covers from this callable (address, width, height, shape)."""
        self._pictures = pictures
        if self._panel is not None:
            self._panel.set_pictures(pictures)

    def pictures_ready(self) -> None:
        """Draw again: a picture has arrived."""
        if self._panel is not None:
            self._panel.pictures_ready()

    def _make_panel(self) -> SpotlightPanel:
        from osubrowser.ui.pages.rankings.spotlight_panel import SpotlightPanel

        panel = SpotlightPanel(self._layout.parentWidget())
        panel.set_colours(self._colours)
        if self._pictures is not None:
            panel.set_pictures(self._pictures)
        self._layout.insertWidget(self._position, panel)
        self._made(panel)
        return panel

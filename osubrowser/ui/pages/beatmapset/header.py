"""Header of a beatmapset's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from osubrowser.ui.widgets.plain_text import ElidedLabel

if TYPE_CHECKING:
    from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
    from osubrowser.ui.style.theme import Colours


class BeatmapsetHeader(QWidget):
    """Header of a beatmapset's page, or a skeleton."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Beatmapset")
        self.setFixedHeight(56)
        self._title = ElidedLabel(parent=self, name="Title")
        layout = QHBoxLayout(self)
        layout.addWidget(self._title)

    def show_subject(self, subject: BeatmapsetSubject | None) -> None:
        """Show a beatmapset; None for the skeleton."""
        self._title.setText("" if subject is None else subject.title)

    def set_compact(self, compact: bool) -> None:
        """Set whether the header is one line high."""
        del compact

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        del colours

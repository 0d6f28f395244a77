"""Overview section of a beatmapset: attributes with mods, success, ratings and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.ui.sections.host import SectionParts


class OverviewSection(Section[BeatmapsetSubject]):
    """Attributes of the chosen difficulty, and what players think of it."""

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_colours(parts.colours)

"""Leaderboards of a difficulty: the section of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.ui.sections.host import SectionParts


class ScoresSection(Section[BeatmapsetSubject]):
    """Leaderboards of a difficulty, as a section of its page."""

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_colours(parts.colours)

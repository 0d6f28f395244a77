"""Section with the history of a beatmapset and of the chosen difficulty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
from osubrowser.models.beatmaps.history import CHIPS, FIRST_CHOSEN, load_set_history
from osubrowser.services.history.subjects import SubjectKind
from osubrowser.services.text.translation import tr
from osubrowser.ui.sections.history_section import HistorySection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.history.figures import SubjectHistory
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.ui.sections.host import SectionParts


class BeatmapsetHistorySection(HistorySection[BeatmapsetSubject]):
    """Section that shows what was seen of a beatmapset's counters, day by day.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(tr("History"), CHIPS, FIRST_CHOSEN, "beatmapset/history", parts, parent)

    def load(self, store: HistoryStore, subject: BeatmapsetSubject) -> SubjectHistory:
        """Load the history of the set and of the chosen difficulty."""
        return load_set_history(store, subject)

    def is_about(self, difference: Difference, subject: BeatmapsetSubject) -> bool:
        """Return whether a difference is one of the set or of the difficulty."""
        about, beatmap = difference.subject, subject.beatmap
        if about.kind is SubjectKind.BEATMAPSET:
            return about.key == subject.id
        is_map = about.kind is SubjectKind.BEATMAP
        return is_map and beatmap is not None and about.key == beatmap.id

    def stem_of(self, subject: BeatmapsetSubject) -> str:
        """Return the proposed file name of an export."""
        return f"osu-beatmapset-{subject.id}-history"

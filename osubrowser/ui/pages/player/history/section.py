"""Section with the history of a player in a ruleset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.players.history import CHIPS, FIRST_CHOSEN, load_history
from osubrowser.models.players.profile import Profile
from osubrowser.services.history.subjects import RULESETS, player
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.player.lists.specs import safe_name
from osubrowser.ui.sections.history_section import HistorySection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.history.figures import SubjectHistory
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.ui.sections.host import SectionParts


class PlayerHistorySection(HistorySection[Profile]):
    """Section that shows what was seen of a player's figures, day by day.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(tr("History"), CHIPS, FIRST_CHOSEN, "player/history", parts, parent)

    def load(self, store: HistoryStore, subject: Profile) -> SubjectHistory:
        """Load the history of a player in the ruleset of the profile."""
        return load_history(store, subject.id, subject.mode)

    def is_about(self, difference: Difference, subject: Profile) -> bool:
        """Return whether a difference is one of the player in this ruleset."""
        if subject.mode not in RULESETS:
            return False
        return difference.subject == player(subject.id, subject.mode)

    def stem_of(self, subject: Profile) -> str:
        """Return the proposed file name of an export."""
        return f"osu-{safe_name(subject.name, subject.id)}-{subject.mode}-history"

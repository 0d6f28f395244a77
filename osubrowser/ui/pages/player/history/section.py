"""Section with the history of a player in a ruleset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.players.history import CHIPS, FIRST_CHOSEN, load_history
from osubrowser.models.players.profile import Profile
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.subjects import RULESETS, player
from osubrowser.services.places.places import UserPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.player.history.files import PlayerFiles
from osubrowser.ui.pages.player.lists.specs import safe_name
from osubrowser.ui.sections.history_section import HistorySection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.history.figures import SubjectHistory
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


class PlayerHistorySection(HistorySection[Profile]):
    """Section that shows what was seen of a player's figures, day by day.

    Attributes:
        files: exports, imports and deletions; None without histories.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.
    """

    files: PlayerFiles | None = None

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(tr("History"), CHIPS, FIRST_CHOSEN, "player/history", parts, parent)
        if parts.history is not None:
            self.files = PlayerFiles(self, parts.history.transfers, parts.settings)
            self.files.message_requested.connect(self.message_requested)
            self.bar.put_last(self.files.more)
            self._column.insertWidget(0, self.files.question)
            self.files.set_colours(parts.colours)

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        """Show the history of a player; `state` has the choices."""
        if self.files is not None:
            self.files.show_player(subject)
        super().show_subject(subject, state)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        if self.files is not None:  # the base class calls this before it is made
            self.files.set_colours(colours)

    def load(self, store: HistoryStore, subject: Profile) -> SubjectHistory:
        """Load the history of a player in the ruleset of the profile."""
        return load_history(store, subject.id, subject.mode)

    def is_about(self, difference: Difference, subject: Profile) -> bool:
        """Return whether a difference is one of the player in this ruleset."""
        if subject.mode not in RULESETS:
            return False
        return difference.subject == player(subject.id, subject.mode)

    def empty_buttons(self, subject: Profile) -> tuple[tuple[str, str], ...]:
        """Return the button that follows the player, unless that is done."""
        history = self._parts.history
        if history is None:
            return ()
        buttons = (("import", tr("Import from osu!track …")),)
        if history.follows.find(_place(subject), FollowKind.PLAYER) is not None:
            return buttons
        return (("follow", tr("Follow {name}").format(name=subject.name)), *buttons)

    def act(self, key: str) -> None:
        """Follow the player, or import figures."""
        history, profile = self._parts.history, self._subject
        if key == "import" and self.files is not None:
            self.files.ask_where_from()
        if key != "follow" or history is None or profile is None:
            return
        history.follows.follow(
            _place(profile), FollowKind.PLAYER, profile.name, profile.avatar or ""
        )
        self.message_requested.emit("good", tr("You follow {name} now.").format(name=profile.name))

    def stem_of(self, subject: Profile) -> str:
        """Return the proposed file name of an export."""
        return f"osu-{safe_name(subject.name, subject.id)}-{subject.mode}-history"


def _place(profile: Profile) -> UserPlace:
    return UserPlace(profile.id)

"""Section of a player's page with lists: scores, beatmaps, activity, kudosu, medals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from osubrowser.models.players.profile import Profile
from osubrowser.services.text import numerals
from osubrowser.ui.lists.list_controller import ListState
from osubrowser.ui.sections.list_section import SubjectListSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.pages.player.lists.specs import PlayerList
    from osubrowser.ui.sections.host import SectionParts


class ListSection(SubjectListSection[Profile]):
    """Section that shows one of several lists in a table; pills choose the list.

    Args:
        name: accessible name of the section.
        lists: the lists; there are pills for more than one.
        parts: services that sections are built with.
    """

    def __init__(
        self, name: str, lists: Sequence[PlayerList], parts: SectionParts, parent: QWidget
    ) -> None:
        super().__init__(
            name,
            parts,
            parent,
            choices=[(one.key, one.label) for one in lists],
            note=lists[0].note,
            has_cards=lists[0].cards is not None,
        )
        self._name = name
        self._lists = {one.key: one for one in lists}
        self._current = lists[0]
        self.model, self.rows, self.table = self.list.model, self.list.rows, self.list.table
        self.bar.chosen.connect(self._choose)
        self.set_colours(parts.colours)

    @property
    def chosen(self) -> str:
        """Key of the shown list."""
        return self._current.key

    def spec_of(self, subject: Profile) -> ListSpec:
        """Return the chosen list of a player."""
        return self._current.spec(subject, self._name)

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        """Show the list of a player, by default the one that was shown when `state` was saved."""
        self._label_pills(subject)
        key = state.key.removeprefix("player/") if isinstance(state, ListState) else ""
        self._choose_list(key if key in self._lists else self.chosen)
        super().show_subject(subject, state)

    def act(self, key: str) -> None:
        """Show another list."""
        if key in self._lists:
            self._choose(key)
            self.list.rows.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- lists --------------------------------------------------------------------------------

    def _label_pills(self, profile: Profile) -> None:
        if self.bar.pills is None:
            return
        for key, one in self._lists.items():
            count = one.count_of(profile)
            self.bar.pills.set_label(
                key, f"{one.label} {numerals.whole(count)}" if count else one.label
            )

    def _choose_list(self, key: str) -> None:
        self._current = self._lists[key]
        if self.bar.pills is not None:
            self.bar.pills.choose(key)

    def _choose(self, key: str) -> None:
        self._choose_list(key)
        if self.subject is not None:
            super().show_subject(self.subject)

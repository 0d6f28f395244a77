"""Section of a player's page with lists: scores, beatmaps, activity, kudosu, medals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.models.players.profile import Profile
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import ListController, ListState
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from osubrowser.ui.pages.player.lists.specs import PlayerList
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


class ListSection(Section[Profile]):
    """Section that shows one of several lists in a table; pills choose the list.

    Args:
        name: accessible name of the section.
        lists: the lists; there are pills for more than one.
        parts: services that sections are built with.
    """

    def __init__(
        self, name: str, lists: Sequence[PlayerList], parts: SectionParts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._lists = {one.key: one for one in lists}
        self._current = lists[0]
        self._profile: Profile | None = None
        self.list = ListController(
            parts.account,
            parts.calls,
            parts.settings,
            parts.colours,
            parts.images,
            parts.has_page,
            self,
            parts.replays,
            parts.beatmaps,
        )
        self.model, self.rows, self.table = self.list.model, self.list.rows, self.list.table
        choices = [(one.key, one.label) for one in lists]
        has_cards = lists[0].cards is not None
        self.bar = ListBar(name, choices, lists[0].note, self, has_cards=has_cards)
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.rows, 1)

    def _connect(self) -> None:
        rows = self.list
        rows.bind_filter(self.bar.filter)
        rows.bind_buttons(columns=self.bar.columns, export=self.bar.export, view=self.bar.view)
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self.open_requested)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.online_changed.connect(self.online_changed)
        rows.action_requested.connect(self._on_action_requested)
        self.bar.chosen.connect(self._choose)

    # --- requests of the page -----------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the rows in view are loaded, or have failed."""
        return self.list.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    @property
    def chosen(self) -> str:
        """Key of the shown list."""
        return self._current.key

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        """Show the list of a player, by default the one that was shown when `state` was saved."""
        self._profile = subject
        self._label_pills(subject)
        known = state if isinstance(state, ListState) else None
        key = known.key.removeprefix("player/") if known is not None else ""
        self._show_list(key if key in self._lists else self.chosen, known)

    def save_state(self) -> object | None:
        """Return the shown list, its rows, and the scroll position."""
        return self.list.save_state()

    def reload(self) -> None:
        """Load the rows again."""
        self.list.reload()

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._profile = None
        self.list.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.bar.set_colours(colours)
        self.list.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the table, or to the button of the message in its place."""
        self.list.take_focus(self)

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.list.start_filter()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.list.copy_selection()

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""
        if self._profile is not None:
            self.list.export()

    # --- lists --------------------------------------------------------------------------------

    def _label_pills(self, profile: Profile) -> None:
        if self.bar.pills is None:
            return
        for key, one in self._lists.items():
            count = one.count_of(profile)
            self.bar.pills.set_label(key, f"{one.label} {count:,}" if count else one.label)

    def _show_list(self, key: str, state: ListState | None = None) -> None:
        self._current = self._lists[key]
        if self.bar.pills is not None:
            self.bar.pills.choose(key)
        if self._profile is not None:
            self.list.show(self._current.spec(self._profile, self._name), state=state)

    def _choose(self, key: str) -> None:
        self._show_list(key)

    def _on_action_requested(self, key: str) -> None:
        if key in self._lists:
            self._show_list(key)
            self.list.rows.view.setFocus(Qt.FocusReason.OtherFocusReason)

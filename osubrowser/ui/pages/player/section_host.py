"""Holds the sections of a player's page: their pills, and the one that is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from osubrowser.ui.pages.player.parts.veil import Veil
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.services.places.places import UserPlace
    from osubrowser.ui.pages.player.sections import Section, SectionKind, SectionParts
    from osubrowser.ui.style.theme import Colours

_DRESS_EVERY = 30  # milliseconds


class SectionHost(QWidget):
    """Builds sections when they are first reached, and shows each player in them once.

    Attributes:
        section_chosen: the key of the pill that was pressed.
        status_changed: what the section that is seen says in the status line.
        open_requested, place_requested, message_requested, sign_in_requested, online_changed: as
            a section's.

    Args:
        kinds: the sections there are.
        parts: what they are built with.
    """

    section_chosen = Signal(str)
    status_changed = Signal(str)
    open_requested = Signal(object, str)
    place_requested = Signal(object, bool)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    def __init__(
        self, kinds: Sequence[SectionKind], parts: SectionParts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kinds = {kind.key: kind for kind in kinds}
        self._parts = parts
        self._sections: dict[str, Section] = {}
        self._reached: set[str] = set()  # the sections that show the player
        self._states: dict[str, object] = {}  # how those that are not reached yet were left
        self._status: dict[str, str] = {}
        self._profile: Profile | None = None
        self._current: str | None = None
        self._sheet = ""
        self._undressed: set[str] = set()  # the sections that wear the look of before
        self._dressing = QTimer(self)
        self._dressing.setSingleShot(True)
        self._dressing.setInterval(_DRESS_EVERY)
        self._dressing.timeout.connect(self._dress_next)
        pills = [(kind.key, kind.title) for kind in kinds]
        self.pills = Segments("Section", pills, self, is_primary=True)
        self.strip = ScrollStrip(self.pills, self)
        self.stack = QStackedWidget(self)
        self.veil = Veil(self.stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.strip)
        layout.addWidget(self.stack, 1)
        self.pills.chosen.connect(self.section_chosen)
        self.pills.clicked.connect(self._on_pills_clicked)

    # --- what the page asks -------------------------------------------------------------------

    @property
    def section(self) -> Section | None:
        """The section that is seen."""
        return self._sections.get(self._current or "")

    @property
    def status(self) -> str:
        """What the section that is seen says in the status line."""
        return self._status.get(self._current or "", "")

    def known(self, key: str) -> str:
        """Return the key of the section to show for `key`: the first one if it is not there."""
        return key if key in self._kinds else next(iter(self._kinds))

    def title_of(self, key: str) -> str:
        """Return what is written on a section's pill."""
        return self._kinds[self.known(key)].title

    def take_profile(self, profile: Profile, states: Mapping[str, object] | None = None) -> None:
        """Show another player, or the same one in another ruleset.

        Args:
            profile: who.
            states: how the sections were left, by key, when this player was left.
        """
        before, self._profile = self._profile, profile
        same = before is not None and before.id == profile.id
        for key in tuple(self._reached):
            if states is None and same and not self._changes(key, before, profile):
                continue
            self._sections[key].leave()
            self._reached.discard(key)
        self._states = dict(states or {})
        self._label(profile)

    def show_section(self, key: str, place: UserPlace) -> None:
        """Show a section of the player, building it if it was never reached."""
        key = self.known(key)
        kind, profile = self._kinds[key], self._profile
        section = self._sections.get(key) or self._build(kind)
        self._current = key
        self._dress(key)
        self.pills.choose(key)
        self.strip.bring_in(self.pills.button(key))
        self.stack.setCurrentWidget(section.widget)
        section.take_place(place)
        if profile is not None and key not in self._reached:
            self._reached.add(key)
            self._status.pop(key, None)
            section.show_player(profile.id, profile.mode, profile, self._states.pop(key, None))
        self.status_changed.emit(self.status)

    def renew(self, profile: Profile) -> None:
        """Take the same player, freshly asked for: what the profile holds is shown anew."""
        current = self._current
        self._profile = profile
        for key in tuple(self._reached):
            if key != current:  # asked for again when it is next reached
                self._sections[key].leave()
                self._reached.discard(key)
        self._states.clear()
        self._label(profile)
        section = self.section
        if section is not None and current is not None and self._kinds[current].of_profile:
            section.show_player(profile.id, profile.mode, profile, section.save_state())

    def set_waiting(self, is_waiting: bool) -> None:
        """Veil what is of the ruleset before, while another one is on its way."""
        kind = self._kinds.get(self._current or "")
        self.veil.set_drawn(is_waiting and kind is not None and kind.by_mode)

    def save_states(self) -> dict[str, object]:
        """Return how each section that shows the player is now, by key."""
        states = dict(self._states)
        for key in self._reached:
            state = self._sections[key].save_state()
            if state is not None:
                states[key] = state
        return states

    def leave(self) -> None:
        """Let go of the player."""
        for key in self._reached:
            self._sections[key].leave()
        self._reached.clear()
        self._states.clear()
        self._status.clear()
        self._profile = None

    def set_sheet(self, sheet: str) -> None:
        """Wear a style sheet; `set_colours` follows."""
        self._sheet = sheet
        self.strip.setStyleSheet(sheet)

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours. Sections that are not seen follow one by one."""
        self._parts.colours = colours
        self.pills.set_colours(colours)
        self.strip.set_colours(colours)
        self.veil.set_colours(colours)
        self._undressed = set(self._sections)
        self._dress(self._current)
        self._dressing.start()

    # --- inside -------------------------------------------------------------------------------

    def _changes(self, key: str, before: Profile | None, profile: Profile) -> bool:
        """Whether a section shows other things now, the player being the same."""
        return self._kinds[key].by_mode and before is not None and before.mode != profile.mode

    def _dress(self, key: str | None) -> None:
        """Dress a section, unless it wears the present look."""
        if key is not None and key in self._undressed:
            self._undressed.discard(key)
            section = self._sections[key]
            if section.widget.styleSheet() != self._sheet:
                section.widget.setStyleSheet(self._sheet)
            section.set_colours(self._parts.colours)

    def _dress_next(self) -> None:
        """Dress those that are not seen, one at a time."""
        if self._undressed:
            self._dress(next(iter(self._undressed)))
            self._dressing.start()

    def _label(self, profile: Profile) -> None:
        for kind in self._kinds.values():
            count = kind.count_of(profile)
            self.pills.set_label(kind.key, kind.title + (f" {count:,}" if count else ""))
        self.strip.fit()

    def _build(self, kind: SectionKind) -> Section:
        section = self._sections[kind.key] = kind.build(self._parts, self)
        self.stack.addWidget(section.widget)
        self._undressed.add(kind.key)
        self._dress(kind.key)
        section.status_changed.connect(lambda text: self._on_status_changed(kind.key, text))
        section.open_requested.connect(self.open_requested)
        section.place_requested.connect(self.place_requested)
        section.message_requested.connect(self.message_requested)
        section.sign_in_requested.connect(self.sign_in_requested)
        section.online_changed.connect(self.online_changed)
        return section

    def _on_pills_clicked(self) -> None:
        """Go on in the section after a click; the keyboard goes along the pills."""
        section = self.section
        if section is not None and self.pills.isAncestorOf(QApplication.focusWidget() or self):
            section.take_focus()

    def _on_status_changed(self, key: str, text: str) -> None:
        self._status[key] = text
        if key == self._current:
            self.status_changed.emit(text)

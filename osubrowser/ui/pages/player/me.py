"""Section of the "me!" text of a player: HTML, sanitized and formatted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.models.players.profile import Profile
from osubrowser.services.places.places import UserPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.richtext.text_pane import TextPane
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class MeState:
    """Saved state of a text: scroll position and open spoiler boxes."""

    offset: int
    opened: frozenset[int]


class MeSection(Section[Profile]):
    """Section that shows the text of a profile.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._player = 0
        self._mode = "osu"
        self._html = ""
        self._pane = TextPane(
            "me!", parts.calls, parts.images, lambda: parts.account.server, parts.colours, self
        )
        self.view = self._pane.view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pane)
        self._pane.open_requested.connect(self.open_requested)
        self._pane.hovered.connect(self.status_changed)
        self._pane.web_requested.connect(self._on_web_requested)

    # --- requests of the page -----------------------------------------------------------------

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        """Show the text of a profile; it needs no load."""
        page = subject.user.page
        self._html = page.html if page is not None else ""
        opened, at = frozenset[int](), None
        if isinstance(state, MeState):
            opened, at = state.opened, state.offset
        if subject.id != self._player:
            self._pane.clear()
        self._player, self._mode = subject.id, subject.mode
        empty = tr("{name} has written nothing here.").format(name=subject.name)
        self._pane.show_html(self._html, empty=empty, opened=opened, at=at)

    def save_state(self) -> object | None:
        """Return the scroll position and the open boxes."""
        if not self._html:
            return None
        return MeState(self.view.scroll_position(), self._pane.opened)

    def leave(self) -> None:
        """Cancel the formatting and discard the text."""
        self._player, self._html = 0, ""
        self._pane.clear()

    @property
    def is_settled(self) -> bool:
        """Whether the text is formatted and laid out."""
        return self._pane.is_settled

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; the text is formatted again."""
        self._pane.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the text, which the arrow keys scroll."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_selection(self) -> None:
        """Copy the selected text to the clipboard."""
        self.view.copy()

    def _on_web_requested(self) -> None:
        place = UserPlace(self._player, self._mode or None, section="me")
        self.open_requested.emit(place, "web")

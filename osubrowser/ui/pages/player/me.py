"""Section of the "me!" text of a player: HTML, sanitized and formatted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from osubrowser.models.players.profile import Profile
from osubrowser.services.places.places import UserPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.richtext.rich_view import RichView
from osubrowser.ui.sections.host import Section
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, StatePanel

if TYPE_CHECKING:
    from osubrowser.services.richtext.sanitize import RichText
    from osubrowser.services.richtext.style import RichTextStyle
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
        self._colours = parts.colours
        self._scope = TaskScope()
        self._player = 0
        self._mode = "osu"
        self._name = ""
        self._html = ""
        self._opened: frozenset[int] = frozenset()
        self.view = RichView("me!", self)
        self._panel = StatePanel(self)
        self._cut = NoticeBar(self)
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    # --- requests of the page -----------------------------------------------------------------

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        """Show the text of a profile; it needs no load."""
        profile = subject
        page = profile.user.page
        html = page.html if page is not None else ""
        before = (self._player, self._html, self._opened)
        self._opened, at = frozenset(), None
        if isinstance(state, MeState):
            self._opened, at = state.opened, state.offset
        self._player, self._mode, self._html = profile.id, profile.mode, html
        self._name = profile.name
        if before == (profile.id, html, self._opened) and html:
            return  # the same text: no new layout
        if html.strip():
            self._format(at)
        else:
            self._show_nothing()

    def save_state(self) -> object | None:
        """Return the scroll position and the open boxes."""
        return MeState(self.view.scroll_position(), self._opened) if self._html else None

    def leave(self) -> None:
        """Cancel the formatting and discard the text."""
        self._scope.cancel_all()
        self._player, self._html = 0, ""
        self._cut.show_notice(None)
        self.view.show_blocks(())

    @property
    def is_settled(self) -> bool:
        """Whether the text is formatted and laid out."""
        return not self._scope.is_running("text") and self.view.is_complete

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; the text is formatted again."""
        changed = colours != self._colours
        self._colours = colours
        self.view.set_colours(colours)
        self._cut.set_colours(colours)
        if changed and self._html.strip():
            self._format(self.view.scroll_position())

    def take_focus(self) -> None:
        """Set the focus to the text, which the arrow keys scroll."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_selection(self) -> None:
        """Copy the selected text to the clipboard."""
        self.view.copy()

    # --- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._cut)

    def _connect(self) -> None:
        self.view.link_activated.connect(self._on_link_activated)
        self.view.link_hovered.connect(self._on_link_hovered)
        self.view.box_toggled.connect(self._on_box_toggled)
        self._cut.pressed.connect(self._on_web_pressed)
        if self._parts.images is not None:
            self._parts.images.supply(self.view)

    # --- the text -----------------------------------------------------------------------------

    def _format(self, at: int | None) -> None:
        self._scope.start(self._format_and_show(at), key="text")

    async def _format_and_show(self, at: int | None) -> None:
        from osubrowser.ui.richtext.look import look_of

        look, origin = look_of(self._colours), self._parts.account.server
        # Not queued behind calls that wait for osu!: the text needs no network.
        work = partial(_formatted, self._html, origin, look, self._opened)
        text = await self._parts.calls.run_at_once(work)
        self._show_text(text, at)

    def _show_text(self, text: RichText, at: int | None) -> None:
        if text.is_empty:
            self._show_nothing()
            return
        self.view.show_blocks(text.blocks, at=at)
        self._stack.setCurrentWidget(self.view)
        self._cut.show_notice(
            Notice(
                "This text goes on: it is too long to be shown whole.",
                "",
                (("web", "Open in web browser"),),
            )
            if text.is_cut
            else None
        )

    def _show_nothing(self) -> None:
        self._scope.cancel("text")
        self.view.show_blocks(())
        self._cut.show_notice(None)
        self._panel.show_notice(Notice(f"{self._name} has written nothing here."))
        self._stack.setCurrentWidget(self._panel)

    # --- links --------------------------------------------------------------------------------

    def _on_link_activated(self, address: str, how: str) -> None:
        from osubrowser.ui.richtext.follow import followed

        found = followed(address, how, self._parts.account.server)
        if found is not None:
            self.open_requested.emit(*found)

    def _on_link_hovered(self, address: str) -> None:
        from osubrowser.services.text.plain import plain

        self.status_changed.emit("" if address.startswith("#") else plain(address, 200))

    def _on_box_toggled(self, number: int) -> None:
        self._opened = self._opened ^ {number}
        self._format(self.view.scroll_position())

    def _on_web_pressed(self, _key: str) -> None:
        place = UserPlace(self._player, self._mode or None, section="me")
        self.open_requested.emit(place, "web")


def _formatted(html: str, origin: str, look: RichTextStyle, opened: frozenset[int]) -> RichText:
    """Format a text; runs on a worker, which also imports the libraries."""
    from osubrowser.services.richtext.sanitize import formatted

    return formatted(html, origin=origin, look=look, opened=opened)

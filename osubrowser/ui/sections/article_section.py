"""Section of one long rich text of a subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.ui.richtext.text_pane import TextPane
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

S = TypeVar("S")
"""Type of the subject."""


@dataclass(frozen=True, slots=True)
class ArticleState:
    """Saved state of a text: scroll position and open spoiler boxes."""

    offset: int
    opened: frozenset[int]


class ArticleSection(Section[S]):
    """Section that shows a text of the subject; it needs no load.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.
        name: accessible name of the text.
        html_of: returns the text of a subject: untrusted HTML.
        empty: sentence in place of a text without content.

    Attributes:
        pane: the text.
    """

    def __init__(
        self,
        parts: SectionParts,
        parent: QWidget | None,
        *,
        name: str,
        html_of: Callable[[S], str],
        empty: str,
    ) -> None:
        super().__init__(parent)
        self._html_of, self._empty, self._html = html_of, empty, ""
        self.pane = TextPane(
            name, parts.calls, parts.images, lambda: parts.account.server, parts.colours, self
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        self.pane.open_requested.connect(self.open_requested)
        self.pane.hovered.connect(self.status_changed)
        self.pane.web_requested.connect(self._on_web_requested)

    def show_subject(self, subject: S, state: object | None = None) -> None:
        """Show the text of a subject."""
        self._html = self._html_of(subject)
        opened, at = frozenset[int](), None
        if isinstance(state, ArticleState):
            opened, at = state.opened, state.offset
        self.pane.show_html(self._html, empty=self._empty, opened=opened, at=at)

    def save_state(self) -> object | None:
        """Return the scroll position and the open boxes."""
        if not self._html:
            return None
        return ArticleState(self.pane.view.scroll_position(), self.pane.opened)

    def leave(self) -> None:
        """Cancel the formatting and discard the text."""
        self._html = ""
        self.pane.clear()

    @property
    def is_settled(self) -> bool:
        """Whether the text is formatted and laid out."""
        return self.pane.is_settled

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; the text is formatted again."""
        self.pane.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the text, which the arrow keys scroll."""
        self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_selection(self) -> None:
        """Copy the selected text to the clipboard."""
        self.pane.view.copy()

    def _on_web_requested(self) -> None:
        if self.place is not None:
            self.open_requested.emit(self.place, "web")

"""Section of one long rich text of a subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.services.places.places import ThingPlace
from osubrowser.ui.richtext.article_view import ArticleView
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
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
        article: the text.
        column: the layout, for what a subclass has above the text.
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
        self.article = ArticleView(
            name, parts.calls, parts.images, lambda: parts.account.server, parts.colours, self
        )
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.article, 1)
        self.article.open_requested.connect(self.open_requested)
        self.article.hovered.connect(self.status_changed)
        self.article.web_requested.connect(self._on_web_requested)
        self.article.anchor_followed.connect(self._on_anchor_followed)

    @property
    def _anchor(self) -> str:
        return self.place.anchor if isinstance(self.place, ThingPlace) else ""

    def take_place(self, place: Place) -> None:
        """Set the place of the page, and scroll to the heading that it names."""
        before = self._anchor
        super().take_place(place)
        if self._html and self._anchor and self._anchor != before:
            self.article.scroll_to_anchor(self._anchor)

    def show_subject(self, subject: S, state: object | None = None) -> None:
        """Show the text of a subject."""
        self._html = self._html_of(subject)
        saved = state if isinstance(state, ArticleState) else None
        self.article.show_html(
            self._html,
            empty=self._empty,
            opened=saved.opened if saved is not None else frozenset(),
            at=saved.offset if saved is not None else None,
            anchor=self._anchor if saved is None else "",
        )

    def save_state(self) -> object | None:
        """Return the scroll position and the open boxes."""
        if not self._html:
            return None
        return ArticleState(self.article.scroll_position(), self.article.opened)

    def leave(self) -> None:
        """Cancel the formatting and discard the text."""
        self._html = ""
        self.article.clear()

    @property
    def is_settled(self) -> bool:
        """Whether the text is formatted and laid out."""
        return self.article.is_settled

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; the text is formatted again."""
        self.article.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the text, which the arrow keys scroll."""
        self.article.take_focus()

    def start_filter(self) -> None:
        """Open find in page."""
        self.article.start_find()

    def copy_selection(self) -> None:
        """Copy the selected text to the clipboard."""
        self.article.copy()

    def _on_web_requested(self) -> None:
        if self.place is not None:
            self.open_requested.emit(self.place, "web")

    def _on_anchor_followed(self, anchor: str) -> None:
        """Enter the anchor into the history; the text scrolls there by itself."""
        if isinstance(self.place, ThingPlace) and anchor != self._anchor:
            self.place_requested.emit(replace(self.place, anchor=anchor), False)

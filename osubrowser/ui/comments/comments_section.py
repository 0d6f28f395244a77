"""Section of the comments on the subject of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from osubrowser.models.comments.comments import CommentSubject
from osubrowser.services.places.places import BeatmapsetPlace, ThingPlace
from osubrowser.ui.comments.comments_view import CommentsView
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


S = TypeVar("S")
"""Type of the subject."""


class CommentsSection(Section[S]):
    """Comments on a subject, as a section of its page.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.
        target_of: returns what the comments of a subject are of.
        stem_of: returns the name of a subject, for files.

    Attributes:
        view: the comments.
    """

    def __init__(
        self,
        parts: SectionParts,
        parent: QWidget | None,
        *,
        target_of: Callable[[S], CommentSubject],
        stem_of: Callable[[S], str],
    ) -> None:
        super().__init__(parent)
        self._target_of, self._stem_of = target_of, stem_of
        self._target: CommentSubject | None = None
        self._stem = ""
        self._comment = 0
        self.view = CommentsView(parts, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.view.open_requested.connect(self.open_requested)
        self.view.sign_in_requested.connect(self.sign_in_requested)
        self.view.status_changed.connect(self.status_changed)
        self.view.online_changed.connect(self.online_changed)
        self.view.message_requested.connect(self.message_requested)

    def take_place(self, place: Place) -> None:
        """Set the place of the page; another comment in it is loaded and shown first."""
        super().take_place(place)
        before, self._comment = self._comment, _comment_of(place)
        if self._wanted is not None and self._comment != before and self._comment:
            self.view.show_subject(self._wanted)

    def return_to(self, place: Place, state: object) -> None:
        """Set a place that was shown before."""
        self._comment = _comment_of(place)
        super().take_place(place)
        if self._wanted is not None and self.view.feed.subject != self._wanted:
            self.view.show_subject(self._wanted, state)

    @property
    def _wanted(self) -> CommentSubject | None:
        target = self._target
        return None if target is None else replace(target, comment=self._comment or None)

    def show_subject(self, subject: S, state: object | None = None) -> None:
        """Show the comments on a subject."""
        self._target, self._stem = self._target_of(subject), self._stem_of(subject)
        self.view.show_subject(replace(self._target, comment=self._comment or None), state)

    def save_state(self) -> object | None:
        """Return the comments, their order, and the scroll position."""
        return self.view.save_state()

    def reload(self) -> None:
        """Load the comments again."""
        self.view.reload()

    def leave(self) -> None:
        """Cancel all loads and release the comments."""
        self._target = None
        self.view.leave()

    @property
    def is_settled(self) -> bool:
        """Whether no load is running."""
        return self.view.feed.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which comments are missing; None if none are."""
        return self.view.feed.error

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.view.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the list, or to the button of the message in its place."""
        self.view.panel.take_focus()

    def start_filter(self) -> None:
        """Open the bar that finds text in the loaded comments."""
        self.view.start_find()

    def copy_selection(self) -> None:
        """Copy the selected text, or the selected comments."""
        self.view.panel.list.copy()

    def export(self) -> None:
        """Export the loaded comments."""
        self.view.export(f"{self._stem} comments")  # not shown: a file name


def _comment_of(place: Place) -> int:
    if isinstance(place, BeatmapsetPlace | ThingPlace) and place.section == "comments":
        return place.at
    return 0

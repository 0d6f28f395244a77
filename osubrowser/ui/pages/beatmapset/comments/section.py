"""Comments on a beatmapset: the section of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
from osubrowser.models.comments.comments import CommentSubject
from osubrowser.services.places.places import BeatmapsetPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.comments.comments_view import CommentsView
from osubrowser.ui.sections.host import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


class CommentsSection(Section[BeatmapsetSubject]):
    """Comments on a beatmapset, as a section of its page.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        view: the comments.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._exports = TaskScope()  # exports continue after `leave`
        self._beatmapset = 0
        self._comment = 0
        self.view = CommentsView(parts, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.view.open_requested.connect(self.open_requested)
        self.view.sign_in_requested.connect(self.sign_in_requested)
        self.view.status_changed.connect(self.status_changed)
        self.view.online_changed.connect(self.online_changed)

    def take_place(self, place: Place) -> None:
        """Set the place of the page; another comment in it is loaded and shown first."""
        super().take_place(place)
        before, self._comment = self._comment, _comment_of(place)
        if self._beatmapset and self._comment != before and self._comment:
            self.view.show_subject(self._wanted)

    def return_to(self, place: Place, state: object) -> None:
        """Set a place that was shown before."""
        self._comment = _comment_of(place)
        super().take_place(place)
        if self._beatmapset and self.view.feed.subject != self._wanted:
            self.view.show_subject(self._wanted, state)

    @property
    def _wanted(self) -> CommentSubject:
        return CommentSubject("beatmapset", self._beatmapset, self._comment or None)

    def show_subject(self, subject: BeatmapsetSubject, state: object | None = None) -> None:
        """Show the comments on a set."""
        self._beatmapset = subject.id
        self.view.show_subject(self._wanted, state)

    def save_state(self) -> object | None:
        """Return the comments, their order, and the scroll position."""
        return self.view.save_state()

    def reload(self) -> None:
        """Load the comments again."""
        self.view.reload()

    def leave(self) -> None:
        """Cancel all loads and release the comments."""
        self._beatmapset = 0
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

    def copy_selection(self) -> None:
        """Copy the selected text, or the selected comments."""
        self.view.panel.list.copy()

    def export(self) -> None:
        """Export the loaded comments."""
        from osubrowser.ui.richtext.post_export import export_posts

        export_posts(
            self,
            self._parts.calls,
            self._exports,
            self._parts.settings,
            self.message_requested.emit,
            self.view.feed.posts,
            self._parts.account.server,
            f"beatmapset {self._beatmapset} comments",
        )


def _comment_of(place: Place) -> int:
    return place.at if isinstance(place, BeatmapsetPlace) and place.section == "comments" else 0

"""Comments of anything: order, list, and states, for any page that has comments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from osubrowser.api.errors import NotFound
from osubrowser.models.comments.comments import SORTS, CommentFeed, CommentSubject
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.richtext.find_bar import FindBar
from osubrowser.ui.richtext.post_list import ListPosition
from osubrowser.ui.richtext.post_panel import PostPanel
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.state_panel import RELOAD, Notice

if TYPE_CHECKING:
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class CommentsViewState:
    """Saved state of a `CommentsView`: order, comments, and scroll position."""

    sort: str
    feed: object
    position: ListPosition


class CommentsView(QWidget):
    """View of the comments of one thing.

    Args:
        parts: services that it is built with.
        parent: the Qt parent.

    Attributes:
        feed: the comments.
        panel: the list and its messages.
        find_bar: finds text in the loaded comments.
        open_requested: `(Place, how)`: open a link.
        sign_in_requested: open the welcome page.
        status_changed: text of the status line.
        online_changed: False when osu! is unreachable, True when it was reached.
        message_requested: `(level, text)`: show a message.
        sort_chosen: key of the order that was chosen; the comments are shown in it.
    """

    open_requested = Signal(object, str)
    sign_in_requested = Signal()
    status_changed = Signal(str)
    online_changed = Signal(bool)
    message_requested = Signal(str, str)
    sort_chosen = Signal(str)

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = parts.account
        self._calls, self._settings = parts.calls, parts.settings
        self._scope = TaskScope()
        self._exports = TaskScope()  # exports continue after `leave`
        self._subject = CommentSubject()
        self._sort = SORTS[0][0]
        self.feed = CommentFeed(ClientLoader(parts.account, parts.calls), self._scope, self)
        self.sorts = Segments(tr("Order of comments"), SORTS, self)
        self.count = ElidedLabel("", self)
        self.panel = PostPanel(
            tr("Comments"),
            self.feed,
            lambda: self._account.server,
            lambda: Notice(tr("There are no comments here yet."), "", (RELOAD,)),
            parts.colours,
            parts.images,
            self,
            describe=self._describe,
        )
        self.find_bar = FindBar(self.panel.list, self)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(10)
        bar.addWidget(self.sorts)
        bar.addWidget(self.count, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.panel, 1)
        self.find_bar.closed.connect(self.panel.take_focus)
        self.sorts.chosen.connect(self._on_sorts_chosen)
        self.feed.state_changed.connect(self._update)
        self.feed.spliced.connect(lambda *_: self._update())
        self.feed.reset.connect(self._update)
        panel = self.panel
        panel.open_requested.connect(self.open_requested)
        panel.sign_in_requested.connect(self.sign_in_requested)
        panel.online_changed.connect(self.online_changed)
        panel.hint_changed.connect(self._on_hint_changed)
        panel.action_requested.connect(lambda _: self.reload())  # its only button
        self.set_colours(parts.colours)

    def _describe(self, error: BaseException) -> Sentence:
        sentence = describe(error)
        if isinstance(error, NotFound) and self._subject.user is not None:
            return replace(sentence, text=tr("There is no player of this name or id."), hint="")
        return sentence

    def export(self, stem: str) -> None:
        """Export the loaded comments; `stem` is the proposed file name without its suffix."""
        from osubrowser.ui.richtext.post_export import export_posts

        export_posts(
            self,
            self._calls,
            self._exports,
            self._settings,
            self.message_requested.emit,
            self.feed.posts,
            self._account.server,
            stem,
        )

    def show_subject(
        self, subject: CommentSubject, state: object | None = None, *, sort: str = ""
    ) -> None:
        """Show the comments of a thing.

        Args:
            subject: what the comments are of.
            state: that of `save_state`; None for a new visit.
            sort: the order, without a state; "" for the present one.
        """
        if subject != self._subject:
            self.find_bar.finish()
        self._subject = subject
        saved = state if isinstance(state, CommentsViewState) else None
        if saved is not None or sort:
            self._sort = saved.sort if saved is not None else sort
            self.sorts.choose(self._sort)
        self.feed.show(subject, self._sort, saved.feed if saved is not None else None)
        if saved is not None:
            self.panel.list.restore_position(saved.position)

    def save_state(self) -> object | None:
        """Return the state by which `show_subject` restores the view; None if it shows nothing."""
        if not self.feed.posts:
            return None
        return CommentsViewState(self._sort, self.feed.save_state(), self.panel.list.position())

    def start_find(self) -> None:
        """Open the bar that finds text in the loaded comments."""
        self.find_bar.start()

    def reload(self) -> None:
        """Load the comments again."""
        self.feed.reload()

    def leave(self) -> None:
        """Cancel all loads and release the comments."""
        self.feed.clear()
        self._scope.cancel_all()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.sorts.set_colours(colours)
        self.find_bar.set_colours(colours)
        self.count.setStyleSheet(f"color: {colours.foreground.name()};")
        self.panel.set_colours(colours)

    @property
    def status(self) -> str:
        """Text of the status line: how many comments there are, and how many are loaded."""
        feed = self.feed
        if not feed.loaded:
            return ""
        age = seen_ago(feed.loads.seen_at)
        if feed.total is None:
            return tr("%n comment(s) loaded", "", feed.loaded) + age
        loaded = tr("{count} loaded").format(count=numerals.whole(feed.loaded))
        return f"{_counted(feed.total)} · {loaded}{age}"

    def _update(self) -> None:
        total = self.feed.total
        self.count.setText(_counted(total) if total is not None else "")
        self.status_changed.emit(self.status)
        self.find_bar.renew()

    def _on_sorts_chosen(self, key: str) -> None:
        self._sort = key
        self.sort_chosen.emit(key)
        self.feed.show(self._subject, key)

    def _on_hint_changed(self, address: str) -> None:
        self.status_changed.emit(address or self.status)


def _counted(count: int) -> str:
    return tr("%n comment(s)", "", count)

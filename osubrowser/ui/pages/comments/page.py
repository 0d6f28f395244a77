"""Page of comments: of everybody, of one player, or on one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedLayout, QVBoxLayout

from osubrowser.api.errors import NotFound
from osubrowser.models.comments.comments import SORTS, CommentSubject
from osubrowser.models.comments.target import CommentTarget, load_target
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.services.places.places import (
    BeatmapsetPlace,
    ListPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.places.url_parts import number_of, user_of
from osubrowser.services.session.account import ClientWatch
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.comments.comments_view import CommentsView
from osubrowser.ui.error_messages import Sentence, describe, was_reached
from osubrowser.ui.pages.page import Page
from osubrowser.ui.sections.host import FailurePanel
from osubrowser.ui.sections.subject_loader import SubjectLoader
from osubrowser.ui.widgets.assistive import name_clear_button
from osubrowser.ui.widgets.go_to_rank import field_style
from osubrowser.ui.widgets.state_panel import ProgressLine
from osubrowser.ui.widgets.tool_button import export_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_TITLES: Final = {
    "beatmapset": tr("Comments on beatmapset {id}"),
    "build": tr("Comments on build {id}"),
    "news_post": tr("Comments on news post {id}"),
}
"""Titles of the comments on one thing, by its type."""
_OPEN: Final = {
    "beatmapset": tr("Open the beatmapset"),
    "build": tr("Open the build"),
    "news_post": tr("Open the news post"),
}
_LONGEST: Final = 40
_FIELD: Final = 240


@dataclass(frozen=True, slots=True)
class CommentsQuery:
    """What the page shows.

    Attributes:
        sort: one of the keys of `SORTS`.
        user: who wrote the comments: an id, or a name; None for everybody.
        type, id: what they are on; None for anything.
    """

    sort: str = SORTS[0][0]
    user: int | str | None = None
    type: str | None = None
    id: int | None = None

    @classmethod
    def of(cls, place: ListPlace) -> CommentsQuery:
        """Return the query of a place; what is not valid is left out."""
        query = dict(place.query)
        sort, kind = query.get("sort", ""), query.get("commentable_type", "")
        id = number_of(query.get("commentable_id"))
        is_thing = kind in _TITLES and bool(id)
        return cls(
            sort if sort in dict(SORTS) else SORTS[0][0],
            user_of(query.get("user_id", "")),
            kind if is_thing else None,
            id if is_thing else None,
        )

    @property
    def place(self) -> ListPlace:
        """The place of the list."""
        values = {
            "sort": self.sort if self.sort != SORTS[0][0] else None,
            "user_id": self.user,
            "commentable_type": self.type,
            "commentable_id": self.id,
        }
        pairs = sorted((name, str(value)) for name, value in values.items() if value)
        return ListPlace("comments", tuple(pairs))

    @property
    def subject(self) -> CommentSubject:
        """What the comments are of."""
        return CommentSubject(self.type, self.id, user=self.user)


class CommentsPage(Page):
    """Page of a `ListPlace` of comments; the place of a comment is replaced by that on its thing.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        player: field of the player whose comments are shown: a name or an id.
        about: opens the player, or the thing, that the comments are of.
        everybody: shows the comments of everybody.
        export_: exports the loaded comments.
        view: the comments.
        panel: the error of a comment that could not be loaded.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._place: ListPlace | ThingPlace | None = None
        self._query = CommentsQuery()
        self._error: BaseException | None = None
        self._loader: SubjectLoader[int, CommentTarget] = SubjectLoader(
            ClientLoader(parts.account, parts.calls),
            _load,
            address=self._comment,
            is_watched=self.isVisible,
            on_subject=self._on_target,
            on_failed=self._on_failed,
        )
        self.player = QLineEdit(self)
        self.player.setPlaceholderText(tr("Player: name or id"))
        self.player.setAccessibleName(tr("Comments of a player"))
        self.player.setToolTip(tr("Type a name or an id, and press Return"))
        self.player.setMaxLength(_LONGEST)
        self.player.setClearButtonEnabled(True)
        name_clear_button(self.player)
        self.player.setFixedWidth(_FIELD)
        self.about = QPushButton(self)
        self.everybody = QPushButton(tr("All comments"), self)
        for button in (self.about, self.everybody):
            button.setAutoDefault(True)
            button.hide()
        self.export_ = export_button(self)
        self.view = CommentsView(parts, self)
        self.panel = FailurePanel(self)
        self.progress = ProgressLine(parts.colours, self)
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.player, self.about, self.everybody):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.export_)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.progress)

    def _connect(self) -> None:
        view, panel = self.view, self.panel
        view.open_requested.connect(self.open_requested)
        view.sign_in_requested.connect(self.sign_in_requested)
        view.status_changed.connect(self.status_changed)
        view.online_changed.connect(self.online_changed)
        view.message_requested.connect(self.message_requested)
        view.sort_chosen.connect(self._on_sort_chosen)
        view.feed.state_changed.connect(self._show_about)
        panel.retry_requested.connect(self._load_target)
        panel.sign_in_requested.connect(self.sign_in_requested)
        panel.choice_pressed.connect(lambda _key: self.move_to(ListPlace("comments")))
        self.player.returnPressed.connect(self._on_player_submitted)
        self.player.textChanged.connect(self._on_player_changed)
        self.about.clicked.connect(self._on_about_clicked)
        self.everybody.clicked.connect(lambda: self.move_to(ListPlace("comments")))
        self.export_.clicked.connect(self.export)
        ClientWatch(self._parts.account, self).changed.connect(self._on_client_changed)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the comments are loaded, or have failed."""
        if isinstance(self._place, ThingPlace):
            return not self._loader.is_running
        return self.view.feed.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which comments are missing; None if none are."""
        return self._error or self.view.feed.error

    def show_place(self, place: Place, state: object | None) -> None:
        """Show comments, or look for the thing that a comment is on."""
        if not isinstance(place, ListPlace | ThingPlace):
            return
        self._error = None
        self.panel.stop()
        self._stack.setCurrentWidget(self.view)
        if isinstance(place, ThingPlace):
            self._place, self._query = place, CommentsQuery()
            self.view.leave()
            self._show_player("")
            self._show_about()
            self.title_changed.emit(tr("Comment {key}").format(key=place.key))
            self._load_target()
            return
        self._loader.stop()
        self.progress.set_running(False)
        self._query = query = CommentsQuery.of(place)
        self._place = query.place
        user = query.user
        self._show_player("" if user is None else str(user))
        self.view.show_subject(query.subject, state, sort=query.sort)
        self._show_about()
        self.title_changed.emit(self._title)

    def save_state(self) -> object | None:
        """Return the comments and the scroll position; None without comments."""
        return self.view.save_state() if isinstance(self._place, ListPlace) else None

    def landmark(self) -> tuple[Place, str] | None:
        """Return the list."""
        return (self._place, self._title) if isinstance(self._place, ListPlace) else None

    def reload(self) -> None:
        """Load the comments again."""
        if isinstance(self._place, ThingPlace):
            self._load_target()
        elif self.view.feed.is_started:
            self.view.reload()
        elif self._place is not None:
            self.show_place(self._place, None)

    def take_focus(self) -> None:
        """Set the focus to the comments, or to the button of a message in their place."""
        buttons = self.panel.buttons() if self._stack.currentWidget() is self.panel else []
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.panel.take_focus()

    def start_filter(self) -> None:
        """Open the bar that finds text in the loaded comments."""
        self.view.start_find()

    def copy_selection(self) -> None:
        """Copy the selected text, or the selected comments."""
        self.view.panel.list.copy()

    def export(self) -> None:
        """Export the loaded comments."""
        self.view.export(self._title)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.view, self.progress, self.export_):
            part.set_colours(colours)
        self.player.setStyleSheet(field_style("QLineEdit", colours))

    def leave(self) -> None:
        """Cancel all loads and release the comments."""
        self._loader.reset()
        self.progress.set_running(False)
        self.panel.stop()
        self._error = None
        self.view.leave()

    # --- lists --------------------------------------------------------------------------------

    @property
    def _title(self) -> str:
        query, author = self._query, self.view.feed.author
        if author is not None:
            return tr("Comments of {player}").format(player=author[1])
        if query.user is not None:
            return tr("Comments of {player}").format(player=plain(str(query.user), _LONGEST))
        if query.type is not None:
            return _TITLES[query.type].format(id=query.id)
        return tr("Comments")

    def _show_about(self) -> None:
        """Show what the comments are of, once it is known."""
        query, author = self._query, self.view.feed.author
        self.everybody.setVisible(query.user is not None or query.type is not None)
        self.about.setVisible(author is not None or query.type is not None)
        if author is not None:
            self.about.setText(tr("Open {name}").format(name=author[1]).replace("&", "&&"))
        elif query.type is not None:
            self.about.setText(_OPEN[query.type])
        if author is not None:
            self.title_changed.emit(self._title)

    def _show_player(self, text: str) -> None:
        if self.player.text().strip() != text:
            self.player.blockSignals(True)
            self.player.setText(text)
            self.player.blockSignals(False)

    def _on_about_clicked(self) -> None:
        query, author = self._query, self.view.feed.author
        if author is not None:
            self.open_requested.emit(UserPlace(author[0]), "here")
        elif query.type == "beatmapset" and query.id is not None:
            self.open_requested.emit(BeatmapsetPlace(query.id, section="comments"), "here")
        elif query.type == "news_post":
            there = ThingPlace("news", str(query.id), section="comments")
            self.open_requested.emit(there, "here")
        else:  # a build is named by its version, which a comment on it knows
            posts = (post.path for post in self.view.feed.posts if post.path)
            comment = next(posts, "").rpartition("/")[2]
            if comment:
                self.open_requested.emit(ThingPlace("comment", comment), "here")

    def _on_player_submitted(self) -> None:
        user = user_of(self.player.text())
        if user != self._query.user:
            self.move_to(CommentsQuery(self._query.sort, user).place)

    def _on_player_changed(self, text: str) -> None:
        if not text.strip() and self._query.user is not None:
            self.move_to(CommentsQuery(self._query.sort).place)

    def _on_sort_chosen(self, sort: str) -> None:
        self._query = replace(self._query, sort=sort)
        self._place = self._query.place
        self.place_changed.emit(self._place, True)

    # --- one comment --------------------------------------------------------------------------

    def _comment(self) -> int:
        key = self._place.key if isinstance(self._place, ThingPlace) else ""
        return int(key) if key.isdecimal() else 0

    def _load_target(self) -> None:
        self._error = None
        self.panel.stop()
        self.progress.set_running(True)
        self.status_changed.emit("")
        self._loader.start(with_cached=False)

    def _on_target(self, asked: int, target: CommentTarget, *, is_again: bool = False) -> None:
        """Go to the thing that a comment is on; without one show the comment among all."""
        del is_again
        self.progress.set_running(False)
        self.online_changed.emit(True)
        if target.place is not None:
            self.place_changed.emit(target.place, True)
            return
        self._query = CommentsQuery()
        self.view.show_subject(CommentSubject(comment=asked), sort=SORTS[0][0])
        self._show_about()

    def _on_failed(self, error: BaseException) -> None:
        self.progress.set_running(False)
        reached = was_reached(error)
        if reached is not None:
            self.online_changed.emit(reached)
        sentence = describe(error)
        if isinstance(error, NotFound):
            sentence = Sentence(
                tr("osu! has no comment with the number {comment}.").format(
                    comment=self._comment()
                ),
                may_retry=False,
                details=sentence.details,
            )
        self._error = error
        self.panel.show_error(error, sentence, (("all", tr("All comments")),))
        self._stack.setCurrentWidget(self.panel)
        self.status_changed.emit("")

    def _on_client_changed(self) -> None:
        """Load again."""
        is_shown = self._place is not None and self.isVisible()
        self.leave()
        if is_shown and self._place is not None:
            self.show_place(self._place, None)


def _load(client: Client, comment: int) -> CommentTarget:
    return load_target(client, comment)

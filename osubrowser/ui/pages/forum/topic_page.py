"""Page of one topic: its board, its poll, and its posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from osubrowser.models.forum.boards import load_path
from osubrowser.models.forum.posts import Part, TopicFeed, load_number
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import ListPlace, ThingPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.account import ClientWatch
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.keys.shortcuts import bind
from osubrowser.ui.pages.forum.crumbs import Crumbs, missing
from osubrowser.ui.pages.forum.keys import POST_KEY
from osubrowser.ui.pages.forum.poll import PollPanel
from osubrowser.ui.pages.page import Page
from osubrowser.ui.richtext.find_bar import FindBar
from osubrowser.ui.richtext.post_list import ListPosition
from osubrowser.ui.richtext.post_panel import PostPanel
from osubrowser.ui.style.theme import title_font
from osubrowser.ui.widgets.assistive import order_tab
from osubrowser.ui.widgets.go_to_rank import GoToRank, NumberTexts
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.state_panel import Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from osubrowser.models.forum.posts import TopicInfo
    from osubrowser.services.places.places import Place
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_FORUM: Final = ListPlace("forums")
_NAME_SIZE: Final = 20
_LOW: Final = 560
"""Height of the page below which a poll is closed at first."""
_ALL, _AUTHOR = "all", "author"
_WHO: Final = ((_ALL, tr("All posts")), (_AUTHOR, tr("Only the author's")))
_PATH: Final = "path"
_NUMBER: Final = "number"
_NUMBER_TEXTS: Final = NumberTexts(
    tr("Go to post"),
    tr("Type a number of a post and press Enter"),
    tr("Type a number of a post (1 to {last}) and press Enter"),
    tr("“{text}” is no post: type a number from 1, such as 7,412."),
)


class TopicHeader(QWidget):
    """Header of a topic: where it is, title, facts, and poll.

    Args:
        parent: the Qt parent.

    Attributes:
        crumbs: the boards that it is in.
        title: the label of the title.
        about: the label of the facts.
        poll: the poll, hidden without one.
        poll_button: opens and closes the poll.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._info: TopicInfo | None = None
        self.crumbs = Crumbs(self)
        self.title = ElidedLabel(parent=self)
        self.title.setFont(title_font(_NAME_SIZE))
        self.title.setProperty("role", "title")
        self.about = ElidedLabel(parent=self)
        self.about.setProperty("role", "secondary")
        self.poll_button = QPushButton(tr("Poll"), self)
        self.poll_button.setCheckable(True)
        self.poll_button.setAutoDefault(True)
        self.poll_button.setToolTip(tr("Show the poll of this topic"))
        self.poll = PollPanel(self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.about, 1)
        row.addWidget(self.poll_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.crumbs)
        layout.addWidget(self.title)
        layout.addLayout(row)
        layout.addWidget(self.poll)
        self.poll_button.toggled.connect(self.poll.setVisible)
        self.show_info(None, 0)

    def show_info(self, info: TopicInfo | None, topic_id: int, *, is_low: bool = False) -> None:
        """Set the topic.

        Args:
            info: the topic; None while it is not loaded.
            topic_id: its id; 0 for none.
            is_low: whether a poll is closed, to leave the room to the posts.
        """
        before, self._info = self._info, info
        unknown = tr("Topic {topic_id}").format(topic_id=topic_id) if topic_id else ""
        self.title.setText(info.title if info is not None else unknown)
        self.about.setText(info.about if info is not None else "")
        poll = info.poll if info is not None else None
        is_new = info is None or before is None or before.id != info.id
        if is_new or before is None or before.poll != poll:
            self.poll.show_poll(poll)
        self.poll_button.setVisible(poll is not None)
        if is_new:
            self.poll_button.setChecked(poll is not None and not is_low)
        self.poll.setVisible(poll is not None and self.poll_button.isChecked())

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.crumbs.set_colours(colours)
        self.poll.set_colours(colours)


@dataclass(frozen=True, slots=True)
class TopicPageState:
    """Saved state of a topic: its posts, the scroll position, and the boards it is in."""

    feed: object
    position: ListPosition
    path: tuple[tuple[int, str], ...]


class TopicPage(Page):
    """Page of a `ThingPlace` of a topic, whose `at` is the id of a post.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        feed: the posts.
        panel: their list and its messages.
        find_bar: finds text in the loaded posts.
        who: choice of the posts.
        number: goes to a post by its number.
        to_first, to_last: go to the ends.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._account = parts.account
        self._scope = TaskScope()
        self._exports = TaskScope()  # exports continue after `leave`
        self._loader = ClientLoader(parts.account, parts.calls)
        self._place = ThingPlace("topic", "0")
        self._path: tuple[tuple[int, str], ...] = ()
        self._wanted = 0  # post to scroll to, once it is there
        self.feed = TopicFeed(self._loader, self._scope, self._origin, self)
        self.header = TopicHeader(self)
        self.who = Segments(tr("Posts"), _WHO, self)
        self.number = GoToRank(POST_KEY, self, texts=_NUMBER_TEXTS)
        self.to_first = QPushButton(tr("First"), self)
        self.to_first.setToolTip(tr("Go to the first post"))
        self.to_last = QPushButton(tr("Last"), self)
        self.to_last.setToolTip(tr("Go to the last post"))
        self.find_button = QPushButton(tr("Find"), self)
        self.find_button.setToolTip(tr("Find text in the loaded posts"))
        self.panel = PostPanel(
            tr("Posts"),
            self.feed,
            self._origin,
            lambda: Notice(tr("There are no posts here."), tr("They were deleted, or are hidden.")),
            parts.colours,
            parts.images,
            self,
            describe=self._describe,
        )
        self.find_bar = FindBar(self.panel.list, self)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.who)
        bar.addStretch(1)
        for button in (self.find_button, self.to_first, self.to_last):
            button.setAutoDefault(True)
        for part in (self.find_button, self.number, self.to_first, self.to_last):
            bar.addWidget(part)
        order_tab(bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self.header)
        layout.addLayout(bar)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.panel, 1)
        self._connect()
        bind(self, (POST_KEY,), {POST_KEY.action: self._focus_number})
        self.set_colours(parts.colours)

    def _connect(self) -> None:
        panel, feed = self.panel, self.feed
        panel.open_requested.connect(self._on_open_requested)
        panel.action_requested.connect(lambda _: self.open_requested.emit(_FORUM, "here"))
        panel.sign_in_requested.connect(self.sign_in_requested)
        panel.online_changed.connect(self.online_changed)
        panel.hint_changed.connect(self._on_hint_changed)
        panel.list.scrolled.connect(self._tell_status)
        feed.state_changed.connect(self._update)
        feed.spliced.connect(lambda *_: self._on_posts_changed())
        feed.reset.connect(self._on_posts_changed)
        self.header.crumbs.link_requested.connect(self._on_link_requested)
        self.who.chosen.connect(self._on_who_chosen)
        self.number.rank_requested.connect(self.go_to_number)
        self.number.refused.connect(lambda text: self.message_requested.emit("info", text))
        self.to_first.clicked.connect(self.go_to_first)
        self.to_last.clicked.connect(self.go_to_last)
        self.find_button.clicked.connect(self.start_filter)
        self.find_bar.closed.connect(panel.take_focus)
        ClientWatch(self._account, self).changed.connect(self._on_client_changed)

    def _origin(self) -> str:
        return self._account.server

    # --- requests of the window ---------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether no load is running: the posts are shown, or have failed."""
        return self.feed.is_settled and not self._scope.is_running(_NUMBER)

    @property
    def failure(self) -> BaseException | None:
        """The error for which the posts are missing; None if they are there."""
        return self.feed.error

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a topic, from its first post or from another one, or restore it from `state`."""
        if not isinstance(place, ThingPlace):
            return
        topic_id = int(place.key) if place.key.isdecimal() else 0
        saved = state if isinstance(state, TopicPageState) else None
        is_other = topic_id != self.feed.topic_id or not self.feed.is_started
        self._place, self._wanted = place, 0
        if is_other:
            self._scope.cancel(_PATH)
            self._path = saved.path if saved is not None else ()
            self.find_bar.finish()
        self._scope.cancel(_NUMBER)
        if saved is not None:
            self.feed.show(topic_id, Part(), saved.feed)
            self.panel.list.restore_position(saved.position)
        elif is_other or not self._go_to_loaded(place.at):
            self._wanted = place.at
            self.feed.show(topic_id, self._part_of(place.at))
        self.who.choose(_AUTHOR if self.feed.author_only else _ALL)
        self._update()

    def _part_of(self, post_id: int) -> Part:
        info = self.feed.info
        if not post_id or (info is not None and post_id == info.first):
            return Part()
        return Part("last") if info is not None and post_id == info.last else Part("from", post_id)

    def _go_to_loaded(self, post_id: int) -> bool:
        """Scroll to a post of the shown topic; False if it is not there."""
        feed = self.feed
        if post_id:
            return self.panel.list.go_to(f"p{post_id}")
        return bool(feed.posts) and feed.first_number == 1 and self._go_to_row(0)

    def _go_to_row(self, row: int) -> bool:
        return self.panel.list.go_to(self.feed.posts[row].id)

    def save_state(self) -> object | None:
        """Return the posts and the scroll position; None without posts."""
        if not self.feed.posts:
            return None
        return TopicPageState(self.feed.save_state(), self.panel.list.position(), self._path)

    def landmark(self) -> tuple[Place, str] | None:
        """Return the topic, once it is loaded."""
        info = self.feed.info
        return None if info is None else (self._place, info.title)

    def reload(self) -> None:
        """Load the posts in view and those after them again."""
        posts = self.panel.list.visible_posts
        first = int(posts[0].id[1:]) if posts and posts[0].id[1:].isdecimal() else 0
        if self.feed.topic_id and self.feed.is_started and self.feed.posts:
            self.feed.reload(self._part_of(first))
        else:
            self.feed.clear()
            self.show_place(self._place, None)

    def take_focus(self) -> None:
        """Set the focus to the posts, or to the button of the message in their place."""
        self.panel.take_focus()

    def start_filter(self) -> None:
        """Open the bar that finds text in the loaded posts."""
        self.find_bar.start()

    def copy_selection(self) -> None:
        """Copy the selected text, or the selected posts."""
        self.panel.list.copy()

    def export(self) -> None:
        """Export the loaded posts to a file chosen in a dialog."""
        from osubrowser.ui.richtext.post_export import export_posts

        export_posts(
            self,
            self._parts.calls,
            self._exports,
            self._parts.settings,
            self.message_requested.emit,
            self.feed.posts,
            self._origin(),
            f"topic {self.feed.topic_id}",  # not shown: a file name
        )

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.header.set_colours(colours)
        self.who.set_colours(colours)
        self.number.set_colours(colours)
        self.find_bar.set_colours(colours)
        self.panel.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the posts."""
        self.feed.clear()
        self._scope.cancel_all()
        self._path = ()

    # --- going to a post ----------------------------------------------------------------------

    def go_to_first(self) -> None:
        """Go to the first post."""
        self._move(0)

    def go_to_last(self) -> None:
        """Go to the last post."""
        info = self.feed.info
        if info is not None and info.last:
            self._move(info.last)

    def go_to_number(self, number: int) -> None:
        """Go to a post by its number in the topic, from 1; to the last one beyond the end."""
        info, first = self.feed.info, self.feed.first_number
        if info is not None and number >= max(1, info.posts):
            self.go_to_last()
        elif number <= 1:
            self.go_to_first()
        elif first is not None and (found := self.feed.at(number - first)):
            self._move(found)
        elif self.feed.topic_id:
            self._scope.start(
                self._find_number(number), key=_NUMBER, on_error=self._on_number_failed
            )

    async def _find_number(self, number: int) -> None:
        topic_id = self.feed.topic_id
        found = await self._loader.fresh(load_number, topic_id, number)
        if topic_id == self.feed.topic_id:
            if found:
                self.feed.tell_number(found, number)
                self._move(found)
            else:
                self.message_requested.emit(
                    "info",
                    tr("This topic has no post {number}.").format(number=numerals.whole(number)),
                )

    def _on_number_failed(self, error: BaseException) -> None:
        self.message_requested.emit("warning", describe(error).text)

    def _move(self, post_id: int) -> None:
        if self.feed.author_only and post_id:
            self.feed.set_author_only(False)
            self.who.choose(_ALL)
        place = ThingPlace("topic", self._place.key, post_id)
        if place == self._place:
            self.show_place(place, None)
        else:
            self.move_to(place)
        self.panel.take_focus()

    def _focus_number(self) -> None:
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def _describe(self, error: BaseException) -> Sentence:
        return missing(
            describe(error),
            error,
            tr("The forum has no topic {id} that you can read."),
            self._place.key,
        )

    # --- contents -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the buttons out that have no room."""
        super().resizeEvent(event)
        self.number.setVisible(self.width() >= 640)

    def _on_posts_changed(self) -> None:
        self._go_to_wanted()
        self.find_bar.renew()
        self._update()

    def _go_to_wanted(self) -> None:
        wanted = self._wanted
        if not wanted or not self.feed.posts:
            return
        if self.panel.list.go_to(f"p{wanted}"):
            self._wanted = 0
        elif self.feed.is_settled:
            self._wanted = 0
            self.message_requested.emit(
                "info", tr("The post of this address is not here: it was deleted or is hidden.")
            )

    def _update(self) -> None:
        feed = self.feed
        info = feed.info if feed.topic_id else None
        is_low = 0 < self.height() < _LOW
        self.header.show_info(info, feed.topic_id, is_low=is_low)
        self._show_path()
        if info is not None and not self._path and not self._scope.is_running(_PATH):
            self._path = ((info.board, tr("Board {board}").format(board=info.board)),)
            self._show_path()
            self._scope.start(self._load_path(info.board), key=_PATH, on_error=self._on_path_failed)
        self.number.set_limit(info.posts if info is not None else None)
        self._go_to_wanted()
        self.title_changed.emit(
            info.title if info is not None else tr("Topic {key}").format(key=self._place.key)
        )
        self._tell_status()

    async def _load_path(self, board: int) -> None:
        path = await self._loader.cached_or_fresh(load_path, board)
        if path:
            self._path = path
            self._show_path()

    def _on_path_failed(self, _error: BaseException) -> None:
        self._path = ()  # asked for again when more posts arrive

    def _show_path(self) -> None:
        if self.header.crumbs.property("path") != self._path:
            self.header.crumbs.setProperty("path", self._path)
            self.header.crumbs.show_path(self._path, self._origin())

    @property
    def status(self) -> str:
        """Text of the status line: which posts are in view, and how many are loaded."""
        feed, info = self.feed, self.feed.info
        if info is None or not feed.loaded:
            return ""
        age = seen_ago(feed.loads.seen_at)
        first, number = self.panel.list.visible_rows[0], feed.first_number
        loaded = tr("{count} loaded").format(count=numerals.whole(feed.loaded)) + age
        if feed.author_only:
            told = tr("%n post(s) of the author", "", len(feed.posts))
        elif number is None:
            told = tr("%n post(s)", "", info.posts)
        else:
            last = self.panel.list.visible_rows[1]
            told = tr("{shown} of {total}").format(
                shown=f"{numerals.whole(first + number)}-{numerals.whole(last + number)}",
                total=numerals.whole(info.posts),
            )
        return f"{told} · {loaded}"

    def _tell_status(self) -> None:
        self.status_changed.emit(self.status)

    # --- slots --------------------------------------------------------------------------------

    def _on_who_chosen(self, key: str) -> None:
        self.feed.set_author_only(key == _AUTHOR)
        self._update()

    def _on_open_requested(self, place: Place, how: str) -> None:
        """Open a link; one to a post that is loaded is scrolled to."""
        if isinstance(place, ThingPlace) and how == "here":
            is_here = place.kind == "topic" and place.key == self._place.key and place.at
            if place.kind == "post" and place.key.isdecimal() and self.feed.has(int(place.key)):
                self._move(int(place.key))
                return
            if is_here and self.feed.has(place.at):
                self._move(place.at)
                return
        self.open_requested.emit(place, how)

    def _on_link_requested(self, address: str, how: str) -> None:
        from osubrowser.ui.richtext.follow import followed

        found = followed(address, how, self._origin())
        if found is not None:
            self.open_requested.emit(*found)

    def _on_hint_changed(self, address: str) -> None:
        self.status_changed.emit(address or self.status)

    def _on_client_changed(self) -> None:
        """Load again."""
        is_shown = self.feed.is_started
        self.leave()
        if is_shown:
            self.show_place(self._place, None)

"""List of posts with messages for its states: loading, empty, failed, waiting, signed out."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from osubrowser.models.table.sources import LoadState
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe, was_reached
from osubrowser.ui.richtext.post_list import PostList
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, ProgressLine, StatePanel

if TYPE_CHECKING:
    from osubrowser.models.posts.feed import PostFeed
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.ui.style.theme import Colours

_TICK: Final = 250
"""Update interval of a countdown in milliseconds."""
_BUTTONS: Final = ("retry", "sign_in")


class PostPanel(QWidget):
    """Widget of a `PostList`, with messages where posts are missing.

    Args:
        name: accessible name of the list.
        feed: the posts.
        origin: returns `https://host` of the server.
        empty: returns the message for a list without posts.
        colours: to paint with until `set_colours` is called.
        images: pictures; None for none.
        parent: the Qt parent.
        describe: returns the message for an error.

    Attributes:
        list: the list of the posts.
        open_requested: `(Place, how)`: open a link.
        sign_in_requested: the Sign in button was pressed.
        action_requested: the key of another button of a message.
        online_changed: False when a load failed because osu! is unreachable, True when one
            succeeded.
        hint_changed: the address of the link at the mouse; "" for none.
    """

    open_requested = Signal(object, str)
    sign_in_requested = Signal()
    action_requested = Signal(str)
    online_changed = Signal(bool)
    hint_changed = Signal(str)

    def __init__(
        self,
        name: str,
        feed: PostFeed,
        origin: Callable[[], str],
        empty: Callable[[], Notice],
        colours: Colours,
        images: ImageStore | None,
        parent: QWidget | None = None,
        *,
        describe: Callable[[BaseException], Sentence] = describe,
    ) -> None:
        super().__init__(parent)
        self._feed, self._origin, self._empty, self._describe = feed, origin, empty, describe
        self._was_loading = False
        self.list = PostList(name, feed, origin, colours, self)
        self._panel = StatePanel(self)
        self._below = NoticeBar(self)
        self._progress = ProgressLine(colours, self)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._below)
        layout.addWidget(self._progress)
        if images is not None:
            images.supply(self.list)
        self._connect()
        self.set_colours(colours)
        self.refresh()

    def _connect(self) -> None:
        feed, shown = self._feed, self.list
        feed.state_changed.connect(self.refresh)
        feed.reset.connect(self.refresh)
        feed.spliced.connect(self._on_spliced)
        shown.rested.connect(feed.look_at)
        shown.action_requested.connect(feed.act)
        shown.box_toggled.connect(feed.toggle_box)
        shown.link_activated.connect(self._on_link_activated)
        shown.place_activated.connect(self.open_requested)
        shown.link_hovered.connect(self._on_link_hovered)
        self._tick.timeout.connect(self._refresh_foot)
        for part in (self._panel, self._below):
            part.pressed.connect(self._on_pressed)

    # --- requests -----------------------------------------------------------------------------

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.list.set_colours(colours)
        self._below.set_colours(colours)
        self._progress.set_colours(colours)

    @property
    def panel_text(self) -> str:
        """The message in place of the posts, or "" while posts are shown."""
        return self._panel.accessibleName() if self._stack.currentWidget() is self._panel else ""

    @property
    def foot_text(self) -> str:
        """The message of a failure or a pause below the posts, or ""."""
        return self._below.text()

    def take_focus(self) -> None:
        """Set the focus to the list, or to the first button of the message in its place."""
        buttons = self._panel.buttons()
        if self._stack.currentWidget() is self._panel and buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- states -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Update the messages, after a change of the feed or of the text for an empty list."""
        feed = self._feed
        notice = self._notice()
        had_focus = self.list.hasFocus() or any(b.hasFocus() for b in self._panel.buttons())
        if notice is not None:
            self._panel.show_notice(notice)
            self._stack.setCurrentWidget(self._panel)
        else:
            self._stack.setCurrentWidget(self.list)
        if had_focus:
            self.take_focus()
        is_loading = feed.loads.count > 0
        self._progress.set_running(is_loading)
        if self._was_loading and not is_loading:
            self._tell_online()
            if not feed.loads.errors:  # what is in view may need more, although nothing has moved
                self.list.look_again()
        self._was_loading = is_loading
        if not feed.posts:
            self.list.viewport().update()  # skeletons
        self._refresh_foot()

    def _tell_online(self) -> None:
        errors = list(self._feed.loads.errors.values())
        if self._feed.loads.seen_at is not None:
            self.online_changed.emit(False)
        elif not errors:
            self.online_changed.emit(True)
        else:
            reached = was_reached(errors[-1])
            if reached is not None:
                self.online_changed.emit(reached)

    def _notice(self) -> Notice | None:
        feed = self._feed
        if feed.posts or not feed.is_started:
            return None
        if feed.error is not None:
            return self._failed_notice(feed.error)
        return None if feed.state is LoadState.LOADING else self._empty()

    def _failed_notice(self, error: BaseException) -> Notice:
        said = self._describe(error)
        buttons = []
        if said.action == "sign_in":
            buttons.append(("sign_in", tr("Sign in")))
        if said.may_retry:
            buttons.append(("retry", tr("Retry")))
        if said.button is not None:
            buttons.append(said.button)
        return Notice(said.text, said.hint, tuple(buttons), said.details)

    def _refresh_foot(self) -> None:
        feed = self._feed
        notice, resume_at = None, feed.loads.resume_at
        if resume_at is not None:
            left = max(1, math.ceil(resume_at - time.monotonic()))
            notice = Notice(tr("osu! asks us to wait {left} s").format(left=left))
        elif feed.posts and feed.loads.errors:
            failed = self._failed_notice(next(iter(feed.loads.errors.values())))
            text = f"{failed.text} {failed.hint}".strip()
            notice = Notice(text, "", failed.buttons, failed.details)
        self._below.show_notice(notice)
        if resume_at is not None and self.isVisible():
            if not self._tick.isActive():
                self._tick.start()
        else:
            self._tick.stop()

    def _on_spliced(self, _first: int, _removed: int, _added: int) -> None:
        self.refresh()

    def showEvent(self, event: QEvent) -> None:  # noqa: D102
        super().showEvent(event)  # type: ignore[arg-type] # Qt hands over the right one
        self._feed.set_watched(True)
        self._refresh_foot()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        super().hideEvent(event)
        self._feed.set_watched(False)
        self._tick.stop()

    # --- slots --------------------------------------------------------------------------------

    def _on_pressed(self, key: str) -> None:
        if key == "retry":
            self._feed.retry()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == "sign_in":
            self.sign_in_requested.emit()
        else:
            self.action_requested.emit(key)

    def _on_link_activated(self, address: str, how: str) -> None:
        from osubrowser.ui.richtext.follow import followed

        found = followed(address, how, self._origin())
        if found is not None:
            self.open_requested.emit(*found)

    def _on_link_hovered(self, address: str) -> None:
        from osubrowser.services.text.plain import plain

        self.hint_changed.emit("" if address.startswith("#") else plain(address, 200))

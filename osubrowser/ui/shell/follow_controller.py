"""Controller of the bell: whether the shown page is followed, its editor, and what is unread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from osubrowser.models.following.kinds import AS_KIND, kind_name
from osubrowser.services.places.places import AppPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.menus import add_action, pop_up

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.history.follow_rows import Follow
    from osubrowser.services.history.followable import FollowKind
    from osubrowser.services.history.follows import Follows
    from osubrowser.services.places.places import Place
    from osubrowser.ui.shell.chrome import Chrome
    from osubrowser.ui.shell.follow_popover import FollowPopover
    from osubrowser.ui.shell.message_bar import MessageBar
    from osubrowser.ui.shell.navigator import Navigator
    from osubrowser.ui.style.theme import Theme

FOLLOWING = AppPlace("following")
"""Place of the page of all that is followed."""


class FollowController(QObject):
    """Controller that shows whether the current place is followed, follows it, and edits that.

    Args:
        chrome: the widget with the bell and the number of unread changes.
        navigator: the current place.
        follows: what is followed.
        messages: shows the results of actions.
        theme: the style of the editor.
    """

    def __init__(
        self,
        chrome: Chrome,
        navigator: Navigator,
        follows: Follows,
        messages: MessageBar,
        theme: Theme,
    ) -> None:
        super().__init__(chrome)
        self._chrome = chrome
        self._navigator = navigator
        self._follows = follows
        self._messages = messages
        self._theme = theme
        self._popover: FollowPopover | None = None
        chrome.bell.clicked.connect(self.follow)
        chrome.unread_pressed.connect(partial(navigator.open, FOLLOWING))
        navigator.place_changed.connect(self._show)
        navigator.follow_requested.connect(self.follow)
        follows.changed.connect(self._on_follows_changed)
        follows.failed.connect(partial(messages.show_message, "warning"))
        self._on_follows_changed()

    @property
    def popover(self) -> FollowPopover | None:
        """The editor; None until it is first opened."""
        return self._popover

    def follow(self, anchor: object = None) -> None:
        """Follow the current place, or edit how it is followed.

        Where a place can be followed in several ways, such as a player or as a mapper, a menu asks
        which.

        Args:
            anchor: the widget below which the editor opens; the bell if it is none.
        """
        from PySide6.QtWidgets import QWidget

        place, kinds = self._place, self._kinds
        below = anchor if isinstance(anchor, QWidget) else self._chrome.bell
        if place is None or not kinds:
            self._messages.show_message("info", tr("This page cannot be followed."))
        elif not self._follows.is_loaded:
            self._messages.show_message("info", tr("What is followed is still being read."))
        elif len(kinds) == 1:
            self._follow_as(place, kinds[0], below)
        else:
            pop_up(self._menu(place, kinds, below), below.mapToGlobal(QPoint(0, below.height())))

    def close(self) -> None:
        """Close the editor; called when the window closes."""
        if self._popover is not None:
            self._popover.hide()

    @property
    def _place(self) -> Place | None:
        navigator = self._navigator
        return None if navigator.is_welcome else navigator.place

    @property
    def _kinds(self) -> tuple[FollowKind, ...]:
        from osubrowser.services.history.followable import follow_kinds_of

        place = self._place
        return () if place is None else follow_kinds_of(place)

    def _on_follows_changed(self) -> None:
        self._chrome.set_unread(self._follows.unread)
        self._show()

    def _show(self) -> None:
        place, kinds, follows = self._place, self._kinds, self._follows
        is_followed = (
            place is not None
            and bool(follows.items)
            and any(follows.find(place, kind) for kind in kinds)
        )
        self._chrome.set_bell(bool(kinds), is_full=is_followed)
        button = self._navigator.page.follow_button if self._navigator.page is not None else None
        if button is not None and not self._navigator.is_welcome:
            button.show_followed(is_followed if kinds else None)

    def _menu(self, place: Place, kinds: tuple[FollowKind, ...], below: QWidget) -> QMenu:
        menu = QMenu(self._chrome)
        menu.setStyleSheet(self._theme.stylesheet(self._navigator.hue))
        for kind in kinds:
            label = AS_KIND[kind]
            if self._follows.find(place, kind) is not None:
                label = tr("{kind}: followed, edit …").format(kind=kind_name(kind))
            add_action(menu, label, self._follow_as, place, kind, below)
        return menu

    def _follow_as(self, place: Place, kind: FollowKind, below: QWidget) -> None:
        """Follow a place, unless it is followed, and open the editor."""
        found, heading = self._follows.find(place, kind), tr("Following")
        if found is None:
            page = self._navigator.page
            picture = page.picture if page is not None else ""
            title = (page.follow_title(kind) if page is not None else "") or self._navigator.title
            self._follows.follow(place, kind, title, picture)
            heading = tr("Followed from now on")
            found = self._follows.find(place, kind)
        if found is not None:
            self._edit(found, heading, below)

    # --- the editor ---------------------------------------------------------------------------

    def _edit(self, follow: Follow, heading: str, below: QWidget) -> None:
        popover, hue = self._popover or self._build(), self._navigator.hue
        popover.apply_style(self._theme.stylesheet(hue), self._theme.colours(hue))
        popover.open_under(below, heading, follow)

    def _build(self) -> FollowPopover:
        from osubrowser.ui.shell.follow_popover import FollowPopover

        popover = self._popover = FollowPopover(self._follows, self._chrome.window())
        popover.unfollow_requested.connect(self._on_unfollow_requested)
        popover.page_requested.connect(partial(self._navigator.open, FOLLOWING))
        popover.closed.connect(self._navigator.focus_page)
        return popover

    def _on_unfollow_requested(self, follow: Follow) -> None:
        removed = self._follows.unfollow(follow)
        self._messages.show_message(
            "info",
            tr("{title} is not followed any more.").format(title=plain(follow.title, 80)),
            button=tr("Undo"),
            action=partial(self._follows.put_back, removed),
        )

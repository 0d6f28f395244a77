"""Controller of the bookmark button: its state, and the editor below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place
    from osubrowser.ui.shell.bookmark_popover import BookmarkPopover
    from osubrowser.ui.shell.chrome import Chrome
    from osubrowser.ui.shell.message_bar import MessageBar
    from osubrowser.ui.shell.navigator import Navigator
    from osubrowser.ui.style.theme import Theme


class BookmarkController(QObject):
    """Controller that shows whether the current place is bookmarked, and bookmarks it.

    Args:
        chrome: the widget with the button.
        navigator: the current place.
        library: the bookmarks.
        messages: shows the results of actions.
        theme: the style of the editor.
    """

    def __init__(
        self,
        chrome: Chrome,
        navigator: Navigator,
        library: Library,
        messages: MessageBar,
        theme: Theme,
    ) -> None:
        super().__init__(chrome)
        self._chrome = chrome
        self._navigator = navigator
        self._library = library
        self._messages = messages
        self._theme = theme
        self._popover: BookmarkPopover | None = None
        self._address: str | None = None  # of the bookmark in the editor
        chrome.star.clicked.connect(self.bookmark)
        navigator.place_changed.connect(self._show)
        library.bookmarks_changed.connect(self._show)
        self._show()

    @property
    def popover(self) -> BookmarkPopover | None:
        """The editor; None until it is first opened."""
        return self._popover

    def bookmark(self) -> None:
        """Bookmark the current place, unless it is bookmarked, and open the editor."""
        place = self._place
        if place is None:
            self._messages.show_message("info", tr("This page has no address to bookmark."))
            return
        bookmark, heading = self._library.bookmark_of(place), tr("Bookmark")
        if bookmark is None:
            bookmark = self._library.add(place, self._navigator.title)
            heading = tr("Bookmarked")
            if bookmark is None:
                self._messages.show_message("warning", tr("There is no room for more bookmarks."))
                return
        popover, hue = self._popover or self._build(), self._navigator.hue
        self._address = bookmark.address
        popover.apply_style(self._theme.stylesheet(hue), self._theme.colours(hue))
        popover.open_under(self._chrome.star, heading, bookmark.title, bookmark.note)

    def close(self) -> None:
        """Close the editor; called when the window closes."""
        if self._popover is not None:
            self._popover.hide()

    @property
    def _place(self) -> Place | None:
        navigator = self._navigator
        place = None if navigator.is_welcome else navigator.place
        return place if place is not None and self._library.can_keep(place) else None

    def _show(self) -> None:
        place = self._place
        bookmark = self._library.bookmark_of(place) if place is not None else None
        self._chrome.set_star(place is not None, is_full=bookmark is not None)

    def _build(self) -> BookmarkPopover:
        from osubrowser.services.library.bookmarks import LONGEST_NOTE
        from osubrowser.services.library.records import LONGEST_TITLE
        from osubrowser.ui.shell.bookmark_popover import BookmarkPopover

        window = self._chrome.window()
        popover = self._popover = BookmarkPopover(LONGEST_TITLE, LONGEST_NOTE, window)
        popover.form.title_written.connect(partial(self._write, "title"))
        popover.form.note_written.connect(partial(self._write, "note"))
        popover.remove_requested.connect(self._on_remove_requested)
        popover.closed.connect(self._on_closed)
        self._library.leaving.connect(popover.hide)
        return popover

    def _write(self, field: str, text: str) -> None:
        bookmark = self._library.bookmarks.at(self._address or "")
        if bookmark is None:
            return
        if field == "title":
            self._library.write(bookmark, title=text)
        else:
            self._library.write(bookmark, note=text)

    def _on_remove_requested(self) -> None:
        bookmark = self._library.bookmarks.at(self._address or "")
        self._address = None  # pending text is dropped
        if bookmark is None:
            return
        removed = self._library.remove(bookmark)
        self._messages.show_message(
            "info",
            tr("The bookmark is removed."),
            button=tr("Undo"),
            action=partial(self._library.put_back, removed),
        )

    def _on_closed(self) -> None:
        self._address = None
        self._navigator.focus_page()

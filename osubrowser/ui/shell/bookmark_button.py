"""The star beside the address: whether the open place is bookmarked, and the way to do so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place
    from osubrowser.ui.shell.bookmark_popover import BookmarkPopover
    from osubrowser.ui.shell.main_window import MainWindow
    from osubrowser.ui.style.theme import Theme


class BookmarkButton(QObject):
    """Keeps the star true, and opens the small panel below it.

    Args:
        window: with the star, the navigator, and the bar for messages.
        library: the bookmarks.
        theme: what the panel wears.
    """

    def __init__(self, window: MainWindow, library: Library, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._navigator = window.navigator
        self._library = library
        self._theme = theme
        self._popover: BookmarkPopover | None = None
        self._address: str | None = None  # of the bookmark in the panel
        window.chrome.star.clicked.connect(self.star)
        self._navigator.moved.connect(self._show)
        library.bookmarks_changed.connect(self._show)
        self._show()

    @property
    def popover(self) -> BookmarkPopover | None:
        """The panel, once it has been opened."""
        return self._popover

    def star(self) -> None:
        """Bookmark the open place, if it is not yet, and open the panel for its title and note."""
        place = self._place
        if place is None:
            self._window.tell("info", "This page has no address to bookmark.")
            return
        bookmark, heading = self._library.bookmark_of(place), "Bookmark"
        if bookmark is None:
            bookmark = self._library.add(place, self._navigator.title)
            heading = "Bookmarked"
            if bookmark is None:
                self._window.tell("warning", "There is no room for more bookmarks.")
                return
        popover = self._built()
        self._address = bookmark.address
        popover.set_look(
            self._theme.stylesheet(self._navigator.hue), self._theme.colours(self._navigator.hue)
        )
        popover.open_under(self._window.chrome.star, heading, bookmark.title, bookmark.note)

    @property
    def _place(self) -> Place | None:
        navigator = self._navigator
        place = None if navigator.is_welcome else navigator.place
        return place if place is not None and self._library.can_keep(place) else None

    def _show(self) -> None:
        place = self._place
        bookmark = self._library.bookmark_of(place) if place is not None else None
        self._window.chrome.set_star(place is not None, is_full=bookmark is not None)

    def _built(self) -> BookmarkPopover:
        if self._popover is None:
            from osubrowser.services.library.bookmarks import LONGEST_NOTE
            from osubrowser.services.library.records import LONGEST_TITLE
            from osubrowser.ui.shell.bookmark_popover import BookmarkPopover

            popover = self._popover = BookmarkPopover(LONGEST_TITLE, LONGEST_NOTE, self._window)
            popover.form.title_written.connect(partial(self._write, "title"))
            popover.form.note_written.connect(partial(self._write, "note"))
            popover.remove_requested.connect(self._on_remove_requested)
            popover.closed.connect(self._on_closed)
            self._window.closed.connect(popover.hide)
            self._library.leaving.connect(popover.hide)
        return self._popover

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
        self._address = None  # what is still typed is told to nobody
        if bookmark is None:
            return
        removed = self._library.remove(bookmark)
        self._window.message_bar.show_message(
            "info",
            "The bookmark is removed.",
            button="Undo",
            action=partial(self._library.put_back, removed),
        )

    def _on_closed(self) -> None:
        self._address = None
        self._window.commands.focus_page()

"""What is done to bookmarks and recently seen places: removed, put back, put in order, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt

from osubrowser.ui.pages.bookmarks import messages as words
from osubrowser.ui.pages.bookmarks.menu import MenuActions, library_menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.models.library.rows import LibraryEntry
    from osubrowser.services.library.bookmarks import Bookmark
    from osubrowser.services.library.library import Library
    from osubrowser.services.library.recently_seen import Visit
    from osubrowser.ui.pages.bookmarks.page import BookmarksPage


class BookmarkActions:
    """Acts on what is selected in the list of a page.

    Args:
        page: with the list, the panel, and the bar for questions.
        library: what is changed.
    """

    def __init__(self, page: BookmarksPage, library: Library) -> None:
        self._page = page
        self._library = library
        self._list = page.list
        self._model = page.model
        self._notice = page.notice
        self._bookmarks: list[tuple[int, Bookmark]] = []  # what Undo puts back
        self._seen: list[Visit] = []

    def forget_undo(self) -> None:
        """Offer no longer to put back what was removed."""
        self._bookmarks, self._seen = [], []
        self._notice.show_notice(None)

    @property
    def _is_bookmarks(self) -> bool:
        return self._page.name == "bookmarks"

    def remove(self) -> None:
        """Take the selected rows away; Undo puts them back."""
        self._page.panel.flush()
        kept = self._list.selected()
        if not kept:
            return
        first = self._model.number_of(kept[0].address) or 0
        self.forget_undo()
        if self._is_bookmarks:
            self._bookmarks = self._library.remove(*cast("list[Bookmark]", kept))
        else:
            self._seen = cast("list[Visit]", kept)
            self._library.forget(*self._seen)
        self._list.select_number(first)
        self._notice.show_notice(words.removed(self._page.name, kept))
        self._page.take_focus()

    def undo(self) -> None:
        """Put back what was removed last."""
        bookmarks, seen = self._bookmarks, self._seen
        if not bookmarks and not seen:
            return
        self.forget_undo()
        if bookmarks:
            self._library.put_back(bookmarks)
        else:
            self._library.recall(seen)
        wanted: list[LibraryEntry] = [one for _, one in bookmarks] or list(seen)
        self._list.select([one.address for one in wanted])
        self._list.scrollTo(self._list.currentIndex())
        self._page.take_focus()

    def ask_to_forget(self) -> None:
        """Ask whether all that was seen is to be forgotten."""
        self.forget_undo()
        self._notice.show_notice(words.question(self._model.total))
        button = self._notice.button("keep")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self, key: str) -> None:
        """Do what a button of the bar says: `undo`, `forget` everything, or `keep` it."""
        if key == "undo":
            self.undo()
            return
        self._notice.show_notice(None)
        if key == "forget":
            self._library.forget_all()
        self._page.take_focus()

    def step(self, step: int) -> None:
        """Move the selected rows one up (-1) or down (1)."""
        kept = self._list.selected()
        if kept and self._can_move():
            # As many rows stand before the moved ones as before the first of them.
            first = self._model.number_of(kept[0].address) or 0
            self._move(kept, max(first + step, 0))

    def drop(self, gap: int) -> None:
        """Move the selected rows to the gap before a row, from 0."""
        kept = self._list.selected()
        if kept and self._can_move():
            moved = {one.address for one in kept}
            before = self._model.shown[:gap]
            self._move(kept, sum(one.address not in moved for one in before))

    def _can_move(self) -> bool:
        if self._is_bookmarks and self._model.words:
            self._page.message_requested.emit(
                "info", "Clear the filter first: then the order is whole."
            )
        return self._is_bookmarks and not self._model.words

    def _move(self, kept: Sequence[LibraryEntry], to: int) -> None:
        self._library.move(cast("Sequence[Bookmark]", kept), to)
        self._list.scrollTo(self._list.currentIndex())

    def _keep(self) -> None:
        library = self._library
        added = [library.add(library.place_of(one), one.title) for one in self._list.selected()]
        count = sum(one is not None for one in added)
        said = "It is bookmarked." if count == 1 else f"{count:,} are bookmarked."
        self._page.message_requested.emit(
            "good" if count else "warning", said if count else "They cannot be bookmarked."
        )

    def open_menu(self, where: QPoint) -> None:
        """Open the menu of the selected rows at a point of the screen."""
        is_bookmarks = self._is_bookmarks
        can_move = is_bookmarks and not self._model.words
        menu = library_menu(
            self._page,
            self._list.selected(),
            MenuActions(
                self._page.open_kept,
                self.remove,
                edit=self._page.edit if is_bookmarks else None,
                keep=None if is_bookmarks else self._keep,
                step=self.step if can_move else None,
            ),
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

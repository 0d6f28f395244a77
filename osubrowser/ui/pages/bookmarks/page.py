"""Page of bookmarks and visits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from osubrowser.models.library.rows import LibraryModel
from osubrowser.services.library.bookmarks import Bookmark
from osubrowser.services.places.places import AppPlace, Place, RankingsPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import in_force, key_of
from osubrowser.ui.pages.bookmarks import messages as words
from osubrowser.ui.pages.bookmarks.app_pages import TITLES
from osubrowser.ui.pages.bookmarks.bar import BookmarksBar
from osubrowser.ui.pages.bookmarks.list_view import LibraryListView
from osubrowser.ui.pages.bookmarks.menu import MenuActions, library_menu
from osubrowser.ui.pages.bookmarks.panel import BookmarkPanel
from osubrowser.ui.pages.bookmarks.transfer import BookmarkTransfer
from osubrowser.ui.pages.page import Page
from osubrowser.ui.widgets.state_panel import NoticeBar, StatePanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.models.library.rows import LibraryEntry
    from osubrowser.services.library.library import Library
    from osubrowser.services.library.recently_seen import Visit
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class _State:
    """Saved state of one of the two lists."""

    typed: str
    selected: tuple[str, ...]
    current: str | None
    scroll: int


class BookmarksPage(Page):
    """Page for `AppPlace("bookmarks")` and `AppPlace("recent")`.

    Args:
        library: the bookmarks and visits.
        settings: stores the folder of exported files.
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._name = "bookmarks"
        self._typed = ""
        self._is_stale = True
        carried = TaskScope()  # imports and exports continue after `leave`
        self._carrying = BookmarkTransfer(
            self, library, carried, settings, self.message_requested.emit
        )
        self.model = LibraryModel(library.place_of, self)
        self.bar = BookmarksBar(self)
        self.list = LibraryListView(self.model, self)
        self._beside = QWidget(self)  # margins, only while the panel is visible
        self.panel = BookmarkPanel(self._beside)
        self.nothing = StatePanel(self)
        self.notice = NoticeBar(self)
        self._removed: list[tuple[int, Bookmark]] = []  # for Undo, as are the forgotten visits
        self._forgotten: list[Visit] = []
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.set_colours(colours)

    # --- requests of the window --------------------------------------------------------------

    def show_place(self, place: Place, state: object | None) -> None:
        """Show one of the two lists, restored from `state`."""
        if not isinstance(place, AppPlace):
            return
        self.panel.flush()
        kept = state if isinstance(state, _State) else _State("", (), None, 0)
        if place.name != self._name:
            self._forget_undo()
        self._name = place.name
        self._typed = kept.typed
        self.bar.show_list(self._name, kept.typed)
        self.list.setAccessibleName(TITLES[self._name])
        self.title_changed.emit(TITLES[self._name])
        self._fill(kept)

    def save_state(self) -> object | None:
        """Return the filter, the selection, and the scroll position."""
        return self._state()

    def reload(self) -> None:
        """Format all rows again: the ages of visits change."""
        self._refresh()

    def take_focus(self) -> None:
        """Set the focus to the rows, or to a button or the filter if there are none."""
        if self._stack.currentWidget() is self.nothing:
            button = next(iter(self.nothing.buttons()), None)
            (button or self.bar.field).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.bar.start_filter()

    def copy_selection(self) -> None:
        """Copy the links of the selected rows to the clipboard."""
        links = [kept.address for kept in self.list.selected()]
        if links:
            QGuiApplication.clipboard().setText("\n".join(links))

    def export(self) -> None:
        """Export bookmarks and visits to a file chosen in a dialog."""
        self.panel.flush()
        self._carrying.ask_where_to()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.bar, self.list, self.notice):
            part.set_colours(colours)

    def leave(self) -> None:
        """Save pending edits."""
        self.panel.flush()

    # --- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for widget in (self.list, self.nothing):
            self._stack.addWidget(widget)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(8, 0, 12, 12)
        beside.addWidget(self.panel)
        middle.addWidget(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.notice)

    def _connect(self) -> None:
        bar, rows, panel = self.bar, self.list, self.panel
        bar.chosen.connect(lambda name: self.move_to(AppPlace(name)))
        bar.typed.connect(self._on_typed)
        bar.left.connect(self.take_focus)
        bar.import_requested.connect(self._carrying.ask_where_from)
        bar.export_requested.connect(self.export)
        bar.clear_requested.connect(self._ask_to_forget)
        rows.open_requested.connect(lambda row, how: self.open_entry(row.entry, how))
        rows.menu_requested.connect(self.open_menu)
        rows.remove_requested.connect(self._remove)
        rows.edit_requested.connect(self.edit)
        rows.step_requested.connect(self._step)
        rows.dropped.connect(self._drop)
        rows.selection_changed.connect(self._show_selected)
        panel.title_written.connect(lambda one, text: self._write(one, title=text))
        panel.note_written.connect(lambda one, text: self._write(one, note=text))
        panel.open_requested.connect(self._on_panel_open_requested)
        panel.remove_requested.connect(self._remove)
        panel.left.connect(self.take_focus)
        self.nothing.pressed.connect(self._on_pressed)
        self.notice.pressed.connect(self._on_pressed)
        self._library.leaving.connect(self._on_library_leaving)
        self._library.bookmarks_changed.connect(partial(self._on_changed, "bookmarks"))
        self._library.seen_changed.connect(partial(self._on_changed, "recent"))
        undo = QShortcut(QKeySequence("Ctrl+Z"), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._undo)

    @property
    def name(self) -> str:
        """Name of the shown list: `bookmarks` or `recent`."""
        return self._name

    # --- contents ----------------------------------------------------------------------------

    def _kept(self) -> Sequence[LibraryEntry]:
        library = self._library
        return tuple(library.bookmarks if self._name == "bookmarks" else library.recent)

    def _on_changed(self, name: str) -> None:
        if name != self._name:
            return
        if self.isVisible():
            self._refresh()
        else:
            self._is_stale = True

    def showEvent(self, event: object) -> None:  # noqa: D102
        super().showEvent(event)  # type: ignore[arg-type] # Qt passes a QShowEvent
        if self._is_stale:
            self._refresh()

    def _refresh(self) -> None:
        self._fill(self._state())

    def _state(self) -> _State:
        selected = tuple(kept.address for kept in self.list.selected())
        number, shown = self.list.currentIndex().row(), self.model.shown
        current = shown[number].address if 0 <= number < len(shown) else None
        return _State(self._typed, selected, current, self.list.verticalScrollBar().value())

    def _fill(self, kept: _State) -> None:
        self._is_stale = False
        self.list.selectionModel().blockSignals(True)
        self.model.set_words(kept.typed)
        self.model.set_entries(self._kept())
        self.list.select(kept.selected, kept.current)
        self.list.selectionModel().blockSignals(False)
        if not self.list.selected():
            self.list.select_number(0)
        self.list.verticalScrollBar().setValue(kept.scroll)
        self.list.viewport().update()
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        shown, total = len(self.model.shown), self.model.total
        is_empty = shown == 0
        is_bookmarks = self._name == "bookmarks"
        if is_empty:
            typed = self._typed.strip() if total else ""
            keys = in_force(key_of("bookmark"), self).sequences
            self.nothing.show_notice(
                words.nothing(self._name, typed, is_loaded=self._library.is_loaded, keys=keys)
            )
        held = cast("QWidget | None", self.window().focusWidget())  # may be None
        self._stack.setCurrentWidget(self.nothing if is_empty else self.list)
        self._beside.setVisible(is_bookmarks and not is_empty)
        if held is not None and self.isAncestorOf(held) and not held.isVisibleTo(self):
            self.take_focus()  # else Qt moves the focus to the next widget, outside of the page
        self.bar.clears.setEnabled(total > 0)
        self.bar.field.setEnabled(total > 0 or bool(self._typed))
        self.list.set_orderly(is_bookmarks and not self.model.words)
        self._show_selected()
        is_demo = self._library.is_demo
        self.status_changed.emit(words.status(self._name, shown, total, is_demo=is_demo))

    def _show_selected(self) -> None:
        if self._name == "bookmarks":
            kept = self.list.selected()
            self.panel.show_row(self.list.row_of(kept[0]) if len(kept) == 1 else None, len(kept))

    def _on_library_leaving(self) -> None:
        self.panel.flush()
        self._forget_undo()

    def _on_typed(self, typed: str) -> None:
        self._typed = typed
        self._fill(self._state())

    # --- actions -----------------------------------------------------------------------------

    def open_entry(self, kept: LibraryEntry, how: str) -> None:
        """Open the place of an entry."""
        self.panel.flush()
        self.open_requested.emit(self._library.place_of(kept), how)

    def _write(
        self, bookmark: Bookmark | None, *, title: str | None = None, note: str | None = None
    ) -> None:
        now = self._library.bookmarks.at(bookmark.address) if bookmark is not None else None
        if now is not None:
            self._library.write(now, title=title, note=note)

    def edit(self) -> None:
        """Set the focus to the title of the selected bookmark."""
        if self._name == "bookmarks" and self.panel.bookmark is not None:
            self.panel.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.panel.form.title.selectAll()

    def _forget_undo(self) -> None:
        """Discard the removed rows, and hide the Undo button."""
        self._removed, self._forgotten = [], []
        self.notice.show_notice(None)

    def _remove(self) -> None:
        """Remove the selected rows; `undo` restores them."""
        self.panel.flush()
        kept = self.list.selected()
        if not kept:
            return
        first = self.model.number_of(kept[0].address) or 0
        self._forget_undo()
        if self._name == "bookmarks":
            self._removed = self._library.remove(*cast("list[Bookmark]", kept))
        else:
            self._forgotten = cast("list[Visit]", kept)
            self._library.forget(*self._forgotten)
        self.list.select_number(first)
        self.notice.show_notice(words.removed(self.name, kept))
        self.take_focus()

    def _undo(self) -> None:
        """Restore the rows that were removed last."""
        bookmarks, seen = self._removed, self._forgotten
        if not bookmarks and not seen:
            return
        self._forget_undo()
        if bookmarks:
            self._library.put_back(bookmarks)
        else:
            self._library.restore(seen)
        wanted: list[LibraryEntry] = [one for _, one in bookmarks] or list(seen)
        self.list.select([one.address for one in wanted])
        self.list.scrollTo(self.list.currentIndex())
        self.take_focus()

    def _ask_to_forget(self) -> None:
        """Show the question whether to remove all visits."""
        self._forget_undo()
        self.notice.show_notice(words.question(self.model.total))
        button = self.notice.button("keep")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, key: str) -> None:
        """Run the action of a button of the bar: `undo`, `forget` all visits, or `keep` them."""
        if key == "undo":
            self._undo()
            return
        self.notice.show_notice(None)
        if key == "forget":
            self._library.forget_all()
        self.take_focus()

    def _step(self, step: int) -> None:
        """Move the selected rows one up (-1) or down (1)."""
        kept = self.list.selected()
        if kept and self._can_move():
            # The target counts rows that are not moved; all of them before the first one are.
            first = self.model.number_of(kept[0].address) or 0
            self._move(kept, max(first + step, 0))

    def _drop(self, gap: int) -> None:
        """Move the selected rows to a drop position: before the row of index `gap`."""
        kept = self.list.selected()
        if kept and self._can_move():
            moved = {one.address for one in kept}
            before = self.model.shown[:gap]
            self._move(kept, sum(one.address not in moved for one in before))

    def _can_move(self) -> bool:
        if (self._name == "bookmarks") and self.model.words:
            self.message_requested.emit(
                "info", tr("Clear the filter first: then the order is whole.")
            )
        return (self._name == "bookmarks") and not self.model.words

    def _move(self, kept: Sequence[LibraryEntry], to: int) -> None:
        self._library.move(cast("Sequence[Bookmark]", kept), to)
        self.list.scrollTo(self.list.currentIndex())

    def _keep(self) -> None:
        library = self._library
        added = [library.add(library.place_of(one), one.title) for one in self.list.selected()]
        count = sum(one is not None for one in added)
        said = tr("It is bookmarked.") if count == 1 else tr("%n are bookmarked.", "", count)
        self.message_requested.emit(
            "good" if count else "warning", said if count else tr("They cannot be bookmarked.")
        )

    def open_menu(self, where: QPoint) -> None:
        """Open the menu of the selected rows at a screen position."""
        is_bookmarks = self._name == "bookmarks"
        can_move = is_bookmarks and not self.model.words
        menu = library_menu(
            self,
            self.list.selected(),
            MenuActions(
                self.open_entry,
                self._remove,
                edit=self.edit if is_bookmarks else None,
                keep=None if is_bookmarks else self._keep,
                step=self._step if can_move else None,
            ),
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _on_panel_open_requested(self) -> None:
        kept = self.list.selected()
        if len(kept) == 1:
            self.open_entry(kept[0], "here")

    def _on_pressed(self, key: str) -> None:
        if key == "clear":
            self.bar.field.clear()
            self.take_focus()
        elif key == "import":
            self._carrying.ask_where_from()
        elif key == "rankings":
            self.open_requested.emit(RankingsPlace(), "here")
        else:
            self._answer(key)

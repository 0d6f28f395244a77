"""Popup of saved searches: open, save, rename, delete, and count what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.api.errors import LoginRequired, Offline, OsuError, RateLimited
from osubrowser.models.beatmaps.listing_query import ListingQuery
from osubrowser.models.beatmaps.search_look import load_look
from osubrowser.services.places.places import BeatmapsPlace
from osubrowser.services.places.urls import parse
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain, tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.services.library.saved_searches import Look, SavedSearch, SavedSearches
    from osubrowser.ui.style.theme import Colours

_WIDTH, _HEIGHT = 460, 340
_MOST_LOOKS: Final = 20
"""Searches that are asked for at one opening: each takes a request."""
_NONE: Final = tr("No search is saved yet. “Save this one” keeps the filters that are set now.")


class SearchesPopup(QFrame):
    """Popup of the saved searches of the listing.

    Enter opens a search, F2 renames it, Delete removes it.

    Args:
        searches: the saved searches.
        loader: runs requests.
        current: returns the place that “Save this one” saves, and its title.
        parent: the button below which it opens.

    Attributes:
        open_requested: `BeatmapsPlace`: show a search.
        message_requested: `(level, text)`: show a message.
        new_changed: how many beatmaps are new in all searches.
    """

    open_requested = Signal(object)
    message_requested = Signal(str, str)
    new_changed = Signal(int)

    def __init__(
        self,
        searches: SavedSearches,
        loader: ClientLoader,
        current: Callable[[], tuple[BeatmapsPlace, str]],
        origins: Callable[[], tuple[str, ...]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._searches = searches
        self._loader = loader
        self._current = current
        self._origins = origins
        self._scope = TaskScope()
        self._looks: dict[str, Look] = {}  # by address
        self._is_showing = False
        self.setAccessibleName(tr("Saved searches"))
        self.lines = QListWidget(self)
        self.lines.setProperty("framed", True)
        self.lines.setAccessibleName(tr("Saved searches"))
        self.lines.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lines.installEventFilter(self)
        self.note = QLabel("", self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setProperty("role", "secondary")
        self.save = _button(tr("Save this one"), self)
        self.open = _button(tr("Open"), self)
        self.rename = _button(tr("Rename"), self)
        self.delete = _button(tr("Delete"), self)
        self._lay_out()
        self.save.clicked.connect(self._on_save_clicked)
        self.open.clicked.connect(self._on_open)
        self.rename.clicked.connect(self._on_rename_clicked)
        self.delete.clicked.connect(self._on_delete)
        self.lines.itemActivated.connect(self._on_open)
        self.lines.itemChanged.connect(self._on_item_changed)
        searches.changed.connect(self._show)
        self._show()

    @property
    def count_new(self) -> int:
        """How many beatmaps are new in the searches that were asked for."""
        return sum(self._new_of(one)[0] for one in self._searches.all())

    def open_under(self, button: QWidget) -> None:
        """Show the popup below a button, within its screen, and ask for what is new."""
        self._show()
        self.resize(_WIDTH, _HEIGHT)
        where = button.mapToGlobal(QPoint(button.width() - _WIDTH, button.height() + 4))
        screen = button.screen().availableGeometry()
        x = max(screen.left(), min(where.x(), screen.right() - _WIDTH))
        self.move(x, min(where.y(), screen.bottom() - _HEIGHT))
        self.show()
        (self.lines if self.lines.count() else self.save).setFocus(Qt.FocusReason.PopupFocusReason)
        self.look()

    def look(self) -> None:
        """Ask for what is new in each search, one after the other."""
        if self._loader.is_signed_in and not self._scope.is_running("look"):
            self._scope.start(self._look(), key="look", on_error=self._on_look_failed)

    def leave(self) -> None:
        """Cancel requests, and forget what is new."""
        self._scope.cancel_all()
        self._looks.clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle Enter and Delete of the list."""
        if watched is self.lines and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            is_editing = self.lines.state() == QListWidget.State.EditingState
            if is_press and not is_editing:
                if event.key() == Qt.Key.Key_Delete:
                    self._on_delete()
                    return True
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self._on_open()
                    return True
        return bool(super().eventFilter(watched, event))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        c = colours
        self.setStyleSheet(
            f"SearchesPopup {{ background: {c.background5.name()};"
            f" border: 1px solid {c.background1.name()}; }}"
        )

    # --- private ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.lines, 1)
        layout.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addStretch(1)
        for button in (self.rename, self.delete, self.open):
            row.addWidget(button)
        layout.addLayout(row)

    def _show(self) -> None:
        """Show the searches, with what is new in them; the current one stays."""
        here, searches = self._chosen(), self._searches.all()
        self._is_showing = True
        if [one.address for one in searches] != self._addresses():
            self.lines.clear()
            for one in searches:
                item = QListWidgetItem()
                item.setToolTip(tooltip(plain(one.address, 300)))
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setData(Qt.ItemDataRole.UserRole, one)
                self.lines.addItem(item)
        is_editing = self.lines.state() == QListWidget.State.EditingState
        for row, one in enumerate(searches):
            if is_editing and row == self.lines.currentRow():
                continue  # any change of the item resets the name that is being typed
            item = self.lines.item(row)
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setText(self._words_of(one))
        if here is not None:
            self._choose(here.address)
        if self.lines.currentRow() < 0 and searches:
            self.lines.setCurrentRow(0)
        self._is_showing = False
        has_any = self.lines.count() > 0
        self.note.setText("" if has_any else _NONE)
        self.note.setVisible(not has_any)
        self.lines.setVisible(has_any)
        for button in (self.rename, self.delete, self.open):
            button.setVisible(has_any)
        self.new_changed.emit(self.count_new)

    def _addresses(self) -> list[str]:
        """Return the addresses of the lines."""
        items = (self.lines.item(row) for row in range(self.lines.count()))
        return [item.data(Qt.ItemDataRole.UserRole).address for item in items]

    def _words_of(self, search: SavedSearch) -> str:
        count, is_more = self._new_of(search)
        name = plain(search.title, 100)
        return (
            tr("{name}  ·  {count} new").format(
                name=name, count=numerals.whole(count) + ("+" if is_more else "")
            )
            if count
            else name
        )

    def _new_of(self, search: SavedSearch) -> tuple[int, bool]:
        look = self._looks.get(search.address)
        return (0, False) if look is None else search.count_new(look)

    def _chosen(self) -> SavedSearch | None:
        item: QListWidgetItem | None = self.lines.currentItem()
        found: SavedSearch | None = None
        if item is not None:
            found = item.data(Qt.ItemDataRole.UserRole)
        return found

    def _place_of(self, search: SavedSearch) -> BeatmapsPlace | None:
        place = parse(search.address, origins=self._origins())
        return place if isinstance(place, BeatmapsPlace) else None

    async def _look(self) -> None:
        failures: list[OsuError] = []
        for one in self._searches.all()[:_MOST_LOOKS]:
            place = self._place_of(one)
            if place is None or one.address in self._looks:
                continue
            query = ListingQuery.of_place(place)
            try:
                self._looks[one.address] = await self._loader.fresh(load_look, query)
            except (LoginRequired, Offline, RateLimited):
                raise  # the others would fail as well
            except OsuError as error:
                failures.append(error)
            self._show()
        if failures:
            text = tr("What is new in %n search(es) could not be asked: {text}", "", len(failures))
            self._note_failure(failures[0], text)

    def _on_look_failed(self, error: BaseException) -> None:
        self._note_failure(error, tr("What is new could not be asked: {text}"))

    def _note_failure(self, error: BaseException, text: str) -> None:
        self.note.setText(text.format(text=describe(error).text))
        self.note.show()

    # --- buttons ------------------------------------------------------------------------------

    def _on_save_clicked(self) -> None:
        place, title = self._current()
        made = self._searches.add(place, title)
        if made is None:
            self.message_requested.emit("warning", tr("There is no room for more saved searches."))
            return
        self._scope.start(
            self._note_look(made, place), key=("save", made.address), on_error=lambda _: None
        )
        self._choose(made.address)
        self._on_rename_clicked()

    async def _note_look(self, search: SavedSearch, place: BeatmapsPlace) -> None:
        """Store what is newest now, so that later beatmaps are new."""
        look = await self._loader.fresh(load_look, ListingQuery.of_place(place))
        self._looks[search.address] = look
        self._searches.note_look(search, look)

    def _choose(self, address: str) -> None:
        addresses = self._addresses()
        if address in addresses:
            self.lines.setCurrentRow(addresses.index(address))

    def _on_open(self) -> None:
        search = self._chosen()
        place = None if search is None else self._place_of(search)
        if search is None:
            return
        if place is None:  # of an imported file
            self.message_requested.emit("warning", tr("This is no search of the listing of osu!."))
            return
        look = self._looks.get(search.address)
        self.hide()
        if look is not None:
            self._searches.note_look(search, look)
        else:
            self._scope.start(
                self._note_look(search, place),
                key=("open", search.address),
                on_error=lambda _: None,
            )
        self.open_requested.emit(place)

    def _on_rename_clicked(self) -> None:
        item = self.lines.currentItem()
        if item is not None:
            search: SavedSearch = item.data(Qt.ItemDataRole.UserRole)
            self._is_showing = True
            item.setText(plain(search.title, 100))  # without what is new
            self._is_showing = False
            self.lines.setFocus()
            self.lines.editItem(item)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        if not self._is_showing:
            search: SavedSearch = item.data(Qt.ItemDataRole.UserRole)
            self._searches.rename(search, item.text())

    def _on_delete(self) -> None:
        search, row = self._chosen(), self.lines.currentRow()
        if search is not None:
            self._searches.remove(search)
            if self.lines.count():
                self.lines.setCurrentRow(min(row, self.lines.count() - 1))
            else:
                self.save.setFocus()


def _button(label: str, parent: QWidget) -> QPushButton:
    button = QPushButton(label, parent)
    button.setAutoDefault(True)
    return button

"""List model of bookmarks and visits, whose rows are formatted before they are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QUrl,
)

from osubrowser.models.text import dates
from osubrowser.services.library.bookmarks import Bookmark
from osubrowser.services.library.recently_seen import Visit
from osubrowser.services.library.records import moment
from osubrowser.services.places.names import kind_of
from osubrowser.services.text.matching import fold
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from osubrowser.services.places.places import Place

LibraryEntry = Bookmark | Visit
Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Role of the `LibraryItem` of a row."""

_LONGEST_NOTE: Final = 300


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """Formatted row of a bookmark or a visit.

    Attributes:
        entry: the bookmark or the visit.
        place: the place that it leads to.
        title: name of a player, title of a song.
        kind: label of the kind of place.
        link: the address without its scheme.
        note: note of a bookmark, on one line; "" for none.
        when: when it was added, or last seen and how often.
        spoken: title, kind, note and time, for a screen reader.
    """

    entry: LibraryEntry
    place: Place
    title: str
    kind: str
    link: str
    note: str
    when: str
    spoken: str


def row_of(entry: LibraryEntry, place: Place, now: datetime) -> LibraryItem:
    """Format the row of a bookmark or a visit."""
    link = entry.address.partition("://")[2] or entry.address
    note = entry.note if isinstance(entry, Bookmark) else ""
    note = plain(note.replace("\n", " · "), _LONGEST_NOTE)
    title, kind, when = plain(entry.title, 300), kind_of(place), when_of(entry, now)
    spoken = _spoken(title, kind, note, when)
    return LibraryItem(entry, place, title, kind, plain(link, 300), note, when, spoken)


def when_of(entry: LibraryEntry, now: datetime) -> str:
    """Format when a bookmark was added, or a place last seen."""
    return added(entry, now) if isinstance(entry, Bookmark) else seen(entry, now)


def added(bookmark: Bookmark, now: datetime) -> str:
    """Format when a bookmark was added: its age, or the day; "" if unknown or out of range."""
    if not (seconds := moment(bookmark.added)):
        return ""
    at = datetime.fromtimestamp(seconds, UTC)
    is_new = 0 <= (now - at).total_seconds() < 86400
    return dates.ago(at, now) if is_new else dates.day(at.astimezone())


def seen(seen: Visit, now: datetime) -> str:
    """Format when a place was last seen, and how often if more than once."""
    seconds = moment(seen.at)
    when = dates.ago(datetime.fromtimestamp(seconds, UTC), now) if seconds else ""
    often = tr("%n time(s)", "", seen.times) if seen.times > 1 else ""
    return " · ".join(part for part in (when, often) if part)


def _spoken(*parts: str) -> str:
    return ", ".join(filter(None, parts))


class LibraryModel(QAbstractListModel):
    """List model of bookmarks or visits, with a filter.

    Args:
        place_of: returns the place of a bookmark or a visit.
    """

    def __init__(
        self, place_of: Callable[[LibraryEntry], Place], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._place_of = place_of
        self._all: tuple[LibraryEntry, ...] = ()
        self._shown: list[LibraryEntry] = []
        self._rows: dict[str, LibraryItem] = {}  # by address
        self._words = ""

    @property
    def shown(self) -> Sequence[LibraryEntry]:
        """The entries that match the filter, in their order."""
        return self._shown

    @property
    def total(self) -> int:
        """Number of all entries."""
        return len(self._all)

    @property
    def words(self) -> str:
        """The filter, case-folded; "" for all rows."""
        return self._words

    def set_entries(self, entries: Sequence[LibraryEntry]) -> None:
        """Set the entries, and format those that are new or changed; their ages are updated."""
        self._all = tuple(entries)
        now = datetime.now(UTC)
        self._rows = {entry.address: self._formatted(entry, now) for entry in self._all}
        self._show()

    def set_words(self, words: str) -> None:
        """Set the filter: words that a row must all contain."""
        words = fold(words)
        if words != self._words:
            self._words = words
            self._show()

    def row_at(self, number: int) -> LibraryItem | None:
        """Return a row; None if there is none."""
        if not 0 <= number < len(self._shown):
            return None
        return self._rows[self._shown[number].address]

    def number_of(self, address: str) -> int | None:
        """Return the row number of an address; None if it is not shown."""
        return next((n for n, one in enumerate(self._shown) if one.address == address), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ITEM_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: D102
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: D102
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged rows as a URL list."""
        links = [self._shown[number].address for number in sorted(i.row() for i in indexes)]
        data = QMimeData()
        data.setUrls([QUrl(link) for link in links])
        data.setText("\n".join(links))
        return data

    def _formatted(self, entry: LibraryEntry, now: datetime) -> LibraryItem:
        place, row = self._place_of(entry), self._rows.get(entry.address)
        if row is None or row.entry is not entry or row.place != place:
            return row_of(entry, place, now)
        when = when_of(entry, now)
        if when == row.when:
            return row
        spoken = _spoken(row.title, row.kind, row.note, when)
        return replace(row, when=when, spoken=spoken)

    def _show(self) -> None:
        shown = list(self._all)
        for word in self._words.split():
            shown = [one for one in shown if word in "\n".join(one.words)]
        before = [one.address for one in self._shown]
        if before == [one.address for one in shown]:
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

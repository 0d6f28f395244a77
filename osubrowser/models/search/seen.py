"""Bookmarks and recently seen places that a search finds on this computer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.library.rows import row_of
from osubrowser.models.search.ranking import ranked
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.library.bookmarks import Bookmark
from osubrowser.services.places.places import ListPlace
from osubrowser.services.text.matching import fold
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.models.library.rows import LibraryEntry, LibraryItem
    from osubrowser.models.table.column import Column, Record, Row
    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place

MOST: Final = 100
"""Most bookmarks, and most visits, that one search finds."""


def seen_columns() -> tuple[Column[LibraryItem], ...]:
    """Return the columns of bookmarks and visits."""
    return (
        text_column(
            "title", tr("Place", "a page that was seen"), 300, lambda item: item.title, strong=True
        ),
        text_column("kind", tr("Kind"), 120, lambda item: item.kind),
        text_column("from", tr("From"), 110, _origin),
        text_column("when", tr("When"), 150, lambda item: item.when),
        text_column("note", tr("Note"), 200, lambda item: item.note),
        text_column("address", tr("Address"), 260, lambda item: item.link).hidden(),
    )


def find_seen(library: Library, words: str) -> list[tuple[LibraryEntry, Place]]:
    """Return the bookmarks and visits that have all words, with their places; in the GUI thread.

    A place that is both is a bookmark. The search for these words is left out.
    """
    found: list[LibraryEntry] = [
        *library.bookmarks.search(words, MOST),
        *library.recent.search(words, MOST),
    ]
    places: dict[Place, LibraryEntry] = {}
    for entry in found:
        place = library.place_of(entry)
        if not _is_search_for(words, place):
            places.setdefault(place, entry)
    return [(entry, place) for place, entry in places.items()]


def seen_page(
    found: Iterable[tuple[LibraryEntry, Place]],
    words: str,
    columns: Sequence[Column[Any]],
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> RowsPage:
    """Return the rows of bookmarks and visits; for a worker.

    Args:
        found: what `find_seen` returned.
        words: what was searched for: exact titles come first.
        columns: of `seen_columns`.
        now: returns the present time.
    """
    moment = now()
    items = [row_of(entry, place, moment) for entry, place in found]
    items = ranked(words, items, names=lambda item: (item.title,))
    rows = make_rows(columns, items, first_number=1, identity=_identity)
    return RowsPage(rows, total=len(rows))


def seen_record(row: Row[Any]) -> Record:
    """Return the record of a bookmark or a visit, for a JSON export."""
    item: LibraryItem = row.item
    return {
        "title": item.title,
        "kind": item.kind,
        "address": item.entry.address,
        "is_bookmark": isinstance(item.entry, Bookmark),
        "note": item.note,
    }


def _is_search_for(words: str, place: Place) -> bool:
    if not isinstance(place, ListPlace) or place.kind != "search":
        return False
    return fold(dict(place.query).get("query", "")) == fold(words)


def _origin(item: LibraryItem) -> str:
    return tr("Bookmarks") if isinstance(item.entry, Bookmark) else tr("Seen lately")


def _identity(item: LibraryItem) -> Hashable:
    return item.entry.address, isinstance(item.entry, Bookmark)

"""Rows of bookmarks and visits: all formatted before they are asked for, whatever a file says."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt

from osubrowser.models.library import rows
from osubrowser.models.library.rows import ITEM_ROLE, LibraryEntry, LibraryModel
from osubrowser.services.library.bookmarks import Bookmark
from osubrowser.services.library.recently_seen import Visit
from osubrowser.services.places.places import Place, UserPlace, WebAddress
from osubrowser.services.places.urls import parse

ROLES = (
    ITEM_ROLE,
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
    int(Qt.ItemDataRole.ToolTipRole),
)
TIMES = (
    253_402_300_800.0,  # the year 10000
    -1.0,
    float("nan"),
    float("inf"),
    -float("inf"),
    sys.float_info.max,
)


def place_of(entry: LibraryEntry) -> Place:
    return parse(entry.address) or WebAddress(entry.address)


def url(number: int) -> str:
    return f"https://osu.ppy.sh/users/{number}"


@pytest.mark.usefixtures("qapp")
def test_a_time_without_a_date_is_blank() -> None:
    model = LibraryModel(place_of)
    entries: list[LibraryEntry] = []
    for number, time in enumerate(TIMES):
        entries.append(Bookmark(url(2 * number), "marked", added=time))
        entries.append(Visit(url(2 * number + 1), "seen", time, 3))
    model.set_entries(entries)
    for number, entry in enumerate(entries):
        for role in ROLES:
            model.data(model.index(number), role)
        row = model.row_at(number)
        assert row is not None
        assert row.when == ("" if isinstance(entry, Bookmark) else "3 times")


@pytest.mark.usefixtures("qapp")
def test_rows_are_formatted_when_entries_are_set_and_never_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = LibraryModel(place_of)
    first = [Bookmark(url(n), f"player {n}", "a note", 1_600_000_000.0) for n in range(50)]
    model.set_entries(first)
    before = [model.row_at(n) for n in range(50)]

    formatted: list[str] = []
    real = rows.row_of

    def counted(entry: LibraryEntry, *others: object) -> rows.LibraryItem:
        formatted.append(entry.address)
        return real(entry, *others)  # type: ignore[arg-type] # as they came

    monkeypatch.setattr(rows, "row_of", counted)
    for number in range(50):
        for role in ROLES:
            model.data(model.index(number), role)
    model.set_words("users/7")
    assert [one.title for one in model.shown] == ["player 7"]
    model.set_words("")
    assert formatted == []

    changed = Bookmark(url(7), "another name", "a note", 1_600_000_000.0)
    model.set_entries([*first[:7], changed, *first[8:]])
    assert formatted == [url(7)]
    after = [model.row_at(n) for n in range(50)]
    assert after[:7] + after[8:] == before[:7] + before[8:]
    assert after[7] is not None
    assert after[7].title == "another name"


@pytest.mark.usefixtures("qapp")
def test_the_place_of_a_row_follows_the_server() -> None:
    there: list[Place] = [WebAddress(url(2))]
    model = LibraryModel(lambda _entry: there[0])
    entry = Visit(url(2), "peppy", 1_600_000_000.0)
    model.set_entries([entry])
    there[0] = UserPlace(2)
    model.set_entries([entry])
    row = model.row_at(0)
    assert row is not None
    assert (row.place, row.kind) == (UserPlace(2), "Player")

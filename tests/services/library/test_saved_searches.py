"""Saved searches of the listing: names, order, and what is new since the last look."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from osubrowser.services.library import saved_searches as module
from osubrowser.services.library.saved_searches import (
    Look,
    SavedSearch,
    SavedSearches,
    SearchCollection,
    read_searches,
)
from osubrowser.services.places.places import Place
from osubrowser.services.places.urls import HOME, parse

FIRST = Look(((300.0, 3), (200.0, 2), (100.0, 1)), total=3, is_all=True)


def place(words: str) -> Place:
    found = parse(f"{HOME}/beatmapsets?q={quote(words)}")
    assert found is not None
    return found


def searches(path: Path | None = None) -> tuple[SavedSearches, list[str]]:
    stored = SearchCollection() if path is None else SearchCollection.load(path)
    found = SavedSearches(lambda: stored)
    told: list[str] = []
    found.changed.connect(lambda: told.append("changed"))
    return found, told


def titles(found: SavedSearches) -> list[str]:
    return [one.title for one in found.all()]


def test_a_search_is_saved_named_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "searches.json"
    found, told = searches(path)
    assert found.add(place("stars>5"), " five\nstars ") is not None
    made = found.add(place("東方"), "")
    assert made is not None
    assert made.title == made.address
    found.rename(made, "東方")
    assert titles(found) == ["five stars", "東方"]
    assert found.of(place("東方")) == found.all()[1]
    assert found.of(place("other")) is None
    found.add(place("stars>5"), "again")
    assert titles(found) == ["again", "東方"]
    assert told == ["changed"] * 4
    again, _ = searches(path)
    assert again.all() == found.all()
    assert [one.saved for one in again.all()] == [one.saved for one in found.all()]


def test_searches_are_removed_put_back_and_moved() -> None:
    found, _ = searches()
    for name in ("a", "b", "c"):
        found.add(place(name), name)
    a, b, c = found.all()
    taken = found.remove(c, a)
    assert titles(found) == ["b"]
    found.add(place("c"), "anew")
    found.put_back(taken)
    assert titles(found) == ["a", "b", "anew"]
    found.move(b, 0)
    assert titles(found) == ["b", "a", "anew"]
    found.move(a, 99)
    found.move(c, -5)
    assert titles(found) == ["anew", "b", "a"]
    assert found.remove() == []


def test_what_is_new_since_the_last_look() -> None:
    found, _ = searches()
    search = found.add(place("a"), "a")
    assert search is not None
    assert search.count_new(FIRST) == (0, False), "it was never looked at"
    found.note_look(search, FIRST)
    search = found.all()[0]
    assert (search.newest_date, search.newest_id, search.total) == (300.0, 3, 3)
    assert search.count_new(FIRST) == (0, False)
    later = Look(((400.0, 9), (300.0, 4), *FIRST.newest), total=5, is_all=True)
    assert search.count_new(later) == (2, False)
    assert search.count_new(Look(((500.0, 8), (400.0, 7)), total=90)) == (2, True)
    assert search.count_new(Look()) == (0, False)
    found.note_look(search, Look())
    assert found.all()[0].newest_id == 3, "an empty answer does not make all of it new again"
    found.remove(search)
    found.note_look(search, later)  # the answer came too late
    assert found.all() == []


def test_there_is_room_for_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SEARCHES", 2)
    found, told = searches()
    assert found.add(place("a"), "a", FIRST) is not None
    assert found.add(place("b"), "b") is not None
    assert found.add(place("c"), "c") is None
    assert len(told) == 2
    stored = SearchCollection()
    assert stored.merge([*found.all(), SavedSearch(f"{HOME}/beatmapsets?q=c", "c")]) == (2, 1)


def test_the_later_look_of_two_files_counts() -> None:
    here = SearchCollection()
    where = f"{HOME}/beatmapsets?q=a"
    here.put(SavedSearch(where, "mine", saved=1.0, looked=10.0, newest_id=1))
    here.merge([SavedSearch(where, "theirs", saved=2.0, looked=20.0, newest_id=2)])
    (merged,) = here
    assert (merged.title, merged.saved, merged.looked, merged.newest_id) == ("mine", 1.0, 20.0, 2)
    here.merge([SavedSearch(where, "theirs", looked=5.0)])
    assert list(here) == [merged]


def test_damaged_searches_are_left_out() -> None:
    where = f"{HOME}/beatmapsets?q=a"
    values = [
        {"address": where, "title": 3, "looked": -1, "newest_id": "x", "total": True},
        {"address": where, "title": "twice"},
        {"address": "file:///etc/passwd", "title": "no place"},
        "odd",
    ]
    found, skipped = read_searches(values)
    (search,) = found
    assert search.title == search.address
    assert (search.looked, search.newest_id, search.total) == (0.0, 0, 0)
    assert skipped == 3

"""Messages of export and import: what was carried, in words."""

from __future__ import annotations

import pytest

from osubrowser.services.library.transfer import Imported
from osubrowser.ui.pages.bookmarks.messages import added, written


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"bookmarks": 1}, "1 bookmark"),
        ({"bookmarks": 0, "recent": 0, "marks": 0, "searches": 0}, "0 bookmarks"),
        ({"bookmarks": 0, "marks": 1}, "1 marked beatmap set"),
        (
            {"bookmarks": 2, "recent": 1, "marks": 1200, "searches": 1},
            "2 bookmarks, 1 place seen lately, 1,200 marked beatmap sets and 1 saved search",
        ),
    ],
)
def test_what_was_exported(counts: dict[str, int], words: str) -> None:
    assert written(counts, "/tmp/a.json") == f"Written to /tmp/a.json: {words}."


def test_what_was_imported() -> None:
    assert added(Imported(0, 0, 0, marks=1)) == "Added: 1 marked beatmap set."
    both = added(Imported(0, 0, 2, marks=3, searches=2))
    assert both.startswith("Added: 3 marked beatmap sets and 2 saved searches. 2 entries")
    assert added(Imported(0, 0, 0)).startswith("Nothing was added")

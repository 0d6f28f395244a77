"""Suggestions from thousands of bookmarks, against looking for the words in their titles."""

from __future__ import annotations

from functools import partial

from osubrowser.services.places.places import BeatmapsetPlace, UserPlace
from tests.costs import ratio
from tests.services.omnibox.test_suggestions import Shelf, rows

TITLE = "freedom dive the big black 初音ミク 千本桜 tékno sound of one key peppy"
WORDS = TITLE.split()
LINES = ("f", "freedom", "freedom dive", "千本", "tekno", "no such words", "key peppy", "#12")
AT_MOST = 12.0
"""Times that the plain search of all titles takes."""


def test_suggestions_against_a_plain_search() -> None:
    shelf, titles = Shelf(), []
    for number in range(5000):
        title = " ".join(WORDS[(number + step * step) % len(WORDS)] for step in range(6))
        titles.append(title)
        shelf.bookmarks.add(BeatmapsetPlace(number + 1), title, title * 2)
    for number in range(500):
        shelf.recent.saw(UserPlace(number + 1), f"player {WORDS[number % len(WORDS)]}")
    rows("x", shelf)  # folds all of them, as a worker does when they are read

    def plain(line: str) -> list[str]:
        return [title for title in titles if all(word in title.lower() for word in line.split())]

    found = {line: ratio(partial(rows, line, shelf), partial(plain, line)) for line in LINES}
    print("\nsuggestions, of a plain search:", {k: f"x{v:.2f}" for k, v in found.items()})
    assert max(found.values()) <= AT_MOST

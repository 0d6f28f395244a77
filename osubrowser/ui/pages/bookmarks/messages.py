"""Messages of the bookmarks page: counts, empty lists, results of export and import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.text.plain import plain
from osubrowser.ui.keys.shortcuts import shown as shown_key
from osubrowser.ui.widgets.state_panel import Notice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from osubrowser.models.library.rows import LibraryEntry
    from osubrowser.services.library.transfer import Imported

_WORDS: Final = {
    "bookmarks": ("bookmark", "bookmarks"),
    "recent": ("place seen lately", "places seen lately"),
    "marks": ("marked beatmap set", "marked beatmap sets"),
    "searches": ("saved search", "saved searches"),
}


def status(name: str, shown: int, total: int, *, is_demo: bool) -> str:
    """Return the text of the status line."""
    what = _counted(name, total)
    text = what if shown == total else f"{shown:,} of {what}"
    return f"{text}, in the demo" if is_demo else text


def nothing(name: str, typed: str, *, is_loaded: bool, keys: Sequence[str]) -> Notice:
    """Return the message in place of rows; `keys` are the shortcuts that bookmark a page."""
    if typed:
        what = "bookmark" if name == "bookmarks" else "place that was seen lately"
        return Notice(
            f"No {what} has the words “{plain(typed, 60)}”.", "", (("clear", "Show all"),)
        )
    if not is_loaded:
        return Notice("Opening the file …")
    if name == "bookmarks":
        return Notice(
            "There are no bookmarks yet.",
            f"{_star_or_key(keys)} beside the address keeps the place that is open.",
            (("import", "Import from a file …"),),
        )
    return Notice("Nothing was seen yet.", "Each place comes here once it was shown.")


def question(total: int) -> Notice:
    """Return the question before all visits are removed."""
    what = "the one place" if total == 1 else f"all {total:,} places"
    return Notice(
        f"Forget {what} that you have seen? It cannot be undone.",
        "",
        (("forget", "Forget all"), ("keep", "Keep")),
    )


def removed(name: str, kept: Sequence[LibraryEntry]) -> Notice:
    """Return the message after rows were removed, with an Undo button."""
    one = f"“{plain(kept[0].title, 60)}”" if len(kept) == 1 else _counted(name, len(kept))
    words = "Removed" if name == "bookmarks" else "Forgot"
    return Notice(f"{words} {one}.", "", (("undo", "Undo"),))


def written(counts: Mapping[str, int], path: str) -> str:
    """Return the message after an export; `counts` by what was written, as `Library.export`."""
    verb = "is" if sum(counts.values()) == 1 else "are"
    return f"{_all(counts)} {verb} written to {plain(path)}."


def added(imported: Imported) -> str:
    """Return the message after an import."""
    if imported.total:
        verb = "was" if imported.total == 1 else "were"
        text = f"{_all(imported.counts)} {verb} added."
    else:
        text = "Nothing was added: all that this file holds was here already."
    if imported.skipped:
        were = "One entry was" if imported.skipped == 1 else f"{imported.skipped:,} entries were"
        text += f" {were} left out: not understood, there twice, or no room."
    return text


def _star_or_key(keys: Sequence[str]) -> str:
    return f"{shown_key(keys[0])}, or the star" if keys else "The star"


def _all(counts: Mapping[str, int]) -> str:
    """Return what there is of each kind, and how many bookmarks where there is nothing."""
    found = {name: count for name, count in counts.items() if count} or {"bookmarks": 0}
    *first, last = (_counted(name, count) for name, count in found.items())
    return f"{', '.join(first)} and {last}" if first else last


def _counted(name: str, count: int) -> str:
    one, many = _WORDS[name]
    return f"1 {one}" if count == 1 else f"{count:,} {many}"

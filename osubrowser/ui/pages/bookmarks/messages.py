"""Messages of the bookmarks page: counts, empty lists, results of export and import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import shown as shown_key
from osubrowser.ui.widgets.state_panel import Notice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from osubrowser.models.library.rows import LibraryEntry
    from osubrowser.services.library.transfer import Imported

_WORDS: Final = {
    "bookmarks": ("bookmark", "bookmarks"),
    "recent": (tr("place seen lately"), tr("places seen lately")),
    "marks": (tr("marked beatmap set"), tr("marked beatmap sets")),
    "searches": (tr("saved search"), tr("saved searches")),
}


def status(name: str, shown: int, total: int, *, is_demo: bool) -> str:
    """Return the text of the status line."""
    what = _counted(name, total)
    text = (
        what
        if shown == total
        else tr("{shown} of {what}").format(shown=numerals.whole(shown), what=what)
    )
    return tr("{text}, in the demo").format(text=text) if is_demo else text


def nothing(name: str, typed: str, *, is_loaded: bool, keys: Sequence[str]) -> Notice:
    """Return the message in place of rows; `keys` are the shortcuts that bookmark a page."""
    if typed:
        what = "bookmark" if name == "bookmarks" else tr("place that was seen lately")
        return Notice(
            tr("No {what} has the words “{typed}”.").format(what=what, typed=plain(typed, 60)),
            "",
            (("clear", tr("Show all")),),
        )
    if not is_loaded:
        return Notice(tr("Opening the file …"))
    if name == "bookmarks":
        return Notice(
            tr("There are no bookmarks yet: they keep any page, with a note of your own."),
            _how_to_keep(keys),
            (("import", tr("Import from a file …")),),
        )
    return Notice(
        tr("Nothing was seen yet: each page comes here once it was shown."),
        "",
        (("rankings", tr("See the rankings")),),
    )


def question(total: int) -> Notice:
    """Return the question before all visits are removed."""
    what = (
        tr("the one place")
        if total == 1
        else tr("all {total} places").format(total=numerals.whole(total))
    )
    return Notice(
        tr("Forget {what} that you have seen? It cannot be undone.").format(what=what),
        "",
        (("forget", tr("Forget all")), ("keep", tr("Keep"))),
    )


def removed(name: str, kept: Sequence[LibraryEntry]) -> Notice:
    """Return the message after rows were removed, with an Undo button."""
    one = f"“{plain(kept[0].title, 60)}”" if len(kept) == 1 else _counted(name, len(kept))
    words = tr("Removed") if name == "bookmarks" else tr("Forgot")
    return Notice(f"{words} {one}.", "", (("undo", tr("Undo")),))


def written(counts: Mapping[str, int], path: str) -> str:
    """Return the message after an export; `counts` by what was written, as `Library.export`."""
    verb = "is" if sum(counts.values()) == 1 else "are"
    return tr("{all} {verb} written to {path}.").format(
        all=_all(counts), verb=verb, path=plain(path)
    )


def added(imported: Imported) -> str:
    """Return the message after an import."""
    if imported.total:
        verb = "was" if imported.total == 1 else "were"
        text = tr("{all} {verb} added.").format(all=_all(imported.counts), verb=verb)
    else:
        text = tr("Nothing was added: all that this file holds was here already.")
    if imported.skipped:
        were = (
            tr("One entry was")
            if imported.skipped == 1
            else tr("{skipped} entries were").format(skipped=numerals.whole(imported.skipped))
        )
        text += tr(" {were} left out: not understood, there twice, or no room.").format(were=were)
    return text


def _how_to_keep(keys: Sequence[str]) -> str:
    if not keys:
        return tr("The star beside the address keeps the page that is open.")
    return tr("{key}, or the star beside the address, keeps the page that is open.").format(
        key=shown_key(keys[0])
    )


def _all(counts: Mapping[str, int]) -> str:
    """Return what there is of each kind, and how many bookmarks where there is nothing."""
    found = {name: count for name, count in counts.items() if count} or {"bookmarks": 0}
    *first, last = (_counted(name, count) for name, count in found.items())
    return tr("{join} and {last}").format(join=", ".join(first), last=last) if first else last


def _counted(name: str, count: int) -> str:
    one, many = _WORDS[name]
    return f"1 {one}" if count == 1 else f"{count:,} {many}"

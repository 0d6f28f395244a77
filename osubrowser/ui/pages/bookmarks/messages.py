"""Messages of the bookmarks page: counts, empty lists, results of export and import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import shown as shown_key
from osubrowser.ui.widgets.state_panel import Notice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from osubrowser.models.library.rows import LibraryEntry
    from osubrowser.services.library.transfer import Imported


def status(name: str, shown: int, total: int, *, is_demo: bool) -> str:
    """Return the text of the status line."""
    text = _counted(name, total)
    if shown != total:
        text = tr("{shown} of {all}").format(shown=numerals.whole(shown), all=text)
    return tr("{text}, in the demo").format(text=text) if is_demo else text


def nothing(name: str, typed: str, *, is_loaded: bool, keys: Sequence[str]) -> Notice:
    """Return the message in place of rows; `keys` are the shortcuts that bookmark a page."""
    if typed:
        text = (
            tr("No bookmark has the words “{words}”.")
            if name == "bookmarks"
            else tr("No place that was seen lately has the words “{words}”.")
        )
        return Notice(text.format(words=plain(typed, 60)), "", (("clear", tr("Show all")),))
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
    return Notice(
        tr("Forget all %n places that you have seen? It cannot be undone.", "", total),
        "",
        (("forget", tr("Forget all")), ("keep", tr("Keep"))),
    )


def removed(name: str, kept: Sequence[LibraryEntry]) -> Notice:
    """Return the message after rows were removed, with an Undo button."""
    count = len(kept)
    if name == "bookmarks":
        text = tr("Removed “{title}”.") if count == 1 else tr("Removed %n bookmarks.", "", count)
    else:
        text = (
            tr("Forgot “{title}”.")
            if count == 1
            else tr("Forgot %n places seen lately.", "", count)
        )
    return Notice(text.format(title=plain(kept[0].title, 60)), "", (("undo", tr("Undo")),))


def written(counts: Mapping[str, int], path: str) -> str:
    """Return the message after an export; `counts` by what was written, as `Library.export`."""
    return tr("Written to {path}: {entries}.").format(path=plain(path), entries=_all(counts))


def added(imported: Imported) -> str:
    """Return the message after an import."""
    if imported.total:
        text = tr("Added: {entries}.").format(entries=_all(imported.counts))
    else:
        text = tr("Nothing was added: all that this file holds was here already.")
    if imported.skipped:
        left_out = tr(
            "%n entries were left out: not understood, there twice, or no room.",
            "",
            imported.skipped,
        )
        text = f"{text} {left_out}"
    return text


def _how_to_keep(keys: Sequence[str]) -> str:
    if not keys:
        return tr("The star beside the address keeps the place that is open.")
    return tr("{key}, or the star beside the address, keeps the place that is open.").format(
        key=shown_key(keys[0])
    )


def _all(counts: Mapping[str, int]) -> str:
    """Return what there is of each kind, and how many bookmarks where there is nothing."""
    found = {name: count for name, count in counts.items() if count} or {"bookmarks": 0}
    *first, last = (_counted(name, count) for name, count in found.items())
    if not first:
        return last
    return tr("{others} and {last}").format(others=", ".join(first), last=last)


def _counted(name: str, count: int) -> str:
    match name:
        case "recent":
            return tr("%n place(s) seen lately", "", count)
        case "marks":
            return tr("%n marked beatmap set(s)", "", count)
        case "searches":
            return tr("%n saved search(es)", "", count)
    return tr("%n bookmark(s)", "", count)

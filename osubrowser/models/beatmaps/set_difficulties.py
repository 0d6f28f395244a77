"""List of the difficulties of one beatmapset, with all their attributes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.difficulty_match import ListedDifficulty
from osubrowser.models.beatmaps.listing_columns import difficulty_columns, difficulty_identity
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.api.client import Client
    from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
    from osubrowser.models.beatmaps.difficulty_entry import DifficultyEntry

_OF_THE_SET: Final = frozenset(
    {"title", "artist", "status", "mapper", "date", "favourites", "mode", "keys", "cs"}
)
"""Columns of the listing that say the same of all difficulties, or that are replaced."""
_WITH_APPROACH: Final = frozenset({"osu", "fruits"})
_ALWAYS: Final = frozenset({"circles", "sliders", "spinners", "max_combo"})


def set_difficulty_columns(
    mode: str, entries: Sequence[DifficultyEntry]
) -> tuple[Column[ListedDifficulty], ...]:
    """Return the columns of the difficulties of one set.

    Args:
        mode: their ruleset.
        entries: the difficulties, whose mappers are shown.
    """
    owners = {entry.key: ", ".join(name for name, _ in entry.owners) for entry in entries}
    size = tr("Keys") if mode == "mania" else "CS"
    found: list[Column[Any]] = []
    for column in difficulty_columns(original=False):
        if column.key == "ar":  # where the circle size belongs
            found.append(
                Column(
                    "cs",
                    size,
                    50,
                    CellKind.NUMBER,
                    text=lambda d, _: numerals.trimmed(d.beatmap.cs),
                    sort=lambda d, _: d.beatmap.cs,
                    description=tr("Keys") if mode == "mania" else tr("Circle size"),
                )
            )
        if column.key in _ALWAYS:
            found.append(replace(column, shown=True))
        elif column.key not in (_OF_THE_SET if mode in _WITH_APPROACH else {*_OF_THE_SET, "ar"}):
            found.append(column)
    found.insert(
        1,
        Column(
            "owners",
            tr("Mappers"),
            130,
            CellKind.TEXT,
            text=lambda d, _: owners.get(d.key, ""),
            sort=lambda d, _: owners.get(d.key, "").casefold() or None,
        ),
    )
    return tuple(found)


def load_difficulties(
    client: Client,
    subject: BeatmapsetSubject,
    mode: str,
    columns: Sequence[Column[ListedDifficulty]],
    cursor: object,
) -> RowsPage:
    """Return the rows of the difficulties of a ruleset; for a worker, without a request."""
    del client, cursor
    items = [
        ListedDifficulty(subject.beatmapset, entry.beatmap, entry.mode)
        for entry in subject.entries_in(mode)
    ]
    rows = make_rows(columns, items, identity=difficulty_identity)
    return RowsPage(rows, total=len(rows))

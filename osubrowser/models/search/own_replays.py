"""Replays on this computer that a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from osubrowser.models.replays.library_rows import (
    LibraryRows,
    library_columns,
    library_record,
    name_of,
)
from osubrowser.services.text.matching import fold, match_score
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.models.table.column import Column
    from osubrowser.models.table.sources import RowsPage
    from osubrowser.services.replays.records import ReplayRecord


def import_library() -> None:
    """Import the module of the replay library; for a worker."""
    from osubrowser.services.replays import library

    del library


replay_columns = library_columns
replay_record = library_record


def replays_page(
    records: Iterable[ReplayRecord], words: str, columns: Sequence[Column[Any]]
) -> RowsPage:
    """Return the rows of the replays that have all words, the newest play first; for a worker.

    Player, song, difficulty, mapper and file name are searched.

    Args:
        records: all replays of the library.
        words: what to search for.
        columns: of `library_rows.library_columns`.
    """
    wanted = fold(words)
    found = [one for one in records if match_score(wanted, *_texts(one)) is not None]
    return LibraryRows(columns).page(found)


def _texts(record: ReplayRecord) -> tuple[str, ...]:
    texts = [record.player, name_of(record)]
    beatmap = record.beatmap
    if beatmap is not None:
        texts += [
            beatmap.title,
            beatmap.artist,
            beatmap.title_original,
            beatmap.artist_original,
            beatmap.difficulty,
            beatmap.creator,
        ]
    return tuple(fold(plain(text or "", 300)) for text in texts)

"""What is seen of two compared players, written to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from osubrowser.models.players.records import pair_record, shared_record
from osubrowser.ui.lists.export import TableExport
from osubrowser.ui.pages.player.lists.words import file_stem

if TYPE_CHECKING:
    from osubrowser.models.players.comparison import Comparison
    from osubrowser.models.rankings.records import Record
    from osubrowser.models.table.column import Row
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.services.runtime.tasks import TaskScope
    from osubrowser.ui.pages.player.sections import Section, SectionParts


def export(
    section: Section,
    parts: SectionParts,
    scope: TaskScope,
    comparison: Comparison,
    model: PagedModel,
    view: str,
) -> None:
    """Ask for a file, then write the loaded rows to it on a worker.

    Args:
        section: the parent of the question; it tells how it went.
        parts: what sections are built with.
        scope: owns the writing.
        comparison: of whom; the names stand in the file's name.
        model: the rows.
        view: `figures` or `scores`.
    """
    record: Callable[[Any], Record] = shared_record if view == "scores" else pair_record
    left = file_stem(f"{view}-against", comparison.left, by_mode=True)
    other = file_stem("", comparison.right, by_mode=False).removeprefix("osu-")
    told = section.message_requested.emit
    table = TableExport(section, parts.calls, scope, parts.settings, told)
    table.start(f"{left}-{other}", model.loaded_rows(), model.total, partial(_records, record))


def _records(record: Callable[[Any], Record], rows: Sequence[Row[Any]]) -> list[Record]:
    return [{"number": row.number, **record(row.item)} for row in rows]

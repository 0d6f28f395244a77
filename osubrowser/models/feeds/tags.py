"""Tags that players give beatmaps: columns and load."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any

from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.places.places import MODE_NAMES, MODES
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import BeatmapTag
    from osubrowser.models.table.column import Column, Record, Row


def tag_columns() -> tuple[Column[BeatmapTag], ...]:
    """Return the columns of tags."""
    return (
        text_column("name", tr("Tag"), 200, tag_name, strong=True),
        text_column("group", tr("Group"), 140, lambda tag: plain(tag.name.rpartition("/")[0], 60)),
        text_column("ruleset", tr("Ruleset"), 104, lambda tag: _ruleset(tag.ruleset_id)),
        text_column("description", tr("Description"), 520, lambda tag: plain(tag.description, 500)),
    )


def tag_name(tag: BeatmapTag) -> str:
    """Return the name of a tag without its group: `jumps` of `skillset/jumps`."""
    return plain(tag.name.rpartition("/")[2] or tag.name, 100)


def load_tags(
    client: Client, mode: str, columns: Sequence[Column[Any]], _cursor: object = None
) -> RowsPage:
    """Load all tags (`tags`); blocks, for a worker.

    Args:
        client: the API client.
        mode: one of `MODES`: tags for this ruleset, and those for any; "" for all.
        columns: of `tag_columns`.

    Raises:
        OsuError: as the client raises it.
    """
    number = MODES.index(mode) if mode in MODES else None
    tags = [tag for tag in client.tags() if number is None or tag.ruleset_id in (None, number)]
    rows = make_rows(columns, tags, first_number=1, identity=_identity)
    return RowsPage(rows, total=len(rows))


def tag_record(row: Row[Any]) -> Record:
    """Return the record of a tag, for a JSON export."""
    tag: BeatmapTag = row.item
    return {
        "id": tag.id,
        "name": tag.name,
        "ruleset_id": tag.ruleset_id,
        "description": tag.description,
    }


def _identity(tag: BeatmapTag) -> Hashable:
    return tag.id


def _ruleset(number: int | None) -> str:
    if number is None:
        return "any"
    return (
        MODE_NAMES[MODES[number]]
        if 0 <= number < len(MODES)
        else tr("ruleset {number}").format(number=number)
    )

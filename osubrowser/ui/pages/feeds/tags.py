"""Feed of the tags that players give beatmaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.models.feeds import tags
from osubrowser.models.feeds.filters import Choice
from osubrowser.services.places.places import MODE_NAMES, MODES, BeatmapsPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.feed import CLEAR, Feed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.api.entities.beatmaps import BeatmapTag
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts


def _spec(values: Mapping[str, str], _parts: SectionParts) -> ListSpec:
    mode = values["mode"]

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(tags.load_tags, mode, columns)

    return ListSpec(
        key=f"tags/{mode}",
        title=tr("Beatmap tags"),
        columns=lambda _original: tags.tag_columns(),
        source=source,
        record=tags.tag_record,
        file_stem="osu-tags",
        empty=EmptyText(tr("osu! has no such tags."), action=(CLEAR, tr("Show all tags"))),
        link=_link,
        columns_key="tags",
    )


def _link(tag: BeatmapTag, _origin: str) -> RowLink | None:
    """Return the beatmaps with a tag."""
    if not tag.name:
        return None
    filters: list[tuple[str, str]] = [("q", f'tag="{tag.name}"')]
    if tag.ruleset_id is not None:
        filters.append(("m", str(tag.ruleset_id)))
    return RowLink(BeatmapsPlace(tuple(filters)), tags.tag_name(tag))


FEED: Final[Feed] = Feed(
    title=tr("Beatmap tags"),
    spec=_spec,
    filters=(
        Choice(
            "mode", tr("Ruleset"), (("", tr("All")), *((mode, MODE_NAMES[mode]) for mode in MODES))
        ),
    ),
    detail=lambda values: MODE_NAMES.get(values["mode"], ""),
)

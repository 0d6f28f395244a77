"""Feed of the recent activity of all players."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from osubrowser.models.feeds import activity as model
from osubrowser.models.feeds.filters import Several
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.event_links import linked, of_event, player_of
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.feed import CLEAR, NEWEST, Feed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.models.feeds.activity import PlayerEvent
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts


def _spec(values: Mapping[str, str], _parts: SectionParts) -> ListSpec:
    types, sort = values["types[]"], values["sort"]

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(model.load, types, sort, columns)

    return ListSpec(
        key=f"activity/{types}/{sort}",
        title=tr("Activity of all players"),
        columns=lambda _original: model.columns(),
        source=source,
        record=model.record,
        file_stem="osu-activity",
        empty=EmptyText(tr("Nothing of this kind happened of late."), "", (CLEAR, tr("Show all"))),
        link=_link,
        columns_key="activity-of-all",
    )


def _link(one: PlayerEvent, origin: str) -> RowLink | None:
    """Return what an event is about; the player is another place of the row."""
    link = of_event(one.event, origin)
    player = linked(one.event.user.url, origin) if one.event.user is not None else None
    if link is None or link.place == player:
        return link
    return replace(link, more=player_of(one.name, player))


FEED: Final[Feed] = Feed(
    title=tr("Activity of all players"),
    spec=_spec,
    filters=(NEWEST, Several("types[]", tr("Events"), model.TYPES)),
    note=tr("osu! does not filter these: they are picked here, as the list loads on."),
)

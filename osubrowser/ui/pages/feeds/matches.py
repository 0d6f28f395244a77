"""Feed of the multiplayer matches of the stable client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.models.feeds.filters import Choice
from osubrowser.models.matches import listing
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.feed import CLEAR, Feed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.api.entities.matches import Match
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts

_STATES: Final = {"1": tr("running", "matches"), "0": tr("ended", "matches")}
_NOTHING: Final = {
    "": tr("osu! has no matches of the stable client."),
    "1": tr("osu! has no running matches of the stable client."),
    "0": tr("osu! has no ended matches of the stable client."),
}


def _spec(values: Mapping[str, str], _parts: SectionParts) -> ListSpec:
    active, sort = values["active"], values["sort"]

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(listing.load_matches, active, sort, columns)

    return ListSpec(
        key=f"matches/{active}/{sort}",
        title=tr("Multiplayer matches"),
        columns=lambda _original: listing.match_columns(),
        source=source,
        record=listing.match_record,
        file_stem="osu-matches",
        empty=EmptyText(
            _NOTHING[active],
            action=(CLEAR, tr("Show all matches")) if active else None,
        ),
        link=_link,
        columns_key="matches",
    )


def _link(match: Match, _origin: str) -> RowLink | None:
    """Return the page of a match."""
    if not match.id:
        return None
    return RowLink(ThingPlace("match", str(match.id)), listing.match_name(match))


FEED: Final[Feed] = Feed(
    title=tr("Multiplayer matches"),
    spec=_spec,
    filters=(
        Choice(
            "active",
            tr("State"),
            (("", tr("All")), ("1", tr("Running", "matches")), ("0", tr("Ended", "matches"))),
        ),
        Choice("sort", tr("Order"), (("", tr("Newest first")), ("id_asc", tr("Oldest first")))),
    ),
    detail=lambda values: _STATES.get(values["active"], ""),
)

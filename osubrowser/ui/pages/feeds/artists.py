"""Feed of the featured artists, put together from their tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.models.artists import artists, tracks
from osubrowser.models.feeds.filters import Words
from osubrowser.services.places.places import ListPlace, ThingPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.feed import CLEAR, Feed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.models.artists.artists import FeaturedArtist
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts


def _spec(values: Mapping[str, str], _parts: SectionParts) -> ListSpec:
    name = values["query"]

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(artists.load_artists, name, columns, can_load_all=True)

    return ListSpec(
        key=f"artists/{name}",
        title=tr("Featured artists"),
        columns=lambda _original: artists.artist_columns(),
        source=source,
        record=artists.artist_record,
        file_stem="osu-featured-artists",
        empty=EmptyText(
            tr("No featured artist is called “{name}”.").format(name=name)
            if name
            else tr("There are no featured artists."),
            action=(CLEAR, tr("Show all artists")),
        ),
        link=_link,
        columns_key="artists",
    )


def _link(artist: FeaturedArtist, _origin: str) -> RowLink:
    """Return an artist, their tracks, and their beatmaps."""
    return RowLink(
        ThingPlace("artist", str(artist.id)),
        artist.name,
        more=(
            (tr("Tracks by this name"), ListPlace("tracks", (("artist", artist.name),))),
            (tr("Beatmaps with this artist"), tracks.beatmaps_of_artist(artist.id)),
        ),
    )


FEED: Final[Feed] = Feed(
    title=tr("Featured artists"),
    spec=_spec,
    filters=(Words("query", tr("Artist"), tr("Name of an artist")),),
    detail=lambda values: values["query"],
    note=tr("osu! lists no artists for programs: they are put together from their tracks."),
)

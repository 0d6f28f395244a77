"""Feed of the tracks of featured artists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from osubrowser.models.artists import tracks
from osubrowser.models.feeds.filters import Choice, Duration, Flag, Number, Words
from osubrowser.ui.cards.card_layout import TRACK_CARD
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.track_list import track_link, track_menu, track_preview
from osubrowser.ui.pages.feeds.feed import CLEAR, Feed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts

_NARROW: Final = 112
_SHORT: Final = 140


def _spec(values: Mapping[str, str], parts: SectionParts) -> ListSpec:
    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(tracks.load_tracks, dict(values), columns, can_load_all=True)

    return ListSpec(
        key="tracks/" + "/".join(f"{name}={values[name]}" for name in sorted(values)),
        title="Tracks of featured artists",
        columns=lambda _original: tracks.track_columns(),
        source=source,
        record=tracks.track_record,
        file_stem="osu-featured-tracks",
        empty=EmptyText("No track meets these filters.", action=(CLEAR, "Show all tracks")),
        link=track_link,
        menu=partial(track_menu, parts),
        columns_key="tracks",
        cards=TRACK_CARD,
        preview=track_preview,
    )


def _detail(values: Mapping[str, str]) -> str:
    return " · ".join(
        filter(None, (values[name] for name in ("query", "artist", "album", "genre")))
    )


FEED: Final[Feed] = Feed(
    title="Featured tracks",
    spec=_spec,
    filters=(
        Words("query", "Search tracks", "Title, artist or album", width=190),
        Words("artist", "Artist", "Artist", width=_SHORT),
        Words("album", "Album", "Album", width=_SHORT),
        Words("genre", "Genre", "Genre", "The whole name, such as Electronic", width=_NARROW),
        Number("bpm[gte]", "Lowest BPM", "BPM from", width=_NARROW),
        Number("bpm[lte]", "Highest BPM", "BPM to", width=_NARROW),
        Duration("length[gte]", "Shortest length", "Length from", "Such as 1:30", width=_NARROW),
        Duration("length[lte]", "Longest length", "Length to", "Such as 3:00", width=_NARROW),
        Flag("is_exclusive_only", "osu! originals", "Only tracks that were made for osu!"),
        Choice("sort", "Order", tracks.SORTS, is_menu=True),
    ),
    detail=_detail,
    has_cards=True,
)

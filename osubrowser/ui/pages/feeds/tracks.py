"""Feed of the tracks of featured artists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from osubrowser.models.artists import tracks
from osubrowser.models.feeds.filters import Choice, Duration, Flag, Number, Words
from osubrowser.services.text.translation import tr
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
        title=tr("Tracks of featured artists"),
        columns=lambda _original: tracks.track_columns(),
        source=source,
        record=tracks.track_record,
        file_stem="osu-featured-tracks",
        empty=EmptyText(tr("No track meets these filters."), action=(CLEAR, tr("Show all tracks"))),
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
    title=tr("Featured tracks"),
    spec=_spec,
    filters=(
        Words("query", tr("Search tracks"), tr("Title, artist or album"), width=190),
        Words("artist", tr("Artist"), tr("Artist"), width=_SHORT),
        Words("album", tr("Album"), tr("Album"), width=_SHORT),
        Words(
            "genre",
            tr("Genre"),
            tr("Genre"),
            tr("The whole name, such as Electronic"),
            width=_NARROW,
        ),
        Number("bpm[gte]", tr("Lowest BPM"), tr("BPM from"), width=_NARROW),
        Number("bpm[lte]", tr("Highest BPM"), tr("BPM to"), width=_NARROW),
        Duration(
            "length[gte]",
            tr("Shortest length"),
            tr("Length from"),
            tr("Such as 1:30"),
            width=_NARROW,
        ),
        Duration(
            "length[lte]", tr("Longest length"), tr("Length to"), tr("Such as 3:00"), width=_NARROW
        ),
        Flag("is_exclusive_only", tr("osu! originals"), tr("Only tracks that were made for osu!")),
        Choice("sort", tr("Order"), tracks.SORTS, is_menu=True),
    ),
    detail=_detail,
    has_cards=True,
)

"""Tracks of featured artists: query, columns, load and record."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.models.beatmaps.listing_query import ListingQuery
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import (
    day_column,
    mark_column,
    number_column,
    text_column,
)
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.cursor import Cursor
    from osubrowser.api.entities.artists import ArtistTrack, ArtistTracks
    from osubrowser.models.table.column import Record, Row
    from osubrowser.services.places.places import BeatmapsPlace

SORTS: Final = (
    ("", tr("Best fit, or newest")),
    ("update_desc", tr("Newest")),
    ("update_asc", tr("Oldest")),
    ("title_asc", tr("Title")),
    ("artist_asc", tr("Artist")),
    ("album_asc", tr("Album")),
    ("genre_asc", tr("Genre")),
    ("bpm_asc", tr("Slowest")),
    ("bpm_desc", tr("Fastest")),
    ("length_asc", tr("Shortest")),
    ("length_desc", tr("Longest")),
)
"""Orders of tracks that osu! has: key and label."""
_LONGEST: Final = 300
_CLOCK: Final = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,4}):([0-5][0-9])\Z")
_ANY: Final = "any"


class TracksCursor(NamedTuple):
    """Where a list of tracks goes on: cursor of the website, and number of rows before."""

    cursor: Cursor
    shown: int


# --- texts ----------------------------------------------------------------------------------------


def track_title(track: ArtistTrack) -> str:
    """Return the title of a track, with its version if it has one."""
    title = plain(track.title, _LONGEST).strip() or tr("Track {id}").format(id=track.id)
    version = plain(track.version or "", 100).strip()
    return f"{title} ({version})" if version else title


def track_artist(track: ArtistTrack) -> str:
    """Return the name of the artist of a track; "" for none."""
    return plain(track.artist.name, _LONGEST).strip() if track.artist is not None else ""


def track_album(track: ArtistTrack) -> str:
    """Return the title of the album of a track; "" for a single."""
    album = track.album
    if album is None:
        return ""
    return plain(album.title_romanized or album.title, _LONGEST).strip() or tr("Album {id}").format(
        id=album.id
    )


def track_seconds(track: ArtistTrack) -> float | None:
    """Return the length of a track in seconds; None if it is not told."""
    length = track.length
    if isinstance(length, str):
        found = _CLOCK.match(length.strip())
        if found is None:
            return None
        return 3600 * int(found[1] or 0) + 60 * int(found[2]) + int(found[3])
    return length if length is not None and 0 < length < 1e6 else None


def artist_id_of(track: ArtistTrack) -> int | None:
    """Return the id of the artist of a track; None for none."""
    return track.artist_id or (track.artist.id if track.artist is not None else None) or None


def beatmaps_of_track(track: ArtistTrack) -> BeatmapsPlace:
    """Return the search of the beatmaps of a track: by its artist's id and its title."""
    texts = {"title": plain(track.title, 150).strip()}
    if artist_id_of(track) is None:
        texts["artist"] = track_artist(track)
    query = ListingQuery.of_options(
        texts={name: text for name, text in texts.items() if text},
        featured_artist=artist_id_of(track),
        category=_ANY,
    )
    return query.place()


def beatmaps_of_artist(artist_id: int) -> BeatmapsPlace:
    """Return the search of the beatmaps with a featured artist."""
    return ListingQuery.of_options(featured_artist=artist_id, category=_ANY).place()


# --- the list -------------------------------------------------------------------------------------


def track_columns() -> tuple[Column[ArtistTrack], ...]:
    """Return the columns of tracks."""
    return (
        Column(
            "title",
            tr("Track"),
            330,
            CellKind.TITLE,
            text=_title_and_artist,
            sort=lambda track, _: track_title(track).casefold() or None,
            tone=lambda track: len(track_title(track)),
            picture=_cover,
            tooltip=lambda track: " – ".join(
                filter(None, (track_artist(track), track_title(track)))
            ),
            strong=True,
        ),
        text_column("artist", tr("Artist"), 150, track_artist).hidden(),
        text_column("album", tr("Album"), 190, track_album),
        text_column("genre", tr("Genre"), 110, lambda track: plain(track.genre or "", 60)),
        number_column("bpm", "BPM", 60, lambda track: _bpm(track.bpm)),
        Column(
            "length",
            tr("Length"),
            64,
            CellKind.NUMBER,
            text=lambda track, _: _clock(track_seconds(track)),
            sort=lambda track, _: track_seconds(track),
        ),
        mark_column(
            "exclusive", tr("Original"), lambda track: bool(track.exclusive), tr("Made for osu!")
        ),
        mark_column("new", tr("New"), lambda track: bool(track.is_new)).hidden(),
        day_column("updated", tr("Updated"), lambda track: track.updated_at),
    )


def load_tracks(
    client: Client,
    values: Mapping[str, str],
    columns: Sequence[Column[Any]],
    cursor: TracksCursor | None,
) -> RowsPage:
    """Load a page of tracks (`/beatmaps/artists/tracks` of the website); blocks, for a worker.

    Args:
        client: the API client.
        values: filters by the website's names, "" for none; `bpm[gte]` and the like are numbers.
        columns: of `track_columns`.
        cursor: where the page begins; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    found = tracks_of(client, values, cursor.cursor if cursor is not None else None)
    shown = cursor.shown if cursor is not None else 0
    rows = track_rows(columns, found.artist_tracks, shown)
    after = None
    if found.cursor is not None and found.artist_tracks:
        after = TracksCursor(found.cursor, shown + len(rows))
    return RowsPage(rows, next=after)


def tracks_of(client: Client, values: Mapping[str, str], cursor: Cursor | None) -> ArtistTracks:
    """Return a page of the website's list; see `load_tracks`."""
    return client.featured_artist_tracks(
        query=values.get("query") or None,
        artist=values.get("artist") or None,
        album=values.get("album") or None,
        genre=values.get("genre") or None,
        bpm=_bounds(values, "bpm"),
        length=_bounds(values, "length"),
        exclusive_only=True if values.get("is_exclusive_only") else None,
        sort=values.get("sort") or None,
        cursor=cursor,
    )


def track_rows(
    columns: Sequence[Column[Any]], tracks: Sequence[ArtistTrack], shown: int = 0
) -> list[Row[Any]]:
    """Return the rows of tracks, of which `shown` are before them."""
    return make_rows(columns, tracks, first_number=shown + 1, identity=_identity)


def track_record(row: Row[Any]) -> Record:
    """Return the record of a track, for a JSON export."""
    track: ArtistTrack = row.item
    return {
        "id": track.id,
        "title": track.title,
        "artist_id": artist_id_of(track),
        "artist": track.artist.name if track.artist is not None else None,
        "album_id": track.album_id,
        "album": track.album.title if track.album is not None else None,
        "genre": track.genre,
        "bpm": track.bpm,
        "length": track_seconds(track),
        "exclusive": track.exclusive,
        "updated_at": None if track.updated_at is None else track.updated_at.isoformat(),
        "osz": track.osz,
    }


def _title_and_artist(track: ArtistTrack, _number: int) -> str:
    artist = track_artist(track)
    return (
        tr("{title} by {artist}").format(title=track_title(track), artist=artist)
        if artist
        else track_title(track)
    )


def _cover(track: ArtistTrack) -> str | None:
    return track.cover_url or (track.album.cover_url if track.album is not None else None)


def _bpm(bpm: float) -> float | None:
    if not 0 < bpm < 1e6:
        return None
    return int(bpm) if bpm == int(bpm) else bpm


def _clock(seconds: float | None) -> str:
    if seconds is None:
        return NOTHING
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def _bounds(values: Mapping[str, str], name: str) -> tuple[float | None, float | None] | None:
    low, high = (values.get(f"{name}[{bound}]") or "" for bound in ("gte", "lte"))
    if not low and not high:
        return None
    return (float(low) if low else None), (float(high) if high else None)


def _identity(track: ArtistTrack) -> Hashable:
    return track.id

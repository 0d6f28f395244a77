"""Featured artists, put together from their tracks: columns, loads and record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.api.errors import NotFound
from osubrowser.models.artists.tracks import (
    artist_id_of,
    track_album,
    track_artist,
    track_rows,
    track_title,
    tracks_of,
)
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import day_column, number_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from osubrowser.api.client import Client
    from osubrowser.api.cursor import Cursor
    from osubrowser.api.entities.artists import ArtistTrack
    from osubrowser.models.table.column import Record, Row

_PAGES_AT_ONCE: Final = 4
"""Pages of tracks of which one page of artists is put together, at most."""
_MOST_PAGES: Final = 60
_NEWEST_PAGES: Final = 4
"""Pages of the newest tracks that are searched for an artist without beatmaps."""
_NAMES: Final = 3


@dataclass(frozen=True, slots=True)
class FeaturedArtist:
    """Featured artist, as their tracks tell.

    Attributes:
        id: id of the artist.
        name: name.
        tracks: number of tracks.
        albums: number of albums.
        genres: the most frequent genres, such as `Electronic, Pop`.
        cover: URL of the cover of the newest track; None for none.
        updated: date of the newest track.
    """

    id: int
    name: str
    tracks: int
    albums: int
    genres: str
    cover: str | None
    updated: datetime | None

    @property
    def about(self) -> str:
        """The figures as a line: `12 tracks · 3 albums · Electronic`."""
        albums = tr("%n album(s)", "", self.albums) if self.albums else ""
        tracks = tr("%n track(s)", "", self.tracks)
        return " · ".join(filter(None, (tracks, albums, self.genres)))


class ArtistsCursor(NamedTuple):
    """Where a list of artists goes on.

    Attributes:
        cursor: cursor of the website.
        open: tracks of the artist whose other tracks are on the next page.
        shown: number of artists before.
    """

    cursor: Cursor
    open: tuple[ArtistTrack, ...]
    shown: int


def artist_columns() -> tuple[Column[FeaturedArtist], ...]:
    """Return the columns of artists."""
    return (
        Column(
            "title",
            tr("Artist"),
            330,
            CellKind.TITLE,
            text=lambda artist, _: artist.name,
            sort=lambda artist, _: artist.name.casefold() or None,
            tone=lambda artist: len(artist.name),
            picture=lambda artist: artist.cover,
            strong=True,
        ),
        number_column("tracks", tr("Tracks"), 76, lambda artist: artist.tracks),
        number_column("albums", tr("Albums"), 76, lambda artist: artist.albums),
        text_column("genres", tr("Genres"), 300, lambda artist: artist.genres),
        day_column("updated", tr("Last track"), lambda artist: artist.updated),
    )


def load_artists(
    client: Client,
    name: str,
    columns: Sequence[Column[Any]],
    cursor: ArtistsCursor | None,
) -> RowsPage:
    """Load a page of artists by name; blocks, for a worker.

    osu! lists no artists for programs: they are put together from the website's list of tracks
    (`/beatmaps/artists/tracks`, ordered by artist), of which up to four pages are asked for.

    Args:
        client: the API client.
        name: text that is in the names; "" for all.
        columns: of `artist_columns`.
        cursor: where the page begins; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    values = {"artist": name, "sort": "artist_asc"}
    shown = cursor.shown if cursor is not None else 0
    tracks = list(cursor.open) if cursor is not None else []
    where = cursor.cursor if cursor is not None else None
    for _ in range(_PAGES_AT_ONCE):
        found = tracks_of(client, values, where)
        tracks += found.artist_tracks
        where = found.cursor if found.artist_tracks else None
        if where is None:
            break
    last = artist_id_of(tracks[-1]) if tracks and where is not None else None
    open_ = tuple(track for track in tracks if last is not None and artist_id_of(track) == last)
    whole = [track for track in tracks if last is None or artist_id_of(track) != last]
    artists = list(artists_of(whole))
    rows = make_rows(columns, artists, first_number=shown + 1, identity=_identity)
    after = None if where is None else ArtistsCursor(where, open_, shown + len(rows))
    return RowsPage(rows, next=after, goes_on=after is not None)


def artists_of(tracks: Iterable[ArtistTrack]) -> Iterator[FeaturedArtist]:
    """Yield the artists of tracks, in the order in which they come."""
    by_artist: dict[int, list[ArtistTrack]] = {}
    for track in tracks:
        artist_id = artist_id_of(track)
        if artist_id is not None:
            by_artist.setdefault(artist_id, []).append(track)
    for artist_id, own in by_artist.items():
        yield artist_of(artist_id, own)


def artist_of(artist_id: int, tracks: Sequence[ArtistTrack]) -> FeaturedArtist:
    """Return an artist by all tracks of theirs."""
    genres = Counter(plain(track.genre, 60) for track in tracks if track.genre)
    dated = [track for track in tracks if track.updated_at is not None]
    newest = max(dated, key=lambda track: track.updated_at, default=None)  # type: ignore[arg-type,return-value] # those with a date
    covered = [newest] if newest is not None and newest.cover_url else tracks
    return FeaturedArtist(
        artist_id,
        next(
            filter(None, map(track_artist, tracks)),
            tr("Artist {id}").format(id=artist_id),
        ),
        len({track.id for track in tracks}),
        len({track.album_id for track in tracks if track.album_id}),
        ", ".join(name for name, _ in genres.most_common(3)),
        next((track.cover_url for track in covered if track.cover_url), None),
        None if newest is None else newest.updated_at,
    )


def load_artist(
    client: Client, artist_id: int, columns: Sequence[Column[Any]], _cursor: object = None
) -> RowsPage:
    """Load all tracks of an artist by album, with the `FeaturedArtist` as `extra`. Blocks.

    osu! has tracks by the name of the artist only: the name is that of a beatmapset with the
    artist (`beatmapsets/search`), or of one of the newest tracks.

    Args:
        client: the API client.
        artist_id: id of the artist.
        columns: of `track_columns`.

    Raises:
        OsuError: as the client raises it; NotFound if no track of the artist is found.
    """
    for name in _names_of(client, artist_id):
        tracks = list(_tracks_by(client, artist_id, name))
        if tracks:
            tracks.sort(key=_by_album)
            artist = artist_of(artist_id, tracks)
            return RowsPage(track_rows(columns, tracks), total=len(tracks), extra=artist)
    raise NotFound("no track of this artist was found", status=404)


def _names_of(client: Client, artist_id: int) -> Iterator[str]:
    """Yield what the artist may be called, the likeliest first."""
    found = client.search_beatmapsets(query=f"featured_artist={artist_id}", category="any")
    counts = Counter(one.artist.strip() for one in found.beatmapsets if one.artist.strip())
    for name, _ in counts.most_common(_NAMES):
        yield name
        for mark in (" feat. ", " ft. ", " vs. ", " x "):
            if mark in name:
                yield name.partition(mark)[0].strip()
    for track in _pages(client, {"sort": "update_desc"}, _NEWEST_PAGES):
        if artist_id_of(track) == artist_id and track.artist is not None and track.artist.name:
            yield track.artist.name
            return


def _tracks_by(client: Client, artist_id: int, name: str) -> Iterator[ArtistTrack]:
    for track in _pages(client, {"artist": name, "sort": "album_asc"}, _MOST_PAGES):
        if artist_id_of(track) == artist_id:
            yield track


def _pages(client: Client, values: dict[str, str], most: int) -> Iterator[ArtistTrack]:
    """Yield the tracks of up to `most` pages."""
    cursor: Cursor | None = None
    for _ in range(most):
        found = tracks_of(client, values, cursor)
        yield from found.artist_tracks
        if found.cursor is None or found.cursor == cursor or not found.artist_tracks:
            return
        cursor = found.cursor


def _by_album(track: ArtistTrack) -> tuple[bool, str, int, str]:
    """Return the order of a track: by album, then the singles."""
    album = track_album(track).casefold()
    return (not album, album, track.album_id or 0, track_title(track).casefold())


def artist_record(row: Row[Any]) -> Record:
    """Return the record of an artist, for a JSON export."""
    artist: FeaturedArtist = row.item
    return {
        "id": artist.id,
        "name": artist.name,
        "tracks": artist.tracks,
        "albums": artist.albums,
        "genres": artist.genres,
        "cover_url": artist.cover,
        "updated_at": None if artist.updated is None else artist.updated.isoformat(),
    }


def _identity(artist: FeaturedArtist) -> Hashable:
    return artist.id

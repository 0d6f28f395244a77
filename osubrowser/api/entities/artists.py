"""Entities of featured artists and their tracks."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, FiniteFloat, Int64, JsonValue, OpenEnum, Timestamp


class ArtistTrackSort(OpenEnum):
    """Sort order of tracks; `relevance` applies only with a query, artist or album."""

    ALBUM_ASCENDING = "album_asc"
    ALBUM_DESCENDING = "album_desc"
    ARTIST_ASCENDING = "artist_asc"
    ARTIST_DESCENDING = "artist_desc"
    BPM_ASCENDING = "bpm_asc"
    BPM_DESCENDING = "bpm_desc"
    GENRE_ASCENDING = "genre_asc"
    GENRE_DESCENDING = "genre_desc"
    LENGTH_ASCENDING = "length_asc"
    LENGTH_DESCENDING = "length_desc"
    RELEVANCE_DESCENDING = "relevance_desc"
    TITLE_ASCENDING = "title_asc"
    TITLE_DESCENDING = "title_desc"
    UPDATE_ASCENDING = "update_asc"
    UPDATE_DESCENDING = "update_desc"


class Artist(Entity, frozen=True, kw_only=True):
    """Featured artist."""

    id: Int64 = 0
    name: str = ""


class ArtistAlbum(Entity, frozen=True, kw_only=True):
    """Album of a featured artist."""

    id: Int64 = 0
    artist_id: Int64 | None = None
    cover_url: str | None = None
    genre: str | None = None
    is_new: bool | None = None
    title: str = ""
    title_romanized: str | None = None


class ArtistTrack(Entity, frozen=True, kw_only=True):
    """Track: `osz` is the URL of its map template, `preview` of its audio; `length` as `m:ss`.

    Older servers send `length` in seconds.
    """

    id: Int64 = 0
    album: ArtistAlbum | None = None
    album_id: Int64 | None = None
    artist: Artist | None = None
    artist_id: Int64 | None = None
    bpm: FiniteFloat = 0.0
    cover_url: str | None = None
    exclusive: bool | None = None
    genre: str | None = None
    is_new: bool | None = None
    length: FiniteFloat | str | None = None
    osz: str | None = None
    preview: str | None = None
    title: str = ""
    updated_at: Timestamp | None = None
    version: str | None = None


class ArtistTracks(Entity, frozen=True, kw_only=True):
    """Page of tracks; `search` has the parameters as the server applied them."""

    artist_tracks: list[ArtistTrack] = msgspec.field(default_factory=list)
    search: dict[str, JsonValue] = msgspec.field(default_factory=dict)
    cursor: Cursor | None = None
    cursor_string: str | None = None

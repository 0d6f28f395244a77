"""Endpoint of featured artists' tracks, which is part of the website."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osubrowser.api.calls import ApiCalls, ParamValue
from osubrowser.api.endpoints.list_params import cursor_params
from osubrowser.api.entities.artists import ArtistTracks, ArtistTrackSort
from osubrowser.api.paging import by_cursor


class ArtistEndpoints(ApiCalls):
    """Endpoint `/beatmaps/artists/tracks` of the website: not part of the API, may change."""

    @by_cursor(items="artist_tracks")
    def featured_artist_tracks(
        self,
        query: str | None = None,
        *,
        artist: str | None = None,
        album: str | None = None,
        genre: str | None = None,
        bpm: tuple[float | None, float | None] | None = None,
        length: tuple[float | None, float | None] | None = None,
        exclusive_only: bool | None = None,
        sort: ArtistTrackSort | str | None = None,
        cursor: Mapping[str, Any] | None = None,
        cursor_string: str | None = None,
    ) -> ArtistTracks:
        """Return a page of the tracks of featured artists: `GET /beatmaps/artists/tracks`.

        `bpm` and `length` (seconds) are (minimum, maximum); None is no bound. No token is sent.
        Raises ServerTrouble if the website responds with HTML.
        """
        params: dict[str, ParamValue] = {
            "query": query,
            "artist": artist,
            "album": album,
            "genre": genre,
            "exclusive_only": exclusive_only,
            "sort": sort,
            **cursor_params(cursor, cursor_string),
        }
        for name, bounds in (("bpm", bpm), ("length", length)):
            if bounds is not None:
                params[f"{name}[gte]"], params[f"{name}[lte]"] = bounds
        return self._get_web("/beatmaps/artists/tracks", ArtistTracks, params)

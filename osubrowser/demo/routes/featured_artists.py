"""Website listing of featured artists' tracks, with a JSON form."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from werkzeug.wrappers import Request

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import to_bool, to_int
from osubrowser.demo.http.replies import Reply, encode, html_reply, json_reply, origin_of
from osubrowser.demo.world.beatmaps.featured_artists import ORDERS, FeaturedTracks, Track

ADDRESS = "/beatmaps/artists/tracks"
_PAGE = 50
_TEXTS = ("album", "artist", "query")
_SORT = re.compile(rf"({'|'.join(ORDERS)})_(asc|desc)")
_FILE = re.compile(r"/assets\.ppy\.sh/artists/\d{1,9}/(\d{1,9})\.(mp3|osz)")


def answer(request: Request, tracks: FeaturedTracks) -> Reply | None:
    """Answer a program that asks for tracks, or for one to hear; None for all other addresses.

    People, who ask for a page, are others as well. Templates (`.osz`) are not to be had.
    """
    file = _FILE.fullmatch(request.path)
    if file is not None:
        return _listen(int(file[1]) if file[2] == "mp3" else 0, tracks)
    if request.path != ADDRESS or "application/json" not in request.headers.get("Accept", ""):
        return None
    query = {name: values[-1] for name, values in request.args.lists()}
    default = "relevance_desc" if any(query.get(name) for name in _TEXTS) else "update_desc"
    sort = query.get("sort", "")
    if not _SORT.fullmatch(sort) or (sort.startswith("relevance") and default == "update_desc"):
        sort = default
    field, _, direction = sort.partition("_")
    order = ORDERS[field]
    # The best fit comes first, whatever it is called.
    backwards = direction == "desc" and field != "relevance"
    found = [track for track in tracks.all if _fits(track, query)]
    found.sort(key=lambda track: (order(track), track.id), reverse=backwards)
    after = to_int(read_cursor(query).get("id"))
    start = next((place for place, track in enumerate(found, 1) if track.id == after), 0)
    page = found[start : start + _PAGE]
    more = start + _PAGE < len(found)
    cursor = {field: order(page[-1]), "id": page[-1].id} if more else None
    body: dict[str, object] = {
        "artist_tracks": [tracks.json(track) for track in page],
        "search": {"is_default_sort": sort == default, "sort": sort},
    }
    return json_reply(200, encode(with_cursor(body, cursor), origin_of(request)))


def _fits(track: Track, query: Mapping[str, str]) -> bool:
    song = track.song
    genre = query.get("genre")
    return (
        all(
            word in _said(track, name).lower()
            for name in _TEXTS
            for word in query.get(name, "").lower().split()
        )
        and (not genre or genre in (track.genre, str(song.genre)))
        and (to_bool(query.get("exclusive_only")) is not True or track.exclusive)
        and _within(song.bpm, "bpm", query)
        and _within(song.length, "length", query)
    )


def _said(track: Track, name: str) -> str:
    song = track.song
    artist = f"{song.artist} {song.artist_unicode}"
    if name == "artist":
        return artist
    album = track.album_title
    return album if name == "album" else f"{artist} {song.title} {song.title_unicode} {album}"


def _within(value: float, name: str, query: Mapping[str, str]) -> bool:
    low, high = (_number(query.get(f"{name}[{bound}]", "")) for bound in ("gte", "lte"))
    return (low is None or low <= value) and (high is None or value <= high)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _listen(track_id: int, tracks: FeaturedTracks) -> Reply:
    from osubrowser.demo.art import previews

    song = tracks.song_of(track_id)
    if song is None:
        return html_reply(404, "<html>not found</html>")
    return Reply(previews.preview(str(track_id), song.bpm), content_type="audio/mpeg")

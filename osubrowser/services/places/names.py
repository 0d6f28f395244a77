"""Display names of the kinds of places."""

from __future__ import annotations

from typing import Final

from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    PlayersPlace,
    RankingsPlace,
    ReplayPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
)

_NAMES: Final[dict[type[Place], str]] = {
    PlayersPlace: "Players",
    RankingsPlace: "Ranking",
    UserPlace: "Player",
    BeatmapsPlace: "Beatmaps",
    BeatmapsetPlace: "Beatmapset",
    BeatmapPlace: "Beatmap",
    ScorePlace: "Score",
    ReplayPlace: "Replay",
}
_LISTS: Final = {
    "packs": "Beatmap packs",
    "events": "Beatmap events",
    "discussions": "Discussions",
    "posts": "Discussion posts",
    "votes": "Discussion votes",
    "artists": "Featured artists",
    "tracks": "Featured tracks",
    "activity": "Recent activity",
    "backgrounds": "Seasonal backgrounds",
}
_THINGS: Final = {
    "artist": "Featured artist",
    "pack": "Beatmap pack",
    "topic": "Forum topic",
    "post": "Forum post",
}


def kind_of(place: Place) -> str:
    """Return the display name of a place's kind: `Player`, `Ranking`, `Forum topic`, ..."""
    match place:
        case ThingPlace():
            return _THINGS.get(place.kind, place.kind.capitalize())
        case ListPlace():
            return _LISTS.get(place.kind, place.kind.capitalize())
        case _:
            return _NAMES.get(type(place), "Page")

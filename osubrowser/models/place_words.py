"""What the kinds of places are called, in a word or two."""

from __future__ import annotations

from typing import Final

from osubrowser.services.places import (
    AppPlace,
    BeatmapPlace,
    BeatmapsetPlace,
    ListPlace,
    Place,
    PlayersPlace,
    RankingsPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
)

_NAMES: Final[dict[type[Place], str]] = {
    PlayersPlace: "Players",
    RankingsPlace: "Ranking",
    UserPlace: "Player",
    BeatmapsetPlace: "Beatmapset",
    BeatmapPlace: "Beatmap",
    ScorePlace: "Score",
    AppPlace: "osubrowser",
}
_LISTS: Final = {
    "beatmapsets": "Beatmaps",
    "packs": "Packs",
    "search": "Search",
    "news": "News",
    "changelog": "Changelog",
    "forums": "Forums",
    "comments": "Comments",
    "events": "Events",
}


def kind_of(place: Place) -> str:
    """Return what a kind of place is called: `Player`, `Ranking`, `Wiki`, ..."""
    if isinstance(place, ThingPlace):
        return place.kind.capitalize()
    if isinstance(place, ListPlace):
        return _LISTS.get(place.kind, "List")
    return _NAMES.get(type(place), "Page")

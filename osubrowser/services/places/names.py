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
from osubrowser.services.text.translation import tr

_NAMES: Final[dict[type[Place], str]] = {
    PlayersPlace: tr("Players"),
    RankingsPlace: tr("Ranking"),
    UserPlace: tr("Player"),
    BeatmapsPlace: tr("Beatmaps"),
    BeatmapsetPlace: tr("Beatmapset"),
    BeatmapPlace: tr("Beatmap"),
    ScorePlace: tr("Score"),
    ReplayPlace: tr("Replay"),
}
_LISTS: Final = {
    "packs": tr("Beatmap packs"),
    "search": tr("Search"),
    "news": tr("News"),
    "changelog": tr("Changelog"),
    "forums": tr("Forum"),
    "comments": tr("Comments"),
    "friends": tr("Friends"),
    "rooms": tr("Rooms"),
    "scores": tr("Newest scores"),
    "matches": tr("Multiplayer matches"),
    "tags": tr("Beatmap tags"),
    "events": tr("Beatmap events"),
    "discussions": tr("Discussions"),
    "posts": tr("Discussion posts"),
    "votes": tr("Discussion votes"),
    "artists": tr("Featured artists"),
    "tracks": tr("Featured tracks"),
    "activity": tr("Recent activity"),
    "backgrounds": tr("Seasonal backgrounds"),
    "neighbours": tr("Neighbours", "players of nearly the same rank"),
}
_THINGS: Final = {
    "artist": tr("Featured artist"),
    "team": tr("Team"),
    "match": tr("Match"),
    "room": tr("Room"),
    "news": tr("News post"),
    "changelog": tr("Build"),
    "wiki": tr("Wiki page"),
    "forum": tr("Forum"),
    "comment": tr("Comment"),
    "discussion": tr("Discussion"),
    "group": tr("Group"),
    "pack": tr("Beatmap pack"),
    "topic": tr("Forum topic"),
    "post": tr("Forum post"),
}


def kind_of(place: Place) -> str:
    """Return the display name of a place's kind: `Player`, `Ranking`, `Forum topic`, ..."""
    match place:
        case ThingPlace():
            return _THINGS.get(place.kind, place.kind.capitalize())
        case ListPlace():
            return _LISTS.get(place.kind, place.kind.capitalize())
        case _:
            return _NAMES.get(type(place), tr("Page"))

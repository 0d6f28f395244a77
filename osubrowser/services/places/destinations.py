"""Destinations: every list and start page of the program, with a line that says what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from osubrowser.services.places.names import kind_of
from osubrowser.services.places.places import LISTS, ListPlace, Place, RankingsPlace, ThingPlace
from osubrowser.services.text.matching import fold
from osubrowser.services.text.translation import tr

BEATMAPS: Final = tr("Beatmaps")
PLAYERS: Final = tr("Players and scores")
MULTIPLAYER: Final = tr("Multiplayer")
COMMUNITY: Final = tr("Community")
GROUPS: Final = (COMMUNITY, PLAYERS, MULTIPLAYER, BEATMAPS)
"""Groups of destinations, in the order to show them."""


@dataclass(frozen=True, slots=True)
class Destination:
    """List or start page of the program.

    Attributes:
        place: the place.
        title: display name.
        text: what it is, in one line; "" for a list without a description.
        group: one of `GROUPS`.
        icon: name of an icon.
        words: searchable texts, folded.
    """

    place: Place
    title: str
    text: str = ""
    group: str = COMMUNITY
    icon: str = "page"
    words: tuple[str, ...] = ()


_NOT_LISTED: Final = frozenset({"search", "explore"})
_OTHERS: Final[dict[str, tuple[Place, str, str, str, str]]] = {
    "wiki": (
        ThingPlace("wiki", "en/Main_page"),
        tr("Wiki"),
        tr("Rules, guides and history, in any language"),
        COMMUNITY,
        "book",
    ),
    "kudosu": (
        RankingsPlace(type="kudosu"),
        tr("Kudosu ranking"),
        tr("Players whose feedback helped mappers"),
        PLAYERS,
        "rankings",
    ),
    "teams": (
        RankingsPlace(type="team"),
        tr("Team ranking"),
        tr("Teams by performance and score"),
        PLAYERS,
        "rankings",
    ),
    "daily_challenge": (
        ThingPlace("room", "daily"),
        tr("Daily challenge"),
        tr("One beatmap a day, for everybody"),
        MULTIPLAYER,
        "star",
    ),
}
_LISTS: Final[dict[str, tuple[str, str, str]]] = {
    "news": (tr("Posts of the osu! team, by year"), COMMUNITY, "page"),
    "changelog": (tr("What each build of the game changed"), COMMUNITY, "sort"),
    "forums": (tr("Boards, topics and polls, to read"), COMMUNITY, "comment"),
    "comments": (tr("Comments on beatmaps, news and builds"), COMMUNITY, "comment"),
    "backgrounds": (tr("Pictures of the season's contest"), COMMUNITY, "picture"),
    "friends": (tr("Your friends, and who is online"), PLAYERS, "person"),
    "activity": (tr("What players just did: ranks and medals"), PLAYERS, "seen"),
    "neighbours": (tr("The ranks around yours, and their pace"), PLAYERS, "rankings"),
    "scores": (tr("Scores of everybody, as they are set"), PLAYERS, "score"),
    "rooms": (tr("Playlists and live rooms of lazer"), MULTIPLAYER, "person"),
    "matches": (tr("Matches of the stable client, game by game"), MULTIPLAYER, "rankings"),
    "packs": (tr("Beatmaps to download together"), BEATMAPS, "beatmap"),
    "events": (tr("Nominations, disqualifications and ranks"), BEATMAPS, "beatmap"),
    "discussions": (tr("Problems, suggestions and praise"), BEATMAPS, "info"),
    "posts": (tr("Single posts of beatmap discussions"), BEATMAPS, "comment"),
    "votes": (tr("Votes on beatmap discussions"), BEATMAPS, "good"),
    "artists": (tr("Artists whose music is free to map"), BEATMAPS, "music"),
    "tracks": (tr("Tracks of featured artists, with previews"), BEATMAPS, "music"),
    "tags": (tr("Words that players give to beatmaps"), BEATMAPS, "filter"),
}
_ORDER: Final = ("news", "changelog", "wiki", "forums", "activity", "scores", "matches", "rooms")
"""First ones of each group."""


@cache
def all_destinations() -> tuple[Destination, ...]:
    """Return all destinations, also those without a page, in the order to show them."""
    found = {}
    for kind in LISTS:
        if kind not in _NOT_LISTED:
            text, group, icon = _LISTS.get(kind, ("", COMMUNITY, "page"))
            place = ListPlace(kind)
            found[kind] = _made(place, kind_of(place), text, group, icon)
    for key, values in _OTHERS.items():
        found[key] = _made(*values)
    first = [key for key in _ORDER if key in found]
    return tuple(found[key] for key in dict.fromkeys((*first, *found)))


def destinations(has_page: Callable[[Place], bool]) -> list[Destination]:
    """Return the destinations that have a page.

    Args:
        has_page: whether a place opens in the window.
    """
    return [one for one in all_destinations() if has_page(one.place)]


def _made(place: Place, title: str, text: str, group: str, icon: str) -> Destination:
    return Destination(place, title, text, group, icon, (fold(title), fold(text)))

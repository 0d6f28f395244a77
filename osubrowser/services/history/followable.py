"""Kinds of things that can be followed, and the addresses that they are stored under."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    RankingsPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.places.urls import address, parse

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place


class FollowKind(StrEnum):
    """Kind of a followed thing; the values are stored."""

    PLAYER = "player"
    """A player, in all rulesets."""
    MAPPER = "mapper"
    """The beatmapsets that a player uploads."""
    TEAM = "team"
    BEATMAPSET = "beatmapset"
    BEATMAP = "beatmap"
    """One difficulty: its status, and the first place of its leaderboard."""
    SEARCH = "search"
    """A search of the beatmap listing."""
    RANKING = "ranking"
    """One page of a ranking."""
    MATCH = "match"
    """A multiplayer match of the stable client."""
    WIKI = "wiki"


_THINGS = {"team": FollowKind.TEAM, "match": FollowKind.MATCH, "wiki": FollowKind.WIKI}


def follow_kinds_of(place: Place) -> tuple[FollowKind, ...]:
    """Return the kinds under which a place can be followed, the most likely first.

    A player is followed by id, not by name; a team and a match likewise. A ranking of friends
    depends on who is signed in, and cannot be followed.
    """
    match place:
        case UserPlace(user=int()):
            is_mapper = place.section == "beatmaps"
            kinds = (FollowKind.PLAYER, FollowKind.MAPPER)
            return kinds[::-1] if is_mapper else kinds
        case BeatmapsetPlace(beatmap=None):
            return (FollowKind.BEATMAPSET,)
        case BeatmapsetPlace():
            return (FollowKind.BEATMAPSET, FollowKind.BEATMAP)
        case BeatmapPlace():
            return (FollowKind.BEATMAP,)
        case BeatmapsPlace():
            return (FollowKind.SEARCH,)
        case RankingsPlace() if place.filter != "friends":
            return (FollowKind.RANKING,)
        case ThingPlace() if place.kind in _THINGS:
            kind = _THINGS[place.kind]
            is_fit = kind is FollowKind.WIKI or place.key.isdecimal()
            return (kind,) if is_fit else ()
        case _:
            return ()


def follow_address(place: Place, kind: FollowKind) -> str | None:
    """Return the address that a place is followed under, without the server's origin, or None.

    Equal things have equal addresses: what is no part of the thing, such as a section, a
    position or the ruleset of a player, is left out.

    Args:
        place: the place.
        kind: one of its `follow_kinds_of`; None is returned for another.
    """
    if kind not in follow_kinds_of(place):
        return None
    match place:
        case UserPlace():
            section = "beatmaps" if kind is FollowKind.MAPPER else "overview"
            place = UserPlace(place.user, section=section)
        case BeatmapsetPlace(beatmap=int(beatmap)) if kind is FollowKind.BEATMAP:
            place = BeatmapPlace(beatmap)
        case BeatmapsetPlace():
            place = BeatmapsetPlace(place.id)
        case BeatmapPlace():
            place = BeatmapPlace(place.id)
        case BeatmapsPlace():
            place = BeatmapsPlace(place.filters)
        case RankingsPlace():
            place = replace(place, rank=None, current=None, compare=None)
        case ThingPlace():
            place = ThingPlace(place.kind, place.key)
        case _:
            return None
    return address(place, origin="")


def followed_place(address: str) -> Place | None:
    """Return the place of a followed thing's address; None for an address that is none."""
    return parse(address) if address.startswith("/") else None

"""Tells whether a place and a player belong together: the same player, in the same ruleset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.places.places import UserPlace

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.services.places.places import Place


def is_of(profile: Profile | None, asked_mode: str | None, place: Place) -> bool:
    """Whether a player is a place's, in its ruleset.

    Args:
        profile: the player; None for nobody.
        asked_mode: by which ruleset the player was asked for; None for the player's own.
        place: the place.
    """
    if profile is None or not isinstance(place, UserPlace):
        return False
    return place.user == profile.id and place.mode in (asked_mode, profile.mode)


def is_asked(before: Place, place: UserPlace) -> bool:
    """Whether the load for `before` brings `place`, too."""
    if not isinstance(before, UserPlace):
        return False
    return (before.user, before.mode) == (place.user, place.mode)


def awaited_mode(place: Place, profile: Profile | None) -> str | None:
    """Return the ruleset that a place asks for; None if the player's figures are its own."""
    if not isinstance(place, UserPlace) or profile is None:
        return None
    mode = place.mode or str(profile.user.playmode)
    return mode if mode != profile.mode else None


def is_same(one: Profile, other: Profile) -> bool:
    """Whether two profiles are of one player in one ruleset."""
    return (one.id, one.mode) == (other.id, other.mode)

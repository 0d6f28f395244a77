"""Titles and error messages of the player page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.services.text.plain import plain
from osubrowser.ui.error_messages import Sentence, describe

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.services.places.places import UserPlace

HOME_TITLE = "Players"

_DELETED = ("-1", "[deleted user]")
"""Id and name of the placeholder of deleted accounts."""


def title_of(profile: Profile, section: str, mode_is_own: bool) -> str:
    """Return the title of a profile: `peppy, osu!taiko, best`.

    Args:
        profile: the player.
        section: title of the section; "" for the first one.
        mode_is_own: the ruleset is the player's own, and left out.
    """
    from osubrowser.services.places.places import MODE_NAMES

    mode = "" if mode_is_own else MODE_NAMES.get(profile.mode, profile.mode)
    return ", ".join(filter(None, (profile.name, mode, section)))


def whom(place: UserPlace) -> str:
    """Return the title of a player who is not loaded yet: a name, or `player 2`."""
    return f"player {place.user}" if isinstance(place.user, int) else plain(place.user, 60)


def describe_in(place: UserPlace | None, error: BaseException) -> Sentence:
    """Return the message of an error; `place` None is the own profile."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text="Players are seen when you are signed in to osu!.")
    if not isinstance(error, NotFound) or place is None:
        return sentence
    if str(place.user).casefold() in _DELETED:
        text = "This player's account was deleted: osu! has no profile of it any more."
    elif isinstance(place.user, int):
        text = f"There is no player with the number {place.user}: unknown, or restricted."
    else:
        text = f"No player is called “{plain(place.user, 40)}”: unknown, or restricted."
    return replace(
        sentence,
        text=text,
        hint="osu! shows neither accounts that are gone nor those that are restricted.",
        may_retry=False,
    )


def renamed(asked: str, profile: Profile) -> str:
    """Return the message for a player asked for by a former name; "" for the present one."""
    if _folded(asked) == _folded(profile.user.username):
        return ""
    return f"{plain(asked, 40)} is now called {profile.name}."


def _folded(name: str) -> str:
    """Return a name normalised as osu! compares it: spaces and underscores are equal."""
    return name.strip().replace("_", " ").casefold()

"""Error messages of the player page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.services.text.plain import plain
from osubrowser.ui.error_messages import Sentence, describe

if TYPE_CHECKING:
    from osubrowser.services.places.places import UserPlace

_DELETED = ("-1", "[deleted user]")
"""Id and name of the placeholder for deleted accounts."""


def describe_in(place: UserPlace | None, error: BaseException) -> Sentence:
    """Return the message for an error; a `place` of None is the own profile."""
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

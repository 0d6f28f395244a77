"""Error messages of the player page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe

if TYPE_CHECKING:
    from osubrowser.services.places.places import UserPlace

_DELETED = ("-1", tr("[deleted user]"))
"""Id and name of the placeholder for deleted accounts."""


def describe_in(place: UserPlace | None, error: BaseException) -> Sentence:
    """Return the message for an error; a `place` of None is the own profile."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("Players are seen when you are signed in to osu!."))
    if not isinstance(error, NotFound) or place is None:
        return sentence
    if str(place.user).casefold() in _DELETED:
        text = tr("This player's account was deleted: osu! has no profile of it any more.")
    elif isinstance(place.user, int):
        text = tr("There is no player with the number {user}: unknown, or restricted.").format(
            user=place.user
        )
    else:
        text = tr("No player is called “{user}”: unknown, or restricted.").format(
            user=plain(place.user, 40)
        )
    return replace(
        sentence,
        text=text,
        hint=tr("osu! shows neither accounts that are gone nor those that are restricted."),
        may_retry=False,
    )

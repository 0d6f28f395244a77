"""Error messages of the page of a match."""

from __future__ import annotations

from dataclasses import replace

from osubrowser.api.errors import Forbidden, LoginRequired, NotFound
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe


def describe_in(key: str, error: BaseException) -> Sentence:
    """Return the message for an error of the match with an id."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(
            sentence,
            text=tr("This match is private, or you are not signed in to osu!."),
            hint=tr("Private matches are shown to the players who took part."),
        )
    if isinstance(error, Forbidden):
        return replace(
            sentence,
            text=tr("This match is private."),
            hint=tr("osu! shows it only to the players who took part."),
            may_retry=False,
        )
    if isinstance(error, NotFound):
        return replace(
            sentence,
            text=tr("There is no match with the number {key}.").format(key=plain(key, 20)),
            hint=tr("It may never have been, or be one of the lazer client, which are rooms."),
            may_retry=False,
        )
    return sentence

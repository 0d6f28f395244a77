"""Error messages of the page of a beatmapset."""

from __future__ import annotations

from dataclasses import replace

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.services.places.places import BeatmapPlace, BeatmapsetPlace, ThingPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe


def describe_in(
    place: BeatmapsetPlace | BeatmapPlace | ThingPlace, error: BaseException
) -> Sentence:
    """Return the message for an error of a place."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("Beatmaps are seen when you are signed in to osu!."))
    if not isinstance(error, NotFound):
        return sentence
    if isinstance(place, ThingPlace):
        return replace(
            sentence,
            text=tr("There is no discussion with the number {number} on a beatmapset.").format(
                number=place.key
            ),
            hint=tr("It may be deleted or hidden, or about something else."),
            may_retry=False,
        )
    text = (
        tr("There is no difficulty with the number {id}: unknown, or deleted.")
        if isinstance(place, BeatmapPlace)
        else tr("There is no beatmapset with the number {id}: unknown, or deleted.")
    )
    return replace(
        sentence,
        text=text.format(id=place.id),
        hint=tr("osu! shows no beatmaps that were deleted or taken down."),
        may_retry=False,
    )

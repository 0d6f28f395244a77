"""Links of the rows of a player's lists: scores, events, kudosu, medals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.players.activity import event_text
from osubrowser.services.places.places import (
    Place,
    ThingPlace,
)
from osubrowser.services.places.urls import parse
from osubrowser.services.text.plain import plain
from osubrowser.ui.lists.beatmap_links import beatmap_place, mapper_of, song
from osubrowser.ui.lists.row_links import RowLink, place_of_score

if TYPE_CHECKING:
    from osubrowser.api.entities.events import Event
    from osubrowser.api.entities.kudosu import KudosuHistory
    from osubrowser.api.entities.scores import Score
    from osubrowser.models.players.medals import Medal


def of_score(score: Score, _origin: str) -> RowLink | None:
    """Return the link of a score: the score, or its beatmap if it has no id."""
    beatmap = beatmap_place(score.beatmap_id, score.beatmap, score.mode)
    more = [("Open &beatmap", beatmap)] if beatmap is not None else []
    name = song(score.beatmapset, score.beatmap)
    place: Place | None = place_of_score(score)
    if place is None:
        place, more = beatmap, []
    if place is None:
        return None
    return RowLink(place, name, more=(*more, *mapper_of(score.beatmapset)))


def of_event(event: Event, origin: str) -> RowLink | None:
    """Return the link of an event: the beatmap, beatmapset, medal or player it is about."""
    thing = event.beatmap or event.beatmapset
    if thing is not None:
        place = _linked(thing.url, origin)
        return RowLink(place, plain(thing.title)) if place is not None else None
    if event.achievement is not None:
        return RowLink(ThingPlace("wiki", "en/Medals"), plain(event.achievement.name))
    place = _linked(event.user.url, origin) if event.user is not None else None
    return RowLink(place, event_text(event).text) if place is not None else None


def of_kudosu(change: KudosuHistory, origin: str) -> RowLink | None:
    """Return the link of a change of kudosu: the post for which it was given."""
    place = _linked(change.post.url or "", origin)
    giver = _linked(change.giver.url, origin) if change.giver is not None else None
    more = (("Open the &giver", giver),) if giver is not None else ()
    return RowLink(place, plain(change.post.title), more=more) if place is not None else None


def of_medal(medal: Medal, _origin: str) -> RowLink:
    """Return the link of a medal: the wiki page of all medals, as single ones have none."""
    return RowLink(ThingPlace("wiki", "en/Medals"), medal.name)


def _linked(url: str, origin: str) -> Place | None:
    """Return the place of a URL of osu!; None for other URLs."""
    return parse(url, origins=(origin,)) if url else None

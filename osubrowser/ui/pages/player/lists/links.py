"""Links of the rows of a player's lists: scores, beatmaps, players, forum posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.players.activity import event_text
from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    Place,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.places.urls import parse
from osubrowser.services.text.plain import plain
from osubrowser.ui.lists.row_links import RowLink, place_of_score
from osubrowser.ui.widgets.menus import escaped

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset
    from osubrowser.api.entities.events import Event
    from osubrowser.api.entities.kudosu import KudosuHistory
    from osubrowser.api.entities.scores import Score
    from osubrowser.api.entities.user_beatmaps import BeatmapPlaycount
    from osubrowser.models.players.medals import Medal


def of_score(score: Score, _origin: str) -> RowLink | None:
    """Return the link of a score: the score, or its beatmap if it has no id."""
    beatmap = _beatmap_place(score.beatmap_id, score.beatmap, score.mode)
    more = [("Open &beatmap", beatmap)] if beatmap is not None else []
    name = song(score.beatmapset, score.beatmap)
    place: Place | None = place_of_score(score)
    if place is None:
        place, more = beatmap, []
    if place is None:
        return None
    return RowLink(place, name, more=(*more, *_mapper(score.beatmapset)))


def of_beatmapset(beatmapset: Beatmapset, _origin: str) -> RowLink:
    """Return the link of a beatmapset."""
    return RowLink(BeatmapsetPlace(beatmapset.id), song(beatmapset, None), more=_mapper(beatmapset))


def of_played(played: BeatmapPlaycount, _origin: str) -> RowLink | None:
    """Return the link of a most played beatmap."""
    mode = played.beatmap.mode if played.beatmap is not None else None
    place = _beatmap_place(played.beatmap_id, played.beatmap, mode)
    if place is None:
        return None
    return RowLink(place, song(played.beatmapset, played.beatmap), more=_mapper(played.beatmapset))


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


def song(beatmapset: Beatmapset | None, beatmap: BeatmapCompact | None) -> str:
    """Format a beatmap: `Artist - Title [Difficulty]`."""
    said = f"{beatmapset.artist} - {beatmapset.title}" if beatmapset is not None else ""
    return plain(f"{said} [{beatmap.version}]".lstrip() if beatmap is not None else said)


def _beatmap_place(number: int, beatmap: BeatmapCompact | None, mode: object) -> Place | None:
    known = str(mode) if str(mode) in ("osu", "taiko", "fruits", "mania") else None
    if beatmap is not None and beatmap.beatmapset_id and known is not None:
        return BeatmapsetPlace(beatmap.beatmapset_id, beatmap.id, known)
    return BeatmapPlace(number, known) if number else None


def _mapper(beatmapset: Beatmapset | None) -> tuple[tuple[str, Place], ...]:
    if beatmapset is None or not beatmapset.user_id:
        return ()
    name = escaped(plain(beatmapset.creator, 40))
    return ((f"Open &mapper {name}".rstrip(), UserPlace(beatmapset.user_id)),)


def _linked(url: str, origin: str) -> Place | None:
    """Return the place of a URL of osu!; None for other URLs."""
    return parse(url, origins=(origin,)) if url else None

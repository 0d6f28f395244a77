"""Links of rows of beatmaps: beatmapsets, their difficulties, most played beatmaps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from osubrowser.services.places.places import (
    MODES,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    Place,
    UserPlace,
)
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.widgets.menus import escaped

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset, BeatmapsetCompact
    from osubrowser.api.entities.user_beatmaps import BeatmapPlaycount
    from osubrowser.models.beatmaps.difficulty_match import ListedDifficulty


def of_beatmapset(beatmapset: Beatmapset, _origin: str = "", *, mode: str | None = None) -> RowLink:
    """Return the link of a beatmapset; with a ruleset, at a difficulty of it."""
    place = BeatmapsetPlace(beatmapset.id, mode=mode)
    more = (*mapper_of(beatmapset), *parts_of(place), *songs_of(beatmapset))
    return RowLink(place, song(beatmapset, None), more=more)


def of_difficulty(one: ListedDifficulty, _origin: str = "") -> RowLink:
    """Return the link of a difficulty of the listing: its set, at the difficulty."""
    beatmapset, mode = one.beatmapset, one.mode if one.mode in MODES else None
    place = BeatmapsetPlace(beatmapset.id, one.beatmap.id if mode else None, mode)
    more = (*mapper_of(beatmapset, one.beatmap), *parts_of(place), *songs_of(beatmapset))
    return RowLink(place, song(beatmapset, one.beatmap), more=more)


def of_played(played: BeatmapPlaycount, _origin: str = "") -> RowLink | None:
    """Return the link of a most played beatmap."""
    mode = played.beatmap.mode if played.beatmap is not None else None
    place = beatmap_place(played.beatmap_id, played.beatmap, mode)
    if place is None:
        return None
    name = song(played.beatmapset, played.beatmap)
    mapper = mapper_of(played.beatmapset, played.beatmap)
    more = (*mapper, *leaderboard_of(place), *songs_of(played.beatmapset))
    return RowLink(place, name, more=more)


def song(beatmapset: BeatmapsetCompact | None, beatmap: BeatmapCompact | None) -> str:
    """Format a beatmap: `Artist - Title [Difficulty]`."""
    said = f"{beatmapset.artist} - {beatmapset.title}" if beatmapset is not None else ""
    return plain(f"{said} [{beatmap.version}]".lstrip() if beatmap is not None else said)


def beatmap_place(number: int, beatmap: BeatmapCompact | None, mode: object) -> Place | None:
    """Return the place of a difficulty; None without an id.

    Args:
        number: its id.
        beatmap: the difficulty, or None if it is gone.
        mode: the ruleset it is played in.
    """
    known = str(mode) if str(mode) in MODES else None
    if beatmap is not None and beatmap.beatmapset_id and known is not None:
        return BeatmapsetPlace(beatmap.beatmapset_id, beatmap.id, known)
    return BeatmapPlace(number, known) if number else None


def mapper_of(
    beatmapset: BeatmapsetCompact | None, beatmap: BeatmapCompact | None = None
) -> tuple[tuple[str, Place], ...]:
    """Return the mapper of a set as a further place of a link, with its menu label.

    Args:
        beatmapset: the set; None for none.
        beatmap: a difficulty of it, whose guest mapper is another one; None for none.
    """
    if beatmapset is None or not beatmapset.user_id:
        return ()
    name = escaped(plain(beatmapset.creator, 40))
    mapper = (tr("Open &mapper {name}").format(name=name).rstrip(), UserPlace(beatmapset.user_id))
    guest = beatmap.user_id if beatmap is not None else None
    if not guest or guest == beatmapset.user_id:
        return (mapper,)
    return mapper, (tr("Open &guest mapper"), UserPlace(guest))


def parts_of(place: BeatmapsetPlace) -> tuple[tuple[str, Place], ...]:
    """Return the sections of a set as further places of a link, with their menu labels."""
    return (
        *leaderboard_of(place),
        (tr("Open &discussion"), replace(place, section="discussion")),
        (tr("Open c&omments"), replace(place, section="comments")),
    )


def leaderboard_of(place: Place | None) -> tuple[tuple[str, Place], ...]:
    """Return the leaderboard of a beatmap as a further place of a link, with its menu label."""
    if isinstance(place, BeatmapsetPlace | BeatmapPlace):
        return ((tr("Open &leaderboard"), replace(place, section="scores")),)
    return ()


def songs_of(beatmapset: BeatmapsetCompact | None) -> tuple[tuple[str, Place], ...]:
    """Return the beatmaps with songs of the same artist, with a menu label; () for no artist."""
    artist = " ".join((beatmapset.artist if beatmapset is not None else "").split())
    if not artist or '"' in artist:
        return ()
    found = BeatmapsPlace((("q", f'artist="{artist}"'), ("s", "any")))
    return ((tr("Songs of {artist}").format(artist=escaped(plain(artist, 40))), found),)

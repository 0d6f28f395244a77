"""Links of rows of beatmaps: beatmapsets, their difficulties, most played beatmaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.places.places import (
    MODES,
    BeatmapPlace,
    BeatmapsetPlace,
    Place,
    UserPlace,
)
from osubrowser.services.text.plain import plain
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.widgets.menus import escaped

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset, BeatmapsetCompact
    from osubrowser.api.entities.user_beatmaps import BeatmapPlaycount
    from osubrowser.models.beatmaps.difficulty_match import ListedDifficulty


def of_beatmapset(beatmapset: Beatmapset, _origin: str = "", *, mode: str | None = None) -> RowLink:
    """Return the link of a beatmapset; with a ruleset, at a difficulty of it."""
    place = BeatmapsetPlace(beatmapset.id, mode=mode)
    return RowLink(place, song(beatmapset, None), more=mapper_of(beatmapset))


def of_difficulty(one: ListedDifficulty, _origin: str = "") -> RowLink:
    """Return the link of a difficulty of the listing: its set, at the difficulty."""
    beatmapset, mode = one.beatmapset, one.mode if one.mode in MODES else None
    place = BeatmapsetPlace(beatmapset.id, one.beatmap.id if mode else None, mode)
    return RowLink(place, song(beatmapset, one.beatmap), more=mapper_of(beatmapset))


def of_played(played: BeatmapPlaycount, _origin: str = "") -> RowLink | None:
    """Return the link of a most played beatmap."""
    mode = played.beatmap.mode if played.beatmap is not None else None
    place = beatmap_place(played.beatmap_id, played.beatmap, mode)
    if place is None:
        return None
    name = song(played.beatmapset, played.beatmap)
    return RowLink(place, name, more=mapper_of(played.beatmapset))


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


def mapper_of(beatmapset: BeatmapsetCompact | None) -> tuple[tuple[str, Place], ...]:
    """Return the mapper of a set as a further place of a link, with its menu label."""
    if beatmapset is None or not beatmapset.user_id:
        return ()
    name = escaped(plain(beatmapset.creator, 40))
    return ((f"Open &mapper {name}".rstrip(), UserPlace(beatmapset.user_id)),)

"""Beatmapset with a chosen difficulty: the subject of its page, loaded on a worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from osubrowser.models.beatmaps.columns import artist_of, title_of
from osubrowser.services.places.places import MODES, BeatmapPlace, BeatmapsetPlace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset

_NO_NUMBER: Final = len(MODES)


@dataclass(frozen=True, slots=True)
class BeatmapsetSubject:
    """Beatmapset, and the difficulty that is chosen of it.

    Attributes:
        beatmapset: the set as osu! sent it, with difficulties and converts.
        beatmap: the chosen difficulty, or convert; None for a set without difficulties.
        mode: the ruleset of the difficulty, as the API writes it.
        title: title and artist for the window, romanised.
        is_missing: whether a difficulty was asked for that the set does not have.
    """

    beatmapset: Beatmapset
    beatmap: Beatmap | None
    mode: str
    title: str
    is_missing: bool = False

    @property
    def id(self) -> int:
        """Id of the set."""
        return self.beatmapset.id

    @property
    def notice(self) -> str:
        """What is unusual about the set, or about what was asked for; "" for nothing."""
        if self.beatmap is None:
            return "This beatmapset has no difficulties."
        return (
            "This set does not have the difficulty that was asked for." if self.is_missing else ""
        )

    @property
    def key(self) -> tuple[int, str]:
        """Identity of the difficulty: its id, or 0, and the ruleset; converts share ids."""
        return (self.beatmap.id if self.beatmap is not None else 0, self.mode)

    def at(self, place: BeatmapsetPlace) -> BeatmapsetSubject:
        """Return the set with the difficulty of a place; cheap, without a load."""
        beatmap, is_missing = choose(self.beatmapset, place)
        mode = mode_of(beatmap) or place.mode or "osu"
        return replace(self, beatmap=beatmap, mode=mode, is_missing=is_missing)


def load_beatmapset(client: Client, place: BeatmapsetPlace | BeatmapPlace) -> BeatmapsetSubject:
    """Load the set of a place from `beatmapsets/{id}`, or `beatmapsets/lookup` of a difficulty.

    Blocks, for a worker.

    Raises:
        NotFound: there is no such set or difficulty, or it is deleted.
        OsuError: the request failed.
    """
    if isinstance(place, BeatmapPlace):
        beatmapset = client.beatmapset(beatmap_id=place.id)
        there = place.in_set(beatmapset.id)
    else:
        beatmapset, there = client.beatmapset(place.id), place
    title, artist = title_of(beatmapset, original=False), artist_of(beatmapset, original=False)
    words = f"{title} by {artist}" if artist else title
    return BeatmapsetSubject(beatmapset, None, there.mode or "osu", words).at(there)


def choose(beatmapset: Beatmapset, place: BeatmapsetPlace) -> tuple[Beatmap | None, bool]:
    """Return the difficulty that a place names, else the default one.

    The default one is the hardest of the place's ruleset, also among converts; without a ruleset,
    that of the set's first ruleset.

    Returns:
        The difficulty, None if there is none at all; and whether the named one is missing.
    """
    own, converts = beatmapset.beatmaps or [], beatmapset.converts or []
    mode = place.mode
    if place.beatmap is not None:
        found = [one for one in (*own, *converts) if one.id == place.beatmap]
        if found:
            return next((one for one in found if mode in (None, mode_of(one))), found[0]), False
    for group in (own, converts) if mode is not None else (own,):
        fitting = ordered(one for one in group if mode in (None, mode_of(one)))
        if fitting:
            first = mode_of(fitting[0])
            return [one for one in fitting if mode_of(one) == first][-1], place.beatmap is not None
    everything = ordered(own) or ordered(converts)
    wanted = place.beatmap is not None or place.mode is not None
    return (everything[-1] if everything else None), wanted


def ordered(beatmaps: Iterable[Beatmap]) -> list[Beatmap]:
    """Return difficulties by ruleset, number of keys in mania, stars and id, as the website."""
    return sorted(
        beatmaps,
        key=lambda one: (
            MODES.index(mode_of(one)) if mode_of(one) in MODES else _NO_NUMBER,
            one.cs if mode_of(one) == "mania" and not one.convert else 0.0,
            one.difficulty_rating,
            one.id,
        ),
    )


def mode_of(beatmap: Beatmap | None) -> str:
    """Return the ruleset of a difficulty; "" for an unknown one."""
    return str(beatmap.mode) if beatmap is not None and beatmap.mode is not None else ""

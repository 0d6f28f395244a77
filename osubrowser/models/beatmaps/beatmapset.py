"""Beatmapset with a chosen difficulty: the subject of its page, loaded on a worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from osubrowser.api.errors import NotFound, ServerTrouble
from osubrowser.models.beatmaps.difficulty_entry import entry_of
from osubrowser.models.beatmaps.set_heading import heading_of
from osubrowser.services.places.places import MODES, BeatmapPlace, BeatmapsetPlace, ThingPlace
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
    from osubrowser.models.beatmaps.difficulty_entry import DifficultyEntry
    from osubrowser.models.beatmaps.set_heading import SetHeading

_NO_NUMBER: Final = len(MODES)
_MOST_ENTRIES: Final = 1000


@dataclass(frozen=True, slots=True)
class BeatmapsetSubject:
    """Beatmapset, and the difficulty that is chosen of it.

    Attributes:
        beatmapset: the set as osu! sent it, with difficulties and converts.
        beatmap: the chosen difficulty, or convert; None for a set without difficulties.
        mode: the ruleset of the difficulty, as the API writes it.
        title: title and artist for the window, romanised.
        romanised, original: texts about the set, by the script of its titles.
        entries: all difficulties and converts with their texts, in the order of `ordered`.
        is_missing: whether a difficulty was asked for that the set does not have.
    """

    beatmapset: Beatmapset
    beatmap: Beatmap | None
    mode: str
    title: str
    romanised: SetHeading
    original: SetHeading
    entries: tuple[DifficultyEntry, ...]
    is_missing: bool = False

    @property
    def id(self) -> int:
        """Id of the set."""
        return self.beatmapset.id

    @property
    def notice(self) -> str:
        """What is unusual about the set, or about what was asked for; "" for nothing."""
        said = [self.romanised.notice]
        if self.beatmap is None:
            said.append(tr("This beatmapset has no difficulties."))
        elif self.is_missing:
            said.append(tr("This set does not have the difficulty that was asked for."))
        return " ".join(filter(None, said))

    @property
    def entry(self) -> DifficultyEntry | None:
        """The chosen difficulty with its texts."""
        return next((one for one in self.entries if one.key == self.key), None)

    @property
    def modes(self) -> tuple[str, ...]:
        """Rulesets of the set, those of converts too, in the order of `MODES`."""
        found = {one.mode for one in self.entries}
        return tuple(mode for mode in MODES if mode in found)

    def entries_in(self, mode: str) -> tuple[DifficultyEntry, ...]:
        """Return the difficulties of a ruleset, the easiest first."""
        return tuple(one for one in self.entries if one.mode == mode)

    def heading(self, *, is_original: bool) -> SetHeading:
        """Return the texts about the set, in the original script or romanised."""
        return self.original if is_original else self.romanised

    @property
    def key(self) -> tuple[int, str]:
        """Identity of the difficulty: its id, or 0, and the ruleset; converts share ids."""
        return (self.beatmap.id if self.beatmap is not None else 0, self.mode)

    def at(self, place: BeatmapsetPlace) -> BeatmapsetSubject:
        """Return the set with the difficulty of a place; cheap, without a load."""
        beatmap, is_missing = choose(self.beatmapset, place)
        mode = mode_of(beatmap) or place.mode or "osu"
        return replace(self, beatmap=beatmap, mode=mode, is_missing=is_missing)


def load_beatmapset(
    client: Client, place: BeatmapsetPlace | BeatmapPlace | ThingPlace
) -> BeatmapsetSubject:
    """Load the set of a place from `beatmapsets/{id}`, or `beatmapsets/lookup` of a difficulty.

    The set of a discussion is the one that it is about. Blocks, for a worker.

    Raises:
        NotFound: there is no such set or difficulty, or it is deleted.
        OsuError: the request failed.
    """
    if isinstance(place, ThingPlace):
        place = _set_of(client, place)
    if isinstance(place, BeatmapPlace):
        beatmapset = identified(client.beatmapset(beatmap_id=place.id))
        there = place.in_set(beatmapset.id)
    else:
        beatmapset, there = identified(client.beatmapset(place.id), place.id), place
    return subject_of(beatmapset, datetime.now(UTC)).at(there)


def identified(beatmapset: Beatmapset, asked: int = 0) -> Beatmapset:
    """Return a set with the id that it was asked for, or that its difficulties say, if it has none.

    Raises:
        ServerTrouble: nothing says which set it is.
    """
    if beatmapset.id > 0:
        return beatmapset
    known = (asked, *(one.beatmapset_id for one in beatmapset.beatmaps or ()))
    number = next((one for one in known if one > 0), None)
    if number is None:
        raise ServerTrouble("osu! sent a beatmapset without its number")
    import msgspec

    return msgspec.structs.replace(beatmapset, id=number)


def subject_of(beatmapset: Beatmapset, now: datetime) -> BeatmapsetSubject:
    """Return a set with all its texts, at no difficulty. Takes some milliseconds, for a worker."""
    romanised = heading_of(beatmapset, now, original=False)
    title, artist = romanised.title, romanised.artist
    everything = ordered((*(beatmapset.beatmaps or ()), *(beatmapset.converts or ())))
    return BeatmapsetSubject(
        beatmapset,
        None,
        "osu",
        tr("{title} by {artist}").format(title=title, artist=artist) if artist else title,
        romanised,
        heading_of(beatmapset, now, original=True),
        tuple(
            entry_of(beatmapset, one, mode_of(one))
            for one in everything[:_MOST_ENTRIES]
            if mode_of(one) in MODES
        ),
    )


def place_in(beatmapset: int, place: ThingPlace) -> BeatmapsetPlace:
    """Return the place of a discussion on the page of its set."""
    return BeatmapsetPlace(beatmapset, section="discussion", at=int(place.key))


def _set_of(client: Client, place: ThingPlace) -> BeatmapsetPlace:
    """Return the set that a discussion is about, from osu!."""
    number = int(place.key)
    posts = client.beatmapset_discussion_posts(number, types=["first"])
    found = next((one.beatmapset_id for one in posts.discussions if one.id == number), None)
    if not found:
        raise NotFound("it is about no beatmapset")
    return place_in(found, place)


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

"""Snapshots of the counters of beatmapsets and of their difficulties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from osubrowser.api.entities.beatmap_packs import BeatmapPack
from osubrowser.api.entities.beatmaps import Beatmap, Beatmaps, Beatmapset
from osubrowser.api.entities.beatmapset_search import BeatmapsetSearchResult
from osubrowser.services.history.figures import Figures, of_beatmap, of_beatmapset
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.snapshots import add_snapshot
from osubrowser.services.history.subjects import Subject, SubjectKind

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.api.entities.beatmaps import BeatmapsetCompact


class BeatmapFigures:
    """Topic of beatmaps' counters: the listing, sets, difficulties, packs and players' lists.

    Converts have no series: they share the id of the difficulty that they are made from.
    """

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write the counters of each set and difficulty that a response shows in full."""
        differences: list[Difference] = []
        for subject, figures in dict(_seen(observation)).items():
            differences += add_snapshot(connection, subject, observation.at, figures)
        return differences


def shown_sets(observation: Observation) -> Iterator[BeatmapsetCompact]:
    """Yield the beatmapsets that a response is about, in the order of the response."""
    entity, segments = observation.entity, observation.segments
    if isinstance(entity, Beatmapset):
        yield entity
    elif isinstance(entity, BeatmapsetSearchResult):
        yield from entity.beatmapsets
    elif isinstance(entity, BeatmapPack):
        yield from entity.beatmapsets or ()
    elif isinstance(entity, Beatmap):
        if entity.beatmapset is not None:
            yield entity.beatmapset
    elif isinstance(entity, Beatmaps):
        yield from (one.beatmapset for one in entity.beatmaps if one.beatmapset is not None)
    elif isinstance(entity, list) and segments[:1] == ("users",):
        for one in entity:  # BeatmapPlaycount of `most_played` has no counters of difficulties
            found = one if isinstance(one, Beatmapset) else getattr(one, "beatmapset", None)
            if segments[2:3] == ("beatmapsets",) and isinstance(found, Beatmapset):
                yield found


def shown_beatmaps(observation: Observation) -> Iterator[Beatmap]:
    """Yield the difficulties that a response is about, without converts."""
    entity = observation.entity
    found: list[Beatmap] = []
    if isinstance(entity, Beatmap):
        found.append(entity)
    elif isinstance(entity, Beatmaps):
        found += entity.beatmaps
    else:
        for one in shown_sets(observation):
            found += one.beatmaps or ()
    yield from (one for one in found if one.id > 0 and not one.convert)


def _seen(observation: Observation) -> Iterator[tuple[Subject, Figures]]:
    for beatmapset in shown_sets(observation):
        if beatmapset.id > 0:
            figures = of_beatmapset(beatmapset)
            yield Subject(SubjectKind.BEATMAPSET, beatmapset.id), figures
    for beatmap in shown_beatmaps(observation):
        yield Subject(SubjectKind.BEATMAP, beatmap.id), of_beatmap(beatmap)

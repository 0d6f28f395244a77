"""Links of replays: the view, and the places of score, player and beatmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.replays.library_rows import title_of
from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    ReplayPlace,
    ScorePlace,
    UserPlace,
)
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.row_links import RowLink

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osubrowser.services.places.places import Place
    from osubrowser.services.replays.records import ReplayRecord


def link_of(record: ReplayRecord, _origin: str = "") -> RowLink | None:
    """Return the link of a replay: its view, and the places of its score, player and beatmap."""
    try:
        place = ReplayPlace((record.file,))
    except ValueError:
        return None  # no path that a place can have
    return RowLink(place, title_of(record, original=False), more=tuple(_places_of(record)))


def _places_of(record: ReplayRecord) -> Iterable[tuple[str, Place]]:
    beatmap = record.beatmap
    mode = record.ruleset.value if record.ruleset_id in range(4) else None
    if record.score_id:
        yield tr("Open &score"), ScorePlace(record.score_id)
    elif record.legacy_id and mode is not None:
        yield tr("Open &score"), ScorePlace(record.legacy_id, mode)
    if plain(record.player):
        yield tr("Open &player"), UserPlace(plain(record.player), mode)
    if beatmap is not None and beatmap.beatmapset_id and beatmap.beatmap_id:
        place = BeatmapsetPlace(beatmap.beatmapset_id, beatmap.beatmap_id, mode)
        yield tr("Open &beatmap"), place
    elif beatmap is not None and beatmap.beatmap_id:
        yield tr("Open &beatmap"), BeatmapPlace(beatmap.beatmap_id, mode)

"""Links of rows of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.beatmap_links import beatmap_place, leaderboard_of, mapper_of, song
from osubrowser.ui.lists.row_links import RowLink, place_of_score

if TYPE_CHECKING:
    from osubrowser.api.entities.scores import Score
    from osubrowser.services.places.places import Place


def of_score(score: Score, _origin: str) -> RowLink | None:
    """Return the link of a score: the score, or its beatmap if it has no id."""
    beatmap = beatmap_place(score.beatmap_id, score.beatmap, score.mode)
    more = [(tr("Open &beatmap"), beatmap)] if beatmap is not None else []
    name = song(score.beatmapset, score.beatmap)
    place: Place | None = place_of_score(score)
    if place is None:
        place, more = beatmap, []
    if place is None:
        return None
    mapper = mapper_of(score.beatmapset, score.beatmap)
    return RowLink(place, name, more=(*more, *leaderboard_of(beatmap), *mapper))

"""Export records of a player's lists: exact values under the names of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.players.activity import event_text
from osubrowser.models.scores.columns import combo_of, weighted_pp
from osubrowser.models.text.dates import exact

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset
    from osubrowser.api.entities.events import Event
    from osubrowser.api.entities.kudosu import KudosuHistory
    from osubrowser.api.entities.scores import Score
    from osubrowser.api.entities.user_beatmaps import BeatmapPlaycount
    from osubrowser.models.players.comparison import Pair
    from osubrowser.models.players.medals import Medal
    from osubrowser.models.players.shared_scores import SharedScore
    from osubrowser.models.table.column import Record


def score_record(score: Score) -> Record:
    """Return the record of a score."""
    statistics = score.statistics
    return {
        "score_id": score.score_id,
        "legacy_score_id": score.legacy_score_id,
        "user_id": score.user_id,
        "mode": score.mode,
        "grade": score.rank,
        "passed": score.passed,
        **_set(score.beatmapset),
        **_beatmap(score.beatmap, score.beatmap_id),
        "mods": " ".join(map(str, score.mods)),
        "accuracy": score.accuracy,
        "max_combo": combo_of(score),
        "total_score": score.total_score,
        "legacy_total_score": score.legacy_total_score,
        "count_geki": statistics.count_geki,
        "count_300": statistics.count_300,
        "count_katu": statistics.count_katu,
        "count_100": statistics.count_100,
        "count_50": statistics.count_50,
        "count_miss": statistics.count_miss,
        "pp": score.pp,
        "weighted_pp": weighted_pp(score),
        "weight_percent": score.weight.percentage if score.weight is not None else None,
        "ended_at": exact(score.ended_at),
        "has_replay": score.has_replay,
    }


def beatmapset_record(beatmapset: Beatmapset) -> Record:
    """Return the record of a beatmapset."""
    return {
        **_set(beatmapset),
        "status": beatmapset.status,
        "difficulties": len(beatmapset.beatmaps or ()),
        "difficulty_ratings": sorted(b.difficulty_rating for b in beatmapset.beatmaps or ()),
        "play_count": beatmapset.play_count,
        "favourite_count": beatmapset.favourite_count,
        "bpm": beatmapset.bpm,
        "ranked_date": exact(beatmapset.ranked_date),
        "last_updated": exact(beatmapset.last_updated),
        "submitted_date": exact(beatmapset.submitted_date),
    }


def played_record(played: BeatmapPlaycount) -> Record:
    """Return the record of a most played beatmap."""
    return {
        **_set(played.beatmapset),
        **_beatmap(played.beatmap, played.beatmap_id),
        "count": played.count,
    }


def event_record(event: Event) -> Record:
    """Return the record of an event."""
    thing = event.beatmap or event.beatmapset
    return {
        "id": event.id,
        "type": event.type,
        "event": event_text(event).text,
        "mode": event.mode,
        "rank": event.rank,
        "grade": event.score_rank,
        "url": thing.url if thing is not None else None,
        "created_at": exact(event.created_at),
    }


def kudosu_record(change: KudosuHistory) -> Record:
    """Return the record of a change of kudosu."""
    return {
        "id": change.id,
        "amount": change.amount,
        "action": change.action,
        "giver": change.giver.username if change.giver is not None else None,
        "post": change.post.title,
        "url": change.post.url,
        "created_at": exact(change.created_at),
    }


def medal_record(medal: Medal) -> Record:
    """Return the record of a medal."""
    return {
        "achievement_id": medal.won.achievement_id,
        "name": medal.about.name if medal.about is not None else None,
        "description": medal.about.description if medal.about is not None else None,
        "achieved_at": exact(medal.won.achieved_at),
    }


def pair_record(pair: Pair) -> Record:
    """Return the record of a figure of two players."""
    known = pair.left_value is not None and pair.right_value is not None
    return {
        "figure": pair.key,
        "label": pair.label,
        "left": pair.left_value,
        "right": pair.right_value,
        "difference": (pair.left_value or 0) - (pair.right_value or 0) if known else None,
        "ahead": {1: "left", -1: "right"}.get(pair.ahead),
    }


def shared_record(shared: SharedScore) -> Record:
    """Return the record of the scores of two players on one beatmap."""
    record: Record = {
        **_set(shared.left.beatmapset),
        **_beatmap(shared.left.beatmap, shared.left.beatmap_id),
    }
    for side, score in (("left", shared.left), ("right", shared.right)):
        record |= {
            f"{side}_score_id": score.score_id,
            f"{side}_pp": score.pp,
            f"{side}_accuracy": score.accuracy,
            f"{side}_max_combo": combo_of(score),
            f"{side}_mods": " ".join(map(str, score.mods)),
            f"{side}_grade": score.rank,
            f"{side}_ended_at": exact(score.ended_at),
        }
    return record


def _set(beatmapset: Beatmapset | None) -> Record:
    return {
        "beatmapset_id": beatmapset.id if beatmapset is not None else None,
        "artist": beatmapset.artist if beatmapset is not None else None,
        "artist_unicode": beatmapset.artist_unicode if beatmapset is not None else None,
        "title": beatmapset.title if beatmapset is not None else None,
        "title_unicode": beatmapset.title_unicode if beatmapset is not None else None,
        "creator": beatmapset.creator if beatmapset is not None else None,
    }


def _beatmap(beatmap: BeatmapCompact | None, number: int) -> Record:
    return {
        "beatmap_id": number,
        "version": beatmap.version if beatmap is not None else None,
        "difficulty_rating": beatmap.difficulty_rating if beatmap is not None else None,
        "status": beatmap.status if beatmap is not None else None,
        "total_length": beatmap.total_length if beatmap is not None else None,
    }

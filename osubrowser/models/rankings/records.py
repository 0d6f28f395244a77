"""Export records of rankings: exact values under the names of the API."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from osubrowser.api.entities.countries import CountryStatistics
    from osubrowser.api.entities.teams import TeamStatistics
    from osubrowser.api.entities.users import UserCompact, UserStatistics
    from osubrowser.models.table.column import Record, Row
    from osubrowser.services.places.places import RankingsPlace


def record(place: RankingsPlace, row: Row[Any]) -> Record:
    """Return the record of a row; all records of one ranking have the same field names."""
    makers: dict[str, Callable[[Any], Record]] = {
        "country": _country,
        "team": _team,
        "kudosu": _kudosu,
    }
    return {"rank": row.number, **makers.get(place.type, _statistics)(row.item)}


def _player(user: UserCompact | None) -> Record:
    team = user.team if user is not None else None
    country = user.country if user is not None else None
    return {
        "user_id": user.id if user is not None else None,
        "username": user.username if user is not None else None,
        "country_code": user.country_code if user is not None else None,
        "country": country.name if country is not None else None,
        "team_id": team.id if team is not None else None,
        "team": team.short_name if team is not None else None,
    }


def _statistics(s: UserStatistics) -> Record:
    grades = s.grade_counts
    return {
        **_player(s.user),
        "global_rank": s.global_rank,
        "rank_change_since_30_days": s.rank_change_since_30_days,
        "pp": s.pp,
        "hit_accuracy": s.hit_accuracy,
        "accuracy": s.accuracy,
        "play_count": s.play_count,
        "play_time": s.play_time,
        "ranked_score": s.ranked_score,
        "total_score": s.total_score,
        "total_hits": s.total_hits,
        "maximum_combo": s.maximum_combo,
        "replays_watched_by_others": s.replays_watched_by_others,
        "level": s.level.current,
        "level_progress": s.level.progress,
        "ssh": grades.ssh,
        "ss": grades.ss,
        "sh": grades.sh,
        "s": grades.s,
        "a": grades.a,
    }


def _kudosu(user: UserCompact) -> Record:
    kudosu = user.kudosu
    return {
        **_player(user),
        "kudosu_total": kudosu.total if kudosu is not None else None,
        "kudosu_available": kudosu.available if kudosu is not None else None,
    }


def _country(s: CountryStatistics) -> Record:
    return {
        "code": s.code,
        "country": s.country.name if s.country is not None else None,
        "active_users": s.active_users,
        "play_count": s.play_count,
        "ranked_score": s.ranked_score,
        "performance": s.performance,
    }


def _team(s: TeamStatistics) -> Record:
    return {
        "team_id": s.team_id,
        "name": s.team.name if s.team is not None else None,
        "short_name": s.team.short_name if s.team is not None else None,
        "member_count": s.member_count,
        "play_count": s.play_count,
        "ranked_score": s.ranked_score,
        "performance": s.performance,
    }

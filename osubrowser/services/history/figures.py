"""Figures of subjects: their fields, and which of them an entity of the API has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.api.entities.users import UserStatistics
from osubrowser.services.history.subjects import SubjectKind

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import Beatmap, BeatmapsetCompact
    from osubrowser.api.entities.team_pages import TeamRulesetStatistics
    from osubrowser.api.entities.teams import TeamStatistics


class Field(NamedTuple):
    """Figure of a subject.

    Attributes:
        name: its name.
        scale: what a value is multiplied with before it is stored as a whole number.
    """

    name: str
    scale: int = 1


FIELDS: Final[Mapping[SubjectKind, tuple[Field, ...]]] = {
    SubjectKind.PLAYER: (
        Field("global_rank"),
        Field("country_rank"),
        Field("pp", 1_000),
        Field("accuracy", 1_000_000),
        Field("play_count"),
        Field("play_time"),
        Field("ranked_score"),
        Field("total_score"),
        Field("total_hits"),
        Field("maximum_combo"),
        Field("replays_watched"),
        Field("level", 100),
        Field("ss"),
        Field("ssh"),
        Field("s"),
        Field("sh"),
        Field("a"),
        Field("followers"),
    ),
    SubjectKind.BEATMAPSET: (
        Field("play_count"),
        Field("favourite_count"),
        Field("status"),
        Field("rating", 1_000),
        Field("hype"),
        Field("nominations"),
    ),
    SubjectKind.BEATMAP: (
        Field("play_count"),
        Field("pass_count"),
        Field("stars", 1_000),
    ),
    SubjectKind.TEAM: (
        Field("rank"),
        Field("performance", 1_000),
        Field("ranked_score"),
        Field("play_count"),
        Field("member_count"),
    ),
}
"""Figures by kind. Their order is stored: new ones are appended, none is removed.

A rank of 0 means that the subject has none. `accuracy` is in percent, `play_time` in seconds,
`level` with the progress as its fraction, `status` the API's `ranked` plus 2 (0 graveyard to 6).
"""

Figures = Mapping[str, float]
"""Values by the name of the field; those that are not known are missing."""

_LARGEST: Final = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Figures of a subject at one time.

    Attributes:
        at: Unix time in seconds.
        figures: values by the name of the field; those that were not known are missing.
    """

    at: int
    figures: Figures


Units = dict[int, int]
"""Stored whole numbers by the index of the field."""


def to_units(kind: SubjectKind, figures: Figures) -> Units:
    """Return figures as the whole numbers that are stored, bounded; unknown names are left out."""
    units: Units = {}
    for index, (name, scale) in enumerate(FIELDS[kind]):
        value = figures.get(name)
        if value is None:
            continue
        bounded = min(_LARGEST, max(0, value * scale))  # a float may become infinite here
        units[index] = bounded if type(bounded) is int else round(bounded)
    return units


def from_units(kind: SubjectKind, units: Mapping[int, int]) -> Figures:
    """Return the figures of stored whole numbers."""
    fields = _BY_INDEX[kind]
    figures: dict[str, float] = {}
    for index, value in units.items():
        if index in fields:
            name, scale = fields[index]
            figures[name] = value if scale == 1 else value / scale
    return figures


_BY_INDEX: Final = {kind: dict(enumerate(fields)) for kind, fields in FIELDS.items()}


# --- figures of entities ------------------------------------------------------------------------


def of_statistics(statistics: UserStatistics, *, has_country_rank: bool) -> Figures:
    """Return the figures of a player in one ruleset.

    Entities have 0 for a number that was not sent. A 0 that the other figures rule out, such as no
    plays with some hits, is therefore no figure.

    Args:
        statistics: of the player.
        has_country_rank: whether such a response has the rank in the country: profiles and pages of
            a country's ranking have, `users` has not.
    """
    country_rank = statistics.country_rank
    if country_rank is None and statistics.rank is not None:
        country_rank = statistics.rank.country
    global_rank = statistics.global_rank
    if statistics.is_ranked is False:
        global_rank, country_rank = global_rank or 0, country_rank or 0
    figures: dict[str, float | None] = {
        "global_rank": global_rank,
        "country_rank": country_rank if has_country_rank else None,
        "pp": statistics.pp,
        "accuracy": statistics.accuracy_percent,
        "play_count": statistics.play_count,
        "play_time": statistics.play_time,
        "ranked_score": statistics.ranked_score,
        "total_score": statistics.total_score,
        "total_hits": statistics.total_hits,
        "maximum_combo": statistics.maximum_combo,
        "replays_watched": statistics.replays_watched_by_others,
    }
    level, grades = statistics.level, statistics.grade_counts
    if level.current:  # the lowest is 1
        figures["level"] = level.current + level.progress / 100
    if grades is not _NO_GRADES:
        figures |= {name: getattr(grades, name) for name in ("ss", "ssh", "s", "sh", "a")}
    if any(figures[name] for name in _OF_PLAYS):
        for name in _OF_PLAYS:
            figures[name] = figures[name] or None
    if statistics.pp:
        figures["ranked_score"] = figures["ranked_score"] or None
    return _known(figures)


_OF_PLAYS: Final = ("accuracy", "play_count", "total_score", "total_hits", "maximum_combo")
_NO_GRADES: Final = UserStatistics().grade_counts
"""Grades of statistics that were sent without: the default itself."""


def of_beatmapset(beatmapset: BeatmapsetCompact) -> Figures:
    """Return the figures of a beatmapset; the short form has no rating and no nominations."""
    status = None if beatmapset.status is None else beatmapset.status.number
    figures: dict[str, float | None] = {
        "play_count": beatmapset.play_count,
        "favourite_count": beatmapset.favourite_count,
        "status": None if status is None else status + 2,
        "hype": None if beatmapset.hype is None else beatmapset.hype.current,
    }
    if isinstance(beatmapset, Beatmapset):
        summary = beatmapset.nominations_summary
        figures["rating"] = beatmapset.rating
        figures["nominations"] = None if summary is None else summary.current
    return _known(figures)


def of_beatmap(beatmap: Beatmap) -> Figures:
    """Return the figures of a difficulty in its own ruleset."""
    return {
        "play_count": beatmap.playcount,
        "pass_count": beatmap.passcount,
        "stars": beatmap.difficulty_rating,
    }


def of_team_row(row: TeamStatistics, rank: int | None) -> Figures:
    """Return the figures of a row of a team ranking, whose rank is its position, if known."""
    return _known(
        {
            "rank": rank,
            "performance": row.performance,
            "ranked_score": row.ranked_score,
            "play_count": row.play_count,
            "member_count": row.member_count,
        }
    )


def of_team(statistics: TeamRulesetStatistics) -> Figures:
    """Return the figures of a team's page, which has neither a rank nor a number of members."""
    return _known(
        {
            "performance": statistics.performance,
            "ranked_score": statistics.ranked_score,
            "play_count": statistics.play_count,
        }
    )


def _known(figures: Mapping[str, float | None]) -> Figures:
    """Return the figures that have a value."""
    return {name: value for name, value in figures.items() if value is not None}

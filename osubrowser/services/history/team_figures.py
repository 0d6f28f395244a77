"""Snapshots of teams' figures, from their pages and rankings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from osubrowser.api.entities.rankings import TeamRankings
from osubrowser.api.entities.team_pages import TeamExtended
from osubrowser.services.history.figures import of_team, of_team_row
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.snapshots import add_snapshot
from osubrowser.services.history.subjects import RULESETS, Subject, SubjectKind

if TYPE_CHECKING:
    import sqlite3

_ROWS: Final = 50
_MOST_DIGITS: Final = 6


class TeamFigures:
    """Topic of teams' figures.

    The rank is the position in a ranking, which a team's page does not have. The page has no number
    of members either: its list leaves out restricted ones.
    """

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write the figures of each team that a response shows."""
        entity, at = observation.entity, observation.at
        differences: list[Difference] = []
        if isinstance(entity, TeamExtended):
            statistics = entity.statistics
            if statistics is None or statistics.ruleset_id not in range(len(RULESETS)):
                return []
            subject = Subject(SubjectKind.TEAM, entity.id, int(statistics.ruleset_id or 0))
            differences += add_snapshot(connection, subject, at, of_team(statistics))
        elif isinstance(entity, TeamRankings) and observation.segments[1:2]:
            if observation.segments[1] not in RULESETS:
                return []
            number = RULESETS.index(observation.segments[1])
            first = _first_rank(observation)
            for position, row in enumerate(entity.ranking):
                rank = None if first is None else first + position
                subject = Subject(SubjectKind.TEAM, row.team_id, number)
                differences += add_snapshot(connection, subject, at, of_team_row(row, rank))
        return differences


def _first_rank(observation: Observation) -> int | None:
    """Return the position of a page's first row; None if the request does not say it."""
    params = observation.params
    if params.keys() & {"cursor_string", "sort"}:
        return None
    page = observation.param("cursor[page]") or observation.param("page") or "1"
    if not (page.isascii() and page.isdecimal() and len(page) <= _MOST_DIGITS and int(page)):
        return None
    return (int(page) - 1) * _ROWS + 1

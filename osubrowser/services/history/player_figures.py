"""Snapshots of players' figures, from every response that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.api.entities.rankings import Rankings
from osubrowser.api.entities.users import User, UserCompact, Users
from osubrowser.services.history.figures import Figures, of_statistics
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.snapshots import add_snapshot
from osubrowser.services.history.subjects import RULESETS, player

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.subjects import Subject

_RANKINGS: Final = "/api/v2/rankings/"


class _Seen(NamedTuple):
    subject: Subject
    figures: Figures
    name: str
    country: str


class PlayerFigures:
    """Topic of players' figures: profiles, `users?ids[]`, and rows of rankings."""

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write the figures of each player that a response shows."""
        for seen in _seen(observation):
            yield from add_snapshot(connection, seen.subject, observation.at, seen.figures)


def _seen(observation: Observation) -> Iterator[_Seen]:
    entity = observation.entity
    if isinstance(entity, User):
        mode = observation.path.rpartition("/")[2]
        ruleset = mode if mode in RULESETS else str(entity.playmode or "")
        if entity.id and entity.statistics is not None and ruleset in RULESETS:
            figures = dict(of_statistics(entity.statistics))
            if entity.follower_count is not None:
                figures["followers"] = entity.follower_count
            yield _row(entity, ruleset, figures)
    elif isinstance(entity, Users):
        for user in entity.users:
            yield from _of_rulesets(user)
    elif isinstance(entity, Rankings) and observation.path.startswith(_RANKINGS):
        ruleset = observation.path.removeprefix(_RANKINGS).partition("/")[0]
        is_variant = "variant" in observation.params
        for row in entity.ranking:
            if row.user is not None and row.user.id and ruleset in RULESETS and not is_variant:
                yield _row(row.user, ruleset, of_statistics(row, is_row=True))


def _of_rulesets(user: UserCompact) -> Iterator[_Seen]:
    rulesets = user.statistics_rulesets
    if user.id and rulesets is not None:
        for ruleset in RULESETS:
            statistics = getattr(rulesets, ruleset)
            if statistics is not None:
                yield _row(user, ruleset, of_statistics(statistics))


def _row(user: UserCompact, ruleset: str, figures: Figures) -> _Seen:
    return _Seen(player(user.id or 0, ruleset), figures, user.username, user.country_code or "")

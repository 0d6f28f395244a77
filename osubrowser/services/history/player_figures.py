"""Snapshots of players' figures, from every response that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.api.entities.rankings import Rankings
from osubrowser.api.entities.users import User, Users
from osubrowser.services.history.days import day_of
from osubrowser.services.history.figures import Figures, of_statistics
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.snapshots import add_ranks, add_snapshot
from osubrowser.services.history.subjects import RULESETS, Subject, player

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.api.entities.users import UserCompact, UserStatistics


class SeenPlayer(NamedTuple):
    """Figures of a player; `ranks` are those of the days until then, for a profile."""

    subject: Subject
    figures: Figures
    ranks: list[int] | None = None


class PlayerFigures:
    """Topic of players' figures: profiles, `users?ids[]`, `users/lookup`, and rows of rankings.

    Not taken are rows of spotlights and of variants (4K, 7K), whose figures are others. Nor are
    friends: a response does not say which ruleset their figures are of.
    """

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write the figures of each player that a response shows."""
        differences: list[Difference] = []
        for seen in seen_players(observation):
            differences += add_snapshot(connection, seen.subject, observation.at, seen.figures)
            if seen.ranks:
                add_ranks(connection, seen.subject, day_of(observation.at), seen.ranks)
        return differences


def seen_players(observation: Observation) -> Iterator[SeenPlayer]:
    """Yield the figures of each player in a ruleset that a response shows."""
    entity, segments = observation.entity, observation.segments
    if isinstance(entity, User):
        if segments and segments[0] in ("users", "me"):
            yield from _of_profile(entity, segments)
    elif isinstance(entity, Users):
        for user in entity.users:
            yield from _of_rulesets(user)
            yield from _of_lookup(user)
    elif isinstance(entity, Rankings) and len(segments) == 3 and segments[0] == "rankings":
        yield from _of_ranking(entity, observation)


def _of_profile(user: User, segments: tuple[str, ...]) -> Iterator[SeenPlayer]:
    """Yield the figures of `users/{user}/{mode}` or `me/{mode}`; without mode it is their own."""
    mode = segments[1 if segments[0] == "me" else 2 :]
    history = user.rank_history
    ruleset = mode[0] if mode else str((history and history.mode) or user.playmode or "")
    if not user.id or ruleset not in RULESETS:
        return
    if user.statistics is not None:
        figures = _of_user(user.statistics, has_country_rank=True)
        if user.follower_count is not None:
            figures["followers"] = user.follower_count
        is_of_mode = history is not None and history.mode in (None, ruleset)
        ranks = history.data if history is not None and is_of_mode else None
        yield SeenPlayer(player(user.id, ruleset), figures, ranks)
    yield from _of_rulesets(user, without=ruleset)


def _of_rulesets(user: UserCompact, without: str = "") -> Iterator[SeenPlayer]:
    rulesets = user.statistics_rulesets
    if not user.id or rulesets is None:
        return
    for ruleset in RULESETS:
        statistics: UserStatistics | None = getattr(rulesets, ruleset)
        if statistics is not None and ruleset != without:
            figures = _of_user(statistics, has_country_rank=False)
            yield SeenPlayer(player(user.id, ruleset), figures)


def _of_lookup(user: UserCompact) -> Iterator[SeenPlayer]:
    """Yield the rank of `users/lookup`."""
    rank = user.global_rank
    number = None if rank is None else rank.ruleset_id
    if user.id and rank is not None and number is not None and 0 <= number < len(RULESETS):
        yield SeenPlayer(player(user.id, RULESETS[number]), {"global_rank": rank.rank or 0})


def _of_ranking(page: Rankings, observation: Observation) -> Iterator[SeenPlayer]:
    """Yield the figures of the rows of a ranking.

    The rank in the country is the position in a page of the country's performance ranking.
    """
    _, ruleset, type_ = observation.segments
    if ruleset not in RULESETS or type_ == "charts" or observation.params.get("variant"):
        return
    has_country_rank = (
        type_ in ("performance", "global")
        and bool(observation.params.get("country"))
        and observation.param("filter") in ("", "all")
    )
    for row in page.ranking:
        if row.user is not None and row.user.id:
            figures = _of_user(row, has_country_rank=has_country_rank)
            yield SeenPlayer(player(row.user.id, ruleset), figures)


def _of_user(statistics: UserStatistics, *, has_country_rank: bool) -> dict[str, float]:
    return dict(of_statistics(statistics, has_country_rank=has_country_rank))

"""Columns and identities of the entries of each ranking."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from osubrowser.models.rankings.figures import (
    change_column,
    global_rank_column,
    performance_figures,
    score_figures,
    spotlight_figures,
)
from osubrowser.models.rankings.groups import country_columns, team_columns
from osubrowser.models.rankings.players import Flag, kudosu_columns, player_columns

if TYPE_CHECKING:
    from osubrowser.api.entities.countries import CountryStatistics
    from osubrowser.api.entities.teams import TeamStatistics
    from osubrowser.api.entities.users import UserCompact, UserStatistics
    from osubrowser.models.table.column import Column
    from osubrowser.services.places.places import RankingsPlace

PAGE_SIZE = 50
"""Entries on one page of every ranking."""
KUDOSU_PAGES = 20
"""Pages of the kudosu ranking, which says neither its total nor where it ends."""

PLAYER_TYPES = frozenset({"performance", "score", "charts", "kudosu"})
"""The ranking types whose entries are players."""


def columns_of(place: RankingsPlace, flag: Flag) -> tuple[Column[Any], ...]:
    """Return the columns of a ranking, in their default order."""
    match place.type:
        case "country":
            return country_columns(flag)
        case "team":
            return team_columns()
        case "kudosu":
            return kudosu_columns(flag)
        case "charts":
            return (*player_columns(flag), *spotlight_figures())
        case "score":
            return (*player_columns(flag), *score_figures())
        case _:
            change = (change_column(),) if knows_change(place) else (global_rank_column(),)
            rank, *player = player_columns(flag)
            return (rank, *change, *player, *performance_figures())


def knows_change(place: RankingsPlace) -> bool:
    """Return whether osu! sends the change over 30 days: in the global performance ranking only."""
    return (
        place.type == "performance"
        and place.country is None
        and place.variant is None
        and place.filter == "all"
    )


def identity_of(place: RankingsPlace) -> Callable[[Any], Hashable]:
    """Return `entry -> identity` of a ranking."""
    match place.type:
        case "country":
            return _country_identity
        case "team":
            return _team_identity
        case "kudosu":
            return _kudosu_identity
        case _:
            return _player_identity


def player_of(place: RankingsPlace, item: Any) -> UserCompact | None:  # noqa: ANN401 - any entry
    """Return the player of an entry; None for countries and teams."""
    if place.type not in PLAYER_TYPES:
        return None
    player: UserCompact | None = item if place.type == "kudosu" else item.user
    return player


def _player_identity(s: UserStatistics) -> Hashable:
    return _kudosu_identity(s.user) if s.user is not None else ("nobody", id(s))


def _kudosu_identity(user: UserCompact) -> Hashable:
    # Deleted players share a name and have no id; each of them is a row.
    return user.id or ("nobody", id(user))


def _country_identity(s: CountryStatistics) -> Hashable:
    return s.code


def _team_identity(s: TeamStatistics) -> Hashable:
    return s.team_id

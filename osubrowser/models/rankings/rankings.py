"""Columns and identities of the entries of each ranking."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from osubrowser.models.rankings.figures import (
    change_column,
    flag_column,
    global_rank_column,
    number_column,
    performance_figures,
    rank_column,
    score_figures,
    spotlight_figures,
)
from osubrowser.models.table.column import CellKind, Column
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, figure
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.entities.countries import CountryStatistics
    from osubrowser.api.entities.teams import TeamStatistics
    from osubrowser.api.entities.users import UserCompact, UserStatistics
    from osubrowser.services.places.places import RankingsPlace


def country_name(s: CountryStatistics) -> str:
    """Return the name of a country; its code if it has none."""
    return plain(s.country.name) if s.country is not None and s.country.name else plain(s.code)


def country_columns(flag: Flag) -> tuple[Column[CountryStatistics], ...]:
    """Return the columns of the country ranking (`rankings/{mode}/country`)."""
    return (
        rank_column(),
        flag_column(flag, lambda s: s.code, country_name),
        Column(
            "country",
            tr("Country"),
            160,
            CellKind.TEXT,
            text=lambda s, _: country_name(s),
            sort=lambda s, _: country_name(s).casefold(),
            strong=True,
        ),
        number_column("active_users", tr("Active players"), 100, lambda s: s.active_users),
        number_column(
            "play_count", tr("Plays"), 90, lambda s: s.play_count, description=tr("Play count")
        ),
        number_column("ranked_score", tr("Ranked score"), 132, lambda s: s.ranked_score),
        _average("average_score", tr("Avg. score"), 114, lambda s: s.ranked_score, _players),
        _performance_column(),
        _average(
            "average_performance", tr("Avg. pp"), 76, lambda s: s.performance, _players, decimals=2
        ),
    )


def _players(s: CountryStatistics) -> int:
    return s.active_users


def _members(s: TeamStatistics) -> int:
    return s.member_count


def _performance_column() -> Column[Any]:
    return Column(
        "performance",
        tr("Performance"),
        96,
        CellKind.NUMBER,
        text=lambda s, _: figure(s.performance),
        sort=lambda s, _: s.performance,
        strong=True,
        description=tr("Performance points, added up as osu! does it"),
    )


def _average(
    key: str,
    title: str,
    width: int,
    value: Callable[[Any], float],
    heads: Callable[[Any], int],
    *,
    decimals: int = 0,
) -> Column[Any]:
    def mean(s: Any, _: int) -> float | None:  # noqa: ANN401 - a country or a team
        if heads(s) <= 0:
            return None
        try:
            return value(s) / heads(s)
        except OverflowError:  # JSON integers are unbounded
            return None

    def text(s: Any, n: int) -> str:  # noqa: ANN401 - a country or a team
        average = mean(s, n)
        return NOTHING if average is None else numerals.decimal(average, decimals)

    return Column(key, title, width, CellKind.NUMBER, text=text, sort=mean)


def team_columns() -> tuple[Column[TeamStatistics], ...]:
    """Return the columns of the team ranking (`rankings/{mode}/team`)."""
    return (
        rank_column(),
        Column(
            "team",
            tr("Tag", "short name of a team"),
            100,
            CellKind.TEAM,
            text=lambda s, _: s.team.short_name if s.team is not None else "",
            sort=lambda s, _: s.team.short_name.casefold() if s.team is not None else "",
            picture=lambda s: s.team.flag_url if s.team is not None else None,
        ),
        Column(
            "name",
            tr("Team"),
            200,
            CellKind.TEXT,
            text=lambda s, _: team_name(s),
            sort=lambda s, _: team_name(s).casefold(),
            tooltip=lambda s: team_name(s),
            strong=True,
        ),
        number_column("member_count", tr("Members"), 82, lambda s: s.member_count),
        number_column(
            "play_count", tr("Plays"), 84, lambda s: s.play_count, description=tr("Play count")
        ),
        number_column("ranked_score", tr("Ranked score"), 128, lambda s: s.ranked_score),
        _average("average_score", tr("Avg. score"), 114, lambda s: s.ranked_score, _members),
        _performance_column(),
    )


def team_name(s: TeamStatistics) -> str:
    """Return the name of a team; its id if it has none."""
    return (
        plain(s.team.name)
        if s.team is not None and s.team.name
        else tr("Team {id}").format(id=s.team_id)
    )


Flag = Callable[[str], str | None]
"""Returns the URL of the flag of a country code."""


def player_columns(
    flag: Flag, user_of: Callable[[Any], UserCompact | None] = lambda s: s.user
) -> tuple[Column[Any], ...]:
    """Return the columns of rank, flag, team and player.

    Args:
        flag: returns the URL of the flag of a country code.
        user_of: `item -> its player`, or None if that is gone.
    """
    return (
        rank_column(),
        flag_column(
            flag, lambda s: _country_code(user_of(s)), lambda s: country_name_of(user_of(s))
        ),
        Column(
            "team",
            tr("Team"),
            100,
            CellKind.TEAM,
            text=lambda s, _: _team_tag(user_of(s)),
            sort=lambda s, _: _team_tag(user_of(s)).casefold() or None,
            picture=lambda s: _team_flag(user_of(s)),
            tooltip=lambda s: _team_name(user_of(s)),
        ),
        Column(
            "player",
            tr("Player"),
            146,
            CellKind.PLAYER,
            text=lambda s, _: _name(user_of(s)) or NOTHING,
            sort=lambda s, _: _name(user_of(s)).casefold() or None,
            picture=lambda s: _avatar(user_of(s)),
            tooltip=lambda s: plain(_name(user_of(s))),
            strong=True,
        ),
    )


def kudosu_columns(flag: Flag) -> tuple[Column[UserCompact], ...]:
    """Return the columns of the kudosu ranking (`rankings/kudosu`)."""
    return (
        rank_column(),
        flag_column(flag, _country_code, country_name_of),
        Column(
            "player",
            tr("Player"),
            260,
            CellKind.PLAYER,
            text=lambda u, _: u.username,
            sort=lambda u, _: u.username.casefold(),
            picture=lambda u: u.avatar_url,
            tooltip=lambda u: plain(u.username),
            strong=True,
        ),
        number_column(
            "total",
            tr("Kudosu earned"),
            124,
            lambda u: u.kudosu.total if u.kudosu is not None else None,
            strong=True,
            description=tr("All kudosu this player was ever given"),
        ),
        number_column(
            "available",
            tr("Available"),
            110,
            lambda u: u.kudosu.available if u.kudosu is not None else None,
            description=tr("Kudosu not yet spent"),
        ),
    )


def country_name_of(user: UserCompact | None) -> str:
    """Return the name of a player's country, its code if osu! sent no name, "" for none."""
    return plain(user.country_name) if user is not None else ""


def _name(user: UserCompact | None) -> str:
    return user.username if user is not None else ""


def _avatar(user: UserCompact | None) -> str | None:
    return user.avatar_url if user is not None else None


def _country_code(user: UserCompact | None) -> str:
    return user.country_code or "" if user is not None else ""


def _team_tag(user: UserCompact | None) -> str:
    return user.team.short_name if user is not None and user.team is not None else ""


def _team_name(user: UserCompact | None) -> str:
    return plain(user.team.name) if user is not None and user.team is not None else ""


def _team_flag(user: UserCompact | None) -> str | None:
    return user.team.flag_url if user is not None and user.team is not None else None


PAGE_SIZE = 50
"""Entries on one page of every ranking."""
KUDOSU_PAGES = 20
"""Pages of the kudosu ranking; the API states neither its total nor its end."""

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


def _player_identity(s: UserStatistics) -> Hashable:
    return _kudosu_identity(s.user) if s.user is not None else ("nobody", id(s))


def _kudosu_identity(user: UserCompact) -> Hashable:
    # Deleted players share a name and have no id; each of them is a separate row.
    return user.id or ("nobody", id(user))


def _country_identity(s: CountryStatistics) -> Hashable:
    return s.code


def _team_identity(s: TeamStatistics) -> Hashable:
    return s.team_id

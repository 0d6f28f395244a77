"""Columns of the country and the team ranking."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from osubrowser.models.rankings.figures import flag_column, number_column, rank_column
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.text.numbers import NOTHING, figure
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.api.entities.countries import CountryStatistics
    from osubrowser.api.entities.teams import TeamStatistics
    from osubrowser.models.rankings.players import Flag


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
            "Country",
            160,
            CellKind.TEXT,
            text=lambda s, _: country_name(s),
            sort=lambda s, _: country_name(s).casefold(),
            strong=True,
        ),
        number_column("active_users", "Active players", 100, lambda s: s.active_users),
        number_column("play_count", "Plays", 90, lambda s: s.play_count, description="Play count"),
        number_column("ranked_score", "Ranked score", 132, lambda s: s.ranked_score),
        _average("average_score", "Avg. score", 114, lambda s: s.ranked_score, _players),
        _performance_column(),
        _average(
            "average_performance", "Avg. pp", 76, lambda s: s.performance, _players, decimals=2
        ),
    )


def _players(s: CountryStatistics) -> int:
    return s.active_users


def _members(s: TeamStatistics) -> int:
    return s.member_count


def _performance_column() -> Column[Any]:
    return Column(
        "performance",
        "Performance",
        96,
        CellKind.NUMBER,
        text=lambda s, _: figure(s.performance),
        sort=lambda s, _: s.performance,
        strong=True,
        description="Performance points, added up as osu! does it",
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
        except OverflowError:  # whole numbers of JSON have no end
            return None

    def text(s: Any, n: int) -> str:  # noqa: ANN401 - a country or a team
        average = mean(s, n)
        return NOTHING if average is None else f"{average:,.{decimals}f}"

    return Column(key, title, width, CellKind.NUMBER, text=text, sort=mean)


def team_columns() -> tuple[Column[TeamStatistics], ...]:
    """Return the columns of the team ranking (`rankings/{mode}/team`)."""
    return (
        rank_column(),
        Column(
            "team",
            "Tag",
            100,
            CellKind.TEAM,
            text=lambda s, _: s.team.short_name if s.team is not None else "",
            sort=lambda s, _: s.team.short_name.casefold() if s.team is not None else "",
            picture=lambda s: s.team.flag_url if s.team is not None else None,
        ),
        Column(
            "name",
            "Team",
            200,
            CellKind.TEXT,
            text=lambda s, _: team_name(s),
            sort=lambda s, _: team_name(s).casefold(),
            tooltip=lambda s: team_name(s),
            strong=True,
        ),
        number_column("member_count", "Members", 74, lambda s: s.member_count),
        number_column("play_count", "Plays", 84, lambda s: s.play_count, description="Play count"),
        number_column("ranked_score", "Ranked score", 128, lambda s: s.ranked_score),
        _average("average_score", "Avg. score", 114, lambda s: s.ranked_score, _members),
        _performance_column(),
    )


def team_name(s: TeamStatistics) -> str:
    """Return the name of a team; its id if it has none."""
    return plain(s.team.name) if s.team is not None and s.team.name else f"Team {s.team_id}"

"""Columns of the player of a row, and of the kudosu ranking."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from osubrowser.models.rankings.figures import flag_column, number_column, rank_column
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.text.numbers import NOTHING
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.api.entities.users import UserCompact, UserStatistics

Flag = Callable[[str], str | None]
"""Returns the URL of the flag of a country code."""


def player_columns(flag: Flag) -> tuple[Column[UserStatistics], ...]:
    """Return the columns of rank, flag, team and player."""
    return (
        rank_column(),
        flag_column(flag, lambda s: _country_code(s.user), lambda s: country_name_of(s.user)),
        Column(
            "team",
            "Team",
            100,
            CellKind.TEAM,
            text=lambda s, _: _team_tag(s.user),
            sort=lambda s, _: _team_tag(s.user).casefold() or None,
            picture=lambda s: _team_flag(s.user),
            tooltip=lambda s: _team_name(s.user),
        ),
        Column(
            "player",
            "Player",
            146,
            CellKind.PLAYER,
            text=lambda s, _: s.user.username if s.user is not None else NOTHING,
            sort=lambda s, _: s.user.username.casefold() if s.user is not None else None,
            picture=lambda s: s.user.avatar_url if s.user is not None else None,
            tooltip=lambda s: plain(s.user.username) if s.user is not None else "",
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
            "Player",
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
            "Kudosu earned",
            124,
            lambda u: u.kudosu.total if u.kudosu is not None else None,
            strong=True,
            description="All kudosu this player was ever given",
        ),
        number_column(
            "available",
            "Available",
            110,
            lambda u: u.kudosu.available if u.kudosu is not None else None,
            description="Kudosu not yet spent",
        ),
    )


def country_name_of(user: UserCompact | None) -> str:
    """Return the name of a player's country, its code if osu! sent no name, "" for none."""
    if user is None:
        return ""
    if user.country is not None and user.country.name:
        return plain(user.country.name)
    return plain(user.country_code or "")


def _country_code(user: UserCompact | None) -> str:
    return user.country_code or "" if user is not None else ""


def _team_tag(user: UserCompact | None) -> str:
    return user.team.short_name if user is not None and user.team is not None else ""


def _team_name(user: UserCompact | None) -> str:
    return plain(user.team.name) if user is not None and user.team is not None else ""


def _team_flag(user: UserCompact | None) -> str | None:
    return user.team.flag_url if user is not None and user.team is not None else None

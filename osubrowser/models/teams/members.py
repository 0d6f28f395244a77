"""Members of a team: columns, rows and record."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from osubrowser.models.players.seen import seen_column
from osubrowser.models.rankings.rankings import country_name_of, player_columns
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import mark_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.models.rankings.rankings import Flag
    from osubrowser.models.table.column import Column, Record, Row
    from osubrowser.models.teams.team import TeamMember


def member_columns(flag: Flag) -> tuple[Column[TeamMember], ...]:
    """Return the columns of the members of a team.

    Args:
        flag: returns the URL of the flag of a country code.
    """
    _, country, _, player = player_columns(flag, lambda one: one.user)
    return (
        replace(player, width=220),
        text_column(
            "role", tr("Role"), 90, lambda one: tr("Leader") if one.is_leader else tr("Member")
        ),
        seen_column(lambda one: one.user),
        country,
        text_column("country", tr("Country"), 180, lambda one: country_name_of(one.user)),
        text_column(
            "groups", tr("Groups"), 160, _groups, description=tr("Groups of osu! they are in")
        ),
        mark_column(
            "supporter",
            tr("Supporter"),
            lambda one: bool(one.user.is_supporter),
            tr("Whether they support osu!"),
        ),
        mark_column(
            "active",
            tr("Active"),
            lambda one: bool(one.user.is_active),
            tr("Whether they were there in the last 30 days"),
        ),
    )


def load_members(
    client: Client,
    members: Sequence[TeamMember],
    columns: Sequence[Column[Any]],
    _cursor: object = None,
) -> RowsPage:
    """Make the rows of the members of a team; sends no request. For a worker.

    Args:
        client: unused.
        members: the leader first.
        columns: of `member_columns`.
    """
    del client
    rows = make_rows(columns, members, first_number=1, identity=_identity)
    return RowsPage(rows, total=len(rows))


def member_record(row: Row[Any]) -> Record:
    """Return the record of a member, for a JSON export."""
    member: TeamMember = row.item
    user = member.user
    return {
        "id": user.id,
        "username": user.username,
        "country_code": user.country_code,
        "is_leader": member.is_leader,
        "is_online": user.is_online,
        "last_visit": user.last_visit.isoformat() if user.last_visit is not None else None,
        "is_supporter": user.is_supporter,
        "is_active": user.is_active,
    }


def _identity(member: TeamMember) -> Hashable:
    return member.user.id or member.user.username


def _groups(member: TeamMember) -> str:
    return ", ".join(plain(group.short_name, 12) for group in member.user.groups or ())

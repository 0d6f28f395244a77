"""Teams that a search finds: those of found players, and those of rankings."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.cursor import Cursor
from osubrowser.api.errors import Cancelled, NotFound, OsuError
from osubrowser.models.search.ranking import is_exact, ranked
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import number_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.places.places import MODES
from osubrowser.services.text.matching import fold
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.teams import Team, TeamStatistics
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.table.column import Record, Row

_PLAYERS: Final = 20
"""Players whose teams are asked for."""
_SEEN_PAGES: Final = 20
"""Pages of a ranking of teams that are looked up in the cache."""


@dataclass(frozen=True, slots=True)
class FoundTeam:
    """Team that a search has found.

    Attributes:
        team: the team.
        members: names of the found players who are in it.
        statistics: its row in a ranking; None if it was not found there.
    """

    team: Team
    members: tuple[str, ...] = ()
    statistics: TeamStatistics | None = None


def team_columns() -> tuple[Column[FoundTeam], ...]:
    """Return the columns of found teams."""
    return (
        Column(
            "flag",
            tr("Tag", "short name of a team"),
            96,
            CellKind.TEAM,
            text=lambda one, _: plain(one.team.short_name, 20),
            sort=lambda one, _: one.team.short_name.casefold() or None,
            picture=lambda one: one.team.flag_url,
        ),
        text_column("name", tr("Team"), 220, lambda one: team_name(one.team), strong=True),
        text_column(
            "because",
            tr("Found players in it"),
            220,
            lambda one: plain(", ".join(one.members)),
            description=tr("Players of the same search who are in this team"),
        ),
        number_column("members", tr("Members"), 82, _statistic("member_count")),
        number_column("performance", tr("Performance"), 104, _statistic("performance")),
        number_column("ranked_score", tr("Ranked score"), 140, _statistic("ranked_score")),
        number_column("plays", tr("Plays"), 96, _statistic("play_count"), tr("Play count")),
    )


def load_teams(
    client: Client, words: str, columns: Sequence[Column[Any]], _cursor: object = None
) -> RowsPage:
    """Load the teams for some words; blocks, for a worker.

    osu! cannot search teams. These are the teams of the first players with these words (`search`,
    `users/lookup`), and teams with these words in their names on the first page of the team ranking
    (`rankings/osu/team`) and on all pages of it that are in the response cache.

    Args:
        client: the API client.
        words: what to search for.
        columns: of `team_columns`.

    Raises:
        OsuError: as the client raises it.
    """
    found: dict[int, FoundTeam] = {}
    parts = fold(words).split()
    for row in _ranked_teams(client):
        team = row.team
        if team is not None and all(part in _text(team) for part in parts):
            found.setdefault(team.id, FoundTeam(team, statistics=row))
    answer = client.search(words, mode="user", page=1)
    users = list(answer.user.data) if answer.user is not None else []
    ids = [user.id for user in users if user.id is not None and not user.is_deleted]
    for user in _looked_up(client, ids[:_PLAYERS]):
        team = user.team
        if team is not None:
            known = found.get(team.id, FoundTeam(team))
            names = (*known.members, plain(user.username, 40))
            found[team.id] = FoundTeam(team, names, known.statistics)
    teams = ranked(
        words,
        found.values(),
        names=lambda one: (one.team.name, one.team.short_name),
        is_active=lambda one: all(part in _text(one.team) for part in parts),
    )
    rows = make_rows(columns, teams, first_number=1, identity=_identity)
    return RowsPage(rows, total=len(rows))


def team_record(row: Row[Any]) -> Record:
    """Return the record of a team, for a JSON export."""
    one: FoundTeam = row.item
    figures = one.statistics
    return {
        "id": one.team.id,
        "name": one.team.name,
        "short_name": one.team.short_name,
        "found_members": ", ".join(one.members),
        "member_count": figures.member_count if figures is not None else None,
        "performance": figures.performance if figures is not None else None,
        "ranked_score": figures.ranked_score if figures is not None else None,
        "play_count": figures.play_count if figures is not None else None,
    }


def team_name(team: Team) -> str:
    """Return the name of a team; its id where it has none."""
    return plain(team.name, 100) or tr("Team {id}").format(id=team.id)


def is_named(words: str, one: FoundTeam) -> bool:
    """Return whether a team has exactly this name or tag."""
    return is_exact(words, (one.team.name, one.team.short_name))


def _looked_up(client: Client, ids: Sequence[int]) -> Sequence[UserCompact]:
    """Return players with their teams; one request, which counts as one, not one for each id."""
    try:
        return client.users_lookup(ids) if ids else ()
    except NotFound:
        return ()


def _ranked_teams(client: Client) -> Iterator[TeamStatistics]:
    """Return the rows of the first page of the team ranking, and of all cached ones."""
    try:
        yield from client.ranking("osu", "team").ranking
    except NotFound:  # a server without teams
        return
    if not client.has_cache:
        return
    cached = client.from_cache()
    for mode in MODES:
        for page in range(1, _SEEN_PAGES + 1):
            try:
                rows = cached.ranking(mode, "team", cursor=Cursor(page=page)).ranking
            except Cancelled:
                raise
            except OsuError:  # not seen yet
                break
            yield from rows


def _text(team: Team) -> str:
    return fold(f"{team.name[:200]}\n{team.short_name[:50]}")


def _statistic(name: str) -> Any:  # noqa: ANN401 - `FoundTeam -> figure`
    def value(one: FoundTeam) -> float | None:
        found: float | None = getattr(one.statistics, name, None)
        return found

    return value


def _identity(one: FoundTeam) -> Hashable:
    return one.team.id

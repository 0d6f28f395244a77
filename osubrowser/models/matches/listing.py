"""List of multiplayer matches: columns, load and record."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import minute_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import hours, minute_cell, second, sort_key
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.matches import Match
    from osubrowser.models.table.column import Record, Row

PAGE_SIZE = 50
"""Matches in a full page."""
_LONGEST_NAME = 200


class TournamentName(NamedTuple):
    """Parts of the name of a tournament's match; all are "" in the name of another match."""

    tournament: str = ""
    first: str = ""
    second: str = ""


def tournament_name(name: str) -> TournamentName:
    """Split the name of a tournament's match, `OWC: (Japan) vs (Poland)`, into its parts.

    The brackets, and the dot of `vs.`, may be missing.
    """
    tournament, colon, teams = plain(name, _LONGEST_NAME).partition(":")
    if not (colon and tournament.strip()):
        return TournamentName()
    words = teams.split()
    signs = [at for at, word in enumerate(words) if word.casefold() in ("vs", "vs.", "v")]
    if not signs:
        return TournamentName()
    first, second = " ".join(words[: signs[0]]), " ".join(words[signs[0] + 1 :])
    if not (first and second):
        return TournamentName()
    return TournamentName(tournament.strip(), _without_brackets(first), _without_brackets(second))


def _without_brackets(team: str) -> str:
    is_bracketed = len(team) > 2 and team[0] == "(" and team[-1] == ")"
    return team[1:-1].strip() if is_bracketed else team


def match_name(match: Match) -> str:
    """Return the name of a match: its number if it has none."""
    return plain(match.name, _LONGEST_NAME).strip() or tr("Match {id}").format(id=match.id)


def seconds_of(match: Match, now: datetime) -> int | None:
    """Return how long a match lasted, or has lasted so far; None if that is unknown."""
    if match.start_time is None:
        return None
    seconds = ((match.end_time or now) - match.start_time).total_seconds()
    return int(seconds) if seconds >= 0 else None


def match_columns(now: datetime | None = None) -> tuple[Column[Match], ...]:
    """Return the columns of matches; `now` ends those that are running."""
    end = now or datetime.now(UTC)
    return (
        text_column("name", tr("Match"), 250, match_name, strong=True),
        text_column(
            "tournament", tr("Tournament"), 90, lambda m: tournament_name(m.name).tournament
        ),
        text_column("first", tr("First team"), 130, lambda m: tournament_name(m.name).first),
        text_column("second", tr("Second team"), 130, lambda m: tournament_name(m.name).second),
        minute_column("started", tr("Started"), lambda m: m.start_time),
        Column(
            "ended",
            tr("Ended"),
            132,
            CellKind.DATE,
            text=lambda m, _: _end_text(m),
            sort=lambda m, _: _end_key(m),
            tooltip=lambda m: second(m.end_time),
        ),
        Column(
            "length",
            tr("Length"),
            84,
            CellKind.NUMBER,
            text=lambda m, _: hours(seconds_of(m, end)),
            sort=lambda m, _: seconds_of(m, end),
            description=tr("From the creation of the room to its end; so far, if it is running"),
        ),
        Column(
            "id",
            tr("Number"),
            96,
            CellKind.NUMBER,
            text=lambda m, _: str(m.id),
            sort=lambda m, _: m.id,
        ).hidden(),
    )


def load_matches(
    client: Client, active: str, sort: str, columns: Sequence[Column[Any]], cursor: object = None
) -> RowsPage:
    """Load a page of matches (`matches`); blocks, for a worker.

    Args:
        client: the API client.
        active: `1` for running matches, `0` for ended ones, "" for all.
        sort: `id_asc` for the oldest first; "" for the newest.
        columns: of `match_columns`.
        cursor: the `cursor_string` of the page before; None for the first page.

    Raises:
        OsuError: as the client raises it.
    """
    page = client.matches(
        limit=PAGE_SIZE,
        sort=sort or None,
        active={"1": True, "0": False}.get(active),
        cursor_string=cursor if isinstance(cursor, str) else None,
    )
    rows = make_rows(columns, page.matches, identity=_identity)
    return RowsPage(rows, next=page.cursor_string)


def match_record(row: Row[Any]) -> Record:
    """Return the record of a match, for a JSON export."""
    match: Match = row.item
    name = tournament_name(match.name)
    return {
        "id": match.id,
        "name": match.name,
        "start_time": match.start_time.isoformat() if match.start_time else None,
        "end_time": match.end_time.isoformat() if match.end_time else None,
        "tournament": name.tournament or None,
        "first_team": name.first or None,
        "second_team": name.second or None,
    }


def _end_text(match: Match) -> str:
    return tr("running") if match.end_time is None else minute_cell(match.end_time)


def _end_key(match: Match) -> float | None:
    return float("inf") if match.end_time is None else sort_key(match.end_time)


def _identity(match: Match) -> Hashable:
    return match.id

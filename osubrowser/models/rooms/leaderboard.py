"""Leaderboard of a room, and the scores of one playlist item: columns and loads."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.rankings.rankings import player_columns
from osubrowser.models.scores.columns import score_identity
from osubrowser.models.scores.leaderboard import board_columns
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import number_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.rooms import RoomLeaderboardScore, RoomPlaylistItem
    from osubrowser.api.entities.scores import Score
    from osubrowser.models.rankings.rankings import Flag
    from osubrowser.models.table.column import Record, Row

PAGE_SIZE: Final = 50
"""Rows on one page of a leaderboard."""


def leaderboard_columns(flag: Flag) -> tuple[Column[RoomLeaderboardScore], ...]:
    """Return the columns of a room's leaderboard.

    Args:
        flag: returns the URL of the flag of a country code.
    """
    rank, country, team, player = player_columns(flag, lambda line: line.user)
    return (
        rank,
        country,
        team,
        replace(player, width=190),
        Column(
            "total_score",
            tr("Score"),
            120,
            CellKind.NUMBER,
            text=lambda line, _: numerals.whole(line.total_score),
            sort=lambda line, _: line.total_score,
            strong=True,
            description=tr("Sum of the best scores on each beatmap"),
        ),
        Column(
            "accuracy",
            tr("Accuracy", "column"),
            84,
            CellKind.NUMBER,
            text=lambda line, _: numerals.percent(line.accuracy),
            sort=lambda line, _: line.accuracy,
        ),
        number_column("attempts", tr("Attempts"), 84, lambda line: line.attempts),
        number_column(
            "completed",
            tr("Completed"),
            92,
            lambda line: line.completed,
            tr("Beatmaps that were passed"),
        ),
        Column(
            "pp",
            "pp",
            72,
            CellKind.NUMBER,
            text=lambda line, _: _pp_text(line),
            sort=lambda line, _: _pp_order(line),
            description=tr("Performance points, which osu! gives for few rooms"),
        ).hidden(),
    )


def _pp_text(line: RoomLeaderboardScore) -> str:
    return numerals.decimal(line.pp, 2) if line.pp else NOTHING


def _pp_order(line: RoomLeaderboardScore) -> float | None:
    return line.pp or None


def load_leaderboard(
    client: Client, room_id: int, participants: int, columns: Sequence[Column[Any]], page: int
) -> RowsPage:
    """Load a page of a room's leaderboard (`rooms/{room}/leaderboard`); blocks, for a worker.

    Args:
        client: the API client.
        room_id: id of the room.
        participants: number of its players, of which some may be missing.
        columns: of `leaderboard_columns`.
        page: its number, from 1.

    Returns:
        The page, with the own line as text as its `extra`; "" without one.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.room_leaderboard(room_id, page=page)
    lines = found.leaderboard
    first = (page - 1) * PAGE_SIZE + 1
    rows = make_rows(columns, lines, first_number=first, identity=_identity)
    goes_on = len(lines) >= PAGE_SIZE or (lines and page * PAGE_SIZE < participants)
    following = page + 1 if goes_on else None
    return RowsPage(rows, next=following, extra=_own(found.user_score))


def leaderboard_record(row: Row[Any]) -> Record:
    """Return the record of a line of a leaderboard, for a JSON export."""
    line: RoomLeaderboardScore = row.item
    user = line.user
    return {
        "place": row.number,
        "user_id": line.user_id,
        "username": user.username if user is not None else None,
        "country_code": user.country_code if user is not None else None,
        "team": user.team.name if user is not None and user.team is not None else None,
        "total_score": line.total_score,
        "accuracy": line.accuracy,
        "attempts": line.attempts,
        "completed": line.completed,
        "pp": line.pp,
    }


def _identity(line: RoomLeaderboardScore) -> Hashable:
    return line.user_id


def _own(line: RoomLeaderboardScore | None) -> str:
    if line is None:
        return ""
    place = f"#{numerals.whole(line.position)}" if line.position else tr("not placed")
    said = [
        tr("You: {place}").format(place=place),
        numerals.whole(line.total_score),
        numerals.percent(line.accuracy),
        tr("%n attempt(s)", "", line.attempts),
        tr("%n completed", "", line.completed),
    ]
    return " · ".join(said)


# --- scores of one playlist item ----------------------------------------------------------------


def item_score_columns(mode: str, flag: Flag) -> tuple[Column[Score], ...]:
    """Return the columns of the scores of a playlist item: those of a leaderboard.

    Args:
        mode: API name of the ruleset.
        flag: returns the URL of the flag of a country code.
    """
    return board_columns(mode, flag)


def load_item_scores(
    client: Client,
    room_id: int,
    item: RoomPlaylistItem | None,
    columns: Sequence[Column[Any]],
    cursor: tuple[str, int] | None,
) -> RowsPage:
    """Load a page of the scores of a playlist item, best first; blocks, for a worker.

    Source: `rooms/{room}/playlist/{playlist}/scores`.

    Args:
        client: the API client.
        room_id: id of the room.
        item: the playlist item; None for an empty playlist.
        columns: of `item_score_columns`.
        cursor: the server's cursor and the number of the first row; None for the best scores.

    Raises:
        OsuError: as the client raises it.
    """
    if item is None:
        return RowsPage([], total=0)
    where, first = cursor or ("", 1)
    found = client.multiplayer_scores(room_id, item.id, cursor_string=where or None)
    scores = [_complete(score, item) for score in found.scores]
    rows = make_rows(columns, scores, first_number=first, identity=score_identity)
    following = found.cursor_string
    after = (following, first + len(rows)) if following and rows else None
    return RowsPage(rows, total=found.total, next=after)


def _complete(score: Score, item: RoomPlaylistItem) -> Score:
    """Return a score with the beatmap of its item, which the answer leaves out."""
    import msgspec

    beatmap = score.beatmap or item.beatmap
    beatmapset = score.beatmapset or (item.beatmap.beatmapset if item.beatmap else None)
    return msgspec.structs.replace(score, beatmap=beatmap, beatmapset=beatmapset)

"""Events of a realtime room: columns, load and record."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.columns import difficulty_column, stars_column, title_column
from osubrowser.models.beatmaps.mods import mods_text, mods_words
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import minute_column, player_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset, BeatmapsetCompact
    from osubrowser.api.entities.rooms import RoomEvent, RoomEvents, RoomPlaylistItem
    from osubrowser.api.entities.scores import Score
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.table.column import Record, Row

PAGE_SIZE: Final = 100
_NAMES: Final = {
    "game_started": tr("Map started"),
    "game_aborted": tr("Map aborted"),
    "game_completed": tr("Map finished"),
    "host_changed": tr("New host"),
    "player_joined": tr("Joined"),
    "player_kicked": tr("Kicked"),
    "player_left": tr("Left", "a player left a room"),
    "room_created": tr("Room opened"),
    "room_disbanded": tr("Room closed"),
}


@dataclass(frozen=True, slots=True)
class RoomHappening:
    """Event of a room with what it names.

    Attributes:
        event: the event.
        user: its player; None for none, and for a deleted one.
        item: its playlist item; None for none.
        beatmap: the beatmap of the item; None if it is gone.
        beatmapset: its set; None if it is gone.
        best: the best score, of a finished map; None without one.
        winner: the player of that score; None if unknown.
        scores: number of scores, of a finished map.
        teams: sum of the scores of each team, of a finished map between teams.
    """

    event: RoomEvent
    user: UserCompact | None = None
    item: RoomPlaylistItem | None = None
    beatmap: BeatmapCompact | None = None
    beatmapset: Beatmapset | BeatmapsetCompact | None = None
    best: Score | None = None
    winner: UserCompact | None = None
    scores: int = 0
    teams: tuple[tuple[str, int], ...] = ()


def event_columns(*, original: bool) -> tuple[Column[RoomHappening], ...]:
    """Return the columns of events.

    Args:
        original: show original titles, not romanised ones.
    """
    return (
        minute_column("when", tr("When"), lambda one: one.event.created_at),
        text_column("event", tr("Event"), 104, event_name, strong=True),
        player_column("player", tr("Player"), lambda one: one.user, 150),
        _only_items(title_column(lambda one: one.beatmapset, 220, original=original)),
        _only_items(difficulty_column(lambda one: one.beatmap, 110)),
        _only_items(stars_column(lambda one: one.beatmap)),
        Column(
            "mods",
            tr("Mods"),
            84,
            CellKind.MODS,
            text=lambda one, _: mods_text(one.item.required_mods) if one.item else "",
            sort=lambda one, _: mods_text(one.item.required_mods) or None if one.item else None,
            tooltip=lambda one: mods_words(one.item.required_mods) if one.item else "",
        ),
        text_column(
            "result",
            tr("Result"),
            210,
            result,
            description=tr("Scores of both teams, else the best score and its player"),
        ),
    )


def _only_items(column: Column[RoomHappening]) -> Column[RoomHappening]:
    """Return a column of beatmaps that is empty for events without one."""
    sort, tone, tip = column.sort, column.tone, column.tooltip
    return replace(
        column,
        text=lambda one, n: column.text(one, n) if one.item is not None else "",
        sort=lambda one, n: sort(one, n) if sort is not None and one.item is not None else None,
        tone=lambda one: tone(one) if tone is not None and one.item is not None else 0,
        tooltip=lambda one: tip(one) if tip is not None and one.item is not None else "",
    )


def event_name(one: RoomHappening) -> str:
    """Return what has happened: `Joined`, `Map finished`."""
    kind = str(one.event.event_type or "")
    return _NAMES.get(kind) or plain(kind.replace("_", " "), 40).capitalize()


def result(one: RoomHappening) -> str:
    """Return the result of a finished map; "" for none.

    Between teams `red 1,987,654 : 1,912,345 blue`, else the best score: `peppy 987,654 (98.12%)`.
    """
    if len(one.teams) == 2:
        (left, first), (right, second) = one.teams
        return f"{left} {numerals.whole(first)} : {numerals.whole(second)} {right}"
    best = one.best
    if best is None:
        return ""
    who = (
        plain(one.winner.username, 40)
        if one.winner is not None
        else tr("Player {id}").format(id=best.user_id)
    )
    return f"{who} {numerals.whole(best.total_score)} ({numerals.percent(best.accuracy)})"


def load_events(
    client: Client, room_id: int, columns: Sequence[Column[Any]], before: int | None
) -> RowsPage:
    """Load a page of a room's events (`rooms/{room}/events`), newest first; blocks, for a worker.

    Args:
        client: the API client.
        room_id: id of the room.
        columns: of `event_columns`.
        before: id of the event that the page ends before; None for the newest events.

    Raises:
        InvalidRequest: the room is a playlist.
        OsuError: as the client raises it.
    """
    found = client.room_events(room_id, before_id=before, limit=PAGE_SIZE)
    items = _happenings(found)
    rows = make_rows(columns, items, identity=_identity)
    oldest = items[-1].event.id if items else 0
    goes_on = bool(items) and oldest > (found.first_event_id or 0)
    return RowsPage(rows, next=oldest if goes_on else None)


def event_record(row: Row[Any]) -> Record:
    """Return the record of an event, for a JSON export."""
    one: RoomHappening = row.item
    event, best = one.event, one.best
    return {
        "id": event.id,
        "created_at": event.created_at.isoformat() if event.created_at is not None else None,
        "event_type": str(event.event_type) if event.event_type is not None else None,
        "user_id": event.user_id,
        "username": one.user.username if one.user is not None else None,
        "playlist_item_id": event.playlist_item_id,
        "beatmap_id": one.item.beatmap_id if one.item is not None else None,
        "best_user_id": best.user_id if best is not None else None,
        "best_total_score": best.total_score if best is not None else None,
        "scores": one.scores,
        "result": result(one),
    }


def _happenings(found: RoomEvents) -> list[RoomHappening]:
    users = {user.id: user for user in found.users}
    items = {item.id: item for item in found.playlist_items}
    beatmaps = {beatmap.id: beatmap for beatmap in found.beatmaps}
    sets = {one.id: one for one in found.beatmapsets}
    made = []
    for event in reversed(found.events):
        item = items.get(event.playlist_item_id or 0)
        beatmap = (item.beatmap or beatmaps.get(item.beatmap_id)) if item is not None else None
        is_over = event.event_type == "game_completed"
        scores = (item.scores or []) if item is not None and is_over else []
        best = max(scores, key=lambda score: score.total_score, default=None)
        made.append(
            RoomHappening(
                event,
                users.get(event.user_id) if event.user_id else None,
                item,
                beatmap,
                (beatmap.beatmapset or sets.get(beatmap.beatmapset_id)) if beatmap else None,
                best,
                users.get(best.user_id) if best is not None else None,
                len(scores),
                _teams(item, scores),
            )
        )
    return made


def _teams(item: RoomPlaylistItem | None, scores: Sequence[Score]) -> tuple[tuple[str, int], ...]:
    """Return the sum of the scores of each team, by its name; () if there are no teams."""
    details = item.details if item is not None else None
    teams = details.get("teams") if details is not None else None
    if not isinstance(teams, dict):
        return ()
    sums: dict[str, int] = {}
    for score in scores:
        team = teams.get(str(score.user_id))
        if isinstance(team, str):
            name = plain(team, 20)
            sums[name] = sums.get(name, 0) + score.total_score
    return tuple(sorted(sums.items(), reverse=True))  # red before blue


def _identity(one: RoomHappening) -> Hashable:
    return one.event.id

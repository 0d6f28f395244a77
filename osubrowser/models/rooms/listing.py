"""Rooms of the lazer client: columns, load and record of their list."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.errors import LoginRequired
from osubrowser.models.rooms.playlist import item_title
from osubrowser.models.rooms.room_facts import (
    category_name,
    is_over,
    queue_words,
    room_name,
    ruleset_names,
    stars_of_room,
    stars_range,
    status_name,
    type_name,
)
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import (
    mark_column,
    minute_column,
    number_column,
    player_column,
    text_column,
)
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from osubrowser.api.client import Client
    from osubrowser.api.entities.rooms import Room
    from osubrowser.models.table.column import Record, Row

MOST_ROOMS: Final = 250
"""Rooms that osu! lists at most."""
OWN_MODES: Final = ("participated", "owned")
"""Modes of the list that need a player."""


class RoomsNeedPlayer(LoginRequired):
    """A guest asked for rooms of a player."""


def room_columns() -> tuple[Column[Room], ...]:
    """Return the columns of rooms."""
    return (
        text_column("name", tr("Room"), 212, room_name, strong=True),
        player_column("host", tr("Host"), lambda room: room.host, 152),
        text_column("category", tr("Category"), 106, category_name),
        text_column("type", tr("Type"), 100, type_name).hidden(),
        Column(
            "items",
            tr("Beatmaps"),
            76,
            CellKind.NUMBER,
            text=lambda room, _: _items(room),
            sort=lambda room, _: _count(room),
            tooltip=lambda room: _items_words(room),
            description=tr("Beatmaps of the playlist"),
        ),
        Column(
            "stars",
            tr("Stars"),
            96,
            CellKind.NUMBER,
            text=lambda room, _: stars_range(room),
            sort=lambda room, _: (stars_of_room(room) or (None, None))[1],
            description=tr("Star ratings of the easiest and the hardest beatmap"),
        ),
        number_column("participants", tr("Players"), 66, lambda room: room.participant_count),
        number_column(
            "max_attempts",
            tr("Attempts"),
            72,
            lambda room: room.max_attempts,
            tr("How often a beatmap can be played; none for no limit"),
        ),
        minute_column("ends", tr("Ends"), lambda room: room.ends_at),
        text_column("status", tr("Status"), 68, status_name),
        minute_column("starts", tr("Opened"), lambda room: room.starts_at).hidden(),
        text_column("rulesets", tr("Rulesets"), 140, _rulesets).hidden(),
        number_column(
            "max_participants", tr("Most players"), 96, lambda r: r.max_participants
        ).hidden(),
        text_column("queue", tr("Queue"), 220, queue_words).hidden(),
        text_column("current", tr("Beatmap now"), 260, _current).hidden(),
        mark_column(
            "pinned",
            tr("Pinned"),
            lambda room: bool(room.pinned),
            tr("Whether osu! lists it first"),
        ).hidden(),
        mark_column(
            "password",
            tr("Password"),
            lambda room: bool(room.has_password),
            tr("Whether a password is needed to join"),
        ).hidden(),
    )


def load_rooms(
    client: Client,
    values: Mapping[str, str],
    is_guest: bool,
    columns: Sequence[Column[Any]],
    _cursor: object = None,
) -> RowsPage:
    """Load rooms (`rooms`), `MOST_ROOMS` at most; blocks, for a worker.

    Args:
        client: the API client.
        values: `mode`, `category`, `type_group`, `season_id`, `sort`, as the API names their
            values; "" for its default.
        is_guest: whether no player is signed in.
        columns: of `room_columns`.

    Raises:
        RoomsNeedPlayer: a guest has no rooms.
        OsuError: as the client raises it.
    """
    if is_guest and values["mode"] in OWN_MODES:
        raise RoomsNeedPlayer
    rooms = client.rooms(
        mode=values["mode"] or None,
        category=values["category"] or None,
        type_group=values["type_group"] or None,
        season_id=int(values["season_id"]) if values["season_id"] else None,
        sort=values["sort"] or None,
    )
    if values["sort"] == "ended" and not values["mode"]:  # those that close next come first
        rooms = sorted(rooms, key=_closing)
    rows = make_rows(columns, rooms, first_number=1, identity=_identity)
    return RowsPage(rows, total=len(rows))


def room_record(row: Row[Any]) -> Record:
    """Return the record of a room, for a JSON export."""
    room: Room = row.item
    host, stats, stars = room.host, room.playlist_item_stats, stars_of_room(room)
    current = room.current_playlist_item
    return {
        "id": room.id,
        "name": room.name,
        "category": _text(room.category),
        "type": _text(room.type),
        "status": _text(room.status),
        "active": room.active,
        "user_id": room.user_id,
        "host": host.username if host is not None else None,
        "starts_at": _moment(room.starts_at),
        "ends_at": _moment(room.ends_at),
        "max_attempts": room.max_attempts,
        "max_participants": room.max_participants,
        "participant_count": room.participant_count,
        "playlist_items": stats.count_total if stats is not None else None,
        "stars_min": stars[0] if stars is not None else None,
        "stars_max": stars[1] if stars is not None else None,
        "has_password": room.has_password,
        "queue_mode": _text(room.queue_mode),
        "current_beatmap_id": current.beatmap_id if current is not None else None,
        "pinned": room.pinned,
    }


def _identity(room: Room) -> Hashable:
    return room.id


def _closing(room: Room) -> float:
    return room.ends_at.timestamp() if room.ends_at is not None else float("inf")


def _count(room: Room) -> int | None:
    stats = room.playlist_item_stats
    return stats.count_total if stats is not None else None


def _items(room: Room) -> str:
    count = _count(room)
    return NOTHING if count is None else numerals.whole(count)


def _items_words(room: Room) -> str:
    stats = room.playlist_item_stats
    if stats is None or is_over(room) or stats.count_active == stats.count_total:
        return ""
    return tr("%n of them still to be played", "", stats.count_active)


def _rulesets(room: Room) -> str:
    stats = room.playlist_item_stats
    return ruleset_names(stats.ruleset_ids) if stats is not None else ""


def _current(room: Room) -> str:
    item = room.current_playlist_item
    return "" if item is None else item_title(item, original=False)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _moment(when: datetime | None) -> str | None:
    return None if when is None else when.isoformat()

"""Recent activity of all players: columns, load and record."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.cursor import Cursor
from osubrowser.models.players.activity import activity_columns
from osubrowser.models.players.records import event_record
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.events import Event
    from osubrowser.models.table.column import Record, Row

TYPES: Final = (
    ("rank", tr("Ranks")),
    ("rankLost", tr("First places lost")),
    ("achievement", tr("Medals")),
    ("beatmapPlaycount", tr("Play counts")),
    ("beatmapsetUpload", tr("Uploads")),
    ("beatmapsetUpdate", tr("Updates")),
    ("beatmapsetApprove", tr("Ranked beatmaps")),
    ("beatmapsetRevive", tr("Revived beatmaps")),
    ("beatmapsetDelete", tr("Deleted beatmaps")),
    ("usernameChange", tr("New names")),
    ("userSupportFirst", tr("New supporters")),
    ("userSupportAgain", tr("Renewed support")),
    ("userSupportGift", tr("Gifts of support")),
)
"""Types of events: the API's name and a label."""


@dataclass(frozen=True, slots=True)
class PlayerEvent:
    """Event of a player.

    Attributes:
        event: the event.
        avatar: URL of the player's picture; None if it is unknown.
    """

    event: Event
    avatar: str | None

    @property
    def name(self) -> str:
        """The player's name; "" for an event without one, such as the end of a beatmap."""
        user = self.event.user
        return "" if user is None else plain(user.username, 40)


def columns() -> tuple[Column[PlayerEvent], ...]:
    """Return the columns of activity."""
    player: Column[PlayerEvent] = Column(
        "player",
        tr("Player"),
        160,
        CellKind.PLAYER,
        text=lambda one, _: one.name,
        sort=lambda one, _: one.name.casefold() or None,
        picture=lambda one: one.avatar,
    )
    rest = [column.of_part(lambda one: one.event) for column in activity_columns()]
    return (player, *rest)


def load(
    client: Client, types: str, sort: str, columns: Sequence[Column[Any]], cursor: object
) -> RowsPage:
    """Load a page of activity (`events`) and the pictures of its players (`users/lookup`).

    Blocks, for a worker. osu! has no filter by type: events of other types are left out here.

    Args:
        client: the API client.
        types: of `TYPES`, joined by dots; "" for all.
        sort: `id_asc` for the oldest first; "" for the newest.
        columns: of `columns`.
        cursor: cursor of the page; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.events(sort=sort or None, cursor=cursor if isinstance(cursor, Cursor) else None)
    wanted = frozenset(types.split(".")) if types else None
    events = [one for one in found.events if wanted is None or str(one.type) in wanted]
    ids = dict.fromkeys(one.user.id for one in events if one.user is not None)
    known = [id_ for id_ in ids if id_]
    users = {user.id: user for user in client.users_lookup(known)} if known else {}
    items = []
    for one in events:
        user = users.get(one.user.id or 0) if one.user is not None else None
        items.append(PlayerEvent(one, user.avatar_url or None if user is not None else None))
    rows = make_rows(columns, items, identity=_identity)
    return RowsPage(rows, next=found.cursor, goes_on=found.cursor is not None)


def record(row: Row[Any]) -> Record:
    """Return the record of an event, for a JSON export."""
    one: PlayerEvent = row.item
    user = one.event.user
    return {
        **event_record(one.event),
        "user_id": None if user is None else user.id,
        "username": None if user is None else user.username,
    }


def _identity(one: PlayerEvent) -> Hashable:
    return one.event.id

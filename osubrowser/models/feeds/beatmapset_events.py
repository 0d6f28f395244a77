"""Events of all beatmapsets: columns, load and record."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.columns import title_column
from osubrowser.models.discussions.events import PAGE_SIZE, event_of, type_label
from osubrowser.models.feeds.filters import first_moment, last_moment
from osubrowser.models.posts.post import author_of
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import minute_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import exact
from osubrowser.services.places.places import UserPlace
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import BeatmapsetCompact
    from osubrowser.api.entities.beatmapset_events import BeatmapsetEvent
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.table.column import Record, Row

TYPES: Final[tuple[str, ...]] = (
    "nominate",
    "qualify",
    "rank",
    "love",
    "approve",
    "nomination_reset",
    "nomination_reset_received",
    "disqualify",
    "remove_from_loved",
    "issue_resolve",
    "issue_reopen",
    "kudosu_gain",
    "kudosu_lost",
    "kudosu_allow",
    "kudosu_deny",
    "kudosu_recalculate",
    "genre_edit",
    "language_edit",
    "nsfw_toggle",
    "offset_edit",
    "tags_edit",
    "beatmap_owner_change",
    "discussion_lock",
    "discussion_unlock",
    "discussion_delete",
    "discussion_restore",
    "discussion_post_delete",
    "discussion_post_restore",
)
"""Types of events that the server filters by, those of one matter next to each other."""


@dataclass(frozen=True, slots=True)
class SetEvent:
    """Event of a beatmapset, with its text.

    Attributes:
        event: the event.
        label: label of its type.
        text: what happened, in one line, with the name of its author.
        author: the author's name; "" for moderators, who are not told.
        player: the author's profile; None for none.
        avatar: URL of the author's picture; None for none.
        path: address on the website of what it is about; "" for none.
    """

    event: BeatmapsetEvent
    label: str
    text: str
    author: str
    player: UserPlace | None
    avatar: str | None
    path: str

    @property
    def beatmapset(self) -> BeatmapsetCompact | None:
        """The beatmapset; None for a deleted one."""
        return self.event.beatmapset


def event_columns(*, original: bool) -> tuple[Column[SetEvent], ...]:
    """Return the columns of events.

    Args:
        original: show original titles, not romanised ones.
    """
    return (
        minute_column("date", tr("Date"), lambda one: one.event.created_at),
        text_column("type", tr("Event"), 168, lambda one: one.label),
        title_column(lambda one: one.beatmapset, 222, original=original, with_cover=True),
        text_column(
            "text", tr("What happened"), 276, lambda one: one.text, whole=lambda one: one.text
        ),
        _author_column(),
        text_column("mapper", tr("Mapper"), 130, _mapper).hidden(),
    )


def _author_column() -> Column[SetEvent]:
    return Column(
        "player",
        tr("Player"),
        150,
        CellKind.PLAYER,
        text=lambda one, _: one.author,
        sort=lambda one, _: one.author.casefold() or None,
        picture=lambda one: one.avatar,
        description=tr("Who did it; osu! does not tell moderators"),
    )


def _mapper(one: SetEvent) -> str:
    return "" if one.beatmapset is None else one.beatmapset.creator


def load_events(
    client: Client,
    values: Mapping[str, str],
    columns: Sequence[Column[Any]],
    page: int,
) -> RowsPage:
    """Load a page of events (`beatmapsets/events`); blocks, for a worker.

    Args:
        client: the API client.
        values: of the filters `types[]`, `user`, `beatmapset_id`, `min_date`, `max_date`, `sort`;
            the last date is included as a whole.
        columns: of `event_columns`.
        page: number of the page, from 1.

    Raises:
        OsuError: as the client raises it.
    """
    beatmapset = values.get("beatmapset_id", "")
    found = client.beatmapset_events(
        page=page,
        limit=PAGE_SIZE,
        types=[type_ for type_ in values.get("types[]", "").split(".") if type_] or None,
        user_id=values.get("user") or None,
        beatmapset_id=int(beatmapset) if beatmapset else None,
        min_date=first_moment(values["min_date"]) if values.get("min_date") else None,
        max_date=last_moment(values["max_date"]) if values.get("max_date") else None,
        sort=values.get("sort") or None,
    )
    users: dict[int | None, UserCompact] = {user.id: user for user in found.users}
    now = datetime.now(UTC)
    events = [_read(event, users, now) for event in found.events]
    first = (page - 1) * PAGE_SIZE + 1
    rows = make_rows(columns, events, first_number=first, identity=_identity)
    return RowsPage(rows, next=page + 1 if len(events) >= PAGE_SIZE else None)


def event_record(row: Row[Any]) -> Record:
    """Return the record of an event, for a JSON export."""
    one: SetEvent = row.item
    event, about = one.event, one.event.discussion
    beatmapset = event.beatmapset
    return {
        "id": event.id,
        "type": None if event.type is None else str(event.type),
        "created_at": exact(event.created_at),
        "user_id": event.user_id,
        "username": one.author or None,
        "beatmapset_id": None if beatmapset is None else beatmapset.id,
        "artist": None if beatmapset is None else beatmapset.artist,
        "title": None if beatmapset is None else beatmapset.title,
        "creator": None if beatmapset is None else beatmapset.creator,
        "discussion_id": None if about is None else about.id,
        "text": one.text,
    }


def _identity(one: SetEvent) -> Hashable:
    return one.event.id


def _read(
    event: BeatmapsetEvent, users: Mapping[int | None, UserCompact], now: datetime
) -> SetEvent:
    line = event_of(event, users, now)
    type_ = "" if event.type is None else str(event.type)
    author = None if event.user_id is None else author_of(users.get(event.user_id), event.user_id)
    return SetEvent(
        event,
        type_label(type_),
        line.text,
        author.name if author is not None else "",
        author.place if author is not None else None,
        author.avatar if author is not None else None,
        line.path,
    )

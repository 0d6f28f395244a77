"""Topics of a board: columns, load and record."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.api.entities.forum import ForumTopicType
from osubrowser.models.forum.boards import Board, board_of, boards_of
from osubrowser.models.players.by_id import load_players
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import (
    day_column,
    minute_column,
    number_column,
    player_column,
    text_column,
)
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.cursor import Cursor
    from osubrowser.api.entities.forum import ForumTopic
    from osubrowser.models.players.by_id import PlayersById
    from osubrowser.models.table.column import Column, Record, Row

ORDERS: Final = (("", tr("Newest last post")), ("old", tr("Oldest last post")))
"""Orders of topics that the API has: key and label."""
_PAGE: Final = 50


class TopicAuthor(NamedTuple):
    """Author of a topic: `id` is None for a deleted player."""

    id: int | None
    username: str
    avatar_url: str | None


@dataclass(frozen=True, slots=True)
class TopicRow:
    """Topic in a list.

    Attributes:
        topic: the topic.
        author: who wrote it.
        is_pinned: whether the board shows it first.
    """

    topic: ForumTopic
    author: TopicAuthor
    is_pinned: bool = False


class TopicsCursor(NamedTuple):
    """Where a list of topics goes on.

    Attributes:
        cursor: cursor of the API.
        shown: number of rows before.
        pinned: ids of topics that are shown already.
    """

    cursor: Cursor
    shown: int
    pinned: frozenset[int]


def topic_columns() -> tuple[Column[TopicRow], ...]:
    """Return the columns of topics."""
    return (
        text_column("title", tr("Topic"), 290, lambda row: topic_title(row.topic), strong=True),
        text_column(
            "marks",
            tr("Marks"),
            126,
            lambda row: ", ".join(topic_marks(row.topic, is_pinned=row.is_pinned)),
            description=tr("Whether it is pinned, locked or deleted, and whether it has a poll"),
        ),
        player_column("author", tr("Author"), lambda row: row.author),
        number_column("replies", tr("Replies"), 84, lambda row: max(0, row.topic.post_count - 1)),
        number_column("views", tr("Views"), 84, lambda row: max(0, row.topic.views)),
        day_column("started", tr("Started"), lambda row: row.topic.created_at),
        minute_column("last", tr("Last post"), lambda row: row.topic.updated_at),
    )


def topic_title(topic: ForumTopic) -> str:
    """Return the title of a topic; one that has none is named by its number."""
    return plain(topic.title, 300).strip() or tr("Topic {id}").format(id=topic.id)


def topic_marks(topic: ForumTopic, *, is_pinned: bool = False, with_poll: bool = True) -> list[str]:
    """Return what is special about a topic, such as `Pinned` and `Locked`."""
    marks = []
    if topic.type is ForumTopicType.ANNOUNCEMENT:
        marks.append(tr("Announcement"))
    elif is_pinned or topic.type is ForumTopicType.STICKY:
        marks.append(tr("Pinned"))
    if topic.is_locked:
        marks.append(tr("Locked"))
    if topic.deleted_at is not None:
        marks.append(tr("Deleted"))
    if with_poll and topic.poll is not None:
        marks.append(tr("Poll"))
    return marks


def load_topics(
    client: Client,
    board_id: int,
    order: str,
    columns: Sequence[Column[Any]],
    cursor: TopicsCursor | None,
) -> RowsPage:
    """Load a page of the topics of a board; blocks, for a worker.

    The first page has its pinned topics first (`forums/{forum}`), and the `Board` as `extra`.

    Args:
        client: the API client.
        board_id: id of the board.
        order: key of `ORDERS`.
        columns: of `topic_columns`.
        cursor: where the page begins; None for the first one.

    Raises:
        OsuError: as the client raises it; NotFound if there is no such board.
    """
    board: Board | None = None
    topics: list[tuple[ForumTopic, bool]] = []
    if cursor is None:
        found = client.forum(board_id)
        known = {one.id: one for one in boards_of(client.forum_listing())}
        above = known[board_id].above if board_id in known else ()
        board = board_of(found.forum, above)
        topics += [(topic, True) for topic in found.pinned_topics]
    pinned = cursor.pinned if cursor is not None else frozenset(one.id for one, _ in topics)
    listing = client.forum_topic_listing(
        forum_id=board_id,
        sort=order or None,
        limit=_PAGE,
        cursor=cursor.cursor if cursor is not None else None,
    )
    topics += [(topic, False) for topic in listing.topics if topic.id not in pinned]
    people = load_players(client, (topic.user_id for topic, _ in topics))
    count = cursor.shown if cursor is not None else 0
    items = [TopicRow(topic, _author(topic, people), is_first) for topic, is_first in topics]
    rows = make_rows(columns, items, first_number=count + 1, identity=_identity)
    after = None
    if listing.cursor is not None and listing.topics:
        after = TopicsCursor(listing.cursor, count + len(rows), pinned)
    return RowsPage(rows, next=after, extra=board, goes_on=after is not None)


def topic_record(row: Row[Any]) -> Record:
    """Return the record of a topic, for a JSON export."""
    item: TopicRow = row.item
    topic = item.topic
    return {
        "id": topic.id,
        "forum_id": topic.forum_id,
        "title": topic.title,
        "type": None if topic.type is None else str(topic.type),
        "user_id": topic.user_id,
        "username": item.author.username or None,
        "created_at": None if topic.created_at is None else topic.created_at.isoformat(),
        "updated_at": None if topic.updated_at is None else topic.updated_at.isoformat(),
        "post_count": topic.post_count,
        "views": topic.views,
        "is_locked": topic.is_locked,
        "is_pinned": item.is_pinned,
        "first_post_id": topic.first_post_id,
        "last_post_id": topic.last_post_id,
    }


def _author(topic: ForumTopic, people: PlayersById) -> TopicAuthor:
    user = people.users.get(topic.user_id or 0)
    if user is not None and not user.is_deleted:
        return TopicAuthor(user.id, people.name(user.id), user.avatar_url)
    is_gone = people.is_known or not topic.user_id
    return TopicAuthor(None if is_gone else topic.user_id, people.name(topic.user_id), None)


def _identity(row: TopicRow) -> Hashable:
    return row.topic.id

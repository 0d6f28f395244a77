"""Forum topics that a search finds by their titles, among the newest ones."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.search.ranking import ranked
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import minute_column, number_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.matching import fold
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.forum import ForumTopic
    from osubrowser.models.table.column import Column, Record, Row

MOST_PAGES: Final = 40
"""Pages of 50 topics that one search looks at, at most."""


def topic_columns() -> tuple[Column[ForumTopic], ...]:
    """Return the columns of forum topics."""
    return (
        text_column("title", tr("Topic"), 420, lambda topic: plain(topic.title), strong=True),
        minute_column("updated", tr("Last post"), lambda topic: topic.updated_at),
        number_column("posts", tr("Posts"), 72, lambda topic: topic.post_count),
        number_column("views", tr("Views"), 84, lambda topic: topic.views),
    )


def load_topics(
    client: Client, words: str, columns: Sequence[Column[Any]], cursor: object = None
) -> RowsPage:
    """Load the next 50 topics, and return those whose titles have all words; blocks.

    osu!'s API cannot search the forums. This looks through `forums/topics`, by the last post.

    Args:
        client: the API client.
        words: what to search for.
        columns: of `topic_columns`.
        cursor: the number of rows before, that of the pages before, and osu!'s cursor; None at
            the start.

    Raises:
        OsuError: as the client raises it.
    """
    before, pages, token = cursor if isinstance(cursor, tuple) else (0, 0, None)
    answer = client.forum_topic_listing(cursor_string=token)
    parts = fold(words).split()
    found = [
        topic for topic in answer.topics if all(part in fold(topic.title[:500]) for part in parts)
    ]
    found = ranked(words, found, names=lambda topic: (topic.title,))
    rows = make_rows(columns, found, first_number=before + 1, identity=_identity)
    after = None
    if answer.cursor_string and answer.topics and pages + 1 < MOST_PAGES:
        after = (before + len(rows), pages + 1, answer.cursor_string)
    return RowsPage(rows, next=after, goes_on=after is not None)


def topic_record(row: Row[Any]) -> Record:
    """Return the record of a forum topic, for a JSON export."""
    topic: ForumTopic = row.item
    return {
        "id": topic.id,
        "forum_id": topic.forum_id,
        "user_id": topic.user_id,
        "title": topic.title,
        "post_count": topic.post_count,
        "views": topic.views,
        "updated_at": topic.updated_at.isoformat() if topic.updated_at is not None else None,
    }


def _identity(topic: ForumTopic) -> Hashable:
    return topic.id

"""Discussions of all beatmapsets, their posts and votes: columns, loads and records."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.cursor import Cursor
from osubrowser.models.beatmaps.columns import difficulty_column, title_column
from osubrowser.models.discussions.discussions import (
    discussion_path,
    message_line,
    moment_of,
    type_label,
)
from osubrowser.models.posts.post import Author, author_of
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import minute_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import exact
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import BeatmapCompact, BeatmapsetCompact
    from osubrowser.api.entities.discussions import (
        BeatmapsetDiscussion,
        BeatmapsetDiscussionPost,
        BeatmapsetDiscussionVote,
    )
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.table.column import Record, Row

PAGE_SIZE: Final = 50
_LONGEST: Final = 400

Users = Mapping[int | None, "UserCompact"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Discussion, or a post or vote of one.

    Attributes:
        id: id of the discussion, the post or the vote.
        when: when it was written.
        author: who wrote it.
        author_id: id of the author; None for none.
        text: one line of text; "" for a vote.
        about: the discussion; None if it is hidden.
        about_author: who wrote the discussion.
        beatmapset: the beatmapset; None if it is unknown.
        beatmap: the difficulty; None for the whole set, and for an unknown one.
        path: address of the discussion on the website; "" for a hidden one.
        post: the post, of a list of posts.
        vote: the vote, of a list of votes.
    """

    id: int
    when: datetime | None
    author: Author
    author_id: int | None
    text: str
    about: BeatmapsetDiscussion | None
    about_author: Author
    beatmapset: BeatmapsetCompact | None
    beatmap: BeatmapCompact | None
    path: str
    post: BeatmapsetDiscussionPost | None = None
    vote: BeatmapsetDiscussionVote | None = None

    @property
    def type(self) -> str:
        """Type of the discussion; "" for a hidden one."""
        about = self.about
        return "" if about is None or about.message_type is None else str(about.message_type)


# --- columns ------------------------------------------------------------------------------------


def discussion_columns(*, original: bool) -> tuple[Column[Entry], ...]:
    """Return the columns of discussions.

    Args:
        original: show original titles, not romanised ones.
    """
    return (
        minute_column("date", tr("Date"), lambda one: one.when),
        _type_column(tr("Type")),
        _state_column(),
        title_column(lambda one: one.beatmapset, 200, original=original, with_cover=True),
        _text_column(250),
        _author_column("player", tr("Player"), lambda one: one.author),
        difficulty_column(lambda one: one.beatmap, 110).hidden(),
        _time_column(),
        minute_column("last", tr("Last post"), _last_post).hidden(),
        _mapper_column(),
    )


def post_columns(*, original: bool) -> tuple[Column[Entry], ...]:
    """Return the columns of posts.

    Args:
        original: show original titles, not romanised ones.
    """
    return (
        minute_column("date", tr("Date"), lambda one: one.when),
        _author_column("player", tr("Player"), lambda one: one.author),
        _text_column(330),
        title_column(lambda one: one.beatmapset, 210, original=original, with_cover=True),
        _type_column(tr("In a")),
        _state_column().hidden(),
        _author_column("about", tr("Discussion by"), lambda one: one.about_author).hidden(),
        _mapper_column(),
    )


def vote_columns(*, original: bool) -> tuple[Column[Entry], ...]:
    """Return the columns of votes.

    Args:
        original: show original titles, not romanised ones.
    """
    return (
        minute_column("date", tr("Date"), lambda one: one.when),
        _author_column("player", tr("Voter"), lambda one: one.author),
        Column(
            "vote",
            tr("Vote"),
            64,
            CellKind.CHANGE,
            text=lambda one, _: f"{abs(_score(one))}",
            sort=lambda one, _: _score(one),
            tone=_score,
            description=tr("For or against the discussion"),
        ),
        _type_column(tr("On a")),
        _author_column("about", tr("By"), lambda one: one.about_author),
        title_column(lambda one: one.beatmapset, 220, original=original, with_cover=True),
        difficulty_column(lambda one: one.beatmap, 110),
        _time_column(),
    )


def _score(one: Entry) -> int:
    return 0 if one.vote is None else max(-1, min(1, one.vote.score))


def _text_column(width: int) -> Column[Entry]:
    return text_column("text", tr("Text"), width, lambda one: one.text, whole=lambda one: one.text)


def _type_column(title: str) -> Column[Entry]:
    return text_column("type", title, 96, lambda one: type_label(one.type) if one.type else NOTHING)


def _state_column() -> Column[Entry]:
    return text_column("state", tr("State"), 84, _state)


def _state(one: Entry) -> str:
    about = one.about
    if about is None or about.deleted_at is not None:
        return tr("Deleted")
    if not about.can_be_resolved:
        return ""
    return tr("Resolved") if about.resolved else tr("Open", "state of a discussion")


def _time_column() -> Column[Entry]:
    return Column(
        "time",
        tr("Time"),
        84,
        CellKind.NUMBER,
        text=lambda one, _: moment_of(at) if (at := _time(one)) is not None else "",
        sort=lambda one, _: _time(one),
        description=tr("Where in the song it is about"),
        shown=False,
    )


def _time(one: Entry) -> int | None:
    return None if one.about is None else one.about.timestamp


def _last_post(one: Entry) -> datetime | None:
    return None if one.about is None else one.about.last_post_at


def _mapper_column() -> Column[Entry]:
    return text_column("mapper", tr("Mapper"), 130, _mapper).hidden()


def _mapper(one: Entry) -> str:
    return "" if one.beatmapset is None else plain(one.beatmapset.creator, 60)


def _author_column(key: str, title: str, author: Any) -> Column[Entry]:  # noqa: ANN401 - Entry to Author
    return Column(
        key,
        title,
        140,
        CellKind.PLAYER,
        text=lambda one, _: author(one).name,
        sort=lambda one, _: author(one).name.casefold(),
        picture=lambda one: author(one).avatar,
    )


# --- loads --------------------------------------------------------------------------------------


def load_discussions(
    client: Client, values: Mapping[str, str], columns: Sequence[Column[Any]], cursor: object
) -> RowsPage:
    """Load a page of discussions (`beatmapsets/discussions`); blocks, for a worker.

    Args:
        client: the API client.
        values: of the filters `message_types[]`, `beatmapset_status`, `mode`, `only_unresolved`,
            `user`, `beatmapset_id`, `sort`.
        columns: of `discussion_columns`.
        cursor: cursor of the page; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.beatmapset_discussions(
        message_types=_several(values, "message_types[]"),
        beatmapset_status=values.get("beatmapset_status") or None,
        mode=values.get("mode") or None,
        only_unresolved=True if values.get("only_unresolved") else None,
        user_id=values.get("user") or None,
        beatmapset_id=_number(values, "beatmapset_id"),
        sort=values.get("sort") or None,
        limit=PAGE_SIZE,
        cursor=cursor if isinstance(cursor, Cursor) else None,
    )
    users: Users = {user.id: user for user in found.users}
    sets = {one.id: one for one in found.beatmapsets}
    beatmaps = {one.id: one for one in found.beatmaps}
    entries = []
    for about in found.discussions:
        author = author_of(users.get(about.user_id), about.user_id)
        start = about.starting_post
        entries.append(
            Entry(
                about.id,
                about.created_at,
                author,
                about.user_id,
                message_line(start.message, _LONGEST) if start is not None else "",
                about,
                author,
                sets.get(about.beatmapset_id) or about.beatmapset,
                beatmaps.get(about.beatmap_id or 0) or about.beatmap,
                discussion_path(about),
            )
        )
    return _page(columns, entries, found.cursor)


def load_posts(
    client: Client, values: Mapping[str, str], columns: Sequence[Column[Any]], cursor: object
) -> RowsPage:
    """Load a page of posts (`beatmapsets/discussions/posts`); blocks, for a worker.

    Args:
        client: the API client.
        values: of the filters `types[]`, `user`, `beatmapset_discussion_id`, `sort`.
        columns: of `post_columns`.
        cursor: cursor of the page; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.beatmapset_discussion_posts(
        _number(values, "beatmapset_discussion_id"),
        types=_several(values, "types[]"),
        user_id=values.get("user") or None,
        sort=values.get("sort") or None,
        limit=PAGE_SIZE,
        cursor=cursor if isinstance(cursor, Cursor) else None,
    )
    users: Users = {user.id: user for user in found.users}
    sets = {one.id: one for one in found.beatmapsets}
    talks = {one.id: one for one in found.discussions}
    entries = []
    for post in found.posts:
        about = talks.get(post.beatmapset_discussion_id)
        beatmapset = None if about is None else sets.get(about.beatmapset_id) or about.beatmapset
        entries.append(
            Entry(
                post.id,
                post.created_at,
                author_of(users.get(post.user_id), post.user_id),
                post.user_id,
                message_line(post.message, _LONGEST),
                about,
                _author_of_discussion(about, users),
                beatmapset,
                None if about is None else about.beatmap,
                "" if about is None else discussion_path(about),
                post=post,
            )
        )
    return _page(columns, entries, found.cursor)


def load_votes(
    client: Client, values: Mapping[str, str], columns: Sequence[Column[Any]], cursor: object
) -> RowsPage:
    """Load a page of votes (`beatmapsets/discussions/votes`), and their beatmaps (`beatmaps`).

    Blocks, for a worker. The votes come without beatmaps: those of discussions of a single
    difficulty are asked for; others have their set as a link only.

    Args:
        client: the API client.
        values: of the filters `score`, `user`, `receiver`, `beatmapset_discussion_id`, `sort`.
        columns: of `vote_columns`.
        cursor: cursor of the page; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.beatmapset_discussion_votes(
        vote=int(values["score"]) if values.get("score") in ("1", "-1") else None,
        user_id=values.get("user") or None,
        receiver_id=values.get("receiver") or None,
        beatmapset_discussion_id=_number(values, "beatmapset_discussion_id"),
        sort=values.get("sort") or None,
        limit=PAGE_SIZE,
        cursor=cursor if isinstance(cursor, Cursor) else None,
    )
    users: Users = {user.id: user for user in found.users}
    talks = {one.id: one for one in found.discussions}
    wanted = {one.beatmap_id for one in talks.values() if one.beatmap_id and one.beatmap is None}
    beatmaps = {one.id: one for one in client.beatmaps(sorted(wanted))} if wanted else {}
    entries = []
    for vote in found.votes:
        about = talks.get(vote.beatmapset_discussion_id)
        beatmap = None if about is None else about.beatmap or beatmaps.get(about.beatmap_id or 0)
        known = None if about is None else about.beatmapset
        entries.append(
            Entry(
                vote.id,
                vote.created_at or vote.updated_at,
                author_of(users.get(vote.user_id), vote.user_id),
                vote.user_id,
                "",
                about,
                _author_of_discussion(about, users),
                known or getattr(beatmap, "beatmapset", None),
                beatmap,
                "" if about is None else discussion_path(about),
                vote=vote,
            )
        )
    return _page(columns, entries, found.cursor)


def entry_record(row: Row[Any]) -> Record:
    """Return the record of a discussion, a post or a vote, for a JSON export."""
    one: Entry = row.item
    about, beatmapset = one.about, one.beatmapset
    record: Record = {
        "id": one.id,
        "created_at": exact(one.when),
        "user_id": one.author_id,
        "username": one.author.name,
        "discussion_id": None if about is None else about.id,
        "type": one.type or None,
        "resolved": None if about is None else about.resolved,
        "timestamp": None if about is None else about.timestamp,
        "beatmapset_id": None if about is None else about.beatmapset_id,
        "beatmap_id": None if about is None else about.beatmap_id,
        "artist": None if beatmapset is None else beatmapset.artist,
        "title": None if beatmapset is None else beatmapset.title,
    }
    if one.vote is not None:
        receiver = None if about is None else about.user_id
        return record | {"score": one.vote.score, "receiver_id": receiver}
    return record | {"text": one.text}


def _author_of_discussion(about: BeatmapsetDiscussion | None, users: Users) -> Author:
    return author_of(None) if about is None else author_of(users.get(about.user_id), about.user_id)


def _page(
    columns: Sequence[Column[Any]], entries: Sequence[Entry], cursor: Cursor | None
) -> RowsPage:
    rows = make_rows(columns, entries, identity=_identity)
    return RowsPage(rows, next=cursor, goes_on=cursor is not None)


def _identity(one: Entry) -> Hashable:
    return one.id


def _several(values: Mapping[str, str], name: str) -> list[str] | None:
    return [value for value in values.get(name, "").split(".") if value] or None


def _number(values: Mapping[str, str], name: str) -> int | None:
    return int(values[name]) if values.get(name) else None

"""Discussions of a beatmapset as posts: loads of discussions, replies and votes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.discussions import BeatmapsetDiscussionPost, SystemMessage
from osubrowser.models.posts.post import (
    Author,
    Pill,
    Post,
    PostKind,
    author_of,
    blocks_of,
    edited_text,
    names,
    text_of,
    when_of,
)
from osubrowser.services.text import numerals
from osubrowser.services.text.matching import fold
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmap
    from osubrowser.api.entities.discussions import BeatmapsetDiscussion, BeatmapsetDiscussions
    from osubrowser.api.entities.users import UserCompact

TYPES: Final = (
    ("problem", tr("Problem"), "bad"),
    ("suggestion", tr("Suggestion"), "warning"),
    ("praise", tr("Praise"), "good"),
    ("hype", tr("Hype"), "good"),
    ("mapper_note", tr("Note", "type of a discussion"), "plain"),
    ("review", tr("Review"), "strong"),
)
"""Types of discussions: the API's name, label, and tone of the label."""

PAGE_SIZE: Final = 50
_MOST_VOTE_PAGES: Final = 4
_MOST_BLOCKS: Final = 200
_LONGEST_REVIEW: Final = 200_000
SHOW_VOTES: Final = tr("Show votes")
"""The fact of a discussion that loads its votes."""
_LABELS: Final = {key: (label, tone) for key, label, tone in TYPES}
_ISSUES: Final = frozenset({"problem", "suggestion"})

Users = Mapping[int | None, "UserCompact"]


@dataclass(frozen=True, slots=True)
class Difficulty:
    """Difficulty that discussions are about.

    Attributes:
        id: id of the beatmap.
        name: its name; `(deleted)` after that of a deleted one.
        order: place among the difficulties of the set: by ruleset and stars, deleted ones last.
    """

    id: int
    name: str
    order: tuple[int, str, float]


@dataclass(frozen=True, slots=True)
class Talk:
    """Discussion, as its list shows and filters it.

    Attributes:
        id: id of the discussion.
        type: type as of `TYPES`, or another one of the server.
        beatmap: id of the difficulty; None for the whole set.
        timestamp: milliseconds from the start of the beatmap; None for none.
        is_open: whether it is an issue that is not resolved.
        user: id of the author; None if it is not told.
        author: name of the author.
        created: POSIX timestamp.
        active: POSIX timestamp of the last post.
        has_replies: whether there may be posts after the first one.
        post: what is shown of it.
        search: author and text, folded for `fold`ed words.
    """

    id: int
    type: str
    beatmap: int | None
    timestamp: int | None
    is_open: bool
    user: int | None
    author: str
    created: float
    active: float
    has_replies: bool
    post: Post
    search: str


@dataclass(frozen=True, slots=True)
class DiscussionPage:
    """Page of discussions.

    Attributes:
        talks: the discussions, and those that are parts of reviews.
        difficulties: difficulties of the set, deleted ones too.
        mapper: id of the creator of the set; None if it is not told.
        next: cursor of the next page; None for the last one.
    """

    talks: tuple[Talk, ...]
    difficulties: tuple[Difficulty, ...]
    mapper: int | None
    next: Cursor | None


@dataclass(frozen=True, slots=True)
class ReplyPage:
    """Page of posts after the first one of a discussion, the oldest first.

    Attributes:
        posts: the posts.
        next: cursor of the next page; None for the last one.
        search: authors and texts, folded.
    """

    posts: tuple[Post, ...]
    next: Cursor | None
    search: str


# --- loads, on a worker -------------------------------------------------------------------------


def load_discussions(client: Client, beatmapset: int, cursor: Cursor | None) -> DiscussionPage:
    """Return a page of the discussions of a set: `GET beatmapsets/discussions`. Blocks.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.beatmapset_discussions(
        beatmapset_id=beatmapset, limit=PAGE_SIZE, sort="id_asc", cursor=cursor
    )
    return page_of(found, beatmapset, client.base_url, datetime.now(UTC))


def load_replies(
    client: Client, discussion: int, mapper: int | None, cursor: Cursor | None
) -> ReplyPage:
    """Return posts after the first one: `GET beatmapsets/discussions/posts`. Blocks.

    Args:
        client: the client.
        discussion: id of the discussion.
        mapper: id of the creator of the set, whose posts are labelled; None for none.
        cursor: where the page begins; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.beatmapset_discussion_posts(
        discussion, types=["reply", "system"], sort="id_asc", limit=PAGE_SIZE, cursor=cursor
    )
    users: Users = {user.id: user for user in found.users}
    now = datetime.now(UTC)
    posts = tuple(reply_of(post, users, mapper, client.base_url, now) for post in found.posts)
    more = found.cursor is not None and bool(found.posts)
    search = fold(" ".join(f"{post.author} {post.text}" for post in posts))
    return ReplyPage(posts, found.cursor if more else None, search)


def load_votes(client: Client, discussion: int) -> str:
    """Return the votes on a discussion in words: `GET beatmapsets/discussions/votes`. Blocks.

    Raises:
        OsuError: as the client raises it.
    """
    people: dict[int, list[str]] = {1: [], -1: []}
    cursor: Cursor | None = None
    for _ in range(_MOST_VOTE_PAGES):
        found = client.beatmapset_discussion_votes(
            beatmapset_discussion_id=discussion, limit=50, cursor=cursor
        )
        users = {user.id: user for user in found.users}
        for vote in found.votes:
            voter = users.get(vote.user_id) if vote.user_id is not None else None
            side = 1 if vote.score > 0 else -1
            people[side].append(author_of(voter, vote.user_id).name)
        cursor = found.cursor
        if cursor is None or not found.votes:
            break
    words = [
        f"{sign}{numerals.whole(len(people[side]))} ({names(people[side])})"
        for side, sign in ((1, "+"), (-1, "−"))
        if people[side]
    ]
    return tr("Votes: {votes}").format(votes=", ".join(words)) if words else tr("No votes")


# --- discussions --------------------------------------------------------------------------------


def page_of(
    found: BeatmapsetDiscussions, beatmapset: int | None, origin: str, now: datetime
) -> DiscussionPage:
    """Return a response as a page.

    Args:
        found: the response.
        beatmapset: id of the set; None if it is of several.
        origin: `https://host` of the server.
        now: the current time.
    """
    owner = next((one for one in found.beatmapsets if one.id == beatmapset), None)
    mapper = owner.user_id if owner is not None else None
    users: Users = {user.id: user for user in found.users}
    beatmaps = {one.id: one for one in found.beatmaps}
    every = list(
        {one.id: one for one in (*found.discussions, *found.included_discussions)}.values()
    )
    reader = _Reader(users, beatmaps, {one.id: one for one in every}, mapper, origin, now)
    is_last = found.cursor is None or not found.discussions
    return DiscussionPage(
        tuple(map(reader.talk, every)),
        tuple(map(_difficulty, found.beatmaps)),
        mapper,
        None if is_last else found.cursor,
    )


def _difficulty(beatmap: Beatmap) -> Difficulty:
    is_deleted = getattr(beatmap, "deleted_at", None) is not None
    name = plain(beatmap.version, 80) or f"#{beatmap.id}"
    order = ("osu", "taiko", "fruits", "mania")
    mode = str(beatmap.mode)
    place = order.index(mode) if mode in order else len(order)
    if is_deleted:
        name, place = tr("{name} (deleted)").format(name=name), len(order) + 1
    return Difficulty(beatmap.id, name, (place, mode, beatmap.difficulty_rating or 0.0))


def moment_of(milliseconds: int) -> str:
    """Format a time in a beatmap as the editor does: `02:51:043`."""
    minutes, rest = divmod(max(0, min(milliseconds, 10**9)), 60_000)
    return f"{minutes:02}:{rest // 1000:02}:{rest % 1000:03}"


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes talks of the discussions of one response."""

    users: Users
    beatmaps: Mapping[int, Beatmap]
    discussions: Mapping[int, BeatmapsetDiscussion]
    mapper: int | None
    origin: str
    now: datetime

    def talk(self, one: BeatmapsetDiscussion) -> Talk:
        """Return a discussion as a talk."""
        type_ = "" if one.message_type is None else str(one.message_type)
        is_issue = (
            bool(one.can_be_resolved) if one.can_be_resolved is not None else type_ in _ISSUES
        )
        is_open = is_issue and not one.resolved
        author = _author(one.user_id, self.users, self.mapper)
        created = one.created_at.timestamp() if one.created_at is not None else 0.0
        last = one.last_post_at or one.updated_at
        active = last.timestamp() if last is not None else created
        post = self._post(one, type_, author, is_issue=is_issue, is_open=is_open)
        return Talk(
            one.id,
            type_,
            one.beatmap_id,
            one.timestamp,
            is_open,
            one.user_id,
            author.name,
            created,
            active,
            one.last_post_at is None or active > created,
            post,
            fold(f"{author.name} {post.text}"),
        )

    def _post(
        self,
        one: BeatmapsetDiscussion,
        type_: str,
        author: Author,
        *,
        is_issue: bool,
        is_open: bool,
    ) -> Post:
        start = one.starting_post
        when, moment = when_of(one.created_at, self.now)
        facts = [SHOW_VOTES]
        if start is not None and _is_edited(start):
            facts.insert(0, _edited(start, self.users, self.now))
        if one.kudosu_denied:
            facts.insert(0, tr("kudosu denied"))
        message = start.message if start is not None else ""
        blocks: tuple[str, ...] = ()
        if isinstance(message, SystemMessage):
            text = tr("This discussion has no text.")
        elif type_ == "review":
            text, blocks = self._review(message)
        else:
            text = text_of(message)
            blocks = message_blocks(message, self.origin)
        if not blocks:
            text = text or (
                tr("This text is not shown.") if start is None else tr("This post has no text.")
            )
            blocks = (f"<p><i>{escape(text)}</i></p>",)
        return Post(
            f"d{one.id}",
            author=author.name,
            place=author.place,
            colour=author.colour,
            avatar=author.avatar,
            pills=(*author.pills, *self._pills(one, type_, is_issue=is_issue, is_open=is_open)),
            when=when,
            moment=moment,
            facts=" · ".join(facts),
            action=f"votes:{one.id}",
            blocks=blocks,
            text=text,
            path=discussion_path(one),
            is_dim=one.deleted_at is not None,
        )

    def _pills(
        self, one: BeatmapsetDiscussion, type_: str, *, is_issue: bool, is_open: bool
    ) -> Iterator[Pill]:
        yield Pill(type_label(type_), _LABELS[type_][1] if type_ in _LABELS else "plain")
        if one.beatmap_id is not None:
            beatmap = self.beatmaps.get(one.beatmap_id)
            yield Pill(_difficulty(beatmap).name if beatmap is not None else f"#{one.beatmap_id}")
        if one.timestamp is not None:
            yield Pill(moment_of(one.timestamp), "strong")
        if is_issue:
            yield (
                Pill(tr("Open", "state of a discussion"), "bad")
                if is_open
                else Pill(tr("Resolved"), "good")
            )
        if one.deleted_at is not None:
            yield Pill(tr("Deleted"), "bad")

    # --- reviews ------------------------------------------------------------------------------

    def _review(self, message: str) -> tuple[str, tuple[str, ...]]:
        """Return text and blocks of a review; of one that cannot be read, the message itself."""
        blocks = review_blocks(message)
        if blocks is None:
            return text_of(message), message_blocks(message, self.origin)
        texts: list[str] = []
        html: list[str] = []
        from osubrowser.services.richtext.post_markdown import post_html

        for block in blocks:
            if block.get("type") == "embed":
                text, made = self._embed(block.get("discussion_id"))
            else:
                text = text_of(str(block.get("text") or ""))
                made = post_html(str(block.get("text") or ""))
            texts.append(text)
            html.append(made)
        return "\n".join(filter(None, texts)), blocks_of("\n".join(html), self.origin)

    def _embed(self, id: object) -> tuple[str, str]:
        """Return text and HTML of a discussion inside of a review."""
        from osubrowser.services.richtext.post_markdown import post_html

        one = self.discussions.get(id) if isinstance(id, int) else None
        message = one.starting_post.message if one is not None and one.starting_post else None
        if one is None or not isinstance(message, str):
            text = tr("A part of this review is not shown: it was deleted.")
            return text, f"<blockquote><i>{text}</i></blockquote>"
        type_ = "" if one.message_type is None else str(one.message_type)
        is_issue = bool(one.can_be_resolved)
        pills = self._pills(one, type_, is_issue=is_issue, is_open=is_issue and not one.resolved)
        head = " · ".join(pill.text for pill in pills)
        link = f'<a href="{discussion_path(one)}">{escape(head)}</a>'
        text = f"{head}: {text_of(message)}"
        return text, f"<blockquote><b>{link}</b><br>{post_html(message)}</blockquote>"


def review_blocks(message: str) -> list[dict[str, Any]] | None:
    """Return the blocks of a review: `paragraph` with `text`, `embed` with `discussion_id`.

    None for a message that is not a JSON array of objects; at most 200 blocks.
    """
    import msgspec

    if len(message) > _LONGEST_REVIEW:
        return None
    try:
        found = msgspec.json.decode(message, type=list[Any])
    except (ValueError, RecursionError):
        return None
    return [block for block in found[:_MOST_BLOCKS] if isinstance(block, dict)]


def message_line(message: SystemMessage | str, limit: int) -> str:
    """Return a message as one line of plain text: of a review its paragraphs.

    Args:
        message: of a post, of any type of discussion.
        limit: most characters.
    """
    if isinstance(message, SystemMessage):
        words = system_words(message)
        return words[:1].upper() + words[1:]
    if message.startswith("["):
        blocks = review_blocks(message)
        if blocks is not None:
            texts = [str(block.get("text") or "") for block in blocks]
            return plain(" ".join(filter(None, texts)), limit)
    return plain(message, limit)


def type_label(type_: str) -> str:
    """Return the label of a type of discussion."""
    known = _LABELS.get(type_)
    return known[0] if known is not None else plain(type_.replace("_", " "), 30) or tr("Post")


def discussion_path(one: BeatmapsetDiscussion) -> str:
    """Return the address of a discussion on the website."""
    where = "" if one.beatmap_id is None else f"/{one.beatmap_id}/timeline"
    if one.beatmap_id is not None and one.timestamp is None:
        where = f"/{one.beatmap_id}/general"
    return f"/beatmapsets/{one.beatmapset_id}/discussion{where or '/-/generalAll'}#/{one.id}"


def message_blocks(message: str, origin: str) -> tuple[str, ...]:
    """Return a message of a discussion as blocks."""
    from osubrowser.services.richtext.post_markdown import post_html

    return blocks_of(post_html(message), origin)


# --- replies ------------------------------------------------------------------------------------


def reply_of(
    post: BeatmapsetDiscussionPost,
    users: Users,
    mapper: int | None,
    origin: str,
    now: datetime,
) -> Post:
    """Return a post of a discussion; one of the server is a line.

    Args:
        post: the post.
        users: users of the response by id; authors who are restricted are missing.
        mapper: id of the creator of the set; None if it is not known.
        origin: `https://host` of the server.
        now: the current time.
    """
    author = _author(post.user_id, users, mapper)
    when, moment = when_of(post.created_at, now)
    if isinstance(post.message, SystemMessage) or post.system:
        did = system_words(post.message)
        return Post(
            f"p{post.id}",
            PostKind.LINE,
            1,
            place=author.place,
            when=when,
            moment=moment,
            text=f"{author.name} {did}",
        )
    text = text_of(post.message)
    blocks = message_blocks(post.message, origin)
    if not blocks:
        text = text or tr("This post has no text.")
        blocks = (f"<p><i>{escape(text)}</i></p>",)
    return Post(
        f"p{post.id}",
        level=1,
        author=author.name,
        place=author.place,
        colour=author.colour,
        avatar=author.avatar,
        pills=(*author.pills, *((Pill(tr("Deleted"), "bad"),) if post.deleted_at else ())),
        when=when,
        moment=moment,
        facts=_edited(post, users, now) if _is_edited(post) else "",
        blocks=blocks,
        text=text,
        is_dim=post.deleted_at is not None,
    )


def system_words(message: SystemMessage | str) -> str:
    """Return what the server did in a post, as a predicate: `reopened this`."""
    if isinstance(message, str):
        return plain(message, 200) or tr("changed this")
    if message.type == "resolved":
        return tr("marked this as resolved") if message.value else tr("reopened this")
    return tr("changed this ({type})").format(type=plain(message.type, 40) or tr("system"))


def _author(user_id: int | None, users: Users, mapper: int | None) -> Author:
    user = users.get(user_id) if user_id is not None else None
    role = tr("Mapper") if user_id is not None and user_id == mapper else ""
    return author_of(user, user_id, role=role)


def _is_edited(post: BeatmapsetDiscussionPost) -> bool:
    return post.last_editor_id is not None


def _edited(post: BeatmapsetDiscussionPost, users: Users, now: datetime) -> str:
    is_other = post.last_editor_id != post.user_id
    by = _author(post.last_editor_id, users, None).name if is_other else ""
    return edited_text(when_of(post.updated_at, now)[0], by)


def people_of(talks: Sequence[Talk]) -> dict[int, tuple[str, int]]:
    """Return name and number of discussions of each author, by id, the most active first."""
    counts: dict[int, tuple[str, int]] = {}
    for talk in talks:
        if talk.user is not None:
            counts[talk.user] = (talk.author, counts.get(talk.user, ("", 0))[1] + 1)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1][1], pair[1][0].casefold())))

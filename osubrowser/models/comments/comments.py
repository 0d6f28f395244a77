"""Comments of anything as posts: pages of threads, replies of any depth, pinned ones."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from osubrowser.api.cursor import Cursor
from osubrowser.api.errors import ServerTrouble
from osubrowser.models.posts.feed import PAGE, PostFeed, Threads, following
from osubrowser.models.posts.post import (
    Pill,
    Post,
    PostKind,
    author_of,
    blocks_of,
    edited_text,
    text_of,
    when_of,
)
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from osubrowser.api.client import Client
    from osubrowser.api.entities.comments import Comment, CommentableMeta, CommentBundle
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.services.runtime.tasks import TaskScope

SORTS: Final = (("new", tr("Newest")), ("old", tr("Oldest")), ("top", tr("Most votes")))
"""Orders of comments that the API has: key and label."""
PAGE_SIZE: Final = 50
_REPLIES: Final = "replies:"
_DEEPEST: Final = 200
_LINKED, _PINNED = "linked", "pinned"


@dataclass(frozen=True, slots=True)
class CommentSubject:
    """What comments are of.

    Attributes:
        type: `beatmapset`, `build` or `news_post`; None for the comments of everything.
        id: its id.
        comment: id of a comment to show first, with its replies; None for none.
        user: who wrote them: an id, or a name; None for everybody.
    """

    type: str | None = None
    id: int | None = None
    comment: int | None = None
    user: int | str | None = None


@dataclass(frozen=True, slots=True)
class CommentNode:
    """Comment with its place in the tree.

    Attributes:
        id: id of the comment.
        parent: id of the comment that it answers; None for none.
        replies: number of its replies, as the server counts them.
        post: what is shown of it, at level 0.
    """

    id: int
    parent: int | None
    replies: int
    post: Post


@dataclass(frozen=True, slots=True)
class CommentPage:
    """Page of comments.

    Attributes:
        nodes: all comments of the page, replies too, by id.
        order: the comments that were asked for, in the order of the server.
        children: replies by the id of their parent, in the order of the server.
        pinned: ids of pinned comments.
        next: cursor of the next page; None for the last one.
        total: number of comments, replies too; None if it is not told.
        threads: number of comments that answer no other one; None if it is not told.
        author: id and name of who wrote them all; None for everybody.
    """

    nodes: Mapping[int, CommentNode]
    order: tuple[int, ...]
    children: Mapping[int, tuple[int, ...]]
    pinned: tuple[int, ...] = ()
    next: Cursor | None = None
    total: int | None = None
    threads: int | None = None
    author: tuple[int, str] | None = None


# --- loads, on a worker -------------------------------------------------------------------------


def load_comments(
    client: Client,
    subject: CommentSubject,
    sort: str,
    parent: int | None,
    cursor: Cursor | None,
) -> CommentPage:
    """Return a page of comments: `GET comments`. Blocks.

    Args:
        client: the client.
        subject: what the comments are of.
        sort: `new`, `old` or `top`.
        parent: id of the comment whose replies are loaded; 0 for comments that answer none.
        cursor: where the page begins; None for the first page.

    Raises:
        OsuError: as the client raises it; NotFound if there is no such thing, or no such player.
    """
    author: tuple[int, str] | None = None
    writer = subject.user
    if isinstance(writer, str):  # which this endpoint does not look up
        user = client.user(f"@{writer}")
        if not user.id:
            raise ServerTrouble("osu! sent a player without an id")
        writer = user.id
        author = (user.id, plain(user.username, 40))
    bundle = client.comments(
        commentable_type=subject.type,
        commentable_id=subject.id,
        sort=sort,
        parent_id=parent,
        cursor=cursor,
        limit=PAGE_SIZE,
        user_id=writer,
    )
    page = page_of(bundle, subject, client.base_url, datetime.now(UTC))
    if bundle.user is not None and author is None and writer is not None:
        author = (writer, plain(bundle.user.username, 40))
    return replace(page, author=author)


def load_comment(client: Client, comment: int) -> CommentPage:
    """Return one comment with its parent and two levels of replies. Blocks.

    Source: `GET comments/{comment}`. Raises OsuError; NotFound if there is none.
    """
    bundle = client.comment(comment)
    first = bundle.comments[0]
    kind = None if first.commentable_type is None else str(first.commentable_type)
    subject = CommentSubject(kind, first.commentable_id)
    return page_of(bundle, subject, client.base_url, datetime.now(UTC))


def page_of(
    bundle: CommentBundle, subject: CommentSubject, origin: str, now: datetime
) -> CommentPage:
    """Return a bundle as a page.

    Args:
        bundle: the response.
        subject: what was asked for; comments of other things say what they are of.
        origin: `https://host` of the server.
        now: the current time.
    """
    users = {user.id: user for user in bundle.users}
    metas: dict[tuple[str, int | None], CommentableMeta] = {
        (str(m.type), m.id): m for m in bundle.commentable_meta if m.id is not None
    }
    every = [*bundle.comments, *bundle.included_comments, *bundle.pinned_comments]
    nodes: dict[int, CommentNode] = {}
    children: dict[int, list[int]] = {}
    for comment in every:
        if comment.id in nodes:
            continue
        meta = metas.get((str(comment.commentable_type), comment.commentable_id))
        is_own = (subject.type, subject.id) == (
            str(comment.commentable_type),
            comment.commentable_id,
        )
        post = _post_of(comment, users, meta, origin, now, with_subject=not is_own)
        nodes[comment.id] = CommentNode(
            comment.id, comment.parent_id or None, max(0, comment.replies_count), post
        )
        if comment.parent_id:
            children.setdefault(comment.parent_id, []).append(comment.id)
    more = bundle.has_more and bundle.cursor is not None and bool(bundle.comments)
    return CommentPage(
        nodes,
        tuple(dict.fromkeys(comment.id for comment in bundle.comments)),
        {parent: tuple(ids) for parent, ids in children.items()},
        tuple(dict.fromkeys(comment.id for comment in bundle.pinned_comments)),
        bundle.cursor if more else None,
        bundle.total,
        bundle.top_level_count,
    )


def _post_of(
    comment: Comment,
    users: Mapping[int | None, UserCompact],
    meta: CommentableMeta | None,
    origin: str,
    now: datetime,
    *,
    with_subject: bool,
) -> Post:
    is_owner = meta is not None and meta.owner_id is not None and meta.owner_id == comment.user_id
    author = author_of(
        users.get(comment.user_id) if comment.user_id is not None else None,
        comment.user_id,
        name=comment.legacy_name,
        role=(meta.owner_title or "") if is_owner and meta is not None else "",
    )
    when, moment = when_of(comment.created_at, now)
    pills = author.pills
    if comment.pinned:
        pills += (Pill(tr("Pinned"), "warning"),)
    facts = []
    if comment.votes_count:
        facts.append(tr("%n vote(s)", "", comment.votes_count))
    if comment.edited_at is not None:
        editor = users.get(comment.edited_by_id) if comment.edited_by_id is not None else None
        edited = when_of(comment.edited_at, now)[0]
        by = (
            ""
            if comment.edited_by_id == comment.user_id
            else author_of(editor, comment.edited_by_id).name
        )
        facts.append(edited_text(edited, by))
    about = _title_of(meta) if with_subject else ""
    is_deleted = comment.deleted_at is not None or (
        comment.message is None and comment.message_html is None
    )
    if is_deleted:
        deleted = when_of(comment.deleted_at, now)[0]
        text = (
            tr("This comment was deleted {when}.").format(when=deleted)
            if deleted
            else tr("This comment was deleted.")
        )
        blocks: tuple[str, ...] = (f"<p><i>{text}</i></p>",)
    else:
        html = comment.message_html or ""
        text = text_of(comment.message or "")
        blocks = blocks_of(html, origin) if html else _plain_blocks(text)
        if not blocks:
            none = tr("This comment has no text.")
            blocks = (f"<p><i>{none}</i></p>",)
    return Post(
        f"c{comment.id}",
        author=author.name,
        place=author.place,
        colour=author.colour,
        avatar=author.avatar,
        pills=pills,
        when=when,
        moment=moment,
        facts=" · ".join(facts),
        blocks=(*_about(about, meta, origin), *blocks) if about else blocks,
        text=text,
        path=f"/comments/{comment.id}",
        is_dim=is_deleted,
        about=about,
    )


def _title_of(meta: CommentableMeta | None) -> str:
    if meta is None:
        return tr("something that is deleted")
    return plain(meta.title, 120) or tr("something without a title")


def _about(title: str, meta: CommentableMeta | None, origin: str) -> tuple[str, ...]:
    """Return the line that says what a comment is on, with a link to it."""
    from html import escape

    words = escape(title)
    if meta is not None and meta.url:
        words = f'<a href="{escape(meta.url)}">{words}</a>'
    line = tr("On {subject}").format(subject=words)
    return blocks_of(f"<p>{line}</p>", origin)


def _plain_blocks(text: str) -> tuple[str, ...]:
    from html import escape

    return (f"<p>{escape(text)}</p>",) if text.strip() else ()


# --- the list -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CommentState:
    """Saved state of a `CommentFeed`, to restore it without requests."""

    subject: CommentSubject
    sort: str
    tree: CommentTree
    next: Cursor | None
    is_complete: bool
    author: tuple[int, str] | None = None


@dataclass(slots=True)
class CommentTree:
    """Comments that are loaded.

    Attributes:
        nodes: comments by id.
        children: replies by the id of their parent, in order.
        roots: comments at the top of a thread, in order.
        pinned, linked: those of the threads shown first.
        cursors: where the next replies of a comment begin; None if it has no more.
        total, threads: as of the page.
    """

    nodes: dict[int, CommentNode] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)
    roots: list[int] = field(default_factory=list)
    pinned: list[int] = field(default_factory=list)
    linked: int | None = None
    cursors: dict[int, Cursor | None] = field(default_factory=dict)
    total: int | None = None
    threads: int | None = None

    def add(self, page: CommentPage) -> set[int]:
        """Add the comments of a page, and return the tops of the threads that have changed."""
        for id, node in page.nodes.items():
            self.nodes[id] = node
        touched = set(page.nodes)
        for parent, ids in page.children.items():
            known = self.children.setdefault(parent, [])
            known += [id for id in ids if id not in known]
        return {self.top_of(id) for id in touched}

    def top_of(self, id: int) -> int:
        """Return the highest known comment above a comment."""
        for _ in range(_DEEPEST):
            parent = self.nodes[id].parent
            if parent is None or parent not in self.nodes:
                break
            id = parent
        return id

    def thread(self, top: int) -> Iterator[tuple[CommentNode, int, bool]]:
        """Yield comments of a thread in the order of reading: node, level, whether it is an end.

        An end has no text: it stands where more replies to the node can be loaded.
        """
        pending: list[tuple[int, int, bool]] = [(top, 0, False)]
        seen: set[int] = set()
        while pending:
            id, level, is_end = pending.pop()
            node = self.nodes[id]
            if is_end:
                yield node, level, True
                continue
            if id in seen:  # a circle of parents
                continue
            seen.add(id)
            yield node, level, False
            below = self.children.get(id, ())
            if self.missing(node) > 0:
                pending.append((id, level + 1, True))
            pending += [(child, level + 1, False) for child in reversed(below)]

    def missing(self, node: CommentNode) -> int:
        """Return how many replies of a comment can be loaded."""
        if node.id in self.cursors and self.cursors[node.id] is None:
            return 0
        return max(0, node.replies - len(self.children.get(node.id, ())))


class CommentFeed(PostFeed):
    """Comments of one subject in threads, with replies on demand.

    Args:
        loader: runs loads with the client of the session.
        scope: owns the loads.
        parent: the Qt parent.

    Attributes:
        subject: what the comments are of.
        sort: the order: `new`, `old` or `top`.
        author: id and name of who wrote them all; None for everybody.
    """

    def __init__(
        self, loader: ClientLoader, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(loader, scope, parent)
        self.subject = CommentSubject()
        self.sort = "new"
        self.author: tuple[int, str] | None = None
        self._tree = CommentTree()
        self._threads = Threads()
        self._next: Cursor | None = None
        self._first_order: tuple[int, ...] = ()
        # By parent: where its replies go on after pages of which all were known.
        self._passed: dict[int, set[Cursor]] = {}
        self._active: set[Hashable] = set()  # loads of replies whose state is shown
        self._shown_roots = 0  # threads that have rows, of the roots of the tree

    @property
    def total(self) -> int | None:
        """Number of comments, replies too, as the server counts them."""
        return self._tree.total

    @property
    def loaded(self) -> int:
        """Number of loaded comments."""
        return len(self._tree.nodes)

    def show(self, subject: CommentSubject, sort: str, state: object | None = None) -> None:
        """Show the comments of a subject.

        Args:
            subject: what the comments are of.
            sort: the order.
            state: what `save_state` returned for the same, to restore it without loads.
        """
        self.stop()
        self.forget()
        self.subject, self.sort, self.is_complete = subject, sort, False
        if isinstance(state, CommentState) and (state.subject, state.sort) == (subject, sort):
            self._tree, self._next, self.author = state.tree, state.next, state.author
            self.is_complete, self.is_started = state.is_complete, True
            self._rebuild()
            self.state_changed.emit()
            return
        self.publish([])
        self.start()

    def forget(self) -> None:
        """Release the comments."""
        self.subject = CommentSubject()
        self._tree, self._threads, self._next = CommentTree(), Threads(), None
        self._first_order, self._active, self._shown_roots = (), set(), 0
        self._passed = {}
        self.author = None

    def save_state(self) -> CommentState:
        """Return the state by which `show` restores the list."""
        state = (self.subject, self.sort, self._tree, self._next, self.is_complete)
        return CommentState(*state, self.author)

    def reload(self) -> None:
        """Load the first page again; the present comments stay until then."""
        self.stop()
        self._next, self.is_complete = None, False
        self._load_first(with_cached=False)

    # --- loading ------------------------------------------------------------------------------

    def load_page(self, *, is_first: bool = False) -> None:
        """Load the next page."""
        if is_first:
            self._load_first(with_cached=True)
        elif (asked := self._next) is not None:
            subject = self.subject
            if self.author is not None:  # a name that need not be looked up again
                subject = replace(subject, user=self.author[0])
            args = (subject, self.sort, self._above, asked)
            self.loads.start(PAGE, load_comments, args, lambda page: self._on_page(page, asked))

    def _load_first(self, *, with_cached: bool) -> None:
        args = (self.subject, self.sort, self._above, None)
        self.loads.start(PAGE, load_comments, args, self._on_first, with_cached=with_cached)
        if self.subject.comment is not None:
            self._load_linked(with_cached=with_cached)

    @property
    def _above(self) -> int | None:
        """Parent to ask for: of one thing, the comments that answer none; else all."""
        return None if self.subject.type is None else 0

    def _load_linked(self, *, with_cached: bool = False) -> None:
        args = (self.subject.comment,)
        self.loads.start(_LINKED, load_comment, args, self._on_linked, with_cached=with_cached)

    def act(self, key: str) -> None:
        """Load more replies of the comment whose id is in the key."""
        if not key.startswith(_REPLIES):
            return
        id = int(key.removeprefix(_REPLIES))
        if id in self._tree.nodes:
            cursor = self._tree.cursors.get(id)
            args = (replace(self.subject, user=None), self.sort, id, cursor)
            self.loads.start(
                key, load_comments, args, lambda page: self._on_replies(id, page, cursor)
            )

    def retry(self) -> None:
        """Load again what has failed."""
        super().retry()
        for key in list(self.loads.errors):
            if key == _LINKED:
                self._load_linked()
            else:
                self.act(str(key))

    def _on_first(self, page: CommentPage) -> None:
        tops = dict.fromkeys(self._top(page, id) for id in page.order)
        if page.order == self._first_order and self._tree.roots:
            self._next = self._next or page.next
        else:
            # What was loaded before and is not on the new first page is below it, or gone.
            self._tree.roots = []
            self._next = page.next
        self._first_order, self.author = page.order, page.author
        self._tree.total, self._tree.threads = page.total, page.threads
        self._tree.add(page)
        self._tree.pinned = [id for id in page.pinned if id in self._tree.nodes]
        self._add_roots(list(tops))
        self.is_complete = self._next is None
        self._rebuild()

    def _on_page(self, page: CommentPage, asked: Cursor | None = None) -> None:
        changed, count = self._tree.add(page), len(self._tree.roots)
        self._add_roots([self._top(page, id) for id in page.order])
        self._next = following(asked, page.next, has_new=len(self._tree.roots) > count)
        self.is_complete = self._next is None
        self._rebuild(changed)

    def _on_linked(self, page: CommentPage) -> None:
        self._tree.add(page)
        if page.order:
            self._tree.linked = self._tree.top_of(page.order[0])
        self._rebuild()

    def _on_replies(self, parent: int, page: CommentPage, asked: Cursor | None = None) -> None:
        known = self._tree.children.setdefault(parent, [])
        count = len(known)
        changed = self._tree.add(page)
        known += [id for id in page.order if id not in known and id != parent]
        passed = self._passed.setdefault(parent, set())
        # A page without any new one came along with its parent, unless the list repeats itself.
        is_passed = len(known) == count and page.next not in passed
        after = following(asked, page.next, has_new=len(known) > count or is_passed)
        self._tree.cursors[parent] = after
        self._rebuild(changed | {self._tree.top_of(parent)})
        if len(known) == count and after is not None:
            passed.add(after)
            self.act(f"{_REPLIES}{parent}")

    def _top(self, page: CommentPage, id: int) -> int:
        """Return the highest comment of a page above a comment."""
        for _ in range(_DEEPEST):
            parent = page.nodes[id].parent
            if parent is None or parent not in page.nodes:
                break
            id = parent
        return id

    def _add_roots(self, ids: Sequence[int]) -> None:
        known = set(self._tree.roots)
        for id in ids:
            if id not in known:
                known.add(id)
                self._tree.roots.append(id)

    # --- rows ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Update the rows that tell the state of a load of replies."""
        active = {key for key in self.loads.active if str(key).startswith(_REPLIES)}
        ids = [int(str(key).removeprefix(_REPLIES)) for key in active | self._active]
        self._active = active
        tops = {self._tree.top_of(id) for id in ids if id in self._tree.nodes}
        if tops:
            self._rebuild(tops)

    def _rebuild(self, changed: set[int] | None = None) -> None:
        """Make the rows of the changed threads, of all by default, and publish them."""
        tree, known = self._tree, self._threads
        if changed is None or (tree.linked is not None and tree.linked not in known.posts):
            self._rebuild_all()
            return
        for id in changed:
            if id in known.posts:
                known.posts[id] = list(self._thread(id))
        for id in tree.roots[self._shown_roots :]:
            if id not in known.posts:
                known.order.append(id)
                known.posts[id] = list(self._thread(id))
        self._shown_roots = len(tree.roots)
        self.publish(known.flat())

    def _rebuild_all(self) -> None:
        tree, threads = self._tree, Threads()
        first = [] if tree.linked is None else [tree.linked]
        pinned = [id for id in tree.pinned if id not in first]
        seen = {*first, *pinned}
        rest = [id for id in tree.roots if id not in seen]
        for name, title, ids in (
            (_LINKED, tr("The comment of this address"), first),
            (_PINNED, tr("Pinned"), pinned),
            ("rest", tr("All comments") if seen and rest else "", rest),
        ):
            if title and ids:
                threads.order.append(name)
                threads.posts[name] = [Post(name, PostKind.HEADING, text=title)]
            for id in ids:
                threads.order.append(id)
                threads.posts[id] = list(self._thread(id))
        self._threads, self._shown_roots = threads, len(tree.roots)
        self.publish(threads.flat())

    def _thread(self, top: int) -> Iterator[Post]:
        tree = self._tree
        if tree.nodes[top].parent is not None:
            yield Post(
                f"above{top}",
                PostKind.LINE,
                text=tr("In reply to a comment that is not shown."),
                is_dim=True,
            )
        for node, level, is_end in tree.thread(top):
            if not is_end:
                post = node.post
                yield post if post.level == level else replace(post, level=level)
                continue
            yield self._end(node, level)

    def _end(self, node: CommentNode, level: int) -> Post:
        """Return the row that stands for the replies of a comment that are not loaded."""
        key = f"{_REPLIES}{node.id}"
        missing = self._tree.missing(node)
        has_some = bool(self._tree.children.get(node.id))
        if self.loads.is_running(key):
            text = tr("Loading replies …")
        elif key in self.loads.errors:
            text = tr("The replies could not be loaded. Try again")
        elif has_some:
            text = tr("%n more reply/replies", "", missing)
        else:
            text = tr("%n reply/replies", "", missing)
        return Post(f"more{node.id}", PostKind.ACTION, level, action=key, text=text)


__all__ = [
    "SORTS",
    "CommentFeed",
    "CommentNode",
    "CommentPage",
    "CommentSubject",
    "load_comment",
    "load_comments",
    "page_of",
]

"""Posts of a topic: loads, the topic with its poll, and the list that goes on at both ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from osubrowser.models.forum.topics import topic_marks, topic_title
from osubrowser.models.players.by_id import PlayersById, load_players
from osubrowser.models.posts.feed import PAGE, PostFeed
from osubrowser.models.posts.post import (
    Author,
    Pill,
    Post,
    PostKind,
    author_of,
    edited_text,
    when_of,
)
from osubrowser.models.text.dates import day
from osubrowser.services.places.places import UserPlace
from osubrowser.services.richtext.sanitize import formatted
from osubrowser.services.richtext.style import UNCOLOURED
from osubrowser.services.richtext.words import words_of
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from osubrowser.api.client import Client
    from osubrowser.api.entities.forum import ForumPollModel, ForumPost, ForumTopic
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.services.runtime.tasks import TaskScope

PAGE_SIZE: Final = 50
EARLIER: Final = "earlier"
"""Key of the load of the posts before the first one."""
GO_ON: Final = "go-on"
"""Key of the row that looks for more posts of the author of the topic."""
_AHEAD: Final = 12
_PAGES_ALONE: Final = 10
"""Pages without a post that is shown, after which the reader is asked whether to go on."""
_OLD: Final = 60
"""Days after which a post has its date in place of its age."""
_CUT: Final = "<p><i>{}</i></p>".format(tr("This text goes on: it is too long to be shown whole."))


@dataclass(frozen=True, slots=True)
class Part:
    """Which posts of a topic are loaded: those `from` a post, `after` or `before` one, or the ends.

    Attributes:
        kind: `first`, `last`, `from`, `after` or `before`.
        id: id of the post; 0 for the ends.
    """

    kind: str = "first"
    id: int = 0


@dataclass(frozen=True, slots=True)
class PollOption:
    """Option of a poll.

    Attributes:
        text: what is voted for.
        votes: number of votes, such as `1,234`; "" while they are hidden.
        share: per mille of all votes; 0 while they are hidden.
        figures: votes and share, such as `1,234 · 75.0 %`; "" while they are hidden.
        is_first: whether no option has more votes.
    """

    text: str
    votes: str = ""
    share: int = 0
    figures: str = ""
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Poll:
    """Poll of a topic, ready to be shown.

    Attributes:
        question: the question.
        options: the options, in their order.
        about: how many votes there are, when it ends, and how many options one may choose.
    """

    question: str
    options: tuple[PollOption, ...]
    about: str


@dataclass(frozen=True, slots=True)
class TopicInfo:
    """Topic, ready to be shown.

    Attributes:
        id: its id.
        board: id of its board.
        title: its title.
        about: number of posts and views, date, marks such as `Locked`.
        author: id of who wrote it; None for a deleted player.
        posts: number of posts, as the server counts them.
        first, last: ids of its first and last post; 0 for unknown.
        poll: its poll; None for none.
    """

    id: int
    board: int
    title: str
    about: str
    author: int | None
    posts: int
    first: int
    last: int
    poll: Poll | None = None


@dataclass(frozen=True, slots=True)
class TopicPost:
    """Post of a topic.

    Attributes:
        id: its id.
        user: id of its author; None for a deleted player.
        post: what is shown of it, without its number.
        html: its text as the server sent it.
        about: facts besides its number.
        opened: indexes of its open spoiler boxes.
    """

    id: int
    user: int | None
    post: Post
    html: str
    about: str = ""
    opened: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PostsPage:
    """Page of the posts of a topic.

    Attributes:
        info: the topic.
        posts: the posts, the oldest first.
        is_start: whether there is none before them.
        is_end: whether there is none after them.
    """

    info: TopicInfo
    posts: tuple[TopicPost, ...]
    is_start: bool
    is_end: bool


# --- loads, on a worker -------------------------------------------------------------------------


def load_posts(client: Client, topic_id: int, part: Part) -> PostsPage:
    """Return a page of the posts of a topic: `GET forums/topics/{topic}`. Blocks.

    From a post that is gone on, it is the posts after it; from one after the end, the last posts.

    Args:
        client: the client.
        topic_id: id of the topic.
        part: which posts.

    Raises:
        OsuError: as the client raises it; NotFound if there is no such topic.
    """
    is_backwards = part.kind in ("last", "before")
    found = client.forum_topic(
        topic_id,
        sort="id_desc" if is_backwards else "id_asc",
        limit=PAGE_SIZE,
        start=part.id if part.kind == "from" else None,
        cursor={"id": part.id} if part.kind in ("after", "before") else None,
    )
    if part.kind == "from" and not found.posts:
        return load_posts(client, topic_id, Part("last"))
    posts = sorted(found.posts, key=lambda post: post.id)
    topic = found.topic
    ids = [one for post in posts for one in (post.user_id, post.edited_by_id)]
    people = load_players(client, [*ids, topic.user_id])
    origin, now = client.base_url, datetime.now(UTC)
    is_short = len(posts) < PAGE_SIZE
    first = posts[0].id if posts else 0
    last = posts[-1].id if posts else 0
    return PostsPage(
        info_of(topic, people, origin, now),
        tuple(post_of(post, topic.user_id, people, origin, now) for post in posts),
        is_start=part.kind == "first"
        or (is_backwards and is_short)
        or (bool(posts) and first <= (topic.first_post_id or 0)),
        is_end=part.kind == "last"
        or (not is_backwards and is_short)
        or (bool(posts) and bool(topic.last_post_id) and last >= (topic.last_post_id or 0)),
    )


def load_number(client: Client, topic_id: int, number: int) -> int:
    """Return the id of a post by its number in the topic, from 1; 0 if there is none. Blocks.

    Source: `GET forums/topics/{topic}` with `n`. Raises OsuError.
    """
    posts = client.forum_topic(topic_id, n=number, limit=1).posts
    return posts[0].id if posts else 0


def info_of(topic: ForumTopic, people: PlayersById, origin: str, now: datetime) -> TopicInfo:
    """Return what is shown of a topic.

    Args:
        topic: the topic.
        people: its author is among them.
        origin: `https://host` of the server.
        now: the current time.
    """
    facts = [
        tr("%n post(s)", "", max(0, topic.post_count)),
        tr("%n view(s)", "", max(0, topic.views)),
    ]
    said = (
        tr("started {day} by {name}") if topic.created_at is not None else tr("started by {name}")
    )
    facts.append(said.format(day=day(topic.created_at), name=people.name(topic.user_id)))
    facts += topic_marks(topic, with_poll=False)
    return TopicInfo(
        topic.id,
        topic.forum_id,
        topic_title(topic),
        " · ".join(facts),
        topic.user_id,
        max(0, topic.post_count),
        topic.first_post_id or 0,
        topic.last_post_id or 0,
        None if topic.poll is None else poll_of(topic.poll, origin, now),
    )


def poll_of(poll: ForumPollModel, origin: str, now: datetime) -> Poll:
    """Return what is shown of a poll.

    Args:
        poll: the poll.
        origin: `https://host` of the server.
        now: the current time.
    """

    def text(html: str, bbcode: str) -> str:
        blocks = formatted(html, origin=origin, look=UNCOLOURED).blocks
        return (" ".join(words_of(blocks).split()) or " ".join(bbcode.split()))[:300]

    counts = [option.vote_count for option in poll.options]
    known = [count for count in counts if count is not None]
    # Of a choice of several, the options have more votes than there are voters.
    whole = max(1, poll.total_vote_count, *known) if known else 1
    most = max(known, default=0)
    options = []
    for number, (option, count) in enumerate(zip(poll.options, counts, strict=True), 1):
        words = text(option.text.html, option.text.bbcode) or tr("Option {number}").format(
            number=number
        )
        if count is None:
            options.append(PollOption(words))
            continue
        share = max(0, min(1000, round(1000 * count / whole)))
        votes = numerals.whole(max(0, count))
        figures = f"{votes} · {numerals.percent(share / 1000, 1)}"
        options.append(PollOption(words, votes, share, figures, is_first=count == most > 0))
    facts = [tr("%n vote(s)", "", max(0, poll.total_vote_count))]
    if poll.ended_at is None:
        facts.append(tr("no end"))
    elif poll.ended_at <= now:
        facts.append(tr("ended {day}").format(day=day(poll.ended_at)))
    else:
        facts.append(tr("ends {day}").format(day=day(poll.ended_at)))
    if poll.max_votes > 1:
        facts.append(tr("up to {count} options each").format(count=numerals.whole(poll.max_votes)))
    if len(known) < len(counts):
        facts.append(tr("results are hidden until it ends"))
    question = text(poll.title.html, poll.title.bbcode) or tr("Poll")
    return Poll(question, tuple(options), " · ".join(facts))


def post_of(
    post: ForumPost,
    topic_author: int | None,
    people: PlayersById,
    origin: str,
    now: datetime,
) -> TopicPost:
    """Return what is shown of a post.

    Args:
        post: the post.
        topic_author: id of the author of the topic, whose posts are marked.
        people: the authors are among them.
        origin: `https://host` of the server.
        now: the current time.
    """
    is_authors = topic_author is not None and post.user_id == topic_author
    author = _author(post.user_id, people, role=tr("Author") if is_authors else "")
    pills = author.pills
    if post.deleted_at is not None:
        pills += (Pill(tr("Deleted"), "bad"),)
    when, moment = _when(post.created_at, now)
    about = ""
    if post.edited_at is not None:
        is_other = bool(post.edited_by_id) and post.edited_by_id != post.user_id
        by = people.name(post.edited_by_id) if is_other else ""
        about = edited_text(_when(post.edited_at, now)[0], by)
    html = post.body.html if post.body is not None else ""
    blocks, text = written(html, origin)
    return TopicPost(
        post.id,
        post.user_id,
        Post(
            f"p{post.id}",
            author=author.name,
            place=author.place,
            colour=author.colour,
            avatar=author.avatar,
            pills=pills,
            when=when,
            moment=moment,
            facts=about,
            blocks=blocks,
            text=text,
            path=f"/community/forums/topics/{post.topic_id}?start={post.id}",
            is_dim=post.deleted_at is not None,
        ),
        html,
        about,
    )


def _when(moment: datetime | None, now: datetime) -> tuple[str, str]:
    """Return the age of a moment, of an old one the day, and the moment to the second."""
    age, exact = when_of(moment, now)
    is_old = moment is not None and (now - moment).days >= _OLD
    return (day(moment) if is_old else age), exact


def written(
    html: str, origin: str, opened: frozenset[int] = frozenset()
) -> tuple[tuple[str, ...], str]:
    """Return the text of a post as blocks, and without markup.

    Args:
        html: untrusted HTML.
        origin: `https://host` of the server.
        opened: indexes of the open spoiler boxes.
    """
    rich = formatted(html, origin=origin, look=UNCOLOURED, opened=opened)
    if not rich.blocks:
        none = tr("This post has no text.")
        return (f"<p><i>{none}</i></p>",), ""
    return (*rich.blocks, *((_CUT,) if rich.is_cut else ())), words_of(rich.blocks)


def _author(user_id: int | None, people: PlayersById, *, role: str) -> Author:
    user = people.users.get(user_id or 0)
    found = author_of(user, user_id, role=role)
    if user is None and user_id and not people.is_known:
        return found._replace(name=people.name(user_id), place=UserPlace(user_id))
    return found


# --- the list -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TopicState:
    """Saved state of a `TopicFeed`, to restore it without requests."""

    topic_id: int
    info: TopicInfo | None
    posts: tuple[TopicPost, ...]
    is_start: bool
    is_end: bool
    author_only: bool


@dataclass(slots=True)
class _Loaded:
    """Posts that are loaded, without a gap."""

    posts: list[TopicPost] = field(default_factory=list)
    is_start: bool = False
    is_end: bool = False


class TopicFeed(PostFeed):
    """Posts of a topic from any of them on, loaded at both ends as they are reached.

    Args:
        loader: runs loads with the client of the session.
        scope: owns the loads.
        origin: returns `https://host` of the server.
        parent: the Qt parent.

    Attributes:
        topic_id: id of the topic; 0 for none.
        info: the topic; None while it is not loaded.
        author_only: whether only the posts of its author are shown.
    """

    def __init__(
        self,
        loader: ClientLoader,
        scope: TaskScope,
        origin: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(loader, scope, parent)
        self._origin = origin
        self.topic_id = 0
        self.info: TopicInfo | None = None
        self.author_only = False
        self._loader = loader
        self._part = Part()
        self._all = _Loaded()
        self._told = (0, 0)  # id of a post, and its number in the topic
        self._alone = 0  # pages in a row of which nothing is shown

    @property
    def total(self) -> int | None:
        """Number of posts as the server tells it."""
        return None if self.info is None else self.info.posts

    @property
    def loaded(self) -> int:
        """Number of loaded posts."""
        return len(self._all.posts)

    @property
    def first_number(self) -> int | None:
        """Number of the first loaded post in the topic, from 1; None if it is not known."""
        known = self._all
        if known.is_start:
            return 1
        place = self._place_of(self._told[0])
        if place is not None and self._told[1] > place:
            return self._told[1] - place
        if known.is_end and self.info is not None:
            number = self.info.posts - len(known.posts) + 1
            return number if number > 1 else None
        return None

    def at(self, place: int) -> int:
        """Return the id of a loaded post by its place, from 0; 0 if there is none."""
        return self._all.posts[place].id if 0 <= place < len(self._all.posts) else 0

    def has(self, post_id: int) -> bool:
        """Return whether a post is loaded."""
        return self._place_of(post_id) is not None

    def tell_number(self, post_id: int, number: int) -> None:
        """Say which number a post has in the topic, from 1, by which the others are numbered."""
        self._told = (post_id, number)

    def _place_of(self, post_id: int) -> int | None:
        return next((n for n, one in enumerate(self._all.posts) if one.id == post_id), None)

    def show(self, topic_id: int, part: Part, state: object | None = None) -> None:
        """Show the posts of a topic.

        Args:
            topic_id: id of the topic.
            part: where they begin.
            state: what `save_state` returned for this topic, to restore it without loads.
        """
        self.stop()
        is_other = topic_id != self.topic_id
        if is_other:
            self.forget()
            self.topic_id, self.author_only = topic_id, False
        self._part, self._all, self._alone = part, _Loaded(), 0
        self.is_complete = False
        if isinstance(state, TopicState) and state.topic_id == topic_id:
            self.info, self.author_only = state.info, state.author_only
            self._all = _Loaded(list(state.posts), state.is_start, state.is_end)
            self.is_started = True
            self._rebuild()
            self.state_changed.emit()
            return
        self.publish([])
        self.start()

    def set_author_only(self, author_only: bool) -> None:
        """Show only the posts of the author of the topic, from the first one, or all."""
        if author_only == self.author_only:
            return
        self.author_only, self._alone = author_only, 0
        if author_only and self._all.posts and not self._all.is_start:
            self.stop()
            self._all, self._part, self.is_complete = _Loaded(), Part(), False
            self.publish([])
            self.start()
        else:
            self._rebuild()
            self._go_on()

    def forget(self) -> None:
        """Release the posts."""
        self.topic_id, self.info, self._all = 0, None, _Loaded()

    def save_state(self) -> TopicState:
        """Return the state by which `show` restores the list."""
        known = self._all
        return TopicState(
            self.topic_id,
            self.info,
            tuple(known.posts),
            known.is_start,
            known.is_end,
            self.author_only,
        )

    def reload(self, part: Part) -> None:
        """Load the posts again from a part on; the present ones stay until then."""
        self.stop()
        self._part = part
        args = (self.topic_id, part)
        self.loads.start(PAGE, load_posts, args, self._on_first)

    # --- loading ------------------------------------------------------------------------------

    def load_page(self, *, is_first: bool = False) -> None:
        """Load the first page, or the one after the last post."""
        if is_first or not self._all.posts:
            args = (self.topic_id, self._part)
            self.loads.start(PAGE, load_posts, args, self._on_first, with_cached=True)
        elif not self._all.is_end:
            args = (self.topic_id, Part("after", self._all.posts[-1].id))
            self.loads.start(PAGE, load_posts, args, self._on_later)

    def load_earlier(self) -> None:
        """Load the page before the first post."""
        known = self._all
        if known.posts and not known.is_start and not self.loads.is_running(PAGE):
            args = (self.topic_id, Part("before", known.posts[0].id))
            self.loads.start(EARLIER, load_posts, args, self._on_earlier)

    def look_at(self, first: int, last: int) -> None:
        """Load what is missing at the visible rows, at both ends."""
        super().look_at(first, last)
        if first < _AHEAD and EARLIER not in self.loads.errors:
            self.load_earlier()

    def retry(self) -> None:
        """Load again what has failed."""
        if EARLIER in self.loads.errors:
            self.load_earlier()
        if PAGE in self.loads.errors:
            self.load_page(is_first=not self._all.posts)

    def act(self, key: str) -> None:
        """Look for more posts of the author."""
        if key == GO_ON:
            self._alone = 0
            self._rebuild()
            self.load_page()

    def toggle_box(self, id: str, number: int) -> None:
        """Open a spoiler box of a post, or close it."""
        place = next((n for n, one in enumerate(self._all.posts) if one.post.id == id), None)
        if place is not None:
            one = self._all.posts[place]
            opened = one.opened ^ {number}
            self._scope.start(self._format_again(one, opened), key=("box", id))

    async def _format_again(self, one: TopicPost, opened: frozenset[int]) -> None:
        blocks, text = await self._loader.compute(written, one.html, self._origin(), opened)
        place = self._place_of(one.id)
        if place is not None:
            post = replace(self._all.posts[place].post, blocks=blocks, text=text)
            self._all.posts[place] = replace(self._all.posts[place], post=post, opened=opened)
            self._rebuild()

    # --- pages --------------------------------------------------------------------------------

    def _on_first(self, page: PostsPage) -> None:
        self._all = _Loaded(is_start=page.is_start)
        self._add(page, list(page.posts), is_end=page.is_end)

    def _on_later(self, page: PostsPage) -> None:
        after = self._all.posts[-1].id if self._all.posts else 0
        new = [post for post in page.posts if post.id > after]
        # A page without anything new is the end, also of a list that repeats itself.
        self._add(page, new, is_end=page.is_end or not new)

    def _on_earlier(self, page: PostsPage) -> None:
        known = self._all
        before = known.posts[0].id if known.posts else 0
        new = [post for post in page.posts if post.id < before]
        self.info = page.info
        known.is_start = page.is_start or not new
        known.posts[:0] = new
        self._rebuild()

    def _add(self, page: PostsPage, new: list[TopicPost], *, is_end: bool) -> None:
        """Add posts at the end."""
        self.info = page.info
        self._all.posts += new
        self._all.is_end = is_end
        self._alone = 0 if any(map(self._is_shown, new)) else self._alone + 1
        self._rebuild()
        self._go_on()

    def _is_shown(self, post: TopicPost) -> bool:
        return not self.author_only or self.info is None or post.user == self.info.author

    def _go_on(self) -> None:
        """Load the next page after one of which nothing is shown: no view asks for it."""
        is_idle = not self.posts or self._alone > 0
        if self.author_only and is_idle and not self._all.is_end and self._alone < _PAGES_ALONE:
            self.load_page()

    # --- rows ---------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        known = self._all
        number = self.first_number
        rows: list[Post] = []
        for place, one in enumerate(known.posts):
            if not self._is_shown(one):
                continue
            facts = one.about
            if number is not None:
                facts = " · ".join(filter(None, (f"#{numerals.whole(number + place)}", one.about)))
            rows.append(one.post if one.post.facts == facts else _with_facts(known, place, facts))
        self.is_complete = known.is_end
        if self.author_only and not known.is_end and self._alone >= _PAGES_ALONE:
            text = tr("None of the last {count} posts is the author's. Go on").format(
                count=numerals.whole(self._alone * PAGE_SIZE)
            )
            rows.append(Post(GO_ON, PostKind.ACTION, action=GO_ON, text=text))
            self.is_complete = True
        self.publish(rows)


def _with_facts(known: _Loaded, place: int, facts: str) -> Post:
    """Set the facts of a loaded post, and return it: the same object at each later call."""
    post = replace(known.posts[place].post, facts=facts)
    known.posts[place] = replace(known.posts[place], post=post)
    return post

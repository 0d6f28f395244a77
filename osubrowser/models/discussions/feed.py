"""List of the discussions of a beatmapset: all pages, local filters, replies of what is in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from osubrowser.models.discussions.discussions import (
    SHOW_VOTES,
    TYPES,
    Difficulty,
    DiscussionPage,
    ReplyPage,
    Talk,
    load_discussions,
    load_replies,
    load_votes,
    people_of,
)
from osubrowser.models.posts.feed import PAGE, PostFeed, Threads, following
from osubrowser.models.posts.post import Post, PostKind
from osubrowser.services.text import numerals
from osubrowser.services.text.matching import fold
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtCore import QObject

    from osubrowser.api.cursor import Cursor
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.services.runtime.tasks import TaskScope

ORDERS: Final = (
    ("timeline", tr("By time in the song")),
    ("active", tr("Newest activity")),
    ("new", tr("Newest")),
    ("old", tr("Oldest")),
)
"""Orders of discussions: key and label."""
GENERAL: Final = 0
"""Stands for the whole set in place of the id of a difficulty."""
MOST_TALKS: Final = 10_000
"""Discussions of one set that are loaded; the rest is said to be on the website."""

_REPLIES, _VOTES = "replies:", "votes:"
_AT_ONCE: Final = 2
"""Loads of replies that run at a time."""


@dataclass(frozen=True, slots=True)
class DiscussionFilter:
    """Which discussions are shown.

    Attributes:
        type: type as of `TYPES`; "" for all.
        is_open: only issues that are not resolved.
        beatmap: id of a difficulty, `GENERAL` for the whole set; None for all.
        user: id of the author; None for all.
        text: words that a thread must contain.
        order: key of `ORDERS`.
    """

    type: str = ""
    is_open: bool = False
    beatmap: int | None = None
    user: int | None = None
    text: str = ""
    order: str = "timeline"

    @property
    def is_empty(self) -> bool:
        """Whether all discussions are shown."""
        return replace(self, order="timeline") == DiscussionFilter()


@dataclass(slots=True)
class _Replies:
    posts: list[Post] = field(default_factory=list)
    next: Cursor | None = None
    search: str = ""


@dataclass(slots=True)
class _Loaded:
    """What is loaded of the discussions of one set."""

    talks: dict[int, Talk] = field(default_factory=dict)
    difficulties: dict[int, Difficulty] = field(default_factory=dict)
    replies: dict[int, _Replies] = field(default_factory=dict)
    votes: dict[int, str] = field(default_factory=dict)
    mapper: int | None = None


@dataclass(frozen=True, slots=True)
class DiscussionState:
    """Saved state of a `DiscussionFeed`, to restore it without requests."""

    beatmapset: int
    filter: DiscussionFilter
    loaded: _Loaded
    next: Cursor | None
    is_complete: bool


class DiscussionFeed(PostFeed):
    """Discussions of one beatmapset; replies are loaded for the threads in view.

    Args:
        loader: runs loads with the client of the session.
        scope: owns the loads.
        parent: the Qt parent.

    Attributes:
        filter: which discussions are shown.
    """

    def __init__(
        self, loader: ClientLoader, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(loader, scope, parent)
        self.filter = DiscussionFilter()
        self._beatmapset = 0
        self._loaded = _Loaded()
        self._threads = Threads()
        self._next: Cursor | None = None
        self._active: set[Hashable] = set()
        self._fresh: _Loaded | None = None  # of a reload, until its first page is there

    # --- state --------------------------------------------------------------------------------

    @property
    def total(self) -> int | None:
        """Number of discussions, once all are loaded."""
        return len(self._loaded.talks) if self.is_complete else None

    @property
    def loaded(self) -> int:
        """Number of loaded discussions."""
        return len(self._loaded.talks)

    @property
    def shown(self) -> int:
        """Number of discussions that meet the filter."""
        return sum(isinstance(key, int) for key in self._threads.order)

    @property
    def difficulties(self) -> list[Difficulty]:
        """The difficulties of the set, in their order."""
        return sorted(self._loaded.difficulties.values(), key=lambda one: one.order)

    def counts(self) -> dict[str, int]:
        """Return the number of loaded discussions by type, "" for all, "open" for open issues.

        Each counts what the rest of the filter lets through.
        """
        found = dict.fromkeys(("", "open", *(key for key, _, _ in TYPES)), 0)
        for talk in self._matching(replace(self.filter, type="", is_open=False)):
            if talk.is_open:
                found["open"] += 1
            if self.filter.is_open and not talk.is_open:
                continue
            found[""] += 1
            found[talk.type] = found.get(talk.type, 0) + 1
        return found

    def counts_by_beatmap(self) -> dict[int | None, int]:
        """Return the number of loaded discussions by difficulty; None for the whole set."""
        found: dict[int | None, int] = {}
        for talk in self._loaded.talks.values():
            found[talk.beatmap] = found.get(talk.beatmap, 0) + 1
        return found

    def people(self) -> dict[int, tuple[str, int]]:
        """Return name and number of loaded discussions of each author, the most active first."""
        return people_of(list(self._loaded.talks.values()))

    def talk(self, id: int) -> Talk | None:
        """Return a loaded discussion; None if it is not loaded."""
        return self._loaded.talks.get(id)

    # --- requests of the page -----------------------------------------------------------------

    def show(self, beatmapset: int, filter: DiscussionFilter, state: object | None = None) -> None:
        """Show the discussions of a set.

        Args:
            beatmapset: id of the set.
            filter: which of them.
            state: what `save_state` returned for the same set, to restore it without loads.
        """
        self.stop()
        self.forget()
        self._beatmapset, self.filter, self.is_complete = beatmapset, filter, False
        if isinstance(state, DiscussionState) and state.beatmapset == beatmapset:
            self._loaded, self._next = state.loaded, state.next
            self.filter, self.is_complete = state.filter, state.is_complete
            self.is_started = True
            self._rebuild()
            self.state_changed.emit()
            if not self.is_complete:
                self.load_page()
            return
        self.publish([])
        self.start()

    def forget(self) -> None:
        """Release the discussions."""
        self._loaded, self._threads, self._next = _Loaded(), Threads(), None
        self._active, self._fresh = set(), None

    def save_state(self) -> DiscussionState:
        """Return the state by which `show` restores the list."""
        return DiscussionState(
            self._beatmapset, self.filter, self._loaded, self._next, self.is_complete
        )

    def set_filter(self, filter: DiscussionFilter) -> None:
        """Show other discussions of those that are loaded."""
        if filter != self.filter:
            self.filter = filter
            self._rebuild()
            self.state_changed.emit()

    def reload(self) -> None:
        """Load everything again; the present discussions stay until then."""
        self.stop()
        self._fresh, self.is_complete, self._next = _Loaded(), False, None
        self.loads.start(PAGE, load_discussions, (self._beatmapset, None), self._on_page)

    # --- loading ------------------------------------------------------------------------------

    def load_page(self, *, is_first: bool = False) -> None:
        """Load the next page; the ones after it follow by themselves."""
        if is_first or self._next is not None:
            asked = None if is_first else self._next
            self.loads.start(
                PAGE,
                load_discussions,
                (self._beatmapset, asked),
                lambda page: self._on_page(page, asked),
                with_cached=is_first,
            )

    def look_at(self, first: int, last: int) -> None:
        """Load the replies of the visible threads, two at a time."""
        for post in self.posts[max(0, first) : last + 1]:
            if self._running() >= _AT_ONCE:
                return
            if post.id.startswith("d"):
                id = int(post.id[1:])
                talk = self._loaded.talks[id]
                if talk.has_replies and id not in self._loaded.replies:
                    self._load_replies(id)
            elif post.kind is PostKind.ACTION and post.action not in self.loads.errors:
                self.act(post.action)

    def _running(self) -> int:
        return sum(self.loads.is_running(key) for key in self.loads.active if key != PAGE)

    def act(self, key: str) -> None:
        """Load the replies or the votes of a discussion."""
        if key.startswith(_REPLIES):
            self._load_replies(int(key.removeprefix(_REPLIES)))
        elif key.startswith(_VOTES):
            id = int(key.removeprefix(_VOTES))
            if id not in self._loaded.votes:
                self.loads.start(key, load_votes, (id,), lambda text: self._on_votes(id, text))

    def retry(self) -> None:
        """Load again what has failed."""
        super().retry()
        for key in list(self.loads.errors):
            self.act(str(key))

    def _load_replies(self, id: int) -> None:
        known = self._loaded.replies.get(id)
        cursor = known.next if known is not None else None
        key = f"{_REPLIES}{id}"
        self.loads.start(
            key,
            load_replies,
            (id, self._loaded.mapper, cursor),
            lambda page: self._on_replies(id, page, cursor),
        )

    def _on_page(self, page: DiscussionPage, asked: Cursor | None = None) -> None:
        if self._fresh is not None:
            self._loaded, self._fresh = self._fresh, None
        loaded = self._loaded
        changed, count = set[int](), len(loaded.talks)
        for talk in page.talks:
            before = loaded.talks.get(talk.id)
            if before is not None and before.active != talk.active:
                loaded.replies.pop(talk.id, None)  # there are newer ones
            loaded.talks[talk.id] = talk
            changed.add(talk.id)
        loaded.difficulties.update((one.id, one) for one in page.difficulties)
        if page.mapper is not None:
            loaded.mapper = page.mapper
        self._next = following(asked, page.next, has_new=len(loaded.talks) > count)
        self.is_complete = self._next is None or len(loaded.talks) >= MOST_TALKS
        self._rebuild(changed)
        if not self.is_complete:
            self.load_page()

    def _on_replies(self, id: int, page: ReplyPage, asked: Cursor | None = None) -> None:
        known = self._loaded.replies.setdefault(id, _Replies())
        ids = {post.id for post in known.posts}
        new = [post for post in page.posts if post.id not in ids]
        known.posts += new
        known.next = following(asked, page.next, has_new=bool(new))
        known.search += f" {page.search}"
        self._rebuild({id})

    def _on_votes(self, id: int, text: str) -> None:
        self._loaded.votes[id] = text
        self._rebuild({id})

    # --- rows ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Update the rows that tell the state of a load of replies or votes."""
        active = {key for key in self.loads.active if key != PAGE}
        changed = {int(str(key).rpartition(":")[2]) for key in active | self._active}
        self._active = active
        if changed & self._loaded.talks.keys():
            self._rebuild(changed)

    def _matching(self, wanted: DiscussionFilter) -> Iterable[Talk]:
        words = fold(wanted.text).split()
        beatmap = None if wanted.beatmap == GENERAL else wanted.beatmap
        for talk in self._loaded.talks.values():
            if wanted.type and talk.type != wanted.type:
                continue
            if wanted.is_open and not talk.is_open:
                continue
            if wanted.beatmap is not None and talk.beatmap != beatmap:
                continue
            if wanted.user is not None and talk.user != wanted.user:
                continue
            if words:
                replies = self._loaded.replies.get(talk.id)
                text = talk.search + (replies.search if replies else "")
                if not all(word in text for word in words):
                    continue
            yield talk

    def _rebuild(self, changed: set[int] | None = None) -> None:
        """Make the rows of the changed threads, of all by default, and publish them."""
        threads = Threads()
        talks = self._sorted(list(self._matching(self.filter)))
        group: object = self  # no group yet
        sizes: dict[int | None, int] = {}
        for talk in talks:
            sizes[talk.beatmap] = sizes.get(talk.beatmap, 0) + 1
        for talk in talks:
            if self.filter.order == "timeline" and talk.beatmap != group:
                group = talk.beatmap
                key = f"group{group}"
                threads.order.append(key)
                threads.posts[key] = [self._heading(talk.beatmap, sizes[talk.beatmap])]
            threads.order.append(talk.id)
            old = self._threads.posts.get(talk.id)
            if old is None or changed is None or talk.id in changed:
                old = self._thread(talk)
            threads.posts[talk.id] = old
        self._threads = threads
        self.publish(threads.flat())

    def _sorted(self, talks: list[Talk]) -> list[Talk]:
        order = self.filter.order
        if order == "active":
            return sorted(talks, key=lambda talk: (-talk.active, -talk.id))
        if order in ("new", "old"):
            return sorted(talks, key=lambda talk: (talk.created, talk.id), reverse=order == "new")
        last = (99, "", 0.0)
        known = self._loaded.difficulties

        def place(talk: Talk) -> tuple[object, ...]:
            if talk.beatmap is None:
                return (0, talk.created, talk.id)
            difficulty = known.get(talk.beatmap)
            at = difficulty.order if difficulty is not None else last
            moment = -1 if talk.timestamp is None else talk.timestamp
            return (1, at, talk.beatmap, moment, talk.created, talk.id)

        return sorted(talks, key=place)

    def _heading(self, beatmap: int | None, count: int) -> Post:
        if beatmap is None:
            name = tr("All difficulties")
        else:
            difficulty = self._loaded.difficulties.get(beatmap)
            name = (
                difficulty.name
                if difficulty is not None
                else tr("Difficulty #{id}").format(id=beatmap)
            )
        return Post(f"group{beatmap}", PostKind.HEADING, text=f"{name} · {numerals.whole(count)}")

    def _thread(self, talk: Talk) -> list[Post]:
        post = talk.post
        key = f"{_VOTES}{talk.id}"
        votes = self._loaded.votes.get(talk.id)
        if votes is not None:
            post = replace(post, facts=post.facts.replace(SHOW_VOTES, votes), action="")
        elif self.loads.is_running(key):
            post = replace(post, facts=post.facts.replace(SHOW_VOTES, tr("Loading votes …")))
        elif key in self.loads.errors:
            words = tr("The votes could not be loaded. Try again")
            post = replace(post, facts=post.facts.replace(SHOW_VOTES, words))
        known = self._loaded.replies.get(talk.id)
        rows = [post, *(known.posts if known is not None else ())]
        if (known is None and talk.has_replies) or (known is not None and known.next is not None):
            rows.append(self._end(talk.id, is_first=known is None))
        return rows

    def _end(self, id: int, *, is_first: bool) -> Post:
        """Return the row that stands for replies that are not loaded."""
        key = f"{_REPLIES}{id}"
        text = (
            tr("Loading replies …")
            if is_first or self.loads.is_running(key)
            else tr("More replies")
        )
        if key in self.loads.errors:
            text = tr("The replies could not be loaded. Try again")
        return Post(f"more{id}", PostKind.ACTION, 1, action=key, text=text)


def filter_choices(feed: DiscussionFeed) -> Sequence[tuple[int | None, str, int]]:
    """Return id, name and number of discussions of all, of the whole set, of each difficulty."""
    counts = feed.counts_by_beatmap()
    choices: list[tuple[int | None, str, int]] = [
        (None, tr("All"), sum(counts.values())),
        (GENERAL, tr("All difficulties (general)"), counts.get(None, 0)),
    ]
    choices += [(one.id, one.name, counts.get(one.id, 0)) for one in feed.difficulties]
    return choices

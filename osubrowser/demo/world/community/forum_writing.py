"""What is written in the forum while the world exists: kept in memory, and not too much of it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import timedelta
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.http.parameters import to_bool, to_int
from osubrowser.demo.world import bbcode
from osubrowser.demo.world.clock import LAUNCH, offset_form
from osubrowser.demo.world.community.forum_topics import FIRST_TOPIC, POSTS, STEP, Topic
from osubrowser.demo.world.timeline import seconds

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

MOST = 400
"""How many topics, and how many posts, can be written."""

_FIRST_WRITTEN = FIRST_TOPIC + STEP * 20_000 + 50


class WrittenPost(NamedTuple):
    """A post: whose, what, when, and when it was changed. Times are since osu! opened."""

    author: int
    raw: str
    when: int
    edited: int | None


class Edit(NamedTuple):
    """A changed post."""

    raw: str
    edited: int


class Writing:
    """Topics, posts and changes of one world's forum. Thread-safe."""

    def __init__(self, world: World) -> None:
        self._start = seconds(world.now)
        self._began = time.monotonic()
        self._lock = RLock()
        self._topics: dict[int, Topic] = {}
        self._titles: dict[int, str] = {}
        self._polls: dict[int, dict[str, object]] = {}
        self._posts: dict[int, WrittenPost] = {}
        self._edits: dict[int, Edit] = {}
        self._replies: dict[int, int] = {}

    def now(self) -> int:
        """Return what time it is in the world, in seconds since osu! opened."""
        return self._start + int(time.monotonic() - self._began)

    # --- reading --------------------------------------------------------------------------------

    def topic(self, topic_id: int) -> Topic | None:
        """Return a written topic, or None."""
        return self._topics.get(topic_id)

    def grown(self, topic: Topic) -> Topic:
        """Return a topic with the posts that were added to it."""
        with self._lock:
            count = self._replies.get(topic.id, 0)
            if not count:
                return topic
            last = self._posts[topic.id * POSTS + topic.posts + count - 1].when
        return topic._replace(posts=topic.posts + count, last=last)

    def on_top(self, forum: int | None, topics: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return a forum's topics with those first that were written to, the newest first."""
        with self._lock:
            if not self._topics and not self._replies:
                return list(topics)
            known = {topic_id for _, topic_id in topics}
            mine = {
                topic.id: self.grown(topic).last
                for topic in self._topics.values()
                if forum in (None, topic.forum)
            }
            for topic_id in self._replies.keys() & known:
                mine[topic_id] = max(
                    post.when for id, post in self._posts.items() if id // POSTS == topic_id
                )
        rest = [topic for topic in topics if topic[1] not in mine]
        return sorted(((last, id) for id, last in mine.items()), reverse=True) + rest

    def title(self, topic_id: int) -> str | None:
        """Return the title that was given to a topic, or None."""
        return self._titles.get(topic_id)

    def poll(self, topic_id: int) -> dict[str, object] | None:
        """Return the poll of a written topic, or None."""
        return self._polls.get(topic_id)

    def post(self, post_id: int) -> WrittenPost | None:
        """Return a written post, or None."""
        return self._posts.get(post_id)

    def edit(self, post_id: int) -> Edit | None:
        """Return the change of a post that was there before, or None."""
        return self._edits.get(post_id)

    def is_full(self) -> bool:
        """Return whether nothing more is taken."""
        return len(self._posts) >= MOST

    # --- writing --------------------------------------------------------------------------------

    def create(self, forum: int, author: int, title: str, body: str) -> Topic:
        """Write a topic with its first post."""
        with self._lock:
            now = self.now()
            topic = Topic(
                id=_FIRST_WRITTEN + STEP * len(self._topics),
                forum=forum,
                kind="",
                set=None,
                author=author,
                created=now,
                last=now,
                posts=1,
                type="normal",
                locked=False,
            )
            self._topics[topic.id], self._titles[topic.id] = topic, title
            self._posts[topic.id * POSTS] = WrittenPost(author, body, now, None)
        return topic

    def reply(self, topic: Topic, author: int, body: str) -> int:
        """Write a post at the end of a topic (as `grown` gave it), and return its place."""
        with self._lock:
            added = self._replies.pop(topic.id, 0)
            place = topic.posts
            while topic.id * POSTS + place in self._posts:
                place += 1  # others wrote meanwhile
            self._posts[topic.id * POSTS + place] = WrittenPost(author, body, self.now(), None)
            self._replies[topic.id] = added + 1
        return place

    def rename(self, topic: Topic, title: str) -> None:
        """Give a topic another title."""
        self._titles[topic.id] = title

    def lock(self, topic: Topic, *, locked: bool) -> None:
        """Close or open a written topic."""
        with self._lock:
            if topic.id in self._topics:
                self._topics[topic.id] = self._topics[topic.id]._replace(locked=locked)

    def change(self, post_id: int, body: str) -> None:
        """Give a post another text."""
        with self._lock:
            written = self._posts.get(post_id)
            if written is not None:
                self._posts[post_id] = written._replace(raw=body, edited=self.now())
            else:
                self._edits[post_id] = Edit(body, self.now())

    def ask(self, topic: Topic, poll: Mapping[str, object]) -> None:
        """Add a poll to a topic.

        Args:
            poll: the fields of `forum_topic_poll`: the options are lines, or a list.
        """
        given = poll.get("options")
        lines = given if isinstance(given, list) else str(given or "").splitlines()
        days = to_int(poll.get("length_days")) or 0
        ends = None if days <= 0 else LAUNCH + timedelta(seconds=topic.created, days=min(days, 365))
        self._polls[topic.id] = {
            "allow_vote_change": to_bool(_text(poll.get("vote_change"))) or False,
            "ended_at": None if ends is None else offset_form(ends),
            "hide_incomplete_results": to_bool(_text(poll.get("hide_results"))) or False,
            "last_vote_at": None,
            "max_votes": max(1, to_int(poll.get("max_options")) or 1),
            "options": [
                {"id": place, "text": bbcode.both(str(line)), "vote_count": 0}
                for place, line in enumerate((line for line in lines if str(line).strip()), 1)
            ],
            "started_at": offset_form(LAUNCH + timedelta(seconds=topic.created)),
            "title": bbcode.both(str(poll.get("title") or "")),
            "total_vote_count": 0,
        }


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return "1" if value else "0"
    return None if value is None else str(value).lower()

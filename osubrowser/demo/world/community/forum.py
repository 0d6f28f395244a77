"""Forum: sections, generated topics, posts written at run time, API objects."""

from __future__ import annotations

import time
from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from threading import Lock, RLock
from typing import NamedTuple

import msgspec

from osubrowser.demo.http.parameters import to_bool, to_int
from osubrowser.demo.world import bbcode
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.sets import COUNT as SETS
from osubrowser.demo.world.clock import LAUNCH, offset_form, seconds
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.data import load
from osubrowser.demo.world.draws import Draws, between, chance, pick, spread
from osubrowser.demo.world.players.authors import Authors

TALKS = 4_000
"""How many topics there are besides those of the beatmapsets."""

FIRST_TOPIC, STEP = 40_000, 97
POSTS = 200
"""How many post ids each topic has for itself."""
LONG_TOPIC = FIRST_TOPIC + STEP * 21_000
"""Topic of a game that goes on for years, with an open poll; it has more post ids than others."""
LONG_POSTS = 5_000

_EACH = SETS // TALKS
_OF_STATUS = {-2: 19, -1: 6, 0: 6, 1: 14, 2: 14, 3: 6, 4: 14}
_DAY = 86_400


class Section(msgspec.Struct, frozen=True):
    """Forum section; `topic` selects its texts."""

    id: int
    parent: int
    """The forum it is below; 0 at the top."""
    name: str
    description: str
    topic: str


class ForumTexts(msgspec.Struct, frozen=True):
    """Sections of the forum, and titles, first posts and replies by topic."""

    sections: tuple[Section, ...]
    titles: dict[str, tuple[str, ...]]
    openers: dict[str, tuple[str, ...]]
    """First posts; `any` is for topics without their own."""
    replies: dict[str, tuple[str, ...]]
    poll: tuple[str, ...]
    """The options of polls."""


@cache
def forum_texts() -> ForumTexts:
    """Return the sections of the forum and their texts."""
    return load("forum", ForumTexts)


@cache
def sections_by_id() -> dict[int, Section]:
    """Return each section by its id."""
    return {section.id: section for section in forum_texts().sections}


@cache
def _open_sections() -> tuple[Section, ...]:
    """Return the sections whose topics belong to no beatmapset."""
    return tuple(one for one in forum_texts().sections if one.topic not in ("", "set"))


class Topic(NamedTuple):
    """Record of a topic. Times are in seconds since launch."""

    id: int
    forum: int
    kind: str
    """What its texts are about."""
    set: int | None
    author: int
    created: int
    last: int
    posts: int
    type: str
    locked: bool


class Topics:
    """Generated topics of one world, by id. Thread-safe."""

    def __init__(self, seed: int, now: datetime, beatmaps: Beatmaps, authors: Authors) -> None:
        self._beatmaps = beatmaps
        self._authors = authors
        self._draws = Draws(seed, "forum")
        self._now = seconds(now)
        self._lock = Lock()
        self._forums: dict[int | None, tuple[array[int], array[int]]] = {}

    def by_id(self, topic_id: int) -> Topic | None:
        """Return the topic with this id, or None."""
        if topic_id == LONG_TOPIC:
            return self._long()
        number, rest = divmod(topic_id - FIRST_TOPIC, STEP)
        if not 0 <= number < SETS:
            return None
        if rest == 0:
            return self._of_set(number)
        if number % _EACH == 0 and topic_id == self._id_of_talk(number // _EACH):
            return self._talk(number // _EACH)
        return None

    def in_forum(self, forum: int | None) -> list[tuple[int, int]]:
        """Return a forum's topics (or all): when the last post came, and the id, newest first."""
        with self._lock:
            if not self._forums:
                self._sort()
        lasts, ids = self._forums.get(forum, (array("I"), array("I")))
        return list(zip(lasts, ids, strict=True))

    def title(self, topic: Topic) -> str:
        """Return the title of a topic."""
        if topic.set is not None:
            song = self._beatmaps.song(topic.set)
            return f"{song.artist} - {song.title}"
        return pick(self._draws.at(topic.id)[5], forum_texts().titles[topic.kind])

    def second_post_of_set(self, index: int) -> int:
        """Return the id of the first answer in a beatmapset's topic."""
        return (FIRST_TOPIC + STEP * index) * POSTS + 1

    def _id_of_talk(self, talk: int) -> int:
        return FIRST_TOPIC + STEP * _EACH * talk + 1 + self._draws.at(talk)[15] % (STEP - 1)

    def _of_set(self, index: int) -> Topic:
        beatmaps, id = self._beatmaps, FIRST_TOPIC + STEP * index
        draws, created = self._draws.at(id), seconds(beatmaps.submitted(index))
        posts = between(draws[0], 2, 14)
        return Topic(
            id=id,
            forum=_OF_STATUS[beatmaps.status[index]],
            kind="set",
            set=index,
            author=beatmaps.mapper[index],
            created=created,
            last=self._last(created, posts, draws[1]),
            posts=posts,
            type="normal",
            locked=chance(draws[2], 0.3),
        )

    def _talk(self, talk: int) -> Topic:
        id = self._id_of_talk(talk)
        draws = self._draws.at(id)
        created = seconds(self._beatmaps.submitted(talk * _EACH)) + 600
        section = pick(draws[4], _open_sections())
        posts = 1 + int((POSTS - 20) * (draws[0] / 2**32) ** 6)
        kind = pick(draws[3], ("normal",) * 90 + ("sticky", "announcement"))
        return Topic(
            id=id,
            forum=section.id,
            kind=section.topic,
            set=None,
            author=self._authors.somebody(draws[6], created),
            created=min(created, self._now - 60),
            last=self._last(created, posts, draws[1]),
            posts=posts,
            type=kind,
            locked=chance(draws[2], 0.05),
        )

    def _long(self) -> Topic:
        draws = self._draws.at(LONG_TOPIC)
        created = self._now - 3_000 * _DAY
        return Topic(
            id=LONG_TOPIC,
            forum=next(one.id for one in forum_texts().sections if one.topic == "games"),
            kind="games",
            set=None,
            author=self._authors.somebody(draws[6], created),
            created=created,
            last=self._now - 90,
            posts=LONG_POSTS,
            type="sticky",
            locked=False,
        )

    def _last(self, created: int, posts: int, draw: int) -> int:
        if posts == 1:
            return min(created, self._now - 60)
        last = created + int(spread(draw, 0.1, 20) * _DAY * posts**0.7)
        latest = self._now - 30
        return last if last < latest else created + int((latest - created) * draw / 2**32)

    def _sort(self) -> None:
        topics = [self._of_set(index) for index in cooperatively(range(SETS))]
        topics += [self._talk(talk) for talk in cooperatively(range(TALKS))]
        topics.append(self._long())
        topics.sort(key=lambda topic: -topic.last)
        forums: tuple[int | None, ...] = (None, *(section.id for section in forum_texts().sections))
        for forum in forums:
            own = [topic for topic in topics if forum in (None, topic.forum)]
            self._forums[forum] = (
                array("I", (topic.last for topic in own)),
                array("I", (topic.id for topic in own)),
            )


MOST = 400
"""How many topics, and how many posts, can be written."""

_FIRST_WRITTEN = FIRST_TOPIC + STEP * 20_000 + 50


class WrittenPost(NamedTuple):
    """Record of a post. Times are in seconds since launch."""

    author: int
    raw: str
    when: int
    edited: int | None


class Edit(NamedTuple):
    """Edit of a generated post."""

    raw: str
    edited: int


class PostStore:
    """In-memory store of topics, posts and edits written at run time. Thread-safe."""

    def __init__(self, now: datetime) -> None:
        self._start = seconds(now)
        self._began = time.monotonic()
        self._lock = RLock()
        self._topics: dict[int, Topic] = {}
        self._titles: dict[int, str] = {}
        self._polls: dict[int, dict[str, object]] = {}
        self._posts: dict[int, WrittenPost] = {}
        self._edits: dict[int, Edit] = {}
        self._replies: dict[int, int] = {}

    def now(self) -> int:
        """Return the current time in seconds since launch."""
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
        """Return the edit of a generated post, or None."""
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
        """Set the title of a topic."""
        self._titles[topic.id] = title

    def lock(self, topic: Topic, *, locked: bool) -> None:
        """Close or open a written topic."""
        with self._lock:
            if topic.id in self._topics:
                self._topics[topic.id] = self._topics[topic.id]._replace(locked=locked)

    def change(self, post_id: int, body: str) -> None:
        """Set the text of a post."""
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


class Forum:
    """Forum of one world: generated and written posts as API objects. Thread-safe."""

    def __init__(self, seed: int, now: datetime, beatmaps: Beatmaps, authors: Authors) -> None:
        self._beatmaps = beatmaps
        self._authors = authors
        self._draws = Draws(seed, "posts")
        self.topics = Topics(seed, now, beatmaps, authors)
        self.store = PostStore(now)

    # --- forums ---------------------------------------------------------------------------------

    def tree(self) -> list[dict[str, object]]:
        """Return the `Forum` objects at the top, with two levels of subforums."""
        return [
            self.section(section.id) for section in forum_texts().sections if section.parent == 0
        ]

    def section(self, forum: int, levels: int = 2) -> dict[str, object]:
        """Return the `Forum` object with this id, with its subforums."""
        section = sections_by_id()[forum]
        found: dict[str, object] = {
            "id": section.id,
            "name": section.name,
            "description": section.description,
        }
        if levels:
            found["subforums"] = [
                self.section(child.id, levels - 1)
                for child in forum_texts().sections
                if child.parent == forum
            ]
        return found

    # --- topics ---------------------------------------------------------------------------------

    def find(self, topic_id: int) -> Topic | None:
        """Return the topic with this id as it is now, or None."""
        topic = self.store.topic(topic_id) or self.topics.by_id(topic_id)
        return None if topic is None else self.store.grown(topic)

    def find_post(self, post_id: int) -> tuple[Topic, int] | None:
        """Return the topic of a post, and its place there, or None."""
        is_long = 0 <= post_id - LONG_TOPIC * POSTS < LONG_POSTS
        topic = self.find(LONG_TOPIC if is_long else post_id // POSTS)
        place = 0 if topic is None else post_id - topic.id * POSTS
        return (topic, place) if topic is not None and place < topic.posts else None

    def in_forum(self, forum: int | None) -> list[tuple[int, int]]:
        """Return a forum's topics (or all): when the last post came, and the id, newest first."""
        return self.store.on_top(forum, self.topics.in_forum(forum))

    def topic(self, topic: Topic) -> dict[str, object]:
        """Return the `ForumTopic` of the API."""
        draws = self._draws.at(topic.id)
        title = self.store.title(topic.id) or self.topics.title(topic)
        return {
            "created_at": _form(topic.created),
            "deleted_at": None,
            "first_post_id": topic.id * POSTS,
            "forum_id": topic.forum,
            "id": topic.id,
            "is_locked": topic.locked,
            "last_post_id": topic.id * POSTS + topic.posts - 1,
            "post_count": topic.posts,
            "title": title,
            "type": topic.type,
            "updated_at": _form(topic.last),
            "user_id": self._authors.id_of(topic.author),
            "views": topic.posts * between(draws[0], 9, 60),
            "poll": self._poll(topic),
        }

    def _poll(self, topic: Topic) -> dict[str, object] | None:
        written = self.store.poll(topic.id)
        if written is not None:
            return written
        if topic.id == LONG_TOPIC:
            return self._open_poll(topic)
        draws = self._draws.at(topic.id)
        if topic.kind not in ("requests", "gameplay", "chatter") or not chance(draws[1], 0.25):
            return None
        votes = [between(draw, 0, 400) for draw in draws[2:6]]
        title = self.topics.title(topic)
        ends = topic.created + 14 * 86_400
        return {
            "allow_vote_change": chance(draws[6], 0.5),
            "ended_at": _form(ends),
            "hide_incomplete_results": False,
            "last_vote_at": _form(topic.created + 9 * 86_400),
            "max_votes": 1,
            "options": [
                {"id": place, "text": bbcode.both(text), "vote_count": count}
                for place, (text, count) in enumerate(
                    zip(forum_texts().poll, votes, strict=True), 1
                )
            ],
            "started_at": _form(topic.created),
            "title": bbcode.both(title),
            "total_vote_count": sum(votes),
        }

    def _open_poll(self, topic: Topic) -> dict[str, object]:
        """Return a poll that goes on: its results are hidden until it ends."""
        options = (*forum_texts().poll, *(f"{10**power:,}" for power in range(1, 7)))
        return {
            "allow_vote_change": True,
            "ended_at": _form(topic.last + 7 * _DAY),
            "hide_incomplete_results": True,
            "last_vote_at": _form(topic.last - 60),
            "max_votes": 2,
            "options": [
                {"id": place, "text": bbcode.both(text)} for place, text in enumerate(options, 1)
            ],
            "started_at": _form(topic.last - 7 * _DAY),
            "title": bbcode.both("Will we [b]ever[/b] get there, and how far?"),
            "total_vote_count": 1_234,
        }

    # --- posts ----------------------------------------------------------------------------------

    def post(self, topic: Topic, place: int) -> dict[str, object]:
        """Return the `ForumPost` of the API at a place of a topic, with its `body`."""
        post_id, people = topic.id * POSTS + place, self._authors
        written = self.store.post(post_id)
        if written is None:
            written = WrittenPost(
                self._author(topic, place), self.raw(topic, place), self._when(topic, place), None
            )
            edit = self.store.edit(post_id)
            if edit is not None:
                written = written._replace(raw=edit.raw, edited=edit.edited)
            elif chance(self._draws.at(post_id)[4], 0.06):
                written = written._replace(edited=written.when + 240)
        user = people.id_of(written.author)
        return {
            "created_at": _form(written.when),
            "deleted_at": None,
            "edited_at": None if written.edited is None else _form(written.edited),
            "edited_by_id": None if written.edited is None else user,
            "forum_id": topic.forum,
            "id": post_id,
            "topic_id": topic.id,
            "user_id": user,
            "body": {"html": bbcode.to_html(written.raw), "raw": written.raw},
        }

    def author(self, topic: Topic, place: int) -> int:
        """Return the author of a post."""
        written = self.store.post(topic.id * POSTS + place)
        return self._author(topic, place) if written is None else written.author

    def _author(self, topic: Topic, place: int) -> int:
        """Return the author of a generated post; the topic's author recurs."""
        draws = self._draws.at(topic.id * POSTS + place)
        if place == 0 or chance(draws[0], 0.25):
            return topic.author
        if chance(draws[1], 0.01):
            return self._authors.gone(draws[2])
        return self._authors.somebody(draws[2], topic.created)

    def _when(self, topic: Topic, place: int) -> int:
        drawn = self.topics.by_id(topic.id)
        last, count = (topic.last, topic.posts) if drawn is None else (drawn.last, drawn.posts)
        if place == 0:
            return topic.created
        return topic.created + int((last - topic.created) * (place / (count - 1)) ** 1.6)

    def raw(self, topic: Topic, place: int) -> str:
        """Return the BBCode of a drawn post."""
        draws, texts = (
            self._draws.at(topic.id * POSTS + place),
            forum_texts().replies if place else forum_texts().openers,
        )
        frame = pick(draws[3], texts.get(topic.kind, texts["any"]))
        if "{" not in frame:
            return frame
        if topic.set is None:
            other = self._author(topic, place - 1) if place else topic.author
            return frame.format(other=self._authors.name_of(other), n=place)
        beatmaps, song = self._beatmaps, self._beatmaps.song(topic.set)
        return frame.format(
            artist=song.artist,
            bpm=song.bpm,
            diffs=", ".join(one.version for one in beatmaps.difficulties(topic.set)),
            tags=song.tags,
            title=song.title,
        )


def _form(second: int) -> str:
    return offset_form(LAUNCH + timedelta(seconds=second))

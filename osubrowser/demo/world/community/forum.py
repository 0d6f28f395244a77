"""The forum as objects of the API."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from osubrowser.demo.world import bbcode
from osubrowser.demo.world.clock import LAUNCH, offset_form
from osubrowser.demo.world.community.forum_topics import POSTS, Topic, Topics
from osubrowser.demo.world.community.forum_writing import Writing, WrittenPost
from osubrowser.demo.world.draws import Draws, between, chance, pick
from osubrowser.demo.world.texts.forum import OPENERS, POLL, REPLIES, SECTIONS

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

BY_ID = {section.id: section for section in SECTIONS}
"""Each forum by its id."""


class Forum:
    """The forum of one world: what was there, and what was written since. Thread-safe."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "posts")
        self.topics = Topics(world)
        self.writing = Writing(world)

    # --- forums ---------------------------------------------------------------------------------

    def tree(self) -> list[dict[str, object]]:
        """Return the `Forum` objects at the top, with two levels of subforums."""
        return [self.section(section.id) for section in SECTIONS if section.parent == 0]

    def section(self, forum: int, levels: int = 2) -> dict[str, object]:
        """Return the `Forum` object with this id, with its subforums."""
        section = BY_ID[forum]
        found: dict[str, object] = {
            "id": section.id,
            "name": section.name,
            "description": section.description,
        }
        if levels:
            found["subforums"] = [
                self.section(child.id, levels - 1) for child in SECTIONS if child.parent == forum
            ]
        return found

    # --- topics ---------------------------------------------------------------------------------

    def find(self, topic_id: int) -> Topic | None:
        """Return the topic with this id as it is now, or None."""
        topic = self.writing.topic(topic_id) or self.topics.by_id(topic_id)
        return None if topic is None else self.writing.grown(topic)

    def in_forum(self, forum: int | None) -> list[tuple[int, int]]:
        """Return a forum's topics (or all): when the last post came, and the id, newest first."""
        return self.writing.on_top(forum, self.topics.in_forum(forum))

    def topic(self, topic: Topic) -> dict[str, object]:
        """Return the `ForumTopic` of the API."""
        draws = self._draws.at(topic.id)
        title = self.writing.title(topic.id) or self.topics.title(topic)
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
            "user_id": self._world.social.people.id_of(topic.author),
            "views": topic.posts * between(draws[0], 9, 60),
            "poll": self._poll(topic),
        }

    def _poll(self, topic: Topic) -> dict[str, object] | None:
        written = self.writing.poll(topic.id)
        if written is not None:
            return written
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
                for place, (text, count) in enumerate(zip(POLL, votes, strict=True), 1)
            ],
            "started_at": _form(topic.created),
            "title": bbcode.both(title),
            "total_vote_count": sum(votes),
        }

    # --- posts ----------------------------------------------------------------------------------

    def post(self, topic: Topic, place: int) -> dict[str, object]:
        """Return the `ForumPost` of the API at a place of a topic, with its `body`."""
        post_id, people = topic.id * POSTS + place, self._world.social.people
        written = self.writing.post(post_id)
        if written is None:
            written = WrittenPost(
                self._author(topic, place), self.raw(topic, place), self._when(topic, place), None
            )
            edit = self.writing.edit(post_id)
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
        """Return who wrote a post."""
        written = self.writing.post(topic.id * POSTS + place)
        return self._author(topic, place) if written is None else written.author

    def _author(self, topic: Topic, place: int) -> int:
        """Return who wrote a drawn post: the first author comes back now and then."""
        draws = self._draws.at(topic.id * POSTS + place)
        if place == 0 or chance(draws[0], 0.25):
            return topic.author
        if chance(draws[1], 0.01):
            return self._world.social.people.gone(draws[2])
        return self._world.social.people.somebody(draws[2], topic.created)

    def _when(self, topic: Topic, place: int) -> int:
        drawn = self.topics.by_id(topic.id)
        last, count = (topic.last, topic.posts) if drawn is None else (drawn.last, drawn.posts)
        if place == 0:
            return topic.created
        return topic.created + int((last - topic.created) * (place / (count - 1)) ** 1.6)

    def raw(self, topic: Topic, place: int) -> str:
        """Return the BBCode of a drawn post."""
        draws, texts = self._draws.at(topic.id * POSTS + place), REPLIES if place else OPENERS
        frame = pick(draws[3], texts.get(topic.kind, texts[""]))
        if "{" not in frame:
            return frame
        if topic.set is None:
            other = self._author(topic, place - 1) if place else topic.author
            return frame.format(other=self._world.social.people.name_of(other), n=place)
        beatmaps, song = self._world.beatmaps, self._world.beatmaps.song(topic.set)
        return frame.format(
            artist=song.artist,
            bpm=song.bpm,
            diffs=", ".join(one.version for one in beatmaps.difficulties(topic.set)),
            tags=song.tags,
            title=song.title,
        )


def _form(second: int) -> str:
    return offset_form(LAUNCH + timedelta(seconds=second))

"""Topics of the forum before they are objects: which there are, when, whose, how long."""

from __future__ import annotations

from array import array
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.beatmaps.sets import COUNT as SETS
from osubrowser.demo.world.cooperative import in_pieces
from osubrowser.demo.world.draws import Draws, between, chance, pick, spread
from osubrowser.demo.world.texts.forum import SECTIONS, TITLES
from osubrowser.demo.world.timeline import seconds

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

TALKS = 4_000
"""How many topics there are besides those of the beatmapsets."""

FIRST_TOPIC, STEP = 40_000, 97
POSTS = 200
"""How many post ids each topic has for itself."""

_EACH = SETS // TALKS
_SPOKEN = tuple(section for section in SECTIONS if section.topic not in ("", "set"))
_OF_STATUS = {-2: 19, -1: 6, 0: 6, 1: 14, 2: 14, 3: 6, 4: 14}
_DAY = 86_400


class Topic(NamedTuple):
    """A topic. Times are in seconds since osu! opened."""

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
    """All topics of one world, by their ids. Thread-safe."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "forum")
        self._now = seconds(world.now)
        self._lock = Lock()
        self._forums: dict[int | None, tuple[array[int], array[int]]] = {}

    def by_id(self, topic_id: int) -> Topic | None:
        """Return the topic with this id, or None."""
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
            song = self._world.beatmaps.song(topic.set)
            return f"{song.artist} - {song.title}"
        return pick(self._draws.at(topic.id)[5], TITLES[topic.kind])

    def second_post_of_set(self, index: int) -> int:
        """Return the id of the first answer in a beatmapset's topic."""
        return (FIRST_TOPIC + STEP * index) * POSTS + 1

    def _id_of_talk(self, talk: int) -> int:
        return FIRST_TOPIC + STEP * _EACH * talk + 1 + self._draws.at(talk)[15] % (STEP - 1)

    def _of_set(self, index: int) -> Topic:
        beatmaps, id = self._world.beatmaps, FIRST_TOPIC + STEP * index
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
        created = seconds(self._world.beatmaps.submitted(talk * _EACH)) + 600
        section = pick(draws[4], _SPOKEN)
        posts = 1 + int((POSTS - 20) * (draws[0] / 2**32) ** 6)
        kind = pick(draws[3], ("normal",) * 90 + ("sticky", "announcement"))
        return Topic(
            id=id,
            forum=section.id,
            kind=section.topic,
            set=None,
            author=self._world.social.people.somebody(draws[6], created),
            created=min(created, self._now - 60),
            last=self._last(created, posts, draws[1]),
            posts=posts,
            type=kind,
            locked=chance(draws[2], 0.05),
        )

    def _last(self, created: int, posts: int, draw: int) -> int:
        if posts == 1:
            return min(created, self._now - 60)
        last = created + int(spread(draw, 0.1, 20) * _DAY * posts**0.7)
        latest = self._now - 30
        return last if last < latest else created + int((latest - created) * draw / 2**32)

    def _sort(self) -> None:
        topics = [self._of_set(index) for index in in_pieces(range(SETS))]
        topics += [self._talk(talk) for talk in in_pieces(range(TALKS))]
        topics.sort(key=lambda topic: -topic.last)
        forums: tuple[int | None, ...] = (None, *(section.id for section in SECTIONS))
        for forum in forums:
            own = [topic for topic in topics if forum in (None, topic.forum)]
            self._forums[forum] = (
                array("I", (topic.last for topic in own)),
                array("I", (topic.id for topic in own)),
            )

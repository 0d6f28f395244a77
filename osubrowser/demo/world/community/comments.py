"""Comments on beatmapsets, news and builds: index arrays and API objects."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from math import log
from random import Random
from threading import Lock

import msgspec

from osubrowser.demo.world import markdown
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.sets import CROWDED
from osubrowser.demo.world.clock import LAUNCH, Timeline, seconds, zulu_form
from osubrowser.demo.world.community.changelog import Changelog
from osubrowser.demo.world.community.news import News
from osubrowser.demo.world.data import load
from osubrowser.demo.world.draws import Draws, between, chance, pick
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.authors import DELETED, GONE, RESTRICTED, Authors

COUNT = 60_000
"""How many comments there are, besides those on the crowded set."""

CROWD = 20_000
"""How many comments there are on the crowded set; lists of all comments have none of them."""
CHAIN, ANSWERED = 80, 600
"""Each of the first ones of the crowd answers the one before it; the next ones up to a number all
answer the same one.
"""
TOTAL = COUNT + CROWD

NEWS, BUILDS, ELSEWHERE = 20_000, 22_000, 25_999
"""Where the targets of each kind begin: beatmapsets are first, what was deleted is the last."""

NOBODY = 65_535
"""The author of comments from a time when builds could be commented on without an account."""

_START = datetime(2013, 8, 3, tzinfo=UTC)
_PAUSE, _STEP = 3_000, 20


class CommentTexts(msgspec.Struct, frozen=True):
    """Comment templates by target and language; names in braces are filled in."""

    first: str
    """The very first comment of all."""
    languages: dict[str, str]
    """The language of each country; all others write English."""
    on_sets: dict[str, tuple[str, ...]]
    on_news: tuple[str, ...]
    on_builds: tuple[str, ...]
    replies: dict[str, tuple[str, ...]]


@cache
def comment_texts() -> CommentTexts:
    """Return the comment templates."""
    return load("comments", CommentTexts)


class CommentIndex:
    """Columns of all comments of one world, by index from 0 to `COUNT - 1`, oldest first.

    From `COUNT` to `TOTAL - 1` are those on the crowded set, oldest first.

    Of each chain, the newest is known, and from each comment the one before it; -1 ends a chain.
    """

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        beatmaps: Beatmaps,
        authors: Authors,
        news: News,
        changelog: Changelog,
    ) -> None:
        self._seed = seed
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._authors = authors
        self._news = news
        self._changelog = changelog
        self._start = seconds(_START)
        self._span = seconds(now) - self._start - 600
        self.target = array("H", bytes(2 * TOTAL))
        self.author = array("H", bytes(2 * TOTAL))
        self.votes = array("H", bytes(2 * TOTAL))
        self.parent = _links(TOTAL)
        self.deleted = bytearray(TOTAL)
        self.newest_below, self.before_below = _links(ELSEWHERE + 1), _links(TOTAL)
        self.newest_by, self.before_by = _links(NOBODY + 1), _links(COUNT)
        self.newest_reply, self.before_reply = _links(TOTAL), _links(TOTAL)
        self._crowd_start = seconds(beatmaps.submitted(CROWDED)) + 3_600
        self._crowd_span = seconds(now) - 600 - self._crowd_start
        self._draw()
        self._draw_crowd()

    def second(self, number: int) -> int:
        """Return when a comment was written, in seconds since launch."""
        wobble = ((number * 2_654_435_761) & 0xFFFFFFFF) / (1 << 32)
        if number >= COUNT:
            share = (number - COUNT + 0.1 + 0.8 * wobble) / CROWD
            return self._crowd_start + int(self._crowd_span * share)
        share = (number + 0.1 + 0.8 * wobble) / COUNT
        return self._start + int(self._span * share**0.62)

    def written(self, number: int) -> datetime:
        """Return when a comment was written: later ones have higher numbers."""
        return LAUNCH + timedelta(seconds=self.second(number))

    def _draw(self) -> None:
        random = Random(f"{self._seed}/comments")
        draw, targets = (
            random.random,
            _Targets(self._beatmaps, self._news, self._changelog, random, self.target),
        )
        registered, accounts, there = self._authors.registered, len(self._accounts), 1
        for number in range(COUNT):
            if number % _PAUSE == 0:
                time.sleep(0)  # let the window have the interpreter
            if number % _STEP == 0:
                second = self.second(number)
                there = registered.there(second)
                targets.move_to(second)
            target = targets.draw(number) if number else NEWS
            target += target == CROWDED  # the crowd has that one to itself
            author = int(accounts * draw() ** 2.2) * 7_919 % accounts
            if author >= there:
                author = int(there * draw())
            rare = draw()
            if rare < 0.005:
                author = GONE + int((RESTRICTED + DELETED) * draw())
            elif BUILDS <= target < ELSEWHERE and number < 2_000:
                author = NOBODY
            elif target < NEWS and rare < 0.05:
                author = self._beatmaps.mapper[target]
            self._link(number, target, author, draw(), draw())
            self.votes[number] = min(2_000, int(0.3 / (draw() + 0.0005) ** 0.9))
            self.deleted[number] = number > 0 and draw() < 0.015

    def _draw_crowd(self) -> None:
        """Add the comments on the crowded set: deep chains, one with many answers, and others."""
        draw, accounts = Random(f"{self._seed}/crowd").random, len(self._accounts)
        mapper, first = self._beatmaps.mapper[CROWDED], self.newest_below[CROWDED]
        for number in range(COUNT, TOTAL):
            if number % _PAUSE == 0:
                time.sleep(0)
            place, rare = number - COUNT, draw()
            author = int(accounts * draw() ** 2.2) * 7_919 % accounts
            if rare < 0.01:
                author = GONE + int((RESTRICTED + DELETED) * draw())
            elif rare < 0.02:
                author = mapper
            parent = -1
            if 0 < place < CHAIN:
                parent = number - 1
            elif CHAIN < place < ANSWERED:
                parent = COUNT + CHAIN
            elif place > ANSWERED and draw() < 0.45:
                parent = number - 1 - int(min(30, place - ANSWERED) * draw())
            self.target[number], self.author[number] = CROWDED, author
            if parent >= 0:
                self.parent[number] = parent
                self.before_reply[number] = self.newest_reply[parent]
                self.newest_reply[parent] = number
            self.before_below[number] = first
            first = self.newest_below[CROWDED] = number
            self.votes[number] = min(2_000, int(0.3 / (draw() + 0.0005) ** 0.9))
            self.deleted[number] = draw() < 0.015

    def _link(self, number: int, target: int, author: int, answers: float, which: float) -> None:
        """Put a comment into its chains; some answer one of the last ones on their target."""
        self.target[number], self.author[number] = target, author
        parent = self.newest_below[target]
        if parent >= 0 and answers < 0.4:
            for _ in range(int(6 * which)):
                if self.before_below[parent] < 0:
                    break
                parent = self.before_below[parent]
            self.parent[number] = parent
            self.before_reply[number] = self.newest_reply[parent]
            self.newest_reply[parent] = number
        self.before_below[number] = self.newest_below[target]
        self.newest_below[target] = number
        self.before_by[number] = self.newest_by[author]
        self.newest_by[author] = number


class _Targets:
    """Generator of comment targets among those that exist at a time."""

    def __init__(
        self,
        beatmaps: Beatmaps,
        news: News,
        changelog: Changelog,
        random: Random,
        drawn: array[int],
    ) -> None:
        beatmaps = beatmaps
        self._draw, self._drawn = random.random, drawn
        self._sets = Timeline(beatmaps.submitted, len(beatmaps.status), 50)
        self._news = [seconds(post.published) for post in news.posts]
        self._builds = [seconds(build.created) for build in changelog.builds]
        loved = []
        for index in range(len(beatmaps.status)):
            if index % 2_000 == 0:
                time.sleep(0)
            if beatmaps.status[index] > 0 and (plays := beatmaps.plays(index)) > 435_000:
                loved.append((index, plays))
        self._loved = [index for index, _ in loved]
        self._there = (1, 1, 1, 0)

    def move_to(self, second: int) -> None:
        """Set the current time."""
        self._there = (
            self._sets.there(second),
            max(1, bisect_right(self._news, second)),
            max(1, bisect_right(self._builds, second)),
            bisect_right(self._loved, self._sets.there(second) - 1),
        )

    def draw(self, number: int) -> int:
        """Return the target of a comment; talks go on where others just wrote."""
        sets, news, builds, loved = self._there
        kind = self._draw()
        if kind < 0.22 and number > 40:
            return self._drawn[number - 1 - int(40 * self._draw())]
        if kind < 0.42:
            return NEWS + max(0, news - 1 - int(-3 * log(1 - self._draw())))
        if kind < 0.47:
            return BUILDS + max(0, builds - 1 - int(-3 * log(1 - self._draw())))
        if kind < 0.475:
            return ELSEWHERE
        if kind < 0.70 and loved:
            return self._loved[int(loved * self._draw())]
        if kind < 0.85:
            return max(0, sets - 1 - int(-150 * log(1 - self._draw())))
        return int(sets * self._draw())


def _links(count: int) -> array[int]:
    return array("i", b"\xff" * 4 * count)


STUB = {"title": "Deleted Item"}
"""What every list of targets ends with, and what is told of a target that is gone."""

_ID_STEP = 37


class Comments:
    """All comments of one world, by index from 0 to `COUNT - 1`. Thread-safe."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        beatmaps: Beatmaps,
        authors: Authors,
        news: News,
        changelog: Changelog,
    ) -> None:
        self._seed = seed
        self._current_time = now
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._authors = authors
        self._news = news
        self._changelog = changelog
        self._draws = Draws(seed, "comments")
        self._lock = Lock()
        self._index: CommentIndex | None = None
        self._alive = array("I")
        self._by_votes = array("I")

    @property
    def index(self) -> CommentIndex:
        """What was drawn for all comments; drawn when it is first needed."""
        with self._lock:
            if self._index is None:
                self._index = CommentIndex(
                    self._seed,
                    self._current_time,
                    self._accounts,
                    self._beatmaps,
                    self._authors,
                    self._news,
                    self._changelog,
                )
                gone = self._index.deleted
                self._alive = array("I", (n for n in range(COUNT) if not gone[n]))  # not the crowd
        return self._index

    # --- lists ----------------------------------------------------------------------------------

    def id_of(self, number: int) -> int:
        """Return the id of a comment; the first one's is 1."""
        jitter = (number * 2_654_435_761 >> 7) % _ID_STEP if number else 0
        return 1 + number * _ID_STEP + jitter

    def by_id(self, comment_id: int) -> int | None:
        """Return the number of the comment with this id, or None."""
        number = (comment_id - 1) // _ID_STEP
        return number if 0 <= number < TOTAL and self.id_of(number) == comment_id else None

    def target_of(self, kind: str, target_id: int) -> int | None:
        """Return the index of a target by type and id, or None."""
        if kind == "beatmapset":
            return self._beatmaps.by_id(target_id)
        if kind == "news_post":
            post = self._news.by_id(target_id)
            return None if post is None else NEWS + post.number
        build = self._changelog.by_id(target_id)
        return None if build is None else BUILDS + build.number

    def below(self, target: int) -> list[int]:
        """Return the comments on a target, newest first, deleted ones too."""
        index = self.index
        return list(_chain(index.newest_below[target], index.before_below))

    def by(self, author: int) -> list[int]:
        """Return the comments of an author, newest first, without deleted ones."""
        index = self.index
        chain = _chain(index.newest_by[author], index.before_by)
        return [number for number in chain if not index.deleted[number]]

    def replies(self, number: int) -> list[int]:
        """Return the direct replies to a comment, newest first, deleted ones too."""
        index = self.index
        return list(_chain(index.newest_reply[number], index.before_reply))

    def alive(self) -> array[int]:
        """Return all comments that are not deleted, oldest first."""
        if not self._alive:
            self.index  # noqa: B018 - it fills the list
        return self._alive

    def by_votes(self) -> array[int]:
        """Return the same with the fewest votes first; of equals, the oldest."""
        alive, votes = self.alive(), self.index.votes
        if not self._by_votes:
            self._by_votes = array("I", sorted(alive, key=votes.__getitem__))
        return self._by_votes

    # --- objects of the API ---------------------------------------------------------------------

    def entity(self, number: int) -> dict[str, object]:
        """Return the `Comment` of the API; deleted ones have no message."""
        index, draws = self.index, self._draws.at(number)
        target, author, parent = index.target[number], index.author[number], index.parent[number]
        written, now = index.written(number), self._current_time
        edited = min(now, written + timedelta(minutes=between(draws[0], 1, 4_000)))
        is_edited = chance(draws[1], 0.06) and author != NOBODY
        deleted = min(now, edited + timedelta(hours=3)) if index.deleted[number] else None
        kind, target_id = self._what(target)
        comment: dict[str, object] = {
            "id": self.id_of(number),
            "parent_id": self.id_of(parent) if parent >= 0 else None,
            "user_id": None if author == NOBODY else self._authors.id_of(author),
            "pinned": self.is_pinned(number),
            "replies_count": len(self.replies(number)),
            "votes_count": index.votes[number],
            "commentable_type": kind,
            "commentable_id": target_id,
            "legacy_name": f"visitor{draws[2] % 900}" if author == NOBODY else None,
            "created_at": zulu_form(written),
            "updated_at": zulu_form(deleted or (edited if is_edited else written)),
            "deleted_at": None if deleted is None else zulu_form(deleted),
            "edited_at": zulu_form(edited) if is_edited else None,
            "edited_by_id": self._authors.id_of(author) if is_edited else None,
        }
        if deleted is None:
            comment["message"] = message = self.message(number)
            comment["message_html"] = markdown.to_html(message, kind="comment")
        return comment

    def is_pinned(self, number: int) -> bool:
        """Return whether a comment is pinned by the mapper."""
        index = self.index
        target = index.target[number]
        return (
            target < NEWS
            and index.author[number] == self._beatmaps.mapper[target]
            and index.parent[number] < 0
            and not index.deleted[number]
            and chance(self._draws.at(number)[3], 0.4 if number < COUNT else 0.02)
        )

    def voted(self, number: int, account: int) -> bool:
        """Return whether an account gave its vote to a comment."""
        votes = self.index.votes[number]
        return votes > 0 and chance(self._draws.at(number)[account % 8 + 4], 0.12)

    def meta(self, targets: Iterable[int]) -> list[dict[str, object]]:
        """Return the `CommentableMeta` of some targets, each once, and the stub at the end."""
        known = (target for target in dict.fromkeys(targets) if target != ELSEWHERE)
        return [*map(self._meta, known), dict(STUB)]

    def _meta(self, target: int) -> dict[str, object]:
        kind, target_id = self._what(target)
        beatmaps = self._beatmaps
        owner = None
        if target >= BUILDS:
            build = self._changelog.builds[target - BUILDS]
            title = f"{build.stream.display_name} {build.version}"
            path = f"home/changelog/{build.stream.name}/{build.version}"
        elif target >= NEWS:
            post = self._news.posts[target - NEWS]
            title, path = post.title, f"home/news/{post.slug}"
        else:
            title, path = beatmaps.song(target).title, f"beatmapsets/{target_id}"
            owner = self._accounts.id_of(beatmaps.mapper[target])
        return {
            "current_user_attributes": {"can_new_comment_reason": None},
            "id": target_id,
            "type": kind,
            "title": title,
            "url": f"https://osu.ppy.sh/{path}",
            "owner_id": owner,
            "owner_title": None if owner is None else "MAPPER",
            "locked": False,
        }

    def _what(self, target: int) -> tuple[str | None, int | None]:
        """Return type and id of a target; both None if it is deleted."""
        if target == ELSEWHERE:
            return None, None
        if target >= BUILDS:
            return "build", self._changelog.builds[target - BUILDS].id
        if target >= NEWS:
            return "news_post", self._news.posts[target - NEWS].id
        return "beatmapset", self._beatmaps.id_of(target)

    def message(self, number: int) -> str:
        """Return the message of a comment, in Markdown."""
        texts = comment_texts()
        if number == 0:
            return texts.first
        index, draws = self.index, self._draws.at(number)
        target, author = index.target[number], index.author[number]
        language = "en"
        if author != NOBODY and chance(draws[12], 0.6):
            country = self._authors.country_of(author)
            language = texts.languages.get(country, "en")
        if index.parent[number] >= 0:
            return pick(draws[13], texts.replies.get(language, texts.replies["en"]))
        if target >= NEWS:
            return pick(draws[13], texts.on_builds if target >= BUILDS else texts.on_news)
        long = language == "en" and chance(draws[14], 0.12)
        frame = pick(draws[13], texts.on_sets["long" if long else language])
        return self._filled(frame, target, draws[15])

    def _filled(self, frame: str, target: int, draw: int) -> str:
        """Return a sentence about a beatmapset with its names filled in."""
        if "{" not in frame:
            return frame
        song, beatmaps = self._beatmaps.song(target), self._beatmaps
        return frame.format(
            artist=song.artist,
            diff=pick(draw, beatmaps.difficulties(target)).version,
            mapper=self._accounts.name_of(beatmaps.mapper[target]),
            n=draw % 400 + 2,
            title=song.title,
        )


def _chain(number: int, before: array[int]) -> Iterator[int]:
    while number >= 0:
        yield number
        number = before[number]

"""Modding index: column tables of discussions, posts, votes and events."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterator
from datetime import datetime
from itertools import accumulate
from random import Random

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.sets import COUNT, CROWDED, SetRecord
from osubrowser.demo.world.clock import LAUNCH, seconds
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.modding.nominations import Nominations
from osubrowser.demo.world.players.authors import GONE, RESTRICTED, Authors
from osubrowser.demo.world.players.kudosu import Kudosu

NONE = 0xFFFF_FFFF
"""Stands for `nothing` where a number is expected."""

MESSAGE_TYPES = ("suggestion", "problem", "mapper_note", "praise", "hype", "review")
SUGGESTION, PROBLEM, NOTE, PRAISE, HYPE, REVIEW = range(6)

FIRST, REPLY, RESOLVED, REOPENED = range(4)
"""What a post is: the two last are the system's."""

EVENT_TYPES = (
    "nominate",
    "qualify",
    "rank",
    "love",
    "nomination_reset",
    "nomination_reset_received",
    "disqualify",
    "remove_from_loved",
    "kudosu_gain",
    "kudosu_lost",
    "genre_edit",
    "language_edit",
    "nsfw_toggle",
    "offset_edit",
    "tags_edit",
    "issue_resolve",
    "issue_reopen",
    "beatmap_owner_change",
    "kudosu_allow",
    "kudosu_deny",
    "approve",
    "kudosu_recalculate",
    "discussion_lock",
    "discussion_unlock",
    "discussion_delete",
    "discussion_restore",
    "discussion_post_delete",
    "discussion_post_restore",
)
EVENT = {name: number for number, name in enumerate(EVENT_TYPES)}
PUBLIC = frozenset(range(EVENT["kudosu_allow"]))
"""The events that tell who caused them; the others are the moderators'."""

_SLICE = 40_000_000


class Table:
    """Column table sorted by a time in seconds since launch.

    Args:
        columns: the name and the array type of each column but the time.
    """

    def __init__(self, **columns: str) -> None:
        self.time = array("I")
        self.columns = {name: array(kind) for name, kind in columns.items()}

    def __len__(self) -> int:
        return len(self.time)

    def __getitem__(self, name: str) -> array[int]:
        return self.columns[name]

    def add(self, when: int, **values: int) -> int:
        """Add a row, and return its number."""
        self.time.append(when)
        for name, column in self.columns.items():
            column.append(values[name])
        return len(self.time) - 1

    def sort(self) -> array[int]:
        """Sort the rows by time, and return the new number of each old one."""
        buckets: dict[int, list[int]] = {}
        for row, when in enumerate(self.time):
            buckets.setdefault(when // _SLICE, []).append(row)
        order: list[int] = []
        for key in sorted(buckets):
            time.sleep(0)  # let the window have the interpreter
            order += sorted(buckets[key], key=self.time.__getitem__)
        self.time = array("I", map(self.time.__getitem__, order))
        for name, column in self.columns.items():
            time.sleep(0)
            self.columns[name] = array(column.typecode, map(column.__getitem__, order))
        renumbered = array("I", bytes(4 * len(order)))
        for new, old in enumerate(order):
            renumbered[old] = new
        return renumbered

    def point(self, name: str, renumbered: array[int]) -> None:
        """Renumber a column of row numbers after another table's `sort`."""
        column = self.columns[name]
        self.columns[name] = array("I", (v if v == NONE else renumbered[v] for v in column))


class Chains:
    """Linked lists of the rows of each group, newest first."""

    def __init__(self, groups: int, column: array[int]) -> None:
        self._newest = array("i", b"\xff" * 4 * groups)
        self._before = array("i", b"\xff" * 4 * len(column))
        for row, group in enumerate(column):
            if group != NONE:
                self._before[row] = self._newest[group]
                self._newest[group] = row

    def of(self, group: int) -> Iterator[int]:
        """Yield the rows of a group, newest first."""
        row = self._newest[group]
        while row >= 0:
            yield row
            row = self._before[row]


FIRST_SET = 7_000
"""Sets before this one were modded in the forum."""

CROWDED_POSTS, CROWDED_THREAD = 2_000, 600
"""How many posts the crowded set has at least, and how many replies its longest thread."""

_MODERATED = 0.02
"""Share of the beatmapsets with a rare event."""

_EPOCH = int(LAUNCH.timestamp())
_HOUR, _DAY = 3_600, 86_400
_KINDS = (SUGGESTION,) * 11 + (PROBLEM,) * 4 + (NOTE,) + (PRAISE,) * 2 + (REVIEW,)


class ModdingIndex:
    """All modding of one world in column tables, sorted by time."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        beatmaps: Beatmaps,
        kudosu: Kudosu,
        nominations: Nominations,
        authors: Authors,
    ) -> None:
        self._beatmaps = beatmaps
        self._kudosu = kudosu
        self._nominations = nominations
        self._authors = authors
        self._now = seconds(now)
        self._random = Random(f"{seed}/modding")
        self._moderation_random = Random(f"{seed}/moderation")
        self._budget: dict[int, int] = {}
        ranking = kudosu.ranking
        self._modders = ranking
        self._weights = list(accumulate(1 / (place + 8) ** 0.68 for place in range(len(ranking))))
        self.discussions = Table(
            set="H",
            place="H",
            kind="B",
            author="H",
            stamp="I",
            parent="I",
            resolved="B",
            denied="B",
        )
        self.posts = Table(discussion="I", author="H", kind="B")
        self.votes = Table(discussion="I", author="H", score="b")
        self.events = Table(set="H", type="B", author="H", discussion="I", post="I", other="H")
        for index in cooperatively(range(FIRST_SET, COUNT), 64):
            self._set(index)
        self._crowd(seed)
        self._sort()
        self.of_set = Chains(COUNT, self.discussions["set"])
        self.posts_of = Chains(len(self.discussions), self.posts["discussion"])
        self.votes_of = Chains(len(self.discussions), self.votes["discussion"])
        self.events_of_set = Chains(COUNT, self.events["set"])
        self.children = Chains(len(self.discussions), self.discussions["parent"])

    def _sort(self) -> None:
        discussions, posts = self.discussions.sort(), self.posts
        posts.point("discussion", discussions)
        self.discussions.point("parent", discussions)
        self.votes.point("discussion", discussions)
        self.events.point("discussion", discussions)
        self.events.point("post", posts.sort())
        self.votes.sort()
        self.events.sort()

    def _crowd(self, seed: int) -> None:
        """Add 2,000 posts to the discussion of one set, 600 of them in one thread."""
        self._random = Random(f"{seed}/crowd")
        draw, record = self._random.random, self._beatmaps.record(CROWDED)
        start = record.submitted - _EPOCH
        end = self._now - _HOUR if record.ranked is None else record.ranked - _EPOCH - _HOUR
        there, first = self._authors.registered.there(start), len(self.posts)
        thread = self._open(record, start + 900, PROBLEM, self._modder(there))
        for turn in range(CROWDED_THREAD):
            when = start + 1_000 + int((end - start - 2_000) * (turn + draw()) / CROWDED_THREAD)
            self.posts.add(when, discussion=thread, author=self._modder(there), kind=REPLY)
        while len(self.posts) - first < CROWDED_POSTS:
            when = int(start + 600 + (end - start - 600) * draw())
            if draw() < 0.15:
                self._open(record, when, HYPE, self._modder(there))
            else:
                self._discussion(record, when, end, there)

    # --- one set --------------------------------------------------------------------------------

    def _set(self, index: int) -> None:
        record = self._beatmaps.record(index)
        start, end = record.submitted - _EPOCH, self._now - _HOUR
        there = self._authors.registered.there(start)
        random, first = self._random.random, len(self.discussions)
        if record.ranked is not None:
            end = self._lifecycle(record, start, record.ranked - _EPOCH)
            count = int(1 + 7 * random() ** 2) if record.status != 4 else int(3 * random() ** 2)
        elif record.status == -2:
            end = min(end, start + 70 * _DAY)
            count = int(4 * random() ** 4)
        else:
            count = int(1 + 6 * random() ** 2)
        for _ in range(count):
            self._discussion(record, int(start + 600 + (end - start - 600) * random()), end, there)
        for _ in range(record.hype):
            when = int(start + 300 + (end - start - 300) * random())
            self._open(record, when, HYPE, self._modder(there))
        self._edits(record, start, end)
        if self._moderation_random.random() < _MODERATED:
            self._moderate(record, first, start, end)

    def _moderate(self, record: SetRecord, first: int, start: int, end: int) -> None:
        """Add an event that is rare: most are the moderators'.

        Args:
            first: the first discussion of the beatmapset.
        """
        draw = self._moderation_random.random
        when, moderator = end + 120, record.mapper
        if record.status < 0 and draw() < 0.3:
            self._event(start + (end - start) // 2, record, "love", moderator)
            self._event(end, record, "remove_from_loved", moderator)
            return
        if first == len(self.discussions):
            return
        row = first + int((len(self.discussions) - first) * draw())
        names = (
            "discussion",
            "discussion_post",
            "kudosu_deny",
            "kudosu_recalculate",
            "kudosu_lost",
        )
        name = names[int(len(names) * draw())]
        if name.startswith("discussion"):
            post = len(self.posts) - 1 if name == "discussion_post" else NONE
            row = row if post == NONE else self.posts["discussion"][post]
            # Restored: what is deleted is not shown to anyone who reads these events.
            for action, later in (("delete", 0), ("restore", 60)):
                self._event(
                    when + later, record, f"{name}_{action}", moderator, discussion=row, post=post
                )
        elif name == "kudosu_deny" and not self.discussions["denied"][row]:
            self._event(when, record, "kudosu_deny", moderator, discussion=row)
            self._event(when + 60, record, "kudosu_allow", moderator, discussion=row)
        elif name == "kudosu_recalculate":
            self._event(when, record, name, moderator, discussion=row)
        else:
            self._event(when, record, "kudosu_lost", record.mapper, discussion=row)

    def _discussion(self, record: SetRecord, when: int, end: int, there: int) -> None:
        """Add a discussion with replies and votes."""
        draw = self._random.random
        kind = _KINDS[int(len(_KINDS) * draw())]
        author = record.mapper if kind == NOTE else self._modder(there)
        if kind == REVIEW:
            review = self._open(record, when, REVIEW, author)
            for _ in range(2):
                child = self._open(record, when, SUGGESTION, author, parent=review)
                self._answered(record, child, when, end)
            return
        row = self._open(record, when, kind, author)
        self._answered(record, row, when, end)
        self._voted(record, row, author, when, end)

    def _open(
        self, record: SetRecord, when: int, kind: int, author: int, *, parent: int = NONE
    ) -> int:
        """Begin a discussion, and return its row."""
        draw = self._random.random
        timed = kind in (SUGGESTION, PROBLEM, PRAISE) and draw() < 0.8
        row = self.discussions.add(
            when,
            set=record.number,
            place=int(8 * draw()) if timed or (draw() < 0.3 and kind != HYPE) else 0xFFFF,
            kind=kind,
            author=author,
            stamp=int(70_000 * draw()) if timed else NONE,
            parent=parent,
            resolved=0,
            denied=0,
        )
        self.posts.add(when, discussion=row, author=author, kind=FIRST)
        return row

    def _answered(self, record: SetRecord, row: int, when: int, end: int) -> None:
        """Add replies; issues are resolved sooner or later, and some are opened again."""
        draw = self._random.random
        kind, author = self.discussions["kind"][row], self.discussions["author"][row]
        for turn in range(int(3.2 * draw() ** 1.6)):
            when = self._later(when, end)
            who = record.mapper if turn % 2 == 0 else author
            self.posts.add(when, discussion=row, author=who, kind=REPLY)
        if kind not in (SUGGESTION, PROBLEM):
            return
        if draw() < (0.93 if record.status > 0 else 0.55):
            when = self._resolve(record, row, self._later(when, end), record.mapper, RESOLVED)
            if draw() < 0.08:
                when = self._resolve(record, row, self._later(when, end), author, REOPENED)
                if record.status > 0 or draw() < 0.5:
                    self._resolve(record, row, self._later(when, end), record.mapper, RESOLVED)

    def _resolve(self, record: SetRecord, row: int, when: int, who: int, kind: int) -> int:
        """Add a resolve or reopen with its reply, and return its time."""
        reply = self.posts.add(when, discussion=row, author=who, kind=REPLY)
        self.posts.add(when, discussion=row, author=who, kind=kind)
        self.discussions["resolved"][row] = kind == RESOLVED
        name = "issue_resolve" if kind == RESOLVED else "issue_reopen"
        self._event(when, record, name, who, discussion=row, post=reply)
        return when

    def _voted(self, record: SetRecord, row: int, author: int, when: int, end: int) -> None:
        """Add the mapper's vote, which gives kudosu within the author's total."""
        draw = self._random.random
        if self.discussions["kind"][row] not in (SUGGESTION, PROBLEM):
            return
        if author == record.mapper or draw() > 0.45:
            return
        when = self._later(when, end)
        self.votes.add(when, discussion=row, author=record.mapper, score=1 if draw() < 0.94 else -1)
        if self.votes["score"][-1] < 0:
            return
        if draw() < 0.02:
            self.discussions["denied"][row] = 1
            self._event(self._later(when, end), record, "kudosu_deny", author, discussion=row)
        elif self._left(author) > 0:
            self._budget[author] -= 1
            self._event(when, record, "kudosu_gain", record.mapper, discussion=row)

    def _left(self, author: int) -> int:
        """Return how much kudosu an author may still have been given here."""
        if author >= GONE:
            return 0
        if author not in self._budget:
            self._budget[author] = self._kudosu.total(author)
        return self._budget[author]

    # --- from upload to leaderboard --------------------------------------------------------------

    def _lifecycle(self, record: SetRecord, start: int, ranked: int) -> int:
        """Add the events that lead to the leaderboard, and return the end of modding."""
        draw, life = self._random.random, ranked - start
        if record.status == 4:
            self._event(ranked, record, "love", record.mapper)
            return ranked
        if record.status == 3:
            qualified = ranked
        else:
            qualified = ranked - int(5.5 * _DAY) if life > 7 * _DAY else start + int(0.8 * life)
            # The server of today only ranks: an approval is an event of old.
            self._event(ranked, record, "approve" if record.status == 2 else "rank", record.mapper)
        nominators = self._nominations.of(record.number)
        first, second = (*nominators, record.mapper, record.mapper)[:2]
        nominated = max(start + 60, qualified - int((0.2 + 3 * draw()) * _DAY))
        trouble = draw()
        if nominated - start > 6 * _DAY and trouble < 0.3:
            self._setback(record, start, nominated, (first, second), disqualified=trouble < 0.15)
        self._event(nominated, record, "nominate", first)
        self._event(qualified, record, "nominate", second)
        self._event(qualified, record, "qualify", second)
        return qualified

    def _setback(
        self,
        record: SetRecord,
        start: int,
        until: int,
        nominators: tuple[int, int],
        *,
        disqualified: bool,
    ) -> None:
        """Add a nomination reset or disqualification with its problem."""
        when = start + int((until - start) * (0.3 + 0.3 * self._random.random()))
        self._event(when, record, "nominate", nominators[0])
        if disqualified:
            self._event(when + _DAY, record, "nominate", nominators[1])
            self._event(when + _DAY, record, "qualify", nominators[1])
        found = when + 2 * _DAY
        critic = self._modder(self._authors.registered.there(start))
        problem = self._open(record, found, PROBLEM, critic)
        post = len(self.posts) - 1
        name = "disqualify" if disqualified else "nomination_reset"
        self._event(found, record, name, critic, discussion=problem, post=post)
        for one in nominators[: 2 if disqualified else 1]:
            self._event(
                found,
                record,
                "nomination_reset_received",
                one,
                discussion=problem,
                post=post,
                other=critic,
            )
        self._resolve(record, problem, found + _DAY, record.mapper, RESOLVED)

    def _edits(self, record: SetRecord, start: int, end: int) -> None:
        """Add edits of a beatmapset's metadata."""
        draw = self._random.random
        if end - start < 2 * _HOUR:
            return
        for name, share in (("language_edit", 0.12), ("genre_edit", 0.12)):
            if draw() < share:
                self._event(int(start + (end - start) * draw()), record, name, record.mapper)
        if record.nsfw:
            self._event(start + _HOUR, record, "nsfw_toggle", record.mapper)
        if draw() < 0.05:
            self._event(start + 2 * _HOUR, record, "beatmap_owner_change", record.mapper)
        if draw() < 0.01 and record.number < COUNT - 2_000:
            name = ("tags_edit", "offset_edit", "discussion_lock")[int(3 * draw())]
            self._event(end, record, name, record.mapper)
            if name == "discussion_lock":
                self._event(end + 60, record, "discussion_unlock", record.mapper)

    # --- helpers --------------------------------------------------------------------------------

    def _event(
        self,
        when: int,
        record: SetRecord,
        name: str,
        author: int,
        *,
        discussion: int = NONE,
        post: int = NONE,
        other: int = 0,
    ) -> None:
        self.events.add(
            when,
            set=record.number,
            type=EVENT[name],
            author=author,
            discussion=discussion,
            post=post,
            other=other,
        )

    def _later(self, when: int, end: int) -> int:
        """Return a time after another one, but not after the end."""
        draw = self._random.random()
        later = when + 60 + int(4 * _DAY * draw**3)
        return later if later < end else when + int(max(0, end - when) * draw)

    def _modder(self, there: int) -> int:
        """Return a random modder, weighted by kudosu; a few are restricted."""
        draw = self._random.random
        chosen = draw()
        if chosen < 0.012:
            return GONE + int(RESTRICTED * draw())
        if chosen < 0.75:
            for _ in range(4):
                (author,) = self._random.choices(self._modders, cum_weights=self._weights)
                if author < there:
                    return author
        return int(there * draw())

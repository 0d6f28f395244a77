"""API objects of modding: discussions, posts, votes, beatmapset events."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.songs import GENRES, LANGUAGES
from osubrowser.demo.world.clock import LAUNCH, offset_form, zulu_form
from osubrowser.demo.world.data import load
from osubrowser.demo.world.draws import Draws, pick
from osubrowser.demo.world.modding.index import (
    EVENT_TYPES,
    FIRST,
    FIRST_SET,
    HYPE,
    MESSAGE_TYPES,
    NONE,
    NOTE,
    PRAISE,
    PROBLEM,
    PUBLIC,
    REOPENED,
    REPLY,
    RESOLVED,
    REVIEW,
    SUGGESTION,
    ModdingIndex,
)
from osubrowser.demo.world.modding.nominations import Nominations
from osubrowser.demo.world.players.authors import Authors
from osubrowser.demo.world.players.kudosu import Kudosu
from osubrowser.demo.world.rulesets import RULESETS

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.difficulties import Difficulty

_STEPS = {"discussion": 131, "post": 97, "vote": 61, "event": 83}
_NOWHERE = 0xFFFF


class ModdingTexts(msgspec.Struct, frozen=True):
    """Messages of discussions by type, and replies by occasion."""

    suggestions: tuple[str, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    praises: tuple[str, ...]
    hypes: tuple[str, ...]
    reviews: tuple[str, ...]
    thanks: tuple[str, ...]
    backs: tuple[str, ...]
    """Replies of others than the mapper."""
    reopens: tuple[str, ...]


@cache
def _texts() -> ModdingTexts:
    return load("modding", ModdingTexts)


def _openers(kind: int) -> tuple[str, ...]:
    """Return the first messages of discussions of a type."""
    texts = _texts()
    return {
        SUGGESTION: texts.suggestions,
        PROBLEM: texts.problems,
        NOTE: texts.notes,
        PRAISE: texts.praises,
        HYPE: texts.hypes,
    }[kind]


class Modding:
    """Builder of discussions, posts and votes. Thread-safe."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        beatmaps: Beatmaps,
        kudosu: Kudosu,
        nominations: Nominations,
        authors: Authors,
    ) -> None:
        self._seed = seed
        self._current_time = now
        self._beatmaps = beatmaps
        self._kudosu = kudosu
        self._nominations = nominations
        self._authors = authors
        self._draws = Draws(seed, "modding")
        self._lock = Lock()
        self._index: ModdingIndex | None = None

    @property
    def index(self) -> ModdingIndex:
        """What was drawn for all sets; drawn when it is first needed."""
        with self._lock:
            if self._index is None:
                self._index = ModdingIndex(
                    self._seed,
                    self._current_time,
                    self._beatmaps,
                    self._kudosu,
                    self._nominations,
                    self._authors,
                )
        return self._index

    # --- ids ------------------------------------------------------------------------------------

    def id_of(self, kind: str, row: int) -> int:
        """Return the id of a `discussion`, `post`, `vote` or `event`."""
        step = _STEPS[kind]
        return 1_000 + row * step + (row * 2_654_435_761 >> 9) % step

    def row_of(self, kind: str, id: int) -> int | None:
        """Return the row of a `discussion`, `post`, `vote` or `event` with this id, or None."""
        row = (id - 1_000) // _STEPS[kind]
        table = {
            "discussion": self.index.discussions,
            "post": self.index.posts,
            "vote": self.index.votes,
            "event": self.index.events,
        }[kind]
        return row if 0 <= row < len(table) and self.id_of(kind, row) == id else None

    # --- discussions ----------------------------------------------------------------------------

    def difficulty(self, row: int) -> Difficulty | None:
        """Return the difficulty that a discussion is about, None for the whole set."""
        table = self.index.discussions
        place, index = table["place"][row], table["set"][row]
        if place == _NOWHERE:
            return None
        beatmaps = self._beatmaps
        own = [d for d in beatmaps.difficulties(index) if d.ruleset == beatmaps.ruleset[index]]
        return own[place % len(own)]

    def discussion(
        self, row: int, *, viewer: int | None = None, starting: bool = False
    ) -> dict[str, object]:
        """Return the `BeatmapsetDiscussion` of the API.

        Args:
            viewer: the account behind the token: it may see what it can do.
            starting: with the `starting_post`.
        """
        index = self.index
        table = index.discussions
        kind, author, beatmapset = table["kind"][row], table["author"][row], table["set"][row]
        difficulty = self.difficulty(row)
        posts = list(index.posts_of.of(row))
        parent = table["parent"][row]
        last = offset_form(_moment(index.posts.time[posts[0]]))
        issue = kind in (SUGGESTION, PROBLEM)
        stamp = table["stamp"][row]
        found: dict[str, object] = {
            "id": self.id_of("discussion", row),
            "beatmapset_id": self._beatmaps.id_of(beatmapset),
            "beatmap_id": None if difficulty is None else difficulty.id,
            "user_id": self._authors.id_of(author),
            "deleted_by_id": None,
            "message_type": MESSAGE_TYPES[kind],
            "parent_id": None if parent == NONE else self.id_of("discussion", parent),
            "timestamp": None if stamp == NONE or difficulty is None else stamp,
            "resolved": bool(table["resolved"][row]),
            "can_be_resolved": issue,
            "can_grant_kudosu": issue,
            "created_at": offset_form(_moment(table.time[row])),
            "updated_at": last,
            "deleted_at": None,
            "last_post_at": last,
            "kudosu_denied": bool(table["denied"][row]),
        }
        if viewer is not None:
            own = viewer in (author, self._beatmaps.mapper[beatmapset])
            found["current_user_attributes"] = {
                "vote_score": 0,
                "can_moderate_kudosu": False,
                "can_resolve": own and issue,
                "can_reopen": issue,
                "can_destroy": False,
            }
        if starting:
            found["starting_post"] = self.post(posts[-1])
        return found

    def post(self, row: int) -> dict[str, object]:
        """Return the `BeatmapsetDiscussionPost` of the API."""
        table = self.index.posts
        when = offset_form(_moment(table.time[row]))
        user = self._authors.id_of(table["author"][row])
        edited = table["kind"][row] in (FIRST, REPLY) and self._draws.at(row)[3] % 50 == 0
        return {
            "beatmapset_discussion_id": self.id_of("discussion", table["discussion"][row]),
            "created_at": when,
            "deleted_at": None,
            "deleted_by_id": None,
            "id": self.id_of("post", row),
            "last_editor_id": user if edited else None,
            "message": self._message(row),
            "system": table["kind"][row] in (RESOLVED, REOPENED),
            "updated_at": when,
            "user_id": user,
        }

    def vote(self, row: int) -> dict[str, object]:
        """Return the `BeatmapsetDiscussionVote` of the API."""
        table = self.index.votes
        when = offset_form(_moment(table.time[row]))
        return {
            "beatmapset_discussion_id": self.id_of("discussion", table["discussion"][row]),
            "created_at": when,
            "id": self.id_of("vote", row),
            "score": table["score"][row],
            "updated_at": when,
            "user_id": self._authors.id_of(table["author"][row]),
        }

    # --- words ----------------------------------------------------------------------------------

    def _message(self, row: int) -> object:
        """Return the message of a post: text, review blocks as JSON, or a system value."""
        table, draws = self.index.posts, self._draws.at(row)
        kind, about = table["kind"][row], table["discussion"][row]
        if kind in (RESOLVED, REOPENED):
            return {"type": "resolved", "value": kind == RESOLVED}
        if kind == REPLY:
            return self._reply(row, about, draws[0])
        topic = self.index.discussions["kind"][about]
        if topic == REVIEW:
            return self._review(about, draws[0])
        text = pick(draws[0], _openers(topic))
        stamp = self.index.discussions["stamp"][about]
        if stamp == NONE or self.index.discussions["place"][about] == _NOWHERE:
            return text
        objects = f" ({draws[1] % 8 + 1},{draws[2] % 8 + 1})" if draws[1] & 1 else ""
        minutes, rest = divmod(stamp, 60_000)
        return f"{minutes:02}:{rest // 1000:02}:{rest % 1000:03}{objects} - {text}"

    def _reply(self, row: int, about: int, draw: int) -> str:
        """Return the text of a reply, by its author and the post after it."""
        table = self.index.posts
        mapper = self._beatmaps.mapper[self.index.discussions["set"][about]]
        following = row + 1 < len(table) and table["discussion"][row + 1] == about
        if following and table["kind"][row + 1] == REOPENED:
            return pick(draw, _texts().reopens)
        return pick(draw, _texts().thanks if table["author"][row] == mapper else _texts().backs)

    def _review(self, about: int, draw: int) -> str:
        blocks: list[dict[str, object]] = [
            {"type": "paragraph", "text": pick(draw, _texts().reviews)}
        ]
        for child in sorted(self.index.children.of(about)):
            blocks.append({"type": "embed", "discussion_id": self.id_of("discussion", child)})
        return json.dumps(blocks, ensure_ascii=False)

    # --- sets -----------------------------------------------------------------------------------

    def beatmaps_of(self, index: int) -> list[dict[str, object]]:
        """Return all difficulties of a set, the ones that were deleted too."""
        beatmaps = self._beatmaps
        difficulties = beatmaps.difficulties(index)
        found = [beatmaps.beatmap(index, one) for one in difficulties]
        if self._draws.at(1 << 40 | index)[0] % 30 == 0:
            gone, keys = beatmaps.submitted(index) + timedelta(days=2), difficulties[-1].keys
            found.append(
                beatmaps.beatmap(index, difficulties[-1])
                | {
                    "id": max(one.id for one in difficulties) + 1,
                    "url": f"https://osu.ppy.sh/beatmaps/{max(d.id for d in difficulties) + 1}",
                    "version": f"[{keys}K] old" if keys else "old",
                    "difficulty_rating": 0,
                    "deleted_at": zulu_form(min(gone, self._current_time)),
                    "checksum": None,
                    "passcount": 0,
                    "playcount": 0,
                }
            )
        return found


def _moment(second: int) -> datetime:
    return LAUNCH + timedelta(seconds=second)


_OLD_STYLE = 1_000
"""Of how many sets, the oldest, a disqualification was told in words alone."""

_PLAIN = frozenset(("approve", "rank", "love", "qualify"))


class ModdingEvents:
    """Builder of `BeatmapsetEvent` objects."""

    def __init__(
        self, beatmaps: Beatmaps, nominations: Nominations, authors: Authors, modding: Modding
    ) -> None:
        self._beatmaps = beatmaps
        self._nominations = nominations
        self._authors = authors
        self._modding = modding

    def entity(self, row: int) -> dict[str, object]:
        """Return the `BeatmapsetEvent` of the API."""
        table, people = self._modding.index.events, self._authors
        index, type_ = table["set"][row], table["type"][row]
        beatmapset = self._beatmaps.entity(index)
        beatmapset["user"] = people.user(self._beatmaps.mapper[index])
        found: dict[str, object] = {
            "id": self._modding.id_of("event", row),
            "type": EVENT_TYPES[type_],
            "comment": self.comment(row),
            "created_at": offset_form(LAUNCH + timedelta(seconds=table.time[row])),
            "beatmapset": beatmapset,
        }
        if type_ in PUBLIC:
            found["user_id"] = people.id_of(table["author"][row])
        if table["discussion"][row] != NONE:
            found["discussion"] = self._modding.discussion(table["discussion"][row], starting=True)
        return found

    def comment(self, row: int) -> dict[str, object] | str | None:
        """Return the `comment` of an event, or None."""
        table, modding = self._modding.index.events, self._modding
        name = EVENT_TYPES[table["type"][row]]
        if name in _PLAIN:
            return None
        if name == "disqualify" and table["set"][row] < FIRST_SET + _OLD_STYLE:
            return "Metadata and an unsnapped slider, see the discussion."
        if name == "nominate":
            return {"modes": [RULESETS[self._beatmaps.ruleset[table["set"][row]]].name]}
        about, post = table["discussion"][row], table["post"][row]
        refers: dict[str, object] = {
            "beatmap_discussion_id": None if about == NONE else modding.id_of("discussion", about),
            "beatmap_discussion_post_id": None if post == NONE else modding.id_of("post", post),
        }
        return refers | self._details(name, row)

    def _details(self, name: str, row: int) -> dict[str, object]:
        table = self._modding.index.events
        index, author = table["set"][row], table["author"][row]
        people = self._authors
        match name:
            case "disqualify":
                return {
                    "nominator_ids": [people.id_of(one) for one in self._nominations.of(index)],
                    "beatmap_ids": [one.id for one in self._beatmaps.difficulties(index)],
                }
            case "nomination_reset":
                first = self._nominations.of(index)[:1]
                return {"nominator_ids": [people.id_of(one) for one in first]}
            case "discussion_lock" | "remove_from_loved":
                return {"reason": pick(index, _texts().problems)}
            case "nomination_reset_received":
                critic = table["other"][row]
                return {
                    "source_user_id": people.id_of(critic),
                    "source_user_username": people.name_of(critic),
                }
            case "kudosu_gain" | "kudosu_lost":
                score = 1 if name == "kudosu_gain" else -1
                vote = {"user_id": people.id_of(author), "score": score}
                return {"new_vote": vote, "votes": [vote]}
            case "beatmap_owner_change":
                return self._owner(index)
            case "genre_edit":
                return {"old": GENRES[1], "new": GENRES[self._beatmaps.song(index).genre]}
            case "language_edit":
                return {"old": LANGUAGES[1], "new": LANGUAGES[self._beatmaps.song(index).language]}
            case "nsfw_toggle":
                return {"old": False, "new": True}
            case "offset_edit":
                return {"old": 12, "new": 0}
            case "tags_edit":
                tags = self._beatmaps.song(index).tags
                return {"old": tags.rpartition(" ")[0], "new": tags}
        return {}

    def _owner(self, index: int) -> dict[str, object]:
        """Return the new owner of a difficulty: a guest if the beatmapset has one."""
        beatmaps, people = self._beatmaps, self._authors
        difficulties = beatmaps.difficulties(index)
        mapper = beatmaps.mapper[index]
        guests = [one for one in difficulties if one.owner != mapper]
        given = (guests or difficulties)[-1]
        new = [
            {"id": people.id_of(owner), "username": people.name_of(owner)}
            for owner in beatmaps.owners(index, given)
        ]
        return {
            "beatmap_id": given.id,
            "beatmap_version": given.version,
            "new_user_id": new[0]["id"],
            "new_user_username": new[0]["username"],
            "new_users": new,
        }

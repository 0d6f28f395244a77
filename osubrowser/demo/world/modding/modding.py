"""Modding as objects of the API: discussions, posts, votes, and events of beatmapsets."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from osubrowser.demo.world.clock import LAUNCH, offset_form, zulu_form
from osubrowser.demo.world.draws import Draws, pick
from osubrowser.demo.world.modding.arrays import (
    FIRST,
    HYPE,
    MESSAGE_TYPES,
    NONE,
    NOTE,
    PRAISE,
    PROBLEM,
    REOPENED,
    REPLY,
    RESOLVED,
    REVIEW,
    SUGGESTION,
)
from osubrowser.demo.world.modding.index import ModdingIndex
from osubrowser.demo.world.texts import modding as texts

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.difficulties import Difficulty
    from osubrowser.demo.world.world import World

_FRAMES = {
    SUGGESTION: texts.SUGGESTIONS,
    PROBLEM: texts.PROBLEMS,
    NOTE: texts.NOTES,
    PRAISE: texts.PRAISES,
    HYPE: texts.HYPES,
}
_STEPS = {"discussion": 131, "post": 97, "vote": 61, "event": 83}
_NOWHERE = 0xFFFF


class Modding:
    """All of modding of one world. Thread-safe."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "modding")
        self._lock = Lock()
        self._index: ModdingIndex | None = None

    @property
    def index(self) -> ModdingIndex:
        """What was drawn for all sets; drawn when it is first needed."""
        with self._lock:
            if self._index is None:
                self._index = ModdingIndex(self._world)
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
        beatmaps = self._world.beatmaps
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
            "beatmapset_id": self._world.beatmaps.id_of(beatmapset),
            "beatmap_id": None if difficulty is None else difficulty.id,
            "user_id": self._world.social.people.id_of(author),
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
            own = viewer in (author, self._world.beatmaps.mapper[beatmapset])
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
        user = self._world.social.people.id_of(table["author"][row])
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
            "user_id": self._world.social.people.id_of(table["author"][row]),
        }

    # --- words ----------------------------------------------------------------------------------

    def _message(self, row: int) -> object:
        """Return what a post says: text, the blocks of a review as text, or what was resolved."""
        table, draws = self.index.posts, self._draws.at(row)
        kind, about = table["kind"][row], table["discussion"][row]
        if kind in (RESOLVED, REOPENED):
            return {"type": "resolved", "value": kind == RESOLVED}
        if kind == REPLY:
            return self._reply(row, about, draws[0])
        topic = self.index.discussions["kind"][about]
        if topic == REVIEW:
            return self._review(about, draws[0])
        text = pick(draws[0], _FRAMES[topic])
        stamp = self.index.discussions["stamp"][about]
        if stamp == NONE or self.index.discussions["place"][about] == _NOWHERE:
            return text
        objects = f" ({draws[1] % 8 + 1},{draws[2] % 8 + 1})" if draws[1] & 1 else ""
        minutes, rest = divmod(stamp, 60_000)
        return f"{minutes:02}:{rest // 1000:02}:{rest % 1000:03}{objects} - {text}"

    def _reply(self, row: int, about: int, draw: int) -> str:
        """Return what somebody answers: the mapper thanks, others come back to it."""
        table = self.index.posts
        mapper = self._world.beatmaps.mapper[self.index.discussions["set"][about]]
        following = row + 1 < len(table) and table["discussion"][row + 1] == about
        if following and table["kind"][row + 1] == REOPENED:
            return pick(draw, texts.REOPENS)
        return pick(draw, texts.THANKS if table["author"][row] == mapper else texts.BACKS)

    def _review(self, about: int, draw: int) -> str:
        blocks: list[dict[str, object]] = [{"type": "paragraph", "text": pick(draw, texts.REVIEWS)}]
        for child in sorted(self.index.children.of(about)):
            blocks.append({"type": "embed", "discussion_id": self.id_of("discussion", child)})
        return json.dumps(blocks, ensure_ascii=False)

    # --- sets -----------------------------------------------------------------------------------

    def beatmaps_of(self, index: int) -> list[dict[str, object]]:
        """Return all difficulties of a set, the ones that were deleted too."""
        beatmaps = self._world.beatmaps
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
                    "deleted_at": zulu_form(min(gone, self._world.now)),
                    "checksum": None,
                    "passcount": 0,
                    "playcount": 0,
                }
            )
        return found


def _moment(second: int) -> datetime:
    return LAUNCH + timedelta(seconds=second)

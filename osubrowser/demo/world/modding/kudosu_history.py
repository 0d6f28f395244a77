"""Kudosu history of players; the entries add up to the profile's total."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime, timedelta
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.clock import LAUNCH, offset_form, seconds
from osubrowser.demo.world.community.forum import Forum
from osubrowser.demo.world.draws import Stream, pick
from osubrowser.demo.world.modding.index import EVENT, NONE
from osubrowser.demo.world.modding.modding import Modding
from osubrowser.demo.world.players.accounts import FIXED_IDS, Accounts
from osubrowser.demo.world.players.authors import Authors
from osubrowser.demo.world.players.kudosu import Kudosu

SHOWN = 100
"""How many of the newest entries anybody gets to see."""

_NEAR = 500
"""From how many of the discussions before its time the one of an example is picked."""

_GIFTS = ("give",) * 6 + ("vote.give",) * 4 + ("allow_kudosu.give", "restore.give")
_LOSSES = ("vote.reset", "reset", "revoke", "deny_kudosu.reset", "delete.reset")
_FORUM = frozenset(("give", "reset", "revoke"))


class _Entry(NamedTuple):
    """Record of a kudosu change."""

    second: int
    action: str
    amount: int
    draw: int
    discussion: int = NONE


class KudosuHistory:
    """Kudosu history of every account of one world."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        beatmaps: Beatmaps,
        kudosu: Kudosu,
        authors: Authors,
        modding: Modding,
        forum: Forum,
    ) -> None:
        self._seed = seed
        self._current_time = now
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._kudosu = kudosu
        self._authors = authors
        self._modding = modding
        self._forum = forum

    def of(self, account: int) -> list[dict[str, object]]:
        """Return the `KudosuHistory` objects of an account, newest first, at most `SHOWN`."""
        entries = self.entries(account)
        newest = entries[: -SHOWN - 1 : -1]
        return [self._entity(entry, len(entries) - k) for k, entry in enumerate(newest)]

    def entries(self, account: int) -> list[_Entry]:
        """Return all entries of an account, oldest first; their amounts add up to the total."""
        recent = self._from_modding(account)
        now = seconds(self._current_time)
        end = recent[0].second if recent else now - 86_400
        start = min(seconds(self._accounts.joined(account)) + 3_600, end - 1)
        wanted = self._kudosu.total(account) - sum(entry.amount for entry in recent)
        older = self._older(account, wanted)
        # Examples are read by programs that do not know the actions of what is deleted.
        is_example, discussions = account in FIXED_IDS, self._modding.index.discussions
        if is_example:
            start = min(max(start, discussions.time[0] + 1), end - 1)
        step = (end - start) / (len(older) + 1)
        placed: list[_Entry] = []
        for place, entry in enumerate(older, 1):
            second = start + int(step * (place + entry.draw / 2**33))
            there = bisect_left(discussions.time, second) if is_example else 0
            row = pick(entry.draw, range(max(0, there - _NEAR), there)) if there else NONE
            placed.append(entry._replace(second=second, discussion=row))
        return [*placed, *recent]

    def _from_modding(self, account: int) -> list[_Entry]:
        """Return the kudosu of existing discussions."""
        index = self._modding.index
        table, gain = index.events, EVENT["kudosu_gain"]
        types, discussions, authors = (
            table["type"],
            table["discussion"],
            index.discussions["author"],
        )
        return [
            _Entry(table.time[row], "vote.give", 1, 0, discussions[row])
            for row in range(len(table))
            if types[row] == gain and authors[discussions[row]] == account
        ]

    def _older(self, account: int, wanted: int) -> list[_Entry]:
        """Return entries from before that add up to an amount; never below zero on the way."""
        stream = Stream(f"{self._seed}/kudosu/{account}")
        found: list[_Entry] = []
        have = 0
        plain = account in FIXED_IDS  # programs that know few actions read these examples
        while have < wanted:
            draw = stream.draw()
            if have > 2 and stream.chance(0.07):
                action, amount = "vote.reset" if plain else stream.pick(_LOSSES), -1
            else:
                action = "vote.give" if plain else stream.pick(_GIFTS)
                amount = 2 if action == "give" and wanted - have > 1 and draw & 3 == 0 else 1
            found.append(_Entry(0, action, amount, draw))
            have += amount
        return found

    # --- objects of the API ---------------------------------------------------------------------

    def _entity(self, entry: _Entry, place: int) -> dict[str, object]:
        in_forum = entry.action in _FORUM
        event, _, action = entry.action.rpartition(".")
        # What is deleted counts as a forum post, whose actions do not name an event.
        is_known = entry.discussion != NONE
        return {
            "id": entry.second // 60 * 4 + place % 4,
            "action": entry.action if is_known else action,
            "amount": entry.amount,
            "model": "beatmap_discussion" if is_known else "forum_post",
            "created_at": offset_form(LAUNCH + timedelta(seconds=entry.second)),
            "giver": self._giver(entry) if in_forum else None,
            "post": self._post(entry, in_forum=in_forum),
            "details": None if in_forum else {"event": event},
        }

    def _giver(self, entry: _Entry) -> dict[str, object]:
        accounts, people = self._accounts, self._authors
        giver = people.somebody(entry.draw, entry.second)
        return {
            "url": f"https://osu.ppy.sh/users/{accounts.id_of(giver)}",
            "username": accounts.name_of(giver),
        }

    def _post(self, entry: _Entry, *, in_forum: bool) -> dict[str, object]:
        """Return the post that earned kudosu; old ones are deleted."""
        modding, beatmaps = self._modding, self._beatmaps
        if entry.discussion != NONE:
            index = modding.index.discussions["set"][entry.discussion]
            number = modding.id_of("discussion", entry.discussion)
            url = f"https://osu.ppy.sh/beatmapsets/discussions/{number}"
        elif in_forum:
            moment: datetime = LAUNCH + timedelta(seconds=entry.second)
            index = max(0, beatmaps.newest_before(moment) - pick(entry.draw, range(60)))
            posts = self._forum.topics
            url = f"https://osu.ppy.sh/community/forums/posts/{posts.second_post_of_set(index)}"
        else:
            return {"url": None, "title": "[deleted beatmap]"}
        song = beatmaps.song(index)
        return {"url": url, "title": f"{song.artist} - {song.title}"}

"""Events of the feed as objects of the API."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from osubrowser.demo.world.beatmaps.sets import STATUSES
from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.community.feed import Item
from osubrowser.demo.world.players.medals import Medals
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.entities import grade_of

if TYPE_CHECKING:
    from osubrowser.demo.world.scores.catalogue import Entry
    from osubrowser.demo.world.scores.play import Play
    from osubrowser.demo.world.world import World

LOWEST_RANK = 1_000
"""A play is told of if it gets this far up its leaderboard."""

_MILESTONES = (10_000, 5_000, 2_000, 1_000, 500, 200, 100)


class FeedEntities:
    """Builds `Event` objects."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._medals = Medals(world.seed)

    def entity(self, item: Item, *, legacy_only: bool = False) -> dict[str, object] | None:
        """Return the `Event` of the API; None if it is not worth telling.

        Args:
            legacy_only: only plays of the old game count.
        """
        details = self._rank(item, legacy_only) if item.turn else self._details(item)
        if details is None:
            return None
        when = offset_form(datetime.fromtimestamp(item.second, UTC))
        head = {"created_at": when, "createdAt": when, "id": item.id}
        return head | details

    def _rank(self, item: Item, legacy_only: bool) -> dict[str, object] | None:
        scores = self._world.scores
        if item.turn is None:
            return None
        play: Play = scores.plays.of_turn(item.turn)
        if not play.best or (legacy_only and play.lazer):
            return None
        rank = scores.boards.rank_of(play)
        if not 1 <= rank <= LOWEST_RANK:
            return None
        return {
            "type": "rank",
            "scoreRank": grade_of(play),
            "rank": rank,
            "mode": RULESETS[play.entry.ruleset].name,
            "beatmap": self._beatmap(play.entry),
            "user": self._user(item.account),
        }

    def _details(self, item: Item) -> dict[str, object] | None:
        """Return what an event of this kind tells."""
        kind, user = item.kind, self._user(item.account)
        match kind:
            case "achievement":
                return {
                    "type": kind,
                    "achievement": self._medals.entity(item.number),
                    "user": user,
                }
            case "beatmapsetApprove":
                return {
                    "type": kind,
                    "approval": STATUSES[self._world.beatmaps.status[item.number]],
                    "beatmapset": self._set(item.number),
                    "user": user,
                }
            case "beatmapsetUpload" | "beatmapsetUpdate" | "beatmapsetRevive":
                return {"type": kind, "beatmapset": self._set(item.number), "user": user}
            case "beatmapsetDelete":
                song = self._world.beatmaps.song(item.number % 20_000)
                url = f"/beatmapsets/{self._world.beatmaps.id_of(19_999) + 500 + item.id % 999}"
                title = f"{song.artist} - {song.title}"
                return {"type": kind, "beatmapset": {"title": title, "url": url}}
            case "usernameChange":
                names = self._world.profiles.previous_names(item.account)
                return {"type": kind, "user": user | {"previousUsername": names[-1]}}
            case "beatmapPlaycount":
                return self._playcount(item)
            case "rankLost":
                return self._lost(item)
        return {"type": kind, "user": user}

    def _playcount(self, item: Item) -> dict[str, object] | None:
        """Return a round number of plays, if the player has ever played anything so often."""
        plays = self._world.played.most(item.account, 0, 1)
        reached = next((n for n in _MILESTONES if plays and plays[0].times >= n), None)
        if reached is None:
            return None
        song, difficulty = self._world.beatmaps.song(plays[0].number), plays[0].difficulty
        title = f"{song.artist} - {song.title} [{difficulty.version}]"
        url = f"/beatmaps/{difficulty.id}?ruleset={RULESETS[difficulty.ruleset].name}"
        return {
            "type": "beatmapPlaycount",
            "beatmap": {"title": title, "url": url},
            "count": reached,
        }

    def _lost(self, item: Item) -> dict[str, object] | None:
        """Return a first place that is somebody else's now."""
        mode = self._world.profiles.playmode(item.account)
        scores = self._world.scores
        for play in scores.best(item.account, mode, item.number % 150, 1):
            if scores.plays.seats.seating(play.entry.ruleset).leader(play.entry.number) is None:
                break
            if scores.boards.rank_of(play) > 1:
                return {
                    "type": "rankLost",
                    "mode": mode,
                    "beatmap": self._beatmap(play.entry),
                    "user": self._user(item.account),
                }
        return None

    def _user(self, account: int) -> dict[str, object]:
        accounts = self._world.accounts
        return {"username": accounts.name_of(account), "url": f"/users/{accounts.id_of(account)}"}

    def _set(self, index: int) -> dict[str, object]:
        song = self._world.beatmaps.song(index)
        return {
            "title": f"{song.artist} - {song.title}",
            "url": f"/beatmapsets/{self._world.beatmaps.id_of(index)}",
        }

    def _beatmap(self, entry: Entry) -> dict[str, object]:
        song = self._world.beatmaps.song(entry.set_index)
        mode = RULESETS[entry.ruleset].name
        return {
            "title": f"{song.artist} - {song.title} [{entry.difficulty.version}]",
            "url": f"/beatmaps/{entry.difficulty.id}?ruleset={mode}",
        }

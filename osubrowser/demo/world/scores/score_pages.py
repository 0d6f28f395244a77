"""Scores with what the API includes besides: player, beatmap, set, rank, weight, pin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.demo.world.draws import Draws, number
from osubrowser.demo.world.scores.entities import MODERN_SINCE, legacy, modern
from osubrowser.demo.world.scores.play import Play
from osubrowser.demo.world.scores.skill import WEIGHT

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World


class ScorePages:
    """Builds `Score` objects of every size.

    `version` is the `x-api-version` asked for, which chooses the shape; `viewer` the account
    behind the token, None for client credentials.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "replay views")

    def entity(self, play: Play, version: int, viewer: int | None = None) -> dict[str, object]:
        """Return a `Score` without optional parts."""
        shape = modern if version >= MODERN_SINCE else legacy
        body = shape(play, self._world.accounts.id_of(play.account))
        if viewer == play.account:
            pinned = self._world.scores.is_pinned(play)
            body["current_user_attributes"] = {
                "pin": {"is_pinned": pinned, "score_id": play.id},
            }
        return body

    def listed(self, play: Play, version: int, viewer: int | None) -> dict[str, object]:
        """Return a `Score` with `beatmap`, `beatmapset` and `user`, as lists of players have it."""
        body = self.entity(play, version, viewer)
        beatmaps, entry = self._world.beatmaps, play.entry
        body["beatmap"] = beatmaps.beatmap(entry.set_index, entry.difficulty)
        body["beatmapset"] = beatmaps.entity(entry.set_index)
        body["user"] = self._world.accounts.compact(play.account)
        return body

    def weighted(
        self, play: Play, place: int, version: int, viewer: int | None
    ) -> dict[str, object]:
        """Return a `Score` of a best list, with the `weight` that its place gives it."""
        body = self.listed(play, version, viewer)
        share = WEIGHT**place
        pp = None if play.pp is None else number(play.pp * share)
        body["weight"] = {"percentage": number(share * 100), "pp": pp}
        return body

    def on_board(self, play: Play, version: int, viewer: int | None) -> dict[str, object]:
        """Return a `Score` with its `user`, as leaderboards have it."""
        body = self.entity(play, version, viewer)
        body["user"] = self._world.accounts.with_home(play.account)
        return body

    def of_player(self, play: Play, version: int, viewer: int | None) -> dict[str, object]:
        """Return a `Score` with `beatmap` and `user`, as a player's on one beatmap has it."""
        body = self.on_board(play, version, viewer)
        beatmap = self._world.beatmaps.beatmap(play.entry.set_index, play.entry.difficulty)
        beatmap["owners"] = self._owners(play)
        body["beatmap"] = beatmap
        return body

    def whole(self, play: Play, version: int, viewer: int | None) -> dict[str, object]:
        """Return a `Score` with all that its own page tells."""
        world, entry = self._world, play.entry
        body = self.listed(play, version, viewer)
        beatmap = world.beatmaps.beatmap(entry.set_index, entry.difficulty)
        beatmap["max_combo"] = entry.limit
        beatmap["owners"] = self._owners(play)
        beatmap["user"] = world.accounts.compact(entry.difficulty.owner)
        user = world.accounts.with_home(play.account)
        user["groups"] = world.profiles.groups(play.account)
        views = self._draws.at(play.id)[0] % 400 if play.replay else 0
        body |= {"beatmap": beatmap, "user": user, "replay_views": views}
        body["rank_global"] = world.scores.boards.rank_of(play)
        return body

    def _owners(self, play: Play) -> list[dict[str, object]]:
        return self._world.beatmap_pages.owners(play.entry.set_index, play.entry.difficulty)

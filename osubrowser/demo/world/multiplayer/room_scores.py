"""Scores and leaderboards of rooms and of their playlist items."""

from __future__ import annotations

from typing import NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.details import BeatmapDetails
from osubrowser.demo.world.clock import zulu_form
from osubrowser.demo.world.draws import Draws, between, chance, number, unit
from osubrowser.demo.world.multiplayer.match_scores import (
    MatchScore,
    modern_statistics,
    simulate_score,
)
from osubrowser.demo.world.multiplayer.matches import Matches, moment
from osubrowser.demo.world.multiplayer.rooms import ITEMS, Item, Room, Rooms
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.lru import LRUCache

_FIRST_SCORE = 9_000_000_000
_PLAYERS = 2_048
_ENDLESS = 1_000_000
_KEPT = 6


class ScoreLine(NamedTuple):
    """Best score of a player on a playlist item; lines compare in leaderboard order."""

    below: int
    """The total score, negative."""
    id: int
    account: int
    participant: int
    accuracy: float


class Sum(NamedTuple):
    """Aggregate of a player in a room; sums compare in leaderboard order."""

    below: int
    """The total score, negative."""
    account: int
    accuracy: float
    attempts: tuple[tuple[int, int, bool], ...]
    """For each beatmap tried: the item's id, how often, and whether it was passed."""


class RoomLeaderboards(NamedTuple):
    """Leaderboards of a room: of each playlist item, and the aggregate."""

    lines: tuple[tuple[ScoreLine, ...], ...]
    sums: tuple[Sum, ...]


class RoomScores:
    """All scores of one world's rooms. Thread-safe."""

    def __init__(
        self,
        seed: int,
        accounts: Accounts,
        beatmaps: Beatmaps,
        beatmap_details: BeatmapDetails,
        matches: Matches,
        rooms: Rooms,
    ) -> None:
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._beatmap_details = beatmap_details
        self._matches = matches
        self._rooms = rooms
        self._draws = Draws(seed, "room scores")
        self._boards: LRUCache[int, RoomLeaderboards] = LRUCache(_KEPT)

    def board(self, room: Room) -> RoomLeaderboards:
        """Return the boards of a room."""
        kept = self._boards.get(room.place)
        if kept is None:
            kept = self._played(room)
            self._boards.put(room.place, kept)
        return kept

    def _played(self, room: Room) -> RoomLeaderboards:
        items = self._rooms.items(room)
        participants = self._rooms.participants(room)
        attempts: dict[int, list[tuple[int, int, bool]]] = {account: [] for account in participants}
        most = self._rooms.attempts_allowed(room)
        left = dict.fromkeys(participants, _ENDLESS if most is None else most)
        lines = []
        for place, item in enumerate(items):
            there = self._who_played(room, place)
            found = []
            for participant, account in enumerate(participants):
                if account not in there:
                    continue
                draws = self._of(room, place, participant)
                if len(items) > 1 and not room.is_realtime and not chance(draws[12], 0.75):
                    continue
                tried = 1 if room.is_realtime else min(left[account], between(draws[13], 1, 4))
                if not tried:
                    continue
                left[account] -= tried
                made = self.play(room, item, participant, account)
                attempts[account].append((item.id, tried, made.passed))
                if made.passed:
                    score_id = self.score_id(room, place, participant)
                    found.append(
                        ScoreLine(-made.total, score_id, account, participant, made.accuracy)
                    )
            lines.append(tuple(sorted(found)))
        return RoomLeaderboards(tuple(lines), _sums(lines, attempts))

    def _who_played(self, room: Room, place: int) -> set[int]:
        if not room.is_realtime:
            return set(self._rooms.participants(room))
        game = self._rooms.lobby(room).games[place]
        if game.end > self._rooms.table.now:
            return set()
        return {author for _, author in game.players}

    def _of(self, room: Room, place: int, participant: int) -> tuple[int, ...]:
        return self._draws.at(self.score_id(room, place, participant) - _FIRST_SCORE)

    def score_id(self, room: Room, place: int, participant: int) -> int:
        """Return the id of the best score of a participant on an item."""
        return _FIRST_SCORE + (room.place * ITEMS + place) * _PLAYERS + participant

    def play(self, room: Room, item: Item, participant: int, account: int) -> MatchScore:
        """Return the best score of a participant on an item."""
        place = item.id - self._rooms.item_id(room, 0)
        draws = self._of(room, place, participant)
        mods = tuple(str(mod["acronym"]) for mod in item.required)
        if chance(draws[14], 0.2) and "HD" in item.allowed:
            mods = (*mods, "HD")
        return simulate_score(
            item.difficulty,
            self._beatmaps.counts(item.beatmapset, item.difficulty),
            self._beatmaps.max_combo(item.beatmapset, item.difficulty),
            mods,
            self._matches.skill(account),
            draws,
            lazer=True,
        )

    # --- objects of the API -------------------------------------------------------------------

    def score(self, room: Room, item: Item, line: ScoreLine) -> dict[str, object]:
        """Return the `Score` of a line, with the fields of a room and its user."""
        made = self.play(room, item, line.participant, line.account)
        draws = self._of(room, item.id - self._rooms.item_id(room, 0), line.participant)
        if item.played is not None:
            ended = item.played
        else:
            until = min(room.end, self._rooms.table.now)
            ended = room.start + int((until - room.start) * unit(draws[15]))
        length = self._beatmaps.song(item.beatmapset).length
        settings = {str(mod["acronym"]): mod["settings"] for mod in item.required}
        mods: list[dict[str, object]] = []
        for mod in made.mods:
            extra = {"settings": settings[mod]} if settings.get(mod) else {}
            mods.append({"acronym": mod} | extra)
        return {
            "accuracy": number(made.accuracy),
            "beatmap_id": made.beatmap_id,
            "best_id": None,
            "build_id": 8_000 + room.place % 300,
            "classic_total_score": int(made.total * made.full_combo**0.9 / 90),
            "current_user_attributes": {"pin": None},
            "ended_at": zulu_form(moment(ended)),
            "has_replay": False,
            "id": line.id,
            "is_perfect_combo": made.is_perfect,
            "legacy_perfect": made.is_perfect,
            "legacy_score_id": None,
            "legacy_total_score": 0,
            "max_combo": made.combo,
            "maximum_statistics": modern_statistics(made.full),
            "mods": mods,
            "passed": made.passed,
            "playlist_item_id": item.id,
            "pp": None,
            "preserve": True,
            "processed": True,
            "rank": made.grade(),
            "ranked": True,
            "replay": False,
            "room_id": room.id,
            "ruleset_id": made.ruleset,
            "solo_score_id": line.id,
            "started_at": zulu_form(moment(ended - length - 3)),
            "statistics": modern_statistics(made.statistics),
            "total_score": made.total,
            "total_score_without_mods": round(made.total / made.factor),
            "type": "solo_score",
            "user": self._accounts.with_home(line.account),
            "user_id": self._accounts.id_of(line.account),
        }

    def whole(self, score_id: int) -> dict[str, object] | None:
        """Return the `Score` with this id as its own page shows it, or None if no room has it."""
        number, participant = divmod(score_id - _FIRST_SCORE, _PLAYERS)
        if not 0 <= number < len(self._rooms.table) * ITEMS:
            return None
        room, place = self._rooms.of(number // ITEMS), number % ITEMS
        items = self._rooms.items(room)
        lines = self.board(room).lines[place] if place < len(items) else ()
        line = next((line for line in lines if line.participant == participant), None)
        if line is None:
            return None
        item, body = items[place], self.score(room, items[place], line)
        beatmap = self._beatmaps.beatmap(item.beatmapset, item.difficulty)
        beatmap["max_combo"] = self._beatmaps.max_combo(item.beatmapset, item.difficulty)
        beatmap["owners"] = self._beatmap_details.owners(item.beatmapset, item.difficulty)
        beatmap["user"] = self._accounts.compact(item.difficulty.owner)
        user = self._accounts.card(line.account)
        return body | {
            "beatmap": beatmap,
            "beatmapset": self._beatmaps.entity(item.beatmapset),
            "rank_global": 0,
            "replay_views": 0,
            "user": user,
        }

    def aggregate(self, room: Room, account: int) -> tuple[dict[str, object], int | None]:
        """Return a player's `UserScoreAggregate` in a room, and the position."""
        sums = self.board(room).sums
        found = next((place for place, one in enumerate(sums) if one.account == account), None)
        if found is None:
            return self.line(room, Sum(0, account, 0.0, ())), None
        return self.line(room, sums[found]), found + 1

    def line(self, room: Room, one: Sum) -> dict[str, object]:
        """Return the `UserScoreAggregate` of a sum."""
        return {
            "accuracy": number(one.accuracy),
            "attempts": sum(tried for _, tried, _ in one.attempts),
            "completed": sum(passed for *_, passed in one.attempts),
            "pp": 0,
            "room_id": room.id,
            "total_score": -one.below,
            "user_id": self._accounts.id_of(one.account),
        }

    def attempts(self, room: Room, account: int) -> list[dict[str, object]]:
        """Return a player's attempts on each item of a room."""
        one = next((one for one in self.board(room).sums if one.account == account), None)
        tries = one.attempts if one is not None else ()
        return [{"id": item, "attempts": tried, "passed": passed} for item, tried, passed in tries]


def _sums(
    lines: list[tuple[ScoreLine, ...]], attempts: dict[int, list[tuple[int, int, bool]]]
) -> tuple[Sum, ...]:
    """Return the aggregates of all players with a pass, best first."""
    totals: dict[int, int] = {}
    accuracies: dict[int, list[float]] = {}
    for line in (line for board in lines for line in board):
        totals[line.account] = totals.get(line.account, 0) + line.below
        accuracies.setdefault(line.account, []).append(line.accuracy)
    found = []
    for account, below in totals.items():
        mean = round(sum(accuracies[account]) / len(accuracies[account]), 6)
        found.append(Sum(below, account, mean, tuple(attempts[account])))
    return tuple(sorted(found))

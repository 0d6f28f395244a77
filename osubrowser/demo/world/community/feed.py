"""Activity feed of the last weeks, by time and by player.

Good plays come from the sessions that the score feed is made of, what happens to beatmapsets from
their own dates. Everything else happens in slots of forty seconds, which go round among all
accounts and stay empty for those who are away.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.play_counts import PlayCounts
from osubrowser.demo.world.beatmaps.sets import STATUSES
from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.draws import Draws, between, chance, pick
from osubrowser.demo.world.players.accounts import FIXED_IDS, Accounts
from osubrowser.demo.world.players.medals import COUNT as MEDALS
from osubrowser.demo.world.players.medals import Medals
from osubrowser.demo.world.players.standings import UNRANKED
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.ids import first_id
from osubrowser.demo.world.scores.results import grade_of
from osubrowser.demo.world.scores.scores import Scores
from osubrowser.lru import LRUCache

if TYPE_CHECKING:
    from osubrowser.demo.world.scores.catalogue import Entry
    from osubrowser.demo.world.scores.results import Score
    from osubrowser.demo.world.scores.sessions import Turn

SPAN = 19 * 86_400
"""Seconds before now that the feed goes back."""

WINDOW = 2_400
"""Seconds of the feed that are looked at together."""

_SLOT = 40
_ROUND, _FACTOR = 24_001, 9_973
_INVERSE = pow(_FACTOR, -1, _ROUND)
_EPOCH = 1_400_000_000
_PLACES = 16
_DAY = 86_400
_RENAMED = 0.3
_MEDAL_STEP = 37
_TOLD_TOPS = 12
_KEPT = 12
_OWN = (
    ("achievement",) * 14
    + ("userSupportAgain",) * 3
    + ("userSupportFirst", "userSupportGift", "beatmapPlaycount", "beatmapPlaycount")
    + ("usernameChange", "rankLost", "rankLost", "beatmapsetDelete")
)


class FeedItem(NamedTuple):
    """Record of a feed event. Times are in seconds since 1970."""

    id: int
    second: int
    kind: str
    account: int
    number: int
    """The medal, the beatmapset, or a draw, by kind."""
    turn: Turn | None = None


class Feed:
    """Activity feed of one world. Thread-safe."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
        scores: Scores,
    ) -> None:
        self._current_time = now
        self._accounts = accounts
        self._all_statistics = statistics
        self._beatmaps = beatmaps
        self._scores = scores
        self._draws = Draws(seed, "feed")
        self.now = int(now.timestamp())
        self._today = int(accounts.today.timestamp())
        self._days = accounts.days
        self._lock = Lock()
        self._windows: LRUCache[int, list[FeedItem]] = LRUCache(_KEPT)
        self._of_sets: list[FeedItem] | None = None

    # --- by time --------------------------------------------------------------------------------

    def backwards(self, before: int | None) -> Iterator[FeedItem]:
        """Yield all events, newest first, before an event id."""
        first = 0 if before is None else self._window_of(before)
        for window in range(first, SPAN // WINDOW):
            for item in reversed(self._window(window)):
                if before is None or item.id < before:
                    yield item

    def forwards(self, after: int | None) -> Iterator[FeedItem]:
        """Yield all events, oldest first, after an event id."""
        oldest = SPAN // WINDOW - 1
        first = oldest if after is None else min(oldest, self._window_of(after))
        for window in range(first, -1, -1):
            for item in self._window(window):
                if after is None or item.id > after:
                    yield item

    def _window_of(self, event_id: int) -> int:
        second = event_id // _PLACES + _EPOCH
        return max(0, min(SPAN // WINDOW, (self.now - 1 - second) // WINDOW))

    def _window(self, window: int) -> list[FeedItem]:
        """Return the events of a window, oldest first; windows are counted back from now."""
        known = self._windows.get(window)
        if known is not None:
            return known
        start = self.now - (window + 1) * WINDOW
        items = [*self._plays(start, start + WINDOW), *self._slots(start, start + WINDOW)]
        sets = self._sets()
        low = bisect_left(sets, start, key=lambda item: item.second)
        high = bisect_left(sets, start + WINDOW, key=lambda item: item.second)
        items = sorted([*items, *sets[low:high]])
        self._windows.put(window, items)
        return items

    # --- by person ------------------------------------------------------------------------------

    def of(self, account: int) -> list[FeedItem]:
        """Return the events of an account, newest first."""
        oldest = self.now - SPAN
        items = [item for item in self._sets() if item.account == account]
        items += self.own(account, SPAN)
        sessions = self._scores.factory.placements.sessions
        for ruleset in RULESETS:
            position = self._all_statistics.standings(ruleset.name).position[account]
            if position == UNRANKED:
                continue
            for turn in sessions.turns(ruleset.id, position):
                if self._is_told(turn) and oldest <= turn.moment.seconds < self.now:
                    items.append(self._play(turn, account))
        return sorted((item for item in items if item.second >= oldest), reverse=True)

    def own(self, account: int, span: int) -> list[FeedItem]:
        """Return the account events, newest first: medals, support, name changes.

        Args:
            span: how many seconds before now the oldest is.
        """
        slots = self._slots_of(account, self.now, span)
        return [item for slot in slots if (item := self._slot(slot)) is not None]

    @staticmethod
    def _slots_of(account: int, now: int, span: int) -> range:
        """Return the slots of an account, the newest first."""
        newest, oldest = (now - 60) // _SLOT, (now - span) // _SLOT
        return range(newest - (newest - account * _INVERSE) % _ROUND, oldest, -_ROUND)

    def medals(self, account: int) -> list[tuple[int, int]]:
        """Return the medals in the feed as times and ids, newest first."""
        found = self.own(account, self.medal_span)
        return [(item.second, item.number) for item in found if item.kind == "achievement"]

    @property
    def has_days(self) -> bool:
        """Whether the world can be looked at on earlier days."""
        return self._days > 0

    @property
    def medal_span(self) -> int:
        """Seconds before today in which the medals of an account come from the feed."""
        return SPAN + self._days * _DAY

    def renames(self, account: int) -> list[int]:
        """Return when an account changed its name, in seconds since 1970, newest first.

        Only in a world with days: elsewhere nobody's name of another day is known.
        """
        most = len(self._accounts.previous_names(account)) if self._days else 0
        if not most:
            return []
        found = []
        for slot in self._slots_of(account, self._today, self.medal_span):
            draws = self._draws.at(slot)
            second = slot * _SLOT + draws[0] % _SLOT
            if self._was_here(account, second) and chance(draws[4], _RENAMED):
                found.append(second)
        return found[:most]

    # --- where they come from -------------------------------------------------------------------

    def _plays(self, start: int, end: int) -> Iterator[FeedItem]:
        for turn in self._scores.factory.placements.sessions.after(first_id(start) - 1):
            if turn.moment.seconds >= end:
                return
            if self._is_told(turn):
                name = RULESETS[turn.ruleset].name
                yield self._play(turn, self._all_statistics.standings(name).account[turn.position])

    def _play(self, turn: Turn, account: int) -> FeedItem:
        second = turn.moment.seconds
        return FeedItem(_id(second, turn.moment.id % 2), second, "rank", account, 0, turn)

    def _slots(self, start: int, end: int) -> Iterator[FeedItem]:
        for slot in range(start // _SLOT, end // _SLOT + 1):
            item = self._slot(slot)
            if item is not None and start <= item.second < end:
                yield item

    def _slot(self, slot: int) -> FeedItem | None:
        """Return the event of a slot, or None."""
        account = slot * _FACTOR % _ROUND
        accounts = self._accounts
        draws = self._draws.at(slot)
        second = slot * _SLOT + draws[0] % _SLOT
        if account >= len(accounts) or second >= self.now:
            return None
        if not self._was_here(account, second):
            return None
        kind = self._kind(account, pick(draws[1], _OWN), draws[2])
        if self._days and (kind == "usernameChange" or chance(draws[4], _RENAMED)):
            kind = "usernameChange" if second in self.renames(account) else "achievement"
        number = between(draws[3], 1, MEDALS - 1) if kind == "achievement" else draws[3]
        if self._days and kind == "achievement":  # no medal twice
            number = 1 + (account * 101 + slot // _ROUND * _MEDAL_STEP) % (MEDALS - 1)
        return FeedItem(_id(second, 2), second, kind, account, number)

    def _was_here(self, account: int, second: int) -> bool:
        """Return whether an account may have done something at a time."""
        accounts = self._accounts
        if account in FIXED_IDS:
            return True
        return bool(accounts.active[account]) and accounts.away(account) <= self._today - second

    def _is_told(self, turn: Turn) -> bool:
        """Return whether a session play may be in the feed: some of the personal bests."""
        if turn.hosted is None:
            return False
        if self._days and turn.hosted < _TOLD_TOPS:
            return True
        return turn.session % (5 if turn.ruleset == 0 else 60) == 0

    def _kind(self, account: int, kind: str, draw: int) -> str:
        """Return the kind of an event; a medal where the drawn kind is impossible."""
        supporter = self._accounts.has_supporter(account)
        fits = {
            "userSupportAgain": supporter,
            "userSupportFirst": supporter and chance(draw, 0.2),
            "userSupportGift": supporter,
            "usernameChange": bool(self._accounts.previous_names(account)),
            "rankLost": self._all_statistics.standings(self._accounts.playmode(account)).position[
                account
            ]
            != UNRANKED,
        }
        return kind if fits.get(kind, True) else "achievement"

    def _sets(self) -> list[FeedItem]:
        """Return the beatmapset events, oldest first."""
        with self._lock:
            if self._of_sets is None:
                self._of_sets = sorted(self._list_sets(), key=lambda item: item.second)
            return self._of_sets

    def _list_sets(self) -> Iterator[FeedItem]:
        beatmaps = self._beatmaps
        oldest = self.now - SPAN
        newest = len(beatmaps.status)
        first = beatmaps.newest_before(self._current_time - timedelta(days=240))
        for index in cooperatively(range(first, newest)):
            record = beatmaps.record(index)
            dated = [("beatmapsetUpload", record.submitted)]
            if record.updated > record.submitted + 60:
                revived = record.status in (-1, 0) and index % 9 == 0
                dated.append(
                    ("beatmapsetRevive" if revived else "beatmapsetUpdate", record.updated)
                )
            if record.ranked is not None:
                dated.append(("beatmapsetApprove", record.ranked))
            for kind, second in dated:
                if oldest <= second < self.now:
                    place = 3 + index % (_PLACES - 3)
                    yield FeedItem(_id(second, place), second, kind, record.mapper, index)


def _id(second: int, place: int) -> int:
    """Return the id of an event: it grows with time."""
    return (second - _EPOCH) * _PLACES + place


LOWEST_RANK = 1_000
"""A play is told of if it gets this far up its leaderboard."""

_MILESTONES = (10_000, 5_000, 2_000, 1_000, 500, 200, 100)


class FeedEntities:
    """Builder of `Event` objects."""

    def __init__(
        self,
        seed: int,
        accounts: Accounts,
        beatmaps: Beatmaps,
        scores: Scores,
        play_counts: PlayCounts,
        feed: Feed,
    ) -> None:
        self._feed = feed
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._scores = scores
        self._play_counts = play_counts
        self._medals = Medals(seed)

    def entity(self, item: FeedItem, *, legacy_only: bool = False) -> dict[str, object] | None:
        """Return the `Event` of the API; None if it is not worth telling.

        Args:
            legacy_only: only plays of the stable client count.
        """
        details = self._rank(item, legacy_only) if item.turn else self._details(item)
        if details is None:
            return None
        when = offset_form(datetime.fromtimestamp(item.second, UTC))
        head = {"created_at": when, "createdAt": when, "id": item.id}
        return head | details

    def _rank(self, item: FeedItem, legacy_only: bool) -> dict[str, object] | None:
        scores = self._scores
        if item.turn is None:
            return None
        play: Score = scores.factory.of_turn(item.turn)
        if not play.best or (legacy_only and play.lazer):
            return None
        board = scores.leaderboards.of(play.entry)
        rank = board.rank_when_set(play.id) if self._feed.has_days else board.rank_of(play.id)
        if rank is None or not 1 <= rank <= LOWEST_RANK:
            return None
        return {
            "type": "rank",
            "scoreRank": grade_of(play),
            "rank": rank,
            "mode": RULESETS[play.entry.ruleset].name,
            "beatmap": self._beatmap(play.entry),
            "user": self._user(item.account),
        }

    def _details(self, item: FeedItem) -> dict[str, object] | None:
        """Return the fields of an event by its kind."""
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
                    "approval": STATUSES[self._beatmaps.status[item.number]],
                    "beatmapset": self._set(item.number),
                    "user": user,
                }
            case "beatmapsetUpload" | "beatmapsetUpdate" | "beatmapsetRevive":
                return {"type": kind, "beatmapset": self._set(item.number), "user": user}
            case "beatmapsetDelete":
                song = self._beatmaps.song(item.number % 20_000)
                url = f"/beatmapsets/{self._beatmaps.id_of(19_999) + 500 + item.id % 999}"
                title = f"{song.artist} - {song.title}"
                return {"type": kind, "beatmapset": {"title": title, "url": url}}
            case "usernameChange":
                names = self._accounts.previous_names(item.account)
                later = self._feed.renames(item.account)
                if item.second in later:
                    place = later.index(item.second)
                    names = [*names, self._accounts.name_of(item.account)]
                    user["username"] = names[-1 - place]
                    names = names[: len(names) - 1 - place]
                return {"type": kind, "user": user | {"previousUsername": names[-1]}}
            case "beatmapPlaycount":
                return self._playcount(item)
            case "rankLost":
                return self._lost(item)
        return {"type": kind, "user": user}

    def _playcount(self, item: FeedItem) -> dict[str, object] | None:
        """Return a play count milestone, or None."""
        plays = self._play_counts.most(item.account, 0, 1)
        reached = next((n for n in _MILESTONES if plays and plays[0].times >= n), None)
        if reached is None:
            return None
        song, difficulty = self._beatmaps.song(plays[0].number), plays[0].difficulty
        title = f"{song.artist} - {song.title} [{difficulty.version}]"
        url = f"/beatmaps/{difficulty.id}?ruleset={RULESETS[difficulty.ruleset].name}"
        return {
            "type": "beatmapPlaycount",
            "beatmap": {"title": title, "url": url},
            "count": reached,
        }

    def _lost(self, item: FeedItem) -> dict[str, object] | None:
        """Return a lost first place, or None."""
        mode = self._accounts.playmode(item.account)
        scores = self._scores
        for play in scores.best(item.account, mode, item.number % 150, 1):
            placements = scores.factory.placements.in_ruleset(play.entry.ruleset)
            leader = placements.leader(play.entry.number)
            if leader is None:
                break
            if leader != play.position:
                return {
                    "type": "rankLost",
                    "mode": mode,
                    "beatmap": self._beatmap(play.entry),
                    "user": self._user(item.account),
                }
        return None

    def _user(self, account: int) -> dict[str, object]:
        accounts = self._accounts
        return {"username": accounts.name_of(account), "url": f"/users/{accounts.id_of(account)}"}

    def _set(self, index: int) -> dict[str, object]:
        song = self._beatmaps.song(index)
        return {
            "title": f"{song.artist} - {song.title}",
            "url": f"/beatmapsets/{self._beatmaps.id_of(index)}",
        }

    def _beatmap(self, entry: Entry) -> dict[str, object]:
        song = self._beatmaps.song(entry.set_index)
        mode = RULESETS[entry.ruleset].name
        return {
            "title": f"{song.artist} - {song.title} [{entry.difficulty.version}]",
            "url": f"/beatmaps/{entry.difficulty.id}?ruleset={mode}",
        }

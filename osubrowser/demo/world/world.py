"""Composition of all parts of a synthetic world."""

from __future__ import annotations

from copy import copy
from datetime import datetime, timedelta

from osubrowser.demo.world.beatmaps.attributes import Attributes
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.details import BeatmapDetails
from osubrowser.demo.world.beatmaps.favourites import Favourites
from osubrowser.demo.world.beatmaps.featured_artists import FeaturedTracks
from osubrowser.demo.world.beatmaps.packs import Packs
from osubrowser.demo.world.beatmaps.play_counts import PlayCounts
from osubrowser.demo.world.beatmaps.user_beatmaps import UserBeatmaps
from osubrowser.demo.world.beatmaps.user_tags import UserTags
from osubrowser.demo.world.clock import this_hour
from osubrowser.demo.world.community.community import Community
from osubrowser.demo.world.days.past import Past
from osubrowser.demo.world.days.scores import DayScores
from osubrowser.demo.world.days.span import MOST_DAYS
from osubrowser.demo.world.legacy.entities import LegacyEntities
from osubrowser.demo.world.modding.nominations import Nominations
from osubrowser.demo.world.multiplayer.lobbies import Selection
from osubrowser.demo.world.multiplayer.matches import Matches
from osubrowser.demo.world.multiplayer.room_scores import RoomScores
from osubrowser.demo.world.multiplayer.rooms import Rooms
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.friends import Friends
from osubrowser.demo.world.players.kudosu import Kudosu
from osubrowser.demo.world.players.profiles import Profiles
from osubrowser.demo.world.players.rankings import Rankings
from osubrowser.demo.world.players.spotlights import Spotlights
from osubrowser.demo.world.players.standings import Standings
from osubrowser.demo.world.players.statistics import RulesetStatistics, StatisticsTable
from osubrowser.demo.world.players.team_details import TeamDetails
from osubrowser.demo.world.players.teams import ME, Teams
from osubrowser.demo.world.scores.entities import ScoreEntities
from osubrowser.demo.world.scores.replays import Replays
from osubrowser.demo.world.scores.scores import Scores
from osubrowser.demo.world.search.search import Search
from osubrowser.lru import LRUCache

_KEPT_DAYS = 4


class World:
    """All parts of the synthetic osu! of one seed; each is filled on demand. Thread-safe.

    Making one takes some tens of milliseconds; the standings of a ruleset are drawn
    when they are first asked for.

    Args:
        seed: the same seed and time give the same world.
        now: the time of the world; the start of the current hour if not given.
        days: how many days before today can be looked at with `at`; none by default.

    Raises:
        ValueError: there are too many days, or fewer than none.
    """

    def __init__(self, seed: int = 1, now: datetime | None = None, days: int = 0) -> None:
        now = now or this_hour()
        if not 0 <= days <= MOST_DAYS:
            raise ValueError(f"a world has from 1 to {MOST_DAYS} days before today, not {days}")
        self.seed = seed
        self.now = now
        self.me = ME
        self.days = days
        self.back = 0
        self.teams = Teams(seed)
        self.accounts = Accounts(seed, now, self.teams, days)
        self.friends = Friends(seed, self.accounts)
        self.statistics_table = statistics = StatisticsTable(seed, self.accounts)
        self.beatmaps = Beatmaps(seed, self.accounts)
        self.kudosu = Kudosu(seed, self.accounts)
        self.spotlights = Spotlights(
            seed, now, self.accounts, self.friends, statistics, self.beatmaps
        )
        self.scores = Scores(seed, now, self.accounts, statistics, self.beatmaps)
        self.replays = Replays(seed, self.accounts, self.beatmaps)
        self.favourites = Favourites(seed, self.accounts, self.beatmaps)
        self.nominations = Nominations(seed, self.accounts, self.beatmaps)
        self.play_counts = PlayCounts(seed, self.accounts, statistics, self.beatmaps, self.scores)
        self.user_beatmaps = UserBeatmaps(
            seed, self.friends, self.beatmaps, self.favourites, self.nominations
        )
        self.user_tags = UserTags(seed, self.beatmaps)
        self.packs = Packs(seed, now, self.accounts, self.beatmaps)
        self.featured_tracks = FeaturedTracks(seed, now, self.beatmaps)
        self.attributes = Attributes(seed, self.beatmaps)
        self.past = Past(seed, self.accounts, statistics, self.scores) if days else None
        if self.past is not None:
            self.statistics_table = statistics = self.past.statistics(self.accounts, 0)
        self.search = Search(
            now,
            statistics,
            self.beatmaps,
            self.favourites,
            self.play_counts,
            self.user_beatmaps,
            self.user_tags,
        )
        self.community = Community(
            seed,
            now,
            self.accounts,
            statistics,
            self.beatmaps,
            self.kudosu,
            self.nominations,
            self.scores,
            self.play_counts,
        )
        self._relate(None)
        self.selection = Selection(self.accounts, self.beatmaps, self.community.authors)
        self.matches = Matches(
            seed, now, self.teams, self.beatmaps, self.community.authors, self.selection
        )
        self.rooms = Rooms(
            seed, now, self.accounts, self.beatmaps, self.community.authors, self.selection
        )
        self.room_scores = RoomScores(
            seed, self.accounts, self.beatmaps, self.beatmap_details, self.matches, self.rooms
        )
        self.legacy = LegacyEntities(
            self.accounts,
            statistics,
            self.beatmaps,
            self.packs,
            self.attributes,
            self.community.authors,
            self.matches,
        )
        self._days: LRUCache[int, World] = LRUCache(_KEPT_DAYS)

    def _relate(self, today: World | None) -> None:
        """Make the parts that follow from others and keep little of their own.

        Args:
            today: the world of today, if this is another day of it.
        """
        seed, statistics = self.seed, self.statistics_table
        self.rankings = Rankings(seed, self.accounts, self.teams, self.friends, statistics)
        self.beatmap_details = BeatmapDetails(
            seed,
            self.accounts,
            self.beatmaps,
            self.favourites,
            self.nominations,
            self.play_counts,
            self.user_tags,
            self.packs,
        )
        self.score_entities = ScoreEntities(
            seed, self.accounts, self.beatmaps, self.scores, self.beatmap_details
        )
        whole = today or self
        self.team_details = TeamDetails(seed, whole.now, self.accounts, self.teams, self.rankings)
        self.profiles: Profiles = Profiles(
            seed,
            whole.now,
            self.accounts,
            self.teams,
            statistics,
            self.beatmaps,
            self.kudosu,
            self.favourites,
            self.scores,
            self.play_counts,
            self.user_beatmaps,
            self.rankings,
            whole.community.feed,
            self.community.comments,
            today.profiles if today else None,
        )

    def at(self, back: int) -> World:
        """Return the world as it was some days ago, at the same time of the day.

        What cannot be wound back is as it is today: matches, rooms, chat, kudosu, spotlights,
        discussions of beatmapsets and the wiki.

        Args:
            back: how many days ago, from 0 to `days`.

        Raises:
            ValueError: the world has no such day.
        """
        if not 0 <= back <= self.days:
            raise ValueError(f"the world has no day {back}: it has {self.days} days before today")
        past = self.past
        if not back or past is None:
            return self
        found = self._days.get(back)
        if found is None:
            found = self._wind_back(past, back)
            self._days.put(back, found)
        return found

    def stop(self) -> None:
        """Make no more earlier days, which takes seconds: from now on they raise WorldStopped."""
        if self.past is not None:
            self.past.stopped.set()

    def _wind_back(self, past: Past, back: int) -> World:
        day = copy(self)
        day.back, day.now = back, self.now - timedelta(days=back)
        day.accounts = past.accounts(self.community.feed, back)
        day.statistics_table = past.statistics(day.accounts, back)
        day.scores = DayScores(self.scores, day.statistics_table, day.now)
        day.beatmaps = beatmaps = past.beatmaps(self.beatmaps, day.now)
        day.nominations = self.nominations.at(beatmaps)
        day.user_beatmaps = self.user_beatmaps.at(beatmaps, beatmaps.uploaded)
        day.search = self.search.at(day.now, day.statistics_table, beatmaps)
        day.community = self.community.at(day.now)
        day._relate(self)
        day.legacy = LegacyEntities(
            day.accounts,
            day.statistics_table,
            beatmaps,
            self.packs,
            self.attributes,
            self.community.authors,
            self.matches,
        )
        return day

    def statistics(self, ruleset: str) -> RulesetStatistics:
        """Return the statistics of a ruleset, by its name in the API."""
        return self.statistics_table.of(ruleset)

    def standings(self, ruleset: str) -> Standings:
        """Return the standings of a ruleset, by its name in the API."""
        return self.statistics_table.standings(ruleset)

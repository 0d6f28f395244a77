"""Composition of all parts of a synthetic world."""

from __future__ import annotations

from datetime import datetime

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


class World:
    """All parts of the synthetic osu! of one seed; each is filled on demand. Thread-safe.

    Making one takes some tens of milliseconds; the standings of a ruleset are drawn
    when they are first asked for.

    Args:
        seed: the same seed and time give the same world.
        now: the time of the world; the start of the current hour if not given.
    """

    def __init__(self, seed: int = 1, now: datetime | None = None) -> None:
        now = now or this_hour()
        self.seed = seed
        self.now = now
        self.me = ME
        self.teams = Teams(seed)
        self.accounts = Accounts(seed, now, self.teams)
        self.friends = Friends(seed, self.accounts)
        self.statistics_table = statistics = StatisticsTable(seed, self.accounts)
        self.beatmaps = Beatmaps(seed, self.accounts)
        self.kudosu = Kudosu(seed, self.accounts)
        self.rankings = Rankings(seed, self.accounts, self.teams, self.friends, statistics)
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
        self.attributes = Attributes(seed, self.beatmaps)
        self.search = Search(
            now,
            statistics,
            self.beatmaps,
            self.favourites,
            self.play_counts,
            self.user_beatmaps,
            self.user_tags,
        )
        self.team_details = TeamDetails(seed, now, self.accounts, self.teams, self.rankings)
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
        self.profiles = Profiles(
            seed,
            now,
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
            self.community.feed,
            self.community.comments,
        )
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

    def statistics(self, ruleset: str) -> RulesetStatistics:
        """Return the statistics of a ruleset, by its name in the API."""
        return self.statistics_table.of(ruleset)

    def standings(self, ruleset: str) -> Standings:
        """Return the standings of a ruleset, by its name in the API."""
        return self.statistics_table.standings(ruleset)

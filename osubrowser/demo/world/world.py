"""The world itself: one seed, all its people, and what is asked of them, made when first needed."""

from __future__ import annotations

from datetime import datetime
from threading import Lock

from osubrowser.demo.world.beatmaps.attributes import Attributes
from osubrowser.demo.world.beatmaps.beatmaps import BeatmapDetails, Beatmaps
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
from osubrowser.demo.world.players.statistics import RulesetStatistics
from osubrowser.demo.world.players.teams import ME, TeamDetails, Teams
from osubrowser.demo.world.rulesets import BY_NAME
from osubrowser.demo.world.scores.entities import ScoreEntities
from osubrowser.demo.world.scores.replays import Replays
from osubrowser.demo.world.scores.scores import Scores
from osubrowser.demo.world.search.search import Search


class World:
    """Everything that exists, for one seed.

    Safe to use from several threads. Making one takes some tens of milliseconds; the ranking of a
    ruleset is drawn when it is first asked for.
    """

    def __init__(self, seed: int = 1, now: datetime | None = None) -> None:
        self.seed = seed
        self.now = now or this_hour()
        self.me = ME
        self.teams = Teams(seed)
        self.accounts = Accounts(seed, self.now, self.teams)
        self.beatmaps = Beatmaps(seed, self.accounts)
        self.kudosu = Kudosu(seed, self.accounts)
        self.friends = Friends(seed, self.accounts)
        self.spotlights = Spotlights(self)
        self.rankings = Rankings(self)
        self.profiles = Profiles(self)
        self.scores = Scores(self)
        self.score_entities = ScoreEntities(self)
        self.replays = Replays(self)
        self.favourites = Favourites(seed, self.accounts, self.beatmaps)
        self.nominations = Nominations(self)
        self.play_counts = PlayCounts(self)
        self.user_beatmaps = UserBeatmaps(self)
        self.user_tags = UserTags(seed, self.beatmaps)
        self.packs = Packs(self)
        self.featured_tracks = FeaturedTracks(self)
        self.beatmap_details = BeatmapDetails(self)
        self.attributes = Attributes(self)
        self.search = Search(self)
        self.team_details = TeamDetails(self)
        self.community = Community(self)
        self.selection = Selection(self)
        self.matches = Matches(self)
        self.rooms = Rooms(self)
        self.room_scores = RoomScores(self)
        self.legacy = LegacyEntities(self)
        self._lock = Lock()
        self._figures: dict[str, RulesetStatistics] = {}

    def statistics(self, ruleset: str) -> RulesetStatistics:
        """Return the figures of a ruleset, by its name on the wire."""
        with self._lock:
            figures = self._figures.get(ruleset)
            if figures is None:
                standings = Standings(self.seed, BY_NAME[ruleset], self.accounts)
                figures = self._figures[ruleset] = RulesetStatistics(self.seed, standings)
        return figures

    def standings(self, ruleset: str) -> Standings:
        """Return the ranking of a ruleset, by its name on the wire."""
        return self.statistics(ruleset).standings

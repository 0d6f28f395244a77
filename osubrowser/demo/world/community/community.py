"""Composition of the community parts of a world."""

from __future__ import annotations

from copy import copy
from datetime import datetime

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.play_counts import PlayCounts
from osubrowser.demo.world.community.changelog import Changelog
from osubrowser.demo.world.community.chat import Chat
from osubrowser.demo.world.community.comments import Comments
from osubrowser.demo.world.community.feed import Feed, FeedEntities
from osubrowser.demo.world.community.forum import Forum
from osubrowser.demo.world.community.news import News
from osubrowser.demo.world.community.wiki import Wiki
from osubrowser.demo.world.days.community import DayComments, DayNews
from osubrowser.demo.world.modding.kudosu_history import KudosuHistory
from osubrowser.demo.world.modding.modding import Modding, ModdingEvents
from osubrowser.demo.world.modding.nominations import Nominations
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.authors import Authors
from osubrowser.demo.world.players.kudosu import Kudosu
from osubrowser.demo.world.players.name_search import NameSearch
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.scores.scores import Scores


class Community:
    """Community parts of one world: news, wiki, changelog, modding, forum, chat, feed, comments."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
        kudosu: Kudosu,
        nominations: Nominations,
        scores: Scores,
        play_counts: PlayCounts,
    ) -> None:
        self._seed = seed
        self._accounts = accounts
        self._all_statistics = statistics
        self._beatmaps = beatmaps
        self._scores = scores
        self.authors = authors = Authors(seed, accounts)
        self.changelog = Changelog(seed, now, accounts, authors)
        self.news = News(seed, now, accounts, beatmaps, authors)
        self.wiki = Wiki()
        self.modding = Modding(seed, now, beatmaps, kudosu, nominations, authors)
        self.modding_events = ModdingEvents(beatmaps, nominations, authors, self.modding)
        self.names = NameSearch(accounts)
        self.forum = Forum(seed, now, beatmaps, authors)
        self.kudosu = KudosuHistory(
            seed, now, accounts, beatmaps, kudosu, authors, self.modding, self.forum
        )
        self.chat = Chat(seed, now, accounts, beatmaps, authors)
        self.feed = Feed(seed, now, accounts, statistics, beatmaps, scores)
        self.feed_entities = FeedEntities(seed, accounts, beatmaps, scores, play_counts, self.feed)
        self.comments = Comments(seed, now, accounts, beatmaps, authors, self.news, self.changelog)

    def at(self, day: datetime) -> Community:
        """Return the same parts as they were on an earlier day."""
        found = copy(self)
        found.news = DayNews(self.news, day)
        found.comments = DayComments(self.comments, day)
        found.feed = Feed(
            self._seed, day, self._accounts, self._all_statistics, self._beatmaps, self._scores
        )
        return found

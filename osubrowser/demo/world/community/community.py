"""What people do besides playing: writing, talking, modding; each part made when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.demo.world.community.changelog import Changelog
from osubrowser.demo.world.community.chat import Chat
from osubrowser.demo.world.community.comments import Comments
from osubrowser.demo.world.community.feed import Feed, FeedEntities
from osubrowser.demo.world.community.forum import Forum
from osubrowser.demo.world.community.news import News
from osubrowser.demo.world.community.wiki import Wiki
from osubrowser.demo.world.modding.kudosu_history import KudosuHistory
from osubrowser.demo.world.modding.modding import Modding, ModdingEvents
from osubrowser.demo.world.players.authors import Authors
from osubrowser.demo.world.players.name_search import NameSearch

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World


class Community:
    """Everything of one world that consists of words."""

    def __init__(self, world: World) -> None:
        self.authors = Authors(world)
        self.changelog = Changelog(world)
        self.news = News(world)
        self.wiki = Wiki()
        self.modding = Modding(world)
        self.modding_events = ModdingEvents(world, self.modding)
        self.kudosu = KudosuHistory(world)
        self.names = NameSearch(world)
        self.forum = Forum(world)
        self.chat = Chat(world)
        self.feed = Feed(world)
        self.feed_entities = FeedEntities(world)
        self.comments = Comments(world)

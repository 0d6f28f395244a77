"""What people do besides playing: writing, talking, modding; each part made when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.demo.world.changelog import Changelog
from osubrowser.demo.world.chat import Chat
from osubrowser.demo.world.comments import Comments
from osubrowser.demo.world.feed import Feed
from osubrowser.demo.world.feed_entities import FeedEntities
from osubrowser.demo.world.forum import Forum
from osubrowser.demo.world.kudosu_history import KudosuHistory
from osubrowser.demo.world.modding import Modding
from osubrowser.demo.world.modding_events import ModdingEvents
from osubrowser.demo.world.name_search import NameSearch
from osubrowser.demo.world.news import News
from osubrowser.demo.world.people import People
from osubrowser.demo.world.wiki import Wiki

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World


class Social:
    """Everything of one world that consists of words."""

    def __init__(self, world: World) -> None:
        self.people = People(world)
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

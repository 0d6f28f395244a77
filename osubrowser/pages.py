"""Table of pages: the kinds of page, and the construction of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from osubrowser.services.places.places import (
    AppPlace,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    PlayersPlace,
    RankingsPlace,
    ReplayPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
    WelcomePlace,
)
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import FIND_KEYS, LOAD_ALL_KEY
from osubrowser.ui.pages.artist import kind as artist
from osubrowser.ui.pages.beatmaps import kind as beatmaps
from osubrowser.ui.pages.beatmaps.keys import KEYS as BEATMAPS_KEYS
from osubrowser.ui.pages.beatmapset import kind as beatmapset
from osubrowser.ui.pages.beatmapset.keys import KEYS as BEATMAPSET_KEYS
from osubrowser.ui.pages.bookmarks import kind as bookmarks
from osubrowser.ui.pages.bookmarks.app_pages import APP_PAGES, BOOKMARKS
from osubrowser.ui.pages.changelog import kind as changelog
from osubrowser.ui.pages.comments import kind as comments
from osubrowser.ui.pages.feeds import kind as feeds
from osubrowser.ui.pages.following import kind as following
from osubrowser.ui.pages.following.app_pages import FOLLOWING
from osubrowser.ui.pages.forum import kind as forum
from osubrowser.ui.pages.guide import kind as guide
from osubrowser.ui.pages.match import kind as match
from osubrowser.ui.pages.news import kind as news
from osubrowser.ui.pages.packs import kind as packs
from osubrowser.ui.pages.playback import kind as playback
from osubrowser.ui.pages.player import kind as player
from osubrowser.ui.pages.rankings import kind as rankings
from osubrowser.ui.pages.rankings.keys import KEYS as RANKINGS_KEYS
from osubrowser.ui.pages.replays import kind as replays
from osubrowser.ui.pages.replays.app_pages import APP_PAGES as REPLAY_PAGES
from osubrowser.ui.pages.replays.app_pages import QUEUE
from osubrowser.ui.pages.room import kind as room
from osubrowser.ui.pages.score import kind as score
from osubrowser.ui.pages.search import kind as search
from osubrowser.ui.pages.settings import kind as settings
from osubrowser.ui.pages.team import kind as team
from osubrowser.ui.pages.wiki import kind as wiki
from osubrowser.ui.shell.external import open_folder, open_in_browser
from osubrowser.ui.shell.page_kind import PageKind
from osubrowser.ui.shell.prefetch import Prefetch

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.beatmap_services import BeatmapServices
    from osubrowser.services.cache.response_cache import ResponseCache
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.library.library import Library
    from osubrowser.services.preference_effects import PreferenceEffects
    from osubrowser.services.replay_services import ReplayServices
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.settings.settings import Settings
    from osubrowser.services.storage.folders import Folders
    from osubrowser.services.updates.checker import UpdateChecker
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.pages.welcome.page import WelcomePage
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.shell.page_kind import PageContext


@dataclass(frozen=True, slots=True)
class PageParts:
    """The services that pages are built with.

    Attributes:
        account: the current account and its client.
        calls: runs blocking calls.
        settings: columns, folders and preferences that pages save.
        images: avatars, covers and flags.
        library: bookmarks and visits.
        preferences: the user's choices.
        effects: applies changed preferences to the services.
        response_cache: cached responses of osu!.
        folders: paths of the program's files.
        sign_out: ends the session.
        replays: download queue, replay library and beatmap files.
        beatmaps: marks, saved searches, excludes, what is on this computer.
        history: histories of what was seen, follows, and background refreshing.
        updates: asks for the newest version.
        open_web: opens an address in the web browser; returns False on failure.
        restart: ends the program, and starts it again.
        text_size: the text size of this run, in percent.
    """

    account: Account
    calls: Calls
    settings: Settings
    images: ImageStore
    library: Library
    preferences: Preferences
    effects: PreferenceEffects
    response_cache: ResponseCache
    folders: Folders
    sign_out: Callable[[], object]
    replays: ReplayServices
    beatmaps: BeatmapServices
    history: HistoryServices
    updates: UpdateChecker
    open_web: Callable[[str], bool]
    restart: Callable[[], object]
    text_size: int


def page_kinds(parts: PageParts) -> list[PageKind]:
    """Return the table of pages: the tabs from left to right, then the kinds without a tab."""
    prefetch = Prefetch(parts.account, parts.calls)
    return [
        PageKind(
            "search",
            tr("Search"),
            hue=45,
            home=ListPlace("search"),
            places=(ListPlace,),
            build=partial(_build_search, parts),
            things=search.THINGS,
            prefetch=prefetch.by(search.prefetch),
            preload=search.PRELOAD,
            self_test=search.SELF_TEST,
        ),
        PageKind(
            "players",
            tr("Players"),
            hue=333,
            home=PlayersPlace(),
            places=(PlayersPlace, UserPlace),
            build=partial(_build_player, parts),
            prefetch=prefetch.by(player.prefetch),
            preload=player.PRELOAD,
            self_test=player.SELF_TEST,
        ),
        PageKind(
            "rankings",
            tr("Rankings"),
            hue=125,
            home=RankingsPlace(),
            places=(RankingsPlace,),
            build=partial(_build_rankings, parts),
            is_first=True,
            keys=RANKINGS_KEYS,
            prefetch=prefetch.by(rankings.prefetch),
            preload=rankings.PRELOAD,
            self_test=rankings.SELF_TEST,
        ),
        PageKind(
            "neighbours",
            tr("Neighbours", "players of nearly the same rank"),
            hue=125,
            home=ListPlace("neighbours"),
            places=(ListPlace,),
            build=partial(_build_neighbours, parts),
            is_tab=False,
            tab="rankings",
            things=rankings.NEIGHBOURS,
            keys=(LOAD_ALL_KEY,),
            prefetch=prefetch.by(rankings.prefetch_neighbours),
            preload=rankings.NEIGHBOURS_PRELOAD,
            self_test=rankings.NEIGHBOURS_TEST,
        ),
        PageKind(
            "beatmaps",
            tr("Beatmaps"),
            hue=200,
            home=BeatmapsPlace(),
            places=(BeatmapsPlace,),
            build=partial(_build_beatmaps, parts),
            keys=BEATMAPS_KEYS,
            prefetch=prefetch.by(beatmaps.prefetch),
            preload=beatmaps.PRELOAD,
            self_test=beatmaps.SELF_TEST,
        ),
        PageKind(
            "replays",
            tr("Replays"),
            hue=255,
            home=AppPlace(QUEUE.name),
            places=(AppPlace,),
            build=partial(_build_replays, parts),
            app_pages=REPLAY_PAGES,
            keys=replays.KEYS,
            preload=replays.PRELOAD,
            self_test=replays.SELF_TEST,
        ),
        PageKind(
            "beatmapset",
            tr("Beatmapset"),
            hue=200,
            home=BeatmapsPlace(),
            places=(BeatmapsetPlace, BeatmapPlace, ThingPlace),
            things=("discussion",),
            build=partial(_build_beatmapset, parts),
            is_tab=False,
            tab="beatmaps",
            keys=BEATMAPSET_KEYS,
            prefetch=prefetch.by(beatmapset.prefetch),
            preload=beatmapset.PRELOAD,
            self_test=beatmapset.SELF_TEST,
        ),
        PageKind(
            "score",
            tr("Score"),
            hue=200,
            home=BeatmapsPlace(),
            places=(ScorePlace,),
            build=partial(_build_score, parts),
            is_tab=False,
            tab="beatmaps",
            prefetch=prefetch.by(score.prefetch),
            preload=score.PRELOAD,
            self_test=score.SELF_TEST,
        ),
        PageKind(
            "packs",
            tr("Beatmap packs"),
            hue=200,
            home=ListPlace("packs"),
            places=(ListPlace,),
            build=partial(_build_packs, parts),
            is_tab=False,
            tab="beatmaps",
            things=("packs",),
            keys=packs.KEYS,
            prefetch=prefetch.by(packs.prefetch),
            preload=packs.LIST_PRELOAD,
            self_test=packs.LIST_TEST,
        ),
        PageKind(
            "pack",
            tr("Beatmap pack"),
            hue=200,
            home=ListPlace("packs"),
            places=(ThingPlace,),
            build=partial(_build_pack, parts),
            is_tab=False,
            tab="beatmaps",
            things=("pack",),
            prefetch=prefetch.by(packs.prefetch),
            preload=packs.PACK_PRELOAD,
            self_test=packs.PACK_TEST,
        ),
        PageKind(
            "feeds",
            tr("Feeds"),
            hue=45,
            home=ListPlace("search"),
            places=(ListPlace,),
            build=partial(_build_feeds, parts),
            is_tab=False,
            tab="search",
            things=feeds.THINGS,
            keys=feeds.KEYS,
            prefetch=prefetch.by(feeds.prefetch),
            preload=feeds.PRELOAD,
            self_test=feeds.SELF_TEST,
        ),
        PageKind(
            "changelog",
            tr("Changelog"),
            hue=45,
            home=ListPlace("changelog"),
            places=(ListPlace,),
            build=partial(_build_changelog, parts),
            is_tab=False,
            tab="search",
            things=("changelog",),
            keys=changelog.LIST_KEYS,
            prefetch=prefetch.by(changelog.prefetch),
            preload=changelog.LIST_PRELOAD,
            self_test=changelog.LIST_TEST,
        ),
        PageKind(
            "build",
            tr("Build"),
            hue=45,
            home=ListPlace("changelog"),
            places=(ThingPlace,),
            build=partial(_build_build, parts),
            is_tab=False,
            tab="search",
            things=("changelog",),
            keys=changelog.BUILD_KEYS,
            prefetch=prefetch.by(changelog.prefetch),
            preload=changelog.BUILD_PRELOAD,
            self_test=changelog.BUILD_TEST,
        ),
        PageKind(
            "comments",
            tr("Comments"),
            hue=45,
            home=ListPlace("comments"),
            places=(ListPlace, ThingPlace),
            build=partial(_build_comments, parts),
            is_tab=False,
            tab="search",
            things=("comments", "comment"),
            keys=FIND_KEYS,
            prefetch=prefetch.by(comments.prefetch),
            preload=comments.PRELOAD,
            self_test=comments.SELF_TEST,
        ),
        PageKind(
            "news",
            tr("News"),
            hue=45,
            home=ListPlace("news"),
            places=(ListPlace,),
            build=partial(_build_news, parts),
            is_tab=False,
            tab="search",
            things=("news",),
            prefetch=prefetch.by(news.prefetch),
            preload=news.LIST_PRELOAD,
            self_test=news.LIST_TEST,
        ),
        PageKind(
            "news_post",
            tr("News post"),
            hue=45,
            home=ListPlace("news"),
            places=(ThingPlace,),
            build=partial(_build_news_post, parts),
            is_tab=False,
            tab="search",
            things=("news",),
            keys=(*news.POST_KEYS, *FIND_KEYS),
            prefetch=prefetch.by(news.prefetch),
            preload=news.POST_PRELOAD,
            self_test=news.POST_TEST,
        ),
        PageKind(
            "wiki",
            tr("Wiki"),
            hue=45,
            home=wiki.HOME,
            places=(ThingPlace,),
            build=partial(_build_wiki, parts),
            is_tab=False,
            tab="search",
            things=("wiki",),
            keys=FIND_KEYS,
            prefetch=prefetch.by(wiki.prefetch),
            preload=wiki.PRELOAD,
            self_test=wiki.SELF_TEST,
        ),
        PageKind(
            "forum",
            tr("Forum"),
            hue=45,
            home=ListPlace("forums"),
            places=(ThingPlace,),
            build=partial(_build_forum, parts),
            is_tab=False,
            tab="search",
            things=("forum",),
            keys=forum.BOARD_KEYS,
            prefetch=prefetch.by(forum.prefetch_board),
            preload=forum.BOARD_PRELOAD,
            self_test=forum.BOARD_TEST,
        ),
        PageKind(
            "room",
            tr("Room"),
            hue=45,
            home=ListPlace("rooms"),
            places=(ThingPlace,),
            build=partial(_build_room, parts),
            is_tab=False,
            tab="search",
            things=("room",),
            keys=room.KEYS,
            prefetch=prefetch.by(room.prefetch),
            preload=room.PRELOAD,
            self_test=room.SELF_TEST,
        ),
        PageKind(
            "match",
            tr("Match"),
            hue=45,
            home=ListPlace("matches"),
            places=(ThingPlace,),
            build=partial(_build_match, parts),
            is_tab=False,
            tab="search",
            things=match.THINGS,
            prefetch=prefetch.by(match.prefetch),
            preload=match.PRELOAD,
            self_test=match.SELF_TEST,
        ),
        PageKind(
            "topic",
            tr("Forum topic"),
            hue=45,
            home=ListPlace("forums"),
            places=(ThingPlace,),
            build=partial(_build_topic, parts),
            is_tab=False,
            tab="search",
            things=("topic",),
            keys=forum.TOPIC_KEYS,
            prefetch=prefetch.by(forum.prefetch_topic),
            preload=forum.TOPIC_PRELOAD,
            self_test=forum.TOPIC_TEST,
        ),
        PageKind(
            "artist",
            tr("Featured artist"),
            hue=200,
            home=ListPlace("artists"),
            places=(ThingPlace,),
            build=partial(_build_artist, parts),
            is_tab=False,
            tab="beatmaps",
            things=("artist",),
            prefetch=prefetch.by(artist.prefetch),
            preload=artist.PRELOAD,
            self_test=artist.SELF_TEST,
        ),
        PageKind(
            "team",
            tr("Team"),
            hue=333,
            home=RankingsPlace(type="team"),
            places=(ThingPlace,),
            build=partial(_build_team, parts),
            is_tab=False,
            tab="players",
            things=("team",),
            prefetch=prefetch.by(team.prefetch),
            preload=team.PRELOAD,
            self_test=team.SELF_TEST,
        ),
        PageKind(
            "replay",
            tr("Replay"),
            hue=255,
            home=ReplayPlace(),
            places=(ReplayPlace,),
            build=partial(_build_playback, parts),
            is_tab=False,
            keys=playback.KEYS,
            preload=playback.PRELOAD,
            self_test=playback.SELF_TEST,
        ),
        PageKind(
            "bookmarks",
            tr("Bookmarks"),
            hue=30,
            home=AppPlace(BOOKMARKS.name),
            places=(AppPlace,),
            build=partial(_build_bookmarks, parts),
            is_tab=False,
            app_pages=APP_PAGES,
            keys=bookmarks.KEYS,
            preload=bookmarks.PRELOAD,
            self_test=bookmarks.SELF_TEST,
        ),
        PageKind(
            "following",
            tr("Following"),
            hue=30,
            home=AppPlace(FOLLOWING.name),
            places=(AppPlace,),
            build=partial(_build_following, parts),
            is_tab=False,
            app_pages=(FOLLOWING,),
            keys=following.KEYS,
            preload=following.PRELOAD,
            self_test=following.SELF_TEST,
        ),
        PageKind(
            "guide",
            tr("Guide"),
            hue=255,
            home=AppPlace(guide.GUIDE.name),
            places=(AppPlace,),
            build=partial(_build_guide, parts),
            is_tab=False,
            app_pages=(guide.GUIDE,),
            keys=FIND_KEYS,
            preload=guide.PRELOAD,
            self_test=guide.SELF_TEST,
        ),
        PageKind(
            "settings",
            tr("Settings"),
            hue=255,
            home=AppPlace(settings.SETTINGS.name),
            places=(AppPlace,),
            build=partial(_build_settings, parts),
            is_tab=False,
            app_pages=(settings.SETTINGS,),
            preload=settings.PRELOAD,
            self_test=settings.SELF_TEST,
        ),
    ]


def build_welcome(
    settings: Settings, images: ImageStore, server: str, callback_address: str
) -> WelcomePage:
    """Build the welcome page, for the sign-in flow.

    Args:
        settings: the picture behind it.
        images: loads that.
        server: origin of the server to sign in to.
        callback_address: callback address to register for the OAuth application.
    """
    from osubrowser.ui.pages.welcome.page import WelcomePage

    return WelcomePage(
        server,
        callback_address,
        picture=lambda: settings.welcome_picture,
        images=images,
    )


def welcome_kind(build: Callable[[], Page]) -> PageKind:
    """Return the kind of the welcome page, which covers the others; no place opens it."""
    return PageKind(
        "welcome",
        tr("Welcome"),
        hue=333,
        home=WelcomePlace(),
        places=(),
        build=lambda _context: build(),
        is_tab=False,
    )


# Page modules are imported when the page is built, to keep them out of startup.


def _build_player(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.player.page import PlayerPage

    return PlayerPage(
        parts.account,
        parts.calls,
        parts.settings,
        context.colours,
        parts.images,
        has_page=context.has_page,
        replays=parts.replays,
        beatmaps=parts.beatmaps,
        history=parts.history,
    )


def _build_rankings(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.rankings.page import RankingsPage

    return RankingsPage(
        parts.account,
        parts.calls,
        parts.settings,
        context.colours,
        parts.images,
        has_page=context.has_page,
        history=parts.history,
    )


def _build_neighbours(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.rankings.neighbours import NeighboursPage

    return NeighboursPage(_section_parts(parts, context))


def _build_beatmaps(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.beatmaps.page import BeatmapsPage

    return BeatmapsPage(
        parts.account,
        parts.calls,
        parts.preferences,
        context.colours,
        parts.images,
        parts.beatmaps,
        has_page=context.has_page,
        history=parts.history,
    )


def _build_beatmapset(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.beatmapset.page import BeatmapsetPage

    return BeatmapsetPage(_section_parts(parts, context), open_url=open_in_browser)


def _build_score(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.score.page import ScorePage

    return ScorePage(_section_parts(parts, context))


def _section_parts(parts: PageParts, context: PageContext) -> SectionParts:
    from osubrowser.ui.sections.host import SectionParts

    return SectionParts(
        parts.account,
        parts.calls,
        parts.settings,
        parts.images,
        context.colours,
        context.has_page,
        parts.replays,
        parts.beatmaps,
        parts.history,
    )


def _build_changelog(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.changelog.list_page import ChangelogPage

    return ChangelogPage(_section_parts(parts, context))


def _build_build(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.changelog.build_page import BuildPage

    return BuildPage(_section_parts(parts, context))


def _build_comments(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.comments.page import CommentsPage

    return CommentsPage(_section_parts(parts, context))


def _build_news(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.news.list_page import NewsPage

    return NewsPage(_section_parts(parts, context))


def _build_news_post(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.news.post_page import NewsPostPage

    return NewsPostPage(_section_parts(parts, context))


def _build_packs(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.packs.list_page import PacksPage

    return PacksPage(_section_parts(parts, context))


def _build_pack(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.packs.pack_page import PackPage

    return PackPage(_section_parts(parts, context))


def _build_feeds(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.feeds.page import FeedsPage

    return FeedsPage(_section_parts(parts, context))


def _build_forum(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.forum.board_page import BoardPage

    return BoardPage(_section_parts(parts, context))


def _build_match(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.match.page import MatchPage

    return MatchPage(_section_parts(parts, context))


def _build_topic(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.forum.topic_page import TopicPage

    return TopicPage(_section_parts(parts, context))


def _build_artist(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.artist.page import ArtistPage

    return ArtistPage(_section_parts(parts, context))


def _build_replays(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.replays.page import ReplaysPage
    from osubrowser.ui.pages.replays.parts import ReplaysParts

    return ReplaysPage(
        ReplaysParts(
            parts.account,
            parts.calls,
            parts.preferences,
            parts.images,
            parts.replays,
            context.has_page,
            open_folder,
        ),
        context.colours,
    )


def _build_playback(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.playback.loading import BeatmapSources
    from osubrowser.ui.pages.playback.page import PlaybackPage

    replays = parts.replays
    sources = BeatmapSources.of_files(
        replays.beatmaps, lambda: parts.account.client, replays.find_title
    )
    page = PlaybackPage(parts.calls, parts.settings, context.colours, sources)
    parts.account.changed.connect(page.ask_title)
    return page


def _build_bookmarks(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.bookmarks.page import BookmarksPage

    return BookmarksPage(parts.library, parts.settings, context.colours)


def _build_following(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.following.page import FollowingPage

    return FollowingPage(_section_parts(parts, context), parts.history)


def _build_room(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.room.page import RoomPage

    return RoomPage(_section_parts(parts, context))


def _build_search(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.search.page import SearchPage

    return SearchPage(_section_parts(parts, context), parts.library)


def _build_guide(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.guide.page import GuidePage

    return GuidePage(parts.calls, context.colours, context.shortcuts)


def _build_settings(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.settings.page import SettingsPage
    from osubrowser.ui.pages.settings.section import SettingsParts

    return SettingsPage(
        SettingsParts(
            parts.preferences,
            parts.account,
            parts.calls,
            parts.effects,
            parts.response_cache,
            parts.images,
            parts.folders,
            context.colours,
            table=lambda: context.shortcuts,
            problem=lambda: parts.settings.problem,
            sign_out=parts.sign_out,
            open_folder=open_folder,
            replays=parts.replays,
            beatmaps=parts.beatmaps,
            updates=parts.updates,
            history=parts.history,
            open_web=parts.open_web,
            restart=parts.restart,
            text_size=parts.text_size,
        )
    )


def _build_team(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.team.page import TeamPage

    return TeamPage(_section_parts(parts, context))


def _build_wiki(parts: PageParts, context: PageContext) -> Page:
    from osubrowser.ui.pages.wiki.page import WikiPageView

    return WikiPageView(_section_parts(parts, context))

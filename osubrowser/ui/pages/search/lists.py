"""Lists of a search: what each finds, as a narrow column and as a whole page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from osubrowser.api.errors import LoginRequired
from osubrowser.models.beatmaps.listing_columns import set_columns, set_record
from osubrowser.models.beatmaps.local_filters import set_of
from osubrowser.models.search import (
    beatmapsets,
    news,
    own_replays,
    players,
    seen,
    teams,
    topics,
    wiki_pages,
)
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.services.places.places import (
    AppPlace,
    BeatmapsPlace,
    ListPlace,
    RankingsPlace,
    ThingPlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.places.urls import HOME
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.card_layout import BEATMAPSET_CARD
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists import beatmap_links, replay_links
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink, country_of

if TYPE_CHECKING:
    from osubrowser.models.search.news import NewsIndex
    from osubrowser.models.search.question import Question
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts

ALL_PLAYERS: Final = "all_players"
"""Key of the button of an empty list that clears the filters of players."""
ON_WEBSITE: Final = "on_website"
"""Key of the button that searches on osu!'s website."""
_LONGEST: Final = 60
"""Characters of the words that are repeated in a sentence."""


@dataclass(slots=True)
class SearchParts:
    """Services that the lists of a search are built with.

    Attributes:
        sections: services of all lists.
        library: bookmarks and recently seen places; None for none.
        news: the titles of news that are known.
    """

    sections: SectionParts
    library: Library | None
    news: NewsIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSpec:
    """List of a search.

    Attributes:
        mode: mode of the question that shows it as a whole.
        title: its title, such as "Players".
        spec: `(question, parts) -> list` as a whole.
        narrow: keys and widths of the columns that are shown beside other lists.
        is_local: whether it asks osu! for nothing, and follows each key press.
        is_first: whether it stands beside others before its first row has come.
        is_beside: whether it is shown beside other lists; else only as a whole.
        note: what is searched, where that is not all, and why; "" for none.
        further: label of the button beside the note.
        web_mode: the mode of the website's own search, which the button opens; "" for the listing
            of beatmaps.
    """

    mode: str
    title: str
    spec: Callable[[Question, SearchParts], ListSpec]
    narrow: tuple[tuple[str, int], ...]
    is_local: bool = False
    is_first: bool = False
    is_beside: bool = True
    note: str = ""
    further: str = tr("Search on the website")
    web_mode: str = ""

    def narrow_spec(self, question: Question, parts: SearchParts) -> ListSpec:
        """Return the list as a column beside others."""
        whole = self.spec(question, parts)
        return replace(
            whole,
            columns=partial(_narrowed, whole.columns, self.narrow),
            columns_key=f"{whole.columns_key}/narrow",
            cards=None,
            order_action=None,
        )

    def further_place(self, question: Question) -> Place:
        """Return the place that the button beside the note opens."""
        if self.web_mode:
            return self.on_website(question)
        return BeatmapsPlace((("q", question.words), ("s", "any")))

    def on_website(self, question: Question) -> WebAddress:
        """Return the address of the website's own search."""
        query = urlencode({"mode": self.web_mode, "query": question.words})
        return WebAddress(f"{HOME}/home/search?{query}")


def _narrowed(
    columns: Callable[[bool], Columns], shown: Sequence[tuple[str, int]], original: bool
) -> list[Any]:
    widths = dict(shown)
    return [
        replace(one, shown=one.key in widths, width=widths.get(one.key, one.width))
        for one in columns(original)
    ]


def describe_search(error: BaseException) -> Sentence:
    """Return the message for an error of a search."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("osu! can be searched when you are signed in."))
    return sentence


def _said(question: Question) -> str:
    return tr("“{text}”").format(text=plain(question.words, _LONGEST))


# --- players --------------------------------------------------------------------------------------


def _players(question: Question, search: SearchParts) -> ListSpec:
    parts = search.sections
    images, account = parts.images, parts.account
    me = account.me
    home = me.country_code if me is not None and me.country_code else ""
    asked = players.PlayersQuestion(question.words, question.is_active, home)

    def flag(code: str) -> str | None:
        return images.flag_url(code) if images is not None else None

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(players.load_players, asked, columns)

    action = (ALL_PLAYERS, tr("Show all players")) if question.is_active else None
    return ListSpec(
        key=f"search/user/{question.is_active}/{question.words}",
        title=tr("Players"),
        columns=lambda _original: players.player_columns(flag),
        source=source,
        record=players.player_record,
        file_stem="osu-players",
        empty=EmptyText(
            (
                tr("osu! knows no active player by {words}.")
                if question.is_active
                else tr("osu! knows no player by {words}.")
            ).format(words=_said(question)),
            action=action,
            leads_to=(RankingsPlace(), tr("See the rankings")),
        ),
        link=_player_link,
        no_link=tr("This player's account is gone."),
        describe=describe_search,
        columns_key="search/players",
        own=lambda: account.me.id if account.me is not None else None,
    )


def _player_link(user: Any, _origin: str) -> RowLink | None:  # noqa: ANN401 - the list's item
    if user.id is None:
        return None
    team = user.team
    more: tuple[tuple[str, Place], ...] = ()
    if team is not None:
        more = ((tr("Open &team"), ThingPlace("team", str(team.id))),)
    return RowLink(UserPlace(user.id), plain(user.username), country_of(user), more)


# --- beatmaps -------------------------------------------------------------------------------------


def _beatmapsets(question: Question, _parts: SearchParts) -> ListSpec:
    words = question.words

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(beatmapsets.load_found_sets, words, columns)

    return ListSpec(
        key=f"search/beatmapset/{words}",
        title=tr("Beatmaps"),
        columns=lambda original: set_columns(original=original),
        source=source,
        record=set_record,
        file_stem="osu-beatmaps",
        empty=EmptyText(
            tr("No beatmap is found with {words}.").format(words=_said(question)),
            leads_to=(BeatmapsPlace(), tr("All beatmaps, with filters")),
        ),
        link=beatmap_links.of_beatmapset,
        no_link=tr("This beatmap is not on osu! any more."),
        describe=describe_search,
        columns_key="search/beatmapsets",
        has_titles=True,
        cards=BEATMAPSET_CARD,
        beatmapset=set_of,
    )


# --- wiki, news, forum ----------------------------------------------------------------------------


def _wiki(question: Question, _parts: SearchParts) -> ListSpec:
    words = question.words

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(wiki_pages.load_wiki_pages, words, columns)

    return ListSpec(
        key=f"search/wiki_page/{words}",
        title=tr("Wiki pages"),
        columns=lambda _original: wiki_pages.wiki_columns(words),
        source=source,
        record=wiki_pages.wiki_record,
        file_stem="osu-wiki-pages",
        empty=EmptyText(
            tr("No page of the wiki has {words} in it.").format(words=_said(question)),
            leads_to=(ThingPlace("wiki", "en/Main_page"), tr("Front page of the wiki")),
        ),
        link=_wiki_link,
        describe=describe_search,
        columns_key="search/wiki",
    )


def _wiki_link(page: Any, _origin: str) -> RowLink | None:  # noqa: ANN401 - the list's item
    if not page.path:
        return None
    place = ThingPlace("wiki", f"{page.locale or 'en'}/{page.path}")
    return RowLink(place, wiki_pages.title_of(page))


def _news(question: Question, parts: SearchParts) -> ListSpec:
    words, index = question.words, parts.news

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(news.load_news, index, words, columns)

    return ListSpec(
        key=f"search/news_post/{words}",
        title=tr("News"),
        columns=lambda _original: news.news_columns(),
        source=source,
        record=news.news_record,
        file_stem="osu-news",
        empty=EmptyText(
            tr("No news post has {words} in its title.").format(words=_said(question)),
            leads_to=(ListPlace("news"), tr("All news")),
        ),
        link=_news_link,
        describe=describe_search,
        columns_key="search/news",
    )


def _news_link(post: Any, _origin: str) -> RowLink | None:  # noqa: ANN401 - the list's item
    return RowLink(ThingPlace("news", post.slug), plain(post.title)) if post.slug else None


def _topics(question: Question, _parts: SearchParts) -> ListSpec:
    words = question.words

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(topics.load_topics, words, columns)

    return ListSpec(
        key=f"search/forum_post/{words}",
        title=tr("Forum topics"),
        columns=lambda _original: topics.topic_columns(),
        source=source,
        record=topics.topic_record,
        file_stem="osu-forum-topics",
        empty=EmptyText(
            tr("None of the newest topics has {words} in its title.").format(words=_said(question)),
            tr("osu!'s API cannot search the forum, but the website can."),
            (ON_WEBSITE, tr("Search on the website")),
        ),
        link=_topic_link,
        describe=describe_search,
        columns_key="search/topics",
    )


def _topic_link(topic: Any, _origin: str) -> RowLink | None:  # noqa: ANN401 - the list's item
    more: tuple[tuple[str, Place], ...] = ()
    if topic.forum_id:
        more = ((tr("Open &board"), ThingPlace("forum", str(topic.forum_id))),)
    if topic.user_id:
        more += ((tr("Open &player"), UserPlace(topic.user_id)),)
    return RowLink(ThingPlace("topic", str(topic.id)), plain(topic.title), more=more)


# --- teams ----------------------------------------------------------------------------------------


def _teams(question: Question, _parts: SearchParts) -> ListSpec:
    words = question.words

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(teams.load_teams, words, columns)

    return ListSpec(
        key=f"search/team/{words}",
        title=tr("Teams"),
        columns=lambda _original: teams.team_columns(),
        source=source,
        record=teams.team_record,
        file_stem="osu-teams",
        empty=EmptyText(
            tr("No team is found with {words}.").format(words=_said(question)),
            tr("osu!'s API cannot search teams, but the website can."),
            (ON_WEBSITE, tr("Search on the website")),
        ),
        link=_team_link,
        describe=describe_search,
        columns_key="search/teams",
    )


def _team_link(one: teams.FoundTeam, _origin: str) -> RowLink:
    return RowLink(ThingPlace("team", str(one.team.id)), teams.team_name(one.team))


# --- this computer --------------------------------------------------------------------------------


def _seen(question: Question, parts: SearchParts) -> ListSpec:
    words, library = question.words, parts.library

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        async def fetch(_cursor: object | None) -> RowsPage:
            found = seen.find_seen(library, words) if library is not None else []
            return await loader.compute(seen.seen_page, found, words, columns)

        return CursorSource(fetch)

    return ListSpec(
        key=f"search/seen/{words}",
        title=tr("Bookmarks and recently seen"),
        columns=lambda _original: seen.seen_columns(),
        source=source,
        record=seen.seen_record,
        file_stem="osu-seen",
        empty=EmptyText(
            tr("Nothing that you saw lately or bookmarked has {words} in it.").format(
                words=_said(question)
            ),
            leads_to=(AppPlace("recent"), tr("All that was seen")),
        ),
        link=lambda item, _origin: RowLink(item.place, item.title),
        columns_key="search/seen",
    )


def _replays(question: Question, parts: SearchParts) -> ListSpec:
    words, replays = question.words, parts.sections.replays

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        async def fetch(_cursor: object | None) -> RowsPage:
            await loader.compute(own_replays.import_library)  # on a worker: that takes a while
            records = replays.library.records() if replays is not None else []
            return await loader.compute(own_replays.replays_page, records, words, columns)

        return CursorSource(fetch)

    return ListSpec(
        key=f"search/replay/{words}",
        title=tr("Your replays"),
        columns=own_replays.replay_columns,
        source=source,
        record=own_replays.replay_record,
        file_stem="osu-replays",
        empty=EmptyText(
            tr("None of the replays on this computer has {words} in it.").format(
                words=_said(question)
            ),
            leads_to=(AppPlace("replay-library"), tr("Replay library")),
        ),
        link=replay_links.link_of,
        no_link=tr("This file has no path that can be opened."),
        columns_key="search/replays",
        has_titles=True,
    )


RESULTS: Final[tuple[ResultSpec, ...]] = (
    ResultSpec(
        mode="seen",
        title=tr("Seen here"),
        spec=_seen,
        narrow=(("title", 170), ("kind", 86)),
        is_local=True,
    ),
    ResultSpec(
        mode="user",
        title=tr("Players"),
        spec=_players,
        narrow=(("player", 200), ("flag", 38)),
        is_first=True,
        web_mode="user",
    ),
    ResultSpec(
        mode="beatmapset",
        title=tr("Beatmaps"),
        spec=_beatmapsets,
        narrow=(("title", 172), ("status", 84)),
        is_first=True,
        note=tr("Sets of any status, by relevance. The listing of beatmaps has all filters."),
        further=tr("Filter further"),
    ),
    ResultSpec(
        mode="wiki_page",
        title=tr("Wiki"),
        spec=_wiki,
        narrow=(("title", 140), ("excerpt", 110)),
        web_mode="wiki_page",
    ),
    ResultSpec(
        mode="news_post",
        title=tr("News"),
        spec=_news,
        narrow=(("title", 150), ("published", 98)),
        note=tr("Titles and authors are searched: osu!'s API cannot search the texts of news."),
        web_mode="news_post",
    ),
    ResultSpec(
        mode="team",
        title=tr("Teams"),
        spec=_teams,
        narrow=(("flag", 52), ("name", 190)),
        note=tr("osu!'s API cannot search teams: these are of found players and of rankings."),
        web_mode="team",
    ),
    ResultSpec(
        mode="replay",
        title=tr("Replays"),
        spec=_replays,
        narrow=(("title", 140), ("player", 70), ("grade", 46)),
        is_local=True,
    ),
    ResultSpec(
        mode="forum_post",
        title=tr("Forum"),
        spec=_topics,
        narrow=(("title", 250),),
        is_beside=False,
        note=tr("osu!'s API cannot search the forum: these are titles of the newest topics."),
        web_mode="forum_post",
    ),
)
"""Lists of a search, in their order from left to right."""

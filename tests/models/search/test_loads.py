"""What a search finds: on the embedded server, and in the recorded answer of osu!."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from osubrowser.api import Client
from osubrowser.api.entities.users import UserCompact
from osubrowser.demo.world.world import World
from osubrowser.models.beatmaps.listing_columns import set_columns
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
from osubrowser.models.search.players import CountryFilter, PlayersQuestion
from osubrowser.models.search.ranking import is_exact
from osubrowser.models.table.column import Column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.library.bookmarks import Bookmarks
from osubrowser.services.library.recently_seen import RecentlySeen
from osubrowser.services.places.places import ListPlace, UserPlace
from osubrowser.services.places.urls import parse
from osubrowser.services.replays.records import BeatmapTitle, ReplayRecord
from tests.conftest import Server, raw_answer
from tests.models.scores.test_columns import connect

COLUMNS = players.player_columns(lambda code: f"flag:{code}")


@pytest.fixture(scope="module")
def client(serve_demo: Callable[..., Server]) -> Iterator[Client]:
    """A client of the embedded server, signed in as a guest."""
    with ExitStack() as stack:
        yield stack.enter_context(connect(serve_demo(stack)))


def texts(page: RowsPage, columns: tuple[Column[Any], ...]) -> list[dict[str, str]]:
    keys = [one.key for one in columns]
    return [dict(zip(keys, row.texts, strict=True)) for row in page.rows]


def pages(load: Callable[[Any], RowsPage], most: int = 30) -> list[RowsPage]:
    found, cursor = [], None
    for _ in range(most):
        found.append(load(cursor))
        cursor = found[-1].next
        if cursor is None:
            break
    return found


# --- players --------------------------------------------------------------------------------------


def test_players_come_by_pages_of_20_up_to_100(client: Client) -> None:
    asked = PlayersQuestion("a")
    loaded = pages(lambda cursor: players.load_players(client, asked, COLUMNS, cursor))
    assert [len(page.rows) for page in loaded] == [20] * 5
    assert {page.total for page in loaded} == {100}
    rows = [row for page in loaded for row in page.rows]
    assert [row.number for row in rows] == list(range(1, 101))
    assert len({row.id for row in rows}) == 100


def test_the_player_of_a_former_name_is_the_first(client: Client, demo_world: World) -> None:
    accounts = demo_world.accounts
    names = (old for one in range(2000) for old in accounts.previous_names(one))
    found = ((old, client.user(old, key="username")) for old in names)
    old, now = next((old, user) for old, user in found if not is_exact(old, [user.username]))
    page = players.load_players(client, PlayersQuestion(old.upper()), COLUMNS)
    first = page.rows[0]
    assert first.id == now.id
    assert texts(page, COLUMNS)[0]["player"] == now.username
    assert old in texts(page, COLUMNS)[0]["former"]
    assert page.total is not None
    assert page.total >= len(page.rows)


def test_active_players_only(client: Client) -> None:
    page = players.load_players(client, PlayersQuestion("a", is_active=True), COLUMNS)
    assert page.rows
    assert all(row.item.is_active for row in page.rows)


def test_players_of_other_countries_are_hidden_and_countries_are_counted(client: Client) -> None:
    rows = players.load_players(client, PlayersQuestion("a"), COLUMNS).rows
    code = rows[0].item.country_code
    reasons = CountryFilter(code).reasons(rows)
    same = sum(row.item.country_code == code for row in rows)
    assert reasons.count(0) == same
    assert (code, players.country_of(rows[0].item), str(same)) in players.countries_of(rows)


def test_a_player_without_anything_is_a_row() -> None:
    nobody = UserCompact()
    columns = {one.key: one.text(nobody, 1) for one in COLUMNS}
    assert columns["state"] == columns["former"] == columns["flag"] == columns["player"] == ""
    deleted = UserCompact(username="[deleted user]", is_deleted=True)
    assert players.state_of(deleted) == "deleted"
    assert players.state_of(UserCompact(is_bot=True, is_online=True)) == "bot, online"


@pytest.mark.answers
def test_every_figure_of_the_recorded_answer(recorded_server: Server) -> None:
    sent = raw_answer("v2/search_200.json")
    user = sent["user"]["data"][0]
    name = user["username"]
    columns = wiki_pages.wiki_columns(name)
    with connect(recorded_server) as client:
        page = players.load_players(client, PlayersQuestion(name), COLUMNS)
        wiki = wiki_pages.load_wiki_pages(client, name, columns)
    said = texts(page, COLUMNS)[0]
    assert (page.rows[0].id, said["player"]) == (user["id"], user["username"])
    picture, sent_picture = page.rows[0].pictures[0] or "", user["avatar_url"]
    assert picture.rpartition("/")[2] == sent_picture.rpartition("/")[2]
    assert said["flag"] == user["country_code"]
    assert said["state"] == "active"
    assert said["last_visit"] == "3 Jul 2026, 08:55"
    assert said["supporter"] == "yes"
    exported = players.player_record(page.rows[0]) | {"avatar_url": sent_picture}
    assert exported == {key: user[key] for key in exported}
    assert wiki.total == sent["wiki_page"]["total"]
    by_path = {one["path"]: one for one in sent["wiki_page"]["data"]}
    assert {row.item.path for row in wiki.rows} == set(by_path)
    for row, line in zip(wiki.rows, texts(wiki, columns), strict=True):
        one = by_path[row.item.path]
        assert line["title"] == one["title"]
        assert line["path"] == one["path"].replace("_", " ")
        assert line["locale"] == one["locale"]
        assert line["tags"] == ", ".join(one["tags"])
    assert wiki.rows[0].texts[0].casefold() == name.casefold(), "the exact title is the first"


# --- beatmaps, wiki, news, forum, teams -----------------------------------------------------------


def test_sets_of_exactly_this_title_come_first(client: Client) -> None:
    columns = set_columns(original=False)
    some = beatmapsets.load_found_sets(client, "ar>=0", columns)
    title = some.rows[20].item.title
    page = beatmapsets.load_found_sets(client, title.lower(), columns)
    assert page.rows[0].item.title.casefold() == title.casefold()
    assert some.next is not None
    more = beatmapsets.load_found_sets(client, "ar>=0", columns, some.next)
    assert more.rows[0].number == len(some.rows) + 1
    assert not {row.id for row in some.rows} & {row.id for row in more.rows}


def test_wiki_pages_have_a_part_of_their_text(client: Client) -> None:
    columns = wiki_pages.wiki_columns("servers")
    page = wiki_pages.load_wiki_pages(client, "servers", columns)
    assert page.rows
    assert any("servers" in line["excerpt"].casefold() for line in texts(page, columns))


@pytest.mark.parametrize(
    ("markdown", "words", "said"),
    [
        ("---\ntitle: x\n---\n# A\n\nThe [pp](/wiki/pp) *counts*.", "pp", "A The pp counts ."),
        ("![img](a.png) <b>bold</b> | cell |", "", "img bold cell"),
        ("", "x", ""),
        ("| a | b |\n| :-- | :-: |\n| 1 | 2 |", "1", "a b 1 2"),
        (f"{'word ' * 40}needle in it", "NEEDLE", None),
    ],
)
def test_excerpts_are_without_markup(markdown: str, words: str, said: str | None) -> None:
    text = wiki_pages.excerpt(markdown, words)
    if said is not None:
        assert text == said
    else:
        assert text.startswith("… ")
        assert "needle in it" in text
    assert len(text) <= 220


def test_news_are_found_by_title_and_each_year_is_asked_for_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, columns = news.NewsIndex(), news.news_columns()
    asked: list[int | None] = []
    real = client.news_listing

    def listing(**given: Any) -> Any:
        asked.append(given.get("year"))
        return real(**given)

    monkeypatch.setattr(client, "news_listing", listing)
    loaded = pages(lambda cursor: news.load_news(client, index, "updates", columns, cursor))
    rows = [row for page in loaded for row in page.rows]
    assert rows
    assert all("updates" in row.texts[0].casefold() for row in rows)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    years = index.years(client)
    assert len(asked) == len(years), "the first answer has the present year, too"
    assert len(loaded) == -(-len(years) // news.YEARS_AT_ONCE)
    pages(lambda cursor: news.load_news(client, index, "no such words", columns, cursor))
    assert len(asked) == len(years)


def test_topics_are_looked_through_by_their_titles(client: Client) -> None:
    columns = topics.topic_columns()
    first = client.forum_topic_listing().topics[3]
    page = topics.load_topics(client, first.title.upper(), columns)
    assert page.rows[0].item.id == first.id
    assert page.goes_on
    nothing = topics.load_topics(client, "no such words at all", columns)
    assert nothing.rows == []
    assert nothing.next is not None
    later = topics.load_topics(client, "a", columns, nothing.next)
    assert later.rows[0].number == 1


def test_teams_are_those_of_players_and_of_the_ranking(client: Client) -> None:
    columns = teams.team_columns()
    row = next(one for one in client.ranking("osu", "team").ranking if one.team is not None)
    team = row.team
    assert team is not None
    page = teams.load_teams(client, team.name, columns)
    first = page.rows[0].item
    assert first.team.id == team.id
    assert teams.is_named(team.name, first)
    said = texts(page, columns)[0]
    assert said["name"] == team.name
    assert said["members"] == f"{row.member_count:,}"
    exported = teams.team_record(page.rows[0])
    assert exported["performance"] == row.performance
    assert exported["short_name"] == team.short_name
    of_players = teams.load_teams(client, "a", columns)
    assert any(one.item.members for one in of_players.rows)


# --- this computer --------------------------------------------------------------------------------


def test_bookmarks_and_visits_are_found_once_each() -> None:
    bookmarks, recent = Bookmarks(), RecentlySeen()
    bookmarks.add(UserPlace(2), "peppy", "the one")
    recent.saw(UserPlace(2), "peppy")
    recent.saw(UserPlace(3), "peppyfan")
    recent.saw(UserPlace(4), "another")
    recent.saw(ListPlace("search", (("query", "Peppy"),)), "Search: Peppy")
    library: Any = SimpleNamespace(
        bookmarks=bookmarks, recent=recent, place_of=lambda entry: parse(entry.address)
    )
    columns = seen.seen_columns()
    found = seen.find_seen(library, "pep")
    page = seen.seen_page(found, "peppyfan", columns, lambda: datetime(2026, 1, 1, tzinfo=UTC))
    said = [(line["title"], line["kind"], line["from"]) for line in texts(page, columns)]
    assert said == [
        ("peppyfan", "Player", "Seen lately"),
        ("peppy", "Player", "Bookmarks"),
        ("Search: Peppy", "Search", "Seen lately"),
    ]
    assert [one.item.place for one in page.rows][:2] == [UserPlace(3), UserPlace(2)]
    assert seen.seen_record(page.rows[1])["is_bookmark"] is True
    own = [place for _, place in seen.find_seen(library, "peppy")]
    assert ListPlace("search", (("query", "Peppy"),)) not in own, "the search itself is left out"


def test_replays_are_found_by_player_song_and_file() -> None:
    song = BeatmapTitle(artist="xi", title="FREEDOM DiVE", difficulty="FOUR DIMENSIONS")
    records = [
        ReplayRecord(file="/r/a.osr", player="Cookiezi", beatmap=song),
        ReplayRecord(file="/r/best of Cookiezi.osr", problem="damaged"),
        ReplayRecord(file="/r/c.osr", player="other"),
    ]
    columns = cast("Any", own_replays.replay_columns(False))
    by_player = own_replays.replays_page(records, "COOKIEZI", columns)
    assert {row.item.file for row in by_player.rows} == {"/r/a.osr", "/r/best of Cookiezi.osr"}
    both = own_replays.replays_page(records, "cookiezi dimensions", columns)
    assert [row.item.file for row in both.rows] == ["/r/a.osr"]
    assert own_replays.replays_page(records, "nothing of it", columns).rows == []

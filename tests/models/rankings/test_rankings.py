"""Rankings from the recorded server: the figures of every type, exactly as osu! sent them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.client import Client
from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.api.entities.countries import Country, CountryStatistics
from osubrowser.api.entities.rankings import Spotlight
from osubrowser.api.entities.teams import Team, TeamStatistics
from osubrowser.api.entities.users import (
    Kudosu,
    UserCompact,
    UserGradeCounts,
    UserStatistics,
)
from osubrowser.api.errors import NotFound
from osubrowser.models.rankings.load import load_countries, load_page, load_spotlights
from osubrowser.models.rankings.rankings import columns_of, identity_of, knows_change
from osubrowser.models.rankings.records import record
from osubrowser.models.rankings.spotlights import SpotlightInfo, beatmap_card, spotlight_info
from osubrowser.models.table.column import Column, Row, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import hours
from osubrowser.services.places.places import RANKING_TYPES, RankingsPlace
from osubrowser.services.text.numerals import NOTHING, figure, whole
from tests.conftest import ANSWERS, Server


def flag(code: str) -> str | None:
    return f"flag/{code}"


@pytest.fixture
def client(recorded_server: Server) -> Iterator[Client]:
    server = recorded_server
    with Client(
        server.client_id,
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        yield client


def recorded(name: str) -> dict[str, Any]:
    body: dict[str, Any] = json.loads((ANSWERS / "v2" / name).read_text())
    return body


def load(client: Client, place: RankingsPlace, number: int = 1) -> RowsPage:
    return load_page(client, place, number, columns_of(place, flag), original=True)


def cells(place: RankingsPlace, row: Row[Any]) -> dict[str, str]:
    keys = [column.key for column in columns_of(place, flag)]
    return dict(zip(keys, row.texts, strict=True))


def rows_of(place: RankingsPlace, *items: Any) -> list[Row[Any]]:
    return make_rows(columns_of(place, flag), items, identity=identity_of(place))


def column(place: RankingsPlace, key: str) -> Column[Any]:
    return next(c for c in columns_of(place, flag) if c.key == key)


# --- what is recorded ------------------------------------------------------------------------


def test_the_first_page_of_the_real_ranking_has_every_name_and_figure(client: Client) -> None:
    place = RankingsPlace()
    page = load(client, place)
    sent = recorded("get_rankings_200.json")["ranking"]
    assert page.total == 10_000
    assert page.next is not None
    assert len(page.rows) == len(sent) == 50
    for number, (row, entry) in enumerate(zip(page.rows, sent, strict=True), start=1):
        shown = cells(place, row)
        grades = entry["grade_counts"]
        assert shown["rank"] == f"#{number}"
        assert shown["player"] == entry["user"]["username"]
        assert shown["flag"] == entry["user"]["country_code"]
        assert shown["team"] == ((entry["user"].get("team") or {}).get("short_name") or "")
        assert shown["accuracy"] == f"{entry['hit_accuracy']:.4f}%"
        assert shown["play_count"] == f"{entry['play_count']:,}"
        assert shown["pp"] == f"{entry['pp']:,.2f}"
        assert shown["ranked_score"] == f"{entry['ranked_score']:,}"
        assert shown["total_score"] == f"{entry['total_score']:,}"
        assert shown["ss"] == f"{grades['ss'] + grades['ssh']:,}"
        assert shown["s"] == f"{grades['s'] + grades['sh']:,}"
        assert shown["a"] == f"{grades['a']:,}"


def test_the_first_row_is_what_the_eye_should_see(client: Client) -> None:
    user = recorded("get_rankings_200.json")["ranking"][0]["user"]
    shown = cells(RankingsPlace(), load(client, RankingsPlace()).rows[0])
    assert shown == {
        "rank": "#1",
        "change": "1",
        "flag": "RU",
        "team": user["team"]["short_name"],
        "player": user["username"],
        "accuracy": "97.6393%",
        "play_count": "207,556",
        "pp": "34,893.50",
        "ranked_score": "30,351,325,119",
        "total_score": "465,342,303,870",
        "ss": "23",
        "s": "394",
        "a": "1,531",
        "level": "104.38",
        "play_time": "2,481 h 10 m",
        "total_hits": "60,604,861",
        "maximum_combo": "4,024",
        "replays_watched": "38,569",
    }


def test_a_page_after_the_last_recorded_one_is_empty_and_the_last(client: Client) -> None:
    page = load(client, RankingsPlace(), 2)
    assert page.rows == []
    assert page.next is None


def test_countries_carry_totals_and_averages(client: Client) -> None:
    place = RankingsPlace("taiko", "country")
    page = load(client, place)
    assert page.total == 234
    assert cells(place, page.rows[0]) == {
        "rank": "#1",
        "flag": "JP",
        "country": "Japan",
        "active_users": "500,311",
        "play_count": "62,032,088",
        "ranked_score": "3,676,844,462,472",
        "average_score": "7,349,118",
        "performance": "26,097,471",
        "average_performance": "52.16",
    }


def test_mania_by_score_shows_the_global_rank_and_no_change(client: Client) -> None:
    place = RankingsPlace("mania", "score")
    shown = cells(place, load(client, place).rows[0])
    sent = recorded("rankings_mania_score.json")["ranking"][0]
    assert shown["player"] == sent["user"]["username"]
    assert shown["ranked_score"] == "97,597,515,647"
    assert shown["global_rank"] == "#11,160"
    assert shown["pp"] == "5,644.24"
    assert "change" not in shown


def test_a_spotlight_comes_with_its_name_and_its_beatmaps(client: Client) -> None:
    place = RankingsPlace("osu", "charts")
    page = load(client, place)
    assert len(page.rows) == page.total == 40
    assert page.next is None
    info = page.extra
    assert isinstance(info, SpotlightInfo)
    sent = recorded("rankings_osu_charts.json")
    assert info.name == sent["spotlight"]["name"]
    count = len(sent["beatmapsets"])
    assert info.about == f"9 Apr 2020 – 25 Jun 2020 · 26,085 players · {count} beatmaps"
    assert [(card.title, card.artist) for card in info.cards] == [
        (each["title_unicode"], each["artist_unicode"]) for each in sent["beatmapsets"]
    ]
    assert info.cards[0].stars == (2.13, 3.47, 4.46, 5.88, 6.17)
    shown = cells(place, page.rows[0])
    assert shown["player"] == sent["ranking"][0]["user"]["username"]
    assert shown["ranked_score"] == "1,589,770,306"
    assert shown["ss"] == "0"


def test_the_countries_to_choose_from_are_all_that_are_ranked(client: Client) -> None:
    countries = load_countries(client, "taiko")
    assert countries[0] == ("JP", "Japan", "500,311")
    assert len(countries) == 50
    assert len({code for code, _, _ in countries}) == 50


def test_spotlights_to_choose_from_have_names_and_dates(client: Client) -> None:
    sent = recorded("get_spotlights_200.json")["spotlights"]
    spotlights = load_spotlights(client)
    assert [name for _, name, _ in spotlights] == [each["name"] for each in sent]
    assert spotlights[0] == (276, sent[0]["name"], "Apr 2020")


def test_a_ranking_that_is_not_there_is_an_error_and_not_an_empty_list(client: Client) -> None:
    with pytest.raises(NotFound):
        load(client, RankingsPlace(type="kudosu"))


# --- what is not recorded --------------------------------------------------------------------


@pytest.mark.parametrize("kind", RANKING_TYPES)
def test_columns_have_names_of_their_own_and_can_all_be_sorted_by(kind: str) -> None:
    columns = columns_of(RankingsPlace(type=kind), flag)
    keys = [column.key for column in columns]
    assert len(keys) == len(set(keys))
    assert keys[0] == "rank"
    assert all(column.title and column.sort for column in columns)


def test_an_entry_of_defaults_and_nulls_still_makes_a_row() -> None:
    for kind, item in (
        ("performance", UserStatistics()),
        ("score", UserStatistics(user=UserCompact())),
        ("charts", UserStatistics(user=UserCompact(team=Team(id=1)))),
        ("country", CountryStatistics(code="ZZ")),
        ("team", TeamStatistics(team_id=7)),
        ("kudosu", UserCompact()),
    ):
        place = RankingsPlace(type=kind)
        columns = columns_of(place, flag)
        row = make_rows(columns, [item], identity=identity_of(place))[0]
        assert all(isinstance(text, str) for text in row.texts)
        for each in columns:
            row.sort_key(each)
            if each.tooltip is not None:
                assert isinstance(each.tooltip(item), str)
        assert record(place, row)["rank"] == 1


def test_what_osu_did_not_send_is_a_dash_and_not_a_zero() -> None:
    place = RankingsPlace("osu", "score")
    shown = cells(place, rows_of(place, UserStatistics())[0])
    assert shown["pp"] == shown["global_rank"] == shown["play_time"] == NOTHING


@pytest.mark.parametrize(
    ("change", "text", "tone", "words"),
    [
        (-3, "3", 1, "Up 3 since 30 days ago"),
        (12_345, "12,345", -1, "Down 12,345 since 30 days ago"),
        (0, "", 0, "The same rank as 30 days ago"),
        (None, "", 0, "No rank 30 days ago"),
    ],
)
def test_a_smaller_rank_is_a_rise(change: int | None, text: str, tone: int, words: str) -> None:
    place = RankingsPlace()
    item = UserStatistics(rank_change_since_30_days=change)
    row = rows_of(place, item)[0]
    index = [c.key for c in columns_of(place, flag)].index("change")
    assert (row.texts[index], row.tones[index]) == (text, tone)
    shown = column(place, "change").tooltip
    assert shown is not None
    assert shown(item) == words


@pytest.mark.parametrize(
    "place",
    [
        RankingsPlace(country="JP"),
        RankingsPlace("mania", variant="4k"),
        RankingsPlace(filter="friends"),
        RankingsPlace(type="score"),
    ],
)
def test_the_change_is_only_shown_where_osu_tells_it(place: RankingsPlace) -> None:
    assert not knows_change(place)
    keys = [c.key for c in columns_of(place, flag)]
    assert "change" not in keys
    assert "global_rank" in keys


def test_silver_and_gold_count_together_and_the_tooltip_tells_them_apart() -> None:
    place = RankingsPlace()
    item = UserStatistics(grade_counts=UserGradeCounts(ss=1_200, ssh=34, s=-1, sh=5, a=6))
    shown = cells(place, rows_of(place, item)[0])
    assert (shown["ss"], shown["s"], shown["a"]) == ("1,234", "5", "6")
    words = column(place, "ss").tooltip
    assert words is not None
    assert words(item) == "34 silver, 1,200 gold"


def test_players_who_are_gone_are_rows_of_their_own() -> None:
    place = RankingsPlace()
    gone = [
        UserStatistics(user=UserCompact(username="[deleted user]", is_deleted=True))
        for _ in range(2)
    ]
    first, second = rows_of(place, *gone)
    assert first.id != second.id


def test_figures_beyond_all_measure_are_still_a_row() -> None:
    huge = CountryStatistics(code="JP", active_users=3, ranked_score=10**400, performance=1e308)
    place = RankingsPlace(type="country")
    (row,) = make_rows(columns_of(place, flag), [huge], identity=identity_of(place))
    average = [column.key for column in columns_of(place, flag)].index("average_score")
    assert row.texts[average] == NOTHING
    assert max(map(len, row.texts)) <= 256


def test_kudosu_pages_go_on_to_the_twentieth() -> None:
    place = RankingsPlace(type="kudosu")

    class Kudos:
        def kudosu_ranking(self, page: int) -> Any:
            from osubrowser.api.entities.rankings import KudosuRanking

            return KudosuRanking(
                ranking=[
                    UserCompact(
                        id=page * 100 + n,
                        username=f"p{n}",
                        kudosu=Kudosu(available=n, total=2_000 - n),
                    )
                    for n in range(50)
                ]
            )

    client: Any = Kudos()
    first, last = load(client, place), load(client, place, 20)
    assert first.total == 1_000
    assert first.next == 2
    assert last.next is None
    assert last.rows[-1].number == 1_000
    assert cells(place, first.rows[1])["total"] == "1,999"


def test_names_are_made_safe_to_show() -> None:
    place = RankingsPlace()
    item = UserStatistics(user=UserCompact(id=1, username="evil\u202egnp\n\x1b[31m"))
    shown = cells(place, rows_of(place, item)[0])["player"]
    assert shown.isprintable()
    assert "\u202e" not in shown


def test_rows_are_exported_with_plain_figures_under_the_names_of_the_api() -> None:
    place = RankingsPlace()
    item = UserStatistics(
        user=UserCompact(
            id=2,
            username="peppy",
            country_code="AU",
            country=Country(code="AU", name="Australia"),
            team=Team(id=1, name="mom?", short_name="mom?"),
        ),
        pp=34_893.5,
        hit_accuracy=97.6393,
        accuracy=0.976392996,
        total_score=465_342_303_870,
    )
    made = record(place, rows_of(place, item)[0])
    assert made["rank"] == 1
    assert made["username"] == "peppy"
    assert made["country"] == "Australia"
    assert made["pp"] == 34_893.5
    assert (made["hit_accuracy"], made["accuracy"]) == (97.6393, 0.976392996)
    assert made["total_score"] == 465_342_303_870
    assert made["team"] == "mom?"
    assert list(made)[:3] == ["rank", "user_id", "username"]


def test_every_record_of_a_list_has_the_same_names() -> None:
    place = RankingsPlace()
    rows = rows_of(place, UserStatistics(), UserStatistics(user=UserCompact(id=1)))
    made = [record(place, row) for row in rows]
    assert list(made[0]) == list(made[1])


def test_a_card_without_names_covers_or_difficulties_is_still_a_card() -> None:
    card = beatmap_card(Beatmapset(id=5), "osu")
    assert card.title == "Beatmap 5"
    assert card.beatmap is None
    assert card.stars == ()
    assert card.cover is None


def test_a_spotlight_without_dates_has_no_stray_separators() -> None:
    info = spotlight_info(Spotlight(id=9, name="x"), [], "osu")
    assert info is not None
    assert info.about == ""
    half = Spotlight(id=9, end_date=datetime(2020, 6, 25, tzinfo=UTC), participant_count=3)
    info = spotlight_info(half, None, "osu")
    assert info is not None
    assert info.name == "Spotlight 9"
    assert info.about == "25 Jun 2020 · 3 players"


@pytest.mark.parametrize(
    ("write", "value", "words"),
    [
        (whole, 465_342_303_870, "465,342,303,870"),
        (whole, None, NOTHING),
        (figure, 26_097_471.0, "26,097,471"),
        (figure, 12.345, "12.35"),
        (figure, None, NOTHING),
        (hours, 8_932_244, "2,481 h 10 m"),
        (hours, 59, "0 h 00 m"),
        (hours, None, NOTHING),
    ],
)
def test_figures_are_grouped_and_exact(
    write: Callable[[Any], str],
    value: float | None,
    words: str,
) -> None:
    assert write(value) == words

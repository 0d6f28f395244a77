"""Lists of scores: what the recorded server sent is what rows say; lists end where they do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.client import Client
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.scores import Grade, Score, Weight
from osubrowser.api.mods import Mod
from osubrowser.models.players.profile import profile_of
from osubrowser.models.players.records import score_record
from osubrowser.models.scores.columns import (
    MOST_BEST,
    SCORE_LISTS,
    hits,
    load_scores,
    score_columns,
    score_identity,
    weighted_pp,
)
from osubrowser.models.table.column import Row, make_rows
from osubrowser.models.table.offset_pages import load_from
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import ANSWERS, Server

PLAYER = 12092800  # a landmark of the demo: it has 200 best scores


def connect(server: Server) -> Client:
    return Client(
        server.client_id,
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
    )


@pytest.fixture
def client(recorded_server: Server) -> Iterator[Client]:
    with connect(recorded_server) as client:
        yield client


@pytest.fixture
def demo(demo_server: Server) -> Iterator[Client]:
    with connect(demo_server) as client:
        yield client


def recorded(name: str) -> list[dict[str, Any]]:
    body: list[dict[str, Any]] = json.loads((ANSWERS / "v2" / name).read_text())
    return body


def cells(row: Row[Any], list_: str = "best") -> dict[str, str]:
    keys = [column.key for column in score_columns(list_, original=True)]
    return dict(zip(keys, row.texts, strict=True))


def tones(row: Row[Any], list_: str = "best") -> dict[str, int]:
    keys = [column.key for column in score_columns(list_, original=True)]
    return dict(zip(keys, row.tones, strict=True))


def row_of(score: Score, list_: str = "best", *, original: bool = True) -> Row[Any]:
    columns = score_columns(list_, original=original)
    return make_rows(columns, [score], identity=score_identity)[0]


# --- what is recorded ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("list_", "file"),
    [
        ("best", "get_user_bests_200.json"),
        ("firsts", "multiple_score_taiko_bests.json"),
        ("pinned", "multiple_score_taiko_bests.json"),
    ],
)
def test_each_recorded_score_is_told_as_it_was_sent(client: Client, list_: str, file: str) -> None:
    columns = score_columns(list_, original=True)
    rows = load_scores(client, 2, list_, "osu", columns, 0).rows
    sent = recorded(file)
    assert len(rows) == len(sent) == 5
    for row, score in zip(rows, sent, strict=True):
        shown = cells(row, list_)
        beatmap, beatmapset = score["beatmap"], score["beatmapset"]
        letters = {"XH": "SS", "X": "SS", "SH": "S"}.get(score["rank"], score["rank"])
        assert shown["grade"] == letters
        assert shown["title"] == f"{beatmapset['title_unicode']} by {beatmapset['artist_unicode']}"
        assert shown["difficulty"] == beatmap["version"]
        assert shown["stars"] == f"{beatmap['difficulty_rating']:.2f}"
        assert shown["mods"] == ", ".join(score["mods"])
        assert shown["accuracy"] == f"{score['accuracy'] * 100:.2f}%"
        assert shown["combo"] == f"{score['max_combo']:,}x"
        assert shown["pp"] == f"{score['pp']:,.2f}"
        assert shown["score"] == f"{score['score']:,}"
        assert shown["misses"] == str(score["statistics"]["count_miss"])
        assert shown["status"] == beatmap["status"]
        assert shown["mapper"] == beatmapset["creator"]
        ended = datetime.fromisoformat(score["created_at"])
        assert shown["date"] == f"{ended.day} {ended:%b} {ended.year}"
        assert shown["replay"] == ("yes" if score["replay"] else "")
        said = tones(row, list_)
        assert said["replay"] == int(score["replay"])
        assert said["grade"] == int(score["rank"] in ("XH", "SH"))
        assert said["stars"] == said["difficulty"] == round(beatmap["difficulty_rating"] * 100)
        assert shown["title"][: said["title"]] == beatmapset["title_unicode"]


def test_best_scores_have_their_weight_and_what_is_left_of_their_pp(client: Client) -> None:
    columns = score_columns("best", original=True)
    rows = load_scores(client, 2, "best", "osu", columns, 0).rows
    for row, score in zip(rows, recorded("get_user_bests_200.json"), strict=True):
        shown = cells(row)
        assert shown["weighted"] == f"{score['weight']['pp']:,.2f}"
        assert shown["weight"] == f"{score['weight']['percentage']:.0f}%"


def test_lists_without_weights_show_the_score_in_their_place() -> None:
    for list_ in SCORE_LISTS:
        columns = {column.key: column for column in score_columns(list_, original=False)}
        assert ("weighted" in columns) == (list_ == "best")
        assert columns["score"].shown == (list_ != "best")


def test_a_player_without_plays_of_late_has_an_empty_list(client: Client) -> None:
    columns = score_columns("recent", original=True)
    page = load_scores(client, 2, "recent", "osu", columns, 0, with_fails=True)
    assert page.rows == []
    assert page.next is None


# --- how far it goes -------------------------------------------------------------------------


def test_all_best_scores_of_a_player_come_in_as_few_questions_as_they_can(demo: Client) -> None:
    columns = score_columns("best", original=False)
    count = demo.user(PLAYER).scores_best_count
    assert count == MOST_BEST
    rows: list[Row[Any]] = []
    offset: Any = 0
    while offset is not None:
        page = load_scores(demo, PLAYER, "best", "osu", columns, offset, count=count)
        rows += page.rows
        offset = page.next
    assert len({row.id for row in rows}) == len(rows) == MOST_BEST
    assert [row.number for row in rows] == list(range(1, MOST_BEST + 1))
    pp = [row.item.pp for row in rows]
    assert pp == sorted(pp, reverse=True)
    assert all(row.item.mode == "osu" for row in rows)


@pytest.mark.parametrize(
    ("sizes", "count", "short_ends", "asked"),
    [
        pytest.param([4, 4, 2], 10, False, [0, 4, 8], id="the count tells the end"),
        pytest.param([4, 3, 2], 10, False, [0, 4, 8], id="one that is gone in the middle"),
        pytest.param([3], None, True, [0], id="short ends"),
        pytest.param([3], None, False, [0, 4], id="short does not end"),
        pytest.param([3], 8, False, [0, 4], id="a count that is too high"),
        pytest.param([2], 0, False, [0], id="a count that is too low"),
        pytest.param([], 3, False, [0], id="nothing at all"),
    ],
)
def test_a_list_ends_where_the_server_ends_it(
    sizes: list[int], count: int | None, short_ends: bool, asked: list[int]
) -> None:
    seen: list[int] = []

    def ask(_client: Any, *, limit: int, offset: int) -> Sequence[Score]:
        seen.append(offset)
        page = offset // limit
        return [Score(id=offset + n + 1) for n in range(sizes[page] if page < len(sizes) else 0)]

    columns, offset = score_columns("best", original=True), 0
    nobody: Any = None
    while offset is not None:
        page = load_from(
            nobody, ask, columns, score_identity, offset, count=count, short_ends=short_ends, size=4
        )
        after: Any = page.next
        offset = after
    assert seen == asked


# --- single things ---------------------------------------------------------------------------


def test_titles_are_romanised_or_original() -> None:
    beatmapset = Beatmapset(
        id=1, title="Koe", title_unicode="声", artist="Kohaku", artist_unicode="琥珀"
    )
    score = Score(id=1, beatmapset=beatmapset)
    assert cells(row_of(score, original=True))["title"] == "声 by 琥珀"
    assert cells(row_of(score, original=False))["title"] == "Koe by Kohaku"


def test_mods_are_told_with_the_settings_that_count() -> None:
    mods = [
        Mod(acronym="HD"),
        Mod(acronym="DT", settings={"speed_change": 1.3, "adjust_pitch": True}),
        Mod(acronym="DA", settings={"approach_rate": 10, "circle_size": 4.2}),
        Mod(acronym="RD", settings={"seed": 12345}),
    ]
    score = Score(id=1, mods=mods)
    assert cells(row_of(score))["mods"] == "HD, DT 1.3x, DA AR 10 CS 4.2, RD"
    column = next(c for c in score_columns("best", original=True) if c.key == "mods")
    assert column.tooltip is not None
    assert column.tooltip(score).startswith(
        "Hidden, Double Time (speed change 1.3, adjust pitch on), Difficulty Adjust ("
    )


def test_what_is_missing_is_no_figure_and_comes_last() -> None:
    bare = Score(id=1, rank=Grade.F)
    shown = cells(row_of(bare))
    assert shown["pp"] == shown["weighted"] == shown["weight"] == shown["date"] == NOTHING
    assert shown["stars"] == shown["difficulty"] == NOTHING
    assert shown["title"] == "[deleted beatmap]"
    assert shown["mods"] == ""
    for key in ("pp", "weighted", "weight", "stars", "date", "mods"):
        column = next(c for c in score_columns("best", original=True) if c.key == key)
        assert column.sort is not None
        assert column.sort(bare, 1) is None, key


def test_grades_sort_from_the_best_to_a_fail() -> None:
    column = next(c for c in score_columns("best", original=True) if c.key == "grade")
    assert column.sort is not None
    order = [column.sort(Score(rank=grade), 1) for grade in Grade]
    assert order == sorted(order, reverse=True)
    assert column.sort(Score(rank=Grade("new")), 1) is None


def test_a_weight_without_pp_is_reckoned_from_the_score() -> None:
    assert weighted_pp(Score(pp=200.0, weight=Weight(percentage=50.0))) == 100.0
    assert weighted_pp(Score(pp=None, weight=Weight(percentage=50.0))) is None
    assert weighted_pp(Score(pp=200.0)) is None


def test_hits_are_counted_in_the_words_of_their_ruleset(client: Client) -> None:
    score = client.user_scores(2, "best")[0]
    assert hits(score) == "572 × 300, 8 × 100, 0 × 50, 0 × miss"


def test_recent_scores_are_dated_to_the_minute() -> None:
    ended = datetime(2026, 7, 3, 23, 26, 59, tzinfo=UTC)
    score = Score(id=1, ended_at=ended)
    assert cells(row_of(score, "recent"), "recent")["date"] == "3 Jul 2026, 23:26"
    column = next(c for c in score_columns("recent", original=True) if c.key == "date")
    assert column.tooltip is not None
    assert column.tooltip(score) == "3 Jul 2026, 23:26:59 UTC"


def test_the_last_moment_that_there_is_is_told_too() -> None:
    ended = datetime.fromisoformat("9999-12-31T23:30:00-05:00")
    assert cells(row_of(Score(id=1, ended_at=ended)))["date"] == "31 Dec 9999"


def test_scores_without_a_number_are_told_apart() -> None:
    one = Score(beatmap_id=1, total_score=5)
    other = Score(beatmap_id=2, total_score=5)
    assert score_identity(one) != score_identity(other)
    assert score_identity(Score(id=7, ruleset_id=0)) != score_identity(Score(id=7, ruleset_id=1))


def test_hostile_words_make_a_row_all_the_same() -> None:
    evil = "\u202e" + "A" * 10_000 + "\n<img src=x>"
    beatmapset = Beatmapset(id=1, title=evil, artist=evil, creator=evil)
    beatmap = Beatmap(id=1, version=evil, difficulty_rating=1e300)
    score = Score(
        id=1, beatmapset=beatmapset, beatmap=beatmap, mods=[Mod(acronym=evil)], rank=Grade(evil)
    )
    row = row_of(score)
    assert all(len(text) <= 256 and text.isprintable() for text in row.texts)
    said = tones(row)
    assert 0 < said["title"] < len(cells(row)["title"])
    assert said["stars"] == 100_000


def test_an_export_has_the_figures_under_their_own_names(client: Client) -> None:
    record = score_record(client.user_scores(2, "best")[0])
    sent = recorded("get_user_bests_200.json")[0]["beatmap"]
    assert record["pp"] == 384.196
    assert record["mods"] == "DT"
    assert record["beatmap_id"] == sent["id"]
    assert record["version"] == sent["version"]
    assert record["count_100"] == 8
    assert record["ended_at"] == "2020-08-23T18:54:21+00:00"


def test_a_combo_that_was_not_sent_is_a_dash(demo_server_with: Callable[..., Server]) -> None:
    columns = score_columns("best", original=False)
    combo = next(column for column in columns if column.key == "combo")
    with connect(demo_server_with("--faults", "null-max-combo")) as client:
        page = load_scores(client, PLAYER, "best", "osu", columns, 0)
        figures = profile_of(client.user(PLAYER), None).figures
    assert len(page.rows) > 20
    assert {combo.text(row.item, row.number) for row in page.rows} == {NOTHING}
    assert {score_record(row.item)["max_combo"] for row in page.rows} == {None}
    assert next(f for f in figures if f.key == "maximum_combo").text != "0×"
    # Nothing hit is no combo, and known.
    missed = Score(max_combo=0, accuracy=0.0, rank=Grade.F)
    assert combo.text(missed, 1) == "0x"

"""Leaderboards: rows say what was sent; several boards become one; players and refusals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.client import Client
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.scores import BeatmapScores, BeatmapUserScore, Score
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.errors import InvalidRequest
from osubrowser.api.mods import Mod
from osubrowser.models.scores.columns import score_identity
from osubrowser.models.scores.leaderboard import (
    Board,
    BoardFacts,
    NoLeaderboard,
    NoSuchPlayer,
    acronyms_of,
    board_columns,
    board_page,
    board_record,
    load_board,
    load_player,
    merged,
)
from osubrowser.models.scores.mod_choice import ModChoice
from osubrowser.models.table.column import Row
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import Server, raw_answer
from tests.models.scores.test_columns import connect

POPULAR = (2111526, 4454360)
"""A set of the demo, and its difficulty with the most scores of osu! itself."""


@pytest.fixture
def client(recorded_server: Server) -> Iterator[Client]:
    with connect(recorded_server) as client:
        yield client


@pytest.fixture
def demo(demo_server: Server) -> Iterator[Client]:
    with connect(demo_server) as client:
        yield client


def no_flag(_code: str) -> str | None:
    return None


def board_of(mode: str = "osu", **changes: Any) -> Board:
    return Board(Beatmap(id=75), Beatmapset(id=1, title="A", artist="B"), mode, **changes)


def page_of(client: Client, board: Board) -> tuple[list[Row[Score]], BoardFacts]:
    columns = board_columns(board.mode, no_flag)
    answers = [load_board(client, board, mods) for mods in board.mods.combinations()]
    page = board_page(board, answers, columns)
    assert isinstance(page.extra, BoardFacts)
    return page.rows, page.extra


def cells(row: Row[Any], mode: str = "osu") -> dict[str, str]:
    keys = [column.key for column in board_columns(mode, no_flag)]
    return dict(zip(keys, row.texts, strict=True))


# --- what is recorded ------------------------------------------------------------------------


def test_each_recorded_score_is_told_as_it_was_sent(client: Client) -> None:
    body = raw_answer("v2/get_beatmap_scores_200.json")
    sent = body["scores"]
    rows, facts = page_of(client, board_of())
    assert len(rows) == len(sent) > 0
    assert facts.count == body["score_count"]
    for place, (row, score) in enumerate(zip(rows, sent, strict=True), start=1):
        shown, user = cells(row), score["user"]
        counts = score["statistics"]
        assert shown["rank"] == f"#{place}"
        assert shown["player"] == user["username"]
        assert shown["flag"] == user["country_code"]
        assert shown["team"] == (user["team"]["short_name"] if user["team"] else "")
        letters = {"XH": "SS", "X": "SS", "SH": "S"}.get(score["rank"], score["rank"])
        assert shown["grade"] == letters
        # The recording is in the older format: its only score is that of stable.
        assert shown["score"] == f"{score['score']:,}"
        assert shown["accuracy"] == f"{score['accuracy'] * 100:.2f}%"
        assert shown["combo"] == f"{score['max_combo']:,}x"
        assert shown["full_combo"] == ("yes" if score["perfect"] else "")
        assert shown["count_great"] == f"{counts['count_300']:,}"
        assert shown["count_ok"] == f"{counts['count_100']:,}"
        assert shown["count_meh"] == f"{counts['count_50']:,}"
        assert shown["count_miss"] == f"{counts['count_miss']:,}"
        assert shown["pp"] == (NOTHING if score["pp"] is None else f"{score['pp']:,.2f}")
        assert shown["mods"] == ", ".join(score["mods"])
        ended = datetime.fromisoformat(score["created_at"])
        assert shown["date"] == f"{ended.day} {ended:%b} {ended.year}"
        assert shown["replay"] == ("yes" if score["replay"] else "")
        assert row.pictures[list(shown).index("player")] is not None
        record = board_record(row)
        assert record["place"] == place
        assert record["username"] == user["username"]
        assert record["beatmap_id"] == 75
        assert record["accuracy"] == score["accuracy"]


def test_the_scores_of_a_player_have_the_beatmap_and_the_player(client: Client) -> None:
    sent = raw_answer("v2/get_user_beatmap_scores_200.json")["scores"]
    board = board_of(player=2)
    page = load_player(client, board, board_columns("osu", no_flag, of_player=True))
    assert len(page.rows) == len(sent)
    for row, score in zip(page.rows, sent, strict=True):
        assert row.item.total_score == score.get("total_score", score.get("score"))
        assert row.item.beatmap is not None
        assert row.item.user is not None
        assert row.item.user.username == raw_answer("v2/get_user_200.json")["username"]


# --- several boards are one ------------------------------------------------------------------


def answer(scores: Sequence[tuple[int, int]], shown: int) -> BeatmapScores:
    """Return the board of (id, total) in order, of which the server sends the first ones."""
    ordered = sorted(scores, key=lambda one: -one[1])
    return BeatmapScores(
        scores=[Score(id=n, ruleset_id=0, total_score=total) for n, total in ordered[:shown]],
        score_count=len(ordered),
    )


scores = st.dictionaries(st.integers(1, 60), st.integers(0, 40), max_size=20)
"""Total score by id; ids repeat on other boards."""


@given(st.lists(st.tuples(scores, st.integers(1, 20)), min_size=2, max_size=5))
def test_boards_are_merged_to_their_union_each_score_once_in_order(
    boards: list[tuple[dict[int, int], int]],
) -> None:
    totals: dict[int, int] = {}
    for board, _ in boards:  # the same score has the same total everywhere
        totals |= {number: totals.get(number, total) for number, total in board.items()}
    whole = [[(number, totals[number]) for number in board] for board, _ in boards]
    answers = [answer(board, shown) for board, (_, shown) in zip(whole, boards, strict=True)]
    found, complete = merged(board_of(), answers)
    ids = [score.id for score in found]
    assert len(ids) == len(set(ids))
    assert set(ids) == {score.id for one in answers for score in one.scores}
    assert [s.total_score for s in found] == sorted((s.total_score for s in found), reverse=True)
    assert all(score.beatmap is not None and score.beatmap.id == 75 for score in found)
    # Down to that place nothing changes if all boards were whole.
    everything, _ = merged(board_of(), [answer(board, len(board) or 1) for board in whole])
    is_whole = all(len(one.scores) == one.score_count for one in answers)
    assert (complete is None) == is_whole
    first = len(found) if complete is None else complete
    assert [s.total_score for s in found][:first] == [s.total_score for s in everything][:first]


def test_one_board_keeps_the_order_of_the_server() -> None:
    one = BeatmapScores(scores=[Score(id=1, total_score=5), Score(id=2, total_score=9)])
    found, complete = merged(board_of(), [one])
    assert [score.id for score in found] == [1, 2]
    assert complete is None


def test_scores_left_out_are_counted_and_keep_the_places_of_others() -> None:
    board = board_of(mods=ModChoice.of_text("!CL"))
    made = [
        Score(id=n, total_score=100 - n, mods=[Mod(acronym="CL")] if n % 2 else [])
        for n in range(1, 6)
    ]
    answers = [BeatmapScores(scores=made, score_count=5)]
    page = board_page(board, answers, board_columns("osu", no_flag))
    assert [row.number for row in page.rows] == [2, 4]
    assert [cells(row)["rank"] for row in page.rows] == ["#2", "#4"]
    assert isinstance(page.extra, BoardFacts)
    assert page.extra.hidden == 3
    assert page.extra.note == "5 players on this leaderboard, 3 with CL left out."


def test_the_own_score_has_its_place() -> None:
    mine = BeatmapUserScore(position=7, score=Score(id=3, total_score=50, accuracy=0.5))
    one = BeatmapScores(scores=[Score(id=1, total_score=90)], score_count=12, user_score=mine)
    columns = board_columns("osu", no_flag)
    facts = board_page(board_of(), [one], columns).extra
    assert isinstance(facts, BoardFacts)
    assert facts.own is not None
    assert facts.own.place_words == "#7 of 12"
    assert "50.00%" in facts.own.words
    other = BeatmapScores(scores=[Score(id=3, total_score=50), Score(id=4, total_score=60)])
    facts = board_page(board_of(), [one, other], columns).extra
    assert isinstance(facts, BoardFacts)
    assert facts.own is not None
    assert facts.own.place_words == "#3"  # 90, 60, 50


def test_scores_with_nothing_known_are_rows_too() -> None:
    bare = [Score(id=1), Score(id=2, user=UserCompact(username="[deleted user]", is_deleted=True))]
    page = board_page(board_of(), [BeatmapScores(scores=bare)], board_columns("osu", no_flag))
    assert [cells(row)["player"] for row in page.rows] == [NOTHING, "[deleted user]"]
    assert all(board_record(row)["pp"] is None for row in page.rows)
    empty = board_page(board_of(), [BeatmapScores()], board_columns("osu", no_flag))
    assert empty.rows == []
    assert isinstance(empty.extra, BoardFacts)
    assert (empty.extra.count, empty.extra.note) == (None, "")


@pytest.mark.parametrize("mode", ["osu", "taiko", "fruits", "mania"])
def test_every_column_can_be_sorted_by(mode: str) -> None:
    columns = board_columns(mode, no_flag)
    assert all(column.sort is not None for column in columns)
    assert len({column.key for column in columns}) == len(columns)


# --- the embedded server ---------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["osu", "taiko", "fruits", "mania"])
def test_the_boards_of_optional_mods_have_what_the_whole_board_has(demo: Client, mode: str) -> None:
    """Every score of the board of any mods that fits a choice is on the merged board of it."""
    beatmap = demo.beatmap(POPULAR[1])
    board = Board(beatmap, beatmap.beatmapset, mode)
    everything, facts = page_of(demo, board)
    assert facts.count is not None
    assert len(everything) == min(facts.count, 100)
    for text in ("DT", "DT~HD", "NM", "~HD~HR", "HR~HD~DT!CL"):
        choice = ModChoice.of_text(text)
        rows, found = page_of(demo, Board(beatmap, beatmap.beatmapset, mode, mods=choice))
        assert all(choice.takes(acronyms_of(row.item)) for row in rows), text
        totals = [row.item.total_score for row in rows]
        assert totals == sorted(totals, reverse=True)
        ids = {score_identity(row.item) for row in rows}
        assert len(ids) == len(rows)
        fitting = {row.id for row in everything if choice.takes(acronyms_of(row.item))}
        assert fitting <= ids, text
        assert found.boards == len(choice.combinations())


def test_stable_has_a_board_of_its_own_by_its_own_score(demo: Client) -> None:
    beatmap = demo.beatmap(POPULAR[1])
    rows, _ = page_of(demo, Board(beatmap, beatmap.beatmapset, "osu", stable_only=True))
    assert rows
    assert all(row.item.is_stable for row in rows)
    by_key = {column.key: column for column in board_columns("osu", no_flag, stable_only=True)}
    assert by_key["stable_score"].shown
    assert not by_key["score"].shown


def test_all_scores_of_a_player_are_found_by_name_and_by_id(demo: Client) -> None:
    beatmap = demo.beatmap(POPULAR[1])
    best = load_board(demo, Board(beatmap, None, "osu"), None).scores[4]
    assert best.user is not None
    columns = board_columns("osu", no_flag, of_player=True)
    for player in (best.user_id, best.user.username):
        board = Board(beatmap, beatmap.beatmapset, "osu", player=player)
        page = load_player(demo, board, columns)
        facts = page.extra
        assert isinstance(facts, BoardFacts)
        assert facts.own is not None
        assert facts.own.position == 5
        assert facts.own.score.id == best.id
        sent = demo.beatmap_user_scores(beatmap.id, best.user_id, mode="osu")
        assert [row.item.id for row in page.rows] == [score.id for score in sent]
        assert all(row.item.user and row.item.beatmap for row in page.rows)
        none = ModChoice.of_text("EZFLSO")
        page = load_player(demo, Board(beatmap, None, "osu", mods=none, player=player), columns)
        assert page.rows == []
        assert isinstance(page.extra, BoardFacts)
        assert page.extra.hidden == len(sent)


def test_refusals_are_told_apart(demo: Client) -> None:
    beatmap = demo.beatmap(POPULAR[1])
    columns = board_columns("osu", no_flag)
    for kind in ("country", "friend"):  # of supporters, and this is a guest
        with pytest.raises(InvalidRequest):
            load_board(demo, Board(beatmap, None, "osu", kind=kind), None)
    assert load_board(demo, Board(beatmap, None, "osu", kind="team"), None).scores == []
    with pytest.raises(NoSuchPlayer):
        load_player(demo, Board(beatmap, None, "osu", player="nobody of this name"), columns)
    unranked = next(
        one for one in demo.search_beatmapsets(category="graveyard").beatmapsets[0].beatmaps or ()
    )
    board = Board(unranked, None, str(unranked.mode))
    assert load_board(demo, board, None).score_count is None
    with pytest.raises(NoLeaderboard):
        load_player(demo, Board(unranked, None, str(unranked.mode), player=2), columns)

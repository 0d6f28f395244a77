"""Two players side by side: every figure with its difference, and the scores that both have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.client import Client
from osubrowser.api.entities.users import Kudosu, User, UserGradeCounts, UserLevel, UserStatistics
from osubrowser.api.errors import NotFound
from osubrowser.models.players.comparison import (
    Comparison,
    compare,
    comparison_columns,
    load_comparison,
)
from osubrowser.models.players.profile import load_profile, profile_of
from osubrowser.models.players.shared_scores import (
    SharedCursor,
    SharedScore,
    load_shared,
    shared_columns,
)
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import Server

NEIGHBOURS = (28620460, 10977734)  # players of the demo who like the same beatmaps


def client_of(server: Server) -> Client:
    return Client(
        server.client_id,
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
    )


@pytest.fixture
def demo(demo_server: Server) -> Iterator[Client]:
    with client_of(demo_server) as client:
        yield client


def player(name: str, **figures: Any) -> User:
    statistics = UserStatistics(play_count=10, **figures)
    return User(id=len(name), username=name, statistics=statistics)


def pairs(comparison: Comparison) -> dict[str, tuple[str, str, str, int]]:
    return {p.key: (p.left, p.right, p.difference, p.ahead) for p in comparison.pairs}


def test_every_figure_has_its_difference_and_who_is_ahead() -> None:
    left = player(
        "ann",
        global_rank=100,
        pp=1234.5,
        accuracy=0.98,
        level=UserLevel(current=100, progress=50),
        play_time=7200,
        maximum_combo=900,
        grade_counts=UserGradeCounts(ss=3),
    )
    right = player(
        "bernard",
        global_rank=90,
        pp=1000.25,
        accuracy=0.99,
        level=UserLevel(current=100, progress=25),
        play_time=3660,
        maximum_combo=900,
        grade_counts=UserGradeCounts(ss=5),
    )
    found = pairs(compare(profile_of(left, "osu"), profile_of(right, "osu")))
    assert found["global_rank"] == ("#100", "#90", "10", -1)  # the smaller is the better
    assert found["pp"] == ("1,234.50 pp", "1,000.25 pp", "234.25 pp", 1)
    assert found["accuracy"] == ("98.0000%", "99.0000%", "1.0000%", -1)
    assert found["level"] == ("100.50", "100.25", "0.25", 1)
    assert found["play_time"] == ("2 h 00 m", "1 h 01 m", "0 h 59 m", 1)
    assert found["maximum_combo"] == ("900×", "900×", "0×", 0)
    assert found["grade_X"] == ("3", "5", "2", -1)


def test_what_only_one_has_has_no_difference() -> None:
    left = profile_of(User(id=1, username="a", kudosu=Kudosu(total=5)), "osu")
    right = profile_of(player("b", global_rank=None, pp=7.0), "osu")
    comparison = compare(left, right)
    found = pairs(comparison)
    assert found["kudosu"] == ("5", NOTHING, NOTHING, 0)
    assert found["pp"] == (NOTHING, "7.00 pp", NOTHING, 0)
    assert found["global_rank"][2:] == (NOTHING, 0)
    assert "a ahead in 0" in comparison.words


def test_nothing_of_the_figures_of_the_real_player_is_left_out(recorded_server: Server) -> None:
    with client_of(recorded_server) as client:
        left = load_profile(client, 7562902, None)
        page = load_comparison(client, left, 7562902, left.mode)
    assert isinstance(page.extra, Comparison)
    texts = {row.item.key: row.texts for row in page.rows}
    for figure in left.figures:
        assert texts[figure.key][0] == figure.label
        assert texts[figure.key][1] == texts[figure.key][2]
    for grade in left.grades:
        assert texts[f"grade_{grade.key}"][1:3] == (grade.text, grade.text)
    assert all(pair.ahead == 0 for pair in page.extra.pairs)
    columns = comparison_columns(left.name, left.name)
    assert [column.title for column in columns[1:3]] == [left.name, left.name]


def test_a_second_player_who_is_not_there_is_not_found(demo: Client) -> None:
    left = load_profile(demo, 2, "osu")
    with pytest.raises(NotFound):
        load_comparison(demo, left, "nobody of this name", "osu")


# --- scores ----------------------------------------------------------------------------------


def best(client: Client, user: int) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for offset in (0, 100):
        for score in client.user_scores(user, "best", mode="osu", limit=100, offset=offset):
            found[score.beatmap_id] = score
    return found


def read_all(load: Callable[[SharedCursor], Any]) -> list[Any]:
    rows: list[Any] = []
    cursor = SharedCursor()
    for _ in range(10):
        page = load(cursor)
        rows += page.rows
        if page.next is None:
            return rows
        assert page.rows  # a page without rows would end the list
        cursor = page.next
    raise AssertionError("the lists do not end")


def test_exactly_the_scores_that_are_in_both_lists_are_found(demo: Client) -> None:
    columns = shared_columns("left", "right", original=False)
    rows = read_all(lambda cursor: load_shared(demo, NEIGHBOURS, "osu", columns, cursor))
    ours, theirs = (best(demo, user) for user in NEIGHBOURS)
    assert {row.id for row in rows} == ours.keys() & theirs.keys()
    assert len(rows) > 10
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    keys = [column.key for column in columns]
    for row in rows:
        cells = dict(zip(keys, row.texts, strict=True))
        left, right = ours[row.id], theirs[row.id]
        assert cells["left_pp"] == f"{left.pp:,.2f}"
        assert cells["right_pp"] == f"{right.pp:,.2f}"
        assert cells["right_accuracy"] == f"{right.accuracy * 100:.2f}%"
        assert cells["lead"] == f"{abs(left.pp - right.pp):,.2f}"
        tone = row.tones[keys.index("lead")]
        assert (tone > 0) == (left.pp > right.pp)


def test_players_without_a_common_beatmap_share_nothing(demo: Client) -> None:
    columns = shared_columns("left", "right", original=True)
    ours, theirs = best(demo, 2), best(demo, 10690090)
    assert not ours.keys() & theirs.keys()
    page = load_shared(demo, (2, 10690090), "osu", columns, SharedCursor())
    assert page.rows == []
    assert page.next is None


def test_a_score_without_pp_has_no_lead(demo: Client) -> None:
    score = next(iter(best(demo, 2).values()))
    import msgspec

    assert SharedScore(score, msgspec.structs.replace(score, pp=None)).lead is None

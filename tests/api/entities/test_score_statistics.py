"""Hit results: equal under lazer's and stable's names."""

from __future__ import annotations

import pytest

from tests.api.endpoints.test_scores import LEGACY, MODERN, read


@pytest.mark.parametrize(
    ("ruleset", "old", "new"),
    [
        (0, {"count_300": 9, "count_100": 4, "count_50": 2}, {"great": 9, "ok": 4, "meh": 2}),
        (1, {"count_300": 9, "count_100": 4}, {"great": 9, "ok": 4}),
        (
            2,
            {"count_300": 9, "count_100": 4, "count_50": 2, "count_katu": 1},
            {"great": 9, "large_tick_hit": 4, "small_tick_hit": 2, "small_tick_miss": 1},
        ),
        (
            3,
            {"count_geki": 8, "count_300": 9, "count_katu": 5, "count_100": 4, "count_50": 2},
            {"perfect": 8, "great": 9, "good": 5, "ok": 4, "meh": 2},
        ),
    ],
)
def test_hit_results_by_both_names(ruleset: int, old: dict[str, int], new: dict[str, int]) -> None:
    modes = ["osu", "taiko", "fruits", "mania"]
    from_old = read(
        LEGACY, mode=modes[ruleset], mode_int=ruleset, statistics=old | {"count_miss": 3}
    )
    from_new = read(MODERN, ruleset_id=ruleset, statistics=new | {"miss": 3})
    assert from_old.statistics == from_new.statistics
    for score in (from_old, from_new):
        for name, count in old.items():
            assert getattr(score.statistics, name) == count
        assert score.statistics.count_miss == 3
        assert score.statistics.counts == new | {"miss": 3}


def test_counts_that_a_ruleset_does_not_have_are_none() -> None:
    statistics = read(MODERN).statistics
    assert statistics.count_geki is None
    assert statistics.count_katu is None
    assert statistics.count_50 == statistics.meh == 0
    assert read(MODERN, ruleset_id=1).statistics.count_50 is None


def test_hit_results_that_nobody_knows_are_kept() -> None:
    sent = {"great": 5, "new_result": 7, "others": 1, "ruleset_id": 2}
    statistics = read(MODERN, statistics=sent).statistics
    assert statistics.great == 5
    assert statistics.others == {"new_result": 7, "others": 1, "ruleset_id": 2}
    assert statistics.ruleset_id == 0
    assert statistics.counts["new_result"] == 7


@pytest.mark.parametrize("odd", [{"a": 1}, {}, None, True])
def test_a_hit_result_that_is_no_number_is_left_out(odd: object) -> None:
    statistics = read(MODERN, statistics={"great": odd, "ok": 3}).statistics
    assert type(statistics.great) is int
    assert statistics.counts.get("ok") == 3

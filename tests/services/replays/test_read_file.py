"""Figures of replay files that come from their headers alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from osubrowser.analysis.figures import header_counts
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.replays import ReplayScoreInfo, pack_score_info, read_replay
from osubrowser.services.replays.read_file import accuracy_of
from tests.replay_files import beatmap_file, replay_file


@pytest.mark.parametrize(
    ("mode", "statistics", "most", "accuracy"),
    [
        (
            GameMode.OSU,
            {"great": 8, "ok": 1, "miss": 1, "large_tick_hit": 5, "slider_tail_hit": 2},
            {"great": 10, "large_tick_hit": 5, "slider_tail_hit": 2},
            (2400 + 100 + 150 + 300) / (3000 + 150 + 300),
        ),
        (GameMode.TAIKO, {"great": 8, "ok": 2}, {"great": 10}, 0.9),
        (
            GameMode.CATCH,
            {"great": 544, "large_tick_hit": 13, "small_tick_hit": 24, "miss": 4}
            | {"large_tick_miss": 1, "small_tick_miss": 8},
            {"great": 548, "large_tick_hit": 14, "small_tick_hit": 32},
            581 / 594,
        ),
        (GameMode.MANIA, {"perfect": 5, "great": 5}, {"perfect": 10}, 605 / 610),
    ],
)
def test_the_accuracy_of_lazer_is_that_of_its_ruleset(
    mode: GameMode, statistics: dict[str, int], most: dict[str, int], accuracy: float
) -> None:
    info = ReplayScoreInfo(statistics=statistics, maximum_statistics=most)
    replay = replace(
        read_replay(replay_file(beatmap_file())),
        mode=mode,
        game_version=30_000_016,
        packed_score_info=pack_score_info(info),
    )
    assert accuracy_of(replay, header_counts(replay)) == pytest.approx(accuracy)

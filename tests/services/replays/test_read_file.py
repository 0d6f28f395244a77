"""Figures of replay files that come from their headers alone."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from osubrowser.analysis.figures import header_counts
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.replays import ReplayScoreInfo, pack_score_info, read_replay
from osubrowser.services.replays import read_file
from osubrowser.services.replays.read_file import accuracy_of
from osubrowser.services.replays.records import FigureState
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


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        ("empty", "is empty"),
        ("sparse", "far too large"),
        ("endless", "far too large"),
        ("folder", "not a file"),
        ("pipe", "not a file"),
        ("loop", "Too many levels of symbolic links"),
        ("device", "not a file"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="files of Linux")
def test_what_is_no_replay_is_told_and_never_read_to_an_end_that_may_not_come(
    kind: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.osr"
    match kind:
        case "empty":
            path.touch()
        case "sparse":
            with path.open("wb") as file:
                file.truncate(2 << 30)
        case "endless":  # the system says that its size is 0
            monkeypatch.setattr(read_file, "MAX_REPLAY", 64)
            path.symlink_to("/proc/self/maps")
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "loop":
            path.symlink_to(path)
        case "device":
            path.symlink_to("/dev/zero")
    record = read_file.read_record(str(path))
    assert record is not None
    assert problem in record.problem
    assert record.state is FigureState.NOT_JUDGED

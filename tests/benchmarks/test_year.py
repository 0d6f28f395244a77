"""A year of a made-up world with followed players: their histories equal what it did, each day."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.services.history.test_year import check_days

LARGEST_YEAR = 100_000  # bytes a player: a thousand of them fit into 100 MB


@pytest.mark.parametrize(
    "players", [pytest.param(20, id="of_twenty"), pytest.param(200, id="of_two_hundred")]
)
def test_a_year(tmp_path: Path, players: int) -> None:
    """`.ci/run` takes twenty players: two hundred need some minutes."""
    path = tmp_path / "history.sqlite"
    size, asking, writing = check_days(path, players, 365, time.perf_counter)
    print(
        f"\n{players} players, 365 days: {size:,} bytes, {asking:.0f} s of answers, "
        f"{writing:.1f} s of waiting for the writer"
    )
    assert size < LARGEST_YEAR * players

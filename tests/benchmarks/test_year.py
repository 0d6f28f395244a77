"""A year of a made-up world with 200 followed players: their histories equal what it did."""

from __future__ import annotations

import time
from pathlib import Path

from tests.services.history.test_year import check_days

LARGEST_YEAR = 20_000_000  # bytes: a fifth of the players that 100 MB must hold


def test_a_year_of_two_hundred_players(tmp_path: Path) -> None:
    size, asking, writing = check_days(tmp_path / "history.sqlite", 200, 365, time.perf_counter)
    print(
        f"\n200 players, 365 days: {size:,} bytes, {asking:.0f} s of answers, "
        f"{writing:.1f} s of waiting for the writer"
    )
    assert size < LARGEST_YEAR
